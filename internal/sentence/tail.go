package sentence

import (
	"unicode"
	"unicode/utf8"
)

// tail is a terminator with all that belongs to the same sentence after it,
// should it turn out to end one.
type tail struct {
	start int // of the terminator
	end   int // of the sentence, if it ends here
	next  int // the first thing after end that is not white space

	lone     bool // the only terminator is one full stop
	wide     bool // there is a terminator that needs no space after it
	closed   bool // there is a closing quotation mark or bracket
	marked   bool // there is a footnote mark
	detached bool // white space or a bracketed mark comes before next
	blank    bool // there is a blank line or the end of the text before next
}

// readTail reads the tail of the terminator at text[i:].
func readTail(text string, i int) tail {
	t := tail{start: i, end: i}
	t.readAttached(text)
	t.skipSpace(text)
	t.readDetachedMarks(text)
	return t
}

// readAttached moves t.end over what follows the terminator directly.
func (t *tail) readAttached(text string) {
	terminators := 0
	for t.end < len(text) {
		rest := text[t.end:]
		r, size := utf8.DecodeRuneInString(rest)
		switch {
		case isTerminator(r):
			terminators++
			t.lone = terminators == 1 && r == '.'
			t.wide = t.wide || isWide(r)
		case isCloser(r) || unicode.Is(unicode.Pi, r) && !beginsWord(rest[size:]):
			// The second case is for the German “ and «, which close.
			t.closed = true
		case isInvisible(r):
		default:
			if n := markLen(rest); n > 0 {
				size = n
				t.marked = true
				t.detached = t.detached || isMarkBracket(r)
			} else if n := spacedGuillemetLen(rest); n > 0 {
				size = n
				t.closed = true
			} else {
				return
			}
		}
		t.end += size
	}
}

// skipSpace sets t.next to what follows the white space after t.end.
func (t *tail) skipSpace(text string) {
	t.next, t.blank = skipSpace(text, t.end)
	t.detached = t.detached || t.next > t.end
	t.blank = t.blank || t.next == len(text)
}

// readDetachedMarks moves t.end and t.next over bracketed footnote marks set
// off by white space, as in "said. [4][5] [6] Next".
func (t *tail) readDetachedMarks(text string) {
	for t.next > t.end && !t.blank {
		end := skipBracketedMarks(text, t.next)
		if end == t.next {
			return
		}
		if next, _ := skipSpace(text, end); next == end && end < len(text) {
			return
		}
		t.end = end
		t.marked = true
		t.skipSpace(text)
	}
}

// spacedGuillemetLen returns the length of a white-space rune and a closing
// guillemet at the beginning of text, or 0. A guillemet with a word right
// after it opens a quotation the German way.
func spacedGuillemetLen(text string) int {
	space, size := utf8.DecodeRuneInString(text)
	if !unicode.IsSpace(space) {
		return 0
	}
	quote, n := utf8.DecodeRuneInString(text[size:])
	size += n
	if quote != '»' && quote != '›' || beginsWord(text[size:]) {
		return 0
	}
	return size
}

// beginsWord reports whether text begins with a letter or a digit.
func beginsWord(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return isAlphanumeric(r)
}
