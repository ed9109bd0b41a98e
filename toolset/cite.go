package toolset

import (
	"context"
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/grounding"
)

const citeAnswerText = "Put the right marks into a draft, or mend those that are wrong, and return the draft with them. Nothing else of it is changed. A sentence that the article doesn't back gets no mark and is listed in `failures`. Use it when a draft says the right things without citing them."

// CiteAnswerInput is a draft.
type CiteAnswerInput struct {
	Answer    string `json:"answer" jsonschema:"the draft, Markdown or plain text, with marks or without" max:"1048576"`
	Question  string `json:"question,omitempty" jsonschema:"what was asked; a refusal is checked against it" max:"2000"`
	MaxTokens int    `json:"max_tokens,omitempty" jsonschema:"the most that the report may have; whole claims are left out beyond it, those that passed first" min:"500" max:"100000"`
}

// CiteAnswerOutput is the draft with its marks.
type CiteAnswerOutput struct {
	Schema  string             `json:"schema"`
	Answer  string             `json:"answer" jsonschema:"the draft with the right marks"`
	Changes []grounding.Change `json:"changes" jsonschema:"what was done"`
	Report  *CheckAnswerOutput `json:"report" jsonschema:"the check of the answer with its marks"`
}

// CiteAnswer puts the right marks into an answer.
func (s *Set) CiteAnswer(ctx context.Context, in CiteAnswerInput) (*CiteAnswerOutput, error) {
	c, err := s.checker()
	if err != nil {
		return nil, err
	}
	r, err := c.Cite(ctx, grounding.Answer{Text: in.Answer, Question: in.Question, Progress: progress(ctx)})
	if err != nil {
		return nil, s.explained(err)
	}
	out := &CiteAnswerOutput{Schema: Schema, Answer: r.Text, Changes: changes(r.Changes)}
	out.Report, err = s.fitReport(in.MaxTokens, r.Report, "Cite the answer in parts, or ask with a larger max_tokens.", func(n int, cut *Cut) *CheckAnswerOutput {
		o := s.report(c, s.gate, r.Report, n)
		o.Cut = cut
		return o
	})
	return out, err
}

// changes returns changes whose lists are not null.
func changes(all []grounding.Change) []grounding.Change {
	out := make([]grounding.Change, len(all))
	for i, c := range all {
		c.Removed, c.Added = list(c.Removed), list(c.Added)
		out[i] = c
	}
	return out
}

func (o *CiteAnswerOutput) text(s *Set) string {
	var b strings.Builder
	fmt.Fprintf(&b, "%s made. The draft with its marks:\n\n%s\n", counted(len(o.Changes), "change"), quote(o.Answer))
	return b.String() + o.Report.text(s)
}

var _ grounding.Answerer = (*Set)(nil)
