package toolset

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

const (
	findFactsText = "Find the article's facts as typed records: one statement each with its values (dates as EDTF, numbers in base units), who says it and how surely (`status`, `attributed_to`), and the quotations and footnotes that back it. Use it for exact dates, numbers, names and who said what; for anything else use search_passages. Arguments narrow it down; without any you get the first facts. Keep the hedge and the attribution of a fact when you restate it."
	timelineText  = "List the article's facts that have a date, in the order of their dates, to say what happened when. Arguments narrow it down as in find_facts."
)

// DefaultFacts is how many facts are returned where the input doesn't say.
const DefaultFacts = 20

// FindFactsInput says which facts: those that fit each argument; of a list one value
// has to fit, of entities all.
type FindFactsInput struct {
	IDs        []string `json:"ids,omitempty" jsonschema:"these facts, by ID, such as llama-2/released"`
	Entities   []string `json:"entities,omitempty" jsonschema:"only about all of these: names or aliases, such as Llama 2"`
	Kinds      []string `json:"kinds,omitempty" jsonschema:"only of one of these kinds, such as release"`
	Properties []string `json:"properties,omitempty" jsonschema:"only what states one of these properties, such as released"`
	Statuses   []string `json:"statuses,omitempty" jsonschema:"only with one of these statuses" enum:"status"`
	By         []string `json:"by,omitempty" jsonschema:"only what one of these says, such as Mark Zuckerberg"`
	Footnotes  []string `json:"footnotes,omitempty" jsonschema:"only what rests on one of these footnotes, such as 4" max:"5000"`
	Passages   []string `json:"passages,omitempty" jsonschema:"only what stands in one of these passages, by ID" max:"5000"`
	After      string   `json:"after,omitempty" jsonschema:"only with a date surely after this one: 2024, 2024-07 or 2024-07-03"`
	Before     string   `json:"before,omitempty" jsonschema:"only with a date surely before this one"`
	Limit      int      `json:"limit,omitempty" jsonschema:"how many facts at most" min:"1" max:"500" default:"20"`
	Offset     int      `json:"offset,omitempty" jsonschema:"how many facts to pass over, to go on where a result ended" min:"0" max:"1000000" default:"0"`
	MaxTokens  int      `json:"max_tokens,omitempty" jsonschema:"the most that the result may have; whole facts are left out beyond it" min:"100" max:"100000"`
}

// TimelineInput says which dated facts, as FindFactsInput does.
type TimelineInput FindFactsInput

// FactsOutput is what was found.
type FactsOutput struct {
	Schema string `json:"schema"`
	Total  int    `json:"total" jsonschema:"how many facts fit, with those that are not in this result"`
	Offset int    `json:"offset" jsonschema:"how many were passed over"`
	Facts  []Fact `json:"facts"`
	Cut    *Cut   `json:"cut,omitempty" jsonschema:"what there was no room for"`

	encoded
}

// A Fact is a fact's record with its key and address.
type Fact struct {
	fact.Record
	Key string `json:"key" jsonschema:"how an answer cites it"`
	URL string `json:"url" jsonschema:"where a person finds it"`

	findable string // the ID by which find_facts finds it
}

// MarshalJSON writes the record with key and address behind.
func (f Fact) MarshalJSON() ([]byte, error) {
	record, err := encode(f.Record)
	if err != nil {
		return nil, err
	}
	added, err := encode(struct {
		Key string `json:"key"`
		URL string `json:"url"`
	}{f.Key, f.URL})
	if err != nil {
		return nil, err
	}
	return append(append(bytes.TrimSuffix(record, []byte("}")), ','), added[1:]...), nil
}

// FindFacts returns facts in the order of the articles.
func (s *Set) FindFacts(_ context.Context, in FindFactsInput) (*FactsOutput, error) {
	return s.facts(in, s.corpus.FindFacts)
}

// Timeline returns facts with a date, by date.
func (s *Set) Timeline(_ context.Context, in TimelineInput) (*FactsOutput, error) {
	return s.facts(FindFactsInput(in), s.corpus.Timeline)
}

func (s *Set) facts(in FindFactsInput, query func(corpus.FactQuery) ([]fact.Fact, error)) (*FactsOutput, error) {
	q := corpus.FactQuery{
		IDs: in.IDs, Entities: in.Entities, Kinds: in.Kinds, Properties: in.Properties, Statuses: in.Statuses,
		By: in.By, Footnotes: in.Footnotes, Passages: in.Passages,
	}
	var err error
	if q.After, q.Before, err = dates(in.After, in.Before); err != nil {
		return nil, err
	}
	found, err := query(q)
	if err != nil {
		return nil, s.explained(err)
	}
	total := len(found)
	found = found[min(in.Offset, total):]
	if in.Limit == 0 {
		in.Limit = DefaultFacts
	}
	found = found[:min(in.Limit, len(found))]
	facts := make([]Fact, len(found))
	for i, f := range found {
		facts[i] = Fact{f.Record(), s.Key(f.Citation()), s.FactURL(f.Article(), f.ID(), f.Citation()), s.corpus.FactID(f)}
	}
	return fit(s, in.MaxTokens, len(facts), "facts were", "Narrow the query, go on with offset, or ask with a larger max_tokens.", func(n int, cut *Cut) *FactsOutput {
		return &FactsOutput{Schema: Schema, Total: total, Offset: in.Offset, Facts: facts[:n], Cut: cut}
	})
}

func (o *FactsOutput) text(*Set) string {
	var b strings.Builder
	switch n := len(o.Facts); {
	case o.Total == 0:
		return "No fact fits. Leave an argument out, or use search_passages.\n"
	case n == 0 && o.Cut == nil:
		return fmt.Sprintf("%s fit, none behind the first %d.\n", counted(o.Total, "fact"), o.Offset)
	case n == o.Total:
		fmt.Fprintf(&b, "%s:\n", counted(n, "fact"))
	default:
		fmt.Fprintf(&b, "%s of %d", counted(n, "fact"), o.Total)
		if next := o.Offset + n; n > 0 && next < o.Total {
			fmt.Fprintf(&b, " (go on with offset %d)", next)
		}
		b.WriteString(":\n")
	}
	for _, f := range o.Facts {
		fmt.Fprintf(&b, "\n%s %s", f.Key, f.findable)
		if names := f.Status.Names(); len(names) > 0 {
			b.WriteString(" · " + strings.Join(names, ", "))
		}
		b.WriteString("\n\n" + quote(f.Statement))
	}
	return b.String() + cutText(o.Cut)
}
