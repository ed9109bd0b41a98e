package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// An Effect is what the article sees as a consequence.
type Effect struct {
	Of   Entity `json:"of"`
	On   Entity `json:"on,omitempty"` // "" if the text says it
	Text string `json:"text"`
}

// Effects returns the consequences that the article sees.
func Effects() iter.Seq[fact.Stated[Effect]] {
	return all("effect", func(e entry) Effect {
		return Effect{e.subject, e.data.On, e.data.Text}
	})
}
