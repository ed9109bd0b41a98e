package index

import (
	"context"
	"errors"

	"github.com/footnote-go/footnote/internal/rank"
	"github.com/footnote-go/footnote/internal/vector"
)

// fuse joins the passages found by words with those whose vectors are nearest to
// the question's, by reciprocal rank fusion. A passage that words didn't find has no
// terms to explain it. If the question can't be embedded, the words alone answer,
// and s.degraded says why.
func (s *search) fuse(ctx context.Context, x *Index, question string, list []ranked, conditions []condition) ([]ranked, error) {
	pass, err := x.passing(ctx, conditions)
	if err != nil {
		return nil, err
	}
	near, err := x.vectors.search(ctx, question, max(Depth, len(list)), pass)
	if _, ok := errors.AsType[*EmbeddingError](err); ok {
		s.degraded = err
		return list, nil
	}
	if err != nil {
		return nil, err
	}
	words := make([]uint32, len(list))
	at := make(map[uint32]int, len(list))
	for i, c := range list {
		words[i] = c.hit.Order
		at[c.hit.Order] = i
	}
	fused := vector.Fuse(vector.FuseK, vector.Ranking{Ordinals: words}, vector.Ranking{Ordinals: vector.Ordinals(near)})
	out := make([]ranked, len(fused))
	for i, h := range fused {
		c := ranked{hit: rank.Hit{Doc: uint64(x.documents[h.Ordinal]), Order: h.Ordinal}}
		if j, ok := at[h.Ordinal]; ok {
			c = list[j]
		}
		c.score = h.Score
		out[i] = c
	}
	return out, nil
}

// passing returns which passages conditions let pass, nil if there are none.
func (x *Index) passing(ctx context.Context, conditions []condition) (func(ordinal uint32) bool, error) {
	if len(conditions) == 0 {
		return nil, nil
	}
	met := make([]int, len(x.passages)) // conditions, by ordinal
	for i, c := range conditions {
		meet := func(ordinal uint32) {
			if met[ordinal] == i {
				met[ordinal]++
			}
		}
		for _, o := range c.ordinals {
			meet(o)
		}
		for _, v := range c.values {
			if err := x.each(ctx, v, c.field, meet); err != nil {
				return nil, err
			}
		}
	}
	return func(ordinal uint32) bool { return met[ordinal] == len(conditions) }, nil
}

// each calls do with the passages that have a value in a field.
func (x *Index) each(ctx context.Context, value, field string, do func(ordinal uint32)) (err error) {
	var p postings
	if err := p.open(ctx, x.reader, value, field, false); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, p.close()) }()
	for {
		at, err := p.Next()
		if err != nil || at.Doc == rank.Done {
			return err
		}
		do(x.ordinals[at.Doc])
	}
}
