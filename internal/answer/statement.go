package answer

import (
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/internal/sentence"
)

// A Statement is a sentence of an answer, or the part of one that its own marks
// close.
type Statement struct {
	Kind     Kind
	Block    int // of the answer, from 0
	Sentence int // of the answer, from 0: several statements may be parts of one
	// Start and End are the statement's place in the answer, without the marks
	// that close it.
	Start, End int
	// Text is the statement without marks, markup and invisible characters.
	Text string
	// Lead is what a table's cell needs to be understood: the header of its column
	// and the first cell of its row. Header says that it stands in a header.
	Lead   string
	Header bool
	Marks  []Mark
	Quotes []Quote

	segs   []segment
	offset int // of Text in the clean text of its block
	row    int // of a cell
}

// Source maps a span of Text to the bytes of the answer.
func (s *Statement) Source(start, end int) (from, to int) {
	return source(s.segs, s.offset+start, s.offset+end)
}

// SameRow reports whether two statements are cells of one row of a table.
func (s *Statement) SameRow(t *Statement) bool {
	return s.Kind == Cell && t.Kind == Cell && s.row == t.row
}

// Read returns the statements of an answer in order. It takes time in proportion to
// the length of the answer.
func Read(text string) []Statement {
	var out []Statement
	c := cleaner{s: text}
	sentences := 0
	var t table
	var spans []sentence.Span
	for k, b := range blocks(text) {
		c.clean(b)
		clean := string(c.out)
		if b.kind == Code {
			spans = append(spans[:0], sentence.Span{Start: 0, End: len(clean)})
		} else {
			spans = sentence.Append(spans[:0], clean)
		}
		r := reader{kind: b.kind, block: k, clean: clean, segs: c.segs, marks: c.marks}
		r.findQuotes()
		for i, span := range spans {
			next := len(clean)
			if i+1 < len(spans) {
				next = spans[i+1].Start - 1
			}
			out = r.appendSentence(out, span.Start, span.End, max(next, span.End), sentences)
			sentences++
		}
		if b.kind == Cell {
			t.cell(b, clean, out)
		}
		if len(spans) == 0 {
			t.spread(b, c.marks, out)
		}
	}
	return out
}

// A table is what is known of the table that is being read.
type table struct {
	header map[int]string
	row    int
	first  string // the text of the row's first cell
}

// cell gives the statements of a cell, the last of out, their lead.
func (t *table) cell(b block, clean string, out []Statement) {
	if b.row != t.row {
		if b.row != t.row+1 || t.header == nil || b.header {
			t.header = map[int]string{}
		}
		t.row, t.first = b.row, clean
	}
	if b.header {
		t.header[b.column] = clean
	}
	for i := len(out) - 1; i >= 0 && out[i].Kind == Cell && out[i].row == 0; i-- {
		out[i].row, out[i].Header = b.row, b.header
		if b.header {
			continue
		}
		out[i].Lead = t.header[b.column]
		if t.first != clean {
			out[i].Lead = strings.TrimSpace(out[i].Lead + " " + t.first)
		}
	}
}

// spread gives marks that stand alone in their block to what was stated before: in
// a table to the whole row.
func (t *table) spread(b block, marks []placed, out []Statement) {
	for i := len(out) - 1; i >= 0 && len(marks) > 0; i-- {
		if b.kind == Cell && out[i].row != b.row {
			return
		}
		for _, m := range marks {
			out[i].Marks = append(out[i].Marks, m.Mark)
		}
		if b.kind != Cell {
			return
		}
	}
}

// A reader makes statements of the sentences of one block.
type reader struct {
	kind   Kind
	block  int
	clean  string
	segs   []segment
	marks  []placed // those not yet given to a statement
	quotes [][2]int
}

func (r *reader) findQuotes() {
	if r.kind != BlockQuote && r.kind != Code {
		r.quotes = quotes(r.clean)
	}
}

// appendSentence appends the statements of the sentence clean[start:end]; marks up
// to gap, which is before the next sentence, are its own.
func (r *reader) appendSentence(out []Statement, start, end, gap, number int) []Statement {
	type group struct {
		at    int
		marks []Mark
	}
	var groups []group
	for len(r.marks) > 0 && r.marks[0].at <= gap {
		m := r.marks[0]
		r.marks = r.marks[1:]
		at := min(max(m.at, start), end)
		if n := len(groups); n > 0 && !wordy(r.clean[groups[n-1].at:at]) {
			groups[n-1].marks = append(groups[n-1].marks, m.Mark)
			groups[n-1].at = at
			continue
		}
		groups = append(groups, group{at, []Mark{m.Mark}})
	}
	// A mark that opens the sentence belongs to what follows it, and so does one
	// after a word or two.
	from := start
	var carried []Mark
	for i, g := range groups {
		last := i == len(groups)-1
		marks := append(carried, g.marks...)
		if words(r.clean[from:g.at]) < minClause && (!last || words(r.clean[g.at:end]) >= minClause) {
			carried = marks
			continue
		}
		stop := g.at
		if last && words(r.clean[g.at:end]) < minClause {
			stop = end
		}
		stop = r.closing(stop, end)
		out = append(out, r.statement(from, stop, number, marks))
		from, carried = stop, nil
	}
	if wordy(r.clean[from:end]) {
		out = append(out, r.statement(from, end, number, carried))
	}
	return out
}

// minClause is how many words stand between two marks of a sentence at least, if
// they close different clauses, and after the last, if it doesn't close the whole.
const minClause = 3

// closing moves the end of a clause over the punctuation that follows it.
func (r *reader) closing(at, end int) int {
	rest := r.clean[at:end]
	if !wordy(rest) {
		return end
	}
	return at + len(rest) - len(strings.TrimLeft(rest, ".,;:!?)”\"’"))
}

func wordy(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}

func (r *reader) statement(from, to, number int, marks []Mark) Statement {
	from += len(r.clean[from:to]) - len(strings.TrimLeft(r.clean[from:to], " "))
	s := Statement{
		Kind: r.kind, Block: r.block, Sentence: number,
		Text: r.clean[from:to], Marks: marks, segs: r.segs, offset: from,
	}
	s.Start, s.End = s.Source(0, len(s.Text))
	if r.kind == BlockQuote {
		if words(s.Text) >= minQuote {
			s.Quotes = []Quote{{s.Text, s.Start, s.End}}
		}
		return s
	}
	for len(r.quotes) > 0 && r.quotes[0][0] < to {
		q := r.quotes[0]
		r.quotes = r.quotes[1:]
		start, end := source(r.segs, q[0], q[1])
		s.Quotes = append(s.Quotes, Quote{r.clean[q[0]:q[1]], start, end})
	}
	return s
}
