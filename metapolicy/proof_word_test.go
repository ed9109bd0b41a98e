package metapolicy_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
)

// quotes returns the quotations of a fact as one text, a line each.
func quotes(f fact.Fact) string {
	var b strings.Builder
	for _, e := range f.Evidence() {
		b.WriteString(e.Quote + "\n")
	}
	return b.String()
}

// ownNames returns the names and aliases of the entities of a fact and of those who
// say it.
func ownNames(f fact.Fact) []string {
	var out []string
	for _, name := range slices.Concat(f.Entities(), f.AttributedTo()) {
		e, _ := entityNamed(name)
		out = append(out, allNames(e)...)
	}
	return out
}

// withoutNames returns a text with those of its words blanked that are one of the
// names: the 1047 of SB 1047 is no number.
func withoutNames(text string, names []string) string {
	names = slices.Clone(names)
	slices.SortFunc(names, func(a, b string) int { return len(b) - len(a) })
	for _, n := range names {
		if strings.ContainsAny(n, digits) {
			text = strings.ReplaceAll(text, n, strings.Repeat("_", len(n)))
		}
	}
	return text
}

// figuresOf are statements with a number or a date that their own evidence doesn't
// have, each with the fact that does.
var figuresOf = map[string]string{
	"llama-community-license/rationale/competitive-logic": "llama-community-license/user-threshold",
	"open-source-strategy/ambition/llama-3-generation":    "llama-3/released",
}

// givenBy reports whether a fact gives a figure as a value, or a date within it.
func (g figure) givenBy(id string) bool {
	f, err := facts().Fact(id)
	return err == nil && slices.ContainsFunc(f.Values(), func(v fact.Value) bool {
		when, _ := v.Date()
		return g.states(v) || g.kind == fact.KindDate && g.date.Contains(when)
	})
}

// shownIn reports whether a text has a figure, perhaps as an end of a range or as
// the number of a version.
func (g figure) shownIn(quotes, text string) bool {
	return strings.Contains(quotes, "v"+text) || slices.ContainsFunc(figuresIn(quotes), func(e figure) bool {
		return e.kind == g.kind && e.date == g.date && (e.min == g.min || e.max == g.min) && (e.min == g.max || e.max == g.max)
	})
}

// TestStatementFigures: every number and date in a statement is a value of the fact,
// or stands in its evidence.
func TestStatementFigures(t *testing.T) {
	needed := map[string]bool{}
	for f := range facts().All() {
		for _, g := range figuresIn(withoutNames(f.Statement(), ownNames(f))) {
			text := g.Of(f.Statement())
			switch {
			case slices.ContainsFunc(f.Values(), g.states), g.shownIn(quotes(f), text):
			case g.givenBy(figuresOf[f.ID()]):
				needed[f.ID()] = true
			default:
				t.Errorf("%s: nothing has the %q of %q", f.ID(), text, f.Statement())
			}
		}
	}
	for id := range figuresOf {
		if !needed[id] {
			t.Errorf("%s needs no exception", id)
		}
	}
}

// counts are number words, each with how many it says and other words for it.
var counts = map[string]struct {
	n     int
	words []string
}{
	"two":   {2, []string{"two", "both"}},
	"three": {3, []string{"three"}},
	"twice": {2, []string{"twice"}},
}

// TestStatementCounts: a number word of a statement stands in its evidence; that of
// a tension counts its sides, or the facts of one.
func TestStatementCounts(t *testing.T) {
	for f := range facts().All() {
		for _, w := range numberWordForm.FindAllString(f.Statement(), -1) {
			c := counts[strings.ToLower(w)]
			if !hasAny(quotes(f), append(c.words, w)) && !slices.Contains(sideCounts(f), c.n) {
				t.Errorf("%s: nothing counts the %q of %q", f.ID(), w, f.Statement())
			}
		}
	}
}

// sideCounts returns how many sides a tension has and how many facts each of them.
func sideCounts(f fact.Fact) []int {
	var out []int
	for x := range facts().Tensions() {
		if x.Fact == f {
			out = append(out, 0)
			for side := range x.Sides() {
				out[0]++
				out = append(out, len(idsOf(side.Facts())))
			}
		}
	}
	return out
}

// openers are words that begin a statement, of those that the article doesn't write
// in lower case.
var openers = []string{"According", "Reports", "Said", "Thanks", "Version"}

// TestStatementNames: every name in a statement is that of an entity of the fact, or
// of one who says it, or stands in the evidence or in a heading above it.
func TestStatementNames(t *testing.T) {
	u := wordUsage()
	for f := range facts().All() {
		text := f.Statement()
		own := spaced(strings.Join(slices.Concat(ownNames(f), f.Section(), []string{quotes(f)}), "\n"))
		for _, span := range u.namesIn(text, wordsIn(text, map[int]bool{0: true}), figuresIn(text)) {
			name := strings.TrimSpace(spaced(span.Of(text)))
			if !strings.Contains(own, " "+name+" ") && !strings.Contains(own, " "+name+"s ") && !hasTitle(f, name) {
				t.Errorf("%s: nothing names the %q of %q", f.ID(), name, text)
			}
		}
		first := wordForm.FindString(text)
		if !u.lower[strings.ToLower(first)] && !slices.Contains(openers, first) && !strings.Contains(own, " "+first) {
			t.Errorf("%s: nothing names the %q of %q", f.ID(), first, text)
		}
	}
}

// spaced returns the words of a text with a space on both sides of each.
func spaced(text string) string {
	return " " + strings.Join(wordForm.FindAllString(text, -1), " ") + " "
}

var negationForm = regexp.MustCompile(`(?i)\b(?:not|no|never|nor|neither|without|none|nothing|nobody|cannot|hardly)\b|n't\b`)

// negations are the words of the article that say no.
var negations = []string{
	"not", "no", "never", "nor", "neither", "without", "none", "nothing", "cannot",
	"absence", "failing", "lack", "non", "silence", "unchanged", "unresolved",
}

// negated are statements with a negation for what their evidence says in other words.
var negated = map[string]string{
	"open-source-strategy/rationale/not-philanthropy":         "other than philanthropy",
	"llama-1/unsanctioned-deployment":                         "before Meta had formally sanctioned",
	"biosecurity-studies/finding/other-dual-use-applications": "or other",
}

// TestNegations: a statement denies only what its evidence does.
func TestNegations(t *testing.T) {
	needed := map[string]bool{}
	for f := range facts().All() {
		if !negationForm.MatchString(f.Statement()) || hasAny(quotes(f), negations) {
			continue
		}
		needed[f.ID()] = true
		if by := negated[f.ID()]; by == "" || !strings.Contains(quotes(f), by) {
			t.Errorf("%s: nothing is denied by the evidence of %q: %q", f.ID(), f.Statement(), quotes(f))
		}
	}
	for id := range negated {
		if !needed[id] {
			t.Errorf("%s needs no exception", id)
		}
	}
}
