package answer

import (
	"html"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A segment says which bytes of the answer a piece of clean text stands for.
type segment struct {
	clean, source int
	copied        bool // byte by byte; else the piece stands for source as a whole
	sourceEnd     int
}

// A placed mark stands in the clean text at an offset.
type placed struct {
	Mark
	at int
}

// A cleaner makes clean text of a block.
type cleaner struct {
	s     string
	out   []byte
	segs  []segment
	marks []placed
}

// clean reads a block.
func (c *cleaner) clean(b block) {
	c.out, c.segs, c.marks = c.out[:0], nil, nil
	for i := b.start; i < b.end; {
		i = c.step(b, i)
	}
	c.out = []byte(strings.TrimRight(string(c.out), " "))
}

// step reads what stands at i and returns the offset after it.
func (c *cleaner) step(b block, i int) int {
	s := c.s[:b.end]
	r, n := utf8.DecodeRuneInString(s[i:])
	if b.kind == Code {
		c.put(i, i+n, r, n)
		return i + n
	}
	if m, ok := markAt(s, i); ok {
		c.mark(m)
		return m.End
	}
	switch {
	case r == '\n' || r == '\r':
		c.space(i, i+n)
		j := i + n
		if b.kind == BlockQuote {
			j += len(s[j:]) - len(strings.TrimLeft(s[j:], "> \t"))
		}
		return j
	case unicode.IsSpace(r):
		c.space(i, i+n)
		return i + n
	case r == '\\' && i+1 < len(s) && asciiPunct(s[i+1]):
		c.copy(i+1, i+2)
		return i + 2
	case r == '&':
		return c.entity(s, i)
	case r == '<':
		return c.tag(s, i)
	case r == '`', r == '*' && !between(s, i, digit), r == '_' && !between(s, i, letter):
		return i + n
	case r == '~' && strings.HasPrefix(s[i:], "~~"):
		return i + 2
	case r == '!' && strings.HasPrefix(s[i:], "!["):
		return i + 1
	case r == '[':
		return c.link(b, s, i)
	case r == ']':
		if j, ok := address(s, i+1); ok {
			return j
		}
	}
	c.put(i, i+n, r, n)
	return i + n
}

// put appends the rune at s[from:to], unless it is invisible.
func (c *cleaner) put(from, to int, r rune, n int) {
	if r == utf8.RuneError && n <= 1 {
		c.segs = append(c.segs, segment{len(c.out), from, false, to})
		c.out = utf8.AppendRune(c.out, utf8.RuneError)
		return
	}
	if Invisible(r) {
		return
	}
	c.copy(from, to)
}

// Invisible reports whether a rune is one that nobody sees: a zero-width character,
// a mark of direction, a soft hyphen, a control character.
func Invisible(r rune) bool {
	return unicode.In(r, unicode.Cf, unicode.Cc) && !unicode.IsSpace(r) ||
		r == '\u034f' || r == '\u115f' || r == '\u3164' || r >= '\ufe00' && r <= '\ufe0f'
}

func (c *cleaner) copy(from, to int) {
	if k := len(c.segs) - 1; k >= 0 && c.segs[k].copied &&
		c.segs[k].source+len(c.out)-c.segs[k].clean == from {
		c.segs[k].sourceEnd = to
	} else {
		c.segs = append(c.segs, segment{len(c.out), from, true, to})
	}
	c.out = append(c.out, c.s[from:to]...)
}

func (c *cleaner) space(from, to int) {
	if len(c.out) == 0 || c.out[len(c.out)-1] == ' ' {
		return
	}
	c.segs = append(c.segs, segment{len(c.out), from, false, to})
	c.out = append(c.out, ' ')
}

// asciiPunct reports whether a byte is one that Markdown lets a backslash escape.
func asciiPunct(b byte) bool {
	return b > ' ' && b < 0x7f && !letter(rune(b))
}

// mark notes a mark. Where it parts two words, a space takes its place.
func (c *cleaner) mark(m Mark) {
	at := len(c.out)
	for at > 0 && c.out[at-1] == ' ' {
		at--
	}
	c.marks = append(c.marks, placed{m, at})
	switch r, _ := utf8.DecodeRuneInString(c.s[m.End:]); {
	case unicode.IsLetter(r) || unicode.IsDigit(r):
		c.space(m.Start, m.End)
	case strings.ContainsRune(".,;:!?)]\"”’", r) && at < len(c.out):
		c.out = c.out[:at]
		for len(c.segs) > 0 && c.segs[len(c.segs)-1].clean >= at {
			c.segs = c.segs[:len(c.segs)-1]
		}
	}
}

const (
	maxEntity   = 10
	entityBytes = "#0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
)

func (c *cleaner) entity(s string, i int) int {
	if j := strings.IndexByte(s[i:min(len(s), i+maxEntity)], ';'); j > 0 && strings.Trim(s[i+1:i+j], entityBytes) == "" {
		if text := html.UnescapeString(s[i : i+j+1]); text != s[i:i+j+1] {
			switch visible := strings.ContainsFunc(text, func(r rune) bool { return !Invisible(r) }); {
			case !visible:
			case strings.TrimSpace(text) == "":
				c.space(i, i+j+1)
			default:
				c.segs = append(c.segs, segment{len(c.out), i, false, i + j + 1})
				c.out = append(c.out, text...)
			}
			return i + j + 1
		}
	}
	c.copy(i, i+1)
	return i + 1
}

const maxTag = 300

// tag passes over an HTML tag. <sup>4</sup> is a mark.
func (c *cleaner) tag(s string, i int) int {
	rest := s[i:min(len(s), i+maxTag)]
	end := strings.IndexByte(rest, '>')
	if end < 2 || !(rest[1] == '/' || rest[1] >= 'a' && rest[1] <= 'z' || rest[1] >= 'A' && rest[1] <= 'Z') ||
		strings.ContainsAny(rest[1:end], "<\n") {
		c.copy(i, i+1)
		return i + 1
	}
	if strings.EqualFold(rest[:end+1], "<sup>") {
		if body, after, ok := strings.Cut(rest[end+1:], "</"); ok && len(after) >= 4 && strings.EqualFold(after[:4], "sup>") {
			inner := strings.Trim(body, "[] ")
			if refs, ok := refsIn(inner); ok {
				stop := i + end + 1 + len(body) + len("</sup>")
				c.mark(Mark{Start: i, End: stop, Text: s[i:stop], Refs: refs})
				return stop
			}
		}
	}
	return i + end + 1
}

// link passes over the bracket that opens a link's text; other brackets are text.
func (c *cleaner) link(b block, s string, i int) int {
	limit := min(len(s), i+maxTag)
	depth := 0
	for j := i; j < limit; j++ {
		switch s[j] {
		case '[':
			depth++
		case ']':
			if depth--; depth == 0 {
				if _, ok := address(s, j+1); ok {
					return i + 1
				}
				j = limit
			}
		}
	}
	c.copy(i, i+1)
	return i + 1
}

const maxAddress = 2000

// address returns the end of a link's address, "(…)", that begins at i.
func address(s string, i int) (int, bool) {
	if i >= len(s) || s[i] != '(' {
		return 0, false
	}
	end, first, depth := -1, 0, 0
	for j := i + 1; j < min(len(s), i+maxAddress) && end < 0; j++ {
		switch s[j] {
		case '(':
			depth++
		case ')':
			if depth--; depth < 0 {
				end = j - i
			} else if first == 0 {
				first = j - i
			}
		case ' ', '\n':
			end = j - i
		case ']':
			if strings.HasPrefix(s[j:], "](") {
				return 0, false // another link begins
			}
		}
	}
	if first > 0 && (end < 0 || s[i+end] != ')') {
		end = first // a bracket that is not closed is one of the address
	}
	if end < 0 {
		return 0, false
	}
	target := s[i+1 : i+end]
	if !strings.Contains(target, "/") && !strings.HasPrefix(target, "#") && !strings.Contains(target, ":") {
		return 0, false
	}
	if s[i+end] == ' ' { // a title follows
		return titleEnd(s, i+end)
	}
	return i + end + 1, s[i+end] == ')'
}

// titleEnd returns the end of a link's address of which the title begins, after
// spaces, at i. What isn't quoted is no title, lest text hide in it.
func titleEnd(s string, i int) (int, bool) {
	rest := strings.TrimLeft(s[i:min(len(s), i+maxTag)], " ")
	if rest == "" || rest[0] != '"' && rest[0] != '\'' {
		return 0, false
	}
	_, after, ok := strings.Cut(rest[1:], rest[:1])
	after = strings.TrimLeft(after, " ")
	if !ok || !strings.HasPrefix(after, ")") {
		return 0, false
	}
	i += len(s[i:min(len(s), i+maxTag)]) - len(after)
	return i + 1, true
}

func digit(r rune) bool  { return unicode.IsDigit(r) }
func letter(r rune) bool { return unicode.IsDigit(r) || unicode.IsLetter(r) }

// between reports whether the byte at i stands between two runes of a kind.
func between(s string, i int, is func(rune) bool) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+1:])
	return is(before) && is(after)
}

// source maps a span of clean text to the answer.
func source(segs []segment, start, end int) (from, to int) {
	if len(segs) == 0 || end <= start {
		return 0, 0
	}
	at := func(i int) segment {
		k := sort.Search(len(segs), func(k int) bool { return segs[k].clean > i })
		return segs[max(0, k-1)]
	}
	a, b := at(start), at(end-1)
	from, to = a.source, b.sourceEnd
	if a.copied {
		from += start - a.clean
	}
	if b.copied {
		to = min(to, b.source+end-b.clean)
	}
	return from, to
}
