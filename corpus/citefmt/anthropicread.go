package citefmt

import (
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// FromAnthropic reads the content of an assistant's message. The answer's text is
// that of its text blocks, one behind the other. A citation is for the whole of its
// block, less white space at the ends.
//
// A search_result_location names its passage by source and its sentences by block
// indices; cited_text, if there is one, has to be the blocks', but for white space,
// or is looked up in the corpus. A char_location names its passage by document_title
// or, where that is null, by the title of documents[document_index]; documents are
// those that the prompt had, and may be nil where every citation has a title. Its
// indices are 0-based, the end is exclusive. They count code points, or UTF-16
// units if only these give cited_text: neither the vendor's types nor its guides say
// which.
//
// Citations that can't be used are left out, and each is a [*CitationError] in the
// error. Only a text that is not UTF-8 leaves no answer.
//
// Lost on the way in: blocks of other types, the boundaries between uncited
// blocks, search_result_index and titles. [ToAnthropic] says what is lost on the
// way out.
func FromAnthropic(c *corpus.Corpus, content []AnthropicContentBlock, documents []AnthropicDocument) (Answer, error) {
	r := &reader{corpus: c, format: FormatAnthropic}
	var text joined
	for i, b := range content {
		if b.Type != "text" {
			continue
		}
		place := fmt.Sprintf("content[%d]", i)
		if err := r.valid(place+".text", b.Text); err != nil {
			return Answer{}, err
		}
		span := trim(b.Text, cite.Span{End: len(b.Text)}).Shift(text.add(b.Text))
		for j, citation := range b.Citations {
			r.add(fmt.Sprintf("%s.citations[%d]", place, j), func() (Attribution, error) {
				c, err := r.anthropic(citation, documents)
				return Attribution{span, c}, err
			})
		}
	}
	return r.answer(text.String())
}

// anthropic reads a citation.
func (r *reader) anthropic(c AnthropicCitation, documents []AnthropicDocument) (cite.Citation, error) {
	switch {
	case c.err != nil:
		return cite.Citation{}, c.err
	case c.Type == searchResultLocation && c.AnthropicSearchResultLocation != nil:
		return r.searchResult(*c.AnthropicSearchResultLocation, c.CitedText)
	case c.Type == charLocation && c.AnthropicCharLocation != nil:
		return r.char(*c.AnthropicCharLocation, c.CitedText, documents)
	case c.Type == searchResultLocation, c.Type == charLocation:
		return cite.Citation{}, errors.New("it has no location")
	}
	return cite.Citation{}, fmt.Errorf("%w: %q", ErrUnsupported, short(c.Type))
}

func (r *reader) searchResult(at AnthropicSearchResultLocation, cited string) (cite.Citation, error) {
	id := cite.PassageID(at.Source)
	if at.StartBlockIndex < 0 || at.EndBlockIndex <= at.StartBlockIndex {
		return cite.Citation{}, fmt.Errorf("%w: blocks %d:%d", ErrRange, at.StartBlockIndex, at.EndBlockIndex)
	}
	p, ok := lookup(r.corpus, id)
	if !ok {
		return r.resolve(cite.Citation{Passage: id, Quote: trimmed(cited)})
	}
	blocks := sentenceBlocks(p)
	if at.EndBlockIndex > len(blocks) {
		return cite.Citation{}, fmt.Errorf("%w: blocks %d:%d of %d of %s",
			ErrRange, at.StartBlockIndex, at.EndBlockIndex, len(blocks), id)
	}
	first, last := blocks[at.StartBlockIndex], blocks[at.EndBlockIndex-1]
	all := cite.Span{Start: first.all.Start, End: last.all.End}
	if cited == "" || sameButSpace(cited, all.Of(p.Text())) {
		return p.Cite(cite.Span{Start: first.sentence.Start, End: last.sentence.End}), nil
	}
	return r.resolve(cite.Citation{Passage: id, Quote: trimmed(cited)})
}

// char reads a char_location. What it was made of is the document, if the caller has
// it, else the passage as it is now.
func (r *reader) char(at AnthropicCharLocation, cited string, documents []AnthropicDocument) (cite.Citation, error) {
	var id cite.PassageID
	if at.DocumentTitle != nil {
		id = cite.PassageID(*at.DocumentTitle)
	}
	var d *shown
	if documents != nil {
		var err error
		if d, err = r.document(documents, at.DocumentIndex); err != nil {
			return cite.Citation{}, err
		}
		if id == "" {
			id = d.id
		}
		if d.id != "" && d.id != id {
			return cite.Citation{}, fmt.Errorf("%w: document %d is %q, not %q",
				ErrUnknownPassage, at.DocumentIndex, short(string(d.id)), short(string(id)))
		}
	}
	if id == "" {
		return cite.Citation{}, fmt.Errorf("%w: document %d has no title", ErrUnknownPassage, at.DocumentIndex)
	}
	if d == nil {
		p, ok := lookup(r.corpus, id)
		if !ok {
			return r.resolve(cite.Citation{Passage: id, Quote: trimmed(cited)})
		}
		d = &shown{text: p.Text(), digest: p.Digest()}
	}
	span, err := d.span(at, cited)
	switch {
	case errors.Is(err, ErrQuote) && documents == nil:
		return r.resolve(cite.Citation{Passage: id, Quote: trimmed(cited)})
	case err != nil:
		return cite.Citation{}, err
	}
	if span = trim(d.text, span); span.IsEmpty() {
		return cite.Citation{}, fmt.Errorf("%w: characters %d:%d are no text", ErrRange, at.StartCharIndex, at.EndCharIndex)
	}
	return r.resolve(cite.New(id, d.digest, d.text, span, nil))
}

// A shown text is one that a prompt had. What is computed of it is kept, since it
// may be long and cited often.
type shown struct {
	id     cite.PassageID
	text   string
	digest cite.Digest
	rules  [2]*ruler // by unit
}

func (r *reader) document(documents []AnthropicDocument, i int) (*shown, error) {
	if i < 0 || i >= len(documents) {
		return nil, fmt.Errorf("%w: document %d of %d", ErrRange, i, len(documents))
	}
	if d, ok := r.shown[i]; ok {
		return d, nil
	}
	text := documents[i].Source.Data
	if !utf8.ValidString(text) {
		return nil, fmt.Errorf("document %d is not UTF-8", i)
	}
	d := &shown{text: text, digest: cite.DigestOf(text)}
	if t := documents[i].Title; t != nil {
		d.id = cite.PassageID(*t)
	}
	if r.shown == nil {
		r.shown = map[int]*shown{}
	}
	r.shown[i] = d
	return d, nil
}

func (d *shown) rule(unit Unit) *ruler {
	if d.rules[unit] == nil {
		d.rules[unit] = newRuler(d.text, unit)
	}
	return d.rules[unit]
}

// span converts the indices of a char_location.
func (d *shown) span(at AnthropicCharLocation, cited string) (cite.Span, error) {
	span, err := d.rule(CodePoints).span(at.StartCharIndex, at.EndCharIndex)
	switch {
	case err == nil && (cited == "" || sameButSpace(cited, span.Of(d.text))):
		return span, nil
	case cited != "":
		s, err := d.rule(UTF16).span(at.StartCharIndex, at.EndCharIndex)
		if err == nil && sameButSpace(cited, s.Of(d.text)) {
			return s, nil
		}
	}
	if err == nil {
		err = fmt.Errorf("%w: characters %d:%d are %q, not %q", ErrQuote,
			at.StartCharIndex, at.EndCharIndex, short(span.Of(d.text)), short(cited))
	}
	return cite.Span{}, err
}
