package main

import (
	"context"
	"encoding/json"
	"slices"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/index"
)

// defaultBudget is how many tokens a context has at most where --tokens doesn't
// say.
const defaultBudget = 1000

// contextHits is from how many hits a context is filled.
const contextHits = 50

func (a *app) contextCommand() *cobra.Command {
	filter := filterFlags{k: contextHits}
	var (
		tokens int
		format string
	)
	formats := []string{"markdown", "json", "anthropic", "openai", "cohere"}
	cmd := &cobra.Command{
		Use:     "context QUESTION",
		Short:   "Print passages for a prompt, each with its citation key and notes",
		Example: `  footnote context --tokens 500 "What did the NTIA inquiry ask?"`,
		PreRun:  func(*cobra.Command, []string) { a.json = a.json || slices.Contains(formats[1:], format) },
	}
	filter.register(a, cmd)
	cmd.Flags().IntVar(&tokens, "tokens", defaultBudget, "`N` tokens at most, one for four bytes")
	cmd.Flags().StringVar(&format, "format", "markdown", "`FORMAT` is markdown, json, or what the API of a vendor takes: anthropic, openai or cohere")
	_ = cmd.RegisterFlagCompletionFunc("format", cobra.FixedCompletions(formats, cobra.ShellCompDirectiveNoFileComp))
	check := func(x *index.Index) error {
		switch {
		case !slices.Contains(formats, format):
			return usageError("--format %q: markdown, json, anthropic, openai or cohere", format)
		case tokens < 1:
			return usageError("--tokens %d: at least 1", tokens)
		}
		return filter.check(x)
	}
	return a.questionCommand(cmd, check, func(ctx context.Context, x *index.Index, id json.RawMessage, question string) (output, error) {
		r, err := x.Search(ctx, filter.query(question))
		if err != nil {
			return nil, err
		}
		c := r.Context(tokens, index.ContextOptions{})
		out := contextOutput{schema, id, question, understood(r), c.Budget, c.Tokens, c.Text, c.Passages, c.Footnotes, len(r.Hits)}
		if vendor := a.vendorContext(format, c); vendor != nil {
			return vendorOutput{schema, id, question, out.understanding, c.Budget, c.Tokens, format, vendor, out}, nil
		}
		return out, nil
	})
}

// contextOutput is what context says.
type contextOutput struct {
	Schema   string          `json:"schema"`
	ID       json.RawMessage `json:"id,omitempty"`
	Question string          `json:"question"`
	understanding
	Budget    int                  `json:"budget"`
	Tokens    int                  `json:"tokens"`
	Text      string               `json:"text"`
	Passages  []index.KeyedPassage `json:"passages"`
	Footnotes []cite.Footnote      `json:"footnotes"`

	hits int // from which Passages were taken
}

func (o contextOutput) found() bool { return len(o.Passages) > 0 }

// print writes the text alone, unwrapped, since it goes into a prompt; that there
// is none is told on standard error.
func (o contextOutput) print(a *app) {
	switch {
	case o.found():
		a.out.write(plain(o.Text))
		if !o.Answerable {
			a.complain("none of these passages may answer the question (confidence %.2f)", o.Confidence)
		}
	case o.hits > 0:
		a.complain("no passage that was found fits --tokens %d", o.Budget)
	default:
		a.complain(noWordFound)
	}
}
