//go:build race

package grounding_test

// raceDetector says that the tests run under the race detector, which slows
// them down and has nothing to find in a single goroutine.
const raceDetector = true
