package main

import (
	"fmt"
	"slices"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// printTensions prints tensions, each with its sides, numbered, and its notes.
func (a *app) printTensions(all []fact.Tension) {
	for i, t := range all {
		if i > 0 {
			a.out.blank()
		}
		a.out.wrap("", a.out.strong(oneLine(t.Statement())))
		a.out.wrap("  ", a.aboutFact(t.Fact))
		var notes [][]cite.Footnote
		n := 0
		for s := range t.Sides() {
			n++
			a.out.blank()
			a.out.hang(styled(fmt.Sprintf("%2d. ", n)), "    ", styled(oneLine(s.Statement())))
			notes = append(notes, a.printSide(s))
		}
		if notes := a.ordered(notes); len(notes) > 0 {
			a.out.blank()
			a.printNotes(notes)
		}
	}
}

// printSide prints the facts of a side, each with its best place. Facts that have
// it in common stand above it together, with what each of them states. It returns
// the footnotes.
func (a *app) printSide(s fact.Side) []cite.Footnote {
	var notes [][]cite.Footnote
	for _, facts := range byPlace(s) {
		for _, f := range facts {
			about := a.aboutFact(f)
			if len(facts) > 1 {
				about += ": " + styled(oneLine(f.Statement()))
			}
			a.out.hang("    ", "        ", about)
		}
		best := facts[0].Citation()
		a.printQuote("      ", best)
		notes = append(notes, best.Footnotes)
	}
	return cite.DistinctFootnotes(notes...)
}

// byPlace returns the facts of a side, those with one best place together.
func byPlace(s fact.Side) [][]fact.Fact {
	var out [][]fact.Fact
	for f := range s.Facts() {
		here := f.Citation()
		i := slices.IndexFunc(out, func(have []fact.Fact) bool {
			there := have[0].Citation()
			return here.Passage == there.Passage && here.Span == there.Span
		})
		if i < 0 {
			out = append(out, []fact.Fact{f})
			continue
		}
		out[i] = append(out[i], f)
	}
	return out
}
