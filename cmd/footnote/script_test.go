package main

import (
	"flag"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write what the transcripts compare into them")

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){"footnote": main})
}

// TestScripts runs the transcripts in testdata/script. Beside testscript's own
// commands they have those below.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: *update,
		Setup: func(env *testscript.Env) error {
			env.Setenv("GORACE", "atexit_sleep_ms=0") // a second for each command
			return nil
		},
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"exits":    exits,
			"jsonpath": jsonpath,
			"pretty":   pretty,
			"bytes":    writeBytes,
		},
	})
}

// exits CODE COMMAND ARGS... runs a command that has to end with an exit code. Of
// the output it checks what holds for every output of footnote: see checkOutput.
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND ARGS...")
	}
	want, err := strconv.Atoi(args[0])
	ts.Check(err)
	got := 0
	if err := ts.Exec(args[1], args[2:]...); err != nil {
		failed, ok := err.(*exec.ExitError)
		if !ok {
			ts.Fatalf("%v", err)
		}
		got = failed.ExitCode()
	}
	if got != want {
		ts.Fatalf("exit code %d, want %d", got, want)
	}
	stdout, stderr := ts.ReadFile("stdout"), ts.ReadFile("stderr")
	width := defaultWidth
	if n, err := strconv.Atoi(ts.Getenv("COLUMNS")); err == nil {
		width = n
	}
	for _, problem := range checkOutput(args[2:], stdout, stderr, got, width) {
		ts.Logf("%s", problem)
		defer ts.Fatalf("the output breaks a rule")
	}
}

// writeBytes FILE TEXT writes a file from a Go string without its quotation
// marks, such as a\x00b; TEXT*N repeats it.
func writeBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE TEXT")
	}
	text, times := args[1], 1
	if before, after, ok := strings.Cut(text, "*"); ok {
		n, err := strconv.Atoi(after)
		ts.Check(err)
		text, times = before, n
	}
	text, err := strconv.Unquote(`"` + text + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[0]), []byte(strings.Repeat(text, times)), 0o666))
}
