package cite

import (
	"bytes"
	"encoding/json"
)

// A Citation points at a quotation in a passage and names the footnotes in
// force there. The zero value points nowhere.
type Citation struct {
	// Article is the ID of the article.
	Article string `json:"article"`
	// Passage is the ID of the passage.
	Passage PassageID `json:"passage"`
	// Digest is that of the passage's text when the citation was made.
	Digest Digest `json:"digest"`
	// Span is where Quote stands in the passage's clean text.
	Span
	// Quote is the text at Span, byte for byte.
	Quote string `json:"quote"`
	// Prefix and Suffix are what stands directly before and after the
	// quotation in the passage, at most ContextBytes each; both are empty
	// where Quote is the whole passage.
	Prefix string `json:"prefix"`
	Suffix string `json:"suffix"`
	// Footnotes are those whose scope overlaps the quotation, in the order of
	// their first mark. It is empty where the text has none.
	Footnotes []Footnote `json:"footnotes"`
}

// ContextBytes is the most that Prefix and Suffix of a [Citation] hold: enough
// to tell repeated sentences apart, short enough for a URL.
const ContextBytes = 32

// New cites the span of a passage's text: it cuts out quotation, prefix and
// suffix, on boundaries of code points. It panics if span is not Valid in text.
func New(id PassageID, digest Digest, text string, span Span, notes []Footnote) Citation {
	if !span.Valid(text) {
		panic("cite: New: span does not fit the text")
	}
	before := max(0, span.Start-ContextBytes)
	for !boundary(text, before) {
		before++
	}
	after := min(len(text), span.End+ContextBytes)
	for !boundary(text, after) {
		after--
	}
	return Citation{
		Article:   id.Article(),
		Passage:   id,
		Digest:    digest,
		Span:      span,
		Quote:     span.Of(text),
		Prefix:    text[before:span.Start],
		Suffix:    text[span.End:after],
		Footnotes: append([]Footnote{}, notes...),
	}
}

// IsZero reports whether c points nowhere.
func (c Citation) IsZero() bool {
	return c.Article == "" && c.Passage == "" && c.Digest == "" && c.Span == Span{} &&
		c.Quote == "" && c.Prefix == "" && c.Suffix == "" && len(c.Footnotes) == 0
}

// MarshalJSON writes the citation as its fields say, with [] for no footnotes.
func (c Citation) MarshalJSON() ([]byte, error) {
	type fields Citation
	if c.Footnotes == nil {
		c.Footnotes = []Footnote{}
	}
	return marshal(fields(c))
}

// marshal writes JSON in which <, > and & stand as they are. Where json.Marshal is the
// caller it escapes them all the same.
func marshal(v any) ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}

// Labels returns the labels of the citation's footnotes, in order.
func (c Citation) Labels() []string {
	out := make([]string, len(c.Footnotes))
	for i, f := range c.Footnotes {
		out[i] = f.Label
	}
	return out
}
