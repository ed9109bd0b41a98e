package corpus

import (
	"path"
	"regexp"
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
		b.WriteString(strings.TrimRight(markdownForm.note(d.Label, oneLine(d.Text)), " ") + "\n")
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
	// all says that no mark is left out, not even behind punctuation alone.
	all bool
	// text writes text that has no markup, first the text that begins a block.
	text, first func(s string) string
	// header writes what comes before the rows of a table.
	header func(b *strings.Builder, lead, row string)
	// row writes a row of a table.
	row func(text string) string
}

var markdownForm = form{
	heading: func(b *strings.Builder, text string, level int) {
		b.WriteString(strings.Repeat("#", max(1, min(level, 6))) + " " + strings.ReplaceAll(escapeMarkdown(text), "#", `\#`) + "\n")
	},
	mark:  func(label string) string { return "[^" + label + "]" },
	note:  func(label, text string) string { return "[^" + label + "]: " + escapeStart(escapeMarkdown(text)) },
	all:   true,
	text:  escapeMarkdown,
	first: escapeStart,
	header: func(b *strings.Builder, lead, row string) {
		columns := strings.Count(lead, "|")
		if lead == "" {
			columns = strings.Count(row, "|")
			lead = strings.Repeat("| ", columns)
		}
		b.WriteString(strings.TrimRight("| "+escapeMarkdown(lead), " ") + " |\n" + strings.Repeat("| --- ", columns+1) + "|\n")
	},
	row: func(text string) string { return "| " + text + " |" },
}

var plainForm = form{
	heading: func(b *strings.Builder, text string, level int) {
		line := "-"
		if level == 1 {
			line = "="
		}
		b.WriteString(text + "\n" + strings.Repeat(line, utf8.RuneCountInString(text)) + "\n")
	},
	mark:  func(label string) string { return "[" + label + "]" },
	note:  func(label, text string) string { return "[" + label + "] " + text },
	text:  func(s string) string { return s },
	first: func(s string) string { return s },
	header: func(b *strings.Builder, lead, _ string) {
		if lead != "" {
			b.WriteString(lead + "\n")
		}
	},
	row: func(text string) string { return strings.TrimRight(text, " ") },
}

// unknownLevel is the level of headings of which the file doesn't tell it.
const unknownLevel = 2

func (a *Article) write(b *strings.Builder, f form) {
	for s := range a.Sections() {
		level := s.Level()
		if !s.LevelKnown() {
			level = unknownLevel
		}
		if s.Slug() == topSlug {
			level = 1
		}
		if heading := oneLine(s.Heading()); heading != "" {
			gap(b)
			f.heading(b, heading, level)
		}
		var last Block
		for block := range s.Blocks() {
			block.write(b, f, last)
			last = block
		}
	}
	first := true
	for note := range a.Footnotes() {
		if first {
			gap(b)
			first = false
		}
		b.WriteString(strings.TrimRight(f.note(note.Label, oneLine(note.Text)), " ") + "\n")
	}
}

// write writes a block, which goes on with the list or table of the last one if it is
// of the same.
func (block Block) write(b *strings.Builder, f form, last Block) {
	row := block.Kind() == TableRow
	if !row && block.Kind() != ListItem || block.Kind() != last.Kind() || block.Lead() != last.Lead() {
		gap(b)
		if row {
			f.header(b, oneLine(block.Lead()), block.Text())
		}
	}
	var text strings.Builder
	for _, piece := range block.Pieces(cite.Span{End: len(block.Text())}) {
		piece.Silent = piece.Silent && !f.all
		words, rest := piece.Marked(block.Text())
		text.WriteString(f.text(words))
		if !piece.Silent {
			for _, note := range piece.Footnotes {
				text.WriteString(f.mark(note.Label))
			}
		}
		text.WriteString(f.text(rest))
	}
	switch {
	case row:
		b.WriteString(f.row(text.String()))
	case block.Kind() == ListItem:
		b.WriteString("- " + f.first(text.String()))
	default:
		b.WriteString(f.first(text.String()))
	}
	b.WriteByte('\n')
}

// escapeMarkdown writes text so that Markdown has it as it is, but for its start.
func escapeMarkdown(text string) string {
	if !strings.ContainsAny(text, "\\`*_[]<~&") {
		return text
	}
	var b strings.Builder
	for i, r := range text {
		switch r {
		case '\\', '`', '*', '[', ']', '<', '~':
			b.WriteByte('\\')
		case '_':
			if !isWordAt(text, i) {
				b.WriteByte('\\')
			}
		case '&': // may begin an entity
			if i+1 < len(text) && (text[i+1] == '#' || isWordByte(text[i+1])) {
				b.WriteByte('\\')
			}
		}
		b.WriteRune(r)
	}
	return b.String()
}

// isWordAt reports whether there are letters or digits on both sides of text[i], where
// "_" is no markup.
func isWordAt(text string, i int) bool {
	return i > 0 && i+1 < len(text) && text[i-1] != '_' && isWordByte(text[i-1]) && text[i+1] != '_' && isWordByte(text[i+1])
}

// blockStart finds what would begin a block of another kind than a paragraph: a
// heading, an item, a quotation, a line.
var blockStart = regexp.MustCompile(`^(?:[#+\-=>]|\d{1,9}[.)])`)

// escapeStart writes text that begins a block so that it begins no other one.
func escapeStart(text string) string {
	start := blockStart.FindString(text)
	if start == "" {
		return text
	}
	at := len(start) - 1
	return text[:at] + `\` + text[at:]
}

// gap writes a blank line, but not at the start.
func gap(b *strings.Builder) {
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
}

// oneLine folds white space, that of ASCII alone, as reading does.
func oneLine(s string) string {
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || '\t' <= r && r <= '\r' }), " ")
}
