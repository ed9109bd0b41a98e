package grounding_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/grounding"
)

func TestGate(t *testing.T) {
	const (
		good         = "The Skarrow Ferry opened in May 1887.[^3]"
		contradicted = "The Skarrow Ferry opened in May 1897.[^3]"
		unsupported  = "The Plover was built in Hamburg.[^9]"
		partial      = "The new ship will enter service in 2028.[^13]"
		undecided    = "The Marigold sank because the storms were bad.[^4]"
		bad          = "The Skarrow Ferry opened in May 1887.[^99]"
		miscited     = "The Skarrow Ferry opened in May 1887.[^4]"
		uncited      = "The Skarrow Ferry opened in May 1887."
		uncitable    = "The terminal at Dunmore has a waiting room and a small café."
		refusal      = "The article does not say that."
	)
	none := grounding.Gate{}
	for _, tt := range []struct {
		reason, text, question string
		gate                   grounding.Gate
		passes                 bool
		codes                  []grounding.Code
	}{
		{"supported and cited", good, "", none, true, nil},
		{"contradicted", contradicted, "", none, false, []grounding.Code{grounding.DateMismatch}},
		{"unsupported", unsupported, "", none, false, []grounding.Code{grounding.NameAbsent}},
		{"partial", partial, "", none, false, []grounding.Code{grounding.HedgeDropped}},
		{"badly cited", bad, "", none, false, []grounding.Code{grounding.UnknownMarker}},
		{"miscited", miscited, "", none, false, []grounding.Code{grounding.WrongNote}},
		{"uncited", uncited, "", none, false, []grounding.Code{grounding.Uncited}},
		{"uncitable", uncitable, "", none, false, []grounding.Code{grounding.Uncitable}},
		{"uncited, which is allowed", uncited, "", grounding.Gate{AllowUncited: true}, true, nil},
		{"uncitable, which is allowed", uncitable, "", grounding.Gate{AllowUncited: true}, true, nil},
		{"undecided is a warning", undecided, "", none, true, []grounding.Code{grounding.CauseAbsent}},
		{"undecided fails", undecided, "", grounding.Gate{Undecided: grounding.Fail}, false, []grounding.Code{grounding.CauseAbsent}},
		{"undecided passes", undecided, "", grounding.Gate{Undecided: grounding.Pass}, true, nil},
		{"only what is asked for fails", miscited, "", grounding.Gate{FailOn: []grounding.Verdict{grounding.Contradicted}}, true, nil},
		{"what is asked for fails", contradicted, "", grounding.Gate{FailOn: []grounding.Verdict{grounding.Contradicted}}, false, []grounding.Code{grounding.DateMismatch}},
		{"undecided asked for fails", undecided, "", grounding.Gate{FailOn: []grounding.Verdict{grounding.Undecided}}, false, []grounding.Code{grounding.CauseAbsent}},
		{"no verdict is asked for: uncited still fails", uncited, "", grounding.Gate{FailOn: []grounding.Verdict{}}, false, []grounding.Code{grounding.Uncited}},
		{"nothing", "", "", none, false, []grounding.Code{grounding.NoClaims}},
		{"a greeting", "Hello! I hope this helps.", "", none, false, []grounding.Code{grounding.NoClaims}},
		{"a greeting is no refusal", "Hello!", "", grounding.Gate{AllowRefusal: true}, false, []grounding.Code{grounding.NoClaims}},
		{"a refusal", refusal, "", none, false, []grounding.Code{grounding.OnlyRefusal}},
		{"a refusal, which is allowed", refusal, "", grounding.Gate{AllowRefusal: true}, true, nil},
		{"a refusal that was found right, which is allowed", refusal, "Who painted the lighthouse of Vardoe?", grounding.Gate{AllowRefusal: true}, true, nil},
		{"a refusal that was found wrong is never", refusal, "Did the service open under the Dunmore Steam Company?", grounding.Gate{AllowRefusal: true}, false, []grounding.Code{grounding.WrongRefusal}},
		{"a refusal beside a claim", good + " " + refusal, "", none, true, nil},
		{"each claim is told, in order", good + "\n\n" + undecided + "\n\n" + contradicted + "\n\n" + uncited, "", none, false,
			[]grounding.Code{grounding.CauseAbsent, grounding.DateMismatch, grounding.Uncited}},
	} {
		r := check(t, ferryChecker(), grounding.Answer{Text: tt.text, Question: tt.question})
		failures := tt.gate.Check(r)
		if got := tt.gate.Passes(r); got != tt.passes {
			t.Errorf("%s: passes %v", tt.reason, got)
		}
		var got []grounding.Code
		warnings := 0
		for _, f := range failures {
			got = append(got, f.Code)
			if f.Message == "" {
				t.Errorf("%s: no message", tt.reason)
			}
			if f.Warning {
				warnings++
			}
			if f.Claim >= 0 && f.Span != r.Claims[f.Claim].Span {
				t.Errorf("%s: the failure stands at %v, its claim at %v", tt.reason, f.Span, r.Claims[f.Claim].Span)
			}
		}
		if (warnings == len(failures)) != tt.passes {
			t.Errorf("%s: %d of %d failures are warnings", tt.reason, warnings, len(failures))
		}
		if diff := cmp.Diff(tt.codes, got); diff != "" {
			t.Errorf("%s: codes (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestGatePassesClaim(t *testing.T) {
	for _, tt := range []struct {
		verdict grounding.Verdict
		gate    grounding.Gate
		want    bool
	}{
		{grounding.Supported, grounding.Gate{}, true},
		{grounding.Partial, grounding.Gate{}, false},
		{grounding.Unsupported, grounding.Gate{}, false},
		{grounding.Contradicted, grounding.Gate{}, false},
		{grounding.Undecided, grounding.Gate{}, true},
		{grounding.Undecided, grounding.Gate{Undecided: grounding.Fail}, false},
		{grounding.Partial, grounding.Gate{FailOn: []grounding.Verdict{grounding.Contradicted}}, true},
	} {
		if got := tt.gate.PassesClaim(grounding.ClaimReport{Verdict: tt.verdict}); got != tt.want {
			t.Errorf("%+v: %s passes %v", tt.gate, tt.verdict, got)
		}
	}
}

func TestParseLeniency(t *testing.T) {
	for s, want := range map[string]grounding.Leniency{"warn": grounding.Warn, "fail": grounding.Fail, "pass": grounding.Pass} {
		if got, err := grounding.ParseLeniency(s); err != nil || got != want {
			t.Errorf("%q is %v, %v", s, got, err)
		}
	}
	for _, s := range []string{"", "Warn", "ignore"} {
		if _, err := grounding.ParseLeniency(s); err == nil {
			t.Errorf("%q is a leniency", s)
		}
	}
}

func TestGrounded(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		grounded, ok bool
	}{
		{"supported and cited", "The Skarrow Ferry opened in May 1887.[^3]", true, true},
		{"cited by passage", "The terminal at Dunmore has a waiting room and a small café. [ferry#today.6]", true, true},
		{"a greeting before it", "Hello! The Skarrow Ferry opened in May 1887.[^3]", true, true},
		{"uncited", "The Skarrow Ferry opened in May 1887.", false, true},
		{"one of two", "The Skarrow Ferry opened in May 1887.[^3] The Plover was built in Hamburg.[^9]", false, true},
		{"no claim", "Hello!", false, false},
		{"nothing", "", false, false},
	} {
		if g, ok := checkText(t, tt.text).Grounded(); g != tt.grounded || ok != tt.ok {
			t.Errorf("%s: %v, %v", tt.reason, g, ok)
		}
	}
}

func TestMetrics(t *testing.T) {
	got := checkText(t, "Hello! The Skarrow Ferry opened in May 1887.[^3][^9] Storms sank the Marigold in November 1902. "+
		"The Marigold sank because the storms were bad.[^4] The plan “might enter service in 2028”.[^13] It “might never enter service in 2028”.[^13] It “has whales and dolphins aboard”.").Metrics
	want := grounding.Metrics{
		Claims: 6, NoClaim: 1, Undecided: 1, Cited: 5, Precise: 2, Recalled: 2,
		CitationPrecision: 2. / 5, CitationRecall: 2. / 6, Quotes: grounding.QuoteCounts{Exact: 1, Altered: 1, Missing: 1},
	}
	if diff := cmp.Diff(want, got, cmpopts.IgnoreFields(grounding.Metrics{}, "CopyRatio")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if own := checkText(t, "Storms sank the Marigold in November 1902.").Metrics.CopyRatio; own != 1 {
		t.Errorf("the article's own sentence is a copy to %v", own)
	}
}
