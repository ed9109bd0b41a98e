package main

import (
	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// marked returns a span of a passage's text with marks: each stands behind the
// text that its footnote vouches for, and what has no footnote is said to have
// none, in the middle of a sentence too. all reports whether every piece has one.
func (a *app) marked(p corpus.Passage, span cite.Span) (text styled, all bool) {
	all = true
	for _, piece := range p.Pieces(span) {
		said, rest := piece.Marked(p.Text())
		text += plain(said)
		if !piece.Silent {
			text += a.marks(piece.Footnotes)
			all = all && len(piece.Footnotes) > 0
		}
		text += plain(rest)
	}
	return text, all
}
