package fact_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/costtest"
)

// rec returns a record of the article bees, as change makes it.
func rec(id string, change ...func(*fact.Record)) fact.Record {
	r := fact.Record{
		ID: id, Kind: "note", Statement: "Of " + id + ".", Subject: "Bees", Property: "dance",
		Evidence: []cite.Citation{{Passage: "bees#top.1", Quote: "q"}},
	}
	for _, c := range change {
		c(&r)
	}
	return r
}

func kind(k string) func(*fact.Record)    { return func(r *fact.Record) { r.Kind = k } }
func subject(s string) func(*fact.Record) { return func(r *fact.Record) { r.Subject = s } }
func property(p string) func(*fact.Record) {
	return func(r *fact.Record) { r.Property = p }
}
func entities(names ...string) func(*fact.Record) {
	return func(r *fact.Record) { r.Entities = names }
}
func stating(vs ...fact.Value) func(*fact.Record) { return func(r *fact.Record) { r.Values = vs } }

// at replaces the evidence by quotations of passages, each under footnotes of its
// article.
func at(passage string, labels ...string) func(*fact.Record) {
	return func(r *fact.Record) {
		if r.Evidence[0].Passage == "bees#top.1" && len(r.Evidence) == 1 && r.Evidence[0].Footnotes == nil {
			r.Evidence = nil
		}
		c := cite.Citation{Passage: cite.PassageID(passage), Quote: "q of " + passage, Footnotes: []cite.Footnote{}}
		for _, l := range labels {
			c.Footnotes = append(c.Footnotes, cite.Footnote{Article: c.Passage.Article(), Label: l})
		}
		r.Evidence = append(r.Evidence, c)
	}
}

// mustSet makes a set without problems.
func mustSet(t testing.TB, records []fact.Record, entities ...fact.Entity) *fact.Set {
	t.Helper()
	s, problems := fact.NewSet(records, entities)
	if len(problems) > 0 {
		t.Fatal(problems)
	}
	return s
}

// factIDs returns the IDs of facts, with their articles where that is not bees.
func factIDs(facts iter.Seq[fact.Fact]) []string {
	out := []string{}
	for f := range facts {
		id := f.ID()
		if f.Article() != "bees" {
			id = f.Article() + "/" + id
		}
		out = append(out, id)
	}
	return out
}

func TestSetFinds(t *testing.T) {
	s := mustSet(t, []fact.Record{
		rec("bees/1", kind("dance"), at("bees#top.1", "1", "2"), at("bees#top.1", "2"), at("bees#hum.1")),
		rec("bees/2", kind("hum"), property("hum"), entities("Wax", "Bees", "Wax"), at("bees#hum.1", "2")),
		rec("wasps/1", kind("dance"), subject("Wasps"), entities("bees"), at("wasps#top.1", "1")),
		rec("bees/3", kind("dance"), subject("Apis"), at("bees#top.2")),
		rec("bees/1", subject("Drones"), at("wasps#top.1")),
	}, fact.Entity{ID: "apis", Name: "Bees", Aliases: []string{"Apis", " Honey Bees ", "Schwärme", ""}}, fact.Entity{Name: "Ants"})
	note := func(article, label string) iter.Seq[fact.Fact] {
		return s.Under(cite.Footnote{Article: article, Label: label, Text: "is not compared"})
	}
	for _, tt := range []struct {
		reason string
		got    iter.Seq[fact.Fact]
		want   []string
	}{
		{"all, in order", s.All(), []string{"bees/1", "bees/2", "wasps/wasps/1", "bees/3", "wasps/bees/1"}},
		{"about an entity by its name", s.About("Bees"), []string{"bees/1", "bees/2", "wasps/wasps/1", "bees/3"}},
		{"by an alias", s.About("Apis"), []string{"bees/1", "bees/2", "wasps/wasps/1", "bees/3"}},
		{"by its ID, which is an alias too but for case", s.About("apis"), []string{"bees/1", "bees/2", "wasps/wasps/1", "bees/3"}},
		{"case doesn't count", s.About("hONEY bEES"), []string{"bees/1", "bees/2", "wasps/wasps/1", "bees/3"}},
		{"nor does white space around", s.About("\tschwÄrme "), []string{"bees/1", "bees/2", "wasps/wasps/1", "bees/3"}},
		{"an entity named twice in a fact has it once", s.About("Wax"), []string{"bees/2"}},
		{"a subject that its entities leave out", s.About("Wasps"), []string{"wasps/wasps/1"}},
		{"an entity without facts", s.About("Ants"), []string{}},
		{"no entity", s.About("Hornets"), []string{}},
		{"no name", s.About(""), []string{}},
		{"a property", s.Of("Bees", "dance"), []string{"bees/1", "bees/3"}},
		{"of a subject by an alias", s.Of("honey bees", "dance"), []string{"bees/1", "bees/3"}},
		{"another property", s.Of("Bees", "hum"), []string{"bees/2"}},
		{"of an entity that is not the subject", s.Of("Wax", "hum"), []string{}},
		{"case of a property counts", s.Of("Bees", "Dance"), []string{}},
		{"of no subject", s.Of("Hornets", "dance"), []string{}},
		{"under a footnote of one article", note("bees", "1"), []string{"bees/1"}},
		{"of the other", note("wasps", "1"), []string{"wasps/wasps/1"}},
		{"a footnote of two pieces of evidence has the fact once", note("bees", "2"), []string{"bees/1", "bees/2"}},
		{"no such footnote", note("bees", "3"), []string{}},
		{"no article", note("", "1"), []string{}},
		{"in a passage, two pieces of evidence once", s.In("bees#top.1"), []string{"bees/1"}},
		{"the second evidence of one, the first of another", s.In("bees#hum.1"), []string{"bees/1", "bees/2"}},
		{"in a passage of the other article", s.In("wasps#top.1"), []string{"wasps/wasps/1", "wasps/bees/1"}},
		{"in no passage", s.In("bees#top.9"), []string{}},
		{"of a kind", s.OfKind("dance"), []string{"bees/1", "wasps/wasps/1", "bees/3"}},
		{"of no kind", s.OfKind(""), []string{}},
	} {
		if d := cmp.Diff(tt.want, factIDs(tt.got)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
		for range tt.got { // breaking off doesn't upset it
			break
		}
		if d := cmp.Diff(tt.want, factIDs(tt.got)); d != "" {
			t.Errorf("%s, a second time (-want +got):\n%s", tt.reason, d)
		}
	}
	if d := cmp.Diff([]string{"dance", "hum", "note"}, s.Kinds()); d != "" {
		t.Errorf("kinds (-want +got):\n%s", d)
	}
	f, err := s.Fact("bees/2")
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"Wax", "Bees", "Wax"}, f.Entities()); d != "" {
		t.Errorf("entities that have the subject (-want +got):\n%s", d)
	}
	f, _ = s.Fact("wasps/1")
	if d := cmp.Diff([]string{"Wasps", "bees"}, f.Entities()); d != "" {
		t.Errorf("entities to which the subject was added (-want +got):\n%s", d)
	}
}

func TestSetFact(t *testing.T) {
	s := mustSet(t, []fact.Record{
		rec("bees/1"), rec("bees/2"), rec("bees/2", at("wasps#top.1")), rec("bees/3/a", at("wasps#top.1")),
		rec("wasps/bees/1"), // which looks like ARTICLE/ID
	})
	for _, tt := range []struct{ reason, id, article, want string }{
		{"an ID", "bees/1", "bees", "bees/1"},
		{"with its article", "bees/bees/1", "bees", "bees/1"},
		{"an ID that two articles have", "bees/bees/2", "bees", "bees/2"},
		{"the other one", "wasps/bees/2", "wasps", "bees/2"},
		{"of three parts", "bees/3/a", "wasps", "bees/3/a"},
		{"of three parts with its article", "wasps/bees/3/a", "wasps", "bees/3/a"},
		{"an ID goes before ARTICLE/ID", "wasps/bees/1", "bees", "wasps/bees/1"},
	} {
		if f, err := s.Fact(tt.id); err != nil || f.IsZero() || f.ID() != tt.want || f.Article() != tt.article {
			t.Errorf("%s: Fact(%q) = %s of %s, %v", tt.reason, tt.id, f.ID(), f.Article(), err)
		}
	}
	for _, tt := range []struct{ reason, id string }{
		{"an ID that there is not", "bees/9"},
		{"the other article's ID", "bees/bees/3/a"},
		{"an article that there is not", "ants/bees/1"},
		{"the article alone", "bees"},
		{"other case", "Bees/1"},
		{"empty", ""},
		{"a slash", "/"},
	} {
		f, err := s.Fact(tt.id)
		var missing *fact.NotFoundError
		if !errors.As(err, &missing) || missing.ID != tt.id || !strings.Contains(err.Error(), fmt.Sprintf("%q", tt.id)) || !f.IsZero() {
			t.Errorf("%s: Fact(%q) = %s, %v", tt.reason, tt.id, f.ID(), err)
		}
	}
	f, err := s.Fact("bees/2")
	var ambiguous *fact.AmbiguousError
	if !errors.As(err, &ambiguous) || !f.IsZero() {
		t.Fatalf("an ID that two articles have: %s, %v", f.ID(), err)
	}
	if d := cmp.Diff(&fact.AmbiguousError{ID: "bees/2", Candidates: []string{"bees/bees/2", "wasps/bees/2"}}, ambiguous); d != "" {
		t.Errorf("ambiguous (-want +got):\n%s", d)
	}
	for _, id := range ambiguous.Candidates {
		if _, err := s.Fact(id); err != nil || !strings.Contains(ambiguous.Error(), id) {
			t.Errorf("the candidate %s: %v, in %v", id, err, ambiguous)
		}
	}
}

// TestNewSetProblems gives a set records that are no facts of it.
func TestNewSetProblems(t *testing.T) {
	sides := func(facts ...string) func(*fact.Record) {
		return func(r *fact.Record) {
			r.Kind = fact.KindTension
			r.Data = json.RawMessage(`{"sides":[{"facts":["` + strings.Join(facts, `"]},{"facts":["`) + `"]}]}`)
		}
	}
	s, problems := fact.NewSet([]fact.Record{
		rec("bees/t0", sides("bees/2", "bees/9")), // refused, but after the next ones are
		rec("bees/1"),
		rec("bees/1", kind("again")),
		rec("no-id"),
		rec("bees/1", at("wasps#top.1")), // another article
		rec("bees/2"),
		{},
		rec("bees/1", kind("again")),
		rec("bees/t1", sides("bees/1", "bees/2")),
		rec("bees/t2", sides("bees/1", "no-id")),
		rec("bees/3"),
	}, nil)
	if d := cmp.Diff([]string{"bees/1", "wasps/bees/1", "bees/2", "bees/t1", "bees/3"}, factIDs(s.All())); d != "" {
		t.Errorf("facts (-want +got):\n%s", d)
	}
	type problem struct {
		Record    int
		Says      string
		Duplicate bool
	}
	var got []problem
	for _, p := range problems {
		if p.Error() != p.Err.Error() {
			t.Errorf("problem %q is about %v", p.Error(), p.Err)
		}
		got = append(got, problem{p.Index, p.Error(), errors.Is(p, fact.ErrDuplicateID)})
	}
	if d := cmp.Diff([]problem{
		{0, `bees/t0: side 2 names "bees/9", which is no fact of the article, or a tension`, false},
		{2, "bees/1: the id is taken", true},
		{3, `the id "no-id" has not the form SUBJECT/PROPERTY`, false},
		{6, "the record has no id", false},
		{7, "bees/1: the id is taken", true},
		{9, `bees/t2: side 2 names "no-id", which is no fact of the article, or a tension`, false},
	}, got); d != "" {
		t.Errorf("problems (-want +got):\n%s", d)
	}
	if f, err := s.Fact("bees/bees/1"); err != nil || f.Kind() != "note" {
		t.Errorf("of two with one ID the first doesn't count: %s, %v", f.Kind(), err)
	}
}

func TestSetEntities(t *testing.T) {
	s := mustSet(t, []fact.Record{
		rec("a/1", subject("Wasps"), entities("apis", "Hive")),
		rec("a/2", subject("hive"), entities("Comb")),
	},
		fact.Entity{Name: "Bees", Aliases: []string{"Apis", "Swarm"}},
		fact.Entity{Name: "Ants", ID: "ants", Aliases: []string{"Swarm", "Apis"}, Kind: "animal"},
		fact.Entity{Name: "Bees", ID: "bees", Aliases: []string{"Apis", "Honey bees"}, Kind: "animal"},
		fact.Entity{Name: "Bees", ID: "other", Kind: "other"},
		fact.Entity{Name: "Swarm", Aliases: []string{"Cluster"}},
		fact.Entity{Name: "Swarm", Kind: "group"},
	)
	if d := cmp.Diff([]fact.Entity{
		{Name: "Bees", ID: "bees", Aliases: []string{"Apis", "Swarm", "Honey bees"}, Kind: "animal"},
		{Name: "Ants", ID: "ants", Aliases: []string{"Swarm", "Apis"}, Kind: "animal"},
		{Name: "Swarm", Aliases: []string{"Cluster"}, Kind: "group"},
		{Name: "Wasps"},
		{Name: "Hive"},
		{Name: "Comb"},
	}, slices.Collect(s.Entities())); d != "" {
		t.Errorf("entities (-want +got):\n%s", d)
	}
	for range s.Entities() {
		break
	}
	for _, tt := range []struct {
		reason, name, want string
	}{
		{"by its name", "Bees", "Bees"},
		{"by an alias", "Apis", "Bees"},
		{"by an alias of a later line", "honey bees", "Bees"},
		{"by its ID, of a later line", "bees", "Bees"},
		{"an alias that two claim is the first one's", "apis", "Bees"},
		{"a name goes before another entity's alias", "Swarm", "Swarm"},
		{"by the name of a record", "HIVE", "Hive"},
		{"what has its name taken keeps its aliases", "cluster", "Swarm"},
		{"unknown", "Hornets", ""},
		{"empty", "", ""},
		{"white space", "  ", ""},
	} {
		if e, ok := s.Entity(tt.name); e.Name != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: Entity(%q) = %q, %t; want %q", tt.reason, tt.name, e.Name, ok, tt.want)
		}
	}
	if d := cmp.Diff([]string{"a/1"}, factIDs(s.About("Bees"))); d != "" {
		t.Errorf("a name in a record that is an alias but for case (-want +got):\n%s", d)
	}
}

// TestNoSet asks a nil set and an empty one for everything.
func TestNoSet(t *testing.T) {
	empty, problems := fact.NewSet(nil, nil)
	if problems != nil {
		t.Error(problems)
	}
	for name, s := range map[string]*fact.Set{"nil": nil, "empty": empty, "zero": new(fact.Set)} {
		for what, facts := range map[string]iter.Seq[fact.Fact]{
			"All": s.All(), "About": s.About("Bees"), "Of": s.Of("Bees", "dance"), "Under": s.Under(cite.Footnote{Label: "1"}),
			"In": s.In("bees#top.1"), "OfKind": s.OfKind("dance"), "Timeline": s.Timeline(),
		} {
			for f := range facts {
				t.Errorf("%s set: %s has %v", name, what, f.ID())
			}
		}
		for range s.Tensions() {
			t.Errorf("%s set: a tension", name)
		}
		for e := range s.Entities() {
			t.Errorf("%s set: the entity %v", name, e)
		}
		_, known := s.Entity("Bees")
		f, err := s.Fact("bees/1")
		var missing *fact.NotFoundError
		if s.Len() != 0 || len(s.Kinds()) > 0 || known || !f.IsZero() || !errors.As(err, &missing) {
			t.Errorf("%s set: %d facts, kinds %q, entity %t, fact %v, %v", name, s.Len(), s.Kinds(), known, f, err)
		}
	}
}

// TestFactMethods asks a fact for all that its record has.
func TestFactMethods(t *testing.T) {
	r := fullRecord()
	money := mustMoney(t, fact.Exactly(3, "USD"))
	share := mustShare(t, fact.Exactly(0.5, "1"), "")
	r.Values = append(r.Values, fact.OfMoney(money), fact.OfShare(share), fact.OfQuantity(fact.Exactly(9, "later")),
		fact.OfDate(fact.MustParseDate("1999")), fact.OfMoney(mustMoney(t, fact.Exactly(9, "USD"))), fact.OfShare(mustShare(t, fact.Exactly(1, "1"), "")))
	r.Evidence = append(r.Evidence, cite.Citation{Passage: "bees#top.1", Quote: "second", Footnotes: []cite.Footnote{
		{Article: "bees", Label: "b"}, {Article: "bees", Label: "3", Links: []string{"x"}},
	}})
	s := mustSet(t, []fact.Record{r})
	f, err := s.Fact(r.ID)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(r, f.Record(), values); d != "" {
		t.Errorf("record (-want +got):\n%s", d)
	}
	want, _ := r.MarshalJSON()
	if got, err := f.MarshalJSON(); err != nil || string(got) != string(want) {
		t.Errorf("JSON %s, %v; want %s", got, err, want)
	}
	for _, tt := range []struct {
		what      string
		got, want any
	}{
		{"ID", f.ID(), r.ID},
		{"Article", f.Article(), "bees"},
		{"Kind", f.Kind(), r.Kind},
		{"Statement", f.Statement(), r.Statement},
		{"Subject", f.Subject(), r.Subject},
		{"Property", f.Property(), r.Property},
		{"Values", f.Values(), r.Values},
		{"Date: the first", f.Date(), fact.MustParseDate("2023-07")},
		{"Quantity: the first", f.Quantity(), fact.MoreThan(40, "tons <each> & all")},
		{"Money: the first", f.Money().Quantity(), money.Quantity()},
		{"Share: the first", f.Share().Fraction(), share.Fraction()},
		{"Entities", f.Entities(), r.Entities},
		{"Status", f.Status(), r.Status},
		{"AttributedTo", f.AttributedTo(), r.AttributedTo},
		{"AsOf", f.AsOf(), r.AsOf},
		{"Section", f.Section(), r.Section},
		{"Quote: the first", f.Quote(), r.Evidence[0].Quote},
		{"Evidence", f.Evidence(), r.Evidence},
		{"Footnotes: each once", cite.Citation{Footnotes: f.Footnotes()}.Labels(), []string{"1", "b", "3"}},
	} {
		if d := cmp.Diff(tt.want, tt.got, values); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.what, d)
		}
	}
	again, _ := s.Fact(r.ID)
	if f != again || f == (fact.Fact{}) {
		t.Error("handles of one fact are not equal, or equal that of none")
	}
}

func TestFactDecode(t *testing.T) {
	type need struct {
		Tons int    `json:"tons"`
		Note string `json:"note"`
	}
	before := need{1, "before"}
	for _, tt := range []struct {
		reason, data string
		want         need
		says         string
	}{
		{"an object", `{"tons":40,"note":"n"}`, need{40, "n"}, ""},
		{"a part of the fields", `{"tons":40}`, need{40, "before"}, ""},
		{"no data", "", before, ""},
		{"null", "null", before, ""},
		{"a field that the type doesn't have", `{"tons":40,"kg":1}`, before, `fact: the data of bees/1: json: unknown field "kg"`},
		{"a field of another type", `{"tons":"many"}`, before, "fact: the data of bees/1: "},
	} {
		s := mustSet(t, []fact.Record{rec("bees/1", func(r *fact.Record) { r.Data = json.RawMessage(tt.data) })})
		f, _ := s.Fact("bees/1")
		got := before
		err := f.Decode(&got)
		switch {
		case (err == nil) != (tt.says == "") || err != nil && !strings.HasPrefix(err.Error(), tt.says):
			t.Errorf("%s: %v, want %q", tt.reason, err, tt.says)
		case err == nil && got != tt.want:
			t.Errorf("%s: %+v, want %+v", tt.reason, got, tt.want)
		}
	}
}

// TestZeroFact asks the zero values for everything.
func TestZeroFact(t *testing.T) {
	var f fact.Fact
	if !f.IsZero() || f.ID()+f.Article()+f.Kind()+f.Statement()+f.Subject()+f.Property()+f.Quote() != "" {
		t.Error("the zero Fact says something")
	}
	if len(f.Values())+len(f.Entities())+len(f.AttributedTo())+len(f.Section())+len(f.Evidence())+len(f.Footnotes()) > 0 {
		t.Error("the zero Fact has lists")
	}
	if !f.Date().IsZero() || !f.Quantity().IsZero() || !f.Money().IsZero() || !f.Share().IsZero() || !f.AsOf().IsZero() || f.Status() != 0 {
		t.Error("the zero Fact states a value")
	}
	if d := cmp.Diff(fact.Record{}, f.Record(), values); d != "" {
		t.Errorf("the record of the zero Fact (-want +got):\n%s", d)
	}
	n := 7
	if err := f.Decode(&n); err != nil || n != 7 {
		t.Errorf("the data of the zero Fact: %d, %v", n, err)
	}
	for range f.Tensions() {
		t.Error("the zero Fact has a tension")
	}
	if x, ok := f.Conflict(); ok || x != (fact.Tension{}) {
		t.Error("the zero Fact has a conflict")
	}
	var x fact.Tension
	for range x.Sides() {
		t.Error("the zero Tension has a side")
	}
	var side fact.Side
	for range side.Facts() {
		t.Error("the zero Side has a fact")
	}
	var stated fact.Stated[int]
	if !x.IsZero() || side.Statement() != "" || !stated.IsZero() || stated.ID() != "" {
		t.Error("the zero Tension, Side or Stated says something")
	}
	for what, v := range map[string]json.Marshaler{"Fact": f, "Tension": x} {
		if out, err := v.MarshalJSON(); err != nil || string(out) != "null" {
			t.Errorf("the zero %s is written as %s, %v", what, out, err)
		}
	}
	if s := fact.NewStated(0, mustFact(t, mustSet(t, []fact.Record{rec("bees/1")}), "bees/1")); s.IsZero() || s.Value != 0 || s.ID() != "bees/1" {
		t.Error("the number zero, stated, is not stated")
	}
}

func mustFact(t testing.TB, s *fact.Set, id string) fact.Fact {
	t.Helper()
	f, err := s.Fact(id)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// manyFacts returns a set of n facts of a few entities, kinds and passages.
func manyFacts(t testing.TB, n int) *fact.Set {
	t.Helper()
	var records []fact.Record
	for i := range n {
		records = append(records, rec(fmt.Sprintf("bees/%d", i), kind(fmt.Sprintf("kind-%d", i%7)), subject(fmt.Sprintf("Hive %d", i%10)),
			property(fmt.Sprintf("property-%d", i%3)), entities("Meadow"),
			stating(fact.OfDate(fact.MustParseDate(fmt.Sprint(1900+i%100)))), at(fmt.Sprintf("bees#top.%d", 1+i%20), fmt.Sprint(i%5))))
	}
	return mustSet(t, records, fact.Entity{ID: "hive-0", Name: "Hive 0", Aliases: []string{"the old hive"}})
}

// TestFindingAllocatesNothing holds Set to its word.
func TestFindingAllocatesNothing(t *testing.T) {
	if raceDetector {
		t.Skip("the race detector allocates")
	}
	s := manyFacts(t, 500)
	note := cite.Footnote{Article: "bees", Label: "0"}
	n := 0
	for _, tt := range []struct {
		what string
		find func()
	}{
		{"Fact", func() {
			if f, err := s.Fact("bees/17"); err == nil && !f.IsZero() {
				n++
			}
		}},
		{"Fact by its article", func() {
			if f, err := s.Fact("bees/bees/17"); err == nil && !f.IsZero() {
				n++
			}
		}},
		{"All", func() {
			for f := range s.All() {
				n += len(f.ID())
			}
		}},
		{"About a name", func() {
			for f := range s.About("Hive 0") {
				n += len(f.ID())
			}
		}},
		{"About an alias", func() {
			for f := range s.About("the old hive") {
				n += len(f.ID())
			}
		}},
		{"Of", func() {
			for f := range s.Of("Hive 0", "property-0") {
				n += len(f.ID())
			}
		}},
		{"Under", func() {
			for f := range s.Under(note) {
				n += len(f.ID())
			}
		}},
		{"In", func() {
			for f := range s.In("bees#top.1") {
				n += len(f.ID())
			}
		}},
		{"OfKind", func() {
			for f := range s.OfKind("kind-0") {
				n += len(f.ID())
			}
		}},
		{"Timeline", func() {
			for f := range s.Timeline() {
				n += len(f.ID())
			}
		}},
	} {
		before := n
		if got := testing.AllocsPerRun(100, tt.find); got != 0 {
			t.Errorf("%s allocates %v times", tt.what, got)
		}
		if n == before {
			t.Errorf("%s finds nothing", tt.what)
		}
	}
}

// TestNewSetCost makes larger and larger sets of what could cost the square of it.
func TestNewSetCost(t *testing.T) {
	sides := json.RawMessage(`{"sides":[{"facts":["x/1"]},{"facts":["x/2"]}]}`)
	for _, tt := range []struct {
		reason string
		record func(i int) fact.Record
		entity func(i int) fact.Entity
	}{
		{"facts of one entity, property, passage and footnote", func(i int) fact.Record {
			return rec(fmt.Sprint("bees/", i), at("bees#top.1", "1"))
		}, nil},
		{"of a kind and an entity each", func(i int) fact.Record {
			return rec(fmt.Sprint("bees/", i), kind(fmt.Sprint(i)), subject(fmt.Sprint(i)))
		}, nil},
		{"of one ID", func(i int) fact.Record { return rec("bees/1") }, nil},
		{"tensions without facts", func(i int) fact.Record {
			r := rec(fmt.Sprint("bees/", i), kind(fact.KindTension))
			r.Data = sides
			return r
		}, nil},
		{"aliases of one name", nil, func(i int) fact.Entity {
			return fact.Entity{Name: "Bees", Aliases: []string{fmt.Sprint(i)}}
		}},
	} {
		costtest.Linear(t, tt.reason, 1<<11, func(n int) func() {
			var records []fact.Record
			var entities []fact.Entity
			for i := range n {
				if tt.record != nil {
					records = append(records, tt.record(i))
				}
				if tt.entity != nil {
					entities = append(entities, tt.entity(i))
				}
			}
			return func() {
				s, _ := fact.NewSet(records, entities)
				s.Kinds()
			}
		})
	}
}

// TestConcurrentUse lets many goroutines use one set; the race detector watches.
func TestConcurrentUse(t *testing.T) {
	s := manyFacts(t, 100)
	all := func() string {
		var b strings.Builder
		for f := range s.All() {
			out, err := f.MarshalJSON()
			fmt.Fprintln(&b, string(out), err, f.Footnotes(), f.Values())
		}
		fmt.Fprintln(&b, factIDs(s.About("HIVE 3")), factIDs(s.Of("hive 0", "property-0")), factIDs(s.Timeline()), s.Kinds(), slices.Collect(s.Entities()))
		return b.String()
	}
	want := all()
	var wg sync.WaitGroup
	for range 16 {
		wg.Go(func() {
			if all() != want {
				t.Error("two readers saw different things")
			}
		})
	}
	wg.Wait()
}
