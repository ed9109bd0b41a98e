package metapolicy_test

import (
	"iter"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// The tests of the files programs_*_test.go are small programs against the typed
// values, each a question that somebody may ask the package.

// valuesOf returns the values of a sequence without what states them.
func valuesOf[T any](seq iter.Seq[fact.Stated[T]]) []T {
	var out []T
	for s := range seq {
		out = append(out, s.Value)
	}
	return out
}

// idsOf returns the IDs of the facts of a sequence.
func idsOf[F interface{ ID() string }](seq iter.Seq[F]) []string {
	var out []string
	for f := range seq {
		out = append(out, f.ID())
	}
	return out
}

// equal compares what a program was told with what the article says.
func equal[T any](t *testing.T, what string, want, got T) {
	t.Helper()
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

// TestThreshold: who may not use Llama for free, and above how many users.
func TestThreshold(t *testing.T) {
	threshold := metapolicy.CommunityLicense.UserThreshold()
	if threshold.Value != fact.MoreThan(700e6, "monthly active users") {
		t.Errorf("the threshold is %v", threshold.Value)
	}
	if threshold.Value.Admits(700e6) || !threshold.Value.Admits(700e6+1) {
		t.Error("the threshold itself is not above the threshold")
	}
	if !slices.Contains(threshold.Evidence()[0].Labels(), "4") {
		t.Errorf("the threshold stands under %v", threshold.Evidence()[0].Labels())
	}
	for l := range metapolicy.Licenses() {
		if s := l.UserThreshold(); l != metapolicy.CommunityLicense && !s.IsZero() {
			t.Errorf("%v has a threshold of %v users", l, s.Value)
		}
	}
}

// TestTargets: the article names the targets of the threshold in two ways, and
// whoever takes one of them can learn of the other.
func TestTargets(t *testing.T) {
	targets := metapolicy.CommunityLicense.Targets()
	equal(t, "targets", []metapolicy.Organization{metapolicy.Apple, metapolicy.ByteDance}, targets.Value)
	conflict, ok := targets.Conflict()
	if !ok {
		t.Fatal("the targets have no conflict")
	}
	var sides [][]metapolicy.Organization
	for side := range conflict.Sides() {
		for f := range side.Facts() {
			var data struct {
				Organizations []metapolicy.Organization
				Text          string
			}
			if f.Property() != targets.Property() {
				continue
			}
			if err := f.Decode(&data); err != nil {
				t.Fatal(err)
			}
			sides = append(sides, data.Organizations)
		}
	}
	equal(t, "sides", [][]metapolicy.Organization{
		{metapolicy.Apple, metapolicy.ByteDance},
		{metapolicy.Apple, metapolicy.Google, metapolicy.ByteDance},
	}, sides)

	var excluded []metapolicy.Entity
	for r := range metapolicy.CommunityLicense.Relations() {
		if r.Value.Kind == metapolicy.RelationExcludes {
			excluded = append(excluded, r.Value.To)
		}
	}
	equal(t, "excluded", []metapolicy.Entity{"apple", "bytedance"}, excluded)
}

// TestReleases: which model was released when, and how exactly the article says so.
func TestReleases(t *testing.T) {
	type release struct {
		Date      string
		Precision fact.Precision
	}
	want := map[metapolicy.Model]release{
		metapolicy.Llama:     {"2023/..", fact.PrecisionNone}, // an interval, of a series
		metapolicy.Llama1:    {"2023-02", fact.PrecisionMonth},
		metapolicy.Llama2:    {"2023-07", fact.PrecisionMonth},
		metapolicy.Llama3:    {"2024-04", fact.PrecisionMonth},
		metapolicy.Llama405B: {"2024-07", fact.PrecisionMonth},
		metapolicy.Llama4:    {"2025", fact.PrecisionYear},
		metapolicy.Llama5:    {},
		metapolicy.Behemoth:  {},
		metapolicy.Avocado:   {},
	}
	got := map[metapolicy.Model]release{}
	for m := range metapolicy.Models() {
		r := m.Released()
		got[m] = release{r.Value.String(), r.Value.Precision()}
		if r.IsZero() != r.Value.IsZero() {
			t.Errorf("%v: the date is %v, stated: %t", m, r.Value, !r.IsZero())
		}
	}
	equal(t, "releases", want, got)
	if d := metapolicy.Llama.Released().Value; !d.OpenEnd() || !d.Contains(metapolicy.Llama2.Released().Value) {
		t.Errorf("the series is released %v", d)
	}
	if !metapolicy.Llama3.Released().Value.Before(metapolicy.Llama405B.Released().Value) {
		t.Error("Llama 3 was not before Llama 3.1 405B")
	}
}

// TestStates: what became of each model.
func TestStates(t *testing.T) {
	want := map[metapolicy.Model][]metapolicy.State{
		metapolicy.Llama:     {metapolicy.StateOpen},
		metapolicy.Llama1:    {metapolicy.StateResearchOnly, metapolicy.StateLeaked},
		metapolicy.Llama2:    {metapolicy.StateOpen},
		metapolicy.Llama3:    nil,
		metapolicy.Llama405B: {metapolicy.StateFrontierClaimed, metapolicy.StateOpen},
		metapolicy.Llama4:    {metapolicy.StateSetBack, metapolicy.StateCriticized},
		metapolicy.Llama5:    {metapolicy.StateEvolving, metapolicy.StatePlanned},
		metapolicy.Behemoth:  {metapolicy.StateDebated},
		metapolicy.Avocado:   {metapolicy.StatePlanned, metapolicy.StateProprietary},
	}
	got := map[metapolicy.Model][]metapolicy.State{}
	for m := range metapolicy.Models() {
		got[m] = valuesOf(m.States())
	}
	equal(t, "states", want, got)
}

// TestSeries: five models belong to Llama, two have a name of their own.
func TestSeries(t *testing.T) {
	var members []metapolicy.Model
	for m := range metapolicy.Models() {
		if m.Series().Value == metapolicy.Llama {
			members = append(members, m)
		}
	}
	equal(t, "members", []metapolicy.Model{
		metapolicy.Llama1, metapolicy.Llama2, metapolicy.Llama3, metapolicy.Llama405B, metapolicy.Llama4, metapolicy.Llama5,
	}, members)
	equal(t, "codename", "Behemoth", metapolicy.Behemoth.Codename().Value)
}

// TestLicense: which license Llama 2 has, what it says, and back to the models.
func TestLicense(t *testing.T) {
	license := metapolicy.Llama2.License()
	if license.Value != metapolicy.CommunityLicense {
		t.Fatalf("Llama 2 is under %v", license.Value)
	}
	kinds := map[metapolicy.ClauseKind]int{}
	for c := range license.Value.Clauses() {
		kinds[c.Value.Kind]++
		if c.Value.Text == "" || len(c.Footnotes()) == 0 {
			t.Errorf("%s says %q under %v", c.ID(), c.Value.Text, c.Footnotes())
		}
	}
	equal(t, "clauses", map[metapolicy.ClauseKind]int{
		metapolicy.ClausePermission:  3,
		metapolicy.ClauseRestriction: 1,
		metapolicy.ClauseExclusion:   1,
		metapolicy.ClauseCondition:   1,
	}, kinds)
	equal(t, "prohibited", 4, len(idsOf(metapolicy.AcceptableUsePolicy.ProhibitedUses())))
	equal(t, "rationales", 3, len(idsOf(license.Value.Rationales())))

	models := map[metapolicy.License][]metapolicy.Model{}
	for l := range metapolicy.Licenses() {
		if m := valuesOf(l.Models()); m != nil {
			models[l] = m
		}
		for m := range l.Models() {
			if m.Value.License().Value != l || m.Fact != m.Value.License().Fact {
				t.Errorf("%v is a model of %v, but not the other way", m.Value, l)
			}
		}
	}
	equal(t, "models", map[metapolicy.License][]metapolicy.Model{
		metapolicy.CommunityLicense: {metapolicy.Llama2},
		metapolicy.Llama1License:    {metapolicy.Llama1},
	}, models)
}
