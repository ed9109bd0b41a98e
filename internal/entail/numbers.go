package entail

import (
	"math"
	"strings"

	"github.com/footnote-go/footnote/internal/number"
)

// A fit says how a number of a claim goes with one of the evidence.
type fit uint8

const (
	fitsNot fit = iota
	fitsRounded
	fits
)

// fitMentions compares a number of a claim with one of the evidence. A claim may be
// coarser than the evidence, never finer, and a bound has to hold of it.
func fitMentions(c, e *mention) fit {
	if c.Kind == number.KindDate || e.Kind == number.KindDate {
		return fitDates(c, e)
	}
	if c.Kind == number.KindLabel || e.Kind == number.KindLabel {
		if c.Kind == e.Kind {
			if c.Label == e.Label {
				return fits
			}
			return fitsNot
		}
		return fitsToken(c, e)
	}
	if c.Currency != e.Currency && c.Currency != "" && e.Currency != "" {
		return fitsNot
	}
	if (c.Kind == number.KindShare) != (e.Kind == number.KindShare) || (c.Kind == number.KindOrdinal) != (e.Kind == number.KindOrdinal) {
		return fitsNot
	}
	if c.Min != c.Max || e.Min != e.Max {
		return fitRanges(c, e)
	}
	cv, ev := c.Min.Float64(), e.Min.Float64()
	if opposite(c.Bound, e.Bound) {
		return fitsNot
	}
	if c.Min == e.Min {
		if c.Bound == number.Over && e.Bound != number.Over || c.Bound == number.Under && e.Bound != number.Under {
			return fitsRounded // "over 45" of 45, "nearly 45" of 45
		}
		return fits
	}
	return fitValues(c, cv, ev)
}

func opposite(a, b number.Bound) bool {
	up := func(x number.Bound) bool { return x == number.Over || x == number.AtLeast }
	down := func(x number.Bound) bool { return x == number.Under || x == number.AtMost }
	return up(a) && down(b) || down(a) && up(b)
}

// How far a claim may be from the evidence, relative to it.
const (
	nearBound = 0.12 // "more than 600" of 650; further off the bound holds and says nothing
	nearAbout = 0.04 // "about a quarter" of 24.6%
)

// How far a share may be from the evidence's: half a point, or for a fraction such as
// "two in three" and what is said to be approximate a point and a half.
const (
	nearShare    = 0.005
	nearFraction = 0.0151
)

func fitValues(c *mention, cv, ev float64) fit {
	if c.Kind == number.KindShare && c.Bound == number.Exactly {
		off := math.Abs(cv - ev)
		percents := cv * 100
		if off <= nearShare && cv != ev && percents == math.Trunc(percents) && ev*100 == math.Trunc(ev*100) {
			return fitsNot // 66% is not 66.4% rounded, if both are whole percents
		}
		if off <= nearShare || off <= nearFraction && (c.Approximate || math.Abs(percents-math.Round(percents)) > 1e-9 || strings.Contains(" "+c.words+" ", " in ")) {
			return fitsRounded
		}
		return fitsNot
	}
	if ev == 0 || cv == 0 || (cv < 0) != (ev < 0) {
		return fitsNot
	}
	off := math.Abs(cv-ev) / math.Abs(ev)
	switch c.Bound {
	case number.Over, number.AtLeast:
		if ev >= cv && off <= nearBound {
			return fitsRounded
		}
		return fitsNot
	case number.Under, number.AtMost:
		if ev <= cv && off <= nearBound {
			return fitsRounded
		}
		return fitsNot
	}
	if rounds(cv, ev) || c.Approximate && off <= nearAbout {
		return fitsRounded
	}
	return fitsNot
}

// rounds reports whether cv is ev rounded to the digits that cv has, at least two,
// or one where that changes little.
func rounds(cv, ev float64) bool {
	unit := math.Pow(10, math.Floor(math.Log10(math.Abs(cv))))
	for digits := 0; digits < 6 && math.Abs(cv/unit-math.Round(cv/unit)) > 1e-9; digits++ {
		unit /= 10
	}
	off := math.Abs(cv - ev)
	return off <= unit/2*(1+1e-9) && off/math.Abs(ev) <= 0.05
}

func fitRanges(c, e *mention) fit {
	if c.Min == e.Min && c.Max == e.Max {
		return fits
	}
	if c.Min == c.Max { // a number of a claim against a range: its ends may be named one by one
		if c.Min == e.Min || c.Min == e.Max {
			return fitsRounded
		}
		return fitsNot
	}
	return fitsNot
}

// fitsToken compares numbers of different kinds by their form.
func fitsToken(c, e *mention) fit {
	if c.token == e.token {
		return fits
	}
	return fitsNot
}

// fitDates compares dates by what each says of year, month and day.
func fitDates(c, e *mention) fit {
	if c.Kind != e.Kind {
		return fitsToken(c, e) // a year that one side reads as a number, or as a part of a name
	}
	if c.EDTF() != "" && c.EDTF() == e.EDTF() && c.From.Part == e.From.Part && c.To.Part == e.To.Part {
		return fits
	}
	switch {
	case c.From == c.To && e.From == e.To:
		return within(c.From, e.From)
	case c.From == c.To: // a day of an interval: its ends may be named one by one
		return max(within(c.From, e.From), within(c.From, e.To))
	case e.From == e.To:
		return fitsNot
	}
	return min(within(c.From, e.From), within(c.To, e.To))
}

// within reports whether the date e is one of those that the coarser date c may be.
func within(c, e number.Date) fit {
	if c.IsZero() || e.IsZero() {
		if c == e {
			return fits
		}
		return fitsNot
	}
	if c.Years == number.Decade && e.Years != number.Century {
		if c.Year/10 == e.Year/10 {
			return fitsRounded
		}
		return fitsNot
	}
	if c.Year != e.Year || c.Years != e.Years {
		return fitsNot
	}
	if c.Month != 0 && c.Month != e.Month {
		if season(c.Month, e.Month) || part(c, e) {
			return fitsRounded
		}
		return fitsNot
	}
	if c.Day != 0 && c.Day != e.Day {
		return fitsNot
	}
	if c.Part != number.Whole && e.Part != number.Whole && c.Part != e.Part {
		return fitsNot
	}
	if c.Part != number.Whole && e.Part == number.Whole {
		if e.Month == 0 || !partOf(c.Part, e.Month) {
			return fitsNot
		}
	}
	return fits
}

func part(c, e number.Date) bool {
	return c.Part != number.Whole && c.Month == 0 && partOf(c.Part, e.Month)
}

func partOf(p number.Part, month uint8) bool {
	switch p {
	case number.Early:
		return month >= 1 && month <= 5
	case number.Mid:
		return month >= 5 && month <= 8
	case number.Late:
		return month >= 8 && month <= 12
	}
	return true
}

// season reports whether a season, quarter or half of a year (as EDTF numbers
// them) has the month.
func season(c, month uint8) bool {
	if month < 1 || month > 12 {
		return false
	}
	m := int(month)
	switch {
	case c == 21:
		return m >= 3 && m <= 6
	case c == 22:
		return m >= 6 && m <= 9
	case c == 23:
		return m >= 9 && m <= 12
	case c == 24:
		return m == 12 || m <= 3
	case c >= 33 && c <= 36:
		return (m-1)/3 == int(c)-33
	case c == 40 || c == 41:
		return (m-1)/6 == int(c)-40
	}
	return false
}

// sameKind reports whether two mentions could stand in one another's place.
func sameKind(c, e *mention) bool {
	if c.Kind == e.Kind {
		// As much of another currency was changed; less or more of it may have been
		// converted.
		return c.Kind != number.KindMoney || c.Currency == e.Currency || c.Currency == "" || e.Currency == "" || c.Min == e.Min && c.Max == e.Max
	}
	date := func(m *mention) bool { return m.Kind == number.KindDate || yearLike(m) }
	return date(c) && date(e)
}

// text returns the mention as it stands in its sentence, with the sign of its
// currency.
func (m *mention) text(s *Sentence) string { return strings.TrimSpace(s.Text[m.Start:m.End]) }
