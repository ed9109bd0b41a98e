package cite

import (
	"fmt"
	"unicode/utf8"
)

// A Span is a half-open range of bytes [Start, End) of some UTF-8 text, which
// the place that uses the span names. The zero Span is empty and stands at the
// text's start.
type Span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Len returns the number of bytes in s.
func (s Span) Len() int { return s.End - s.Start }

// IsEmpty reports whether s holds no byte.
func (s Span) IsEmpty() bool { return s.End <= s.Start }

// Overlaps reports whether s and t have a byte in common; an empty span
// overlaps nothing.
func (s Span) Overlaps(t Span) bool { return max(s.Start, t.Start) < min(s.End, t.End) }

// Contains reports whether t lies within s.
func (s Span) Contains(t Span) bool { return s.Start <= t.Start && t.End <= s.End }

// Shift returns s moved by n bytes.
func (s Span) Shift(n int) Span { return Span{s.Start + n, s.End + n} }

// Valid reports whether s lies within text and starts and ends at the boundary
// of a code point, so that s.Of(text) is well-formed text.
func (s Span) Valid(text string) bool {
	return 0 <= s.Start && s.Start <= s.End && s.End <= len(text) &&
		boundary(text, s.Start) && boundary(text, s.End)
}

// Of returns the text that s spans. It panics if s is out of range, as slicing
// does; check foreign spans with Valid.
func (s Span) Of(text string) string { return text[s.Start:s.End] }

// Runes converts s, a span of bytes of text, to code points: the unit of the
// W3C TextPositionSelector and of Python. It fails if s is not Valid in text.
func (s Span) Runes(text string) (start, end int, err error) {
	return s.convert(text, func(string) int { return 1 })
}

// UTF16 converts s, a span of bytes of text, to UTF-16 code units: the unit of
// JavaScript, Java and C#. It fails if s is not Valid in text.
func (s Span) UTF16(text string) (start, end int, err error) {
	return s.convert(text, utf16Units)
}

// FromRunes converts the code point range [start, end) of text to a Span. It
// fails if the range is not within text.
func FromRunes(text string, start, end int) (Span, error) {
	return fromUnits(text, start, end, func(string) int { return 1 }, "code points")
}

// FromUTF16 converts the range [start, end) of UTF-16 code units of text to a
// Span. It fails if the range is not within text or splits a surrogate pair.
func FromUTF16(text string, start, end int) (Span, error) {
	return fromUnits(text, start, end, utf16Units, "UTF-16 units")
}

func (s Span) convert(text string, width func(string) int) (start, end int, err error) {
	if !s.Valid(text) {
		return 0, 0, fmt.Errorf("cite: span %d:%d does not fit a text of %d bytes", s.Start, s.End, len(text))
	}
	start = count(text[:s.Start], width)
	return start, start + count(text[s.Start:s.End], width), nil
}

func count(s string, width func(string) int) int {
	n := 0
	for len(s) > 0 {
		_, size := utf8.DecodeRuneInString(s)
		n += width(s[:size])
		s = s[size:]
	}
	return n
}

func fromUnits(text string, start, end int, width func(string) int, unit string) (Span, error) {
	out := Span{-1, -1}
	for i, n := 0, 0; ; {
		if n == start {
			out.Start = i
		}
		if n == end {
			out.End = i
			break
		}
		if i == len(text) {
			break
		}
		_, size := utf8.DecodeRuneInString(text[i:])
		n += width(text[i : i+size])
		i += size
	}
	if out.Start < 0 || out.End < out.Start {
		return Span{}, fmt.Errorf("cite: range %d:%d of %s does not fit the text", start, end, unit)
	}
	return out, nil
}

// utf16Units returns the number of UTF-16 units of the one code point (or the
// one stray byte, which decodes to U+FFFD) in r.
func utf16Units(r string) int {
	if len(r) == 4 {
		return 2
	}
	return 1
}

func boundary(text string, i int) bool { return i == len(text) || utf8.RuneStart(text[i]) }
