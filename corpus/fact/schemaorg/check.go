package schemaorg

import (
	"bytes"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/fact"
)

// maxDataDepth is how deep the data of a fact may be nested. Indenting what is
// deeper would take more room than the data by its depth.
const maxDataDepth = 64

// check says what keeps a record from being written and read back.
func check(r fact.Record) error {
	if err := r.Check(); err != nil {
		return err
	}
	return checkDepth(bytes.TrimSpace(r.Data))
}

// checkEntity refuses text that JSON can't hold: it would be read back as something
// else.
func checkEntity(e fact.Entity) error {
	for _, s := range append([]string{e.ID, e.Name, e.Kind}, e.Aliases...) {
		if !utf8.ValidString(s) {
			return fmt.Errorf("the text %.60q is not UTF-8", s)
		}
	}
	return nil
}

// checkDepth refuses JSON that is nested too deep.
func checkDepth(data []byte) error {
	depth, quoted, escaped := 0, false, false
	for _, c := range data {
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped, quoted = c == '\\', c != '"'
		case c == '"':
			quoted = true
		case c == '{' || c == '[':
			if depth++; depth > maxDataDepth {
				return fmt.Errorf("the data is nested deeper than %d levels", maxDataDepth)
			}
		case c == '}' || c == ']':
			depth--
		}
	}
	return nil
}

// freeNotes is how many footnotes and links, counted at each quotation of each fact
// anew, a document of any size may have.
const freeNotes = 1 << 20

// checkNotes refuses a document of so many bytes whose facts have n footnotes and
// links, if that is too many. Facts share quotations, and these share footnotes, so
// that without a bound a small document could fill any memory.
func checkNotes(n, bytes int) error {
	if n > freeNotes+bytes {
		return fmt.Errorf("the facts of %d bytes have %d footnotes and links or more; at most %d are allowed", bytes, n, freeNotes+bytes)
	}
	return nil
}

// maxText is how many bytes of text the facts of a document may have together, each
// counted with its own names, quotations and footnotes. A document has what facts
// share once, so that without a bound a small one could take any time.
const maxText = 1 << 30

// A weight is what facts have of text.
type weight int

// add adds a record. It looks at lengths alone.
func (w *weight) add(r fact.Record) error {
	n := len(r.ID) + len(r.Kind) + len(r.Statement) + len(r.Subject) + len(r.Property) + len(r.Data)
	n += sum(r.Entities) + sum(r.AttributedTo) + sum(r.Section) + sum(r.Footnotes)
	for _, c := range r.Evidence {
		n += len(c.Article) + len(c.Passage) + len(c.Digest) + len(c.Quote) + len(c.Prefix) + len(c.Suffix)
		for _, f := range c.Footnotes {
			n += len(f.Article) + len(f.Label) + len(f.Text) + len(f.Source) + sum(f.Links)
		}
	}
	if *w += weight(n); *w > maxText {
		return errTooMuchText
	}
	return nil
}

var errTooMuchText = errors.New("the facts have more than a gigabyte of text, what they share counted at each of them")

func sum(texts []string) (n int) {
	for _, s := range texts {
		n += len(s)
	}
	return n
}
