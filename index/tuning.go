package index

// What terms that were added to a question count, q(t), and how much the signals of
// the second stage do. They were tried in coarse steps on the development questions
// (testdata) and on three public collections (Cranfield, CISI, sentences of WiCE),
// one setting for all; docs/measurements.md says what each part brings.
const (
	nameCount    = 0.6 // another name of what the question names
	numberCount  = 0.2 // a value whose words the corpus knows, so that they find it, too
	synonymCount = 0.4 // a word that means the same

	proximityWeight = 0.05
	sentenceWeight  = 0.05
	askedWeight     = 0.6
	statedWeight    = 0.2
	feedbackWeight  = 0.1
)

// What counts in a sentence that may answer, beside the part of the question that it
// has: that it stands in a passage that was found, the likeness of the best fact
// that rests on it, and how much it has of the best question of the document
// expansion. All of it counts by the square of its passage's score.
const (
	sentencePrior  = 0.1
	sentenceStated = 1
	sentenceEchoed = 1
)
