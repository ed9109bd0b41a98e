package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"unicode/utf8"

	"github.com/spf13/cobra"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
	"github.com/footnote-go/footnote/grounding"
)

// An answerLine is a line of a batch of answers.
type answerLine struct {
	ID        json.RawMessage  `json:"id"`
	Answer    *string          `json:"answer"`
	Question  string           `json:"question"`
	Context   []cite.PassageID `json:"context"`
	Citations json.RawMessage  `json:"citations"`
	Format    string           `json:"format"`
}

// answer returns the answer of a line, and what is wrong with single citations of it.
func (l answerLine) answer(c *corpus.Corpus) (grounding.Answer, []string, error) {
	if l.Answer == nil {
		return grounding.Answer{}, nil, errors.New(`the line has no "answer"`)
	}
	out := grounding.Answer{ID: idText(l.ID), Text: *l.Answer, Question: l.Question, Context: l.Context}
	if len(l.Citations) == 0 || string(l.Citations) == "null" {
		return out, nil, nil
	}
	switch citefmt.Format(l.Format) {
	case citefmt.FormatAnthropic, citefmt.FormatOpenAI, citefmt.FormatCohere:
	default:
		return out, nil, fmt.Errorf("format %q: with citations it is anthropic, openai or cohere", l.Format)
	}
	read, err := citefmt.Read(c, citefmt.Format(l.Format), l.Citations, out.Text)
	unusable, ok := citefmt.CitationErrors(err)
	if !ok {
		return out, nil, err
	}
	out.Citations = read.Citations
	var wrong []string
	for _, e := range unusable {
		wrong = append(wrong, e.Error())
	}
	return out, wrong, nil
}

// idText returns an ID as text.
func idText(id json.RawMessage) string {
	var s string
	if json.Unmarshal(id, &s) == nil {
		return s
	}
	return string(id)
}

// checkBatch checks answers, a line each and in order.
func (a *app) checkBatch(ctx context.Context, c *grounding.Checker, do checking) error {
	in, err := a.openBatch()
	if err != nil {
		return readError(err)
	}
	defer in.Close()
	short := false
	err = a.eachLine(ctx, a.batch, in, func(line []byte) (any, json.RawMessage, error) {
		var l answerLine
		if err := decodeLine(line, &l, `{"id","answer"}`); err != nil {
			return nil, l.ID, err
		}
		ans, wrong, err := l.answer(c.Corpus())
		if err != nil {
			return nil, l.ID, err
		}
		out, err := do(ctx, c, ans, l.ID)
		if err != nil {
			return nil, l.ID, err
		}
		if r, ok := out.(answerReport); ok && wrong != nil {
			r.citationErrors, r.ok = wrong, false
			out = r
		}
		short = short || !out.passed()
		return out, l.ID, nil
	})
	if err == nil && short {
		return exitCode(exitShort)
	}
	return err
}

// A claimLine is a claim with its own evidence.
type claimLine struct {
	ID       json.RawMessage `json:"id"`
	Claim    *string         `json:"claim"`
	Evidence []string        `json:"evidence"`
}

// claimOutput is what check says of one.
type claimOutput struct {
	Schema string          `json:"schema"`
	ID     json.RawMessage `json:"id,omitempty"`
	grounding.ClaimReport
}

// checkClaims checks claims against their own evidence.
func (a *app) checkClaims(cmd *cobra.Command, flags checkFlags) error {
	gate, err := flags.gate.gate(cmd)
	if err != nil {
		return err
	}
	in := io.NopCloser(a.stdin)
	if flags.claims != "-" {
		if in, err = os.Open(flags.claims); err != nil {
			return readError(err)
		}
	}
	defer in.Close()
	short := false
	err = a.eachLine(cmd.Context(), flags.claims, in, func(line []byte) (any, json.RawMessage, error) {
		var l claimLine
		if err := decodeLine(line, &l, `{"id","claim","evidence"}`); err != nil {
			return nil, l.ID, err
		}
		if l.Claim == nil {
			return nil, l.ID, errors.New(`the line has no "claim"`)
		}
		r, err := grounding.CheckClaim(cmd.Context(), *l.Claim, l.Evidence)
		if err != nil {
			return nil, l.ID, err
		}
		short = short || !gate.PassesClaim(r)
		return claimOutput{schema, l.ID, r}, l.ID, nil
	})
	if err == nil && short {
		return exitCode(exitShort)
	}
	return err
}

// eachLine calls do for each line of a file that isn't blank and writes what it
// returns, or why it failed: then the exit code is 4 in the end.
func (a *app) eachLine(ctx context.Context, name string, in io.Reader, do func(line []byte) (out any, id json.RawMessage, err error)) error {
	lines := newLineReader(in)
	broken := 0
	for {
		line, err := lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil && !errors.Is(err, errLongLine) {
			return readError(fmt.Errorf("%s: %w", name, err))
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		var out any
		var id json.RawMessage
		if err == nil {
			out, id, err = do(line)
		}
		if ctx.Err() != nil {
			return readError(ctx.Err())
		}
		if err == nil {
			a.out.json(out)
		} else {
			broken++
			c := coded(err)
			a.out.json(brokenLine{schema, id, lines.number, errorBody{c.name, c.Error()}})
		}
		if a.out.flush() != nil {
			return nil // finish tells of it
		}
	}
	if broken > 0 {
		a.complain("%s: %s could not be answered; the output says why", name, counted(broken, "line", "lines"))
		return exitCode(exitRead)
	}
	return nil
}

// decodeLine reads a line of JSON into v; form is what it should be. What can be read
// of a broken one is set.
func decodeLine(line []byte, v any, form string) error {
	if !utf8.Valid(line) {
		return errors.New("the line is not UTF-8")
	}
	err := json.Unmarshal(line, v)
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if e.Field == "" {
			return fmt.Errorf(`the line is a JSON %s, not an object %s`, e.Value, form)
		}
		return fmt.Errorf("%q is a JSON %s, not %s", e.Field, e.Value, article(e.Type.String()))
	}
	if err != nil {
		return fmt.Errorf("the line is not JSON: %w", err)
	}
	return nil
}

// article says what a field has to be.
func article(kind string) string {
	if kind == "string" || kind == "cite.PassageID" {
		return "a string"
	}
	return "a list"
}
