package fact_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/costtest"
)

// values compares quantities, and all that holds them, with ==.
var values = cmp.Options{cmpopts.EquateComparable(fact.Value{}, fact.Date{}, fact.Quantity{})}

// fullRecord returns a record that has all there is.
func fullRecord() fact.Record {
	const text = "Bees need more than 40 tons of nectar <each year>, say R&D labs."
	return fact.Record{
		ID:           "bees/nectar",
		Kind:         "need",
		Statement:    "Labs say that bees need more than 40 tons of nectar <each year> & water.",
		Subject:      "Bees",
		Property:     "nectar",
		Values:       []fact.Value{fact.OfQuantity(fact.MoreThan(40, "tons <each> & all")), fact.OfDate(fact.MustParseDate("2023-07"))},
		Entities:     []string{"Bees", "R&D labs"},
		Status:       fact.StatusReported | fact.StatusEstimated,
		AttributedTo: []string{"R&D labs"},
		AsOf:         fact.MustParseDate("2026"),
		Section:      []string{"Food", "Nectar & pollen"},
		Footnotes:    []string{"1", "b"},
		Evidence: []cite.Citation{cite.New("bees#nectar.1", cite.DigestOf(text), text, cite.Span{Start: 5, End: 37}, []cite.Footnote{
			{Article: "bees", Label: "1", Text: "a", Links: []string{"https://example.org/a"}, Source: cite.SourceExternal},
			{Article: "bees", Label: "b"},
		})},
		Data: json.RawMessage(`{"tons":40,"note":"<b> & c"}`),
	}
}

func TestRecordJSON(t *testing.T) {
	for _, tt := range []struct {
		reason string
		r      fact.Record
		want   []string // pieces of the JSON, in order
	}{
		{"with all fields", fullRecord(), []string{
			`{"schema":"footnote/1","article":"bees","id":"bees/nectar","kind":"need","statement":"Labs say that bees need more than 40 tons of nectar <each year> & water.",`,
			`"subject":"Bees","property":"nectar","values":[{"kind":"quantity","min":40,"exclusive":true,"unit":"tons <each> & all"},{"kind":"date","edtf":"2023-07"}],`,
			`"entities":["Bees","R&D labs"],"status":["estimated","reported"],"attributed_to":["R&D labs"],"as_of":"2026",`,
			`"section":["Food","Nectar & pollen"],"footnotes":["1","b"],"evidence":[{"article":"bees","passage":"bees#nectar.1","digest":"sha256:`,
			`"quote":"need more than 40 tons of nectar"`,
			`"data":{"tons":40,"note":"<b> & c"}}`,
		}},
		{"with none: lists are [], what isn't stated is left out", fact.Record{}, []string{
			`{"schema":"footnote/1","id":"","kind":"","statement":"","subject":"","property":"","values":[],"entities":[],"status":[],"attributed_to":[],"section":[],"footnotes":[],"evidence":[]}`,
		}},
	} {
		before := tt.r
		out, err := tt.r.MarshalJSON()
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if d := cmp.Diff(before, tt.r, values); d != "" {
			t.Errorf("%s: writing changed the record (-want +got):\n%s", tt.reason, d)
		}
		rest := string(out)
		for _, piece := range tt.want {
			_, after, ok := strings.Cut(rest, piece)
			if !ok {
				t.Errorf("%s: no %s, at its place, in %s", tt.reason, piece, out)
				break
			}
			rest = after
		}
		if bytes.Contains(out, []byte("\n")) {
			t.Errorf("%s: more than one line: %s", tt.reason, out)
		}
		var back fact.Record
		if err := json.Unmarshal(out, &back); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if d := cmp.Diff(tt.r, back, values, cmpopts.EquateEmpty()); d != "" {
			t.Errorf("%s: read again (-want +got):\n%s", tt.reason, d)
		}
		if again, err := back.MarshalJSON(); err != nil || !bytes.Equal(again, out) {
			t.Errorf("%s: written again: %s, %v; want %s", tt.reason, again, err, out)
		}
	}
}

func TestRecordUnmarshal(t *testing.T) {
	for _, tt := range []struct{ reason, in, says string }{
		{"no schema", `{"id":"a/b"}`, ""},
		{"this schema", `{"schema":"footnote/1","id":"a/b"}`, ""},
		{"a field that it doesn't know", `{"id":"a/b","mood":"merry"}`, ""},
		{"the article is that of the evidence", `{"id":"a/b","article":"wasps"}`, ""},
		{"not even its type counts", `{"article":7,"id":"a/b"}`, ""},
		{"null is nothing", `{"id":"a/b","values":null,"status":null,"as_of":null,"evidence":null,"data":null}`, ""},
		{"another schema", `{"schema":"footnote/2","id":"a/b"}`, `fact: a record of the schema "footnote/2"; this is "footnote/1"`},
		{"an unknown status", `{"id":"a/b","status":["rumoured"]}`, `fact: a/b: status: no status "rumoured"`},
		{"a status that isn't listed", `{"id":"a/b","status":"stated"}`, `fact: a/b: "status" is a JSON string, not a list`},
		{"a status that isn't named", `{"id":"a/b","status":["stated",4]}`, `fact: a/b: an element of "status" is a JSON number, not a string`},
		{"a value that contradicts itself", `{"id":"a/b","values":[{"kind":"quantity","amount":1,"min":1,"unit":"x"}]}`, `fact: a/b: values[0]: a value of the kind "quantity": an amount has no bounds`},
		{"an error of another layer", `{"id":"a/b","values":[{"kind":"money","amount":1,"unit":"x"}]}`, `fact: a/b: values[0]: a value of the kind "money": "x" is not a currency code`},
		{"a value's number in quotes", `{"values":[null,{"kind":"quantity","amount":"1","unit":"x"}],"id":"a/b"}`, `fact: a/b: "values[1].amount" is a JSON string, not a number`},
		{"a value that is none", `{"id":"a/b","values":[3]}`, `fact: a/b: "values[0]" is a JSON number, not an object`},
		{"one value for all", `{"id":"a/b","values":{"kind":"date"}}`, `fact: a/b: "values" is a JSON object, not a list`},
		{"a date that is none", `{"id":"a/b","as_of":"last year"}`, `fact: a/b: as_of: date "last year"`},
		{"a date as a number", `{"id":"a/b","as_of":2024}`, `fact: a/b: "as_of" is a JSON number, not a string`},
		{"a text that is none", `{"id":"a/b","statement":["a"]}`, `fact: a/b: "statement" is a JSON list, not a string`},
		{"a list with another type", `{"id":"a/b","entities":["a",true]}`, `fact: a/b: an element of "entities" is a JSON true or false, not a string`},
		{"no list", `{"id":"a/b","section":"Food"}`, `fact: a/b: "section" is a JSON string, not a list`},
		{"an ID that is none", `{"id":7}`, `fact: "id" is a JSON number, not a string`},
		{"an ID that isn't well-formed isn't told", `{"id":"a","kind":7}`, `fact: "kind" is a JSON number, not a string`},
		{"evidence by its number", `{"id":"a/b","evidence":[{},{"quote":1}]}`, `fact: a/b: "evidence[1].quote" is a JSON number, not a string`},
		{"a place that is none", `{"id":"a/b","evidence":[{"start":1.5}]}`, `fact: a/b: "evidence[0].start" is a JSON number 1.5, not a whole number`},
		{"links in evidence", `{"id":"a/b","evidence":[{"footnotes":[{"links":[1]}]}]}`, `fact: a/b: an element of "evidence[0].footnotes.links" is a JSON number, not a string`},
		{"a list for a record", `[]`, "fact: the record is a JSON list, not an object"},
		{"cut", `{"id":"a/b"`, "fact: a/b: unexpected end of JSON input (a fact stands on one line)"},
		{"cut at once", "{", "fact: unexpected end of JSON input (a fact stands on one line)"},
		{"cut in a text", "{\"id\":\"a/b\",\"kind\":\"k\n", "fact: a/b: invalid character '\\n' in string literal, at byte 22 (a fact stands on one line)"},
		{"no JSON", `{"id":"a/b","kind":merry}`, "fact: a/b: invalid character 'm' looking for beginning of value, at byte 20"},
		{"more than a record", `{"id":"a/b"} {}`, "fact: a/b: invalid character '{' after top-level value, at byte 14"},
	} {
		got := fact.Record{ID: "before/all"}
		err := got.UnmarshalJSON([]byte(tt.in))
		switch {
		case tt.says == "" && (err != nil || got.ID != "a/b"):
			t.Errorf("%s: %q, %v", tt.reason, got.ID, err)
		case tt.says != "" && (err == nil || !strings.HasPrefix(err.Error(), tt.says)):
			t.Errorf("%s: %v, want %q", tt.reason, err, tt.says)
		case tt.says != "" && got.ID != "before/all":
			t.Errorf("%s: refused, and the record has become %q", tt.reason, got.ID)
		}
	}
	bad := fullRecord()
	bad.Data = json.RawMessage("{")
	if out, err := bad.MarshalJSON(); err == nil {
		t.Errorf("data that is no JSON is written as %s", out)
	}
	bad = fullRecord()
	bad.Status = 1 << 15
	if out, err := bad.MarshalJSON(); err == nil {
		t.Errorf("a status without a name is written as %s", out)
	}
}

// TestRecordErrorsUnwrap: the errors of encoding/json and of dates are under those of
// records.
func TestRecordErrorsUnwrap(t *testing.T) {
	var r fact.Record
	var syntax *json.SyntaxError
	if err := r.UnmarshalJSON([]byte(`{`)); !errors.As(err, &syntax) {
		t.Errorf("no syntax error: %v", err)
	}
	var date *fact.DateError
	for _, in := range []string{`{"as_of":"x"}`, `{"values":[{"kind":"date","edtf":"x"}]}`} {
		if err := r.UnmarshalJSON([]byte(in)); !errors.As(err, &date) {
			t.Errorf("%s: no date error: %v", in, err)
		}
	}
}

func TestRecordArticle(t *testing.T) {
	for _, tt := range []struct {
		reason   string
		evidence []cite.Citation
		want     string
	}{
		{"no evidence", nil, ""},
		{"by the passage", []cite.Citation{{Passage: "bees#top.1"}}, "bees"},
		{"as it says", []cite.Citation{{Article: "bees", Passage: "bees#top.1"}}, "bees"},
		{"of the first evidence", []cite.Citation{{Passage: "bees#top.1"}, {Passage: "wasps#top.1"}}, "bees"},
		{"a passage ID that is none", []cite.Citation{{Passage: "bees"}}, ""},
	} {
		if got := (fact.Record{Evidence: tt.evidence}).Article(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

// TestRecordCheck takes a record that is a fact and spoils it in one way.
func TestRecordCheck(t *testing.T) {
	long := "a/" + strings.Repeat("b", fact.MaxIDBytes-len("a/"))
	for _, tt := range []struct {
		reason string
		change func(*fact.Record)
		says   string // "" if it is still a fact
	}{
		{"with all fields", func(*fact.Record) {}, ""},
		{"with what it needs alone", func(r *fact.Record) {
			*r = fact.Record{ID: r.ID, Kind: r.Kind, Statement: r.Statement, Subject: r.Subject, Property: r.Property,
				Evidence: []cite.Citation{{Passage: "bees#top.1", Quote: "q"}}}
		}, ""},
		{"three parts", func(r *fact.Record) { r.ID = "bees/nectar/each-year" }, ""},
		{"an ID of another script", func(r *fact.Record) { r.ID = "蜜蜂/花蜜" }, ""},
		{"the longest ID", func(r *fact.Record) { r.ID = long }, ""},
		{"data that is null", func(r *fact.Record) { r.Data = json.RawMessage(" null ") }, ""},
		{"evidence that names its article", func(r *fact.Record) { r.Evidence = append(r.Evidence, r.Evidence[0]) }, ""},

		{"no ID", func(r *fact.Record) { r.ID = "" }, "the record has no id"},
		{"an ID that is too long", func(r *fact.Record) { r.ID = long + "b" }, "has 201 bytes; at most 200"},
		{"an ID of one part", func(r *fact.Record) { r.ID = "bees" }, "not the form SUBJECT/PROPERTY"},
		{"no subject in it", func(r *fact.Record) { r.ID = "/nectar" }, "not the form SUBJECT/PROPERTY"},
		{"no property in it", func(r *fact.Record) { r.ID = "bees/" }, "not the form SUBJECT/PROPERTY"},
		{"an empty part", func(r *fact.Record) { r.ID = "bees//nectar" }, "not the form SUBJECT/PROPERTY"},
		{"a slash alone", func(r *fact.Record) { r.ID = "/" }, "not the form SUBJECT/PROPERTY"},
		{"a space", func(r *fact.Record) { r.ID = "bees/the nectar" }, "has white space, U+0020"},
		{"a no-break space", func(r *fact.Record) { r.ID = "bees/the\u00a0nectar" }, "has white space, U+00A0"},
		{"a line end", func(r *fact.Record) { r.ID = "bees/nectar\n" }, "has the control character U+000A"},
		{"an invisible character", func(r *fact.Record) { r.ID = "bees/nec\u200btar" }, "has the zero-width character U+200B"},
		{"the sign of a passage", func(r *fact.Record) { r.ID = "bees#top/nectar" }, "has the character '#'"},
		{"the sign of a footnote", func(r *fact.Record) { r.ID = "bees^1/nectar" }, "has the character '^'"},
		{"an opening bracket", func(r *fact.Record) { r.ID = "bees/[nectar" }, "has the character '['"},
		{"a closing bracket", func(r *fact.Record) { r.ID = "bees/nectar]" }, "has the character ']'"},
		{"a line end of another kind", func(r *fact.Record) { r.ID = "bees/nec\u2028tar" }, "has white space, U+2028"},
		{"a character without a shape", func(r *fact.Record) { r.ID = "bees/nec\ue000tar" }, "has the character U+E000, which can't be printed"},
		{"an ID that is not UTF-8", func(r *fact.Record) { r.ID = "bees/\xff" }, `the id "bees/\xff" is not UTF-8`},
		{"a statement that is not", func(r *fact.Record) { r.Statement = "a\xff" }, "bees/nectar: the statement is not UTF-8"},
		{"a name that is not", func(r *fact.Record) { r.Entities = []string{"a", "\xff"} }, "a name in entities is not UTF-8"},
		{"a speaker that is not", func(r *fact.Record) { r.AttributedTo = []string{"\xff"} }, "a name in attributed_to is not UTF-8"},
		{"a heading that is not", func(r *fact.Record) { r.Section = []string{"\xff"} }, "a name in section is not UTF-8"},
		{"a label that is not", func(r *fact.Record) { r.Footnotes = []string{"\xff"} }, "a name in footnotes is not UTF-8"},
		{"a unit that is not", func(r *fact.Record) { r.Values[0] = fact.OfQuantity(fact.Exactly(1, "\xff")) }, "the unit of value 1"},
		{"a quote that is not", func(r *fact.Record) { r.Evidence[0].Quote = "\xff" }, "a text of evidence 1 is not UTF-8"},
		{"a prefix that is not", func(r *fact.Record) { r.Evidence[0].Prefix = "\xff" }, "a text of evidence 1 is not UTF-8"},
		{"a passage that is not", func(r *fact.Record) { r.Evidence[0].Passage = "bees#\xff.1" }, "a text of evidence 1 is not UTF-8"},
		{"a link that is not", func(r *fact.Record) { r.Evidence[0].Footnotes[0].Links[0] = "\xff" }, `the footnote "1" is not UTF-8`},
		{"data that is not", func(r *fact.Record) { r.Data = json.RawMessage("{\"a\":\"\xff\"}") }, "data is not UTF-8"},
		{"a status that nobody named", func(r *fact.Record) { r.Status = fact.StatusStated | 1<<12 }, "no status has the bits 0x1001"},
		{"a passage without an article", func(r *fact.Record) { r.Evidence = []cite.Citation{{Passage: "#tolls.1", Quote: "q"}} }, `bees/nectar: evidence 1: the passage ID "#tolls.1" doesn't begin with an article`},
		{"an article with a slash", func(r *fact.Record) { r.Evidence = []cite.Citation{{Passage: "b/es#tolls.1", Quote: "q"}} }, `bees/nectar: evidence 1: the passage ID "b/es#tolls.1" has a slash in its article`},
		{"an article for a passage", func(r *fact.Record) { r.Evidence = []cite.Citation{{Passage: "bees", Quote: "q"}} }, `evidence 1: "bees" is not a passage ID`},
		{"a section for a passage", func(r *fact.Record) { r.Evidence = []cite.Citation{{Passage: "bees#top", Quote: "q"}} }, `evidence 1: "bees#top" is not a passage ID`},
		{"as much evidence as there may be", func(r *fact.Record) { r.Evidence = slices.Repeat(r.Evidence, fact.MaxEvidence) }, ""},
		{"more", func(r *fact.Record) { r.Evidence = slices.Repeat(r.Evidence, fact.MaxEvidence+1) }, "bees/nectar: 257 places are evidence; at most 256 are allowed"},
		{"no kind", func(r *fact.Record) { r.Kind = "" }, "bees/nectar has no kind"},
		{"no statement", func(r *fact.Record) { r.Statement = " \n" }, "bees/nectar has no statement"},
		{"no subject", func(r *fact.Record) { r.Subject = "\t" }, "bees/nectar has no subject"},
		{"no property", func(r *fact.Record) { r.Property = "" }, "bees/nectar has no property"},
		{"no evidence", func(r *fact.Record) { r.Evidence = nil }, "bees/nectar has no evidence"},
		{"evidence without a passage", func(r *fact.Record) { r.Evidence[0].Passage = "" }, "evidence 1 has no passage or no quote"},
		{"evidence without a quote", func(r *fact.Record) { r.Evidence = append(r.Evidence, cite.Citation{Passage: "bees#top.1"}) }, "evidence 2 has no passage or no quote"},
		{"evidence of two articles", func(r *fact.Record) {
			r.Evidence = append(r.Evidence, cite.Citation{Passage: "wasps#top.1", Quote: "q"})
		}, `evidence 2 stands in the article "wasps", the first in "bees"`},
		{"evidence that names another article than its passage", func(r *fact.Record) { r.Evidence[0].Article = "wasps" }, `evidence 1 names the article "wasps", its passage "bees"`},
		{"likewise the second", func(r *fact.Record) {
			r.Evidence = append(r.Evidence, cite.Citation{Article: "wasps", Passage: "bees#top.1", Quote: "q"})
		}, `evidence 2 names the article "wasps", its passage "bees"`},
		{"a value that is none", func(r *fact.Record) { r.Values = append(r.Values, fact.Value{}) }, "value 3 is none"},
		{"data that is a list", func(r *fact.Record) { r.Data = json.RawMessage(`[1]`) }, "data is not an object"},
		{"data that is text", func(r *fact.Record) { r.Data = json.RawMessage(`"{}"`) }, "data is not an object"},
		{"data that only begins as an object", func(r *fact.Record) { r.Data = json.RawMessage(`{"tons":40`) }, "data is not an object"},
	} {
		r := fullRecord()
		tt.change(&r)
		err := r.Check()
		if (err == nil) != (tt.says == "") || err != nil && !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, want %q", tt.reason, err, tt.says)
		}
		s, problems := fact.NewSet([]fact.Record{r}, nil)
		if kept := s.Len() == 1; kept != (tt.says == "") || len(problems) == 1 == kept {
			t.Errorf("%s: NewSet keeps %d, with the problems %v", tt.reason, s.Len(), problems)
		}
	}
}

// TestRecordCheckIsLinear: a passage ID, however long and strange, is read once for each
// evidence.
func TestRecordCheckIsLinear(t *testing.T) {
	for name, passage := range map[string]func(n int) string{
		"a long article":  func(n int) string { return strings.Repeat("b", n) + "#top.1" },
		"many full stops": func(n int) string { return "bees#" + strings.Repeat(".", n) },
		"many sections":   func(n int) string { return strings.Repeat("b#", n/2) },
	} {
		costtest.Linear(t, name, 1<<12, func(n int) func() {
			r := fullRecord()
			r.Evidence = slices.Repeat([]cite.Citation{{Passage: cite.PassageID(passage(n)), Quote: "q"}}, 8)
			return func() { _ = r.Check() }
		})
	}
	costtest.Linear(t, "much evidence", 1<<6, func(n int) func() {
		line := []byte(`{"id":"a/b","kind":"k","statement":"s","subject":"s","property":"p","evidence":[` +
			strings.TrimSuffix(strings.Repeat(`{"passage":"bees#top.1","quote":"q"},`, n), ",") + `]}`)
		return func() { _, _ = fact.ParseRecord(line) }
	})
}

// spoilRecord overwrites all that a record shares with others.
func spoilRecord(r fact.Record) {
	spoil(r.Values)
	spoil(r.Entities)
	spoil(r.AttributedTo)
	spoil(r.Section)
	spoil(r.Footnotes)
	spoilCitations(r.Evidence)
	for i := range r.Data {
		r.Data[i] = 'x'
	}
}

func spoilCitations(cs []cite.Citation) {
	for _, c := range cs {
		spoilFootnotes(c.Footnotes)
	}
	spoil(cs)
}

func spoilFootnotes(fs []cite.Footnote) {
	for _, f := range fs {
		for i := range f.Links {
			f.Links[i] = "spoilt"
		}
	}
	spoil(fs)
}

// spoil sets all elements to zero, also those beyond the slice's end.
func spoil[T any](s []T) { clear(s[:cap(s)]) }

// TestSetCannotBeSpoilt overwrites what goes into a set and what comes out.
func TestSetCannotBeSpoilt(t *testing.T) {
	tension := fullRecord()
	tension.ID, tension.Kind = "bees/tension", fact.KindTension
	tension.Data = json.RawMessage(`{"sides":[{"statement":"much","facts":["bees/nectar"]},{"statement":"more","facts":["bees/nectar"]}]}`)
	records := []fact.Record{fullRecord(), tension}
	entities := []fact.Entity{{Name: "Bees", ID: "bees", Aliases: []string{"honey bees", "Apis"}, Kind: "animal"}}
	s, problems := fact.NewSet(records, entities)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	look := func() []string {
		var out []string
		write := func(v any) {
			b, err := json.Marshal(v)
			if err != nil {
				t.Error(err)
			}
			out = append(out, string(b))
		}
		for f := range s.All() {
			write(f)
			write(f.Footnotes())
		}
		write(slices.Collect(s.Entities()))
		write(slices.Collect(s.About("apis")))
		write(slices.Collect(s.Timeline()))
		for x := range s.Tensions() {
			for side := range x.Sides() {
				write(side.Statement())
				write(slices.Collect(side.Facts()))
			}
		}
		return out
	}
	want := look()

	spoilRecord(records[0])
	spoilRecord(records[1])
	spoil(records)
	spoil(entities[0].Aliases)
	spoil(entities)
	if d := cmp.Diff(want, look()); d != "" {
		t.Errorf("what NewSet was given spoils the set (-want +got):\n%s", d)
	}

	f, err := s.Fact("bees/nectar")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		what  string
		spoil func()
	}{
		{"Values", func() { spoil(f.Values()) }},
		{"Entities", func() { spoil(f.Entities()) }},
		{"AttributedTo", func() { spoil(f.AttributedTo()) }},
		{"Section", func() { spoil(f.Section()) }},
		{"Evidence", func() { spoilCitations(f.Evidence()) }},
		{"Footnotes", func() { spoilFootnotes(f.Footnotes()) }},
		{"Record", func() { spoilRecord(f.Record()) }},
		{"MarshalJSON", func() { b, _ := f.MarshalJSON(); spoil(b) }},
		{"Decode", func() {
			var raw json.RawMessage
			if err := f.Decode(&raw); err != nil || len(raw) == 0 {
				t.Errorf("data %q, %v", raw, err)
			}
			spoil(raw)
		}},
		{"Entity", func() { e, _ := s.Entity("bees"); spoil(e.Aliases) }},
		{"Entities of the set", func() {
			for e := range s.Entities() {
				spoil(e.Aliases)
			}
		}},
		{"Kinds", func() { spoil(s.Kinds()) }},
		{"the Record of a tension", func() {
			x, _ := f.Conflict()
			spoilRecord(x.Record())
		}},
	} {
		tt.spoil()
		if d := cmp.Diff(want, look()); d != "" {
			t.Fatalf("what %s returns spoils the set (-want +got):\n%s", tt.what, d)
		}
	}
}
