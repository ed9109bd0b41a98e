package fact_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
)

var _ interface {
	fmt.Stringer
	json.Marshaler
} = fact.Value{}

// TestValueJSON writes values and reads them again.
func TestValueJSON(t *testing.T) {
	of := fact.OfQuantity
	for _, tt := range []struct {
		reason string
		v      fact.Value
		want   string
	}{
		{"none", fact.Value{}, `null`},
		{"a date", fact.OfDate(fact.MustParseDate("2023-07~")), `{"kind":"date","edtf":"2023-07~"}`},
		{"a number", of(fact.Exactly(187, "labs")), `{"kind":"quantity","amount":187,"unit":"labs"}`},
		{"zero is written", of(fact.Exactly(0, "deaths")), `{"kind":"quantity","amount":0,"unit":"deaths"}`},
		{"approximate", of(fact.About(187, "labs")), `{"kind":"quantity","amount":187,"unit":"labs","approximate":true}`},
		{"more than", of(fact.MoreThan(7e8, "users")), `{"kind":"quantity","min":700000000,"exclusive":true,"unit":"users"}`},
		{"more than zero", of(fact.MoreThan(0, "users")), `{"kind":"quantity","min":0,"exclusive":true,"unit":"users"}`},
		{"at least", of(fact.AtLeast(3, "tons")), `{"kind":"quantity","min":3,"unit":"tons"}`},
		{"less than", of(fact.LessThan(3, "tons")), `{"kind":"quantity","max":3,"exclusive":true,"unit":"tons"}`},
		{"at most", of(fact.AtMost(3, "tons")), `{"kind":"quantity","max":3,"unit":"tons"}`},
		{"a range", of(fact.Range(-1, 3.5, "tons")), `{"kind":"quantity","min":-1,"max":3.5,"unit":"tons"}`},
		{"an exclusive one", of(between(t, 1, 3, "tons")), `{"kind":"quantity","min":1,"max":3,"exclusive":true,"unit":"tons"}`},
		{"a unit with signs that HTML has", of(fact.Exactly(3, "R&D <labs>")), `{"kind":"quantity","amount":3,"unit":"R&D <labs>"}`},
		{"all digits of a large number", of(fact.Exactly(1<<53, "tokens")), `{"kind":"quantity","amount":9007199254740992,"unit":"tokens"}`},
		{"money", fact.OfMoney(mustMoney(t, fact.About(45e9, "USD"))), `{"kind":"money","amount":45000000000,"unit":"USD","approximate":true}`},
		{"a share", fact.OfShare(mustShare(t, fact.Exactly(0.25, "1"), "contributions")), `{"kind":"share","amount":0.25,"unit":"1","of":"contributions"}`},
		{"a share of what isn't said", fact.OfShare(mustShare(t, fact.MoreThan(0.5, "1"), "")), `{"kind":"share","min":0.5,"exclusive":true,"unit":"1"}`},
	} {
		out, err := tt.v.MarshalJSON()
		if err != nil || string(out) != tt.want {
			t.Errorf("%s: %s, %v; want %s", tt.reason, out, err, tt.want)
		}
		back := fact.OfQuantity(fact.Exactly(1, "before"))
		if err := json.Unmarshal([]byte(tt.want), &back); err != nil || back != tt.v {
			t.Errorf("%s: read as %v, %v; want %v", tt.reason, back, err, tt.v)
		}
	}
}

// TestValueJSONForms reads what nothing here writes.
func TestValueJSONForms(t *testing.T) {
	tons := func(q fact.Quantity) fact.Value { return fact.OfQuantity(q) }
	for _, tt := range []struct {
		reason, in string
		want       fact.Value
	}{
		{"fields that it doesn't know", `{"kind":"quantity","amount":3,"unit":"tons","precision":2,"note":{"a":[1]}}`, tons(fact.Exactly(3, "tons"))},
		{"white space and another order", "{ \"unit\" : \"tons\",\n\"amount\":3.0, \"kind\":\"quantity\" }", tons(fact.Exactly(3, "tons"))},
		{"minus zero", `{"kind":"quantity","amount":-0.0,"unit":"tons"}`, tons(fact.Exactly(0, "tons"))},
		{"a range of one number", `{"kind":"quantity","min":3,"max":3,"unit":"tons"}`, tons(fact.Exactly(3, "tons"))},
		{"an exponent", `{"kind":"quantity","amount":4.5e10,"unit":"tons"}`, tons(fact.Exactly(45e9, "tons"))},
		{"the largest number there is", `{"kind":"quantity","amount":1.7976931348623157e308,"unit":"tons"}`, tons(fact.Exactly(1.7976931348623157e308, "tons"))},
		{"a whole number beyond 2^53 that a float64 is", `{"kind":"quantity","amount":36893488147419103232,"unit":"tons"}`, tons(fact.Exactly(1<<65, "tons"))},
		{"one as it is written again", `{"kind":"quantity","amount":1e23,"unit":"tons"}`, tons(fact.Exactly(1e23, "tons"))},
		{"the same with all its zeros", `{"kind":"quantity","amount":-100000000000000000000000.00,"unit":"tons"}`, tons(fact.Exactly(-1e23, "tons"))},
		{"a fraction is as near as can be", `{"kind":"quantity","amount":0.1000000000000000000000001,"unit":"tons"}`, tons(fact.Exactly(0.1, "tons"))},
		{"the smallest number there is", `{"kind":"quantity","amount":5e-324,"unit":"tons"}`, tons(fact.Exactly(5e-324, "tons"))},
		{"zero with an exponent", `{"kind":"quantity","amount":0.00e-99999999999999999999,"unit":"tons"}`, tons(fact.Exactly(0, "tons"))},
		{"an exponent with a sign", `{"kind":"quantity","amount":0.0045E+3,"unit":"tons"}`, tons(fact.Exactly(4.5, "tons"))},
		{"what is false need not be left out", `{"kind":"quantity","amount":3,"exclusive":false,"approximate":false,"unit":"tons","edtf":"","of":""}`, tons(fact.Exactly(3, "tons"))},
		{"null is no field", `{"kind":"quantity","amount":3,"min":null,"max":null,"unit":"tons"}`, tons(fact.Exactly(3, "tons"))},
	} {
		var got fact.Value
		if err := json.Unmarshal([]byte(tt.in), &got); err != nil || got != tt.want {
			t.Errorf("%s: %v, %v; want %v", tt.reason, got, err, tt.want)
		}
	}
	for _, tt := range []struct{ reason, in, says string }{
		{"an amount with a minimum", `{"kind":"quantity","amount":3,"min":1,"unit":"tons"}`, "an amount has no bounds"},
		{"an amount with a maximum", `{"kind":"quantity","amount":3,"max":4,"unit":"tons"}`, "an amount has no bounds"},
		{"an exclusive amount", `{"kind":"quantity","amount":3,"exclusive":true,"unit":"tons"}`, "an amount has no bounds"},
		{"no number", `{"kind":"quantity","unit":"tons"}`, "needs an amount, a minimum or a maximum"},
		{"about no number", `{"kind":"quantity","approximate":true,"unit":"tons"}`, "needs an amount, a minimum or a maximum"},
		{"no unit", `{"kind":"quantity","amount":3}`, "needs a unit"},
		{"a range in reverse", `{"kind":"quantity","min":3,"max":1,"unit":"tons"}`, "greater than the maximum"},
		{"an exclusive range of one number", `{"kind":"quantity","min":3,"max":3,"exclusive":true,"unit":"tons"}`, "nothing lies between"},
		{"NaN", `{"kind":"quantity","amount":NaN,"unit":"tons"}`, "invalid character"},
		{"NaN as text", `{"kind":"quantity","amount":"NaN","unit":"tons"}`, `fact: "amount" is a JSON string, not a number`},
		{"more than a number can be", `{"kind":"quantity","amount":1e999,"unit":"tons"}`, "the number 1e999 is too large"},
		{"a whole number that no float64 is", `{"kind":"quantity","amount":9007199254740993,"unit":"tons"}`, "the number 9007199254740993 can't be kept: it would become 9007199254740992"},
		{"the same with a fraction", `{"kind":"quantity","max":9007199254740993.0,"unit":"tons"}`, "can't be kept"},
		{"the same with an exponent", `{"kind":"quantity","min":-9007199254740.993e3,"unit":"tons"}`, "can't be kept"},
		{"a fraction that becomes whole", `{"kind":"quantity","amount":0.99999999999999999999,"unit":"tons"}`, "it would become 1"},
		{"a number that becomes zero", `{"kind":"quantity","amount":1e-400,"unit":"tons"}`, "the number 1e-400 can't be kept: it would become 0"},
		{"one with many digits", `{"kind":"quantity","amount":-0.` + strings.Repeat("0", 400) + `1,"unit":"tons"}`, "it would become -0"},
		{"an exponent that no number holds", `{"kind":"quantity","amount":1e-99999999999999999999,"unit":"tons"}`, "it would become 0"},
		{"a number that is an object", `{"kind":"quantity","amount":{},"unit":"tons"}`, `"amount" is a JSON object, not a number`},
		{"a unit that is a number", `{"kind":"quantity","amount":1,"unit":1}`, `"unit" is a JSON number, not a string`},
		{"a flag that is a number", `{"kind":"quantity","amount":1,"unit":"x","approximate":1}`, `"approximate" is a JSON number, not true or false`},
		{"a number as text", `{"kind":"quantity","amount":"3","unit":"tons"}`, `"amount" is a JSON string, not a number`},
		{"a quantity with a date", `{"kind":"quantity","amount":3,"unit":"tons","edtf":"2023"}`, "only a date has edtf"},
		{"a quantity of something", `{"kind":"quantity","amount":3,"unit":"tons","of":"users"}`, "only a share has of"},
		{"money without a currency", `{"kind":"money","amount":3,"unit":"dollars"}`, "not a currency code"},
		{"money without a unit", `{"kind":"money","amount":3}`, "needs a unit"},
		{"money of something", `{"kind":"money","amount":3,"unit":"USD","of":"users"}`, "only a share has of"},
		{"a share above the whole", `{"kind":"share","amount":25,"unit":"1"}`, "between 0 and 1"},
		{"a share below nothing", `{"kind":"share","min":-0.5,"unit":"1"}`, "between 0 and 1"},
		{"a share in percent", `{"kind":"share","amount":0.25,"unit":"%"}`, `not "%"`},
		{"a date that is none", `{"kind":"date","edtf":"July 2023"}`, "July 2023"},
		{"a date without one", `{"kind":"date"}`, "edtf is missing"},
		{"an empty date", `{"kind":"date","edtf":""}`, "edtf is missing"},
		{"a date with a number", `{"kind":"date","edtf":"2023","amount":3}`, "edtf alone"},
		{"a date with a unit", `{"kind":"date","edtf":"2023","unit":"years"}`, "edtf alone"},
		{"a date that is approximate elsewhere", `{"kind":"date","edtf":"2023","approximate":true}`, "edtf alone"},
		{"a kind that there is not", `{"kind":"length","amount":3,"unit":"m"}`, "date, quantity, money and share"},
		{"no kind", `{"amount":3,"unit":"m"}`, "date, quantity, money and share"},
		{"an empty object", `{}`, "date, quantity, money and share"},
		{"a list", `[]`, "fact: the value is a JSON list, not an object"},
		{"a number", `3`, "fact: the value is a JSON number, not an object"},
	} {
		before := fact.OfQuantity(fact.Exactly(1, "before"))
		got := before
		err := json.Unmarshal([]byte(tt.in), &got)
		if err == nil || !strings.Contains(err.Error(), tt.says) {
			t.Errorf("%s: %v, %v; want an error with %q", tt.reason, got, err, tt.says)
		}
		if got != before {
			t.Errorf("%s: refused, and the value has become %v", tt.reason, got)
		}
	}
}

// TestValueKinds asks each value for what it is and for what it is not.
func TestValueKinds(t *testing.T) {
	date := fact.MustParseDate("2023-07")
	q := fact.Exactly(3, "tons")
	money := mustMoney(t, fact.Exactly(3, "USD"))
	share := mustShare(t, fact.Exactly(0.25, "1"), "users")
	for _, tt := range []struct {
		reason string
		v      fact.Value
		kind   fact.ValueKind
		text   string
	}{
		{"none", fact.Value{}, "", ""},
		{"a date, for people to read", fact.OfDate(date), fact.KindDate, "July 2023"},
		{"a quantity", fact.OfQuantity(q), fact.KindQuantity, "3 tons"},
		{"money", fact.OfMoney(money), fact.KindMoney, "$3"},
		{"a share", fact.OfShare(share), fact.KindShare, "25% of users"},
		{"no date", fact.OfDate(fact.Date{}), "", ""},
		{"no quantity", fact.OfQuantity(fact.Quantity{}), "", ""},
		{"no money", fact.OfMoney(fact.Money{}), "", ""},
		{"no share", fact.OfShare(fact.Share{}), "", ""},
	} {
		if tt.v.Kind() != tt.kind || tt.v.String() != tt.text || tt.v.IsZero() != (tt.kind == "") {
			t.Errorf("%s: kind %q, %q, IsZero = %t", tt.reason, tt.v.Kind(), tt.v, tt.v.IsZero())
		}
		if d, ok := tt.v.Date(); ok != (tt.kind == fact.KindDate) || ok && d != date || !ok && !d.IsZero() {
			t.Errorf("%s: the date %v, %t", tt.reason, d, ok)
		}
		if got, ok := tt.v.Quantity(); ok != (tt.kind == fact.KindQuantity) || ok && got != q || !ok && !got.IsZero() {
			t.Errorf("%s: the quantity %v, %t", tt.reason, got, ok)
		}
		if m, ok := tt.v.Money(); ok != (tt.kind == fact.KindMoney) || ok && m != money || !ok && !m.IsZero() {
			t.Errorf("%s: the money %v, %t", tt.reason, m, ok)
		}
		if s, ok := tt.v.Share(); ok != (tt.kind == fact.KindShare) || ok && s != share || !ok && !s.IsZero() {
			t.Errorf("%s: the share %v, %t", tt.reason, s, ok)
		}
	}
	if dollars := fact.OfQuantity(fact.Exactly(3, "USD")); dollars == fact.OfMoney(money) {
		t.Error("a quantity of dollars equals money")
	}
}
