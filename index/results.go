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
}

// asked is what a question was to the index.
type asked struct {
	index *Index
	terms []queryTerm
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
