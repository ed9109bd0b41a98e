//go:build !race

package costtest

// raceDetector says that the tests run under the race detector.
const raceDetector = false
