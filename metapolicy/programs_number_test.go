package metapolicy_test

import (
	"slices"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestCommits: the two parts make the whole, each by Meta's account.
func TestCommits(t *testing.T) {
	amount := func(g metapolicy.Figure) float64 {
		s := g.Quantity()
		n, ok := s.Value.Amount()
		if !ok || s.Value.Unit() != "commits" || s.Date() != fact.MustParseDate("2024") {
			t.Errorf("%s is %v in %v", g, s.Value, s.Date())
		}
		if !s.Status().Has(fact.StatusClaimedByMeta) || !slices.Equal(s.AttributedTo(), []string{"Meta"}) {
			t.Errorf("%s rests on %v of %v", g, s.Status(), s.AttributedTo())
		}
		return n
	}
	all, community, own := amount(metapolicy.Commits), amount(metapolicy.CommunityCommits), amount(metapolicy.EmployeeCommits)
	if all != 189719 || community != 71018 || own != 118701 || community+own != all {
		t.Errorf("%v and %v commits make %v", community, own, all)
	}
}

// TestFigures: a figure is a quantity or a share, and says of what.
func TestFigures(t *testing.T) {
	for g := range metapolicy.Figures() {
		quantity, share := g.Quantity(), g.Share()
		if quantity.Value.IsZero() == share.Value.IsZero() || g.Of() == "" {
			t.Errorf("%s is %v and %v of %q", g, quantity.Value, share.Value, g.Of())
		}
	}
	if s := metapolicy.OCPShare.Share().Value; s.Fraction() != fact.About(0.25, fact.Unit1) || s.Of() == "" {
		t.Errorf("the share is %v", s)
	}
	if q := metapolicy.NewRepositories.Quantity().Value; q != fact.Exactly(256, "repositories") {
		t.Errorf("there are %v", q)
	}
}

// TestAmounts: what AI costs Meta, in which year, and by whose account.
func TestAmounts(t *testing.T) {
	for _, tt := range []struct {
		amount metapolicy.Amount
		money  string
		date   string
		by     []string
		status fact.Status
	}{
		{metapolicy.Capex2024, "about $45 billion", "2024", []string{"Meta"}, fact.StatusClaimedByMeta},
		{metapolicy.TrainingRun, "$1 billion to $3 billion", "", nil, fact.StatusStated},
		{metapolicy.Llama3TrainingRun, "about $1 billion", "", []string{"analysts"}, fact.StatusEstimated},
		{metapolicy.Llama4TrainingRun, "about $3 billion", "", []string{"analysts"}, fact.StatusEstimated},
	} {
		s := tt.amount.Money()
		if s.Value.Currency() != "USD" || s.Value.String() != tt.money || s.Date().String() != tt.date {
			t.Errorf("%s is %v in %v", tt.amount, s.Value, s.Date())
		}
		if !slices.Equal(s.AttributedTo(), tt.by) || !s.Status().Has(tt.status) || tt.amount.For() == "" {
			t.Errorf("%s rests on %v of %v, for %q", tt.amount, s.Status(), s.AttributedTo(), tt.amount.For())
		}
	}
}

// TestCostRange: each estimate lies in the range that the article gives as a fact.
func TestCostRange(t *testing.T) {
	whole := metapolicy.TrainingRun.Money().Value.Quantity()
	low, _ := whole.Min()
	high, _ := whole.Max()
	if low != 1e9 || high != 3e9 || whole.IsApproximate() {
		t.Errorf("a run costs %v", whole)
	}
	if _, ok := whole.Amount(); ok {
		t.Error("a range is one number")
	}
	for _, a := range []metapolicy.Amount{metapolicy.Llama3TrainingRun, metapolicy.Llama4TrainingRun} {
		q := a.Money().Value.Quantity()
		if n, ok := q.Amount(); !ok || !whole.Admits(n) || !q.IsApproximate() {
			t.Errorf("%s is %v, the range %v", a, q, whole)
		}
	}
}

// TestYear2024: what happened in 2024, and what went on then.
func TestYear2024(t *testing.T) {
	year := fact.MustParseDate("2024")
	var within, around []string
	for f := range metapolicy.Timeline() {
		switch {
		case year.Contains(f.Date()):
			within = append(within, f.ID())
		case year.Overlaps(f.Date()):
			around = append(around, f.ID())
		}
	}
	for _, want := range []fact.Fact{
		metapolicy.Llama3.Released().Fact,
		metapolicy.Llama405B.Released().Fact,
		metapolicy.PathForward.Published().Fact,
		metapolicy.NTIAInquiry.Year().Fact,
		metapolicy.Capex2024.Money().Fact,
		metapolicy.Commits.Quantity().Fact,
	} {
		if !slices.Contains(within, want.ID()) {
			t.Errorf("%s is not in 2024", want.ID())
		}
	}
	equal(t, "around 2024", []string{"open-source-strategy/primary-vehicle", "llama/released"}, around)
	for _, id := range []string{metapolicy.Llama2.Released().ID(), metapolicy.Llama4.Released().ID()} {
		if slices.Contains(within, id) {
			t.Errorf("%s is in 2024", id)
		}
	}
}

// TestTimeline: the facts of the timeline are in the order of their dates.
func TestTimeline(t *testing.T) {
	var last fact.Date
	n := 0
	for f := range metapolicy.Timeline() {
		if f.Date().IsZero() || n > 0 && fact.CompareDates(last, f.Date()) > 0 {
			t.Errorf("%s, of %v, stands after %v", f.ID(), f.Date(), last)
		}
		last = f.Date()
		n++
	}
	if n < 20 {
		t.Errorf("%d facts have a date", n)
	}
}

// TestEvents: what happened, with a date where the article has one.
func TestEvents(t *testing.T) {
	got := map[metapolicy.Entity]string{}
	for e := range metapolicy.Events() {
		got[e.Value.Of] = e.Value.Date.String()
	}
	equal(t, "events", map[metapolicy.Entity]string{
		metapolicy.Entity(metapolicy.Llama1): "",
		metapolicy.Entity(metapolicy.Llama4): "",
		metapolicy.HybridPivot:               "2026",
	}, got)
}

// contradicted reports whether a critic says something else on what a fact states,
// or others dispute it.
func contradicted(f fact.Fact) bool {
	if f.Status().Has(fact.StatusContested) {
		return true
	}
	for x := range f.Tensions() {
		for side := range x.Sides() {
			for other := range side.Facts() {
				if other.Status().Has(fact.StatusSaidByCritics) {
					return true
				}
			}
		}
	}
	return false
}

// TestClaims: what rests on the word of Meta alone, without a critic against it.
func TestClaims(t *testing.T) {
	var alone, against []string
	for f := range metapolicy.Facts().All() {
		if !f.Status().Has(fact.StatusClaimedByMeta) {
			continue
		}
		if f.Status().Has(fact.StatusSaidByCritics) || len(f.AttributedTo()) == 0 {
			t.Errorf("%s rests on %v of %v", f.ID(), f.Status(), f.AttributedTo())
		}
		if contradicted(f) {
			against = append(against, f.ID())
		} else {
			alone = append(alone, f.ID())
		}
	}
	for _, id := range []string{metapolicy.Commits.Quantity().ID(), metapolicy.OCPShare.Share().ID(), metapolicy.Capex2024.Money().ID()} {
		if !slices.Contains(alone, id) {
			t.Errorf("%s is not Meta's claim alone", id)
		}
	}
	for _, id := range []string{"frontier-ai-framework/commitment/explicit-thresholds", "ahmad-al-dahle/denial/skewed-evaluations"} {
		if !slices.Contains(against, id) {
			t.Errorf("critics say nothing against %s", id)
		}
	}
}
