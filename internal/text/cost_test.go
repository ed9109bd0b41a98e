package text_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/costtest"
	"github.com/footnote-go/footnote/internal/text"
)

// nastiest are pieces which, repeated, make one long word, or make the rules look
// ahead or back at every step.
var nastiest = []string{
	"a", "a ", "a.", "a'", "a’", "'", "’", "1,", "1.", "111,", "1,111", ".", ",", "ab.",
	"\u00ad", "a\u00ad", "a\u00ad\u00ad", "\u0301", "a\u0301", "é", "ж", "ﷺ", "か\u3099", "漢", "漢a", "ー", "한",
	"\xff", "a\xff", "\x00", "ise", "our", "lyse", "organisation ", "’s", "a’s", "'ll",
}

func TestTimeIsLinear(t *testing.T) {
	for _, piece := range nastiest {
		costtest.Linear(t, strconv.Quote(piece), 1<<13, func(n int) func() {
			s := strings.Repeat(piece, n/len(piece))
			return func() {
				var a text.Analyzer
				a.Append(nil, s)
			}
		})
	}
}
