package answer

import (
	"strconv"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/costtest"
)

// nastiest are pieces which, repeated, make the reader look back or ahead at every
// step, or would if it did not bound how far.
var nastiest = []string{
	"a ", "a. ", "a\n", "a\n\n", "\n", " ", ". ", "é", "\xff", "\u200b", "\u00ad", "\u0301",
	"[4]", "[^4]", "a [4] ", "a[4]", `a[1]"`, "one two three[4] ", "a.[4] ", "[1-99]", "[4]\n\n", "[4, ", "[^", "[", "]", "[]", "[[4]", "【", "【4", "¹", "¹,", "a¹ ", "10²", "a-b^4 ", "abc-", "^",
	"](", "](h", "[a](", "[a](h:", "[a](h://x y", "](h:(", "[a](h: \"", "![", "(", "a)",
	"“", "“a”", "” ", " ‘a’a", "‘", "‚", "«", "»", " »a", `"`, `" `, "“a b c d” ",
	"```\n", "```a\n", "```a\n````a\n", "~~~\n", "~~~a\nb\n", "`````a\n````a\n```a\n", "`", "*", "_", "~~", "a_b",
	"|", "|a", "|a|[4]", "|a[4]|[5]", "|[4]", "|a|\n", "|a|\n|-|\n", "|[4]|\n", "|-|\n", "| a. b |\n", "\\|",
	"> ", "> a\n", "- a\n", "1. a\n", "# a\n", "#", "[^1]: a\n", "---\n",
	"&", "&amp;", "&amp", "<", "<b>", "<sup>", "<sup>4</", "<sup>4</sup>", "<a\n", "\\", "\\[",
}

func TestTimeIsLinear(t *testing.T) {
	for _, piece := range nastiest {
		costtest.Linear(t, strconv.Quote(piece), 1<<13, func(n int) func() {
			text := strings.Repeat(piece, n/len(piece))
			return func() { Read(text) }
		})
	}
}

// TestTimeIsLinearInParts: what isn't the same all over.
func TestTimeIsLinearInParts(t *testing.T) {
	for _, tt := range []struct {
		reason string
		make   func(n int) string
	}{
		{"a long first cell leads no other", func(n int) string { return "|" + strings.Repeat("a ", n/4) + strings.Repeat("|b", n/4) }},
		{"a long header leads no cell", func(n int) string {
			return "|" + strings.Repeat("a ", n/8) + "|\n|---|\n" + strings.Repeat("|b|\n", n/8)
		}},
		{"a row of cells, then of marks", func(n int) string { return strings.Repeat("|b", n/8) + strings.Repeat("|[4]", n/8) }},
		{"fences that the last line would close, if they were of its sort", func(n int) string { return strings.Repeat("```a\n", n/5) + "~~~\n" }},
		{"a sentence of many words with a mark at its end", func(n int) string { return strings.Repeat("word ", n/5) + "[4]." }},
		{"quotation marks that nothing closes but one at the end", func(n int) string { return strings.Repeat("“a ", n/5) + "”" }},
		{"addresses that nothing closes", func(n int) string { return strings.Repeat("[a](h:/", n/14) + strings.Repeat("b", n/2) }},
	} {
		costtest.Linear(t, tt.reason, 1<<13, func(n int) func() {
			text := tt.make(n)
			return func() { Read(text) }
		})
	}
}

// TestLarge: answers far larger than any that is written are read, too.
func TestLarge(t *testing.T) {
	for _, tt := range []struct {
		reason, in string
		want       int // statements
	}{
		{"ten megabytes", strings.Repeat("The ferry leaves at six every day of the year.[^4] ", 200_000), 200_000},
		{"a sentence of 100,000 words", strings.Repeat("word ", 100_000) + "here.[^4]", 1},
		{"10,000 marks in a row", "The ferry leaves." + strings.Repeat("[^4]", 10_000), 1},
		{"10,000 marks in a sentence", strings.Repeat("the ferry leaves [4] ", 10_000), 10_000},
	} {
		if testing.Short() && len(tt.in) > 1<<20 {
			continue
		}
		if got := len(Read(tt.in)); got != tt.want {
			t.Errorf("%s: %d statements instead of %d", tt.reason, got, tt.want)
		}
	}
}

func BenchmarkRead(b *testing.B) {
	text := strings.Repeat("The **ferry** leaves at six every day of the year.[^4] It returns “late in the evening, as always” [4, 7].\n\n", 20)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Read(text)
	}
}
