package metapolicy_test

import (
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/number"
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

// figureKinds are those of the values that facts have. Ordinals and the digits of
// names are no figures.
var figureKinds = map[number.Kind]fact.ValueKind{
	number.KindNumber: fact.KindQuantity,
	number.KindFactor: fact.KindQuantity,
	number.KindShare:  fact.KindShare,
	number.KindMoney:  fact.KindMoney,
	number.KindDate:   fact.KindDate,
}

const digits = "0123456789"

// figuresIn returns the numbers and dates of a text, save small numbers in words and
// what is a name by itself, as 405B is.
func figuresIn(text string) []figure {
	var out []figure
	for _, m := range number.Append(nil, text) {
		f := figure{
			Span: cite.Span{Start: m.Start, End: m.End},
			kind: figureKinds[m.Kind],
			min:  m.Min.Float64(), max: m.Max.Float64(),
			about: m.Approximate,
			over:  m.Bound == number.Over,
		}
		said := f.Of(text)
		if f.kind == "" || f.max < 10 && f.kind != fact.KindDate && !strings.ContainsAny(said, digits) {
			continue
		}
		if _, isName := entityNamed(said); isName {
			continue
		}
		f.date = fact.MustParseDate(m.EDTF())
		out = append(out, f)
	}
	return out
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
