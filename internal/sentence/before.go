package sentence

import (
	"unicode"
	"unicode/utf8"
)

// before says what kind of word a single full stop follows.
type before int

const (
	ordinary before = iota
	// never: an abbreviation that needs something after it.
	never
	// numbered: one that needs a number after it and otherwise is a word.
	numbered
	// perhaps: one that can end a sentence, as can an initial.
	perhaps
)

// maxWord is how many bytes before a full stop are looked at for an
// abbreviation; longer words are ordinary.
const maxWord = 16

// kindBefore classifies the word that ends at text[end], in a sentence that
// begins at text[start].
func kindBefore(text string, start, end int) before {
	begin, ok := wordStart(text, start, end)
	if !ok {
		return ordinary
	}
	word := text[begin:end]
	if begin == start && isListNumber(word) {
		return never
	}
	if kind, ok := abbreviations[word]; ok {
		return kind
	}
	if isInitial(word) || isDotted(word) {
		return perhaps
	}
	return ordinary
}

// wordStart returns where the run of letters, digits and inner full stops that
// ends at text[end] begins, not before start. It reports false if there is
// none or it is too long for an abbreviation.
func wordStart(text string, start, end int) (int, bool) {
	i := end
	for i > start {
		r, size := utf8.DecodeLastRuneInString(text[start:i])
		if r != '.' && !isAlphanumeric(r) {
			break
		}
		i -= size
		if end-i > maxWord {
			return 0, false
		}
	}
	return i, i < end
}

// isInitial reports whether word is a single capital letter.
func isInitial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size == len(word) && unicode.IsUpper(r)
}

// isDotted reports whether word is single letters with full stops between, as
// in U.S or a.m (the last stop is not part of the word).
func isDotted(word string) bool {
	letters := 0
	for len(word) > 0 {
		r, size := utf8.DecodeRuneInString(word)
		if !unicode.IsLetter(r) {
			return false
		}
		letters++
		word = word[size:]
		if len(word) == 0 {
			break
		}
		if word[0] != '.' {
			return false
		}
		word = word[1:]
	}
	return letters >= 2
}

// isListNumber reports whether word, at the beginning of a sentence, numbers
// what follows: 1, 12, 4.2.1 or a letter. Four digits are rather a year.
func isListNumber(word string) bool {
	if r, size := utf8.DecodeRuneInString(word); size == len(word) && unicode.IsLetter(r) {
		return true
	}
	const maxDigits = 3
	digits := 0
	for i := range len(word) {
		switch c := word[i]; {
		case c == '.' && digits > 0:
			digits = 0
		case '0' <= c && c <= '9' && digits < maxDigits:
			digits++
		default:
			return false
		}
	}
	return digits > 0
}
