package index

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/vector"
)

// vectors finds passages by their vectors. It is safe for concurrent use.
type vectors struct {
	embedding Embedding
	set       *vector.Set // by the passages' ordinals
}

// newVectors embeds the passages.
func newVectors(ctx context.Context, passages []corpus.Passage, e *Embedding) (*vectors, error) {
	set, err := embedPassages(ctx, passages, e)
	if err != nil {
		return nil, err
	}
	return &vectors{*e, set}, nil
}

// search returns the k passages whose vectors are nearest to that of the question,
// best first, of those whose ordinals the filter lets pass; nil lets all pass. If
// the question can't be embedded, or not in time, the error is an
// [*EmbeddingError], with which words can still answer; any other error is that of
// the context.
func (v *vectors) search(ctx context.Context, question string, k int, filter func(ordinal uint32) bool) ([]vector.Hit, error) {
	if v.set.Len() == 0 {
		return nil, ctx.Err()
	}
	q, err := v.ask(ctx, question)
	if err == nil && len(q) != v.set.Dim() {
		err = &DimensionError{Got: len(q), Want: v.set.Dim()}
	}
	if err == nil && !vector.Finite(q) {
		err = ErrNotFinite
	}
	if done := ctx.Err(); done != nil {
		return nil, done
	}
	if err != nil {
		return nil, &EmbeddingError{Err: err}
	}
	return v.set.Search(ctx, q, k, filter)
}

// ask embeds a question. It returns once the time is up, even if the embedder does
// not; the goroutine then ends when the embedder does.
func (v *vectors) ask(ctx context.Context, question string) ([]float32, error) {
	if v.embedding.Timeout > 0 {
		late := fmt.Errorf("no vector within %v: %w", v.embedding.Timeout, context.DeadlineExceeded)
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, v.embedding.Timeout, late)
		defer cancel()
	}
	type answer struct {
		v   []float32
		err error
	}
	answered := make(chan answer, 1)
	go func() {
		q, err := v.embedding.query(ctx, question)
		answered <- answer{q, err}
	}()
	select {
	case a := <-answered:
		if a.err != nil && ctx.Err() != nil {
			return nil, context.Cause(ctx) // what the embedder made of it says less
		}
		return a.v, a.err
	case <-ctx.Done():
		return nil, context.Cause(ctx)
	}
}

// embeddedText returns what is embedded of a passage: see [Embedding].
func embeddedText(p corpus.Passage) string {
	lines := append([]string{p.Article().Title()}, p.Section().Path()...)
	lines = append(lines, p.Lead(), p.Text())
	var b strings.Builder
	for _, l := range lines {
		if l == "" {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		b.WriteString(l)
	}
	return b.String()
}

// embedPassages returns the vectors of passages by their ordinals. It asks the
// cache first. Vectors that were made before an error are in the cache.
func embedPassages(ctx context.Context, passages []corpus.Passage, e *Embedding) (*vector.Set, error) {
	if err := e.check(); err != nil {
		return nil, err
	}
	j := &embedRun{Embedding: e, passages: passages, progress: progress{total: len(passages), tell: e.Progress}}
	if err := j.collect(ctx); err != nil {
		return nil, err
	}
	missing, err := j.recall(ctx)
	if err != nil {
		return nil, err
	}
	size := e.batchSize()
	err = forEach(ctx, (len(missing)+size-1)/size, e.Concurrency, func(ctx context.Context, i int) error {
		return j.make(ctx, missing[i*size:min(len(missing), (i+1)*size)])
	})
	if err != nil {
		return nil, err
	}
	if j.set == nil {
		j.set = vector.NewSet(0, 0)
	}
	return j.set, nil
}

// An embedRun is the work of embedding passages.
type embedRun struct {
	*Embedding
	passages []corpus.Passage
	texts    []embedText
	progress progress

	mu  sync.Mutex
	set *vector.Set // nil until the first vector tells its dimension
}

// An embedText is a text that passages have. The text itself is not kept: all
// together would take more memory than the corpus.
type embedText struct {
	key      VectorKey
	ordinals []uint32
}

// collect finds the distinct texts.
func (j *embedRun) collect(ctx context.Context) error {
	at := make(map[VectorKey]int, len(j.passages))
	for i, p := range j.passages {
		if err := ctx.Err(); err != nil {
			return err
		}
		key := NewVectorKey(j.Name, embeddedText(p))
		n, ok := at[key]
		if !ok {
			n = len(j.texts)
			at[key] = n
			j.texts = append(j.texts, embedText{key: key})
		}
		j.texts[n].ordinals = append(j.texts[n].ordinals, uint32(i))
	}
	return nil
}

// recall takes vectors from the cache and returns the texts that it doesn't have.
func (j *embedRun) recall(ctx context.Context) (missing []embedText, err error) {
	if j.Cache == nil {
		return j.texts, nil
	}
	found := 0
	for _, t := range j.texts {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		v, ok, err := j.Cache.Get(ctx, t.key)
		switch {
		case err != nil && ctx.Err() != nil:
			return nil, ctx.Err()
		case err != nil:
			return nil, fmt.Errorf("index: reading the cache of vectors: %w", err)
		case !ok || !vector.Finite(v):
			missing = append(missing, t)
			continue
		}
		if err := j.keep(t, v); err != nil {
			return nil, j.failed(fmt.Errorf("from the cache: %w", err), t)
		}
		found += len(t.ordinals)
	}
	j.progress.add(found)
	return missing, nil
}

// make embeds texts and hands their vectors to the set and to the cache.
func (j *embedRun) make(ctx context.Context, batch []embedText) error {
	texts := make([]string, len(batch))
	for i, t := range batch {
		texts[i] = embeddedText(j.passages[t.ordinals[0]])
	}
	made, err := j.batch(ctx, texts)
	if err == nil && len(made) != len(batch) {
		err = &CountError{Got: len(made), Want: len(batch)}
	}
	if err != nil {
		return j.failed(err, batch...)
	}
	done := 0
	for i, t := range batch {
		if err := j.keep(t, made[i]); err != nil {
			return j.failed(err, t)
		}
		done += len(t.ordinals)
	}
	if j.Cache != nil {
		for i, t := range batch {
			if err := j.Cache.Put(ctx, t.key, made[i]); err != nil {
				return fmt.Errorf("index: writing the cache of vectors: %w", err)
			}
		}
	}
	j.progress.add(done)
	return nil
}

// keep puts the vector of a text into the set.
func (j *embedRun) keep(t embedText, v []float32) error {
	if !vector.Finite(v) {
		return ErrNotFinite
	}
	j.mu.Lock()
	if j.set == nil && len(v) > 0 {
		j.set = vector.NewSet(len(j.passages), len(v))
	}
	set := j.set
	j.mu.Unlock()
	if set == nil {
		return &DimensionError{}
	}
	if len(v) != set.Dim() {
		return &DimensionError{Got: len(v), Want: set.Dim()}
	}
	for _, o := range t.ordinals {
		if err := set.Put(int(o), v); err != nil {
			return err
		}
	}
	return nil
}

// failed says which passages an error is about.
func (j *embedRun) failed(err error, batch ...embedText) error {
	ids := make([]cite.PassageID, len(batch))
	for i, t := range batch {
		ids[i] = j.passages[t.ordinals[0]].ID()
	}
	return &EmbeddingError{Passages: ids, Err: err}
}
