package fact_test

import (
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
)

// BenchmarkSet finds facts in a set of 1,000: one by its ID, the 100 about an
// entity, and all.
func BenchmarkSet(b *testing.B) {
	s := manyFacts(b, 1000)
	b.Run("by ID", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Fact("bees/500"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("by entity", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			n := 0
			for range s.About("the old hive") {
				n++
			}
			if n != 100 {
				b.Fatal(n)
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			n := 0
			for f := range s.All() {
				n += len(f.ID())
			}
			if n == 0 {
				b.Fatal(n)
			}
		}
	})
}

// BenchmarkNewSet makes that set.
func BenchmarkNewSet(b *testing.B) {
	var records []fact.Record
	for f := range manyFacts(b, 1000).All() {
		records = append(records, f.Record())
	}
	b.ReportAllocs()
	for b.Loop() {
		fact.NewSet(records, nil)
	}
}
