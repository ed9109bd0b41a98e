package corpus

import (
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Piece is a longest part of a text all of which has the same footnotes in force.
type Piece struct {
	cite.Span
	// Footnotes are those in force. Their marks stand behind the piece, before what
	// parts it from the next cell of a table.
	Footnotes []cite.Footnote
	// Silent says that there is nothing in it but white space and punctuation, behind
	// which nobody would look for a mark.
	Silent bool
}

// Pieces cuts a span of the passage's text where other footnotes come into force, in
// the middle of a sentence too.
func (p Passage) Pieces(span cite.Span) []Piece {
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
	var out []Piece
	for i := 1; i < len(cuts); i++ {
		s := cite.Span{Start: cuts[i-1], End: cuts[i]}
		notes, silent := p.FootnotesAt(s), isSilent(s.Of(p.Text()))
		if n := len(out); n > 0 && sameNotes(out[n-1].Footnotes, notes) {
			out[n-1].End = s.End
			out[n-1].Silent = out[n-1].Silent && silent
			continue
		}
		out = append(out, Piece{s, notes, silent})
	}
	return out
}

// Marked returns the text of a piece in two: what its marks stand behind, and what
// follows them.
func (p Passage) Marked(piece Piece) (text, rest string) {
	words := piece.Of(p.Text())
	if piece.Silent {
		return words, ""
	}
	text = strings.TrimRight(words, " |")
	return text, words[len(text):]
}

func isSilent(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsPunct(r) && r != '|' })
}

func sameNotes(a, b []cite.Footnote) bool {
	return slices.EqualFunc(a, b, func(x, y cite.Footnote) bool { return x.Ref() == y.Ref() })
}
