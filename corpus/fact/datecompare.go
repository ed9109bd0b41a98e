package fact

import (
	"cmp"
	"math"
)

// Before reports whether every day that d may be lies before every day that e
// may be. 2023 is neither before nor after 2023-07.
//
// A date may be each day that its precision leaves, and an interval each day
// from the first of its start to the last of its end; an end that is open or
// unknown reaches for ever. Where a date or an end is approximate, uncertain or
// both, it reaches one unit of its precision further on both sides: 2023~ is
// some day from 2022 to 2024. EDTF sets no such bound; this is our convention.
//
// The zero Date may be no day: it is never before or after anything, overlaps
// nothing, contains nothing and is contained in nothing.
func (d Date) Before(e Date) bool {
	_, last := d.days(true)
	first, _ := e.days(true)
	return !d.IsZero() && !e.IsZero() && last < first
}

// After reports whether every day that d may be lies after every day that e may
// be: whether e is Before d.
func (d Date) After(e Date) bool { return e.Before(d) }

// Overlaps reports whether there is a day that both d and e may be; see
// [Date.Before]. Of two dates, neither of them zero, one is Before the other or
// they overlap.
func (d Date) Overlaps(e Date) bool {
	return !d.IsZero() && !e.IsZero() && !d.Before(e) && !e.Before(d)
}

// Contains reports whether each day that e may be is one that d may be; see
// [Date.Before].
func (d Date) Contains(e Date) bool {
	first, last := d.days(true)
	first2, last2 := e.days(true)
	return !d.IsZero() && !e.IsZero() && first <= first2 && last2 <= last
}

// CompareDates orders dates for sorting; it returns -1, 0 or +1, and 0 only if
// a == b. A date that is Before another sorts before it. In order of weight:
//
//   - the zero Date is last;
//   - the earlier first day comes first, an approximate or uncertain date
//     counting as it is written;
//   - the later last day comes first, so that 2023 heads its months and 2023-01
//     its days;
//   - certain comes before uncertain, approximate and both, at the start and
//     then at the end;
//   - a date comes before an interval with the same days, and a coarse end
//     before a fine, an open and an unknown one.
func CompareDates(a, b Date) int {
	if a.IsZero() || b.IsZero() {
		return cmp.Compare(b.from.kind, a.from.kind) // 0 only in the zero Date
	}
	aFirst, aLast := a.days(false)
	bFirst, bLast := b.days(false)
	return cmp.Or(
		cmp.Compare(aFirst, bFirst),
		cmp.Compare(bLast, aLast),
		cmp.Compare(a.from.doubt, b.from.doubt),
		cmp.Compare(a.to.doubt, b.to.doubt),
		cmp.Compare(min(a.to.kind, 1), min(b.to.kind, 1)),
		cmp.Compare(a.from.kind, b.from.kind),
		cmp.Compare(a.to.kind, b.to.kind),
	)
}

// days returns the first and the last day that d, which is not zero, may be.
// Without wide, qualifiers don't count.
func (d Date) days(wide bool) (first, last int) {
	first, last = d.from.days(wide)
	if d.IsInterval() {
		_, last = d.to.days(wide)
	}
	return first, last
}

func (e dateEnd) days(wide bool) (first, last int) {
	year, month, day, reach := int(e.year), int(e.month), int(e.day), 0
	if wide && e.doubt != 0 {
		reach = 1
	}
	switch Precision(e.kind) {
	case PrecisionYear:
		return dayNumber(year-reach, 1, 1), dayNumber(year+reach+1, 1, 1) - 1
	case PrecisionMonth:
		return dayNumber(year, month-reach, 1), dayNumber(year, month+reach+1, 1) - 1
	case PrecisionDay:
		n := dayNumber(year, month, day)
		return n - reach, n + reach
	}
	return math.MinInt, math.MaxInt
}

// dayNumber counts days; later days have larger numbers, without gaps. A month
// below 1 or above 12 is one of a year before or after. The year is at least
// -300.
func dayNumber(year, month, day int) int {
	// Years that start in March have their leap day at the end, and 400 more
	// of them keep all numbers positive without changing the calendar.
	months := (year+400)*12 + month - 3
	year, month = months/12, months%12
	return year*365 + year/4 - year/100 + year/400 + (month*153+2)/5 + day
}
