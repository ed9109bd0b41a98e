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
		out := askOutput{
			Schema: schema, ID: id, Question: question, understanding: understood(r),
			Hits: r.Hits, Answer: []index.AnswerSentence{}, Footnotes: r.Footnotes(),
		}
		if r.Answerable {
			out.Answer = r.Answer(answerSentences)
		}
		return out, nil
	})
}

// askOutput is what ask says.
type askOutput struct {
	Schema   string          `json:"schema"`
	ID       json.RawMessage `json:"id,omitempty"`
	Question string          `json:"question"`
	understanding
	Hits      []index.Hit            `json:"hits"`
	Answer    []index.AnswerSentence `json:"answer"`
	Footnotes []cite.Footnote        `json:"footnotes"`
}

func (o askOutput) found() bool { return len(o.Answer) > 0 }

func (o askOutput) print(a *app) {
	a.printCorrections(o.understanding)
	if len(o.Hits) == 0 {
		a.out.wrap("", noWordFound)
		return
	}
	if !o.found() {
		nearest := o.Hits[0].Passage
		a.out.wrap("", "I found no passage that answers this; the nearest is "+a.out.strong(string(nearest.ID()))+". "+plain(o.lacking()))
		return
	}
	var notes [][]cite.Footnote
	for i, s := range o.Answer {
		if i > 0 {
			a.out.blank()
		}
		a.printSentence(s.Citation)
		notes = append(notes, s.Citation.Footnotes)
	}
	if all := cite.DistinctFootnotes(notes...); len(all) > 0 {
		a.out.blank()
		a.printNotes(all)
	}
}

// printSentence prints a sentence with its marks, and where a part of it has no
// footnote, its passage.
func (a *app) printSentence(c cite.Citation) {
	p, _ := a.corpus.Passage(c.Passage)
	text, all := a.marked(p, c.Span)
	if !all {
		text += " " + a.out.strong(string(c.Passage))
	}
	a.out.wrap("", text)
}
