package corpus

import (
	"errors"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus/fact"
)

// FindFact returns the fact of an ID: SUBJECT/PROPERTY, or ARTICLE/SUBJECT/PROPERTY
// where several articles have it; brackets around it are allowed. The error is an
// [*UnknownFactError], which names those like it, a [*fact.AmbiguousError], or a
// [*NoFactsError].
func (c *Corpus) FindFact(id string) (fact.Fact, error) {
	if err := c.hasFacts(); err != nil {
		return fact.Fact{}, err
	}
	id = strings.TrimSpace(Unbracket(id))
	f, err := c.Facts().Fact(id)
	if _, ok := errors.AsType[*fact.NotFoundError](err); ok {
		return f, c.unknownFact(id)
	}
	return f, err
}

// FactID returns the shortest ID by which [Corpus.FindFact] finds a fact of
// [Corpus.Facts].
func (c *Corpus) FactID(f fact.Fact) string {
	if got, err := c.Facts().Fact(f.ID()); err != nil || got != f {
		return f.Article() + "/" + f.ID()
	}
	return f.ID()
}

// An UnknownFactError tells of an ID that no fact has.
type UnknownFactError struct {
	ID string
	// Similar are the IDs of facts of the same subject, the nearest first, at most
	// ten.
	Similar []string
}

func (e *UnknownFactError) Error() string {
	if len(e.Similar) == 0 {
		return fmt.Sprintf("no fact %q", e.ID)
	}
	return fmt.Sprintf("no fact %q; %s", e.ID, thereIs(e.Similar[:min(maxNear, len(e.Similar))], len(e.Similar) > maxNear))
}

// Unwrap returns the error that [fact.Set.Fact] has.
func (e *UnknownFactError) Unwrap() error { return &fact.NotFoundError{ID: e.ID} }

// unknownFact says of an ID that no fact has which there are of its subject.
func (c *Corpus) unknownFact(id string) error {
	var like []near
	for f := range c.Facts().All() {
		subject, _, _ := strings.Cut(f.ID(), "/")
		if len(like) < maxLikened && (strings.HasPrefix(id, subject+"/") || strings.HasPrefix(id, f.Article()+"/"+subject+"/")) {
			have := c.FactID(f)
			like = append(like, near{have, distance(id, have)})
		}
	}
	names := nearest(like)
	return &UnknownFactError{id, names[:min(maxKnown, len(names))]}
}
