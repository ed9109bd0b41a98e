package eval_test

import (
	"encoding/json"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
)

func TestEvaluate(t *testing.T) {
	d := read(t,
		"corpus.jsonl", goodCorpus,
		"queries.jsonl", goodQueries+`{"_id":"q3","text":"x"}`+"\n"+`{"_id":"q4","text":"y"}`+"\n"+`{"_id":"q5","text":"z"}`,
		"qrels.tsv", "q1\td1\t1\nq2\td2\t1\nq3\td1\t1\nq4\td1\t0\n")
	// q1: rank 2. q2: rank 1. q3: relevant, but not in the run. q4 has nothing
	// relevant and q5 no judgement: neither counts, whatever was found.
	run := runOf(t, "q5", "d1", "q4", "d1", "q1", "d2 d1", "q2", "d2", "q9", "d1")
	mrr, recall := eval.MustParseMetric("mrr@10"), eval.MustParseMetric("recall@1")
	r := eval.Evaluate(d, run, mrr, recall, mrr)

	if diff := cmp.Diff([]string{"q1", "q2", "q3"}, r.Queries()); diff != "" {
		t.Errorf("queries (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]float64{0.5, 1, 0}, r.Scores(mrr)); diff != "" {
		t.Errorf("scores (-want +got):\n%s", diff)
	}
	if got := r.Mean(mrr); got != 0.5 { // (1/2 + 1 + 0) / 3
		t.Errorf("the mean is %v, want 0.5", got)
	}
	if m := eval.MustParseMetric("map"); r.Scores(m) != nil || !math.IsNaN(r.Mean(m)) {
		t.Error("there is a metric that was not asked for")
	}
	data, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(`{"queries":3,"mrr@10":0.5,"recall@1":0.3333333333333333}`, string(data)); diff != "" {
		t.Errorf("JSON (-want +got):\n%s", diff)
	}
}
