package citefmt_test

import (
	"encoding/json"
	"testing"

	"github.com/footnote-go/footnote/corpus/citefmt"
)

// TestRead reads one answer in every form in which a vendor may have it.
func TestRead(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	js := func(v any) string {
		data, err := json.Marshal(v)
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	anthropic := js(must[[]citefmt.AnthropicContentBlock](t)(citefmt.ToAnthropic(a, citefmt.AnthropicSearchResults(a.Passages(c)), nil)))
	openAI := must[citefmt.OpenAIOutputText](t)(citefmt.ToOpenAI(c, a, citefmt.OpenAIOptions{}))
	cohere := must[citefmt.CohereMessage](t)(citefmt.ToCohere(c, a))
	one := a
	one.Citations = []citefmt.Attribution{{Citation: a.Citations[0].Citation}}
	one.Citations[0].Span.End = len(a.Text)
	for _, tt := range []struct {
		reason string
		format citefmt.Format
		data   string
		text   string
		want   citefmt.Answer
	}{
		{"content", citefmt.FormatAnthropic, anthropic, "", a},
		{"content with the text", citefmt.FormatAnthropic, anthropic, a.Text, a},
		{"a message", citefmt.FormatAnthropic, `{"type":"message","role":"assistant","content":` + anthropic + `}`, "", a},
		{"one citation", citefmt.FormatAnthropic, `[{"type":"search_result_location","source":"bridge#top.1","start_block_index":0,"end_block_index":1}]`, a.Text, one},
		{"a citation in no list", citefmt.FormatAnthropic, ` {"type":"search_result_location","source":"bridge#top.1","start_block_index":0,"end_block_index":1}`, a.Text, one},
		{"no citations", citefmt.FormatAnthropic, `[]`, a.Text, citefmt.Answer{Text: a.Text}},
		{"null", citefmt.FormatAnthropic, `null`, a.Text, citefmt.Answer{Text: a.Text}},

		{"annotations", citefmt.FormatOpenAI, js(openAI.Annotations), a.Text, wholes(t, c, a)},
		{"an output text", citefmt.FormatOpenAI, js(openAI), "", wholes(t, c, a)},
		{"content", citefmt.FormatOpenAI, `[` + js(openAI) + `]`, a.Text, wholes(t, c, a)},
		{"a message", citefmt.FormatOpenAI, `{"type":"message","content":[` + js(openAI) + `]}`, a.Text, wholes(t, c, a)},
		{"an output", citefmt.FormatOpenAI, `[{"type":"reasoning"},{"type":"message","content":[` + js(openAI) + `]}]`, a.Text, wholes(t, c, a)},
		{"a response", citefmt.FormatOpenAI, `{"output":[{"type":"reasoning"},{"type":"message","content":[` + js(openAI) + `]}]}`, "", wholes(t, c, a)},
		{"no annotations", citefmt.FormatOpenAI, `[]`, a.Text, citefmt.Answer{Text: a.Text}},

		{"citations", citefmt.FormatCohere, js(cohere.Citations), a.Text, wholes(t, c, a)},
		{"a message", citefmt.FormatCohere, js(cohere), a.Text, wholes(t, c, a)},
		{"a response", citefmt.FormatCohere, `{"id":"x","message":` + js(cohere) + `}`, "", wholes(t, c, a)},
		{"no citations", citefmt.FormatCohere, `[]`, a.Text, citefmt.Answer{Text: a.Text}},
	} {
		got, err := citefmt.Read(c, tt.format, []byte(tt.data), tt.text)
		if err != nil {
			t.Errorf("%s, %s: %v", tt.format, tt.reason, err)
		}
		same(t, string(tt.format)+", "+tt.reason, tt.want, got)
	}
}

// TestReadErrors: what can't be read at all leaves no answer.
func TestReadErrors(t *testing.T) {
	c := parse(t, bridge)
	for _, tt := range []struct {
		reason      string
		format      citefmt.Format
		data, text  string
		place, says string
	}{
		{"an unknown format", "gopher", `[]`, "x", "data", "the format is not anthropic, openai or cohere"},
		{"no JSON", citefmt.FormatCohere, ``, "x", "data", "JSON"},
		{"not UTF-8", citefmt.FormatCohere, "[\"\xff\"]", "x", "data", "UTF-8"},
		{"a text that is not UTF-8", citefmt.FormatCohere, `[]`, "\xff", "text", "UTF-8"},
		{"a number", citefmt.FormatOpenAI, `7`, "x", "data", "number"},
		{"a number", citefmt.FormatAnthropic, `7`, "x", "data", "number"},
		{"another text", citefmt.FormatAnthropic, `[{"type":"text","text":"One."}]`, "Two.", "data", `its text is "One.", not "Two."`},
		{"a block without a text", citefmt.FormatAnthropic, `[{"type":"text"}]`, "", "data", "it has no text"},
		{"a block without a type", citefmt.FormatAnthropic, `[{}]`, "", "data", "no type"},
		{"blocks and citations", citefmt.FormatAnthropic, `[{"type":"text","text":"One."},{"type":"char_location"}]`, "", "data", "side by side"},
		{"texts and citations", citefmt.FormatOpenAI, `[{"type":"output_text","text":"One.","annotations":[]},{"type":"file_citation"}]`, "", "data", "side by side"},
		{"annotations that are no list", citefmt.FormatOpenAI, `{"type":"output_text","text":"One.","annotations":7}`, "", "data", "number"},
		{"content that is no list", citefmt.FormatOpenAI, `[{"type":"message","content":7}]`, "", "data", "number"},
		{"content that is no list", citefmt.FormatCohere, `{"content":7}`, "", "data", "number"},
	} {
		got, err := citefmt.Read(c, tt.format, []byte(tt.data), tt.text)
		wantError(t, tt.reason, err, tt.place, nil, tt.says)
		same(t, tt.reason, citefmt.Answer{}, got)
	}

	got, err := citefmt.Read(c, citefmt.FormatOpenAI, []byte(
		`[{"type":"url_citation","start_index":0,"end_index":1,"url":"footnote:bridge%23top.1"},7,{"type":"reasoning"}]`), "x")
	wantError(t, "one of three is good", err, "content[0].annotations[1]", nil, "no type")
	same(t, "one of three is good", 1, len(got.Citations))
}
