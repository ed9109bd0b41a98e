package number

import (
	"slices"
	"strings"
)

// Token returns what is the same for all forms of a value, and for no other: a "="
// and the number without grouping, "=700000000", "=1/3", a share as percents,
// "=25%", a factor with "x", "=3.5x", money with the currency, "=45000000000usd", a
// date in EDTF in lower case, "=2024-07", with its part, "=2025mid", an ordinal with
// "#", "=3#". A range has both its ends, "=10..20". How exactly a value is said,
// approximately or as a bound, makes no difference. A year has the token of the
// number and so has a label: what one text calls a number, another may use as a
// name.
func (m Mention) Token() string {
	var buf [64]byte
	b := append(buf[:0], '=')
	switch {
	case m.Kind == KindLabel:
		b = append(b, m.Label...)
	case m.Kind == KindDate:
		b = append(b, dateToken(m.From)...)
		if m.To.IsZero() {
			b = append(b, "/.."...)
		} else if m.To != m.From {
			b = append(append(b, '/'), dateToken(m.To)...)
		}
	default:
		b = m.appendValue(b, m.Min)
		if m.Min != m.Max {
			b = m.appendValue(append(b, ".."...), m.Max)
		}
	}
	return string(b)
}

// AppendTokens appends the token of m and then the coarser ones by which it is found
// as well: the ends of a range, the bare number of money, a factor and a label, the
// amount of a negative number; the month and the year of a day, the year of a month
// or a part of a year. No token comes twice.
func (m Mention) AppendTokens(dst []string) []string {
	start := len(dst)
	add := func(token string) {
		if !slices.Contains(dst[start:], token) {
			dst = append(dst, token)
		}
	}
	add(m.Token())
	switch {
	case m.Kind == KindDate:
		for _, d := range []Date{m.From, m.To} {
			addDate(add, d)
		}
		return dst
	case m.Min != m.Max:
		add("=" + string(m.appendValue(nil, m.Min)))
		add("=" + string(m.appendValue(nil, m.Max)))
	}
	for _, v := range []Value{m.Min, m.Max} {
		switch m.Kind {
		case KindMoney, KindFactor:
			add("=" + v.String())
		case KindLabel:
			if strings.Count(m.Label, ".") < 2 {
				add("=" + v.String())
			}
			continue // "-4" is no part of GPT-4
		}
		if v.neg {
			v.neg = false
			add("=" + string(m.appendValue(nil, v)))
		}
	}
	return dst
}

// appendValue appends a number as it stands in the token of m.
func (m Mention) appendValue(b []byte, v Value) []byte {
	switch m.Kind {
	case KindShare:
		if percent, ok := v.shift(2); ok && v.under == 0 {
			return append(percent.append(b), '%')
		}
		return v.append(b)
	case KindMoney:
		b = v.append(b)
		for i := range len(m.Currency) {
			b = append(b, m.Currency[i]|0x20)
		}
		return b
	case KindFactor:
		return append(v.append(b), 'x')
	case KindOrdinal:
		return append(v.append(b), '#')
	}
	return v.append(b)
}

func dateToken(d Date) string {
	var buf [24]byte
	b := d.append(buf[:0])
	for i, c := range b {
		if c == 'X' {
			b[i] = 'x'
		}
	}
	return string(append(b, partNames[d.Part]...))
}

// addDate adds the tokens of a date, the finest first. A day also has one without
// its year, by which "July 23" is found.
func addDate(add func(string), d Date) {
	if d.IsZero() {
		return
	}
	full := d
	add("=" + dateToken(d))
	if d.Part != Whole {
		d.Part = Whole
		add("=" + dateToken(d))
	}
	if d.Year == 0 {
		return
	}
	if d.Day != 0 {
		d.Day = 0
		add("=" + dateToken(d))
	}
	if d.Month != 0 {
		d.Month = 0
		add("=" + dateToken(d))
	}
	if full.Day != 0 {
		add("=" + dateToken(Date{Month: full.Month, Day: full.Day}))
	}
}
