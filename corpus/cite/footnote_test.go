package cite_test

import (
	"encoding/json"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
)

func TestFootnoteForms(t *testing.T) {
	f := cite.Footnote{Article: "bees", Label: "rc-0e12"}
	if f.Mark() != "[^rc-0e12]" || f.Ref() != "bees^rc-0e12" {
		t.Errorf("Mark = %s, Ref = %s", f.Mark(), f.Ref())
	}
}

// TestFootnoteJSON: links are a list, also where there are none.
func TestFootnoteJSON(t *testing.T) {
	for _, tt := range []struct {
		reason string
		f      cite.Footnote
		want   string
	}{
		{"no links", cite.Footnote{}, `{"article":"","label":"","text":"","links":[],"source":""}`},
		{"as it is", cite.Footnote{Article: "bees", Label: "4", Text: "R&D <1>", Links: []string{"https://bees.example/?a&b"}, Source: cite.SourceExternal},
			`{"article":"bees","label":"4","text":"R&D <1>","links":["https://bees.example/?a&b"],"source":"external"}`},
	} {
		if out, err := tt.f.MarshalJSON(); err != nil || string(out) != tt.want {
			t.Errorf("%s: %s, %v; want %s", tt.reason, out, err, tt.want)
		}
	}
	const want = `{"article":"","passage":"","digest":"","start":0,"end":0,"quote":"","prefix":"","suffix":"",` +
		`"footnotes":[{"article":"","label":"&","text":"","links":[],"source":""}]}`
	c := cite.Citation{Footnotes: []cite.Footnote{{Label: "&"}}}
	if out, err := c.MarshalJSON(); err != nil || string(out) != want {
		t.Errorf("in a citation: %s, %v; want %s", out, err, want)
	}
	var back cite.Footnote
	if err := json.Unmarshal([]byte(`{"label":"4","links":["a"]}`), &back); err != nil || back.Label != "4" || len(back.Links) != 1 {
		t.Errorf("read: %+v, %v", back, err)
	}
}
