package fact

import (
	"bytes"
	"os"
	"reflect"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// same compares all that records have.
var same = cmp.Exporter(func(reflect.Type) bool { return true })

// TestReadPlain: the records of the built-in article have the plain form, and say what
// encoding/json says that they do.
func TestReadPlain(t *testing.T) {
	data, err := os.ReadFile("../../metapolicy/article.facts.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for line := range bytes.Lines(data) {
		got, ok := readPlain(line)
		if !ok {
			t.Errorf("not plain: %s", line)
			continue
		}
		want, err := readAny(line)
		if d := cmp.Diff(want, got, same); d != "" || err != nil {
			t.Errorf("%s: %v (-encoding/json +plain):\n%s", line, err, d)
		}
	}
}

// FuzzReadPlain: a record of the plain form is the same to encoding/json, and what is
// none to encoding/json has not that form.
func FuzzReadPlain(f *testing.F) {
	f.Add([]byte(`{"id":"a/b","kind":"k","statement":"s","subject":"S","property":"p","values":[null,{"kind":"share","amount":-0,"unit":"1","of":"\ud800"},{"kind":"date","edtf":"2023"}],"entities":["","A"],"status":["stated","contested"],"attributed_to":[],"as_of":"2023/..","evidence":[{"passage":"a#b.1","quote":"q"},{}],"data":{ "x": [1] }}`))
	f.Add([]byte(`{"id":"a/b","Id":"a/c","evidence":[{"quote":"q"}],"evidence":[{"passage":"p"}],"as_of":null,"status":[]}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		got, ok := readPlain(in)
		if !ok {
			return
		}
		want, err := readAny(in)
		if d := cmp.Diff(want, got, same); d != "" || err != nil {
			t.Errorf("%s: %v (-encoding/json +plain):\n%s", in, err, d)
		}
	})
}
