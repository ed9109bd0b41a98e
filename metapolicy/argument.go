package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// An Argument is a reason that somebody gives for or against something.
type Argument struct {
	About Entity `json:"about"` // an engagement, a model, releases of open weights
	Text  string `json:"text"`
	// By are those who give it as persons or organizations of the article. Of an
	// engagement's arguments it is empty: AttributedTo of the fact says who gave
	// them.
	By []Entity `json:"by,omitempty"`
}

// Arguments returns the arguments of the article, with those of engagements.
func Arguments() iter.Seq[fact.Stated[Argument]] {
	return pick(Facts().All(), func(e entry) bool { return e.Property() == "argument" }, argument)
}

// Weighings returns how the article weighs an argument: what speaks for it and what
// against.
func Weighings() iter.Seq[fact.Stated[Argument]] {
	return all("argument", argument, "strength of argument", "weakness of argument")
}

func argument(e entry) Argument {
	return Argument{e.subject, e.data.Text, slices.Clone(e.data.By)}
}
