package metapolicy_test

import (
	"regexp"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// A figure is a number or a date as it stands in a text, with what a reader takes
// it to mean.
type figure struct {
	cite.Span
	kind     fact.ValueKind
	min, max float64   // of a number, in base units
	date     fact.Date // of a date
	about    bool      // "approximately" stands before it
	over     bool      // "more than" stands before it
}

const month = `January|February|March|April|May|June|July|August|September|October|November|December`

// figureForm has the groups month, year, decade, dollar, low, high, scale, percent.
// A number that a letter follows is none: 405B.
var figureForm = regexp.MustCompile(`(?:(` + month + `) )?\b((?:19|20)\d\d)\b|\b(decade)\b` +
	`|(\$)?\b(\d[\d,]*(?:\.\d+)?)(?:–(\d+(?:\.\d+)?))?( million| billion|M)?(%|\b)`)

var (
	aboutForm = regexp.MustCompile(`(?i)(?:\b(?:approximately|roughly|about) |~)$`)
	overForm  = regexp.MustCompile(`(?i)\b(?:more than|over|exceeds?) (?:a )?$`)
)

var scales = map[string]float64{"": 1, " million": 1e6, "M": 1e6, " billion": 1e9}

// figuresIn returns the numbers and dates of a text.
func figuresIn(text string) []figure {
	var out []figure
	for _, m := range figureForm.FindAllStringSubmatchIndex(text, -1) {
		group := func(i int) string {
			if m[2*i] < 0 {
				return ""
			}
			return text[m[2*i]:m[2*i+1]]
		}
		f := figure{Span: cite.Span{Start: m[0], End: m[1]}}
		f.about = aboutForm.MatchString(text[:f.Start])
		f.over = overForm.MatchString(text[:f.Start])
		switch {
		case group(2) != "":
			f.kind, f.date = fact.KindDate, dateOf(group(1), group(2))
		case group(3) != "":
			f.kind, f.min, f.max = fact.KindQuantity, 10, 10
		default:
			f.kind = fact.KindQuantity
			f.min = number(group(5))
			f.max = f.min
			if high := group(6); high != "" {
				f.max = number(high)
			}
			unit := scales[group(7)]
			f.min, f.max = f.min*unit, f.max*unit
			switch {
			case group(4) != "":
				f.kind = fact.KindMoney
			case group(8) == "%":
				f.kind, f.min, f.max = fact.KindShare, f.min/100, f.max/100
			}
		}
		out = append(out, f)
	}
	return out
}

func number(s string) float64 {
	n, err := strconv.ParseFloat(strings.ReplaceAll(s, ",", ""), 64)
	if err != nil {
		panic(err)
	}
	return n
}

// dateOf returns the date of a year and, unless that is empty, a month's name.
func dateOf(name, year string) fact.Date {
	if name == "" {
		return fact.MustParseDate(year)
	}
	for i, m := range strings.Split(month, "|") {
		if m == name {
			return fact.MustParseDate(year + "-" + strconv.Itoa(101 + i)[1:])
		}
	}
	panic("no month " + name)
}

// quantityOf returns the number of a value, the zero Quantity for a date.
func quantityOf(v fact.Value) fact.Quantity {
	if m, ok := v.Money(); ok {
		return m.Quantity()
	}
	if s, ok := v.Share(); ok {
		return s.Fraction()
	}
	q, _ := v.Quantity()
	return q
}

// states reports whether a value gives the number or the date of the figure,
// leaving aside how exactly.
func (f figure) states(v fact.Value) bool {
	if d, ok := v.Date(); ok {
		return f.kind == fact.KindDate && (f.date == d || f.date == d.Start() || f.date == d.End())
	}
	if v.Kind() != f.kind {
		return false
	}
	q := quantityOf(v)
	low, hasLow := q.Min()
	high, hasHigh := q.Max()
	return (hasLow || hasHigh) && (!hasLow || low == f.min) && (!hasHigh || high == f.max)
}
