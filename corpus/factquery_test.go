package corpus_test

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/costtest"
)

// town reads articles that state facts, those of the IDs or both.
func town(t testing.TB, ids ...string) *corpus.Corpus {
	t.Helper()
	c := readAll(t, os.DirFS("testdata/town"))
	if len(ids) == 0 {
		return c
	}
	c, err := c.Only(ids...)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// fullIDs returns the IDs of facts with their articles, whose names are cut short.
func fullIDs(facts []fact.Fact) []string {
	out := []string{}
	for _, f := range facts {
		out = append(out, f.Article()[:1]+":"+f.ID())
	}
	return out
}

func date(edtf string) fact.Date { return fact.MustParseDate(edtf) }

const (
	opened  = "h:harbour/opened"
	silted  = "h:harbour/silted-up"
	council = "h:harbour/exports/council"
	ledger  = "h:harbour/exports/ledger"
	tension = "h:harbour/tension/exports"
	buoys   = "p:harbour/opened"
	task    = "p:pilots/task"
)

func TestFindFacts(t *testing.T) {
	both, harbour := town(t), town(t, "harbour")
	for _, tt := range []struct {
		reason string
		c      *corpus.Corpus
		q      corpus.FactQuery
		want   []string
	}{
		{"the zero query: all", both, corpus.FactQuery{}, []string{opened, silted, council, ledger, tension, buoys, task}},

		{"an ID", both, corpus.FactQuery{IDs: []string{"pilots/task"}}, []string{task}},
		{"IDs, in the order of the set and once each", both, corpus.FactQuery{IDs: []string{"pilots/task", "harbour/silted-up", "[harbour/silted-up]"}}, []string{silted, task}},
		{"an ID of several articles, with its own", both, corpus.FactQuery{IDs: []string{"pilots/harbour/opened"}}, []string{buoys}},

		{"an entity by its name", both, corpus.FactQuery{Entities: []string{"Town council"}}, []string{council}},
		{"by an alias, without case", both, corpus.FactQuery{Entities: []string{"PORT"}}, []string{opened, silted, council, ledger, tension, buoys}},
		{"by its ID; all of several", both, corpus.FactQuery{Entities: []string{"harbour", "council"}}, []string{council}},
		{"one by two names", both, corpus.FactQuery{Entities: []string{"pilots", "Pilots"}}, []string{buoys, task}},
		{"one that no fact is about", both, corpus.FactQuery{Entities: []string{"lantern"}}, []string{}},

		{"a footnote of one article in full", both, corpus.FactQuery{Footnotes: []string{"harbour^1"}}, []string{opened}},
		{"of several one has to fit", both, corpus.FactQuery{Footnotes: []string{"harbour^2", "[pilots^1]"}}, []string{council, tension, task}},
		{"a label alone", harbour, corpus.FactQuery{Footnotes: []string{"3"}}, []string{ledger, tension}},
		{"a label as a mark", harbour, corpus.FactQuery{Footnotes: []string{"[^3]", "^3"}}, []string{ledger, tension}},

		{"a passage", both, corpus.FactQuery{Passages: []string{"harbour#top.1"}}, []string{opened, silted}},
		{"a passage as a key, and another", both, corpus.FactQuery{Passages: []string{"[harbour#top.1]", "pilots#top.1"}}, []string{opened, silted, buoys, task}},
		{"of the only article", harbour, corpus.FactQuery{Passages: []string{"#top.1", "harbour#top.1"}}, []string{opened, silted}},
		{"one without facts", harbour, corpus.FactQuery{Passages: []string{"#top.3"}}, []string{}},

		{"a kind, without case", both, corpus.FactQuery{Kinds: []string{"Event"}}, []string{opened, silted, buoys}},
		{"kinds", both, corpus.FactQuery{Kinds: []string{"role", "tension"}}, []string{tension, task}},
		{"a property, without case", both, corpus.FactQuery{Properties: []string{"SILTED UP"}}, []string{silted}},
		{"properties", both, corpus.FactQuery{Properties: []string{"task", "exports"}}, []string{council, ledger, task}},
		{"a status, without case", both, corpus.FactQuery{Statuses: []string{"Approximate"}}, []string{silted, ledger}},
		{"statuses", both, corpus.FactQuery{Statuses: []string{"approximate", "reported"}}, []string{silted, council, ledger}},
		{"who says it, by an alias", both, corpus.FactQuery{By: []string{"the council"}}, []string{council}},
		{"an entity that says nothing", both, corpus.FactQuery{By: []string{"lantern"}}, []string{}},

		{"after a year: an interval that begins in it isn't, nor what has no date", both, corpus.FactQuery{After: date("1820")}, []string{buoys}},
		{"before", both, corpus.FactQuery{Before: date("1821")}, []string{opened}},
		{"between", both, corpus.FactQuery{After: date("1819"), Before: date("1822")}, []string{opened, buoys}},

		{"different fields all have to fit", both, corpus.FactQuery{Entities: []string{"port"}, Kinds: []string{"figure"}, Statuses: []string{"approximate"}}, []string{ledger}},
		{"together they fit nothing", both, corpus.FactQuery{IDs: []string{"pilots/task"}, Kinds: []string{"event"}}, []string{}},
	} {
		facts, err := tt.c.FindFacts(tt.q)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if d := cmp.Diff(tt.want, fullIDs(facts)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
	}
}

func TestTimeline(t *testing.T) {
	c := town(t)
	for _, tt := range []struct {
		reason string
		q      corpus.FactQuery
		want   []string
	}{
		{"all that have a date, by date", corpus.FactQuery{}, []string{silted, opened, buoys}},
		{"restricted", corpus.FactQuery{Entities: []string{"pilots"}}, []string{buoys}},
		{"bounded", corpus.FactQuery{Before: date("1821-08")}, []string{opened, buoys}},
		{"nothing has a date", corpus.FactQuery{Kinds: []string{"role"}}, []string{}},
	} {
		facts, err := c.Timeline(tt.q)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if d := cmp.Diff(tt.want, fullIDs(facts)); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
	}
	if _, err := c.Timeline(corpus.FactQuery{Kinds: []string{"none"}}); err == nil {
		t.Error("a kind that there is not is no error")
	}
}

// TestFindFactsUnknown asks by what names nothing.
func TestFindFactsUnknown(t *testing.T) {
	both, harbour := town(t), town(t, "harbour")
	statuses := (^fact.Status(0)).Names()
	kinds := []string{"event", "figure", "role", "tension"}
	properties := []string{"exports", "opened", "silted up", "task", "tension"}
	entities := []string{"The harbour", "Town council", "Lantern", "pilots"}
	var many strings.Builder
	for i := range 12 {
		many.WriteString(factLine(t, fmt.Sprintf("bees/%d", i), with(evidence("bees#dance.2", hunt), "kind", fmt.Sprintf("kind%02d", i))))
	}
	bees := readAll(t, fstest.MapFS{"bees.md": file(bees), "bees.facts.jsonl": file(many.String())})
	for _, tt := range []struct {
		reason string
		c      *corpus.Corpus
		q      corpus.FactQuery
		want   error
		says   string
	}{
		{"few kinds: all are told", both, corpus.FactQuery{Kinds: []string{"events"}},
			&corpus.UnknownNameError{What: corpus.WhatKind, Name: "events", Known: kinds, Similar: []string{"event"}},
			`no kind "events"; there is event, figure, role, tension`},
		{"one of two kinds", both, corpus.FactQuery{Kinds: []string{"event", ""}},
			&corpus.UnknownNameError{What: corpus.WhatKind, Name: "", Known: kinds},
			`no kind ""; there is event, figure, role, tension`},
		{"many kinds: the one that may be meant", bees, corpus.FactQuery{Kinds: []string{"kind11x"}},
			&corpus.UnknownNameError{What: corpus.WhatKind, Name: "kind11x", Known: []string{"kind00", "kind01", "kind02", "kind03", "kind04"}, More: true, Similar: []string{"kind11"}},
			`no kind "kind11x"; did you mean kind11?`},
		{"many kinds, all like it: the first of them", bees, corpus.FactQuery{Kinds: []string{"kind"}},
			&corpus.UnknownNameError{What: corpus.WhatKind, Name: "kind", Known: []string{"kind00", "kind01", "kind02", "kind03", "kind04"}, More: true, Similar: []string{"kind00", "kind01", "kind02", "kind03", "kind04"}},
			`no kind "kind"; did you mean kind00 or kind01 or kind02 or kind03 or kind04?`},
		{"many kinds, none like it", bees, corpus.FactQuery{Kinds: []string{"mill"}},
			&corpus.UnknownNameError{What: corpus.WhatKind, Name: "mill", Known: []string{"kind00", "kind01", "kind02", "kind03", "kind04"}, More: true},
			`no kind "mill"; there is, for example, kind00, kind01, kind02, kind03, kind04`},
		{"a property like another", both, corpus.FactQuery{Properties: []string{"open"}},
			&corpus.UnknownNameError{What: corpus.WhatProperty, Name: "open", Known: properties, Similar: []string{"opened"}},
			`no property "open"; did you mean opened?`},
		{"a property like none", both, corpus.FactQuery{Properties: []string{"zeal"}},
			&corpus.UnknownNameError{What: corpus.WhatProperty, Name: "zeal", Known: properties},
			`no property "zeal"; there is exports, opened, silted up, task, tension`},
		{"all statuses are told", both, corpus.FactQuery{Statuses: []string{"state"}},
			&corpus.UnknownNameError{What: corpus.WhatStatus, Name: "state", Known: statuses, Similar: []string{"stated"}},
			`no status "state"; there is ` + strings.Join(statuses, ", ")},
		{"an entity like another", both, corpus.FactQuery{Entities: []string{"port", "harbor"}},
			&corpus.UnknownNameError{What: corpus.WhatEntity, Name: "harbor", Known: entities, Similar: []string{"The harbour"}},
			`no entity "harbor"; did you mean The harbour?`},
		{"an entity like an alias", both, corpus.FactQuery{Entities: []string{"a port"}},
			&corpus.UnknownNameError{What: corpus.WhatEntity, Name: "a port", Known: entities, Similar: []string{"The harbour"}},
			`no entity "a port"; did you mean The harbour?`},
		{"an entity like none", both, corpus.FactQuery{Entities: []string{"zeppelin"}},
			&corpus.UnknownNameError{What: corpus.WhatEntity, Name: "zeppelin", Known: entities},
			`no entity "zeppelin"; there is The harbour, Town council, Lantern, pilots`},
		{"nobody who says anything", both, corpus.FactQuery{By: []string{"mayor"}},
			&corpus.UnknownNameError{What: corpus.WhatBy, Name: "mayor", Known: []string{"Town council"}},
			`nothing is attributed to "mayor"; there is Town council`},
		{"nobody says anything", town(t, "pilots"), corpus.FactQuery{By: []string{"mayor"}},
			&corpus.UnknownNameError{What: corpus.WhatBy, Name: "mayor"},
			`nothing is attributed to "mayor"; there is none`},

		{"a label of several articles", both, corpus.FactQuery{Footnotes: []string{"1"}},
			&corpus.AmbiguousLabelError{Label: "1", Candidates: []string{"harbour^1", "pilots^1"}},
			`several articles are in scope; say harbour^1 or pilots^1, not ^1`},
		{"a label of none", both, corpus.FactQuery{Footnotes: []string{"harbour^9"}},
			&corpus.UnknownLabelError{Article: "harbour", Label: "9"},
			`no footnote ^9 in the article harbour`},
		{"a footnote of an article that there is not", both, corpus.FactQuery{Footnotes: []string{"mill^1"}},
			&corpus.UnknownArticleError{ID: "mill", Known: []string{"harbour", "pilots"}},
			`no article "mill"; there is harbour, pilots`},
		{"no label", harbour, corpus.FactQuery{Footnotes: []string{"[^]"}},
			&corpus.UnknownNameError{What: corpus.WhatFootnote, Name: "[^]", Known: []string{"[^1]", "[^2]", "[^3]"}},
			`no footnote "[^]"; there is [^1], [^2], [^3]`},
		{"a second mark instead of a label", town(t, "pilots"), corpus.FactQuery{Footnotes: []string{"^1^"}},
			&corpus.UnknownNameError{What: corpus.WhatFootnote, Name: "^1^", Known: []string{"[^1]"}},
			`no footnote "^1^"; there is [^1]`},
		{"nothing", both, corpus.FactQuery{Footnotes: []string{""}},
			&corpus.UnknownNameError{What: corpus.WhatFootnote, Name: "", Known: []string{"[harbour^1]", "[harbour^2]", "[harbour^3]", "[pilots^1]"}},
			`no footnote ""; there is [harbour^1], [harbour^2], [harbour^3], [pilots^1]`},
		{"a passage", both, corpus.FactQuery{Passages: []string{"harbour#top.9"}},
			&corpus.UnknownPassageError{ID: "harbour#top.9", Article: "harbour", Section: "harbour#top", Known: []string{"harbour#top.1", "harbour#top.2", "harbour#top.3"}},
			`no passage harbour#top.9; the section has harbour#top.1, harbour#top.2, harbour#top.3`},

		{"an ID", both, corpus.FactQuery{IDs: []string{"pilots/task", "harbour/silted"}},
			&corpus.UnknownFactError{ID: "harbour/silted", Similar: []string{"harbour/silted-up", "harbour/exports/ledger", "pilots/harbour/opened", "harbour/harbour/opened", "harbour/tension/exports", "harbour/exports/council"}},
			`no fact "harbour/silted"; there is, for example, harbour/silted-up, harbour/exports/ledger, pilots/harbour/opened, harbour/harbour/opened, harbour/tension/exports`},
		{"an ID of several articles", both, corpus.FactQuery{IDs: []string{"harbour/opened"}},
			&fact.AmbiguousError{ID: "harbour/opened", Candidates: []string{"harbour/harbour/opened", "pilots/harbour/opened"}},
			`several facts answer to harbour/opened: say harbour/harbour/opened or pilots/harbour/opened`},
	} {
		facts, err := tt.c.FindFacts(tt.q)
		if d := cmp.Diff(tt.want, err); d != "" || facts != nil {
			t.Errorf("%s: %d facts, error (-want +got):\n%s", tt.reason, len(facts), d)
			continue
		}
		if err.Error() != tt.says {
			t.Errorf("%s: %s\nwant %s", tt.reason, err, tt.says)
		}
	}
}

func TestFindFact(t *testing.T) {
	both := town(t)
	for _, tt := range []struct{ reason, id, want, says string }{
		{"as it is", "pilots/task", task, ""},
		{"with its article", "pilots/pilots/task", task, ""},
		{"in brackets, with spaces", "[ pilots/task ]", task, ""},
		{"an article that doesn't have it", "pilots/harbour/silted-up", "", `no fact "pilots/harbour/silted-up"; there is pilots/harbour/opened, pilots/task`},
		{"a subject that there is not", "mill/opened", "", `no fact "mill/opened"`},
		{"nothing", "", "", `no fact ""`},
		{"the ID of one is the article's ID of another", "harbour/opened", "", "several facts answer to harbour/opened: say harbour/harbour/opened or pilots/harbour/opened"},
	} {
		f, err := both.FindFact(tt.id)
		if got := fmt.Sprint(err); err != nil && got != tt.says || err == nil && tt.says != "" {
			t.Errorf("%s: %s\nwant %s", tt.reason, got, tt.says)
		}
		if err == nil && fullIDs([]fact.Fact{f})[0] != tt.want {
			t.Errorf("%s: %s, want %s", tt.reason, f.ID(), tt.want)
		}
	}
	_, err := both.FindFact("mill/opened")
	if e, ok := errors.AsType[*fact.NotFoundError](err); !ok || e.ID != "mill/opened" {
		t.Errorf("%v doesn't unwrap to what a set says", err)
	}
}

// TestFactID finds every fact again by its shortest ID.
func TestFactID(t *testing.T) {
	for _, tt := range []struct {
		reason string
		c      *corpus.Corpus
		want   []string
	}{
		{"alone", town(t, "pilots"), []string{"harbour/opened", "pilots/task"}},
		{"both have one ID", town(t), []string{"harbour/harbour/opened", "harbour/silted-up", "harbour/exports/council", "harbour/exports/ledger", "harbour/tension/exports", "pilots/harbour/opened", "pilots/task"}},
	} {
		var got []string
		for f := range tt.c.Facts().All() {
			id := tt.c.FactID(f)
			got = append(got, id)
			if again, err := tt.c.FindFact(id); err != nil || again != f {
				t.Errorf("%s: %s finds %v, %v", tt.reason, id, again, err)
			}
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
	}
}

// TestNoFactsError asks corpora that have none.
func TestNoFactsError(t *testing.T) {
	inn, mill := file("# The Inn\n\nIt is full.\n"), file("# The Mill\n")
	for _, tt := range []struct {
		reason string
		c      *corpus.Corpus
		want   *corpus.NoFactsError
		says   string
	}{
		{"no article", &corpus.Corpus{}, &corpus.NoFactsError{Missing: true},
			"the articles in scope have no facts: no NAME.facts.jsonl stands beside any of them"},
		{"one without a file", readAll(t, fstest.MapFS{"a/inn.md": inn}), &corpus.NoFactsError{Article: "inn", File: "inn.facts.jsonl", Missing: true},
			"the article inn has no facts: no inn.facts.jsonl stands beside it"},
		{"two without a file", readAll(t, fstest.MapFS{"inn.md": inn, "mill.md": mill}), &corpus.NoFactsError{Missing: true},
			"the articles in scope have no facts: no NAME.facts.jsonl stands beside any of them"},
		{"an empty file", readAll(t, fstest.MapFS{"inn.md": inn, "mill.md": mill, "mill.facts.jsonl": file("\n")}), &corpus.NoFactsError{Article: "mill", File: "mill.facts.jsonl"},
			"mill.facts.jsonl has no facts"},
		{"nothing in it can be used; that goes before an empty one", readAll(t, fstest.MapFS{"inn.md": inn, "inn.facts.jsonl": file(""), "mill.md": mill, "mill.facts.jsonl": file("{}")}),
			&corpus.NoFactsError{Article: "mill", File: "mill.facts.jsonl", Unusable: true},
			"mill.facts.jsonl has no fact that can be used; the diagnostics of the article mill say why"},
	} {
		_, one := tt.c.FindFact("inn/full")
		_, all := tt.c.FindFacts(corpus.FactQuery{Kinds: []string{"none"}})
		_, dated := tt.c.Timeline(corpus.FactQuery{})
		for _, err := range []error{one, all, dated} {
			if d := cmp.Diff(error(tt.want), err); d != "" {
				t.Errorf("%s (-want +got):\n%s", tt.reason, d)
			} else if err.Error() != tt.says {
				t.Errorf("%s: %s, want %s", tt.reason, err, tt.says)
			}
		}
	}
	none := readAll(t, fstest.MapFS{"inn.md": inn})
	if _, err := none.FindFacts(corpus.FactQuery{Passages: []string{"#bar.1"}}); find[*corpus.UnknownPassageError](err) == nil {
		t.Errorf("an unknown passage, which there may be without facts: %v", err)
	}
}

// find returns the error of type E in err's tree, nil if there is none.
func find[E error](err error) error {
	if e, ok := errors.AsType[E](err); ok {
		return e
	}
	return nil
}

func TestFactNames(t *testing.T) {
	c := town(t)
	if d := cmp.Diff([]string{"exports", "opened", "silted up", "task", "tension"}, c.Properties()); d != "" {
		t.Errorf("properties (-want +got):\n%s", d)
	}
	if d := cmp.Diff([]string{"Town council"}, c.Attributed()); d != "" {
		t.Errorf("attributed (-want +got):\n%s", d)
	}
}

// TestFindFactsCost asks for thousands of names, and for very long ones.
func TestFindFactsCost(t *testing.T) {
	c := town(t)
	repeat := func(n int, values ...string) []string {
		var out []string
		for len(out) < n {
			out = append(out, values...)
		}
		return out
	}
	for _, tt := range []struct {
		reason string
		q      func(n int) corpus.FactQuery
	}{
		{"many values that there are", func(n int) corpus.FactQuery {
			n /= 8
			return corpus.FactQuery{
				IDs: repeat(n, "pilots/task", "harbour/silted-up"), Entities: repeat(n, "port", "HARBOUR"), Footnotes: repeat(n, "harbour^1", "[harbour^2]"),
				Passages: repeat(n, "harbour#top.1", "harbour#top.2"), Kinds: repeat(n, "event", "Role"), Properties: repeat(n, "task", "OPENED"),
				Statuses: repeat(n, "stated", "reported"), By: repeat(n, "council", "Town council"),
			}
		}},
		{"a long entity", func(n int) corpus.FactQuery { return corpus.FactQuery{Entities: []string{strings.Repeat("port", n)}} }},
		{"a long kind", func(n int) corpus.FactQuery { return corpus.FactQuery{Kinds: []string{strings.Repeat("event", n)}} }},
		{"a long name", func(n int) corpus.FactQuery { return corpus.FactQuery{By: []string{strings.Repeat("é", n)}} }},
		{"a long ID", func(n int) corpus.FactQuery {
			return corpus.FactQuery{IDs: []string{"harbour/" + strings.Repeat("x/", n)}}
		}},
		{"a long passage", func(n int) corpus.FactQuery {
			return corpus.FactQuery{Passages: []string{"harbour#" + strings.Repeat("x.1", n)}}
		}},
		{"a long footnote", func(n int) corpus.FactQuery {
			return corpus.FactQuery{Footnotes: []string{strings.Repeat("[^", n)}}
		}},
	} {
		costtest.Linear(t, tt.reason, 1<<12, func(n int) func() {
			q := tt.q(n)
			return func() { _, _ = c.FindFacts(q) }
		})
	}
}
