package eval_test

import (
	"bytes"
	"context"
	"encoding/json"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

const island = "# Ferry\n\nThe ferry carries 40 cars to the island.[^1] It leaves at seven.[^2]\n\n[^1]: The timetable\n[^2]: A poster\n"

func islandChecker(t testing.TB) *grounding.Checker {
	t.Helper()
	article, err := corpus.Parse("ferry.md", []byte(island))
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

const islandAnswers = `{"id":"a1","answer":"The ferry carries 40 cars to the island.[^1]","tags":["number"],"expect":{"verdict":"supported","claims":[{"start":0,"end":40,"verdict":"supported"}]}}
{"id":"a2","answer":"The ferry carries 60 cars to the island.[^1]","tags":["number"],"expect":{"claims":[{"start":0,"end":40,"verdict":"contradicted"}]}}
{"id":"a3","answer":"It leaves at seven.[^1]","expect":{"claims":[{"start":0,"end":19,"verdict":"miscited"}]}}
{"id":"a4","answer":"The article does not say who steers it.","question":"Who steers it?","expect":{"answerable":false}}
{"id":"a5","answer":"The ferry carries 60 cars to the island.[^1]","expect":{"claims":[{"start":0,"end":40,"verdict":"supported"}]}}
`

func islandReport(t *testing.T, lines string, o eval.CheckOptions) eval.AnswersReport {
	t.Helper()
	answers, err := eval.ReadAnswers("answers.jsonl", strings.NewReader(lines))
	if err != nil {
		t.Fatal(err)
	}
	r, err := eval.CheckAnswers(t.Context(), islandChecker(t), answers, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestCheckAnswers compares each figure with what a count by hand gives.
func TestCheckAnswers(t *testing.T) {
	r := islandReport(t, islandAnswers, eval.CheckOptions{})
	s := r.Summary
	got := map[string]any{
		"answers": s.Answers, "passed": s.Passed.Count, "claims": s.ClaimVerdicts,
		"labelled": s.Claims.Labelled, "right": s.Claims.Accuracy.Count, "alarms": s.Claims.FalseAlarms.Count, "accepts": s.Claims.FalseAccepts.Count,
		"graded": s.AnswerGrade.Labelled, "cited well": s.Citations.Precision.Count, "refused": s.Refusals.Refused,
		"confused": s.Claims.Confusion[grounding.Supported], "number": s.Tags[0].Accuracy.Count,
	}
	want := map[string]any{
		"answers": 5, "passed": 1, "claims": map[grounding.Verdict]int{grounding.Supported: 1, grounding.Contradicted: 2, grounding.Miscited: 1, grounding.NoClaim: 1},
		"labelled": 4, "right": 3, "alarms": 1, "accepts": 0,
		"graded": 1, "cited well": 1, "refused": 1,
		"confused": map[grounding.Verdict]int{grounding.Supported: 1, grounding.Contradicted: 1}, "number": 2,
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("figures (-want +got):\n%s", diff)
	}
	if f := s.Claims.Accuracy; f.Share != 0.75 || f.Low >= 0.75 || f.High <= 0.75 {
		t.Errorf("accuracy %+v, want .75 within an interval", f)
	}
}

// TestCheckAnswersGoesOn: one answer that can't be checked fails, the next is checked.
func TestCheckAnswersGoesOn(t *testing.T) {
	r := islandReport(t, `{"id":"a0","answer":"It leaves at seven.[^2]","context":["nowhere#top.1"]}`+"\n"+islandAnswers, eval.CheckOptions{})
	if a := r.Answers[0]; a.Passed || len(a.Failures) != 1 || !strings.Contains(a.Failures[0].Message, "nowhere#top.1") {
		t.Errorf("%+v", a)
	}
	if len(r.Answers) != 6 || !r.Answers[1].Passed {
		t.Error("the others were not checked")
	}
}

// TestCheckAnswersInParallel: the report is the same however many work on it.
func TestCheckAnswersInParallel(t *testing.T) {
	lines := ""
	for i := range 40 {
		lines += strings.ReplaceAll(strings.ReplaceAll(islandAnswers, `"id":"a`, `"id":"`+strconv.Itoa(i)+"-"), " 60 ", " "+strconv.Itoa(41+i)+" ")
	}
	var reports [2][]byte
	for i, n := range []int{1, 8} {
		var err error
		if reports[i], err = json.Marshal(islandReport(t, lines, eval.CheckOptions{Parallel: n})); err != nil {
			t.Fatal(err)
		}
	}
	if !bytes.Equal(reports[0], reports[1]) {
		t.Error("eight at a time give another report than one")
	}
}

func TestCheckAnswersStops(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	answers, err := eval.ReadAnswers("answers.jsonl", strings.NewReader(islandAnswers))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := eval.CheckAnswers(ctx, islandChecker(t), answers, eval.CheckOptions{}); !errors.Is(err, context.Canceled) {
		t.Errorf("a cancelled context: %v", err)
	}
	if _, err := eval.CheckAnswers(t.Context(), nil, answers, eval.CheckOptions{}); err == nil {
		t.Error("no checker: no error")
	}
}

// TestBaseline: what failed before is known, what is new fails, what is mended is told.
func TestBaseline(t *testing.T) {
	var before bytes.Buffer
	if err := json.NewEncoder(&before).Encode(islandReport(t, islandAnswers, eval.CheckOptions{})); err != nil {
		t.Fatal(err)
	}
	b, err := eval.ReadBaseline("before.json", &before)
	if err != nil {
		t.Fatal(err)
	}
	now := strings.Replace(islandAnswers, `carries 40 cars to the island.[^1]","tags"`, `carries 80 cars to the island.[^1]","tags"`, 1)
	now = strings.Replace(now, "seven.[^1]", "seven.[^2]", 1)
	c := islandReport(t, now, eval.CheckOptions{Baseline: b}).Summary.Compared
	if c == nil || c.New != 1 || c.Fixed != 1 || c.Known != 3 || c.Answers != 5 {
		t.Errorf("one new, one fixed, the rest known: %+v", c)
	}
	for _, broken := range []string{"", "{", "[]", "{}", `{"schema":"footnote/1"}`} {
		if _, err := eval.ReadBaseline("before.json", strings.NewReader(broken)); err == nil || !strings.HasPrefix(err.Error(), "before.json: ") {
			t.Errorf("%q: %v", broken, err)
		}
	}
}

func TestWaivers(t *testing.T) {
	day := time.Date(2026, 11, 27, 0, 0, 0, 0, time.UTC)
	w, err := eval.ReadWaivers("waivers.jsonl", strings.NewReader(`{"id":"a2","code":"number-mismatch","reason":"known","expires":"2026-11-27"}
{"id":"a3","reason":"known","expires":"2026-11-26"}
{"id":"a5","claim":"another claim","reason":"known","expires":"2027-01-01"}
`), day)
	if err != nil {
		t.Fatal(err)
	}
	r := islandReport(t, islandAnswers, eval.CheckOptions{Waivers: w})
	if !r.Answers[1].Passed || r.Answers[2].Passed || r.Answers[4].Passed {
		t.Error("waived on its last day, not after it, and not for another claim")
	}
	if x := r.Summary.Waivers; x == nil || x.Waived != 1 || !cmp.Equal(x.Expired, []string{"a3"}) || !cmp.Equal(x.Unused, []string{"a5"}) {
		t.Errorf("%+v", x)
	}
	var before bytes.Buffer
	if err := json.NewEncoder(&before).Encode(r); err != nil {
		t.Fatal(err)
	}
	b, err := eval.ReadBaseline("before.json", &before)
	if err != nil {
		t.Fatal(err)
	}
	if r := islandReport(t, islandAnswers, eval.CheckOptions{Baseline: b}); r.Answers[1].Passed || r.Summary.Compared.New != 1 || r.Summary.Compared.Difference.Mean != 0 {
		t.Errorf("what was waived before fails without the waiver: %+v", r.Summary.Compared)
	}
	for _, broken := range []string{`{"id":"a2","reason":"known"}`, `{"id":"a2","reason":"known","expires":"soon"}`, `{"reason":"known","expires":"2027-01-01"}`, `[]`} {
		if _, err := eval.ReadWaivers("waivers.jsonl", strings.NewReader(broken), day); err == nil || !strings.HasPrefix(err.Error(), "waivers.jsonl:1: ") {
			t.Errorf("%s: %v", broken, err)
		}
	}
}

// TestAnswersRendered: what stands in an answer is text in every form.
func TestAnswersRendered(t *testing.T) {
	const id = `<script>alert("a")</script> | **x**`
	line, err := json.Marshal(map[string]any{"id": id, "answer": "The ferry carries 60 cars to the <b>island</b> & back\u0001.[^1]"})
	if err != nil {
		t.Fatal(err)
	}
	r := islandReport(t, string(line)+"\n", eval.CheckOptions{})
	render := func(write func(io.Writer) error) string {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			t.Fatal(err)
		}
		return b.String()
	}
	page := render(func(w io.Writer) error { return r.WriteHTML(w, id) })
	for _, bad := range []string{"<script>alert", "<b>island", "http://", "https://"} {
		if strings.Contains(page, bad) {
			t.Errorf("the page has %q", bad)
		}
	}
	suite := render(func(w io.Writer) error { return r.WriteJUnit(w, id) })
	for d := xml.NewDecoder(strings.NewReader(suite)); ; {
		if _, err := d.Token(); err == io.EOF {
			break
		} else if err != nil {
			t.Fatalf("no XML: %v\n%s", err, suite)
		}
	}
	if md := render(r.WriteMarkdown); strings.Contains(md, "<script>") || strings.Contains(md, "**x**") {
		t.Errorf("Markdown of the answer is at work:\n%s", md)
	}
}

func TestReadAnswersBroken(t *testing.T) {
	for _, tt := range []struct{ line, want string }{
		{`{"id":"a1"`, "answers.jsonl:1: the line is not JSON"},
		{`{"id":"a1"}`, `answers.jsonl:1: "answer" is missing or empty`},
		{`{"id":"a1","answer":"The ferry.","expect":{"claims":[{"start":4,"end":2,"verdict":"supported"}]}}`, "answers.jsonl:1: expect.claims[0]: "},
		{`{"id":"a1","answer":"The ferry.","expect":{"claims":[{"start":0,"end":2,"verdict":"true"}]}}`, "answers.jsonl:1: expect.claims[0]: "},
		{`{"id":"a1","answer":"The ferry.","expect":{"verdict":"true"}}`, "answers.jsonl:1: expect"},
		{"{\"id\":\"a1\",\"answer\":\"x\"}\n{\"id\":\"a1\",\"answer\":\"y\"}", "answers.jsonl:2: "},
	} {
		answers, err := eval.ReadAnswers("answers.jsonl", strings.NewReader(tt.line+"\n"+`{"id":"good","answer":"The ferry."}`))
		if err == nil || !strings.HasPrefix(err.Error(), tt.want) {
			t.Errorf("%s: %v, want %s…", tt.line, err, tt.want)
		}
		if n := len(answers); n == 0 || answers[n-1].ID != "good" {
			t.Errorf("%s: the good line is lost", tt.line)
		}
	}
}

// TestReadAnswersLong: a line that is too long is one error, and the next line has its
// own number.
func TestReadAnswersLong(t *testing.T) {
	long := `{"id":"a1","answer":"` + strings.Repeat("x", 9<<20) + `"}`
	answers, err := eval.ReadAnswers("f", strings.NewReader(long+"\n{\n"+`{"id":"a2","answer":"The ferry."}`))
	if len(answers) != 1 || err == nil || strings.Count(err.Error(), "\n") != 1 || !strings.HasPrefix(err.Error(), "f:1: ") || !strings.Contains(err.Error(), "\nf:2: ") {
		t.Errorf("%d answers, %v", len(answers), err)
	}
}

// TestCheckClaims: of the parts of a group the best counts.
func TestCheckClaims(t *testing.T) {
	items, err := eval.ReadClaims("claims.jsonl", strings.NewReader(`{"id":"c1","group":"g","claim":"The ferry carries 40 cars.","evidence":["It leaves at seven."],"label":"supported"}
{"id":"c2","group":"g","claim":"The ferry carries 40 cars.","evidence":["The ferry carries 40 cars."],"label":"supported"}
{"id":"c3","claim":"A painter bought the brewery.","evidence":["The ferry carries 40 cars."],"label":"unsupported"}
{"id":"c4","claim":"A painter bought the brewery.","evidence":["The ferry carries 40 cars."]}
`))
	if err != nil {
		t.Fatal(err)
	}
	r, err := eval.CheckClaims(t.Context(), items, eval.CheckOptions{Parallel: 3})
	if err != nil {
		t.Fatal(err)
	}
	if r.Items != 3 || r.Accuracy != 1 || r.BalancedAccuracy != 1 || r.AUROC != 1 || len(r.Results) != 4 {
		t.Errorf("%d items, accuracy %v, balanced %v, AUROC %v, %d results", r.Items, r.Accuracy, r.BalancedAccuracy, r.AUROC, len(r.Results))
	}
	if r.Results[1].Verdict != grounding.Supported {
		t.Errorf("what is stated is %s", r.Results[1].Verdict)
	}
}

// TestCalibrate finds the weights by which labels were drawn, and that they help.
func TestCalibrate(t *testing.T) {
	const a, b = -1.0, 2.0
	r := rand.New(rand.NewPCG(1, 2))
	var scores []eval.LabelledScore
	for range 20_000 {
		s := 0.02 + 0.96*r.Float64()
		p := 1 / (1 + math.Exp(-(a + b*math.Log(s/(1-s)))))
		scores = append(scores, eval.LabelledScore{Score: s, Supported: r.Float64() < p})
	}
	c, err := eval.Calibrate(scores, 7)
	if err != nil {
		t.Fatal(err)
	}
	if math.Abs(c.A-a) > 0.1 || math.Abs(c.B-b) > 0.1 {
		t.Errorf("a %.3f and b %.3f, want %v and %v", c.A, c.B, a, b)
	}
	if c.After.LogLoss >= c.Before.LogLoss || c.After.Brier >= c.Before.Brier {
		t.Errorf("losses %+v, then %+v", c.Before, c.After)
	}
	if _, err := eval.Calibrate(scores[:5], 7); err == nil {
		t.Error("five labels are enough")
	}
}

// FuzzReadAnswers checks that lines are read or refused with their place, and that what
// was read can be checked and written.
func FuzzReadAnswers(f *testing.F) {
	f.Add(islandAnswers)
	f.Add(`{"id":"\ud800","answer":"x\u0000","expect":{"claims":[{"start":-1,"end":9999999999,"verdict":""}]}}`)
	f.Add("null\n[]\n{}\n\ufeff{\"id\":\"a\",\"answer\":\"The ferry.\",\"citations\":[{}],\"format\":\"openai\"}")
	checker := islandChecker(f)
	f.Fuzz(func(t *testing.T, lines string) {
		answers, err := eval.ReadAnswers("f", strings.NewReader(lines))
		if err != nil && !strings.HasPrefix(err.Error(), "f") {
			t.Fatalf("no place: %v", err)
		}
		r, err := eval.CheckAnswers(t.Context(), checker, answers, eval.CheckOptions{})
		if err != nil {
			return
		}
		if r.Summary.Answers != len(answers) {
			t.Fatalf("%d answers of %d", r.Summary.Answers, len(answers))
		}
		for _, write := range []func(io.Writer) error{r.WriteMarkdown, func(w io.Writer) error { return r.WriteHTML(w, "f") }, func(w io.Writer) error { return r.WriteJUnit(w, "f") }} {
			if err := write(io.Discard); err != nil {
				t.Fatal(err)
			}
		}
	})
}
