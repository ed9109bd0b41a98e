package citefmt_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

func TestAnthropicPrompt(t *testing.T) {
	c := parse(t, bridge)
	passages := append(answer(t, c).Passages(c), corpus.Passage{})
	golden(t, "anthropic-search-results.golden.json", citefmt.AnthropicSearchResults(passages))
	golden(t, "anthropic-documents.golden.json", citefmt.AnthropicDocuments(passages))
	for i, r := range citefmt.AnthropicSearchResults(passages) {
		var text strings.Builder
		for _, b := range r.Content {
			if strings.TrimSpace(b.Text) == "" {
				t.Errorf("a block of %s is blank", r.Source)
			}
			text.WriteString(b.Text)
		}
		same(t, "joined blocks", passages[i].Text(), text.String())
	}
}

func TestAnthropicRoundTrip(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	results := citefmt.AnthropicSearchResults(a.Passages(c))
	documents := citefmt.AnthropicDocuments(a.Passages(c))

	content := must[[]citefmt.AnthropicContentBlock](t)(citefmt.ToAnthropic(a, results, nil))
	golden(t, "anthropic-content.golden.json", content)
	same(t, "search results", a, must[citefmt.Answer](t)(citefmt.FromAnthropic(c, through(t, content), nil)))

	content = must[[]citefmt.AnthropicContentBlock](t)(citefmt.ToAnthropic(a, nil, documents))
	golden(t, "anthropic-content-documents.golden.json", content)
	same(t, "documents", a, must[citefmt.Answer](t)(citefmt.FromAnthropic(c, through(t, content), documents)))
	same(t, "documents unseen", a, must[citefmt.Answer](t)(citefmt.FromAnthropic(c, through(t, content), nil)))

	mixed := must[[]citefmt.AnthropicContentBlock](t)(citefmt.ToAnthropic(a, results[:1], documents))
	same(t, "both", a, must[citefmt.Answer](t)(citefmt.FromAnthropic(c, through(t, mixed), documents)))
}

// TestAnthropicPieces: how a text is cut into blocks, each with the number of its
// citations.
func TestAnthropicPieces(t *testing.T) {
	c := parse(t, bridge)
	cited := quote(t, c, "bridge#top.1", "It has seven arches.")
	results := citefmt.AnthropicSearchResults([]corpus.Passage{passage(t, c, "bridge#top.1")})
	type piece struct {
		Text  string
		Cited int
	}
	for _, tt := range []struct {
		reason, text string
		spans        [][2]int
		want         []piece
	}{
		{"no citation", "One. Two.", nil, []piece{{"One. Two.", 0}}},
		{"no text", "", nil, nil},
		{"a citation of no text has no block", "", [][2]int{{0, 0}}, nil},
		{"white space goes before", "One. Two.", [][2]int{{0, 4}, {5, 9}}, []piece{{"One. ", 1}, {"Two.", 1}}},
		{"white space at the start goes behind", " One. Two.", [][2]int{{1, 5}}, []piece{{" One.", 1}, {" Two.", 0}}},
		{"nothing but white space", "  ", nil, []piece{{"  ", 0}}},
		{"uncited text between", "One or two.", [][2]int{{0, 3}, {7, 11}}, []piece{{"One", 1}, {" or ", 0}, {"two.", 1}}},
		{"overlap", "One two three", [][2]int{{0, 7}, {4, 13}}, []piece{{"One ", 1}, {"two", 2}, {" three", 1}}},
		{"a point is for the piece before", "One. Two.", [][2]int{{4, 4}}, []piece{{"One.", 1}, {" Two.", 0}}},
		{"a point behind white space, too", "One. Two.", [][2]int{{5, 5}}, []piece{{"One.", 1}, {" Two.", 0}}},
		{"a point at the start is for the first piece", "One. Two.", [][2]int{{0, 0}}, []piece{{"One. Two.", 1}}},
		{"beyond the basic plane", "😀 One. 🎉", [][2]int{{5, 9}}, []piece{{"😀 ", 0}, {"One.", 1}, {" 🎉", 0}}},
	} {
		a := citefmt.Answer{Text: tt.text}
		for _, s := range tt.spans {
			a.Citations = append(a.Citations, citefmt.Attribution{Span: cite.Span{Start: s[0], End: s[1]}, Citation: cited})
		}
		content, err := citefmt.ToAnthropic(a, results, nil)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
		}
		var got []piece
		for _, b := range content {
			got = append(got, piece{b.Text, len(b.Citations)})
		}
		same(t, tt.reason, tt.want, got)
	}
}

// TestAnthropicOverlap: spans that lie in one another must not fill the memory.
func TestAnthropicOverlap(t *testing.T) {
	c := parse(t, bridge)
	cited := quote(t, c, "bridge#top.1", "It has seven arches.")
	a := citefmt.Answer{Text: strings.Repeat("x", 8000)}
	for i := range 4000 {
		a.Citations = append(a.Citations, citefmt.Attribution{Span: cite.Span{Start: i, End: 8000 - i}, Citation: cited})
	}
	_, err := citefmt.ToAnthropic(a, citefmt.AnthropicSearchResults(a.Passages(c)), nil)
	wantError(t, "overlap", err, "citations", citefmt.ErrTooMany, "overlap")
}

// TestAnthropicWiden: a search result is cited by whole sentences.
func TestAnthropicWiden(t *testing.T) {
	c := parse(t, bridge)
	p := passage(t, c, "bridge#floods.1")
	results := citefmt.AnthropicSearchResults([]corpus.Passage{p})
	for _, tt := range []struct {
		quote      string
		start, end int
	}{
		{"flood 🌊", 0, 1},
		{"The flood 🌊 of 1909 took two arches.", 0, 1},
		{"arches. They", 0, 2},
		{"They were", 1, 2},
		{"year. It has seven arches.", 1, 3},
	} {
		a := citefmt.Answer{Text: "x", Citations: []citefmt.Attribution{
			{Span: cite.Span{End: 1}, Citation: p.Cite(at(t, p.Text(), tt.quote))}}}
		content := must[[]citefmt.AnthropicContentBlock](t)(citefmt.ToAnthropic(a, results, nil))
		got := content[0].Citations[0]
		if got.StartBlockIndex != tt.start || got.EndBlockIndex != tt.end || !strings.Contains(got.CitedText, tt.quote) {
			t.Errorf("%q is in blocks %d:%d, %q; want %d:%d", tt.quote, got.StartBlockIndex, got.EndBlockIndex, got.CitedText, tt.start, tt.end)
		}
	}
}

// TestFromAnthropic reads single citations of the text "Two fell."
func TestFromAnthropic(t *testing.T) {
	c := parse(t, bridge)
	documents := citefmt.AnthropicDocuments([]corpus.Passage{passage(t, c, "bridge#top.1"), passage(t, c, "bridge#floods.1")})
	for _, tt := range []struct {
		reason, citation string
		documents        []citefmt.AnthropicDocument
		want             string
		is               error
		says             string
	}{
		{"a block", `{"type":"search_result_location","source":"bridge#floods.1","title":null,"cited_text":"They were rebuilt within a year. ","search_result_index":0,"start_block_index":1,"end_block_index":2}`, nil,
			"They were rebuilt within a year.", nil, ""},
		{"blocks without their text", `{"type":"search_result_location","source":"bridge#floods.1","start_block_index":1,"end_block_index":3}`, nil,
			"They were rebuilt within a year. It has seven arches.", nil, ""},
		{"white space doesn't count", `{"type":"search_result_location","source":"bridge#floods.1","cited_text":"They were rebuilt within a year.\n\nIt has seven arches.","start_block_index":1,"end_block_index":3}`, nil,
			"They were rebuilt within a year. It has seven arches.", nil, ""},
		{"other blocks than the text's: the text", `{"type":"search_result_location","source":"bridge#floods.1","cited_text":"It has seven arches.","start_block_index":0,"end_block_index":1}`, nil,
			"It has seven arches.", nil, ""},
		{"from another passage: nothing says that it is the same", `{"type":"search_result_location","source":"bridge#floods.9","cited_text":"They were rebuilt within a year.","start_block_index":0,"end_block_index":1}`, nil,
			"", citefmt.ErrUnknownPassage, "bridge#floods.9"},
		{"a text that isn't there", `{"type":"search_result_location","source":"bridge#floods.1","cited_text":"Cats purr.","start_block_index":0,"end_block_index":1}`, nil,
			"", citefmt.ErrQuote, `gone: "Cats purr."`},
		{"a text that was edited", `{"type":"search_result_location","source":"bridge#floods.1","cited_text":"They were all rebuilt within a year.","start_block_index":1,"end_block_index":2}`, nil,
			"", citefmt.ErrQuote, "edited"},
		{"an unknown passage", `{"type":"search_result_location","source":"bridge#floods.9","start_block_index":0,"end_block_index":1}`, nil,
			"", citefmt.ErrUnknownPassage, "bridge#floods.9"},
		{"a source that is a URL", `{"type":"search_result_location","source":"https://example.org","cited_text":"x","start_block_index":0,"end_block_index":1}`, nil,
			"", citefmt.ErrUnknownPassage, "example.org"},
		{"a block too many", `{"type":"search_result_location","source":"bridge#floods.1","start_block_index":1,"end_block_index":4}`, nil,
			"", citefmt.ErrRange, "1:4 of 3"},
		{"a negative block", `{"type":"search_result_location","source":"bridge#floods.1","start_block_index":-1,"end_block_index":1}`, nil,
			"", citefmt.ErrRange, "-1:1"},
		{"no blocks", `{"type":"search_result_location","source":"bridge#floods.1","start_block_index":1,"end_block_index":1}`, nil,
			"", citefmt.ErrRange, "1:1"},
		{"an index is missing", `{"type":"search_result_location","source":"bridge#floods.1","end_block_index":1}`, nil,
			"", nil, "it has no start_block_index"},
		{"an index is null", `{"type":"search_result_location","source":"bridge#floods.1","start_block_index":null,"end_block_index":1}`, nil,
			"", nil, "it has no start_block_index"},
		{"an index is no whole number", `{"type":"search_result_location","source":"bridge#floods.1","start_block_index":0.5,"end_block_index":1}`, nil,
			"", nil, "0.5"},
		{"an index is text", `{"type":"search_result_location","source":"bridge#floods.1","start_block_index":"0","end_block_index":1}`, nil,
			"", nil, "string"},
		{"a page", `{"type":"page_location","cited_text":"x","document_index":0,"document_title":"bridge#top.1","start_page_number":1,"end_page_number":2}`, nil,
			"", citefmt.ErrUnsupported, "page_location"},
		{"a web search", `{"type":"web_search_result_location","cited_text":"x","url":"https://example.org","title":"x","encrypted_index":"x"}`, nil,
			"", citefmt.ErrUnsupported, "web_search_result_location"},
		{"no type", `{"source":"bridge#top.1"}`, nil, "", nil, "it has no type"},
		{"null", `null`, nil, "", nil, "it has no type"},
		{"a number", `7`, nil, "", nil, "number"},

		{"characters, as code points", `{"type":"char_location","cited_text":"flood 🌊 of","document_index":1,"document_title":"bridge#floods.1","start_char_index":4,"end_char_index":14}`, documents,
			"flood 🌊 of", nil, ""},
		{"characters, as UTF-16 if only so they have the text", `{"type":"char_location","cited_text":"of 1909","document_index":1,"document_title":"bridge#floods.1","start_char_index":13,"end_char_index":20}`, documents,
			"of 1909", nil, ""},
		{"with white space at the end", `{"type":"char_location","cited_text":"The bridge 🌉 was built in 1872. ","document_index":0,"document_title":null,"start_char_index":0,"end_char_index":32}`, documents,
			"The bridge 🌉 was built in 1872.", nil, ""},
		{"a document that the reader didn't get", `{"type":"char_location","cited_text":"of 1909","document_index":1,"document_title":"bridge#floods.1","start_char_index":12,"end_char_index":19}`, nil,
			"of 1909", nil, ""},
		{"characters without their text", `{"type":"char_location","document_index":1,"document_title":"bridge#floods.1","start_char_index":12,"end_char_index":19}`, nil,
			"of 1909", nil, ""},
		{"other characters than the document's", `{"type":"char_location","cited_text":"of 1909","document_index":1,"document_title":"bridge#floods.1","start_char_index":0,"end_char_index":7}`, documents,
			"", citefmt.ErrQuote, `characters 0:7 are "The flo", not "of 1909"`},
		{"the second half of a pair", `{"type":"char_location","cited_text":"x","document_index":1,"document_title":"bridge#floods.1","start_char_index":11,"end_char_index":13}`, documents,
			"", citefmt.ErrQuote, "11:13"},
		{"behind the end", `{"type":"char_location","cited_text":"","document_index":0,"document_title":"bridge#top.1","start_char_index":0,"end_char_index":999}`, documents,
			"", citefmt.ErrRange, "0:999 of 52 code points"},
		{"negative", `{"type":"char_location","cited_text":"","document_index":0,"document_title":"bridge#top.1","start_char_index":-5,"end_char_index":3}`, documents,
			"", citefmt.ErrRange, "-5:3"},
		{"no characters", `{"type":"char_location","cited_text":"","document_index":0,"document_title":"bridge#top.1","start_char_index":3,"end_char_index":3}`, documents,
			"", citefmt.ErrRange, "no text"},
		{"a document too many", `{"type":"char_location","cited_text":"","document_index":2,"document_title":"bridge#top.1","start_char_index":0,"end_char_index":3}`, documents,
			"", citefmt.ErrRange, "document 2 of 2"},
		{"a negative document", `{"type":"char_location","cited_text":"","document_index":-1,"document_title":"bridge#top.1","start_char_index":0,"end_char_index":3}`, documents,
			"", citefmt.ErrRange, "document -1"},
		{"a document of another title", `{"type":"char_location","cited_text":"","document_index":0,"document_title":"bridge#floods.1","start_char_index":0,"end_char_index":3}`, documents,
			"", citefmt.ErrUnknownPassage, `document 0 is "bridge#top.1"`},
		{"no title anywhere", `{"type":"char_location","cited_text":"","document_index":0,"document_title":null,"start_char_index":0,"end_char_index":3}`, nil,
			"", citefmt.ErrUnknownPassage, "no title"},
	} {
		var block citefmt.AnthropicContentBlock
		if err := json.Unmarshal([]byte(`{"type":"text","text":" Two fell.\n","citations":[`+tt.citation+`]}`), &block); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		content := []citefmt.AnthropicContentBlock{{Type: "thinking"}, {Type: "text", Text: "😀"}, block}
		got, err := citefmt.FromAnthropic(c, content, tt.documents)
		if tt.says != "" {
			wantError(t, tt.reason, err, "content[2].citations[0]", tt.is, tt.says)
			same(t, tt.reason, citefmt.Answer{Text: "😀 Two fell.\n"}, got)
			continue
		}
		if err != nil || len(got.Citations) != 1 {
			t.Errorf("%s: %v, %v", tt.reason, got, err)
			continue
		}
		same(t, tt.reason, tt.want, got.Citations[0].Citation.Quote)
		same(t, tt.reason, "Two fell.", got.Citations[0].Span.Of(got.Text))
	}
}

// TestAnthropicMoved: a prompt was made of an earlier text of the article.
func TestAnthropicMoved(t *testing.T) {
	before := parse(t, bridge)
	after := parse(t, strings.Replace(bridge, "The flood 🌊", "It was old.\n\nIn spring, the river rose. The flood 🌊", 1))
	a := answer(t, before)
	documents := citefmt.AnthropicDocuments(a.Passages(before))
	content := must[[]citefmt.AnthropicContentBlock](t)(citefmt.ToAnthropic(a, nil, documents))
	got, err := citefmt.FromAnthropic(after, content, documents)
	wantError(t, "a whole passage, of whose footnotes the prompt says nothing", err, "content[2].citations[1]", citefmt.ErrQuote, "ambiguous")
	same(t, "those that are found", []cite.Citation{
		quote(t, after, "bridge#top.1", "The bridge 🌉 was built in 1872."),
		quote(t, after, "bridge#floods.2", "The flood 🌊 of 1909 took two arches."),
		quote(t, after, "bridge#floods.2", "It has seven arches."),
	}, []cite.Citation{got.Citations[0].Citation, got.Citations[1].Citation, got.Citations[2].Citation})
}

func TestToAnthropicErrors(t *testing.T) {
	c := parse(t, bridge)
	a := answer(t, c)
	all := citefmt.AnthropicSearchResults(a.Passages(c))
	content, err := citefmt.ToAnthropic(a, all[:1], nil)
	wantError(t, "not in the prompt", err, "citations[1]", citefmt.ErrUnknownPassage, "in the prompt")
	n := 0
	for _, b := range content {
		n += len(b.Citations)
	}
	same(t, "those that are", 1, n)

	_, err = citefmt.ToAnthropic(citefmt.Answer{Text: "\xff"}, all, nil)
	wantError(t, "not UTF-8", err, "text", nil, "UTF-8")
	_, err = citefmt.FromAnthropic(c, []citefmt.AnthropicContentBlock{{Type: "text", Text: "\xff"}}, nil)
	wantError(t, "not UTF-8", err, "content[0].text", nil, "UTF-8")

	documents := citefmt.AnthropicDocuments(a.Passages(c))
	written := must[[]citefmt.AnthropicContentBlock](t)(citefmt.ToAnthropic(a, nil, documents))
	documents[0].Source.Data = "\x80"
	_, err = citefmt.FromAnthropic(c, written, documents)
	wantError(t, "a document that is not UTF-8", err, "content[1].citations[0]", nil, "document 0 is not UTF-8")

	a.Citations[0].Span = cite.Span{Start: 1, End: 4}
	_, err = citefmt.ToAnthropic(a, all, nil)
	wantError(t, "within a code point", err, "citations[0]", citefmt.ErrRange, "1:4")
	a.Citations[0].Span = cite.Span{Start: -1, End: 4}
	_, err = citefmt.ToAnthropic(a, all, nil)
	wantError(t, "negative", err, "citations[0]", citefmt.ErrRange, "-1:4")
	a = answer(t, c)
	a.Citations[0].Citation.Quote = "It was built in 1873."
	_, err = citefmt.ToAnthropic(a, all, nil)
	wantError(t, "another quotation", err, "citations[0]", citefmt.ErrQuote, "1873")
	_, err = citefmt.ToAnthropic(a, nil, citefmt.AnthropicDocuments(a.Passages(c)))
	wantError(t, "another quotation", err, "citations[0]", citefmt.ErrQuote, "1873")
}
