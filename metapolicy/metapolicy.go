// Package metapolicy holds the built-in article, an analysis of Meta's open-weights
// (Llama) strategy and its effect on AI policy with 32 footnotes, and what it states
// as typed values.
//
// # The article and its facts
//
// [Corpus] is the article as a corpus, [Facts] its facts: each with an ID that
// lasts, a statement, status and attribution, and the quotations and footnotes that
// back it. Facts are found by ID, entity, footnote, passage and kind; [Timeline] has
// the dated ones in order, and [Tensions] the matters on which the article
// disagrees with itself.
//
// # Typed values
//
// Things have names: [Llama2] is a [Model], [CommunityLicense] a [License], [SB1047]
// an [Engagement], [YannLeCun] a [Person]. Their methods answer with a
// [fact.Stated], a value together with the fact that states it:
//
//	released := metapolicy.Llama2.Released()
//	fmt.Println(released.Value)   // 2023-07, a month
//	where := released.Citation()  // the place that says so
//	fmt.Println(where.Quote)      // its words
//	fmt.Println(where.Labels())   // and the footnotes behind them: [4]
//
// What the article does not state is the zero Stated: Behemoth.Released().IsZero()
// is true. Where it gives two answers, Value is the one that the method's
// documentation says, and Conflict of the Stated tells of the other:
// [License.Targets].
//
// The names are constants; what they stand for is read from the article's files at
// the first call, once. What callers get are copies, so that nobody can spoil it for
// others.
//
// # What it is not
//
// The package states what the article's author found, with the hedges and
// attributions that it had there, and adds no knowledge of its own: a model of which
// the article gives no license has none here. Many of the footnotes name no source
// that a reader could open; cite.Footnote.Source says which.
package metapolicy

import (
	"embed"
	"iter"
	"sync"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// ArticleID is the ID of the built-in article, the first part of all its
// passage IDs.
const ArticleID = "meta-open-source-strategy"

//go:embed article.md article.facts.jsonl article.aliases.jsonl article.questions.jsonl
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

// Facts returns all that the article states, in reading order; tensions come last.
// The set finds facts by ID, by what they are About, by what they are Under, In, and
// OfKind: see [fact.Set].
func Facts() *fact.Set { return Corpus().Facts() }

// Timeline returns the facts that have a date, in the order of their dates.
func Timeline() iter.Seq[fact.Fact] { return Facts().Timeline() }

// Tensions returns the matters on which the article disagrees with itself, each
// with all sides and their evidence.
func Tensions() iter.Seq[fact.Tension] { return Facts().Tensions() }
