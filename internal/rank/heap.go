package rank

import (
	"math"
	"slices"
)

// A heap keeps the k best hits, the worst of them on top.
type heap struct {
	k    int
	hits []Hit
}

func (h *heap) reset(k int) {
	h.k = max(1, k)
	h.hits = h.hits[:0]
}

// threshold is the score below which a hit is not among the best.
func (h *heap) threshold() float64 {
	if len(h.hits) < h.k {
		return math.Inf(-1)
	}
	return h.hits[0].Score
}

// worse is the order of the heap: a lower score, or a later place for the same.
func worse(a, b Hit) bool {
	if a.Score != b.Score {
		return a.Score < b.Score
	}
	return a.Order > b.Order
}

// add takes a hit if it is among the best and reports whether the heap is full.
func (h *heap) add(hit Hit) bool {
	if len(h.hits) < h.k {
		h.hits = append(h.hits, hit)
		for i := len(h.hits) - 1; i > 0; {
			parent := (i - 1) / 2
			if !worse(h.hits[i], h.hits[parent]) {
				break
			}
			h.hits[i], h.hits[parent] = h.hits[parent], h.hits[i]
			i = parent
		}
		return len(h.hits) == h.k
	}
	if !worse(h.hits[0], hit) {
		return true
	}
	h.hits[0] = hit
	for i := 0; ; {
		child := 2*i + 1
		if child >= len(h.hits) {
			break
		}
		if other := child + 1; other < len(h.hits) && worse(h.hits[other], h.hits[child]) {
			child = other
		}
		if !worse(h.hits[child], h.hits[i]) {
			break
		}
		h.hits[i], h.hits[child] = h.hits[child], h.hits[i]
		i = child
	}
	return true
}

// sorted returns the hits, best first.
func (h *heap) sorted() []Hit {
	slices.SortFunc(h.hits, func(a, b Hit) int {
		switch {
		case worse(b, a):
			return -1
		case worse(a, b):
			return 1
		}
		return 0
	})
	return h.hits
}
