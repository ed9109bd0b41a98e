package citefmt_test

import (
	"encoding/json"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

func TestLangChainRoundTrip(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	for _, unit := range []citefmt.Unit{citefmt.CodePoints, citefmt.UTF16, citefmt.Bytes} {
		text := must[citefmt.LangChainText](t)(citefmt.ToLangChain(c, a, unit))
		same(t, unit.String(), a, must[citefmt.Answer](t)(citefmt.FromLangChain(c, []citefmt.LangChainText{text}, unit)))
		same(t, unit.String()+" as JSON", a, must[citefmt.Answer](t)(citefmt.FromLangChain(c, []citefmt.LangChainText{through(t, text)}, unit)))
	}
	golden(t, "langchain.golden.json", must[citefmt.LangChainText](t)(citefmt.ToLangChain(c, a, citefmt.CodePoints)))
}

// TestLangChainJS: what is written for JavaScript is read, too.
func TestLangChainJS(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	text := must[citefmt.LangChainText](t)(citefmt.ToLangChain(c, a, citefmt.UTF16))
	js := struct {
		Type        string                        `json:"type"`
		Text        string                        `json:"text"`
		Annotations []citefmt.LangChainJSCitation `json:"annotations"`
	}{Type: text.Type, Text: text.Text}
	for _, a := range text.Annotations {
		js.Annotations = append(js.Annotations, a.JS())
	}
	golden(t, "langchain-js.golden.json", js)
	data, err := json.Marshal(js)
	if err != nil {
		t.Fatal(err)
	}
	var back citefmt.LangChainText
	if err := json.Unmarshal(data, &back); err != nil {
		t.Fatal(err)
	}
	same(t, "round trip", a, must[citefmt.Answer](t)(citefmt.FromLangChain(c, []citefmt.LangChainText{back}, citefmt.UTF16)))
}

// TestFromLangChain reads single annotations of the text "😀 Two fell.", which
// stands behind another.
func TestFromLangChain(t *testing.T) {
	c := parse(t, bridge)
	for _, tt := range []struct {
		reason, annotation, part, want string
		is                             error
		says                           string
	}{
		{"a quotation", `{"type":"citation","url":"footnote:bridge%23top.1","start_index":2,"end_index":5,"cited_text":"seven arches"}`, "Two", "seven arches", nil, ""},
		{"without a place", `{"type":"citation","url":"footnote:bridge%23top.1","cited_text":"seven arches"}`, "😀 Two fell.", "seven arches", nil, ""},
		{"without a quotation", `{"type":"citation","url":"footnote:bridge%23floods.2","start_index":2,"end_index":5}`, "Two", "1909 | 2", nil, ""},
		{"in the extras", `{"type":"citation","start_index":2,"end_index":5,"extras":{"footnote":{"passage":"bridge#floods.1","quote":"arches","start":86,"end":92,"prefix":"?"}}}`, "Two", "arches", nil, ""},
		{"extras of others", `{"type":"citation","url":"footnote:bridge%23floods.2","extras":{"page":3}}`, "😀 Two fell.", "1909 | 2", nil, ""},

		{"in the extras, at no place of it", `{"type":"citation","start_index":2,"end_index":5,"extras":{"footnote":{"passage":"bridge#floods.1","quote":"arches","start":-9,"end":99}}}`, "", "", citefmt.ErrQuote, "ambiguous"},
		{"extras of no form", `{"type":"citation","extras":{"footnote":[7]}}`, "", "", nil, "array"},
		{"a quotation that isn't there", `{"type":"citation","url":"footnote:bridge%23top.1","cited_text":"cats"}`, "", "", citefmt.ErrQuote, "cats"},
		{"one end", `{"type":"citation","url":"footnote:bridge%23top.1","start_index":2}`, "", "", citefmt.ErrRange, "one end"},
		{"behind the end", `{"type":"citation","url":"footnote:bridge%23top.1","start_index":2,"end_index":12}`, "", "", citefmt.ErrRange, "2:12"},
		{"negative", `{"type":"citation","url":"footnote:bridge%23top.1","start_index":-2,"end_index":2}`, "", "", citefmt.ErrRange, "-2:2"},
		{"the web", `{"type":"citation","url":"https://example.org"}`, "", "", citefmt.ErrUnknownPassage, "example.org"},
		{"nothing", `{"type":"citation"}`, "", "", citefmt.ErrUnknownPassage, `""`},
		{"another annotation", `{"type":"non_standard_annotation","value":{}}`, "", "", citefmt.ErrUnsupported, "non_standard"},
		{"an index that is text", `{"type":"citation","start_index":"2"}`, "", "", nil, "string"},
		{"null", `null`, "", "", nil, "no type"},
	} {
		var block citefmt.LangChainText
		if err := json.Unmarshal([]byte(`{"type":"text","text":"😀 Two fell.","annotations":[`+tt.annotation+`]}`), &block); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		got, err := citefmt.FromLangChain(c, []citefmt.LangChainText{{Type: "text", Text: "🎉"}, {Type: "reasoning"}, block}, citefmt.CodePoints)
		if tt.says != "" {
			wantError(t, tt.reason, err, "content[2].annotations[0]", tt.is, tt.says)
			same(t, tt.reason, citefmt.Answer{Text: "🎉😀 Two fell."}, got)
			continue
		}
		if err != nil || len(got.Citations) != 1 {
			t.Errorf("%s: %v, %v", tt.reason, got, err)
			continue
		}
		same(t, tt.reason, tt.want, got.Citations[0].Citation.Quote)
		same(t, tt.reason, tt.part, got.Citations[0].Span.Of(got.Text))
	}
	_, err := citefmt.FromLangChain(c, []citefmt.LangChainText{{Type: "text", Text: "\xff"}}, citefmt.CodePoints)
	wantError(t, "not UTF-8", err, "content[0].text", nil, "UTF-8")
	_, err = citefmt.ToLangChain(c, citefmt.Answer{Text: "\xff"}, citefmt.CodePoints)
	wantError(t, "not UTF-8", err, "text", nil, "UTF-8")
	_, err = citefmt.ToLangChain(c, citefmt.Answer{Text: "x", Citations: []citefmt.Attribution{{Span: cite.Span{Start: 1}}}}, citefmt.CodePoints)
	wantError(t, "the wrong way round", err, "citations[0]", citefmt.ErrRange, "1:0")
}
