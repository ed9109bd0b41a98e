package index

import (
	"context"
	"math"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/footnote-go/footnote/internal/rank"
)

// postings reads the occurrences of a term in a field from Bleve.
type postings struct {
	reader bleveindex.TermFieldReader
	doc    bleveindex.TermFieldDoc
	id     bleveindex.IndexInternalID
}

func (p *postings) open(ctx context.Context, r bleveindex.IndexReader, term, field string, scored bool) (err error) {
	p.reader, err = r.TermFieldReader(ctx, []byte(term), field, scored, scored, false)
	return err
}

func (p *postings) close() error {
	if p.reader == nil {
		return nil
	}
	r := p.reader
	p.reader = nil
	return r.Close()
}

// Next implements rank.Postings.
func (p *postings) Next() (rank.Posting, error) {
	d, err := p.reader.Next(&p.doc)
	return posting(d), err
}

// Advance implements rank.Postings.
func (p *postings) Advance(doc uint64) (rank.Posting, error) {
	p.id = bleveindex.NewIndexInternalID(p.id, doc)
	d, err := p.reader.Advance(p.id, &p.doc)
	return posting(d), err
}

// posting reads a posting. Bleve keeps the length of a field as a norm of
// float32(1/√length), which gives it back exactly up to six million terms.
func posting(d *bleveindex.TermFieldDoc) rank.Posting {
	if d == nil {
		return rank.Posting{Doc: rank.Done}
	}
	return rank.Posting{
		Doc: d.ID.Value(),
		TF:  int(d.Freq),
		Len: int(math.Round(1 / (d.Norm * d.Norm))),
	}
}
