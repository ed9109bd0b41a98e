package corpus_test

import (
	"encoding/json"
	"testing"
)

// TestDefinitionJSON: a definition is written with its place, and not as the
// footnote that it embeds.
func TestDefinitionJSON(t *testing.T) {
	a := parse(t, "bees.md", "# Bees\n\nThey dance.[^1]\n\n[^1]: a\n[^1]: b\n")
	var got []string
	for d := range a.Definitions() {
		out, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(out))
	}
	want := []string{
		`{"footnote":{"article":"bees","label":"1","text":"a","links":[],"source":"internal"},"span":{"start":25,"end":32},"duplicate":false}`,
		`{"footnote":{"article":"bees","label":"1","text":"b","links":[],"source":"internal"},"span":{"start":33,"end":40},"duplicate":true}`,
	}
	if len(got) != 2 || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("definitions %q, want %q", got, want)
	}
}
