package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"flag"
	"io"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var updateDocs = flag.Bool("update-docs", false, "write the outputs in the documents anew")

// consoleBlock is a command of a document with its output: for people in the same
// block, or as JSON in the next.
var consoleBlock = regexp.MustCompile("(?s)```console\n\\$ (footnote [^\n]*)\n(.*?)```(?:\n\n```json\n(.*?)```)?")

// TestDocs runs the commands that the documents show and compares the outputs.
func TestDocs(t *testing.T) {
	t.Chdir("../..")
	for _, name := range []string{"README.md", "docs/command.md"} {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		fresh := consoleBlock.ReplaceAllStringFunc(string(data), func(block string) string {
			n++
			m := consoleBlock.FindStringSubmatch(block)
			args := splitArgs(m[1])
			var out bytes.Buffer
			run(context.Background(), args[1:], strings.NewReader(""), &out, io.Discard)
			if !strings.Contains(block, "```json") {
				return "```console\n$ " + m[1] + "\n" + out.String() + "```"
			}
			return "```console\n$ " + m[1] + "\n```\n\n```json\n" + indentAll(t, out.Bytes()) + "```"
		})
		if n == 0 {
			t.Errorf("%s shows no command", name)
		}
		if *updateDocs {
			if err := os.WriteFile(name, []byte(fresh), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if diff := cmp.Diff(string(data), fresh); diff != "" {
			t.Errorf("%s (-shown +real), run with -update-docs if the change is meant:\n%s", name, diff)
		}
	}
}

// indentAll sets JSON values in lines that people can read.
func indentAll(t *testing.T, data []byte) string {
	t.Helper()
	var out bytes.Buffer
	for d := json.NewDecoder(bytes.NewReader(data)); ; {
		var v json.RawMessage
		if err := d.Decode(&v); errors.Is(err, io.EOF) {
			return out.String()
		} else if err != nil {
			t.Fatalf("%v in %s", err, data)
		}
		if err := json.Indent(&out, v, "", "  "); err != nil {
			t.Fatal(err)
		}
		out.WriteByte('\n')
	}
}

// splitArgs splits a command line at spaces outside of double quotes.
func splitArgs(line string) []string {
	var out []string
	for i, part := range strings.Split(line, `"`) {
		if i%2 == 1 {
			out = append(out, part)
			continue
		}
		out = append(out, strings.Fields(part)...)
	}
	return out
}
