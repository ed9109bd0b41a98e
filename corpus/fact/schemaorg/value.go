package schemaorg

import (
	"encoding/json"
	"fmt"

	"github.com/footnote-go/footnote/corpus/fact"
)

// codeOne is the code of the unit 1 among the common codes of UN/CEFACT, which
// unitCode has.
const codeOne = "C62"

type valueNode struct {
	Type        string          `json:"@type"`
	Kind        fact.ValueKind  `json:"footnote:kind"`
	Value       json.RawMessage `json:"value,omitempty"`
	MinValue    json.RawMessage `json:"minValue,omitempty"`
	MaxValue    json.RawMessage `json:"maxValue,omitempty"`
	UnitText    string          `json:"unitText,omitempty"`
	UnitCode    string          `json:"unitCode,omitempty"`
	Currency    string          `json:"currency,omitempty"`
	Exclusive   bool            `json:"footnote:exclusive,omitempty"`
	Approximate bool            `json:"footnote:approximate,omitempty"`
	Of          string          `json:"footnote:of,omitempty"`
}

// valueJSON is a fact.Value as JSON has it, with its numbers as they are written.
type valueJSON struct {
	Kind        fact.ValueKind  `json:"kind"`
	EDTF        json.RawMessage `json:"edtf,omitempty"`
	Amount      json.RawMessage `json:"amount,omitempty"`
	Min         json.RawMessage `json:"min,omitempty"`
	Max         json.RawMessage `json:"max,omitempty"`
	Exclusive   bool            `json:"exclusive,omitempty"`
	Unit        string          `json:"unit,omitempty"`
	Approximate bool            `json:"approximate,omitempty"`
	Of          string          `json:"of,omitempty"`
}

func newValue(v fact.Value) (valueNode, error) {
	var in valueJSON
	data, err := json.Marshal(v)
	if err == nil {
		err = json.Unmarshal(data, &in)
	}
	if err != nil {
		return valueNode{}, err
	}
	n := valueNode{
		Kind: in.Kind, Value: in.Amount, MinValue: in.Min, MaxValue: in.Max,
		Exclusive: in.Exclusive, Approximate: in.Approximate, Of: in.Of,
	}
	switch in.Kind {
	case fact.KindDate:
		n.Type, n.Value = typeDate, in.EDTF
	case fact.KindMoney:
		n.Type, n.Currency = typeMoney, in.Unit
	default:
		n.Type, n.UnitText = typeQuantity, in.Unit
		if in.Unit == fact.Unit1 {
			n.UnitText, n.UnitCode = "", codeOne
		}
	}
	return n, nil
}

// value returns what the node states. What its kind doesn't have is an error.
func (n valueNode) value() (fact.Value, error) {
	out := valueJSON{
		Kind: n.Kind, Amount: n.Value, Min: n.MinValue, Max: n.MaxValue,
		Exclusive: n.Exclusive, Unit: n.UnitText, Approximate: n.Approximate, Of: n.Of,
	}
	want := typeQuantity
	switch n.Kind {
	case fact.KindDate:
		want = typeDate
		out.EDTF, out.Amount = out.Amount, nil
		if n.MinValue != nil || n.MaxValue != nil || n.Exclusive || n.Approximate || n.UnitText != "" {
			return fact.Value{}, fmt.Errorf("a date has a bound, a unit or a qualifier of a number")
		}
	case fact.KindMoney:
		want = typeMoney
		if n.UnitText != "" {
			return fact.Value{}, fmt.Errorf("money has the unit %q besides its currency", n.UnitText)
		}
		out.Unit = n.Currency
	}
	switch {
	case n.Type != want:
		return fact.Value{}, fmt.Errorf("a value of the kind %q has the type %q, not %s", n.Kind, n.Type, want)
	case n.Currency != "" && n.Kind != fact.KindMoney, n.Of != "" && n.Kind != fact.KindShare,
		n.UnitCode != "" && (n.Type != typeQuantity || n.UnitText != "" || n.UnitCode != codeOne):
		return fact.Value{}, fmt.Errorf("a value of the kind %q has currency %q, unitCode %q, footnote:of %q; not all of it can be kept",
			n.Kind, n.Currency, n.UnitCode, n.Of)
	}
	if n.UnitCode != "" {
		out.Unit = fact.Unit1
	}
	var v fact.Value
	data, err := json.Marshal(out)
	if err == nil {
		err = json.Unmarshal(data, &v)
	}
	return v, err
}
