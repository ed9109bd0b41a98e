package vector

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

func TestFuse(t *testing.T) {
	one := func(lists ...[]uint32) (out []Ranking) {
		for _, l := range lists {
			out = append(out, Ranking{Ordinals: l})
		}
		return out
	}
	for _, tt := range []struct {
		name string
		in   []Ranking
		want []Hit
		why  string
	}{
		{"nothing", nil, nil, "no rankings, no hits"},
		{"empty rankings", one(nil, nil), nil, "nothing was found"},
		{"one", one([]uint32{7, 3}), []Hit{{7, 1. / 61}, {3, 1. / 62}}, "its own order"},
		{"both have it", one([]uint32{7, 3}, []uint32{5, 3}), []Hit{{3, 2. / 62}, {5, 1. / 61}, {7, 1. / 61}},
			"twice second is better than once first; ties by ordinal"},
		{"one is empty", one([]uint32{7, 3}, nil), []Hit{{7, 1. / 61}, {3, 1. / 62}}, "the other answers alone"},
		{"sums in any order", one([]uint32{9, 5, 2}, []uint32{5, 9, 2, 4}, []uint32{4, 2, 9, 5}),
			[]Hit{{9, 1./61 + 1./62 + 1./63}, {5, 1./61 + 1./62 + 1./64}, {2, 1./62 + 1./63 + 1./63}, {4, 1./61 + 1./64}}, "the definition"},
		{"mirrored", one([]uint32{3, 2, 1}, []uint32{9, 2, 8}, []uint32{1, 2, 3}),
			[]Hit{{2, 3. / 62}, {1, 1./61 + 1./63}, {3, 1./61 + 1./63}, {9, 1. / 61}, {8, 1. / 63}}, "1 and 3 tie whichever list comes first"},
		{"twice in one", one([]uint32{7, 3, 7}), []Hit{{7, 1. / 61}, {3, 1. / 62}}, "the first place counts"},
		{"weights", []Ranking{{[]uint32{7}, 0.5}, {[]uint32{3}, 2}, {[]uint32{1}, 0}},
			[]Hit{{3, 2. / 61}, {1, 1. / 61}, {7, 0.5 / 61}}, "0 is 1"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := Fuse(FuseK, tt.in...)
			if diff := cmp.Diff(tt.want, got, cmpopts.EquateEmpty(), cmpopts.EquateApprox(0, 1e-15)); diff != "" {
				t.Errorf("-want +got: %s\n%s", tt.why, diff)
			}
		})
	}
}

// TestFuseProperties: every ordinal once, its score the sum of the definition, the
// better first, exact ties by ordinal, and the order of the rankings of no matter.
func TestFuseProperties(t *testing.T) {
	random := rand.New(rand.NewPCG(5, 6))
	for round := range 500 {
		places := map[uint32][]int{}
		var rankings []Ranking
		for range random.IntN(6) {
			var r Ranking
			for i, o := range random.Perm(1 + random.IntN(12)) {
				r.Ordinals = append(r.Ordinals, uint32(o))
				places[uint32(o)] = append(places[uint32(o)], i+1)
			}
			rankings = append(rankings, r)
		}
		got := Fuse(FuseK, rankings...)
		if len(got) != len(places) {
			t.Fatalf("round %d: %d hits of %d", round, len(got), len(places))
		}
		for i, h := range got {
			want := 0.0
			for _, p := range places[h.Ordinal] {
				want += 1 / float64(FuseK+p)
			}
			if math.Abs(want-h.Score) > 1e-15 {
				t.Errorf("round %d: %d has %v, want %v", round, h.Ordinal, h.Score, want)
			}
			slices.Sort(places[h.Ordinal])
			if i == 0 {
				continue
			}
			before := got[i-1]
			if before.Score < h.Score || slices.Equal(places[before.Ordinal], places[h.Ordinal]) && before.Ordinal > h.Ordinal {
				t.Errorf("round %d: %v stands before %v", round, before, h)
			}
		}
		slices.Reverse(rankings)
		if diff := cmp.Diff(got, Fuse(FuseK, rankings...)); diff != "" {
			t.Errorf("round %d: reversed: %s", round, diff)
		}
	}
}

func BenchmarkFuse(b *testing.B) {
	random := rand.New(rand.NewPCG(7, 8))
	for _, n := range []int{100, 1000} {
		var rankings []Ranking
		for range 2 {
			var r Ranking
			for _, o := range random.Perm(2 * n)[:n] {
				r.Ordinals = append(r.Ordinals, uint32(o))
			}
			rankings = append(rankings, r)
		}
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				Fuse(FuseK, rankings...)
			}
		})
	}
}
