package grounding_test

import (
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
)

func seeds(f *testing.F) {
	for _, tt := range streamed {
		f.Add(tt.text)
	}
	for _, of := range hostile {
		f.Add(of(200))
	}
	for _, a := range goldenAnswers {
		f.Add(a.Text)
	}
}

// FuzzCheck checks anything: it panics nowhere, a report holds together, and a stream
// ends with the same and hands out its claims.
func FuzzCheck(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		r := checkText(t, text)
		invariants(t, text, r)
		claims, s := stream(t, ferryChecker(), grounding.Answer{}, pieces(text, 7))
		if toJSON(t, r) != toJSON(t, s) {
			t.Errorf("%q: a stream ends with another report", text)
		}
		sameClaims(t, "a stream", r.Claims, claims)
	})
}

// FuzzCite cites anything: what isn't a marker stays, and a second time changes
// nothing.
func FuzzCite(f *testing.F) {
	seeds(f)
	f.Fuzz(func(t *testing.T, text string) {
		if len(text) > 2000 {
			return
		}
		got := citeText(t, ferryChecker(), grounding.Answer{Text: text})
		invariants(t, got.Text, got.Report)
		if len(got.Changes) == 0 && got.Text != text {
			t.Errorf("%q became %q without a change", text, got.Text)
		}
		for _, c := range got.Report.Claims {
			if c.Markers == nil && c.Content == grounding.Supported && c.Citation == grounding.CitationOK {
				t.Errorf("%q: cited without a marker", c.Text)
			}
		}
		if again := citeText(t, ferryChecker(), grounding.Answer{Text: got.Text}); again.Text != got.Text {
			t.Errorf("a second time makes %q of %q", again.Text, got.Text)
		}
	})
}

// FuzzArticle checks against anything: evidence and quotations stand where they are
// said to.
func FuzzArticle(f *testing.F) {
	f.Add("# A\n\nCafe\u0301 No. 3 opened in 1887.[^1]\n\n[^1]: x\n", "“Café No. 3 opened in 1887”[^1]")
	f.Add("# A\n\nDie Stra\u00dfe ist nicht breit.\n", "“DIE STRA\u1e9eE IST NICHT BREIT”")
	f.Add("# A\n\n\ufb01ve \ufb01sh swam to\u00adday — “so” they say…\n", "“five fish swam today - \"so\" they … say”")
	f.Add("# A\n\n| a | b |\n|---|---|\n| 1 | 2[^1] |\n\n[^1]: x\n", "| 1 | 2 |[^1]")
	f.Fuzz(func(t *testing.T, src, text string) {
		if len(src)+len(text) > 2000 {
			return
		}
		a := parse(t, "a.md", src)
		c, err := corpus.New(a)
		if err != nil {
			t.Skip()
		}
		for _, cl := range check(t, newChecker(t, c, grounding.Options{}), grounding.Answer{Text: text}).Claims {
			found := cl.Evidence
			for _, q := range cl.Quotes {
				found = append(found, q.Found...)
			}
			for _, e := range found {
				p, ok := c.Passage(e.Passage)
				if !ok || !e.Span.Valid(p.Text()) || e.Span.Of(p.Text()) != e.Quote {
					t.Errorf("%q doesn't stand at %v of %s", e.Quote, e.Span, e.Passage)
				}
			}
		}
	})
}
