package vector

import (
	"context"
	"fmt"
	"math/rand/v2"
	"testing"
)

// BenchmarkSearch compares the ten nearest of n vectors of a usual dimension with
// the naive way of finding them, which measures every length anew and sorts all.
func BenchmarkSearch(b *testing.B) {
	const dim = 384
	random := rand.New(rand.NewPCG(9, 10))
	for _, n := range []int{100, 10_000} {
		vectors := make([][]float32, n)
		for i := range vectors {
			vectors[i] = randomVector(random, dim)
		}
		q := randomVector(random, dim)
		b.Run(fmt.Sprintf("%d/set", n), func(b *testing.B) {
			s := newSet(b, dim, vectors)
			b.ReportAllocs()
			for b.Loop() {
				if _, err := s.Search(context.Background(), q, 10, nil); err != nil {
					b.Fatal(err)
				}
			}
		})
		b.Run(fmt.Sprintf("%d/naive", n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				naive(vectors, q, 10, nil)
			}
		})
	}
}

// BenchmarkDot compares a dot product with a plain loop.
func BenchmarkDot(b *testing.B) {
	random := rand.New(rand.NewPCG(11, 12))
	x, y := randomVector(random, 384), randomVector(random, 384)
	b.Run("unrolled", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			dot(x, y)
		}
	})
	b.Run("plain", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			var sum float32
			for i := range x {
				sum += x[i] * y[i]
			}
			sink = sum
		}
	})
}

var sink float32
