package metapolicy_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/corpus/fact"
)

// roundTrip writes a value as JSON and reads it again.
func roundTrip(t *testing.T, v reflect.Value) {
	t.Helper()
	data, err := json.Marshal(v.Interface())
	if err != nil {
		t.Fatalf("%v: %v", v.Type(), err)
	}
	got := reflect.New(v.Type())
	if err := json.Unmarshal(data, got.Interface()); err != nil {
		t.Fatalf("%v: %s: %v", v.Type(), data, err)
	}
	options := cmp.Options{
		cmpopts.EquateEmpty(),
		cmpopts.EquateComparable(fact.Date{}, fact.Quantity{}, fact.Money{}, fact.Share{}, fact.Value{}),
	}
	if d := cmp.Diff(v.Interface(), got.Elem().Interface(), options); d != "" {
		t.Errorf("%v (-written +read):\n%s", v.Type(), d)
	}
}

// stated returns the value that a fact.Stated states.
func stated(v reflect.Value) (reflect.Value, bool) {
	if v.Kind() != reflect.Struct || v.Type() == reflect.TypeFor[fact.Fact]() || v.Type() == reflect.TypeFor[fact.Tension]() {
		return v, false
	}
	value := v.FieldByName("Value")
	return value, value.IsValid()
}

// TestJSONOfAll: what the sequences and the methods of the types answer with is
// written as JSON and read again as the same.
func TestJSONOfAll(t *testing.T) {
	types := map[reflect.Type]bool{}
	check := func(v reflect.Value) {
		if value, ok := stated(v); ok {
			v = value
		} else if v.Kind() != reflect.String {
			return // a fact, whose record TestRoundTrip reads
		}
		types[v.Type()] = true
		roundTrip(t, v)
	}
	for _, seq := range sequences() {
		for v := range reflect.ValueOf(seq).Seq() {
			check(v)
			for i := range v.NumMethod() {
				m := v.Method(i)
				if v.Kind() != reflect.String || m.Type().NumIn() > 0 || m.Type().NumOut() != 1 {
					continue
				}
				answer := m.Call(nil)[0]
				if answer.Kind() != reflect.Func {
					check(answer)
					continue
				}
				for a := range answer.Seq() {
					check(a)
				}
			}
		}
	}
	if len(types) < 25 {
		t.Errorf("%d types were read: %v", len(types), types)
	}
}
