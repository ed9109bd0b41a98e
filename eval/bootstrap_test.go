package eval_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/eval"
)

func TestPairedBootstrap(t *testing.T) {
	near := cmpopts.EquateApprox(0, 1e-9)
	for _, c := range []struct {
		why  string
		a, b []float64
		opts eval.BootstrapOptions
		want eval.Difference
	}{
		{"no difference at all", []float64{0.1, 0.2}, []float64{0.1, 0.2}, eval.BootstrapOptions{}, eval.Difference{P: 1}},
		// No drawing has the other sign, and the data itself counts as one:
		// 2 · 1/10001.
		{"the same difference for each query", []float64{0.5, 0.75, 1}, []float64{0.25, 0.5, 0.75}, eval.BootstrapOptions{}, eval.Difference{Mean: 0.25, Low: 0.25, High: 0.25, P: 2.0 / 10001}},
		{"and the other way round", []float64{0.25, 0.5, 0.75}, []float64{0.5, 0.75, 1}, eval.BootstrapOptions{}, eval.Difference{Mean: -0.25, Low: -0.25, High: -0.25, P: 2.0 / 10001}},
		{"fewer drawings tell less", []float64{1}, []float64{0}, eval.BootstrapOptions{Resamples: 99}, eval.Difference{Mean: 1, Low: 1, High: 1, P: 0.02}},
		{"one drawing tells nothing", []float64{1}, []float64{0}, eval.BootstrapOptions{Resamples: 1}, eval.Difference{Mean: 1, Low: 1, High: 1, P: 1}},
		{"differences that cancel out", []float64{1, 0}, []float64{0, 1}, eval.BootstrapOptions{}, eval.Difference{Mean: 0, Low: -1, High: 1, P: 1}},
	} {
		got, err := eval.PairedBootstrap(c.a, c.b, c.opts)
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
		}
		if diff := cmp.Diff(c.want, got, near); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// TestBootstrapByHand compares with all drawings of two queries, which are few.
// The differences are 0.5 and -0.25: of the four drawings that are equally likely,
// one has a mean of -0.25, two have 0.125 and one 0.5. So a quarter has the other
// sign, and P is a half.
func TestBootstrapByHand(t *testing.T) {
	got, err := eval.PairedBootstrap([]float64{0.5, 0}, []float64{0, 0.25}, eval.BootstrapOptions{Seed: 7})
	if err != nil {
		t.Fatal(err)
	}
	want := eval.Difference{Mean: 0.125, Low: -0.25, High: 0.5, P: 0.5}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 0.02)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestBootstrapNormal compares with theory: of many differences that are normally
// distributed, the interval is about the mean ± 1.96 σ/√n.
func TestBootstrapNormal(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	const n = 400
	a, b := make([]float64, n), make([]float64, n)
	sum, squares := 0.0, 0.0
	for i := range a {
		b[i] = random.Float64()
		a[i] = b[i] + 0.01 + 0.1*random.NormFloat64()
		sum += a[i] - b[i]
		squares += (a[i] - b[i]) * (a[i] - b[i])
	}
	mean := sum / n
	deviation := math.Sqrt((squares/n - mean*mean) / n)
	got, err := eval.PairedBootstrap(a, b, eval.BootstrapOptions{})
	if err != nil {
		t.Fatal(err)
	}
	want := eval.Difference{
		Mean: mean, Low: mean - 1.96*deviation, High: mean + 1.96*deviation,
	}
	if diff := cmp.Diff(want, got, cmpopts.EquateApprox(0, 0.001), cmpopts.IgnoreFields(want, "P")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// Both tails; of 10,000 drawings, a share of 0.023 is known to about 0.003.
	if p := math.Erfc(mean / deviation / math.Sqrt2); math.Abs(p-got.P) > 0.012 {
		t.Errorf("P is %.4f, want about %.4f", got.P, p)
	}
}

// TestBootstrapIsFixed: the same seed draws the same, in every release; another
// one draws other queries.
func TestBootstrapIsFixed(t *testing.T) {
	a, b := []float64{0.9, 0.4, 0.35, 0.7, 0.1}, []float64{0.5, 0.45, 0.3, 0.3, 0.2}
	first, err := eval.PairedBootstrap(a, b, eval.BootstrapOptions{Resamples: 1000})
	if err != nil {
		t.Fatal(err)
	}
	want := eval.Difference{Mean: 0.14, Low: -0.05, High: 0.33, P: 2.0 * 74 / 1001}
	if diff := cmp.Diff(want, first, cmpopts.EquateApprox(0, 1e-9)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	other, err := eval.PairedBootstrap(a, b, eval.BootstrapOptions{Resamples: 1000, Seed: 1})
	if err != nil || other == first {
		t.Errorf("another seed gives %v, %v", other, err)
	}
}

func TestBootstrapErrors(t *testing.T) {
	for _, c := range []struct {
		why  string
		a, b []float64
		opts eval.BootstrapOptions
	}{
		{"one list is longer", []float64{1, 2}, []float64{1}, eval.BootstrapOptions{}},
		{"no queries", nil, nil, eval.BootstrapOptions{}},
		{"NaN", []float64{1, math.NaN()}, []float64{1, 1}, eval.BootstrapOptions{}},
		{"infinity", []float64{1, 1}, []float64{1, math.Inf(1)}, eval.BootstrapOptions{}},
		{"fewer drawings than none", []float64{1}, []float64{1}, eval.BootstrapOptions{Resamples: -1}},
	} {
		if d, err := eval.PairedBootstrap(c.a, c.b, c.opts); err == nil {
			t.Errorf("%s: %v", c.why, d)
		}
	}
}
