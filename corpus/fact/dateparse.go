package fact

import (
	"fmt"
	"strings"
	"time"
	"unicode/utf8"
)

// maxDateBytes bounds what ParseDate looks at. The longest date has 23 bytes.
const maxDateBytes = 64

// A DateError says why a text is no [Date].
type DateError struct {
	// Input is the text, cut after 64 bytes.
	Input string
	// Offset is the byte of Input where reading stopped.
	Offset int
	// Reason says what is wrong there. It ends in "not supported" where the
	// text is EDTF, but of a kind that a Date can't hold.
	Reason string
}

// Error returns Input, Offset and Reason in one line.
func (e *DateError) Error() string {
	return fmt.Sprintf("fact: date %q, byte %d: %s", e.Input, e.Offset, e.Reason)
}

// ParseDate reads a date as EDTF writes it; any error is a *[DateError].
//
//	2023   2023-07   2023-07-03   a year, month or day from 0000 to 9999
//	2023~  2023-07?  2023-07-03%  approximate, uncertain, both
//	2023/2024-05  2023~/2024?     an interval; each end has its qualifier
//	2023/..  ../2024              an interval that is open
//	2023/    /2024                an interval with an end that is unknown
//
// An empty text is the zero Date. An interval has a date at one end at least
// and doesn't end before it starts; a qualifier is no excuse for that. Negative
// and long years, times of day, seasons, unspecified digits (202X), sets, and
// qualifiers elsewhere than at the end of a date are not supported.
//
// The day of a [time.Time] is ParseDate(t.Format(time.DateOnly)).
func ParseDate(edtf string) (Date, error) {
	if edtf == "" {
		return Date{}, nil
	}
	p := dateParser{input: edtf}
	if len(edtf) > maxDateBytes {
		p.input = cutDate(edtf)
		return Date{}, p.fail(len(p.input), "longer than %d bytes", maxDateBytes)
	}
	from, err := p.end()
	if err != nil {
		return Date{}, err
	}
	if p.at == len(edtf) && from.kind == dateEndOpen {
		return Date{}, p.fail(0, "only an end of an interval is open")
	}
	var to dateEnd
	second := p.at + 1
	if p.skip('/') {
		if to, err = p.end(); err != nil {
			return Date{}, err
		}
	}
	if p.at < len(edtf) {
		return Date{}, p.unexpected()
	}
	d := Date{from, to}
	if d.IsInterval() && d.Start().IsZero() && d.End().IsZero() {
		return Date{}, p.fail(0, "an interval has a date at one end at least")
	}
	if first, last := d.days(false); first > last {
		return Date{}, p.fail(second, "the interval ends before it starts")
	}
	return d, nil
}

// MustParseDate is [ParseDate] for constants and tests: it panics where that
// fails.
func MustParseDate(edtf string) Date {
	d, err := ParseDate(edtf)
	if err != nil {
		panic(err)
	}
	return d
}

// UnmarshalText reads what [ParseDate] does. If it fails, d is as before.
func (d *Date) UnmarshalText(text []byte) error {
	// One byte too many is enough to be refused for.
	parsed, err := ParseDate(string(text[:min(len(text), maxDateBytes+1)]))
	if err != nil {
		return err
	}
	*d = parsed
	return nil
}

// cutDate returns the first bytes of s that a DateError keeps.
func cutDate(s string) string {
	n := maxDateBytes
	for n > maxDateBytes-utf8.UTFMax && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// A dateParser reads input from the byte at.
type dateParser struct {
	input string
	at    int
}

// end reads a date that is no interval, or what stands for one in an interval.
func (p *dateParser) end() (e dateEnd, err error) {
	if p.at == len(p.input) || p.peek() == '/' {
		return dateEnd{kind: dateEndUnknown}, nil
	}
	if strings.HasPrefix(p.input[p.at:], "..") {
		p.at += len("..")
		return dateEnd{kind: dateEndOpen}, nil
	}
	year, err := p.number("year", 4)
	if err != nil {
		return dateEnd{}, err
	}
	e = dateEnd{year: int16(year), kind: dateEndKind(PrecisionYear)}
	if p.skip('-') {
		if e.month, err = p.month(); err != nil {
			return dateEnd{}, err
		}
		e.kind = dateEndKind(PrecisionMonth)
	}
	if e.month != 0 && p.skip('-') {
		if e.day, err = p.day(year, int(e.month)); err != nil {
			return dateEnd{}, err
		}
		e.kind = dateEndKind(PrecisionDay)
	}
	switch {
	case p.skip('?'):
		e.doubt = dateUncertain
	case p.skip('~'):
		e.doubt = dateApproximate
	case p.skip('%'):
		e.doubt = dateUncertain | dateApproximate
	}
	if e.doubt != 0 && p.peek() == '-' {
		p.at--
		return dateEnd{}, p.unexpected()
	}
	return e, nil
}

func (p *dateParser) month() (uint8, error) {
	at := p.at
	n, err := p.number("month", 2)
	switch {
	case err != nil:
		return 0, err
	case 21 <= n && n <= 41:
		return 0, p.fail(at, "a season or other part of a year (%d) is not supported", n)
	case n < 1 || n > 12:
		return 0, p.fail(at, "there is no month %02d", n)
	}
	return uint8(n), nil
}

func (p *dateParser) day(year, month int) (uint8, error) {
	at := p.at
	n, err := p.number("day", 2)
	if err != nil {
		return 0, err
	}
	if n < 1 || n > dayNumber(year, month+1, 1)-dayNumber(year, month, 1) {
		return 0, p.fail(at, "%s %04d has no day %02d", time.Month(month), year, n)
	}
	return uint8(n), nil
}

// number reads a number of so many digits, and sees that no more follow.
func (p *dateParser) number(what string, digits int) (int, error) {
	n := 0
	for i := range digits {
		c := p.peek()
		switch {
		case '0' <= c && c <= '9':
			n = n*10 + int(c-'0')
			p.at++
		case c == '-' && what == "year" && i == 0:
			return 0, p.fail(p.at, "a negative year is not supported")
		case c == 0, c == '/', i > 0 && strings.IndexByte("-?~%", c) >= 0:
			return 0, p.fail(p.at, "a %s has %d digits", what, digits)
		default:
			return 0, p.unexpected()
		}
	}
	if c := p.peek(); '0' <= c && c <= '9' {
		return 0, p.fail(p.at, "a %s has %d digits", what, digits)
	}
	return n, nil
}

// peek returns the next byte, 0 at the end of the input.
func (p *dateParser) peek() byte {
	if p.at == len(p.input) {
		return 0
	}
	return p.input[p.at]
}

// skip reports whether the next byte is c, which is not 0, and reads it then.
func (p *dateParser) skip(c byte) bool {
	if p.peek() != c {
		return false
	}
	p.at++
	return true
}

// unexpected refuses the next character; there is one.
func (p *dateParser) unexpected() error {
	switch r, _ := utf8.DecodeRuneInString(p.input[p.at:]); r {
	case 'X':
		return p.fail(p.at, "an unspecified digit (X) is not supported")
	case 'Y':
		return p.fail(p.at, "a year with Y is not supported")
	case 'S':
		return p.fail(p.at, "a number of significant digits (S) is not supported")
	case 'T':
		return p.fail(p.at, "a time of day is not supported")
	case '[', '{':
		return p.fail(p.at, "a set of dates is not supported")
	case '?', '~', '%':
		return p.fail(p.at, "a qualifier (%c) elsewhere than at the end of a date is not supported", r)
	case '/':
		return p.fail(p.at, "an interval has two ends")
	default:
		return p.fail(p.at, "unexpected %q", r)
	}
}

func (p *dateParser) fail(at int, format string, args ...any) error {
	return &DateError{Input: p.input, Offset: at, Reason: fmt.Sprintf(format, args...)}
}
