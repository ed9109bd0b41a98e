package index_test

import (
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

// second is the second stage as the package documentation defines it, for a question
// whose words are looked for as they are: what is added to the score, over Q.
func (b *textbook) second(doc int, question []string) float64 {
	var words []string
	for _, t := range question {
		if !slices.Contains(words, t) {
			words = append(words, t)
		}
	}
	weight := func(t string) float64 {
		n, df := float64(len(b.passages)), float64(b.docFreq(t))
		return math.Log(1 + (n-df+0.5)/(df+0.5))
	}
	total := 0.0
	for _, t := range words {
		total += weight(t)
	}
	sentence, proximity := 0.0, 0.0
	for _, s := range sentencesOf(b.passages[doc]) {
		have := 0.0
		for _, t := range words {
			if slices.Contains(terms(s), t) {
				have += weight(t)
			}
		}
		sentence = max(sentence, have)
	}
	text := terms(b.passages[doc].Text())
	for i := 1; i < len(words); i++ {
		best := 0.0
		for x, a := range text {
			for y, c := range text {
				if a != words[i-1] || c != words[i] {
					continue
				}
				switch d := y - x; {
				case d == 1:
					best = max(best, 1)
				case -8 < d && d < 8 && lastBefore(text, x, y):
					best = max(best, 0.5)
				}
			}
		}
		proximity += best * min(weight(words[i-1]), weight(words[i]))
	}
	return 0.05*proximity/total + 0.05*sentence/total
}

// lastBefore reports whether no other occurrence of either term stands between two
// places, so that they are neighbours.
func lastBefore(text []string, x, y int) bool {
	lo, hi := min(x, y), max(x, y)
	for i := lo + 1; i < hi; i++ {
		if text[i] == text[lo] {
			return false
		}
	}
	return true
}

func sentencesOf(p corpus.Passage) []string {
	if p.Block().Kind() == corpus.TableRow {
		return []string{p.Text()}
	}
	var out []string
	for s := range p.Sentences() {
		out = append(out, s.Text())
	}
	return out
}

// TestSecondStage holds the score of both stages against the textbook.
func TestSecondStage(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	without := index.AllParts &^ (index.Proximity | index.Agreement)
	for range 40 {
		c := randomCorpus(t, rng)
		book := newTextbook(c)
		x := newIndex(t, c, index.Options{Without: without})
		for range 10 {
			var words []string
			for range 1 + rng.IntN(6) {
				words = append(words, strings.Fields("alpha beta gamma delta zeta omega 2024 licence unheard")[rng.IntN(9)])
			}
			question := terms(strings.Join(words, " "))
			q := 0.0
			for _, w := range question {
				if df := book.docFreq(w); df > 0 {
					n := float64(len(book.passages))
					q += math.Log(1 + (n-float64(df)+0.5)/(float64(df)+0.5))
				}
			}
			for _, h := range search(t, x, index.Query{Text: strings.Join(words, " ")}).Hits {
				doc := slices.Index(book.passages, h.Passage)
				want := book.score(doc, question) + q*book.second(doc, question)
				if math.Abs(h.Score-want) > 1e-9 {
					t.Fatalf("%v: %s has the score %v, want %v: %+v", words, h.Passage.ID(), h.Score, want, h.Explain())
				}
			}
		}
	}
}

// TestExplanationAddsUp: the parts of a score sum up to it, unless diversity moved
// the hit.
func TestExplanationAddsUp(t *testing.T) {
	x := newIndex(t, metapolicy.Corpus(), index.Options{Without: index.Diversity})
	for _, q := range devQuestions(t) {
		for _, h := range search(t, x, index.Query{Text: q.Question}).Hits {
			if e := h.Explain(); math.Abs(e.Score-h.Score) > 1e-9 {
				t.Errorf("%s: %s: the explanation sums up to %v, the score is %v", q.ID, h.Passage.ID(), e.Score, h.Score)
			}
		}
	}
}
