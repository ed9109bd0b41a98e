package index

import (
	"context"
	"errors"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/internal/rank"
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
	s := x.borrow()
	defer x.pool.Put(s)
	hits, err := s.run(ctx, x, q, conditions)
	if err != nil {
		return Results{}, err
	}
	r := &s.reader.out
	asked := &asked{index: x, terms: slices.Clone(r.terms), most: s.second.most}
	out := Results{Question: q.Text, Hits: make([]Hit, len(hits)), Corrected: r.corrected, Degraded: s.degraded}
	if len(hits) > 0 {
		out.features = s.second.features
		out.Confidence = x.confidence(out.features)
		out.Answerable = out.Confidence >= x.least
		out.Lacks = s.second.lacks
	}
	for i, h := range hits {
		out.Hits[i] = Hit{Rank: i + 1, Score: h.score, Passage: x.passages[h.hit.Order], ordinal: h.hit.Order, asked: asked, signals: h.seen(), sentences: h.sentences}
	}
	return out, nil
}

// A search is the memory that a search needs; one hands it on to the next.
type search struct {
	reader   reader
	second   second
	ranker   rank.Searcher
	request  []rank.Term
	postings []*postings
	open     int // postings[:open] are in use
	degraded error
}

// borrow returns memory for a search, to be put back into the pool.
func (x *Index) borrow() *search {
	if s, ok := x.pool.Get().(*search); ok {
		return s
	}
	return &search{reader: reader{x: x}}
}

// run answers a query.
func (s *search) run(ctx context.Context, x *Index, q Query, conditions []condition) ([]ranked, error) {
	k := q.K
	if k <= 0 {
		k = DefaultK
	}
	s.degraded = nil
	list, err := s.rank(ctx, x, q.Text, k, conditions)
	if err != nil || len(list) == 0 && x.vectors == nil {
		return nil, err
	}
	if x.parts.Has(Diversity) {
		if first, second, ok := s.reader.out.halves(q.Text); ok {
			if err := x.diversify(ctx, list, first, second, conditions); err != nil {
				return nil, err
			}
		}
	}
	if x.vectors != nil {
		if list, err = s.fuse(ctx, x, q.Text, list, conditions); err != nil {
			return nil, err
		}
	}
	x.finish(&s.second, &s.reader.out, list)
	return list[:min(k, len(list))], nil
}

// rank ranks passages for a question, of which k are wanted.
func (s *search) rank(ctx context.Context, x *Index, question string, k int, conditions []condition) (list []ranked, err error) {
	r := s.reader.read(question)
	if len(r.terms) == 0 {
		return nil, ctx.Err()
	}
	if !x.plain {
		k = max(k, Depth)
	}
	first, err := s.first(ctx, x, r, k, conditions)
	if err != nil {
		return nil, err
	}
	return x.rerank(&s.second, r, first), nil
}

// first is the first stage: the k best passages by BM25F.
func (s *search) first(ctx context.Context, x *Index, r *reading, k int, conditions []condition) (hits []rank.Hit, err error) {
	defer func() { err = errors.Join(err, s.close()) }()
	s.request = s.request[:0]
	for _, t := range r.terms {
		if t.count == 0 {
			continue // of the second stage only
		}
		stats := x.stats.terms[t.term]
		request := rank.Term{Weight: t.count * t.idf, Bound: stats.bound}
		for f, name := range fieldNames {
			if stats.fields&(1<<f) == 0 {
				continue
			}
			p, err := s.openPostings(ctx, x, t.term, name, true)
			if err != nil {
				return nil, err
			}
			request.Fields[f] = p
		}
		s.request = append(s.request, request)
	}
	filter, err := s.filter(ctx, x, conditions)
	if err != nil {
		return nil, err
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
		if c.field == "" {
			if err := filter.Require(x.ordinalPostings(c.ordinals)); err != nil {
				return nil, err
			}
			continue
		}
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
