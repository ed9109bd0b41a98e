package eval

import (
	"math"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/lazyregexp"
	"github.com/footnote-go/footnote/internal/number"
)

// otherNumber gives each number another value: of the same magnitude, and ten times.
func (m *mutator) otherNumber(b *base, d dice) []draft {
	var out []draft
	for _, n := range b.numbers {
		s := cite.Span{Start: n.Start, End: n.End}
		if !isQuantity(n) || !b.free(s) {
			continue
		}
		surface := b.text[n.Start:n.End]
		for _, tries := range [][]string{shuffled(d, sameMagnitude(surface)), tenTimes(surface)} {
			for _, by := range tries {
				if x, ok := m.revalued(b, n, by); ok {
					out = append(out, x)
					break
				}
			}
		}
	}
	return out
}

func isQuantity(n number.Mention) bool {
	switch n.Kind {
	case number.KindNumber, number.KindMoney, number.KindShare, number.KindFactor:
		return true
	}
	return false
}

// revalued puts another surface in the place of a number, if that is clearly another
// number of the kind, is not one that the first implies, and nothing backs it.
func (m *mutator) revalued(b *base, n number.Mention, by string) (draft, bool) {
	s := cite.Span{Start: n.Start, End: n.End}
	text := b.replace(s, by)
	read := number.Append(nil, text)
	i := slices.IndexFunc(read, func(r number.Mention) bool { return r.Start == n.Start })
	if i < 0 || read[i].Kind != n.Kind || read[i].End != n.Start+len(by) || len(read) != len(b.numbers) {
		return draft{}, false
	}
	is := read[i]
	was, now := n.Max.Float64(), is.Max.Float64()
	if n.Min == n.Max && is.Min != is.Max || math.Abs(now-was) < 0.2*math.Abs(was) {
		return draft{}, false
	}
	switch n.Bound { // "more than 10" says "more than 5" as well
	case number.Over, number.AtLeast:
		if now < was {
			return draft{}, false
		}
	case number.Under, number.AtMost:
		if now > was {
			return draft{}, false
		}
	}
	if n.Kind == number.KindShare && now > 1 {
		return draft{}, false
	}
	token := is.Token()
	if token == n.Token() || m.backed(b, m.without(b, s), func(u *unit) bool { return u.tokens[token] }) {
		return draft{}, false
	}
	return draft{text: text, changed: b.text[n.Start:n.End], by: by}, true
}

var digits = lazyregexp.New(`\d[\d,]*(?:\.\d+)?`)

// sameMagnitude returns surfaces of a number in which the first digit, or the word, is
// another. Of a range it is the last.
func sameMagnitude(surface string) []string {
	at := digits().FindAllStringIndex(surface, -1)
	if len(at) == 0 {
		return otherWords(surface)
	}
	s := at[len(at)-1]
	var out []string
	for c := byte('1'); c <= '9'; c++ {
		if c != surface[s[0]] {
			out = append(out, surface[:s[0]]+string(c)+surface[s[0]+1:])
		}
	}
	return out
}

// otherWords returns surfaces of a number in words in which one is another.
func otherWords(surface string) []string {
	var out []string
	for _, w := range wordsOf(surface) {
		if !slices.Contains(numerals, w.lower) {
			continue
		}
		for _, by := range numerals {
			if by == w.lower {
				continue
			}
			if w.lower != w.text {
				by = capital(by)
			}
			out = append(out, surface[:w.Start]+by+surface[w.End:])
		}
		break
	}
	return out
}

// tenTimes returns the surface of ten times a number in digits.
func tenTimes(surface string) []string {
	at := digits().FindAllStringIndex(surface, -1)
	if len(at) == 0 {
		return nil
	}
	s := at[len(at)-1]
	n := surface[s[0]:s[1]]
	whole, fraction, _ := strings.Cut(n, ".")
	plain := strings.ReplaceAll(whole, ",", "")
	if fraction != "" {
		plain, fraction = plain+fraction[:1], fraction[1:]
	} else {
		plain += "0"
	}
	if plain = strings.TrimLeft(plain, "0"); plain == "" {
		plain = "0"
	}
	if strings.Contains(n, ",") {
		plain = grouped(plain)
	}
	if fraction != "" {
		plain += "." + fraction
	}
	return []string{surface[:s[0]] + plain + surface[s[1]:]}
}

func grouped(digits string) string {
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}
