package vector

import "slices"

// FuseK is the usual constant of [Fuse], from the paper it cites.
const FuseK = 60

// A Ranking is what one way of searching found.
type Ranking struct {
	// Ordinals are what it found, best first. Of one that stands there twice,
	// the first place counts.
	Ordinals []uint32
	// Weight is how much the ranking counts; 0 is 1. It is finite and not
	// negative.
	Weight float64
}

// Fuse joins rankings by reciprocal rank fusion (Cormack, Clarke and Büttcher
// 2009, "Reciprocal rank fusion outperforms Condorcet and individual rank learning
// methods"): the score of an ordinal is the sum, over the rankings that have it,
// of weight / (k + rank), rank counting from 1. All that any ranking has is
// returned, best first; of two with one score the lower ordinal is better.
func Fuse(k float64, rankings ...Ranking) []Hit {
	// The parts of a sum are kept apart until all are known, since sums of
	// floating-point numbers depend on their order: places 1, 2 and 3 must tie
	// with places 3, 2 and 1.
	n, most := len(rankings), 0
	for _, r := range rankings {
		most += len(r.Ordinals)
	}
	row := make(map[uint32]int, most)
	hits := make([]Hit, 0, most)
	parts := make([]float64, 0, most*n)
	for r, ranking := range rankings {
		weight := ranking.Weight
		if weight == 0 {
			weight = 1
		}
		for i, ordinal := range ranking.Ordinals {
			at, ok := row[ordinal]
			if !ok {
				at = len(hits)
				row[ordinal] = at
				hits = append(hits, Hit{Ordinal: ordinal})
				parts = parts[:len(parts)+n] // zeros
			}
			if p := &parts[at*n+r]; *p == 0 {
				*p = weight / (k + float64(i+1))
			}
		}
	}
	for i := range hits {
		own := parts[i*n : (i+1)*n]
		slices.Sort(own)
		for _, p := range own {
			hits[i].Score += p
		}
	}
	slices.SortFunc(hits, compare)
	return hits
}
