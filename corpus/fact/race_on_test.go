//go:build race

package fact_test

// raceDetector says that the tests run under the race detector, which
// allocates memory of its own.
const raceDetector = true
