package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/toolset"
)

// checkFlags are the flags of check and cite.
type checkFlags struct {
	question string
	shown    []string
	scope    string
	claims   string
	gate     gateFlags
}

func (a *app) checkCommand() *cobra.Command {
	var flags checkFlags
	cmd := &cobra.Command{
		Use:   "check [FILE]",
		Short: "Say of each sentence of an answer whether the article backs it",
		Long: `check reads an answer, Markdown or plain text, from FILE or standard input, and says of each sentence whether the article says so and whether the notes that it cites are the right ones. It knows [^4], [4, 7], [4-6], superscripts, passage IDs in brackets and the like.

What it says is that the article says it, not that it is true. What rules can't decide is "undecided"; with --undecided fail that doesn't pass either.

With --claims, each line of a file is a claim with evidence of its own, {"id","claim","evidence":[…]}, and the article isn't asked.

The exit code is 1 if the answer does not pass.`,
		Example: `  footnote check answer.md
  echo "Llama 2 came out in July 2024.[^4]" | footnote check
  footnote check --batch answers.jsonl --allow-refusal`,
	}
	f := cmd.Flags()
	flags.register(a, cmd)
	f.StringVar(&flags.claims, "claims", "", "check the claims in `FILE` against their own evidence (- is standard input)")
	flags.gate.register(cmd)
	cmd.Args = flags.args(a)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		if flags.claims != "" {
			return a.checkClaims(cmd, flags)
		}
		gate, err := flags.gate.gate(cmd)
		if err != nil {
			return err
		}
		return a.runCheck(cmd, flags, args, func(ctx context.Context, c *grounding.Checker, ans grounding.Answer, id json.RawMessage) (checked, error) {
			r, err := c.Check(ctx, ans)
			if err != nil {
				return nil, err
			}
			return answerReport{id: id, report: r, failures: gate.Check(r), ok: gate.Passes(r), right: c.Right}, nil
		})
	}
	return cmd
}

// register registers the flags that check and cite share.
func (f *checkFlags) register(a *app, cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&f.question, "question", "", "the `QUESTION` that was answered; a refusal is checked against it")
	flags.StringArrayVar(&f.shown, "context", nil, "the passage `ID` was shown to the model (repeatable)")
	flags.StringVar(&f.scope, "mark-scope", "sentence", "a marker covers its `SCOPE`: the sentence, or the paragraph before it as well")
	flags.StringVar(&a.batch, "batch", "", `read answers from `+"`FILE`"+`, a JSON object {"id","answer","question","context"} a line (- is standard input), and write a JSON line for each`)
	for _, name := range []string{"question", "context"} {
		_ = cmd.RegisterFlagCompletionFunc(name, cobra.NoFileCompletions)
	}
	_ = cmd.RegisterFlagCompletionFunc("mark-scope", cobra.FixedCompletions([]string{"sentence", "paragraph"}, cobra.ShellCompDirectiveNoFileComp))
}

// args checks the arguments of check and cite.
func (f *checkFlags) args(a *app) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		a.json = a.json || a.batch != "" || f.claims != ""
		switch {
		case a.batch != "" && f.claims != "":
			return usageErrorOf(cmd, "--batch and --claims exclude each other")
		case (a.batch != "" || f.claims != "") && len(args) > 0:
			return usageErrorOf(cmd, "a file and --batch or --claims exclude each other")
		case len(args) > 1:
			return usageErrorOf(cmd, "one FILE, not %d: for several answers there is --batch", len(args))
		case a.batch != "" && (f.question != "" || f.shown != nil):
			return usageErrorOf(cmd, "with --batch, each line has its own question and context")
		case f.scope != "sentence" && f.scope != "paragraph":
			return usageErrorOf(cmd, "--mark-scope %q: sentence or paragraph", f.scope)
		}
		return nil
	}
}

// checked is what a command says of an answer.
type checked interface {
	passed() bool
	print(a *app)
}

// A checking makes it.
type checking func(ctx context.Context, c *grounding.Checker, ans grounding.Answer, id json.RawMessage) (checked, error)

// runCheck reads one answer or a batch of them.
func (a *app) runCheck(cmd *cobra.Command, flags checkFlags, args []string, do checking) error {
	scope := grounding.Sentence
	if flags.scope == "paragraph" {
		scope = grounding.Paragraph
	}
	checker, err := a.checker(scope)
	if err != nil {
		return err
	}
	if a.batch != "" {
		return a.checkBatch(cmd.Context(), checker, do)
	}
	name := "-"
	if len(args) > 0 {
		name = args[0]
	}
	text, err := a.readAnswer(name)
	if err != nil {
		return readError(err)
	}
	ans := grounding.Answer{Text: text, Question: flags.question}
	for _, id := range flags.shown {
		ans.Context = append(ans.Context, cite.PassageID(id))
	}
	out, err := do(cmd.Context(), checker, ans, nil)
	if err != nil {
		return err
	}
	if a.json {
		a.out.json(out)
	} else {
		out.print(a)
	}
	if !out.passed() {
		return exitCode(exitShort)
	}
	return nil
}

// checker makes a checker of the articles in scope. An index, made when it is first
// asked, says whether they answer a question.
func (a *app) checker(scope grounding.MarkScope) (*grounding.Checker, error) {
	c, err := a.open()
	if err != nil {
		return nil, err
	}
	set, err := toolset.New(c, toolset.Options{})
	if err != nil {
		return nil, err
	}
	return grounding.New(c, grounding.Options{Answerer: set, MarkScope: scope})
}

// readAnswer reads an answer from a file or standard input.
func (a *app) readAnswer(name string) (string, error) {
	var in io.Reader = a.stdin
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return "", err
		}
		defer f.Close()
		in = f
	} else {
		name = "standard input"
	}
	b, err := io.ReadAll(io.LimitReader(in, grounding.MaxAnswer+1))
	switch {
	case err != nil:
		return "", err
	case len(b) > grounding.MaxAnswer:
		return "", fmt.Errorf("%s: more than %d bytes; so long an answer is not checked", name, grounding.MaxAnswer)
	case !utf8.Valid(b):
		return strings.ToValidUTF8(string(b), "\ufffd"), nil
	}
	return strings.TrimPrefix(string(b), "\ufeff"), nil
}
