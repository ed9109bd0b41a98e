package cite

import (
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"strings"
	"unicode/utf8"
)

// A TextQuoteSelector is the W3C Web Annotation selector of that name
// (https://www.w3.org/TR/annotation-model/#text-quote-selector): the exact
// text with what stands before and after it.
type TextQuoteSelector struct {
	Exact  string
	Prefix string
	Suffix string
}

// QuoteSelector returns the citation's quotation as a W3C selector.
func (c Citation) QuoteSelector() TextQuoteSelector {
	return TextQuoteSelector{Exact: c.Quote, Prefix: c.Prefix, Suffix: c.Suffix}
}

// Citation returns what the selector says of a place in the given article:
// quotation, prefix and suffix, no passage. corpus.Corpus.Resolve finds it.
func (s TextQuoteSelector) Citation(article string) Citation {
	return Citation{Article: article, Quote: s.Exact, Prefix: s.Prefix, Suffix: s.Suffix, Footnotes: []Footnote{}}
}

type quoteJSON struct {
	Type   string `json:"type"`
	Exact  string `json:"exact"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
}

// MarshalJSON writes the selector with its W3C type.
func (s TextQuoteSelector) MarshalJSON() ([]byte, error) {
	return json.Marshal(quoteJSON{"TextQuoteSelector", s.Exact, s.Prefix, s.Suffix})
}

// UnmarshalJSON reads the selector and insists on its W3C type and on a text.
func (s *TextQuoteSelector) UnmarshalJSON(data []byte) error {
	var j quoteJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	if j.Type != "TextQuoteSelector" {
		return fmt.Errorf("cite: selector of type %q, want TextQuoteSelector", j.Type)
	}
	if j.Exact == "" {
		return errors.New("cite: TextQuoteSelector without an exact text")
	}
	*s = TextQuoteSelector{j.Exact, j.Prefix, j.Suffix}
	return nil
}

// A TextPositionSelector is the W3C Web Annotation selector of that name
// (https://www.w3.org/TR/annotation-model/#text-position-selector). Start and
// End count code points of the passage's clean text, not bytes.
type TextPositionSelector struct {
	Start int
	End   int
}

// PositionSelector returns the citation's place in its passage, whose text is
// given, as a W3C selector. It fails if the quotation does not stand there.
func (c Citation) PositionSelector(text string) (TextPositionSelector, error) {
	start, end, err := c.Runes(text)
	if err != nil {
		return TextPositionSelector{}, err
	}
	if c.Of(text) != c.Quote {
		return TextPositionSelector{}, fmt.Errorf("cite: %s: the quotation is not at %d:%d of the text", c.Passage, c.Start, c.End)
	}
	return TextPositionSelector{start, end}, nil
}

// Span returns the selector's place in text in bytes.
func (s TextPositionSelector) Span(text string) (Span, error) {
	return FromRunes(text, s.Start, s.End)
}

type positionJSON struct {
	Type  string `json:"type"`
	Start *int   `json:"start"`
	End   *int   `json:"end"`
}

// MarshalJSON writes the selector with its W3C type.
func (s TextPositionSelector) MarshalJSON() ([]byte, error) {
	return json.Marshal(positionJSON{"TextPositionSelector", &s.Start, &s.End})
}

// UnmarshalJSON reads the selector and insists on its W3C type, on both ends
// and on their order.
func (s *TextPositionSelector) UnmarshalJSON(data []byte) error {
	var j positionJSON
	if err := json.Unmarshal(data, &j); err != nil {
		return err
	}
	switch {
	case j.Type != "TextPositionSelector":
		return fmt.Errorf("cite: selector of type %q, want TextPositionSelector", j.Type)
	case j.Start == nil || j.End == nil:
		return errors.New("cite: TextPositionSelector without start or end")
	case *j.Start < 0 || *j.End < *j.Start:
		return fmt.Errorf("cite: TextPositionSelector %d:%d is not a range", *j.Start, *j.End)
	}
	*s = TextPositionSelector{*j.Start, *j.End}
	return nil
}

// TextFragment returns the selector as the fragment of a URL that makes a
// browser scroll to the text and mark it
// (https://wicg.github.io/scroll-to-text-fragment/), without the leading "#":
//
//	:~:text=prefix-,exact,-suffix
func (s TextQuoteSelector) TextFragment() string {
	var b strings.Builder
	b.WriteString(fragmentDirective)
	if s.Prefix != "" {
		b.WriteString(escapeFragment(s.Prefix))
		b.WriteString("-,")
	}
	b.WriteString(escapeFragment(s.Exact))
	if s.Suffix != "" {
		b.WriteString(",-")
		b.WriteString(escapeFragment(s.Suffix))
	}
	return b.String()
}

const fragmentDirective = ":~:text="

// ParseTextFragment reads what TextFragment writes, with or without a URL and
// "#" before it. A range (start,end) is refused, since it doesn't say what
// stands between.
func ParseTextFragment(s string) (TextQuoteSelector, error) {
	_, directive, ok := strings.Cut(s, fragmentDirective)
	if !ok {
		return TextQuoteSelector{}, fmt.Errorf("cite: %q has no text fragment (%s)", s, fragmentDirective)
	}
	directive, _, _ = strings.Cut(directive, "&")
	var out TextQuoteSelector
	parts := strings.Split(directive, ",")
	if p, ok := strings.CutSuffix(parts[0], "-"); ok && len(parts) > 1 {
		out.Prefix, parts = p, parts[1:]
	}
	if p, ok := strings.CutPrefix(parts[len(parts)-1], "-"); ok && len(parts) > 1 {
		out.Suffix, parts = p, parts[:len(parts)-1]
	}
	if len(parts) != 1 || strings.Trim(parts[0], "-") != parts[0] || parts[0] == "" {
		return TextQuoteSelector{}, fmt.Errorf("cite: text fragment %q does not quote one exact text", directive)
	}
	out.Exact = parts[0]
	for _, p := range []*string{&out.Exact, &out.Prefix, &out.Suffix} {
		v, err := url.PathUnescape(*p)
		if err != nil {
			return TextQuoteSelector{}, fmt.Errorf("cite: text fragment %q: %w", directive, err)
		}
		if !utf8.ValidString(v) {
			return TextQuoteSelector{}, fmt.Errorf("cite: text fragment %q is not UTF-8", directive)
		}
		*p = v
	}
	return out, nil
}

// escapeFragment percent-encodes everything but letters, digits and the few
// marks that neither URLs nor the directive give a meaning.
func escapeFragment(s string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(s))
}
