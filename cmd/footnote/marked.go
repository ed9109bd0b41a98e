package main

import (
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// marked returns a span of a passage's text with marks: each stands behind the
// text that its footnote vouches for, and what has no footnote is said to have
// none, in the middle of a sentence too. all reports whether every piece has one.
func (a *app) marked(p corpus.Passage, span cite.Span) (text styled, all bool) {
	all = true
	pieces := vouched(p, span)
	for i, s := range pieces {
		words := s.Of(p.Text())
		notes := p.FootnotesAt(s)
		if !saysSomething(words) || i+1 < len(pieces) && sameNotes(notes, p.FootnotesAt(pieces[i+1])) {
			text += plain(words)
			continue
		}
		said := strings.TrimRight(words, " |") // without what parts it from the next cell
		text += plain(said) + a.marks(notes) + plain(words[len(said):])
		all = all && len(notes) > 0
	}
	return text, all
}

// vouched cuts a span of a passage's text where the scope of a footnote starts or
// ends.
func vouched(p corpus.Passage, span cite.Span) []cite.Span {
	cuts := []int{span.Start, span.End}
	for r := range p.Block().References() {
		scope := r.Scope().Shift(-p.Span().Start)
		for _, at := range []int{scope.Start, scope.End} {
			if span.Start < at && at < span.End {
				cuts = append(cuts, at)
			}
		}
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var out []cite.Span
	for i := 1; i < len(cuts); i++ {
		out = append(out, cite.Span{Start: cuts[i-1], End: cuts[i]})
	}
	return out
}

// saysSomething reports whether there is more than white space and punctuation
// in a text.
func saysSomething(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsPunct(r) && r != '|' })
}

func sameNotes(a, b []cite.Footnote) bool {
	return slices.EqualFunc(a, b, func(x, y cite.Footnote) bool { return x.Ref() == y.Ref() })
}
