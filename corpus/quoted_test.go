package corpus_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
)

func TestQuoted(t *testing.T) {
	const src = "# Bees\n\n## Food\n\n| Who | Eats |\n| --- | --- |\n| bees | honey[^1][^x] |\n\nThey hum.\n\n[^1]: a\n"
	one, err := corpus.New(parse(t, "bees.md", src))
	if err != nil {
		t.Fatal(err)
	}
	two, err := corpus.New(parse(t, "bees.md", src), parse(t, "wasps.md", "Wasps."))
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason string
		c      *corpus.Corpus
		id     string
		want   string
	}{
		{"with a lead, a note and a mark without one", one, "bees#food.1", "### [^1][^x] bees#food.1\n\n> Bees › Food\n>\n> Who | Eats\n> bees | honey\n\nNote [^1]:\n\n> a\n\nNote [^x] has no text.\n"},
		{"of several articles", two, "bees#food.1", "### [bees^1][bees^x] bees#food.1\n\n> Bees › Food\n>\n> Who | Eats\n> bees | honey\n\nNote [bees^1]:\n\n> a\n\nNote [bees^x] has no text.\n"},
		{"without a note", one, "bees#food.2", "### [bees#food.2]\n\n> Bees › Food\n>\n> They hum.\n"},
		{"without a title", two, "wasps#top.1", "### [wasps#top.1]\n\n> Wasps.\n"},
	} {
		p, err := tt.c.FindPassage(tt.id)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(tt.want, tt.c.Quoted(p)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
	if got := one.Quoted(corpus.Passage{}); got != "" {
		t.Errorf("no passage: %q", got)
	}
}

func TestBlockquote(t *testing.T) {
	for _, tt := range []struct{ reason, text, want string }{
		{"a line", "a", "> a\n"},
		{"nothing", "", ">\n"},
		{"lines", "a\nb", "> a\n> b\n"},
		{"an empty line between", "a\n\nb", "> a\n> \n> b\n"},
		{"a line end at the end", "a\n", "> a\n>\n"},
		{"a carriage return", "a\rb", "> a\n> b\n"},
		{"separators of Unicode", "a\u2028b\u2029c\u0085d", "> a\n> b\n> c\n> d\n"},
		{"control characters", "a\x00b\x1bc", "> a\n> b\n> c\n"},
		{"a tab stays", "a\tb", "> a\tb\n"},
		{"what would close it", "a\n\n### [^1]\n", "> a\n> \n> ### [^1]\n>\n"},
	} {
		if diff := cmp.Diff(tt.want, corpus.Blockquote(tt.text)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

// FuzzBlockquote: every line of a quotation begins with ">", whatever ends a line.
func FuzzBlockquote(f *testing.F) {
	f.Add("a\r\nb\v\f\u0085c\u2028d\x00")
	f.Fuzz(func(t *testing.T, text string) {
		got := corpus.Blockquote(text)
		if !strings.HasSuffix(got, "\n") || !utf8.ValidString(got) {
			t.Errorf("%q", got)
		}
		for _, line := range strings.FieldsFunc(got, func(r rune) bool { return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029\x00", r) }) {
			if line[0] != '>' {
				t.Errorf("%q has a line %q", got, line)
			}
		}
	})
}
