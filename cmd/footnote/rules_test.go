package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

// checkOutput returns in which ways an output breaks what holds for every output
// of the command: JSON has its schema on each line and no null, an error is told
// on both streams, and text has no control characters and no line wider than
// width, but for one that is a single word.
func checkOutput(args []string, stdout, stderr string, code, width int) []string {
	var problems []string
	add := func(format string, a ...any) { problems = append(problems, fmt.Sprintf(format, a...)) }
	if !utf8.ValidString(stdout + stderr) {
		add("the output is not UTF-8")
	}
	if (code == exitUsage || code == exitRead) && !strings.HasPrefix(stderr, "footnote: ") {
		add("exit code %d without a message on standard error", code)
	}
	if strings.Contains(stderr, "panic") || strings.Contains(stderr, "goroutine") {
		add("a panic")
	}
	switch {
	case len(args) > 0 && (args[0] == "tools" || args[0] == "mcp") && code == 0:
		return problems // what others define
	case strings.HasPrefix(stdout, "{"):
		for line := range strings.Lines(stdout) {
			if err := checkJSON(line); err != nil {
				add("%v in %s", err, line)
			}
		}
		return problems
	case strings.HasPrefix(stdout, "<"):
		return problems // XML or HTML, for programs
	case len(args) > 0 && (args[0] == "completion" || args[0] == "__complete"):
		return problems
	}
	for line := range strings.Lines(stdout) {
		line = strings.TrimSuffix(line, "\n")
		if strings.ContainsFunc(line, func(r rune) bool { return unicode.IsControl(r) && r != '\t' }) {
			add("a control character in %q", line)
		}
		if len(args) > 0 && (args[0] == "context" || args[0] == "cite") {
			continue // what goes into a prompt, or is the user's own, is not wrapped
		}
		if strings.TrimRight(line, " ") != line && !strings.HasPrefix(line, " ") {
			add("white space at the end of %q", line)
		}
		if columns(styled(line)) > width && len(strings.Fields(line)) > 1 && !isExample(line) {
			add("%d columns, at most %d: %q", columns(styled(line)), width, line)
		}
	}
	return problems
}

// isExample reports whether a line of help shows a command to copy, or is a
// heading of a list item ("1. ID"), of which only the ID is too long.
func isExample(line string) bool {
	if strings.HasPrefix(line, "  footnote ") {
		return true
	}
	words := strings.Fields(line)
	return len(words) == 2 && strings.HasSuffix(words[0], ".")
}

// checkJSON checks a line of JSON: an object with the schema, and nothing in it
// null but an ID that was null, and what the contract has null for "there is none".
func checkJSON(line string) error {
	var object map[string]any
	d := json.NewDecoder(strings.NewReader(line))
	d.UseNumber() // an ID may be a number that no float64 holds
	if err := d.Decode(&object); err != nil {
		return err
	}
	if object["schema"] != schema {
		return errors.New("no schema")
	}
	delete(object, "id")
	if hasNull(object) {
		return errors.New("null")
	}
	return nil
}

func hasNull(v any) bool {
	switch v := v.(type) {
	case nil:
		return true
	case map[string]any:
		for k, x := range v {
			if k != "grounded" && k != "judge" && hasNull(x) {
				return true
			}
		}
	case []any:
		for _, x := range v {
			if hasNull(x) {
				return true
			}
		}
	}
	return false
}

// runCommand runs the command in this process and checks its output.
func runCommand(t *testing.T, stdin io.Reader, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs bytes.Buffer
	code = run(t.Context(), args, stdin, &out, &errs)
	for _, problem := range checkOutput(args, out.String(), errs.String(), code, defaultWidth) {
		t.Errorf("footnote %.200q: %s", args, problem)
	}
	return code, out.String(), errs.String()
}
