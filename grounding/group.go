package grounding

import (
	"runtime"
	"slices"
	"sync"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/entail"
	"github.com/footnote-go/footnote/internal/text"
)

// group analyses the corpus on all processors: it returns a group for each sentence,
// in order, and where it comes from.
func (b *base) group() (groups []entail.Group, places []place) {
	passages := slices.Collect(b.corpus.Passages())
	sections := make([]int, len(passages))
	section := 0
	for i, p := range passages {
		if _, ok := before(p); !ok {
			section++
		}
		sections[i] = section
	}
	workers := min(runtime.GOMAXPROCS(0), 1+len(passages)/16)
	groupers := make([]*grouper, workers)
	var wg sync.WaitGroup
	for w := range workers {
		from, to := w*len(passages)/workers, (w+1)*len(passages)/workers
		g := newGrouper(b)
		groupers[w] = g
		wg.Go(func() {
			for i := from; i < to; i++ {
				g.add(passages[i], sections[i])
			}
		})
	}
	wg.Wait()
	for _, g := range groupers {
		groups, places = append(groups, g.groups...), append(places, g.places...)
	}
	return groups, places
}

// before returns the passage before another one in its section.
func before(p corpus.Passage) (corpus.Passage, bool) {
	prev, ok := p.Previous()
	return prev, ok && prev.Section() == p.Section()
}

// A grouper makes the groups of passages, one after the other. It analyses once what
// several of them have.
type grouper struct {
	base     *base
	analyzer *entail.Analyzer
	words    text.Analyzer // of questions
	headings map[string]*entail.Sentence
	notes    map[fact.Fact]entail.Note
	last     corpus.Passage     // that was analysed
	mains    []*entail.Sentence // its sentences

	groups []entail.Group
	places []place
}

func newGrouper(b *base) *grouper {
	return &grouper{
		base:     b,
		analyzer: &entail.Analyzer{Names: b.names, Weight: b.weight},
		headings: map[string]*entail.Sentence{},
		notes:    map[fact.Fact]entail.Note{},
	}
}

// add adds the groups of a passage.
func (g *grouper) add(p corpus.Passage, section int) {
	var context []*entail.Sentence
	for _, s := range append(p.Section().Path(), p.Lead(), p.Article().Title()) {
		if s != "" {
			context = append(context, g.heading(s))
		}
	}
	headings := len(context)
	if prev, ok := before(p); ok {
		context = append(context, g.sentences(prev)...)
	}
	stated := statedIn(g.base.corpus, p)
	hints := g.hints(p)
	mains := g.sentences(p)
	i := 0
	for s := range p.Sentences() {
		group := entail.Group{Main: mains[i], Context: context, Headings: headings, Hints: hints, Section: section}
		i++
		pl := place{sentence: s}
		for _, f := range stated {
			if slices.ContainsFunc(f.spans, func(x cite.Span) bool { return x.Overlaps(s.Span()) }) {
				group.Notes = append(group.Notes, g.note(f.fact))
				pl.facts = append(pl.facts, f.fact)
			}
		}
		g.groups = append(g.groups, group)
		g.places = append(g.places, pl)
		context = append(context[:len(context):len(context)], group.Main)
	}
}

// sentences analyses the sentences of a passage.
func (g *grouper) sentences(p corpus.Passage) []*entail.Sentence {
	if p != g.last {
		g.last, g.mains = p, nil
		for s := range p.Sentences() {
			g.mains = append(g.mains, g.analyzer.Analyze(s.Text()))
		}
	}
	return g.mains
}

// heading analyses a heading or what else stands above several passages.
func (g *grouper) heading(s string) *entail.Sentence {
	if g.headings[s] == nil {
		g.headings[s] = g.analyzer.Analyze(s)
	}
	return g.headings[s]
}

// note makes a note of a fact's statement.
func (g *grouper) note(f fact.Fact) entail.Note {
	if n, ok := g.notes[f]; ok {
		return n
	}
	n := entail.Note{Sentence: g.analyzer.Analyze(f.Statement()), Reserve: reserve(f.Status()), Critical: f.Status().Has(fact.StatusSaidByCritics)}
	for _, who := range f.AttributedTo() {
		n.By = append(n.By, g.base.names.Key(who))
	}
	g.notes[f] = n
	return n
}

// hints returns the terms of the questions that a passage answers.
func (g *grouper) hints(p corpus.Passage) map[string]bool {
	out := map[string]bool{}
	var tokens []text.Token
	for _, q := range p.Questions() {
		tokens = g.words.Append(tokens[:0], q)
		for _, t := range tokens {
			out[t.Term] = true
		}
	}
	return out
}

// A factAt is a fact with the places in a passage that state it.
type factAt struct {
	fact  fact.Fact
	spans []cite.Span
}

// statedIn returns the facts of a passage but tensions, which say what their sides say.
func statedIn(c *corpus.Corpus, p corpus.Passage) []factAt {
	var out []factAt
	for f := range c.Facts().In(p.ID()) {
		if f.Kind() == fact.KindTension {
			continue
		}
		s := factAt{fact: f}
		for _, e := range f.Evidence() {
			if e.Passage == p.ID() {
				s.spans = append(s.spans, e.Span)
			}
		}
		out = append(out, s)
	}
	return out
}
