package grounding_test

import (
	"strings"
	"sync"
	"testing"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
)

var metaChecker = sync.OnceValue(func() *grounding.Checker {
	c, err := grounding.New(metapolicy.Corpus(), grounding.Options{})
	if err != nil {
		panic(err)
	}
	return c
})

func TestMetapolicy(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		want         grounding.Verdict
	}{
		{"stated", "Llama 2 was Meta's first deliberate release of a frontier-class model under an open license.[^4]", grounding.Supported},
		{"in other words", "In 2024 Meta launched 256 new repositories.[^10]", grounding.Supported},
		{"another month", "Llama 2 was released in May 2023.[^4]", grounding.Contradicted},
		{"another number", "In 2024 Meta launched 265 new repositories.[^10]", grounding.Contradicted},
		{"under another note", "In 2024 Meta launched 256 new repositories.[^22]", grounding.Miscited},
		{"an invented note", "In 2024 Meta launched 256 new repositories.[^77]", grounding.BadCitation},
		{"a quotation", "The framework says that development would be halted if “critical risks cannot be mitigated.” [meta-open-source-strategy#safety-and-proliferation-risks.3]", grounding.Supported},
		{"a quotation altered", "The framework says that development would be halted if “critical risks can be mitigated.”", grounding.Contradicted},
		{"nothing of it", "Meta sells bicycles in Norway.[^4]", grounding.Unsupported},
	} {
		r := check(t, metaChecker(), grounding.Answer{Text: tt.text})
		if len(r.Claims) != 1 || r.Verdict != tt.want {
			t.Errorf("%s: %q: %s of %d claims, want %s: %v", tt.reason, tt.text, r.Verdict, len(r.Claims), tt.want, codes(r.Claims[0]))
		}
	}
}

// TestMetapolicyOwn checks the article's own sentences, each with its own notes or its
// passage's ID. Nearly all are supported; the rest is known and must not grow.
func TestMetapolicyOwn(t *testing.T) {
	got := map[grounding.Verdict]int{}
	for p := range metapolicy.Corpus().Passages() {
		for s := range p.Sentences() {
			text := s.Text()
			notes := s.Cite().Footnotes
			for _, f := range notes {
				text += f.Mark()
			}
			if len(notes) == 0 {
				text += " [" + string(p.ID()) + "]"
			}
			for _, c := range check(t, metaChecker(), grounding.Answer{Text: text}).Claims {
				got[c.Verdict]++
				if c.Verdict != grounding.Supported && c.Verdict != grounding.Undecided {
					t.Logf("%s: %q %v", c.Verdict, c.Text, codes(c))
				}
			}
		}
	}
	// Three are contradicted: rules of attribution and polarity take the sentence wrongly.
	if wrong := got[grounding.Contradicted] + got[grounding.Unsupported] + got[grounding.Partial]; got[grounding.Supported] < 130 || wrong > 3 {
		t.Errorf("of the article's own sentences %v", got)
	}
}

// TestContradictedBySame: a claim with a wrong date is held against the sentence about
// the same thing, not against one that is more like it and about another.
func TestContradictedBySame(t *testing.T) {
	for _, tt := range []struct{ text, says string }{
		{"Llama 2 was released in May 2024.", "Llama 2 (July 2023)"},
		{"Llama 4 was released in April 2024.", "Llama 4 (2025)"},
	} {
		c := check(t, metaChecker(), grounding.Answer{Text: tt.text}).Claims[0]
		if c.Verdict != grounding.Contradicted || len(c.Evidence) == 0 || !strings.Contains(c.Evidence[0].Quote, tt.says) {
			t.Errorf("%s: %s by %v", tt.text, c.Verdict, c.Evidence)
		}
	}
}
