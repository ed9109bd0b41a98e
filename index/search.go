package index

import (
	"context"
	"errors"
	"strings"

	"github.com/footnote-go/footnote/internal/rank"
	"github.com/footnote-go/footnote/internal/text"
)

// Search returns the best passages for a query. A question of which no passage
// has any term gives no hits; one without any text is [ErrEmptyQuestion]. A
// filter that names nothing is an [*UnknownSectionError], or what corpus.Corpus
// says of an unknown article or footnote.
func (x *Index) Search(ctx context.Context, q Query) (Results, error) {
	if strings.TrimSpace(q.Text) == "" {
		return Results{}, ErrEmptyQuestion
	}
	conditions, err := x.conditions(q)
	if err != nil {
		return Results{}, err
	}
	x.mu.RLock()
	defer x.mu.RUnlock()
	if x.closed {
		return Results{}, ErrClosed
	}
	s, _ := x.pool.Get().(*search)
	if s == nil {
		s = &search{}
	}
	defer x.pool.Put(s)
	hits, err := s.run(ctx, x, q, conditions)
	if err != nil {
		return Results{}, err
	}
	asked := &asked{index: x, terms: append([]queryTerm(nil), s.terms...)}
	out := Results{Question: q.Text, Hits: make([]Hit, len(hits))}
	for i, h := range hits {
		out.Hits[i] = Hit{Rank: i + 1, Score: h.Score, Passage: x.passages[h.Order], ordinal: h.Order, asked: asked}
	}
	return out, nil
}

// A search is the memory that a search needs; one hands it on to the next.
type search struct {
	words    text.Analyzer
	tokens   []text.Token
	terms    []queryTerm
	ranker   rank.Searcher
	request  []rank.Term
	postings []*postings
	open     int // postings[:open] are in use
}

func (s *search) run(ctx context.Context, x *Index, q Query, conditions []condition) (hits []rank.Hit, err error) {
	s.tokens = s.words.Append(s.tokens[:0], q.Text)
	s.terms = x.queryTerms(s.terms[:0], s.tokens)
	if len(s.terms) == 0 {
		return nil, ctx.Err()
	}
	defer func() { err = errors.Join(err, s.close()) }()
	s.request = s.request[:0]
	for _, t := range s.terms {
		stats := x.stats.terms[t.term]
		r := rank.Term{Weight: float64(t.count) * t.idf, Bound: stats.bound}
		for f, name := range fieldNames {
			if stats.fields&(1<<f) == 0 {
				continue
			}
			p, err := s.openPostings(ctx, x, t.term, name, true)
			if err != nil {
				return nil, err
			}
			r.Fields[f] = p
		}
		s.request = append(s.request, r)
	}
	filter, err := s.filter(ctx, x, conditions)
	if err != nil {
		return nil, err
	}
	k := q.K
	if k <= 0 {
		k = DefaultK
	}
	return s.ranker.Search(ctx, x.stats.model, rank.Request{
		Terms: s.request, K: k, Prune: x.prune, Filter: filter,
		Order: func(doc uint64) uint32 { return x.ordinals[doc] },
	})
}

// filter opens the conditions of a query, nil if there are none.
func (s *search) filter(ctx context.Context, x *Index, conditions []condition) (*rank.Filter, error) {
	if len(conditions) == 0 {
		return nil, nil
	}
	filter := &rank.Filter{}
	for _, c := range conditions {
		var group []rank.Postings
		for _, v := range c.values {
			p, err := s.openPostings(ctx, x, v, c.field, false)
			if err != nil {
				return nil, err
			}
			group = append(group, p)
		}
		if err := filter.Require(group...); err != nil {
			return nil, err
		}
	}
	return filter, nil
}

// openPostings opens postings that close will close.
func (s *search) openPostings(ctx context.Context, x *Index, term, field string, scored bool) (*postings, error) {
	if s.open == len(s.postings) {
		s.postings = append(s.postings, &postings{})
	}
	p := s.postings[s.open]
	s.open++
	return p, p.open(ctx, x.reader, term, field, scored)
}

// close gives back to Bleve what the search has opened.
func (s *search) close() error {
	var err error
	for _, p := range s.postings[:s.open] {
		err = errors.Join(err, p.close())
	}
	s.open = 0
	return err
}
