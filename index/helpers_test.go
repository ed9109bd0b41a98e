package index_test

import (
	"context"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
)

// newIndex builds an index that is closed when the test ends.
func newIndex(t testing.TB, c *corpus.Corpus, opts index.Options) *index.Index {
	t.Helper()
	x, err := index.New(context.Background(), c, opts)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := x.Close(); err != nil {
			t.Error(err)
		}
	})
	return x
}

// parse reads a Markdown article.
func parse(t testing.TB, name, src string) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse(name, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return a
}
