package fact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
)

const (
	// MaxIDBytes is the most that the ID of a fact has.
	MaxIDBytes = 200
	// MaxEvidence is the most places that a fact has as evidence.
	MaxEvidence = 256
)

// Check says what a record lacks to be a fact: a well-formed ID, a kind, a
// statement, a subject, a property, evidence with a passage and a quotation, all
// of one article, a status that has names, values that are some, and data that is an
// object, if there is any. All text has to be UTF-8. It takes time in proportion to
// the record.
func (r Record) Check() error {
	if err := checkID(r.ID); err != nil {
		return err
	}
	texts := []struct{ name, value string }{
		{"kind", r.Kind}, {"statement", r.Statement}, {"subject", r.Subject}, {"property", r.Property},
	}
	for _, f := range texts {
		if strings.TrimSpace(f.value) == "" {
			return fmt.Errorf("%s has no %s", r.ID, f.name)
		}
		if !valid(f.value) {
			return fmt.Errorf("%s: the %s is not UTF-8", r.ID, f.name)
		}
	}
	if len(r.Evidence) == 0 {
		return fmt.Errorf("%s has no evidence", r.ID)
	}
	for _, check := range []func() error{r.checkLists, r.checkEvidence, r.checkData} {
		if err := check(); err != nil {
			return fmt.Errorf("%s: %w", r.ID, err)
		}
	}
	return nil
}

// checkLists checks what a record has several of but its evidence.
func (r Record) checkLists() error {
	for _, f := range []struct {
		name string
		list []string
	}{
		{"entities", r.Entities}, {"attributed_to", r.AttributedTo}, {"section", r.Section}, {"footnotes", r.Footnotes},
	} {
		if !valid(f.list...) {
			return fmt.Errorf("a name in %s is not UTF-8", f.name)
		}
	}
	for i, v := range r.Values {
		if v.IsZero() {
			return fmt.Errorf("value %d is none", i+1)
		}
		if !valid(v.q.unit, v.of) {
			return fmt.Errorf("the unit of value %d, or what it is a share of, is not UTF-8", i+1)
		}
	}
	if r.Status >= statusEnd {
		return fmt.Errorf("no status has the bits %#x", uint16(r.Status))
	}
	return nil
}

func (r Record) checkData() error {
	switch d := bytes.TrimSpace(r.Data); {
	case len(d) == 0 || string(d) == "null":
	case d[0] != '{' || !json.Valid(d):
		return errors.New("data is not an object")
	case !utf8.Valid(d):
		return errors.New("data is not UTF-8")
	}
	return nil
}

func (r Record) checkEvidence() error {
	if n := len(r.Evidence); n > MaxEvidence {
		return fmt.Errorf("%d places are evidence; at most %d are allowed", n, MaxEvidence)
	}
	first := ""
	for i, e := range r.Evidence {
		if e.Passage == "" || e.Quote == "" {
			return fmt.Errorf("evidence %d has no passage or no quote", i+1)
		}
		article, err := articleOf(e.Passage)
		if err != nil {
			return fmt.Errorf("evidence %d: %w", i+1, err)
		}
		if e.Article != "" && e.Article != article {
			return fmt.Errorf("evidence %d names the article %.60q, its passage %.60q", i+1, e.Article, article)
		}
		if i == 0 {
			first = article
		}
		if article != first {
			return fmt.Errorf("evidence %d stands in the article %.60q, the first in %.60q", i+1, article, first)
		}
		if !valid(e.Article, string(e.Passage), string(e.Digest), e.Quote, e.Prefix, e.Suffix) {
			return fmt.Errorf("a text of evidence %d is not UTF-8", i+1)
		}
		for _, f := range e.Footnotes {
			if !valid(f.Article, f.Label, f.Text, string(f.Source)) || !valid(f.Links...) {
				return fmt.Errorf("evidence %d: a text of the footnote %.40q is not UTF-8", i+1, f.Label)
			}
		}
	}
	return nil
}

// articleOf returns the article that a passage stands in.
func articleOf(id cite.PassageID) (string, error) {
	if strings.HasPrefix(string(id), "#") {
		return "", fmt.Errorf("the passage ID %.60q doesn't begin with an article", string(id))
	}
	if _, err := cite.ParsePassageID(string(id)); err != nil {
		return "", fmt.Errorf("%.60q is not a passage ID (ARTICLE#SECTION.N)", string(id))
	}
	article := id.Article()
	if strings.Contains(article, "/") {
		return "", fmt.Errorf("the passage ID %.60q has a slash in its article", string(id)) // ARTICLE/ID would not be told apart
	}
	return article, nil
}

func valid(texts ...string) bool {
	for _, s := range texts {
		if !utf8.ValidString(s) {
			return false
		}
	}
	return true
}

// checkID says why an ID is none. IDs have a slash, so that nobody takes them for
// the ID of an article, and none of the characters that passages, footnotes and
// marks are written with.
func checkID(id string) error {
	switch {
	case id == "":
		return errors.New("the record has no id")
	case !utf8.ValidString(id):
		return fmt.Errorf("the id %.40q is not UTF-8", id)
	case len(id) > MaxIDBytes:
		return fmt.Errorf("the id %.40q… has %d bytes; at most %d are allowed", id, len(id), MaxIDBytes)
	case !strings.Contains(id, "/") || strings.HasPrefix(id, "/") || strings.HasSuffix(id, "/") || strings.Contains(id, "//"):
		return fmt.Errorf("the id %q has not the form SUBJECT/PROPERTY", id)
	}
	for _, c := range id {
		if what := notInID(c); what != "" {
			return fmt.Errorf("the id %q has %s", id, what)
		}
	}
	return nil
}

// notInID says what a character is that no ID may have, "" of others.
func notInID(c rune) string {
	switch {
	case 'a' <= c && c <= 'z' || '0' <= c && c <= '9' || c == '-' || c == '/': // nearly all that there are
	case strings.ContainsRune("#^[]", c):
		return fmt.Sprintf("the character %q, with which passages and footnotes are written", c)
	case unicode.IsControl(c):
		return fmt.Sprintf("the control character %U", c)
	case unicode.IsSpace(c):
		return fmt.Sprintf("white space, %U", c)
	case unicode.Is(unicode.Cf, c):
		return fmt.Sprintf("the zero-width character %U, which nobody sees", c)
	case !unicode.IsPrint(c):
		return fmt.Sprintf("the character %U, which can't be printed", c)
	}
	return ""
}
