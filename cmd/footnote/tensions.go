package main

import (
	"fmt"
	"iter"
	"slices"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

func (a *app) tensionsCommand() *cobra.Command {
	var filter factFilter
	cmd := &cobra.Command{
		Use:   "tensions",
		Short: "Print where an article disagrees with itself",
		Long:  `tensions prints the matters on which an article states two things that don't go together, or that a reader should see together: each side with the facts that state it, their words and their footnotes. Which side is right is not decided.`,
		Example: `  footnote tensions --entity "Llama 4"
  footnote tensions --footnote ^4`,
		Args:              noArgs,
		ValidArgsFunction: cobra.NoFileCompletions,
		RunE: func(*cobra.Command, []string) error {
			c, err := a.open()
			if err != nil {
				return err
			}
			fits, err := filter.test(c)
			if err != nil {
				return err
			}
			var found []fact.Tension
			for t := range c.Facts().Tensions() {
				if fits(t.Fact) {
					found = append(found, t)
				}
			}
			if len(found) == 0 {
				return nothingFound("no tension fits")
			}
			if a.json {
				for _, t := range found {
					a.out.json(tensionLine(t))
				}
				return nil
			}
			a.printTensions(found)
			return nil
		},
	}
	filter.registerPlaces(a, cmd)
	return cmd
}

// sidesOutput is what a tension has beside its record.
type sidesOutput struct {
	Sides []sideOutput `json:"sides"`
}

type sideOutput struct {
	Statement string      `json:"statement"`
	Facts     []fact.Fact `json:"facts"`
}

func tensionLine(t fact.Tension) factLine {
	var out sidesOutput
	for s := range t.Sides() {
		out.Sides = append(out.Sides, sideOutput{s.Statement(), slices.Collect(s.Facts())})
	}
	return factLine{t.Fact, out}
}

// asTension returns the tension that a fact is.
func asTension(set *fact.Set, f fact.Fact) (fact.Tension, bool) {
	for t := range set.Tensions() {
		if t.Fact == f {
			return t, true
		}
	}
	return fact.Tension{}, false
}

func (a *app) printTensions(all []fact.Tension) {
	var notes [][]cite.Footnote
	for i, t := range all {
		if i > 0 {
			a.out.blank()
		}
		a.out.wrap("", a.out.strong(t.Statement()))
		a.out.wrap("  ", a.aboutFact(t.Fact))
		notes = append(notes, a.printSides(t.Sides()))
	}
	if notes := cite.DistinctFootnotes(notes...); len(notes) > 0 {
		a.out.blank()
		a.printNotes(notes)
	}
}

// printSides prints the sides of a tension, numbered, and returns the footnotes of
// what it quotes.
func (a *app) printSides(sides iter.Seq[fact.Side]) []cite.Footnote {
	var notes [][]cite.Footnote
	n := 0
	for s := range sides {
		n++
		a.out.blank()
		a.out.hang(styled(fmt.Sprintf("%2d. ", n)), "    ", plain(s.Statement()))
		notes = append(notes, a.printSide(s))
	}
	return cite.DistinctFootnotes(notes...)
}

// printSide prints the facts of a side, each with its best place; facts that have
// it in common stand above it together. It returns the footnotes.
func (a *app) printSide(s fact.Side) []cite.Footnote {
	var notes [][]cite.Footnote
	facts := slices.Collect(s.Facts())
	for i, f := range facts {
		a.out.wrap("    ", a.aboutFact(f))
		best := f.Evidence()[0]
		if i+1 < len(facts) && samePlace(best, facts[i+1].Evidence()[0]) {
			continue
		}
		a.printQuote("      ", best)
		notes = append(notes, best.Footnotes)
	}
	return cite.DistinctFootnotes(notes...)
}

func samePlace(a, b cite.Citation) bool { return a.Passage == b.Passage && a.Span == b.Span }
