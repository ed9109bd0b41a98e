package answer

import "strings"

// A Kind says what part of an answer a statement stands in.
type Kind uint8

// The kinds of blocks.
const (
	Prose Kind = iota + 1
	Heading
	Item
	Cell
	BlockQuote
	Code
)

// String returns the kind in words.
func (k Kind) String() string {
	return [...]string{"none", "prose", "heading", "item", "cell", "block quote", "code"}[k]
}

// TakesMark reports whether a mark can stand behind a statement of the kind.
func (k Kind) TakesMark() bool { return k != Heading && k != Code }

// A block is a run of lines, or a part of a line, that is read by itself.
type block struct {
	kind       Kind
	start, end int
	// row counts the rows of tables from 1, column a row's cells from 0; header says
	// that the rule of a table follows the row.
	row, column int
	header      bool
}

// blocks returns the blocks of an answer in order.
func blocks(s string) []block {
	var out []block
	open := -1 // index in out of the paragraph that the next line may continue
	row, inTable := 0, false
	var unclosed fences
	for at := 0; at < len(s); {
		end, next := lineEnd(s, at)
		line := s[at:end]
		if n := fence(line); n != "" {
			if stop, after, ok := unclosed.end(s, next, n); ok {
				out = appendLines(out, s, next, stop)
				open, at = -1, after
				continue
			}
			// Not closed: what follows is read as text, so that nothing hides in it.
			open, at = -1, next
			continue
		}
		b, continues := lineBlock(s, at, line)
		switch {
		case b.kind == 0:
			open = -1
			if strings.Contains(line, "|") && strings.Contains(line, "-") {
				markHeader(out, at)
			}
		case b.kind == Cell:
			if !inTable {
				row++ // a row that isn't there parts two tables
			}
			row++
			b.row = row
			out = appendCells(out, s, b)
			open = -1
		case continues && open >= 0 && (b.kind == Prose || out[open].kind == b.kind):
			out[open].end = b.end
		default:
			out = append(out, b)
			open = len(out) - 1
			if b.kind == Heading {
				open = -1
			}
		}
		inTable = b.kind == Cell || inTable && b.kind == 0 && strings.Contains(line, "|")
		at = next
	}
	return out
}

// lineEnd returns the end of the line at offset at, without the line break, and
// the start of the next.
func lineEnd(s string, at int) (end, next int) {
	i := strings.IndexAny(s[at:], "\n\r\u2028\u2029")
	if i < 0 {
		return len(s), len(s)
	}
	end = at + i
	switch s[end] {
	case '\n':
		return end, end + 1
	case '\r':
		if end+1 < len(s) && s[end+1] == '\n' {
			return end, end + 2
		}
		return end, end + 1
	}
	return end, end + len("\u2028")
}

// lineBlock returns the block that a line makes, of kind 0 if the line is none,
// and whether it may continue the one before.
func lineBlock(s string, at int, line string) (b block, continues bool) {
	body := strings.TrimLeft(line, " \t")
	start := at + len(line) - len(body)
	b = block{kind: Prose, start: start, end: at + len(line)}
	if strings.TrimSpace(body) == "" || rule(body) || definition(body) {
		return block{}, false
	}
	if strings.HasPrefix(body, ">") {
		b.kind = BlockQuote
		b.start += len(body) - len(strings.TrimLeft(body, "> \t"))
		return b, b.start < b.end
	}
	if n := headingMark(body); n > 0 {
		b.kind, b.start = Heading, start+n
		b.end = b.start + len(strings.TrimRight(s[b.start:b.end], " \t#"))
		return b, false
	}
	if n := itemMark(body); n > 0 {
		b.kind, b.start = Item, start+n
		return b, false
	}
	if strings.HasPrefix(body, "|") && strings.Count(body, "|") > 1 {
		b.kind = Cell
		return b, false
	}
	return b, true
}

// rule reports whether a line is a thematic break, an underline of a heading or
// the rule under the header of a table.
func rule(body string) bool {
	return len(body) >= 3 && strings.Trim(body, "-=*_|: \t") == ""
}

// definition reports whether a line defines a footnote.
func definition(body string) bool {
	if !strings.HasPrefix(body, "[^") {
		return false
	}
	label, rest, ok := strings.Cut(body[2:min(len(body), 2+maxMark)], "]")
	return ok && label != "" && strings.HasPrefix(rest, ":")
}

func headingMark(body string) int {
	n := 0
	for n < len(body) && body[n] == '#' {
		n++
	}
	if n == 0 || n > 6 || n < len(body) && body[n] != ' ' && body[n] != '\t' {
		return 0
	}
	return n + len(body[n:]) - len(strings.TrimLeft(body[n:], " \t"))
}

// itemMark returns the length of a list marker and the space after it.
func itemMark(body string) int {
	n := 0
	for _, bullet := range []string{"-", "*", "+", "•", "–", "·"} {
		if strings.HasPrefix(body, bullet) {
			n = len(bullet)
		}
	}
	if n == 0 {
		// "1998." is a year: no list is that long.
		for n < len(body) && n < 3 && body[n] >= '0' && body[n] <= '9' {
			n++
		}
		if n == 0 || n == len(body) || body[n] != '.' && body[n] != ')' {
			return 0
		}
		n++
	}
	if n == len(body) || body[n] != ' ' && body[n] != '\t' {
		return 0
	}
	return n + len(body[n:]) - len(strings.TrimLeft(body[n:], " \t"))
}

// fence returns the characters that open a fence of code, "" if a line opens none.
func fence(line string) string {
	body := strings.TrimLeft(line, " ")
	if len(line)-len(body) > 3 || len(body) < 3 || body[0] != '`' && body[0] != '~' {
		return ""
	}
	n := 0
	for n < len(body) && body[n] == body[0] {
		n++
	}
	if n < 3 || n > longestFence || body[0] == '`' && strings.Contains(body[n:], "`") {
		return ""
	}
	return body[:n]
}

// fences says, for each sort of fence, up to where it is known that no line closes it:
// so no line is looked at twice for the same sort.
type fences [2][longestFence + 1]int

// end returns the start of the line that closes a fence and that of the line after
// it. It looks at 64 KiB only: a longer fence is text.
func (f *fences) end(s string, at int, open string) (stop, after int, ok bool) {
	known := &f[0][len(open)]
	if open[0] == '~' {
		known = &f[1][len(open)]
	}
	limit := min(len(s), at+maxFence)
	for at = max(at, *known); at < limit; *known = at {
		end, next := lineEnd(s, at)
		body := strings.TrimSpace(s[at:end])
		if strings.HasPrefix(body, open) && strings.Trim(body, open[:1]) == "" {
			return at, next, true
		}
		at = next
	}
	return 0, 0, false
}

const (
	maxFence     = 64 << 10
	longestFence = 16 // characters that open a fence
)

func appendLines(out []block, s string, at, stop int) []block {
	for at < stop {
		end, next := lineEnd(s, at)
		if strings.TrimSpace(s[at:end]) != "" {
			out = append(out, block{kind: Code, start: at, end: end})
		}
		at = next
	}
	return out
}

// appendCells appends the cells of a table row.
func appendCells(out []block, s string, row block) []block {
	start, column := row.start+1, 0
	for i := start; i <= row.end; i++ {
		if i < row.end && (s[i] != '|' || s[i-1] == '\\') {
			continue
		}
		if strings.TrimSpace(s[start:i]) != "" {
			out = append(out, block{kind: Cell, start: start, end: i, row: row.row, column: column})
		}
		start = i + 1
		column++
	}
	return out
}

// markHeader marks the cells of the row that ends directly before the rule at.
func markHeader(out []block, at int) {
	if len(out) == 0 || out[len(out)-1].row == 0 || at-out[len(out)-1].end > len("|\r\n  ") {
		return
	}
	for i, row := len(out)-1, out[len(out)-1].row; i >= 0 && out[i].row == row; i-- {
		out[i].header = true
	}
}
