package fact

import (
	"fmt"
	"iter"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A NotFoundError tells of an ID that no fact has.
type NotFoundError struct{ ID string }

func (e *NotFoundError) Error() string { return fmt.Sprintf("no fact %q", e.ID) }

// An AmbiguousError tells of an ID that several facts answer to.
type AmbiguousError struct {
	ID         string
	Candidates []string // in full, ARTICLE/ID
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("several facts answer to %s: say %s", e.ID, strings.Join(e.Candidates, " or "))
}

// Fact returns the fact of an ID, or of ARTICLE/ID, which is what to say where
// several articles have it. The error is a [*NotFoundError], or an
// [*AmbiguousError] where the ID may mean several facts: of several articles, or one
// read as ID and another as ARTICLE/ID.
func (s *Set) Fact(id string) (Fact, error) {
	if s == nil {
		return Fact{}, &NotFoundError{id}
	}
	found := s.byID[id]
	article, local, _ := strings.Cut(id, "/")
	full, isFull := s.byRef[factRef{article, local}]
	switch {
	case len(found) == 1 && !isFull:
		return Fact{s, found[0]}, nil
	case len(found) == 0 && isFull:
		return Fact{s, full}, nil
	case len(found) == 0:
		return Fact{}, &NotFoundError{id}
	}
	e := &AmbiguousError{ID: id}
	for _, i := range found {
		e.Candidates = append(e.Candidates, s.records[i].Article()+"/"+id)
	}
	if isFull {
		e.Candidates = append(e.Candidates, id)
	}
	return Fact{}, e
}

// About returns the facts about an entity, by its name, an alias or its ID; case
// doesn't count. Of a name that no entity has there are none.
func (s *Set) About(name string) iter.Seq[Fact] {
	return func(yield func(Fact) bool) { s.each(s.listAbout(name), yield) }
}

func (s *Set) listAbout(name string) []int32 {
	if s == nil {
		return nil
	}
	if i, ok := s.find(name); ok {
		return s.about[i]
	}
	return nil
}

// Of returns the facts that state a property of a subject, which goes by its name,
// an alias or its ID.
func (s *Set) Of(subject, property string) iter.Seq[Fact] {
	return func(yield func(Fact) bool) { s.each(s.listOf(subject, property), yield) }
}

func (s *Set) listOf(subject, property string) []int32 {
	if s == nil {
		return nil
	}
	i, ok := s.find(subject)
	if !ok {
		return nil
	}
	return s.byProperty[propertyKey{i, property}]
}

// Under returns the facts with evidence that a footnote is in force for.
func (s *Set) Under(f cite.Footnote) iter.Seq[Fact] {
	return func(yield func(Fact) bool) { s.each(s.listUnder(f), yield) }
}

func (s *Set) listUnder(f cite.Footnote) []int32 {
	if s == nil {
		return nil
	}
	return s.byFootnote[noteKey{f.Article, f.Label}]
}

// In returns the facts with evidence in a passage.
func (s *Set) In(passage cite.PassageID) iter.Seq[Fact] {
	return func(yield func(Fact) bool) { s.each(s.listIn(passage), yield) }
}

func (s *Set) listIn(passage cite.PassageID) []int32 {
	if s == nil {
		return nil
	}
	return s.byPassage[passage]
}

// OfKind returns the facts of a kind.
func (s *Set) OfKind(kind string) iter.Seq[Fact] {
	return func(yield func(Fact) bool) { s.each(s.listOfKind(kind), yield) }
}

func (s *Set) listOfKind(kind string) []int32 {
	if s == nil {
		return nil
	}
	return s.byKind[kind]
}

// Kinds returns the kinds that facts have, in the order of their first ones.
func (s *Set) Kinds() []string {
	var out []string
	for f := range s.All() {
		if s.byKind[f.Kind()][0] == f.i {
			out = append(out, f.Kind())
		}
	}
	return out
}

// Entities returns what facts are about: first the entities that were given to
// the set, also those that no fact names, then the others in the order of their
// first fact.
func (s *Set) Entities() iter.Seq[Entity] {
	return func(yield func(Entity) bool) {
		if s == nil {
			return
		}
		for _, e := range s.entities {
			if !yield(e.clone()) {
				return
			}
		}
	}
}

// Entity returns the entity of a name, an alias or an ID; case doesn't count.
func (s *Set) Entity(name string) (Entity, bool) {
	if s == nil {
		return Entity{}, false
	}
	i, ok := s.find(name)
	if !ok {
		return Entity{}, false
	}
	return s.entities[i].clone(), true
}
