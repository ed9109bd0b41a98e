package eval_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
)

// TestWaiversMatch: a waiver lets pass what it names, on its last day still, and is told
// of if it didn't have to or is over.
func TestWaiversMatch(t *testing.T) {
	answers := []eval.Answer{{ID: "a", Answer: wrongYear + " " + wrongHeight}, {ID: "b", Answer: rightYear}}
	type outcome struct {
		Passed          bool // a
		Reasons         string
		Waived          int
		Expired, Unused string
	}
	for _, c := range []struct {
		why, lines string
		want       outcome
	}{
		{"nothing", "", outcome{false, "|", 0, "", ""}},
		{"the answer", `{"id":"a","reason":"r","expires":"2026-12-01"}`, outcome{true, "r|r", 2, "", ""}},
		{"one claim, by its text without marks", `{"id":"a","claim":"The lighthouse was built in 1861.","reason":"r","expires":"2026-12-01"}`, outcome{false, "r|", 1, "", ""}},
		{"both claims, a waiver each", `{"id":"a","claim":"The lighthouse was built in 1861.","reason":"r","expires":"2026-12-01"}
{"id":"a","claim":"Its tower is 41 metres tall.","reason":"s","expires":"2026-12-01"}`, outcome{true, "r|s", 2, "", ""}},
		{"a code", `{"id":"a","code":"number-mismatch","reason":"r","expires":"2026-12-01"}`, outcome{false, "|r", 1, "", ""}},
		{"a claim with another code", `{"id":"a","claim":"The lighthouse was built in 1861.","code":"number-mismatch","reason":"r","expires":"2026-12-01"}`, outcome{false, "|", 0, "", "a"}},
		{"a claim that isn't there", `{"id":"a","claim":"The lighthouse","reason":"r","expires":"2026-12-01"}`, outcome{false, "|", 0, "", "a"}},
		{"another answer, which passes", `{"id":"b","reason":"r","expires":"2026-12-01"}`, outcome{false, "|", 0, "", "b"}},
		{"an answer that isn't there", `{"id":"z","reason":"r","expires":"2026-12-01"}`, outcome{false, "|", 0, "", "z"}},
		{"its last day", `{"id":"a","reason":"r","expires":"2026-11-27"}`, outcome{true, "r|r", 2, "", ""}},
		{"the day after", `{"id":"a","reason":"r","expires":"2026-11-26"}`, outcome{false, "|", 0, "a", ""}},
		{"long ago", `{"id":"a","reason":"r","expires":"0999-12-31"}`, outcome{false, "|", 0, "a", ""}},
		{"of two the first that holds", `{"id":"a","reason":"old","expires":"2020-01-01"}
{"id":"a","reason":"r","expires":"2026-12-01"}
{"id":"a","reason":"s","expires":"2026-12-01"}`, outcome{true, "r|r", 2, "a", "a"}},
	} {
		r := lightReport(t, answers, eval.CheckOptions{Waivers: waivers(t, c.lines)})
		a, s := r.Answers[0], r.Summary.Waivers
		if s == nil || len(a.Failures) != 2 {
			t.Fatalf("%s: %+v, %+v", c.why, s, a.Failures)
		}
		got := outcome{a.Passed, a.Failures[0].Waived + "|" + a.Failures[1].Waived, s.Waived, strings.Join(s.Expired, " "), strings.Join(s.Unused, " ")}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

// TestWaiversWithBaseline: a failure that is waived now and was known before counts as
// known, and the waiver has a use.
func TestWaiversWithBaseline(t *testing.T) {
	answers := []eval.Answer{{ID: "a", Answer: wrongYear}}
	o := eval.CheckOptions{Baseline: baselineOf(t, lightReport(t, answers, eval.CheckOptions{})), Waivers: waivers(t, `{"id":"a","reason":"r","expires":"2026-12-01"}`)}
	r := lightReport(t, answers, o)
	if f := r.Answers[0].Failures[0]; !f.Known || f.Waived != "r" {
		t.Errorf("%+v", f)
	}
	if c, w := r.Summary.Compared, r.Summary.Waivers; c.Known != 1 || c.New != 0 || len(w.Unused) != 0 {
		t.Errorf("%+v, %+v", c, w)
	}
}

func TestReadWaiversErrors(t *testing.T) {
	const all = `a waiver has an "id", a "reason" and a day when it "expires"`
	day := time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ why, line, want string }{
		{"no ID", `{"reason":"r","expires":"2026-12-01"}`, all},
		{"no reason", `{"id":"a","expires":"2026-12-01"}`, all},
		{"an empty reason", `{"id":"a","reason":"","expires":"2026-12-01"}`, all},
		{"for ever", `{"id":"a","reason":"r"}`, all},
		{"no day", `{"id":"a","reason":"r","expires":"soon"}`, `expires: "soon" is no day such as 2027-01-31`},
		{"a day that isn't", `{"id":"a","reason":"r","expires":"2026-02-30"}`, `expires: "2026-02-30" is no day`},
		{"a time", `{"id":"a","reason":"r","expires":"2026-12-01T00:00:00Z"}`, `is no day`},
		{"a year of five digits, which would sort wrongly", `{"id":"a","reason":"r","expires":"10000-01-01"}`, `is no day`},
		{"a number", `{"id":"a","reason":"r","expires":2026}`, `"expires" is a JSON number, which it can't be`},
		{"a list", `["a"]`, "the line is a JSON array"},
	} {
		w, err := eval.ReadWaivers("w.jsonl", strings.NewReader(`{"id":"a","reason":"r","expires":"2026-12-01"}`+"\n"+c.line), day)
		if w != nil || err == nil || !strings.HasPrefix(err.Error(), "w.jsonl:2: ") || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want w.jsonl:2: … %s", c.why, err, c.want)
		}
	}
}
