package index_test

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/metapolicy"
)

func ordinalID(i int) string { return fmt.Sprintf("%010d", i) }

// generate makes a corpus of n passages in articles of up to 1,000: paragraphs of
// 20 to 100 words under headings, one in three with a footnote. The words are
// those of the built-in article, with its frequencies, and for one word in four
// one of a tail of 50,000 made-up words with a Zipf distribution. The same seed
// gives the same corpus.
func generate(tb testing.TB, n int, seed uint64) *corpus.Corpus {
	tb.Helper()
	rng := rand.New(rand.NewPCG(seed, 1))
	var common []string
	for p := range metapolicy.Corpus().Passages() {
		common = append(common, strings.Fields(p.Text())...)
	}
	tail := rand.NewZipf(rng, 1.1, 10, 50_000)
	word := func() string {
		if rng.IntN(4) == 0 {
			return fmt.Sprintf("tail%d", tail.Uint64())
		}
		return common[rng.IntN(len(common))]
	}
	words := func(n int) string {
		out := make([]string, n)
		for i := range out {
			out[i] = word()
		}
		return strings.Join(out, " ")
	}
	var articles []*corpus.Article
	for from := 0; from < n; from += 1000 {
		var b strings.Builder
		var notes strings.Builder
		fmt.Fprintf(&b, "# Article %d\n\n", from/1000)
		for i := range min(1000, n-from) {
			if i%10 == 0 {
				fmt.Fprintf(&b, "## %s\n\n", words(4))
			}
			b.WriteString(words(20 + rng.IntN(81)))
			if i%3 == 0 {
				fmt.Fprintf(&b, ".[^%d]", i)
				fmt.Fprintf(&notes, "[^%d]: %s\n", i, words(10))
			}
			b.WriteString("\n\n")
		}
		articles = append(articles, parse(tb, fmt.Sprintf("article-%d.md", from/1000), b.String()+notes.String()))
	}
	c, err := corpus.New(articles...)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}
