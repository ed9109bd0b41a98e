package index

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// ErrEmptyQuestion is the error of a question without any text.
var ErrEmptyQuestion = errors.New("index: the question is empty")

// DefaultK is how many passages are returned where a query doesn't say.
const DefaultK = 10

// MaxTerms is how many distinct terms of a question are looked at; later ones are
// passed over. A question that people ask has fewer than thirty.
const MaxTerms = 128

// A Query asks for passages.
type Query struct {
	// Text is the question, plain text in which nothing is syntax.
	Text string
	// K is how many passages to return at most; 0 or less means DefaultK.
	K int
	// Articles restricts the search to these articles, by ID.
	Articles []string
	// Sections restricts the search to these sections and those under them:
	// IDs (ARTICLE#SLUG), slugs with or without "#", or headings in any case.
	Sections []string
	// Footnotes restricts the search to passages where one of these footnotes
	// is in force: ARTICLE^LABEL, or ^LABEL where that is unambiguous.
	Footnotes []string
	// Entities restricts the search to passages that speak of all of these:
	// whose text has the name or another name of it, or on which a fact about
	// it rests. Names, aliases and IDs, in any case.
	Entities []string
	// After and Before restrict the search to passages with a date that is
	// surely after the one and before the other (fact.Date.After), in the text
	// or in a fact that rests on it. The zero Date sets no bound.
	After, Before fact.Date
}

// An UnknownSectionError tells of a filter that names no section of the corpus.
type UnknownSectionError struct {
	Name string
	// Known are the first slugs that there are, at most five.
	Known []string
}

func (e *UnknownSectionError) Error() string {
	return fmt.Sprintf("no section %q; there is, for example, %s", e.Name, strings.Join(e.Known, ", "))
}

func (x *Index) unknownSection(name string) error {
	e := &UnknownSectionError{Name: name}
	for a := range x.corpus.Articles() {
		for s := range a.Sections() {
			if len(e.Known) < 5 && !slices.Contains(e.Known, s.Slug()) {
				e.Known = append(e.Known, s.Slug())
			}
		}
	}
	return e
}

// Check returns the error that Search would give for the filters of a query. It
// doesn't look at the question.
func (x *Index) Check(q Query) error {
	_, err := x.conditions(q)
	return err
}

// A condition is a filter of a query: a field and the values that pass, or the
// passages that do.
type condition struct {
	field    string
	values   []string
	ordinals []uint32 // where there is no field
}

// conditions resolves the filters of a query.
func (x *Index) conditions(q Query) ([]condition, error) {
	var out []condition
	if len(q.Articles) > 0 {
		if _, err := x.corpus.Only(q.Articles...); err != nil {
			return nil, fmt.Errorf("index: %w", err)
		}
		out = append(out, condition{field: articleFilter, values: q.Articles})
	}
	if len(q.Sections) > 0 {
		var ids []string
		for _, name := range q.Sections {
			found := x.sections(name)
			if len(found) == 0 {
				return nil, fmt.Errorf("index: %w", x.unknownSection(name))
			}
			ids = append(ids, found...)
		}
		out = append(out, condition{field: sectionFilter, values: ids})
	}
	if len(q.Footnotes) > 0 {
		var refs []string
		for _, ref := range q.Footnotes {
			f, err := x.corpus.Footnote(ref)
			if err != nil {
				return nil, fmt.Errorf("index: %w", err)
			}
			refs = append(refs, f.Ref())
		}
		out = append(out, condition{field: noteFilter, values: refs})
	}
	for _, name := range q.Entities {
		found, err := x.about(name)
		if err != nil {
			return nil, err
		}
		out = append(out, condition{ordinals: found})
	}
	if !q.After.IsZero() || !q.Before.IsZero() {
		out = append(out, condition{ordinals: x.dated(q.After, q.Before)})
	}
	return out, nil
}

// sections returns the IDs of the sections of a name.
func (x *Index) sections(name string) []string {
	var out []string
	for a := range x.corpus.Articles() {
		for s := range a.Sections() {
			if named(s, name) {
				out = append(out, s.ID())
			}
		}
	}
	return out
}

func named(s corpus.Section, name string) bool {
	return s.ID() == name || s.Slug() == strings.TrimPrefix(name, "#") || s.Heading() != "" && strings.EqualFold(s.Heading(), name)
}
