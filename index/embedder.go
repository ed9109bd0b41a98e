package index

import (
	"context"
	"errors"
	"time"
)

// An Embedder makes a vector of a text, so that texts of like meaning have vectors
// that point in like directions. It has the signature that Go libraries for
// embeddings have in common. All its vectors have equally many values, at least
// one; how long they are makes no difference. One of nothing but zeros is taken,
// but nothing is near it. An Embedder must be safe for concurrent use, and should
// return once its context is done.
type Embedder func(ctx context.Context, text string) ([]float32, error)

// A BatchEmbedder makes a vector of each text, in their order. What is said of an
// [Embedder] holds for it.
type BatchEmbedder func(ctx context.Context, texts []string) ([][]float32, error)

// DefaultBatchSize is how many texts are embedded at once where an [Embedding]
// doesn't say.
const DefaultBatchSize = 32

// An Embedding says how passages and questions become vectors. One of Embed and
// EmbedBatch is needed; all else has a useful zero value.
//
// Of a passage are embedded, a line each, the title of its article, the path of
// its headings, its lead and its text, whichever of them there are. A text that
// several passages have is embedded once. How much of a long text counts is up to
// the model; a passage has some 120 words.
type Embedding struct {
	// Name names the model and all else that decides which vector a text gets:
	// revision, dimension, an instruction put before passages. It is part of
	// the key in the cache, without which it may be empty.
	Name string
	// Embed embeds one text. Nil: EmbedBatch does, in batches of one.
	Embed Embedder
	// EmbedBatch embeds passages by the batch. Nil: Embed does, one by one.
	EmbedBatch BatchEmbedder
	// Query embeds questions, for models that treat them otherwise than
	// passages. Nil: Embed does. Questions don't go to the cache.
	Query Embedder
	// BatchSize is how many texts EmbedBatch gets at most; 0 or less is
	// [DefaultBatchSize].
	BatchSize int
	// Concurrency is how many calls to embed passages run at once; 0 or less is
	// one, which suits models that use all processors themselves.
	Concurrency int
	// Cache keeps the vectors of passages, so that no text is embedded twice.
	// Nil keeps none.
	Cache VectorCache
	// Timeout is how long a search waits for the vector of its question before
	// words answer alone; 0 or less is as long as the search's context lets it.
	Timeout time.Duration
	// Progress is told how many of all passages have their vectors, whenever it
	// is more; one call at a time, which holds up the goroutine that makes it.
	// Nil is told nothing.
	Progress func(done, total int)
}

// check returns an error if nothing can be embedded so.
func (e *Embedding) check() error {
	switch {
	case e.Embed == nil && e.EmbedBatch == nil:
		return errors.New("index: an Embedding needs Embed or EmbedBatch")
	case e.Cache != nil && e.Name == "":
		return errors.New("index: an Embedding with a Cache needs a Name, or the vectors of two models would be mixed up")
	}
	return nil
}

// batchSize returns how many texts are embedded at once.
func (e *Embedding) batchSize() int {
	switch {
	case e.EmbedBatch == nil:
		return 1 // so that Concurrency is of single calls
	case e.BatchSize <= 0:
		return DefaultBatchSize
	}
	return e.BatchSize
}

// batch embeds texts that passages have.
func (e *Embedding) batch(ctx context.Context, texts []string) ([][]float32, error) {
	if e.EmbedBatch != nil {
		return e.EmbedBatch(ctx, texts)
	}
	out := make([][]float32, len(texts))
	for i, t := range texts {
		var err error
		if out[i], err = e.Embed(ctx, t); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// query embeds a question.
func (e *Embedding) query(ctx context.Context, question string) ([]float32, error) {
	switch {
	case e.Query != nil:
		return e.Query(ctx, question)
	case e.Embed != nil:
		return e.Embed(ctx, question)
	}
	out, err := e.EmbedBatch(ctx, []string{question})
	if err != nil {
		return nil, err
	}
	if len(out) != 1 {
		return nil, &CountError{Got: len(out), Want: 1}
	}
	return out[0], nil
}
