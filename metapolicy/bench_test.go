package metapolicy_test

import (
	"bytes"
	"encoding/json"
	"os"
	"testing"
	"testing/fstest"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// BenchmarkFacts finds facts of the built-in article. Its own figures: "all" is
// meant to stay under 20 µs, and by ID and by entity to allocate nothing, which
// TestFindAllocatesNothing holds.
func BenchmarkFacts(b *testing.B) {
	facts := metapolicy.Facts()
	b.Run("ID", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := facts.Fact("llama-2/released"); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("ID by going through all", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			found := false
			for f := range facts.All() {
				if f.ID() == "llama-2/released" {
					found = true
					break
				}
			}
			if !found {
				b.Fatal("not found")
			}
		}
	})
	b.Run("entity", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			n := 0
			for f := range facts.About("LeCun") {
				n += len(f.Statement())
			}
			if n == 0 {
				b.Fatal("no facts")
			}
		}
	})
	b.Run("all", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			n := 0
			for f := range facts.All() {
				n += len(f.Statement())
			}
			if n == 0 {
				b.Fatal("no facts")
			}
		}
	})
	b.Run("typed", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if metapolicy.Llama2.Released().IsZero() {
				b.Fatal("not stated")
			}
		}
	})
}

// BenchmarkRead reads the article with its facts anew, beside the article alone,
// and beside encoding/json's own reading of the records, which checks nothing.
func BenchmarkRead(b *testing.B) {
	b.Run("records", func(b *testing.B) {
		data, err := os.ReadFile("article.facts.jsonl")
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			for line := range bytes.Lines(data) {
				var r fact.Record
				if err := json.Unmarshal(line, &r); err != nil {
					b.Fatal(err)
				}
			}
		}
	})
	article := metapolicy.Article()
	for _, withFacts := range []bool{false, true} {
		name := "article"
		if withFacts {
			name = "facts"
		}
		b.Run(name, func(b *testing.B) {
			fsys := fstest.MapFS{"article.md": {Data: []byte(article.Raw())}}
			if withFacts {
				for _, sidecar := range []string{"article.facts.jsonl", "article.aliases.jsonl"} {
					data, err := os.ReadFile(sidecar)
					if err != nil {
						b.Fatal(err)
					}
					fsys[sidecar] = &fstest.MapFile{Data: data}
				}
			}
			b.ReportAllocs()
			for b.Loop() {
				c, err := corpus.Read(fsys)
				if err != nil {
					b.Fatal(err)
				}
				if n := c.Facts().Len(); (n > 0) != withFacts {
					b.Fatalf("%d facts", n)
				}
			}
		})
	}
}

// TestFindAllocatesNothing: finding the facts of an ID, of an entity, of a
// footnote, and going through all of them needs no memory.
func TestFindAllocatesNothing(t *testing.T) {
	if raceEnabled {
		t.Skip("the race detector allocates")
	}
	facts := metapolicy.Facts()
	note, ok := metapolicy.Article().Footnote("4")
	if !ok {
		t.Fatal("no footnote ^4")
	}
	n := 0
	for name, find := range map[string]func(){
		"ID": func() {
			if f, err := facts.Fact("llama-2/released"); err == nil {
				n += len(f.Statement())
			}
		},
		"entity": func() {
			for f := range facts.About("Yann LeCun") {
				n += len(f.Statement())
			}
		},
		"alias": func() {
			for f := range facts.About("LeCun") {
				n += len(f.Statement())
			}
		},
		"footnote": func() {
			for f := range facts.Under(note) {
				n += len(f.Statement())
			}
		},
		"all": func() {
			for f := range facts.All() {
				n += len(f.Statement())
			}
		},
	} {
		n = 0
		if allocs := testing.AllocsPerRun(100, find); allocs > 0 || n == 0 {
			t.Errorf("by %s: %v allocations, %d bytes of statements", name, allocs, n)
		}
	}
}
