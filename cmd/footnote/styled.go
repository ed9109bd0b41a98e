package main

import (
	"strings"
	"unicode"

	"golang.org/x/text/width"
)

// A styled is text for a terminal. Control characters in it are our own, since
// plain is the way from other text to it: the start of an escape sequence, glue,
// and the ends of lines.
type styled string

const (
	// escape starts the sequence that sets a style: "1m" is bold.
	escape = "\x1b["
	// glue is a space at which no line ends.
	glue = "\x1f"
)

// plain returns text as it is, but with U+FFFD for control characters and those that
// change the direction of writing: an article could hold them to upset a terminal, or
// to make text look like something else.
func plain(s string) styled {
	return styled(strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r) && r != '\n' && r != '\t', unicode.Is(unicode.Bidi_Control, r):
			return unicode.ReplacementChar
		}
		return r
	}, s))
}

// oneLine returns text of which no line end and no tab is left: what has a line of
// its own can't pass for several.
func oneLine(s string) string { return strings.Join(strings.Fields(string(plain(s))), " ") }

// columns returns how many columns of a terminal a text takes.
func columns(text styled) int {
	n := 0
	for _, r := range visible(text) {
		n += runeColumns(r)
	}
	return n
}

// visible iterates over what a terminal shows of a text: all but escape
// sequences, with offsets.
func visible(text styled) func(yield func(int, rune) bool) {
	return func(yield func(int, rune) bool) {
		hidden := false
		for i, r := range string(text) {
			switch {
			case hidden:
				hidden = r != 'm'
			case r == '\x1b':
				hidden = true
			case !yield(i, r):
				return
			}
		}
	}
}

// runeColumns returns 0 for marks that stand on the character before them and
// for formatting characters, 2 for wide characters and 1 for all others.
func runeColumns(r rune) int {
	switch {
	case unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf), 0x1160 <= r && r <= 0x11ff: // Hangul after its first letter
		return 0
	case isWide(r):
		return 2
	}
	return 1
}

func isWide(r rune) bool {
	k := width.LookupRune(r).Kind()
	return k == width.EastAsianWide || k == width.EastAsianFullwidth
}
