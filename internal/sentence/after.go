package sentence

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// after says what comes after a tail.
type after int

const (
	// nothing: no word, or punctuation that carries a sentence on.
	nothing after = iota
	// small: a lower-case letter.
	small
	// camel: a word such as iPhone.
	camel
	// number: a digit or a Roman numeral.
	number
	// opener: a capitalised function word.
	opener
	// kana: hiragana.
	kana
	// other: a capital, a letter without case, a symbol.
	other
)

// kindAfter classifies what begins at text[i:], opening punctuation aside.
func kindAfter(text string, i int) after {
	begin := skipOpening(text, i)
	if begin == len(text) {
		return nothing
	}
	rest := text[begin:]
	r, size := utf8.DecodeRuneInString(rest)
	switch {
	case isLower(r):
		if isCamel(rest) {
			return camel
		}
		return small
	case unicode.IsNumber(r):
		return number
	case unicode.IsLetter(r):
		return kindOfWord(r, firstWord(rest))
	case r == '.' && beginsWord(rest[size:]):
		return other // .NET, .5
	case isTerminator(r) && begin > i:
		return other // [...] and the like
	case unicode.IsSymbol(r) || strings.ContainsRune("#@&§%", r):
		return other
	}
	return nothing
}

// kindOfWord classifies a word by its first letter and its letters.
func kindOfWord(first rune, word string) after {
	switch {
	case unicode.Is(unicode.Hiragana, first):
		return kana
	case isRoman(word):
		return number
	case openers[word]:
		return opener
	}
	return other
}

// skipOpening returns where the first word at or after text[i:] begins, if
// only opening punctuation, dashes and invisible characters come before it.
// White space may follow a dash, but not a blank line.
func skipOpening(text string, i int) int {
	for i < len(text) {
		r, size := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.Is(unicode.Pd, r):
			next, blank := skipSpace(text, i+size)
			if blank {
				return i + size
			}
			i = next
		case isOpener(r) || isInvisible(r):
			i += size
		default:
			return i
		}
	}
	return i
}

// firstWord returns the letters that text begins with, as far as they matter:
// a word longer than any opener is cut. A single letter with a full stop after
// it is returned with the stop, being an initial and not a word.
func firstWord(text string) string {
	const enough = 32
	end := 0
	for i, r := range text {
		if !unicode.IsLetter(r) || i >= enough {
			break
		}
		end = i + utf8.RuneLen(r)
	}
	if end == 1 && strings.HasPrefix(text[end:], ".") {
		end++
	}
	return text[:end]
}

// isCamel reports whether the first word of text, which begins with a
// lower-case letter, has a capital in it.
func isCamel(text string) bool {
	return strings.ContainsFunc(firstWord(text), unicode.IsUpper)
}

// isRoman reports whether word is a Roman numeral of at least two letters. It
// takes only those made of I, V and X, since words such as DC or MD are more
// frequent than chapters beyond 49.
func isRoman(word string) bool {
	return len(word) >= 2 && strings.Trim(word, "IVX") == ""
}
