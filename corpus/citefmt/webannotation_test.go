package citefmt_test

import (
	"encoding/json"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

func TestWebAnnotationsRoundTrip(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	a.Citations = append(a.Citations, citefmt.Attribution{ // a point
		Span:     cite.Span{Start: len(a.Text), End: len(a.Text)},
		Citation: a.Citations[0].Citation,
	})
	out := must[[]citefmt.WebAnnotation](t)(citefmt.ToWebAnnotations(c, a, ""))
	golden(t, "webannotations.golden.json", out)
	same(t, "round trip", a, must[citefmt.Answer](t)(citefmt.FromWebAnnotations(c, a.Text, through(t, out))))
	out = must[[]citefmt.WebAnnotation](t)(citefmt.ToWebAnnotations(nil, a, "https://example.org/answers/7"))
	same(t, "without positions", a, must[citefmt.Answer](t)(citefmt.FromWebAnnotations(c, a.Text, through(t, out))))

	_, err := citefmt.FromWebAnnotations(c, "\xff", nil)
	wantError(t, "not UTF-8", err, "text", nil, "UTF-8")
	_, err = citefmt.ToWebAnnotations(c, citefmt.Answer{Text: "\xff"}, "")
	wantError(t, "not UTF-8", err, "text", nil, "UTF-8")
}

// TestFromWebAnnotations reads single annotations of the text "😀 Two fell. Two!"
func TestFromWebAnnotations(t *testing.T) {
	c := parse(t, bridge)
	const text = "😀 Two fell. Two!"
	for _, tt := range []struct {
		reason, body, target string
		part, want           string
		is                   error
		says                 string
	}{
		{"addresses alone", `"https://example.org/answer"`, `"footnote:bridge%23floods.2"`, text, "1909 | 2", nil, ""},
		{"one selector in no list", `{"source":"x","selector":{"type":"TextQuoteSelector","exact":"fell"}}`,
			`{"source":"footnote:bridge%23floods.1","selector":{"type":"TextPositionSelector","start":4,"end":14}}`, "fell", "flood 🌊 of", nil, ""},
		{"selectors of other types", `{"source":"x","selector":[{"type":"FragmentSelector","value":"a"},{"type":"TextPositionSelector","start":2,"end":5}]}`,
			`{"source":"footnote:bridge%23floods.2","selector":[{"type":"CssSelector","value":"p"}]}`, "Two", "1909 | 2", nil, ""},
		{"a position that says which", `{"source":"x","selector":{"type":"TextPositionSelector","start":12,"end":15}}`,
			`{"source":"footnote:bridge%23floods.1","selector":[{"type":"TextQuoteSelector","exact":"arches"},{"type":"TextPositionSelector","start":83,"end":89}]}`, "Two", "arches", nil, ""},
		{"a position that is no longer right", `{"source":"x","selector":{"type":"TextPositionSelector","start":2,"end":5}}`,
			`{"source":"footnote:bridge%23floods.1","selector":[{"type":"TextQuoteSelector","exact":"rebuilt"},{"type":"TextPositionSelector","start":0,"end":999}]}`, "Two", "rebuilt", nil, ""},

		{"a quotation that stands twice", `{"source":"x","selector":{"type":"TextQuoteSelector","exact":"Two"}}`, `"footnote:bridge%23floods.2"`, "", "", citefmt.ErrRange, "does not stand there once"},
		{"a quotation elsewhere than the position", `{"source":"x","selector":[{"type":"TextQuoteSelector","exact":"Two"},{"type":"TextPositionSelector","start":3,"end":6}]}`, `"footnote:bridge%23floods.2"`,
			"", "", citefmt.ErrRange, `body: the range does not fit the text: 3:6 are "wo "`},
		{"behind the end", `{"source":"x","selector":{"type":"TextPositionSelector","start":2,"end":99}}`, `"footnote:bridge%23floods.2"`, "", "", citefmt.ErrRange, "2:99"},
		{"behind the end of the passage", `"x"`, `{"source":"footnote:bridge%23floods.2","selector":{"type":"TextPositionSelector","start":2,"end":99}}`, "", "", citefmt.ErrRange, "target: the range"},
		{"a quotation that isn't there", `"x"`, `{"source":"footnote:bridge%23floods.2","selector":{"type":"TextQuoteSelector","exact":"cats"}}`, "", "", citefmt.ErrQuote, "cats"},
		{"another answer's", `"ni:///sha-256;AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"`, `"footnote:bridge%23floods.2"`, "", "", citefmt.ErrRange, "another answer"},
		{"the web", `"x"`, `"https://example.org"`, "", "", citefmt.ErrUnknownPassage, "example.org"},
		{"an unknown passage", `"x"`, `"footnote:bridge%23floods.9"`, "", "", citefmt.ErrUnknownPassage, "floods.9"},
	} {
		var w citefmt.WebAnnotation
		src := `{"@context":"http://www.w3.org/ns/anno.jsonld","type":"Annotation","body":` + tt.body + `,"target":` + tt.target + `}`
		if err := json.Unmarshal([]byte(src), &w); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		got, err := citefmt.FromWebAnnotations(c, text, []citefmt.WebAnnotation{w})
		if tt.says != "" {
			wantError(t, tt.reason, err, "annotations[0]", tt.is, tt.says)
			same(t, tt.reason, citefmt.Answer{Text: text}, got)
			continue
		}
		if err != nil || len(got.Citations) != 1 {
			t.Errorf("%s: %v, %v", tt.reason, got, err)
			continue
		}
		same(t, tt.reason, tt.want, got.Citations[0].Citation.Quote)
		same(t, tt.reason, tt.part, got.Citations[0].Span.Of(got.Text))
	}
	_, err := citefmt.FromWebAnnotations(c, text, []citefmt.WebAnnotation{{Type: "Page"}})
	wantError(t, "no annotation", err, "annotations[0]", citefmt.ErrUnsupported, "Page")
}

// TestWebAnnotationJSON: JSON that is no annotation is an error when it is read.
func TestWebAnnotationJSON(t *testing.T) {
	for _, src := range []string{
		`{"body":7}`,
		`{"body":{"type":"SpecificResource"}}`,
		`{"body":{"source":"x","selector":7}}`,
		`{"body":{"source":"x","selector":{"type":"TextPositionSelector","start":-1,"end":2}}}`,
		`{"body":{"source":"x","selector":[{"type":"TextQuoteSelector"}]}}`,
	} {
		var w citefmt.WebAnnotation
		if err := json.Unmarshal([]byte(src), &w); err == nil {
			t.Errorf("%s is read as %v", src, w)
		}
	}
}
