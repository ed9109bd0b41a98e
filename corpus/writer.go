package corpus

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/yuin/goldmark/util"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A writer makes clean text of pieces of a file and remembers where each came
// from. White space is folded to single spaces and trimmed; where a footnote
// mark is taken out, no space is left before closing punctuation.
type writer struct {
	raw      string
	text     []byte // of the current block, as are segments, marks and links
	segments []segment
	marks    []mark
	links    []Link
	space    cite.Span
	spaced   bool // white space is pending
	marked   bool // a mark has come since the white space that is pending
	invalid  int  // offset of the first invalid byte, -1 if none
	nul      int  // offset of the first NUL, -1 if none
}

// A mark is a footnote reference: the label, where it stands in the file, and
// where in the clean text of its block.
type mark struct {
	label  string
	source cite.Span
	at     int
	cell   int
}

func newWriter(raw string) writer {
	return writer{raw: raw, invalid: -1, nul: -1}
}

// begin starts a new block.
func (w *writer) begin() {
	w.text, w.segments, w.marks, w.links = w.text[:0], w.segments[:0], w.marks[:0], w.links[:0]
	w.spaced, w.marked = false, false
}

// len returns the length of the block's text.
func (w *writer) len() int { return len(w.text) }

// copyText writes raw[from:to] as running text.
func (w *writer) copyText(from, to int) { w.write(from, to, false) }

// copyMarkdown writes raw[from:to] as running text with its backslash escapes
// and character entities resolved.
func (w *writer) copyMarkdown(from, to int) { w.write(from, to, true) }

func (w *writer) write(from, to int, markdown bool) {
	for i := from; i < to; {
		c := w.raw[i]
		switch {
		case c == ' ' || '\t' <= c && c <= '\r':
			j := i + 1
			for j < to && (w.raw[j] == ' ' || '\t' <= w.raw[j] && w.raw[j] <= '\r') {
				j++
			}
			w.blank(i, j)
			i = j
		case markdown && c == '\\' && i+1 < to && util.IsPunct(w.raw[i+1]):
			w.replace(i, i+2, w.raw[i+1:i+2])
			i += 2
		case markdown && c == '&':
			if text, n := entity(w.raw[i:to]); n > 0 {
				w.replace(i, i+n, text)
				i += n
			} else {
				w.verbatim(i, i+1)
				i++
			}
		default:
			i = w.copyRun(i, to, markdown)
		}
	}
}

// copyRun writes the bytes from raw[i:to] that can be copied as they are, or one
// that is broken, and returns where they end.
func (w *writer) copyRun(i, to int, markdown bool) int {
	j, ok := plainEnd(w.raw[:to], i, markdown)
	if ok {
		w.verbatim(i, j)
	} else {
		w.replaceBroken(i, j)
	}
	return j
}

// plain holds the bytes of ASCII that stand for themselves everywhere.
var plain = func() (set [256]bool) {
	for c := '!'; c < utf8.RuneSelf; c++ {
		set[c] = c != '\\' && c != '&'
	}
	return set
}()

// plainEnd returns the end of the run of bytes from i that can be copied as
// they are; if there is none, the end of the broken ones and false.
func plainEnd(raw string, i int, markdown bool) (end int, ok bool) {
	j := i
	for j < len(raw) {
		c := raw[j]
		if plain[c] || c == ' ' && j > i && j+1 < len(raw) && (plain[raw[j+1]] || raw[j+1] >= utf8.RuneSelf) {
			j++ // a single space between words stays as it is
			continue
		}
		if c < utf8.RuneSelf {
			if c <= ' ' && (c == ' ' || c == 0 || '\t' <= c && c <= '\r') || j > i && markdown && (c == '\\' || c == '&') {
				break
			}
			j++
			continue
		}
		r, size := utf8.DecodeRuneInString(raw[j:])
		if r == utf8.RuneError && size == 1 {
			break
		}
		j += size
	}
	if j > i {
		return j, true
	}
	return i + 1, false
}

// copyCode writes raw[from:to] with white space kept; line ends become line
// feeds.
func (w *writer) copyCode(from, to int) {
	for i := from; i < to; {
		switch c := w.raw[i]; {
		case c == '\r' && i+1 < to && w.raw[i+1] == '\n':
			w.replace(i, i+2, "\n")
			i += 2
		case c == '\r':
			w.replace(i, i+1, "\n")
			i++
		case c == ' ' || '\t' <= c && c <= '\n':
			w.verbatim(i, i+1)
			i++
		default:
			i = w.copyRun(i, to, false)
		}
	}
}

// blank writes white space that stands at raw[from:to], unless the block has no
// text yet; several in a row count as one.
func (w *writer) blank(from, to int) {
	if w.len() == 0 {
		return
	}
	if !w.spaced {
		w.spaced, w.marked = true, false
		w.space = cite.Span{Start: from, End: to}
	}
}

// join writes separator between two parts of a block that stand apart in the
// file, the second from raw[to:] on.
func (w *writer) join(separator string, to int) {
	w.spaced = false
	if n := len(w.segments); w.len() > 0 && n > 0 {
		last := w.segments[n-1]
		w.replace(last.raw+last.rawLen, max(to, last.raw+last.rawLen), separator)
	}
}

// mark takes note of a footnote mark at raw[from:to].
func (w *writer) mark(label string, from, to, cell int) {
	at := w.len()
	if n := len(w.marks); n > 0 && w.marks[n-1].cell == cell {
		// Between the marks of a row, commas are punctuation of the marks.
		last := w.marks[n-1].at
		if last < at && strings.Trim(string(w.text[last:]), ",; ") == "" {
			w.truncate(last)
			w.spaced = false
			at = last
		}
	}
	w.marks = append(w.marks, mark{label, cite.Span{Start: from, End: to}, at, cell})
	w.marked = true
}

// link notes that the text from an offset on leads to an address.
func (w *writer) link(from int, url string) {
	for from < w.len() && w.text[from] == ' ' {
		from++
	}
	if from < w.len() {
		w.links = append(w.links, Link{cite.Span{Start: from, End: w.len()}, url})
	}
}

// truncate cuts the block's text to n bytes.
func (w *writer) truncate(n int) {
	w.text = w.text[:n]
	for len(w.segments) > 0 {
		last := &w.segments[len(w.segments)-1]
		if last.clean < n {
			if over := last.clean + last.cleanLen - n; over > 0 {
				last.cleanLen -= over
				last.rawLen -= over
			}
			return
		}
		w.segments = w.segments[:len(w.segments)-1]
	}
}

// flush writes the pending white space before text that begins with next.
func (w *writer) flush(next string) {
	if !w.spaced {
		return
	}
	w.spaced = false
	if w.marked && strings.IndexByte(".,;:!?)]", next[0]) >= 0 {
		return // "text [^4]." leaves "text."
	}
	if w.len() > 0 {
		single := w.space.Len() == 1 && w.raw[w.space.Start] == ' '
		w.add(w.space.Start, w.space.End, " ", single)
	}
}

func (w *writer) verbatim(from, to int) {
	w.flush(w.raw[from:to])
	w.add(from, to, w.raw[from:to], true)
}

func (w *writer) replace(from, to int, text string) {
	w.flush(text)
	w.add(from, to, text, false)
}

// replaceBroken writes U+FFFD for a NUL or an invalid byte.
func (w *writer) replaceBroken(from, to int) {
	if w.raw[from] == 0 {
		if w.nul < 0 {
			w.nul = from
		}
	} else if w.invalid < 0 {
		w.invalid = from
	}
	w.replace(from, to, string(utf8.RuneError))
}

func (w *writer) add(from, to int, text string, copied bool) {
	at := w.len()
	w.text = append(w.text, text...)
	if n := len(w.segments); copied && n > 0 && at > 0 {
		last := &w.segments[n-1]
		if last.copied && last.raw+last.rawLen == from && last.clean+last.cleanLen == at {
			last.rawLen += to - from
			last.cleanLen += len(text)
			return
		}
	}
	w.segments = append(w.segments, segment{at, len(text), from, to - from, copied})
}

// entity resolves a character reference at the start of s, as CommonMark does,
// and returns its text and length, 0 if there is none.
func entity(s string) (string, int) {
	end := strings.IndexByte(s[:min(len(s), 40)], ';')
	if end < 2 {
		return "", 0
	}
	name := s[1:end]
	if name[0] != '#' {
		if e, ok := util.LookUpHTML5EntityByName(name); ok {
			return string(e.Characters), end + 1
		}
		return "", 0
	}
	digits, base, most := name[1:], 10, 7
	if len(digits) > 0 && (digits[0] == 'x' || digits[0] == 'X') {
		digits, base, most = digits[1:], 16, 6
	}
	if len(digits) == 0 || len(digits) > most {
		return "", 0
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil {
		return "", 0
	}
	r := rune(n)
	if n == 0 || n > utf8.MaxRune || !utf8.ValidRune(r) {
		r = utf8.RuneError
	}
	return string(r), end + 1
}
