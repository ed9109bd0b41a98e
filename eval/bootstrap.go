package eval

import (
	"errors"
	"fmt"
	"math"
	"math/bits"
	"math/rand/v2"
	"slices"
)

// A Difference is that between the means of two systems over the same queries.
type Difference struct {
	// Mean is that of the first less that of the second.
	Mean float64 `json:"mean"`
	// Low and High bound an interval that has the true difference with 95%
	// confidence.
	Low  float64 `json:"low"`
	High float64 `json:"high"`
	// P is how likely a difference so far from 0 on either side is, if there is
	// none.
	P float64 `json:"p"`
}

// BootstrapOptions are the settings of [PairedBootstrap]. The zero
// BootstrapOptions are the defaults.
type BootstrapOptions struct {
	// Resamples is how often the queries are drawn anew; 0 means
	// DefaultResamples.
	Resamples int
	// Seed chooses the drawings. The same seed gives the same result.
	Seed uint64
}

// DefaultResamples is how often queries are drawn where BootstrapOptions don't
// say.
const DefaultResamples = 10_000

// PairedBootstrap compares two systems by their scores for the same queries, in
// the same order. It draws as many queries as there are, with replacement, again
// and again, and looks at how the mean of a - b varies.
//
// The interval is that between the 2.5th and 97.5th percentile of those means
// (Efron and Tibshirani 1993, "An Introduction to the Bootstrap", chapter 13). P
// is twice the share of drawings in which the difference is 0 or has the other
// sign, at most 1, as Koehn counts (2004, "Statistical significance tests for
// machine translation evaluation"), but for both sides. The data itself counts as
// a drawing with the other sign, so that P is never 0. This is not the test of
// Sakai (2006, "Evaluating evaluation metrics based on the bootstrap"), which
// draws from differences that are shifted to a mean of 0, and studentizes them.
//
// Lists of different length, empty ones, and scores that are not finite are
// errors, and so is a negative number of resamples.
func PairedBootstrap(a, b []float64, opts BootstrapOptions) (Difference, error) {
	n := opts.Resamples
	switch {
	case len(a) != len(b):
		return Difference{}, fmt.Errorf("eval: %d scores of one system and %d of the other; each query needs both", len(a), len(b))
	case len(a) == 0:
		return Difference{}, errors.New("eval: no scores to compare")
	case n < 0:
		return Difference{}, fmt.Errorf("eval: %d resamples", n)
	case n == 0:
		n = DefaultResamples
	}
	differences := make([]float64, len(a))
	for i := range a {
		if err := errors.Join(checkFinite(a[i]), checkFinite(b[i])); err != nil {
			return Difference{}, fmt.Errorf("eval: query %d: %w", i+1, err)
		}
		differences[i] = a[i] - b[i]
	}
	d := Difference{Mean: mean(differences)}
	means := resample(differences, n, opts.Seed)
	opposite := 0
	for _, m := range means {
		if m*math.Copysign(1, d.Mean) <= 0 {
			opposite++
		}
	}
	d.P = 1
	if d.Mean != 0 {
		d.P = min(1, 2*float64(opposite+1)/float64(n+1))
	}
	slices.Sort(means)
	cut := max(1, (n+1)/40) // 2.5%
	d.Low, d.High = means[cut-1], means[n-cut]
	return d, nil
}

// resample returns the means of n lists that are drawn from values.
func resample(values []float64, n int, seed uint64) []float64 {
	random := rand.NewPCG(seed, 0)
	means := make([]float64, n)
	for i := range means {
		sum := 0.0
		for range values {
			// Not rand.IntN, whose numbers another release of Go may change.
			at, _ := bits.Mul64(random.Uint64(), uint64(len(values)))
			sum += values[at]
		}
		means[i] = sum / float64(len(values))
	}
	return means
}

// drawing returns n numbers from 0 to n-1, drawn with replacement: the same for the same
// seed and number of the drawing.
func drawing(seed, number uint64, n int) []int {
	random := rand.NewPCG(seed, number)
	out := make([]int, n)
	for i := range out {
		at, _ := bits.Mul64(random.Uint64(), uint64(n))
		out[i] = int(at)
	}
	return out
}

func checkFinite(score float64) error {
	if math.IsNaN(score) || math.IsInf(score, 0) {
		return fmt.Errorf("the score %v is not finite", score)
	}
	return nil
}
