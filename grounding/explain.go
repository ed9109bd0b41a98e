package grounding

import (
	"fmt"
	"strings"
)

// explained is how many places of the corpus Explain quotes at most.
const explained = 2

// Explain says in a few lines what a failure of one of the checker's reports is
// about: the claim with its marks, what is wrong, what the article says, and what
// would be right.
func (c *Checker) Explain(r Report, f Failure) string {
	if f.Claim < 0 || f.Claim >= len(r.Claims) {
		return f.Message
	}
	claim := &r.Claims[f.Claim]
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %s%s\n", f.Verdict, claim.Text, claim.marks())
	fmt.Fprintf(&b, "    %s\n", f.Message)
	for _, p := range claim.Problems {
		if p.Message != f.Message {
			fmt.Fprintf(&b, "    %s: %s\n", p.Code, p.Message)
		}
	}
	for _, e := range claim.Evidence[:min(explained, len(claim.Evidence))] {
		fmt.Fprintf(&b, "    the article: “%s” %s\n", e.Quote, c.base.corpus.CitationKey(e))
	}
	for _, key := range c.Right(claim) {
		fmt.Fprintf(&b, "    right would be %s\n", key)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

// Right returns the markers that would be right for a claim that cites something
// else or nothing, as an answer writes them: none where the checker knows none.
func (c *Checker) Right(claim *Claim) []string {
	var out []string
	for _, label := range claim.Suggested {
		if c.base.corpus.Len() > 1 {
			out = append(out, "["+label+"]") // ARTICLE^LABEL
		} else {
			out = append(out, "[^"+label+"]")
		}
	}
	for _, id := range claim.SuggestedPassages {
		out = append(out, "["+string(id)+"]")
	}
	return out
}

// marks returns the claim's markers as they stand in the answer.
func (c *Claim) marks() string {
	var b strings.Builder
	for i, m := range c.Markers {
		if i == 0 || m.Span != c.Markers[i-1].Span {
			b.WriteString(m.Text)
		}
	}
	return b.String()
}
