package corpus

import (
	"path"
	"strings"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
)

// Markdown returns the article as Markdown in which every mark has its note: the bytes
// that it was read from, with the definitions of the sidecar NAME.notes.jsonl that it
// lacks at the end. A plain-text export is written anew, its blocks with marks behind
// what their notes vouch for.
func (a *Article) Markdown() string {
	var b strings.Builder
	if strings.EqualFold(path.Ext(a.name), ".txt") {
		a.write(&b, markdownForm)
		return b.String()
	}
	b.WriteString(strings.ToValidUTF8(a.raw, "\ufffd"))
	first := true
	for _, d := range a.definitions {
		if d.Duplicate || !d.Span.IsEmpty() {
			continue
		}
		if first {
			b.WriteString(strings.Repeat("\n", 2-min(1, len(b.String())-len(strings.TrimRight(b.String(), "\n")))))
			first = false
		}
		b.WriteString("[^" + d.Label + "]: " + oneLine(d.Text) + "\n")
	}
	return b.String()
}

// PlainText returns the article as plain text: title, headings underlined, the text of
// its blocks without markup, marks as [4] behind what their notes vouch for, and the
// notes at the end.
func (a *Article) PlainText() string {
	var b strings.Builder
	a.write(&b, plainForm)
	return b.String()
}

// A form says how an article is written.
type form struct {
	heading func(b *strings.Builder, text string, level int)
	mark    func(label string) string
	note    func(label, text string) string
	item    string // what begins a list item
}

var markdownForm = form{
	heading: func(b *strings.Builder, text string, level int) {
		b.WriteString(strings.Repeat("#", max(1, min(level, 6))) + " " + text + "\n")
	},
	mark: func(label string) string { return "[^" + label + "]" },
	note: func(label, text string) string { return "[^" + label + "]: " + text },
	item: "- ",
}

var plainForm = form{
	heading: func(b *strings.Builder, text string, level int) {
		line := "-"
		if level == 1 {
			line = "="
		}
		b.WriteString(text + "\n" + strings.Repeat(line, utf8.RuneCountInString(text)) + "\n")
	},
	mark: func(label string) string { return "[" + label + "]" },
	note: func(label, text string) string { return "[" + label + "] " + text },
	item: "- ",
}

// unknownLevel is the level of headings of which the file doesn't tell it.
const unknownLevel = 2

func (a *Article) write(b *strings.Builder, f form) {
	for s := range a.Sections() {
		level := s.Level()
		if !s.LevelKnown() {
			level = unknownLevel
		}
		if s.Slug() == "top" {
			level = 1
		}
		if heading := oneLine(s.Heading()); heading != "" {
			gap(b)
			f.heading(b, heading, level)
		}
		lead := ""
		for block := range s.Blocks() {
			lead = block.write(b, f, lead)
		}
	}
	first := true
	for note := range a.Footnotes() {
		if first {
			gap(b)
			first = false
		}
		b.WriteString(f.note(note.Label, oneLine(note.Text)) + "\n")
	}
}

// write writes a block, with what it needs to be understood unless that is what the
// last one needed, too, and returns it.
func (block Block) write(b *strings.Builder, f form, last string) (lead string) {
	lead = block.Lead()
	row := block.Kind() == TableRow || block.Kind() == ListItem
	if !row || lead != last {
		gap(b)
		if lead != "" && block.Kind() == TableRow {
			b.WriteString(oneLine(lead) + "\n")
		}
	}
	if block.Kind() == ListItem {
		b.WriteString(f.item)
	}
	for _, piece := range block.Pieces(cite.Span{End: len(block.Text())}) {
		text, rest := piece.Marked(block.Text())
		b.WriteString(text)
		if !piece.Silent {
			for _, note := range piece.Footnotes {
				b.WriteString(f.mark(note.Label))
			}
		}
		b.WriteString(rest)
	}
	b.WriteByte('\n')
	return lead
}

// gap writes a blank line, but not at the start.
func gap(b *strings.Builder) {
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
}

// oneLine folds white space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
