package main

import (
	"context"
	"sync"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/index"
)

// An indexAnswerer says by an index whether the corpus answers a question. The index
// is made when first asked.
type indexAnswerer struct {
	app  *app
	once sync.Once
	x    *index.Index
	err  error
}

// Answer returns the sentences that answer.
func (s *indexAnswerer) Answer(ctx context.Context, question string) ([]cite.Citation, error) {
	s.once.Do(func() { s.x, s.err = index.New(ctx, s.app.corpus, index.Options{}) })
	if s.err != nil {
		return nil, s.err
	}
	r, err := s.x.Search(ctx, index.Query{Text: question})
	if err != nil || !r.Answerable {
		return nil, err
	}
	var out []cite.Citation
	for _, a := range r.Answer(answerSentences) {
		out = append(out, a.Citation)
	}
	return out, nil
}
