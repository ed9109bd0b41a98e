package fact

import (
	"fmt"
	"math"
)

// A Quantity is a number of units: exact, approximate, a bound, or a range. The
// zero Quantity states nothing, which is not the number zero. Numbers are in base
// units (700000000, not 700 million) and exact up to 2^53. Quantities are
// comparable: two are equal if they state the same of the same unit.
type Quantity struct {
	unit     string
	min, max float64
	form     form
}

// A form says which bounds a quantity has and how they are meant.
type form uint8

const (
	hasMin form = 1 << iota
	hasMax
	exclusive // of the bounds that there are
	approximate
)

// Unit1 is the unit of a quantity without one: a factor, a ratio.
const Unit1 = "1"

// Exactly is n units. Like the other functions that make quantities it panics on
// a number that is not finite and without a unit; JSON that has such is an error.
func Exactly(n float64, unit string) Quantity { return mustQuantity(n, n, hasMin|hasMax, unit) }

// About is approximately n units.
func About(n float64, unit string) Quantity { return Exactly(n, unit).Approximate() }

// MoreThan is any number of units greater than n.
func MoreThan(n float64, unit string) Quantity { return mustQuantity(n, 0, hasMin|exclusive, unit) }

// AtLeast is n units or more.
func AtLeast(n float64, unit string) Quantity { return mustQuantity(n, 0, hasMin, unit) }

// LessThan is any number of units smaller than n.
func LessThan(n float64, unit string) Quantity { return mustQuantity(0, n, hasMax|exclusive, unit) }

// AtMost is n units or fewer.
func AtMost(n float64, unit string) Quantity { return mustQuantity(0, n, hasMax, unit) }

// Range is any number of units from min to max, both included. It panics if min
// is greater than max.
func Range(min, max float64, unit string) Quantity {
	return mustQuantity(min, max, hasMin|hasMax, unit)
}

// Between is any number of units greater than min and smaller than max. It panics
// unless min is smaller than max.
func Between(min, max float64, unit string) Quantity {
	return mustQuantity(min, max, hasMin|hasMax|exclusive, unit)
}

func mustQuantity(min, max float64, f form, unit string) Quantity {
	q, err := newQuantity(min, max, f, unit)
	if err != nil {
		panic("fact: " + err.Error())
	}
	return q
}

func newQuantity(min, max float64, f form, unit string) (Quantity, error) {
	for _, n := range []float64{min, max} {
		if math.IsNaN(n) || math.IsInf(n, 0) {
			return Quantity{}, fmt.Errorf("a quantity of %v %s is not finite", n, unit)
		}
	}
	both := f&hasMin != 0 && f&hasMax != 0
	switch {
	case f&(hasMin|hasMax) == 0:
		return Quantity{}, fmt.Errorf("a quantity needs an amount, a minimum or a maximum")
	case both && min > max:
		return Quantity{}, fmt.Errorf("the minimum %v is greater than the maximum %v", min, max)
	case both && min == max && f&exclusive != 0:
		return Quantity{}, fmt.Errorf("nothing lies between %v and %v", min, max)
	case unit == "":
		return Quantity{}, fmt.Errorf("a quantity needs a unit (%q for a bare number)", Unit1)
	}
	// A negative zero would make two equal quantities differ in their JSON.
	return Quantity{unit, min + 0, max + 0, f}, nil
}

// Approximate returns q as an approximate quantity.
func (q Quantity) Approximate() Quantity {
	if !q.IsZero() {
		q.form |= approximate
	}
	return q
}

// IsZero reports whether q states nothing.
func (q Quantity) IsZero() bool { return q.form == 0 }

// Unit returns what is counted or measured, "1" for a bare number.
func (q Quantity) Unit() string { return q.unit }

// Amount returns the number, if q is one number, exact or approximate, and not a
// bound or a range.
func (q Quantity) Amount() (n float64, ok bool) {
	if q.form&hasMin == 0 || q.form&hasMax == 0 || q.min != q.max {
		return 0, false
	}
	return q.min, true
}

// Min returns the lower bound, if q has one: of a single number, that number.
func (q Quantity) Min() (n float64, ok bool) { return q.min, q.form&hasMin != 0 }

// Max returns the upper bound, if q has one: of a single number, that number.
func (q Quantity) Max() (n float64, ok bool) { return q.max, q.form&hasMax != 0 }

// IsExclusive reports whether the bounds themselves are excluded: "more than".
func (q Quantity) IsExclusive() bool { return q.form&exclusive != 0 }

// IsApproximate reports whether the number, or the bounds, are approximate.
func (q Quantity) IsApproximate() bool { return q.form&approximate != 0 }

// Admits reports whether n is a number that q leaves possible. An approximate
// quantity is taken at its word: how far "about" reaches nobody said.
func (q Quantity) Admits(n float64) bool {
	open := q.IsExclusive()
	switch {
	case q.IsZero() || math.IsNaN(n):
		return false
	case q.form&hasMin != 0 && (n < q.min || open && n == q.min):
		return false
	case q.form&hasMax != 0 && (n > q.max || open && n == q.max):
		return false
	}
	return true
}

// CompareQuantities compares two quantities of one unit: -1 if every number that a
// leaves possible is smaller than every one of b, +1 if greater, 0 if both are the
// same single number. ok is false where that can't be said: the units differ, one
// states nothing, the ranges overlap, or one is approximate, since how far "about"
// reaches nobody said.
func CompareQuantities(a, b Quantity) (order int, ok bool) {
	if a.IsZero() || b.IsZero() || a.unit != b.unit || a.IsApproximate() || b.IsApproximate() {
		return 0, false
	}
	if x, ok := a.Amount(); ok {
		if y, ok := b.Amount(); ok && x == y {
			return 0, true
		}
	}
	switch {
	case a.below(b):
		return -1, true
	case b.below(a):
		return 1, true
	}
	return 0, false
}

// below reports whether all of q lies below all of r.
func (q Quantity) below(r Quantity) bool {
	if q.form&hasMax == 0 || r.form&hasMin == 0 {
		return false
	}
	return q.max < r.min || q.max == r.min && (q.IsExclusive() || r.IsExclusive())
}

// String returns the quantity in words: "more than 700 million monthly active
// users", "about 187 contributions", "1 to 3 tons"; "" for the zero Quantity.
func (q Quantity) String() string {
	unit := " " + q.unit
	if q.unit == Unit1 {
		unit = ""
	}
	return q.words(formatNumber, func(n string) string { return n + unit })
}

// words sets q in words; number writes a number, and last is told the last one, to
// add what follows.
func (q Quantity) words(number func(float64) string, last func(string) string) string {
	if q.IsZero() {
		return ""
	}
	about := ""
	if q.IsApproximate() {
		about = "about "
	}
	if n, ok := q.Amount(); ok {
		return about + last(number(n))
	}
	open := q.IsExclusive()
	switch {
	case q.form&hasMax == 0 && open:
		return "more than " + about + last(number(q.min))
	case q.form&hasMax == 0:
		return "at least " + about + last(number(q.min))
	case q.form&hasMin == 0 && open:
		return "less than " + about + last(number(q.max))
	case q.form&hasMin == 0:
		return "at most " + about + last(number(q.max))
	case open:
		return "between " + about + number(q.min) + " and " + last(number(q.max)) + ", exclusive"
	}
	return about + number(q.min) + " to " + last(number(q.max))
}

// MarshalJSON writes the quantity as the [Value] that it is; the zero Quantity is null.
func (q Quantity) MarshalJSON() ([]byte, error) { return OfQuantity(q).MarshalJSON() }

// UnmarshalJSON reads what MarshalJSON writes.
func (q *Quantity) UnmarshalJSON(data []byte) error {
	v, err := unmarshalKind(data, KindQuantity)
	if err != nil {
		return err
	}
	*q, _ = v.Quantity()
	return nil
}
