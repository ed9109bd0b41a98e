package index_test

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

const harbour = `---
id: harbour
title: The Harbour
---

# The Harbour

The harbour was dug in 1820.[^1] It silted up.

## Trade

Salt and herring left the harbour.[^2]

### Salt

Salt was taxed.[^1][^2]

| Year | Ships |
| --- | --- |
| 1850 | 312 sail, 4 steam |

[^1]: Town records
[^2]: Customs ledger
`

func harbourCorpus(t testing.TB) *corpus.Corpus {
	c, err := corpus.New(parse(t, "harbour.md", harbour))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestSearch looks at which passages come, in order.
func TestSearch(t *testing.T) {
	x := newIndex(t, harbourCorpus(t), index.Options{})
	for _, tt := range []struct {
		name string
		q    index.Query
		want []string
	}{
		{"a note's text is searched, the heading counts more", index.Query{Text: "customs for salt"}, []string{"salt.1", "trade.1", "salt.2"}},
		{"less in a longer list of notes", index.Query{Text: "customs ledger"}, []string{"trade.1", "salt.1"}},
		{"K cuts", index.Query{Text: "salt", K: 1}, []string{"salt.1"}},
		{"the lead is searched", index.Query{Text: "how many ships?"}, []string{"salt.2"}},
		{"a number of the row", index.Query{Text: "312"}, []string{"salt.2"}},
		{"the title is in every passage, the text decides, then the length of the headings", index.Query{Text: "harbour"},
			[]string{"top.1", "trade.1", "salt.2", "salt.1"}},
		{"a misspelt word", index.Query{Text: "herrnig"}, []string{"trade.1"}},
		{"a compound", index.Query{Text: "herringleft"}, []string{"trade.1"}},
		{"a number in another form", index.Query{Text: "three hundred and twelve"}, []string{"salt.2"}},
		{"British and American spelling", index.Query{Text: "harbor", K: 1}, []string{"top.1"}},
		{"a section has those under it", index.Query{Text: "salt", Sections: []string{"Trade"}}, []string{"salt.1", "trade.1", "salt.2"}},
		{"by slug", index.Query{Text: "salt", Sections: []string{"salt"}}, []string{"salt.1", "salt.2"}},
		{"by ID", index.Query{Text: "harbour", Sections: []string{"harbour#top"}}, []string{"top.1"}},
		{"two sections", index.Query{Text: "harbour salt", Sections: []string{"top", "Salt"}}, []string{"salt.1", "salt.2", "top.1"}},
		{"a footnote", index.Query{Text: "harbour salt", Footnotes: []string{"^1"}}, []string{"salt.1", "top.1"}},
		{"footnote in full", index.Query{Text: "harbour salt", Footnotes: []string{"harbour^2"}}, []string{"salt.1", "trade.1"}},
		{"an entity", index.Query{Text: "salt", Entities: []string{"Herring"}}, []string{"trade.1"}},
		{"after a date", index.Query{Text: "harbour", After: fact.MustParseDate("1840")}, []string{"salt.2"}},
		{"before a date", index.Query{Text: "harbour salt", Before: fact.MustParseDate("1821")}, []string{"top.1"}},
		{"filters are a conjunction", index.Query{Text: "harbour salt", Footnotes: []string{"^1"}, Sections: []string{"Trade"}}, []string{"salt.1"}},
		{"article", index.Query{Text: "taxed", Articles: []string{"harbour"}}, []string{"salt.1"}},
		{"no usable term", index.Query{Text: "who is it, and why?"}, nil},
		{"no term that is there", index.Query{Text: "zeppelin"}, nil},
		{"nothing is syntax", index.Query{Text: `+salt -herring "c ~2 tax^9 /.*/ (`}, []string{"salt.1", "trade.1", "salt.2"}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, h := range search(t, x, tt.q).Hits {
				_, id, _ := strings.Cut(string(h.Passage.ID()), "#")
				got = append(got, id)
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestSearchErrors(t *testing.T) {
	x := newIndex(t, harbourCorpus(t), index.Options{})
	var article *corpus.UnknownArticleError
	var section *index.UnknownSectionError
	var label *corpus.UnknownLabelError
	var entity *index.UnknownEntityError
	for _, tt := range []struct {
		name string
		q    index.Query
		is   error
		as   any
	}{
		{"empty", index.Query{}, index.ErrEmptyQuestion, nil},
		{"white space", index.Query{Text: " \t\n"}, index.ErrEmptyQuestion, nil},
		{"unknown article", index.Query{Text: "salt", Articles: []string{"port"}}, nil, &article},
		{"unknown section", index.Query{Text: "salt", Sections: []string{"Fish"}}, nil, &section},
		{"unknown entity", index.Query{Text: "salt", Entities: []string{"Zeppelin"}}, nil, &entity},
		{"unknown footnote", index.Query{Text: "salt", Footnotes: []string{"^7"}}, nil, &label},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := x.Search(context.Background(), tt.q)
			if tt.is != nil && !errors.Is(err, tt.is) || tt.as != nil && !errors.As(err, tt.as) {
				t.Errorf("error %v", err)
			}
		})
	}
}

func TestHighlights(t *testing.T) {
	x := newIndex(t, harbourCorpus(t), index.Options{})
	h := search(t, x, index.Query{Text: "Which harbors were silting up in 1820?", K: 1}).Hits[0]
	var got []string
	for _, s := range h.Highlights() {
		got = append(got, s.Of(h.Passage.Text()))
	}
	if diff := cmp.Diff([]string{"harbour", "1820", "silted"}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestHighlightsOverlap: the overlapping pairs of a script without spaces make
// one highlight.
func TestHighlightsOverlap(t *testing.T) {
	c, err := corpus.New(parse(t, "a.md", "# 港\n\n東京湾の港です。\n"))
	if err != nil {
		t.Fatal(err)
	}
	h := search(t, newIndex(t, c, index.Options{}), index.Query{Text: "東京湾"}).Hits[0]
	spans := h.Highlights()
	if len(spans) != 1 || spans[0].Of(h.Passage.Text()) != "東京湾" {
		t.Errorf("highlights %v", spans)
	}
}

// TestAnswer: at most n sentences, in reading order, a table row whole, each with
// the footnotes of its own place.
func TestAnswer(t *testing.T) {
	x := newIndex(t, harbourCorpus(t), index.Options{})
	for _, tt := range []struct {
		name, question string
		n              int
		want           []string // text and labels
	}{
		{"one sentence of a passage", "when was it dug?", 3, []string{"The harbour was dug in 1820. [1]"}},
		{"its neighbour has no footnote", "did it silt up?", 3, []string{"It silted up. []"}},
		{"a row", "how many sail in 1850?", 3, []string{"1850 | 312 sail, 4 steam []"}},
		{"reading order, not rank", "taxed salt, or herring?", 3,
			[]string{"Salt and herring left the harbour. [2]", "Salt was taxed. [1 2]"}},
		{"at most n", "taxed salt, or herring?", 1, []string{"Salt was taxed. [1 2]"}},
		{"none wanted", "salt", 0, nil},
		{"none found", "zeppelin", 3, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, s := range search(t, x, index.Query{Text: tt.question}).Answer(tt.n) {
				got = append(got, fmt.Sprint(s.Text, " ", s.Citation.Labels()))
			}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// A countdown is a context that is done once it was asked n times.
type countdown struct {
	context.Context
	n *atomic.Int64
}

func (c countdown) Err() error {
	if c.n.Add(-1) < 0 {
		return context.Canceled
	}
	return nil
}

// TestCancelled ends the context at every point at which it is looked at, while
// the index is built and while it is searched.
func TestCancelled(t *testing.T) {
	asked := func(run func(ctx context.Context) error) int64 {
		var n atomic.Int64
		n.Store(1 << 40)
		if err := run(countdown{t.Context(), &n}); err != nil {
			t.Fatal(err)
		}
		return 1<<40 - n.Load()
	}
	c := harbourCorpus(t)
	x := newIndex(t, c, index.Options{})
	for name, run := range map[string]func(ctx context.Context) error{
		"New": func(ctx context.Context) error {
			x, err := index.New(ctx, c, index.Options{})
			if err == nil {
				err = x.Close()
			}
			return err
		},
		"Search": func(ctx context.Context) error {
			_, err := x.Search(ctx, index.Query{Text: "harbour"})
			return err
		},
	} {
		points := asked(run)
		if points == 0 {
			t.Errorf("%s never looks at its context", name)
		}
		for after := range points {
			var n atomic.Int64
			n.Store(after)
			if err := run(countdown{t.Context(), &n}); !errors.Is(err, context.Canceled) {
				t.Errorf("%s, done after %d of %d looks: error %v", name, after, points, err)
			}
		}
	}
}

func TestEmptyCorpus(t *testing.T) {
	c, err := corpus.New(parse(t, "empty.md", ""))
	if err != nil {
		t.Fatal(err)
	}
	r := search(t, newIndex(t, c, index.Options{}), index.Query{Text: "anything"})
	if len(r.Hits) != 0 || len(r.Answer(3)) != 0 || r.Context(100, index.ContextOptions{}).Text != "" {
		t.Errorf("an empty corpus answers: %+v", r)
	}
}

// TestConcurrent searches from many goroutines at once; each has to get what a
// single one gets.
func TestConcurrent(t *testing.T) {
	x := newIndex(t, metapolicy.Corpus(), index.PruneAlways)
	questions := devQuestions(t)
	want := make([]string, len(questions))
	for i, q := range questions {
		want[i] = string(marshal(t, search(t, x, index.Query{Text: q.Question}).Hits))
	}
	var wg sync.WaitGroup
	for g := range 16 {
		wg.Go(func() {
			for n := range 3 * len(questions) {
				i := (n + g) % len(questions)
				r, err := x.Search(context.Background(), index.Query{Text: questions[i].Question})
				if err != nil {
					t.Error(err)
					return
				}
				if got := string(marshal(t, r.Hits)); got != want[i] {
					t.Errorf("%s: another result in parallel", questions[i].ID)
				}
			}
		})
	}
	wg.Wait()
}

// A gate is a context that, when it is asked, says so and waits.
type gate struct {
	context.Context
	reached, open chan struct{}
	once          *sync.Once
}

func (g gate) Err() error {
	g.once.Do(func() {
		close(g.reached)
		<-g.open
	})
	return nil
}

// TestClose: Close waits for a search that runs; afterwards a search fails,
// closing again doesn't, and no goroutine of the index stays.
func TestClose(t *testing.T) {
	before := goroutines()
	x, err := index.New(t.Context(), metapolicy.Corpus(), index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	g := gate{t.Context(), make(chan struct{}), make(chan struct{}), new(sync.Once)}
	searched := make(chan error, 1)
	go func() {
		_, err := x.Search(g, index.Query{Text: "license"})
		searched <- err
	}()
	<-g.reached
	closed := make(chan error, 1)
	go func() { closed <- x.Close() }()
	for waiting := false; !waiting; runtime.Gosched() {
		waiting = slices.ContainsFunc(goroutines(), func(s string) bool {
			return strings.Contains(s, "(*Index).Close") && strings.Contains(s, "RWMutex")
		})
	}
	select {
	case err := <-closed:
		t.Errorf("Close did not wait for the search: %v", err)
	default:
	}
	close(g.open)
	if err := <-searched; err != nil {
		t.Errorf("the search that ran: %v", err)
	}
	if err := <-closed; err != nil {
		t.Error(err)
	}
	if err := x.Close(); err != nil {
		t.Errorf("closing again: %v", err)
	}
	if _, err := x.Search(t.Context(), index.Query{Text: "license"}); !errors.Is(err, index.ErrClosed) {
		t.Errorf("a search after Close: %v", err)
	}
	for len(newSince(before)) > 0 { // until the test's timeout, which shows them
		runtime.Gosched()
	}
}

// goroutines returns the stacks of all goroutines that aren't Bleve's analysis
// workers, which it starts once for the process and keeps.
func goroutines() []string {
	buf := make([]byte, 1<<20)
	buf = buf[:runtime.Stack(buf, true)]
	return slices.DeleteFunc(strings.Split(string(buf), "\n\n"), func(s string) bool {
		return strings.Contains(s, "index.AnalysisWorker") || strings.Contains(s, "bleve_index_api.AnalysisWorker")
	})
}

// newSince returns the goroutines that were not there before, by their header.
func newSince(before []string) []string {
	id := func(s string) string { return strings.Join(strings.Fields(s)[:2], " ") }
	return slices.DeleteFunc(goroutines(), func(s string) bool {
		return slices.ContainsFunc(before, func(b string) bool { return id(b) == id(s) })
	})
}

// TestHandMade: results that a caller has put together don't panic, and those of
// several searches can be merged.
func TestHandMade(t *testing.T) {
	x := newIndex(t, harbourCorpus(t), index.Options{})
	salt := search(t, x, index.Query{Text: "taxed", K: 1})
	herring := search(t, x, index.Query{Text: "herring", K: 1})
	merged := index.Results{Hits: append(slices.Clone(herring.Hits), salt.Hits...)}
	if got := merged.Answer(3); len(got) != 2 {
		t.Errorf("%d sentences of two searches, want 2", len(got))
	}
	if got := merged.Context(1000, index.ContextOptions{}); len(got.Passages) != 2 {
		t.Errorf("%d passages of two searches, want 2", len(got.Passages))
	}
	bare := index.Results{Hits: []index.Hit{{}, {Rank: 1, Passage: salt.Hits[0].Passage}}}
	if got := bare.Answer(3); len(got) != 0 {
		t.Errorf("hits without a question answer: %v", got)
	}
	if got := bare.Context(1000, index.ContextOptions{}); len(got.Passages) != 1 || got.Passages[0].Key != "[^1][^2]" {
		t.Errorf("context of a bare passage: %+v", got.Passages)
	}
	for _, h := range bare.Hits {
		if len(h.Highlights()) != 0 || len(h.Explain().Terms) != 0 {
			t.Errorf("a bare hit has highlights or an explanation")
		}
	}
}
