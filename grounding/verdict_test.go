package grounding_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/grounding"
)

// A finding is what is expected of a claim.
type finding struct {
	Verdict  grounding.Verdict
	Content  grounding.Content
	Citation grounding.CitationStatus
	Problems []grounding.Code
}

func findingOf(c grounding.Claim) finding {
	return finding{c.Verdict, c.Content, c.Citation, codes(c)}
}

func TestVerdicts(t *testing.T) {
	type codesOf = []grounding.Code
	for _, tt := range []struct {
		reason, text string
		want         finding
	}{
		{"content contradicted goes before a marker that is right", "The Skarrow Ferry opened in May 1897.[^3]",
			finding{grounding.Contradicted, grounding.Contradicted, grounding.CitationOK, codesOf{grounding.DateMismatch}}},
		{"and before one that leads nowhere", "The Skarrow Ferry opened in May 1897.[^99]",
			finding{grounding.Contradicted, grounding.Contradicted, grounding.CitationBroken, codesOf{grounding.UnknownMarker, grounding.DateMismatch}}},
		{"and before none", "The Skarrow Ferry opened in May 1897.",
			finding{grounding.Contradicted, grounding.Contradicted, grounding.CitationNone, codesOf{grounding.DateMismatch, grounding.Uncited}}},
		{"content unsupported", "The Plover was built in Hamburg.[^9]",
			finding{grounding.Unsupported, grounding.Unsupported, grounding.CitationOK, codesOf{grounding.NameAbsent}}},
		{"with a broken marker it still is", "The Plover was built in Hamburg.[^99]",
			finding{grounding.Unsupported, grounding.Unsupported, grounding.CitationBroken, codesOf{grounding.UnknownMarker, grounding.NameAbsent}}},
		{"content partial: a hedge dropped", "The new ship will enter service in 2028.[^13]",
			finding{grounding.Partial, grounding.Partial, grounding.CitationOK, codesOf{grounding.HedgeDropped}}},
		{"content partial: an attribution dropped", "The Tern was too small for the summer traffic.[^8]",
			finding{grounding.Partial, grounding.Partial, grounding.CitationOK, codesOf{grounding.AttributionDropped}}},
		{"content undecided: no sentence states a cause", "The Marigold sank because the storms were bad.[^4]",
			finding{grounding.Undecided, grounding.Undecided, grounding.CitationOK, codesOf{grounding.CauseAbsent}}},
		{"an undecided claim with a broken marker: an invented note must not pass", "The Marigold sank because the storms were bad.[^98]",
			finding{grounding.BadCitation, grounding.Undecided, grounding.CitationBroken, codesOf{grounding.UnknownMarker, grounding.CauseAbsent}}},
		{"an undecided claim without a marker", "The Marigold sank because the storms were bad.",
			finding{grounding.Undecided, grounding.Undecided, grounding.CitationNone, codesOf{grounding.CauseAbsent, grounding.Uncited}}},
		{"supported with a broken marker", "The Skarrow Ferry opened in May 1887.[^99]",
			finding{grounding.BadCitation, grounding.Supported, grounding.CitationBroken, codesOf{grounding.UnknownMarker}}},
		{"one broken marker of two", "The Skarrow Ferry opened in May 1887.[^3][^99]",
			finding{grounding.BadCitation, grounding.Supported, grounding.CitationBroken, codesOf{grounding.UnknownMarker}}},
		{"supported without a marker", "The Skarrow Ferry opened in May 1887.",
			finding{grounding.Supported, grounding.Supported, grounding.CitationNone, codesOf{grounding.Uncited}}},
		{"supported without a marker, where there is no note to cite", "The terminal at Dunmore has a waiting room and a small café.",
			finding{grounding.Supported, grounding.Supported, grounding.CitationNone, codesOf{grounding.Uncitable}}},
		{"the cited scope backs it", "The Skarrow Ferry opened in May 1887.[^3]",
			finding{grounding.Supported, grounding.Supported, grounding.CitationOK, nil}},
		{"another scope backs it", "The Skarrow Ferry opened in May 1887.[^4]",
			finding{grounding.Miscited, grounding.Supported, grounding.CitationWrong, codesOf{grounding.WrongNote}}},
		{"text without a note backs it", "The terminal at Dunmore has a waiting room and a small café.[^1]",
			finding{grounding.Miscited, grounding.Supported, grounding.CitationUncitable, codesOf{grounding.Uncitable}}},
		{"cited by passage ID", "The terminal at Dunmore has a waiting room and a small café. [ferry#today.6]",
			finding{grounding.Supported, grounding.Supported, grounding.CitationOK, nil}},
		{"what states nothing is no claim", "Hello!", finding{Verdict: grounding.NoClaim}},
		{"a tension: the cited place decides, both sides are told", "The crossing is 14 miles long.[^3]",
			finding{grounding.Supported, grounding.Supported, grounding.CitationOK, codesOf{grounding.TensionFound}}},
		{"the other side of it", "The crossing is 13 miles long.[^17]",
			finding{grounding.Supported, grounding.Supported, grounding.CitationOK, codesOf{grounding.TensionFound}}},
		{"one side under the name of the other", "The Harbour Board measured the crossing at 14 miles in 1999.[^17]",
			finding{grounding.Contradicted, grounding.Contradicted, grounding.CitationOK, codesOf{grounding.NumberMismatch, grounding.TensionFound}}},
	} {
		r := checkText(t, tt.text)
		if len(r.Claims) != 1 {
			t.Errorf("%s: %q: %d claims", tt.reason, tt.text, len(r.Claims))
			continue
		}
		if diff := cmp.Diff(tt.want, findingOf(r.Claims[0])); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.reason, tt.text, diff)
		}
		if r.Verdict != tt.want.Verdict {
			t.Errorf("%s: %q: the answer is %s, its claim %s", tt.reason, tt.text, r.Verdict, tt.want.Verdict)
		}
	}
}

func TestDecided(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		decided      grounding.Decided
		rule         grounding.Code
	}{
		{"a sentence states it", "The Skarrow Ferry opened in May 1887.[^3]", grounding.ByRule, grounding.RuleCovered},
		{"nothing states it", "The ferry has a swimming pool and a cinema.[^9]", grounding.ByRule, grounding.RuleNotCovered},
		{"a number is another", "The county council bought the line in 1921 for £83,000.[^5]", grounding.ByRule, grounding.NumberMismatch},
		{"a score alone decides nothing", "The Marigold sank because the storms were bad.[^4]", grounding.ByScore, ""},
	} {
		c := checkText(t, tt.text).Claims[0]
		if c.Decided != tt.decided || c.Rule != string(tt.rule) {
			t.Errorf("%s: %q: decided by %s, rule %q", tt.reason, tt.text, c.Decided, c.Rule)
		}
		if c.Score <= 0 || c.Score >= 1 {
			t.Errorf("%s: %q: score %v is no probability", tt.reason, tt.text, c.Score)
		}
	}
}

func TestFacts(t *testing.T) {
	c := checkText(t, "Skarrow Lines reported a loss of about £1.3 million for 2023.[^10]").Claims[0]
	if diff := cmp.Diff([]string{"skarrow-lines/loss"}, c.Facts); diff != "" {
		t.Errorf("facts (-want +got):\n%s", diff)
	}
}

// TestWorstFirst: the answer has the worst verdict of its claims, whatever their order.
func TestWorstFirst(t *testing.T) {
	texts := []string{
		"The Skarrow Ferry opened in May 1897.[^3]",
		"The Plover was built in Hamburg.[^9]",
		"The new ship will enter service in 2028.[^13]",
		"The Marigold sank because the storms were bad.[^4]",
		"The Skarrow Ferry opened in May 1887.[^99]",
		"The Skarrow Ferry opened in May 1887.[^4]",
		"The Skarrow Ferry opened in May 1887.[^3]",
		"Hello!",
	}
	for i, worse := range texts {
		for _, better := range texts[i:] {
			for _, text := range []string{worse + "\n\n" + better, better + "\n\n" + worse} {
				if got := checkText(t, text).Verdict; got != grounding.Verdicts[i] {
					t.Errorf("%q: %s, want %s", text, got, grounding.Verdicts[i])
				}
			}
		}
	}
	for i, v := range grounding.Verdicts {
		for j, w := range grounding.Verdicts {
			if v.Worse(w) != (i < j) {
				t.Errorf("%s.Worse(%s) = %v", v, w, v.Worse(w))
			}
		}
		if !grounding.Verdict("nonsense").Worse(v) {
			t.Errorf("a verdict that there isn't is better than %s", v)
		}
	}
}
