package citefmt

import (
	"encoding/json"
	"errors"
	"fmt"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// A LangChainText is a standard content block of type text.
type LangChainText struct {
	Type        string              `json:"type"`
	Text        string              `json:"text"`
	Annotations []LangChainCitation `json:"annotations"`
}

// A LangChainCitation is a standard annotation of type citation, with the keys of
// LangChain for Python; [LangChainCitation.JS] has those of LangChain for
// JavaScript. Both are read. Extras hold the whole citation of ours under
// "footnote".
type LangChainCitation struct {
	Type       string         `json:"type"`
	URL        string         `json:"url,omitempty"`
	Title      string         `json:"title,omitempty"`
	StartIndex *int           `json:"start_index,omitempty"`
	EndIndex   *int           `json:"end_index,omitempty"`
	CitedText  string         `json:"cited_text,omitempty"`
	Extras     map[string]any `json:"extras,omitempty"`

	err error // of UnmarshalJSON
}

// A LangChainJSCitation is a [LangChainCitation] for JavaScript, whose type has no
// extras.
type LangChainJSCitation struct {
	Type       string `json:"type"`
	Source     string `json:"source,omitempty"`
	URL        string `json:"url,omitempty"`
	Title      string `json:"title,omitempty"`
	StartIndex *int   `json:"startIndex,omitempty"`
	EndIndex   *int   `json:"endIndex,omitempty"`
	CitedText  string `json:"citedText,omitempty"`
}

// JS returns the citation for JavaScript. Its indices are those of c: [ToLangChain]
// is to be asked for UTF16. Without extras, a quotation that stands more than once
// in its passage is not found again.
func (c LangChainCitation) JS() LangChainJSCitation {
	return LangChainJSCitation{Type: c.Type, Source: extrasKey, URL: c.URL, Title: c.Title,
		StartIndex: c.StartIndex, EndIndex: c.EndIndex, CitedText: c.CitedText}
}

// extrasKey is the key of our citation in extras.
const extrasKey = "footnote"

// UnmarshalJSON reads the annotation with the keys of either language. It never
// fails: [FromLangChain] tells what is wrong with one, so that the others can be
// used.
func (c *LangChainCitation) UnmarshalJSON(data []byte) error {
	*c = LangChainCitation{}
	type fields LangChainCitation
	var f fields
	var js LangChainJSCitation
	if c.err = decode(data, &f, "type"); c.err == nil {
		c.err = json.Unmarshal(data, &js)
	}
	if c.err != nil {
		return nil
	}
	*c = LangChainCitation(f)
	if c.StartIndex == nil && c.EndIndex == nil {
		c.StartIndex, c.EndIndex = js.StartIndex, js.EndIndex
	}
	if c.CitedText == "" {
		c.CitedText = js.CitedText
	}
	return nil
}

// ToLangChain writes an answer as a text block whose annotations count in the given
// unit. LangChain names none: it hands on what its providers count. CodePoints suit
// Python, UTF16 JavaScript.
//
// Citations that can't be written are left out, and each is a [*CitationError] in
// the error. Nothing of the others is lost.
func ToLangChain(c *corpus.Corpus, a Answer, unit Unit) (LangChainText, error) {
	good, _, errs, err := a.usable(formatLangChain)
	if err != nil {
		return LangChainText{}, err
	}
	out := LangChainText{Type: "text", Text: a.Text, Annotations: []LangChainCitation{}}
	rule := newRuler(a.Text, unit)
	for _, at := range good {
		start, end := rule.units(at.Span)
		out.Annotations = append(out.Annotations, LangChainCitation{
			Type:       "citation",
			URL:        address("", at.Citation.Passage),
			Title:      titleOf(c, at.Citation.Passage),
			StartIndex: &start,
			EndIndex:   &end,
			CitedText:  at.Citation.Quote,
			Extras:     map[string]any{extrasKey: at.Citation},
		})
	}
	return out, errors.Join(errs...)
}

// FromLangChain reads text blocks, one behind the other. An annotation names its
// passage by the citation in its extras, or else by url, and quotes cited_text, or
// else the whole passage. Without indices it is for the whole of its block; one
// index without the other is an error.
//
// Annotations that can't be used are left out, and each is a [*CitationError] in
// the error. Only a text that is not UTF-8 leaves no answer.
//
// Lost on the way in: blocks and annotations of other types, titles, and the
// footnotes of extras, since those of the corpus are in force.
func FromLangChain(c *corpus.Corpus, content []LangChainText, unit Unit) (Answer, error) {
	r := &reader{corpus: c, format: formatLangChain}
	var text joined
	for i, block := range content {
		if block.Type != "text" {
			continue
		}
		place := fmt.Sprintf("content[%d]", i)
		if err := r.valid(place+".text", block.Text); err != nil {
			return Answer{}, err
		}
		base := text.add(block.Text)
		if len(block.Annotations) == 0 {
			continue
		}
		rule := newRuler(block.Text, unit)
		for j, a := range block.Annotations {
			r.add(fmt.Sprintf("%s.annotations[%d]", place, j), func() (Attribution, error) {
				at, err := r.langChain(rule, a)
				at.Span = at.Span.Shift(base)
				return at, err
			})
		}
	}
	return r.answer(text.String())
}

func (r *reader) langChain(rule *ruler, a LangChainCitation) (Attribution, error) {
	span := cite.Span{End: len(rule.text)}
	var err error
	switch {
	case a.err != nil:
		return Attribution{}, a.err
	case a.Type != "citation":
		return Attribution{}, fmt.Errorf("%w: %q", ErrUnsupported, short(a.Type))
	case a.StartIndex != nil && a.EndIndex != nil:
		span, err = rule.span(*a.StartIndex, *a.EndIndex)
	case a.StartIndex != nil || a.EndIndex != nil:
		err = fmt.Errorf("%w: one end is missing", ErrRange)
	}
	if err != nil {
		return Attribution{}, err
	}
	old, err := extrasCitation(a.Extras)
	if err != nil {
		return Attribution{}, err
	}
	if old.Passage == "" {
		id, _, err := parseAddress("", a.URL)
		if err != nil {
			return Attribution{}, err
		}
		old = cite.Citation{Passage: id, Quote: a.CitedText}
	}
	var c cite.Citation
	if old.Quote == "" {
		c, err = r.whole(old.Passage)
	} else {
		c, err = r.resolve(old)
	}
	return Attribution{span, c}, err
}

// extrasCitation returns the citation in extras, none if they have none.
func extrasCitation(extras map[string]any) (cite.Citation, error) {
	switch v := extras[extrasKey].(type) {
	case nil:
		return cite.Citation{}, nil
	case cite.Citation:
		return v, nil
	default:
		var c cite.Citation
		data, err := json.Marshal(v)
		if err == nil {
			err = json.Unmarshal(data, &c)
		}
		return c, err
	}
}
