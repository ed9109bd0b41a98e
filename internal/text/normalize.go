package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/blevesearch/snowballstem"
	"github.com/blevesearch/snowballstem/english"
	"golang.org/x/text/unicode/norm"
)

// A form is what a word is made.
type form struct {
	term   string // "" of a stop word
	folded string
}

func formOf(word string) form {
	w, ascii := fold(bare(word))
	f := form{folded: cut(w)}
	if w == "" || stopWords[w] {
		return f
	}
	if ascii {
		w = stem(american(w))
	}
	f.term = cut(w)
	return f
}

// bare leaves out a possessive or a contracted verb at the end of a word, so that
// "she'll" isn't a shell.
func bare(word string) string {
	i := max(strings.LastIndexByte(word, '\''), strings.LastIndex(word, "’"))
	if i < 0 {
		return word
	}
	switch strings.ToLower(word[i+size(word, i):]) {
	case "s", "d", "m", "ll", "re", "ve":
		return word[:i]
	}
	return word
}

// fold brings a word to one form: compatibility forms resolved, lower case,
// accents and inner punctuation off. ascii says that nothing but ASCII letters is
// left.
func fold(word string) (folded string, ascii bool) {
	if isLower(word) {
		return word, true
	}
	var b strings.Builder
	b.Grow(len(word))
	ascii = true
	if !isASCII(word) {
		word = norm.NFKD.String(word)
	}
	base := rune(0) // the letter before
	for i, r := range word {
		switch {
		case r == 0x306 && (base == 'и' || base == 'И'): // й is a letter, not an accented и
			b.WriteRune(r)
			continue
		case 'a' <= r && r <= 'z':
			b.WriteByte(byte(r))
		case 'A' <= r && r <= 'Z':
			b.WriteByte(byte(r) + 'a' - 'A')
		case '0' <= r && r <= '9':
			ascii = false
			b.WriteByte(byte(r))
		case r == '.':
			if i > 0 && isDigit(word[i-1]) {
				b.WriteByte('.')
			}
		case r < utf8.RuneSelf || r == '’', unicode.Is(unicode.Cf, r):
		case 0x300 <= r && r <= 0x36F: // accents on Latin, Greek and Cyrillic
		case unicode.In(r, unicode.Me, unicode.Variation_Selector): // as in keycaps
		case r == 'ς': // lower case of Σ at the end of a word
			ascii = false
			b.WriteRune('σ')
		default:
			ascii = false
			b.WriteRune(unicode.ToLower(r))
		}
		base = r
	}
	if ascii {
		return b.String(), true
	}
	return norm.NFC.String(b.String()), false
}

// isLower reports whether a word has lower-case ASCII letters only.
func isLower(word string) bool {
	for i := range len(word) {
		if word[i] < 'a' || word[i] > 'z' {
			return false
		}
	}
	return true
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// stem reduces an English word in lower case to its Porter2 stem.
func stem(w string) string {
	if len(w) < 3 || len(w) > MaxTerm {
		return w
	}
	env := snowballstem.NewEnv(w)
	english.Stem(env)
	return env.Current()
}

// cut shortens a term to MaxTerm bytes at the boundary of a character.
func cut(w string) string {
	if len(w) <= MaxTerm {
		return w
	}
	n := MaxTerm
	for !utf8.RuneStart(w[n]) {
		n--
	}
	return w[:n]
}
