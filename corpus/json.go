package corpus

import (
	"encoding/json"

	"github.com/footnote-go/footnote/corpus/cite"
)

type passageJSON struct {
	ID        cite.PassageID `json:"id"`
	Article   string         `json:"article"`
	Section   []string       `json:"section"`
	Lead      string         `json:"lead"`
	Text      string         `json:"text"`
	Digest    cite.Digest    `json:"digest"`
	Footnotes []string       `json:"footnotes"`
	Source    cite.Span      `json:"source"`
}

// MarshalJSON writes the passage with its section's path, the labels of its
// footnotes, and its span in the file. The zero Passage is null.
func (p Passage) MarshalJSON() ([]byte, error) {
	if p.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(passageJSON{
		ID:        p.ID(),
		Article:   p.a.id,
		Section:   notNil(p.Section().Path()),
		Lead:      p.Lead(),
		Text:      p.Text(),
		Digest:    p.Digest(),
		Footnotes: notNil(p.Labels()),
		Source:    p.Source(),
	})
}

// notNil makes an empty list of a nil one, so that JSON has [] and not null.
func notNil(s []string) []string {
	if s == nil {
		return []string{}
	}
	return s
}

// MarshalJSON writes {"footnote":…,"span":…,"duplicate":…}.
func (d Definition) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Footnote  cite.Footnote `json:"footnote"`
		Span      cite.Span     `json:"span"`
		Duplicate bool          `json:"duplicate"`
	}{d.Footnote, d.Span, d.Duplicate})
}
