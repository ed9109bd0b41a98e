package grounding

import (
	"context"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/entail"
)

// A ClaimReport says what given evidence makes of a claim.
type ClaimReport struct {
	// Verdict is Supported, Partial, Unsupported, Contradicted or Undecided.
	Verdict Verdict `json:"verdict"`
	// Decided says by what; ByScore where nothing decided.
	Decided Decided `json:"decided"`
	Rule    string  `json:"rule,omitempty"`
	// Score is the probability that the evidence fully supports the claim.
	Score    float64        `json:"score"`
	Problems []ClaimProblem `json:"problems"`
}

// A ClaimProblem is something that a rule found in a claim, at a span of it.
type ClaimProblem = Problem

// CheckClaim holds a claim against evidence alone, without the corpus and its facts:
// each text is a sentence or more. Only rules that hold for text of any kind decide.
func (c *Checker) CheckClaim(ctx context.Context, claim string, evidence []string) (ClaimReport, error) {
	return CheckClaim(ctx, claim, evidence)
}

// CheckClaim is [Checker.CheckClaim] for those who have no corpus.
func CheckClaim(ctx context.Context, claim string, evidence []string) (ClaimReport, error) {
	if err := ctx.Err(); err != nil {
		return ClaimReport{}, err
	}
	size := len(claim)
	for _, e := range evidence {
		size += len(e)
	}
	if size > MaxEvidence {
		return ClaimReport{}, &TooLongError{Size: size, Max: MaxEvidence}
	}
	d := entail.Closed(claim, evidence)
	r := ClaimReport{
		Verdict: contentOf(d.Verdict), Decided: ByRule, Rule: d.Rule, Score: d.Score,
		Problems: []ClaimProblem{},
	}
	if r.Verdict == Undecided {
		r.Decided = ByScore
	}
	for _, f := range d.Findings {
		r.Problems = append(r.Problems, Problem{Code: Code(f.Code), Message: strings.ReplaceAll(message(f), "the article", "the evidence"), Span: span(f)})
	}
	return r, nil
}

func span(f entail.Finding) cite.Span { return cite.Span{Start: f.Start, End: f.End} }
