package vector

import (
	"cmp"
	"context"
	"slices"
)

// A Hit is something that was found, by its ordinal.
type Hit struct {
	Ordinal uint32
	// Score is the cosine of a vector, the sum of a fusion.
	Score float64
}

// compare puts better hits first: a higher score, or a lower ordinal for the same.
func compare(a, b Hit) int {
	if c := cmp.Compare(b.Score, a.Score); c != 0 {
		return c
	}
	return cmp.Compare(a.Ordinal, b.Ordinal)
}

// Ordinals returns the ordinals of hits, in their order.
func Ordinals(hits []Hit) []uint32 {
	out := make([]uint32, len(hits))
	for i, h := range hits {
		out[i] = h.Ordinal
	}
	return out
}

// checkEvery is after how many products of two values the context is looked at:
// well under a millisecond.
const checkEvery = 1 << 18

// Search returns the k vectors nearest to v, best first, of those whose ordinal
// the filter lets pass; a nil filter lets all pass. Ones that point away from v
// are among them if there are no better ones.
func (s *Set) Search(ctx context.Context, v []float32, k int, filter func(ordinal uint32) bool) ([]Hit, error) {
	if s.Len() == 0 || k <= 0 {
		return nil, ctx.Err()
	}
	if err := s.fits(v); err != nil {
		return nil, err
	}
	q := make([]float32, s.dim)
	if some, err := normalize(q, v); err != nil || !some {
		return nil, err
	}
	best := make(heap, 0, min(k, s.Len()))
	work := checkEvery
	for i, have := range s.have {
		if work += s.dim + 1; work >= checkEvery {
			work = 0
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		if !have || filter != nil && !filter(uint32(i)) {
			continue
		}
		best.add(Hit{uint32(i), float64(dot(q, s.row(i)))})
	}
	slices.SortFunc(best, compare)
	return best, nil
}

// A heap keeps as many of the best hits as it has room for, the worst on top.
type heap []Hit

func (h *heap) add(hit Hit) {
	if n := len(*h); n < cap(*h) {
		*h = append(*h, hit)
		h.up(n)
		return
	}
	if compare(hit, (*h)[0]) < 0 {
		(*h)[0] = hit
		h.down()
	}
}

func (h heap) up(i int) {
	for i > 0 {
		parent := (i - 1) / 2
		if compare(h[i], h[parent]) < 0 {
			return
		}
		h[i], h[parent] = h[parent], h[i]
		i = parent
	}
}

func (h heap) down() {
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(h) {
			return
		}
		if other := child + 1; other < len(h) && compare(h[child], h[other]) < 0 {
			child = other
		}
		if compare(h[child], h[i]) < 0 {
			return
		}
		h[i], h[child] = h[child], h[i]
		i = child
	}
}
