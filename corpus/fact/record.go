package fact

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus/cite"
)

// Schema is the version of the JSON form of a [Record].
const Schema = "footnote/1"

// A Record is a fact as JSON has it: a line of NAME.facts.jsonl, and of what the
// command prints.
type Record struct {
	// ID is the fact's lasting name in its article, SUBJECT/PROPERTY with more
	// parts where a subject has several of one property: "llama-2/released".
	ID string `json:"id"`
	// Kind groups facts: "release", "license", "criticism". [KindTension] has a
	// meaning of its own.
	Kind string `json:"kind"`
	// Statement is the whole fact in one sentence that stands alone, with its
	// hedges and who says it.
	Statement string `json:"statement"`
	// Subject is what the fact is about, by the name that Entities has too.
	Subject string `json:"subject"`
	// Property is what of the subject it states.
	Property string `json:"property"`
	// Values are the dates, numbers and amounts that it states.
	Values []Value `json:"values"`
	// Entities are the names of all that it is about.
	Entities []string `json:"entities"`
	// Status says on what it rests.
	Status Status `json:"status"`
	// AttributedTo names who says it; it is empty where the article does.
	AttributedTo []string `json:"attributed_to"`
	// AsOf is the time that it holds for, zero if that isn't stated.
	AsOf Date `json:"as_of,omitzero"`
	// Section is the path of headings to the first evidence.
	Section []string `json:"section"`
	// Footnotes are the labels of all footnotes in force for the evidence.
	Footnotes []string `json:"footnotes"`
	// Evidence are the places that state it, at least one, the best first. In a
	// file beside an article, passage and quote are enough.
	Evidence []cite.Citation `json:"evidence"`
	// Data is the typed value itself, a JSON object that a package with types
	// of its own reads.
	Data json.RawMessage `json:"data,omitempty"`
}

// Article returns the ID of the article that the record's evidence stands in, ""
// without evidence.
func (r Record) Article() string {
	if len(r.Evidence) == 0 {
		return ""
	}
	if r.Evidence[0].Article == "" {
		return r.Evidence[0].Passage.Article()
	}
	return r.Evidence[0].Article
}

// record is Record without methods.
type record Record

// recordJSON is a Record with the version of its form.
type recordJSON struct {
	Schema string `json:"schema"`
	record
}

// MarshalJSON writes the record with its schema; lists that are empty are [].
func (r Record) MarshalJSON() ([]byte, error) {
	r.Values = orEmpty(r.Values)
	r.Entities = orEmpty(r.Entities)
	r.AttributedTo = orEmpty(r.AttributedTo)
	r.Section = orEmpty(r.Section)
	r.Footnotes = orEmpty(r.Footnotes)
	r.Evidence = orEmpty(r.Evidence)
	return marshal(recordJSON{Schema, record(r)})
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// UnmarshalJSON reads a record. It may leave out the schema, but not have another
// one. Fields that it doesn't know it passes over. It doesn't check what
// [Record.Check] does.
func (r *Record) UnmarshalJSON(data []byte) error {
	var in recordJSON
	if err := json.Unmarshal(data, &in); err != nil {
		return err
	}
	if in.Schema != "" && in.Schema != Schema {
		return fmt.Errorf("fact: a record of the schema %q; this is %q", in.Schema, Schema)
	}
	*r = Record(in.record)
	return nil
}

// MaxIDBytes is the most that the ID of a fact has.
const MaxIDBytes = 200

// Check says what a record lacks to be a fact: a well-formed ID, a kind, a
// statement, a subject, a property, evidence with a passage and a quotation, all
// of one article, and data that is an object, if there is any.
func (r Record) Check() error {
	if err := checkID(r.ID); err != nil {
		return err
	}
	for _, f := range []struct{ name, value string }{
		{"kind", r.Kind}, {"statement", r.Statement}, {"subject", r.Subject}, {"property", r.Property},
	} {
		if strings.TrimSpace(f.value) == "" {
			return fmt.Errorf("%s has no %s", r.ID, f.name)
		}
	}
	if len(r.Evidence) == 0 {
		return fmt.Errorf("%s has no evidence", r.ID)
	}
	for i, e := range r.Evidence {
		if e.Passage == "" || e.Quote == "" {
			return fmt.Errorf("%s: evidence %d has no passage or no quote", r.ID, i+1)
		}
		if e.Passage.Article() != r.Article() {
			return fmt.Errorf("%s: evidence %d stands in the article %s, the first in %s", r.ID, i+1, e.Passage.Article(), r.Article())
		}
		if e.Article != "" && e.Article != r.Article() {
			return fmt.Errorf("%s: evidence %d names the article %s, its passage %s", r.ID, i+1, e.Article, r.Article())
		}
	}
	for i, v := range r.Values {
		if v.IsZero() {
			return fmt.Errorf("%s: value %d is none", r.ID, i+1)
		}
	}
	if d := bytes.TrimSpace(r.Data); len(d) > 0 && (d[0] != '{' || !json.Valid(d)) && string(d) != "null" {
		return fmt.Errorf("%s: data is not an object", r.ID)
	}
	return nil
}

// checkID says why an ID is none. IDs have a slash, so that nobody takes them for
// the ID of an article, and none of the characters that passages, footnotes and
// marks are written with.
func checkID(id string) error {
	switch {
	case id == "":
		return fmt.Errorf("the record has no id")
	case len(id) > MaxIDBytes:
		return fmt.Errorf("the id %.40q… has %d bytes; at most %d are allowed", id, len(id), MaxIDBytes)
	case !strings.Contains(id, "/") || strings.HasPrefix(id, "/") || strings.HasSuffix(id, "/") || strings.Contains(id, "//"):
		return fmt.Errorf("the id %q has not the form SUBJECT/PROPERTY", id)
	case strings.ContainsFunc(id, func(r rune) bool {
		return unicode.IsSpace(r) || !unicode.IsPrint(r) || strings.ContainsRune("#^[]", r)
	}):
		return fmt.Errorf("the id %q has white space, brackets, # or ^", id)
	}
	return nil
}

// clone returns a record that shares nothing with r.
func (r Record) clone() Record {
	r.Values = slices.Clone(r.Values)
	r.Entities = slices.Clone(r.Entities)
	r.AttributedTo = slices.Clone(r.AttributedTo)
	r.Section = slices.Clone(r.Section)
	r.Footnotes = slices.Clone(r.Footnotes)
	r.Evidence = cloneCitations(r.Evidence)
	r.Data = slices.Clone(r.Data)
	return r
}

func cloneCitations(in []cite.Citation) []cite.Citation {
	out := slices.Clone(in)
	for i := range out {
		out[i].Footnotes = cloneFootnotes(out[i].Footnotes)
	}
	return out
}

func cloneFootnotes(in []cite.Footnote) []cite.Footnote {
	out := slices.Clone(in)
	for i := range out {
		out[i].Links = slices.Clone(out[i].Links)
	}
	return out
}
