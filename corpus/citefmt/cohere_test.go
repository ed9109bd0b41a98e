package citefmt_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

func TestCohereDocuments(t *testing.T) {
	c := parse(t, bridge)
	passages := append(answer(t, c).Passages(c), corpus.Passage{})
	golden(t, "cohere-documents.golden.json", citefmt.CohereDocuments(passages))
}

func TestCohereRoundTrip(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	a.Citations = append(a.Citations, citefmt.Attribution{ // a point
		Span:     cite.Span{Start: len(a.Text), End: len(a.Text)},
		Citation: a.Citations[0].Citation,
	})
	m := must[citefmt.CohereMessage](t)(citefmt.ToCohere(c, a))
	golden(t, "cohere-message.golden.json", m)
	same(t, "round trip", wholes(t, c, a), must[citefmt.Answer](t)(citefmt.FromCohere(c, through(t, m))))
	m = must[citefmt.CohereMessage](t)(citefmt.ToCohere(nil, a))
	same(t, "without documents", wholes(t, c, a), must[citefmt.Answer](t)(citefmt.FromCohere(c, through(t, m))))
}

// TestFromCohere reads single citations of the text "😀 Two fell."
func TestFromCohere(t *testing.T) {
	c := parse(t, bridge)
	const top = "The bridge 🌉 was built in 1872. It has seven arches."
	for _, tt := range []struct {
		reason, citation, want, place string
		is                            error
		says                          string
	}{
		{"a document", `{"start":2,"end":5,"text":"Two","sources":[{"type":"document","id":"bridge#top.1","document":{"id":"bridge#top.1","snippet":"` + top + `"}}],"type":"TEXT_CONTENT"}`, top, "", nil, ""},
		{"the content is named", `{"start":2,"end":5,"text":"Two","content_index":1,"sources":[{"type":"document","id":"bridge#top.1"}],"type":"TEXT_CONTENT"}`, top, "", nil, ""},
		{"no more than it must have", `{"start":2,"end":5,"sources":[{"type":"document","id":"bridge#top.1"}]}`, top, "", nil, ""},
		{"an ID of the vendor's", `{"start":2,"end":5,"text":"Two","sources":[{"type":"document","id":"doc:0","document":{"id":"bridge#top.1"}}]}`, top, "", nil, ""},
		{"a document with a text", `{"start":2,"end":5,"text":"Two","sources":[{"type":"document","id":"bridge#top.1","document":{"text":"It has seven arches."}}]}`, "It has seven arches.", "", nil, ""},

		{"a document of another text", `{"start":2,"end":5,"text":"Two","sources":[{"type":"document","id":"bridge#top.1","document":{"snippet":"Cats purr."}}]}`, "", "citations[0].sources[0]", citefmt.ErrQuote, "Cats purr."},
		{"another text than the answer's", `{"start":2,"end":5,"text":"One","sources":[{"type":"document","id":"bridge#top.1"}]}`, "", "citations[0]", citefmt.ErrRange, `2:5 are "Two", not "One"`},
		{"UTF-16 indices", `{"start":3,"end":6,"text":"Two","sources":[{"type":"document","id":"bridge#top.1"}]}`, "", "citations[0]", citefmt.ErrRange, `3:6 are "wo "`},
		{"behind the end", `{"start":2,"end":12,"sources":[{"type":"document","id":"bridge#top.1"}]}`, "", "citations[0]", citefmt.ErrRange, "2:12 of 11"},
		{"negative", `{"start":-1,"end":5,"sources":[{"type":"document","id":"bridge#top.1"}]}`, "", "citations[0]", citefmt.ErrRange, "-1:5"},
		{"a content that is no text", `{"start":2,"end":5,"content_index":0,"sources":[{"type":"document","id":"bridge#top.1"}]}`, "", "citations[0]", citefmt.ErrRange, "content 0"},
		{"a content that isn't there", `{"start":2,"end":5,"content_index":-7,"sources":[{"type":"document","id":"bridge#top.1"}]}`, "", "citations[0]", citefmt.ErrRange, "content -7"},
		{"an unknown passage", `{"start":2,"end":5,"sources":[{"type":"document","id":"doc:0","document":{"id":7}}]}`, "", "citations[0].sources[0]", citefmt.ErrUnknownPassage, "doc:0"},
		{"a tool", `{"start":2,"end":5,"sources":[{"type":"tool","id":"t","tool_output":{}}]}`, "", "citations[0].sources[0]", citefmt.ErrUnsupported, "tool"},
		{"no sources", `{"start":2,"end":5,"sources":[]}`, "", "citations[0]", citefmt.ErrUnknownPassage, "no sources"},
		{"no end", `{"start":2,"sources":[]}`, "", "citations[0]", nil, "it has no end"},
		{"null", `null`, "", "citations[0]", nil, "it has no start"},
	} {
		var m citefmt.CohereMessage
		src := `{"role":"assistant","content":[{"type":"thinking","thinking":"Hm."},{"type":"text","text":"😀 Two fell."}],"citations":[` + tt.citation + `]}`
		if err := json.Unmarshal([]byte(src), &m); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		got, err := citefmt.FromCohere(c, m)
		if tt.says != "" {
			wantError(t, tt.reason, err, tt.place, tt.is, tt.says)
			same(t, tt.reason, citefmt.Answer{Text: "😀 Two fell."}, got)
			continue
		}
		if err != nil || len(got.Citations) != 1 {
			t.Errorf("%s: %v, %v", tt.reason, got, err)
			continue
		}
		same(t, tt.reason, tt.want, got.Citations[0].Citation.Quote)
		same(t, tt.reason, "Two", got.Citations[0].Span.Of(got.Text))
	}
}

// TestCohereSome: the good sources stay, and what isn't the answer's is passed over.
func TestCohereSome(t *testing.T) {
	c := parse(t, bridge)
	got, err := citefmt.FromCohere(c, citefmt.CohereMessage{
		Content: []citefmt.CohereContent{{Type: "text", Text: "One. "}, {Type: "text", Text: "Two."}},
		Citations: []citefmt.CohereCitation{
			{End: 3, Sources: []citefmt.CohereSource{{Type: "document", ID: "nothing"}, {Type: "document", ID: "bridge#top.1"}}},
			{End: 999, Type: "PLAN"},
			{End: 3, ContentIndex: new(1), Sources: []citefmt.CohereSource{{Type: "document", ID: "bridge#floods.1"}}},
		},
	})
	wantError(t, "one source is unknown", err, "citations[0].sources[0]", citefmt.ErrUnknownPassage, "nothing")
	var parts []string
	for _, at := range got.Citations {
		parts = append(parts, at.Span.Of(got.Text)+" "+string(at.Citation.Passage))
	}
	same(t, "the others", []string{"One bridge#top.1", "Two bridge#floods.1"}, parts)

	_, err = citefmt.FromCohere(c, citefmt.CohereMessage{Content: []citefmt.CohereContent{{Type: "text", Text: "\xff"}}})
	wantError(t, "not UTF-8", err, "content[0].text", nil, "UTF-8")
	_, err = citefmt.FromCohere(c, citefmt.CohereMessage{
		Content: []citefmt.CohereContent{{Type: "text", Text: "x"}},
		Citations: []citefmt.CohereCitation{{End: 1, Sources: []citefmt.CohereSource{
			{Type: "document", ID: "bridge#top.1", Document: map[string]any{"snippet": "\x80"}}}}},
	})
	wantError(t, "a document that is not UTF-8", err, "citations[0].sources[0]", nil, "UTF-8")
	_, err = citefmt.ToCohere(c, citefmt.Answer{Text: "\xff"})
	wantError(t, "not UTF-8", err, "text", nil, "UTF-8")
	_, err = citefmt.ToCohere(c, citefmt.Answer{Text: "x", Citations: []citefmt.Attribution{{Span: cite.Span{End: 2}}}})
	wantError(t, "behind the end", err, "citations[0]", citefmt.ErrRange, "0:2 of 1")
}

// TestTooMany: what an attack sends is neither read nor searched for without end.
func TestTooMany(t *testing.T) {
	c := parse(t, bridge)
	citations := func(n int, source citefmt.CohereSource) citefmt.CohereMessage {
		m := citefmt.CohereMessage{Content: []citefmt.CohereContent{{Type: "text", Text: "x"}}}
		for range n {
			m.Citations = append(m.Citations, citefmt.CohereCitation{End: 1, Sources: []citefmt.CohereSource{source}})
		}
		return m
	}
	got, err := citefmt.FromCohere(c, citations(5000, citefmt.CohereSource{Type: "document", ID: "bridge#top.1"}))
	wantError(t, "citations", err, "citations[4096].sources[0]", citefmt.ErrTooMany, "4096")
	same(t, "citations", 4096, len(got.Citations))
	_, err = citefmt.FromCohere(c, citations(300, citefmt.CohereSource{
		Type: "document", ID: "bridge#top.1", Document: map[string]any{"snippet": strings.Repeat("arch ", 50)}}))
	if err == nil || !strings.Contains(err.Error(), "citations[256].sources[0]: too many citations") {
		t.Errorf("searches: %v", err)
	}
}
