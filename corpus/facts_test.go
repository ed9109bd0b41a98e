package corpus_test

import (
	"encoding/json"
	"fmt"
	"io/fs"
	"log"
	"slices"
	"strings"
	"sync"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/costtest"
)

// factLine returns a line of a facts file; fields replace those that it has, null
// ones are left out.
func factLine(t testing.TB, id string, fields map[string]any) string {
	t.Helper()
	line := map[string]any{"id": id, "kind": "note", "statement": "Of " + id + ".", "subject": "Bees", "property": "dance"}
	for name, v := range fields {
		line[name] = v
	}
	out, err := json.Marshal(line)
	if err != nil {
		t.Fatal(err)
	}
	return string(out) + "\n"
}

type fields = map[string]any

// evidence returns the field with pairs of passages and quotations.
func evidence(pairs ...string) fields {
	var list []fields
	for i := 0; i < len(pairs); i += 2 {
		list = append(list, fields{"passage": pairs[i], "quote": pairs[i+1]})
	}
	return fields{"evidence": list}
}

// with adds fields to others.
func with(all fields, name string, v any) fields {
	all[name] = v
	return all
}

func readAll(t testing.TB, fsys fs.FS) *corpus.Corpus {
	t.Helper()
	c, err := corpus.Read(fsys)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// readFacts reads an article with facts beside it.
func readFacts(t testing.TB, src, facts string) *corpus.Article {
	t.Helper()
	a, ok := readAll(t, fstest.MapFS{"bees.md": file(src), "bees.facts.jsonl": file(facts)}).Article("bees")
	if !ok {
		t.Fatal("no article bees")
	}
	return a
}

// sidecarDiagnostics returns what is odd in an article's sidecars.
func sidecarDiagnostics(a *corpus.Article) []string {
	out := []string{}
	for d := range a.Diagnostics() {
		if d.File != "" {
			out = append(out, d.String())
		}
	}
	return out
}

// idsOf returns the IDs of an article's facts.
func idsOf(s *fact.Set) []string {
	out := []string{}
	for f := range s.All() {
		out = append(out, f.ID())
	}
	return out
}

const (
	scouts = "Scouts leave the hive at dawn and look for flowers in bloom."
	angle  = "The angle of the dance shows the way to the flowers."
	hunt   = "Wasps do nothing of the kind and hunt alone in the summer."
	food   = "A scout that found food dances on the comb for the others."
)

// TestFactsEvidence looks up one piece of evidence in an article as it is now.
func TestFactsEvidence(t *testing.T) {
	swap := func(pairs ...string) string {
		out := strings.NewReplacer(pairs...).Replace(bees)
		if out == bees {
			t.Fatalf("%q changes nothing", pairs)
		}
		return out
	}
	before := parse(t, "bees.md", bees)
	full := func(quote string) cite.Citation { return citeIn(t, before, quote) }
	bare := func(passage cite.PassageID, quote string) cite.Citation {
		return cite.Citation{Passage: passage, Quote: quote}
	}
	const twice = "# Bees\n\nIt hums.[^1] He asked again. It hums.[^2] He left.\n\n## Hum\n\nIt hums.[^3]\n\n[^1]: a\n[^2]: b\n[^3]: c\n"
	second := cite.Citation{Passage: "bees#top.1", Quote: "It hums.", Span: cite.Span{Start: 25, End: 33}}
	for p := range parse(t, "bees.md", twice).Passages() {
		if p.ID() == second.Passage {
			second.Digest = p.Digest()
		}
	}
	for _, tt := range []struct {
		reason   string
		evidence cite.Citation
		now      string
		passage  cite.PassageID // "" if there is none
		start    int
		section  []string
		labels   []string
		says     string // the diagnostic
	}{
		{"in place", bare("bees#dance.1", angle), bees, "bees#dance.1", 59, []string{"Dance"}, []string{"3"}, ""},
		{"a part of a sentence", bare("bees#dance.1", "the way"), bees, "bees#dance.1", 88, []string{"Dance"}, []string{"3"}, ""},
		{"two sentences under two notes", bare("bees#dance.1", food+" "+angle), bees, "bees#dance.1", 0, []string{"Dance"}, []string{"2", "3"}, ""},
		{"text without a footnote, under the title", bare("bees#top.1", "They come back before noon."), bees, "bees#top.1", 61, []string{}, []string{}, ""},
		{"in place, its passage has changed around it", full(angle), swap("found food", "found nectar"), "bees#dance.1", 61, []string{"Dance"}, []string{"3"}, ""},
		{"in place, with an absurd span: the quotation counts", cite.Citation{Passage: "bees#dance.1", Quote: angle, Span: cite.Span{Start: -7, End: 1 << 62}}, bees, "bees#dance.1", 59, []string{"Dance"}, []string{"3"}, ""},
		{"in place, with a digest that is none", cite.Citation{Passage: "bees#dance.1", Quote: angle, Digest: "md5:x"}, bees, "bees#dance.1", 59, []string{"Dance"}, []string{"3"}, ""},
		{"renumbered: the note is the text's", full(angle), swap("[^3]", "[^7]"), "bees#dance.1", 59, []string{"Dance"}, []string{"7"}, "wrong-footnotes"},

		{"the passage has moved: new number, note and section", bare("bees#dance.2", hunt), swap("## Dance\n", "## Dance\n\nNew.\n\n## Enemies\n", "[^4]", "[^9]"), "bees#enemies.2", 0, []string{"Enemies"}, []string{"9"}, "moved-evidence"},
		{"the section has another name", bare("bees#dance.2", hunt), swap("## Dance", "## Dancing"), "bees#dancing.2", 0, []string{"Dancing"}, []string{"4"}, "moved-evidence"},
		{"the wrong passage, the right article", bare("bees#top.1", hunt), bees, "bees#dance.2", 0, []string{"Dance"}, []string{"4"}, "moved-evidence"},
		{"a passage that never was", bare("bees#none.77", hunt), bees, "bees#dance.2", 0, []string{"Dance"}, []string{"4"}, "moved-evidence"},
		{"a huge number in its ID", bare("bees#dance.99999999999999999999", hunt), bees, "", 0, nil, nil, "broken-sidecar-line"},

		{"another article's passage: no copy of ours is meant", bare("wasps#top.1", hunt), bees, "", 0, nil, nil, `gone-evidence: bees/1: the quotation "` + hunt + `" is said to stand in the article "wasps"; this is "bees"; the fact is left out`},
		{"a passage ID that is none", bare("\x00#\n", hunt), bees, "", 0, nil, nil, "broken-sidecar-line"},
		{"an article for a passage", bare("bees", hunt), bees, "", 0, nil, nil, "broken-sidecar-line"},
		{"a word has changed", bare("bees#dance.1", angle), swap("angle", "speed"), "", 0, nil, nil, `edited-evidence: bees/1: the quotation "` + angle + `" has become "The speed of the dance shows the way to the flowers."`},
		{"a negation was put in", full(angle), swap("shows", "never shows"), "", 0, nil, nil, "edited-evidence"},
		{"a number has changed", bare("bees#top.1", "at dawn"), swap("at dawn", "at 9"), "", 0, nil, nil, "gone-evidence"},
		{"deleted", bare("bees#dance.2", hunt), swap(hunt+"[^4]\n", ""), "", 0, nil, nil, "gone-evidence"},
		{"never there", bare("bees#dance.2", "Ants build bridges out of themselves."), bees, "", 0, nil, nil, "gone-evidence"},
		{"other case is another quotation", bare("bees#dance.2", strings.ToUpper(hunt)), bees, "", 0, nil, nil, "gone-evidence"},
		{"half of a letter", bare("bees#top.1", "\ufffd"), swap("noon", "nööön"), "", 0, nil, nil, "gone-evidence"},
		{"markup is not in the text", bare("bees#dance.2", hunt+"[^4]"), bees, "", 0, nil, nil, "edited-evidence"},

		{"some words of a sentence elsewhere may mean something else", bare("bees#top.1", "the way to the flowers"), bees, "", 0, nil, nil, "ambiguous-evidence"},
		{"the same words in another sentence of its passage's number: what stood around it decides", cite.Citation{Passage: "bees#top.1", Digest: "sha256:old", Quote: "in 1850", Prefix: "The bridge fell ", Suffix: " with a great noise."}, "# Bees\n\nThe mill was built in 1850 by monks.[^2]\n\nThe bridge fell in 1850 with a great noise.[^1]\n\n[^1]: a\n[^2]: b\n", "bees#top.2", 16, []string{}, []string{"1"}, "moved-evidence"},
		{"footnotes that the evidence has are compared", cite.Citation{Passage: "bees#dance.1", Quote: angle, Footnotes: []cite.Footnote{{Article: "bees", Label: "9"}}}, bees, "bees#dance.1", 59, []string{"Dance"}, []string{"3"}, "wrong-footnotes"},
		{"none is a statement, too", cite.Citation{Passage: "bees#dance.1", Quote: angle, Footnotes: []cite.Footnote{}}, bees, "bees#dance.1", 59, []string{"Dance"}, []string{"3"}, "wrong-footnotes"},

		{"twice in its passage", bare("bees#top.1", "It hums."), twice, "", 0, nil, nil, `ambiguous-evidence: bees/1: the quotation "It hums." may be at`},
		{"twice, chosen by digest and span", second, twice, "bees#top.1", 25, []string{}, []string{"2"}, ""},
		{"twice, chosen by what stands before it", cite.Citation{Passage: "bees#top.1", Quote: "It hums.", Prefix: "again. "}, twice, "bees#top.1", 25, []string{}, []string{"2"}, ""},
		{"twice, chosen by what stands after it", cite.Citation{Passage: "bees#top.1", Quote: "It hums.", Suffix: " He asked"}, twice, "bees#top.1", 0, []string{}, []string{"1"}, ""},
		{"twice, with a prefix that neither has", cite.Citation{Passage: "bees#top.1", Quote: "It hums.", Prefix: "Wow. "}, twice, "", 0, nil, nil, "ambiguous-evidence"},
		{"overlapping places are two", bare("bees#top.1", "aba"), "# Bees\n\nx ababa\n", "", 0, nil, nil, "ambiguous-evidence"},
		{"out of its passage, twice elsewhere", bare("bees#dance.9", "It hums."), twice, "", 0, nil, nil, "ambiguous-evidence"},
		{"out of its passage, which has something like it: perhaps a copy", bare("bees#dance.1", food), swap("food", "nectar", "## Hum\n", "## Hum\n\n"+food+"[^1]\n"), "", 0, nil, nil, "ambiguous-evidence"},
	} {
		a := readFacts(t, tt.now, factLine(t, "bees/1", fields{"evidence": []fields{evidenceOf(t, tt.evidence)}}))
		if got := strings.Join(sidecarDiagnostics(a), "\n"); (got == "") != (tt.says == "") || !strings.HasPrefix(got, "bees.facts.jsonl:1: "+tt.says) && tt.says != "" {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.says)
		}
		f, err := a.Facts().Fact("bees/1")
		if (err == nil) != (tt.passage != "") {
			t.Errorf("%s: %v, want %q", tt.reason, err, tt.passage)
		}
		if err != nil || tt.passage == "" {
			continue
		}
		p, ok := a.Passage(tt.passage)
		span := cite.Span{Start: tt.start, End: tt.start + len(tt.evidence.Quote)}
		if !ok || !span.Valid(p.Text()) {
			t.Errorf("%s: evidence %+v, want %s at %v", tt.reason, f.Evidence(), tt.passage, span)
			continue
		}
		if d := cmp.Diff([]cite.Citation{p.Cite(span)}, f.Evidence()); d != "" {
			t.Errorf("%s: evidence (-want +got):\n%s", tt.reason, d)
		}
		r := f.Record()
		if !slices.Equal(r.Section, tt.section) || !slices.Equal(r.Footnotes, tt.labels) || f.Quote() != tt.evidence.Quote {
			t.Errorf("%s: section %q, footnotes %q, quote %q", tt.reason, r.Section, r.Footnotes, f.Quote())
		}
		if got := idsOf(a.Facts()); len(got) != 1 || f.Article() != "bees" {
			t.Errorf("%s: facts %q of %s", tt.reason, got, f.Article())
		}
	}
}

// evidenceOf returns a citation as a record has it, without footnotes where it says
// nothing of them.
func evidenceOf(t *testing.T, c cite.Citation) fields {
	t.Helper()
	data, err := json.Marshal(c)
	if err != nil {
		t.Fatal(err)
	}
	var out fields
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	if c.Footnotes == nil {
		delete(out, "footnotes")
	}
	return out
}

// TestFactsLines reads files with lines of all kinds.
func TestFactsLines(t *testing.T) {
	good := func(id string) string { return factLine(t, id, evidence("bees#dance.2", hunt)) }
	one, two := good("bees/1"), good("bees/2")
	sides := func(facts ...string) fields {
		var list []fields
		for _, id := range facts {
			list = append(list, fields{"statement": "s", "facts": []string{id}})
		}
		return with(with(evidence("bees#dance.2", hunt), "kind", fact.KindTension), "data", fields{"sides": list})
	}
	for _, tt := range []struct {
		reason, data string
		want         []string // IDs
		odd          []string // diagnostics, or how they begin
	}{
		{"an empty file", "", []string{}, nil},
		{"blank lines alone", "\n\r\n \t\n", []string{}, nil},
		{"one line, without an end", strings.TrimSpace(one), []string{"bees/1"}, nil},
		{"blank lines between", "\n" + one + "\n  \n" + two, []string{"bees/1", "bees/2"}, nil},
		{"CRLF", strings.ReplaceAll(one+two, "\n", "\r\n"), []string{"bees/1", "bees/2"}, nil},
		{"a byte order mark", bom + one + two, []string{"bees/1", "bees/2"}, nil},
		{"a byte order mark alone", bom, []string{}, nil},
		{"a byte order mark in a later line", one + bom + two, []string{"bees/1"}, []string{"2: broken-sidecar-line: "}},
		{"the schema", good("bees/1")[:1] + `"schema":"footnote/1",` + one[1:], []string{"bees/1"}, nil},
		{"another schema", `{"schema":"footnote/9",` + one[1:] + two, []string{"bees/2"}, []string{`1: broken-sidecar-line: this line is left out: a record of the schema "footnote/9"; this is "footnote/1"`}},
		{"fields that nobody knows", `{"mood":["merry"],` + one[1:], []string{"bees/1"}, []string{`1: unknown-field: bees/1: nothing reads the field "mood"`}},
		{"broken JSON", "{\n" + one + "not JSON\n" + two + `{"id":"bees/3"`, []string{"bees/1", "bees/2"}, []string{"1: broken-sidecar-line: ", "3: broken-sidecar-line: ", "5: broken-sidecar-line: "}},
		{"two records on a line", strings.TrimSpace(one) + two, []string{}, []string{"1: broken-sidecar-line: "}},
		{"no object", "null\n[]\n7\n\"x\"\n" + one, []string{"bees/1"}, []string{"1: broken-sidecar-line: ", "2: broken-sidecar-line: ", "3: broken-sidecar-line: ", "4: broken-sidecar-line: "}},
		{"not UTF-8", strings.Replace(one, "Of", "\xff", 1) + two, []string{"bees/2"}, []string{"1: broken-sidecar-line: this line is left out: the line is not UTF-8"}},
		{"NUL", "\x00\n" + one, []string{"bees/1"}, []string{"1: broken-sidecar-line: "}},
		{"nested too deep", strings.Repeat("[", 20_000) + "\n" + one, []string{"bees/1"}, []string{"1: broken-sidecar-line: "}},
		{"no record", "{}\n" + one, []string{"bees/1"}, []string{"1: broken-sidecar-line: this line is left out: the record has no id"}},
		{"no evidence", factLine(t, "bees/0", nil) + one, []string{"bees/1"}, []string{"1: broken-sidecar-line: this line is left out: bees/0 has no evidence"}},
		{"an unknown status", factLine(t, "bees/0", with(evidence("bees#dance.2", hunt), "status", []string{"rumoured"})) + one, []string{"bees/1"}, []string{`1: broken-sidecar-line: this line is left out: bees/0: status: no status "rumoured"`}},
		{"an ID twice: the first counts", one + two + factLine(t, "bees/1", with(evidence("bees#top.1", scouts), "kind", "again")), []string{"bees/1", "bees/2"}, []string{"3: duplicate-fact: this line is left out: bees/1: the id is taken"}},
		{"of the first nothing was left", factLine(t, "bees/1", evidence("bees#dance.2", "Ants build bridges.")) + one, []string{"bees/1"}, []string{"1: gone-evidence: "}},
		{"numbers that are none", factLine(t, "bees/0", with(evidence("bees#dance.2", hunt), "values", []json.RawMessage{json.RawMessage(`{"kind":"quantity","amount":1e999,"unit":"x"}`)})) + one, []string{"bees/1"}, []string{"1: broken-sidecar-line: "}},
		{"the largest number there is", factLine(t, "bees/1", with(evidence("bees#dance.2", hunt), "values", []json.RawMessage{json.RawMessage(`{"kind":"quantity","amount":1.7e308,"unit":"x"}`)})), []string{"bees/1"}, nil},
		{"a span that no number holds", strings.Replace(one, `"passage"`, `"start":99999999999999999999,"passage"`, 1) + two, []string{"bees/2"}, []string{"1: broken-sidecar-line: "}},
		{"one evidence of two is left", factLine(t, "bees/1", evidence("bees#dance.2", "Ants build bridges.", "bees#dance.2", hunt)), []string{"bees/1"}, []string{`1: gone-evidence: bees/1: the quotation "Ants build bridges." is not in bees#dance.2`}},
		{"none of two is left", factLine(t, "bees/1", evidence("bees#dance.2", "Ants build bridges.", "bees#dance.1", strings.Replace(angle, "angle", "speed", 1))), []string{}, []string{"1: gone-evidence: ", "1: edited-evidence: "}},
		{"evidence of two articles", factLine(t, "bees/1", evidence("bees#dance.2", hunt, "wasps#top.1", hunt)), []string{}, []string{"1: broken-sidecar-line: "}},
		{"all of another article", factLine(t, "bees/1", evidence("wasps#dance.2", hunt)), []string{}, []string{"1: gone-evidence: "}},
		{"footnotes as they are", factLine(t, "bees/1", with(evidence("bees#dance.1", food+" "+angle), "footnotes", []string{"2", "3"})), []string{"bees/1"}, nil},
		{"wrong footnotes", factLine(t, "bees/1", with(evidence("bees#dance.2", hunt), "footnotes", []string{"1"})), []string{"bees/1"}, []string{`1: wrong-footnotes: bees/1: the file says footnotes ["1"]; in force are ["4"]`}},
		{"no footnotes, says the file", factLine(t, "bees/1", with(evidence("bees#dance.2", hunt), "footnotes", []string{})), []string{"bees/1"}, []string{`1: wrong-footnotes: bees/1: the file says footnotes []; in force are ["4"]`}},
		{"footnotes in another order", factLine(t, "bees/1", with(evidence("bees#dance.1", food+" "+angle), "footnotes", []string{"3", "2"})), []string{"bees/1"}, []string{"1: wrong-footnotes: "}},
		{"a section of another text is passed over", factLine(t, "bees/1", with(evidence("bees#dance.2", hunt), "section", []string{"Old"})), []string{"bees/1"}, nil},
		{"a tension before its facts", factLine(t, "bees/t", sides("bees/1", "bees/2")) + one + two, []string{"bees/t", "bees/1", "bees/2"}, nil},
		{"a tension whose fact was left out", one + factLine(t, "bees/2", evidence("bees#dance.2", "Ants build bridges.")) + factLine(t, "bees/t", sides("bees/1", "bees/2")), []string{"bees/1"}, []string{"2: gone-evidence: ", `3: broken-sidecar-line: this line is left out: bees/t: side 2 names "bees/2"`}},
		{"a tension that has no sides", one + factLine(t, "bees/t", with(sides(), "data", nil)), []string{"bees/1"}, []string{"2: broken-sidecar-line: this line is left out: bees/t: a tension has at least two sides; this has 0"}},
	} {
		a := readFacts(t, bees, tt.data)
		if d := cmp.Diff(tt.want, idsOf(a.Facts())); d != "" {
			t.Errorf("%s: facts (-want +got):\n%s", tt.reason, d)
		}
		got := sidecarDiagnostics(a)
		ok := len(got) == len(tt.odd)
		for i := range min(len(got), len(tt.odd)) {
			ok = ok && strings.HasPrefix(got[i], "bees.facts.jsonl:"+tt.odd[i])
		}
		if !ok {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.odd)
		}
	}

	a := readFacts(t, bees, "\n"+one+"{}\n")
	for d := range a.Diagnostics() {
		if d.Line != 3 || d.Offset != 1+len(one) {
			t.Errorf("the broken line is at line %d, byte %d", d.Line, d.Offset)
		}
	}
}

// TestFactsCopyFromText takes a fact whose file says what the text doesn't.
func TestFactsCopyFromText(t *testing.T) {
	a := readFacts(t, bees, factLine(t, "bees/1", fields{"section": []string{"Old"}, "evidence": []cite.Citation{
		{Passage: "bees#dance.1", Quote: angle, Digest: "sha256:old", Span: cite.Span{Start: 9, End: 3}, Prefix: "was", Suffix: "will be",
			Footnotes: []cite.Footnote{{Article: "wasps", Label: "9", Text: "invented", Links: []string{"https://example.org"}}}},
		{Passage: "bees#top.1", Quote: scouts},
	}}))
	f, err := a.Facts().Fact("bees/1")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]cite.Citation{citeIn(t, a, angle), citeIn(t, a, scouts)}, f.Evidence()); d != "" {
		t.Errorf("evidence (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"Dance"}, f.Section()); d != "" {
		t.Errorf("section (-want +got):\n%s", d)
	}
	var got []string
	for _, n := range f.Footnotes() {
		got = append(got, n.Ref()+" "+n.Text)
	}
	if d := cmp.Diff([]string{"bees^3 c", "bees^1 a"}, got); d != "" {
		t.Errorf("footnotes (-want +got):\n%s", d)
	}
	for _, label := range []string{"1", "3"} {
		note, _ := a.Footnote(label)
		if got := slices.Collect(a.Facts().Under(note)); !slices.Equal(got, []fact.Fact{f}) {
			t.Errorf("under ^%s: %v", label, got)
		}
	}
}

func TestAliases(t *testing.T) {
	const lines = `{"id":"bees","name":"Bees","aliases":["Apis","honey bees"],"kind":"animal"}

{"name":"Wasps","aliases":["APIS ","Vespa"]}
{"name":"Bees","aliases":["Swarm","Apis"]}
{"name":"vespa"}
{"aliases":["nameless"]}
{"name":" "}
not JSON
{"name":"Ants","aliases":"Formica"}
` + "{\"name\":\"\xff\"}\n" + `{"name":"Ants","mood":"merry"}`
	c := readAll(t, fstest.MapFS{
		"bees.md":            file(bees),
		"bees.aliases.jsonl": file(bom + lines),
		"bees.facts.jsonl":   file(factLine(t, "bees/1", with(evidence("bees#dance.2", hunt), "entities", []string{"apis", "vespa", "Summer"}))),
	})
	a, _ := c.Article("bees")
	if d := cmp.Diff([]fact.Entity{
		{ID: "bees", Name: "Bees", Aliases: []string{"Apis", "honey bees", "Swarm"}, Kind: "animal"},
		{Name: "Wasps", Aliases: []string{"APIS ", "Vespa"}},
		{Name: "vespa"},
		{Name: "Ants"},
		{Name: "Summer"},
	}, slices.Collect(a.Facts().Entities())); d != "" {
		t.Errorf("entities (-want +got):\n%s", d)
	}
	got := sidecarDiagnostics(a)
	want := []string{
		`3: duplicate-alias: "APIS " is a name of "Bees", which keeps it, and of "Wasps"`,
		`3: duplicate-alias: "Vespa" is a name of "vespa", which keeps it, and of "Wasps"`,
		"6: broken-sidecar-line: this line is left out: it has no name",
		"7: broken-sidecar-line: this line is left out: it has no name",
		"8: broken-sidecar-line: ",
		"9: broken-sidecar-line: ",
		"10: broken-sidecar-line: this line is left out: the line is not UTF-8",
	}
	for i := range max(len(got), len(want)) {
		if i >= len(got) || i >= len(want) || !strings.HasPrefix(got[i], "bees.aliases.jsonl:"+want[i]) {
			t.Fatalf("diagnostics %q, want %q", got, want)
		}
	}
	for _, tt := range []struct{ reason, name, want string }{
		{"an alias of the first line", "Apis", "Bees"},
		{"an alias of a later line of the same name", "swarm", "Bees"},
		{"one that two claim", "apis", "Bees"},
		{"a name that is the alias of one before", "vespa", "vespa"},
	} {
		if e, ok := a.Facts().Entity(tt.name); !ok || e.Name != tt.want {
			t.Errorf("%s: Entity(%q) = %q, %t; want %q", tt.reason, tt.name, e.Name, ok, tt.want)
		}
	}

	alone, _ := readAll(t, fstest.MapFS{"bees.md": file(bees), "bees.aliases.jsonl": file(`{"name":"Bees"}`)}).Article("bees")
	if got := slices.Collect(alone.Facts().Entities()); alone.Facts().Len() != 0 || len(got) != 1 {
		t.Errorf("aliases without facts: %d facts, entities %v", alone.Facts().Len(), got)
	}
}

// TestCorpusFacts joins the facts of several articles.
func TestCorpusFacts(t *testing.T) {
	const wasps = "# Wasps\n\nWasps hunt in the summer.[^1] Ants don't.\n\n[^1]: w\n"
	tension := fields{"kind": fact.KindTension, "data": fields{"sides": []fields{{"facts": []string{"insects/hunt"}}, {"facts": []string{"insects/rest"}}}}}
	tensionOf := func(evidence fields) fields {
		for name, v := range tension {
			evidence[name] = v
		}
		return evidence
	}
	c := readAll(t, fstest.MapFS{
		"bees.md": file(bees),
		"bees.facts.jsonl": file(
			factLine(t, "insects/hunt", with(evidence("bees#dance.2", hunt), "subject", "Wasps")) +
				factLine(t, "insects/rest", evidence("bees#top.1", scouts)) +
				factLine(t, "insects/t", tensionOf(evidence("bees#top.1", scouts)))),
		"wasps.txt": file(wasps),
		"wasps.facts.jsonl": file(
			factLine(t, "insects/hunt", with(evidence("wasps#top.1", "Wasps hunt in the summer."), "subject", "Wasps")) +
				factLine(t, "insects/rest", with(evidence("wasps#top.1", "Ants don't."), "subject", "Vespa")) +
				factLine(t, "insects/t", tensionOf(evidence("wasps#top.1", "Ants don't."))) +
				"broken"),
		"wasps.aliases.jsonl": file(`{"id":"wasps","name":"Wasps","aliases":["Vespa"],"kind":"animal"}`),
		"plain.md":            file("# Plain\n\nNo facts.\n"),
		"ants.md":             file("# Ants\n\nText.\n"),
		"ants.aliases.jsonl":  file(`{"name":"Wasps","aliases":["yellow jackets","Vespa"],"kind":"enemy"}`),
	})
	set := c.Facts()
	var got []string
	for f := range set.All() {
		got = append(got, f.Article()+"/"+f.ID())
	}
	if d := cmp.Diff([]string{"bees/insects/hunt", "bees/insects/rest", "bees/insects/t", "wasps/insects/hunt", "wasps/insects/rest", "wasps/insects/t"}, got); d != "" {
		t.Errorf("facts (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]fact.Entity{
		{ID: "wasps", Name: "Wasps", Aliases: []string{"yellow jackets", "Vespa"}, Kind: "enemy"},
		{Name: "Bees"},
	}, slices.Collect(set.Entities())); d != "" {
		t.Errorf("entities (-want +got):\n%s", d)
	}
	for _, tt := range []struct{ reason, id, article string }{
		{"of the first article", "bees/insects/hunt", "bees"},
		{"of the second", "wasps/insects/hunt", "wasps"},
	} {
		if f, err := set.Fact(tt.id); err != nil || f.Article() != tt.article {
			t.Errorf("%s: %s, %v", tt.reason, f.Article(), err)
		}
	}
	if f, err := set.Fact("insects/hunt"); err == nil {
		t.Errorf("an ID that two articles have is %s of %s", f.ID(), f.Article())
	}
	n := 0
	for x := range set.Tensions() {
		for side := range x.Sides() {
			for f := range side.Facts() {
				if n++; f.Article() != x.Article() {
					t.Errorf("a tension of %s has a fact of %s", x.Article(), f.Article())
				}
			}
		}
	}
	if n != 4 {
		t.Errorf("the sides of two tensions have %d facts", n)
	}
	if c.Facts() != set {
		t.Error("the facts are read again")
	}
	only := mustOnly(t, c, "wasps")
	a, _ := c.Article("wasps")
	if only.Facts() != a.Facts() || a.Facts().Len() != 3 {
		t.Errorf("the facts of one article are %d", only.Facts().Len())
	}
	if len(sidecarDiagnostics(a)) != 1 {
		t.Errorf("diagnostics of an export's facts: %q", sidecarDiagnostics(a))
	}
	if got := slices.Collect(c.Facts().About("vespa")); len(got) != 3 || got[0].Article() != "bees" || got[1].Article() != "wasps" {
		t.Errorf("about an alias that one article gives, of all: %d facts", len(got))
	}
}

// TestNoFacts asks for facts where there are none.
func TestNoFacts(t *testing.T) {
	for reason, set := range map[string]*fact.Set{
		"an article that Parse reads": parse(t, "bees.md", bees).Facts(),
		"one without sidecars":        mustOnly(t, readAll(t, fstest.MapFS{"a.md": file(bees)}), "a").Facts(),
		"several without":             readAll(t, fstest.MapFS{"a.md": file(bees), "b.md": file(bees)}).Facts(),
		"the zero Corpus":             new(corpus.Corpus).Facts(),
	} {
		if set == nil || set.Len() != 0 {
			t.Errorf("%s: %v", reason, set)
		}
	}
}

// TestFactsAreReadOnce lets many goroutines be the first to ask; the race detector
// watches.
func TestFactsAreReadOnce(t *testing.T) {
	line := factLine(t, "bees/1", evidence("bees#dance.2", hunt))
	for range 10 {
		c := readAll(t, fstest.MapFS{
			"bees.md": file(bees), "bees.facts.jsonl": file(line + "broken\n"),
			"other.md": file(bees), "other.facts.jsonl": file(strings.ReplaceAll(line, "bees#", "other#")),
		})
		a, _ := c.Article("bees")
		var wg sync.WaitGroup
		start := make(chan struct{})
		for i := range 12 {
			wg.Go(func() {
				<-start
				switch i % 3 {
				case 0:
					if n := a.Facts().Len(); n != 1 {
						t.Errorf("%d facts of the article", n)
					}
				case 1:
					if n := c.Facts().Len(); n != 2 {
						t.Errorf("%d facts of the corpus", n)
					}
				case 2:
					if got := sidecarDiagnostics(a); len(got) != 1 {
						t.Errorf("diagnostics %q", got)
					}
				}
			})
		}
		close(start)
		wg.Wait()
	}
}

// TestManyFactsThatAreGone reads 20,000 quotations that are nowhere: each is a
// diagnostic up to the limit, and none a fact.
func TestManyFactsThatAreGone(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes seconds, minutes under the race detector")
	}
	const n = 20_000
	var b strings.Builder
	for i := range n {
		b.WriteString(factLine(t, fmt.Sprintf("bees/%d", i), evidence("bees#dance.2", fmt.Sprintf("Ants of the year %d build bridges.", i))))
	}
	a := readFacts(t, strings.Repeat(bees, 40), b.String()+factLine(t, "bees/last", evidence("bees#dance.2", hunt)))
	if d := cmp.Diff([]string{"bees/last"}, idsOf(a.Facts())); d != "" {
		t.Errorf("a quotation in place behind those that are gone (-want +got):\n%s", d)
	}
	got := sidecarDiagnostics(a)
	gone, unsought, more := 0, 0, 0
	for _, d := range got {
		var n int
		switch _, rest, _ := strings.Cut(d, "evidence: "); {
		case strings.HasSuffix(d, "more of this kind, from here on"):
			if _, err := fmt.Sscan(rest, &n); err != nil {
				t.Fatalf("%s: %v", d, err)
			}
			more += n
		case strings.Contains(d, string(corpus.DiagGoneEvidence)):
			gone++
		case strings.Contains(d, string(corpus.DiagUnsoughtEvidence)):
			unsought++
		}
	}
	if gone == 0 || gone > 1000 || unsought > 1000 || gone+unsought+more != n {
		t.Errorf("%d gone, %d not looked for, %d more; want %d in all", gone, unsought, more, n)
	}
}

// TestManyFactsThatAreEdited: what it costs to find what has become of a long
// quotation is bounded for the whole file. What is beyond that is told, and a
// quotation that stands where it says is found before.
func TestManyFactsThatAreEdited(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes seconds, minutes under the race detector")
	}
	var text, edited strings.Builder
	for i := range 900 {
		fmt.Fprintf(&text, "word%d ", i)
		if i%4 > 0 {
			fmt.Fprintf(&edited, "word%d ", i)
		} else {
			fmt.Fprintf(&edited, "other%d ", i)
		}
	}
	quote := strings.TrimSpace(edited.String())
	var b strings.Builder
	b.WriteString(factLine(t, "bees/first", evidence("bees#dance.2", hunt)))
	for i := range 2000 {
		b.WriteString(factLine(t, fmt.Sprint("bees/", i), evidence("bees#dance.2", quote)))
	}
	a := readFacts(t, bees+"\n\n"+text.String()+"\n", b.String())
	if d := cmp.Diff([]string{"bees/first"}, idsOf(a.Facts())); d != "" {
		t.Errorf("facts (-want +got):\n%s", d)
	}
	edits, unsought := 0, 0
	for _, d := range sidecarDiagnostics(a) {
		switch {
		case strings.Contains(d, string(corpus.DiagEditedEvidence)):
			edits++
		case strings.Contains(d, string(corpus.DiagUnsoughtEvidence)):
			unsought++
		}
	}
	if edits == 0 || unsought == 0 {
		t.Errorf("%d edited and %d not looked for", edits, unsought)
	}
}

// TestUnknownField: a misspelt field is told, and the fact stays.
func TestUnknownField(t *testing.T) {
	a := readFacts(t, bees, factLine(t, "bees/1", with(evidence("bees#dance.2", hunt), "atributed_to", []string{"Bees"})))
	want := `bees.facts.jsonl:1: unknown-field: bees/1: nothing reads the field "atributed_to"`
	if got := sidecarDiagnostics(a); len(got) != 1 || got[0] != want || a.Facts().Len() != 1 {
		t.Errorf("%d facts, diagnostics %q, want %q", a.Facts().Len(), got, want)
	}
}

// TestFactInARunOfOneLetter: a quotation that stands again and again in a long run
// may be anywhere there; not all places are compared.
func TestFactInARunOfOneLetter(t *testing.T) {
	run := strings.Repeat("a", 200_000)
	a := readFacts(t, bees+"\n\n"+run+"\n", factLine(t, "bees/run", evidence("bees#dance.2", run[:100_000])))
	if got := sidecarDiagnostics(a); a.Facts().Len() > 0 || len(got) != 1 || !strings.Contains(got[0], string(corpus.DiagAmbiguousEvidence)) {
		t.Errorf("%d facts, diagnostics %q", a.Facts().Len(), got)
	}
}

// TestFactsCost reads larger and larger files of facts: in place, gone, of one ID,
// with one entity, and tensions whose facts there are not.
func TestFactsCost(t *testing.T) {
	article := strings.Repeat("Text of the hive.\n\n", 50)
	for _, tt := range []struct {
		reason string
		line   func(i int) string
	}{
		{"in place", func(i int) string { return factLine(t, fmt.Sprint("bees/", i), evidence("bees#dance.2", hunt)) }},
		{"gone", func(i int) string {
			return factLine(t, fmt.Sprint("bees/", i), evidence("bees#dance.2", "Ants build bridges."))
		}},
		{"of one ID", func(i int) string { return factLine(t, "bees/1", evidence("bees#dance.2", hunt)) }},
		{"of other entities each", func(i int) string {
			return factLine(t, fmt.Sprint("bees/", i), with(evidence("bees#dance.2", hunt), "entities", []string{fmt.Sprint(i)}))
		}},
		{"tensions without facts", func(i int) string {
			return factLine(t, fmt.Sprint("bees/", i), with(with(evidence("bees#dance.2", hunt), "kind", fact.KindTension), "data",
				fields{"sides": []fields{{"facts": []string{"x/1"}}, {"facts": []string{"x/2"}}}}))
		}},
	} {
		costtest.Linear(t, tt.reason, 64, func(n int) func() {
			var b strings.Builder
			for i := range n {
				b.WriteString(tt.line(i))
			}
			data := b.String()
			return func() { readFacts(t, bees+article, data).Facts() }
		})
	}
	costtest.Linear(t, "aliases of one name", 64, func(n int) func() {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, `{"name":"Bees","aliases":["%d"]}`+"\n", i)
		}
		fsys := fstest.MapFS{"bees.md": file(bees), "bees.aliases.jsonl": file(b.String())}
		return func() { readAll(t, fsys).Facts() }
	})
}

// FuzzFacts reads anything as a file of facts, and another one of aliases, beside
// one article: never a panic, every fact has evidence, and all evidence stands in
// its passage byte for byte under the footnotes that are in force there.
func FuzzFacts(f *testing.F) {
	good := factLine(f, "bees/1", evidence("bees#dance.2", hunt))
	f.Add(good, `{"name":"Bees","aliases":["Apis"]}`)
	f.Add(bom+good+good+"\r\n{}\nnull", "\n{}\n")
	f.Add(factLine(f, "bees/1", evidence("bees#none.1", hunt, "bees#dance.1", "The speed of the dance shows the way to the flowers.")), "")
	f.Add(factLine(f, "bees/1", evidence("bees#top.1", "the"))+factLine(f, "bees/2", evidence("bees#hum.1", "e")), `{"name":"x","aliases":["X","x",""]}`)
	f.Add(good+factLine(f, "bees/t", with(with(evidence("bees#dance.2", hunt), "kind", fact.KindTension), "data", json.RawMessage(`{"sides":[{"facts":["bees/1"]},{"facts":["bees/1"]}]}`))), "")
	full, err := json.Marshal(citeIn(f, parse(f, "bees.md", bees), food))
	if err != nil {
		f.Fatal(err)
	}
	f.Add(factLine(f, "bees/1", fields{"evidence": []json.RawMessage{full}, "footnotes": []string{"9"}}), "")
	f.Add("\xff\x00", "\xff")
	f.Fuzz(func(t *testing.T, facts, aliases string) {
		c := readAll(t, fstest.MapFS{"bees.md": file(bees), "bees.facts.jsonl": file(facts), "bees.aliases.jsonl": file(aliases)})
		a, _ := c.Article("bees")
		for x := range a.Facts().All() {
			if len(x.Evidence()) == 0 || x.Article() != "bees" {
				t.Errorf("%s of %q has no evidence", x.ID(), x.Article())
			}
			var labels []string
			for i, e := range x.Evidence() {
				p, ok := a.Passage(e.Passage)
				if !ok || !e.Span.Valid(p.Text()) || e.Quote == "" || e.Of(p.Text()) != e.Quote {
					t.Fatalf("%s: %q is not at %v of %s", x.ID(), e.Quote, e.Span, e.Passage)
				}
				if d := cmp.Diff(p.Cite(e.Span), e); d != "" {
					t.Errorf("%s: evidence (-want +got):\n%s", x.ID(), d)
				}
				if i == 0 && !slices.Equal(p.Section().Path(), x.Section()) {
					t.Errorf("%s: section %q, want %q", x.ID(), x.Section(), p.Section().Path())
				}
				for _, l := range e.Labels() {
					if !slices.Contains(labels, l) {
						labels = append(labels, l)
					}
				}
			}
			if r := x.Record(); !slices.Equal(labels, r.Footnotes) || r.Check() != nil {
				t.Errorf("%s: footnotes %q, want %q; Check says %v", x.ID(), r.Footnotes, labels, r.Check())
			}
		}
		n := 0
		for line := range strings.Lines(facts) {
			if strings.TrimSpace(strings.TrimPrefix(line, bom)) != "" {
				n++
			}
		}
		told := map[int]bool{} // lines with a diagnostic
		for d := range a.Diagnostics() {
			if d.File == "bees.facts.jsonl" {
				told[d.Line] = true
			}
		}
		if n > 0 && a.Facts().Len()+len(told) < n && len(told) < 1000 {
			t.Errorf("of %d lines %d are facts, and %d have diagnostics", n, a.Facts().Len(), len(told))
		}
	})
}

// A file beside the article has its facts. The text has changed since: one
// quotation has moved, the other was edited and is evidence no more.
func ExampleCorpus_Facts() {
	folder := fstest.MapFS{
		"bridge.md": {Data: []byte("# The Old Bridge\n\nIt is much loved.\n\n" +
			"It was built in 1872.[^1] The flood of 1909 took three arches.[^2]\n\n[^1]: Town archive\n[^2]: The Valley Gazette\n")},
		"bridge.facts.jsonl": {Data: []byte(
			`{"id":"bridge/built","kind":"event","statement":"The Old Bridge was built in 1872.","subject":"The Old Bridge","property":"built","values":[{"kind":"date","edtf":"1872"}],"status":["stated"],"evidence":[{"passage":"bridge#top.1","quote":"It was built in 1872."}]}
{"id":"bridge/flood","kind":"event","statement":"The flood of 1909 took two arches.","subject":"The Old Bridge","property":"flood","evidence":[{"passage":"bridge#top.1","quote":"The flood of 1909 took two arches."}]}
`)},
		"bridge.aliases.jsonl": {Data: []byte(`{"name":"The Old Bridge","aliases":["the bridge"]}`)},
	}
	c, err := corpus.Read(folder)
	if err != nil {
		log.Fatal(err)
	}
	for f := range c.Facts().About("the bridge") {
		fmt.Println(f.Date(), f.Statement())
		for _, e := range f.Evidence() {
			fmt.Printf("  %s %v %q\n", e.Passage, e.Labels(), e.Quote)
		}
	}
	for a := range c.Articles() {
		for d := range a.Diagnostics() {
			fmt.Println(d)
		}
	}
	// Output:
	// 1872 The Old Bridge was built in 1872.
	//   bridge#top.2 [1] "It was built in 1872."
	// bridge.facts.jsonl:1: moved-evidence: bridge/built: the quotation "It was built in 1872." stands in bridge#top.2, no longer in bridge#top.1; the evidence follows
	// bridge.facts.jsonl:2: edited-evidence: bridge/flood: the quotation "The flood of 1909 took two arches." has become "The flood of 1909 took three arches."; the fact is left out
}
