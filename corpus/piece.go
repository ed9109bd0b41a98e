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

// Pieces cuts a span of the block's text where other footnotes come into force, in the
// middle of a sentence too. Spans are in the block's text.
func (b Block) Pieces(span cite.Span) []Piece {
	cuts := []int{span.Start, span.End}
	for r := range b.References() {
		for _, at := range []int{r.Scope().Start, r.Scope().End} {
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
		notes, silent := b.FootnotesAt(s), isSilent(s.Of(b.Text()))
		if n := len(out); n > 0 && sameNotes(out[n-1].Footnotes, notes) {
			out[n-1].End = s.End
			out[n-1].Silent = out[n-1].Silent && silent
			continue
		}
		out = append(out, Piece{s, notes, silent})
	}
	return out
}

// Pieces cuts a span of the passage's text as [Block.Pieces] does. Spans are in the
// passage's text. Where a block was split, a piece that goes on in the next passage ends
// with this one.
func (p Passage) Pieces(span cite.Span) []Piece {
	at := p.Span().Start
	out := p.Block().Pieces(span.Shift(at))
	for i := range out {
		out[i].Span = out[i].Shift(-at)
	}
	return out
}

// Marked returns the piece of a text in two: what its marks stand behind, and what
// follows them.
func (piece Piece) Marked(text string) (words, rest string) {
	words = piece.Of(text)
	if piece.Silent {
		return words, ""
	}
	said := strings.TrimRight(words, " |")
	return said, words[len(said):]
}

func isSilent(s string) bool {
	return !strings.ContainsFunc(s, func(r rune) bool { return !unicode.IsSpace(r) && !unicode.IsPunct(r) && r != '|' })
}

func sameNotes(a, b []cite.Footnote) bool {
	return slices.EqualFunc(a, b, func(x, y cite.Footnote) bool { return x.Ref() == y.Ref() })
}
