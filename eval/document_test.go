package eval_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/eval"
)

// plainTexts are texts in which Markdown, or the reader of exports, would see more
// than words.
var plainTexts = []struct{ why, text string }{
	{"a heading", "# No heading"},
	{"a heading that ends", "Seven # signs #"},
	{"a heading by what stands under it", "Title\n=====\nText\n-----"},
	{"emphasis", "2 * 3 * 4 is *24* and **bold** and _this_ and ~~that~~"},
	{"a footnote", "As [^1] says [^2]: nothing"},
	{"a definition of a footnote", "[^1]: No note"},
	{"a link and its definition", "[a](http://example.org) ![b][c]\n\n[c]: http://example.org"},
	{"a table", "| a | b |\n| --- | --- |\n| c | d |"},
	{"a table without pipes at its ends", "a | b\n--- | ---\nc | d"},
	{"code by its indent", "    leading spaces\n\tand a tab"},
	{"code between fences", "```go\nx := 1\n```\n~~~\ny\n~~~"},
	{"code in the text", "a `b` ``c`` \\`d"},
	{"tags", "<b>bold</b> <!-- no comment --> <http://example.org> 1 < 2 > 0"},
	{"a tag that begins a block", "<div class=\"x\">\ntext\n</div>"},
	{"an instruction", "<?php echo 1 ?> <![CDATA[x]]> <!DOCTYPE html>"},
	{"entities", "&amp; &lt; &#35; &copy; AT&T &nosuch;"},
	{"a rule", "---"},
	{"rules", "***\n\n___\n\n- - -\n\n==="},
	{"front matter", "---\ntitle: none\n---\ntext"},
	{"a list", "- one\n* two\n+ three\n\n- four"},
	{"a numbered list", "1. one\n2) two\n\n1986. A great year.\n\n10) ten"},
	{"a number alone", "42"},
	{"a quotation", "> said\n>> he"},
	{"backslashes", `C:\dir\*.txt \\ \# ends with \`},
	{"a backslash at the end of a line", "one\\\ntwo"},
	{"a mark of an export", "So it was.1 Then it was not.2"},
	{"notes of an export", "Footnotes\n- one ↩"},
	{"ends of lines", "one\rtwo\r\nthree\vfour\ffive\u2028six"},
	{"invisible characters at the start", "\ufeff- one\n\n\ufeff \ufeff# two"},
	{"many paragraphs", "one\n\n\n\ntwo\n \t\nthree"},
	{"other scripts", "港口的故事。שלום — naïve ﬁsh"},
	{"a long line", strings.Repeat("word* [x ", 3000)},
	{"nothing but a tilde", "~"},
}

// TestPlain: no word of a document is lost, whatever it looks like, be it in the
// text or in the title.
func TestPlain(t *testing.T) {
	for _, c := range plainTexts {
		for _, doc := range []eval.Document{{Title: "", Text: c.text}, {Title: c.text, Text: "And a text."}, {Title: c.text, Text: ""}} {
			checkPlain(t, c.why, doc)
		}
	}
}

func checkPlain(t *testing.T, why string, doc eval.Document) {
	t.Helper()
	doc.ID = "x"
	line, err := json.Marshal(map[string]string{"_id": doc.ID, "title": doc.Title, "text": doc.Text})
	if err != nil {
		t.Fatal(err)
	}
	d := read(t, "corpus.jsonl", string(line), "queries.jsonl", goodQueries, "qrels.tsv", "q1\tx\t1\n")
	c, err := d.Corpus()
	if err != nil {
		t.Fatal(err)
	}
	a, ok := c.Article("d1")
	if !ok {
		t.Fatalf("%s: no article", why)
	}
	// A byte order mark is no word, and corpus reads NUL as U+FFFD.
	clean := func(s string) []string {
		return strings.Fields(strings.NewReplacer("\ufeff", "", "\x00", "\ufffd").Replace(s))
	}
	var got strings.Builder
	for p := range a.Passages() {
		got.WriteString(p.Text() + "\n")
		if p.Lead() != "" || p.Section().Slug() != "top" || p.Block().Kind() != corpus.Paragraph {
			t.Errorf("%s: %s is no plain paragraph under the title", why, p.ID())
		}
	}
	if diff := cmp.Diff(clean(doc.Title+" "+doc.Text), clean(got.String())); diff != "" {
		t.Errorf("%s: words (-want +got):\n%s", why, diff)
	}
	if diff := cmp.Diff(clean(doc.Title), clean(a.Title())); diff != "" && len(doc.Title) < 1000 {
		t.Errorf("%s: title (-want +got):\n%s", why, diff)
	}
	for range a.References() {
		t.Errorf("%s: a footnote reference", why)
	}
}

// TestParagraphs: blank lines part passages, line ends don't.
func TestParagraphs(t *testing.T) {
	d := read(t, "corpus.jsonl", `{"_id":"x","title":"T","text":"one\ntwo\n\nthree\n \nfour"}`, "queries.jsonl", goodQueries, "qrels.tsv", "q1\tx\t1\n")
	c, err := d.Corpus()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for p := range c.Passages() {
		got = append(got, p.Text())
	}
	if diff := cmp.Diff([]string{"T one two", "three", "four"}, got); diff != "" {
		t.Errorf("passages (-want +got):\n%s", diff)
	}
}

// TestDocumentOf: articles map back to documents, however alike their IDs are.
func TestDocumentOf(t *testing.T) {
	ids := []string{"A", "a", "d1", "d2", "ä", "a.b", "a-b", "http://example.org/?q=1#2", "-", "—"}
	var b strings.Builder
	for _, id := range ids {
		b.WriteString(`{"_id":` + strconv.Quote(id) + `,"text":"` + "x" + `"}` + "\n")
	}
	d := read(t, "corpus.jsonl", b.String(), "queries.jsonl", goodQueries, "qrels.tsv", "q1\tA\t1\n")
	c, err := d.Corpus()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for a := range c.Articles() {
		id, ok := d.DocumentOf(a.ID())
		if !ok {
			t.Errorf("the article %s is of no document", a.ID())
		}
		got = append(got, id)
	}
	if diff := cmp.Diff(ids, got); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	for _, other := range []string{"", "d", "d0", "d11", "d01", "d+1", "1", "d-1", "x1", "d99999999999999999999"} {
		if id, ok := d.DocumentOf(other); ok {
			t.Errorf("the article %q is of the document %s", other, id)
		}
	}
}

// TestOneCorpus: the same data set makes the same corpus.
func TestOneCorpus(t *testing.T) {
	a, err := good(t).Corpus()
	if err != nil {
		t.Fatal(err)
	}
	b, err := good(t).Corpus()
	if err != nil {
		t.Fatal(err)
	}
	if a.Revision() != b.Revision() || len(slices.Collect(a.Passages())) != 2 {
		t.Errorf("revisions %s and %s, %d passages", a.Revision(), b.Revision(), len(slices.Collect(a.Passages())))
	}
}

// BenchmarkCorpus makes a corpus of ten thousand documents of one sentence.
func BenchmarkCorpus(b *testing.B) {
	var docs strings.Builder
	for i := range 10_000 {
		docs.WriteString(`{"_id":"` + strconv.Itoa(i) + `","title":"","text":"The harbour master keeps the lamp, and the ferry leaves at seven."}` + "\n")
	}
	d, err := eval.ReadDataset(files("corpus.jsonl", docs.String(), "queries.jsonl", goodQueries, "qrels.tsv", "q1\t7\t1\n"), eval.DatasetOptions{})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := d.Corpus(); err != nil {
			b.Fatal(err)
		}
	}
}
