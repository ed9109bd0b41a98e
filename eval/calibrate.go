package eval

import (
	"cmp"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/internal/logit"
)

// A LabelledScore is a score of a claim of which people said whether it is supported.
type LabelledScore struct {
	Score     float64
	Supported bool
}

// A Calibration turns scores into probabilities for a kind of text: Platt scaling
// (Platt 1999, "Probabilistic Outputs for Support Vector Machines", with the targets of
// Lin, Lin and Weng 2007), here of the log odds of the score.
type Calibration struct {
	N         int `json:"n"`
	Supported int `json:"supported"`
	// A and B give the probability 1 / (1 + exp(-(A + B·log(s / (1 - s))))).
	A float64 `json:"a"`
	B float64 `json:"b"`
	// Threshold is the score with the highest balanced accuracy on these data: on
	// others it is less.
	Threshold        float64 `json:"threshold"`
	BalancedAccuracy float64 `json:"balanced_accuracy"`
	AUROC            float64 `json:"auroc"`
	// Before and After are the mean losses of the scores as they are, and calibrated
	// by ten-fold cross-validation.
	Before Losses `json:"before"`
	After  Losses `json:"after"`
	Bins   []Bin  `json:"calibration"` // of the scores as they are
}

// Losses are mean losses of probabilities.
type Losses struct {
	Brier   float64 `json:"brier"`
	LogLoss float64 `json:"log_loss"`
}

// folds is how many parts cross-validation has.
const folds = 10

// Calibrate fits a calibration to labelled scores. It needs ten of each sort, and
// scores from 0 to 1.
func Calibrate(scores []LabelledScore, seed uint64) (Calibration, error) {
	var positives, negatives []float64
	var cases []graded
	for _, s := range scores {
		if !(s.Score >= 0 && s.Score <= 1) {
			return Calibration{}, fmt.Errorf("eval: the score %v is not from 0 to 1", s.Score)
		}
		want := grounding.Unsupported
		if s.Supported {
			want = grounding.Supported
			positives = append(positives, s.Score)
		} else {
			negatives = append(negatives, s.Score)
		}
		cases = append(cases, graded{want: want, score: s.Score})
	}
	if len(positives) < folds || len(negatives) < folds {
		return Calibration{}, errors.New("eval: ten supported claims are needed, and ten that are not")
	}
	b := binary(cases)
	c := Calibration{
		N: len(scores), Supported: len(positives), AUROC: b.AUROC, Bins: b.Calibration,
		Before: Losses{b.Brier, b.LogLoss},
	}
	c.A, c.B = platt(scores)
	c.Threshold, c.BalancedAccuracy = bestThreshold(positives, negatives)
	order := permutation(seed, len(scores))
	for k := range folds {
		var train []LabelledScore
		for i, at := range order {
			if i%folds != k {
				train = append(train, scores[at])
			}
		}
		a, slope := platt(train)
		for i, at := range order {
			if i%folds != k {
				continue
			}
			p, y := calibrated(a, slope, scores[at].Score), share(scores[at].Supported)
			c.After.Brier += (p - y) * (p - y) / float64(len(scores))
			c.After.LogLoss += logLoss(p, y) / float64(len(scores))
		}
	}
	return c, nil
}

// permutation returns the numbers up to n in an order that the seed chooses.
func permutation(seed uint64, n int) []int {
	random := rand.NewPCG(seed, 1)
	keys := make([]uint64, n)
	out := make([]int, n)
	for i := range out {
		out[i], keys[i] = i, random.Uint64()
	}
	slices.SortStableFunc(out, func(a, b int) int { return cmp.Compare(keys[a], keys[b]) })
	return out
}

// logOdds are those of a score, bounded.
func logOdds(s float64) float64 {
	s = math.Min(1-1e-6, math.Max(1e-6, s))
	return math.Log(s / (1 - s))
}

// platt fits a and b. Each case counts as (n+1)/(n+2) of its label and the rest of the
// other, with n the number of its label.
func platt(scores []LabelledScore) (a, b float64) {
	n := map[bool]float64{}
	for _, s := range scores {
		n[s.Supported]++
	}
	var rows []logit.Row
	for _, s := range scores {
		x := []float64{logOdds(s.Score)}
		m := n[s.Supported]
		rows = append(rows, logit.Row{X: x, Label: s.Supported, Weight: (m + 1) / (m + 2)},
			logit.Row{X: x, Label: !s.Supported, Weight: 1 / (m + 2)})
	}
	w := logit.Fit(rows, 1e-6)
	return w[0], w[1]
}

func calibrated(a, b, score float64) float64 { return 1 / (1 + math.Exp(-(a + b*logOdds(score)))) }

// bestThreshold returns the score from which on claims count as supported with the
// highest balanced accuracy; of equals the lowest.
func bestThreshold(positives, negatives []float64) (threshold, accuracy float64) {
	p, n := slices.Sorted(slices.Values(positives)), slices.Sorted(slices.Values(negatives))
	accuracy = -1
	for _, t := range slices.Compact(slices.Sorted(slices.Values(append(slices.Clone(p), n...)))) {
		below, _ := slices.BinarySearch(p, t)
		rejected, _ := slices.BinarySearch(n, t)
		if b := (float64(len(p)-below)/float64(len(p)) + float64(rejected)/float64(len(n))) / 2; b > accuracy {
			threshold, accuracy = t, b
		}
	}
	return threshold, accuracy
}

// LabelledScores returns the scores of the claims of a report that people labelled.
func (r ClaimsReport) LabelledScores() []LabelledScore {
	var out []LabelledScore
	for _, c := range groupCases(r.Results) {
		if c.want != "" {
			out = append(out, LabelledScore{c.score, c.want == grounding.Supported})
		}
	}
	return out
}

// LabelledScores returns the scores of the claims of answers that people labelled: a
// claim is supported if its content is, whatever it cites.
func (r AnswersReport) LabelledScores(answers []Answer) []LabelledScore {
	var out []LabelledScore
	for i := range r.Answers {
		for _, c := range gradedClaims(&answers[i], r.Answers[i].Report) {
			switch c.want {
			case "", grounding.NoClaim, grounding.Undecided:
			default:
				good := c.want == grounding.Supported || c.want == grounding.Miscited || c.want == grounding.BadCitation
				out = append(out, LabelledScore{c.score, good})
			}
		}
	}
	return out
}
