package index

import (
	"context"
	"runtime"
	"sync"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/internal/text"
)

// An analyzed passage is what the index keeps of it: for each field its terms
// with their frequencies, nil where the passage doesn't have the field.
type analyzed struct {
	fields [fieldCount]bleveindex.TokenFrequencies
	length [fieldCount]int
}

// analyzeAll analyzes passages on all processors.
func analyzeAll(ctx context.Context, passages []corpus.Passage) ([]analyzed, error) {
	out := make([]analyzed, len(passages))
	workers := min(runtime.GOMAXPROCS(0), 1+len(passages)/64)
	var wg sync.WaitGroup
	for w := range workers {
		from, to := w*len(passages)/workers, (w+1)*len(passages)/workers
		wg.Go(func() {
			var a analyzer
			for i := from; i < to && ctx.Err() == nil; i++ {
				out[i] = a.passage(passages[i])
			}
		})
	}
	wg.Wait()
	return out, ctx.Err()
}

// An analyzer analyzes passages and keeps what neighbours share. The zero analyzer
// is ready to use.
type analyzer struct {
	words    text.Analyzer
	tokens   []text.Token
	section  corpus.Section
	headings frequencies
	lead     string
	leads    frequencies
}

type frequencies struct {
	terms  bleveindex.TokenFrequencies
	length int
}

func (a *analyzer) passage(p corpus.Passage) analyzed {
	if s := p.Section(); s != a.section {
		a.section, a.headings = s, a.count(headings(s))
	}
	if lead := p.Lead(); lead != a.lead {
		a.lead, a.leads = lead, a.count(lead)
	}
	var out analyzed
	for f, x := range [fieldCount]frequencies{
		TextField:     a.count(p.Text()),
		LeadField:     a.leads,
		HeadingsField: a.headings,
		NotesField:    a.count(noteText(p.Footnotes())),
	} {
		if x.length > 0 {
			out.fields[f], out.length[f] = x.terms, x.length
		}
	}
	return out
}

// count returns the terms of s with their frequencies.
func (a *analyzer) count(s string) frequencies {
	if s == "" {
		return frequencies{}
	}
	a.tokens = a.words.Append(a.tokens[:0], s)
	slab := make([]bleveindex.TokenFreq, 0, len(a.tokens))
	terms := make(bleveindex.TokenFrequencies, len(a.tokens))
	for _, t := range a.tokens {
		tf, ok := terms[t.Term]
		if !ok {
			slab = append(slab, bleveindex.TokenFreq{Term: []byte(t.Term)})
			tf = &slab[len(slab)-1]
			terms[t.Term] = tf
		}
		tf.SetFrequency(tf.Frequency() + 1)
	}
	return frequencies{terms, len(a.tokens)}
}
