package index

import (
	"encoding/json"
	"slices"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/text"
)

// Results are what a search found. Callers may drop hits, reorder them, and merge
// those of several searches.
type Results struct {
	Question string
	Hits     []Hit // best first
	// Corrected are the words of the question that the corpus doesn't know, with
	// what was looked for instead.
	Corrected map[string]string
	// Confidence is the probability that one of the hits answers the question;
	// the package documentation says how it comes about. 0 without hits.
	Confidence float64
	// Answerable is whether the confidence reaches the threshold of the index.
	Answerable bool
	// Lacks are words of the question that none of the first hits has, nor
	// anything that stands for them, those that count most first: what a
	// question that isn't answered asked for.
	Lacks []string
	// Degraded is why the embedder could not be asked, so that the words alone
	// answer; nil if it was, or there is none.
	Degraded error

	features features
}

// A Hit is a passage that was found.
type Hit struct {
	// Rank counts from 1.
	Rank int
	// Score is comparable within one search only.
	Score   float64
	Passage corpus.Passage
	ordinal uint32
	asked   *asked // nil in a Hit that no search made
	signals signals

	sentences []sentenceValue
}

// asked is what a question was to the index.
type asked struct {
	index *Index
	terms []queryTerm
	most  float64
}

// has reports whether a term is in the question.
func (a *asked) has(term string) bool {
	return a != nil && slices.ContainsFunc(a.terms, func(t queryTerm) bool { return t.term == term })
}

// Citations cites the whole passage: a citation for each run of sentences with
// the same footnotes in force.
func (h Hit) Citations() []cite.Citation { return h.Passage.Citations() }

// Highlights returns the spans of the passage's text that match the question, in
// order: words whose term is one of the question's.
func (h Hit) Highlights() []cite.Span {
	out := []cite.Span{}
	var words text.Analyzer
	for _, t := range words.Append(nil, h.Passage.Text()) {
		if !h.asked.has(t.Term) {
			continue
		}
		if n := len(out); n > 0 && t.Start < out[n-1].End { // overlapping pairs
			out[n-1].End = t.End
			continue
		}
		out = append(out, cite.Span{Start: t.Start, End: t.End})
	}
	return out
}

// Footnotes returns each footnote that is in force in any of the hits once, in
// the order of the hits.
func (r Results) Footnotes() []cite.Footnote {
	lists := make([][]cite.Footnote, len(r.Hits))
	for i, h := range r.Hits {
		lists[i] = h.Passage.Footnotes()
	}
	return cite.DistinctFootnotes(lists...)
}

// MarshalJSON writes the hit with its highlights and citations.
func (h Hit) MarshalJSON() ([]byte, error) {
	return json.Marshal(struct {
		Rank       int             `json:"rank"`
		Score      float64         `json:"score"`
		Passage    corpus.Passage  `json:"passage"`
		Highlights []cite.Span     `json:"highlights"`
		Citations  []cite.Citation `json:"citations"`
	}{h.Rank, h.Score, h.Passage, h.Highlights(), h.Citations()})
}
