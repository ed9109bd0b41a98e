package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Definition says what a term means in the article.
type Definition struct {
	Term string `json:"term"`
	Text string `json:"text"`
}

// Definitions returns the terms that the article explains. One term may have
// several, each a part of its meaning.
func Definitions() iter.Seq[fact.Stated[Definition]] {
	return all("definition", func(e entry) Definition {
		return Definition{e.data.Term, e.data.Text}
	})
}
