package toolset

import (
	"context"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/index"
)

const searchPassagesText = "Find the passages of the article that answer a question, best first, each with its text, the footnotes in force and the key by which to cite it. Use it before you state anything about the article's subject. The question is plain words; nothing in it is syntax. If `answerable` is false the article probably doesn't say: then tell the user so instead of guessing. Cite a passage by putting its `key`, such as [^4], behind each sentence that you take from it."

// DefaultHits is how many passages SearchPassages returns where the input doesn't say.
const DefaultHits = 5

// SearchPassagesInput asks for passages.
type SearchPassagesInput struct {
	Question  string   `json:"question" jsonschema:"what you want to know, in plain words" min:"1" max:"2000"`
	K         int      `json:"k,omitempty" jsonschema:"how many passages at most" min:"1" max:"50" default:"5"`
	Articles  []string `json:"articles,omitempty" jsonschema:"only these articles, by ID"`
	Sections  []string `json:"sections,omitempty" jsonschema:"only these sections and those under them: IDs or headings as list_sections has them" max:"5000"`
	Footnotes []string `json:"footnotes,omitempty" jsonschema:"only where one of these footnotes is in force, such as 4" max:"5000"`
	Entities  []string `json:"entities,omitempty" jsonschema:"only passages that speak of all of these, such as Llama 2"`
	After     string   `json:"after,omitempty" jsonschema:"only passages with a date after this one: 2024, 2024-07 or 2024-07-03"`
	Before    string   `json:"before,omitempty" jsonschema:"only passages with a date before this one"`
	MaxTokens int      `json:"max_tokens,omitempty" jsonschema:"the most that the result may have; whole passages are left out beyond it" min:"100" max:"100000"`
}

// SearchPassagesOutput is what was found.
type SearchPassagesOutput struct {
	Schema     string            `json:"schema"`
	Question   string            `json:"question"`
	Corrected  map[string]string `json:"corrected,omitempty" jsonschema:"misspelt words, and what was looked for instead"`
	Answerable bool              `json:"answerable" jsonschema:"whether one of the passages probably answers"`
	Confidence float64           `json:"confidence" jsonschema:"how probable that is, from 0 to 1"`
	Lacks      []string          `json:"lacks,omitempty" jsonschema:"words of the question that no passage has"`
	Hits       []Hit             `json:"hits" jsonschema:"passages, best first"`
	Footnotes  []Footnote        `json:"footnotes" jsonschema:"the footnotes of the passages"`
	Cut        *Cut              `json:"cut,omitempty" jsonschema:"what there was no room for"`

	encoded
	filtered bool // by something else than the question
}

// A Hit is a passage that was found.
type Hit struct {
	Rank  int     `json:"rank"`
	Score float64 `json:"score" jsonschema:"comparable within one result only"`
	CitedPassage
}

// SearchPassages finds the passages that answer a question.
func (s *Set) SearchPassages(ctx context.Context, in SearchPassagesInput) (*SearchPassagesOutput, error) {
	q := index.Query{Text: in.Question, K: in.K, Articles: in.Articles, Sections: in.Sections, Entities: in.Entities}
	if q.K == 0 {
		q.K = DefaultHits
	}
	var err error
	for _, f := range in.Footnotes {
		ref, err := footnoteRef(f)
		if err != nil {
			return nil, err
		}
		q.Footnotes = append(q.Footnotes, ref)
	}
	if q.After, q.Before, err = dates(in.After, in.Before); err != nil {
		return nil, err
	}
	r, err := s.search(ctx, q)
	if err != nil {
		return nil, err
	}
	hits := make([]Hit, len(r.Hits))
	for i, h := range r.Hits {
		hits[i] = Hit{h.Rank, h.Score, s.passage(h.Passage)}
	}
	return fit(s, in.MaxTokens, len(hits), "passages were", "Ask with a smaller k, or a larger max_tokens, or read a passage by its ID.", func(n int, cut *Cut) *SearchPassagesOutput {
		out := &SearchPassagesOutput{
			Schema: Schema, Question: in.Question, Corrected: r.Corrected, Answerable: r.Answerable, Confidence: r.Confidence,
			Hits: hits[:n], Footnotes: notesOf(passagesOf(hits[:n])), Cut: cut,
			filtered: in.filters(),
		}
		if !r.Answerable {
			out.Lacks = r.Lacks
		}
		return out
	})
}

// filters reports whether the input leaves out passages by something else than the
// question.
func (in SearchPassagesInput) filters() bool {
	return len(in.Articles)+len(in.Sections)+len(in.Footnotes)+len(in.Entities) > 0 || in.After != "" || in.Before != ""
}

func passagesOf(hits []Hit) []CitedPassage {
	out := make([]CitedPassage, len(hits))
	for i, h := range hits {
		out[i] = h.CitedPassage
	}
	return out
}

// search asks the index.
func (s *Set) search(ctx context.Context, q index.Query) (index.Results, error) {
	x, err := s.index()
	if err != nil {
		return index.Results{}, err
	}
	r, err := x.Search(ctx, q)
	return r, s.explained(err)
}

func (o *SearchPassagesOutput) text(s *Set) string {
	var b strings.Builder
	switch {
	case len(o.Hits) == 0 && o.Cut == nil && o.filtered:
		return "No passage that the other arguments leave has a word of this question. Ask again with fewer of them.\n"
	case len(o.Hits) == 0 && o.Cut == nil:
		return "No passage has a word of this question. The article probably doesn't say; list_sections shows what it is about.\n"
	case o.Answerable:
		fmt.Fprintf(&b, "%s, best first; one of them probably answers (confidence %.2f).", counted(len(o.Hits), "passage"), o.Confidence)
	default:
		fmt.Fprintf(&b, "The article probably doesn't answer this (confidence %.2f).", o.Confidence)
		if len(o.Lacks) > 0 {
			fmt.Fprintf(&b, " It has nothing on %s.", quotedList(o.Lacks))
		}
		b.WriteString(" The nearest passages:")
	}
	b.WriteString("\n" + s.quoted(passagesOf(o.Hits)) + cutText(o.Cut))
	return b.String()
}

// dates reads two dates, "" being none.
func dates(after, before string) (first, last fact.Date, err error) {
	if first, err = date("after", after); err == nil {
		last, err = date("before", before)
	}
	return first, last, err
}

func date(name, text string) (fact.Date, error) {
	if strings.TrimSpace(text) == "" {
		return fact.Date{}, nil
	}
	d, err := fact.ParseDate(text)
	if e, ok := errors.AsType[*fact.DateError](err); ok {
		return d, &Error{InvalidArguments, fmt.Sprintf("%q: %q is no date: %s; a date is 2024, 2024-07 or 2024-07-03", name, short(e.Input), e.Reason), err}
	}
	return d, err
}

// footnoteRef returns the footnote that an argument gives as 4, ^4, [^4] or
// ARTICLE^4, with its "^".
func footnoteRef(given string) (string, error) {
	ref := corpus.FootnoteRef(strings.TrimSpace(given))
	if _, label, _ := strings.Cut(ref, "^"); label == "" {
		return "", invalid("%q names no footnote; a footnote is 4, ^4 or ARTICLE^4", short(given))
	}
	return ref, nil
}

func counted(n int, one string) string {
	if n == 1 {
		return "1 " + one
	}
	return strconv.Itoa(n) + " " + one + "s"
}

func quotedList(words []string) string {
	out := make([]string, len(words))
	for i, w := range words {
		out[i] = strconv.Quote(w)
	}
	return strings.Join(out, ", ")
}
