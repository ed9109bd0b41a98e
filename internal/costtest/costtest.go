// Package costtest checks that work takes time in proportion to its input. It is
// for tests only.
//
// # A ratio, never a time
//
// A limit in seconds says more about the machine, and about what else runs on
// it, than about the code: it is too short for a slow machine and too long to
// notice anything on a fast one. How the time grows with the input is a property
// of the code. So an input is compared with pieces of it: one run over [Factor]
// times the input with Factor runs over the input. Both are the same amount of
// work if the time is linear; if it is quadratic, the first takes Factor times as
// long. [Bound] lies between.
//
// That both last about as long matters on a busy machine: a short run is done
// before the scheduler takes the processor away, while a long one waits for its
// turn again and again, and looks several times as slow as it is.
package costtest

import (
	"fmt"
	"testing"
	"time"
)

const (
	// Factor is how many times as large the larger input is.
	Factor = 16
	// Bound is how many times as long a unit of the larger input may take. It is
	// the geometric mean of 1, for linear work, and Factor, for quadratic work:
	// caches that overflow stay below, and so does a factor of log n.
	Bound = 4

	// floor is the shortest sample that means anything. Below, the clock, an
	// interrupt or the garbage collector count for more than the work.
	floor = 4 * time.Millisecond
	// maxSize ends the search for an input that takes that long, for work that
	// doesn't depend on its input.
	maxSize = 1 << 22
	// runs is how many samples are taken, of which the shortest counts: what
	// disturbs a run makes it longer, never shorter.
	runs = 3
	// attempts is how many times in a row the bound has to be passed to count.
	attempts = 3
)

// Linear fails the test if the time that work takes grows faster than its input.
// prepare makes an input of about n units, bytes for instance, and returns the
// work to be timed; what prepare does itself doesn't count, and the work is done
// more than once. size is the n of the smaller input to begin with, doubled as
// long as the work is over too soon to be timed. name says in a failure which
// input it was.
//
// Linear skips the test with -short, since it takes seconds over many inputs, and
// under the race detector, which has a cost of its own for each access.
func Linear(t *testing.T, name string, size int, prepare func(n int) (work func())) {
	t.Helper()
	if testing.Short() || raceDetector {
		t.Skip("compares times, which takes seconds and means nothing under the race detector")
	}
	if err := check(size, prepare); err != nil {
		t.Errorf("%s: %v", name, err)
	}
}

// check returns an error if the growth is over the bound in all attempts.
func check(size int, prepare func(n int) func()) error {
	var n int
	var ratio float64
	for range attempts {
		if n, ratio = growth(size, prepare); ratio <= Bound {
			return nil
		}
	}
	return fmt.Errorf("the time is not linear: an input of %d took %.1f times as long as %d of %d", Factor*n, ratio, Factor, n)
}

// growth returns how many times as long one run over Factor·n units takes as
// Factor runs over n, and the n, from size up, that was large enough to tell.
func growth(size int, prepare func(n int) func()) (n int, ratio float64) {
	for n = size; ; n *= 2 {
		small, large := prepare(n), prepare(Factor*n)
		one, many := time.Duration(1<<63-1), time.Duration(1<<63-1)
		for range runs {
			many = min(many, timeOf(Factor, small))
			one = min(one, timeOf(1, large))
		}
		if min(one, many) >= floor || n >= maxSize {
			return n, float64(one) / float64(max(many, 1))
		}
	}
}

// timeOf returns how long it takes to do the work so many times.
func timeOf(times int, work func()) time.Duration {
	start := time.Now()
	for range times {
		work()
	}
	return time.Since(start)
}
