package main

import (
	"slices"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

func (a *app) tensionsCommand() *cobra.Command {
	var filter factFilter
	cmd := &cobra.Command{
		Use:   "tensions [ID...]",
		Short: "Print where an article disagrees with itself",
		Long: `tensions prints the matters on which an article states two things that don't go together, or that a reader should see together: each side with the facts that state it, their words and their footnotes. Which side is right is not decided. It prints all of them, or those of the IDs; a flag fits a tension if it fits it or a fact of a side.

"footnote show FACT-ID" prints a fact with what the other sides of its tensions say.`,
		Example: `  footnote tensions --entity "Llama 4"
  footnote tensions llama-4/tension/results`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: a.completeTensions,
		RunE: func(_ *cobra.Command, args []string) error {
			c, err := a.openFacts()
			if err != nil {
				return err
			}
			found, err := findTensions(c, filter.query, args)
			if err != nil {
				return err
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

// findTensions returns the tensions that fit, of those that are named, if any are.
func findTensions(c *corpus.Corpus, q corpus.FactQuery, ids []string) ([]fact.Tension, error) {
	facts, err := c.FindFacts(q)
	if err != nil {
		return nil, err
	}
	fits := map[fact.Fact]bool{}
	for _, f := range facts {
		fits[f] = true
	}
	named := map[fact.Fact]bool{}
	for _, id := range ids {
		f, err := c.FindFact(id)
		if err != nil {
			return nil, err
		}
		if f.Kind() != fact.KindTension {
			return nil, nothingFound("%s is no tension; \"footnote show %[1]s\" names those that it is in", c.FactID(f))
		}
		named[f] = true
	}
	var found []fact.Tension
	all := 0
	for t := range c.Facts().Tensions() {
		all++
		if meant := len(ids) == 0 || named[t.Fact]; meant && (fits[t.Fact] || sideFits(t, fits)) {
			found = append(found, t)
		}
	}
	switch {
	case all == 0:
		return nil, nothingFound("there is no tension")
	case len(found) == 0:
		return nil, nothingFound("no tension fits")
	}
	return found, nil
}

// sideFits reports whether a fact of a side fits.
func sideFits(t fact.Tension, fits map[fact.Fact]bool) bool {
	for s := range t.Sides() {
		for f := range s.Facts() {
			if fits[f] {
				return true
			}
		}
	}
	return false
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
