package eval

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
)

// A Metric says of what was found for a query how good it is, from 0 to 1. The
// package documentation defines them. Metrics are comparable; the zero Metric is
// none.
type Metric struct {
	kind metricKind
	k    int // how many documents count; 0 for map
}

type metricKind int

const (
	noMetric metricKind = iota
	ndcg
	recall
	precision
	mrr
	averagePrecision
)

var metricNames = [...]string{ndcg: "ndcg", recall: "recall", precision: "precision", mrr: "mrr", averagePrecision: "map"}

// ParseMetric reads a metric's name, such as "ndcg@10" or "map".
func ParseMetric(name string) (Metric, error) {
	word, number, cut := strings.Cut(name, "@")
	kind := metricKind(slices.Index(metricNames[:], word))
	if kind <= noMetric || cut == (kind == averagePrecision) {
		return Metric{}, fmt.Errorf("eval: there is no metric %s: ndcg@K, recall@K, precision@K, mrr@K or map", quoted(name))
	}
	if !cut {
		return Metric{kind: kind}, nil
	}
	k, err := strconv.Atoi(number)
	if err != nil || k < 1 || strconv.Itoa(k) != number {
		return Metric{}, fmt.Errorf("eval: metric %s: %s is not a number of documents, at least 1", quoted(name), quoted(number))
	}
	return Metric{kind, k}, nil
}

// MustParseMetric is ParseMetric for names that are known to be right; it panics
// on others.
func MustParseMetric(name string) Metric {
	m, err := ParseMetric(name)
	if err != nil {
		panic(err)
	}
	return m
}

// String returns the metric's name, "" for the zero Metric.
func (m Metric) String() string {
	switch m.kind {
	case noMetric:
		return ""
	case averagePrecision:
		return metricNames[m.kind]
	}
	return metricNames[m.kind] + "@" + strconv.Itoa(m.k)
}

// Depth returns how many documents of a query the metric looks at, 0 for all.
func (m Metric) Depth() int { return m.k }

// Score returns the metric of results, best first, for a query whose documents
// have the given grades. Without a relevant document it is 0, and so is the zero
// Metric.
func (m Metric) Score(grades map[string]int, results []Result) float64 {
	n := relevant(grades)
	if n == 0 {
		return 0
	}
	if m.k > 0 {
		results = results[:min(m.k, len(results))]
	}
	switch m.kind {
	case ndcg:
		return gain(grades, results) / idealGain(grades, m.k)
	case recall:
		return float64(found(grades, results)) / float64(n)
	case precision:
		return float64(found(grades, results)) / float64(m.k)
	case mrr:
		for i, r := range results {
			if isRelevant(grades[r.Document]) {
				return 1 / float64(i+1)
			}
		}
	case averagePrecision:
		return precisions(grades, results) / float64(n)
	}
	return 0
}

// found returns how many of the results are relevant.
func found(grades map[string]int, results []Result) int {
	n := 0
	for _, r := range results {
		if isRelevant(grades[r.Document]) {
			n++
		}
	}
	return n
}

// precisions returns the sum of the precision at the rank of each relevant result.
func precisions(grades map[string]int, results []Result) float64 {
	sum, n := 0.0, 0
	for i, r := range results {
		if isRelevant(grades[r.Document]) {
			n++
			sum += float64(n) / float64(i+1)
		}
	}
	return sum
}

// gain returns the discounted cumulative gain of results.
func gain(grades map[string]int, results []Result) float64 {
	sum := 0.0
	for i, r := range results {
		sum += discounted(grades[r.Document], i)
	}
	return sum
}

// idealGain returns the gain of the best k results that there can be.
func idealGain(grades map[string]int, k int) float64 {
	best := make([]int, 0, len(grades))
	for _, g := range grades {
		best = append(best, g)
	}
	slices.Sort(best)
	slices.Reverse(best)
	sum := 0.0
	for i, g := range best[:min(k, len(best))] {
		sum += discounted(g, i)
	}
	return sum
}

// discounted returns what a grade gains behind the given number of documents. One
// that makes no document relevant gains nothing.
func discounted(grade, before int) float64 {
	if !isRelevant(grade) {
		return 0
	}
	return float64(grade) / math.Log2(float64(before+2))
}
