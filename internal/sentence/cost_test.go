package sentence_test

import (
	"strconv"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/costtest"
	"github.com/footnote-go/footnote/internal/sentence"
)

// nastiest are pieces which, repeated, make the scanner look back or ahead at
// every step, or would if it did not bound how far.
var nastiest = []string{
	".", ". ", "a.", "a. ", "A. ", ".a ", "...(", "(", "[", "( . ", "[ . ", "(a. B) ", "(.)",
	`"`, `."`, `. "`, "“", "«", ". » ", "\n", " \n", ". \n", " ", "\u00a0", ".\u00a0",
	"[4]", ".[4]", ". [4]", "[4] ", ". [4] ", "[^a.]", ". [^a.]", "¹", ".¹", "[^", ". [^a", "【",
	"。", "。”", "\u200b", ".\u200b", ". \u200b", "— ", ". — ", "\xff", ".\xff", ". \xff",
	"Dr. ", "U.S.", "U.S. ", "1. ", "iPhone", ". iPhone", "ж", "走",
}

func TestTimeIsLinear(t *testing.T) {
	for _, piece := range nastiest {
		costtest.Linear(t, strconv.Quote(piece), 1<<15, func(n int) func() {
			text := strings.Repeat(piece, n/len(piece))
			var dst []sentence.Span
			return func() { dst = sentence.Append(dst[:0], text) }
		})
	}
}

// prose is plain English with the usual share of awkward places.
const prose = `The committee met in Washington, D.C. on Jan. 5 to hear Dr. Smith.
She said that the index had fallen 3.5 percent (see Fig. 3) since 2019, and that
nobody knew why.[^4] "We looked at the data," she added, "and found nothing." In the
U.S. Senate the mood was darker. The bill, which had passed the House two weeks
before, was not expected to survive; its sponsors, among them J. R. Miller, said
so themselves.[^5]

`

func TestAppendDoesNotAllocate(t *testing.T) {
	text := strings.Repeat(prose, 10)
	dst := sentence.Split(text)
	if n := testing.AllocsPerRun(10, func() { sentence.Append(dst[:0], text) }); n != 0 {
		t.Errorf("Append with room for all spans: %v allocations", n)
	}
}

func BenchmarkSplit(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"prose", strings.Repeat(prose, 100)},
		{"Cyrillic", strings.Repeat("Комитет собрался в Москве. Никто не знал почему. ", 1000)},
		{"Chinese", strings.Repeat("委员会在北京开会。没有人知道为什么。", 1000)},
		{"stops", strings.Repeat("a. ", 10_000)},
	} {
		b.Run(bench.name, func(b *testing.B) {
			dst := sentence.Split(bench.text)
			b.SetBytes(int64(len(bench.text)))
			b.ReportAllocs()
			for b.Loop() {
				dst = sentence.Append(dst[:0], bench.text)
			}
		})
	}
}
