package index_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/blevesearch/bleve/v2"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

// benchQuestions are the development questions, as a search gets them.
func benchQuestions(b *testing.B) []string {
	b.Helper()
	data, err := os.ReadFile("testdata/questions.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	var out []string
	for line := range strings.Lines(string(data)) {
		var q devQuestion
		if err := json.Unmarshal([]byte(line), &q); err != nil {
			b.Fatal(err)
		}
		out = append(out, q.Question)
	}
	return out
}

// large is the corpus of 100,000 passages, generated once.
var large struct {
	once   sync.Once
	corpus *corpus.Corpus
}

func largeCorpus(b *testing.B) *corpus.Corpus {
	large.once.Do(func() { large.corpus = generate(b, 100_000, 1) })
	return large.corpus
}

func benchSearch(b *testing.B, c *corpus.Corpus, opts index.Options) {
	x := newIndex(b, c, opts)
	questions := benchQuestions(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := x.Search(context.Background(), index.Query{Text: questions[i%len(questions)]}); err != nil {
			b.Fatal(err)
		}
	}
}

func benchBleve(b *testing.B, c *corpus.Corpus) {
	x := buildBleve(b, blevePassages(c))
	defer x.Close()
	questions := benchQuestions(b)
	b.ReportAllocs()
	for i := 0; b.Loop(); i++ {
		if _, err := x.Search(bleve.NewSearchRequestOptions(bleveQuery(questions[i%len(questions)]), 10, 0, false)); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkSearch compares the ten best passages for the development questions
// with a disjunction of Bleve's own match queries over the same fields, boosts
// and analysis.
func BenchmarkSearch(b *testing.B) {
	for _, size := range []struct {
		name   string
		corpus func() *corpus.Corpus
	}{{"article", metapolicy.Corpus}, {"100000", func() *corpus.Corpus { return largeCorpus(b) }}} {
		if size.name != "article" && testing.Short() {
			return
		}
		b.Run(size.name+"/all", func(b *testing.B) { benchSearch(b, size.corpus(), index.Options{}) })
		b.Run(size.name+"/nofeedback", func(b *testing.B) { benchSearch(b, size.corpus(), index.Options{Without: index.Feedback}) })
		b.Run(size.name+"/plain", func(b *testing.B) { benchSearch(b, size.corpus(), index.Options{Without: index.AllParts}) })
		b.Run(size.name+"/bleve", func(b *testing.B) { benchBleve(b, size.corpus()) })
	}
}

// BenchmarkPrune finds the size from which on pruning pays, pruneFrom.
func BenchmarkPrune(b *testing.B) {
	sizes := []int{60, 125, 250, 500, 1000, 2000}
	if testing.Short() {
		sizes = sizes[:1]
	}
	for _, n := range sizes {
		c := generate(b, n, 1)
		b.Run(fmt.Sprintf("%d/never", n), func(b *testing.B) { benchSearch(b, c, index.PruneNever) })
		b.Run(fmt.Sprintf("%d/always", n), func(b *testing.B) { benchSearch(b, c, index.PruneAlways) })
	}
}

// BenchmarkNew compares building an index of the built-in article with Bleve's own
// batch of the same documents.
func BenchmarkNew(b *testing.B) {
	c := metapolicy.Corpus()
	b.Run("footnote", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			x, err := index.New(context.Background(), c, index.Options{})
			if err != nil {
				b.Fatal(err)
			}
			if err := x.Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("bleve", func(b *testing.B) {
		passages := blevePassages(c)
		b.ReportAllocs()
		for b.Loop() {
			if err := buildBleve(b, passages).Close(); err != nil {
				b.Fatal(err)
			}
		}
	})
}
