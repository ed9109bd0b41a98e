package corpus_test

import (
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/footnote-go/footnote/corpus"
)

type nastyPiece struct{ reason, piece string }

// nasty are pieces of which a file of nothing else costs a careless reader time
// or stack in proportion to the square of its size, or more.
var nasty = []nastyPiece{
	{"one line of words", "word "},
	{"brackets", "["},
	{"images", "!["},
	{"cut marks", "[^"},
	{"marks", "[^a]"},
	{"marks with text", "a.[^1], "},
	{"emphasis that only opens", "*a "},
	{"emphasis that opens, other that closes", "*a b_ "},
	{"the same on lines", "*a b_\n"},
	{"emphasis that could be either", "a**b"},
	{"nested emphasis", "*a **a "},
	{"code", "`"},
	{"code of two lengths", "``a`"},
	{"tags", "<"},
	{"cut tags", "<a b=\"\n"},
	{"comments", "<!--"},
	{"entities", "&"},
	{"cut entities", "&#"},
	{"addresses that don't end", "[a]("},
	{"addresses in angles that don't end", "[a](<b"},
	{"images of such", "![a]("},
	{"titles that don't end", "[a](b \"c"},
	{"brackets on lines", "[a]\n"},
	{"definitions of links", "[a]: b\n"},
	{"broken definitions of links", "[a]: <b\n"},
	{"definitions of links in two lines", "[a]:\n"},
	{"nested quotations", "> "},
	{"nested quotations without spaces", ">"},
	{"nested lists", "1. "},
	{"both", "- > "},
	{"nested footnotes", "[^a]: "},
	{"footnotes", "[^a]: b\n"},
	{"items", "- a\n"},
	{"headings", "# a\n"},
	{"one heading", "# "},
	{"headings with a line below", "a\n=\n"},
	{"pipes", "|"},
	{"tables", "| a | b |\n| - | - |\n"},
	{"HTML blocks", "<b>\n\n"},
	{"escapes", `\`},
	{"full stops", "."},
	{"quotation marks", `"`},
	{"bytes that are not UTF-8", "\xff"},
	{"NULs", "\x00"},
	{"empty lines", "\n"},
	{"line ends of an old Mac", "a\r"},
	{"numbers that could be marks", "a.1 "},
	{"numbers after years", "in 2024.1 "},
	{"numbers after brackets", ")1"},
	{"numbers with commas", "1,"},
	{"likewise after full stops", "1,1."},
	{"arrows", "↩ "},
}

// TestBadInput reads a quarter of a megabyte of each of nasty, as Markdown and as
// an export: never a panic, and nothing that the file holds is dropped from it. A
// reader that is quadratic in one of them doesn't end before the test's timeout.
func TestBadInput(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes seconds, minutes under the race detector")
	}
	const size = 1 << 18
	for _, tt := range nasty {
		src := strings.Repeat(tt.piece, size/len(tt.piece))
		for _, name := range []string{"x.md", "x.txt"} {
			a, err := corpus.Parse(name, []byte(src))
			if err != nil {
				t.Errorf("%s as %s: %v", tt.reason, name, err)
				continue
			}
			if a.Raw() != src {
				t.Errorf("%s as %s: the article's bytes are not those of the file", tt.reason, name)
			}
		}
	}
}

// TestTimeIsLinear reads each of nasty, as Markdown, as an export, and as a note.
func TestTimeIsLinear(t *testing.T) {
	pieces := slices.Clone(nasty)
	for _, p := range []string{"*a b_ ", "[a]\n", "[a](", "**a* ", "<a ", "`a``b```c "} {
		pieces = append(pieces, nastyPiece{"paragraphs just within the limits", strings.Repeat(p, 8000/len(p)) + "\n\n"})
	}
	for _, name := range []string{"x.md", "x.txt"} {
		for _, tt := range pieces {
			checkLinear(t, tt.reason+" in "+name, func(size int) func() {
				src := strings.Repeat(tt.piece, size/len(tt.piece))
				return func() { parse(t, name, src) }
			})
		}
	}
	for _, piece := range []string{"in 1999 ", "5 July 2024 ", "1 ", `"a `, "http://", "10.1000", "et al. 2024 ", "2024"} {
		checkLinear(t, "a note of "+piece, func(size int) func() {
			src := "[^1]: " + strings.Repeat(piece, size/len(piece))
			return func() { parse(t, "x.md", src) }
		})
	}
}

// TestCitingIsLinear cites all of a huge passage, by sentences and by footnotes.
func TestCitingIsLinear(t *testing.T) {
	for _, piece := range []string{"word.[^1] ", "字。[^1]字。[^2]", "Word.[^1] Word.[^2] "} {
		prepare := func(use func(*corpus.Article)) func(int) func() {
			return func(size int) func() {
				a := parse(t, "x.md", strings.Repeat(piece, size/len(piece)))
				return func() { use(a) }
			}
		}
		checkLinear(t, "VouchedFor in "+piece, prepare(func(a *corpus.Article) { a.VouchedFor("1") }))
		checkLinear(t, "Citations in "+piece, prepare(func(a *corpus.Article) {
			for p := range a.Passages() {
				p.Citations()
			}
		}))
	}
}

// checkLinear compares the time of the work on a text with that on eight times
// the text: linear work gives a ratio of about eight, quadratic work one of 64. A
// ratio over the bound has to show three times in a row to count.
func checkLinear(t *testing.T, reason string, prepare func(size int) (work func())) {
	t.Helper()
	if testing.Short() || raceDetector {
		t.Skip("takes seconds, minutes under the race detector")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	const (
		size  = 1 << 15 // four of the longest pieces
		bound = 32
	)
	var ratio float64
	for range 3 {
		small, large := timeOf(prepare(size)), timeOf(prepare(8*size))
		if ratio = float64(large) / float64(small); ratio <= bound || large < 50*time.Millisecond {
			return
		}
	}
	t.Errorf("%s: eight times the text takes %.0f times as long", reason, ratio)
}

func timeOf(work func()) time.Duration {
	best := time.Hour
	for range 3 {
		start := time.Now()
		work()
		best = min(best, time.Since(start))
	}
	return best
}

// TestManyLabels asks one passage for a hundred thousand labels.
func TestManyLabels(t *testing.T) {
	var b strings.Builder
	b.WriteString("Bees dance.")
	const n = 100_000
	for i := range n {
		b.WriteString("[^" + strings.Repeat("a", i%7) + string(rune('A'+i%26)) + strconv.Itoa(i) + "]")
	}
	for p := range parse(t, "x.md", b.String()).Passages() {
		if got := len(p.Labels()); got != n {
			t.Errorf("%d labels, want %d", got, n)
		}
	}
}
