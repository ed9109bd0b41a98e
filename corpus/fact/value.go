package fact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
)

// A ValueKind says what a [Value] is.
type ValueKind string

// The kinds of values, as JSON has them.
const (
	KindDate     ValueKind = "date"
	KindQuantity ValueKind = "quantity"
	KindMoney    ValueKind = "money"
	KindShare    ValueKind = "share"
)

// A Value is a [Date], a [Quantity], [Money] or a [Share]. The zero Value is none
// of them. Values are comparable.
type Value struct {
	kind ValueKind
	date Date
	q    Quantity
	of   string
}

// OfDate returns the date as a value, the zero Value for none.
func OfDate(d Date) Value {
	if d.IsZero() {
		return Value{}
	}
	return Value{kind: KindDate, date: d}
}

// OfQuantity returns the quantity as a value, the zero Value for none.
func OfQuantity(q Quantity) Value {
	if q.IsZero() {
		return Value{}
	}
	return Value{kind: KindQuantity, q: q}
}

// OfMoney returns the money as a value, the zero Value for none.
func OfMoney(m Money) Value {
	if m.IsZero() {
		return Value{}
	}
	return Value{kind: KindMoney, q: m.q}
}

// OfShare returns the share as a value, the zero Value for none.
func OfShare(s Share) Value {
	if s.IsZero() {
		return Value{}
	}
	return Value{kind: KindShare, q: s.q, of: s.of}
}

// Kind returns what v is, "" for the zero Value.
func (v Value) Kind() ValueKind { return v.kind }

// IsZero reports whether v is nothing.
func (v Value) IsZero() bool { return v.kind == "" }

// Date returns the date that v is.
func (v Value) Date() (Date, bool) { return v.date, v.kind == KindDate }

// Quantity returns the quantity that v is. Money and a share are none:
// [Money.Quantity] and [Share.Fraction] give theirs.
func (v Value) Quantity() (Quantity, bool) {
	if v.kind != KindQuantity {
		return Quantity{}, false
	}
	return v.q, true
}

// Money returns the money that v is.
func (v Value) Money() (Money, bool) {
	if v.kind != KindMoney {
		return Money{}, false
	}
	return Money{v.q}, true
}

// Share returns the share that v is.
func (v Value) Share() (Share, bool) {
	if v.kind != KindShare {
		return Share{}, false
	}
	return Share{v.q, v.of}, true
}

// String returns the value in words, as its type does; a date as [Date.Text].
func (v Value) String() string {
	switch v.kind {
	case KindDate:
		return v.date.Text()
	case KindQuantity:
		return v.q.String()
	case KindMoney:
		return Money{v.q}.String()
	case KindShare:
		return Share{v.q, v.of}.String()
	}
	return ""
}

// valueJSON is a value as JSON has it, with numbers of the type N.
type valueJSON[N any] struct {
	Kind        ValueKind `json:"kind"`
	EDTF        string    `json:"edtf,omitempty"`
	Amount      *N        `json:"amount,omitempty"`
	Min         *N        `json:"min,omitempty"`
	Max         *N        `json:"max,omitempty"`
	Exclusive   bool      `json:"exclusive,omitempty"`
	Unit        string    `json:"unit,omitempty"`
	Approximate bool      `json:"approximate,omitempty"`
	Of          string    `json:"of,omitempty"`
}

// MarshalJSON writes {"kind":"date","edtf":…} or {"kind":"quantity", …} with
// amount, or min and max and exclusive; unit; approximate; of a share, of. The
// zero Value is null.
func (v Value) MarshalJSON() ([]byte, error) {
	if v.IsZero() {
		return []byte("null"), nil
	}
	out := valueJSON[float64]{Kind: v.kind, Of: v.of}
	if v.kind == KindDate {
		out.EDTF = v.date.String()
		return marshal(out)
	}
	out.Unit, out.Exclusive, out.Approximate = v.q.unit, v.q.IsExclusive(), v.q.IsApproximate()
	if n, ok := v.q.Amount(); ok {
		out.Amount = &n
		return marshal(out)
	}
	if n, ok := v.q.Min(); ok {
		out.Min = &n
	}
	if n, ok := v.q.Max(); ok {
		out.Max = &n
	}
	return marshal(out)
}

// marshal writes JSON in which <, > and & stand as they are.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// UnmarshalJSON reads what MarshalJSON writes. Fields that it doesn't know it
// passes over; a kind that it doesn't know, fields of another kind, fields that
// contradict each other, and a number that a float64 would make another whole number
// are an error: 9007199254740993 would become 9007199254740992, and 1e-400 zero.
func (v *Value) UnmarshalJSON(data []byte) error {
	out, err := readValue(data, "the value")
	if err != nil {
		return fmt.Errorf("fact: %w", err)
	}
	*v = out
	return nil
}

// readValue reads a value, null as none. at is as for [inJSON].
func readValue(data []byte, at string) (Value, error) {
	if string(data) == "null" {
		return Value{}, nil
	}
	var in valueJSON[number]
	if err := json.Unmarshal(data, &in); err != nil {
		return Value{}, inJSON(at, err)
	}
	v, err := valueOf(in)
	if err != nil {
		return Value{}, inJSON(at, fmt.Errorf("a value of the kind %.20q: %w", in.Kind, bare(err)))
	}
	return v, nil
}

func valueOf(in valueJSON[number]) (Value, error) {
	switch {
	case in.Kind == KindDate && in != valueJSON[number]{Kind: KindDate, EDTF: in.EDTF}:
		return Value{}, fmt.Errorf("it has edtf alone")
	case in.Kind != KindDate && in.EDTF != "":
		return Value{}, fmt.Errorf("only a date has edtf")
	case in.Kind != KindShare && in.Of != "":
		return Value{}, fmt.Errorf("only a share has of")
	}
	if in.Kind == KindDate {
		d, err := ParseDate(in.EDTF)
		if err == nil && d.IsZero() {
			err = fmt.Errorf("edtf is missing")
		}
		return OfDate(d), err
	}
	switch in.Kind {
	case KindQuantity, KindMoney, KindShare:
	default:
		return Value{}, fmt.Errorf("there is %s, %s, %s and %s", KindDate, KindQuantity, KindMoney, KindShare)
	}
	q, err := quantityOf(in)
	if err != nil {
		return Value{}, err
	}
	switch in.Kind {
	case KindMoney:
		m, err := NewMoney(q)
		return OfMoney(m), err
	case KindShare:
		s, err := NewShare(q, in.Of)
		return OfShare(s), err
	}
	return OfQuantity(q), nil
}

func quantityOf(in valueJSON[number]) (Quantity, error) {
	var f form
	if in.Exclusive {
		f |= exclusive
	}
	if in.Approximate {
		f |= approximate
	}
	if in.Amount != nil {
		if in.Min != nil || in.Max != nil || in.Exclusive {
			return Quantity{}, errors.New("an amount has no bounds")
		}
		in.Min, in.Max = in.Amount, in.Amount
	}
	var min, max float64
	var err error
	if in.Min != nil {
		f |= hasMin
		if min, err = in.Min.float(); err != nil {
			return Quantity{}, err
		}
	}
	if in.Max != nil {
		f |= hasMax
		if max, err = in.Max.float(); err != nil {
			return Quantity{}, err
		}
	}
	return newQuantity(min, max, f, in.Unit)
}

// unmarshalKind reads a value that has to be of a kind; null is none.
func unmarshalKind(data []byte, kind ValueKind) (Value, error) {
	var v Value
	if err := v.UnmarshalJSON(data); err != nil {
		return Value{}, err
	}
	if !v.IsZero() && v.kind != kind {
		return Value{}, fmt.Errorf("fact: a value of the kind %q, not %q", v.kind, kind)
	}
	return v, nil
}
