package eval_test

import (
	"math"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/eval"
)

// TestMetrics holds the metrics against values that were worked out by hand.
// log2(2) = 1, log2(3) = 1.5849625, log2(4) = 2, log2(5) = 2.3219281,
// log2(6) = 2.5849625.
func TestMetrics(t *testing.T) {
	graded := map[string]int{"a": 3, "b": 2, "c": 1, "n": 0, "m": -2}
	binary := map[string]int{"a": 1, "b": 1, "c": 1, "e": 1}
	for _, c := range []struct {
		why    string
		grades map[string]int
		found  string
		metric string
		want   float64
	}{
		// DCG = 2/1 + 0 + 3/2 = 3.5; the best is 3/1 + 2/1.5849625 + 1/2 = 4.7618595.
		{"grades are gains", graded, "b n a", "ndcg@10", 0.7350070},
		// DCG@2 = 2; the best two are 3 + 2/1.5849625 = 4.2618595.
		{"behind the cut nothing counts, in the best order neither", graded, "b n a", "ndcg@2", 0.4692787},
		{"the best order", graded, "a b c n m", "ndcg@10", 1},
		// DCG = 3 + 2/1.5849625 = 4.2618595 of 4.7618595.
		{"what was judged and not found lacks", graded, "a b", "ndcg@10", 0.8949990},
		// DCG = 3/1.5849625 = 1.8927893 of 4.7618595: -2 takes nothing away.
		{"a grade below 0 gains nothing", graded, "m a", "ndcg@10", 0.3974895},
		{"what was not judged gains nothing", graded, "x a", "ndcg@10", 0.3974895},
		{"nothing was found", graded, "", "ndcg@10", 0},
		// DCG = 1/1.5849625 + 1/2.3219281 = 1.0616063; the best four are
		// 1 + 0.6309298 + 0.5 + 0.4306766 = 2.5616063.
		{"grades of 1", binary, "x a y b z", "ndcg@10", 0.4144299},

		// 2 of 4 relevant ones.
		{"recall is of all relevant ones", binary, "x a y b z", "recall@5", 0.5},
		{"recall of fewer results than the cut", binary, "a", "recall@100", 0.25},
		{"recall behind the cut", binary, "x a y b", "recall@3", 0.25},
		{"a grade of 3 is one relevant document", graded, "a", "recall@5", 1.0 / 3},

		// 2 of 5 places.
		{"precision is of all places", binary, "x a y b z", "precision@5", 0.4},
		// 1 of 10 places, though one document was found.
		{"precision of fewer results than the cut", binary, "a", "precision@10", 0.1},

		{"the first relevant one is second", binary, "x a y b", "mrr@10", 0.5},
		{"the first relevant one is at the cut", binary, "x y a", "mrr@3", 1.0 / 3},
		{"the first relevant one is behind the cut", binary, "x y z a", "mrr@3", 0},
		{"a grade of 0 is not relevant", graded, "n m c", "mrr@10", 1.0 / 3},

		// (1/2 + 2/4) / 4.
		{"precision at relevant ranks, over all relevant ones", binary, "x a y b z", "map", 0.25},
		// (1/1 + 2/2 + 3/3 + 4/4) / 4.
		{"all at the top", binary, "a b c e x", "map", 1},
		// 1/12 / 4: no cut.
		{"map looks at the whole run", binary, "1 2 3 4 5 6 7 8 9 10 11 a", "map", 1.0 / 48},

		{"nothing is relevant", map[string]int{"a": 0}, "a", "ndcg@10", 0},
		{"nothing was judged", nil, "a", "map", 0},
	} {
		got := eval.MustParseMetric(c.metric).Score(c.grades, results(strings.Fields(c.found)...))
		if math.Abs(got-c.want) > 1e-7 {
			t.Errorf("%s: %s of %q is %.7f, want %.7f", c.why, c.metric, c.found, got, c.want)
		}
	}
}

func TestParseMetric(t *testing.T) {
	for _, name := range []string{"ndcg@10", "recall@5", "recall@100", "precision@1", "mrr@10", "map"} {
		m, err := eval.ParseMetric(name)
		if err != nil || m.String() != name {
			t.Errorf("%s is read as %q, %v", name, m, err)
		}
	}
	if a, b := eval.MustParseMetric("mrr@10"), eval.MustParseMetric("mrr@10"); a != b || a.Depth() != 10 {
		t.Errorf("%v and %v differ, or are of depth %d", a, b, a.Depth())
	}
	for _, c := range []struct{ name, why string }{
		{"", "nothing"},
		{"@10", "no name"},
		{"ndcg", "no cut"},
		{"map@10", "map has no cut"},
		{"NDCG@10", "capital letters"},
		{"f1@10", "no metric of ours"},
		{"ndcg@", "an empty cut"},
		{"ndcg@0", "a cut of nothing"},
		{"ndcg@-1", "a cut below 0"},
		{"ndcg@+1", "a sign"},
		{"ndcg@010", "a zero in front"},
		{"ndcg@1.5", "no integer"},
		{"ndcg@99999999999999999999", "more than an integer holds"},
		{"ndcg@10 ", "white space"},
	} {
		if m, err := eval.ParseMetric(c.name); err == nil || m != (eval.Metric{}) {
			t.Errorf("%s: %q is read as %q", c.why, c.name, m)
		}
	}
	var none eval.Metric
	if none.String() != "" || none.Score(map[string]int{"a": 1}, results("a")) != 0 {
		t.Error("the zero Metric is one")
	}
	defer func() {
		if recover() == nil {
			t.Error("MustParseMetric takes anything")
		}
	}()
	eval.MustParseMetric("x")
}
