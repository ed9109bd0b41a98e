package corpus

import (
	"errors"
	"iter"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

func (c *Corpus) footnoteTests(q FactQuery) ([]factTest, error) {
	var lists []iter.Seq[fact.Fact]
	seen := map[string]bool{}
	for _, given := range q.Footnotes {
		note, err := c.findFootnote(given)
		if err != nil {
			return nil, err
		}
		if ref := note.Ref(); !seen[ref] {
			seen[ref] = true
			lists = append(lists, c.Facts().Under(note))
		}
	}
	return oneOf(lists), nil
}

// findFootnote returns the footnote that is given as 4, ^4 or ARTICLE^4, in
// brackets or not.
func (c *Corpus) findFootnote(given string) (cite.Footnote, error) {
	ref := FootnoteRef(given)
	if strings.HasSuffix(ref, "^") {
		return cite.Footnote{}, unknownName(WhatFootnote, given, c.marks())
	}
	note, err := c.Footnote(ref)
	for _, typed := range []error{
		find[*AmbiguousLabelError](err), find[*UnknownArticleError](err), find[*UnknownLabelError](err),
	} {
		if typed != nil {
			return note, typed // without the name of the package
		}
	}
	return note, err
}

// FootnoteRef returns a footnote that people give as 4, ^4 or ARTICLE^4, in brackets or
// not, as [Corpus.Footnote] takes it: with its "^", whether it names one or not.
func FootnoteRef(given string) string {
	ref := Unbracket(given)
	if !strings.Contains(ref, "^") {
		ref = "^" + ref
	}
	return ref
}

// find returns the error of type E in err's tree, nil if there is none.
func find[E error](err error) error {
	if e, ok := errors.AsType[E](err); ok {
		return e
	}
	return nil
}

// marks returns the marks of all footnotes.
func (c *Corpus) marks() []named {
	var out []named
	for _, a := range c.articles {
		for f := range a.Footnotes() {
			out = append(out, named{name: c.Mark(f)})
		}
	}
	return out
}

func (c *Corpus) passageTests(q FactQuery) ([]factTest, error) {
	var lists []iter.Seq[fact.Fact]
	seen := map[cite.PassageID]bool{}
	for _, given := range q.Passages {
		p, err := c.FindPassage(given)
		if err != nil {
			return nil, err
		}
		if !seen[p.ID()] {
			seen[p.ID()] = true
			lists = append(lists, c.Facts().In(p.ID()))
		}
	}
	return oneOf(lists), nil
}
