package number_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/costtest"
	"github.com/footnote-go/footnote/internal/number"
)

// nastiest are pieces which, repeated, make the parser look back or ahead at every
// step.
var nastiest = []string{
	"1", "1 ", "1,", "1,234", "1.", "1.1.", "1-", "1/", "1:", "0", "10^", "1e", "a", "a ", "a.", "a-", "a/", "a1", "é", "漢1",
	"one ", "one-", "twenty ", "hundred and ", "one million ", "one hundred and ", "a half ", "half of a ", "one in ", "1 in 1 in ",
	"2024 ", "2024-", "2024–", "2024 to ", "2024/", "2024-07-", "2024's ", "July ", "July to ", "July 23 to ", "23–", "23 of ",
	"early ", "early-", "end of the ", "Q3 ", "FY", "first ", "third quarter of ", "$", "$1 to ", "US$", "USD ", "5 to ", "5–6 to ",
	"more than ", "about more than 5 ", "~", "[", "[4", "[^", "[^a", "【", "@", "://", "www.", "a.b", "1\n", "\n", " ", "#", "# 1\n",
	"v1.", "GPT-4-", "SB 1047 ", "2024 new new ", "1' ", "\u00a0", "1\u00a0", "½", "10²", "\xff",
}

func TestTimeIsLinear(t *testing.T) {
	for _, piece := range nastiest {
		costtest.Linear(t, strconv.Quote(piece), 1<<13, func(n int) func() {
			s := strings.Repeat(piece, n/len(piece))
			var dst []number.Mention
			return func() { dst = number.Append(dst[:0], s) }
		})
	}
}

const (
	figures = `For 2024 the company reported AI capital expenditure of approximately $45 billion, and put total commits at
		189,719, of which roughly 25% came from contributors. Since July 2023, more than 700 million people used it. `
	prose = `The strategy has measurably affected the wider ecosystem, regulatory debates in the United States as well as
		the European Union, and how tractable safety interventions are. Meanwhile it faces mounting tensions. `
)

func TestAppendDoesNotAllocate(t *testing.T) {
	for _, text := range []string{figures, prose} {
		dst := number.Append(nil, text)
		if n := testing.AllocsPerRun(10, func() { dst = number.Append(dst[:0], text) }); n != 0 {
			t.Errorf("Append with room for all mentions of %q: %v allocations", text, n)
		}
	}
}

func BenchmarkAppend(b *testing.B) {
	for _, bench := range []struct{ name, text string }{{"figures", figures}, {"prose", prose}} {
		b.Run(bench.name, func(b *testing.B) {
			var dst []number.Mention
			b.SetBytes(int64(len(bench.text)))
			b.ReportAllocs()
			for b.Loop() {
				dst = number.Append(dst[:0], bench.text)
			}
		})
	}
}
