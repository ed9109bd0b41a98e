package metapolicy_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestNotStated: what the article does not say is zero, and not somebody's guess.
func TestNotStated(t *testing.T) {
	for what, zero := range map[string]bool{
		"release of Behemoth":    metapolicy.Behemoth.Released().IsZero(),
		"license of Llama 4":     metapolicy.Llama4.License().IsZero(),
		"license of 405B":        metapolicy.Llama405B.License().IsZero(),
		"year of SB 1047":        metapolicy.SB1047.Year().IsZero(),
		"outcome of the inquiry": metapolicy.NTIAInquiry.Outcome().IsZero(),
		"threshold of MIT":       metapolicy.MITLicense.UserThreshold().IsZero(),
		"author of no work":      metapolicy.Work("").Author().IsZero(),
		"money of no amount":     metapolicy.Amount("").Money().IsZero(),
		"release of no model":    metapolicy.Model("gpt-9").Released().IsZero(),
	} {
		if !zero {
			t.Errorf("the article states the %s", what)
		}
	}
	zero := metapolicy.SB1047.Year()
	if _, ok := zero.Conflict(); ok || zero.Value != (fact.Date{}) || zero.Quote() != "" || len(zero.Footnotes()) != 0 {
		t.Errorf("what is not stated has %v, %q, %v", zero.Value, zero.Quote(), zero.Footnotes())
	}
	if e := metapolicy.Entity("nobody"); e.Name() != "" || e.Kind() != "" || e.String() != "nobody" || len(idsOf(e.Facts())) != 0 {
		t.Errorf("nobody is %q, a %q", e, e.Kind())
	}
}

// TestUnbacked: which facts the article states without a footnote.
func TestUnbacked(t *testing.T) {
	for f := range metapolicy.Facts().All() {
		backed := false
		for _, e := range f.Evidence() {
			backed = backed || len(e.Footnotes) > 0
		}
		if backed != (len(f.Footnotes()) > 0) {
			t.Errorf("%s has the footnotes %v", f.ID(), f.Footnotes())
		}
	}
	for _, tt := range []struct {
		f      fact.Fact
		backed bool
	}{
		{metapolicy.Llama.Released().Fact, false}, // the table
		{first(t, metapolicy.OpenUK.Criticises(), "meta/criticism/distorting-open-source-brand"), false},
		{metapolicy.Llama1.Released().Fact, true},
		{metapolicy.Capex2024.Money().Fact, true},
	} {
		if got := len(tt.f.Footnotes()) > 0; got != tt.backed {
			t.Errorf("%s has footnotes: %t", tt.f.ID(), got)
		}
	}
}

// TestNamed: things are found by the names that people use.
func TestNamed(t *testing.T) {
	for name, want := range map[string]metapolicy.Entity{
		"LeCun":                  metapolicy.Entity(metapolicy.YannLeCun),
		"lecun":                  metapolicy.Entity(metapolicy.YannLeCun),
		"yann-lecun":             metapolicy.Entity(metapolicy.YannLeCun),
		"OSI":                    metapolicy.Entity(metapolicy.OpenSourceInitiative),
		"Open Source Initiative": metapolicy.Entity(metapolicy.OpenSourceInitiative),
		"AUP":                    metapolicy.Entity(metapolicy.AcceptableUsePolicy),
		"SB 1047":                metapolicy.Entity(metapolicy.SB1047),
		"405B":                   metapolicy.Entity(metapolicy.Llama405B),
		"EU":                     metapolicy.EuropeanUnion,
	} {
		if got, ok := metapolicy.Named(name); !ok || got != want {
			t.Errorf("%q is %q, %t; want %q", name, string(got), ok, string(want))
		}
		equal(t, name, idsOf(want.Facts()), idsOf(metapolicy.Facts().About(name)))
	}
	for _, name := range []string{"", "GPT-9"} {
		if e, ok := metapolicy.Named(name); ok || e != "" {
			t.Errorf("%q is %q", name, string(e))
		}
	}
}

// TestUnder: all facts under footnote 4, found by the note and by hand.
func TestUnder(t *testing.T) {
	note, err := metapolicy.Corpus().Footnote("^4")
	if err != nil {
		t.Fatal(err)
	}
	under := idsOf(metapolicy.Facts().Under(note))
	var by []string
	for f := range metapolicy.Facts().All() {
		if slices.ContainsFunc(f.Footnotes(), func(n cite.Footnote) bool { return n.Label == "4" }) {
			by = append(by, f.ID())
		}
	}
	equal(t, "under footnote 4", by, under)
	for _, f := range []fact.Fact{metapolicy.Llama2.Released().Fact, metapolicy.CommunityLicense.Targets().Fact} {
		if !slices.Contains(under, f.ID()) {
			t.Errorf("%s is not under footnote 4", f.ID())
		}
	}
}

// TestJSON: typed values are written as JSON and read again.
func TestJSON(t *testing.T) {
	for _, want := range []fact.Value{
		fact.OfDate(metapolicy.Llama2.Released().Value),
		fact.OfQuantity(metapolicy.CommunityLicense.UserThreshold().Value),
		fact.OfMoney(metapolicy.TrainingRun.Money().Value),
		fact.OfShare(metapolicy.OCPShare.Share().Value),
	} {
		var got fact.Value
		if again(t, want, &got); got != want {
			t.Errorf("%v is read as %v", want, got)
		}
	}
	for r := range metapolicy.Relations() {
		var got metapolicy.Relation
		if again(t, r.Value, &got); got != r.Value {
			t.Errorf("%v is read as %v", r.Value, got)
		}
	}
	for e := range metapolicy.Events() {
		var got metapolicy.Event
		if again(t, e.Value, &got); got != e.Value {
			t.Errorf("%v is read as %v", e.Value, got)
		}
	}
	for f := range metapolicy.LinuxFoundationStudy.Findings() {
		var got metapolicy.Finding
		if again(t, f.Value, &got); got != f.Value {
			t.Errorf("%v is read as %v", f.Value, got)
		}
	}
	var models []metapolicy.Model
	if again(t, slices.Collect(metapolicy.Models()), &models); !slices.Equal(models, slices.Collect(metapolicy.Models())) {
		t.Errorf("models are read as %q", models)
	}
}

// again writes a value as JSON and reads it into got.
func again(t *testing.T, v, got any) {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(data, got); err != nil {
		t.Fatalf("%s: %v", data, err)
	}
}

// TestSpoil: whatever a caller does to what it got, others get it as it was.
func TestSpoil(t *testing.T) {
	look := func() any {
		targets := metapolicy.CommunityLicense.Targets()
		var critics, by [][]metapolicy.Entity
		for c := range metapolicy.Criticisms() {
			critics = append(critics, c.Value.Critics)
		}
		for a := range metapolicy.Arguments() {
			by = append(by, a.Value.By)
		}
		r := targets.Record()
		return []any{
			targets.Value, targets.Evidence(), targets.Footnotes(), targets.Entities(), targets.Section(),
			metapolicy.Capex2024.Money().AttributedTo(), metapolicy.Capex2024.Money().Values(),
			r.Evidence, r.Entities, r.Section, []byte(r.Data), critics, by,
			slices.Collect(metapolicy.Models()), slices.Collect(metapolicy.Facts().Entities()),
		}
	}
	text := func(v any) string {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	before := text(look())
	spoilt := look()
	spoil(spoilt)
	if text(spoilt) == before {
		t.Fatal("nothing was spoilt")
	}
	equal(t, "after a caller's changes", before, text(look()))
}
