package metapolicy_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// evidenceFigures returns the numbers and dates in the quotations of a fact.
func evidenceFigures(f fact.Fact) []figure {
	var out []figure
	for _, e := range f.Evidence() {
		out = append(out, figuresIn(e.Quote)...)
	}
	return out
}

// hasDate reports whether one of the figures is the date, an interval with such an
// end, or a date within it.
func hasDate(figures []figure, d fact.Date, within bool) bool {
	return slices.ContainsFunc(figures, func(g figure) bool {
		return g.kind == fact.KindDate && (g.date == d || g.date.Start() == d || g.date.End() == d || within && d.Contains(g.date))
	})
}

// ends returns a date, or the start and the end of an interval.
func ends(d fact.Date) []fact.Date {
	return slices.Compact([]fact.Date{d.Start(), d.End()})
}

// TestDates: every date of a fact stands in its evidence; an interval has both ends
// there, or a word that leaves one open.
func TestDates(t *testing.T) {
	for f := range facts().All() {
		figures := evidenceFigures(f)
		for _, v := range f.Values() {
			d, _ := v.Date()
			for _, end := range ends(d) {
				switch {
				case d.IsZero():
				case end.IsZero() && d.OpenEnd():
					if !quotesHave(f, "since", "to the present") {
						t.Errorf("%s: no evidence leaves the end of %v open", f.ID(), d)
					}
				case !hasDate(figures, end, false):
					t.Errorf("%s: no evidence has %v", f.ID(), end)
				}
			}
		}
	}
}

// quotesHave reports whether a quotation of the fact has one of the words.
func quotesHave(f fact.Fact, words ...string) bool {
	return slices.ContainsFunc(f.Evidence(), func(e cite.Citation) bool { return hasAny(e.Quote, words) })
}

// TestNumbers: every number of a fact stands in its evidence, as exactly or as
// loosely.
func TestNumbers(t *testing.T) {
	for f := range facts().All() {
		for _, v := range f.Values() {
			q := quantityOf(v)
			if q.IsZero() {
				continue
			}
			var stated []figure
			for _, g := range evidenceFigures(f) {
				if g.states(v) {
					stated = append(stated, g)
				}
			}
			if len(stated) == 0 {
				t.Errorf("%s: no evidence has %v", f.ID(), v)
				continue
			}
			about := func(g figure) bool { return g.about }
			over := func(g figure) bool { return g.over }
			if q.IsApproximate() != slices.ContainsFunc(stated, about) {
				t.Errorf("%s: %v is approximate: %t, but not so in the evidence", f.ID(), v, q.IsApproximate())
			}
			if q.IsExclusive() && !slices.ContainsFunc(stated, over) {
				t.Errorf("%s: no evidence has %v as an exclusive bound", f.ID(), v)
			}
			if !q.IsExclusive() && !slices.ContainsFunc(stated, func(g figure) bool { return !g.over }) {
				t.Errorf("%s: the evidence has %v as an exclusive bound", f.ID(), v)
			}
		}
	}
}

// unitForms are the units that the text writes in other words.
var unitForms = map[string]string{"monthly active users": "MAU", "years": "decade"}

// TestUnits: the words of a unit, and of what a share is a share of, stand in the
// evidence.
func TestUnits(t *testing.T) {
	for f := range facts().All() {
		for _, v := range f.Values() {
			names := []string{}
			if q, ok := v.Quantity(); ok && q.Unit() != fact.Unit1 {
				names = append(names, q.Unit())
			}
			if s, ok := v.Share(); ok && s.Of() != "" {
				names = append(names, s.Of())
			}
			for _, name := range names {
				if form := unitForms[name]; form != "" {
					name = form
				}
				for _, w := range strings.Fields(name) {
					if !quotesHave(f, strings.TrimSuffix(w, "'s")+"*") {
						t.Errorf("%s: no evidence has %q of %q", f.ID(), w, name)
					}
				}
			}
		}
	}
}

// TestAsOf: the time that a fact holds for is that of the article, or stands in the
// paragraph of its evidence, or is a date of something that the fact is about.
func TestAsOf(t *testing.T) {
	now, _, _ := strings.Cut(metapolicy.Article().RevisionDate(), "-")
	for f := range facts().All() {
		var near []figure
		for _, e := range f.Evidence() {
			near = append(near, figuresIn(passageOf(t, e).Block().Text())...)
		}
		for _, end := range ends(f.AsOf()) {
			open := end.IsZero() && f.AsOf().OpenEnd()
			if !open && end.String() != now && !hasDate(near, end, true) && !dates(f, end) {
				t.Errorf("%s: as of %v, but nothing in its paragraphs has such a date", f.ID(), f.AsOf())
			}
		}
	}
}

// dates reports whether a fact whose subject is an entity of f dates it within d.
func dates(f fact.Fact, d fact.Date) bool {
	for _, name := range f.Entities() {
		for g := range facts().About(name) {
			if g.Subject() == name && slices.ContainsFunc(g.Values(), func(v fact.Value) bool {
				when, _ := v.Date()
				return d.Contains(when)
			}) {
				return true
			}
		}
	}
	return false
}

// TestSums: the figures agree with each other wherever the article lets them be
// compared.
func TestSums(t *testing.T) {
	q := func(id string) (low, high float64) {
		t.Helper()
		f, err := facts().Fact(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, v := range f.Values() {
			if q := quantityOf(v); !q.IsZero() {
				low, _ := q.Min()
				high, _ := q.Max()
				return low, high
			}
		}
		t.Fatalf("%s has no number", id)
		return 0, 0
	}
	one := func(id string) float64 { t.Helper(); low, _ := q(id); return low }

	if sum := one("meta/commits-by-community-contributors") + one("meta/commits-by-employees"); sum != one("meta/commits") {
		t.Errorf("the commits of community and employees are %v, all are %v", sum, one("meta/commits"))
	}
	for _, parts := range [][2]string{
		{"meta/new-repositories", "meta/active-public-projects"},
		{"meta/new-github-stars", "meta/total-github-stars"},
	} {
		if one(parts[0]) > one(parts[1]) {
			t.Errorf("%s is more than %s", parts[0], parts[1])
		}
	}
	low, high := q("llama/training-run-cost")
	if low != one("llama-3/training-run-cost") || high != one("llama-4/training-run-cost") {
		t.Errorf("the range of a training run, %v to %v, is not that of Llama 3 and Llama 4", low, high)
	}
	threshold := one("llama-community-license/user-threshold")
	for f := range facts().All() {
		for _, v := range f.Values() {
			if q, ok := v.Quantity(); ok && q.Unit() == "monthly active users" && one(f.ID()) != threshold {
				t.Errorf("%s has the threshold %v, not %v", f.ID(), q, threshold)
			}
		}
	}
}
