package rank

import "testing"

// TestMemoryWatches checks that the postings of these tests notice a search that
// breaks the contract of Postings, which the index relies on.
func TestMemoryWatches(t *testing.T) {
	for _, test := range []struct {
		reason string
		do     func(m *memory)
	}{
		{"Advance first", func(m *memory) { m.Advance(1) }},
		{"Advance to the same document", func(m *memory) { m.Next(); m.Advance(1) }},
		{"Advance back", func(m *memory) { m.Next(); m.Advance(5); m.Advance(4) }},
		{"Advance to Done", func(m *memory) { m.Next(); m.Advance(Done) }},
		{"Next behind the end", func(m *memory) { m.Next(); m.Advance(6); m.Next() }},
		{"Advance behind the end", func(m *memory) { m.Next(); m.Advance(6); m.Advance(7) }},
		{"Next behind an error", func(m *memory) { m.fail = 1; m.Next(); m.Next() }},
	} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("%s: no panic", test.reason)
				}
			}()
			test.do(&memory{list: []Posting{{Doc: 1}, {Doc: 5}}})
		}()
	}
}
