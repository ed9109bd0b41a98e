package eval_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
)

// passages makes a searcher that finds these, best first, and notes how many it
// was asked for.
func passages(asked *[]int, found []eval.Result) eval.Searcher {
	return func(_ context.Context, _ string, k int) ([]eval.Result, error) {
		*asked = append(*asked, k)
		return found[:min(k, len(found))], nil
	}
}

func TestRetrieve(t *testing.T) {
	var crowded []eval.Result // eight passages of one document before the others
	for i := range 8 {
		crowded = append(crowded, eval.Result{Document: "a", Score: float64(20 - i)})
	}
	crowded = append(crowded, results("b", "c", "d")...)
	for _, c := range []struct {
		why   string
		found []eval.Result
		depth int
		want  []eval.Result
		asked []int
	}{
		{"a document has the score of its best passage", []eval.Result{{"a", 3}, {"b", 2}, {"a", 1}}, 10, []eval.Result{{"a", 3}, {"b", 2}}, []int{10}},
		{"no more than the depth", results("a", "b", "c"), 2, []eval.Result{{"a", 3}, {"b", 2}}, []int{2}},
		{"deep enough that all documents come that there are", crowded, 3, []eval.Result{{"a", 20}, {"b", 3}, {"c", 2}}, []int{3, 6, 12}},
		{"no deeper than passages go", crowded, 5, []eval.Result{{"a", 20}, {"b", 3}, {"c", 2}, {"d", 1}}, []int{5, 10, 20}},
		{"nothing is found", nil, 5, nil, []int{5}},
		{"of a tie across the depth the searcher's first stays", []eval.Result{{"a", 1}, {"b", 1}, {"c", 1}}, 2, []eval.Result{{"b", 1}, {"a", 1}}, []int{2}},
	} {
		d := read(t, "corpus.jsonl", goodCorpus, "queries.jsonl", goodQueries, "qrels.tsv", "q1\td1\t1\n")
		var asked []int
		run, err := eval.Retrieve(t.Context(), d, passages(&asked, c.found), c.depth)
		if err != nil {
			t.Errorf("%s: %v", c.why, err)
			continue
		}
		if diff := cmp.Diff([]string{"q1"}, slices.Collect(run.Queries())); diff != "" {
			t.Errorf("%s: queries (-want +got):\n%s", c.why, diff)
		}
		if diff := cmp.Diff(append([]eval.Result{}, c.want...), append([]eval.Result{}, run.Results("q1")...)); diff != "" {
			t.Errorf("%s: results (-want +got):\n%s", c.why, diff)
		}
		if diff := cmp.Diff(c.asked, asked); diff != "" {
			t.Errorf("%s: asked for (-want +got):\n%s", c.why, diff)
		}
	}
}

func TestRetrieveErrors(t *testing.T) {
	var asked []int
	fails := func(context.Context, string, int) ([]eval.Result, error) { return nil, errBroken }
	if _, err := eval.Retrieve(t.Context(), good(t), fails, 10); !errors.Is(err, errBroken) || fmt.Sprint(err) != `eval: query "q1": broken` {
		t.Errorf("the error of the searcher is %v", err)
	}
	if _, err := eval.Retrieve(t.Context(), good(t), passages(&asked, results("a b")), 10); err == nil {
		t.Error("a document has a space in its ID")
	}
	if _, err := eval.Retrieve(t.Context(), good(t), passages(&asked, nil), 0); err == nil {
		t.Error("a run has no depth")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	asked = nil
	if _, err := eval.Retrieve(ctx, good(t), passages(&asked, nil), 10); !errors.Is(err, context.Canceled) || asked != nil {
		t.Errorf("the error is %v, asked for %v, though nobody waits", err, asked)
	}
}
