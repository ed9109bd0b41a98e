package number

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A token is a run of letters, a numeral, or any other character but space. What
// nothing may be found in is one opaque token: an address, a footnote mark.
type token struct {
	start, end int
	kind       kind
	gap        gap   // before it
	entry      entry // of a word
	form       form  // of a numeral
	value      Value // of a numeral
	r          rune  // of a sign
}

type kind uint8

const (
	word kind = iota + 1
	numeral
	sign
	opaque
)

// A gap is what lies between two tokens.
type gap uint8

const (
	joined gap = iota // nothing
	spaced            // white space
	broken            // an empty line, or the beginning of the text
)

// A lexer makes tokens of a text.
type lexer struct {
	s     string
	at    int
	gap   gap  // before at
	found bool // anything that a mention may be made of
}

// fill appends tokens to those that there are, as long as there is room for them.
func (l *lexer) fill(tokens []token) []token {
	for l.at < len(l.s) && len(tokens) < cap(tokens) {
		if t := l.next(); t.kind != 0 {
			tokens = append(tokens, t)
		}
	}
	return tokens
}

// next reads a token, or white space, for which it returns the zero token.
func (l *lexer) next() token {
	s, i := l.s, l.at
	t := token{start: i, gap: l.gap}
	switch c := s[i]; {
	case c == ' ' || c == '\t' || c == '\n' || c == '\r':
		l.at, l.gap = spaceEnd(s, i, l.gap)
		return token{}
	case isDigit(c):
		t.scanNumeral(s)
		l.found = true
	case isLetter(c):
		t.kind, t.end = word, wordEnd(s, i+1)
		if isAddress(s, i, t.end) {
			t.kind, t.end = opaque, addressEnd(s, t.end)
			break
		}
		t.entry = lookup(s[i:t.end])
		l.found = l.found || t.entry.class != noClass && t.entry.class != article
	case c == '[' && markEnd(s, i) > 0:
		t.kind, t.end = opaque, markEnd(s, i)
	case c < utf8.RuneSelf:
		t.kind, t.end, t.r = sign, i+1, rune(c)
	default:
		r, n := utf8.DecodeRuneInString(s[i:])
		t.end = i + n
		switch {
		case unicode.IsSpace(r):
			l.at, l.gap = t.end, max(l.gap, spaced)
			return token{}
		case unicode.IsLetter(r) || unicode.IsMark(r):
			t.kind, t.end = word, wordEnd(s, t.end)
		case r == '【':
			t.kind = opaque
			if end := strings.Index(s[i:min(len(s), i+longestMark)], "】"); end > 0 {
				t.end = i + end
			}
		default:
			t.kind, t.r = sign, r
			_, vulgar := vulgarFraction(r)
			l.found = l.found || vulgar
		}
	}
	l.at, l.gap = t.end, joined
	return t
}

// spaceEnd returns the end of ASCII white space and what gap it makes.
func spaceEnd(s string, i int, before gap) (end int, between gap) {
	lines := 0
	for ; i < len(s); i++ {
		switch s[i] {
		case '\n':
			lines++
		case ' ', '\t', '\r':
		default:
			if lines > 1 {
				return i, broken
			}
			return i, max(before, spaced)
		}
	}
	return i, broken
}

// wordEnd returns the end of a word that has letters up to i.
func wordEnd(s string, i int) int {
	for i < len(s) {
		if c := s[i]; c < utf8.RuneSelf {
			if !isLetter(c) {
				break
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !unicode.Is(unicode.Cf, r) {
			break
		}
		i += n
	}
	return i
}

// isAddress reports whether s[i:end] is a scheme or the beginning of a host.
func isAddress(s string, i, end int) bool {
	if end == len(s) {
		return false
	}
	switch s[end] {
	case ':':
		return strings.HasPrefix(s[end:], "://")
	case '.':
		return end-i == 3 && strings.EqualFold(s[i:end], "www") || isHost(s[i:min(len(s), end+longestHost)])
	case '@':
		return true
	}
	return false
}

// longestHost and longestMark bound how far is looked for the end of one.
const (
	longestHost = 64
	longestMark = 40
)

// isHost reports whether s begins with the name of a host and a path: "a.org/1".
func isHost(s string) bool {
	for i := range len(s) {
		switch c := s[i]; {
		case c == '/':
			return i > 0 && s[i-1] != '.'
		case !isLetter(c) && c != '.' && c != '-':
			return false
		}
	}
	return false
}

// addressEnd returns the end of an address that goes on at i.
func addressEnd(s string, i int) int {
	for i < len(s) && s[i] > ' ' && s[i] < utf8.RuneSelf && !strings.ContainsRune("<>\"`|", rune(s[i])) {
		i++
	}
	return i
}

// markEnd returns the end of the footnote mark at i, 0 if there is none: "[^4]",
// "[4, 7]". A year in brackets is none.
func markEnd(s string, i int) int {
	digits := 0
	named := i+1 < len(s) && s[i+1] == '^'
	for j := i + 1; j < min(len(s), i+longestMark); j++ {
		switch c := s[j]; {
		case c == ']':
			if named || digits > 0 {
				return j + 1
			}
			return 0
		case named && c > ' ':
		case isDigit(c) && digits < 3:
			digits++
			continue
		case c == ',' || c == ' ' || c == '-' || c == '^':
		case strings.HasPrefix(s[j:], "–"):
			j += len("–") - 1
		default:
			return 0
		}
		digits = min(digits, 1)
	}
	return 0
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }
