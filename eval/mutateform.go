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

var (
	dollars   = lazyregexp.New(`^\$([\d.,]+) (billion|million)$`)
	percents  = lazyregexp.New(`^([\d.,]+)(?:%| percent)$`)
	scaled    = lazyregexp.New(`^([\d.,]+) (million|billion)$`)
	grouping  = lazyregexp.New(`^\d{1,3}(?:,\d{3})+$`)
	monthYear = lazyregexp.New(`^(\p{L}+) (\d{4})$`)
)

// numberForms writes each number and date in other ways that mean the same.
func (m *mutator) numberForms(b *base) []draft {
	var out []draft
	for _, n := range b.numbers {
		s := cite.Span{Start: n.Start, End: n.End}
		if !b.free(s) {
			continue
		}
		surface := b.text[n.Start:n.End]
		for _, by := range forms(surface, b.text[n.End:]) {
			text := b.replace(s, by)
			if !sameValues(b.numbers, number.Append(nil, text)) {
				continue // the other form is read as something else there
			}
			out = append(out, draft{text: text, changed: surface, by: by})
		}
	}
	return out
}

// forms returns other ways to write a number that stands before some text.
func forms(surface, after string) []string {
	letter := map[string]string{"million": "M", "billion": "bn"}
	switch {
	case dollars().MatchString(surface):
		p := dollars().FindStringSubmatch(surface)
		return []string{p[1] + " " + p[2] + " US dollars", "$" + p[1] + letter[p[2]]}
	case percents().MatchString(surface):
		p := percents().FindStringSubmatch(surface)
		if strings.HasSuffix(surface, "%") {
			return []string{p[1] + " percent", p[1] + " per cent"}
		}
		return []string{p[1] + "%"}
	case scaled().MatchString(surface):
		p := scaled().FindStringSubmatch(surface)
		if p[2] == "billion" {
			return nil // "5bn" is read in a sum of money only
		}
		return []string{p[1] + "M"}
	case grouping().MatchString(surface):
		return []string{strings.ReplaceAll(surface, ",", "")}
	case monthYear().MatchString(surface):
		p := monthYear().FindStringSubmatch(surface)
		for month := time.January; month <= time.December; month++ {
			if month.String() == p[1] {
				number := strconv.Itoa(int(month))
				if len(number) < 2 {
					number = "0" + number
				}
				return []string{p[2] + "-" + number, p[1] + " of " + p[2]}
			}
		}
	}
	if i := slices.Index(numerals, surface); i >= 0 && i < 11 && !strings.HasPrefix(after, "-") {
		return []string{strconv.Itoa(i + 2)}
	}
	return nil
}

func sameValues(a, b []number.Mention) bool {
	return slices.EqualFunc(a, b, func(x, y number.Mention) bool {
		return x.Token() == y.Token() && x.Bound == y.Bound && x.Approximate == y.Approximate
	})
}
