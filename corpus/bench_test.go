package corpus_test

import (
	"testing"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/text"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/metapolicy"
)

// BenchmarkParse reads the built-in article. It has to take at most three times
// as long as BenchmarkGoldmark.
func BenchmarkParse(b *testing.B) {
	src := []byte(metapolicy.Article().Raw())
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := corpus.Parse("article.md", src); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkGoldmark lets goldmark alone parse the same bytes, with its own
// extensions for tables and footnotes.
func BenchmarkGoldmark(b *testing.B) {
	src := []byte(metapolicy.Article().Raw())
	p := goldmark.New(goldmark.WithExtensions(extension.Table, extension.Footnote)).Parser()
	b.SetBytes(int64(len(src)))
	b.ReportAllocs()
	for b.Loop() {
		p.Parse(text.NewReader(src))
	}
}
