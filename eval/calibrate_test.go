package eval_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

// drawnScores draws labels of which the true curve is known.
func drawnScores(seed uint64, n int, a, b float64) []eval.LabelledScore {
	random := rand.New(rand.NewPCG(seed, 9))
	var out []eval.LabelledScore
	for range n {
		s := 0.02 + 0.96*random.Float64()
		p := 1 / (1 + math.Exp(-(a + b*math.Log(s/(1-s)))))
		out = append(out, eval.LabelledScore{Score: s, Supported: random.Float64() < p})
	}
	return out
}

// TestCalibrateCurves finds curves of several kinds again.
func TestCalibrateCurves(t *testing.T) {
	for _, c := range []struct {
		why    string
		a, b   float64
		better bool // than the scores as they are
	}{
		{"the scores are right", 0, 1, false},
		{"too high", -1, 1, true},
		{"too low", 1, 1, true},
		{"too near to the middle", 0, 2, true},
		{"too far from it", 0.5, 0.5, true},
		{"the wrong way round", 0, -1, true},
		{"they say nothing", 0.4, 0, true},
	} {
		scores := drawnScores(5, 5000, c.a, c.b)
		got, err := eval.Calibrate(scores, 1)
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if math.Abs(got.A-c.a) > 0.15 || math.Abs(got.B-c.b) > 0.15 {
			t.Errorf("%s: a %.3f and b %.3f, want %v and %v", c.why, got.A, got.B, c.a, c.b)
		}
		if c.better && (got.After.LogLoss >= got.Before.LogLoss || got.After.Brier >= got.Before.Brier) {
			t.Errorf("%s: losses %+v, then %+v", c.why, got.Before, got.After)
		}
		if !c.better && got.After.LogLoss > got.Before.LogLoss+0.002 {
			t.Errorf("%s: cross-validation makes right scores worse: %+v, then %+v", c.why, got.Before, got.After)
		}
		supported, inBins := 0, 0
		for _, s := range scores {
			if s.Supported {
				supported++
			}
		}
		for _, b := range got.Bins {
			inBins += b.N
		}
		if got.N != 5000 || got.Supported != supported || inBins != 5000 {
			t.Errorf("%s: %d claims, %d supported of %d, %d in bins", c.why, got.N, got.Supported, supported, inBins)
		}
	}
}

// TestCalibrateSeed: the seed chooses the folds and nothing else.
func TestCalibrateSeed(t *testing.T) {
	scores := drawnScores(5, 500, -1, 2)
	before := slices.Clone(scores)
	a, err := eval.Calibrate(scores, 1)
	if err != nil {
		t.Fatal(err)
	}
	b, err := eval.Calibrate(scores, 1)
	if diff := cmp.Diff(a, b); diff != "" || err != nil {
		t.Errorf("the same seed: %v (-first +second):\n%s", err, diff)
	}
	c, err := eval.Calibrate(scores, 2)
	if err != nil || a.After == c.After {
		t.Errorf("another seed has the same folds: %+v, %v", c.After, err)
	}
	c.After = a.After
	if diff := cmp.Diff(a, c); diff != "" {
		t.Errorf("another seed (-first +second):\n%s", diff)
	}
	if diff := cmp.Diff(before, scores); diff != "" {
		t.Errorf("the scores were changed:\n%s", diff)
	}
}

// TestCalibrateFew: ten of each sort are enough, even where the fit has nothing to hold.
func TestCalibrateFew(t *testing.T) {
	sorts := func(good, bad int, high, low float64) []eval.LabelledScore {
		return append(slices.Repeat([]eval.LabelledScore{{Score: high, Supported: true}}, good), slices.Repeat([]eval.LabelledScore{{Score: low}}, bad)...)
	}
	for _, c := range []struct {
		why    string
		scores []eval.LabelledScore
		fails  bool
	}{
		{"nothing", nil, true},
		{"nine supported", sorts(9, 100, .9, .1), true},
		{"nine that aren't", sorts(100, 9, .9, .1), true},
		{"only supported", sorts(100, 0, .9, .1), true},
		{"ten of each, apart", sorts(10, 10, .9, .1), false},
		{"wholly apart, at the ends", sorts(10, 10, 1, 0), false},
		{"all equal", sorts(10, 10, .5, .5), false},
		{"all 0", sorts(10, 10, 0, 0), false},
		{"the wrong way round", sorts(10, 10, 0, 1), false},
		{"no number", append(sorts(10, 10, .9, .1), eval.LabelledScore{Score: math.NaN()}), true},
		{"below 0", append(sorts(10, 10, .9, .1), eval.LabelledScore{Score: -0.01}), true},
		{"above 1", append(sorts(10, 10, .9, .1), eval.LabelledScore{Score: 1.01}), true},
		{"infinite", append(sorts(10, 10, .9, .1), eval.LabelledScore{Score: math.Inf(1)}), true},
	} {
		got, err := eval.Calibrate(c.scores, 1)
		if c.fails {
			if err == nil || !cmp.Equal(got, eval.Calibration{}) {
				t.Errorf("%s: %+v, no error", c.why, got)
			}
			continue
		}
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		}
		for _, v := range []float64{got.A, got.B, got.Threshold, got.AUROC, got.After.Brier, got.After.LogLoss} {
			if math.IsNaN(v) || math.IsInf(v, 0) {
				t.Errorf("%s: a figure is not finite: %+v", c.why, got)
				break
			}
		}
	}
}

// TestCalibrateTargets: of ten claims that are all supported each counts as 11/12 of
// one, so that scores that part them wholly don't become certain.
func TestCalibrateTargets(t *testing.T) {
	scores := append(slices.Repeat([]eval.LabelledScore{{Score: .9, Supported: true}}, 10), slices.Repeat([]eval.LabelledScore{{Score: .1}}, 10)...)
	got, err := eval.Calibrate(scores, 1)
	if err != nil {
		t.Fatal(err)
	}
	// The log odds are ±log(9), those of 11/12 are log(11): b is 2.3978953 / 2.1972246.
	if math.Abs(got.A) > 1e-4 || math.Abs(got.B-1.0913292) > 1e-4 {
		t.Errorf("a %.5f, b %.5f; want 0 and 1.09133", got.A, got.B)
	}
	// Nine folds hold eighteen of them: 9 or 10, so b is about log(10 or 11) / log(9),
	// and the loss that of a probability of about 11/12.
	if got.After.LogLoss < 0.08 || got.After.LogLoss > 0.12 {
		t.Errorf("the loss after is %v, want about -log(11/12) = .087", got.After.LogLoss)
	}
}

// TestCalibrateFolds: what is measured was not fitted: of scores that say nothing, the
// fit to all is better than the measure.
func TestCalibrateFolds(t *testing.T) {
	scores := drawnScores(8, 40, 0, 0)
	got, err := eval.Calibrate(scores, 1)
	if err != nil {
		t.Fatal(err)
	}
	fitted := 0.0
	for _, s := range scores {
		p := 1 / (1 + math.Exp(-(got.A + got.B*math.Log(s.Score/(1-s.Score)))))
		if !s.Supported {
			p = 1 - p
		}
		fitted -= math.Log(p) / float64(len(scores))
	}
	if got.After.LogLoss < fitted+0.01 {
		t.Errorf("the loss by cross-validation is %.4f, that of the fit itself %.4f", got.After.LogLoss, fitted)
	}
}

// TestCalibrateThreshold: the best threshold of scores whose balanced accuracy can be
// counted by hand.
func TestCalibrateThreshold(t *testing.T) {
	var scores []eval.LabelledScore
	for i := range 10 {
		scores = append(scores, eval.LabelledScore{Score: 0.30 + 0.05*float64(i), Supported: true}, // .30 to .75
			eval.LabelledScore{Score: 0.01 + 0.05*float64(i)}) // .01 to .46
	}
	got, err := eval.Calibrate(scores, 1)
	if err != nil {
		t.Fatal(err)
	}
	// From .30 on: all ten supported ones, and six of the others (.01 to .26) below:
	// (1 + .6) / 2. Each step up loses a supported one and gains one of the others, so
	// .35 to .50 are as good, and the lowest counts.
	if math.Abs(got.Threshold-0.30) > 1e-12 || math.Abs(got.BalancedAccuracy-0.8) > 1e-12 {
		t.Errorf("threshold %v, balanced accuracy %v; want .30 and .8", got.Threshold, got.BalancedAccuracy)
	}
	// The supported one at .30 + .05i beats 6 + i of the others, at most ten: 6+7+8+9+6·10 = 90.
	if math.Abs(got.AUROC-0.9) > 1e-12 {
		t.Errorf("AUROC %v, want .9", got.AUROC)
	}
}

// TestLabelledScores: a claim is supported if its content is, whatever it cites.
func TestLabelledScores(t *testing.T) {
	const text = "The lighthouse was built in 1851."
	var answers []eval.Answer
	for _, v := range []grounding.Verdict{"supported", "miscited", "bad_citation", "partial", "unsupported", "contradicted", "undecided", "no_claim"} {
		answers = append(answers, eval.Answer{ID: string(v), Answer: text + "[^1]", Expect: eval.Expectation{Claims: []eval.ExpectedClaim{{Span: cite.Span{End: len(text)}, Verdict: v}}}})
	}
	answers = append(answers, eval.Answer{ID: "none", Answer: text + "[^1]"})
	r := lightReport(t, answers, eval.CheckOptions{})
	score := r.Answers[0].Report.Claims[0].Score
	want := []eval.LabelledScore{{Score: score, Supported: true}, {Score: score, Supported: true}, {Score: score, Supported: true}, {Score: score}, {Score: score}, {Score: score}}
	if diff := cmp.Diff(want, r.LabelledScores(answers)); diff != "" {
		t.Errorf("what nobody can say is left out (-want +got):\n%s", diff)
	}
}
