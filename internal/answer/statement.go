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
	var pending []Mark // of blocks that state nothing, for the statement after them
	var spans []sentence.Span
	for k, b := range blocks(text) {
		c.clean(b)
		clean := string(c.out)
		if b.kind == Code {
			spans = append(spans[:0], sentence.Span{Start: 0, End: len(clean)})
		} else {
			spans = sentence.Append(spans[:0], clean)
		}
		if !wordy(clean) {
			pending = append(pending, t.spread(b, c.marks, out)...)
			continue
		}
		r := reader{kind: b.kind, block: k, clean: clean, segs: c.segs, marks: c.marks}
		if b.kind.TakesMark() {
			r.pending, pending = pending, nil
		}
		r.findQuotes()
		from := len(out)
		for i, span := range spans {
			next := len(clean)
			if i+1 < len(spans) {
				next = spans[i+1].Start - 1
			}
			out = r.appendSentence(out, span.Start, span.End, max(next, span.End), sentences)
			sentences++
		}
		if b.kind == Cell {
			t.cell(b, clean, out[from:])
		}
	}
	if len(out) > 0 {
		out[len(out)-1].Marks = append(out[len(out)-1].Marks, pending...)
	}
	return out
}

// A table is what is known of the table that is being read.
type table struct {
	header map[int]string
	row    int
	first  string // the text of the row's first cell
	marks  []Mark // of the row's cells that state nothing
}

const (
	maxLead     = 200 // bytes of a header or first cell; what is longer is text
	maxRowMarks = 8   // marks of a row that each of its cells has
)

// begin notes the row of a cell.
func (t *table) begin(b block, clean string) {
	if b.row == t.row {
		return
	}
	if b.row != t.row+1 || t.header == nil || b.header {
		t.header = map[int]string{}
	}
	t.row, t.first, t.marks = b.row, "", nil
	if len(clean) <= maxLead {
		t.first = clean
	}
}

// cell gives the statements of a cell their lead and the marks of their row.
func (t *table) cell(b block, clean string, out []Statement) {
	t.begin(b, clean)
	if b.header && len(clean) <= maxLead {
		t.header[b.column] = clean
	}
	lead := ""
	if !b.header {
		lead = t.header[b.column]
		if t.first != clean {
			lead = strings.TrimSpace(lead + " " + t.first)
		}
	}
	for i := range out {
		out[i].row, out[i].Header, out[i].Lead = b.row, b.header, lead
		out[i].Marks = append(out[i].Marks, t.marks...)
	}
}

// spread gives marks that stand alone in their block to what was stated before: in
// a table to the whole row. It returns those that it can't give.
func (t *table) spread(b block, marks []placed, out []Statement) (left []Mark) {
	for _, m := range marks {
		left = append(left, m.Mark)
	}
	if b.kind != Cell {
		if n := len(out); n > 0 && out[n-1].Kind.TakesMark() {
			out[n-1].Marks, left = append(out[n-1].Marks, left...), nil
		}
		return left
	}
	t.begin(b, "")
	shared := left[:min(len(left), maxRowMarks-len(t.marks))]
	left = left[len(shared):] // these one statement has, so that none is lost
	t.marks = append(t.marks, shared...)
	for i := len(out) - 1; len(shared) > 0 && i >= 0 && out[i].row == b.row; i-- {
		out[i].Marks = append(out[i].Marks, shared...)
	}
	if n := len(out); len(left) > 0 && n > 0 && out[n-1].row == b.row {
		out[n-1].Marks, left = append(out[n-1].Marks, left...), nil
	}
	return left
}

// A reader makes statements of the sentences of one block.
type reader struct {
	kind   Kind
	block  int
	clean  string
	segs   []segment
	marks  []placed // those not yet given to a statement
	quotes [][2]int
	// pending are marks of what stated nothing, for the next statement.
	pending []Mark
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
	if !wordy(r.clean[start:end]) {
		return r.noSentence(out, gap)
	}
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
	carried := r.pending
	r.pending = nil
	var since counter
	for i, g := range groups {
		last := i == len(groups)-1
		marks := append(carried, g.marks...)
		if since.count(r.clean, from, g.at) < minClause && (!last || wordsIn(r.clean[g.at:end]) >= minClause) {
			carried = marks
			continue
		}
		stop := g.at
		if last && wordsIn(r.clean[g.at:end]) < minClause {
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

// noSentence gives the marks of what has no words to the statement before it in the
// block, or to the one after it.
func (r *reader) noSentence(out []Statement, gap int) []Statement {
	for len(r.marks) > 0 && r.marks[0].at <= gap {
		if n := len(out); n > 0 && out[n-1].Block == r.block && r.pending == nil {
			out[n-1].Marks = append(out[n-1].Marks, r.marks[0].Mark)
		} else {
			r.pending = append(r.pending, r.marks[0].Mark)
		}
		r.marks = r.marks[1:]
	}
	return out
}

// A counter counts the words from a place to one that moves on.
type counter struct {
	from, to int
	n        int
	counted  bool // the word that to stands in
}

// count returns how many words clean[from:to] has, or begins to have: what stands
// between spaces with a letter or digit in it. Of two calls for the same from, the
// second looks only at what is new.
func (c *counter) count(clean string, from, to int) int {
	if from != c.from || to < c.to {
		*c = counter{from: from, to: from}
	}
	for _, r := range clean[c.to:to] {
		switch {
		case unicode.IsSpace(r):
			c.counted = false
		case !c.counted && (unicode.IsLetter(r) || unicode.IsDigit(r)):
			c.counted = true
			c.n++
		}
	}
	c.to = to
	return c.n
}

func wordsIn(s string) int { return new(counter).count(s, 0, len(s)) }

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
