package citefmt

import (
	"bytes"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// A WebAnnotation is an annotation of the W3C Web Annotation model
// (https://www.w3.org/TR/annotation-model/): its body, a part of an answer, rests
// on its target, a part of a passage.
type WebAnnotation struct {
	Context    string      `json:"@context"`
	ID         string      `json:"id,omitempty"`
	Type       string      `json:"type"`
	Motivation string      `json:"motivation,omitempty"`
	Body       WebResource `json:"body"`
	Target     WebResource `json:"target"`
}

// A WebResource is a specific resource: a part of what Source names.
type WebResource struct {
	Type     string       `json:"type,omitempty"`
	Source   string       `json:"source"`
	Selector WebSelectors `json:"selector,omitzero"`
}

// WebSelectors say which part it is, each by itself. In JSON they are a list, or
// one of them. Selectors of other types are passed over.
type WebSelectors struct {
	Quote    *cite.TextQuoteSelector
	Position *cite.TextPositionSelector
}

// IsZero reports whether there are none.
func (s WebSelectors) IsZero() bool { return s == WebSelectors{} }

// MarshalJSON writes the selectors as a list.
func (s WebSelectors) MarshalJSON() ([]byte, error) {
	list := []any{}
	if s.Quote != nil {
		list = append(list, s.Quote)
	}
	if s.Position != nil {
		list = append(list, s.Position)
	}
	return json.Marshal(list)
}

// UnmarshalJSON reads a list of selectors, or one.
func (s *WebSelectors) UnmarshalJSON(data []byte) error {
	*s = WebSelectors{}
	list, err := elements(data)
	for _, raw := range list {
		switch typeOf(raw) {
		case "TextQuoteSelector":
			err = errors.Join(err, json.Unmarshal(raw, &s.Quote))
		case "TextPositionSelector":
			err = errors.Join(err, json.Unmarshal(raw, &s.Position))
		}
	}
	return err
}

// UnmarshalJSON reads a specific resource, or the address of a whole one.
func (w *WebResource) UnmarshalJSON(data []byte) error {
	*w = WebResource{}
	if bytes.HasPrefix(bytes.TrimSpace(data), []byte(`"`)) {
		return json.Unmarshal(data, &w.Source)
	}
	type fields WebResource
	return decode(data, (*fields)(w), "source")
}

const (
	webContext    = "http://www.w3.org/ns/anno.jsonld"
	webAnnotation = "Annotation"
	webSpecific   = "SpecificResource"
	webMotivation = "linking"
)

// ToWebAnnotations writes the citations of an answer as annotations. answer is the
// address of the answer's text; if it is empty, the text is named by its digest
// (RFC 6920), and so is each annotation. Addresses of passages are "footnote:" and
// the percent-encoded ID. Where the corpus has the passage with the quotation in
// its place, the target has its position beside the quotation.
//
// Citations that can't be written are left out, and each is a [*CitationError] in
// the error.
//
// Lost on the way out: footnotes, the digest and the text around a citation's own
// part. The answer's text as a whole has to go beside the annotations.
func ToWebAnnotations(c *corpus.Corpus, a Answer, answer string) ([]WebAnnotation, error) {
	good, places, errs, err := a.usable(formatWebAnnotation)
	if err != nil {
		return nil, err
	}
	if answer == "" {
		answer = named([]byte(a.Text))
	}
	out := []WebAnnotation{}
	rule := newRuler(a.Text, CodePoints)
	for i, at := range good {
		body := WebResource{Type: webSpecific, Source: answer}
		start, end := rule.units(at.Span)
		body.Selector.Position = &cite.TextPositionSelector{Start: start, End: end}
		if !at.Span.IsEmpty() {
			part := cite.New("", "", a.Text, at.Span, nil)
			body.Selector.Quote = new(part.QuoteSelector())
		}
		target := WebResource{Type: webSpecific, Source: address("", at.Citation.Passage)}
		if at.Citation.Quote != "" {
			target.Selector.Quote = new(at.Citation.QuoteSelector())
		}
		if p, ok := lookup(c, at.Citation.Passage); ok {
			if pos, err := at.Citation.PositionSelector(p.Text()); err == nil {
				target.Selector.Position = &pos
			}
		}
		w := WebAnnotation{Context: webContext, Type: webAnnotation, Motivation: webMotivation, Body: body, Target: target}
		data, err := json.Marshal(w)
		if err != nil {
			errs = append(errs, &CitationError{formatWebAnnotation, places[i], err})
			continue
		}
		w.ID = named(data)
		out = append(out, w)
	}
	return out, errors.Join(errs...)
}

// named returns the address of bytes that is their digest.
func named(data []byte) string {
	sum := sha256.Sum256(data)
	return "ni:///sha-256;" + base64.RawURLEncoding.EncodeToString(sum[:])
}

// FromWebAnnotations reads annotations of the answer with the given text. The body
// says which part of it by position or by a quotation that stands there once;
// where it says both, they have to agree, and without either it is the whole. The
// target is an address as [ToWebAnnotations] writes it, with a quotation that is
// looked up in the corpus, a position in code points, or neither, for the whole
// passage. A body named by digest has to be the text's.
//
// Annotations that can't be used are left out, and each is a [*CitationError] in
// the error. Only a text that is not UTF-8 leaves no answer.
//
// Lost on the way in: motivation, id, and what else an annotation says.
func FromWebAnnotations(c *corpus.Corpus, text string, annotations []WebAnnotation) (Answer, error) {
	r := &reader{corpus: c, format: formatWebAnnotation}
	if err := r.valid("text", text); err != nil {
		return Answer{}, err
	}
	rule, own := newRuler(text, CodePoints), named([]byte(text))
	for i, w := range annotations {
		r.add(fmt.Sprintf("annotations[%d]", i), func() (Attribution, error) {
			if w.Type != webAnnotation {
				return Attribution{}, fmt.Errorf("%w: %q", ErrUnsupported, short(w.Type))
			}
			if foreign(w.Body.Source, own) {
				return Attribution{}, fmt.Errorf("%w: the body is of another answer, %q", ErrRange, short(w.Body.Source))
			}
			span, err := selected(rule, w.Body.Selector)
			if err != nil {
				return Attribution{}, fmt.Errorf("body: %w", err)
			}
			c, err := r.target(w.Target)
			if err != nil {
				err = fmt.Errorf("target: %w", err)
			}
			return Attribution{span, c}, err
		})
	}
	return r.answer(text)
}

// foreign reports whether an address is the digest of something else.
func foreign(source, own string) bool {
	return len(source) == len(own) && source[:4] == own[:4] && source != own
}

// selected returns the part of a text that selectors say.
func selected(rule *ruler, s WebSelectors) (cite.Span, error) {
	span := cite.Span{End: len(rule.text)}
	if s.Position != nil {
		at, err := rule.span(s.Position.Start, s.Position.End)
		if err != nil {
			return cite.Span{}, err
		}
		span = at
	}
	switch {
	case s.Quote == nil:
		return span, nil
	case s.Position != nil && span.Of(rule.text) == s.Quote.Exact:
		return span, nil
	case s.Position != nil:
		return cite.Span{}, fmt.Errorf("%w: %d:%d are %q, not %q", ErrRange,
			s.Position.Start, s.Position.End, short(span.Of(rule.text)), short(s.Quote.Exact))
	}
	at, ok := only(rule.text, s.Quote.Citation(""))
	if !ok {
		return cite.Span{}, fmt.Errorf("%w: %q does not stand there once", ErrRange, short(s.Quote.Exact))
	}
	return at, nil
}

// target cites what a target points at.
func (r *reader) target(w WebResource) (cite.Citation, error) {
	id, _, err := parseAddress("", w.Source)
	if err != nil {
		return cite.Citation{}, err
	}
	var old cite.Citation
	if w.Selector.Quote != nil {
		old = w.Selector.Quote.Citation(id.Article())
	}
	old.Passage = id
	p, ok := lookup(r.corpus, id)
	if pos := w.Selector.Position; pos != nil && ok {
		span, err := newRuler(p.Text(), CodePoints).span(pos.Start, pos.End)
		switch {
		case err != nil && old.Quote == "":
			return cite.Citation{}, err
		case err == nil && old.Quote == "":
			return p.Cite(span), nil
		case err == nil:
			old.Span = span // which of several it is
		}
	}
	if old.Quote == "" {
		return r.whole(id)
	}
	return r.resolve(old)
}
