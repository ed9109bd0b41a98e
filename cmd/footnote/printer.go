package main

import (
	"bufio"
	"encoding/json"
	"io"
	"os"
	"strconv"
	"strings"

	"golang.org/x/term"

	"github.com/footnote-go/footnote/corpus/cite"
)

// The widths of people's output, in columns: what COLUMNS or else the terminal
// says, within limits, and the default where neither does.
const (
	defaultWidth = 80
	maxWidth     = 100
	minWidth     = 20
)

// A printer writes a command's output: JSON for programs, wrapped text for people.
// It is buffered, and keeps the first error until flush.
type printer struct {
	w     *bufio.Writer
	err   error
	width int
	color bool
}

func newPrinter(w io.Writer) *printer {
	p := &printer{w: bufio.NewWriter(w), width: defaultWidth}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		if n, _, err := term.GetSize(int(f.Fd())); err == nil && n > 0 {
			p.width = n
		}
		p.color = os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb"
	}
	if n, err := strconv.Atoi(os.Getenv("COLUMNS")); err == nil && n > 0 {
		p.width = n
	}
	p.width = max(minWidth, min(maxWidth, p.width))
	return p
}

// flush writes what is buffered and returns the first error of the printer.
func (p *printer) flush() error {
	if err := p.w.Flush(); p.err == nil {
		p.err = err
	}
	return p.err
}

// json writes a value as one line.
func (p *printer) json(v any) {
	e := json.NewEncoder(p.w)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil && p.err == nil {
		p.err = err
	}
}

// write writes text that is laid out already.
func (p *printer) write(text styled) {
	_, _ = p.w.WriteString(strings.ReplaceAll(string(text), glue, " ")) // flush has the error
}

// blank writes an empty line.
func (p *printer) blank() { p.write("\n") }

// wrap writes text in lines of at most the width, each behind the indent.
func (p *printer) wrap(indent styled, text styled) { p.layout(indent, indent, text) }

// hang writes text behind a label, and its further lines behind an indent.
func (p *printer) hang(label, indent, text styled) { p.layout(label, indent, text) }

func (p *printer) layout(first, rest, text styled) {
	for _, line := range layout(first, rest, text, p.width) {
		p.write(line + "\n")
	}
}

// strong makes text bold, on a terminal.
func (p *printer) strong(s string) styled { return p.style("1m", s) }

// faint makes text faint, on a terminal.
func (p *printer) faint(s string) styled { return p.style("2m", s) }

// style sets each word by itself in a style, so that a line may end between two.
func (p *printer) style(code styled, s string) styled {
	text := plain(s)
	if !p.color || text == "" {
		return text
	}
	words := strings.Split(string(text), " ")
	for i, w := range words {
		if w != "" {
			words[i] = string(escape + code + styled(w) + escape + "0m")
		}
	}
	return styled(strings.Join(words, " "))
}

// mark makes the spans of a text bold.
func (p *printer) mark(text string, spans []cite.Span) styled {
	var out styled
	at := 0
	for _, s := range spans {
		out += plain(text[at:s.Start]) + p.strong(s.Of(text))
		at = s.End
	}
	return out + plain(text[at:])
}
