package eval_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

// light has a sentence without a footnote: the last.
const light = `# The Lighthouse

The lighthouse was built in 1851.[^1] Its tower is 31 metres tall.[^2]

The lamp burned whale oil until 1902.

[^1]: Harbour records
[^2]: *Lights of the Coast*
`

func lightChecker(t testing.TB) *grounding.Checker {
	t.Helper()
	article, err := corpus.Parse("light.md", []byte(light))
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.New(article)
	if err != nil {
		t.Fatal(err)
	}
	checker, err := grounding.New(c, grounding.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return checker
}

func lightReport(t testing.TB, answers []eval.Answer, o eval.CheckOptions) eval.AnswersReport {
	t.Helper()
	r, err := eval.CheckAnswers(t.Context(), lightChecker(t), answers, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// lightAnswers are one of each kind, with what people say; a1 to a8.
func lightAnswers() []eval.Answer {
	yes, no := true, false
	expect := func(answer string, verdicts ...grounding.Verdict) eval.Expectation {
		var e eval.Expectation
		at := 0
		for _, v := range verdicts {
			end := at + strings.Index(answer[at:], ".") + 1
			e.Claims = append(e.Claims, eval.ExpectedClaim{Span: cite.Span{Start: at, End: end}, Verdict: v})
			at = end + len("[^1] ")
		}
		return e
	}
	var out []eval.Answer
	add := func(answer string, tags []string, verdicts ...grounding.Verdict) *eval.Answer {
		out = append(out, eval.Answer{ID: fmt.Sprintf("a%d", len(out)+1), Answer: answer, Tags: tags, Expect: expect(answer, verdicts...)})
		return &out[len(out)-1]
	}
	add("The lighthouse was built in 1851.[^1] Its tower is 31 metres tall.[^2]", []string{"true", "two"}, grounding.Supported, grounding.Supported).Expect.Verdict = grounding.Supported
	add("The lighthouse was built in 1861.[^1] Its tower is 31 metres tall.[^2]", []string{"false", "two"}, grounding.Contradicted, grounding.Supported).Expect.Verdict = grounding.Contradicted
	add("The lighthouse was built in 1851.[^2]", []string{"false"}, grounding.Miscited)
	add("The lighthouse was built in 1851.[^9]", []string{"false"}, grounding.BadCitation)
	add("The lamp burned whale oil until 1902. [light#top.2]", []string{"true"}, grounding.Supported)
	add("The lamp burned whale oil until 1912. [light#top.2]", []string{"true"}, grounding.Supported) // who labelled it was wrong
	add("The article does not say who paid for it.", []string{"refusal"}).Expect.Answerable = &no
	add("The article does not say how tall it is.", []string{"refusal"}).Expect.Answerable = &yes
	return out
}

// TestCheckAnswersSummary holds the figures of eight answers against a count by hand.
func TestCheckAnswersSummary(t *testing.T) {
	r := lightReport(t, lightAnswers(), eval.CheckOptions{})
	s := &r.Summary
	var verdicts []grounding.Verdict
	var passed []bool
	for _, a := range r.Answers {
		verdicts, passed = append(verdicts, a.Verdict), append(passed, a.Passed)
	}
	counts := func(x eval.Rate) int { return x.Count }
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"an answer has the worst verdict of its claims", verdicts, []grounding.Verdict{
			"supported", "contradicted", "miscited", "bad_citation", "supported", "contradicted", "no_claim", "no_claim",
		}},
		{"the default gate fails all but what is supported and cited", passed, []bool{true, false, false, false, true, false, false, false}},
		{"two pass", counts(s.Passed), 2},
		{"verdicts of answers", s.Verdicts, map[grounding.Verdict]int{"supported": 2, "contradicted": 2, "miscited": 1, "bad_citation": 1, "no_claim": 2}},
		{"verdicts of claims", s.ClaimVerdicts, map[grounding.Verdict]int{"supported": 4, "contradicted": 2, "miscited": 1, "bad_citation": 1, "no_claim": 2}},
		{"labels are of all eight claims, refusals are none", []int{s.Claims.Claims, s.Claims.Labelled}, []int{8, 8}},
		{"one label is wrong", counts(s.Claims.Accuracy), 7},
		{"which is a false alarm", []int{counts(s.Claims.FalseAlarms), counts(s.Claims.FalseAccepts)}, []int{1, 0}},
		{"two answers are labelled as a whole, of eight", []int{s.AnswerGrade.Claims, s.AnswerGrade.Labelled, counts(s.AnswerGrade.Accuracy)}, []int{8, 2, 2}},
		{"a1 to a4 were judged by sentences with a footnote", []int{s.Footnoted.Labelled, counts(s.Footnoted.Accuracy)}, []int{6, 6}},
		{"a5 and a6 by one without", []int{s.Unfootnoted.Labelled, counts(s.Unfootnoted.Accuracy)}, []int{2, 1}},
		{"of the eight claims four are backed by what they cite", counts(s.Citations.Recall), 4},
		{"of the eight citations four back their claims", []float64{float64(s.Citations.Precision.Count), s.Citations.Precision.Share}, []float64{4, .5}},
		{"refusals: two, of which nobody asked anything; people agree with one", []int{s.Refusals.Refused, s.Refusals.Checked, s.Refusals.Expected, counts(s.Refusals.Agreed)}, []int{2, 0, 2, 1}},
		{"the corpus has no facts", s.FactsUsed, eval.Rate{High: 1}},
		{"no baseline, no waivers", []bool{s.Compared == nil, s.Waivers == nil}, []bool{true, true}},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	type tag struct {
		Tag                              string
		Labelled, Right, Accepts, Alarms int
	}
	var tags []tag
	for _, x := range s.Tags {
		tags = append(tags, tag{x.Tag, x.Labelled, x.Accuracy.Count, x.FalseAccepts.Count, x.FalseAlarms.Count})
	}
	// A claim counts for each tag of its answer; a tag without labelled claims is left out.
	if diff := cmp.Diff([]tag{{"false", 4, 4, 0, 0}, {"true", 4, 3, 0, 1}, {"two", 4, 4, 0, 0}}, tags); diff != "" {
		t.Errorf("tags, in order (-want +got):\n%s", diff)
	}
}

// TestExpectedClaims: an expected claim is the worst of those that lie in it for the
// most part.
func TestExpectedClaims(t *testing.T) {
	const answer = "The lighthouse was built in 1861.[^1] Its tower is 31 metres tall.[^2]"
	for _, c := range []struct {
		why        string
		start, end int
		want       grounding.Verdict // what the checker says of it
		unlabelled int
	}{
		{"the first", 0, 33, "contradicted", 1},
		{"the second", 38, 66, "supported", 1},
		{"both: the worst", 0, 66, "contradicted", 0},
		{"a word of the first", 4, 14, "contradicted", 1},
		{"less than half of the first, with all of the second", 20, 66, "supported", 1},
		{"a mark: no claim lies in it", 33, 37, "no_claim", 2},
	} {
		r := lightReport(t, []eval.Answer{{Answer: answer, Expect: eval.Expectation{Claims: []eval.ExpectedClaim{
			{Span: cite.Span{Start: c.start, End: c.end}, Verdict: "partial"},
		}}}}, eval.CheckOptions{})
		g := r.Summary.Claims
		if diff := cmp.Diff(map[grounding.Verdict]map[grounding.Verdict]int{"partial": {c.want: 1}}, g.Confusion); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
		if n := g.Claims - g.Labelled; n != c.unlabelled {
			t.Errorf("%s: %d claims without a label, want %d", c.why, n, c.unlabelled)
		}
	}
}

// TestVendorCitations reads citations beside the answer as a vendor gives them.
func TestVendorCitations(t *testing.T) {
	const answer = "The lighthouse was built in 1851."
	source := func(text, id string) string {
		return `[{"start":0,"end":32,"text":"` + text + `","sources":[{"type":"document","id":"` + id + `"}]}]`
	}
	good := source("The lighthouse was built in 1851", "light#top.1")
	for _, c := range []struct {
		why, format, citations string
		passed                 bool
		wrong                  string // "" if all can be used
	}{
		{"a passage that says so", "cohere", good, true, ""},
		{"the other passage", "cohere", source("The lighthouse was built in 1851", "light#top.2"), false, ""},
		{"no such passage", "cohere", source("The lighthouse was built in 1851", "light#top.9"), false, `no such passage: "light#top.9"`},
		{"a good one does not make up for a bad one", "cohere", strings.TrimSuffix(good, "]") + "," + source("Another text", "light#top.1")[1:], false, "citations[1]"},
		{"a format that nobody knows", "acme", good, false, "the format is not"},
		{"no format", "", good, false, "the format is not"},
		{"citations that are none", "cohere", `7`, false, "citefmt: cohere: "},
		{"null is none", "cohere", "null", false, ""},
	} {
		r := lightReport(t, []eval.Answer{{ID: "a", Answer: answer, Format: c.format, Citations: json.RawMessage(c.citations)}}, eval.CheckOptions{})
		a := r.Answers[0]
		if a.Passed != c.passed || (len(a.CitationErrors) == 1) != (c.wrong != "") || !strings.Contains(strings.Join(a.CitationErrors, "\n"), c.wrong) {
			t.Errorf("%s: passed %v, errors %q, failures %+v", c.why, a.Passed, a.CitationErrors, a.Failures)
		}
		if a.Verdict == grounding.NoClaim {
			t.Errorf("%s: the answer was not checked", c.why)
		}
	}
	// What can't be cited fails the answer, however lenient the gate is.
	lenient := eval.CheckOptions{Gate: grounding.Gate{AllowUncited: true}}
	r := lightReport(t, []eval.Answer{{ID: "a", Answer: answer, Format: "cohere", Citations: json.RawMessage(source("The lighthouse was built in 1851", "light#top.9"))}}, lenient)
	if a := r.Answers[0]; a.Passed || len(a.Failures) != 0 {
		t.Errorf("a citation that can't be used passes: %+v", a)
	}
}

// TestEvents: each check is told once, in the order of its number and by one goroutine
// at a time.
func TestEvents(t *testing.T) {
	var answers []eval.Answer
	for i := range 25 {
		for _, a := range lightAnswers() {
			a.ID = fmt.Sprintf("%d-%s", i, a.ID)
			answers = append(answers, a)
		}
	}
	for _, n := range []int{0, 1, 8, 1000} {
		var inside atomic.Int32
		var events []eval.Event // no lock: the race detector sees two at a time
		r := lightReport(t, answers, eval.CheckOptions{Parallel: n, Events: func(e eval.Event) {
			if inside.Add(1) != 1 {
				t.Error("two goroutines tell at a time")
			}
			events = append(events, e)
			time.Sleep(20 * time.Microsecond) // so that another would come
			inside.Add(-1)
		}})
		if len(events) != len(answers) {
			t.Fatalf("parallel %d: %d events of %d", n, len(events), len(answers))
		}
		told := map[string]grounding.Verdict{}
		var order []string
		for i, e := range events {
			if e.Done != i+1 || e.Total != len(answers) {
				t.Errorf("parallel %d: event %d is %d of %d", n, i+1, e.Done, e.Total)
			}
			told[e.ID] = e.Verdict
			order = append(order, e.ID)
		}
		want := map[string]grounding.Verdict{}
		var ids []string
		for _, a := range r.Answers {
			want[a.ID] = a.Verdict
			ids = append(ids, a.ID)
		}
		if diff := cmp.Diff(want, told); diff != "" {
			t.Errorf("parallel %d: verdicts (-want +got):\n%s", n, diff)
		}
		if n == 1 && !slices.Equal(ids, order) {
			t.Errorf("one at a time ends in another order than the answers': %v", order)
		}
	}
}

// TestCheckAnswersBytes: the report is the same to the byte, again and however many
// work on it, with a baseline, waivers and broken answers, too.
func TestCheckAnswersBytes(t *testing.T) {
	var answers []eval.Answer
	for i := range 10 {
		for _, a := range lightAnswers() {
			a.ID = fmt.Sprintf("%d-%s", i, a.ID)
			answers = append(answers, a)
		}
		answers = append(answers, eval.Answer{ID: fmt.Sprint("broken", i), Answer: "It is tall.", Context: []cite.PassageID{"nowhere#top.1"}})
	}
	o := eval.CheckOptions{Seed: 3, Baseline: baselineOf(t, lightReport(t, answers[:40], eval.CheckOptions{})), Waivers: waivers(t, `{"id":"9-a2","reason":"known","expires":"2027-01-01"}`)}
	var first []byte
	for _, n := range []int{1, 8, 8, 0} {
		o.Parallel = n
		data, err := json.Marshal(lightReport(t, answers, o))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) {
			t.Errorf("parallel %d gives another report (-1 +%d):\n%s", n, n, cmp.Diff(string(first), string(data)))
		}
	}
}

// TestCheckAnswersCancelled: once the context is over, checking ends, with its error and
// without a report.
func TestCheckAnswersCancelled(t *testing.T) {
	checker := lightChecker(t)
	answers := slices.Repeat(lightAnswers(), 50)
	for i := range answers {
		answers[i].ID = fmt.Sprint(i)
	}
	for _, n := range []int{1, 8} {
		ctx, cancel := context.WithCancel(t.Context())
		done := 0
		r, err := eval.CheckAnswers(ctx, checker, answers, eval.CheckOptions{Parallel: n, Events: func(eval.Event) {
			if done++; done == 5 {
				cancel()
			}
		}})
		cancel()
		if !errors.Is(err, context.Canceled) || r.Answers != nil {
			t.Errorf("parallel %d: %v, %d answers", n, err, len(r.Answers))
		}
		if done > 5+n { // those that were under way
			t.Errorf("parallel %d: %d answers were checked after the end", n, done-5)
		}
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	cancel(errors.New("enough"))
	if _, err := eval.CheckAnswers(ctx, checker, nil, eval.CheckOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("no answers, cancelled: %v", err)
	}
}

// TestCheckNoAnswers: a file without answers has a report all the same.
func TestCheckNoAnswers(t *testing.T) {
	r := lightReport(t, nil, eval.CheckOptions{})
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if r.Summary.Answers != 0 || r.Schema != grounding.Schema || r.Rules != grounding.RulesVersion {
		t.Errorf("%s", data)
	}
	for _, part := range []string{`"answers":[]`, `"tags":[]`, `"rules":[]`, `"calibration":[]`} {
		if !bytes.Contains(data, []byte(part)) {
			t.Errorf("%s is missing in %s", part, data)
		}
	}
}

// TestUncheckable: what can't be checked is a failure like others: a baseline may have
// it, and a waiver may let it pass.
func TestUncheckable(t *testing.T) {
	answers := []eval.Answer{{ID: "a", Answer: "It is tall.", Context: []cite.PassageID{"nowhere#top.1"}}}
	plain := lightReport(t, answers, eval.CheckOptions{})
	if a := plain.Answers[0]; a.Passed || len(a.Failures) != 1 || a.Verdict != grounding.NoClaim {
		t.Errorf("%+v", a)
	}
	known := lightReport(t, answers, eval.CheckOptions{Baseline: baselineOf(t, plain)})
	if c := known.Summary.Compared; !known.Answers[0].Passed || c.New != 0 || c.Known != 1 {
		t.Errorf("the baseline has it: %+v, %+v", known.Answers[0], c)
	}
	waived := lightReport(t, answers, eval.CheckOptions{Waivers: waivers(t, `{"id":"a","reason":"to be mended","expires":"2027-01-01"}`)})
	if a := waived.Answers[0]; !a.Passed || a.Failures[0].Waived != "to be mended" || waived.Summary.Waivers.Waived != 1 {
		t.Errorf("it is waived: %+v, %+v", a, waived.Summary.Waivers)
	}
}

// TestRowsOfNought: a precision of 0 is a figure, too.
func TestRowsOfNought(t *testing.T) {
	r := lightReport(t, []eval.Answer{{ID: "a", Answer: "The lighthouse was built in 1851.[^2]"}}, eval.CheckOptions{})
	var got [][4]string
	for _, row := range r.Rows() {
		if strings.Contains(row[0], "citation") {
			got = append(got, row)
		}
	}
	want := [][4]string{{"citation recall", "0.000", "0.000 to 0.793", "1"}, {"citation precision", "0.000", "0.000 to 0.793", "1"}, {"superfluous citations", "0.000", "0.000 to 0.793", "1"}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
