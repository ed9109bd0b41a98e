package main

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestLayout(t *testing.T) {
	for _, c := range []struct {
		why         string
		first, rest styled
		text        styled
		width       int
		want        []styled
	}{
		{"nothing to set is an empty line", "", "", "", 10, []styled{""}},
		{"a text that fits", "", "", "one two", 10, []styled{"one two"}},
		{"a text as long as the line", "", "", "one two", 7, []styled{"one two"}},
		{"one column too many", "", "", "one two", 6, []styled{"one", "two"}},
		{"white space is folded", "", "", "  one \t two ", 20, []styled{"  one two"}},
		{"labels and indents count", "1. ", "   ", "one two", 8, []styled{"1. one", "   two"}},
		{"a word that is too long stands alone", "> ", "> ", "a unbreakable b", 6, []styled{"> a", "> unbreakable", "> b"}},
		{"a line end stays", "- ", "  ", "one\ntwo", 20, []styled{"- one", "  two"}},
		{"and so does the indent behind it", "", "", "if x {\n\ty()\n}", 20, []styled{"if x {", "    y()", "}"}},
		{"an empty line has no indent", "  ", "  ", "one\n\ntwo", 20, []styled{"  one", "", "  two"}},
		{"no line ends at glue", "", "", "one two" + glue + "[^1]", 11, []styled{"one", "two" + glue + "[^1]"}},
		{"unless the line is too short for that", "", "", "unbreakable" + glue + "[^1]", 12, []styled{"unbreakable", "[^1]"}},
		{"no line ends at a no-break space", "", "", "is 700\u00a0million", 8, []styled{"is", "700\u00a0million"}},
		{"one may end at a line separator", "", "", "one\u2028two", 4, []styled{"one", "two"}},
		{"wide characters take two columns and part anywhere", "", "", "港口的故事", 6, []styled{"港口的", "故事"}},
		{"but not before a stop", "", "", "港口的。故事", 6, []styled{"港口", "的。故", "事"}},
		{"nor after a bracket", "", "", "港口「故事", 6, []styled{"港口", "「故事"}},
		{"combining marks take none and stay", "", "", "cafe\u0301 cafe\u0301", 9, []styled{"cafe\u0301 cafe\u0301"}},
		{"joined emoji don't part", "", "", "👩\u200d👩 👩\u200d👩", 5, []styled{"👩\u200d👩", "👩\u200d👩"}},
		{"styles take no column", "", "", escape + "1mone" + escape + "0m two", 7, []styled{escape + "1mone" + escape + "0m two"}},
		{"no room at all", "      ", "      ", "a b", 3, []styled{"      a", "      b"}},
	} {
		if diff := cmp.Diff(c.want, layout(c.first, c.rest, c.text, c.width)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

func TestColumns(t *testing.T) {
	for _, c := range []struct {
		text styled
		want int
		why  string
	}{
		{"", 0, "nothing"},
		{"abc", 3, "one each"},
		{"›—“”", 4, "punctuation beyond ASCII"},
		{"港口", 4, "wide"},
		{"ＡＢ", 4, "full width"},
		{"ｱｲ", 2, "half width"},
		{"e\u0301", 1, "a combining mark"},
		{"שָׁלוֹם", 4, "Hebrew points"},
		{"a\u200bb\u00adc", 3, "formatting characters"},
		{"\u1112\u1161\u11ab", 2, "Hangul in parts"},
		{"😀", 2, "an emoji"},
		{escape + "1mbold" + escape + "0m", 4, "styles"},
		{"one" + glue + "two", 7, "glue is a space"},
	} {
		if got := columns(c.text); got != c.want {
			t.Errorf("%q takes %d columns, want %d: %s", c.text, got, c.want, c.why)
		}
	}
}

// TestPlain checks that no text gets a control character past plain.
func TestPlain(t *testing.T) {
	for _, c := range []struct{ text, want string }{
		{"as it is\n\tand so on", "as it is\n\tand so on"},
		{"\x1b[31mred\x1b[0m", "\ufffd[31mred\ufffd[0m"},
		{"a\x1fb\x00c\x7fd\r\n", "a\ufffdb\ufffdc\ufffdd\ufffd\n"},
		{"\u009b31m", "\ufffd31m"},
		{"\xff", "\ufffd"},
		{"\ufdd01m", "\ufdd01m"},
	} {
		if got := string(plain(c.text)); got != c.want {
			t.Errorf("plain(%q) = %q, want %q", c.text, got, c.want)
		}
	}
}

// FuzzLayout checks that setting text loses none and makes no line too long that
// could be shorter.
func FuzzLayout(f *testing.F) {
	f.Add("one two three", 5)
	f.Add("港口的。故事 (cafe\u0301)\n\n\tx", 7)
	f.Add("\x1b[1mone\x1b[0m \u200d\ufe0f", 1)
	f.Fuzz(func(t *testing.T, s string, width int) {
		width = 1 + max(width, -width)%200
		text := plain(s)
		var all strings.Builder
		for _, line := range layout("> ", "> ", text, max(1, width)) {
			if !strings.HasPrefix(string(line), ">") {
				t.Fatalf("no indent: %q", line)
			}
			body := strings.TrimPrefix(string(line), ">")
			if columns(line) > width && len(pieces(styled(body))) > 1 {
				t.Errorf("%d columns, at most %d: %q", columns(line), width, line)
			}
			all.WriteString(body)
		}
		squeeze := func(s string) string { return strings.Join(strings.FieldsFunc(s, isBreakingSpace), "") }
		if got, want := squeeze(all.String()), squeeze(string(text)); got != want {
			t.Errorf("%q became %q", want, got)
		}
	})
}
