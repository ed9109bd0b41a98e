package eval

import (
	"cmp"
	"math"
	"slices"

	"github.com/footnote-go/footnote/grounding"
)

// ScoreThreshold is the score from which on a claim counts as supported where it has to
// be one or the other. The scores are probabilities that were fitted to be so: it was
// not chosen on any data.
const ScoreThreshold = 0.5

// A graded is a claim that was judged, perhaps with what people say of it.
type graded struct {
	want, got grounding.Verdict // want is "" if nobody said
	score     float64
	rule      string
	decided   bool
	tags      []string
	footnoted bool // what it was judged by has a footnote
}

// A Grade says how well verdicts agree with people's.
type Grade struct {
	// Claims is how many were judged, Labelled of how many people said what they are.
	// All that follows is about these.
	Claims   int `json:"claims"`
	Labelled int `json:"labelled"`
	// Accuracy is the share of right verdicts, undecided ones being wrong.
	Accuracy Rate `json:"accuracy"`
	// MacroF1 is the mean of F1 over the verdicts that people gave, with a bootstrap
	// interval.
	MacroF1 Interval `json:"macro_f1"`
	// Coverage is the share that was decided, Decided how many of these are right.
	Coverage Rate `json:"coverage"`
	Decided  Rate `json:"decided_accuracy"`
	// FalseAccepts are claims that aren't supported and are called so, of all that
	// aren't; FalseAlarms supported ones that are called anything but that or
	// undecided, of all that are.
	FalseAccepts Rate `json:"false_accepts"`
	FalseAlarms  Rate `json:"false_alarms"`
	// Binary is supported against the rest, by the score alone.
	Binary Binary `json:"binary"`
	// Recall is the share of right verdicts by what people say.
	Recall map[grounding.Verdict]Rate `json:"recall"`
	// Confusion counts verdicts by what people say.
	Confusion map[grounding.Verdict]map[grounding.Verdict]int `json:"confusion"`
	// Rules are those that decided, in order of their names.
	Rules []RuleGrade `json:"rules"`
}

// An Interval is a figure with the interval that has it with 95% confidence.
type Interval struct {
	Value float64 `json:"value"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

// Binary says how well scores part supported claims from the rest.
type Binary struct {
	Threshold        float64 `json:"threshold"`
	Accuracy         float64 `json:"accuracy"`
	BalancedAccuracy float64 `json:"balanced_accuracy"`
	// AUROC is 0 where one of both sorts is missing.
	AUROC float64 `json:"auroc"`
	// Brier and LogLoss are mean losses; those of the base rate are what a score gets
	// that says the share of supported claims each time.
	Brier       float64 `json:"brier"`
	BrierBase   float64 `json:"brier_base"`
	LogLoss     float64 `json:"log_loss"`
	LogLossBase float64 `json:"log_loss_base"`
	// Calibration has ten bins of equal width, without those that are empty.
	Calibration []Bin `json:"calibration"`
}

// A Bin is the claims of a range of scores.
type Bin struct {
	From      float64 `json:"from"`
	To        float64 `json:"to"`
	N         int     `json:"n"`
	Score     float64 `json:"score"`     // the mean of the scores
	Supported float64 `json:"supported"` // the share of supported claims
}

// A RuleGrade says how good a rule is: of the claims that it decided, how many people
// decide so, too; a rule against a claim is right if people don't call it supported.
type RuleGrade struct {
	Rule string `json:"rule"`
	// Supports says whether it decides for claims or against them.
	Supports  bool    `json:"supports"`
	Fired     int     `json:"fired"`
	Precision float64 `json:"precision"`
	Low       float64 `json:"low"`
	High      float64 `json:"high"`
	// BaseRate is the share of all claims of which what it says is true, Lift the
	// precision over that.
	BaseRate float64 `json:"base_rate"`
	Lift     float64 `json:"lift"`
}

// grade compares verdicts with what people say.
func grade(cases []graded, seed uint64) Grade {
	g := Grade{
		Claims: len(cases), Recall: map[grounding.Verdict]Rate{}, Rules: []RuleGrade{},
		Confusion: map[grounding.Verdict]map[grounding.Verdict]int{},
	}
	cases = slices.DeleteFunc(slices.Clone(cases), func(c graded) bool { return c.want == "" })
	g.Labelled = len(cases)
	var right, decided, decidedRight, bad, accepted, good, alarms int
	for _, c := range cases {
		if g.Confusion[c.want] == nil {
			g.Confusion[c.want] = map[grounding.Verdict]int{}
		}
		g.Confusion[c.want][c.got]++
		if c.got == c.want {
			right++
		}
		if c.got != grounding.Undecided {
			decided++
			if c.got == c.want {
				decidedRight++
			}
		}
		if c.want == grounding.Supported {
			good++
			if c.got != grounding.Supported && c.got != grounding.Undecided {
				alarms++
			}
			continue
		}
		bad++
		if c.got == grounding.Supported {
			accepted++
		}
	}
	g.Accuracy, g.Coverage = rateOf(right, len(cases)), rateOf(decided, len(cases))
	g.Decided = rateOf(decidedRight, decided)
	g.FalseAccepts, g.FalseAlarms = rateOf(accepted, bad), rateOf(alarms, good)
	for want, row := range g.Confusion {
		n := 0
		for _, k := range row {
			n += k
		}
		g.Recall[want] = rateOf(row[want], n)
	}
	g.MacroF1 = macroF1Interval(cases, seed)
	g.Binary = binary(cases)
	g.Rules = ruleGrades(cases)
	return g
}

// macroF1 is the mean of F1 over the verdicts that people gave.
func macroF1(cases []graded) float64 {
	type count struct{ right, got, want int }
	by := map[grounding.Verdict]*count{}
	of := func(v grounding.Verdict) *count {
		if by[v] == nil {
			by[v] = new(count)
		}
		return by[v]
	}
	for _, c := range cases {
		of(c.want).want++
		of(c.got).got++
		if c.want == c.got {
			of(c.want).right++
		}
	}
	sum, n := 0.0, 0
	for _, v := range grounding.Verdicts {
		if c := by[v]; c != nil && c.want > 0 {
			n++
			sum += 2 * float64(c.right) / float64(c.want+c.got)
		}
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

// f1Resamples is how often the claims are drawn for the interval of macro-F1.
const f1Resamples = 1000

func macroF1Interval(cases []graded, seed uint64) Interval {
	out := Interval{Value: macroF1(cases)}
	if len(cases) == 0 {
		return out
	}
	values := make([]float64, f1Resamples)
	drawn := make([]graded, len(cases))
	for i := range values {
		for j, k := range drawing(seed, uint64(i), len(cases)) {
			drawn[j] = cases[k]
		}
		values[i] = macroF1(drawn)
	}
	slices.Sort(values)
	out.Low, out.High = values[f1Resamples/40], values[f1Resamples-1-f1Resamples/40]
	return out
}

// binary compares scores with what people say.
func binary(cases []graded) Binary {
	b := Binary{Threshold: ScoreThreshold, Calibration: []Bin{}}
	if len(cases) == 0 {
		return b
	}
	var positives, negatives []float64
	var truePositives, trueNegatives int
	bins := make([]Bin, 10)
	for _, c := range cases {
		y := 0.0
		if c.want == grounding.Supported {
			y = 1
			positives = append(positives, c.score)
			if c.score >= b.Threshold {
				truePositives++
			}
		} else {
			negatives = append(negatives, c.score)
			if c.score < b.Threshold {
				trueNegatives++
			}
		}
		b.Brier += (c.score - y) * (c.score - y)
		b.LogLoss += logLoss(c.score, y)
		k := min(9, int(c.score*10))
		bins[k].N++
		bins[k].Score += c.score
		bins[k].Supported += y
	}
	n := float64(len(cases))
	base := float64(len(positives)) / n
	b.Accuracy = float64(truePositives+trueNegatives) / n
	b.Brier /= n
	b.LogLoss /= n
	b.BrierBase = base * (1 - base)
	b.LogLossBase = base*logLoss(base, 1) + (1-base)*logLoss(base, 0)
	switch {
	case len(negatives) == 0:
		b.BalancedAccuracy = float64(truePositives) / n
	case len(positives) == 0:
		b.BalancedAccuracy = float64(trueNegatives) / n
	default:
		b.BalancedAccuracy = (float64(truePositives)/float64(len(positives)) + float64(trueNegatives)/float64(len(negatives))) / 2
		b.AUROC, _ = AUROC(positives, negatives)
	}
	for k, bin := range bins {
		if bin.N > 0 {
			m := float64(bin.N)
			b.Calibration = append(b.Calibration, Bin{float64(k) / 10, float64(k+1) / 10, bin.N, bin.Score / m, bin.Supported / m})
		}
	}
	return b
}

// logLoss is -log of the probability that p gives to y, bounded as if p were never
// nearer to 0 or 1 than 1e-6.
func logLoss(p, y float64) float64 {
	p = math.Min(1-1e-6, math.Max(1e-6, p))
	if y == 1 {
		return -math.Log(p)
	}
	return -math.Log(1 - p)
}

// ruleGrades says how good each rule is.
func ruleGrades(cases []graded) []RuleGrade {
	type key struct {
		rule     string
		supports bool
	}
	fired, right := map[key]int{}, map[key]int{}
	good := 0
	for _, c := range cases {
		isGood := c.want == grounding.Supported
		if isGood {
			good++
		}
		if !c.decided || c.rule == "" {
			continue
		}
		k := key{c.rule, c.got == grounding.Supported}
		fired[k]++
		if isGood == k.supports {
			right[k]++
		}
	}
	out := []RuleGrade{}
	for k, n := range fired {
		r := RuleGrade{Rule: k.rule, Supports: k.supports, Fired: n, Precision: float64(right[k]) / float64(n)}
		r.Low, r.High = Wilson(right[k], n)
		r.BaseRate = float64(good) / float64(len(cases))
		if !k.supports {
			r.BaseRate = 1 - r.BaseRate
		}
		if r.BaseRate > 0 {
			r.Lift = r.Precision / r.BaseRate
		}
		out = append(out, r)
	}
	slices.SortFunc(out, func(a, b RuleGrade) int {
		if a.Supports != b.Supports {
			if a.Supports {
				return -1
			}
			return 1
		}
		return cmp.Compare(a.Rule, b.Rule)
	})
	return out
}
