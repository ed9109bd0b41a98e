package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Token is an occurrence of a term.
type Token struct {
	Term       string
	Start, End int // of the word in the text, in bytes
}

// An Analyzer makes tokens of text. It remembers the stems of words that it has
// seen; the zero Analyzer is ready to use. It is not safe for concurrent use.
type Analyzer struct {
	// Seen is told of each word that Append meets, with its term, "" for a
	// stop word: at least once for each word as it is written, and not every
	// time. It may be nil.
	Seen func(word, term string)

	forms map[string]form // by the word as it is written
}

// maxRemembered bounds the memory of an Analyzer, in words of at most MaxTerm
// bytes.
const maxRemembered = 1 << 16

// Expect makes room for so many words of different spelling, which saves time when
// they come.
func (a *Analyzer) Expect(words int) {
	if a.forms == nil {
		a.forms = make(map[string]form, min(words, maxRemembered))
	}
}

// Append appends the tokens of s to dst, in order.
func (a *Analyzer) Append(dst []Token, s string) []Token {
	for i := 0; i < len(s); {
		if !startsWord(s, i) {
			i += size(s, i)
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); r >= utf8.RuneSelf && unspaced(r) {
			end := runEnd(s, i)
			dst = appendPairs(dst, s, i, end)
			i = end
			continue
		}
		end := wordEnd(s, i)
		if term := a.form(s[i:end]).term; term != "" {
			dst = append(dst, Token{Term: term, Start: i, End: end})
		}
		i = end
	}
	return dst
}

// form returns the form of a word.
func (a *Analyzer) form(word string) form {
	if f, ok := a.forms[word]; ok {
		return f
	}
	if len(word) <= MaxTerm {
		word = strings.Clone(word) // what is kept doesn't keep the text in memory
	}
	f := formOf(word)
	if a.Seen != nil {
		a.Seen(word, f.term)
	}
	if len(word) > MaxTerm {
		return f
	}
	if a.forms == nil || len(a.forms) >= maxRemembered {
		a.forms = make(map[string]form)
	}
	a.forms[word] = f
	return f
}

func size(s string, i int) int {
	if s[i] < utf8.RuneSelf {
		return 1
	}
	_, n := utf8.DecodeRuneInString(s[i:])
	return n
}

func startsWord(s string, i int) bool {
	c := s[i]
	if c < utf8.RuneSelf {
		return isASCIIWord(c)
	}
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isWord(r) && !unicode.IsMark(r)
}

// continuesWord reports whether s[i:] starts with a character of a word that is
// not cut into pairs.
func continuesWord(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return isWord(r) && !unspaced(r)
}

func isASCIIWord(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}

func isWord(r rune) bool {
	return r != utf8.RuneError && (unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r))
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

// wordEnd returns the end of the word that starts at i.
func wordEnd(s string, i int) int {
	start := i
	for i < len(s) {
		c := s[i]
		if c < utf8.RuneSelf {
			if isASCIIWord(c) {
				i++
				continue
			}
			if joins(s, start, i) {
				i++
				continue
			}
			return i
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		switch {
		case isWord(r):
			if unspaced(r) {
				return i
			}
		case r == '’', unicode.Is(unicode.Cf, r): // soft hyphen, zero-width joiner
			if !continuesWord(s, i+n) {
				return i
			}
		default:
			return i
		}
		i += n
	}
	return i
}

// joins reports whether the ASCII punctuation at s[i] stands within the word that
// started at start.
func joins(s string, start, i int) bool {
	if !continuesWord(s, i+1) {
		return false
	}
	before, after := s[i-1], s[i+1]
	switch s[i] {
	case '\'':
		return true
	case '.':
		if isDigit(before) && isDigit(after) {
			return true
		}
		// An acronym: single letters with full stops between.
		return isLetter(before) && isLetter(after) &&
			(i-1 == start || s[i-2] == '.') && !continuesWord(s, i+2)
	case ',':
		return isDigit(before) && i+3 < len(s) && isDigit(after) && isDigit(s[i+2]) && isDigit(s[i+3]) &&
			(i+4 == len(s) || !isDigit(s[i+4]))
	}
	return false
}

func isLetter(c byte) bool { return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' }

// unspaced reports whether r belongs to a script that puts no spaces between
// words and is searched by pairs of characters.
func unspaced(r rune) bool {
	if r == 'ー' || r == 'ｰ' { // lengthens a vowel; of no script to Unicode
		return true
	}
	return r >= 0x2E80 && isWord(r) && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana)
}

func runEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unspaced(r) {
			return i
		}
		i += n
	}
	return i
}

// appendPairs appends the overlapping pairs of characters of s[from:to], or the
// one character that there is.
func appendPairs(dst []Token, s string, from, to int) []Token {
	first := from + size(s, from)
	if first == to {
		return append(dst, Token{Term: s[from:to], Start: from, End: to})
	}
	for prev, at := from, first; at < to; {
		next := at + size(s, at)
		dst = append(dst, Token{Term: s[prev:next], Start: prev, End: next})
		prev, at = at, next
	}
	return dst
}
