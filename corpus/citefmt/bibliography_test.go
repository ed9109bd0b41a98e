package citefmt_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

// notes are the bridge's, and odd ones.
func notes(t testing.TB) []cite.Footnote {
	a, _ := parse(t, bridge).Article("bridge")
	return append(slices.Collect(a.Footnotes()),
		cite.Footnote{Article: "bridge", Label: "missing"},
		cite.Footnote{Article: "old bridge", Label: "a,b", Text: `\ { } $ & # % _ ^ ~ " < > | ' @ \_ \textbackslash{}`},
		cite.Footnote{Article: "old-bridge", Label: "a_b", Text: "{{{ and }", Links: []string{`https://example.org/{a b}?q="c"&d=%20#e\f`}},
		cite.Footnote{Article: "a", Label: "b-1", Text: "a key that stands twice"},
		cite.Footnote{Article: "a-b", Label: "1", Text: "two\n\nparagraphs  and spaces", Links: []string{"https://a.example", "https://b.example", ""}},
		cite.Footnote{Article: "brücke", Label: "🌉", Text: "Gazette 🌊, “quoted”", Links: []string{"https://example.org/brücke"}},
	)
}

// plain returns the notes without what a bibliography doesn't have.
func plain(notes []cite.Footnote) []cite.Footnote {
	out := slices.Clone(notes)
	for i := range out {
		out[i].Source = ""
	}
	return out
}

func TestCSL(t *testing.T) {
	in := notes(t)
	items := citefmt.ToCSL(in)
	golden(t, "csl.golden.json", items)
	same(t, "round trip", plain(in), must[[]cite.Footnote](t)(citefmt.FromCSL(through(t, items))))

	got, err := citefmt.FromCSL([]citefmt.CSLItem{{ID: "x", Type: "book", Note: "n"},
		{ID: "y", Note: "n", URL: "https://example.org", Custom: citefmt.CSLCustom{Article: "a", Label: "1"}}})
	wantError(t, "an item of others", err, "items[0]", nil, "article and label")
	same(t, "the other", []cite.Footnote{{Article: "a", Label: "1", Text: "n", Links: []string{"https://example.org"}}}, got)
}

func TestBibTeX(t *testing.T) {
	in := notes(t)
	out := citefmt.ToBibTeX(in)
	golden(t, "notes.golden.bib", out)
	same(t, "round trip", plain(in), must[[]cite.Footnote](t)(citefmt.FromBibTeX(out)))
	for entry := range strings.SplitSeq(out, "\n@") {
		if strings.Count(entry, "{") != strings.Count(entry, "}") {
			t.Errorf("braces of an entry are not in pairs: %s", entry)
		}
	}
	if got := citefmt.ToBibTeX(nil); got != "" {
		t.Errorf("no notes are written as %q", got)
	}
}

func TestFromBibTeX(t *testing.T) {
	for _, tt := range []struct {
		reason, src string
		want        []cite.Footnote
		place, says string
	}{
		{"nothing", "", nil, "", ""},
		{"no entry", "A text.", nil, "", ""},
		{"comments, strings, preambles", "% c\n@comment{ {x} }\n@string{a = {b}}@preamble{\"\\x\"}\n@Misc { k , FootnoteArticle = \"a{\"}b\" , footnotelabel = 7 }",
			[]cite.Footnote{{Article: `a{"}b`, Label: "7"}}, "", ""},
		{"other TeX stays", `@misc{k, footnotearticle={a}, footnotelabel={1}, note={\emph{Book} \% \textbf x}}`,
			[]cite.Footnote{{Article: "a", Label: "1", Text: `\emph{Book} % \textbf x`}}, "", ""},
		{"an entry of others", "\n@book{k, title={x}}\n@misc{k, footnotearticle={a}, footnotelabel={1}}",
			[]cite.Footnote{{Article: "a", Label: "1"}}, "line 2", "article and label"},
		{"no brace", "\n\n@misc k", nil, "line 3", "no { behind @misc"},
		{"no end", "@misc{k, note={x}", nil, "line 1", "no end"},
		{"an open brace", "@misc{k,\nnote={x", nil, "line 2", `"note": a brace is not closed`},
		{"an open quotation mark", `@misc{k, note="x}`, nil, "line 1", "a quotation mark is not closed"},
		{"no sign", "@misc{k, note {x}}", nil, "line 1", `no = behind "note"`},
		{"no value", "@misc{k, note = }", nil, "line 1", `"note": no value`},
		{"no value, no end", "@misc{k, note =", nil, "line 1", `"note": no value`},
		{"a field twice", "@misc{k, note = 1, note = 2}", nil, "line 1", `"note" stands twice`},
		{"no text", "@", nil, "line 1", "no {"},
		{"not UTF-8", "\xff", nil, "data", "UTF-8"},
	} {
		got, err := citefmt.FromBibTeX(tt.src)
		wantError(t, tt.reason, err, tt.place, nil, tt.says)
		same(t, tt.reason, tt.want, got)
	}
}
