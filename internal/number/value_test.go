package number_test

import (
	"math/big"
	"testing"

	"github.com/footnote-go/footnote/internal/number"
)

// value returns the number that a text is.
func value(t *testing.T, s string) number.Value {
	t.Helper()
	all := number.Append(nil, s)
	if len(all) != 1 {
		t.Fatalf("%q has %d mentions", s, len(all))
	}
	v, ok := all[0].Value()
	if !ok {
		t.Fatalf("%q is not one number", s)
	}
	return v
}

func TestValue(t *testing.T) {
	for _, test := range []struct {
		in, want, reason string
		float            float64
	}{
		{"1.8 million", "1800000", "no rounding on the way", 1.8e6},
		{"0.1", "0.1", "no binary fraction is that", 0.1},
		{"7%", "0.07", "a share is a fraction", 0.07},
		{"-3.25", "-3.25", "a sign", -3.25},
		{"two thirds", "2/3", "no decimal fraction", 2.0 / 3},
		{"a third of a million", "1000000/3", "a large one", 1e6 / 3},
		{"zero", "0", "the zero Value", 0},
		{"10^26", "100000000000000000000000000", "more than an int64 holds", 1e26},
		{"9007199254740993", "9007199254740993", "more than a float64 holds", 9007199254740992},
	} {
		v := value(t, test.in)
		if v.String() != test.want || v.Float64() != test.float {
			t.Errorf("%s: %q is %s, %v, want %s, %v", test.reason, test.in, v, v.Float64(), test.want, test.float)
		}
		want, _ := new(big.Rat).SetString(test.want)
		if v.Rat().Cmp(want) != 0 {
			t.Errorf("%s: %q is %v", test.reason, test.in, v.Rat())
		}
	}
}

func TestCompare(t *testing.T) {
	for _, test := range []struct {
		a, b string
		want int
	}{
		{"1.8 million", "1,800,000", 0},
		{"1/3 of it", "0.333", +1},
		{"-2", "1", -1},
		{"10^26", "999 trillion", +1},
		{"zero", "0.0", 0},
	} {
		a, b := value(t, test.a), value(t, test.b)
		if got := a.Compare(b); got != test.want || (a == b) != (got == 0) {
			t.Errorf("%s to %s: %d, want %d", test.a, test.b, got, test.want)
		}
	}
}
