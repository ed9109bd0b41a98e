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

// TestTimeIsLinear compares the time of a text with that of eight times the
// text: linear work gives a ratio of about eight, quadratic work one of 64. A
// ratio over the bound has to show three times in a row to count.
func TestTimeIsLinear(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes seconds, minutes under the race detector")
	}
	defer debug.SetGCPercent(debug.SetGCPercent(400))
	const (
		size  = 1 << 15 // four of the longest pieces
		bound = 32
	)
	pieces := slices.Clone(nasty)
	for _, p := range []string{"*a b_ ", "[a]\n", "[a](", "**a* ", "<a ", "`a``b```c "} {
		pieces = append(pieces, nastyPiece{"paragraphs just within the limits", strings.Repeat(p, 8000/len(p)) + "\n\n"})
	}
	for _, tt := range pieces {
		var ratio float64
		for range 3 {
			small, large := timeOf(tt.piece, size), timeOf(tt.piece, 8*size)
			if ratio = float64(large) / float64(small); ratio <= bound || large < 50*time.Millisecond {
				ratio = 0
				break
			}
		}
		if ratio > 0 {
			t.Errorf("%s: eight times the text takes %.0f times as long", tt.reason, ratio)
		}
	}
}

func timeOf(piece string, size int) time.Duration {
	src := []byte(strings.Repeat(piece, size/len(piece)))
	best := time.Hour
	for range 3 {
		start := time.Now()
		if _, err := corpus.Parse("x.md", src); err != nil {
			panic(err)
		}
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
