package main

import (
	"context"
	"encoding/json"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/index"
)

// answerSentences is how many sentences ask prints at most.
const answerSentences = 3

func (a *app) askCommand() *cobra.Command {
	var filter filterFlags
	cmd := &cobra.Command{
		Use:     "ask QUESTION",
		Short:   "Print the sentences that answer, with their footnotes",
		Example: `  footnote ask "Which companies need a Llama licence of their own?"`,
	}
	filter.register(a, cmd)
	return a.questionCommand(cmd, filter.check, func(ctx context.Context, x *index.Index, id json.RawMessage, question string) (output, error) {
		r, err := x.Search(ctx, filter.query(question))
		if err != nil {
			return nil, err
		}
		return askOutput{schema, id, question, r.Hits, r.Answer(answerSentences), r.Footnotes()}, nil
	})
}

// askOutput is what ask says.
type askOutput struct {
	Schema    string           `json:"schema"`
	ID        json.RawMessage  `json:"id,omitempty"`
	Question  string           `json:"question"`
	Hits      []index.Hit      `json:"hits"`
	Answer    []index.Sentence `json:"answer"`
	Footnotes []cite.Footnote  `json:"footnotes"`
}

func (o askOutput) found() bool { return len(o.Answer) > 0 }

func (o askOutput) print(a *app) {
	if !o.found() {
		a.out.wrap("", noWordFound)
		return
	}
	var notes [][]cite.Footnote
	for i, s := range o.Answer {
		if i > 0 {
			a.out.blank()
		}
		a.out.wrap("", plain(s.Text)+a.where(s.Citation))
		notes = append(notes, s.Citation.Footnotes)
	}
	if all := index.Distinct(notes...); len(all) > 0 {
		a.out.blank()
		a.printNotes(all)
	}
}

// where returns where a sentence stands: the marks of its footnotes, or, where it
// has none, its passage.
func (a *app) where(c cite.Citation) styled {
	if len(c.Footnotes) == 0 {
		return a.marks(nil) + " " + a.out.strong(string(c.Passage))
	}
	return a.marks(c.Footnotes)
}
