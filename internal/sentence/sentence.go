package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Span is a half-open range of bytes.
type Span struct{ Start, End int }

// Split returns the sentences of text, in order.
//
// The spans do not overlap, are not empty and neither begin nor end with white
// space; whatever is not white space (in the sense of [unicode.IsSpace]) is in
// one of them. They never cut a rune in two. Text with nothing but white space
// has no sentences.
func Split(text string) []Span {
	return Append(nil, text)
}

// Append appends the sentences of text, as [Split] returns them, to dst. It
// allocates only to grow dst.
func Append(dst []Span, text string) []Span {
	s := scanner{text: text}
	for {
		span, ok := s.next()
		if !ok {
			return dst
		}
		dst = append(dst, span)
	}
}

// scanner holds what is known at one point of a single pass over a text.
//
// The pass takes linear time because each byte is looked at a bounded number
// of times: s.pos goes over a tail and the white space after it in one step,
// whether or not a sentence ends there; the opening punctuation looked through
// for the word after it holds no terminator, so that no other tail comes
// before that word; the same goes for marks set off by white space that turn
// out not to belong to it, but for full stops in their labels, which come with
// tails of their own; and the look behind a full stop, the word after it, a
// single mark and the search for a closing bracket have limits.
type scanner struct {
	text  string
	start int // where the present sentence begins
	pos   int // everything before it has been dealt with

	shelter shelter
}

// next returns the next sentence. It reports false at the end of the text.
func (s *scanner) next() (Span, bool) {
	s.start, _ = skipSpace(s.text, s.pos)
	if s.start == len(s.text) {
		return Span{}, false
	}
	s.pos = s.start
	for {
		s.pos = skipPlain(s.text, s.pos)
		if s.pos == len(s.text) {
			return s.untilHere(), true
		}
		switch c := s.text[s.pos]; c {
		case '\n':
			next, blank := skipSpace(s.text, s.pos)
			if blank {
				return s.untilHere(), true
			}
			s.pos = next
		case '(', '[':
			if s.pos > s.start {
				s.shelter.open(s.text, s.pos)
			}
			s.pos++
		default:
			r, size := utf8.DecodeRuneInString(s.text[s.pos:])
			if !isTerminator(r) {
				s.pos += size
				continue
			}
			t := readTail(s.text, s.pos)
			ends := s.ends(t)
			s.pos = t.next
			if ends {
				return Span{s.start, t.end}, true
			}
		}
	}
}

// untilHere returns the present sentence for the case that it ends at s.pos
// for want of more text in its block.
func (s *scanner) untilHere() Span {
	body := strings.TrimRightFunc(s.text[s.start:s.pos], unicode.IsSpace)
	return Span{s.start, s.start + len(body)}
}
