package schemaorg_test

import (
	"bytes"
	"encoding/json"
	"math/rand/v2"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/corpus/fact/schemaorg"
)

// FuzzUnmarshal: what is read is written again, in well-formed JSON-LD, and is then
// read as the same.
func FuzzUnmarshal(f *testing.F) {
	add := func(records []fact.Record, entities []fact.Entity) {
		doc, err := schemaorg.Marshal(records, entities)
		if err != nil {
			f.Fatal(err)
		}
		var b bytes.Buffer // white space is not worth fuzzing
		if err := json.Compact(&b, doc); err != nil {
			f.Fatal(err)
		}
		if b.Len() < 8000 {
			f.Add(b.Bytes())
		}
	}
	add(swarm())
	for seed := range uint64(40) {
		add(random{rand.New(rand.NewPCG(seed, 2))}.facts())
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		records, entities, err := schemaorg.Unmarshal(data)
		if err != nil {
			if records != nil || entities != nil {
				t.Errorf("facts besides the error %v", err)
			}
			return
		}
		doc, err := schemaorg.Marshal(records, entities)
		if err != nil {
			t.Fatalf("what was read isn't written: %v", err)
		}
		records2, entities2, err := schemaorg.Unmarshal(doc)
		if err != nil {
			t.Fatalf("%v\n%s", err, doc)
		}
		if diff := cmp.Diff(records, records2, exactly); diff != "" {
			t.Errorf("facts (-first +second):\n%s", diff)
		}
		if diff := cmp.Diff(entities, entities2); diff != "" {
			t.Errorf("entities (-first +second):\n%s", diff)
		}
		if again, err := schemaorg.Marshal(records2, entities2); err != nil || !bytes.Equal(doc, again) {
			t.Errorf("written again it differs, or: %v", err)
		}
		checkJSONLD(t, doc)
	})
}
