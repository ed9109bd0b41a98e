package answer

import (
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/costtest"
)

// show writes statements as a person reads them.
func show(statements []Statement) string {
	var b strings.Builder
	for _, s := range statements {
		b.WriteString(s.Kind.String() + ": " + s.Text)
		for _, m := range s.Marks {
			b.WriteString(" " + m.Text)
			if m.Malformed {
				b.WriteString("!")
			}
			for _, r := range m.Refs {
				b.WriteString(" <" + r.Article + "^" + r.Label + r.Passage + ">")
			}
		}
		for _, q := range s.Quotes {
			b.WriteString(" q<" + q.Text + ">")
		}
		b.WriteString("\n")
	}
	return b.String()
}

func TestRead(t *testing.T) {
	for _, tt := range []struct{ reason, in, want string }{
		{"a mark after the stop closes its sentence", "One is so.[^4] Two is not.[^7]", "prose: One is so. [^4] <^4>\nprose: Two is not. [^7] <^7>\n"},
		{"a mark before the stop, too, and a list is one union", "One thing is so [4]. Two is [4, 7].", "prose: One thing is so. [4] <^4>\nprose: Two is. [4, 7] <^4> <^7>\n"},
		{"lenticular brackets and ranges", "A says that【4】. B says that [4-6].", "prose: A says that. 【4】 <^4>\nprose: B says that. [4-6] <^4> <^5> <^6>\n"},
		{"file search's marks name their source", "A says that.【4†source】", "prose: A says that. 【4†source】 <^4>\n"},
		{"a mark within closes the clause", "Meta released it in July 2023,[^4] and it kept the weights open in 2024.[^5]", "prose: Meta released it in July 2023, [^4] <^4>\nprose: and it kept the weights open in 2024. [^5] <^5>\n"},
		{"what follows the last mark has none", "Meta released it in July 2023,[^4] and then nobody heard of it again.", "prose: Meta released it in July 2023, [^4] <^4>\nprose: and then nobody heard of it again.\n"},
		{"a word or two behind a mark belong to it", "It came out in 2023,[^4] Meta said.", "prose: It came out in 2023, Meta said. [^4] <^4>\n"},
		{"a mark after a word or two belongs to what follows", "In 2024,[^4] Meta spent much more on it.[^22]", "prose: In 2024, Meta spent much more on it. [^4] <^4> [^22] <^22>\n"},
		{"marks in a row", "So it is.[^4][^7] [^9] Next.", "prose: So it is. [^4] <^4> [^7] <^7> [^9] <^9>\nprose: Next.\n"},
		{"a mark that opens a block belongs to what follows", "[4] So it is.", "prose: So it is. [4] <^4>\n"},
		{"forms that no note has", "So it is.[^2,33] And so.[^ 4] And.[^12a]", "prose: So it is. [^2,33]!\nprose: And so. [^ 4]!\nprose: And. [^12a] <^12a>\n"},
		{"years and remarks in brackets are text", "It was [2024] so [sic] then.", "prose: It was [2024] so [sic] then.\n"},
		{"passages and labels with their article", "So it is. [meta-x#top.1] And y [meta-x^4] or meta-x^7.", "prose: So it is. [meta-x#top.1] <meta-x^meta-x#top.1>\nprose: And y or. [meta-x^4] <meta-x^4> meta-x^7 <meta-x^7>\n"},
		{"superscripts, but no powers", "So it is.¹² An area of 4 km² is large. In 2023¹ it was 10² or x^2.", "prose: So it is. ¹² <^12>\nprose: An area of 4 km² is large.\nprose: In 2023 it was 10² or x^2. ¹ <^1>\n"},
		{"HTML superscripts and entities", "So it is.<sup>4</sup> Next &amp; last.", "prose: So it is. <sup>4</sup> <^4>\nprose: Next & last.\n"},
		{"a quotation has four words", "He said “openness is the path forward” and \"no\".[^4]", "prose: He said “openness is the path forward” and \"no\". [^4] <^4> q<openness is the path forward>\n"},
		{"German, French and single marks", "„Das ist nicht so gut“ and « ce n'est pas ça » and ‘it isn’t what they say’.", "prose: „Das ist nicht so gut“ and « ce n'est pas ça » and ‘it isn’t what they say’. q<Das ist nicht so gut> q< ce n'est pas ça > q<it isn’t what they say>\n"},
		{"a quotation that isn't closed is none", "He said “openness is the path forward.", "prose: He said “openness is the path forward.\n"},
		{"headings, items, tables with leads, block quotes, code", "# Head 2024\n\n- item **one**[^1]\n- item two\n\n| a | b |\n|---|---|\n| c[^3] | d e |\n\n> quoted text that is long[^2]\n> goes on\n\n```\ncode 1\n```\n",
			"heading: Head 2024\nitem: item one [^1] <^1>\nitem: item two\ncell: a\ncell: b\ncell: c [^3] <^3>\ncell: d e\nblock quote: quoted text that is long goes on [^2] <^2> q<quoted text that is long goes on>\ncode: code 1\n"},
		{"lines of a paragraph are one", "It is\nso.[^1]", "prose: It is so. [^1] <^1>\n"},
		{"nothing hides in a fence that isn't closed", "```\nMeta was founded in 1900.", "prose: Meta was founded in 1900.\n"},
		{"a link is its text", "See [the paper](https://x.org/a) now.", "prose: See the paper now.\n"},
		{"a link to a note is a mark", "So it is.[4](#fn4)", "prose: So it is. [4](#fn4) <^4>\n"},
		{"nobody sees them", "Me\u200bta is\u202e here.", "prose: Meta is here.\n"},
		{"definitions state nothing", "It is so.[^1]\n\n[^1]: the note says so in 2023", "prose: It is so. [^1] <^1>\n"},
		{"nothing", " \n\n\t", ""},
		{"marks alone belong to what was said", "It is so.\n\n[^1]", "prose: It is so. [^1] <^1>\n"},
		{"bytes that are no text", "It is \xff so.", "prose: It is \ufffd so.\n"},
	} {
		if got := show(Read(tt.in)); got != tt.want {
			t.Errorf("%s:\n%sinstead of\n%s", tt.reason, got, tt.want)
		}
	}
}

func TestLeads(t *testing.T) {
	s := Read("| Model | Released |\n|---|---|\n| Llama 2 | July 2023 |\n")
	if len(s) != 4 || !s[0].Header || s[3].Header {
		t.Fatalf("%d cells: %+v", len(s), s)
	}
	if s[3].Lead != "Released Llama 2" || !s[2].SameRow(&s[3]) || s[1].SameRow(&s[2]) {
		t.Errorf("the cell %q has the lead %q", s[3].Text, s[3].Lead)
	}
}

// invariants checks what holds of the statements of any text.
func invariants(t *testing.T, text string, list []Statement) {
	t.Helper()
	last := 0
	for i := range list {
		s := &list[i]
		if s.Start < last || s.End < s.Start || s.End > len(text) {
			t.Fatalf("statement %d at %d to %d, after %d, of %d bytes", i, s.Start, s.End, last, len(text))
		}
		last = s.End
		if from, to := s.Source(0, len(s.Text)); from != s.Start || to != s.End {
			t.Fatalf("statement %d at %d to %d stands at %d to %d", i, s.Start, s.End, from, to)
		}
		for _, m := range s.Marks {
			if m.Start < 0 || m.End > len(text) || text[m.Start:m.End] != m.Text {
				t.Fatalf("the mark %q is not at %d to %d", m.Text, m.Start, m.End)
			}
		}
		for _, q := range s.Quotes {
			if q.Start < 0 || q.End > len(text) || q.End < q.Start {
				t.Fatalf("a quotation at %d to %d of %d", q.Start, q.End, len(text))
			}
		}
	}
}

var hostile = map[string]func(n int) string{
	"sentences":       func(n int) string { return strings.Repeat("So it is.[^4] ", n/14) },
	"words":           func(n int) string { return strings.Repeat("word ", n/5) },
	"marks":           func(n int) string { return "So." + strings.Repeat("[^4]", n/4) },
	"brackets":        func(n int) string { return strings.Repeat("[", n) },
	"quotation marks": func(n int) string { return strings.Repeat("“", n/3) },
	"both marks":      func(n int) string { return strings.Repeat("“so it is then ", n/17) },
	"cells":           func(n int) string { return strings.Repeat("| 1999 | x |\n", n/13) },
	"fences":          func(n int) string { return strings.Repeat("```\nx\n", n/6) },
	"tags":            func(n int) string { return strings.Repeat("<a", n/2) },
	"superscripts":    func(n int) string { return strings.Repeat("¹", n/2) },
	"entities":        func(n int) string { return strings.Repeat("&amp", n/4) },
	"stars":           func(n int) string { return strings.Repeat("*_`", n/3) },
}

func TestHostile(t *testing.T) {
	for name, of := range hostile {
		text := of(30_000)
		t.Run(name, func(t *testing.T) { invariants(t, text, Read(text)) })
	}
}

// TestLinear: twice the text takes about twice the time, whatever it is.
func TestLinear(t *testing.T) {
	for name, of := range hostile {
		t.Run(name, func(t *testing.T) {
			costtest.Linear(t, name, 5_000, func(n int) func() {
				text := of(n)
				return func() { Read(text) }
			})
		})
	}
}

func FuzzRead(f *testing.F) {
	for _, of := range hostile {
		f.Add(of(60))
	}
	f.Add("| a | b |\n|--|--|\n| c[^3] | “d e f g” |\n> q\n\n```\nx")
	f.Fuzz(func(t *testing.T, text string) { invariants(t, text, Read(text)) })
}
