package rank

import (
	"context"
	"fmt"
	"testing"
)

func BenchmarkSearch(b *testing.B) {
	q := question{terms: []string{"t0", "t3", "t20", "t300"}, weight: []float64{1, 1, 1, 1}, k: 10}
	for _, n := range []int{1_000, 10_000, 100_000} {
		var e *engine
		for _, mode := range []string{"exhaustive", "pruned"} {
			b.Run(fmt.Sprintf("%d/%s", n, mode), func(b *testing.B) {
				if e == nil {
					e = newEngine(bigCollection(n))
				}
				r, opened := e.request(q, mode == "pruned")
				r.Order = func(doc uint64) uint32 { return uint32(doc) }
				var s Searcher
				search(b, &s, e.model, r)
				b.ReportAllocs()
				for b.Loop() {
					for _, m := range opened {
						m.rewind()
					}
					if _, err := s.Search(context.Background(), e.model, r); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

func TestSearchDoesNotAllocate(t *testing.T) {
	e := newEngine(bigCollection(1_000))
	q := question{terms: []string{"t0", "t3", "t20", "t300"}, weight: []float64{1, 1, 1, 1}, k: 10}
	for _, prune := range []bool{false, true} {
		r, opened := e.request(q, prune)
		r.Order = func(doc uint64) uint32 { return uint32(doc) }
		var s Searcher
		search(t, &s, e.model, r)
		n := testing.AllocsPerRun(10, func() {
			for _, m := range opened {
				m.rewind()
			}
			if _, err := s.Search(context.Background(), e.model, r); err != nil {
				t.Fatal(err)
			}
		})
		if n != 0 {
			t.Errorf("prune %v: %v allocations", prune, n)
		}
	}
}
