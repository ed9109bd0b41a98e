package main

import (
	"cmp"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus/fact"
)

func (a *app) factsCommand() *cobra.Command {
	var (
		filter factFilter
		format string
	)
	cmd := &cobra.Command{
		Use:   "facts [ID...]",
		Short: "Print facts, each with its footnotes",
		Long: `facts prints what the articles state, a fact at a time: all facts, or those of the IDs. Flags restrict them: different ones all have to fit, of one that is repeated one value, of --entity all.

A fact is what the article says under its footnotes; whether it is true nobody checked. Who says it, and how surely, is part of it. "footnote show FACT-ID" prints one with all of its quotations and with what speaks against it.`,
		Example: `  footnote facts --entity "Llama 2" --kind release
  footnote facts --property released --footnote ^4
  footnote facts --status reported --json`,
		Args:              cobra.ArbitraryArgs,
		ValidArgsFunction: a.completeFacts,
		RunE: func(_ *cobra.Command, args []string) error {
			format, wrong := a.factFormat(format)
			c, err := a.openFacts()
			if err = cmp.Or(err, wrong); err != nil {
				return err
			}
			filter.query.IDs = args
			facts, err := c.FindFacts(filter.query)
			if err != nil {
				return err
			}
			if len(facts) == 0 {
				return nothingFound("no fact fits")
			}
			return a.writeFacts(format, facts)
		},
	}
	filter.register(a, cmd)
	cmd.Flags().StringVar(&format, "format", "text", "`FORMAT` is text, json (a line for each fact) or jsonld (one document, in terms of schema.org)")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(factFormats, cobra.ShellCompDirectiveNoFileComp))
	return cmd
}

// printFacts prints facts by kind.
func (a *app) printFacts(facts []fact.Fact) {
	var kinds []string
	byKind := map[string][]fact.Fact{}
	for _, f := range facts {
		if byKind[f.Kind()] == nil {
			kinds = append(kinds, f.Kind())
		}
		byKind[f.Kind()] = append(byKind[f.Kind()], f)
	}
	for i, kind := range kinds {
		if i > 0 {
			a.out.blank()
		}
		count := fmt.Sprintf("(%s)", counted(len(byKind[kind]), "fact", "facts"))
		a.out.wrap("", a.out.strong(oneLine(kind))+" "+a.out.faint(count))
		for _, f := range byKind[kind] {
			a.out.blank()
			a.printFact("", "", f, a.aboutFact(f, append(beyond(f), a.otherwise(f)...)...))
		}
	}
	if notes := a.factNotes(facts); len(notes) > 0 {
		a.out.blank()
		a.printNotes(notes)
	}
}
