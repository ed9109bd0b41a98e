package eval

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/lazyregexp"
	"github.com/footnote-go/footnote/internal/number"
)

var yearForm = lazyregexp.New(`\b(?:1[5-9]|20|21)\d\d\b`)

// otherDate gives each date another year, and another month if it has one.
func (m *mutator) otherDate(b *base, d dice) []draft {
	var out []draft
	for _, n := range b.numbers {
		if n.Kind != number.KindDate || !b.free(cite.Span{Start: n.Start, End: n.End}) {
			continue
		}
		surface := b.text[n.Start:n.End]
		for _, tries := range [][]string{shuffled(d, otherYears(surface, n)), shuffled(d, otherMonths(surface))} {
			for _, by := range tries {
				if x, ok := m.redated(b, n, by); ok {
					out = append(out, x)
					break
				}
			}
		}
	}
	return out
}

func otherYears(surface string, n number.Mention) []string {
	at := yearForm().FindStringIndex(surface)
	if at == nil {
		return nil
	}
	year, _ := strconv.Atoi(surface[at[0]:at[1]])
	var out []string
	for _, by := range []int{-4, -3, -2, -1, 1, 2, 3, 4} {
		// What held since 2023 held since 2024; what was after 2023 was after 2022.
		if n.Bound == number.Over && by < 0 || n.Bound != number.Exactly && n.Bound != number.Over && by > 0 || n.From != n.To && by > 0 {
			continue
		}
		out = append(out, surface[:at[0]]+strconv.Itoa(year+by)+surface[at[1]:])
	}
	return out
}

func otherMonths(surface string) []string {
	var out []string
	for month := time.January; month <= time.December; month++ {
		at := strings.Index(surface, month.String())
		if at < 0 {
			continue
		}
		for by := time.January; by <= time.December; by++ {
			if by != month {
				out = append(out, surface[:at]+by.String()+surface[at+len(month.String()):])
			}
		}
		break
	}
	return out
}

func (m *mutator) redated(b *base, n number.Mention, by string) (draft, bool) {
	s := cite.Span{Start: n.Start, End: n.End}
	text := b.replace(s, by)
	read := number.Append(nil, text)
	i := slices.IndexFunc(read, func(r number.Mention) bool { return r.Start == n.Start })
	if i < 0 || read[i].Kind != number.KindDate || len(read) != len(b.numbers) {
		return draft{}, false
	}
	token := read[i].Token()
	if token == n.Token() || m.backed(b, m.without(b, s), func(u *unit) bool { return u.tokens[token] }) {
		return draft{}, false
	}
	return draft{text: text, changed: b.text[n.Start:n.End], by: by}, true
}
