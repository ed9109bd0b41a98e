package citefmt

import (
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A piece of a text, and which spans cover it.
type piece struct {
	span   cite.Span
	covers []int
}

// pieces cuts a text at both ends of all spans. White space that no span covers
// goes with the piece before it, or else with the one after it: on its own it would
// be a block that the vendor refuses. An empty span covers the piece before it, at
// the start of the text the first one. It reports false if the pieces are covered
// more than most times in all.
func pieces(text string, spans []cite.Span, most int) ([]piece, bool) {
	cuts := []int{0, len(text)}
	for _, s := range spans {
		cuts = append(cuts, s.Start, s.End)
	}
	slices.Sort(cuts)
	cuts = slices.Compact(cuts)
	var all []piece
	for i := range len(cuts) - 1 {
		all = append(all, piece{span: cite.Span{Start: cuts[i], End: cuts[i+1]}})
	}
	for i, s := range spans {
		from, _ := slices.BinarySearch(cuts, s.Start)
		to, _ := slices.BinarySearch(cuts, s.End)
		if from == to {
			from, to = max(0, from-1), max(1, to)
		}
		for j := from; j < min(to, len(all)); j++ {
			if most--; most < 0 {
				return nil, false
			}
			all[j].covers = append(all[j].covers, i)
		}
	}
	var out []piece
	for i, p := range all {
		blank := len(p.covers) == 0 && trimmed(p.span.Of(text)) == ""
		switch {
		case blank && len(out) > 0:
			out[len(out)-1].span.End = p.span.End
		case blank && i+1 < len(all):
			all[i+1].span.Start = p.span.Start
		default:
			out = append(out, p)
		}
	}
	return out, true
}

func trimmed(s string) string { return strings.TrimFunc(s, unicode.IsSpace) }

// joined is a text that is put together.
type joined struct{ strings.Builder }

// add appends s and returns where it begins.
func (t *joined) add(s string) int {
	at := t.Len()
	t.WriteString(s)
	return at
}
