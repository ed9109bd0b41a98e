package citefmt

import (
	"errors"
	"fmt"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A CSLItem is an item of CSL-JSON
// (https://github.com/citation-style-language/schema) that says what a footnote
// says.
type CSLItem struct {
	ID     string    `json:"id"`
	Type   string    `json:"type"`
	Note   string    `json:"note,omitempty"`
	URL    string    `json:"URL,omitempty"`
	Custom CSLCustom `json:"custom,omitzero"`
}

// A CSLCustom is what the schema has no name for.
type CSLCustom struct {
	Article string   `json:"article"`
	Label   string   `json:"label"`
	Links   []string `json:"links,omitempty"`
}

// IsZero reports whether there is nothing in it.
func (c CSLCustom) IsZero() bool { return c.Article == "" && c.Label == "" && len(c.Links) == 0 }

// ToCSL writes footnotes as items of type document, with the key ARTICLE-LABEL, the
// note's text as note and its first link as URL. Whom a note names, what and when
// is not guessed: items have no author, title or date.
//
// Lost on the way out: Source.
func ToCSL(notes []cite.Footnote) []CSLItem {
	out := make([]CSLItem, len(notes))
	for i, key := range bibliographyKeys(notes) {
		f := notes[i]
		out[i] = CSLItem{ID: key, Type: "document", Note: f.Text, Custom: CSLCustom{f.Article, f.Label, f.Links}}
		if len(f.Links) > 0 {
			out[i].URL = f.Links[0]
		}
	}
	return out
}

// FromCSL reads what [ToCSL] writes: article, label, text and links of each note.
// An item of others, which doesn't say of what footnote it is, is left out, and is
// a [*CitationError] in the error.
//
// Lost on the way in: the key and Source.
func FromCSL(items []CSLItem) ([]cite.Footnote, error) {
	out := []cite.Footnote{}
	var errs []error
	for i, item := range items {
		if item.Custom.Article == "" || item.Custom.Label == "" {
			errs = append(errs, &CitationError{formatCSL, fmt.Sprintf("items[%d]", i), errNoFootnote})
			continue
		}
		links := item.Custom.Links
		if len(links) == 0 && item.URL != "" {
			links = []string{item.URL}
		}
		out = append(out, cite.Footnote{
			Article: item.Custom.Article, Label: item.Custom.Label, Text: item.Note, Links: links})
	}
	return out, errors.Join(errs...)
}

var errNoFootnote = errors.New("it does not say what article and label it is of")
