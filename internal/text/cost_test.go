package text_test

import (
	"strings"
	"testing"
	"time"

	"github.com/footnote-go/footnote/internal/text"
)

// nastiest are pieces which, repeated, make one long word, or make the rules look
// ahead or back at every step.
var nastiest = []string{
	"a", "a ", "a.", "a'", "a’", "'", "’", "1,", "1.", "111,", "1,111", ".", ",", "ab.",
	"\u00ad", "a\u00ad", "a\u00ad\u00ad", "\u0301", "a\u0301", "é", "ж", "ﷺ", "か\u3099", "漢", "漢a", "ー", "한",
	"\xff", "a\xff", "\x00", "ise", "our", "lyse", "organisation ", "’s", "a’s", "'ll",
}

// TestTimeIsLinear compares the time of a text with that of four times the text.
// Linear work gives a ratio of four and quadratic work one of sixteen; a ratio
// over the bound has to show four times in a row to count.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const (
		size  = 1 << 14
		bound = 12
	)
	for _, piece := range nastiest {
		small := strings.Repeat(piece, size/len(piece))
		large := strings.Repeat(piece, 4*size/len(piece))
		var ratio float64
		for range 4 {
			ratio = float64(fastest(large)) / float64(fastest(small))
			if ratio <= bound {
				break
			}
		}
		if ratio > bound {
			t.Errorf("%q: four times the text took %.1f times as long", piece, ratio)
		}
	}
}

// fastest returns the shortest of a few times that a fresh Analyzer takes.
func fastest(s string) time.Duration {
	best := time.Duration(1<<63 - 1)
	for range 4 {
		var a text.Analyzer
		start := time.Now()
		a.Append(nil, s)
		best = min(best, max(1, time.Since(start)))
	}
	return best
}
