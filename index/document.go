package index

import (
	"fmt"
	"strconv"

	"github.com/blevesearch/bleve/v2/document"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/footnote-go/footnote/corpus"
)

// documentID returns the ID in Bleve of the passage with the given ordinal:
// ordinals with leading zeros, so that IDs sort as passages do.
func documentID(ordinal int) string { return fmt.Sprintf("%010d", ordinal) }

func ordinalOf(id string) (uint32, error) {
	n, err := strconv.ParseUint(id, 10, 32)
	return uint32(n), err
}

// newDocument returns the Bleve document of a passage. Nothing is stored in it:
// the corpus has the text.
func newDocument(ordinal int, p corpus.Passage, a *analyzed) *document.Document {
	d := document.NewDocument(documentID(ordinal))
	for f, terms := range a.fields {
		if terms != nil {
			d.AddField(&termsField{name: fieldNames[f], terms: terms, length: a.length[f], options: bleveindex.IndexField})
		}
	}
	id := p.Article().ID()
	d.AddField(newFilterField(articleFilter, id))
	var sections []string
	for s, ok := p.Section(), true; ok; s, ok = s.Parent() {
		sections = append(sections, s.ID())
	}
	d.AddField(newFilterField(sectionFilter, sections...))
	if labels := p.Labels(); len(labels) > 0 {
		refs := make([]string, len(labels))
		for i, l := range labels {
			refs[i] = id + "^" + l
		}
		d.AddField(newFilterField(noteFilter, refs...))
	}
	return d
}

// A termsField is a field of a Bleve document whose terms are known already.
type termsField struct {
	name    string
	terms   bleveindex.TokenFrequencies
	length  int
	options bleveindex.FieldIndexingOptions
}

func newFilterField(name string, values ...string) *termsField {
	terms := make(bleveindex.TokenFrequencies, len(values))
	for _, v := range values {
		terms[v] = &bleveindex.TokenFreq{Term: []byte(v)}
	}
	return &termsField{name: name, terms: terms, length: len(values), options: bleveindex.IndexField | bleveindex.SkipFreqNorm}
}

func (f *termsField) Name() string                                          { return f.name }
func (f *termsField) ArrayPositions() []uint64                              { return nil }
func (f *termsField) Options() bleveindex.FieldIndexingOptions              { return f.options }
func (f *termsField) Analyze()                                              {}
func (f *termsField) Value() []byte                                         { return nil }
func (f *termsField) NumPlainTextBytes() uint64                             { return 0 }
func (f *termsField) Size() int                                             { return 0 }
func (f *termsField) EncodedFieldType() byte                                { return 't' }
func (f *termsField) AnalyzedLength() int                                   { return f.length }
func (f *termsField) AnalyzedTokenFrequencies() bleveindex.TokenFrequencies { return f.terms }
