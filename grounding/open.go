package grounding

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// steady returns a text that is still being written without what may turn out to be
// of another kind: a fence of code that isn't closed, and a last line that may become
// one, or the row of a table, or a definition.
func steady(text string) string {
	fence := ""
	start := 0
	for at := 0; at < len(text); {
		line, _, whole := strings.Cut(text[at:], "\n")
		body := strings.TrimSpace(line)
		switch {
		case fence != "":
			if whole && strings.HasPrefix(body, fence) && strings.Trim(body, fence[:1]) == "" {
				fence = ""
			}
		case strings.HasPrefix(body, "```"), strings.HasPrefix(body, "~~~"):
			fence, start = body[:len(body)-len(strings.TrimLeft(body, body[:1]))], at
		case !whole && body != "" && strings.IndexByte("|`~[", body[0]) >= 0:
			return text[:at]
		}
		at += len(line) + 1
	}
	if fence != "" && len(text)-start < openFence {
		return text[:start]
	}
	return text
}

// openFence is from which size on a fence that isn't closed is text: that of
// internal/answer, with what stands around it.
const openFence = 80 << 10

// An openText says where the last block of a text has something that isn't closed yet;
// behind the text if nothing is.
type openText struct{ bracket, quote int }

// openBrackets is how far a bracket is looked for that closes one: what internal/sentence
// does, with room for marks and markup.
const openBrackets = 2048

var closing = map[rune]string{
	'"': "\"”", '“': "”“\"", '„': "“”\"", '«': "»", '‘': "’", '「': "」", '『': "』",
}

// opened finds what is open.
func opened(text string) openText {
	block := max(strings.LastIndex(text, "\n\n"), strings.LastIndex(text, "\n\r\n"), 0)
	o := openText{len(text), len(text)}
	var brackets []int
	closers := ""
	for i, r := range text[block:] {
		at := block + i
		switch r {
		case '(', '[':
			if len(text)-at < openBrackets {
				brackets = append(brackets, at)
			}
		case ')', ']':
			if n := len(brackets); n > 0 && (text[brackets[n-1]] == '(') == (r == ')') {
				brackets = brackets[:n-1]
			}
		}
		if closers == "" {
			if c, ok := closing[r]; ok {
				closers, o.quote = c, at
			}
		} else if strings.ContainsRune(closers, r) {
			next, _ := utf8.DecodeRuneInString(text[at+utf8.RuneLen(r):])
			if r != '’' || !unicode.IsLetter(next) {
				closers, o.quote = "", len(text)
			}
		}
	}
	if len(brackets) > 0 {
		o.bracket = brackets[0]
	}
	return o
}
