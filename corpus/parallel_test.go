package corpus

import (
	"slices"
	"testing"
)

// TestInBlocks: each is done once, whatever their number.
func TestInBlocks(t *testing.T) {
	for n := range 100 {
		done := make([]int, n)
		inBlocks(n, func(i int) { done[i]++ })
		if slices.ContainsFunc(done, func(times int) bool { return times != 1 }) {
			t.Errorf("of %d: %v", n, done)
		}
	}
}
