package schemaorg_test

import (
	"errors"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/corpus/fact/schemaorg"
	"github.com/footnote-go/footnote/internal/costtest"
)

// TestMarshalRefuses: what couldn't be read back isn't written.
func TestMarshalRefuses(t *testing.T) {
	for _, tt := range []struct {
		reason string
		change func(*fact.Record)
		want   string
	}{
		{"a record that is no fact", func(r *fact.Record) { r.Evidence = nil }, "no evidence"},
		{"a passage ID in no form that we know", func(r *fact.Record) { r.Evidence[0].Passage = "page 7" }, "not a passage ID"},
		{"JSON would have U+FFFD for it", func(r *fact.Record) { r.Statement = "a\xff" }, "UTF-8"},
		{"the same in a list", func(r *fact.Record) { r.Section = []string{"a", "\xff"} }, "UTF-8"},
		{"the same in a unit", func(r *fact.Record) {
			r.Values = []fact.Value{fact.OfQuantity(fact.Exactly(1, "\xff"))}
		}, "UTF-8"},
		{"the same in a footnote's link", func(r *fact.Record) { r.Evidence[0].Footnotes[0].Links[0] = "\xff" }, "UTF-8"},
		{"the same in data", func(r *fact.Record) { r.Data = []byte("{\"a\":\"\xff\"}") }, "UTF-8"},
		{"data that stops short", func(r *fact.Record) { r.Data = []byte(`{"a":`) }, "data is not"},
		{"data whose indentation would outgrow it", func(r *fact.Record) {
			r.Data = []byte(`{"a":` + strings.Repeat("[", 64) + strings.Repeat("]", 64) + `}`)
		}, "deeper than 64"},
		{"a status that nobody named", func(r *fact.Record) { r.Status = 1 << 15 }, "status"},
	} {
		records, entities := swarm()
		tt.change(&records[0])
		if _, err := schemaorg.Marshal(records, entities); err == nil || !strings.Contains(err.Error(), tt.want) ||
			!strings.HasPrefix(err.Error(), `schemaorg: record 0, "swarm/size"`) {
			t.Errorf("%s: error %v, want %q", tt.reason, err, tt.want)
		}
	}
	records, _ := swarm()
	if _, err := schemaorg.Marshal(append(records, records...), nil); !errors.Is(err, fact.ErrDuplicateID) {
		t.Errorf("two facts of one ID: error %v", err)
	}
	if _, err := schemaorg.Marshal(nil, []fact.Entity{{Name: "a", Aliases: []string{"\xff"}}}); err == nil || !strings.Contains(err.Error(), "UTF-8") {
		t.Errorf("an alias that isn't UTF-8: error %v", err)
	}
}

// TestBraces: brackets in the strings of data are no nesting.
func TestBraces(t *testing.T) {
	records, entities := swarm()
	records[0].Data = []byte(`{"a":"` + strings.Repeat(`[\"{`, 99) + `\\"}`)
	checkRoundTrip(t, records, entities)
}

// TestWhiteSpaceInData: it is the one thing that a record doesn't get back.
func TestWhiteSpaceInData(t *testing.T) {
	for in, want := range map[string]string{" {\n\"a\" : \" b \" }\n": `{"a":" b "}`, " ": "", "": ""} {
		records, entities := swarm()
		records[0].Data = []byte(in)
		doc, err := schemaorg.Marshal(records, entities)
		if err != nil {
			t.Fatal(err)
		}
		got, _, err := schemaorg.Unmarshal(doc)
		if err != nil || string(got[0].Data) != want {
			t.Errorf("data %q: read as %q, %v", in, got[0].Data, err)
		}
	}
}

// TestNames: a name that is an entity's is a reference, one by which an entity goes
// too says so, any other stands alone.
func TestNames(t *testing.T) {
	records, _ := swarm()
	records[0].Subject = "Hive Society"
	records[0].Entities = []string{"HS", "hs ", "society", "hive society", "bees"}
	doc := string(checkRoundTrip(t, records, []fact.Entity{
		{ID: "society", Name: "Hive Society", Aliases: []string{"HS"}, Kind: "organization"},
		{ID: "other", Name: "Other", Aliases: []string{"HS"}}, // the first has the alias
	}))
	if n := strings.Count(doc, `"sameAs"`); n != 4 {
		t.Errorf("%d names are the same as an entity, want 4:\n%s", n, doc)
	}
	for _, want := range []string{
		`"mainEntity": {
        "@id": "#entity/society"
      }`,
		`{
          "@id": "#name/hs%20",
          "@type": "Organization",
          "name": "hs ",
          "sameAs": {
            "@id": "#entity/society"
          }
        }`,
		`{
          "@id": "#name/bees",
          "@type": "Thing",
          "name": "bees"
        }`,
	} {
		if !strings.Contains(doc, want) {
			t.Errorf("it lacks %s:\n%s", want, doc)
		}
	}
	checkJSONLD(t, []byte(doc))
}

// TestLikeNodes: nodes that ask for one @id are told apart if they differ, and are
// one if they don't.
func TestLikeNodes(t *testing.T) {
	records, _ := swarm()
	other, _ := swarm()
	other[0].ID = "swarm/other"
	other[0].Evidence[0].Footnotes[0].Text = "Another survey"
	third, _ := swarm()
	third[0].ID = "swarm/third"
	third[0].Evidence = append(third[0].Evidence, third[0].Evidence...) // the same twice
	elsewhere, _ := swarm()
	elsewhere[0].Evidence[0].Article = ""
	elsewhere[0].Evidence[0].Passage = "wasps#swarm.1" // the same ID in another article
	elsewhere[0].Footnotes = []string{"4", "9", "rc-1"}
	doc := string(checkRoundTrip(t, append(append(append(records, other...), third...), elsewhere...), []fact.Entity{
		{ID: "a", Name: "one"}, {ID: "a", Name: "two"}, {ID: "a~2", Name: "three"}, {Name: "a"}, {Name: "a"},
	}))
	checkJSONLD(t, []byte(doc))
	for id, want := range map[string]int{
		`"@id": "#footnote/bees/4",` + "\n      \"@type\"":   1,
		`"@id": "#footnote/bees/4~2",` + "\n      \"@type\"": 1,
		`"#quotation/bees/swarm.1/22-78",`:                   1,
		`"#quotation/bees/swarm.1/22-78~2",`:                 1,
		`"#quotation/wasps/swarm.1/22-78",`:                  1,
		`"#fact/bees/swarm/size"`:                            1,
		`"#fact/wasps/swarm/size"`:                           1,
		`"#footnote/wasps/rc-1",`:                            1,
		`"#entity/a"`:                                        1,
		`"#entity/a~2"`:                                      1,
		`"#entity/a%7E2"`:                                    1,
		`"#name/a"`:                                          1,
		`"#name/a~2"`:                                        1,
	} {
		if got := strings.Count(doc, id); got != want {
			t.Errorf("%s: %d times, want %d", id, got, want)
		}
	}
}

// TestNoEscapesForHTML: text is written as it is.
func TestNoEscapesForHTML(t *testing.T) {
	records, _ := swarm()
	records[0].Statement = "<b>a & b</b>"
	records[0].Data = []byte(`{"a":"<&>"}`)
	doc := string(checkRoundTrip(t, records, nil))
	if !strings.Contains(doc, records[0].Statement) || !strings.Contains(doc, `"<&>"`) {
		t.Errorf("%s", doc)
	}
}

// TestMarshalRefusesTooManyNotes: what Unmarshal wouldn't read isn't written.
func TestMarshalRefusesTooManyNotes(t *testing.T) {
	records, _ := swarm()
	note := records[0].Evidence[0].Footnotes[0]
	note.Links = make([]string, 2000)
	records[0].Evidence[0].Footnotes = []cite.Footnote{note}
	records[0].Evidence = slices.Repeat(records[0].Evidence, 200)
	for i := range 4 {
		r := records[0]
		r.ID += strconv.Itoa(i)
		records = append(records, r)
	}
	if _, err := schemaorg.Marshal(records, nil); err == nil || !strings.Contains(err.Error(), "footnotes and links") {
		t.Errorf("error %v", err)
	}
}

// TestMarshalRefusesTooMuchText: facts that share a long quotation make a small
// document, but not a small task.
func TestMarshalRefusesTooMuchText(t *testing.T) {
	shared := func(n int) []fact.Record {
		records, _ := swarm()
		records[0].Evidence[0].Quote = strings.Repeat("bees ", 1<<20)
		for i := range n {
			r := records[0]
			r.ID += strconv.Itoa(i)
			records = append(records, r)
		}
		return records
	}
	doc, err := schemaorg.Marshal(shared(40), nil)
	if err != nil || len(doc) > 6<<20 {
		t.Errorf("40 facts that share 5 MB: %d bytes, error %v", len(doc), err)
	}
	if _, err := schemaorg.Marshal(shared(300), nil); err == nil || !strings.Contains(err.Error(), "a gigabyte of text") {
		t.Errorf("300 facts that share 5 MB: error %v", err)
	}
	mentions := ""
	claim := string(doc[strings.LastIndex(string(doc), `"@id": "#fact/`)-8 : strings.LastIndex(string(doc), "]")])
	for i := range 300 {
		mentions += "," + strings.ReplaceAll(claim, "size39", "mass"+strconv.Itoa(i))
	}
	end := strings.LastIndex(string(doc), "]")
	_, _, err = schemaorg.Unmarshal([]byte(string(doc[:end]) + mentions + string(doc[end:])))
	if err == nil || !strings.Contains(err.Error(), "a gigabyte of text") {
		t.Errorf("340 facts in %d bytes: error %v", len(doc)+len(mentions), err)
	}
}

// TestManyQuotationsOfOnePlace: quotations and footnotes that ask for one @id take no
// more time than others, nor do many facts that share theirs.
func TestManyQuotationsOfOnePlace(t *testing.T) {
	facts := func(n int, change func(r *fact.Record, i int)) func() {
		records, _ := swarm()
		for i := range n {
			r, _ := swarm()
			r[0].ID += strconv.Itoa(i)
			change(&r[0], i)
			records = append(records, r[0])
		}
		return func() {
			if _, err := schemaorg.Marshal(records, nil); err != nil {
				t.Fatal(err)
			}
		}
	}
	long := strings.Repeat("bees ", 50)
	costtest.Linear(t, "all differ", 1<<6, func(n int) func() {
		return facts(n, func(r *fact.Record, i int) {
			r.Evidence[0].Quote = long + strconv.Itoa(i)
			r.Evidence[0].Footnotes[0].Text = long + strconv.Itoa(i)
		})
	})
	costtest.Linear(t, "all are one", 1<<6, func(n int) func() {
		return facts(n, func(r *fact.Record, _ int) { r.Evidence[0].Quote = long })
	})
}

// TestNamesAsInSet: which name means which entity only the set says.
func TestNamesAsInSet(t *testing.T) {
	entities := []fact.Entity{
		{ID: "a", Name: "First", Aliases: []string{"Shared", "second"}},
		{ID: "shared", Name: "Second", Kind: "person"},
		{ID: "c", Name: "First", Aliases: []string{"of the other"}},
	}
	set, _ := fact.NewSet(nil, entities)
	for _, name := range []string{"shared", "SECOND", " first", "of the other", "C", "nobody"} {
		records, _ := swarm()
		records[0].Subject, records[0].Entities, records[0].AttributedTo = name, nil, nil
		doc := string(checkRoundTrip(t, records, entities))
		e, ok := set.Entity(name)
		id := map[string]string{"First": "a", "Second": "shared"}[e.Name]
		if ok != strings.Contains(doc, `"sameAs": {`) || ok && !strings.Contains(doc, "\"sameAs\": {\n          \"@id\": \"#entity/"+id+"\"") {
			t.Errorf("%q is %q to the set, and here\n%s", name, e.Name, doc)
		}
	}
}
