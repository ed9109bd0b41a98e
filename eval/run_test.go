package eval_test

import (
	"errors"
	"math"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
)

func TestSet(t *testing.T) {
	type list = []eval.Result
	for _, c := range []struct {
		why       string
		set, want list
	}{
		{"by falling score", list{{"a", 1}, {"b", 3}, {"c", 2}}, list{{"b", 3}, {"c", 2}, {"a", 1}}},
		{"ties by falling ID, as trec_eval has them", list{{"b", 1}, {"c", 1}, {"a", 1}}, list{{"c", 1}, {"b", 1}, {"a", 1}}},
		{"IDs are bytes, not numbers", list{{"10", 1}, {"9", 1}, {"é", 1}, {"z", 1}}, list{{"é", 1}, {"z", 1}, {"9", 1}, {"10", 1}}},
		// 1e-9 is less than half of the last bit of 1 in a float32, 2^-24.
		{"scores that are one as float32 are a tie", list{{"a", 1 + 1e-9}, {"b", 1}}, list{{"b", 1}, {"a", 1}}},
		{"infinite scores", list{{"a", math.Inf(-1)}, {"b", 1e300}, {"c", 0}}, list{{"b", math.Inf(1)}, {"c", 0}, {"a", math.Inf(-1)}}},
		{"no results", nil, list{}},
	} {
		var run eval.Run
		if err := run.Set("q", c.set); err != nil {
			t.Errorf("%s: %v", c.why, err)
		}
		if diff := cmp.Diff(c.want, append(list{}, run.Results("q")...)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
}

func TestSetAgain(t *testing.T) {
	run := runOf(t, "q2", "a", "q1", "b", "q2", "c d")
	if diff := cmp.Diff([]string{"q2", "q1"}, slices.Collect(run.Queries())); diff != "" {
		t.Errorf("queries (-want +got):\n%s", diff)
	}
	run.Results("q2")[0].Document = "x"
	if diff := cmp.Diff(results("c", "d"), run.Results("q2")); diff != "" {
		t.Errorf("results (-want +got):\n%s", diff)
	}
	for _, c := range []struct {
		why, query string
		results    []eval.Result
	}{
		{"no query", "", nil},
		{"a query with a space", "a b", nil},
		{"a query with a line end", "a\n", nil},
		{"no document", "q2", results("")},
		{"a document with a tab", "q2", results("a\tb")},
		{"a document that is not UTF-8", "q2", results("\xff")},
		{"a document twice", "q2", results("a", "b", "a")},
		{"a score that is no number", "q2", []eval.Result{{Document: "a", Score: math.NaN()}}},
	} {
		if err := run.Set(c.query, c.results); err == nil {
			t.Errorf("%s is set", c.why)
		}
	}
	if diff := cmp.Diff(results("c", "d"), run.Results("q2")); diff != "" {
		t.Errorf("what could not be set has changed the run (-want +got):\n%s", diff)
	}
}

func TestWriteTREC(t *testing.T) {
	var run eval.Run
	for _, x := range []struct {
		query   string
		results []eval.Result
	}{
		{"q2", []eval.Result{{"a", 0.1}, {"b", 12}, {"c", 12}}},
		{"q1", nil},
		{"q3", []eval.Result{{"d", 1.0 / 3}, {"e", 1e-30}}},
	} {
		if err := run.Set(x.query, x.results); err != nil {
			t.Fatal(err)
		}
	}
	var b strings.Builder
	if err := run.WriteTREC(&b, "tag"); err != nil {
		t.Fatal(err)
	}
	const want = `q2 Q0 c 1 12 tag
q2 Q0 b 2 12 tag
q2 Q0 a 3 0.1 tag
q3 Q0 d 1 0.33333334 tag
q3 Q0 e 2 1e-30 tag
`
	if diff := cmp.Diff(want, b.String()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if err := run.WriteTREC(&b, "two words"); err == nil {
		t.Error("a tag has two words")
	}
	if err := run.WriteTREC(broken{}, "tag"); !errors.Is(err, errBroken) {
		t.Errorf("the error of the writer is %v", err)
	}
}

var errBroken = errors.New("broken")

type broken struct{}

func (broken) Write([]byte) (int, error) { return 0, errBroken }
func (broken) Read([]byte) (int, error)  { return 0, errBroken }

func TestReadTREC(t *testing.T) {
	const text = "\ufeffq1 Q0 a 7 0.5 tag\r\n\n" + // a byte order mark, a wrong rank
		"q2\t0\tb  1\t-1e3 tag and more\n" + // tabs, a query between another's lines
		"  q1 Q0 c 1 0.5 other" // another tag, no line end
	run, err := eval.ReadTREC("old.run", strings.NewReader(text))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]eval.Result{{Document: "c", Score: 0.5}, {Document: "a", Score: 0.5}}, run.Results("q1")); diff != "" {
		t.Errorf("q1 (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]eval.Result{{Document: "b", Score: -1000}}, run.Results("q2")); diff != "" {
		t.Errorf("q2 (-want +got):\n%s", diff)
	}
	for _, c := range []struct {
		why, text string
		line      int
		want      string
	}{
		{"nothing", "", 0, "no document is in it"},
		{"five fields", "q1 Q0 a 1 0.5\n", 1, "5 fields"},
		{"judgements", "q1\ta\t1\n", 1, "3 fields"},
		{"no score", "q1 Q0 a 1 0.5 tag\nq1 Q0 b 1 high tag\n", 2, `the score "high" is no number`},
		{"NaN", "q1 Q0 a 1 nan tag\n", 1, "is no number"},
		{"a document twice", "q1 Q0 a 1 2 tag\nq2 Q0 a 1 2 tag\nq1 Q0 a 2 1 tag\n", 3, `"q1" has the document "a" before`},
		{"no UTF-8", "q1 Q0 \xff 1 2 tag\n", 1, "not UTF-8"},
		{"NUL", "q1 Q0 a\x00 1 2 tag\n", 1, "control character"},
	} {
		_, err := eval.ReadTREC("old.run", strings.NewReader(c.text))
		e, ok := errors.AsType[*eval.DataError](err)
		if !ok || e.File != "old.run" || e.Line != c.line || !strings.Contains(e.Error(), c.want) {
			t.Errorf("%s: %v; want line %d, %s", c.why, err, c.line, c.want)
		}
	}
	if _, err := eval.ReadTREC("old.run", broken{}); !errors.Is(err, errBroken) || !strings.Contains(err.Error(), "old.run") {
		t.Errorf("the error of the reader is %v", err)
	}
}
