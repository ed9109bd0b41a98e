package fact

import (
	"encoding/json"
	"slices"

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
	// Evidence are the places that state it, at least one and at most
	// MaxEvidence, the best first. In a file beside an article, passage and quote
	// are enough.
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
