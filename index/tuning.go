package index

// tuning holds the constants of the search that were fitted, so that they can be
// fitted again.
type tuning struct {
	name      float64 // q(t) of another name
	number    float64 // q(t) of a value whose words the corpus knows
	synonym   float64
	proximity float64
	sentence  float64
	asked     float64
	stated    float64
	feedback  float64

	// of sentences that answer
	sentenceStated float64
	sentenceEchoed float64
}

var tuned = tuning{
	name:      0.6,
	number:    0.2,
	synonym:   0.4,
	proximity: 0.05,
	sentence:  0.05,
	asked:     0.6,
	stated:    0.2,
	feedback:  0.1,

	sentenceStated: 1,
	sentenceEchoed: 1,
}
