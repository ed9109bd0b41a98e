package fact

import "fmt"

// Money is an amount of a currency: exact, approximate, a bound, or a range, in
// the currency's main unit (dollars, not cents). The zero Money states nothing.
type Money struct {
	q Quantity // its unit is the currency
}

// NewMoney returns the quantity as money. Its unit has to be a currency code of
// ISO 4217 in form: three capital letters.
func NewMoney(q Quantity) (Money, error) {
	if !isCurrency(q.unit) {
		return Money{}, fmt.Errorf("fact: %q is not a currency code such as USD", q.unit)
	}
	return Money{q}, nil
}

func isCurrency(s string) bool {
	if len(s) != 3 {
		return false
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return true
}

// IsZero reports whether m states nothing.
func (m Money) IsZero() bool { return m.q.IsZero() }

// Currency returns the code of the currency: "USD".
func (m Money) Currency() string { return m.q.unit }

// Quantity returns the amount, with the currency as its unit.
func (m Money) Quantity() Quantity { return m.q }

// symbols are the signs of currencies that stand before the number.
var symbols = map[string]string{"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}

// String returns the amount in words: "about $45 billion", "$1 billion to $3
// billion", "CHF 20"; "" for the zero Money.
func (m Money) String() string {
	sign, ok := symbols[m.q.unit]
	if !ok {
		sign = m.q.unit + " "
	}
	number := func(n float64) string {
		if ok && n < 0 {
			return "-" + sign + formatNumber(-n)
		}
		return sign + formatNumber(n)
	}
	return m.q.words(number, func(n string) string { return n })
}

// MarshalJSON writes the money as the [Value] that it is; the zero Money is null.
func (m Money) MarshalJSON() ([]byte, error) { return OfMoney(m).MarshalJSON() }

// UnmarshalJSON reads what MarshalJSON writes.
func (m *Money) UnmarshalJSON(data []byte) error {
	v, err := unmarshalKind(data, KindMoney)
	if err != nil {
		return err
	}
	*m, _ = v.Money()
	return nil
}
