package eval

import (
	"context"
	"fmt"

	"github.com/footnote-go/footnote/grounding"
)

// A ClaimResult is what became of a claim with its own evidence.
type ClaimResult struct {
	ID    string            `json:"id"`
	Group string            `json:"group,omitempty"`
	Label grounding.Verdict `json:"label,omitempty"`
	grounding.ClaimReport
}

// A ClaimsReport is what became of a file of claims: the figures of Grade and of Binary
// at the top.
type ClaimsReport struct {
	Schema string `json:"schema"`
	Rules  string `json:"rules_version"`
	// Items is how many lines there were, groups counting once.
	Items int `json:"items"`
	Binary
	ThreeWay Rate `json:"verdict_accuracy"` // of all verdicts, undecided ones being wrong
	Coverage Rate `json:"coverage_rate"`
	// CoverageShare and DecidedAccuracy are the shares of those that were decided, and
	// of these of the right ones.
	CoverageShare   float64                                         `json:"coverage"`
	DecidedAccuracy float64                                         `json:"decided_accuracy"`
	MacroF1         Interval                                        `json:"macro_f1"`
	Recall          map[grounding.Verdict]Rate                      `json:"recall"`
	Confusion       map[grounding.Verdict]map[grounding.Verdict]int `json:"confusion"`
	RuleGrades      []RuleGrade                                     `json:"rules"`
	Results         []ClaimResult                                   `json:"results"`
}

// CheckClaims holds claims against their own evidence, several at a time. Items of one
// group count once, by the one with the highest score; the group is supported if one of
// them is.
func CheckClaims(ctx context.Context, items []ClaimItem, o CheckOptions) (ClaimsReport, error) {
	results := make([]ClaimResult, len(items))
	err := inParallel(ctx, len(items), o, func(ctx context.Context, i int) (string, grounding.Verdict, error) {
		it := &items[i]
		r, err := grounding.CheckClaim(ctx, it.Claim, it.Evidence)
		results[i] = ClaimResult{it.ID, it.Group, it.Label, r}
		if err != nil {
			return "", "", fmt.Errorf("claim %s: %w", quoted(it.ID), err)
		}
		return it.ID, r.Verdict, nil
	})
	if err != nil {
		return ClaimsReport{}, err
	}
	cases := groupCases(results)
	g := grade(cases, o.Seed)
	return ClaimsReport{
		Schema: grounding.Schema, Rules: grounding.RulesVersion, Items: len(cases), Binary: g.Binary,
		ThreeWay: g.Accuracy, Coverage: g.Coverage, CoverageShare: g.Coverage.Share, DecidedAccuracy: g.Decided.Share,
		MacroF1: g.MacroF1, Recall: g.Recall, Confusion: g.Confusion, RuleGrades: g.Rules, Results: results,
	}, nil
}

// groupCases returns the claims as they count: one for each group.
func groupCases(results []ClaimResult) []graded {
	var out []graded
	at := map[string]int{}
	for i := range results {
		r := &results[i]
		c := graded{want: r.Label, got: r.Verdict, score: r.Score, rule: r.Rule, decided: r.Decided == grounding.ByRule}
		if r.Group == "" {
			out = append(out, c)
			continue
		}
		k, ok := at[r.Group]
		if !ok {
			at[r.Group] = len(out)
			out = append(out, c)
			continue
		}
		want := out[k].want
		if c.score > out[k].score {
			out[k] = c
		}
		out[k].want = betterLabel(want, r.Label)
	}
	return out
}

// betterLabel returns the label of a group that has both: supported before partial
// before contradicted before unsupported.
func betterLabel(a, b grounding.Verdict) grounding.Verdict {
	for _, v := range []grounding.Verdict{grounding.Supported, grounding.Partial, grounding.Contradicted, grounding.Unsupported} {
		if a == v || b == v {
			return v
		}
	}
	return ""
}
