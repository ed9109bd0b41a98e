package metapolicy_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/sentence"
)

// maxRun is how many words in a row a statement may share with its evidence: it is
// in words of its own, so that it is no second, unfootnoted copy of the article.
const maxRun = 8

// sharedRun returns a run of more than maxRun words that two texts share, if there
// is one.
func sharedRun(a, b string) string {
	words := plainWords(a)
	other := " " + strings.Join(plainWords(b), " ") + " "
	for i := range len(words) - maxRun {
		run := strings.Join(words[i:i+maxRun+1], " ")
		if strings.Contains(other, " "+run+" ") {
			return run
		}
	}
	return ""
}

// TestStatements: every fact has a statement of its own: one sentence, in other
// words than its evidence.
func TestStatements(t *testing.T) {
	by := map[string]string{}
	for f := range facts().All() {
		s := f.Statement()
		if n := len(sentence.Split(s)); n != 1 || !strings.HasSuffix(s, ".") || strings.TrimSpace(s) != s {
			t.Errorf("%s: the statement is not one sentence but %d: %q", f.ID(), n, s)
		}
		key := strings.Join(plainWords(s), " ")
		if by[key] != "" {
			t.Errorf("%s has the statement of %s: %q", f.ID(), by[key], s)
		}
		by[key] = f.ID()
		for _, e := range f.Evidence() {
			if run := sharedRun(s, e.Quote); run != "" {
				t.Errorf("%s: the statement copies %q", f.ID(), run)
			}
		}
	}
}

// TestApproximate: a fact with an approximate number says so in its status and in
// its statement, and no other has the status.
func TestApproximate(t *testing.T) {
	for f := range facts().All() {
		about := slices.ContainsFunc(f.Values(), func(v fact.Value) bool { return quantityOf(v).IsApproximate() })
		if about != f.Status().Has(fact.StatusApproximate) {
			t.Errorf("%s: a value is approximate: %t, the status is %v", f.ID(), about, f.Status())
		}
		if about && !hasAny(f.Statement(), []string{"about", "approximately", "roughly"}) {
			t.Errorf("%s: nothing in %q is approximate", f.ID(), f.Statement())
		}
	}
}

// hearsay are the statuses of what somebody else says.
const hearsay = fact.StatusReported | fact.StatusClaimedByMeta | fact.StatusSaidByCritics

// unattributed are the facts for which the article doesn't say who says them.
var unattributed = map[string]string{
	"llama-3-1-405b/first":                        `"was described"`,
	"llama-3-1-405b/state/frontier-claimed":       `"was described"`,
	"llama-4/effect/performance-crown":            `"was widely interpreted"`,
	"deepseek/performance-lead":                   `"was widely interpreted"`,
	"alexandr-wang/position/accessible-us-led-ai": `"has been described"`,
	"alexandr-wang/association/hybrid-approach":   `"has been associated"`,
}

// voices are the words by which a statement names a group that speaks, if not by
// its name.
var voices = map[string][]string{
	"analysts": {"estimate*"},
	"critics":  {"critici*", "accus*"},
}

// TestAttribution: what rests on somebody's word names who says it, in the
// statement too; what the article says as plain fact names nobody.
func TestAttribution(t *testing.T) {
	needed := map[string]bool{}
	for f := range facts().All() {
		by := f.AttributedTo()
		switch {
		case isTension(f):
		case f.Status()&hearsay != 0 && len(by) == 0:
			needed[f.ID()] = true
			if unattributed[f.ID()] == "" {
				t.Errorf("%s is %v, but nobody says it", f.ID(), f.Status())
			}
		case f.Status()&^fact.StatusApproximate == fact.StatusStated && len(by) > 0:
			t.Errorf("%s is stated, but by %q", f.ID(), by)
		}
		for _, name := range by {
			e, _ := entityNamed(name)
			words := voices[name]
			for _, n := range allNames(e) {
				words = append(words, strings.TrimSuffix(n, "s")+"*")
			}
			if !hasAny(f.Statement(), words) {
				t.Errorf("%s: %q does not name %s", f.ID(), f.Statement(), name)
			}
		}
	}
	for id := range unattributed {
		if !needed[id] {
			t.Errorf("%s needs no exception", id)
		}
	}
}
