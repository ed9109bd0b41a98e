package rank

import (
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// TestHeapIsASort compares the heap with sorting all hits, after each.
func TestHeapIsASort(t *testing.T) {
	random := rand.New(rand.NewPCG(6, 6))
	var h heap
	for range 2_000 {
		k := random.IntN(20)
		h.reset(k)
		k = max(1, k)
		var all []Hit
		for _, order := range random.Perm(random.IntN(60)) {
			hit := Hit{Doc: random.Uint64(), Order: uint32(order), Score: float64(random.IntN(8))}
			all = append(all, hit)
			slices.SortFunc(all, func(a, b Hit) int {
				if a.Score != b.Score {
					return int(b.Score - a.Score)
				}
				return int(a.Order) - int(b.Order)
			})
			if full := h.add(hit); full != (len(all) >= k) {
				t.Fatalf("full %v with %d hits of %d", full, len(all), k)
			}
			want := math.Inf(-1)
			if len(all) >= k {
				want = all[k-1].Score
			}
			if got := h.threshold(); got != want {
				t.Fatalf("threshold %v, want %v", got, want)
			}
		}
		if diff := cmp.Diff(all[:min(k, len(all))], h.sorted(), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("k %d: -sort +heap\n%s", k, diff)
		}
	}
}
