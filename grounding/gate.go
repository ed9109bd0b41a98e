package grounding

import (
	"fmt"
	"slices"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Gate says which reports pass. The zero Gate fails an answer without a claim and
// every claim that is contradicted, unsupported, partial, badly cited, miscited or
// without a marker, and warns of those that are undecided.
type Gate struct {
	// AllowUncited lets claims without a marker pass.
	AllowUncited bool
	// AllowRefusal lets an answer pass that only says that the article doesn't say,
	// unless the refusal was checked and something does answer.
	AllowRefusal bool
	// Undecided says what becomes of undecided claims.
	Undecided Leniency
	// FailOn are the verdicts that fail a claim, in place of those above; nil for those.
	FailOn []Verdict
}

// A Leniency says what becomes of what is not certainly wrong.
type Leniency uint8

// What may become of it.
const (
	Warn Leniency = iota
	Fail
	Pass
)

// ParseLeniency reads "fail", "warn" or "pass".
func ParseLeniency(s string) (Leniency, error) {
	switch s {
	case "warn":
		return Warn, nil
	case "fail":
		return Fail, nil
	case "pass":
		return Pass, nil
	}
	return Warn, fmt.Errorf("%q: fail, warn or pass", s)
}

// A Failure is why an answer does not pass, or is warned of.
type Failure struct {
	// Claim is the index in Report.Claims, -1 where the answer as a whole is meant.
	Claim int `json:"claim"`
	cite.Span
	Verdict Verdict `json:"verdict"`
	// Code is the claim's rule or problem that weighs most, Message says it in words.
	Code    Code   `json:"code,omitempty"`
	Message string `json:"message"`
	// Warning says that the answer passes all the same.
	Warning bool `json:"warning,omitempty"`
}

// failing are the verdicts that fail a claim by default.
var failing = []Verdict{Contradicted, Unsupported, Partial, BadCitation, Miscited}

// Check returns what keeps a report from passing, and warnings, in the order of the
// claims.
func (g Gate) Check(r Report) []Failure {
	var out []Failure
	failOn := g.FailOn
	if failOn == nil {
		failOn = failing
	}
	claims := 0
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Verdict == NoClaim {
			continue
		}
		claims++
		f := Failure{Claim: i, Span: c.Span, Verdict: c.Verdict}
		f.Code, f.Message = c.Why()
		switch {
		case slices.Contains(failOn, c.Verdict):
		case c.Verdict == Undecided && g.Undecided == Pass:
			continue
		case c.Verdict == Undecided:
			f.Warning = g.Undecided == Warn
		case c.Citation == CitationNone && !g.AllowUncited:
			f.Code, f.Message = c.uncited()
		default:
			continue
		}
		out = append(out, f)
	}
	if claims > 0 {
		return out
	}
	switch {
	case r.Refusal.Refused && r.Refusal.Checked && !r.Refusal.Right:
		out = append(out, Failure{Claim: -1, Verdict: NoClaim, Code: WrongRefusal, Message: r.Refusal.Reason})
	case r.Refusal.Refused && g.AllowRefusal:
	case r.Refusal.Refused:
		out = append(out, Failure{Claim: -1, Verdict: NoClaim, Code: OnlyRefusal, Message: "the answer only refuses"})
	default:
		out = append(out, Failure{Claim: -1, Verdict: NoClaim, Code: NoClaims, Message: "the answer states nothing"})
	}
	return out
}

// Passes reports whether a report passes, with or without warnings.
func (g Gate) Passes(r Report) bool {
	return !slices.ContainsFunc(g.Check(r), func(f Failure) bool { return !f.Warning })
}

// Codes of failures of an answer as a whole.
const (
	NoClaims     Code = "no-claims"
	OnlyRefusal  Code = "only-refusal"
	WrongRefusal Code = "wrong-refusal"
)

// Why returns the problem that the claim's verdict follows from, with its message; of
// a claim that is supported and cited there is none.
func (c *Claim) Why() (Code, string) {
	for _, p := range c.Problems {
		if string(p.Code) == c.Rule {
			return p.Code, p.Message
		}
	}
	for _, p := range c.Problems {
		switch p.Code {
		case Uncited, Inherited, Superfluous, TensionFound, Derived:
			continue
		}
		return p.Code, p.Message
	}
	switch c.Verdict {
	case Undecided:
		return "", fmt.Sprintf("no rule decides it (score %.2f)", c.Score)
	case Unsupported:
		return Code(c.Rule), "no sentence of the article states it"
	case Partial:
		return Code(c.Rule), "the article states a part of it only"
	case Miscited:
		return Code(c.Citation), "the cited note does not cover what backs it"
	case Contradicted:
		return Code(c.Rule), "the article says otherwise"
	}
	if c.Citation == CitationNone {
		return c.uncited()
	}
	return "", ""
}

func (c *Claim) uncited() (Code, string) {
	for _, p := range c.Problems {
		if p.Code == Uncited || p.Code == Uncitable {
			return p.Code, p.Message
		}
	}
	return Uncited, "no marker"
}

// PassesClaim reports whether a claim that was held against given evidence passes.
func (g Gate) PassesClaim(r ClaimReport) bool {
	failOn := g.FailOn
	if failOn == nil {
		failOn = failing
	}
	return !slices.Contains(failOn, r.Verdict) && (r.Verdict != Undecided || g.Undecided != Fail)
}
