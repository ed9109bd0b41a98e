package fact_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
)

// TestJoin: what a name means its own set says, in whatever order sets are joined.
func TestJoin(t *testing.T) {
	of := func(article, subject string) func(*fact.Record) {
		return func(r *fact.Record) {
			r.Subject, r.Entities = subject, []string{subject}
			at(article + "#top.1")(r)
		}
	}
	quays := mustSet(t, []fact.Record{rec("quay/1", of("a", "port"))}, fact.Entity{Name: "Quay", Aliases: []string{"port"}})
	genoa := mustSet(t, []fact.Record{rec("genoa/1", of("b", "port"))}, fact.Entity{Name: "Port of Genoa", Aliases: []string{"port", "Genoa"}})
	loose := mustSet(t, []fact.Record{rec("c/1", of("c", "Genoa")), rec("quay/1", of("c", "Lantern"))})
	for _, sets := range [][]*fact.Set{{quays, genoa, loose}, {loose, nil, genoa, quays}} {
		s := fact.Join(sets...)
		for _, tt := range []struct {
			reason, name string
			want         []string
		}{
			{"an alias of the one set", "Quay", []string{"quay/1"}},
			{"the same alias of the other; and a name that its own set doesn't know", "Port of Genoa", []string{"genoa/1", "c/1"}},
			{"a name that no set knows", "lantern", []string{"quay/1"}},
		} {
			var got []string
			for f := range s.About(tt.name) {
				got = append(got, f.ID())
			}
			slices.Sort(got)
			slices.Sort(tt.want)
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("%s: About(%q) (-want +got):\n%s", tt.reason, tt.name, d)
			}
		}
		if _, err := s.Fact("quay/1"); err == nil {
			t.Error("an ID of two articles is not ambiguous")
		}
		if f, err := s.Fact("c/quay/1"); err != nil || f.Article() != "c" {
			t.Errorf("c/quay/1: %v, %v", f.Article(), err)
		}
		if s.Len() != 4 {
			t.Errorf("%d facts", s.Len())
		}
	}
	if twice := fact.Join(quays, quays); twice.Len() != 1 {
		t.Errorf("the same set twice has %d facts", twice.Len())
	}
	if none := fact.Join(); none.Len() != 0 {
		t.Errorf("no sets have %d facts", none.Len())
	}
}

// TestFullIDThatIsAnID: ARTICLE/ID may be the ID of another fact. That is told, and
// not guessed.
func TestFullIDThatIsAnID(t *testing.T) {
	s := mustSet(t, []fact.Record{
		rec("p/q", at("x#top.1")), rec("p/q", at("b#top.1")), rec("x/p/q", at("b#top.1")),
	})
	if f, err := s.Fact("x/p/q"); err == nil {
		t.Errorf("x/p/q is %s of %s", f.ID(), f.Article())
	}
	for id, article := range map[string]string{"b/p/q": "b", "b/x/p/q": "b"} {
		if f, err := s.Fact(id); err != nil || f.Article() != article {
			t.Errorf("%s is of %q: %v", id, f.Article(), err)
		}
	}
}

// TestTensionOfAFact: a Tension that somebody makes of a fact that is none has no
// sides.
func TestTensionOfAFact(t *testing.T) {
	s := mustSet(t, []fact.Record{rec("bees/1"), rec("bees/2"), rec("bees/t", tensionOf(`{"sides":[{"facts":["bees/1"]},{"facts":["bees/2"]}]}`))})
	for range (fact.Tension{Fact: mustFact(t, s, "bees/1")}).Sides() {
		t.Error("a fact has sides")
	}
	if _, err := s.Tension("bees/1"); err == nil {
		t.Error("a fact is found as a tension")
	}
	if got, err := s.Tension("bees/t"); err != nil || len(slices.Collect(got.Sides())) != 2 {
		t.Errorf("%v, %v", got, err)
	}
}

// TestNameClashes: what NameClashes says of a name is whom NewSet gives it to.
func TestNameClashes(t *testing.T) {
	entities := []fact.Entity{
		{Name: "Bees", ID: "bees", Aliases: []string{"Apis", "Swarm"}},
		{Name: "Wasps", ID: "swarm", Aliases: []string{"Apis", "bees", ""}},
		{Name: "Swarm"},
		{Name: "Bees", Aliases: []string{"Apis"}},
	}
	want := []fact.NameClash{
		{Entity: 1, Name: "swarm", Owner: "Swarm"},
		{Entity: 0, Name: "Swarm", Owner: "Swarm"},
		{Entity: 1, Name: "Apis", Owner: "Bees"},
		{Entity: 1, Name: "bees", Owner: "Bees"},
	}
	got := fact.NameClashes(entities)
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("clashes (-want +got):\n%s", d)
	}
	s := mustSet(t, nil, entities...)
	for _, c := range got {
		if e, ok := s.Entity(c.Name); !ok || e.Name != c.Owner {
			t.Errorf("the set gives %q to %q, not to %q", c.Name, e.Name, c.Owner)
		}
	}
}
