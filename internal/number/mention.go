package number

// A Mention is a number or a date in a text. What stands around it and says how it
// is meant, "about", "more than", "since", is not in its span.
type Mention struct {
	Start, End int // in bytes
	Kind       Kind

	// Min and Max are equal unless the mention is a range; both are 0 in a date. A
	// share is a fraction: 0.25 for 25%.
	Min, Max Value
	// Currency is the ISO 4217 code of a sum of money: "USD".
	Currency string
	// From and To are equal unless a date is an interval. To is zero in one that
	// lasts: "2023 to the present".
	From, To Date
	// Label is what stands in the text for a label: "1.10" is not "1.1".
	Label string

	Approximate bool  // "about", "roughly", "some", "~"
	Bound       Bound // "more than", "up to"; of a date "since", "before"
}

// A Kind says what a [Mention] is.
type Kind uint8

// The kinds of mentions.
const (
	KindNumber  Kind = iota + 1
	KindFactor       // "3.5 times", also of how often something happens
	KindShare        // a part of a whole
	KindMoney        // an amount of a currency
	KindDate         // a day, a month, a year, a part of one, or several
	KindOrdinal      // "third", "23rd"
	KindLabel        // digits in a name: "GPT-4"
)

// A Bound says on which side of it a number or a date lies.
type Bound uint8

// The bounds. A mention that is a range has none.
const (
	Exactly Bound = iota
	Over          // more than, after
	AtLeast       // or more, since
	Under         // less than, before
	AtMost        // up to, until, by
)

// String returns "number", "factor", "share", "money", "date", "ordinal" or "label".
func (k Kind) String() string {
	if k == 0 || int(k) >= len(kindNames) {
		return "none"
	}
	return kindNames[k]
}

var kindNames = [...]string{"", "number", "factor", "share", "money", "date", "ordinal", "label"}

// Value returns the number, if m is one number, whatever its bound.
func (m Mention) Value() (v Value, ok bool) {
	return m.Min, m.Kind != KindDate && m.Min == m.Max
}
