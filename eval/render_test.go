package eval_test

import (
	"bytes"
	"encoding/xml"
	"flag"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

var update = flag.Bool("update", false, "write the golden files anew")

// golden compares with a file of testdata.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got):\n%s", name, diff)
	}
}

func rendered(t *testing.T, write func(io.Writer) error) string {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// hostile are texts that try to be more than text, each with what would be at work.
var hostile = []struct{ why, text string }{
	{"ends the script", `</script><script>alert(1)</script>`},
	{"ends the style and the title", `</style></title><style>*{display:none}</style>`},
	{"ends an attribute", `"><img src=x onerror=alert(1)>`},
	{"ends an attribute in single quotes", `' onmouseover='alert(1)`},
	{"a comment", `<!-- --> ]]> -->`},
	{"a template", `{{.Name}} {{template "report"}}`},
	{"an address", `javascript:alert(1) https://example.org/x.js`},
	{"entities", `&lt;b&gt; &amp; &#x3c;script&#x3e;`},
	{"right to left, without an end", "pass \u202eton seod\u2067\u200f"},
	{"300 bytes", strings.Repeat("long-ID-3 ", 29) + "0123456789"},
	{"Markdown", "**x** _y_ `z` # h | a [b](https://example.org) ![c](d) ~~e~~ \\"},
	{"lines of Markdown", "a\n\n# b\n\n- c\n```\nd\n| e | f |\n---"},
}

// rendering is a report with all that a page can show, made by hand: rules may change,
// what a report looks like stays.
func rendering() eval.AnswersReport {
	rate := func(k, n int) eval.Rate {
		low, high := eval.Wilson(k, n)
		r := eval.Rate{Count: k, Low: low, High: high}
		if n > 0 {
			r.Share = float64(k) / float64(n)
		}
		return r
	}
	r := eval.AnswersReport{Schema: grounding.Schema, Rules: "test"}
	note := cite.Citation{Article: "light", Passage: "light#top.1", Quote: "The lighthouse was built in 1851.", Footnotes: []cite.Footnote{{Article: "light", Label: "1"}}}
	bare := cite.Citation{Article: "light", Passage: "light#top.2", Quote: "The lamp burned whale oil until 1902."}
	add := func(id string, passed bool, claims ...grounding.Claim) *eval.AnswerResult {
		a := eval.AnswerResult{ID: id, Passed: passed, Verdict: grounding.NoClaim}
		for i, c := range claims {
			if i > 0 {
				a.Answer += " "
			}
			c.Span = cite.Span{Start: len(a.Answer), End: len(a.Answer) + len(c.Text)}
			a.Answer += c.Text + "[^1]"
			a.Report.Claims = append(a.Report.Claims, c)
			if c.Verdict.Worse(a.Verdict) {
				a.Verdict = c.Verdict
			}
			a.Report.Metrics.Cited++
		}
		r.Answers = append(r.Answers, a)
		return &r.Answers[len(r.Answers)-1]
	}
	failure := func(i int, c grounding.Claim, message string) eval.AnswerFailure {
		return eval.AnswerFailure{Failure: grounding.Failure{Claim: i, Verdict: c.Verdict, Message: message}, Text: c.Text}
	}

	good := grounding.Claim{Text: "The lighthouse was built in 1851.", Verdict: grounding.Supported, Rule: "covered", Evidence: []cite.Citation{note, bare, note, bare}}
	a := add("a1", true, good)
	a.Question, a.Tags, a.Expected = "When was it built?", []string{"date", "two  words"}, grounding.Supported

	var all []grounding.Claim
	for _, v := range grounding.Verdicts {
		all = append(all, grounding.Claim{Text: "This is " + string(v) + ".", Verdict: v, Rule: "rule-" + string(v)})
	}
	all[0].Problems = []grounding.Problem{{Code: "date-mismatch", Message: "the claim says “1861”, the article “1851”"}}
	all[1].Suggested, all[1].SuggestedPassages = []string{"1", "2"}, []cite.PassageID{"light#top.2"}
	a = add("every verdict", false, all...)
	for i, c := range all[:3] {
		a.Failures = append(a.Failures, failure(i, c, "message of "+string(c.Verdict)))
	}
	a.Failures = append(a.Failures, failure(3, all[3], "only a warning"))
	a.Failures[3].Warning = true

	bad := grounding.Claim{Text: "The lighthouse was built in 1861.", Verdict: grounding.Contradicted, Rule: "date-mismatch"}
	a = add("waived", true, bad)
	a.Failures = []eval.AnswerFailure{failure(0, bad, "the year")}
	a.Failures[0].Waived = "the model's memory"
	a = add("waived in part", false, bad, bad)
	a.Failures = []eval.AnswerFailure{failure(0, bad, "the year"), failure(1, bad, "the year, again")}
	a.Failures[0].Waived = "the model's memory"
	a = add("known", true, bad)
	a.Failures = []eval.AnswerFailure{failure(0, bad, "the year")}
	a.Failures[0].Known = true
	a = add("citation", false, good)
	a.CitationErrors = []string{`citefmt: cohere: citations[0]: no such passage: "light#top.9"`}
	a = add("", false)
	a.Answer, a.Failures = "The article does not say.", []eval.AnswerFailure{{Failure: grounding.Failure{Claim: -1, Verdict: grounding.NoClaim, Message: "the answer only refuses"}}}
	a.Report.Refusal.Reason = "refusal not checked: the question is not given"
	for _, h := range hostile {
		c := grounding.Claim{
			Text: h.text, Verdict: grounding.Unsupported, Rule: "not-covered", Suggested: []string{h.text},
			Problems: []grounding.Problem{{Code: "uncited", Message: h.text}}, Evidence: []cite.Citation{{Passage: cite.PassageID(h.text), Quote: h.text}},
		}
		a := add(h.text, false, c)
		a.Question, a.Tags, a.CitationErrors = h.text, []string{h.text}, []string{h.text}
		a.Report.Refusal.Reason = h.text
		a.Failures = []eval.AnswerFailure{failure(0, c, h.text)}
	}

	s := &r.Summary
	s.Answers, s.Passed = len(r.Answers), rate(3, len(r.Answers))
	s.ClaimVerdicts = map[grounding.Verdict]int{grounding.Supported: 6, grounding.Contradicted: 4, grounding.NoClaim: 2}
	s.Citations = eval.CitationSummary{Recall: rate(5, 10), Precision: rate(0, 26), Superfluous: rate(1, 26)}
	s.Claims = eval.Grade{
		Claims: 10, Labelled: 8, Accuracy: rate(6, 8), Coverage: rate(7, 8), Decided: rate(6, 7), FalseAccepts: rate(1, 4), FalseAlarms: rate(0, 4),
		MacroF1: eval.Interval{Value: .7, Low: .4, High: .9}, Binary: eval.Binary{BalancedAccuracy: .75, AUROC: .8125, Brier: .2, BrierBase: .25, LogLoss: .6, LogLossBase: .6931},
		Confusion: map[grounding.Verdict]map[grounding.Verdict]int{
			grounding.Supported: {grounding.Supported: 3, grounding.Undecided: 1}, grounding.Contradicted: {grounding.Contradicted: 3, grounding.Supported: 1},
		},
		Rules: []eval.RuleGrade{{Rule: "covered", Supports: true, Fired: 4, Precision: .75, Low: .3, High: .95, BaseRate: .5, Lift: 1.5}, {Rule: "date-mismatch", Fired: 3, Precision: 1, Low: .44, High: 1, BaseRate: .5, Lift: 2}},
	}
	s.Footnoted, s.Unfootnoted = eval.Grade{Labelled: 6, Accuracy: rate(5, 6)}, eval.Grade{Labelled: 2, Accuracy: rate(1, 2)}
	s.Compared = &eval.BaselineComparison{New: 5, Known: 1, Fixed: 2, Answers: 9}
	s.Waivers = &eval.WaiverSummary{Waived: 2, Expired: []string{"old", hostile[10].text}, Unused: []string{}}
	return r
}

func TestMarkdown(t *testing.T) {
	golden(t, "answers.golden.md", rendered(t, rendering().WriteMarkdown))
	// No answers: no figures but that, and no heading without anything below it.
	golden(t, "answers-none.golden.md", rendered(t, eval.AnswersReport{Rules: "test", Summary: eval.Summary{Passed: eval.Rate{High: 1}}}.WriteMarkdown))
	low, high := eval.Wilson(3, 4)
	r := eval.ClaimsReport{
		Rules: "test", Items: 5, Binary: eval.Binary{Accuracy: .75, BalancedAccuracy: .8, AUROC: .9, Brier: .1, BrierBase: .25, LogLoss: .3, LogLossBase: .6931},
		ThreeWay: eval.Rate{Count: 3, Share: .75, Low: low, High: high}, Coverage: eval.Rate{Count: 3, Share: .75, Low: low, High: high}, CoverageShare: .75,
		DecidedAccuracy: 1, MacroF1: eval.Interval{Value: .7, Low: .5, High: 1},
		Confusion:  map[grounding.Verdict]map[grounding.Verdict]int{grounding.Supported: {grounding.Supported: 2}, grounding.Unsupported: {grounding.Unsupported: 1, grounding.Undecided: 1}},
		RuleGrades: []eval.RuleGrade{{Rule: "stated", Supports: true, Fired: 2, Precision: 1, Low: .34, High: 1, BaseRate: .5, Lift: 2}},
	}
	golden(t, "claims.golden.md", rendered(t, r.WriteMarkdown))
}

// TestMarkdownIsText: what stands in answers makes no Markdown of its own.
func TestMarkdownIsText(t *testing.T) {
	r := rendering()
	source := []byte(rendered(t, r.WriteMarkdown))
	markdown := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough))
	var headings []string
	items, strong := 0, 0
	wrong, citations, failures := 0, 0, 0
	for _, a := range r.Answers {
		if a.Passed {
			continue
		}
		wrong++
		citations += len(a.CitationErrors)
		for _, f := range a.Failures {
			if !f.Warning && !f.Known && f.Waived == "" {
				failures++
			}
		}
	}
	err := ast.Walk(markdown.Parser().Parse(text.NewReader(source)), func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.Heading:
			if n.Level == 3 {
				headings = append(headings, string(n.Lines().Value(source)))
			}
		case *ast.ListItem:
			items++
		case *ast.Emphasis:
			strong++
		}
		switch n.Kind() {
		case ast.KindRawHTML, ast.KindHTMLBlock, ast.KindLink, ast.KindImage, ast.KindAutoLink, ast.KindCodeSpan, ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindThematicBreak, ast.KindBlockquote:
			t.Errorf("%s is at work", n.Kind())
		}
		if n.Kind().String() == "Strikethrough" {
			t.Error("something is struck through")
		}
		return ast.WalkContinue, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(headings) != wrong || items != citations+failures || strong != failures {
		t.Errorf("%d answers of %d, %d items of %d, %d verdicts of %d", len(headings), wrong, items, citations+failures, strong, failures)
	}
	if !slices.Contains(headings, "answer 7") {
		t.Errorf("the answer without an ID has no name: %q", headings)
	}
}

// suites is the form of JUnit, read anew.
type suites struct {
	XMLName xml.Name `xml:"testsuites"`
	Suites  []struct {
		Name     string `xml:"name,attr"`
		Tests    int    `xml:"tests,attr"`
		Failures int    `xml:"failures,attr"`
		Skipped  int    `xml:"skipped,attr"`
		Cases    []struct {
			Class   string `xml:"classname,attr"`
			Name    string `xml:"name,attr"`
			Failure *struct {
				Message string `xml:"message,attr"`
				Type    string `xml:"type,attr"`
				Text    string `xml:",chardata"`
			} `xml:"failure"`
			Skipped *struct {
				Message string `xml:"message,attr"`
			} `xml:"skipped"`
		} `xml:"testcase"`
	} `xml:"testsuite"`
}

func junit(t *testing.T, r eval.AnswersReport, name string) suites {
	t.Helper()
	var s suites
	if err := xml.Unmarshal([]byte(rendered(t, func(w io.Writer) error { return r.WriteJUnit(w, name) })), &s); err != nil {
		t.Fatal(err)
	}
	if len(s.Suites) != 1 || len(s.Suites[0].Cases) != len(r.Answers) {
		t.Fatalf("%+v", s)
	}
	return s
}

func TestJUnit(t *testing.T) {
	r := rendering()
	golden(t, "answers.golden.xml", rendered(t, func(w io.Writer) error { return r.WriteJUnit(w, "answers.jsonl") }))
	s := junit(t, r, "answers.jsonl").Suites[0]
	failed, skipped := 0, 0
	for i, c := range s.Cases {
		a := &r.Answers[i]
		if c.Failure != nil {
			failed++
		}
		if c.Skipped != nil {
			skipped++
		}
		if (c.Failure == nil) != a.Passed || c.Failure != nil && c.Skipped != nil || (c.Skipped != nil) != (a.ID == "waived") {
			t.Errorf("%q: passed %v, failure %v, skipped %v", a.ID, a.Passed, c.Failure, c.Skipped)
		}
		want := a.ID
		if want == "" {
			want = "answer 7"
		}
		if c.Name != want || c.Class != "answers.jsonl" {
			t.Errorf("the case of %q is %q of %q", a.ID, c.Name, c.Class)
		}
	}
	if s.Tests != len(r.Answers) || s.Failures != failed || s.Skipped != skipped || skipped != 1 {
		t.Errorf("%d tests, %d failures, %d skipped; counted %d, %d, %d", s.Tests, s.Failures, s.Skipped, len(r.Answers), failed, skipped)
	}
	if c := s.Cases[2]; c.Skipped.Message != "waived: the model's memory" {
		t.Errorf("no reason: %+v", c.Skipped)
	}
	if f := s.Cases[3].Failure; f.Type != "contradicted" || strings.Contains(f.Text, "\n") || !strings.Contains(f.Text, "again") {
		t.Errorf("a waived failure is told beside one that isn't: %+v", f)
	}
}

// TestJUnitNames: names are the same from run to run, whatever becomes of the answers.
func TestJUnitNames(t *testing.T) {
	names := func(r eval.AnswersReport) (out []string) {
		for _, c := range junit(t, r, "answers.jsonl").Suites[0].Cases {
			out = append(out, c.Class+"/"+c.Name)
		}
		return out
	}
	before := rendering()
	after := rendering()
	for i := range after.Answers {
		a := &after.Answers[i]
		a.Passed, a.Failures, a.CitationErrors, a.Verdict = true, nil, nil, grounding.Supported
	}
	if diff := cmp.Diff(names(before), names(after)); diff != "" {
		t.Errorf("once all pass (-before +after):\n%s", diff)
	}
	if s := junit(t, after, "answers.jsonl").Suites[0]; s.Failures != 0 || s.Skipped != 0 {
		t.Errorf("%d failures, %d skipped", s.Failures, s.Skipped)
	}
	a := rendered(t, func(w io.Writer) error { return before.WriteJUnit(w, "x") })
	if b := rendered(t, func(w io.Writer) error { return rendering().WriteJUnit(w, "x") }); a != b {
		t.Errorf("written twice (-first +second):\n%s", cmp.Diff(a, b))
	}
}

// TestJUnitCharacters: what XML can't hold is replaced, in names, messages and the suite.
func TestJUnitCharacters(t *testing.T) {
	const dirty = "a\x00b\x1b[31mc\ufffed\uffffe\u0085f\rg"
	r := eval.AnswersReport{Answers: []eval.AnswerResult{{ID: dirty, CitationErrors: []string{dirty}}}}
	s := junit(t, r, dirty).Suites[0]
	for what, got := range map[string]string{"suite": s.Name, "class": s.Cases[0].Class, "name": s.Cases[0].Name, "message": s.Cases[0].Failure.Message, "text": s.Cases[0].Failure.Text} {
		if !strings.HasPrefix(got, "a\ufffdb\ufffd[31mc\ufffdd\ufffde") || !strings.HasSuffix(got, "g") {
			t.Errorf("%s: %q", what, got)
		}
	}
}

// TestRenderErrors: an error of writing is told by each form.
func TestRenderErrors(t *testing.T) {
	r := rendering()
	for what, write := range map[string]func(io.Writer) error{
		"Markdown": r.WriteMarkdown, "Markdown of claims": eval.ClaimsReport{}.WriteMarkdown,
		"HTML":  func(w io.Writer) error { return r.WriteHTML(w, "x") },
		"JUnit": func(w io.Writer) error { return r.WriteJUnit(w, "x") },
	} {
		for _, n := range []int{0, 20, 300} {
			if err := write(&shortWriter{n}); err != io.ErrShortWrite {
				t.Errorf("%s, %d bytes: %v", what, n, err)
			}
		}
	}
}

// A shortWriter has room for n bytes.
type shortWriter struct{ n int }

func (w *shortWriter) Write(p []byte) (int, error) {
	if len(p) > w.n {
		return 0, io.ErrShortWrite
	}
	w.n -= len(p)
	return len(p), nil
}
