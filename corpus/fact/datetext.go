package fact

import (
	"fmt"
	"strconv"
	"time"
)

// String returns d in EDTF, as [ParseDate] reads it; it is empty if d is zero.
func (d Date) String() string {
	b, _ := d.AppendText(nil)
	return string(b)
}

// AppendText appends what String returns. It never fails.
func (d Date) AppendText(b []byte) ([]byte, error) {
	b = d.from.append(b)
	if d.IsInterval() {
		b = d.to.append(append(b, '/'))
	}
	return b, nil
}

func (e dateEnd) append(b []byte) []byte {
	switch e.kind {
	case dateEndKind(PrecisionYear):
		b = fmt.Appendf(b, "%04d", e.year)
	case dateEndKind(PrecisionMonth):
		b = fmt.Appendf(b, "%04d-%02d", e.year, e.month)
	case dateEndKind(PrecisionDay):
		b = fmt.Appendf(b, "%04d-%02d-%02d", e.year, e.month, e.day)
	case dateEndOpen:
		b = append(b, ".."...)
	}
	return append(b, [...]string{"", "?", "~", "%"}[e.doubt]...)
}

// MarshalText returns what String does. It never fails.
func (d Date) MarshalText() ([]byte, error) { return d.AppendText(nil) }

// Text returns d for people to read, in English: "3 July 2023", "about 2025",
// "perhaps July 2023", "2025 to 2026", "since 2023". It is empty if d is zero.
func (d Date) Text() string {
	switch from, to := d.from.text(), d.to.text(); {
	case !d.IsInterval():
		return from
	case d.OpenStart():
		return "until " + to
	case d.OpenEnd():
		return "since " + from
	default:
		return from + " to " + to
	}
}

func (e dateEnd) text() string {
	if e.kind == dateEndUnknown {
		return "an unknown date"
	}
	year := strconv.Itoa(int(e.year))
	switch {
	case e.year == 0:
		year = "1 BC" // there is no year 0 between it and AD 1
	case e.year < 100:
		year = "AD " + year // "July 31" would be a day
	}
	s := [...]string{"", "perhaps ", "about ", "perhaps about "}[e.doubt]
	switch Precision(e.kind) {
	case PrecisionYear:
		return s + year
	case PrecisionMonth:
		return s + time.Month(e.month).String() + " " + year
	case PrecisionDay:
		return s + strconv.Itoa(int(e.day)) + " " + time.Month(e.month).String() + " " + year
	}
	return ""
}
