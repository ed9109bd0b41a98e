package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Partnership is a formal collaboration of Meta.
type Partnership struct {
	With     Organization `json:"with"`
	Function string       `json:"function"` // what the partner does in it
}

// Partnerships returns the collaborations of Meta.
func Partnerships() iter.Seq[fact.Stated[Partnership]] {
	return all("partnership", func(e entry) Partnership {
		return Partnership{e.data.Organization, e.data.Text}
	}, "function")
}
