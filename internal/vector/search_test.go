package vector

import (
	"context"
	"errors"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

// naive finds the nearest vectors word for word as the package says: cosines in
// float64, all of them sorted.
func naive(vectors [][]float32, q []float32, k int, filter func(uint32) bool) []Hit {
	length := func(v []float32) float64 {
		sum := 0.0
		for _, x := range v {
			sum += float64(x) * float64(x)
		}
		return math.Sqrt(sum)
	}
	var all []Hit
	for i, v := range vectors {
		if length(v) == 0 || length(q) == 0 || filter != nil && !filter(uint32(i)) {
			continue
		}
		sum := 0.0
		for j := range v {
			sum += float64(v[j]) * float64(q[j])
		}
		all = append(all, Hit{uint32(i), sum / length(v) / length(q)})
	}
	slices.SortStableFunc(all, func(a, b Hit) int { // stable: ties by ordinal
		switch {
		case a.Score > b.Score:
			return -1
		case a.Score < b.Score:
			return 1
		}
		return 0
	})
	return all[:min(max(k, 0), len(all))]
}

func newSet(t testing.TB, dim int, vectors [][]float32) *Set {
	t.Helper()
	s := NewSet(len(vectors), dim)
	for i, v := range vectors {
		if err := s.Put(i, v); err != nil {
			t.Fatal(err)
		}
	}
	return s
}

func randomVector(random *rand.Rand, dim int) []float32 {
	v := make([]float32, dim)
	for i := range v {
		v[i] = float32(random.NormFloat64())
	}
	return v
}

// tolerance is how far the cosines of the two implementations may lie apart.
const tolerance = 1e-5

// checkNaive compares a search with the naive one: the same scores in the same
// places, each that of its vector, none of them let down by the filter, and equal
// vectors in the order of their ordinals. Which of two vectors comes first whose
// scores are closer than rounding is left open.
func checkNaive(t *testing.T, dim int, vectors [][]float32, q []float32, k int, filter func(uint32) bool) {
	t.Helper()
	got, err := newSet(t, dim, vectors).Search(context.Background(), q, k, filter)
	if err != nil {
		t.Fatal(err)
	}
	want := naive(vectors, q, k, filter)
	if len(got) != len(want) {
		t.Fatalf("%d hits, want %d", len(got), len(want))
	}
	scores := map[uint32]float64{}
	for _, h := range naive(vectors, q, len(vectors), filter) {
		scores[h.Ordinal] = h.Score
	}
	for i, h := range got {
		own, ok := scores[h.Ordinal]
		if !ok || math.Abs(own-h.Score) > tolerance || math.Abs(want[i].Score-h.Score) > tolerance {
			t.Errorf("place %d: %v, want %v; its own score is %v", i+1, h, want[i], own)
		}
		for _, later := range got[i+1:] {
			if slices.Equal(vectors[h.Ordinal], vectors[later.Ordinal]) && h.Ordinal > later.Ordinal {
				t.Errorf("%d stands before %d, which is the same vector", h.Ordinal, later.Ordinal)
			}
		}
	}
}

func TestSearchIsNaive(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 300 {
		dim := 1 + random.IntN(40)
		var kinds [][]float32
		for range 1 + random.IntN(60) {
			kinds = append(kinds, randomVector(random, dim))
		}
		kinds[0] = make([]float32, dim) // points nowhere
		var vectors [][]float32
		for range 1 + random.IntN(200) { // many are the same, and tie
			vectors = append(vectors, kinds[random.IntN(len(kinds))])
		}
		var filter func(uint32) bool
		if random.IntN(2) == 0 {
			filter = func(i uint32) bool { return i%3 != 0 }
		}
		k := []int{-1, 0, 1, 2, 10, len(vectors), len(vectors) + 5}[random.IntN(7)]
		t.Run(fmt.Sprint(round), func(t *testing.T) {
			checkNaive(t, dim, vectors, randomVector(random, dim), k, filter)
			checkNaive(t, dim, vectors, make([]float32, dim), k, filter)
		})
	}
}

// FuzzSearch reads a dimension, a k, a filter, a question and vectors from bytes.
func FuzzSearch(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{2, 3, 1, 1, 2, 3, 4, 1, 2, 2, 4, 0, 0})
	f.Add([]byte("\x08\x05\x02abcdefghabcdefghabcdefghABCDEFGH\x00\x00\x00\x00\x00\x00\x00\x00"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<10 {
			return
		}
		next := func() (b byte) {
			if len(data) > 0 {
				b, data = data[0], data[1:]
			}
			return b
		}
		dim, k, mod := 1+int(next()%20), int(next()%30), uint32(1+next()%4)
		vector := func() []float32 {
			v := make([]float32, dim)
			for i := range v {
				v[i] = float32(int8(next()))
			}
			return v
		}
		q := vector()
		var vectors [][]float32
		for len(data) > 0 {
			vectors = append(vectors, vector())
		}
		checkNaive(t, dim, vectors, q, k, func(i uint32) bool { return i%mod == 0 })
	})
}

func TestSearchHits(t *testing.T) {
	s := newSet(t, 2, [][]float32{{0, 2}, {0, 1}, {1, 0}, {0, 0}, {-1, 0}})
	for _, tt := range []struct {
		name   string
		q      []float32
		k      int
		filter func(uint32) bool
		want   []Hit
		why    string
	}{
		{"nearest", []float32{9, 0}, 1, nil, []Hit{{2, 1}}, "lengths make no difference"},
		{"ties", []float32{0, 1}, 2, nil, []Hit{{0, 1}, {1, 1}}, "the lower ordinal is better"},
		{"tie at the end", []float32{0, 1}, 1, nil, []Hit{{0, 1}}, "also for the last place"},
		{"all", []float32{1, 0}, 9, nil, []Hit{{2, 1}, {0, 0}, {1, 0}, {4, -1}}, "the opposite way is last; the zero vector is never found"},
		{"filter", []float32{1, 0}, 9, func(i uint32) bool { return i > 2 }, []Hit{{4, -1}}, "the filter sees ordinals"},
		{"nothing passes", []float32{1, 0}, 9, func(uint32) bool { return false }, nil, "no hits are no error"},
		{"zero question", []float32{0, 0}, 9, nil, nil, "points nowhere, finds nothing"},
		{"none wanted", []float32{1, 0}, 0, nil, nil, "no hits"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got, err := s.Search(context.Background(), tt.q, tt.k, tt.filter)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("-want +got: %s\n%s", tt.why, diff)
			}
			if diff := cmp.Diff(len(tt.want), len(Ordinals(got))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestSearchRefuses(t *testing.T) {
	s := newSet(t, 2, [][]float32{{0, 2}})
	if _, err := s.Search(context.Background(), []float32{1}, 1, nil); err == nil {
		t.Error("a question of another dimension is no error")
	}
	if _, err := s.Search(context.Background(), []float32{1, float32(math.NaN())}, 1, nil); !errors.Is(err, ErrNotFinite) {
		t.Errorf("a question with NaN: %v", err)
	}
	var none Set
	if got, err := none.Search(context.Background(), []float32{1}, 1, nil); err != nil || got != nil {
		t.Errorf("an empty set gives %v, %v", got, err)
	}
}

// TestSearchStops: a search looks at its context before and while it scans.
func TestSearchStops(t *testing.T) {
	const n, dim = 1000, 1024
	vectors := make([][]float32, n)
	for i := range vectors {
		vectors[i] = make([]float32, dim)
		vectors[i][i%dim] = 1
	}
	s := newSet(t, dim, vectors)
	ctx, cancel := context.WithCancel(context.Background())
	seen := 0
	_, err := s.Search(ctx, vectors[0], 1, func(uint32) bool {
		if seen++; seen == 10 {
			cancel()
		}
		return true
	})
	if !errors.Is(err, context.Canceled) || seen > checkEvery/dim+1 {
		t.Errorf("error %v after %d vectors", err, seen)
	}
	if _, err := s.Search(ctx, vectors[0], 1, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func TestSearchAllocates(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var vectors [][]float32
	for range 500 {
		vectors = append(vectors, randomVector(random, 64))
	}
	s := newSet(t, 64, vectors)
	n := testing.AllocsPerRun(10, func() {
		if _, err := s.Search(context.Background(), vectors[0], 10, nil); err != nil {
			t.Fatal(err)
		}
	})
	if n > 2 {
		t.Errorf("%v allocations; the question and the hits are 2", n)
	}
}
