// Package metapolicy holds the built-in article: an analysis of Meta's
// open-weights (Llama) strategy and its effect on AI policy, with 32 footnotes.
//
// The article is embedded; nothing is read before [Corpus] or [Article] is
// called. It states what its author found, with the hedges and attributions that
// it had there. Many of its footnotes name no source that a reader could open:
// cite.Footnote.Source says which.
package metapolicy

import (
	"embed"
	"sync"

	"github.com/footnote-go/footnote/corpus"
)

// ArticleID is the ID of the built-in article, the first part of all its
// passage IDs.
const ArticleID = "meta-open-source-strategy"

//go:embed article.md
var files embed.FS

// Corpus returns the corpus that consists of the built-in article. It is read at
// the first call; every call returns the same value.
func Corpus() *corpus.Corpus { return read() }

// Article returns the built-in article.
func Article() *corpus.Article {
	a, _ := Corpus().Article(ArticleID)
	return a
}

var read = sync.OnceValue(func() *corpus.Corpus {
	c, err := corpus.Read(files)
	if err != nil {
		panic("metapolicy: " + err.Error()) // the file is a part of the program
	}
	return c
})
