package grounding

import (
	"fmt"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Refusal says what became of an answer that says that the article doesn't say.
type Refusal struct {
	// Refused says that a sentence of the answer refuses.
	Refused bool `json:"refused"`
	// Checked says that the question was given, so that it could be looked up.
	Checked bool `json:"checked"`
	// Right says that nothing was found that answers the question. It means
	// something only if Checked is true.
	Right bool `json:"right"`
	// Reason says it in words, "" if nothing refuses.
	Reason string `json:"reason,omitempty"`
	// Evidence is what does answer, where the refusal isn't right.
	Evidence []cite.Citation `json:"evidence,omitempty"`
}

// answers is how much of a question's weight a sentence covers at least if it may
// answer it.
const answers = 0.8

// refusal checks what refuses against the question.
func (k *check) refusal() (Refusal, error) {
	if len(k.refused) == 0 {
		return Refusal{}, nil
	}
	r := Refusal{Refused: true}
	if k.answer.Question == "" {
		r.Reason = "refusal not checked: the question is not given"
		return r, nil
	}
	r.Checked = true
	var err error
	if r.Evidence, err = k.answering(); err != nil {
		return Refusal{}, err
	}
	if r.Right = len(r.Evidence) == 0; r.Right {
		r.Reason = "nothing was found that answers the question"
		return r, nil
	}
	r.Reason = fmt.Sprintf("the article does say something of it: %s", inQuotes(r.Evidence[0].Quote))
	return r, nil
}

// answering returns what answers the question.
func (k *check) answering() ([]cite.Citation, error) {
	if a := k.checker.options.Answerer; a != nil {
		return a.Answer(k.ctx, k.answer.Question)
	}
	q := k.evidence.Query(k.analyzer.Analyze(k.answer.Question), nil)
	for _, c := range q.Best(nil) {
		if c.Soft >= answers && !c.Blocked() {
			return []cite.Citation{k.places[c.Group].sentence.Cite()}, nil
		}
	}
	return nil, nil
}
