package eval_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

// baselineOf writes a report as JSON and reads it back.
func baselineOf(t testing.TB, r eval.AnswersReport) *eval.Baseline {
	t.Helper()
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	b, err := eval.ReadBaseline("before.json", bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// waivers reads waivers as on 27 November 2026.
func waivers(t testing.TB, lines string) *eval.Waivers {
	t.Helper()
	w, err := eval.ReadWaivers("waivers.jsonl", strings.NewReader(lines), time.Date(2026, 11, 27, 23, 59, 0, 0, time.UTC))
	if err != nil {
		t.Fatal(err)
	}
	return w
}

// Three claims of an answer about the lighthouse: two are wrong, one is right.
const (
	wrongYear   = "The lighthouse was built in 1861.[^1]"
	wrongHeight = "Its tower is 41 metres tall.[^2]"
	rightYear   = "The lighthouse was built in 1851.[^1]"
)

// TestBaselineFailures: a failure is the same as before if the answer and the claim are.
func TestBaselineFailures(t *testing.T) {
	type counts struct{ New, Known, Fixed, Answers int }
	one := func(id, text string) []eval.Answer { return []eval.Answer{{ID: id, Answer: text}} }
	for _, c := range []struct {
		why         string
		before, now []eval.Answer
		gate        grounding.Gate // of before
		want        counts
		passed      int // of now
	}{
		{"the same failure", one("a", wrongYear), one("a", wrongYear), grounding.Gate{}, counts{0, 1, 0, 1}, 1},
		{"the same claim elsewhere in the answer", one("a", wrongYear), one("a", rightYear+" "+wrongYear), grounding.Gate{}, counts{0, 1, 0, 1}, 1},
		{"a new failure", one("a", rightYear), one("a", wrongYear), grounding.Gate{}, counts{1, 0, 0, 1}, 0},
		{"another failure of an answer that failed", one("a", wrongYear), one("a", wrongHeight), grounding.Gate{}, counts{1, 0, 1, 1}, 0},
		{"a new one beside a known one", one("a", wrongYear), one("a", wrongYear+" "+wrongHeight), grounding.Gate{}, counts{1, 1, 0, 1}, 0},
		{"one of two is fixed", one("a", wrongYear+" "+wrongHeight), one("a", wrongYear+" Its tower is 31 metres tall.[^2]"), grounding.Gate{}, counts{0, 1, 1, 1}, 1},
		{"all are fixed", one("a", wrongYear), one("a", rightYear), grounding.Gate{}, counts{0, 0, 1, 1}, 1},
		{"the same claim in another answer is new; what is no more is not fixed", one("a", wrongYear), one("b", wrongYear), grounding.Gate{}, counts{1, 0, 0, 0}, 0},
		{"the same claim with another fault is known", one("a", rightYear[:33]+"[^2]"), one("a", rightYear[:33]+"[^9]"), grounding.Gate{}, counts{0, 1, 0, 1}, 1},
		{"a failure that was let be is new", one("a", wrongYear), one("a", wrongYear), grounding.Gate{FailOn: []grounding.Verdict{grounding.Miscited}}, counts{1, 0, 0, 1}, 0},
		{"an answer without a claim failed before", one("a", "Hello!"), one("a", "Hello!"), grounding.Gate{}, counts{0, 1, 0, 1}, 1},
		{"nothing before", nil, one("a", wrongYear), grounding.Gate{}, counts{1, 0, 0, 0}, 0},
		{"nothing now", one("a", wrongYear), nil, grounding.Gate{}, counts{0, 0, 0, 0}, 0},
	} {
		b := baselineOf(t, lightReport(t, c.before, eval.CheckOptions{Gate: c.gate}))
		s := lightReport(t, c.now, eval.CheckOptions{Baseline: b}).Summary
		if s.Compared == nil {
			t.Fatalf("%s: not compared", c.why)
		}
		got := counts{s.Compared.New, s.Compared.Known, s.Compared.Fixed, s.Compared.Answers}
		if diff := cmp.Diff(c.want, got); diff != "" || s.Passed.Count != c.passed {
			t.Errorf("%s: %d pass, want %d (-want +got):\n%s", c.why, s.Passed.Count, c.passed, diff)
		}
	}
}

// TestBaselineWarnings: what was only warned of is no failure that could be known, and
// what is warned of now isn't new.
func TestBaselineWarnings(t *testing.T) {
	answers := []eval.Answer{{ID: "a", Answer: "Высота башни 31 метр.[^2]"}} // no rule reads it
	warned := lightReport(t, answers, eval.CheckOptions{})
	if f := warned.Answers[0].Failures; len(f) != 1 || !f[0].Warning || !warned.Answers[0].Passed {
		t.Fatalf("no warning: %+v", warned.Answers[0])
	}
	strict := lightReport(t, answers, eval.CheckOptions{Baseline: baselineOf(t, warned), Gate: grounding.Gate{Undecided: grounding.Fail}})
	if c := strict.Summary.Compared; strict.Answers[0].Passed || c.New != 1 || c.Known != 0 {
		t.Errorf("a warning was known as a failure: %+v", c)
	}
	again := lightReport(t, answers, eval.CheckOptions{Baseline: baselineOf(t, strict)})
	if c := again.Summary.Compared; !again.Answers[0].Passed || again.Answers[0].Failures[0].Known || c.New != 0 || c.Known != 0 {
		t.Errorf("a warning counts: %+v, %+v", c, again.Answers[0].Failures)
	}
}

// TestBaselineDifference: the shares without a failure are compared over the answers
// that both have, known failures counting as failures.
func TestBaselineDifference(t *testing.T) {
	answers := func(texts ...string) (out []eval.Answer) {
		for i, text := range texts {
			out = append(out, eval.Answer{ID: string(rune('a' + i)), Answer: text})
		}
		return out
	}
	b := baselineOf(t, lightReport(t, answers(rightYear, wrongYear, wrongYear, wrongYear), eval.CheckOptions{}))
	c := lightReport(t, answers(rightYear, rightYear, rightYear, wrongYear, wrongYear), eval.CheckOptions{Baseline: b}).Summary.Compared
	// One of four before, three of four now; the fifth was not there.
	if c.Answers != 4 || c.Difference.Mean != 0.5 || c.Difference.Low > 0.5 || c.Difference.High < 0.5 {
		t.Errorf("%+v", c)
	}
}

func TestReadBaselineErrors(t *testing.T) {
	const prefix = "before.json: no report of answers: "
	for _, c := range []struct{ why, data, want string }{
		{"an empty file", "", prefix + "unexpected end of JSON input"},
		{"cut off", `{"schema":"footnote/1","answers":[`, prefix + "unexpected end of JSON input"},
		{"a list", "[]", prefix + "json: cannot unmarshal array"},
		{"null", "null", prefix + "it has no schema or no answers"},
		{"no schema", `{"answers":[]}`, prefix + "it has no schema or no answers"},
		{"no answers", `{"schema":"footnote/1"}`, prefix + "it has no schema or no answers"},
		{"a report of claims", `{"schema":"footnote/1","items":3,"results":[]}`, prefix + "it has no schema or no answers"},
		{"answers that are none", `{"schema":"footnote/1","answers":4}`, prefix + "json: cannot unmarshal number"},
		{"Markdown", "# Answers\n", prefix + "invalid character '#'"},
	} {
		b, err := eval.ReadBaseline("before.json", strings.NewReader(c.data))
		if e, ok := errors.AsType[*eval.DataError](err); b != nil || !ok || e.File != "before.json" || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%s: %v, want %s…", c.why, err, c.want)
		}
	}
	gone := errors.New("the disk is gone")
	if _, err := eval.ReadBaseline("before.json", iotest.ErrReader(gone)); !errors.Is(err, gone) {
		t.Errorf("%v", err)
	}
	if _, err := eval.ReadBaseline("before.json", strings.NewReader(`{"schema":"footnote/1","answers":[]}`)); err != nil {
		t.Errorf("a report of no answers is one: %v", err)
	}
}
