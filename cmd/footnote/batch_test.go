package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
)

// TestLongLine checks that a line over the limit is one broken line, and that the
// one after it is answered.
func TestLongLine(t *testing.T) {
	long := `{"id":"long","question":"` + strings.Repeat("x", maxLine) + `"}`
	fits := `{"id":"fits","question":"` + strings.Repeat("x", maxLine-len(`{"id":"fits","question":""}`)-1) + `"}`
	for name, in := range map[string]string{
		"before another":       long + "\n" + `{"id":2,"question":"risk"}` + "\n",
		"before one unended":   long + "\r\n" + `{"id":2,"question":"risk"}`,
		"after one that fits":  fits + "\n" + long + "\n",
		"last, without an end": `{"id":2,"question":"risk"}` + "\n" + long,
	} {
		t.Run(name, func(t *testing.T) {
			code, stdout, stderr := runCommand(t, strings.NewReader(in), "search", "-k", "1", "--batch", "-")
			if code != exitRead || !strings.Contains(stderr, "1 line could not be answered") {
				t.Errorf("exit code %d, %s", code, stderr)
			}
			if n := strings.Count(stdout, "\n"); n != 2 {
				t.Errorf("%d lines of output, want 2", n)
			}
			if !strings.Contains(stdout, "the line is longer than 16777216 bytes") {
				t.Error("the long line is not told of")
			}
		})
	}
}

// TestBatchReadError checks that a file that breaks off ends the batch.
func TestBatchReadError(t *testing.T) {
	in := io.MultiReader(strings.NewReader(`{"question":"risk"}`+"\n"+`{"quest`), iotest.ErrReader(errors.New("the disk is gone")))
	code, stdout, stderr := runCommand(t, in, "search", "-k", "1", "--batch", "-")
	if code != exitRead || !strings.Contains(stderr, "-: the disk is gone") {
		t.Errorf("exit code %d, %s", code, stderr)
	}
	if n := strings.Count(stdout, "\n"); n != 2 || !strings.Contains(stdout, `"error":{"code":"read"`) {
		t.Errorf("%d lines of output, want an answer and the error:\n%s", n, stdout)
	}
}

// TestBatchInterrupted checks that a batch stops with its context.
func TestBatchInterrupted(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var out, errs bytes.Buffer
	code := run(ctx, []string{"search", "--batch", "-"}, strings.NewReader(`{"question":"risk"}`), &out, &errs)
	if code != exitRead || !strings.Contains(errs.String(), "context canceled") {
		t.Errorf("exit code %d, %s", code, errs.String())
	}
}

// FuzzBatch checks that a batch has one line of JSON with the schema for each
// line of input that isn't blank, and that its exit code tells whether one broke.
func FuzzBatch(f *testing.F) {
	article, err := corpus.Parse("a.md", []byte("The ferry leaves at seven.[^1]\n\n[^1]: Timetable\n"))
	if err != nil {
		f.Fatal(err)
	}
	c, err := corpus.New(article)
	if err != nil {
		f.Fatal(err)
	}
	x, err := index.New(f.Context(), c, index.Options{})
	if err != nil {
		f.Fatal(err)
	}
	defer x.Close()
	answer := func(ctx context.Context, x *index.Index, id json.RawMessage, question string) (output, error) {
		r, err := x.Search(ctx, index.Query{Text: question})
		if err != nil {
			return nil, err
		}
		return askOutput{Schema: schema, ID: id, Question: question, understanding: understood(r), Hits: r.Hits, Answer: r.Answer(answerSentences), Footnotes: r.Footnotes()}, nil
	}
	for _, in := range []string{
		"", "\n", "\r\n\r\n", "{}", "null", "[]", "5", `"x"`, "{",
		`{"id":"a","question":"ferry"}` + "\n" + `{"id":1,"question":""}`,
		"\ufeff" + `{"question":"ferry"}` + "\r\n \t\r\n" + `{"id":null,"question":"seven"}`,
		`{"id":{"a":[1,null]},"question":"ferry"}`,
		`{"id":"` + "\xff" + `","question":"ferry"}`,
		`{"ID":1e999,"QUESTION":5}` + "\n\x00\n",
		`{"id":"\ud800","question":"\u0000 <ferry>"} trailing`,
		strings.Repeat("[", 20000),
	} {
		f.Add([]byte(in))
	}
	f.Fuzz(func(t *testing.T, in []byte) {
		want := 0
		for _, line := range bytes.Split(bytes.TrimPrefix(in, []byte("\ufeff")), []byte("\n")) {
			if len(bytes.TrimSpace(line)) > 0 {
				want++
			}
		}
		var out, errs bytes.Buffer
		a := &app{out: newPrinter(&out), stderr: &errs, batch: "-"}
		code := a.finish(a.runBatch(t.Context(), x, bytes.NewReader(in), answer))
		lines := strings.SplitAfter(out.String(), "\n")
		lines = lines[:len(lines)-1]
		if len(lines) != want {
			t.Fatalf("%d lines of output for %d of input", len(lines), want)
		}
		broken := false
		for _, line := range lines {
			if err := checkJSON(line); err != nil {
				t.Errorf("%v: %s", err, line)
			}
			broken = broken || strings.Contains(line, `,"line":`)
		}
		if broken != (code == exitRead) || !broken && code != exitOK {
			t.Errorf("exit code %d, broken lines: %v", code, broken)
		}
	})
}
