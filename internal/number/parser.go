package number

import "strings"

// A parser reads the tokens of a text. Its methods are given the index of a token
// and return that of the first token behind what they have read; where they find
// nothing, they return the index that they were given. Each looks at a bounded
// number of tokens, so that all take time in proportion to the text.
type parser struct {
	s        string
	tokens   []token
	labelled int // the end of the last label in s
}

// none is what stands before and behind a text.
var none = token{gap: broken}

// at returns token i, or an empty one where there is none.
func (p *parser) at(i int) *token {
	if i < 0 || i >= len(p.tokens) {
		return &none
	}
	return &p.tokens[i]
}

func (p *parser) text(i int) string { return p.s[p.at(i).start:p.at(i).end] }

// is reports whether token i is one of the words, which are in lower case.
func (p *parser) is(i int, words ...string) bool {
	if p.at(i).kind != word {
		return false
	}
	text := p.text(i)
	for _, w := range words {
		if len(w) == len(text) && strings.EqualFold(w, text) {
			return true
		}
	}
	return false
}

// follows reports whether token i is one of the words and not in another paragraph
// than the token before.
func (p *parser) follows(i int, words ...string) bool {
	return p.at(i).gap != broken && p.is(i, words...)
}

// after returns the class of the word that follows at i, with white space or a
// hyphen before it, and where it is.
func (p *parser) after(i int) (class, int) {
	switch t := p.at(i); {
	case t.kind == word && t.gap == spaced:
		return t.entry.class, i
	case p.isHyphen(i) && t.gap == joined && p.at(i+1).gap == joined && p.at(i+1).kind == word:
		return p.at(i + 1).entry.class, i + 1
	}
	return noClass, i
}

func (p *parser) isSign(i int, r rune) bool {
	t := p.at(i)
	return t.kind == sign && t.r == r
}

func (p *parser) isHyphen(i int) bool {
	t := p.at(i)
	return t.kind == sign && (t.r == '-' || t.r == '‐' || t.r == '‑')
}

func (p *parser) isDash(i int) bool {
	t := p.at(i)
	return t.kind == sign && (t.r == '–' || t.r == '—' || t.r == '-' || t.r == '‐' || t.r == '‑')
}

// upper reports whether token i begins with a capital letter of ASCII.
func (p *parser) upper(i int) bool {
	t := p.at(i)
	return t.kind == word && 'A' <= p.s[t.start] && p.s[t.start] <= 'Z'
}

// allUpper reports whether token i has no other letters.
func (p *parser) allUpper(i int) bool {
	text := p.text(i)
	return text != "" && strings.ToUpper(text) == text
}
