package main

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/index"
)

// Exit codes, as docs/command.md has them.
const (
	exitOK      = 0
	exitShort   = 1
	exitUsage   = 2
	exitNothing = 3
	exitRead    = 4
)

// A codedError is an error with the code that it has in JSON and as an exit code.
type codedError struct {
	name string
	exit int
	err  error
	hint string // for people, "" for none
}

func (e *codedError) Error() string { return e.err.Error() }
func (e *codedError) Unwrap() error { return e.err }

func usageError(format string, args ...any) error {
	return &codedError{name: "usage", exit: exitUsage, err: fmt.Errorf(format, args...)}
}

// usageErrorOf is a usageError that points at the help of a command.
func usageErrorOf(cmd *cobra.Command, format string, args ...any) error {
	hint := fmt.Sprintf("Run %q for usage.", cmd.CommandPath()+" --help")
	return &codedError{"usage", exitUsage, fmt.Errorf(format, args...), hint}
}

func nothingFound(format string, args ...any) error {
	return &codedError{name: "not-found", exit: exitNothing, err: fmt.Errorf(format, args...)}
}

func readError(err error) error {
	return &codedError{name: "read", exit: exitRead, err: err}
}

// exitCode ends the command without a message: what there is to say was said.
type exitCode int

func (e exitCode) Error() string { return fmt.Sprintf("exit code %d", int(e)) }

// coded gives an error of the library its code. Of errors that the user can mend,
// the message is the error's own, without the names of our packages.
func coded(err error) *codedError {
	if e, ok := errors.AsType[*codedError](err); ok {
		return e
	}
	if e, ok := errors.AsType[*codedError](codedQuery(err)); ok {
		return e
	}
	for _, usage := range []error{
		find[*index.UnknownSectionError](err),
		find[*index.UnknownEntityError](err),
		find[*corpus.UnknownArticleError](err),
		find[*corpus.AmbiguousLabelError](err),
		find[*corpus.UnknownLabelError](err),
		find[*fact.AmbiguousError](err),
		find[*grounding.UnknownPassageError](err),
	} {
		if usage != nil {
			return &codedError{name: "usage", exit: exitUsage, err: usage}
		}
	}
	if errors.Is(err, index.ErrEmptyQuestion) {
		return &codedError{name: "usage", exit: exitUsage, err: errors.New("the question is empty")}
	}
	return &codedError{name: "read", exit: exitRead, err: err}
}

// find returns the error of type E in err's tree, nil if there is none.
func find[E error](err error) error {
	if e, ok := errors.AsType[E](err); ok {
		return e
	}
	return nil
}

// finish reports an error and returns the exit code.
func (a *app) finish(err error) int {
	code := exitOK
	if quiet, ok := errors.AsType[exitCode](err); ok {
		code = int(quiet)
	} else if err != nil {
		c := coded(err)
		code = c.exit
		if a.json {
			a.out.json(errorJSON{schema, errorBody{c.name, c.Error()}})
		}
		a.complain("%v", c)
		if c.hint != "" {
			fmt.Fprintln(a.stderr, c.hint)
		}
	}
	if err := a.out.flush(); err != nil {
		a.complain("writing the output: %v", err)
		return exitRead
	}
	return code
}

// complain writes a message to standard error.
func (a *app) complain(format string, args ...any) {
	fmt.Fprintln(a.stderr, "footnote: "+oneLine(fmt.Sprintf(format, args...)))
}

type errorJSON struct {
	Schema string    `json:"schema"`
	Error  errorBody `json:"error"`
}

type errorBody struct {
	Code    string `json:"code"`
	Message string `json:"message"`
}
