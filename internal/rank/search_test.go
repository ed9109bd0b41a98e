package rank

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

// search returns the hits of a search that can't fail.
func search(t testing.TB, s *Searcher, m *Model, r Request) []Hit {
	t.Helper()
	hits, err := s.Search(context.Background(), m, r)
	if err != nil {
		t.Fatal(err)
	}
	return slices.Clone(hits)
}

// checkTextbook compares both ways of searching with the textbook and bit by bit
// with each other.
func checkTextbook(t *testing.T, e *engine, q question) []Hit {
	t.Helper()
	near := cmp.Options{cmpopts.EquateApprox(0, 1e-9), cmpopts.EquateEmpty()}
	want := e.c.textbook(q)
	r, _ := e.request(q, false)
	all := search(t, new(Searcher), e.model, r)
	if diff := cmp.Diff(want, all, near); diff != "" {
		t.Fatalf("%+v: -textbook +exhaustive\n%s", q, diff)
	}
	r, _ = e.request(q, true)
	pruned := search(t, new(Searcher), e.model, r)
	if diff := cmp.Diff(all, pruned, cmpopts.EquateEmpty()); diff != "" {
		t.Fatalf("%+v: -exhaustive +pruned\n%s", q, diff)
	}
	return all
}

func TestSearchIsTheTextbook(t *testing.T) {
	ties, filtered := 0, 0
	for seed := range uint64(400) {
		random := rand.New(rand.NewPCG(seed, 1))
		e := newEngine(randomCollection(random))
		for range 5 {
			q := randomQuestion(random, e.c)
			hits := checkTextbook(t, e, q)
			for i := 1; i < len(hits); i++ {
				if hits[i].Score == hits[i-1].Score {
					ties++
				}
			}
			if len(q.groups) > 0 && len(hits) > 0 {
				filtered++
			}
		}
	}
	if ties < 1000 || filtered < 100 {
		t.Errorf("%d ties and %d filtered results: the test has lost its teeth", ties, filtered)
	}
}

// TestBoundIsReached checks of the engine of these tests that a bound is the
// maximum: one that is too high would hide wrong pruning.
func TestBoundIsReached(t *testing.T) {
	for seed := range uint64(50) {
		e := newEngine(randomCollection(rand.New(rand.NewPCG(seed, 2))))
		for term, bound := range e.bound {
			r, _ := e.request(question{terms: []string{term}, weight: []float64{1}, k: 1}, false)
			hits := search(t, new(Searcher), e.model, r)
			if got := hits[0].Score / r.Terms[0].Weight; math.Abs(got-bound) > 1e-12 {
				t.Fatalf("%s: the best w/(k1+w) is %v, the bound %v", term, got, bound)
			}
		}
	}
}

func TestSearchWithout(t *testing.T) {
	c := &collection{
		fields: []Field{{Weight: 1, B: 0.75}},
		docs:   map[uint64]document{3: {{"a", "b"}}, 7: {{"a"}}},
		order:  map[uint64]uint32{3: 0, 7: 1},
	}
	e := newEngine(c)
	for _, test := range []struct {
		q      question
		want   []uint64
		reason string
	}{
		{question{k: 5}, nil, "no terms, no hits"},
		{question{terms: []string{"x"}, weight: []float64{1}, k: 5}, nil, "a term that no document has"},
		{question{terms: []string{"a"}, weight: []float64{1}, k: 5}, []uint64{7, 3}, "the shorter first"},
		{question{terms: []string{"a"}, weight: []float64{1}, k: 0}, []uint64{7}, "K is at least 1"},
		{question{terms: []string{"a"}, weight: []float64{1}, k: math.MaxInt}, []uint64{7, 3}, "K may be any number"},
		{question{terms: []string{"a"}, weight: []float64{0}, k: 5}, []uint64{3, 7}, "a score of 0 is a hit, in order"},
		{question{terms: []string{"a"}, weight: []float64{1}, k: 5, groups: [][]string{}}, []uint64{7, 3}, "a filter without groups"},
		{question{terms: []string{"a"}, weight: []float64{1}, k: 5, groups: [][]string{{}}}, nil, "a group without postings"},
		{question{terms: []string{"a"}, weight: []float64{1}, k: 5, groups: [][]string{{"x"}}}, nil, "a group of an unknown value"},
		{question{terms: []string{"a"}, weight: []float64{1}, k: 5, groups: [][]string{{"x", "b"}}}, []uint64{3}, "any of a group"},
		{question{terms: []string{"a"}, weight: []float64{1}, k: 5, groups: [][]string{{"a"}, {"x"}}}, nil, "all groups"},
	} {
		for _, prune := range []bool{false, true} {
			r, _ := e.request(test.q, prune)
			var got []uint64
			for _, h := range search(t, new(Searcher), e.model, r) {
				got = append(got, h.Doc)
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s, prune %v: -want +got\n%s", test.reason, prune, diff)
			}
		}
	}
}

// TestSearcherIsReused checks that a search leaves nothing for the next, failed
// ones included.
func TestSearcherIsReused(t *testing.T) {
	var used Searcher
	for seed := range uint64(100) {
		random := rand.New(rand.NewPCG(seed, 3))
		e := newEngine(randomCollection(random))
		for range 5 {
			q, prune := randomQuestion(random, e.c), random.IntN(2) == 0
			r, opened := e.request(q, prune)
			if len(opened) > 0 && random.IntN(4) == 0 {
				opened[random.IntN(len(opened))].fail = 1 + random.IntN(2)
				if _, err := used.Search(context.Background(), e.model, r); !errors.Is(err, errPostings) && err != nil {
					t.Fatal(err)
				}
			}
			r, _ = e.request(q, prune)
			want := search(t, new(Searcher), e.model, r)
			r, _ = e.request(q, prune)
			if diff := cmp.Diff(want, search(t, &used, e.model, r), cmpopts.EquateEmpty()); diff != "" {
				t.Fatalf("%+v: -fresh +used\n%s", q, diff)
			}
		}
	}
}

// TestErrors makes each call of each postings fail in turn.
func TestErrors(t *testing.T) {
	random := rand.New(rand.NewPCG(4, 4))
	e := newEngine(randomCollection(random))
	for len(e.c.docs) < 100 {
		e = newEngine(randomCollection(random))
	}
	q := question{terms: []string{"t0", "t1", "t2", "t9"}, weight: []float64{1, 1, 1, 1}, k: 2, groups: [][]string{{"t0", "t1"}}}
	for _, prune := range []bool{false, true} {
		r, opened := e.request(q, prune)
		for _, g := range r.Filter.groups {
			for _, p := range g.postings {
				opened = append(opened, p.(*memory))
			}
		}
		search(t, new(Searcher), e.model, r)
		called := make([]int, len(opened))
		for i, m := range opened {
			called[i] = m.called
		}
		for i, n := range called {
			for fail := 1; fail <= n; fail++ {
				r, opened := e.request(q, prune)
				for _, g := range r.Filter.groups {
					for _, p := range g.postings {
						opened = append(opened, p.(*memory))
					}
				}
				if opened[i].fail = fail; opened[i].called >= fail {
					continue // the first of a filter is read by Require
				}
				if hits, err := new(Searcher).Search(context.Background(), e.model, r); err != errPostings || hits != nil {
					t.Fatalf("postings %d, call %d, prune %v: %d hits, error %v", i, fail, prune, len(hits), err)
				}
			}
		}
	}
	var f Filter
	if err := f.Require(&memory{}, &memory{fail: 1}); err != errPostings {
		t.Errorf("Require: error %v", err)
	}
}

func TestContext(t *testing.T) {
	e := newEngine(bigCollection(5 * checkEvery))
	q := question{terms: []string{"t0", "t1"}, weight: []float64{1, 1}, k: 10}
	t.Run("cancelled before", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		cancel()
		r, _ := e.request(q, false)
		if hits, err := new(Searcher).Search(ctx, e.model, r); err != context.Canceled || hits != nil {
			t.Errorf("%d hits, error %v", len(hits), err)
		}
	})
	t.Run("cancelled during", func(t *testing.T) {
		ctx, cancel := context.WithCancel(context.Background())
		r, _ := e.request(q, false)
		scored := 0
		r.Order = func(uint64) uint32 {
			if scored++; scored == 10 {
				cancel()
			}
			return 0
		}
		if hits, err := new(Searcher).Search(ctx, e.model, r); err != context.Canceled || hits != nil {
			t.Errorf("%d hits, error %v", len(hits), err)
		}
		if scored > checkEvery {
			t.Errorf("%d documents scored", scored)
		}
	})
}

// TestPruningSkips checks that pruning reads less than half of the postings.
func TestPruningSkips(t *testing.T) {
	e := newEngine(bigCollection(20_000))
	q := question{terms: []string{"t0", "t1", "t7", "t300"}, weight: []float64{1, 1, 1, 1}, k: 10}
	work := map[bool]int{}
	results := map[bool][]Hit{}
	for _, prune := range []bool{false, true} {
		r, opened := e.request(q, prune)
		var n calls
		for _, m := range opened {
			m.calls = &n
		}
		results[prune] = search(t, new(Searcher), e.model, r)
		work[prune] = n.next + n.advance
	}
	if diff := cmp.Diff(results[false], results[true]); diff != "" {
		t.Errorf("-exhaustive +pruned\n%s", diff)
	}
	t.Logf("%d calls exhaustive, %d pruned", work[false], work[true])
	if 2*work[true] >= work[false] {
		t.Errorf("%d calls exhaustive, %d pruned", work[false], work[true])
	}
}

// bigCollection has n documents of two fields.
func bigCollection(n int) *collection {
	random := rand.New(rand.NewPCG(5, 5))
	z := rand.NewZipf(random, 1.1, 2, 2000)
	c := &collection{
		fields: []Field{{Weight: 1, B: 0.75}, {Weight: 0.3, B: 0.75}},
		docs:   make(map[uint64]document, n),
		order:  make(map[uint64]uint32, n),
	}
	names := make([]string, 2001)
	for i := range names {
		names[i] = fmt.Sprint("t", i)
	}
	for doc := range uint64(n) {
		d := make(document, 2)
		for f, most := range []int{40, 5} {
			for range 1 + random.IntN(most) {
				d[f] = append(d[f], names[z.Uint64()])
			}
		}
		c.docs[doc], c.order[doc] = d, uint32(doc)
	}
	return c
}
