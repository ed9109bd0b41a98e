package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// An Event is something that happened, apart from releases and publications, which
// have methods of their own. [Timeline] has all that is dated.
type Event struct {
	Of   Entity    `json:"of"`
	Date fact.Date `json:"date,omitzero"` // zero if the article gives none
	Text string    `json:"text"`
}

// Events returns the events of the article.
func Events() iter.Seq[fact.Stated[Event]] {
	return all("event", func(e entry) Event {
		return Event{e.subject, e.Date(), e.data.Text}
	})
}
