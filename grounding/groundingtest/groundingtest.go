// Package groundingtest asserts in tests that the answers of a program are backed by
// what they cite. A failure prints the sentence, the verdict, what the article says and
// the footnote that would be right:
//
//	func TestAnswer(t *testing.T) {
//		groundingtest.Grounded(t, checker, answer("When was Llama 2 released?"))
//	}
//
// It asserts no more than a grounding.Checker knows: what the checker leaves undecided
// is logged and passes, unless the gate says otherwise.
package groundingtest

import (
	"context"
	"testing"

	"github.com/footnote-go/footnote/grounding"
)

// Grounded fails the test unless each claim of the answer is backed and cited: it
// passes the zero gate. It reports whether it did.
func Grounded(t testing.TB, c *grounding.Checker, answer string) bool {
	t.Helper()
	return Passes(t, c, grounding.Gate{}, grounding.Answer{Text: answer})
}

// Passes fails the test unless the answer passes the gate. It reports whether it did.
func Passes(t testing.TB, c *grounding.Checker, gate grounding.Gate, answer grounding.Answer) bool {
	t.Helper()
	r, ok := check(t, c, answer)
	if !ok {
		return false
	}
	passed := true
	for _, f := range gate.Check(r) {
		text := c.Explain(r, f)
		if f.Warning {
			t.Log(text)
			continue
		}
		passed = false
		t.Error(text)
	}
	return passed
}

// Refuses fails the test unless the answer states nothing and says that the article
// doesn't say, rightly: the answer needs its question.
func Refuses(t testing.TB, c *grounding.Checker, answer grounding.Answer) bool {
	t.Helper()
	r, ok := check(t, c, answer)
	switch {
	case !ok:
		return false
	case !r.Refusal.Refused || r.Metrics.Claims > 0:
		t.Errorf("the answer does not refuse: %q", answer.Text)
	case !r.Refusal.Checked:
		t.Error("groundingtest: Refuses needs the question")
	case !r.Refusal.Right:
		t.Errorf("the answer refuses, but %s", r.Refusal.Reason)
	default:
		return true
	}
	return false
}

// Cites fails the test unless the answer cites each of the footnotes, by label, for a
// claim that it backs.
func Cites(t testing.TB, c *grounding.Checker, answer string, labels ...string) bool {
	t.Helper()
	r, ok := check(t, c, grounding.Answer{Text: answer})
	if !ok {
		return false
	}
	have := map[string]bool{}
	for _, claim := range r.Claims {
		if claim.Verdict != grounding.Supported || claim.Citation != grounding.CitationOK {
			continue
		}
		for _, m := range claim.Markers {
			have[m.Label] = true
		}
	}
	passed := true
	for _, label := range labels {
		if !have[label] {
			passed = false
			t.Errorf("no claim is backed by its citation of footnote %s: %q", label, answer)
		}
	}
	return passed
}

func check(t testing.TB, c *grounding.Checker, answer grounding.Answer) (grounding.Report, bool) {
	t.Helper()
	ctx := context.Background()
	if tc, ok := t.(interface{ Context() context.Context }); ok {
		ctx = tc.Context()
	}
	r, err := c.Check(ctx, answer)
	if err != nil {
		t.Errorf("checking the answer: %v", err)
		return r, false
	}
	return r, true
}
