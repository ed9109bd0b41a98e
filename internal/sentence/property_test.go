package sentence_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/internal/sentence"
)

// nasty is an alphabet of what the rules react to, so that short random
// strings of it meet many of them at once.
var nasty = []string{
	".", ".", ".", "!", "?", "…", "。", "！", "؟", "।", "\u037e",
	" ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\t", "\u00a0", "\u2028", "\u3000",
	"(", ")", "[", "]", "{", "}", "【", "】", "[4]", "[^a.b]", "[4, 7]", "[x#", "¹", "⁻", ",",
	`"`, "'", "“", "”", "‘", "’", "«", "»", "*", "-", "—",
	"a", "A", "I", "The", "It", "iPhone", "Dr", "U.S", "etc", "No", "e.g", "Fig", "IV",
	"1", "42", "2024", "走", "と", "ж", "Ж", "მე", "é", "e\u0301",
	"\x00", "\ufffd", "\ufeff", "\u200b", "\u200f", "\u00ad", "\ufe0f", "\x80", "\xe2", "\xe2\x80", "\xff",
}

// nastyText returns up to n pieces of the nasty alphabet.
func nastyText(random *rand.Rand, n int) string {
	var text strings.Builder
	for range random.IntN(n + 1) {
		text.WriteString(nasty[random.IntN(len(nasty))])
	}
	return text.String()
}

func TestInvariants(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		checkInvariants(t, nastyText(random, 40))
	}
	for range 50 {
		checkInvariants(t, nastyText(random, 5_000))
	}
}

// TestBlocksAreIndependent checks that what is on one side of a blank line
// does not change how the other side is split.
func TestBlocksAreIndependent(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	for range 10_000 {
		above, below := nastyText(random, 30), nastyText(random, 30)
		const blank = "\n\n"
		want := sentence.Split(above)
		for _, span := range sentence.Split(below) {
			shift := len(above) + len(blank)
			want = append(want, sentence.Span{Start: span.Start + shift, End: span.End + shift})
		}
		if got := sentence.Split(above + blank + below); !slices.Equal(got, want) {
			t.Fatalf("Split(%q + blank line + %q) = %v, apart %v", above, below, got, want)
		}
	}
}

// checkInvariants checks what the documentation of Split promises for every
// text.
func checkInvariants(t *testing.T, text string) {
	t.Helper()
	valid := utf8.ValidString(text)
	end := 0
	for _, span := range sentence.Split(text) {
		if span.Start < end || span.Start >= span.End || span.End > len(text) {
			t.Errorf("%q: span %v after %d is empty, out of order or out of range", text, span, end)
			return
		}
		body := text[span.Start:span.End]
		if strings.TrimSpace(body) != body {
			t.Errorf("%q: span %v is not trimmed: %q", text, span, body)
		}
		if hasBlankLine(body) {
			t.Errorf("%q: span %v holds a blank line: %q", text, span, body)
		}
		if valid && !utf8.ValidString(body) {
			t.Errorf("%q: span %v cuts a rune: %q", text, span, body)
		}
		if gap := text[end:span.Start]; strings.TrimSpace(gap) != "" {
			t.Errorf("%q: %q before span %v is in no span", text, gap, span)
		}
		end = span.End
	}
	if strings.TrimSpace(text[end:]) != "" {
		t.Errorf("%q: %q at the end is in no span", text, text[end:])
	}
}

// hasBlankLine reports whether text holds two line feeds with only white space
// between.
func hasBlankLine(text string) bool {
	feeds := 0
	for _, r := range text {
		switch {
		case r == '\n':
			feeds++
			if feeds == 2 {
				return true
			}
		case !unicode.IsSpace(r):
			feeds = 0
		}
	}
	return false
}
