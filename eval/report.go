package eval

import (
	"bytes"
	"encoding/json"
	"math"
	"slices"
)

// A Report has the metrics of a run over a data set.
type Report struct {
	queries []string
	metrics []Metric
	scores  [][]float64 // of each metric, by query
}

// Evaluate computes metrics of a run, each for all queries that have a relevant
// document. A metric that stands twice counts once.
func Evaluate(d *Dataset, run *Run, metrics ...Metric) Report {
	var r Report
	for _, q := range d.judged {
		r.queries = append(r.queries, q.ID)
	}
	for _, m := range metrics {
		if slices.Contains(r.metrics, m) {
			continue
		}
		scores := make([]float64, len(r.queries))
		for i, q := range r.queries {
			scores[i] = m.Score(d.grades[q], run.results[q])
		}
		r.metrics, r.scores = append(r.metrics, m), append(r.scores, scores)
	}
	return r
}

// Queries returns the IDs of the queries that count.
func (r Report) Queries() []string { return slices.Clone(r.queries) }

// Metrics returns the metrics in the order in which they were asked for.
func (r Report) Metrics() []Metric { return slices.Clone(r.metrics) }

// Scores returns a metric for each of Queries, nil if it was not asked for.
func (r Report) Scores(m Metric) []float64 {
	i := slices.Index(r.metrics, m)
	if i < 0 {
		return nil
	}
	return slices.Clone(r.scores[i])
}

// Mean returns the mean of a metric over the queries, NaN if it was not asked for.
func (r Report) Mean(m Metric) float64 {
	i := slices.Index(r.metrics, m)
	if i < 0 {
		return math.NaN()
	}
	return mean(r.scores[i])
}

func mean(values []float64) float64 {
	sum := 0.0
	for _, v := range values {
		sum += v
	}
	return sum / float64(len(values))
}

// MarshalJSON writes the number of queries and the mean of each metric under its
// name, in order: {"queries":225,"ndcg@10":0.38}.
func (r Report) MarshalJSON() ([]byte, error) {
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	b.WriteString(`{"queries":`)
	if err := e.Encode(len(r.queries)); err != nil {
		return nil, err
	}
	for _, m := range r.metrics {
		b.WriteString(`,"` + m.String() + `":`)
		if err := e.Encode(r.Mean(m)); err != nil {
			return nil, err
		}
	}
	b.WriteByte('}')
	return b.Bytes(), nil
}
