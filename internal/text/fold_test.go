package text_test

import (
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/text"
)

// TestFoldCuts: no folded word is longer than a term, whether anything in it is to be
// folded or not.
func TestFoldCuts(t *testing.T) {
	for _, piece := range []string{"x", "X", "é"} {
		for _, n := range []int{1, text.MaxTerm - 1, text.MaxTerm, text.MaxTerm + 1, 3 * text.MaxTerm} {
			if got := len(text.Fold(strings.Repeat(piece, n))); got > text.MaxTerm {
				t.Errorf("%d times %q folds to %d bytes", n, piece, got)
			}
		}
	}
}
