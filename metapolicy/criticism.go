package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Criticism is what is held against something or somebody.
type Criticism struct {
	Of     Entity `json:"of"`
	Ground string `json:"ground"`
	// Critics are who says it; it is empty where the article doesn't name them.
	Critics []Entity `json:"critics,omitempty"`
	// AnswerID is the ID of the fact that answers it, "" if the article has no
	// answer.
	AnswerID string `json:"answer,omitempty"`
}

// Answer returns the fact that answers the criticism, the zero Fact if the article
// has none.
func (c Criticism) Answer() fact.Fact { return open().entries[c.AnswerID].Fact }

// Criticisms returns the criticisms of the article, with what critics miss in
// safety measures ([Measure.Gaps]), what is held against Meta's side of an engagement
// ([Engagement.Objections]), and against a study ([Study.Cautions]).
func Criticisms() iter.Seq[fact.Stated[Criticism]] {
	return pick(Facts().All(), isCriticism, func(e entry) Criticism {
		c := Criticism{e.data.Of, e.data.Text, slices.Clone(e.data.Critics), e.data.Answer}
		if c.Of == "" {
			c.Of = e.subject
		}
		return c
	})
}

// isCriticism reports whether a fact is a criticism of a thing, or something that is
// held against its subject.
func isCriticism(e entry) bool {
	return e.states("criticism", "criticism") || e.states("safety", "gap") ||
		e.states("engagement", "objection") || e.states("finding", "caution")
}
