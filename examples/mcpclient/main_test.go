package main

import (
	"context"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestRun runs the example against the command as it is built from here.
func TestRun(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	footnote := filepath.Join(t.TempDir(), "footnote")
	if runtime.GOOS == "windows" {
		footnote += ".exe"
	}
	if out, err := exec.CommandContext(ctx, "go", "build", "-o", footnote, "github.com/footnote-go/footnote/cmd/footnote").CombinedOutput(); err != nil {
		t.Fatalf("%v\n%s", err, out)
	}
	var out strings.Builder
	if err := run(ctx, &out, []string{footnote, "mcp"}); err != nil {
		t.Fatal(err)
	}
	at := 0
	for _, want := range []string{
		"  check_answer: ", "  search_passages: ", // the tools
		"[^4]", "> Llama 2 (July 2023) was", // the hit
		"Note [^4]:", "It vouches, in ", // its footnote
		"The check passed: false", "the article “July 2023”",
	} {
		i := strings.Index(out.String()[at:], want)
		if i < 0 {
			t.Fatalf("no %q, or not where it belongs, in\n%s", want, out.String())
		}
		at += i
	}
}

func TestErrors(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	for _, tt := range []struct {
		command []string
		why     string
	}{
		{[]string{filepath.Join(t.TempDir(), "footnote"), "mcp"}, "there is no such command"},
		{[]string{"go", "version"}, "it knows no MCP"},
	} {
		if err := run(ctx, &strings.Builder{}, tt.command); err == nil {
			t.Errorf("%s, but there is no error", tt.why)
		}
	}
}
