package sentence_test

import (
	"strings"
	"testing"
	"time"

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

// TestTimeIsLinear compares the time of a text with that of four times the
// text. Linear work gives a ratio of four and quadratic work one of sixteen;
// the bound between leaves room for a busy machine, and a ratio over it has to
// show three times in a row to count.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	const (
		size  = 1 << 17
		bound = 12
	)
	for _, piece := range nastiest {
		small := strings.Repeat(piece, size/len(piece))
		large := strings.Repeat(piece, 4*size/len(piece))
		var ratio float64
		for range 3 {
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

// fastest returns the shortest of a few times Append takes for text.
func fastest(text string) time.Duration {
	dst := make([]sentence.Span, 0, len(text))
	best := time.Duration(1<<63 - 1)
	for range 3 {
		begin := time.Now()
		sentence.Append(dst, text)
		best = min(best, time.Since(begin))
	}
	return max(best, 1)
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
