package entail

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestDecideTogether: what the rules together make of a claim about a corpus of a few sentences,
// with its parts where they differ.
func TestDecideTogether(t *testing.T) {
	a := Analyzer{Names: testNames()}
	var groups []Group
	for i, s := range []string{
		"The Harbour Board bought the Anna for $5 million in 1998.",
		"The Anna carries 300 cars across the bay.",
		"The Mill Library lends 300 books a week to readers of all ages.",
		"The ferry does not sail on Sunday.",
		"Ida Holm reportedly sold the old bakery in June.",
		"Rye bread is cheaper than wheat rolls in every bakery of Northport.",
	} {
		groups = append(groups, Group{Main: a.Analyze(s), Section: i})
	}
	e := NewEvidence(groups)
	for _, tt := range []struct {
		reason, claim string
		want          Verdict
		rule          string
		parts         []Verdict
	}{
		{"word for word", "The Anna carries 300 cars across the bay.", Supported, RuleCovered, nil},
		{"in other words", "The Board purchased the Anna for $5 million.", Supported, RuleCovered, nil},
		{"coarser", "The Board paid about $5 million for the Anna in the 1990s.", Supported, RuleCovered, nil},
		{"another number", "The Anna carries 400 cars across the bay.", Contradicted, string(NumberMismatch), nil},
		{"another year", "The Harbour Board bought the Anna for $5 million in 1999.", Contradicted, string(DateMismatch), nil},
		{"denied", "The ferry sails on Sunday.", Contradicted, string(PolarityMismatch), nil},
		{"another name", "The Mill Library bought the Anna for $5 million in 1998.", Contradicted, string(NameMismatch), nil},
		{"a reserve dropped", "Ida Holm sold the old bakery in June.", Partial, string(HedgeDropped), nil},
		{"sides changed", "Wheat rolls are cheaper than rye bread in every bakery of Northport.", Contradicted, string(RolesSwapped), nil},
		{"nothing of it", "Penguins breed on icy shores of distant continents.", Unsupported, RuleNotCovered, nil},
		{"two sentences, a clause each", "The Anna carries 300 cars across the bay, and the Mill Library lends 300 books a week.", Supported, RuleCoveredMore, nil},
		{"a clause that nothing states", "The Anna carries 300 cars across the bay, and penguins breed on icy distant shores.", Partial, RulePartCovered, []Verdict{Supported, Unsupported}},
	} {
		d := e.Query(a.Analyze(tt.claim), nil).Decide(Corpus, nil)
		var parts []Verdict
		for _, p := range d.Parts {
			parts = append(parts, p.Verdict)
		}
		if d.Verdict != tt.want || d.Rule != tt.rule || !cmp.Equal(parts, tt.parts) {
			t.Errorf("%s: %q is %v by %q, parts %v, instead of %v by %q, parts %v; %s", tt.reason, tt.claim, d.Verdict, d.Rule, parts, tt.want, tt.rule, tt.parts, showFindings(d.Findings))
		}
	}
}

// TestDecideLimited: only the groups that may be looked at decide.
func TestDecideLimited(t *testing.T) {
	var a Analyzer
	e := NewEvidence([]Group{{Main: a.Analyze("The bakery opens at five in the morning.")}, {Main: a.Analyze("The mill stands by the river.")}})
	claim := a.Analyze("The bakery opens at five in the morning.")
	for _, tt := range []struct {
		reason string
		only   func(int) bool
		want   Verdict
	}{
		{"all", nil, Supported},
		{"the one that says it", func(g int) bool { return g == 0 }, Supported},
		{"the other", func(g int) bool { return g == 1 }, Unsupported},
		{"none", func(int) bool { return false }, Unsupported},
	} {
		if d := e.Query(claim, nil).Decide(Corpus, tt.only); d.Verdict != tt.want {
			t.Errorf("%s: %v instead of %v", tt.reason, d.Verdict, tt.want)
		}
	}
}

// TestQuoted: no rule objects to words that stand in the group word for word.
func TestQuoted(t *testing.T) {
	const claim = "She said that the ferry will not sail on Sunday."
	q, _ := hold(claim, "", "The captain told us on Monday.")
	q.Quoted(0, len(claim), func(int) bool { return true })
	if d := q.Decide(Corpus, nil); d.Verdict != Supported {
		t.Errorf("a quotation is %v: %s", d.Verdict, showFindings(d.Findings))
	}
}

// TestAnaphoric: claims that need what was said before them.
func TestAnaphoric(t *testing.T) {
	a := Analyzer{Names: testNames()}
	for _, tt := range []struct {
		claim     string
		anaphoric bool
		refers    bool
	}{
		{"It carries 300 cars.", true, true},
		{"The Anna carries her cars.", false, true},
		{"The company lends books.", true, true},
		{"Every ferry has its berth.", true, true},
		{"The Anna sails.", false, false},
		{"Bread is baked at night, and everybody in the old town knows that it is good.", false, true},
	} {
		s := a.Analyze(tt.claim)
		if s.Anaphoric() != tt.anaphoric || s.Refers() != tt.refers {
			t.Errorf("%q: anaphoric %t, refers %t", tt.claim, s.Anaphoric(), s.Refers())
		}
	}
}

// TestTop: the groups of the highest coverage, of equals the earlier.
func TestTop(t *testing.T) {
	for _, tt := range []struct {
		reason   string
		coverage []float64
		n        int
		want     []int
	}{
		{"best first", []float64{0.1, 0.5, 0.3}, 2, []int{1, 2}},
		{"of equals the earlier", []float64{0.5, 0.5, 0.5}, 2, []int{0, 1}},
		{"none is none", []float64{0, 0.1, 0}, 2, []int{1}},
		{"fewer than asked for", nil, 2, nil},
	} {
		if diff := cmp.Diff(tt.want, top(tt.coverage, tt.n)); diff != "" {
			t.Errorf("%s: (-want +got)\n%s", tt.reason, diff)
		}
	}
}
