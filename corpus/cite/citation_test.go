package cite_test

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
)

// spanOf returns the span of quote in text.
func spanOf(t *testing.T, text, quote string) cite.Span {
	t.Helper()
	at := strings.Index(text, quote)
	if at < 0 {
		t.Fatalf("%q is not in %q", quote, text)
	}
	return cite.Span{Start: at, End: at + len(quote)}
}

func TestNew(t *testing.T) {
	long := strings.Repeat("a", 40)
	wide := strings.Repeat("é", 20)  // 40 bytes
	emoji := strings.Repeat("😀", 10) // 40 bytes
	for _, tt := range []struct {
		reason, text, quote, prefix, suffix string
	}{
		{"the whole text has no surroundings", "Bees dance.", "Bees dance.", "", ""},
		{"short surroundings are whole", "Bees dance a lot.", "dance", "Bees ", " a lot."},
		{"long ones are cut to ContextBytes", long + "Q" + long, "Q", long[:32], long[:32]},
		{"a cut never splits a two-byte letter", "x" + wide + "Q" + wide + "x", "Q", wide[:32], wide[:32]},
		{"where one would be split, it is left out", wide + "xQx" + wide, "Q", wide[:30] + "x", "x" + wide[:30]},
		{"nor does it split an emoji", emoji + "xyQxy" + emoji, "Q", emoji[:28] + "xy", "xy" + emoji[:28]},
	} {
		span := spanOf(t, tt.text, tt.quote)
		digest := cite.DigestOf(tt.text)
		want := cite.Citation{
			Article: "bees", Passage: "bees#dance.1", Digest: digest, Span: span,
			Quote: tt.quote, Prefix: tt.prefix, Suffix: tt.suffix, Footnotes: []cite.Footnote{},
		}
		got := cite.New("bees#dance.1", digest, tt.text, span, nil)
		if d := cmp.Diff(want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
		if !utf8.ValidString(got.Prefix) || !utf8.ValidString(got.Suffix) {
			t.Errorf("%s: a code point is split", tt.reason)
		}
	}
}

func TestNewPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("New takes a span that doesn't fit")
		}
	}()
	cite.New("bees#dance.1", "", "é", cite.Span{Start: 1, End: 2}, nil)
}

func TestCitationLabels(t *testing.T) {
	c := cite.Citation{Footnotes: []cite.Footnote{{Label: "7"}, {Label: "rc-1"}}}
	if d := cmp.Diff([]string{"7", "rc-1"}, c.Labels()); d != "" {
		t.Error(d)
	}
	if got := (cite.Citation{}).Labels(); len(got) != 0 {
		t.Errorf("labels of none: %q", got)
	}
}

func TestZeroCitation(t *testing.T) {
	var c cite.Citation
	if !c.IsZero() {
		t.Error("the zero Citation points somewhere")
	}
	if (cite.Citation{Article: "bees"}).IsZero() {
		t.Error("a Citation of an article points nowhere")
	}
	const want = `{"article":"","passage":"","digest":"","start":0,"end":0,"quote":"","prefix":"","suffix":"","footnotes":[]}`
	if out, err := json.Marshal(c); err != nil || string(out) != want {
		t.Errorf("the zero Citation as JSON: %s, %v", out, err)
	}
}

// TestNewKeepsNothing changes the footnotes that New was given.
func TestNewKeepsNothing(t *testing.T) {
	notes := []cite.Footnote{{Label: "7"}}
	c := cite.New("bees#dance.1", "", "Bees", cite.Span{End: 4}, notes)
	notes[0].Label = "8"
	if d := cmp.Diff([]string{"7"}, c.Labels()); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}
