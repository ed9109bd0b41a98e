package eval_test

import (
	"math"
	"testing"

	"github.com/footnote-go/footnote/eval"
)

// The examples and values are those that Newcombe has for the score method without
// continuity correction (1998, "Two-sided confidence intervals for the single
// proportion: comparison of seven methods").
func TestWilson(t *testing.T) {
	for _, test := range []struct {
		k, n   int
		lo, hi float64
		reason string
	}{
		{81, 263, 0.2553, 0.3662, "published"},
		{15, 148, 0.0624, 0.1605, "published"},
		{0, 20, 0, 0.1611, "published; none"},
		{1, 29, 0.0061, 0.1718, "published"},
		{20, 20, 0.8389, 1, "all: the mirror of none"},
		{0, 0, 0, 1, "nothing is known"},
	} {
		lo, hi := eval.Wilson(test.k, test.n)
		if math.Abs(lo-test.lo) > 0.00005 || math.Abs(hi-test.hi) > 0.00005 {
			t.Errorf("%d of %d (%s): %.4f to %.4f, want %.4f to %.4f", test.k, test.n, test.reason, lo, hi, test.lo, test.hi)
		}
	}
	for _, bad := range [][2]int{{-1, 3}, {4, 3}, {0, -1}} {
		if lo, hi := eval.Wilson(bad[0], bad[1]); !math.IsNaN(lo) || !math.IsNaN(hi) {
			t.Errorf("%d of %d gives %v to %v", bad[0], bad[1], lo, hi)
		}
	}
}
