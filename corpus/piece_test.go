package corpus_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
)

// TestPieces cuts passages where other footnotes come into force. A piece is shown with
// its labels, and "!" if it is silent; what its marks stand before is behind "_".
func TestPieces(t *testing.T) {
	const notes = "\n\n[^1]: a\n[^2]: b\n"
	for _, tt := range []struct {
		reason, src string
		span        cite.Span // of the first passage's text; all of it if empty
		want        []string
	}{
		{"no note", "It hums.", cite.Span{}, []string{"It hums."}},
		{"one for all", "It hums. It sings.[^1]", cite.Span{}, []string{"It hums. It sings.{1}"}},
		{"one for each sentence", "It hums.[^1] It sings.[^2]", cite.Span{}, []string{"It hums.{1}", "! ", "It sings.{2}"}},
		{"in the middle of a sentence", "It hums,[^1] it sings.", cite.Span{}, []string{"It hums,{1}", " it sings."}},
		{"a part of a piece", "It hums.[^1] It sings.[^2]", cite.Span{Start: 3, End: 11}, []string{"hums.{1}", "! ", "It{2}"}},
		{"two on the same", "It hums.[^1][^2]", cite.Span{}, []string{"It hums.{1}{2}"}},
		{"the same twice is one", "It hums.[^1] It sings.[^1]", cite.Span{}, []string{"It hums.{1}", "! ", "It sings.{1}"}},
		{"cells", "| a | b |\n|---|---|\n| one[^1] | two[^2] |", cite.Span{}, []string{"one{1}", "! | ", "two{2}"}},
		{"a cell without a note before one that has one", "| a | b |\n|---|---|\n| one | two[^2] |", cite.Span{}, []string{"one_ | ", "two{2}"}},
		{"punctuation alone", "It hums[^1]!", cite.Span{}, []string{"It hums!{1}"}},
		{"an empty span", "It hums.[^1]", cite.Span{Start: 3, End: 3}, nil},
	} {
		for p := range parse(t, "a.md", tt.src+notes).Passages() {
			span := tt.span
			if tt.span == (cite.Span{}) {
				span.End = len(p.Text())
			}
			var got []string
			var all strings.Builder
			for _, piece := range p.Pieces(span) {
				text, rest := piece.Marked(p.Text())
				all.WriteString(text + rest)
				for _, f := range piece.Footnotes {
					text += "{" + f.Label + "}"
				}
				if piece.Silent {
					text = "!" + text
				}
				if rest != "" {
					text += "_" + rest
				}
				got = append(got, text)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
			}
			if all.String() != span.Of(p.Text()) {
				t.Errorf("%s: the pieces are %q", tt.reason, all.String())
			}
			break
		}
	}
}
