package main

import (
	"context"
	"encoding/json"
	"io"
	"os"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/index"
)

// An output is what a command has to say to a question: itself as JSON, or print
// for people.
type output interface {
	// found reports whether anything was found.
	found() bool
	print(a *app)
}

// An answerer makes the output of a command for a question.
type answerer func(ctx context.Context, x *index.Index, id json.RawMessage, question string) (output, error)

// A checker says what is wrong with the flags of a command, whatever the question.
// It is asked once all is read: what can't be read is told first.
type checker func(x *index.Index) error

// questionCommand is what ask, search and context share: a question as argument,
// or with --batch a file of them.
func (a *app) questionCommand(cmd *cobra.Command, check checker, answer answerer) *cobra.Command {
	cmd.Args = func(cmd *cobra.Command, args []string) error {
		if a.batch == "" {
			return oneArg("QUESTION")(cmd, args)
		}
		a.json = true
		if len(args) > 0 {
			return usageErrorOf(cmd, "a question and --batch exclude each other")
		}
		return nil
	}
	cmd.Flags().StringVar(&a.batch, "batch", "", `read questions from `+"`FILE`"+`, a JSON object {"id","question"} a line (- is standard input), and write a JSON line for each`)
	cmd.Flags().Float64Var(&a.threshold, "threshold", index.DefaultThreshold, "take a question for answered from the confidence `P` on, 0 to 1")
	_ = cmd.RegisterFlagCompletionFunc("threshold", cobra.NoFileCompletions)
	cmd.ValidArgsFunction = cobra.NoFileCompletions
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		ctx := cmd.Context()
		if !(0 <= a.threshold && a.threshold <= 1) {
			return usageErrorOf(cmd, "--threshold %v: from 0 to 1", a.threshold)
		}
		x, err := a.openIndex(ctx)
		if err != nil {
			return err
		}
		defer x.Close()
		if a.batch == "" {
			if err := check(x); err != nil {
				return err
			}
			return a.runQuestion(ctx, x, answer, args[0])
		}
		in, err := a.openBatch()
		if err != nil {
			return readError(err)
		}
		defer in.Close()
		if err := check(x); err != nil {
			return err
		}
		return a.runBatch(ctx, x, in, answer)
	}
	return cmd
}

func (a *app) runQuestion(ctx context.Context, x *index.Index, answer answerer, question string) error {
	out, err := answer(ctx, x, nil, question)
	if err != nil {
		return err
	}
	if a.json {
		a.out.json(out)
	} else {
		out.print(a)
	}
	if !out.found() {
		return exitCode(exitNothing)
	}
	return nil
}

// openBatch opens the file of --batch.
func (a *app) openBatch() (io.ReadCloser, error) {
	if a.batch == "-" {
		return io.NopCloser(a.stdin), nil
	}
	return os.Open(a.batch)
}
