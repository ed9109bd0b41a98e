package corpus

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/lazyregexp"
)

// parseExport reads the plain text that a wiki makes of a footnoted article:
//
//   - a paragraph, a list item ("- …") or a table row ("| … |") is one line;
//   - a heading is a short line without punctuation at its end. Its level can't
//     be known, except where headings follow each other directly: then each
//     stands under the one before, down to level 6. The first line, if it is a heading, is the
//     title; standing twice it counts once;
//   - a footnote mark is a number glued to the end of a sentence
//     ("positioning.1"); [cutMark] tells it from other numbers;
//   - the notes follow a heading "Footnotes", "Endnotes" or "Notes", to the
//     file's end: each on a line or behind a line "-", with an arrow back at its
//     end. They count from 1 unless they say their number.
func parseExport(name string, src []byte, notes []note) *Article {
	b := newBuilder(name, src)
	raw := b.a.raw
	b.identify(frontMatter{})
	e := &exportReader{builder: b, lines: exportLines(raw)}
	body := e.notes()
	b.defineNotes(notes)
	e.read(e.lines[:body])
	return b.finish()
}

// maxLevel is the deepest level of a heading, as in Markdown and HTML.
const maxLevel = 6

type exportReader struct {
	*builder
	lines []exportLine
	last  int // number of the last mark
}

// An exportLine is a line of the file that is not blank, trimmed.
type exportLine struct {
	text string
	span cite.Span
}

func exportLines(raw string) []exportLine {
	var out []exportLine
	at := 0
	if strings.HasPrefix(raw, byteOrderMark) {
		at = len(byteOrderMark)
	}
	for at < len(raw) {
		end := len(raw)
		if i := strings.IndexByte(raw[at:], '\n'); i >= 0 {
			end = at + i
		}
		line := raw[at:end]
		if text := strings.TrimSpace(line); text != "" {
			from := at + strings.Index(line, text)
			out = append(out, exportLine{text, cite.Span{Start: from, End: from + len(text)}})
		}
		at = end + 1
	}
	return out
}

// read reads the lines before the notes.
func (e *exportReader) read(lines []exportLine) {
	level := 0 // of the heading directly before, 0 if text is before
	var lead string
	for i := 0; i < len(lines); i++ {
		l := lines[i]
		if isHeading(l.text) {
			if i == 0 {
				e.title(e.clean(l.span))
				level = 1
				if len(lines) > 1 && lines[1].text == l.text {
					i++
				}
				continue
			}
			switch {
			case level > 0:
				level = min(level+1, maxLevel)
			case i+1 < len(lines) && isHeading(lines[i+1].text):
				level = 2
			}
			e.heading(e.clean(l.span), level)
			continue
		}
		level = 0
		switch {
		case l.text[0] == '|':
			i += e.table(lines[i:]) - 1
		case itemMark().MatchString(l.text):
			from := l.span.Start + len(itemMark().FindString(l.text))
			e.block(ListItem, lead, cite.Span{Start: from, End: l.span.End})
			continue // the same lead for the next item
		default:
			e.block(Paragraph, "", l.span)
			if strings.HasSuffix(l.text, ":") {
				lead = e.clean(l.span)
				continue
			}
		}
		lead = ""
	}
}

var itemMark = lazyregexp.New(`^(?:[-*•–]|\d{1,3}[.)])\s+`)

// isHeading reports whether a line of an export looks like a heading.
func isHeading(line string) bool {
	if line[0] == '|' || itemMark().MatchString(line) || len(line) > 150 || len(strings.Fields(line)) > 16 {
		return false
	}
	end := strings.TrimRight(line, "\"'”’)]»")
	if end == "" {
		return false
	}
	if strings.IndexByte(".:;,", end[len(end)-1]) >= 0 || strings.HasSuffix(end, "…") {
		return false
	}
	for i := len(end) - 1; i >= 0 && ('0' <= end[i] && end[i] <= '9' || end[i] == ','); i-- {
		if i > 0 && end[i] != ',' && (isMarkAt(line, i) || endsSentence(line, i) && afterYear(line, i)) {
			return false
		}
	}
	return true
}

// clean returns the clean text of a part of the file that is no block.
func (e *exportReader) clean(span cite.Span) string {
	w := newWriter(e.w.raw)
	w.copyText(span.Start, span.End)
	return string(w.text)
}

func (e *exportReader) block(kind BlockKind, lead string, span cite.Span) {
	e.w.begin()
	e.text(span, 0)
	e.endBlock(kind, lead, nil)
}

// text writes a part of the file, with the marks in it taken out.
func (e *exportReader) text(span cite.Span, cell int) {
	line := e.w.raw[span.Start:span.End]
	from := 0
	for i := 1; i < len(line); i++ {
		if line[i] < '0' || line[i] > '9' {
			continue
		}
		labels, n := e.cutMark(line, i)
		if n == 0 {
			for i+1 < len(line) && '0' <= line[i+1] && line[i+1] <= '9' {
				i++
			}
			continue
		}
		e.w.copyText(span.Start+from, span.Start+i)
		for _, l := range labels {
			e.w.mark(l, span.Start+i, span.Start+i+n, cell)
		}
		i += n - 1
		from = i + 1
	}
	e.w.copyText(span.Start+from, span.End)
}

// cutMark reads the mark at line[i:], if one is there, and returns its labels
// and its length.
func (e *exportReader) cutMark(line string, i int) (labels []string, n int) {
	if !isMarkAt(line, i) && !e.isMarkAfterYear(line, i) {
		return nil, 0
	}
	labels = strings.Split(digitsAndCommas(line[i:]), ",")
	if last, err := strconv.Atoi(labels[len(labels)-1]); err == nil {
		e.last = last
	}
	return labels, len(strings.Join(labels, ","))
}

// isMarkAt reports whether the number at line[i:], of at most three digits (or
// several such with commas between), is a footnote mark: glued to the
// punctuation that ends a sentence, with the end of the line or the start of a
// sentence behind it. A number is none after a digit and a full stop ("3.5",
// "v1.1") or after an abbreviation ("No.5").
func isMarkAt(line string, i int) bool {
	if !endsSentence(line, i) {
		return false
	}
	end := strings.TrimRight(line[:i], "\"'”’)]»")
	before := end[:len(end)-lastSize(end)]
	r, _ := utf8.DecodeLastRuneInString(before)
	if unicode.IsDigit(r) {
		return false
	}
	word := before[strings.LastIndexFunc(before, func(r rune) bool { return !unicode.IsLetter(r) })+1:]
	return !strings.HasSuffix(line[:i], ".") || !numbered[strings.ToLower(word)]
}

// numbered are abbreviations that a number may be glued to.
var numbered = map[string]bool{
	"no": true, "nr": true, "vol": true, "fig": true, "eq": true, "sec": true, "ch": true,
	"art": true, "p": true, "pp": true, "v": true, "ver": true, "vs": true, "app": true,
}

// isMarkAfterYear reports whether the number at line[i:] is a mark although a
// digit stands before the full stop: "in 2024.10" is one if it would be the next
// in order and a note of that number exists.
func (e *exportReader) isMarkAfterYear(line string, i int) bool {
	if !endsSentence(line, i) || !afterYear(line, i) {
		return false
	}
	digits := digitsAndCommas(line[i:])
	if n, err := strconv.Atoi(digits); err != nil || n != e.last+1 {
		return false
	}
	_, ok := e.a.byLabel[digits]
	return ok
}

// afterYear reports whether a year and the end of a sentence stand directly
// before line[i:].
func afterYear(line string, i int) bool {
	const enough = 16 // bytes for a year and closing punctuation
	return yearBefore().MatchString(line[max(0, i-enough):i])
}

var yearBefore = lazyregexp.New(`(?:^|[^\d.,])(?:1[5-9]|20)\d\d[.!?]["'”’)\]»]*$`)

// endsSentence reports whether the number at line[i:] stands directly behind the
// end of a sentence and is followed by nothing or the start of another.
func endsSentence(line string, i int) bool {
	end := strings.TrimRight(line[:i], "\"'”’)]»")
	if last, _ := utf8.DecodeLastRuneInString(end); !strings.ContainsRune(".!?…。！？", last) {
		return false
	}
	digits := digitsAndCommas(line[i:])
	if digits == "" {
		return false
	}
	for _, d := range strings.Split(digits, ",") {
		if d == "" || d[0] == '0' || len(d) > 3 {
			return false
		}
	}
	rest := line[i+len(digits):]
	next := strings.TrimLeftFunc(rest, unicode.IsSpace)
	r, _ := utf8.DecodeRuneInString(next)
	return next == "" || len(next) < len(rest) && !unicode.IsLower(r)
}

// digitsAndCommas returns the digits and the commas between them that s begins
// with. It looks no further than a mark of sixteen labels may reach: what is
// longer is none, and goes on with a digit or a comma.
func digitsAndCommas(s string) string {
	const enough = 16 * len("999,")
	n := 0
	for n < min(len(s), enough) && ('0' <= s[n] && s[n] <= '9' || s[n] == ',' && n > 0 && n+1 < len(s) && '0' <= s[n+1] && s[n+1] <= '9') {
		n++
	}
	return s[:n]
}

func lastSize(s string) int {
	_, n := utf8.DecodeLastRuneInString(s)
	return n
}

var delimiterRow = lazyregexp.New(`^\|(?:\s*:?-+:?\s*\|)+\s*$`)

// table reads the rows of a table and returns how many lines it has.
func (e *exportReader) table(lines []exportLine) int {
	n := 0
	for n < len(lines) && lines[n].text[0] == '|' {
		n++
	}
	var lead string
	rows := lines[:n]
	if n > 1 && delimiterRow().MatchString(rows[1].text) {
		var header []string
		for _, c := range exportCells(rows[0]) {
			header = append(header, e.clean(c))
		}
		lead, rows = strings.Join(header, " | "), rows[2:]
	}
	for _, row := range rows {
		var cells []cite.Span
		e.w.begin()
		for i, c := range exportCells(row) {
			if i > 0 {
				e.w.join(" | ", c.Start)
			}
			start := e.w.len()
			e.text(c, i)
			cells = append(cells, cite.Span{Start: start, End: e.w.len()})
		}
		e.endBlock(TableRow, lead, cells)
	}
	return n
}

// exportCells returns the places of the cells of a row, trimmed.
func exportCells(row exportLine) []cite.Span {
	var out []cite.Span
	text := strings.TrimSuffix(row.text, "|")
	for from := 1; from <= len(text); {
		end := len(text)
		if i := strings.IndexByte(text[from:], '|'); i >= 0 {
			end = from + i
		}
		cell := strings.TrimSpace(text[from:end])
		start := row.span.Start + from + strings.Index(text[from:end], cell)
		out = append(out, cite.Span{Start: start, End: start + len(cell)})
		from = end + 1
	}
	return out
}

var (
	notesHeading = lazyregexp.New(`^(?i:footnotes|endnotes|notes)$`)
	backArrow    = lazyregexp.New(`(?:\s*(?:↩|⤴|↑)[\x{fe0e}\x{fe0f}]?\d*)+\s*$`)
	noteNumber   = lazyregexp.New(`^(?:\[(\d{1,3})\]|(\d{1,3})[.)])\s+`)
)

// notes reads the notes at the end and returns the number of lines before them,
// their heading included.
func (e *exportReader) notes() int {
	at := len(e.lines)
	for i, l := range e.lines {
		if notesHeading().MatchString(l.text) {
			at = i + 1
		}
	}
	dashes := false
	for _, l := range e.lines[at:] {
		dashes = dashes || l.text == "-"
	}
	number := 0
	var span cite.Span
	var parts []string
	begun := false // a note, by a line "-"
	flush := func() {
		if len(parts) == 0 && !begun {
			return
		}
		begun = false
		number++
		text := backArrow().ReplaceAllString(strings.Join(parts, " "), "")
		if m := noteNumber().FindStringSubmatch(text); m != nil {
			number, _ = strconv.Atoi(m[1] + m[2])
			text = text[len(m[0]):]
		}
		e.define(strconv.Itoa(number), text, urls(text), false, span)
		parts = nil
	}
	for _, l := range e.lines[at:] {
		if l.text == "-" || !dashes {
			flush()
		}
		if l.text == "-" {
			begun, span = true, l.span
			continue
		}
		if len(parts) == 0 {
			span.Start = l.span.Start
		}
		span.End = l.span.End
		s := l.span
		if m := bullet().FindString(l.text); !dashes && m != "" {
			s.Start += len(m)
		}
		parts = append(parts, e.clean(s))
	}
	flush()
	return at
}

var bullet = lazyregexp.New(`^[-*•–]\s+`)
