package index_test

import (
	"strings"
	"testing"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis"
	"github.com/blevesearch/bleve/v2/index/scorch"
	"github.com/blevesearch/bleve/v2/mapping"
	"github.com/blevesearch/bleve/v2/registry"
	"github.com/blevesearch/bleve/v2/search/query"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/internal/text"
)

// What Bleve does by itself with the same passages, fields and analysis: the
// named alternative of the benchmarks.

const bleveAnalyzer = "footnote"

func init() {
	if err := registry.RegisterAnalyzer(bleveAnalyzer, func(map[string]any, *registry.Cache) (analysis.Analyzer, error) {
		return wrappedAnalyzer{}, nil
	}); err != nil {
		panic(err)
	}
}

// A wrappedAnalyzer is our analysis as an analyzer of Bleve's.
type wrappedAnalyzer struct{}

func (wrappedAnalyzer) Analyze(input []byte) analysis.TokenStream {
	var a text.Analyzer
	tokens := a.Append(nil, string(input))
	slab := make([]analysis.Token, len(tokens))
	out := make(analysis.TokenStream, len(tokens))
	for i, t := range tokens {
		slab[i] = analysis.Token{Term: []byte(t.Term), Start: t.Start, End: t.End, Position: i + 1}
		out[i] = &slab[i]
	}
	return out
}

// A blevePassage is a passage as one gives it to Bleve.
type blevePassage struct {
	Text     string   `json:"text"`
	Lead     string   `json:"lead,omitempty"`
	Headings string   `json:"headings"`
	Notes    string   `json:"notes,omitempty"`
	Article  string   `json:"article"`
	Section  []string `json:"section"`
	Note     []string `json:"note,omitempty"`
}

func blevePassages(c *corpus.Corpus) []blevePassage {
	var out []blevePassage
	for p := range c.Passages() {
		b := blevePassage{
			Text: p.Text(), Lead: p.Lead(), Article: p.Article().ID(),
			Headings: strings.Join(append([]string{p.Article().Title()}, p.Section().Path()...), "\n"),
		}
		for s, ok := p.Section(), true; ok; s, ok = s.Parent() {
			b.Section = append(b.Section, s.ID())
		}
		for _, f := range p.Footnotes() {
			b.Notes += f.Text + "\n"
			b.Note = append(b.Note, f.Ref())
		}
		out = append(out, b)
	}
	return out
}

func bleveMapping() mapping.IndexMapping {
	words := bleve.NewTextFieldMapping()
	words.Analyzer = bleveAnalyzer
	words.Store, words.IncludeTermVectors, words.IncludeInAll, words.DocValues = false, false, false, false
	whole := bleve.NewKeywordFieldMapping()
	whole.Store, whole.IncludeTermVectors, whole.IncludeInAll, whole.DocValues = false, false, false, false
	doc := bleve.NewDocumentStaticMapping()
	for _, f := range []index.Field{index.TextField, index.LeadField, index.HeadingsField, index.NotesField} {
		doc.AddFieldMappingsAt(f.String(), words)
	}
	for _, f := range []string{"article", "section", "note"} {
		doc.AddFieldMappingsAt(f, whole)
	}
	m := bleve.NewIndexMapping()
	m.DefaultMapping = doc
	return m
}

// buildBleve indexes passages with Bleve alone, in one batch.
func buildBleve(tb testing.TB, passages []blevePassage) bleve.Index {
	tb.Helper()
	x, err := bleve.NewUsing("", bleveMapping(), scorch.Name, scorch.Name, nil)
	if err != nil {
		tb.Fatal(err)
	}
	batch := x.NewBatch()
	for i, p := range passages {
		if err := batch.Index(ordinalID(i), p); err != nil {
			tb.Fatal(err)
		}
	}
	if err := x.Batch(batch); err != nil {
		tb.Fatal(err)
	}
	return x
}

// bleveQuery asks for a question in all fields, with our weights as boosts.
func bleveQuery(question string) query.Query {
	boosts := map[index.Field]float64{index.TextField: 1, index.LeadField: 0.3, index.HeadingsField: 1, index.NotesField: 0.2}
	var parts []query.Query
	for f := index.TextField; f <= index.NotesField; f++ {
		m := bleve.NewMatchQuery(question)
		m.SetField(f.String())
		m.SetBoost(boosts[f])
		parts = append(parts, m)
	}
	return bleve.NewDisjunctionQuery(parts...)
}
