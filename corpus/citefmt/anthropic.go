package citefmt

import (
	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// An AnthropicSearchResult is a block of type search_result of a prompt.
type AnthropicSearchResult struct {
	Type      string                   `json:"type"`
	Source    string                   `json:"source"`
	Title     string                   `json:"title"`
	Content   []AnthropicText          `json:"content"`
	Citations AnthropicCitationsConfig `json:"citations"`
}

// An AnthropicText is a text block of a search result.
type AnthropicText struct {
	Type string `json:"type"`
	Text string `json:"text"`
}

// An AnthropicCitationsConfig says whether a block of a prompt is to be cited.
type AnthropicCitationsConfig struct {
	Enabled bool `json:"enabled"`
}

// An AnthropicDocument is a block of type document of a prompt, with plain text.
type AnthropicDocument struct {
	Type      string                   `json:"type"`
	Source    AnthropicPlainText       `json:"source"`
	Title     *string                  `json:"title,omitempty"`
	Context   *string                  `json:"context,omitempty"`
	Citations AnthropicCitationsConfig `json:"citations"`
}

// An AnthropicPlainText is the source of a document that is plain text.
type AnthropicPlainText struct {
	Type      string `json:"type"`
	MediaType string `json:"media_type"`
	Data      string `json:"data"`
}

// An AnthropicContentBlock is a block of what an assistant says. Of those that are
// not of type text, nothing but the type is read.
type AnthropicContentBlock struct {
	Type      string              `json:"type"`
	Text      string              `json:"text"`
	Citations []AnthropicCitation `json:"citations"`
}

// UnmarshalJSON reads the block.
func (b *AnthropicContentBlock) UnmarshalJSON(data []byte) error {
	*b = AnthropicContentBlock{Type: typeOf(data)}
	if b.Type != "text" {
		return nil
	}
	type fields AnthropicContentBlock
	return decode(data, (*fields)(b), "text")
}

// An AnthropicCitation is one of a text block. It has the fields of its type:
// search_result_location or char_location.
type AnthropicCitation struct {
	Type      string `json:"type"`
	CitedText string `json:"cited_text"`
	*AnthropicSearchResultLocation
	*AnthropicCharLocation

	err error // of UnmarshalJSON
}

// An AnthropicSearchResultLocation is a range of the text blocks of a search result.
type AnthropicSearchResultLocation struct {
	Source            string  `json:"source"`
	Title             *string `json:"title"`
	SearchResultIndex int     `json:"search_result_index"`
	StartBlockIndex   int     `json:"start_block_index"`
	EndBlockIndex     int     `json:"end_block_index"`
}

// An AnthropicCharLocation is a range of the text of a plain-text document.
type AnthropicCharLocation struct {
	DocumentIndex  int     `json:"document_index"`
	DocumentTitle  *string `json:"document_title"`
	FileID         *string `json:"file_id"`
	StartCharIndex int     `json:"start_char_index"`
	EndCharIndex   int     `json:"end_char_index"`
}

// The types of an AnthropicCitation that have a passage.
const (
	searchResultLocation = "search_result_location"
	charLocation         = "char_location"
)

// UnmarshalJSON reads the citation. It never fails: [FromAnthropic] tells what is
// wrong with one, so that the others can be used.
func (c *AnthropicCitation) UnmarshalJSON(data []byte) error {
	*c = AnthropicCitation{Type: typeOf(data)}
	var quote struct {
		CitedText string `json:"cited_text"`
	}
	if c.err = decode(data, &quote, "type"); c.err != nil {
		return nil
	}
	c.CitedText = quote.CitedText
	switch c.Type {
	case searchResultLocation:
		at := &AnthropicSearchResultLocation{}
		if c.err = decode(data, at, "source", "start_block_index", "end_block_index"); c.err == nil {
			c.AnthropicSearchResultLocation = at
		}
	case charLocation:
		at := &AnthropicCharLocation{}
		if c.err = decode(data, at, "document_index", "start_char_index", "end_char_index"); c.err == nil {
			c.AnthropicCharLocation = at
		}
	}
	return nil
}

// AnthropicSearchResults returns passages as blocks of a prompt that a model cites
// by block: source is the passage's ID, title the article's with the section and
// with what the text needs to be understood, content a text block a sentence. A
// block keeps what stands behind its sentence (white space, between cells of a
// table the mark), so that joined blocks are the passage's text. The zero Passage has no block.
//
// All search results and documents of a request must have citations enabled, or
// none.
func AnthropicSearchResults(passages []corpus.Passage) []AnthropicSearchResult {
	out := []AnthropicSearchResult{}
	for _, p := range passages {
		if p.IsZero() {
			continue
		}
		r := AnthropicSearchResult{
			Type:      "search_result",
			Source:    string(p.ID()),
			Title:     leadTitle(p),
			Citations: AnthropicCitationsConfig{Enabled: true},
		}
		for _, b := range sentenceBlocks(p) {
			r.Content = append(r.Content, AnthropicText{Type: "text", Text: b.all.Of(p.Text())})
		}
		out = append(out, r)
	}
	return out
}

// AnthropicDocuments returns passages as plain-text documents of a prompt, which a
// model cites by characters: title is the passage's ID, context, which is never
// cited, says where it stands. The zero Passage has no document.
func AnthropicDocuments(passages []corpus.Passage) []AnthropicDocument {
	out := []AnthropicDocument{}
	for _, p := range passages {
		if p.IsZero() {
			continue
		}
		id, context := string(p.ID()), leadTitle(p)
		out = append(out, AnthropicDocument{
			Type:      "document",
			Source:    AnthropicPlainText{Type: "text", MediaType: "text/plain", Data: p.Text()},
			Title:     &id,
			Context:   &context,
			Citations: AnthropicCitationsConfig{Enabled: true},
		})
	}
	return out
}

// A sentenceBlock is a piece of a passage's text with one sentence and whatever
// stands behind it before the next: white space, in a table the mark between cells.
type sentenceBlock struct{ all, sentence cite.Span }

// sentenceBlocks cuts a passage's text before each sentence but the first.
func sentenceBlocks(p corpus.Passage) []sentenceBlock {
	var out []sentenceBlock
	for s := range p.Sentences() {
		b := sentenceBlock{all: s.Span(), sentence: s.Span()}
		if n := len(out); n > 0 {
			out[n-1].all.End = b.all.Start
		} else {
			b.all.Start = 0
		}
		out = append(out, b)
	}
	if out == nil {
		all := cite.Span{End: len(p.Text())}
		return []sentenceBlock{{all, all}}
	}
	out[len(out)-1].all.End = len(p.Text())
	return out
}
