package main

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/index"
)

func (a *app) searchCommand() *cobra.Command {
	var filter filterFlags
	explain := false
	cmd := &cobra.Command{
		Use:     "search QUESTION",
		Short:   "Print the passages that match best, with their footnotes",
		Example: `  footnote search --section "Key People" "existential risk"`,
	}
	filter.register(a, cmd)
	cmd.Flags().IntVarP(&filter.k, "hits", "k", index.DefaultK, "print `N` passages at most")
	cmd.Flags().BoolVar(&explain, "explain", false, "say which words matched which, and what each counts")
	check := func(x *index.Index) error {
		if filter.k < 1 {
			return usageError("-k %d: at least 1", filter.k)
		}
		return filter.check(x)
	}
	return a.questionCommand(cmd, check, func(ctx context.Context, x *index.Index, id json.RawMessage, question string) (output, error) {
		r, err := x.Search(ctx, filter.query(question))
		if err != nil {
			return nil, err
		}
		out := searchOutput{
			Schema: schema, ID: id, Question: question, understanding: understood(r),
			Hits: make([]hitOutput, len(r.Hits)), Footnotes: r.Footnotes(),
		}
		for i, h := range r.Hits {
			out.Hits[i] = hitOutput{Hit: h}
			if explain {
				e := h.Explain()
				out.Hits[i].Explanation = &e
			}
		}
		return out, nil
	})
}

// searchOutput is what search says.
type searchOutput struct {
	Schema   string          `json:"schema"`
	ID       json.RawMessage `json:"id,omitempty"`
	Question string          `json:"question"`
	understanding
	Hits      []hitOutput     `json:"hits"`
	Footnotes []cite.Footnote `json:"footnotes"`
}

// noWordFound is what people are told where a search found nothing.
const noWordFound = "No passage has a word of this question."

func (o searchOutput) found() bool { return len(o.Hits) > 0 }

func (o searchOutput) print(a *app) {
	if !o.found() {
		a.out.wrap("", noWordFound)
		return
	}
	a.printCorrections(o.understanding)
	const indent = "    "
	for i, h := range o.Hits {
		if i > 0 {
			a.out.blank()
		}
		p := h.Passage
		rank := styled(fmt.Sprintf("%2d. ", h.Rank))
		a.out.hang(rank, indent, a.out.strong(string(p.ID()))+" "+a.out.strong(a.markList(p.Footnotes())))
		if path := sectionPath(p.Section()); path != "" {
			a.out.wrap(indent, a.out.faint(path))
		}
		a.printLead(indent, p)
		a.out.wrap(indent, a.out.mark(p.Text(), h.Highlights()))
		if h.Explanation != nil {
			a.printExplanation(indent, *h.Explanation)
		}
	}
	if len(o.Footnotes) > 0 {
		a.out.blank()
		a.printNotes(o.Footnotes)
	}
}
