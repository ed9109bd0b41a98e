package index

import (
	"cmp"
	"math"
	"slices"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// An AnswerSentence is a sentence that answers, with the citation that it stands
// on. A table row counts as one sentence.
type AnswerSentence struct {
	Text     string        `json:"text"`
	Citation cite.Citation `json:"citation"`
}

// How sentences are picked. The values were tried on the development questions
// (testdata/questions.jsonl) in coarse steps; finer ones would only fit noise.
const (
	// answerHits is from how many hits sentences are taken.
	answerHits = 5
	// nextBest is the share of the best sentence's value that another needs.
	nextBest = 0.4
)

// Answer returns the sentences of the best hits that answer the question best, at
// most n, in reading order. They are chosen by how much of the question they
// hold, by inverse document frequency, by the facts that rest on them, and by the
// score of their passage. Whether the question is answered at all, [Results.Answerable]
// tells: Answer returns nothing only where the search found nothing.
func (r Results) Answer(n int) []AnswerSentence {
	candidates := r.candidates()
	if len(candidates) == 0 || n <= 0 {
		return []AnswerSentence{}
	}
	slices.SortStableFunc(candidates, func(a, b candidate) int { return cmp.Compare(b.value, a.value) })
	least := nextBest * candidates[0].value
	candidates = slices.DeleteFunc(candidates, func(c candidate) bool { return c.value == 0 || c.value < least })
	candidates = candidates[:min(n, len(candidates))]
	slices.SortFunc(candidates, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.ordinal, b.ordinal), cmp.Compare(a.span.Start, b.span.Start))
	})
	out := make([]AnswerSentence, len(candidates))
	for i, c := range candidates {
		cited := c.passage.Cite(c.span)
		out[i] = AnswerSentence{Text: cited.Quote, Citation: cited}
	}
	return out
}

// A candidate is a sentence that may answer.
type candidate struct {
	passage corpus.Passage
	ordinal uint32
	span    cite.Span
	value   float64
}

// candidates returns the sentences of the best hits with their values.
func (r Results) candidates() []candidate {
	var out []candidate
	best := 0.0
	for _, h := range r.Hits {
		best = max(best, h.Score)
	}
	if best <= 0 {
		return nil
	}
	for _, h := range r.Hits[:min(answerHits, len(r.Hits))] {
		for i, span := range units(h.Passage) {
			if i >= len(h.sentences) {
				break // no search made this hit
			}
			v := h.sentences[i]
			value := (sentencePrior + v.covered + sentenceStated*v.stated + sentenceEchoed*v.echoed) * math.Pow(h.Score/best, 2)
			out = append(out, candidate{h.Passage, h.ordinal, span, value})
		}
	}
	return out
}

// units returns the spans of what can answer: sentences, or a whole table row,
// whose cells say nothing without each other.
func units(p corpus.Passage) []cite.Span {
	if p.Block().Kind() == corpus.TableRow {
		return []cite.Span{{End: len(p.Text())}}
	}
	var out []cite.Span
	for s := range p.Sentences() {
		out = append(out, s.Span())
	}
	return out
}
