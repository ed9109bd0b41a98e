package metapolicy_test

import (
	"slices"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestTensions: a tension has two sides or more, each with facts, and every fact of
// a side knows it.
func TestTensions(t *testing.T) {
	for x := range metapolicy.Tensions() {
		var all []fact.Fact
		sides := 0
		for side := range x.Sides() {
			sides++
			if side.Statement() == "" {
				t.Errorf("%s: side %d has no statement", x.ID(), sides)
			}
			before := len(all)
			for f := range side.Facts() {
				if slices.Contains(all, f) {
					t.Errorf("%s: %s stands on two sides", x.ID(), f.ID())
				}
				all = append(all, f)
			}
			if len(all) == before {
				t.Errorf("%s: %q has no facts", x.ID(), side.Statement())
			}
		}
		if sides < 2 {
			t.Errorf("%s has %d sides", x.ID(), sides)
		}
		for _, f := range all {
			if _, ok := f.Conflict(); !ok || !slices.Contains(idsOf(f.Tensions()), x.ID()) {
				t.Errorf("%s does not know %s", f.ID(), x.ID())
			}
		}
	}
}

// TestNoTension: a fact that is on no side has no conflict.
func TestNoTension(t *testing.T) {
	sided := map[string]bool{}
	for x := range metapolicy.Tensions() {
		for side := range x.Sides() {
			for f := range side.Facts() {
				sided[f.ID()] = true
			}
		}
	}
	for f := range metapolicy.Facts().All() {
		if _, ok := f.Conflict(); ok != sided[f.ID()] {
			t.Errorf("%s has a conflict: %t", f.ID(), ok)
		}
	}
}

// sidesOf returns the facts of each side of the tension of an ID, asked for from one
// of its facts.
func sidesOf(t *testing.T, f fact.Fact, tension string) [][]string {
	t.Helper()
	for x := range f.Tensions() {
		if x.ID() != tension {
			continue
		}
		var out [][]string
		for side := range x.Sides() {
			out = append(out, idsOf(side.Facts()))
		}
		return out
	}
	t.Errorf("%q does not know %s", f.ID(), tension)
	return nil
}

// first returns the fact of a typed sequence whose ID it is given.
func first[T any](t *testing.T, seq func(func(fact.Stated[T]) bool), id string) fact.Fact {
	t.Helper()
	for s := range seq {
		if s.ID() == id {
			return s.Fact
		}
	}
	t.Errorf("no typed value is stated by %s", id)
	return fact.Fact{}
}

// TestNamedTensions: a caller of a typed method learns of the other answers.
func TestNamedTensions(t *testing.T) {
	for _, tt := range []struct {
		reason  string
		from    fact.Fact
		tension string
		sides   [][]string // some of the facts of each side
	}{
		{
			"two or three companies are the targets", metapolicy.CommunityLicense.Targets().Fact,
			"llama-community-license/tension/targets",
			[][]string{{"llama-community-license/targets/apple-bytedance"}, {"llama-community-license/targets/apple-google-bytedance"}},
		},
		{
			"a plain range, and two estimates", metapolicy.TrainingRun.Money().Fact,
			"llama/tension/training-run-cost",
			[][]string{{string(metapolicy.TrainingRun)}, {string(metapolicy.Llama3TrainingRun), string(metapolicy.Llama4TrainingRun)}},
		},
		{
			"an estimate knows of the range", metapolicy.Llama4TrainingRun.Money().Fact,
			"llama/tension/training-run-cost",
			[][]string{{string(metapolicy.TrainingRun)}, {string(metapolicy.Llama3TrainingRun)}},
		},
		{
			"explicit thresholds, or none", first(t, metapolicy.FrontierAIFramework.Commitments(), "frontier-ai-framework/commitment/explicit-thresholds"),
			"frontier-ai-framework/tension/thresholds",
			[][]string{{"frontier-ai-framework/commitment/explicit-thresholds"}, {"frontier-ai-framework/gap/quantitative-thresholds"}},
		},
		{
			"a co-author, or the maker", metapolicy.LinuxFoundationStudy.ConductedBy().Fact,
			"linux-foundation-study/tension/maker",
			[][]string{{"linux-foundation-study/author/linux-foundation"}, {"linux-foundation-study/commissioned-by"}},
		},
		{
			"Llama 2 or 3.1 405B was the first", first(t, metapolicy.Llama2.Firsts(), "llama-2/first/deliberate-open-release"),
			"llama/tension/first",
			[][]string{{"llama-2/first/free-commercial-use"}, {"llama-3-1-405b/first"}},
		},
		{
			"techniques, weights, or models after Llama 2", first(t, metapolicy.DeepSeek.Relations(), "deepseek/built-on/llama"),
			"deepseek/tension/use-of-llama",
			[][]string{{"deepseek/built-on/llama-techniques"}, {"deepseek/built-on/llama"}, {"llama/enabled/deepseek"}},
		},
	} {
		got := sidesOf(t, tt.from, tt.tension)
		if len(got) != len(tt.sides) {
			t.Errorf("%s: %d sides, want %d", tt.reason, len(got), len(tt.sides))
			continue
		}
		for i, want := range tt.sides {
			for _, id := range want {
				if !slices.Contains(got[i], id) {
					t.Errorf("%s: side %d has %q, not %s", tt.reason, i+1, got[i], id)
				}
			}
		}
	}
}

// TestTensionTyped: the sides of a tension lead back to typed values, by their IDs.
func TestTensionTyped(t *testing.T) {
	conflict, ok := metapolicy.TrainingRun.Money().Conflict()
	if !ok {
		t.Fatal("the cost of a run has no conflict")
	}
	var costs [][]string
	for side := range conflict.Sides() {
		var of []string
		for f := range side.Facts() {
			if m := metapolicy.Amount(f.ID()).Money(); !m.Value.IsZero() {
				of = append(of, m.Value.String())
			}
		}
		costs = append(costs, of)
	}
	equal(t, "costs", [][]string{{"$1 billion to $3 billion"}, {"about $1 billion", "about $3 billion"}}, costs)
}
