package answer

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"
)

// pieces are what answers are made of, and what breaks those who read them.
var pieces = []string{
	"The ferry leaves at six", "bakery", "in 1998", " ", " ", " ", ". ", ", ", "\n", "\n\n", "\r\n", "\u2028",
	"[^4]", "[4, 7]", "[4-6]", "【4†source】", "¹²", "¹,²", "[harbour-guide#top.1]", "harbour-guide^4", "[^2,33]", "<sup>4</sup>",
	"[", "]", "(", ")", "[^", "【", "](https://x.org/a_(b))", "![", "](#fn4)",
	"“", "”", "‘", "’", "«", "»", "„", "“", `"`, "'", "> ", "- ", "* ", "1. ", "# ", "|", "| ", "\n|---|---|\n", "\n```\n", "```", "~~~\n",
	"*", "_", "`", "~~", "\\", "\\|", "&amp;", "&nbsp;", "&", ";", "<b>", "</b>", "<", ">", "<sup>",
	"\u200b", "\u202e", "\u00ad", "\ufeff", "\u2066", "\xff", "\xe2\x80", "\x00", "\u00a0", "\u3000", "\u0301", "。", "船は六時に出る", "é", "1", "²", "^",
}

func randomAnswer(random *rand.Rand, n int) string {
	var b strings.Builder
	for range random.IntN(n) {
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return b.String()
}

// checkInvariants checks what holds of any answer.
func checkInvariants(t *testing.T, in string) {
	t.Helper()
	statements := Read(in)
	end, block, sentence := 0, 0, -1
	var marks int
	for i := range statements {
		s := &statements[i]
		if s.Start < end || s.End < s.Start || s.End > len(in) {
			t.Fatalf("%q: statement %d, %q, is at %d-%d, after %d", in, i, s.Text, s.Start, s.End, end)
		}
		end = s.End
		if s.Block < block || s.Sentence < sentence || s.Sentence == sentence && s.Block != block {
			t.Fatalf("%q: statement %d is out of order: block %d, sentence %d", in, i, s.Block, s.Sentence)
		}
		block, sentence = s.Block, s.Sentence
		if !wordy(s.Text) || !utf8.ValidString(s.Text) || s.Text != strings.Trim(s.Text, " ") || s.Kind != Code && strings.Contains(s.Text, "  ") {
			t.Fatalf("%q: statement %d is %q", in, i, s.Text)
		}
		if start, stop := s.Source(0, len(s.Text)); start != s.Start || stop != s.End {
			t.Fatalf("%q: statement %d is at %d-%d, its whole text at %d-%d", in, i, s.Start, s.End, start, stop)
		}
		checkSource(t, in, s)
		for _, m := range s.Marks {
			marks++
			if m.Start < 0 || m.End <= m.Start || m.End > len(in) || m.Text != in[m.Start:m.End] {
				t.Fatalf("%q: mark %q is at %d-%d", in, m.Text, m.Start, m.End)
			}
			if m.Malformed != (len(m.Refs) == 0) {
				t.Fatalf("%q: mark %q is malformed and names something, or neither", in, m.Text)
			}
		}
		for _, q := range s.Quotes {
			if words(q.Text) < minQuote || q.Start < 0 || q.End <= q.Start || q.End > len(in) {
				t.Fatalf("%q: quotation %q is at %d-%d", in, q.Text, q.Start, q.End)
			}
		}
	}
	if max := (len(in) + 1) * (maxRowMarks + 1); marks > max {
		t.Fatalf("%q: %d marks", in, marks)
	}
}

// checkSource checks that the runes of a statement map to the answer in order, each
// that was copied to itself.
func checkSource(t *testing.T, in string, s *Statement) {
	t.Helper()
	end := s.Start
	for i, r := range s.Text {
		from, to := s.Source(i, i+utf8.RuneLen(r))
		if from < s.Start || to > s.End || to <= from || to < end {
			t.Fatalf("%q: %q of %q maps to %d-%d, after %d", in, r, s.Text, from, to, end)
		}
		end = to
		if source := in[from:to]; source != string(r) && r != ' ' && r != utf8.RuneError && source[0] != '&' {
			t.Fatalf("%q: %q of %q maps to %q", in, r, s.Text, source)
		}
	}
}

func TestInvariants(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 20_000 {
		checkInvariants(t, randomAnswer(random, 40))
	}
}

// TestSourceOfPart: a part of a statement maps to the bytes it was made of, with the
// markup and marks between them.
func TestSourceOfPart(t *testing.T) {
	for _, tt := range []struct{ reason, in, part, want string }{
		{"copied", "The ferry leaves.", "ferry", "ferry"},
		{"markup within", "The **old** ferry leaves.", "old ferry", "old** ferry"},
		{"an invisible character within", "The fer\u200bry leaves.", "ferry", "fer\u200bry"},
		{"an entity stands for itself as a whole", "Salt &amp; bread is sold.", "& bread", "&amp; bread"},
		{"a line break", "The ferry\r\nleaves.", "ferry leaves", "ferry\r\nleaves"},
		{"a mark within", "The old ferry [4]'s bell.", "ferry 's", "ferry [4]'s"},
		{"an escape", `It costs \$5 today.`, "$5", "$5"},
		{"invalid UTF-8", "The \xffferry leaves.", "\ufffdferry", "\xffferry"},
	} {
		s := Read(tt.in)[0]
		i := strings.Index(s.Text, tt.part)
		if i < 0 {
			t.Errorf("%s: no %q in %q", tt.reason, tt.part, s.Text)
			continue
		}
		if from, to := s.Source(i, i+len(tt.part)); tt.in[from:to] != tt.want {
			t.Errorf("%s: %q maps to %q instead of %q", tt.reason, tt.part, tt.in[from:to], tt.want)
		}
	}
}

// TestSameRow: cells know their row; nothing else has one.
func TestSameRow(t *testing.T) {
	s := Read("| Anna | 1998 |\n| Berta | 2004 |\n\nProse. More prose.")
	for _, tt := range []struct {
		a, b int
		want bool
	}{{0, 1, true}, {2, 3, true}, {1, 2, false}, {3, 4, false}, {4, 5, false}} {
		if got := s[tt.a].SameRow(&s[tt.b]); got != tt.want {
			t.Errorf("%q and %q are of one row: %t", s[tt.a].Text, s[tt.b].Text, got)
		}
	}
}

// TestManyMarksOfRow: a row of a table shares some marks, and loses none of the others.
func TestManyMarksOfRow(t *testing.T) {
	for _, row := range []string{
		"| The mill opened | MARKS |",
		"| MARKS | The mill opened |",
		"| MARKS | MARKS |",
	} {
		cell := ""
		for n := range maxRowMarks + 4 {
			cell += "[^" + strconv.Itoa(n+1) + "]"
		}
		text := "| a | b |\n|---|---|\n" + strings.ReplaceAll(row, "MARKS", cell) + "\n"
		have := map[string]bool{}
		for _, s := range Read(text) {
			for _, m := range s.Marks {
				have[m.Text] = true
			}
		}
		if len(have) != maxRowMarks+4 {
			t.Errorf("%s: %d of %d marks", row, len(have), maxRowMarks+4)
		}
	}
}
