package metapolicy

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/corpus/fact"
)

// TestData: the data of every fact is read, field for field, and written again as it
// stands in the record. That nothing else stands there fact.Fact.Decode checks.
func TestData(t *testing.T) {
	byValue := cmpopts.EquateComparable(fact.Date{}, fact.Quantity{}, fact.Money{}, fact.Share{}, fact.Value{})
	for f := range Facts().All() {
		if f.Kind() == fact.KindTension {
			continue // package fact reads it
		}
		if d := open().entries[f.ID()].data.Date; !d.IsZero() && d != f.Date() {
			t.Errorf("%s: the data have the date %v, the values %v", f.ID(), d, f.Date())
		}
		raw := f.Record().Data
		if raw == nil {
			if d := open().entries[f.ID()].data; !reflect.ValueOf(d).IsZero() {
				t.Errorf("%s has no data, but %v", f.ID(), d)
			}
			continue
		}
		var d data
		if err := f.Decode(&d); err != nil {
			t.Errorf("%s: %v", f.ID(), err)
			continue
		}
		if diff := cmp.Diff(open().entries[f.ID()].data, d, byValue); diff != "" {
			t.Errorf("%s (-book +read):\n%s", f.ID(), diff)
		}
		written, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		var want, got any
		if err := json.Unmarshal(raw, &want); err != nil {
			t.Fatalf("%s: %v", f.ID(), err)
		}
		if err := json.Unmarshal(written, &got); err != nil {
			t.Fatalf("%s: %v", f.ID(), err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-record +written):\n%s", f.ID(), diff)
		}
	}
}

// TestDataFields: every field of the data occurs.
func TestDataFields(t *testing.T) {
	occurs := map[string]bool{}
	for _, e := range open().entries {
		v := reflect.ValueOf(e.data)
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			occurs[name] = occurs[name] || !v.Field(i).IsZero()
			tag, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			if want := strings.ToLower(name); tag != want {
				t.Errorf("the field %s is %q in JSON", name, tag)
			}
		}
	}
	for name, ok := range occurs {
		if !ok {
			t.Errorf("no fact has %s", name)
		}
	}
}

// TestEntries: every fact has an entry, and its subject is an entity.
func TestEntries(t *testing.T) {
	b := open()
	if len(b.entries) != Facts().Len() {
		t.Errorf("%d of %d facts have entries", len(b.entries), Facts().Len())
	}
	for id, e := range b.entries {
		if e.ID() != id || b.entities[e.subject].Name != e.Subject() {
			t.Errorf("%s is about %q, the entity %q", id, e.Subject(), e.subject)
		}
	}
}
