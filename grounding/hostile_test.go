package grounding_test

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/internal/costtest"
)

// passes reports whether the strictest user of the default gate would let it through.
func passes(r grounding.Report) bool { return grounding.Gate{}.Passes(r) }

// TestNothing: what states nothing has no claim and doesn't pass.
func TestNothing(t *testing.T) {
	for reason, text := range map[string]string{
		"empty": "", "spaces": "  \t ", "line breaks": "\n\r\n\n", "no-break spaces": "\u00a0\u2003", "marks": "[^3][^4]",
		"marks on lines": "[^3]\n\n[^4]\n", "a malformed mark": "[^2,33]", "punctuation": "... — !", "emoji": "🎉🎉", "a rule": "---\n***",
		"zero-width": "\u200b\u200d\ufeff", "a definition": "[^3]: The ferry opened in 1897.", "a greeting": "Hello!", "an empty fence": "```\n```",
	} {
		r := checkText(t, text)
		if r.Verdict != grounding.NoClaim || passes(r) {
			t.Errorf("%s: %q is %s, passes %v", reason, text, r.Verdict, passes(r))
		}
		if g, ok := r.Grounded(); g || ok {
			t.Errorf("%s: %q is grounded", reason, text)
		}
		if got := citeText(t, ferryChecker(), grounding.Answer{Text: text}).Text; got != text {
			t.Errorf("%s: Cite makes %q of %q", reason, got, text)
		}
	}
}

// TestHidden: a wrong claim doesn't pass by the place where it stands.
func TestHidden(t *testing.T) {
	bad := []grounding.Verdict{grounding.Contradicted, grounding.Unsupported, grounding.Partial}
	for _, tt := range []struct{ reason, text string }{
		{"a question in disguise", "Did you know the Skarrow Ferry opened in 1897?"},
		{"with a mark", "Did you know that the Skarrow Ferry opened in May 1897?[^3]"},
		{"another", "Isn't it great that the Skarrow Ferry opened in 1897?"},
		{"a heading", "# The Skarrow Ferry opened in 1897"},
		{"a heading over what is right", "# The Skarrow Ferry opened in May 1897\n\nThe Skarrow Ferry opened in May 1887.[^3]"},
		{"a fence that isn't closed", "```\nThe Skarrow Ferry opened in May 1897."},
		{"one that is closed by another", "~~~\nThe Skarrow Ferry opened in May 1897.\n```"},
		{"a list item", "- The Skarrow Ferry opened in May 1897[^3]"},
		{"a cell", "| a | b |\n|---|---|\n| The Skarrow Ferry opened | in May 1897, the Skarrow Ferry opened[^3] |"},
		{"a block quote", "> The Skarrow Ferry opened in May 1897.[^3]"},
		{"in parentheses", "(The Skarrow Ferry opened in May 1897.)[^3]"},
		{"emphasised", "**The Skarrow Ferry** opened in *May 18*97*.*[^3]"},
		{"behind a greeting", "Sure! The Skarrow Ferry opened in May 1897.[^3]"},
		{"behind a refusal", "The article doesn't say more. The Skarrow Ferry opened in May 1897.[^3]"},
		{"entities", "The Skarrow Ferry opened in May 1&#56;97.[^3]"},
		{"zero-width characters in it", "The Skarrow Fe\u200brry opened in May 18\u200b97.[^3]"},
		{"soft hyphens in it", "The Skar\u00adrow Ferry opened in May 1897.[^3]"},
		{"right to left", "\u202eThe Skarrow Ferry opened in May 1897.\u202c[^3]"},
	} {
		r := checkText(t, tt.text)
		if !slices.ContainsFunc(r.Claims, func(c grounding.Claim) bool { return slices.Contains(bad, c.Verdict) }) || passes(r) {
			t.Errorf("%s: %q is %s, passes %v", tt.reason, tt.text, r.Verdict, passes(r))
		}
	}
}

// TestLookalikes: letters of two alphabets in one word are never supported, and what
// nobody sees is told.
func TestLookalikes(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		code         grounding.Code
		supported    bool
	}{
		{"a Cyrillic letter in a name", "The Skаrrow Ferry opened in May 1887.[^3]", grounding.MixedScripts, false},
		{"one in another word", "The Skarrow Ferry оpened in May 1887.[^3]", grounding.MixedScripts, false},
		{"a Greek letter", "The Skarrοw Ferry opened in May 1887.[^3]", grounding.MixedScripts, false},
		{"in a quotation", "It is said: “The service οpened in May 1887 under the Dunmore Steam Company”.[^3]", grounding.MixedScripts, false},
		{"digits of another script", "The Skarrow Ferry opened in May １８８７.[^3]", grounding.MixedScripts, false},
		{"a zero-width character", "The Skar\u200brow Ferry opened in May 1887.[^3]", grounding.HiddenCharacters, true},
		{"a mark of direction", "The Skarrow \u202eFerry opened in May 1887.[^3]", grounding.HiddenCharacters, true},
	} {
		c := checkText(t, tt.text).Claims[0]
		if !slices.Contains(codes(c), tt.code) || (c.Content == grounding.Supported) != tt.supported {
			t.Errorf("%s: %s, %v", tt.reason, c.Content, codes(c))
		}
		for _, p := range c.Problems {
			if p.Code == tt.code && (!p.Valid(tt.text) || p.IsEmpty()) {
				t.Errorf("%s: %s stands at %v", tt.reason, p.Code, p.Span)
			}
		}
	}
}

// TestCodeInFence: what stands in a closed fence is code, which is told.
func TestCodeInFence(t *testing.T) {
	r := checkText(t, "```\nThe Skarrow Ferry opened in May 1897.\n```")
	if len(r.Claims) != 1 || r.Claims[0].Verdict != grounding.NoClaim || !slices.Contains(codes(r.Claims[0]), grounding.NotText) || passes(r) {
		t.Errorf("%s", toJSON(t, r))
	}
}

// invariants hold for every report.
func invariants(t testing.TB, text string, r grounding.Report) {
	t.Helper()
	inside := func(what string, s cite.Span) {
		if s.Start < 0 || s.End < s.Start || s.End > len(text) || utf8.ValidString(text) && !s.Valid(text) {
			t.Errorf("%s stands at %v of %d bytes", what, s, len(text))
		}
	}
	last := 0
	for _, c := range r.Claims {
		inside("a claim", c.Span)
		if c.Start < last {
			t.Errorf("a claim begins at %d, before %d", c.Start, last)
		}
		last = c.Start
		if !utf8.ValidString(c.Text) {
			t.Errorf("%q is not UTF-8", c.Text)
		}
		if (c.Verdict == grounding.NoClaim) != (c.Content == "") || !slices.Contains(grounding.Verdicts[:], c.Verdict) {
			t.Errorf("%s with content %q", c.Verdict, c.Content)
		}
		if c.Verdict == grounding.Supported && c.Content != grounding.Supported {
			t.Errorf("supported, and its content is %s", c.Content)
		}
		for _, m := range c.Markers {
			inside("a marker", m.Span)
			if !m.IsEmpty() && m.Of(text) != m.Text {
				t.Errorf("the marker %q stands at %q", m.Text, m.Of(text))
			}
			if m.Status != grounding.MarkerResolved && c.Verdict == grounding.Supported {
				t.Errorf("supported with the marker %q, which is %s", m.Text, m.Status)
			}
		}
		for _, q := range c.Quotes {
			inside("a quotation", q.Span)
		}
		for _, p := range c.Problems {
			inside("a problem ("+string(p.Code)+")", p.Span)
		}
		for _, p := range c.Parts {
			inside("a part", p.Span)
		}
		for _, e := range c.Evidence {
			p, ok := ferry().Passage(e.Passage)
			if ok && (!e.Span.Valid(p.Text()) || e.Span.Of(p.Text()) != e.Quote) {
				t.Errorf("the evidence %q doesn't stand at %v of %s", e.Quote, e.Span, e.Passage)
			}
		}
		if c.Verdict.Worse(r.Verdict) {
			t.Errorf("the answer is %s, a claim %s", r.Verdict, c.Verdict)
		}
	}
	toJSON(t, r)
}

// hostile makes inputs of about n bytes.
var hostile = map[string]func(n int) string{
	"true sentences":        repeat("The Skarrow Ferry opened in May 1887.[^3] "),
	"wrong sentences":       repeat("The Skarrow Ferry opened in May 1897.[^4]\n\n"),
	"spaces":                repeat(" "),
	"a word":                repeat("ferry"),
	"a sentence":            repeat("ferry opened "),
	"marks":                 repeat("[^3]"),
	"marks of a sentence":   func(n int) string { return "The Skarrow Ferry opened in May 1887." + strings.Repeat("[^3]", n/4) },
	"unknown marks":         func(n int) string { return "The Skarrow Ferry opened in May 1887." + strings.Repeat("[^99]", n/5) },
	"superfluous marks":     func(n int) string { return "The Skarrow Ferry opened in May 1887.[^3]" + strings.Repeat("[^9]", n/4) },
	"wide marks":            func(n int) string { return "The Skarrow Ferry opened in May 1887." + strings.Repeat("[1-18]", n/6) },
	"marks for a heading":   func(n int) string { return "# The ferry opened in 1887\n" + strings.Repeat("So it is.[^9] ", n/14) },
	"headings":              repeat("# The ferry opened in 1887\n"),
	"marked at the end":     func(n int) string { return strings.Repeat("The ferry opened. ", n/18) + "The ferry opened.[^3]" },
	"list items":            repeat("- The ferry opened in 1887\n"),
	"rows":                  repeat("| The ferry opened in 1887 | two ships |\n"),
	"cells":                 repeat("| 1887 "),
	"cells of a row":        func(n int) string { return "|" + strings.Repeat(" in 1887 |", n/10) + "[^3]|\n" },
	"quotations":            repeat("“The service opened in May 1887”[^3]. "),
	"false quotations":      repeat("“Storms sank the Marigold in November 1903”. "),
	"a quotation":           func(n int) string { return "“" + strings.Repeat("the service opened ", n/19) + "”" },
	"quotation marks":       repeat("“\" "),
	"ellipses":              func(n int) string { return "“" + strings.Repeat("the … ", n/8) + "”" },
	"ellipses of one word":  func(n int) string { return "“of " + strings.Repeat("… the ", n/8) + "… whale”" },
	"insertions":            func(n int) string { return "“the ship " + strings.Repeat("[x] the ", n/8) + "”" },
	"brackets":              repeat("[("),
	"invisible":             repeat("fe\u200brry "),
	"not UTF-8":             repeat("\xff\xfe ferry "),
	"lookalikes":            repeat("fеrry "),
	"numbers":               repeat("1887 412,000 "),
	"fences":                repeat("```\nferry\n"),
	"quotations in a quote": repeat("> We have waited for this ship. "),
}

func repeat(s string) func(int) string {
	return func(n int) string { return strings.Repeat(s, n/len(s)) }
}

func TestHostile(t *testing.T) {
	for name, of := range hostile {
		text := of(10_000)
		t.Run(name, func(t *testing.T) {
			r := checkText(t, text)
			invariants(t, text, r)
			got := citeText(t, ferryChecker(), grounding.Answer{Text: text})
			invariants(t, got.Text, got.Report)
		})
	}
}

// TestLong: an answer as long as may be, one of 10,000 marks.
func TestLong(t *testing.T) {
	if testing.Short() || raceDetector {
		t.Skip("takes seconds, and minutes under the race detector")
	}
	for _, name := range []string{"a word", "marks", "spaces", "brackets", "quotation marks", "a quotation", "cells of a row"} {
		t.Run(name, func(t *testing.T) {
			text := hostile[name](1<<20 - 64)
			invariants(t, text, checkText(t, text))
		})
	}
	text := "The Skarrow Ferry opened in May 1887." + strings.Repeat("[^3]", 10_000)
	r := checkText(t, text)
	invariants(t, text, r)
	if r.Verdict != grounding.Supported || r.Metrics.Cited != 10_000 {
		t.Errorf("%s of %d marks", r.Verdict, r.Metrics.Cited)
	}
}

// TestLinear: the cost of an answer is in proportion to its length.
func TestLinear(t *testing.T) {
	if raceDetector {
		t.Skip("what a check costs under the race detector says nothing")
	}
	for _, scope := range []grounding.MarkScope{grounding.Sentence, grounding.Paragraph} {
		c := newChecker(t, ferry(), grounding.Options{MarkScope: scope})
		for name, of := range hostile {
			if scope == grounding.Paragraph && name != "marked at the end" {
				continue
			}
			costtest.Linear(t, name, 2000, func(n int) func() {
				a := grounding.Answer{Text: of(n)}
				return func() { check(t, c, a) }
			})
		}
	}
	opened := citationOf(t, "opened in May 1887")
	costtest.Linear(t, "citations beside the answer", 2000, func(n int) func() {
		a := grounding.Answer{Text: strings.Repeat("It opened. ", n/11)}
		for at := 0; at+11 < n; at += 11 {
			a.Citations = append(a.Citations, grounding.Attribution{Span: cite.Span{Start: at, End: at + 10}, Citation: opened})
		}
		return func() { check(t, ferryChecker(), a) }
	})
	costtest.Linear(t, "Cite", 2000, func(n int) func() {
		a := grounding.Answer{Text: strings.Repeat("The Skarrow Ferry opened in May 1887. ", n/38)}
		return func() { citeText(t, ferryChecker(), a) }
	})
	for name, sep := range map[string]string{"a paragraph": " ", "a list": "\n- "} {
		costtest.Linear(t, "a stream, "+name, 1000, func(n int) func() {
			words := strings.SplitAfter(strings.Repeat("The Skarrow Ferry opened in May 1887."+sep, n/38), " ")
			return func() { stream(t, ferryChecker(), grounding.Answer{}, words) }
		})
	}
}
