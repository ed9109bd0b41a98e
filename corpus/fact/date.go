package fact

import (
	"strconv"
	"time"
)

// A Date is a day, month or year, perhaps approximate or uncertain, or an
// interval of such, as EDTF (ISO 8601-2:2019, level 1) writes them. The
// calendar is the Gregorian one, also for the time before it was in use.
//
// The zero Date is no date: not stated. Dates are equal, by ==, if they are
// written alike: 2023 and 2023-01/2023-12 differ, though they have the same
// days; see [Date.Contains].
type Date struct {
	// to is the zero dateEnd unless the date is an interval. At most one of
	// the two is open or unknown.
	from, to dateEnd
}

// A dateEnd is one end of an interval, or a date that is none.
type dateEnd struct {
	year       int16
	month, day uint8 // 0 where the precision leaves them out
	kind       dateEndKind
	doubt      dateDoubt
}

// A dateEndKind is a Precision, or says why an end has none.
type dateEndKind uint8

const (
	dateEndOpen    = dateEndKind(PrecisionDay) + 1 + iota // ".."
	dateEndUnknown                                        // ""
)

// A dateDoubt is a set of the two qualifiers.
type dateDoubt uint8

const (
	dateUncertain   dateDoubt = 1 << iota // "?"
	dateApproximate                       // "~"; "%" is both
)

// A Precision says how much of a date is stated.
type Precision uint8

const (
	// PrecisionNone is that of the zero Date and of intervals, whose ends
	// have their own.
	PrecisionNone Precision = iota
	PrecisionYear
	PrecisionMonth
	PrecisionDay
)

// String returns "none", "year", "month" or "day".
func (p Precision) String() string {
	switch p {
	case PrecisionNone:
		return "none"
	case PrecisionYear:
		return "year"
	case PrecisionMonth:
		return "month"
	case PrecisionDay:
		return "day"
	}
	return "Precision(" + strconv.Itoa(int(p)) + ")"
}

// IsZero reports whether d is no date.
func (d Date) IsZero() bool { return d == Date{} }

// IsInterval reports whether d has a start and an end of its own.
func (d Date) IsInterval() bool { return d.to != dateEnd{} }

// Start returns the start of an interval, and d itself if it is none. It is
// zero if the start is open, as OpenStart reports, or else unknown.
func (d Date) Start() Date {
	if !d.IsInterval() {
		return d
	}
	return d.from.date()
}

// End returns the end of an interval, and d itself if it is none. It is zero if
// the end is open, as OpenEnd reports, or else unknown.
func (d Date) End() Date {
	if !d.IsInterval() {
		return d
	}
	return d.to.date()
}

// OpenStart reports whether d is an interval without a start: "../2024".
func (d Date) OpenStart() bool { return d.from.kind == dateEndOpen }

// OpenEnd reports whether d is an interval without an end: "2023/..".
func (d Date) OpenEnd() bool { return d.to.kind == dateEndOpen }

// Precision returns how much of d is stated, PrecisionNone for an interval.
func (d Date) Precision() Precision {
	if d.IsInterval() {
		return PrecisionNone
	}
	return Precision(d.from.kind)
}

// Year returns the year, 0 for an interval and the zero Date. The year 0000 is
// 0 too; it has a Precision.
func (d Date) Year() int {
	if d.IsInterval() {
		return 0
	}
	return int(d.from.year)
}

// Month returns the month, 0 if it is not stated and for an interval.
func (d Date) Month() time.Month {
	if d.IsInterval() {
		return 0
	}
	return time.Month(d.from.month)
}

// Day returns the day of the month, 0 if it is not stated and for an interval.
func (d Date) Day() int {
	if d.IsInterval() {
		return 0
	}
	return int(d.from.day)
}

// IsApproximate reports whether d, or an end of it, is marked "~" or "%".
func (d Date) IsApproximate() bool { return (d.from.doubt|d.to.doubt)&dateApproximate != 0 }

// IsUncertain reports whether d, or an end of it, is marked "?" or "%".
func (d Date) IsUncertain() bool { return (d.from.doubt|d.to.doubt)&dateUncertain != 0 }

// date returns e as a date, zero if it is open or unknown.
func (e dateEnd) date() Date {
	if e.kind > dateEndKind(PrecisionDay) {
		return Date{}
	}
	return Date{from: e}
}
