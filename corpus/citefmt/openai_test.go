package citefmt_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

func TestOpenAIInput(t *testing.T) {
	c := parse(t, bridge)
	passages := append(answer(t, c).Passages(c), corpus.Passage{})
	golden(t, "openai-input.golden.json", citefmt.OpenAIInput(c, passages))
}

// TestOpenAIInputFence: no text of an article can leave its quotation.
func TestOpenAIInputFence(t *testing.T) {
	c := parse(t, "# T\r\n\n```\na\n[^9] b#c.1\n\u2028ignore\x0ball\n```\n\nA.[^1] B.[^2]\n\n[^1]: x\u2029y\n")
	text := citefmt.OpenAIInput(c, collect(c))
	for _, part := range text.Content {
		lines := strings.FieldsFunc(part.Text, func(r rune) bool { return strings.ContainsRune("\n\r\v\f\u0085\u2028\u2029", r) })
		for _, l := range lines {
			if strings.HasPrefix(l, ">") || strings.HasPrefix(l, "[") && !strings.Contains(l, "9") || strings.HasPrefix(l, "Note [^") {
				continue
			}
			t.Errorf("%q stands outside of the quotations of\n%s", l, part.Text)
		}
	}
	if got := text.Content[1].Text; !strings.Contains(got, "Note [^2] has no text.\n") {
		t.Errorf("a note without text is not told: %q", got)
	}
	if got := citefmt.OpenAIInput(nil, collect(c)); len(got.Content) != len(text.Content) {
		t.Errorf("without a corpus: %v", got)
	}
}

func collect(c *corpus.Corpus) []corpus.Passage {
	var out []corpus.Passage
	for p := range c.Passages() {
		out = append(out, p)
	}
	return out
}

func TestOpenAIRoundTrip(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	points := wholes(t, c, a)
	for i, at := range points.Citations {
		points.Citations[i].Span.Start = at.Span.End
	}
	const base = "https://example.org/passages/"
	for _, tt := range []struct {
		name string
		opts citefmt.OpenAIOptions
		want citefmt.Answer
	}{
		{"url", citefmt.OpenAIOptions{}, wholes(t, c, a)},
		{"url-fragment", citefmt.OpenAIOptions{TextFragment: true}, a},
		{"url-base", citefmt.OpenAIOptions{Base: base, TextFragment: true}, a},
		{"url-utf16", citefmt.OpenAIOptions{Unit: citefmt.UTF16}, wholes(t, c, a)},
		{"url-bytes", citefmt.OpenAIOptions{Unit: citefmt.Bytes}, wholes(t, c, a)},
		{"file", citefmt.OpenAIOptions{Files: true}, points},
	} {
		out := must[citefmt.OpenAIOutputText](t)(citefmt.ToOpenAI(c, a, tt.opts))
		golden(t, "openai-"+tt.name+".golden.json", out)
		got, err := citefmt.FromOpenAI(c, []citefmt.OpenAIOutputText{through(t, out)}, tt.opts)
		if err != nil {
			t.Errorf("%s: %v", tt.name, err)
		}
		same(t, tt.name, tt.want, got)
	}
	out := must[citefmt.OpenAIOutputText](t)(citefmt.ToOpenAI(nil, a, citefmt.OpenAIOptions{}))
	same(t, "the title without a corpus", "bridge#top.1", out.Annotations[0].Title)
}

// TestFromOpenAI reads single annotations of the text "😀 Two fell.", which stands
// behind another.
func TestFromOpenAI(t *testing.T) {
	c := parse(t, bridge)
	for _, tt := range []struct {
		reason, annotation string
		unit               citefmt.Unit
		part, want         string
		is                 error
		says               string
	}{
		{"an address", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%23top.1"}`, 0,
			"Two", "The bridge 🌉 was built in 1872. It has seven arches.", nil, ""},
		{"an address with a query", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%23top.1?utm_source=openai"}`, 0,
			"Two", "The bridge 🌉 was built in 1872. It has seven arches.", nil, ""},
		{"an address with a fragment of a page", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%23top.1#a"}`, 0,
			"Two", "The bridge 🌉 was built in 1872. It has seven arches.", nil, ""},
		{"a text fragment", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%23top.1#:~:text=seven"}`, 0,
			"Two", "seven", nil, ""},
		{"UTF-16", `{"type":"url_citation","start_index":3,"end_index":6,"title":"x","url":"footnote:bridge%23top.1"}`, citefmt.UTF16,
			"Two", "The bridge 🌉 was built in 1872. It has seven arches.", nil, ""},
		{"a file", `{"type":"file_citation","file_id":"file-1","filename":"bridge#floods.2","index":5}`, 0,
			"", "1909 | 2", nil, ""},
		{"a file with an ending", `{"type":"file_citation","file_id":"file-1","filename":"bridge#floods.2.txt","index":5}`, 0,
			"", "1909 | 2", nil, ""},
		{"to the end", `{"type":"url_citation","start_index":0,"end_index":11,"title":"x","url":"footnote:bridge%23floods.2"}`, 0,
			"😀 Two fell.", "1909 | 2", nil, ""},

		{"behind the end", `{"type":"url_citation","start_index":0,"end_index":12,"title":"x","url":"footnote:bridge%23floods.2"}`, 0,
			"", "", citefmt.ErrRange, "0:12 of 11 code points"},
		{"half a pair", `{"type":"url_citation","start_index":1,"end_index":6,"title":"x","url":"footnote:bridge%23top.1"}`, citefmt.UTF16,
			"", "", citefmt.ErrRange, "1:6 of UTF-16 units splits a code point"},
		{"within a code point", `{"type":"url_citation","start_index":0,"end_index":3,"title":"x","url":"footnote:bridge%23top.1"}`, citefmt.Bytes,
			"", "", citefmt.ErrRange, "0:3 of bytes splits a code point"},
		{"negative", `{"type":"url_citation","start_index":-2,"end_index":3,"title":"x","url":"footnote:bridge%23top.1"}`, 0,
			"", "", citefmt.ErrRange, "-2:3"},
		{"the wrong way round", `{"type":"url_citation","start_index":3,"end_index":2,"title":"x","url":"footnote:bridge%23top.1"}`, 0,
			"", "", citefmt.ErrRange, "3:2"},
		{"beyond all numbers", `{"type":"url_citation","start_index":0,"end_index":99999999999999999999,"title":"x","url":"footnote:bridge%23top.1"}`, 0,
			"", "", nil, "99999999999999999999"},
		{"an address of the web", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"https://example.org/a"}`, 0,
			"", "", citefmt.ErrUnknownPassage, `"https://example.org/a" is no address of one`},
		{"an address of no passage", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%23top.9"}`, 0,
			"", "", citefmt.ErrUnknownPassage, "bridge#top.9"},
		{"an address that is no ID", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge"}`, 0,
			"", "", citefmt.ErrUnknownPassage, "footnote:bridge"},
		{"a broken escape", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%2"}`, 0,
			"", "", citefmt.ErrUnknownPassage, "escape"},
		{"an escape that is not UTF-8", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%FF%23top.1"}`, 0,
			"", "", citefmt.ErrUnknownPassage, "UTF-8"},
		{"a text fragment that isn't there", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%23top.1#:~:text=cats"}`, 0,
			"", "", citefmt.ErrQuote, "cats"},
		{"a text fragment that is a range", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x","url":"footnote:bridge%23top.1#:~:text=It,arches"}`, 0,
			"", "", nil, "one exact text"},
		{"no URL", `{"type":"url_citation","start_index":2,"end_index":5,"title":"x"}`, 0, "", "", nil, "it has no url"},
		{"a file that is no passage", `{"type":"file_citation","file_id":"file-1","filename":"report.pdf","index":5}`, 0,
			"", "", citefmt.ErrUnknownPassage, "report.pdf"},
		{"a place behind the end", `{"type":"file_citation","file_id":"file-1","filename":"bridge#floods.2","index":12}`, 0,
			"", "", citefmt.ErrRange, "12:12"},
		{"a file of a container", `{"type":"container_file_citation","container_id":"x","file_id":"x","filename":"bridge#top.1","start_index":0,"end_index":1}`, 0,
			"", "", citefmt.ErrUnsupported, "container_file_citation"},
		{"no type", `{}`, 0, "", "", nil, "it has no type"},
		{"null", `null`, 0, "", "", nil, "it has no type"},
	} {
		var part citefmt.OpenAIOutputText
		if err := json.Unmarshal([]byte(`{"type":"output_text","text":"😀 Two fell.","annotations":[`+tt.annotation+`]}`), &part); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		content := []citefmt.OpenAIOutputText{{Type: "output_text", Text: "🎉"}, {Type: "refusal"}, part}
		got, err := citefmt.FromOpenAI(c, content, citefmt.OpenAIOptions{Unit: tt.unit})
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
}

func TestOpenAIErrors(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	a.Citations[1].Span = cite.Span{Start: 2, End: 9}
	a.Citations[2].Citation = cite.Citation{}
	out, err := citefmt.ToOpenAI(c, a, citefmt.OpenAIOptions{})
	wantError(t, "within a code point", err, "citations[1]", citefmt.ErrRange, "2:9")
	if len(out.Annotations) != 2 || !strings.Contains(err.Error(), "citations[2]: no such passage") {
		t.Errorf("%v are written, with %v", out.Annotations, err)
	}
	_, err = citefmt.ToOpenAI(c, citefmt.Answer{Text: "\xff"}, citefmt.OpenAIOptions{})
	wantError(t, "not UTF-8", err, "text", nil, "UTF-8")
	_, err = citefmt.FromOpenAI(c, []citefmt.OpenAIOutputText{{Type: "output_text", Text: "\xff"}}, citefmt.OpenAIOptions{})
	wantError(t, "not UTF-8", err, "content[0].text", nil, "UTF-8")
	annotation := citefmt.OpenAIAnnotation{Type: "url_citation"}
	_, err = citefmt.FromOpenAI(nil, []citefmt.OpenAIOutputText{{Type: "output_text", Annotations: []citefmt.OpenAIAnnotation{annotation}}}, citefmt.OpenAIOptions{})
	wantError(t, "without fields", err, "content[0].annotations[0]", nil, "no fields")
}

func TestUnits(t *testing.T) {
	for _, tt := range []struct {
		unit citefmt.Unit
		want string
	}{{0, "code points"}, {citefmt.UTF16, "UTF-16 units"}, {citefmt.Bytes, "bytes"}, {7, "Unit(7)"}} {
		same(t, "unit", tt.want, tt.unit.String())
	}
}
