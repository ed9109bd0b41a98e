package eval_test

import (
	"context"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
)

func newChecker(t *testing.T) *grounding.Checker {
	t.Helper()
	checker, err := grounding.New(harbourCorpus(t), grounding.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return checker
}

// TestCheckMutants counts mutants of which one of each label is made to be wrong.
func TestCheckMutants(t *testing.T) {
	const true_ = "Norlin Shipping bought Vest Line in July 1998."
	mutants := []eval.Mutant{
		{ID: "right", Kind: eval.MutantStatement, Good: true, Answer: true_ + "[^1]"},
		{ID: "alarm", Kind: eval.MutantStatement, Good: true, Answer: true_ + "[^9]"},
		{ID: "found", Kind: eval.MutantInventedFootnote, Answer: true_ + "[^8]"},
		{ID: "accepted", Kind: eval.MutantInventedFootnote, Answer: true_ + "[^1]"},
		{ID: "uncited", Kind: eval.MutantInventedFootnote, Answer: true_},
	}
	r, err := eval.CheckMutants(t.Context(), newChecker(t), mutants)
	if err != nil {
		t.Fatal(err)
	}
	rate := func(k, n int) eval.Rate {
		lo, hi := eval.Wilson(k, n)
		return eval.Rate{Count: k, Share: float64(k) / float64(n), Low: lo, High: hi}
	}
	bad := eval.MutantResult{
		N: 3, FalseAccepts: rate(1, 3), Undecided: rate(0, 3),
		Verdicts: map[grounding.Verdict]int{grounding.BadCitation: 1, grounding.Supported: 2},
		Examples: []eval.MutantExample{{ID: "accepted", Answer: true_ + "[^1]", Verdict: grounding.Supported}},
	}
	good := eval.MutantResult{
		Good: true, N: 2, FalseAlarms: rate(1, 2), Undecided: rate(0, 2),
		Verdicts: map[grounding.Verdict]int{grounding.BadCitation: 1, grounding.Supported: 1},
		Examples: []eval.MutantExample{{ID: "alarm", Answer: true_ + "[^9]", Verdict: grounding.BadCitation}},
	}
	want := eval.MutantReport{Rules: grounding.RulesVersion, Bad: bad, Good: good}
	bad.Kind, good.Kind = eval.MutantInventedFootnote, eval.MutantStatement
	want.Kinds = []eval.MutantResult{bad, good}
	if diff := cmp.Diff(want, r); diff != "" {
		t.Error(diff)
	}
}

// TestMutantReportStable: the report is the same bytes each time, whoever is first.
func TestMutantReportStable(t *testing.T) {
	checker := newChecker(t)
	mutants := eval.Mutants(checker.Corpus(), eval.MutantOptions{})
	var first []byte
	for range 3 {
		r, err := eval.CheckMutants(t.Context(), checker, mutants)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for _, k := range r.Kinds {
			n += k.N
			if len(k.Examples) > 5 {
				t.Errorf("%s: %d examples", k.Kind, len(k.Examples))
			}
		}
		if n != len(mutants) || r.Bad.N+r.Good.N != n {
			t.Errorf("%d mutants, counted %d and %d + %d", len(mutants), n, r.Bad.N, r.Good.N)
		}
		out, err := json.Marshal(r)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out
		}
		if diff := cmp.Diff(string(first), string(out)); diff != "" {
			t.Error(diff)
		}
	}
	for _, field := range []string{`"false_accepts"`, `"false_alarms"`, `"undecided"`, `"examples"`, `"rules"`} {
		if !strings.Contains(string(first), field) {
			t.Errorf("no %s", field)
		}
	}
}

func TestCheckMutantsErrors(t *testing.T) {
	checker := newChecker(t)
	stopped, cancel := context.WithCancel(t.Context())
	cancel()
	mutants := []eval.Mutant{{ID: "a", Answer: "Norlin Shipping runs 42 ferries."}, {ID: "b", Answer: strings.Repeat("x", grounding.MaxAnswer+1)}}
	if _, err := eval.CheckMutants(stopped, checker, mutants[:1]); !errors.Is(err, context.Canceled) {
		t.Errorf("stopped: %v", err)
	}
	var long *grounding.TooLongError
	if _, err := eval.CheckMutants(t.Context(), checker, mutants); !errors.As(err, &long) || long.ID != "b" {
		t.Errorf("too long: %v", err)
	}
	if _, err := eval.CheckMutants(t.Context(), nil, mutants); err == nil {
		t.Error("no checker, no error")
	}
	if r, err := eval.CheckMutants(t.Context(), checker, nil); err != nil || r.Bad.N != 0 || len(r.Kinds) != 0 {
		t.Errorf("no mutants: %+v, %v", r, err)
	}
}

// TestMutantsOfArticle says with -v what the checker makes of the built-in article's
// mutants.
func TestMutantsOfArticle(t *testing.T) {
	o := eval.MutantOptions{}
	if testing.Short() || raceDetector {
		o.Max = 20
	}
	checker, err := grounding.New(metapolicy.Corpus(), grounding.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := eval.CheckMutants(t.Context(), checker, eval.Mutants(metapolicy.Corpus(), o))
	if err != nil {
		t.Fatal(err)
	}
	if len(r.Kinds) != len(eval.MutantKinds) {
		t.Errorf("%d kinds of %d", len(r.Kinds), len(eval.MutantKinds))
	}
	for _, k := range append(r.Kinds, r.Bad, r.Good) {
		name, wrong := string(k.Kind), k.FalseAccepts
		if k.Good {
			wrong = k.FalseAlarms
		}
		if name == "" {
			name = map[bool]string{false: "all bad", true: "all good"}[k.Good]
		}
		t.Logf("%-18s %4d, wrong %3d (%4.1f%% to %4.1f%%), undecided %3d, %v", name, k.N, wrong.Count, 100*wrong.Low, 100*wrong.High, k.Undecided.Count, k.Verdicts)
		for _, e := range k.Examples {
			t.Logf("    %s %s %s", e.Verdict, e.ID, e.Answer)
		}
	}
}
