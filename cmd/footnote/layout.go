package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// layout sets text in lines of at most width columns: the first one behind first,
// the others behind rest. Only a piece that can't be broken makes a line longer.
// A line end in the text stays one, and so does the white space behind it, up to
// half the width, since code has its meaning there.
func layout(first, rest, text styled, width int) []styled {
	var out []styled
	for paragraph := range strings.SplitSeq(string(text), "\n") {
		lead := styled(strings.Repeat(" ", min(leadingColumns(paragraph), width/2)))
		out = append(out, layoutParagraph(first+lead, rest+lead, styled(paragraph), width)...)
		first = rest
	}
	return out
}

func layoutParagraph(first, rest, text styled, width int) []styled {
	var out []styled
	line, used, empty := first, columns(first), true
	for _, p := range fit(pieces(text), width-columns(rest)) {
		n := columns(p.text)
		space := 0
		if p.spaced && !empty {
			space = 1
		}
		if !empty && used+space+n > width {
			out = append(out, trimRight(line))
			line, used, space = rest, columns(rest), 0
		}
		line += styled(strings.Repeat(" ", space)) + p.text
		used += space + n
		empty = false
	}
	return append(out, trimRight(line))
}

// fit takes apart pieces that have no room on a line as long as their glue holds.
func fit(all []piece, room int) []piece {
	var out []piece
	for _, p := range all {
		if !strings.Contains(string(p.text), glue) || columns(p.text) <= room {
			out = append(out, p)
			continue
		}
		for i, part := range strings.Split(string(p.text), glue) {
			out = append(out, piece{styled(part), i > 0 || p.spaced})
		}
	}
	return out
}

func trimRight(line styled) styled { return styled(strings.TrimRight(string(line), " ")) }

// leadingColumns returns how wide the white space is that a line begins with, a
// tab counting as four columns; 0 for a line of nothing else.
func leadingColumns(line string) int {
	n := 0
	for _, r := range line {
		switch r {
		case ' ':
			n++
		case '\t':
			n += 4
		default:
			return n
		}
	}
	return 0
}

// A piece is text within which no line ends.
type piece struct {
	text   styled
	spaced bool // white space stands before it
}

// pieces takes text apart where a line may end: at white space that isn't glue,
// and beside wide characters, whose scripts don't put spaces between words.
func pieces(text styled) []piece {
	var out []piece
	for _, field := range strings.FieldsFunc(string(text), isBreakingSpace) {
		spaced, start := true, 0
		before := rune(-1)
		for i, r := range visible(styled(field)) {
			if before >= 0 && mayBreak(before, r) {
				out = append(out, piece{styled(field[start:i]), spaced})
				spaced, start = false, i
			}
			before = r
		}
		out = append(out, piece{styled(field[start:]), spaced})
	}
	return out
}

func isBreakingSpace(r rune) bool {
	switch r {
	case '\u00a0', '\u2007', '\u202f': // the spaces that don't break
		return false
	}
	return unicode.IsSpace(r)
}

// mayBreak reports whether a line may end between two characters that no space
// parts: beside a wide one, but not before what closes or stands on the character
// before, nor after what opens or joins.
func mayBreak(before, after rune) bool {
	const joiner = '\u200d'
	switch {
	case !isWide(before) && !isWide(after),
		runeColumns(after) == 0, before == joiner,
		string(before) == glue, string(after) == glue,
		unicode.In(after, unicode.Pe, unicode.Pf, unicode.Po),
		unicode.In(before, unicode.Ps, unicode.Pi):
		return false
	}
	return before != utf8.RuneError && after != utf8.RuneError
}
