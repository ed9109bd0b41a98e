package main

import (
	"encoding/json"
	"fmt"

	"github.com/footnote-go/footnote/index"
)

// A hitOutput is a hit, with what its score consists of if that was asked for.
type hitOutput struct {
	index.Hit
	Explanation *index.Explanation
}

// MarshalJSON writes the hit and, behind its own fields, "explanation".
func (h hitOutput) MarshalJSON() ([]byte, error) {
	data, err := json.Marshal(h.Hit)
	if err != nil || h.Explanation == nil {
		return data, err
	}
	more, err := json.Marshal(h.Explanation)
	if err != nil {
		return nil, err
	}
	return append(append(append(data[:len(data)-1], `,"explanation":`...), more...), '}'), nil
}

// printExplanation prints what a score consists of, a line for each term and for
// each signal of the second stage.
func (a *app) printExplanation(indent styled, e index.Explanation) {
	for _, t := range e.Terms {
		from := ""
		if t.Source != index.FromWord {
			from = fmt.Sprintf(" (%s of %q)", t.Source, t.From)
		}
		if len(t.Fields) == 0 {
			a.out.wrap(indent, a.out.faint(fmt.Sprintf("%s%s: not here", t.Term, from)))
			continue
		}
		line := fmt.Sprintf("%s%s: %.3f =", t.Term, from, t.Score)
		for i, f := range t.Fields {
			if i > 0 {
				line += ","
			}
			line += fmt.Sprintf(" %d× in %s", f.TF, f.Field)
		}
		line += fmt.Sprintf("; in %d passages, counts %.2f", t.DocFreq, t.Count)
		a.out.wrap(indent, a.out.faint(line))
	}
	for _, s := range e.Signals {
		a.out.wrap(indent, a.out.faint(fmt.Sprintf("%s: %.3f = %.2f × %.3f", s.Name, s.Score, s.Weight, s.Value)))
	}
	a.out.wrap(indent, a.out.faint(fmt.Sprintf("score: %.3f", e.Score)))
}
