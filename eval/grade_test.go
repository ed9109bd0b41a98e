package eval

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/grounding"
)

// approx compares with values that were worked out to seven digits.
var approx = cmpopts.EquateApprox(0, 1e-7)

// Shorter names for tables.
const (
	sup = grounding.Supported
	par = grounding.Partial
	uns = grounding.Unsupported
	con = grounding.Contradicted
	und = grounding.Undecided
)

// elevenClaims are labelled, and two that are not must not count.
var elevenClaims = []graded{
	{want: sup, got: sup, score: .95, rule: "stated", decided: true},
	{want: sup, got: sup, score: .85, rule: "stated", decided: true},
	{want: sup, got: sup, score: .65, rule: "facts", decided: true},
	{want: sup, got: und, score: .40},
	{want: sup, got: con, score: .25, rule: "number", decided: true}, // a false alarm
	{want: uns, got: uns, score: .05, rule: "absent", decided: true},
	{want: uns, got: uns, score: .15, rule: "absent", decided: true},
	{want: uns, got: sup, score: .75, rule: "stated", decided: true}, // a false accept
	{want: con, got: con, score: .35, rule: "number", decided: true},
	{want: con, got: und, score: .55, rule: "foreign-language"}, // names a rule that decided nothing
	{want: par, got: par, score: .45, rule: "part", decided: true},
	{got: sup, score: .99, rule: "stated", decided: true},
	{got: con, score: .01, rule: "number", decided: true},
}

// share7 is a rate of k of n with the share that was worked out by hand.
func share7(k, n int, share float64) Rate {
	low, high := Wilson(k, n)
	return Rate{k, share, low, high}
}

// TestGrade holds each figure against what a count by hand gives.
func TestGrade(t *testing.T) {
	g := grade(elevenClaims, 1)
	rule := func(name string, supports bool, right, fired int, precision, base, lift float64) RuleGrade {
		low, high := Wilson(right, fired)
		return RuleGrade{name, supports, fired, precision, low, high, base, lift}
	}
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"claims without a label are counted, and nothing else is done with them", []int{g.Claims, g.Labelled}, []int{13, 11}},
		// All but the two undecided, the alarm and the accept.
		{"undecided is wrong", g.Accuracy, share7(7, 11, 0.6363636)},
		{"undecided is not covered", g.Coverage, share7(9, 11, 0.8181818)},
		{"of what is decided the undecided don't count", g.Decided, share7(7, 9, 0.7777778)},
		{"of the six that aren't supported one is called so", g.FalseAccepts, share7(1, 6, 0.1666667)},
		{"of the five supported ones one is called contradicted; the undecided one is no alarm", g.FalseAlarms, share7(1, 5, 0.2)},
		// F1: supported 2·3/(5+4), unsupported 2·2/(3+2), contradicted 2·1/(2+2), partial
		// 2·1/(1+1); nobody says undecided: (0.6666667 + 0.8 + 0.5 + 1) / 4.
		{"macro-F1 is over the verdicts that people gave", g.MacroF1.Value, 0.7416667},
		{"recall is of what people say", g.Recall, map[grounding.Verdict]Rate{
			sup: share7(3, 5, 0.6), uns: share7(2, 3, 0.6666667), con: share7(1, 2, 0.5), par: share7(1, 1, 1),
		}},
		{"a row is what people say", g.Confusion, map[grounding.Verdict]map[grounding.Verdict]int{
			sup: {sup: 3, und: 1, con: 1}, uns: {uns: 2, sup: 1}, con: {con: 1, und: 1}, par: {par: 1},
		}},
		{"scores", g.Binary, Binary{
			Threshold: 0.5,
			Accuracy:  0.6363636, // .95 .85 .65 of five are above, .05 .15 .35 .45 of six below: 7 of 11
			// (3/5 + 4/6) / 2.
			BalancedAccuracy: 0.6333333,
			// .95 and .85 beat six each, .65 five, .40 three, .25 two: 22 of 30.
			AUROC: 0.7333333,
			// .0025+.0225+.1225+.36+.5625 and .0025+.0225+.5625+.1225+.3025+.2025: 2.285 of 11.
			Brier: 0.2077273,
			// 5/11 · 6/11.
			BrierBase: 0.2479339,
			// The supported ones 2.9471802, the others 3.4272342: 6.3744144 of 11.
			LogLoss: 0.5794922,
			// 5/11 · 0.7884574 + 6/11 · 0.6061358.
			LogLossBase: 0.6890092,
			Calibration: []Bin{
				{0, .1, 1, .05, 0}, {.1, .2, 1, .15, 0}, {.2, .3, 1, .25, 1}, {.3, .4, 1, .35, 0}, {.4, .5, 2, .425, .5},
				{.5, .6, 1, .55, 0}, {.6, .7, 1, .65, 1}, {.7, .8, 1, .75, 0}, {.8, .9, 1, .85, 1}, {.9, 1, 1, .95, 1},
			},
		}},
		// The base rate of rules for claims is 5/11, of those against 6/11.
		{"rules for claims first, then by name", g.Rules, []RuleGrade{
			rule("facts", true, 1, 1, 1, 0.4545455, 2.2),
			rule("stated", true, 2, 3, 0.6666667, 0.4545455, 1.4666667),
			rule("absent", false, 2, 2, 1, 0.5454545, 1.8333333),
			rule("number", false, 1, 2, 0.5, 0.5454545, 0.9166667),
			rule("part", false, 1, 1, 1, 0.5454545, 1.8333333),
		}},
	} {
		if diff := cmp.Diff(c.want, c.got, approx); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// TestGradeOneSided: where a sort is missing there is no figure of it, and none is NaN.
func TestGradeOneSided(t *testing.T) {
	none := Rate{High: 1} // of no cases nothing is known
	for _, c := range []struct {
		why   string
		cases []graded
		want  Grade
	}{
		{"nothing", nil, Grade{
			Accuracy: none, Coverage: none, Decided: none, FalseAccepts: none, FalseAlarms: none,
			Binary: Binary{Threshold: 0.5, Calibration: []Bin{}},
			Recall: map[grounding.Verdict]Rate{}, Confusion: map[grounding.Verdict]map[grounding.Verdict]int{}, Rules: []RuleGrade{},
		}},
		{"nothing that people labelled", []graded{{got: sup, score: 1, rule: "stated", decided: true}}, Grade{
			Claims: 1, Accuracy: none, Coverage: none, Decided: none, FalseAccepts: none, FalseAlarms: none,
			Binary: Binary{Threshold: 0.5, Calibration: []Bin{}},
			Recall: map[grounding.Verdict]Rate{}, Confusion: map[grounding.Verdict]map[grounding.Verdict]int{}, Rules: []RuleGrade{},
		}},
		// The losses of a score of 1 are those of 1 - 1e-6, of the base rate of 1, too.
		{"only supported claims", []graded{
			{want: sup, got: sup, score: 1, rule: "stated", decided: true}, {want: sup, got: und, score: .4},
		}, Grade{
			Claims: 2, Labelled: 2, Accuracy: share7(1, 2, .5), Coverage: share7(1, 2, .5), Decided: share7(1, 1, 1),
			FalseAccepts: none, FalseAlarms: share7(0, 2, 0), MacroF1: Interval{Value: 2.0 / 3},
			Binary: Binary{
				Threshold: .5, Accuracy: .5, BalancedAccuracy: .5, Brier: .18, LogLoss: 0.4581459, LogLossBase: 1e-6,
				Calibration: []Bin{{.4, .5, 1, .4, 1}, {.9, 1, 1, 1, 1}},
			},
			Recall: map[grounding.Verdict]Rate{sup: share7(1, 2, .5)}, Confusion: map[grounding.Verdict]map[grounding.Verdict]int{sup: {sup: 1, und: 1}},
			Rules: []RuleGrade{{"stated", true, 1, 1, 0.2065493, 1, 1, 1}},
		}},
		// A rule for claims where none is supported has a base rate of 0, and no lift.
		{"no supported claim", []graded{
			{want: uns, got: uns, score: 0, rule: "absent", decided: true}, {want: con, got: sup, score: .5, rule: "stated", decided: true},
		}, Grade{
			Claims: 2, Labelled: 2, Accuracy: share7(1, 2, .5), Coverage: share7(2, 2, 1), Decided: share7(1, 2, .5),
			FalseAccepts: share7(1, 2, .5), FalseAlarms: none, MacroF1: Interval{Value: .5},
			Binary: Binary{
				Threshold: .5, Accuracy: .5, BalancedAccuracy: .5, Brier: .125, LogLoss: 0.3465741, LogLossBase: 1e-6,
				Calibration: []Bin{{0, .1, 1, 0, 0}, {.5, .6, 1, .5, 0}},
			},
			Recall:    map[grounding.Verdict]Rate{uns: share7(1, 1, 1), con: share7(0, 1, 0)},
			Confusion: map[grounding.Verdict]map[grounding.Verdict]int{uns: {uns: 1}, con: {sup: 1}},
			Rules:     []RuleGrade{{"stated", true, 1, 0, 0, 0.7934507, 0, 0}, {"absent", false, 1, 1, 0.2065493, 1, 1, 1}},
		}},
	} {
		got := grade(c.cases, 1)
		got.MacroF1.Low, got.MacroF1.High = 0, 0 // TestMacroF1Interval
		if diff := cmp.Diff(c.want, got, approx); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// TestGradeLeavesCases: those without a label are left out of a copy.
func TestGradeLeavesCases(t *testing.T) {
	cases := []graded{{got: sup}, {want: sup, got: sup, score: 1}, {got: con}, {want: con, got: con}}
	before := append([]graded(nil), cases...)
	grade(cases, 1)
	if diff := cmp.Diff(before, cases, cmp.AllowUnexported(graded{})); diff != "" {
		t.Errorf("grade changed what it was given (-want +got):\n%s", diff)
	}
}

func TestMacroF1Interval(t *testing.T) {
	labelled := elevenClaims[:11]
	a := macroF1Interval(labelled, 1)
	if !(0 < a.Low && a.Low < a.Value && a.Value < a.High && a.High <= 1) {
		t.Errorf("the value is not in the interval: %+v", a)
	}
	if b := macroF1Interval(labelled, 1); a != b {
		t.Errorf("the same seed gives %+v, then %+v", a, b)
	}
	if b := macroF1Interval(labelled, 2); a.Value != b.Value || a == b {
		t.Errorf("another seed draws others for the same value: %+v, %+v", a, b)
	}
	if b := macroF1Interval([]graded{{want: sup, got: sup}, {want: con, got: con}}, 1); b != (Interval{1, 1, 1}) {
		t.Errorf("what is always right is right in each drawing: %+v", b)
	}
	if b := macroF1Interval(nil, 1); b != (Interval{}) {
		t.Errorf("of nothing: %+v", b)
	}
}

// TestCalibrationBins: a bin has its lower bound, the last its upper one, too.
func TestCalibrationBins(t *testing.T) {
	for _, c := range []struct {
		why        string
		score      float64
		from, upto float64
	}{
		{"0", 0, 0, .1},
		{"just below a bound", math.Nextafter(.5, 0), .4, .5},
		{"a bound", .5, .5, .6},
		{"1 has no bin of its own", 1, .9, 1},
	} {
		b := binary([]graded{{want: sup, score: c.score}})
		if diff := cmp.Diff([]Bin{{c.from, c.upto, 1, c.score, 1}}, b.Calibration, approx); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// TestBinaryThreshold: a score at the threshold counts as supported.
func TestBinaryThreshold(t *testing.T) {
	for _, c := range []struct {
		why   string
		want  grounding.Verdict
		score float64
		right float64
	}{
		{"supported, at the threshold", sup, ScoreThreshold, 1},
		{"supported, just below", sup, math.Nextafter(ScoreThreshold, 0), 0},
		{"unsupported, at the threshold", uns, ScoreThreshold, 0},
		{"unsupported, just below", uns, math.Nextafter(ScoreThreshold, 0), 1},
	} {
		if b := binary([]graded{{want: c.want, score: c.score}}); b.Accuracy != c.right || b.BalancedAccuracy != c.right {
			t.Errorf("%s: accuracy %v, balanced %v, want %v", c.why, b.Accuracy, b.BalancedAccuracy, c.right)
		}
	}
}

// TestLogLoss: no score costs without bounds.
func TestLogLoss(t *testing.T) {
	for _, c := range []struct {
		why        string
		p, y, want float64
	}{
		{"even", .5, 1, 0.6931472},
		{"certain and wrong", 0, 1, 13.8155106}, // -log(1e-6)
		{"certain and wrong, the other way", 1, 0, 13.8155106},
		{"certain and right", 1, 1, 1e-6},
		{"unlikely and false", .25, 0, 0.2876821},
	} {
		if got := logLoss(c.p, c.y); math.Abs(got-c.want) > 1e-7 {
			t.Errorf("%s: %.7f, want %.7f", c.why, got, c.want)
		}
	}
}

// TestGroupCases: a group counts once, by its best part, with the best of its labels.
func TestGroupCases(t *testing.T) {
	part := func(group string, label, verdict grounding.Verdict, score float64) ClaimResult {
		return ClaimResult{Group: group, Label: label, ClaimReport: grounding.ClaimReport{Verdict: verdict, Score: score}}
	}
	type counted struct {
		Want, Got grounding.Verdict
		Score     float64
	}
	for _, c := range []struct {
		why   string
		parts []ClaimResult
		want  []counted
	}{
		{"no group: each counts", []ClaimResult{part("", sup, sup, .9), part("", sup, sup, .9)}, []counted{{sup, sup, .9}, {sup, sup, .9}}},
		{"the best is last", []ClaimResult{part("g", uns, uns, .2), part("g", sup, sup, .9)}, []counted{{sup, sup, .9}}},
		{"the best is first", []ClaimResult{part("g", sup, sup, .9), part("g", uns, uns, .2)}, []counted{{sup, sup, .9}}},
		{"of equals the first", []ClaimResult{part("g", sup, und, .5), part("g", sup, sup, .5)}, []counted{{sup, und, .5}}},
		{"the label is the best, even of a part that isn't", []ClaimResult{part("g", sup, und, .2), part("g", uns, und, .4)}, []counted{{sup, und, .4}}},
		{"partial before contradicted", []ClaimResult{part("g", con, und, .2), part("g", par, und, .4)}, []counted{{par, und, .4}}},
		{"contradicted before unsupported", []ClaimResult{part("g", con, und, .4), part("g", uns, und, .2)}, []counted{{con, und, .4}}},
		{"a label before none", []ClaimResult{part("g", "", und, .4), part("g", uns, und, .2)}, []counted{{uns, und, .4}}},
		{"no label", []ClaimResult{part("g", "", und, .4), part("g", "", und, .2)}, []counted{{"", und, .4}}},
		{"groups lie between each other, in the order of their first", []ClaimResult{
			part("g", uns, uns, .1), part("h", sup, sup, .8), part("", con, con, .3), part("g", sup, sup, .7), part("h", uns, uns, .2),
		}, []counted{{sup, sup, .7}, {sup, sup, .8}, {con, con, .3}}},
		{"nothing", nil, nil},
	} {
		var got []counted
		for _, x := range groupCases(c.parts) {
			got = append(got, counted{x.want, x.got, x.score})
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// TestLowest: what states nothing has no score that could be high.
func TestLowest(t *testing.T) {
	claim := func(v grounding.Verdict, score float64) grounding.Claim {
		return grounding.Claim{Verdict: v, Score: score}
	}
	for _, c := range []struct {
		why    string
		claims []grounding.Claim
		want   float64
	}{
		{"no claim", nil, 0},
		{"only what states nothing", []grounding.Claim{claim(grounding.NoClaim, .7)}, 0},
		{"what states nothing is passed over", []grounding.Claim{claim(sup, .9), claim(grounding.NoClaim, 0)}, .9},
		{"the lowest", []grounding.Claim{claim(sup, .9), claim(con, .1), claim(und, .5)}, .1},
	} {
		if got := lowest(grounding.Report{Claims: c.claims}); got != c.want {
			t.Errorf("%s: %v, want %v", c.why, got, c.want)
		}
	}
}
