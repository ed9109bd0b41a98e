package costtest

import (
	"slices"
	"testing"
)

// sum adds up n numbers so many times over.
func sum(numbers []byte, times int) (total int) {
	for range times {
		for _, b := range numbers {
			total += int(b)
		}
	}
	return total
}

func TestCheck(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("compares times, which takes seconds and means nothing under the race detector")
	}
	var sink int
	for _, test := range []struct {
		name    string
		size    int
		prepare func(n int) func()
		ok      bool
	}{
		{"constant", maxSize, func(int) func() { return func() { sink++ } }, true},
		{"linear", 1 << 10, func(n int) func() {
			numbers := make([]byte, n)
			return func() { sink += sum(numbers, 10) }
		}, true},
		{"sorting", 1 << 10, func(n int) func() {
			numbers := make([]uint32, n)
			return func() {
				x := uint32(1)
				for i := range numbers {
					x = x*1664525 + 1013904223
					numbers[i] = x
				}
				slices.Sort(numbers)
			}
		}, true},
		{"quadratic", 1 << 8, func(n int) func() {
			numbers := make([]byte, n)
			return func() { sink += sum(numbers, n) }
		}, false},
		{"linear at first, then quadratic", 1 << 12, func(n int) func() {
			numbers := make([]byte, n)
			return func() { sink += sum(numbers, 1+n/1000) }
		}, false},
	} {
		if err := check(test.size, test.prepare); (err == nil) != test.ok {
			t.Errorf("%s: %v", test.name, err)
		}
	}
}

// TestPrepareIsNotTimed: only the work counts, whatever it takes to make its
// input.
func TestPrepareIsNotTimed(t *testing.T) {
	var sink int
	Linear(t, "linear work on an input that takes quadratic time to make", 1<<10, func(n int) func() {
		numbers := make([]byte, n)
		sink += sum(numbers, n)
		return func() { sink += sum(numbers, 400) }
	})
}
