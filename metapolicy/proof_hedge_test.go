package metapolicy_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// hedges are words that leave something open, each with the words by which another
// text may say the same.
var hedges = []struct {
	form *regexp.Regexp
	kept []string
}{
	{regexp.MustCompile(`(?i)\b(?:approximately|roughly)\b`), []string{"about", "approximately", "roughly"}},
	{regexp.MustCompile(`(?i)\breport(?:s|ed|edly|ing)\b`), []string{"report*"}},
	{regexp.MustCompile(`(?i)\barguably\b`), []string{"arguably"}},
	{regexp.MustCompile(`\b(?:may|might|could)\b`), []string{"may", "might", "could", "would", "can", "potential*", "possibl*", "whether", "if"}},
	{regexp.MustCompile(`(?i)\bestimates?\b`), []string{"estimate*"}},
	{regexp.MustCompile(`(?i)\bclaim(?:s|ed)\b`), []string{"claim*", "described"}},
	{regexp.MustCompile(`(?i)\btemporarily\b`), []string{"temporar*", "for a time"}},
	{regexp.MustCompile(`(?i)\bin part\b`), []string{"in part", "partly", "includes"}},
	{regexp.MustCompile(`(?i)\b(?:in certain evaluations|in some quarters)\b`), []string{"certain", "some"}},
	{regexp.MustCompile(`(?i)\bpotential\b`), []string{"potential*", "possibl*"}},
	{regexp.MustCompile(`(?i)\b(?:uncertainty|unclear|unresolved)\b`), []string{"uncertain*", "unclear", "unresolved", "open"}},
	{regexp.MustCompile(`(?i)\b(?:seen as|perception)\b`), []string{"see", "seen", "perception"}},
}

// TestHedges: wherever the article hedges, a fact that quotes the hedge keeps it.
func TestHedges(t *testing.T) {
	for p := range metapolicy.Article().Passages() {
		for _, h := range hedges {
			for _, m := range h.form.FindAllStringIndex(p.Text(), -1) {
				span := cite.Span{Start: m[0], End: m[1]}
				kept := func(f fact.Fact) bool {
					return !isTension(f) && citedIn(f, p.ID(), span) && hasAny(f.Statement(), h.kept)
				}
				if !slices.ContainsFunc(slices.Collect(facts().In(p.ID())), kept) {
					t.Errorf("%s: no fact keeps the %q of %q", where(p), span.Of(p.Text()), around(p.Text(), span))
				}
			}
		}
	}
}

// around returns a span of a text with some of what stands around it.
func around(text string, span cite.Span) string {
	return strings.ToValidUTF8(text[max(0, span.Start-40):min(len(text), span.End+40)], "")
}

// TestNoNewHedges: no statement hedges what its evidence doesn't, save that of a
// tension, which compares.
func TestNoNewHedges(t *testing.T) {
	for f := range facts().All() {
		for _, h := range hedges {
			if w := h.form.FindString(f.Statement()); w != "" && !isTension(f) && !quotesHave(f, h.kept...) {
				t.Errorf("%s: no evidence has the %q of %q", f.ID(), w, f.Statement())
			}
		}
	}
}
