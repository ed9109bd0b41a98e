package fact

import (
	"fmt"
	"strconv"
	"strings"
)

// A Share is a part of a whole, as a fraction: 0.25 for 25 percent. It is exact,
// approximate, a bound, or a range. The zero Share states nothing.
type Share struct {
	q  Quantity // its unit is Unit1
	of string
}

// NewShare returns the quantity as a share of what of names, which may be "". Its
// unit has to be [Unit1], and what it states has to lie between 0 and 1.
func NewShare(q Quantity, of string) (Share, error) {
	if q.unit != Unit1 {
		return Share{}, fmt.Errorf("fact: a share has the unit %q, not %q", Unit1, q.unit)
	}
	for _, bound := range []func() (float64, bool){q.Min, q.Max} {
		if n, ok := bound(); ok && (n < 0 || n > 1) {
			return Share{}, fmt.Errorf("fact: a share lies between 0 and 1; %v does not", n)
		}
	}
	if !q.overlapsUnit() {
		return Share{}, fmt.Errorf("fact: a share lies between 0 and 1; %v does not", q)
	}
	return Share{q, of}, nil
}

// overlapsUnit reports whether q, whose bounds lie between 0 and 1, leaves such a
// number possible: more than 1 does not.
func (q Quantity) overlapsUnit() bool {
	if !q.IsExclusive() {
		return true
	}
	return (q.form&hasMin == 0 || q.min < 1) && (q.form&hasMax == 0 || q.max > 0)
}

// IsZero reports whether s states nothing.
func (s Share) IsZero() bool { return s.q.IsZero() }

// Fraction returns the share as a quantity of the unit 1.
func (s Share) Fraction() Quantity { return s.q }

// Of returns what it is a share of, "" if that isn't said.
func (s Share) Of() string { return s.of }

// String returns the share in words: "about 25% of contributions", "more than
// 50%"; "" for the zero Share.
func (s Share) String() string {
	of := ""
	if s.of != "" {
		of = " of " + s.of
	}
	return s.q.words(formatPercent, func(n string) string { return n + of })
}

func formatPercent(n float64) string { return formatNumber(percent(n)) + "%" }

// percent moves the decimal point of a fraction by two places. To multiply it by
// 100 would add to its digits: 0.07*100 is more than 7.
func percent(n float64) float64 {
	digits, exponent, _ := strings.Cut(strconv.FormatFloat(n, 'e', -1, 64), "e")
	e, _ := strconv.Atoi(exponent)
	out, _ := strconv.ParseFloat(digits+"e"+strconv.Itoa(e+2), 64)
	return out
}

// MarshalJSON writes the share as the [Value] that it is; the zero Share is null.
func (s Share) MarshalJSON() ([]byte, error) { return OfShare(s).MarshalJSON() }

// UnmarshalJSON reads what MarshalJSON writes.
func (s *Share) UnmarshalJSON(data []byte) error {
	v, err := unmarshalKind(data, KindShare)
	if err != nil {
		return err
	}
	*s, _ = v.Share()
	return nil
}
