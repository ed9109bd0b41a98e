package main

import (
	"strings"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/index"
)

// filterFlags are the flags that restrict a search.
type filterFlags struct {
	k         int
	sections  []string
	footnotes []string
}

func (f *filterFlags) register(a *app, cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.sections, "section", nil, "only this section and those under it: `SECTION` is an ID, a slug or a heading (repeatable)")
	cmd.Flags().StringArrayVar(&f.footnotes, "footnote", nil, "only where the footnote `LABEL` is in force: 4, ^4 or ARTICLE^4 (repeatable)")
	_ = cmd.RegisterFlagCompletionFunc("section", a.completeSections)
}

func (f *filterFlags) query(question string) index.Query {
	q := index.Query{Text: question, K: f.k, Sections: f.sections}
	for _, ref := range f.footnotes {
		if ref = unbracket(ref); !strings.Contains(ref, "^") {
			ref = "^" + ref
		}
		q.Footnotes = append(q.Footnotes, ref)
	}
	return q
}

// check says of filters that name nothing what is wrong, before any question is
// asked.
func (f *filterFlags) check(x *index.Index) error {
	for _, ref := range f.footnotes {
		if bare := unbracket(ref); bare == "" || strings.HasSuffix(bare, "^") {
			return usageError("--footnote %q: 4, ^4 or ARTICLE^4", ref)
		}
	}
	return x.Check(f.query(""))
}

// unbracket takes the brackets off an ID or label that is written as in a text,
// such as [^4].
func unbracket(id string) string {
	inner, open := strings.CutPrefix(id, "[")
	inner, closed := strings.CutSuffix(inner, "]")
	if open && closed {
		return inner
	}
	return id
}
