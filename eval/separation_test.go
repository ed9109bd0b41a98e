package eval_test

import (
	"math"
	"math/rand/v2"
	"testing"

	"github.com/footnote-go/footnote/eval"
)

func TestAUROC(t *testing.T) {
	inf := math.Inf(1)
	for _, c := range []struct {
		why                  string
		positives, negatives []float64
		want                 float64
	}{
		{"wholly apart", []float64{3, 4}, []float64{1, 2}, 1},
		{"the wrong way round", []float64{1, 2}, []float64{3, 4}, 0},
		{"ties count half", []float64{1, 1}, []float64{1}, 0.5},
		// Pairs: 3>2, 3>3 half, 3<4; 1<2, 1<3, 1<4: 1.5 of 6.
		{"mixed", []float64{3, 1}, []float64{2, 3, 4}, 0.25},
		// 2 ties with both (1 in all), 3 is above both: 3 of 4.
		{"ties with several", []float64{2, 3}, []float64{2, 2}, 0.75},
		{"infinite scores", []float64{inf, 0}, []float64{-inf, inf}, 0.625}, // ½ + 1 + 1 + 0 of 4
	} {
		got, err := eval.AUROC(c.positives, c.negatives)
		if err != nil || math.Abs(got-c.want) > 1e-12 {
			t.Errorf("%s: %v, %v; want %v", c.why, got, err, c.want)
		}
	}
}

// TestAUROCByPairs compares with the definition, pair by pair.
func TestAUROCByPairs(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 200 {
		draw := func() []float64 {
			out := make([]float64, 1+random.IntN(20))
			for i := range out {
				out[i] = float64(random.IntN(8))
			}
			return out
		}
		p, n := draw(), draw()
		want := 0.0
		for _, x := range p {
			for _, y := range n {
				switch {
				case x > y:
					want++
				case x == y:
					want += 0.5
				}
			}
		}
		want /= float64(len(p) * len(n))
		if got, err := eval.AUROC(p, n); err != nil || math.Abs(got-want) > 1e-12 {
			t.Fatalf("AUROC(%v, %v) is %v, %v; want %v", p, n, got, err, want)
		}
	}
}

func TestNegativesAnswered(t *testing.T) {
	ten := []float64{10, 9, 8, 7, 6, 5, 4, 3, 2, 1}
	for _, c := range []struct {
		why                  string
		positives, negatives []float64
		share                float64
		answered, threshold  float64
	}{
		{"nine of ten", ten, []float64{0, 1, 2, 3}, 0.9, 0.5, 2}, // 2 and 3 are answered
		{"one more than nine of ten, if need be", ten, []float64{0, 1, 2, 3}, 0.91, 0.75, 1},
		{"all", ten, []float64{0.5, 1.5}, 1, 0.5, 1},
		{"the best alone", ten, []float64{10, 11, 9}, 0.01, 2.0 / 3, 10},
		{"equal scores are answered together", []float64{5, 2, 2, 2}, []float64{2, 1}, 0.5, 0.5, 2},
		{"one case", []float64{1}, []float64{2}, 0.9, 1, 1},
		// 0.07 · 100 is 7.000000000000001 in floating point; seven suffice.
		{"a share that no float64 holds", hundred(), []float64{93.5, 94.5}, 0.07, 0.5, 94},
	} {
		answered, threshold, err := eval.NegativesAnswered(c.positives, c.negatives, c.share)
		if err != nil || math.Abs(answered-c.answered) > 1e-12 || threshold != c.threshold {
			t.Errorf("%s: %v from %v, %v; want %v from %v", c.why, answered, threshold, err, c.answered, c.threshold)
		}
	}
}

// hundred returns 1 to 100.
func hundred() []float64 {
	out := make([]float64, 100)
	for i := range out {
		out[i] = float64(i + 1)
	}
	return out
}

func TestSeparationErrors(t *testing.T) {
	one, nan := []float64{1}, []float64{1, math.NaN()}
	for _, c := range []struct {
		why                  string
		positives, negatives []float64
	}{
		{"no positive case", nil, one},
		{"no negative case", one, nil},
		{"a positive case without a number", nan, one},
		{"a negative case without a number", one, nan},
	} {
		if v, err := eval.AUROC(c.positives, c.negatives); err == nil {
			t.Errorf("%s: AUROC is %v", c.why, v)
		}
		if v, _, err := eval.NegativesAnswered(c.positives, c.negatives, 0.9); err == nil {
			t.Errorf("%s: answered is %v", c.why, v)
		}
	}
	for _, share := range []float64{0, -1, 1.01, math.NaN(), math.Inf(1)} {
		if v, _, err := eval.NegativesAnswered(one, one, share); err == nil {
			t.Errorf("with a share of %v: %v", share, v)
		}
	}
}
