package citefmt

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus/cite"
)

// maxWritten bounds the citations that are written where spans lie in one another:
// each piece of text repeats those of all around it.
const maxWritten = 1 << 16

// ToAnthropic writes an answer as the content of an assistant's message that had
// the given search results and documents before it, either of which may be nil. A
// passage that is among both is cited as a search result.
//
// Citations that can't be written, such as those of a passage that the prompt
// didn't have, are left out, and each is a [*CitationError] in the error.
//
// Lost on the way out: footnotes and the digest, and in a search result everything
// finer than a sentence, since a citation is for whole blocks. Where spans overlap,
// the text is cut at their ends, and each piece has the citations of all that
// cover it. A point becomes the piece before it. White space at the ends of a span
// stays outside of it.
func ToAnthropic(a Answer, results []AnthropicSearchResult, documents []AnthropicDocument) ([]AnthropicContentBlock, error) {
	good, places, errs, err := a.usable(FormatAnthropic)
	if err != nil {
		return nil, err
	}
	w := &anthropicWriter{results, documents, map[string]int{}, map[string]int{}}
	for i, r := range slices.Backward(results) {
		w.result[r.Source] = i
	}
	for i, d := range slices.Backward(documents) {
		if d.Title != nil {
			w.document[*d.Title] = i
		}
	}
	var spans []cite.Span
	var written []AnthropicCitation
	for i, at := range good {
		c, err := w.citation(at.Citation)
		if err != nil {
			errs = append(errs, &CitationError{FormatAnthropic, places[i], err})
			continue
		}
		span := trim(a.Text, at.Span)
		if before := strings.TrimRightFunc(a.Text[:span.Start], unicode.IsSpace); span.IsEmpty() && before != "" {
			span = cite.Span{Start: len(before), End: len(before)}
		}
		spans, written = append(spans, span), append(written, c)
	}
	out := []AnthropicContentBlock{}
	cut, ok := pieces(a.Text, spans, maxWritten)
	if !ok {
		return nil, &CitationError{FormatAnthropic, "citations", fmt.Errorf("%w: their spans overlap", ErrTooMany)}
	}
	for _, p := range cut {
		b := AnthropicContentBlock{Type: "text", Text: p.span.Of(a.Text)}
		for _, i := range p.covers {
			b.Citations = append(b.Citations, written[i])
		}
		out = append(out, b)
	}
	return out, errors.Join(errs...)
}

type anthropicWriter struct {
	results          []AnthropicSearchResult
	documents        []AnthropicDocument
	result, document map[string]int
}

func (w *anthropicWriter) citation(c cite.Citation) (AnthropicCitation, error) {
	if i, ok := w.result[string(c.Passage)]; ok {
		return searchResultCitation(c, w.results[i], i)
	}
	i, ok := w.document[string(c.Passage)]
	if !ok {
		return AnthropicCitation{}, fmt.Errorf("%w in the prompt: %q", ErrUnknownPassage, short(string(c.Passage)))
	}
	d := w.documents[i]
	start, end, err := c.Runes(d.Source.Data)
	if err != nil || c.Of(d.Source.Data) != c.Quote {
		return AnthropicCitation{}, fmt.Errorf("%w: document %d: %q", ErrQuote, i, short(c.Quote))
	}
	return AnthropicCitation{Type: charLocation, CitedText: c.Quote, AnthropicCharLocation: &AnthropicCharLocation{
		DocumentIndex: i, DocumentTitle: d.Title, StartCharIndex: start, EndCharIndex: end}}, nil
}

func searchResultCitation(c cite.Citation, r AnthropicSearchResult, index int) (AnthropicCitation, error) {
	var text strings.Builder
	var starts []int
	for _, b := range r.Content {
		starts = append(starts, text.Len())
		text.WriteString(b.Text)
	}
	if !c.Valid(text.String()) || c.Of(text.String()) != c.Quote {
		return AnthropicCitation{}, fmt.Errorf("%w: search result %d: %q", ErrQuote, index, short(c.Quote))
	}
	from, _ := slices.BinarySearch(starts, c.Start+1)
	to, _ := slices.BinarySearch(starts, max(c.End, c.Start+1))
	if from = max(0, from-1); to <= from || from >= len(starts) {
		return AnthropicCitation{}, fmt.Errorf("%w: search result %d has no text at %d", ErrRange, index, c.Start)
	}
	end := text.Len()
	if to < len(starts) {
		end = starts[to]
	}
	return AnthropicCitation{
		Type:      searchResultLocation,
		CitedText: text.String()[starts[from]:end],
		AnthropicSearchResultLocation: &AnthropicSearchResultLocation{
			Source: r.Source, Title: &r.Title, SearchResultIndex: index, StartBlockIndex: from, EndBlockIndex: to,
		},
	}, nil
}
