package main

import (
	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// factFilter are the flags that say which facts are meant, as a query has them.
type factFilter struct{ query corpus.FactQuery }

// registerPlaces registers what tensions have, too: what a fact is about and where
// it stands.
func (f *factFilter) registerPlaces(a *app, cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringArrayVar(&f.query.Entities, "entity", nil, "only about `NAME`, which may be an alias or an ID (repeatable: about all of them)")
	flags.StringArrayVar(&f.query.Footnotes, "footnote", nil, "only what rests on the footnote `LABEL`: 4, ^4 or ARTICLE^4 (repeatable)")
	flags.StringArrayVar(&f.query.Passages, "passage", nil, "only what stands in the passage `ID` (repeatable)")
	_ = cmd.RegisterFlagCompletionFunc("entity", a.completeEntities)
}

func (f *factFilter) register(a *app, cmd *cobra.Command) {
	f.registerPlaces(a, cmd)
	flags := cmd.Flags()
	flags.StringArrayVar(&f.query.Kinds, "kind", nil, "only facts of `KIND`, such as release (repeatable)")
	flags.StringArrayVar(&f.query.Properties, "property", nil, "only what states the property `NAME`, such as released (repeatable)")
	flags.StringArrayVar(&f.query.Statuses, "status", nil, "only facts of `STATUS`, such as reported (repeatable)")
	flags.StringArrayVar(&f.query.By, "by", nil, "only what is attributed to `NAME` (repeatable)")
	_ = cmd.RegisterFlagCompletionFunc("kind", a.completeKinds)
	_ = cmd.RegisterFlagCompletionFunc("property", a.completeProperties)
	_ = cmd.RegisterFlagCompletionFunc("status", cobra.FixedCompletions((^fact.Status(0)).Names(), cobra.ShellCompDirectiveNoFileComp))
	_ = cmd.RegisterFlagCompletionFunc("by", a.completeAttributed)
}
