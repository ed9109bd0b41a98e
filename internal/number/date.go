package number

import "strconv"

// A Date is a day, a month, a year, or a part or a number of years, as far as it is
// said. The zero Date is none.
type Date struct {
	Year  int16 // the first of several; 0 if it isn't said: "July 23"
	Month uint8 // 1 to 12, or a part of a year as EDTF counts them: see [Season]
	Day   uint8
	Years Years
	Part  Part
}

// The parts of a year that a [Date] has in place of a month.
const (
	Season  = 21 // and three more: spring, summer, autumn, winter
	Quarter = 33 // and three more
	Half    = 40 // and one more
)

// Years says how many years a [Date] has.
type Years uint8

// One year, or ten or a hundred that have the same first digits.
const (
	Year Years = iota
	Decade
	Century
)

// A Part is a vague part of a [Date], which leaves its EDTF as it is.
type Part uint8

// The parts.
const (
	Whole Part = iota
	Early
	Mid
	Late
)

var partNames = [...]string{"", "early", "mid", "late"}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// append appends d in EDTF, without its part.
func (d Date) append(b []byte) []byte {
	switch {
	case d.Year == 0:
		b = append(b, "XXXX"...)
	case d.Years == Decade:
		return append(pad(b, int(d.Year)/10, 3), 'X')
	case d.Years == Century:
		return append(pad(b, int(d.Year)/100, 2), "XX"...)
	default:
		b = pad(b, int(d.Year), 4)
	}
	if d.Month != 0 {
		b = pad(append(b, '-'), int(d.Month), 2)
	}
	if d.Day != 0 {
		b = pad(append(b, '-'), int(d.Day), 2)
	}
	return b
}

// pad appends n with so many digits.
func pad(b []byte, n, digits int) []byte {
	for least := 10; digits > 1; digits-- {
		if n < least {
			b = append(b, '0')
		}
		least *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// EDTF returns a date as the Extended Date/Time Format (ISO 8601-2) writes it: the
// dates and intervals of its level 1, with "~" for those that are approximate, and
// beyond that seasons, quarters and halves (months 21 to 41) and "X" for digits that
// aren't said. It returns "" for what is no date. Part and Bound are not in it.
func (m Mention) EDTF() string {
	if m.Kind != KindDate {
		return ""
	}
	b := m.edtfEnd(nil, m.From)
	switch {
	case m.To.IsZero():
		b = append(b, "/.."...)
	case m.To != m.From:
		b = m.edtfEnd(append(b, '/'), m.To)
	}
	return string(b)
}

func (m Mention) edtfEnd(b []byte, d Date) []byte {
	b = d.append(b)
	if m.Approximate && d.Year != 0 && d.Years == Year && d.Month <= 12 {
		b = append(b, '~')
	}
	return b
}

// before reports whether an interval may lead from d to e. Parts of a year are
// compared with parts of the same kind only.
func (d Date) before(e Date) bool {
	switch {
	case d.Year != e.Year || d.Month == 0 || e.Month == 0:
		return d.Year < e.Year || d.Year == e.Year && d.Part < e.Part
	case d.Month != e.Month:
		return d.Month < e.Month
	}
	return d.Day < e.Day
}

// isDay reports whether the month of a year has such a day. The year 0 may be any.
func isDay(year, month, day int) bool {
	if month < 1 || month > 12 || day < 1 {
		return false
	}
	last := 31
	switch month {
	case 4, 6, 9, 11:
		last = 30
	case 2:
		last = 28
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			last = 29
		}
	}
	return day <= last
}
