package corpus_test

import (
	"bytes"
	"encoding/json"
	"os"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// What an export's golden file has of an article.
type exportJSON struct {
	Title       string
	Counts      corpus.Counts
	Sections    []exportSection
	Notes       []cite.Footnote
	Diagnostics []string
}

type exportSection struct {
	Slug       string
	Level      int
	LevelKnown bool
	Path       []string
	Blocks     []exportBlock
}

type exportBlock struct {
	Kind, Text, Lead string
	References       []exportReference `json:",omitempty"`
}

type exportReference struct{ Label, Scope, Sentence string }

func TestExport(t *testing.T) {
	src, err := os.ReadFile("testdata/export.txt")
	if err != nil {
		t.Fatal(err)
	}
	a := parse(t, "trams.txt", string(src))
	checkInvariants(t, a)
	out := exportJSON{Title: a.Title(), Counts: a.Counts(), Notes: slices.Collect(a.Footnotes())}
	for s := range a.Sections() {
		section := exportSection{Slug: s.Slug(), Level: s.Level(), LevelKnown: s.LevelKnown(), Path: s.Path()}
		for b := range s.Blocks() {
			blk := exportBlock{Kind: b.Kind().String(), Text: b.Text(), Lead: b.Lead()}
			for r := range b.References() {
				blk.References = append(blk.References, exportReference{r.Label(), r.Scope().Of(b.Text()), r.SentenceScope().Of(b.Text())})
			}
			section.Blocks = append(section.Blocks, blk)
		}
		out.Sections = append(out.Sections, section)
	}
	for d := range a.Diagnostics() {
		out.Diagnostics = append(out.Diagnostics, d.String())
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetIndent("", "  ")
	enc.SetEscapeHTML(false)
	if err := enc.Encode(out); err != nil {
		t.Fatal(err)
	}
	golden(t, "export.golden.json", b.String())
}

// TestExportOrder checks on the fixture that each mark is found once, in order.
func TestExportOrder(t *testing.T) {
	src, err := os.ReadFile("testdata/export.txt")
	if err != nil {
		t.Fatal(err)
	}
	var got, want []string
	for r := range parse(t, "trams.txt", string(src)).References() {
		got = append(got, r.Label())
	}
	for i := range 20 {
		want = append(want, strconv.Itoa(i+1))
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

// TestExportMarks says of numbers in a line whether they are marks.
func TestExportMarks(t *testing.T) {
	const notes = "\nFootnotes\n-\none\n-\ntwo\n-\nthree\n"
	for _, tt := range []struct {
		reason, line, clean string
		labels              []string
	}{
		{"at the line's end", "Trams ran here.1", "Trams ran here.", []string{"1"}},
		{"before a sentence", "Trams ran.1 Then they stopped.", "Trams ran. Then they stopped.", []string{"1"}},
		{"of two digits", "Trams ran.12 Then they stopped.", "Trams ran. Then they stopped.", []string{"12"}},
		{"of three digits", "Trams ran.123 Then they stopped.", "Trams ran. Then they stopped.", []string{"123"}},
		{"four digits are no mark", "Trams ran.1234 Then they stopped.", "Trams ran.1234 Then they stopped.", nil},
		{"after a closing bracket", "Trams ran (some).2 Then.", "Trams ran (some). Then.", []string{"2"}},
		{"after a full stop in brackets", "(Trams ran.)2 Then.", "(Trams ran.) Then.", []string{"2"}},
		{"after a full stop and a quotation mark", `He says "trams ran."3 Then.`, `He says "trams ran." Then.`, []string{"3"}},
		{"after a typographic quotation mark", "He says “trams ran.”3 Then.", "He says “trams ran.” Then.", []string{"3"}},
		{"after a question mark", "Did they run?1 They did.", "Did they run? They did.", []string{"1"}},
		{"after an exclamation mark", "They ran!1 They did.", "They ran! They did.", []string{"1"}},
		{"after a per cent sign and a full stop", "It fell to 12%.1 Then.", "It fell to 12%. Then.", []string{"1"}},
		{"before a quotation", "Trams ran.1 \"Then\" they stopped.", "Trams ran. \"Then\" they stopped.", []string{"1"}},
		{"several with commas at the line's end", "Trams ran.1,2", "Trams ran.", []string{"1", "2"}},
		{"a word that is an abbreviation elsewhere, in quotation marks", "He said “no.”2 Then.", "He said “no.” Then.", []string{"2"}},
		{"after an ideographic full stop", "電車。1 Then.", "電車。 Then.", []string{"1"}},
		{"several with commas", "Trams ran.1,2 Then.", "Trams ran. Then.", []string{"1", "2"}},
		{"after an ellipsis", "Trams ran…2 Then.", "Trams ran… Then.", []string{"2"}},
		{"after a dotted abbreviation", "Cars from the U.S.1 The first.", "Cars from the U.S. The first.", []string{"1"}},
		{"after a year, if it is the next and its note exists", "It closed in 2024.1 The end.", "It closed in 2024. The end.", []string{"1"}},
		{"after a year, at the line's end", "It closed in 2024.1", "It closed in 2024.", []string{"1"}},
		{"after a year, but not the next", "It closed in 2024.2 The end.", "It closed in 2024.2 The end.", nil},
		{"a decimal", "It grew by 3.5 in May.", "It grew by 3.5 in May.", nil},
		{"a decimal at the line's end, with its full stop", "It grew by a factor of 3.5.", "It grew by a factor of 3.5.", nil},
		{"a decimal before a capital", "It grew by 3.1 Then it fell.", "It grew by 3.1 Then it fell.", nil},
		{"a version", "See v1.1 The text.", "See v1.1 The text.", nil},
		{"a version of two words", "Under Apache 2.0 and others, they ran.", "Under Apache 2.0 and others, they ran.", nil},
		{"a model", "The 3.1 405B car ran.", "The 3.1 405B car ran.", nil},
		{"a sum", "It cost $1.8 million.", "It cost $1.8 million.", nil},
		{"a range", "It cost $1–3 million.", "It cost $1–3 million.", nil},
		{"an abbreviation that takes a number", "See plan No.5 Then go.", "See plan No.5 Then go.", nil},
		{"a figure", "See Fig.2 Then go.", "See Fig.2 Then go.", nil},
		{"before a lower-case word", "The file a.5 is there.", "The file a.5 is there.", nil},
		{"with a space before it", "Trams ran. 5 of them stopped.", "Trams ran. 5 of them stopped.", nil},
		{"with a leading zero", "Trams ran.05 Then.", "Trams ran.05 Then.", nil},
		{"glued to a word", "Trams ran.5th Then.", "Trams ran.5th Then.", nil},
		{"glued to a word without a full stop", "Trams ran5 Then they stopped.", "Trams ran5 Then they stopped.", nil},
		{"after a comma", "Trams ran,5 Then they stopped.", "Trams ran,5 Then they stopped.", nil},
	} {
		a := parse(t, "x.txt", "Title\n"+tt.line+notes)
		var clean string
		var labels []string
		for b := range a.Blocks() {
			clean += b.Text()
			for r := range b.References() {
				labels = append(labels, r.Label())
			}
		}
		if clean != tt.clean || !slices.Equal(labels, tt.labels) {
			t.Errorf("%s: %q is read as %q with %q; want %q with %q", tt.reason, tt.line, clean, labels, tt.clean, tt.labels)
		}
	}
}

// TestExportHeadings says of lines whether they are headings.
func TestExportHeadings(t *testing.T) {
	for _, tt := range []struct {
		reason, line string
		want         bool
	}{
		{"a short line", "Early Years", true},
		{"a colon within", "Lines: North and South", true},
		{"a question", "What Remains?", true},
		{"a bracket at the end", "Ann Lee (Driver)", true},
		{"a number at the end", "Plan No.5", true},
		{"a full stop", "Trams ran.", false},
		{"a full stop and a mark", "Trams ran.1", false},
		{"a colon at the end introduces", "They weighed:", false},
		{"a list item", "- Early years", false},
		{"a numbered item", "1. Early years", false},
		{"a table row", "| a | b |", false},
		{"many words", "this line has more words than any heading would have and yet no full stop at its end", false},
	} {
		a := parse(t, "x.txt", "Title\nText here.\n"+tt.line+"\nMore text here.\n")
		if got := a.Counts().Headings == 2; got != tt.want {
			t.Errorf("%s: %q is a heading: %t", tt.reason, tt.line, got)
		}
	}
}

// TestExportFiles reads whole exports that are odd.
func TestExportFiles(t *testing.T) {
	for _, tt := range []struct{ reason, src, want string }{
		{"empty", "", `article x ""
! empty-file: the file is empty at 0
! no-footnotes: no footnotes: nothing in this article can be cited by a mark at 0
`},
		{"notes that say their numbers", "Title\nAnts.2 Bees.1\nNotes\n[1] one\n[2] two\n", `article x "Title"
# top level 1 ["Title"]
paragraph x#top.1 "Ants. Bees."
  ^2 vouches for "Ants."
  ^1 vouches for "Bees."
  sentence "Ants." ["2"]
  sentence "Bees." ["1"]
# notes level 0 ["Notes" "Notes"]
note ^1 internal "one"
note ^2 internal "two"
`},
		{"notes as a list", "Title\nA.1\nEndnotes\n• one ↩\n• two ↩\n", `article x "Title"
# top level 1 ["Title"]
paragraph x#top.1 "A."
  ^1 vouches for "A."
# endnotes level 0 ["Endnotes" "Endnotes"]
note ^1 internal "one"
note ^2 internal "two"
! 5: unused-definition: [^2] is defined, but nothing refers to it at 31
`},
		{"no notes: marks stay references", "Title\nA.1\n", `article x "Title"
# top level 1 ["Title"]
paragraph x#top.1 "A."
  ^1 vouches for "A."
! 2: unresolved-reference: reference to [^1], which is not defined at 8
`},
		{"a text before any heading", "Text first.\nTitle\nMore.\n", `article x ""
# top level 0 [""]
paragraph x#top.1 "Text first."
# title level 0 ["Title" "Title"]
paragraph x#title.1 "More."
! no-footnotes: no footnotes: nothing in this article can be cited by a mark at 0
`},
		{"a byte order mark and line ends of Windows", bom + "Title\r\nA.1\r\nNotes\r\n- one\r\n", `article x "Title"
# top level 1 ["Title"]
paragraph x#top.1 "A."
  ^1 vouches for "A."
# notes level 0 ["Notes" "Notes"]
note ^1 internal "one"
`},
	} {
		a := parse(t, "x.txt", tt.src)
		checkInvariants(t, a)
		if d := cmp.Diff(tt.want, outline(a)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
	}
}
