package number

import (
	"math/big"
	"math/bits"
	"strconv"
	"strings"
)

// A Value is an exact number: a decimal fraction, or the quotient of one and a
// small whole number, as a third is. Values are equal, by ==, if they are the same
// number. The zero Value is the number 0.
type Value struct {
	// The number is digits × 10^exp / (under + 1), negative if neg is set. digits
	// has no factor 10 and none in common with the divisor, which has neither 2
	// nor 5 as a factor: so there is one Value for each number.
	digits uint64
	under  uint16
	exp    int8
	neg    bool
}

// maxExp bounds the power of ten, far from what an int8 holds.
const maxExp = 100

// decimal returns digits × 10^exp; ok is false if the power is out of bounds.
func decimal(digits uint64, exp int) (v Value, ok bool) {
	if digits == 0 {
		return Value{}, true
	}
	for digits%10 == 0 {
		digits /= 10
		exp++
	}
	if exp < -maxExp || exp > maxExp {
		return Value{}, false
	}
	return Value{digits: digits, exp: int8(exp)}, true
}

// whole returns a small whole number.
func whole(n int) Value {
	v, _ := decimal(uint64(n), 0)
	return v
}

// quotient returns n / d for small numbers; d is not 0.
func quotient(n, d uint64) Value {
	for a, b := n, d; ; a, b = b, a%b {
		if b == 0 {
			n, d = n/a, d/a
			break
		}
	}
	exp := 0
	for d%2 == 0 || d%5 == 0 {
		switch {
		case d%10 == 0:
			d /= 10
		case d%2 == 0:
			d, n = d/2, n*5
		default:
			d, n = d/5, n*2
		}
		exp--
	}
	v, _ := decimal(n, exp)
	v.under = uint16(d - 1)
	return v
}

// shift returns v × 10^by.
func (v Value) shift(by int) (w Value, ok bool) {
	exp := int(v.exp) + by
	if exp < -maxExp || exp > maxExp {
		return Value{}, false
	}
	if v.digits != 0 {
		v.exp = int8(exp)
	}
	return v, true
}

// times returns v × n for an n without the divisor of v, if it has one.
func (v Value) times(n uint64) (w Value, ok bool) {
	high, low := bits.Mul64(v.digits, n)
	if high != 0 {
		return Value{}, false
	}
	w, ok = decimal(low, int(v.exp))
	w.under, w.neg = v.under, v.neg
	return w, ok
}

// plus returns v + w; neither is negative or has a divisor.
func (v Value) plus(w Value) (sum Value, ok bool) {
	if v.digits == 0 || w.digits == 0 {
		if v.digits == 0 {
			v = w
		}
		return v, true
	}
	if v.under != 0 || w.under != 0 {
		return Value{}, false
	}
	if v.exp < w.exp {
		v, w = w, v
	}
	high := v.digits
	for range int(v.exp) - int(w.exp) {
		over, low := bits.Mul64(high, 10)
		if over != 0 {
			return Value{}, false
		}
		high = low
	}
	low, carry := bits.Add64(high, w.digits, 0)
	if carry != 0 {
		return Value{}, false
	}
	return decimal(low, int(w.exp))
}

// negative returns -v.
func (v Value) negative() Value {
	v.neg = v.digits != 0
	return v
}

// Rat returns the number for exact arithmetic.
func (v Value) Rat() *big.Rat {
	n := new(big.Int).SetUint64(v.digits)
	d := big.NewInt(int64(v.under) + 1)
	ten := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(v.exp, -v.exp))), nil)
	if v.exp < 0 {
		d.Mul(d, ten)
	} else {
		n.Mul(n, ten)
	}
	if v.neg {
		n.Neg(n)
	}
	return new(big.Rat).SetFrac(n, d)
}

// Compare returns -1, 0 or +1 as v is smaller than w, equal or greater.
func (v Value) Compare(w Value) int {
	if v == w {
		return 0
	}
	return v.Rat().Cmp(w.Rat())
}

// Float64 returns the float64 that is nearest to the number.
func (v Value) Float64() float64 {
	if v.under == 0 {
		f, _ := strconv.ParseFloat(v.String(), 64)
		return f
	}
	f, _ := v.Rat().Float64()
	return f
}

// String returns the number with all its digits, "189719" or "3.5", or, if it is no
// decimal fraction, as a fraction: "1/3".
func (v Value) String() string { return string(v.append(nil)) }

func (v Value) append(b []byte) []byte {
	if v.under != 0 {
		return append(b, v.Rat().RatString()...)
	}
	if v.neg {
		b = append(b, '-')
	}
	var buf [20]byte
	digits := strconv.AppendUint(buf[:0], v.digits, 10)
	point := len(digits) + int(v.exp)
	switch {
	case v.exp >= 0:
		b = append(b, digits...)
		return append(b, strings.Repeat("0", int(v.exp))...)
	case point <= 0:
		b = append(b, "0."...)
		b = append(b, strings.Repeat("0", -point)...)
		return append(b, digits...)
	}
	b = append(b, digits[:point]...)
	b = append(b, '.')
	return append(b, digits[point:]...)
}
