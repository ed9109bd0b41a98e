package eval

import (
	"encoding/json"
	"fmt"
	"io"
)

// A Baseline is the failures of an earlier report.
type Baseline struct {
	failures map[failureKey]bool
	passed   map[string]bool // by the answers' IDs
}

// A failureKey names a failure so that it is found again.
type failureKey struct{ id, text string }

// ReadBaseline reads a report of answers as JSON.
func ReadBaseline(name string, r io.Reader) (*Baseline, error) {
	var report struct {
		Schema  string `json:"schema"`
		Answers []struct {
			ID       string          `json:"id"`
			Failures []AnswerFailure `json:"failures"`
		} `json:"answers"`
	}
	data, err := io.ReadAll(io.LimitReader(r, maxFile+1))
	switch {
	case err != nil:
		return nil, err
	case len(data) > maxFile:
		return nil, &DataError{name, 0, fmt.Errorf("the file is larger than %d bytes", maxFile)}
	}
	if err := json.Unmarshal(data, &report); err != nil {
		return nil, &DataError{name, 0, fmt.Errorf("no report of answers: %w", err)}
	}
	if report.Schema == "" || report.Answers == nil {
		return nil, &DataError{name, 0, fmt.Errorf("no report of answers: it has no schema or no answers")}
	}
	b := &Baseline{map[failureKey]bool{}, map[string]bool{}}
	for _, a := range report.Answers {
		clean := true
		for i := range a.Failures {
			f := &a.Failures[i]
			if f.Warning {
				continue
			}
			clean = false
			if f.Waived == "" { // what was let pass for a time isn't known for ever
				b.failures[failureKey{a.ID, f.Text}] = true
			}
		}
		b.passed[a.ID] = clean
	}
	return b, nil
}

// has reports whether the baseline has a failure. A nil baseline has none.
func (b *Baseline) has(id string, f *AnswerFailure) bool {
	return b != nil && !f.Warning && b.failures[failureKey{id, f.Text}]
}

// A BaselineComparison holds answers against an earlier report, by failures and, for
// answers that both have, by how many pass.
type BaselineComparison struct {
	New   int `json:"new"`   // failures that the baseline hasn't
	Known int `json:"known"` // failures that both have
	Fixed int `json:"fixed"` // those that only the baseline has, of answers that both have
	// Answers is how many both have, Difference that of the shares that have no
	// failure.
	Answers    int        `json:"answers"`
	Difference Difference `json:"difference"`
}

// compare holds results against the baseline.
func (b *Baseline) compare(results []AnswerResult, seed uint64) *BaselineComparison {
	if b == nil {
		return nil
	}
	c := &BaselineComparison{}
	have := map[failureKey]bool{}
	ids := map[string]bool{}
	var now, before []float64
	for i := range results {
		r := &results[i]
		ids[r.ID] = true
		clean := true
		for j := range r.Failures {
			f := &r.Failures[j]
			if f.Warning {
				continue
			}
			clean = false
			have[failureKey{r.ID, f.Text}] = true
			switch {
			case f.Known:
				c.Known++
			case f.Waived == "":
				c.New++
			}
		}
		if passed, ok := b.passed[r.ID]; ok {
			c.Answers++
			now, before = append(now, share(clean)), append(before, share(passed))
		}
	}
	for k := range b.failures {
		if ids[k.id] && !have[k] {
			c.Fixed++
		}
	}
	if c.Answers > 0 {
		c.Difference, _ = PairedBootstrap(now, before, BootstrapOptions{Seed: seed})
	}
	return c
}

func share(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
