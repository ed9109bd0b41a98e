package eval

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/footnote-go/footnote/grounding"
)

// A Rate is how often something is so, with the interval of [Wilson].
type Rate struct {
	Count int     `json:"count"`
	Share float64 `json:"share"`
	Low   float64 `json:"low"`
	High  float64 `json:"high"`
}

func rateOf(k, n int) Rate {
	r := Rate{Count: k}
	if n > 0 {
		r.Share = float64(k) / float64(n)
	}
	r.Low, r.High = Wilson(k, n)
	return r
}

// A MutantResult is what a checker made of mutants.
type MutantResult struct {
	// Kind is "" where it is about several.
	Kind MutantKind `json:"kind,omitempty"`
	Good bool       `json:"good"`
	N    int        `json:"n"`
	// FalseAccepts are those that the corpus doesn't back, and that the checker calls
	// supported, with a citation that is right. It is zero for good ones.
	FalseAccepts Rate `json:"false_accepts,omitzero"`
	// FalseAlarms are those that the corpus backs, and that the checker calls neither
	// supported nor undecided. It is zero for bad ones.
	FalseAlarms Rate `json:"false_alarms,omitzero"`
	Undecided   Rate `json:"undecided"`
	// Verdicts counts all.
	Verdicts map[grounding.Verdict]int `json:"verdicts"`
	// Examples are the first that were decided wrongly.
	Examples []MutantExample `json:"examples"`
}

// A MutantExample is a mutant that a checker decided wrongly.
type MutantExample struct {
	ID      string            `json:"id"`
	Answer  string            `json:"answer"`
	Verdict grounding.Verdict `json:"verdict"`
}

// A MutantReport says how often a checker is wrong about mutants.
type MutantReport struct {
	// Rules is the version of the checker's rules.
	Rules string `json:"rules"`
	// Bad and Good are the mutants that the corpus doesn't back, and does, of all kinds.
	Bad  MutantResult `json:"bad"`
	Good MutantResult `json:"good"`
	// Kinds are the kinds that there were, in the order of MutantKinds.
	Kinds []MutantResult `json:"kinds"`
}

// maxExamples is how many examples a result has.
const maxExamples = 5

// CheckMutants has a checker check mutants, as many at a time as GOMAXPROCS, and counts
// where it is wrong. The same mutants and the same rules give the same report. An error
// is the checker's, of the first mutant that has one, or the context's.
func CheckMutants(ctx context.Context, checker *grounding.Checker, mutants []Mutant) (MutantReport, error) {
	if checker == nil {
		return MutantReport{}, errors.New("eval: no checker")
	}
	reports, err := checkAll(ctx, checker, mutants)
	if err != nil {
		return MutantReport{}, err
	}
	r := MutantReport{Rules: grounding.RulesVersion, Kinds: []MutantResult{}}
	r.Bad = resultOf(mutants, reports, "", func(m *Mutant) bool { return !m.Good })
	r.Good = resultOf(mutants, reports, "", func(m *Mutant) bool { return m.Good })
	r.Good.Good = true
	for _, k := range MutantKinds {
		if x := resultOf(mutants, reports, k, func(m *Mutant) bool { return m.Kind == k }); x.N > 0 {
			r.Kinds = append(r.Kinds, x)
		}
	}
	return r, nil
}

// A finding is what counts of a report: all claims supported and cited rightly, and the
// worst verdict.
type finding struct {
	accepted bool
	verdict  grounding.Verdict
}

// checkAll returns the findings in the order of the mutants.
func checkAll(parent context.Context, checker *grounding.Checker, mutants []Mutant) ([]finding, error) {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	out := make([]finding, len(mutants))
	errs := make([]error, len(mutants))
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(mutants)) {
		wait.Go(func() {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(mutants) || ctx.Err() != nil {
					return
				}
				r, err := checker.Check(ctx, grounding.Answer{ID: mutants[i].ID, Text: mutants[i].Answer})
				if err != nil {
					errs[i] = err
					cancel()
					return
				}
				out[i].verdict = r.Verdict
				out[i].accepted, _ = r.Grounded()
			}
		})
	}
	wait.Wait()
	for _, err := range errs {
		// What an error of another mutant stopped says no more than that.
		if err != nil && (parent.Err() != nil || !errors.Is(err, context.Canceled)) {
			return nil, err
		}
	}
	return out, parent.Err()
}

// resultOf counts the mutants that are meant.
func resultOf(mutants []Mutant, findings []finding, kind MutantKind, meant func(*Mutant) bool) MutantResult {
	r := MutantResult{Kind: kind, Good: kind.Good(), Verdicts: map[grounding.Verdict]int{}, Examples: []MutantExample{}}
	wrong, undecided := 0, 0
	good := false
	for i := range mutants {
		m, f := &mutants[i], findings[i]
		if !meant(m) {
			continue
		}
		r.N++
		good = m.Good
		r.Verdicts[f.verdict]++
		if f.verdict == grounding.Undecided {
			undecided++
		}
		is := f.accepted
		if m.Good {
			is = f.verdict != grounding.Supported && f.verdict != grounding.Undecided
		}
		if is {
			wrong++
			if len(r.Examples) < maxExamples {
				r.Examples = append(r.Examples, MutantExample{m.ID, m.Answer, f.verdict})
			}
		}
	}
	r.Undecided = rateOf(undecided, r.N)
	switch {
	case r.N == 0:
	case good:
		r.FalseAlarms = rateOf(wrong, r.N)
	default:
		r.FalseAccepts = rateOf(wrong, r.N)
	}
	return r
}
