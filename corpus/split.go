package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A part is a range of a block's sentences.
type part struct{ from, to int }

// split fills parts greedily with whole sentences, each of at most MaxWords
// words, unless it is one sentence that has more.
func split(text string, sentences []cite.Span) []part {
	var parts []part
	from, words := 0, 0
	for i, s := range sentences {
		n := countWords(s.Of(text))
		if i > from && s.Start == sentences[i-1].End && words > 0 {
			n-- // no white space between: the word goes on
		}
		if i > from && words+n > MaxWords {
			parts = append(parts, part{from, i})
			from, words = i, 0
			n = countWords(s.Of(text))
		}
		words += n
	}
	if from < len(sentences) {
		parts = append(parts, part{from, len(sentences)})
	}
	return parts
}

// fits reports whether a text has at most MaxWords words. It counts them only if
// there may be more: every word but the last has white space behind it, and that
// begins with one of these bytes.
func fits(s string) bool {
	most := 1
	for _, c := range []string{" ", "\t", "\n", "\v", "\f", "\r", "\xc2", "\xe1", "\xe2", "\xe3"} {
		most += strings.Count(s, c)
	}
	return most <= MaxWords || countWords(s) <= MaxWords
}

// countWords counts the runs of anything but white space.
func countWords(s string) int {
	n, before := 0, true // white space, or the text's start, is before
	for i := 0; i < len(s); {
		size, space := 1, asciiSpace[s[i]]
		if s[i] >= utf8.RuneSelf {
			var r rune
			r, size = utf8.DecodeRuneInString(s[i:])
			space = unicode.IsSpace(r)
		}
		if before && !space {
			n++
		}
		before = space
		i += size
	}
	return n
}

var asciiSpace = [256]bool{' ': true, '\t': true, '\n': true, '\v': true, '\f': true, '\r': true}
