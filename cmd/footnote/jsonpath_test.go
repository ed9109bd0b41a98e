package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strconv"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// jsonpath FILE PATH [WANT] checks a value in a file of JSON lines, or, with "!",
// that there is none. PATH goes down by keys and numbers ("hits.0.rank", "len" for
// the length of a list); if the file has several lines it begins with the number
// of one, from 1. WANT is a string as it is, or any other value as JSON; without
// it the value just has to be there.
func jsonpath(ts *testscript.TestScript, neg bool, args []string) {
	if len(args) < 2 || len(args) > 3 {
		ts.Fatalf("usage: jsonpath FILE PATH [WANT]")
	}
	values := decodeAll(ts, ts.ReadFile(args[0]))
	var value any = values
	path := strings.Split(args[1], ".")
	if len(values) == 1 {
		value = values[0]
	} else if line, err := strconv.Atoi(path[0]); err == nil {
		path[0] = strconv.Itoa(line - 1)
	}
	got, ok := descend(value, path)
	switch {
	case neg && ok:
		ts.Fatalf("%s is %s", args[1], encode(got))
	case !neg && !ok:
		ts.Fatalf("no %s", args[1])
	case len(args) == 3 && encode(got) != args[2]:
		ts.Fatalf("%s is %s, want %s", args[1], encode(got), args[2])
	}
}

func descend(value any, path []string) (any, bool) {
	for _, step := range path {
		switch v := value.(type) {
		case map[string]any:
			x, ok := v[step]
			if !ok {
				return nil, false
			}
			value = x
		case []any:
			if step == "len" {
				value = json.Number(strconv.Itoa(len(v)))
				continue
			}
			i, err := strconv.Atoi(step)
			if err != nil || i < 0 || i >= len(v) {
				return nil, false
			}
			value = v[i]
		default:
			return nil, false
		}
	}
	return value, true
}

func encode(v any) string {
	if s, ok := v.(string); ok {
		return s
	}
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err.Error()
	}
	return strings.TrimSpace(b.String())
}

// pretty FROM TO writes the lines of JSON of a file into another so that people
// can read and compare them. Scores are left out: a change of ranking shows in
// the tests of the index.
func pretty(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: pretty FROM TO")
	}
	var out bytes.Buffer
	d := json.NewDecoder(strings.NewReader(ts.ReadFile(args[0])))
	for {
		var line json.RawMessage
		if err := d.Decode(&line); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			ts.Fatalf("%v", err)
		}
		ts.Check(json.Indent(&out, line, "", "  "))
		out.WriteByte('\n')
	}
	var kept strings.Builder
	for line := range strings.Lines(out.String()) {
		if !strings.HasPrefix(strings.TrimSpace(line), `"score":`) {
			kept.WriteString(line)
		}
	}
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), []byte(kept.String()), 0o666))
}

func decodeAll(ts *testscript.TestScript, text string) []any {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var values []any
	for {
		var v any
		if err := d.Decode(&v); errors.Is(err, io.EOF) {
			return values
		} else if err != nil {
			ts.Fatalf("%v", err)
		}
		values = append(values, v)
	}
}
