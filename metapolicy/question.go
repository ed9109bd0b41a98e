package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Question is something that the article leaves open.
type Question struct {
	About Entity `json:"about"`
	Text  string `json:"text"`
}

// Questions returns what the article leaves open.
func Questions() iter.Seq[fact.Stated[Question]] {
	return all("question", func(e entry) Question {
		return Question{e.subject, e.data.Text}
	}, "question")
}

// Stakes returns what hangs on the open questions, and how far they are from an
// answer.
func Stakes() iter.Seq[fact.Stated[Question]] {
	return all("question", func(e entry) Question {
		return Question{e.subject, e.data.Text}
	}, "stakes", "depends on", "state of evidence")
}
