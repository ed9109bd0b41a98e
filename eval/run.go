package eval

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
)

// A Result is a document that was found, with its score.
type Result struct {
	Document string // its ID
	Score    float64
}

// A Run is what a system found: for each query its documents, best first. The
// zero Run has no queries.
type Run struct {
	queries []string
	results map[string][]Result
}

// Set sets what was found for a query, in whatever order. It is kept in that of
// trec_eval, with scores as float32: see the package documentation. IDs that are
// empty or have white space in them, a document that stands twice, and a score
// that is no number are errors, and leave the run as it was.
func (r *Run) Set(query string, results []Result) error {
	if err := checkID(query); err != nil {
		return fmt.Errorf("eval: query: %w", err)
	}
	kept := make([]Result, len(results))
	seen := make(map[string]bool, len(results))
	for i, x := range results {
		err := checkID(x.Document)
		switch {
		case err != nil:
		case seen[x.Document]:
			err = errors.New("it stands twice")
		case math.IsNaN(x.Score):
			err = errors.New("its score is no number")
		}
		if err != nil {
			return fmt.Errorf("eval: query %s: document %s: %w", quoted(query), quoted(x.Document), err)
		}
		seen[x.Document] = true
		kept[i] = Result{x.Document, float64(float32(x.Score))}
	}
	slices.SortFunc(kept, func(a, b Result) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(b.Document, a.Document))
	})
	if r.results == nil {
		r.results = map[string][]Result{}
	}
	if _, ok := r.results[query]; !ok {
		r.queries = append(r.queries, query)
	}
	r.results[query] = kept
	return nil
}

// Queries returns the queries in the order in which they were set first.
func (r *Run) Queries() iter.Seq[string] { return slices.Values(r.queries) }

// Results returns what was found for a query, best first, nil if the run doesn't
// have it.
func (r *Run) Results(query string) []Result { return slices.Clone(r.results[query]) }
