package cite_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
)

func TestQuoteSelectorJSON(t *testing.T) {
	for _, tt := range []struct {
		reason, json string
		want         cite.TextQuoteSelector
	}{
		{"all three", `{"type":"TextQuoteSelector","exact":"b","prefix":"a","suffix":"c"}`, cite.TextQuoteSelector{Exact: "b", Prefix: "a", Suffix: "c"}},
		{"surroundings may be missing", `{"type":"TextQuoteSelector","exact":"b"}`, cite.TextQuoteSelector{Exact: "b"}},
		{"outside the BMP", `{"type":"TextQuoteSelector","exact":"😀","prefix":"é"}`, cite.TextQuoteSelector{Exact: "😀", Prefix: "é"}},
	} {
		var got cite.TextQuoteSelector
		if err := json.Unmarshal([]byte(tt.json), &got); err != nil || got != tt.want {
			t.Errorf("%s: read as %+v, %v", tt.reason, got, err)
		}
		if out, err := json.Marshal(tt.want); err != nil || string(out) != tt.json {
			t.Errorf("%s: written as %s, %v", tt.reason, out, err)
		}
	}
}

func TestPositionSelectorJSON(t *testing.T) {
	const text = `{"type":"TextPositionSelector","start":0,"end":12}`
	want := cite.TextPositionSelector{Start: 0, End: 12}
	var got cite.TextPositionSelector
	if err := json.Unmarshal([]byte(text), &got); err != nil || got != want {
		t.Errorf("read as %+v, %v", got, err)
	}
	if out, err := json.Marshal(want); err != nil || string(out) != text {
		t.Errorf("written as %s, %v", out, err)
	}
}

func TestSelectorJSONRefusals(t *testing.T) {
	for _, tt := range []struct {
		reason, json string
		into         json.Unmarshaler
	}{
		{"the other type", `{"type":"TextPositionSelector","start":0,"end":1}`, new(cite.TextQuoteSelector)},
		{"no type", `{"exact":"a"}`, new(cite.TextQuoteSelector)},
		{"a quotation that is no text", `{"type":"TextQuoteSelector","exact":1}`, new(cite.TextQuoteSelector)},
		{"no quotation: nothing is selected", `{"type":"TextQuoteSelector","prefix":"a"}`, new(cite.TextQuoteSelector)},
		{"no object", `[]`, new(cite.TextQuoteSelector)},
		{"the other type", `{"type":"TextQuoteSelector","exact":"a"}`, new(cite.TextPositionSelector)},
		{"no start", `{"type":"TextPositionSelector","end":1}`, new(cite.TextPositionSelector)},
		{"no end", `{"type":"TextPositionSelector","start":1}`, new(cite.TextPositionSelector)},
		{"a negative start", `{"type":"TextPositionSelector","start":-1,"end":1}`, new(cite.TextPositionSelector)},
		{"the wrong order", `{"type":"TextPositionSelector","start":2,"end":1}`, new(cite.TextPositionSelector)},
		{"a fraction", `{"type":"TextPositionSelector","start":0.5,"end":1}`, new(cite.TextPositionSelector)},
	} {
		if err := json.Unmarshal([]byte(tt.json), tt.into); err == nil {
			t.Errorf("%s: %s is read as %+v", tt.reason, tt.json, tt.into)
		}
	}
}

func TestPositionSelector(t *testing.T) {
	const text = "Ça va 😀 bien."
	c := cite.New("a#b.1", cite.DigestOf(text), text, spanOf(t, text, "bien"), nil)
	s, err := c.PositionSelector(text)
	if err != nil || s != (cite.TextPositionSelector{Start: 8, End: 12}) {
		t.Fatalf("selector %+v, %v; want code points 8 to 12", s, err)
	}
	if span, err := s.Span(text); err != nil || span != c.Span {
		t.Errorf("back in bytes: %v, %v; want %v", span, err, c.Span)
	}
	for _, tt := range []struct{ reason, text string }{
		{"another text at the place", "Ça va 😀 mal ."},
		{"a text that is too short", "Ça"},
	} {
		if s, err := c.PositionSelector(tt.text); err == nil {
			t.Errorf("%s: selector %+v", tt.reason, s)
		}
	}
	if span, err := (cite.TextPositionSelector{Start: 3, End: 99}).Span(text); err == nil {
		t.Errorf("a selector behind the text spans %v", span)
	}
}

func TestQuoteSelectorCitation(t *testing.T) {
	s := cite.TextQuoteSelector{Exact: "b", Prefix: "a", Suffix: "c"}
	want := cite.Citation{Article: "x", Quote: "b", Prefix: "a", Suffix: "c", Footnotes: []cite.Footnote{}}
	got := s.Citation("x")
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if got.QuoteSelector() != s {
		t.Errorf("back: %+v", got.QuoteSelector())
	}
}

func TestTextFragment(t *testing.T) {
	for _, tt := range []struct {
		reason, fragment string
		want             cite.TextQuoteSelector
	}{
		{"only the text", ":~:text=bees", cite.TextQuoteSelector{Exact: "bees"}},
		{"with both sides", ":~:text=two-,bees,-dance", cite.TextQuoteSelector{Exact: "bees", Prefix: "two", Suffix: "dance"}},
		{"with a prefix", ":~:text=two-,bees", cite.TextQuoteSelector{Exact: "bees", Prefix: "two"}},
		{"with a suffix", ":~:text=bees,-dance", cite.TextQuoteSelector{Exact: "bees", Suffix: "dance"}},
		{"hyphens and commas are escaped", ":~:text=a%2D%2C%2Db", cite.TextQuoteSelector{Exact: "a-,-b"}},
		{"so are ampersands and per cent signs", ":~:text=5%25%20%26%20more", cite.TextQuoteSelector{Exact: "5% & more"}},
		{"a text that looks like a directive", ":~:text=%3A~%3Atext%3Da", cite.TextQuoteSelector{Exact: ":~:text=a"}},
		{"outside the BMP", ":~:text=%F0%9F%98%80", cite.TextQuoteSelector{Exact: "😀"}},
	} {
		if got := tt.want.TextFragment(); got != tt.fragment {
			t.Errorf("%s: written as %s, want %s", tt.reason, got, tt.fragment)
		}
		for _, before := range []string{"", "#", "https://example.org/a?b=c#d"} {
			got, err := cite.ParseTextFragment(before + tt.fragment)
			if err != nil || got != tt.want {
				t.Errorf("%s: %s is read as %+v, %v", tt.reason, before+tt.fragment, got, err)
			}
		}
		if got, err := cite.ParseTextFragment(tt.fragment + "&text=other"); err != nil || got != tt.want {
			t.Errorf("%s: with a second directive read as %+v, %v", tt.reason, got, err)
		}
	}
}

func TestTextFragmentRefusals(t *testing.T) {
	for _, tt := range []struct{ reason, fragment string }{
		{"empty", ""},
		{"no directive", "#history"},
		{"nothing quoted", ":~:text="},
		{"a range doesn't say what stands between", ":~:text=from,to"},
		{"a range with both sides", ":~:text=a-,from,to,-b"},
		{"surroundings alone", ":~:text=a-,-b"},
		{"a broken escape", ":~:text=%zz"},
		{"a cut escape", ":~:text=a%2"},
		{"an escape that is no UTF-8", ":~:text=%ff"},
		{"two prefixes", ":~:text=a-,b-,c"},
	} {
		if got, err := cite.ParseTextFragment(tt.fragment); err == nil {
			t.Errorf("%s: %q is read as %+v", tt.reason, tt.fragment, got)
		}
	}
}

// FuzzTextFragment writes any selector and reads it back, and reads anything.
func FuzzTextFragment(f *testing.F) {
	f.Add("bees", "two", "dance")
	f.Add("-,-", "-", ",")
	f.Add("a&b%2C", "", "😀 é")
	f.Add(":~:text=a-,b", "#", "")
	f.Fuzz(func(t *testing.T, exact, prefix, suffix string) {
		if s, err := cite.ParseTextFragment(exact); err == nil && (s.Exact == "" || !utf8.ValidString(s.Exact+s.Prefix+s.Suffix)) {
			t.Errorf("%q is read as %+q", exact, s)
		}
		want := cite.TextQuoteSelector{Exact: exact, Prefix: prefix, Suffix: suffix}
		if exact == "" || !utf8.ValidString(exact) || !utf8.ValidString(prefix) || !utf8.ValidString(suffix) {
			return
		}
		fragment := want.TextFragment()
		if strings.ContainsAny(fragment, " \n#\"<>") {
			t.Errorf("%q needs escaping", fragment)
		}
		got, err := cite.ParseTextFragment("https://example.org/#" + fragment)
		if err != nil || got != want {
			t.Errorf("%+q is written as %s and read as %+q, %v", want, fragment, got, err)
		}
	})
}
