package main

import (
	"encoding/json"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/citefmt"
	"github.com/footnote-go/footnote/index"
)

// vendorContext returns the passages of a context as the API of a vendor takes them,
// nil for our own formats.
func (a *app) vendorContext(format string, c index.Context) any {
	passages := make([]corpus.Passage, len(c.Passages))
	for i, p := range c.Passages {
		passages[i] = p.Passage
	}
	switch citefmt.Format(format) {
	case citefmt.FormatAnthropic:
		return append([]citefmt.AnthropicSearchResult{}, citefmt.AnthropicSearchResults(passages)...)
	case citefmt.FormatOpenAI:
		return citefmt.OpenAIInput(a.corpus, passages)
	case citefmt.FormatCohere:
		return append([]citefmt.CohereDocument{}, citefmt.CohereDocuments(passages)...)
	}
	return nil
}

// vendorOutput is what context says in the form of a vendor: content is what goes into
// the request.
type vendorOutput struct {
	Schema   string          `json:"schema"`
	ID       json.RawMessage `json:"id,omitempty"`
	Question string          `json:"question"`
	understanding
	Budget  int    `json:"budget"`
	Tokens  int    `json:"tokens"`
	Format  string `json:"format"`
	Content any    `json:"content"`

	plain contextOutput
}

func (o vendorOutput) found() bool { return o.plain.found() }

func (o vendorOutput) print(a *app) { o.plain.print(a) }
