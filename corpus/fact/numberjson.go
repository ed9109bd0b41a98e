package fact

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"strconv"
	"strings"
)

// A number is one as JSON has it, with all its digits.
type number struct{ text string }

// UnmarshalJSON takes numbers alone; encoding/json gives it nothing that isn't JSON.
func (n *number) UnmarshalJSON(data []byte) error {
	kind := ""
	switch data[0] {
	case '"':
		kind = "string"
	case '{':
		kind = "object"
	case '[':
		kind = "array"
	case 't', 'f':
		kind = "bool"
	default:
		n.text = string(data)
		return nil
	}
	return &json.UnmarshalTypeError{Value: kind, Type: reflect.TypeFor[float64]()}
}

// float returns the float64 that the number is. A float64 holds few numbers exactly,
// and 0.1 is meant all the same; but a whole number that becomes another one, and one
// that becomes zero, is not what somebody wrote.
func (n number) float() (float64, error) {
	f, err := strconv.ParseFloat(n.text, 64)
	if errors.Is(err, strconv.ErrRange) && math.IsInf(f, 0) {
		return 0, fmt.Errorf("the number %s is too large", n.short())
	}
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return 0, fmt.Errorf("%s is no number", n.short())
	}
	if f != math.Trunc(f) {
		return f, nil
	}
	meant := decimalOf(n.text)
	if meant != decimalOf(strconv.FormatFloat(f, 'f', 0, 64)) && // as it is
		meant != decimalOf(strconv.FormatFloat(f, 'e', -1, 64)) { // as it is written: 1e23
		format := byte('f')
		if math.Abs(f) >= 1e21 {
			format = 'e'
		}
		return 0, fmt.Errorf("the number %s can't be kept: it would become %s", n.short(), strconv.FormatFloat(f, format, -1, 64))
	}
	return f, nil
}

// short returns the number, or its beginning, for an error.
func (n number) short() string {
	if len(n.text) > 40 {
		return n.text[:40] + "…"
	}
	return n.text
}

// A decimal is the digits of a number, without zeros at the ends, and its power of
// ten. The sign is left out, since a float64 keeps it.
type decimal struct {
	digits   string
	exponent int
}

// decimalOf reads a number as JSON and strconv write it.
func decimalOf(s string) decimal {
	mantissa, e := strings.TrimPrefix(s, "-"), ""
	if i := strings.IndexAny(mantissa, "eE"); i >= 0 {
		mantissa, e = mantissa[:i], mantissa[i+1:]
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	digits := strings.TrimLeft(whole+fraction, "0")
	if digits == "" {
		return decimal{}
	}
	exponent, _ := strconv.Atoi(e) // where it fails the float64 is zero, or none
	d := strings.TrimRight(digits, "0")
	return decimal{d, exponent - len(fraction) + len(digits) - len(d)}
}
