package main

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
)

func TestStyle(t *testing.T) {
	p := newPrinter(io.Discard)
	p.color = true
	for _, c := range []struct {
		name      string
		got, want styled
	}{
		{"each word by itself", p.strong("one two"), "\x1b[1mone\x1b[0m \x1b[1mtwo\x1b[0m"},
		{"nothing", p.faint(""), ""},
		{"an article's own escape is harmless", p.faint("\x1b[31m"), "\x1b[2m\ufffd[31m\x1b[0m"},
		{"spans", p.mark("a bee c", []cite.Span{{Start: 2, End: 5}}), "a \x1b[1mbee\x1b[0m c"},
	} {
		if c.got != c.want {
			t.Errorf("%s: %q, want %q", c.name, c.got, c.want)
		}
	}
	p.color = false
	if got := p.strong("one"); got != "one" {
		t.Errorf("without a terminal: %q", got)
	}
}

func TestWidth(t *testing.T) {
	for columns, want := range map[string]int{
		"": 80, "60": 60, "1000": 100, "3": 20, "0": 80, "-5": 80, "wide": 80,
	} {
		t.Setenv("COLUMNS", columns)
		if got := newPrinter(io.Discard).width; got != want {
			t.Errorf("COLUMNS=%s: %d, want %d", columns, got, want)
		}
	}
}

// A fullDisk takes no byte.
type fullDisk struct{}

func (fullDisk) Write([]byte) (int, error) { return 0, errors.New("no space left") }

// TestFullDisk checks that output that can't be written is told, once.
func TestFullDisk(t *testing.T) {
	lines := strings.Repeat(`{"question":"risk"}`+"\n", 50)
	for _, args := range [][]string{
		{"ask", "existential risk"},
		{"search", "--json", "existential risk"},
		{"show", "--json", "meta-open-source-strategy"},
		{"search", "--batch", "-"},
		{"help"},
		{"ask", "--json", "zeppelin"},
		{"show", "--json", "^99"},
	} {
		var errs strings.Builder
		code := run(t.Context(), args, strings.NewReader(lines), fullDisk{}, &errs)
		if code != exitRead || strings.Count(errs.String(), "footnote: writing the output: no space left") != 1 {
			t.Errorf("%q: exit code %d, %q", args, code, errs.String())
		}
	}
}
