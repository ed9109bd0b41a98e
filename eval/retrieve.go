package eval

import (
	"context"
	"fmt"
)

// A Searcher finds the k best passages for a question, best first, and names the
// document of each: one may stand several times. Fewer than k mean that there are
// no others.
type Searcher func(ctx context.Context, question string, k int) ([]Result, error)

// Retrieve asks a searcher the judged queries of a data set and returns the best
// documents for each, at most depth. It asks for more passages until there are
// so many documents, or no other passage. Where a tie stands across that depth,
// the searcher's order decides what is left out.
func Retrieve(ctx context.Context, d *Dataset, search Searcher, depth int) (*Run, error) {
	if depth < 1 {
		return nil, fmt.Errorf("eval: a run of %d documents for each query; at least 1", depth)
	}
	run := &Run{}
	for _, q := range d.judged {
		results, err := bestDocuments(ctx, search, q.Text, depth)
		if err != nil {
			return nil, fmt.Errorf("eval: query %s: %w", quoted(q.ID), err)
		}
		if err := run.Set(q.ID, results); err != nil {
			return nil, err
		}
	}
	return run, nil
}

// bestDocuments returns the documents of the best passages, each with the score of
// its best one.
func bestDocuments(ctx context.Context, search Searcher, question string, depth int) ([]Result, error) {
	for k := depth; ; k *= 2 {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		passages, err := search(ctx, question, k)
		if err != nil {
			return nil, err
		}
		var out []Result
		seen := map[string]bool{}
		for _, p := range passages {
			if len(out) < depth && !seen[p.Document] {
				seen[p.Document] = true
				out = append(out, p)
			}
		}
		if len(out) == depth || len(passages) < k {
			return out, nil
		}
	}
}
