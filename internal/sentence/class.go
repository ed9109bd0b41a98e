package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// salient holds the bytes at which the scanner has to look closer: line feeds,
// brackets that may shelter, and the first byte of every terminator.
var salient = func() (set [256]bool) {
	for _, c := range "\n([" {
		set[c] = true
	}
	mark := func(r rune) { set[utf8.AppendRune(nil, r)[0]] = true }
	mark(ellipsis)
	mark(greekQuestionMark)
	for _, r16 := range unicode.Sentence_Terminal.R16 {
		for r := rune(r16.Lo); r <= rune(r16.Hi); r += rune(r16.Stride) {
			mark(r)
		}
	}
	for _, r32 := range unicode.Sentence_Terminal.R32 {
		for r := rune(r32.Lo); r <= rune(r32.Hi); r += rune(r32.Stride) {
			mark(r)
		}
	}
	return set
}()

const (
	ellipsis          = '…'
	greekQuestionMark = '\u037E' // looks like a semicolon, and NFC makes it one
)

// skipPlain returns the first position at or after i which the scanner has to
// look at.
func skipPlain(text string, i int) int {
	for i < len(text) && !salient[text[i]] {
		i++
	}
	return i
}

// skipSpace returns the first position at or after i that is not white space,
// and whether there is a blank line before it.
func skipSpace(text string, i int) (next int, blank bool) {
	feeds := 0
	for i < len(text) {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if !unicode.IsSpace(r) {
			break
		}
		if r == '\n' {
			feeds++
		}
		i += size
	}
	return i, feeds >= 2
}

// isTerminator reports whether r can end a sentence.
func isTerminator(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '.' || r == '!' || r == '?'
	}
	return r == ellipsis || r == greekQuestionMark || unicode.Is(unicode.Sentence_Terminal, r)
}

// isWide reports whether r is a terminator of a script written without spaces.
// The full-width full stop is not among them: it is also a decimal point.
func isWide(r rune) bool {
	switch r {
	case '。', '｡', '！', '？':
		return true
	}
	return false
}

// isInvisible reports whether r is to be passed over on either side of a
// boundary: joiners, direction marks, controls, variation selectors. Bytes
// that are not UTF-8 and U+FFFD count too, since what they stood for next to a
// terminator was most likely a quotation mark.
func isInvisible(r rune) bool {
	switch {
	case r < utf8.RuneSelf:
		return unicode.IsControl(r) && !unicode.IsSpace(r)
	case r == utf8.RuneError:
		return true
	}
	return unicode.In(r, unicode.Cf, unicode.Variation_Selector) || unicode.IsControl(r) && !unicode.IsSpace(r)
}

// isCloser reports whether r, directly after a terminator, closes something:
// a quotation, a bracket, or emphasis left over from Markdown.
func isCloser(r rune) bool {
	if r < utf8.RuneSelf {
		return strings.ContainsRune(`"')]}*_`+"`", r)
	}
	return r == '†' || r == '‡' || unicode.In(r, unicode.Pe, unicode.Pf)
}

// isOpener reports whether r, before the first word of a sentence, is passed
// over when looking for that word. Closing quotation marks are included for
// »German« quotations and for ’twas.
func isOpener(r rune) bool {
	if r < utf8.RuneSelf {
		return strings.ContainsRune(`"'([{*_`+"`", r)
	}
	switch r {
	case '¿', '¡', '•', '‣', '·':
		return true
	}
	return unicode.In(r, unicode.Ps, unicode.Pi, unicode.Pf)
}

// isLower reports whether r is a lower-case letter in a script where
// sentences begin with capitals. Georgian has both cases in Unicode and uses
// only the lower one in running text.
func isLower(r rune) bool {
	return unicode.IsLower(r) && !unicode.Is(unicode.Georgian, r)
}

// isAlphanumeric reports whether r can be part of a word.
func isAlphanumeric(r rune) bool {
	if r < utf8.RuneSelf {
		return 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || '0' <= r && r <= '9'
	}
	return unicode.IsLetter(r) || unicode.IsNumber(r)
}
