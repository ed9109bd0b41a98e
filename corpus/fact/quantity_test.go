package fact_test

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
)

var _ fmt.Stringer = fact.Quantity{}

// quantityFields is what a quantity's methods say of it. A bound that there is
// not is nil.
type quantityFields struct {
	Unit                   string
	Amount, Min, Max       *float64
	Exclusive, Approximate bool
}

func fieldsOfQuantity(q fact.Quantity) quantityFields {
	f := quantityFields{Unit: q.Unit(), Exclusive: q.IsExclusive(), Approximate: q.IsApproximate()}
	for _, get := range []struct {
		method func() (float64, bool)
		to     **float64
	}{{q.Amount, &f.Amount}, {q.Min, &f.Min}, {q.Max, &f.Max}} {
		if n, ok := get.method(); ok {
			*get.to = &n
		}
	}
	return f
}

// between is the quantity of numbers from min to max without these, which no
// constructor makes but JSON does.
func between(t testing.TB, min, max float64, unit string) fact.Quantity {
	t.Helper()
	var v fact.Value
	if err := v.UnmarshalJSON(fmt.Appendf(nil, `{"kind":"quantity","min":%v,"max":%v,"exclusive":true,"unit":%q}`, min, max, unit)); err != nil {
		t.Fatal(err)
	}
	q, _ := v.Quantity()
	return q
}

func TestQuantity(t *testing.T) {
	n := func(n float64) *float64 { return &n }
	for _, tt := range []struct {
		reason string
		q      fact.Quantity
		want   quantityFields
	}{
		{"nothing", fact.Quantity{}, quantityFields{}},
		{"a number", fact.Exactly(187, "labs"), quantityFields{"labs", n(187), n(187), n(187), false, false}},
		{"the number zero is stated", fact.Exactly(0, "deaths"), quantityFields{"deaths", n(0), n(0), n(0), false, false}},
		{"roughly", fact.About(187, "labs"), quantityFields{"labs", n(187), n(187), n(187), false, true}},
		{"more than", fact.MoreThan(3, "tons"), quantityFields{"tons", nil, n(3), nil, true, false}},
		{"at least", fact.AtLeast(3, "tons"), quantityFields{"tons", nil, n(3), nil, false, false}},
		{"less than", fact.LessThan(3, "tons"), quantityFields{"tons", nil, nil, n(3), true, false}},
		{"at most", fact.AtMost(3, "tons"), quantityFields{"tons", nil, nil, n(3), false, false}},
		{"a range", fact.Range(1, 3, "tons"), quantityFields{"tons", nil, n(1), n(3), false, false}},
		{"a range of one number is that number", fact.Range(3, 3, "tons"), quantityFields{"tons", n(3), n(3), n(3), false, false}},
		{"without its ends", between(t, 1, 3, "tons"), quantityFields{"tons", nil, n(1), n(3), true, false}},
		{"a bound may be approximate", fact.MoreThan(3, "tons").Approximate(), quantityFields{"tons", nil, n(3), nil, true, true}},
		{"about nothing is nothing", fact.Quantity{}.Approximate(), quantityFields{}},
	} {
		if d := cmp.Diff(tt.want, fieldsOfQuantity(tt.q)); d != "" {
			t.Errorf("%s: %v (-want +got):\n%s", tt.reason, tt.q, d)
		}
		if tt.q.IsZero() != (tt.want == quantityFields{}) || tt.q.IsZero() != (tt.q == fact.Quantity{}) {
			t.Errorf("%s: IsZero = %t", tt.reason, tt.q.IsZero())
		}
	}
	for _, tt := range []struct {
		reason string
		a, b   fact.Quantity
		equal  bool
	}{
		{"of one number", fact.Exactly(3, "tons"), fact.Exactly(3, "tons"), true},
		{"made in another way", fact.Exactly(3, "tons"), fact.Range(3, 3, "tons"), true},
		{"About is approximately", fact.About(3, "tons"), fact.Exactly(3, "tons").Approximate(), true},
		{"minus zero is zero", fact.Exactly(math.Copysign(0, -1), "tons"), fact.Exactly(0, "tons"), true},
		{"of another unit", fact.Exactly(3, "tons"), fact.Exactly(3, "kg"), false},
		{"with or without the bound", fact.AtLeast(3, "tons"), fact.MoreThan(3, "tons"), false},
		{"exact or not", fact.About(3, "tons"), fact.Exactly(3, "tons"), false},
		{"no upper bound is not one of zero", fact.AtLeast(-3, "tons"), fact.Range(-3, 0, "tons"), false},
	} {
		if (tt.a == tt.b) != tt.equal {
			t.Errorf("%s: %v == %v is %t", tt.reason, tt.a, tt.b, !tt.equal)
		}
	}
	if min, _ := fact.Range(math.Copysign(0, -1), 1, "tons").Min(); math.Signbit(min) {
		t.Error("a minimum is minus zero")
	}
}

func TestQuantityPanics(t *testing.T) {
	nan, inf := math.NaN(), math.Inf(1)
	for _, tt := range []struct {
		reason string
		make   func()
		says   string
	}{
		{"NaN", func() { fact.Exactly(nan, "tons") }, "not finite"},
		{"about NaN", func() { fact.About(nan, "tons") }, "not finite"},
		{"infinitely many", func() { fact.Exactly(inf, "tons") }, "not finite"},
		{"more than NaN", func() { fact.MoreThan(nan, "tons") }, "not finite"},
		{"at least minus infinity", func() { fact.AtLeast(-inf, "tons") }, "not finite"},
		{"less than infinity", func() { fact.LessThan(inf, "tons") }, "not finite"},
		{"at most NaN", func() { fact.AtMost(nan, "tons") }, "not finite"},
		{"a range that has no start", func() { fact.Range(-inf, 0, "tons") }, "not finite"},
		{"a range that has no end", func() { fact.Range(0, inf, "tons") }, "not finite"},
		{"a range in reverse", func() { fact.Range(3, 1, "tons") }, "the minimum 3 is greater than the maximum 1"},
		{"no unit", func() { fact.Exactly(3, "") }, `needs a unit ("1" for a bare number)`},
	} {
		func() {
			defer func() {
				if got, _ := recover().(string); !strings.HasPrefix(got, "fact: ") || !strings.Contains(got, tt.says) {
					t.Errorf("%s: panics with %q, want %q", tt.reason, got, tt.says)
				}
			}()
			tt.make()
		}()
	}
}

func TestQuantityAdmits(t *testing.T) {
	inf := math.Inf(1)
	for _, tt := range []struct {
		reason  string
		q       fact.Quantity
		yes, no []float64
	}{
		{"nothing admits nothing", fact.Quantity{}, nil, []float64{0, 1, -1}},
		{"a number admits itself", fact.Exactly(3, "tons"), []float64{3}, []float64{2.999, 3.001, -3}},
		{"about is taken at its word", fact.About(3, "tons"), []float64{3}, []float64{2.999, 3.001}},
		{"more than: not the bound", fact.MoreThan(3, "tons"), []float64{math.Nextafter(3, inf), 1e300, inf}, []float64{3, 2, -inf}},
		{"at least: the bound", fact.AtLeast(3, "tons"), []float64{3, 1e300}, []float64{math.Nextafter(3, -inf)}},
		{"less than: not the bound", fact.LessThan(3, "tons"), []float64{math.Nextafter(3, -inf), -1e300, 0}, []float64{3, 4}},
		{"at most: the bound", fact.AtMost(3, "tons"), []float64{3, -1e300}, []float64{math.Nextafter(3, inf)}},
		{"a range: both bounds", fact.Range(1, 3, "tons"), []float64{1, 2, 3}, []float64{0.999, 3.001}},
		{"exclusive: neither", between(t, 1, 3, "tons"), []float64{2}, []float64{1, 3, 0, 4}},
		{"zero is a number", fact.Exactly(0, "deaths"), []float64{0, math.Copysign(0, -1)}, []float64{1e-300}},
	} {
		for _, n := range tt.yes {
			if !tt.q.Admits(n) {
				t.Errorf("%s: %v doesn't admit %v", tt.reason, tt.q, n)
			}
		}
		for _, n := range append(tt.no, math.NaN()) {
			if tt.q.Admits(n) {
				t.Errorf("%s: %v admits %v", tt.reason, tt.q, n)
			}
		}
	}
}

func TestCompareQuantities(t *testing.T) {
	for _, tt := range []struct {
		reason string
		a, b   fact.Quantity
		want   int
		ok     bool
	}{
		{"smaller", fact.Exactly(1, "tons"), fact.Exactly(2, "tons"), -1, true},
		{"the same number", fact.Exactly(2, "tons"), fact.Exactly(2, "tons"), 0, true},
		{"the same, one of them approximate: how far about reaches nobody said", fact.About(2, "tons"), fact.Exactly(2, "tons"), 0, false},
		{"other units", fact.Exactly(1, "tons"), fact.Exactly(2, "kg"), 0, false},
		{"nothing and something", fact.Quantity{}, fact.Exactly(2, "tons"), 0, false},
		{"nothing twice", fact.Quantity{}, fact.Quantity{}, 0, false},
		{"a number below a range", fact.Exactly(1, "tons"), fact.Range(2, 3, "tons"), -1, true},
		{"ranges that touch", fact.Range(1, 2, "tons"), fact.Range(2, 3, "tons"), 0, false},
		{"ranges of which one stops short of the other", fact.Range(1, 2, "tons"), between(t, 2, 3, "tons"), -1, true},
		{"ranges that overlap", fact.Range(1, 3, "tons"), fact.Range(2, 4, "tons"), 0, false},
		{"the same range twice: which number of it nobody knows", fact.Range(1, 3, "tons"), fact.Range(1, 3, "tons"), 0, false},
		{"a number in a range", fact.Exactly(2, "tons"), fact.Range(1, 3, "tons"), 0, false},
		{"a number and more than it", fact.Exactly(2, "tons"), fact.MoreThan(2, "tons"), -1, true},
		{"a number and at least it", fact.Exactly(2, "tons"), fact.AtLeast(2, "tons"), 0, false},
		{"less than a number and it", fact.LessThan(2, "tons"), fact.Exactly(2, "tons"), -1, true},
		{"below and above one bound", fact.LessThan(2, "tons"), fact.AtLeast(2, "tons"), -1, true},
		{"up to a bound and from it", fact.AtMost(2, "tons"), fact.AtLeast(2, "tons"), 0, false},
		{"no upper bounds", fact.MoreThan(1, "tons"), fact.MoreThan(2, "tons"), 0, false},
		{"no lower bounds", fact.AtMost(1, "tons"), fact.AtMost(2, "tons"), 0, false},
		{"no bound is not a bound of zero", fact.AtMost(-1, "tons"), fact.LessThan(5, "tons"), 0, false},
	} {
		if got, ok := fact.CompareQuantities(tt.a, tt.b); got != tt.want || ok != tt.ok {
			t.Errorf("%s: %v and %v: %d, %t; want %d, %t", tt.reason, tt.a, tt.b, got, ok, tt.want, tt.ok)
		}
		if got, ok := fact.CompareQuantities(tt.b, tt.a); got != -tt.want || ok != tt.ok {
			t.Errorf("%s, the other way: %v and %v: %d, %t; want %d, %t", tt.reason, tt.b, tt.a, got, ok, -tt.want, tt.ok)
		}
	}
}

func TestQuantityString(t *testing.T) {
	for _, tt := range []struct {
		reason string
		q      fact.Quantity
		want   string
	}{
		{"nothing", fact.Quantity{}, ""},
		{"as it is", fact.Exactly(187, "labs"), "187 labs"},
		{"zero", fact.Exactly(0, "deaths"), "0 deaths"},
		{"minus zero", fact.Exactly(math.Copysign(0, -1), "deaths"), "0 deaths"},
		{"no unit", fact.Exactly(3.5, fact.Unit1), "3.5"},
		{"a fraction", fact.Exactly(0.25, fact.Unit1), "0.25"},
		{"three digits need no comma", fact.Exactly(999, "labs"), "999 labs"},
		{"four do", fact.Exactly(1000, "labs"), "1,000 labs"},
		{"groups of three", fact.Exactly(189719, "models"), "189,719 models"},
		{"with a fraction", fact.Exactly(12345.678, "tons"), "12,345.678 tons"},
		{"negative", fact.Exactly(-1234.5, "tons"), "-1,234.5 tons"},
		{"just below a million", fact.Exactly(999999, "users"), "999,999 users"},
		{"a million", fact.Exactly(1e6, "users"), "1 million users"},
		{"a round number of millions", fact.Exactly(1.8e6, "users"), "1.8 million users"},
		{"hundreds of millions", fact.Exactly(7e8, "users"), "700 million users"},
		{"billions", fact.Exactly(45e9, "parameters"), "45 billion parameters"},
		{"trillions", fact.Exactly(15e12, "tokens"), "15 trillion tokens"},
		{"negative millions", fact.Exactly(-1.8e6, "users"), "-1.8 million users"},
		{"too many digits for a word", fact.Exactly(1234567, "users"), "1,234,567 users"},
		{"as many as fit", fact.Exactly(999.99e6, "users"), "999.99 million users"},
		{"one digit more", fact.Exactly(999.999e6, "users"), "999,999,000 users"},
		{"more trillions than a thousand", fact.Exactly(1.5e16, "tokens"), "15,000 trillion tokens"},
		{"and far more", fact.Exactly(1e21, "tokens"), "1,000,000,000,000,000,000,000 tokens"},
		{"tiny", fact.Exactly(1e-9, "seconds"), "0.000000001 seconds"},
		{"about", fact.About(187, "contributions"), "about 187 contributions"},
		{"more than", fact.MoreThan(7e8, "monthly active users"), "more than 700 million monthly active users"},
		{"at least", fact.AtLeast(3, "tons"), "at least 3 tons"},
		{"less than", fact.LessThan(3, "tons"), "less than 3 tons"},
		{"at most", fact.AtMost(3, "tons"), "at most 3 tons"},
		{"more than about", fact.MoreThan(3, "tons").Approximate(), "more than about 3 tons"},
		{"at most about", fact.AtMost(3, "tons").Approximate(), "at most about 3 tons"},
		{"a range", fact.Range(1, 3, "tons"), "1 to 3 tons"},
		{"about a range", fact.Range(1, 3, "tons").Approximate(), "about 1 to 3 tons"},
		{"of large numbers", fact.Range(1e6, 2.5e9, "users"), "1 million to 2.5 billion users"},
		{"of bare numbers", fact.Range(0.25, 0.5, fact.Unit1), "0.25 to 0.5"},
		{"without its ends", between(t, 1, 3, "tons"), "between 1 and 3 tons, exclusive"},
		{"about such", between(t, 1, 3, "tons").Approximate(), "between about 1 and 3 tons, exclusive"},
	} {
		if got := tt.q.String(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}
