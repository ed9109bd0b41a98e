package logit

import (
	"math"
	"testing"
)

// One feature of two values: the weights are the log odds of the cells.
func TestFitOddsRatio(t *testing.T) {
	row := func(x float64, label bool, n float64) Row { return Row{[]float64{x}, label, n} }
	b := Fit([]Row{row(0, true, 30), row(0, false, 70), row(1, true, 80), row(1, false, 20)}, 0)
	want := []float64{math.Log(30.0 / 70), math.Log(80.0/20) - math.Log(30.0/70)}
	for i := range want {
		if math.Abs(b[i]-want[i]) > 1e-6 {
			t.Errorf("coefficient %d is %v instead of %v", i, b[i], want[i])
		}
	}
	if p := Probability(b, []float64{1}); math.Abs(p-0.8) > 1e-6 {
		t.Errorf("the probability is %v instead of 0.8", p)
	}
}

func TestFitShrinks(t *testing.T) {
	rows := []Row{{[]float64{0}, false, 1}, {[]float64{1}, true, 1}}
	if b := Fit(rows, 1); !(b[1] > 0 && b[1] < 2) {
		t.Errorf("with a penalty, what separates perfectly has the weight %v", b[1])
	}
	if Fit(nil, 1) != nil {
		t.Error("no rows have weights")
	}
}
