package citefmt

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// A CohereDocument is one of the documents of a request to the chat API, v2.
type CohereDocument struct {
	ID   string     `json:"id"`
	Data CohereData `json:"data"`
}

// A CohereData is what a document of ours says. Context, which is absent where
// there is none, is what the text needs to be understood.
type CohereData struct {
	Title   string `json:"title"`
	Context string `json:"context,omitempty"`
	Snippet string `json:"snippet"`
}

// A CohereMessage is an assistant's message.
type CohereMessage struct {
	Role      string           `json:"role"`
	Content   []CohereContent  `json:"content"`
	Citations []CohereCitation `json:"citations"`
}

// A CohereContent is a content item of a message. Of those that are not of type
// text, nothing but the type is read.
type CohereContent struct {
	Type string `json:"type"`
	Text string `json:"text"`
}

// A CohereCitation is a range of a content item and the documents it rests on.
type CohereCitation struct {
	Start        int            `json:"start"`
	End          int            `json:"end"`
	Text         string         `json:"text"`
	Sources      []CohereSource `json:"sources"`
	ContentIndex *int           `json:"content_index,omitempty"`
	Type         string         `json:"type,omitempty"`

	err error // of UnmarshalJSON
}

// A CohereSource is a document that a citation rests on; Document is what the
// request said of it.
type CohereSource struct {
	Type     string         `json:"type"`
	ID       string         `json:"id"`
	Document map[string]any `json:"document,omitempty"`
}

// UnmarshalJSON reads the citation. It never fails: [FromCohere] tells what is
// wrong with one, so that the others can be used.
func (c *CohereCitation) UnmarshalJSON(data []byte) error {
	*c = CohereCitation{}
	type fields CohereCitation
	var f fields
	if c.err = decode(data, &f, "start", "end", "sources"); c.err == nil {
		*c = CohereCitation(f)
	}
	return nil
}

// cohereText is the type of a citation of an answer's text. Others are of what the
// model thought or planned.
const cohereText = "TEXT_CONTENT"

// CohereDocuments returns passages as the documents of a request: id is the
// passage's, data holds title, text (as snippet) and what the text needs to be
// understood. The zero Passage has no document.
func CohereDocuments(passages []corpus.Passage) []CohereDocument {
	out := []CohereDocument{}
	for _, p := range passages {
		if !p.IsZero() {
			out = append(out, CohereDocument{ID: string(p.ID()), Data: CohereData{title(p), p.Lead(), p.Text()}})
		}
	}
	return out
}

// ToCohere writes an answer as an assistant's message. Citations of the same span
// become one with several sources. What a document says is taken from the corpus;
// a passage that it doesn't have is named only.
//
// Citations that can't be written are left out, and each is a [*CitationError] in
// the error.
//
// Lost on the way out: quotation, footnotes and digest. A source is a whole
// passage.
func ToCohere(c *corpus.Corpus, a Answer) (CohereMessage, error) {
	good, _, errs, err := a.usable(FormatCohere)
	if err != nil {
		return CohereMessage{}, err
	}
	m := CohereMessage{Role: "assistant", Content: []CohereContent{{"text", a.Text}}, Citations: []CohereCitation{}}
	rule := newRuler(a.Text, CodePoints)
	at := map[cite.Span]int{}
	for _, g := range good {
		i, ok := at[g.Span]
		if !ok {
			start, end := rule.units(g.Span)
			i = len(m.Citations)
			at[g.Span] = i
			m.Citations = append(m.Citations, CohereCitation{Start: start, End: end, Text: g.Span.Of(a.Text), Type: cohereText})
		}
		s := CohereSource{Type: "document", ID: string(g.Citation.Passage)}
		if p, ok := lookup(c, g.Citation.Passage); ok {
			s.Document = map[string]any{"id": s.ID, "title": title(p), "snippet": p.Text()}
			if p.Lead() != "" {
				s.Document["context"] = p.Lead()
			}
		}
		m.Citations[i].Sources = append(m.Citations[i].Sources, s)
	}
	return m, errors.Join(errs...)
}

// FromCohere reads an assistant's message. The answer's text is that of its text
// contents, one behind the other. start and end count code points of the content
// with the citation's content_index, or of the first text: so does the vendor's own
// parser (cohere-ai/melody), whose tests have an emoji. A citation whose text is not
// what stands there is an error.
//
// Each source is a citation of a whole passage, named by its id or by the id in its
// document. If the document came along and says something else than the passage
// does now, that is looked up in the corpus. Citations of type THINKING_CONTENT or
// PLAN are none of the answer's and are passed over.
//
// Sources that can't be used are left out, and each is a [*CitationError] in the
// error. Only a text that is not UTF-8 leaves no answer.
//
// Lost on the way in: contents of other types, tool sources (an error), titles.
func FromCohere(c *corpus.Corpus, message CohereMessage) (Answer, error) {
	r := &reader{corpus: c, format: FormatCohere}
	var text joined
	rules := map[int]*ruler{}
	bases := map[int]int{}
	first := -1
	for i, part := range message.Content {
		if part.Type != "text" {
			continue
		}
		if err := r.valid(fmt.Sprintf("content[%d].text", i), part.Text); err != nil {
			return Answer{}, err
		}
		if first < 0 {
			first = i
		}
		bases[i] = text.add(part.Text)
		rules[i] = newRuler(part.Text, CodePoints)
	}
	for i, citation := range message.Citations {
		if citation.Type != "" && citation.Type != cohereText {
			continue
		}
		place := fmt.Sprintf("citations[%d]", i)
		in := first
		if citation.ContentIndex != nil {
			in = *citation.ContentIndex
		}
		span, err := citation.span(rules[in], in)
		if err != nil {
			r.fail(place, err)
			continue
		}
		for j, source := range citation.Sources {
			r.add(fmt.Sprintf("%s.sources[%d]", place, j), func() (Attribution, error) {
				c, err := r.cohere(source)
				return Attribution{span.Shift(bases[in]), c}, err
			})
		}
	}
	return r.answer(text.String())
}

// span returns where the citation stands in a content item.
func (c CohereCitation) span(rule *ruler, index int) (cite.Span, error) {
	switch {
	case c.err != nil:
		return cite.Span{}, c.err
	case rule == nil:
		return cite.Span{}, fmt.Errorf("%w: content %d is no text", ErrRange, index)
	case len(c.Sources) == 0:
		return cite.Span{}, fmt.Errorf("%w: it has no sources", ErrUnknownPassage)
	}
	span, err := rule.span(c.Start, c.End)
	if err == nil && c.Text != "" && span.Of(rule.text) != c.Text {
		err = fmt.Errorf("%w: %d:%d are %q, not %q", ErrRange, c.Start, c.End, short(span.Of(rule.text)), short(c.Text))
	}
	return span, err
}

func (r *reader) cohere(s CohereSource) (cite.Citation, error) {
	if s.Type != "document" {
		return cite.Citation{}, fmt.Errorf("%w: source of type %q", ErrUnsupported, short(s.Type))
	}
	id := cite.PassageID(s.ID)
	if _, ok := lookup(r.corpus, id); !ok {
		if inner, ok := s.Document["id"].(string); ok {
			id = cite.PassageID(inner)
		}
	}
	text, _ := s.Document["snippet"].(string)
	if text == "" {
		text, _ = s.Document["text"].(string)
	}
	p, ok := lookup(r.corpus, id)
	if text == "" || ok && text == p.Text() {
		return r.whole(id)
	}
	if !utf8.ValidString(text) {
		return cite.Citation{}, errors.New("its document is not UTF-8")
	}
	return r.resolve(cite.New(id, cite.DigestOf(text), text, cite.Span{End: len(text)}, nil))
}

// UnmarshalJSON reads the item.
func (c *CohereContent) UnmarshalJSON(data []byte) error {
	*c = CohereContent{Type: typeOf(data)}
	if c.Type != "text" {
		return nil
	}
	type fields CohereContent
	return json.Unmarshal(data, (*fields)(c))
}
