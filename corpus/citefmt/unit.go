package citefmt

import (
	"fmt"
	"sort"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Unit is what the indices of a format count. The zero Unit is CodePoints.
type Unit int

// The units. An emoji is one code point, two UTF-16 units, four bytes.
const (
	CodePoints Unit = iota
	UTF16
	Bytes
)

// String returns the unit in words.
func (u Unit) String() string {
	switch u {
	case CodePoints:
		return "code points"
	case UTF16:
		return "UTF-16 units"
	case Bytes:
		return "bytes"
	}
	return fmt.Sprintf("Unit(%d)", int(u))
}

// A ruler converts between the bytes of a text, which is UTF-8, and a unit. It is made once for a
// text, so that many citations don't take the time of as many texts.
type ruler struct {
	text string
	unit Unit
	at   []int // the byte that each unit starts at, and the text's end
}

func newRuler(text string, unit Unit) *ruler {
	r := &ruler{text: text, unit: unit, at: make([]int, 0, len(text)+1)}
	for i, c := range text {
		r.at = append(r.at, i)
		inner := 0 // units of c after its first, no boundaries of a code point: see span
		switch {
		case unit == UTF16 && c > 0xFFFF:
			inner = 1
		case unit == Bytes:
			inner = utf8.RuneLen(c) - 1
		}
		for j := range inner {
			r.at = append(r.at, i+1+j)
		}
	}
	r.at = append(r.at, len(text))
	return r
}

// span converts a range that was read.
func (r *ruler) span(start, end int) (cite.Span, error) {
	if start < 0 || end < start || end >= len(r.at) {
		return cite.Span{}, fmt.Errorf("%w: %d:%d of %d %s", ErrRange, start, end, len(r.at)-1, r.unit)
	}
	s := cite.Span{Start: r.at[start], End: r.at[end]}
	if !s.Valid(r.text) {
		return cite.Span{}, fmt.Errorf("%w: %d:%d of %s splits a code point", ErrRange, start, end, r.unit)
	}
	return s, nil
}

// units converts a span that is Valid in the text.
func (r *ruler) units(s cite.Span) (start, end int) {
	return sort.SearchInts(r.at, s.Start), sort.SearchInts(r.at, s.End)
}
