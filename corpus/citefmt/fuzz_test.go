package citefmt_test

import (
	"encoding/json"
	"os"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

func seed(f *testing.F, name string) []byte {
	f.Helper()
	data, err := os.ReadFile("testdata/" + name)
	if err != nil {
		f.Fatal(err)
	}
	return data
}

// sound checks what holds for every answer that was read: spans fit, and each
// citation is one of the corpus as it is.
func sound(t *testing.T, c *corpus.Corpus, a citefmt.Answer) {
	t.Helper()
	for _, at := range a.Citations {
		if !at.Span.Valid(a.Text) {
			t.Errorf("%v does not fit %q", at.Span, a.Text)
		}
		p, ok := c.Passage(at.Citation.Passage)
		if !ok || !at.Citation.Valid(p.Text()) {
			t.Fatalf("%v points nowhere", at.Citation)
		}
		if d := cmp.Diff(p.Cite(at.Citation.Span), at.Citation); d != "" {
			t.Errorf("not a citation of the corpus (-want +got):\n%s", d)
		}
	}
}

// unchanged checks that an answer that was read comes back when it is written and
// read again.
func unchanged(t *testing.T, want, got citefmt.Answer, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("the second time (-want +got):\n%s", d)
	}
}

func FuzzAnthropic(f *testing.F) {
	c := parse(f, bridge)
	f.Add(seed(f, "anthropic-content.golden.json"), "")
	f.Add(seed(f, "anthropic-content-documents.golden.json"), "")
	f.Add([]byte(`[{"type":"char_location","cited_text":"of 1909","document_index":0,"document_title":"bridge#floods.1","start_char_index":13,"end_char_index":20}]`), "😀")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		got, _ := citefmt.Read(c, citefmt.FormatAnthropic, data, text)
		sound(t, c, got)
		documents := citefmt.AnthropicDocuments(got.Passages(c))
		content, err := citefmt.ToAnthropic(got, nil, documents)
		if err != nil {
			t.Fatal(err)
		}
		again, err := citefmt.FromAnthropic(c, content, documents)
		if err != nil || again.Text != got.Text {
			t.Errorf("%q becomes %q: %v", got.Text, again.Text, err)
		}
		var prompt []citefmt.AnthropicDocument
		if json.Unmarshal(data, &prompt) == nil {
			again, _ = citefmt.FromAnthropic(c, content, prompt)
			sound(t, c, again)
		}
	})
}

func FuzzOpenAI(f *testing.F) {
	c := parse(f, bridge)
	for _, name := range []string{"url", "url-fragment", "url-base", "url-utf16", "url-bytes", "file"} {
		f.Add(seed(f, "openai-"+name+".golden.json"), "", uint8(len(name)))
	}
	f.Add([]byte(`[{"type":"url_citation","start_index":3,"end_index":6,"title":"x","url":"footnote:bridge%23top.1"}]`), "😀 x y", uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, text string, unit uint8) {
		got, _ := citefmt.Read(c, citefmt.FormatOpenAI, data, text)
		sound(t, c, got)
		opts := citefmt.OpenAIOptions{Unit: citefmt.Unit(unit % 3), TextFragment: true}
		var part citefmt.OpenAIOutputText
		if json.Unmarshal(data, &part) == nil {
			got, _ = citefmt.FromOpenAI(c, []citefmt.OpenAIOutputText{part}, opts)
			sound(t, c, got)
		}
		out, err := citefmt.ToOpenAI(c, got, citefmt.OpenAIOptions{Unit: opts.Unit})
		if err != nil {
			t.Fatal(err)
		}
		again, err := citefmt.FromOpenAI(c, []citefmt.OpenAIOutputText{out}, opts)
		unchanged(t, wholes(t, c, got), again, err)
	})
}

func FuzzCohere(f *testing.F) {
	c := parse(f, bridge)
	f.Add(seed(f, "cohere-message.golden.json"), "")
	f.Add([]byte(`[{"start":2,"end":5,"text":"Two","sources":[{"type":"document","id":"d","document":{"id":"bridge#top.1","text":"It has seven arches."}}]}]`), "😀 Two fell.")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		got, _ := citefmt.Read(c, citefmt.FormatCohere, data, text)
		sound(t, c, got)
		m, err := citefmt.ToCohere(c, got)
		if err != nil {
			t.Fatal(err)
		}
		again, err := citefmt.FromCohere(c, m)
		if err != nil || len(again.Citations) != len(got.Citations) || again.Text != got.Text {
			t.Errorf("%v becomes %v: %v", got, again, err)
		}
	})
}

func FuzzLangChain(f *testing.F) {
	c := parse(f, bridge)
	f.Add(seed(f, "langchain.golden.json"), uint8(0))
	f.Add(seed(f, "langchain-js.golden.json"), uint8(1))
	f.Fuzz(func(t *testing.T, data []byte, unit uint8) {
		u := citefmt.Unit(unit % 3)
		var block citefmt.LangChainText
		if json.Unmarshal(data, &block) != nil {
			return
		}
		got, _ := citefmt.FromLangChain(c, []citefmt.LangChainText{block}, u)
		sound(t, c, got)
		again, err := citefmt.ToLangChain(c, got, u)
		if err != nil {
			t.Fatal(err)
		}
		back, err := citefmt.FromLangChain(c, []citefmt.LangChainText{through(t, again)}, u)
		unchanged(t, got, back, err)
	})
}

func FuzzWebAnnotations(f *testing.F) {
	c := parse(f, bridge)
	f.Add(seed(f, "webannotations.golden.json"), answerText)
	f.Add([]byte(`[{"@context":"x","type":"Annotation","body":"x","target":{"source":"footnote:bridge%23top.1","selector":{"type":"TextPositionSelector","start":0,"end":3}}}]`), "😀")
	f.Fuzz(func(t *testing.T, data []byte, text string) {
		var list []citefmt.WebAnnotation
		if json.Unmarshal(data, &list) != nil {
			return
		}
		got, _ := citefmt.FromWebAnnotations(c, text, list)
		sound(t, c, got)
		again, err := citefmt.ToWebAnnotations(c, got, "")
		if err != nil {
			t.Fatal(err)
		}
		if _, err = citefmt.FromWebAnnotations(c, got.Text, again); err != nil {
			t.Error(err)
		}
	})
}

func FuzzCSL(f *testing.F) {
	f.Add(seed(f, "csl.golden.json"))
	f.Fuzz(func(t *testing.T, data []byte) {
		var items []citefmt.CSLItem
		if json.Unmarshal(data, &items) != nil {
			return
		}
		got, _ := citefmt.FromCSL(items)
		again, err := citefmt.FromCSL(citefmt.ToCSL(got))
		if d := cmp.Diff(got, again, cmpopts.EquateEmpty()); d != "" || err != nil {
			t.Errorf("the second time: %v (-want +got):\n%s", err, d)
		}
	})
}

func FuzzBibTeX(f *testing.F) {
	f.Add(string(seed(f, "notes.golden.bib")))
	f.Add("@misc{k, footnotearticle = \"a{\\\"}b\", footnotelabel = 7, url = x}")
	f.Fuzz(func(t *testing.T, data string) {
		got, _ := citefmt.FromBibTeX(data)
		again, err := citefmt.FromBibTeX(citefmt.ToBibTeX(got))
		if d := cmp.Diff(got, again, cmpopts.EquateEmpty()); d != "" || err != nil {
			t.Errorf("the second time: %v (-want +got):\n%s", err, d)
		}
		// Any text is a note's.
		if !utf8.ValidString(data) {
			return
		}
		note := []cite.Footnote{{Article: "a", Label: "1", Text: data, Links: []string{data}}}
		again, err = citefmt.FromBibTeX(citefmt.ToBibTeX(note))
		if d := cmp.Diff(note, again, cmpopts.EquateEmpty()); d != "" || err != nil {
			t.Errorf("as a note: %v (-want +got):\n%s", err, d)
		}
	})
}
