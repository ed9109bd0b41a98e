package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// minQuote is how many words a quotation has at least; fewer are a term or a title.
const minQuote = 4

// A Quote is a quotation in an answer.
type Quote struct {
	// Text is what stands between the quotation marks, or in the block quote,
	// clean.
	Text       string
	Start, End int // in the answer, without the quotation marks and spaces next to them
}

// pairs are the quotation marks that open and those that may close them.
var pairs = map[rune]string{
	'"': "\"”", '“': "”“\"", '„': "“”\"", '«': "»", '»': "«", '‹': "›", '‘': "’", '‚': "‘’", '「': "」", '『': "』",
}

// quotes returns the spans of the quotations in clean text, without their marks.
func quotes(clean string) [][2]int {
	var out [][2]int
	// Where a mark does not occur again, no quotation that needs it is looked for:
	// so each byte is looked at a bounded number of times.
	last := map[rune]int{}
	for i, r := range clean {
		if !apostrophe(clean, i, r) {
			last[r] = i
		}
	}
	for i := 0; i < len(clean); {
		r, n := utf8.DecodeRuneInString(clean[i:])
		closers, opens := pairs[r]
		if !opens || r == '‘' && wordBefore(clean, i) || r == '»' && !openerBefore(clean, i) {
			i += n
			continue
		}
		j, size := closer(clean, i+n, closers, last)
		if j < 0 {
			i += n
			continue
		}
		if words(clean[i+n:j]) >= minQuote {
			from := i + n + len(clean[i+n:j]) - len(strings.TrimLeft(clean[i+n:j], " "))
			out = append(out, [2]int{from, from + len(strings.TrimRight(clean[from:j], " "))})
		}
		i = j + size
	}
	return out
}

// closer returns where the quotation that begins at i is closed.
func closer(clean string, i int, closers string, last map[rune]int) (at, size int) {
	possible := false
	for _, r := range closers {
		if p, ok := last[r]; ok && p >= i {
			possible = true
		}
	}
	if !possible {
		return -1, 0
	}
	for j := i; j < len(clean); {
		r, n := utf8.DecodeRuneInString(clean[j:])
		if strings.ContainsRune(closers, r) {
			if !apostrophe(clean, j, r) {
				return j, n
			}
		}
		j += n
	}
	return -1, 0
}

// apostrophe reports whether the rune r at i stands within a word: it closes nothing.
func apostrophe(s string, i int, r rune) bool {
	if r != '’' {
		return false
	}
	next, _ := utf8.DecodeRuneInString(s[i+len("’"):])
	return unicode.IsLetter(next)
}

func wordBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

func openerBefore(s string, i int) bool {
	r, _ := utf8.DecodeLastRuneInString(s[:i])
	return i == 0 || unicode.IsSpace(r) || r == '('
}

func words(s string) int { return len(strings.Fields(s)) }
