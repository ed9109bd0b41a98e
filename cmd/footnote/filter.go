package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/index"
)

// filterFlags are the flags that restrict a search.
type filterFlags struct {
	k             int
	sections      []string
	footnotes     []string
	entities      []string
	after, before dateReader

	// What check found to be meant.
	refs        []string // footnotes
	first, last fact.Date
}

func (f *filterFlags) register(a *app, cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.sections, "section", nil, "only this section and those under it: `SECTION` is an ID, a slug or a heading (repeatable)")
	cmd.Flags().StringArrayVar(&f.footnotes, "footnote", nil, "only where the footnote `LABEL` is in force: 4, ^4 or ARTICLE^4 (repeatable)")
	_ = cmd.RegisterFlagCompletionFunc("section", a.completeSections)
	cmd.Flags().StringArrayVar(&f.entities, "entity", nil, "only passages that speak of `NAME`, which may be an alias or an ID (repeatable: of all of them)")
	_ = cmd.RegisterFlagCompletionFunc("entity", a.completeEntities)
	f.after, f.before = registerDates(cmd, "only passages with a date that is surely after `DATE`", "only passages with a date that is surely before `DATE`")
}

// check says of filters that name nothing what is wrong, before any question is
// asked.
func (f *filterFlags) check(x *index.Index) error {
	var err error
	if f.first, err = f.after(); err != nil {
		return err
	}
	if f.last, err = f.before(); err != nil {
		return err
	}
	f.refs = nil
	for _, given := range f.footnotes {
		ref, err := footnoteRef(given)
		if err != nil {
			return err
		}
		f.refs = append(f.refs, ref)
	}
	return x.Check(f.query(""))
}

// query returns a question with the filters, which check has to have seen.
func (f *filterFlags) query(question string) index.Query {
	return index.Query{
		Text: question, K: f.k, Sections: f.sections, Footnotes: f.refs,
		Entities: f.entities, After: f.first, Before: f.last,
	}
}

// footnoteRef returns the footnote that a flag gives as 4, ^4 or ARTICLE^4, in
// brackets or not, with its "^".
func footnoteRef(given string) (string, error) {
	ref := corpus.FootnoteRef(given)
	if strings.HasSuffix(ref, "^") {
		return "", badLabel(given)
	}
	return ref, nil
}

// badLabel says of what --footnote gives that it names no footnote.
func badLabel(given string) error {
	return usageError("--footnote %q: 4, ^4 or ARTICLE^4", given)
}
