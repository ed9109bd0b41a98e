package fact_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
)

// FuzzRecord reads anything as a record. What is read is written and read again
// the same, and makes a set if Check takes it.
func FuzzRecord(f *testing.F) {
	full, err := fullRecord().MarshalJSON()
	if err != nil {
		f.Fatal(err)
	}
	f.Add(full)
	f.Add([]byte(`{"id":"bees/t","kind":"tension","statement":"s","subject":"Bees","property":"p","evidence":[{"passage":"bees#top.1","quote":"q"}],"data":{"sides":[{"facts":["bees/t"]},{"facts":["bees/t"]}]}}`))
	f.Add([]byte(`{"id":"a/b","values":[null,{"kind":"share","amount":-0,"unit":"1","of":"\ud800"},{"kind":"money","min":1e-7,"max":1e21,"exclusive":true,"unit":"CHF"}],"data":[ 1 ]}`))
	f.Add([]byte(`{"id":"a/b","status":["stated","contested"],"as_of":"2023/..","entities":["","A"],"evidence":null,"data":null}`))
	f.Add([]byte(`{"schema":"footnote/2"}`))
	f.Add([]byte(`{"id":"a/b","Id":"a/c","values":[{"kind":"quantity","amount":9007199254740993,"unit":"x"}],"evidence":[{"qoute":1,"start":1.5}]}`))
	f.Add([]byte(`{"id":"a/b","values":[{"kind":"quantity","min":-1e-400,"max":1e23,"unit":"x","aprox":true}]}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, in []byte) {
		var r fact.Record
		if json.Unmarshal(in, &r) != nil {
			return
		}
		out, err := r.MarshalJSON()
		if err != nil {
			t.Fatalf("%s is read, and not written: %v", in, err)
		}
		if odd := fact.UnknownFields(out); len(odd) > 0 {
			t.Errorf("%s is written with the unknown fields %q", out, odd)
		}
		for _, name := range fact.UnknownFields(in) {
			if len(name) > 400 {
				t.Errorf("an unknown field of %d bytes", len(name))
			}
		}
		var back fact.Record
		if err := json.Unmarshal(out, &back); err != nil {
			t.Fatalf("%s is written, and not read: %v", out, err)
		}
		if !slices.Equal(back.Values, r.Values) || back.AsOf != r.AsOf || back.Status != r.Status {
			t.Errorf("%s is read as %v of %v, %v", out, back.Values, back.AsOf, back.Status)
		}
		if again, err := back.MarshalJSON(); err != nil || !bytes.Equal(again, out) {
			t.Errorf("%s is written again as %s, %v", out, again, err)
		}
		for _, v := range r.Values {
			if (v.String() == "") != v.IsZero() {
				t.Errorf("%#v in words is %q", v, v)
			}
		}
		fuzzSet(t, r)
	})
}

// fuzzSet makes a set of a record, a copy and a tension, and finds what it holds.
func fuzzSet(t *testing.T, r fact.Record) {
	t.Helper()
	s, problems := fact.NewSet([]fact.Record{r, r}, []fact.Entity{{Name: strings.ToUpper(r.Subject), Aliases: r.Entities}})
	if s.Len()+len(problems) != 2 || (r.Check() == nil) != (s.Len() == 1) && r.Kind != fact.KindTension {
		t.Fatalf("of two records %d are facts, %v are problems; Check says %v", s.Len(), problems, r.Check())
	}
	for f := range s.All() {
		found := func(what string, list []string) {
			if !slices.Contains(list, f.ID()) {
				t.Errorf("%s doesn't find %q, but %q", what, f.ID(), list)
			}
		}
		ids := func(facts func(func(fact.Fact) bool)) (out []string) {
			for f := range facts {
				out = append(out, f.ID())
			}
			return out
		}
		if got, err := s.Fact(f.Article() + "/" + f.ID()); err != nil || got != f {
			t.Errorf("Fact doesn't find %q of %q: %v", f.ID(), f.Article(), err)
		}
		found("OfKind", ids(s.OfKind(f.Kind())))
		found("About the subject", ids(s.About(f.Subject())))
		found("Of", ids(s.Of(f.Subject(), f.Property())))
		for _, name := range f.Entities() {
			if strings.TrimSpace(name) != "" {
				found("About an entity", ids(s.About(name)))
			}
		}
		for _, c := range f.Evidence() {
			found("In", ids(s.In(c.Passage)))
		}
		for _, note := range f.Footnotes() {
			found("Under", ids(s.Under(note)))
		}
		if !f.Date().IsZero() {
			found("Timeline", ids(s.Timeline()))
		}
		_, _ = f.Conflict()
	}
}
