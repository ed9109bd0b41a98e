package sentence

import (
	"strings"
	"unicode/utf8"
)

const (
	maxMark       = 64 // bytes between the brackets of a footnote mark
	maxMarkDigits = 3  // digits of a number there; four are more likely a year
)

// markLen returns the length of the footnote mark at the beginning of text, or
// 0 if there is none.
func markLen(text string) int {
	if n := bracketedMarkLen(text); n > 0 {
		return n
	}
	return superscriptLen(text)
}

// isMarkBracket reports whether r opens a bracketed footnote mark.
func isMarkBracket(r rune) bool {
	return r == '[' || r == '【'
}

// skipBracketedMarks returns the end of the bracketed marks, none between
// them, that begin at text[i:].
func skipBracketedMarks(text string, i int) int {
	for {
		n := bracketedMarkLen(text[i:])
		if n == 0 {
			return i
		}
		i += n
	}
}

// bracketedMarkLen returns the length of a mark such as [^4], [4, 7] or 【4】
// at the beginning of text, or 0.
func bracketedMarkLen(text string) int {
	open, closing := "[", "]"
	if !strings.HasPrefix(text, open) {
		open, closing = "【", "】"
		if !strings.HasPrefix(text, open) {
			return 0
		}
	}
	body := text[len(open):]
	body = body[:min(len(body), maxMark+len(closing))]
	n := strings.Index(body, closing)
	if n < 0 || !isNumbers(body[:n]) && !isLabel(body[:n]) {
		return 0
	}
	return len(open) + n + len(closing)
}

// isNumbers reports whether body is a list of numbers and ranges.
func isNumbers(body string) bool {
	digits := 0
	separated := true // so that a number has to come, perhaps after spaces
	for i, r := range body {
		switch {
		case '0' <= r && r <= '9':
			digits++
			if digits > maxMarkDigits {
				return false
			}
			separated = false
		case r == ' ' && separated && i > 0:
		case strings.ContainsRune(",;-–—", r) && !separated:
			digits = 0
			separated = true
		default:
			return false
		}
	}
	return !separated
}

// isLabel reports whether body names a footnote or a passage.
func isLabel(body string) bool {
	named, pointed := false, strings.HasPrefix(body, "^")
	for _, r := range body {
		switch {
		case r == utf8.RuneError:
			return false
		case isAlphanumeric(r):
			named = true
		case r == '#' || r == '†':
			pointed = true
		case !strings.ContainsRune("^-_.:/", r):
			return false
		}
	}
	return named && pointed
}

// superscriptLen returns the length of a mark such as ¹ or ²,³ at the beginning
// of text, or 0. A comma or minus sign after the last digit is not part of it.
func superscriptLen(text string) int {
	end := 0
	for i, r := range text {
		switch {
		case isSuperscriptDigit(r):
			end = i + utf8.RuneLen(r)
		case (r == ',' || r == '⁻') && i > 0 && i == end:
		default:
			return end
		}
	}
	return end
}

// isSuperscriptDigit reports whether r is one of ⁰ to ⁹, which Unicode keeps
// in two places.
func isSuperscriptDigit(r rune) bool {
	switch r {
	case '¹', '²', '³':
		return true
	}
	return r == '⁰' || '⁴' <= r && r <= '⁹'
}
