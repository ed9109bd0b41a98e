package schemaorg

import (
	"bytes"
	"encoding/json"
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
	if _, err := json.Marshal(r.Status); err != nil {
		return err
	}
	for _, s := range texts(r) {
		if err := checkText(s); err != nil {
			return err
		}
	}
	return checkData(bytes.TrimSpace(r.Data))
}

// texts returns all that a record has of text.
func texts(r fact.Record) []string {
	out := []string{r.ID, r.Kind, r.Statement, r.Subject, r.Property}
	for _, list := range [][]string{r.Entities, r.AttributedTo, r.Section, r.Footnotes} {
		out = append(out, list...)
	}
	for _, v := range r.Values {
		out = append(out, v.String()) // it has the unit
	}
	for _, c := range r.Evidence {
		out = append(out, c.Article, string(c.Passage), string(c.Digest), c.Quote, c.Prefix, c.Suffix)
		for _, f := range c.Footnotes {
			out = append(append(out, f.Article, f.Label, f.Text, string(f.Source)), f.Links...)
		}
	}
	return out
}

// checkText refuses what JSON can't hold: it would be read back as something else.
func checkText(s string) error {
	if !utf8.ValidString(s) {
		return fmt.Errorf("the text %.60q is not UTF-8", s)
	}
	return nil
}

// checkData refuses JSON that is nested too deep, or isn't UTF-8.
func checkData(data []byte) error {
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
	if !utf8.Valid(data) {
		return errors.New("the data is not UTF-8")
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
