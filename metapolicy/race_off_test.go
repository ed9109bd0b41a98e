//go:build !race

package metapolicy_test

// raceEnabled reports whether the race detector is on.
const raceEnabled = false
