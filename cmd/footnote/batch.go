package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"unicode/utf8"

	"github.com/footnote-go/footnote/index"
)

// runBatch answers questions, a line each and in order. A line that can't be
// answered leads to one that says why, and in the end to exit code 4.
func (a *app) runBatch(ctx context.Context, x *index.Index, in io.Reader, answer answerer) error {
	lines := newLineReader(in)
	broken := 0
	for {
		line, err := lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, errLongLine) {
			return readError(fmt.Errorf("%s: %w", a.batch, err))
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var q question
		if err == nil {
			q, err = parseQuestion(line)
		}
		var out output
		if err == nil {
			out, err = answer(ctx, x, q.ID, q.Question)
		}
		if ctx.Err() != nil {
			return readError(ctx.Err())
		}
		if err == nil {
			a.out.json(out)
		} else {
			broken++
			c := coded(err)
			a.out.json(brokenLine{schema, q.ID, lines.number, errorBody{c.name, c.Error()}})
		}
		if a.out.flush() != nil {
			return nil // finish tells of it
		}
	}
	if broken > 0 {
		a.complain("%s: %s could not be answered; the output says why", a.batch, counted(broken, "line", "lines"))
		return exitCode(exitRead)
	}
	return nil
}

// A question is a line of a batch.
type question struct {
	ID       json.RawMessage `json:"id"`
	Question string          `json:"question"`
}

// A brokenLine is the answer to a line that can't be answered.
type brokenLine struct {
	Schema string          `json:"schema"`
	ID     json.RawMessage `json:"id,omitempty"`
	Line   int             `json:"line"`
	Error  errorBody       `json:"error"`
}

// parseQuestion reads a line of a batch. Of one that is broken it returns the ID
// if that can be read.
func parseQuestion(line []byte) (question, error) {
	if !utf8.Valid(line) {
		return question{}, errors.New("the line is not UTF-8")
	}
	var q question
	err := json.Unmarshal(line, &q)
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if e.Field == "" {
			return q, fmt.Errorf(`the line is a JSON %s, not an object {"id","question"}`, e.Value)
		}
		return q, fmt.Errorf("%q is a JSON %s, not a string", e.Field, e.Value)
	}
	if err != nil {
		return q, fmt.Errorf("the line is not JSON: %w", err)
	}
	return q, nil
}
