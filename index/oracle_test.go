package index_test

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/metapolicy"
)

// A textbook scores passages as the package documentation defines it, word for
// word and without any of the package's code.
type textbook struct {
	passages []corpus.Passage
	fields   []map[index.Field][]string // the terms of each passage's fields
	avgLen   map[index.Field]float64
}

var (
	weights = map[index.Field]float64{index.TextField: 1.0, index.LeadField: 0.3, index.HeadingsField: 1.0, index.NotesField: 0.2}
	lengthB = map[index.Field]float64{index.TextField: 0.4, index.LeadField: 0.75, index.HeadingsField: 0.75, index.NotesField: 0.75}
	fields  = []index.Field{index.TextField, index.LeadField, index.HeadingsField, index.NotesField}
)

func terms(s string) []string {
	var a text.Analyzer
	var out []string
	for _, t := range a.Append(nil, s) {
		out = append(out, t.Term)
	}
	return out
}

func newTextbook(c *corpus.Corpus) *textbook {
	b := &textbook{avgLen: map[index.Field]float64{}}
	for p := range c.Passages() {
		headings := append([]string{p.Article().Title()}, p.Section().Path()...)
		var notes []string
		for _, f := range p.Footnotes() {
			notes = append(notes, f.Text)
		}
		b.passages = append(b.passages, p)
		b.fields = append(b.fields, map[index.Field][]string{
			index.TextField:     terms(p.Text()),
			index.LeadField:     terms(p.Lead()),
			index.HeadingsField: terms(strings.Join(headings, "\n")),
			index.NotesField:    terms(strings.Join(notes, "\n")),
		})
	}
	for _, f := range fields {
		total, have := 0, 0
		for _, doc := range b.fields {
			if n := len(doc[f]); n > 0 {
				total += n
				have++
			}
		}
		if have > 0 {
			b.avgLen[f] = float64(total) / float64(have)
		}
	}
	return b
}

func count(list []string, s string) int {
	n := 0
	for _, x := range list {
		if x == s {
			n++
		}
	}
	return n
}

func (b *textbook) docFreq(term string) int {
	df := 0
	for _, doc := range b.fields {
		if slices.ContainsFunc(fields, func(f index.Field) bool { return slices.Contains(doc[f], term) }) {
			df++
		}
	}
	return df
}

func (b *textbook) score(doc int, question []string) float64 {
	const k1 = 1.2
	score := 0.0
	var seen []string
	for _, t := range question {
		if slices.Contains(seen, t) {
			continue
		}
		seen = append(seen, t)
		n, df := float64(len(b.passages)), float64(b.docFreq(t))
		idf := math.Log(1 + (n-df+0.5)/(df+0.5))
		w := 0.0
		for _, f := range fields {
			tf, length := float64(count(b.fields[doc][f], t)), float64(len(b.fields[doc][f]))
			if tf > 0 {
				w += weights[f] * tf / (1 - lengthB[f] + lengthB[f]*length/b.avgLen[f])
			}
		}
		score += float64(count(question, t)) * idf * w / (k1 + w)
	}
	return score
}

type scored struct {
	doc   int
	score float64
}

// best returns the best passages that pass, best first.
func (b *textbook) best(question string, k int, pass func(corpus.Passage) bool) []scored {
	words := terms(question)
	var out []scored
	for doc, p := range b.passages {
		if s := b.score(doc, words); s > 0 && pass(p) {
			out = append(out, scored{doc, s})
		}
	}
	slices.SortStableFunc(out, func(x, y scored) int { return cmp.Compare(y.score, x.score) })
	return out[:min(k, len(out))]
}

// randomCorpus makes small articles with sections, lists, tables and footnotes of
// a few words, so that fields differ, terms repeat and scores tie.
func randomCorpus(tb testing.TB, rng *rand.Rand) *corpus.Corpus {
	vocabulary := strings.Fields("alpha beta gamma delta epsilon zeta eta theta iota kappa lambda sigma omega 2024 3.5 open-source licence")
	words := func(n int) string {
		var out []string
		for range n {
			out = append(out, vocabulary[min(rng.IntN(len(vocabulary)), rng.IntN(len(vocabulary)))])
		}
		return strings.Join(out, " ")
	}
	var articles []*corpus.Article
	for i := range 1 + rng.IntN(3) {
		var b strings.Builder
		fmt.Fprintf(&b, "# %s\n\n", words(1+rng.IntN(3)))
		for range 1 + rng.IntN(30) {
			mark := ""
			if rng.IntN(2) == 0 {
				mark = fmt.Sprintf("[^%d]", rng.IntN(5))
			}
			switch rng.IntN(5) {
			case 0:
				fmt.Fprintf(&b, "%s %s\n\n", strings.Repeat("#", 2+rng.IntN(2)), words(1+rng.IntN(3)))
			case 1:
				fmt.Fprintf(&b, "%s:\n\n- %s%s\n- %s\n\n", words(3), words(1+rng.IntN(6)), mark, words(2))
			case 2:
				fmt.Fprintf(&b, "| %s | %s |\n| --- | --- |\n| %s | %s%s |\n\n", words(1), words(1), words(2), words(3), mark)
			default:
				fmt.Fprintf(&b, "%s%s\n\n", words(1+rng.IntN(40)), mark)
			}
		}
		for l := range 4 { // [^4] is not defined
			fmt.Fprintf(&b, "[^%d]: %s\n", l, words(rng.IntN(6)))
		}
		articles = append(articles, parse(tb, fmt.Sprintf("a%d.md", i), b.String()))
	}
	c, err := corpus.New(articles...)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

// TestTextbook holds the ranking against the textbook on random corpora and
// questions, with and without pruning, with and without filters.
func TestTextbook(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 60 {
		c := randomCorpus(t, rng)
		book := newTextbook(c)
		never := newIndex(t, c, index.PruneNever)
		always := newIndex(t, c, index.PruneAlways)
		for range 12 {
			var words []string
			for range 1 + rng.IntN(6) {
				words = append(words, strings.Fields("alpha beta gamma delta zeta omega 2024 licence license unheard-of the")[rng.IntN(11)])
			}
			q := index.Query{Text: strings.Join(words, " "), K: 1 + rng.IntN(12)}
			pass := randomFilter(rng, c, &q)
			want := book.best(q.Text, q.K, pass)
			full := search(t, never, q)
			pruned := search(t, always, q)
			if a, b := marshal(t, full.Hits), marshal(t, pruned.Hits); !bytes.Equal(a, b) {
				t.Fatalf("%+v: pruning changes the result:\n%s\n%s", q, a, b)
			}
			if len(full.Hits) != len(want) {
				t.Fatalf("%+v: %d hits, want %d", q, len(full.Hits), len(want))
			}
			for i, h := range full.Hits {
				if math.Abs(h.Score-want[i].score) > 1e-9 {
					t.Errorf("%+v: score %d is %v, want %v", q, i+1, h.Score, want[i].score)
				}
				if got, want := h.Passage, book.passages[want[i].doc]; got != want && !tied(book, q.Text, got, want) {
					t.Errorf("%+v: hit %d is %s, want %s", q, i+1, got.ID(), want.ID())
				}
			}
			checkExplanations(t, full)
		}
		for _, term := range []string{"alpha", "omega", "licens", "unheard"} {
			if got, want := never.DocFreq(term), book.docFreq(term); got != want {
				t.Errorf("DocFreq(%q) = %d, want %d", term, got, want)
			}
		}
	}
}

// tied reports whether two passages have one score but for the last bits, which
// the textbook sums in another way.
func tied(b *textbook, question string, x, y corpus.Passage) bool {
	words := terms(question)
	sx := b.score(slices.Index(b.passages, x), words)
	sy := b.score(slices.Index(b.passages, y), words)
	return sx != sy && math.Abs(sx-sy) < 1e-9
}

// randomFilter sets filters of the query and returns what they let pass.
func randomFilter(rng *rand.Rand, c *corpus.Corpus, q *index.Query) func(corpus.Passage) bool {
	var sections []corpus.Section
	for a := range c.Articles() {
		sections = slices.AppendSeq(sections, a.Sections())
	}
	var articles []string
	for a := range c.Articles() {
		articles = append(articles, a.ID())
	}
	switch rng.IntN(4) {
	case 0:
		s := sections[rng.IntN(len(sections))]
		q.Sections = []string{s.ID()}
		return func(p corpus.Passage) bool { return slices.Contains(slices.Collect(s.Subtree()), p.Section()) }
	case 1:
		id, label := articles[rng.IntN(len(articles))], fmt.Sprint(rng.IntN(4))
		q.Articles = []string{articles[rng.IntN(len(articles))]}
		q.Footnotes = []string{id + "^" + label, id + "^0"}
		return func(p corpus.Passage) bool {
			return p.Article().ID() == q.Articles[0] && p.Article().ID() == id &&
				(slices.Contains(p.Labels(), label) || slices.Contains(p.Labels(), "0"))
		}
	}
	return func(corpus.Passage) bool { return true }
}

// checkExplanations checks that the parts of each score sum up to it.
func checkExplanations(t *testing.T, r index.Results) {
	t.Helper()
	for _, h := range r.Hits {
		sum := 0.0
		for _, e := range h.Explain().Terms {
			sum += e.Score
		}
		if sum != h.Score {
			t.Errorf("%s: the explanation sums up to %v, the score is %v", h.Passage.ID(), sum, h.Score)
		}
	}
}

func search(t testing.TB, x *index.Index, q index.Query) index.Results {
	t.Helper()
	r, err := x.Search(context.Background(), q)
	if err != nil {
		t.Fatalf("%+v: %v", q, err)
	}
	return r
}

func marshal(t testing.TB, v any) []byte {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// TestRebuild: an index that is built again gives the same bytes, although Bleve
// numbers its documents anew.
func TestRebuild(t *testing.T) {
	var first []byte
	for range 5 {
		x := newIndex(t, metapolicy.Corpus(), index.Options{})
		var all []byte
		for _, q := range devQuestions(t) {
			r := search(t, x, index.Query{Text: q.Question, K: 20})
			all = append(all, marshal(t, r.Hits)...)
			all = append(all, marshal(t, r.Answer(3))...)
			all = append(all, marshal(t, r.Context(500, index.ContextOptions{}))...)
		}
		if first == nil {
			first = all
		}
		if !bytes.Equal(first, all) {
			t.Fatal("another build gives other results")
		}
	}
}

// TestStats holds the statistics against the textbook's.
func TestStats(t *testing.T) {
	book := newTextbook(metapolicy.Corpus())
	s := newIndex(t, metapolicy.Corpus(), index.PruneNever).Stats()
	distinct := map[string]bool{}
	for _, doc := range book.fields {
		for _, f := range fields {
			for _, term := range doc[f] {
				distinct[term] = true
			}
		}
	}
	if s.Passages != len(book.passages) || s.Terms != len(distinct) {
		t.Errorf("%d passages and %d terms, want %d and %d", s.Passages, s.Terms, len(book.passages), len(distinct))
	}
	for _, f := range fields {
		if s.Fields[f].AvgLen != book.avgLen[f] {
			t.Errorf("average length of %s is %v, want %v", f, s.Fields[f].AvgLen, book.avgLen[f])
		}
	}
}
