package eval

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/lazyregexp"
	"github.com/footnote-go/footnote/internal/number"
)

var ofWhat = lazyregexp.New(`^ of (?:all |the |its |their )?((?:[\p{L}-]+ ){0,2}[\p{L}-]+?)(?:[.,;:)]| (?:for|in|on|from|by|to|that|which|and|is|was|are|were|through|at)\b)`)

// otherUnit lets a number count something else, or in another scale.
func (m *mutator) otherUnit(b *base, d dice) []draft {
	var out []draft
	add := func(n number.Mention, s cite.Span, by string) {
		text := b.replace(s, by)
		terms := m.termsOf(by)
		if !b.free(s) || len(terms) == 0 && by != "€" || m.backedByWords(m.without(b, s), func(u *unit) bool {
			return !slices.ContainsFunc(terms, func(t string) bool { return !u.terms[t] })
		}) {
			return
		}
		if read := number.Append(nil, text); len(read) != len(b.numbers) {
			return
		}
		out = append(out, draft{text: text, changed: b.text[s.Start:s.End], by: by})
	}
	for _, n := range b.numbers {
		if !isQuantity(n) {
			continue
		}
		for i, w := range b.words {
			by := ""
			switch {
			case w.Start >= n.Start && w.End <= n.End: // a scale, or a currency in words
				by = otherScales[w.lower]
				if up := n.Bound == number.Over || n.Bound == number.AtLeast; up && w.lower != "million" && w.lower != "thousand" && by != "euros" {
					by = ""
				}
			case w.Start >= n.End && w.Start < n.End+60 && !strings.ContainsAny(b.text[n.End:w.Start], ".,;:()") && countedWords(b, n, i) < 4:
				by = otherUnits[w.lower]
				if n.Bound != number.Exactly && timeUnits[w.lower] {
					by = ""
				}
			}
			if by != "" {
				add(n, w.Span, by)
			}
		}
		if strings.HasPrefix(b.text[n.Start:], "$") && n.Bound == number.Exactly {
			add(n, cite.Span{Start: n.Start, End: n.Start + 1}, "€")
		}
		if at := ofWhat().FindStringSubmatchIndex(b.text[n.End:]); n.Kind == number.KindShare && at != nil {
			add(n, cite.Span{Start: n.End + at[2], End: n.End + at[3]}, otherWholes[d.n(len(otherWholes))])
		}
	}
	return out
}

// countedWords returns how many words stand between a number and the word at i.
func countedWords(b *base, n number.Mention, i int) int {
	k := 0
	for j := i - 1; j >= 0 && b.words[j].Start >= n.End; j-- {
		k++
	}
	return k
}
