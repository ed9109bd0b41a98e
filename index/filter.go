package index

import (
	"fmt"
	"slices"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/number"
	"github.com/footnote-go/footnote/internal/rank"
	"github.com/footnote-go/footnote/internal/text"
)

// An UnknownEntityError tells of a filter that names nothing that the corpus
// speaks of.
type UnknownEntityError struct{ Name string }

func (e *UnknownEntityError) Error() string {
	return fmt.Sprintf("no passage names %q, and no fact is about it", e.Name)
}

// about returns the passages that speak of an entity, by ordinal: those with a
// fact about it, and those whose text has its name or another of its names.
func (x *Index) about(entity string) ([]uint32, error) {
	facts := x.corpus.Facts()
	names := []string{entity}
	if e, ok := facts.Entity(entity); ok {
		names = append(append(names, e.Name), e.Aliases...)
	}
	var words text.Analyzer
	folded := make([]string, 0, len(names))
	for _, n := range names {
		if f := nameOf(words.AppendWords(nil, n)).folded; f != "" {
			folded = append(folded, f)
		}
	}
	with := map[string]bool{}
	for f := range facts.About(entity) {
		for _, e := range f.Evidence() {
			with[string(e.Passage)] = true
		}
	}
	var out []uint32
	for i, p := range x.passages {
		if with[string(p.ID())] || slices.ContainsFunc(folded, func(name string) bool {
			return within(name, nameOf(words.AppendWords(nil, p.Text())).folded)
		}) {
			out = append(out, uint32(i))
		}
	}
	if len(out) == 0 {
		return nil, fmt.Errorf("index: %w", &UnknownEntityError{entity})
	}
	return out, nil
}

// dated returns the passages with a date that is surely after the one and before
// the other, by ordinal. A zero date sets no bound.
func (x *Index) dated(after, before fact.Date) []uint32 {
	facts := x.corpus.Facts()
	fits := func(d fact.Date) bool {
		return (after.IsZero() || d.After(after)) && (before.IsZero() || d.Before(before))
	}
	var out []uint32
	for i, p := range x.passages {
		if slices.ContainsFunc(datesOf(facts, p), fits) {
			out = append(out, uint32(i))
		}
	}
	return out
}

// datesOf returns the dates of a passage: those that its text has, and those of
// the facts that rest on it.
func datesOf(facts *fact.Set, p corpus.Passage) []fact.Date {
	out := datesIn(p.Text())
	for f := range facts.In(p.ID()) {
		for _, v := range f.Values() {
			if d, ok := v.Date(); ok {
				out = append(out, d)
			}
		}
	}
	return out
}

// datesIn returns the dates that a text has.
func datesIn(s string) []fact.Date {
	var out []fact.Date
	for _, m := range number.Append(nil, s) {
		if m.Kind != number.KindDate {
			continue
		}
		if d, err := fact.ParseDate(m.EDTF()); err == nil { // seasons are no dates of facts
			out = append(out, d)
		}
	}
	return out
}

// An ordinalList is the postings of passages that are known by their ordinals.
type ordinalList struct {
	docs []uint64
	at   int
}

// ordinalPostings returns the postings of passages.
func (x *Index) ordinalPostings(ordinals []uint32) *ordinalList {
	l := &ordinalList{docs: make([]uint64, len(ordinals))}
	for i, o := range ordinals {
		l.docs[i] = uint64(x.documents[o])
	}
	slices.Sort(l.docs)
	return l
}

// Next implements rank.Postings.
func (l *ordinalList) Next() (rank.Posting, error) {
	if l.at >= len(l.docs) {
		return rank.Posting{Doc: rank.Done}, nil
	}
	l.at++
	return rank.Posting{Doc: l.docs[l.at-1], TF: 1, Len: 1}, nil
}

// Advance implements rank.Postings.
func (l *ordinalList) Advance(doc uint64) (rank.Posting, error) {
	n, _ := slices.BinarySearch(l.docs[l.at:], doc)
	l.at += n
	return l.Next()
}
