package index

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/internal/text"
)

// Analysis names the analysis of this version of the package: which words become
// which terms, in which fields. Scores also depend on the constants of the
// package documentation.
const Analysis = text.Version + "/f1"

// ErrClosed is the error of a search in a closed index.
var ErrClosed = errors.New("index: closed")

// Options are the settings of an index. The zero Options are the defaults.
type Options struct {
	// Without leaves parts of the search out, to measure what they are worth.
	Without Parts
	// Threshold is the confidence from which on a question is taken for
	// answered: see [Results.Answerable]. 0 means [DefaultThreshold]; with a
	// negative one every question is that has hits.
	Threshold float64
	// Embedding finds passages by meaning beside those found by words, and joins
	// both: see the package documentation. Nil: words alone.
	Embedding *Embedding

	prune prune
}

// prune says when a search skips passages that can't be among the best, which
// never changes a result.
type prune int

const (
	pruneLarge prune = iota // in indexes of at least pruneFrom passages
	pruneAlways
	pruneNever
)

// pruneFrom is the number of passages from which on pruning is faster than
// looking at all of them, as BenchmarkPrune measures it.
const pruneFrom = 500

// An Index finds passages of a corpus. It is safe for concurrent use.
type Index struct {
	corpus   *corpus.Corpus
	passages []corpus.Passage // by ordinal
	stats    *statistics
	prune    bool
	parts    Parts
	plain    bool    // BM25F alone
	least    float64 // confidence of an answer

	idfs       []float32 // by term
	forward    *forward
	dictionary *dictionary
	names      *names
	vectors    *vectors // nil for none

	mu        sync.RWMutex // held for reading by searches, for writing by Close
	closed    bool
	bleve     bleve.Index
	reader    bleveindex.IndexReader
	ordinals  []uint32 // by Bleve's document number
	documents []uint32 // Bleve's document numbers by ordinal
	pool      sync.Pool
}

// New builds an index of the corpus in memory. It stops with the context's error
// once that is done, though not while Bleve writes its one segment. Call Close
// when the index is no longer used.
func New(ctx context.Context, c *corpus.Corpus, opts Options) (*Index, error) {
	x := &Index{corpus: c, parts: AllParts &^ opts.Without}
	x.plain = x.parts == 0
	if x.least = opts.Threshold; x.least == 0 {
		x.least = DefaultThreshold
	}
	for p := range c.Passages() {
		x.passages = append(x.passages, p)
	}
	x.prune = opts.prune == pruneAlways || opts.prune == pruneLarge && len(x.passages) >= pruneFrom
	all, err := analyzeAll(ctx, c, x.passages, x.parts)
	if err != nil {
		return nil, err
	}
	built := make(chan error, 1)
	go func() { built <- x.build(ctx, all.docs) }()
	counted, err := x.count(ctx, all, opts.Embedding), <-built
	switch {
	case counted != nil:
		_ = x.Close() // says nothing of why
		return nil, counted
	case err != nil:
		return nil, errors.Join(fmt.Errorf("index: building: %w", err), x.Close())
	}
	return x, nil
}

// count makes what the index has beside Bleve's postings.
func (x *Index) count(ctx context.Context, all analysis, embedding *Embedding) (err error) {
	if x.stats, err = newStatistics(ctx, all.docs); err != nil {
		return err
	}
	x.idfs = make([]float32, len(x.stats.terms))
	for _, t := range x.stats.terms {
		x.idfs[t.id] = float32(x.idf(t))
	}
	x.forward = newForward(all.docs, x.idfs, func(term string) uint32 { return x.stats.terms[term].id })
	x.dictionary = newDictionary(all.spellings, x.DocFreq)
	x.names = newNames(x.corpus.Facts(), x.passages)
	if embedding != nil {
		x.vectors, err = newVectors(ctx, x.passages, embedding)
	}
	return err
}

// build writes the documents to Bleve in one batch: an index in memory never
// merges its segments. It runs beside count: of docs it reads the fields alone, and
// Bleve and the numbers of its documents are all that it writes.
func (x *Index) build(ctx context.Context, docs []analyzed) error {
	// Bleve doesn't reuse term readers by default, because one that is moved
	// backwards ends up in two hands. Ours only go forward (rank.Postings), and
	// reusing them saves four fifths of a search's allocations.
	config := map[string]any{"fieldTFRCacheThreshold": 64}
	var err error
	if x.bleve, err = bleve.NewUsing("", bleve.NewIndexMapping(), scorch.Name, scorch.Name, config); err != nil {
		return err
	}
	batch := x.bleve.NewBatch()
	for i, p := range x.passages {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := batch.IndexAdvanced(newDocument(i, p, &docs[i])); err != nil {
			return err
		}
	}
	if err := x.bleve.Batch(batch); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	engine, err := x.bleve.Advanced()
	if err != nil {
		return err
	}
	if x.reader, err = engine.Reader(); err != nil {
		return err
	}
	if x.ordinals, err = readOrdinals(x.reader, len(docs)); err != nil {
		return err
	}
	x.documents = make([]uint32, len(docs))
	for doc, ordinal := range x.ordinals {
		x.documents[ordinal] = uint32(doc)
	}
	return nil
}

// readOrdinals returns the ordinal of each of Bleve's document numbers, which are
// another permutation in every build.
func readOrdinals(r bleveindex.IndexReader, n int) ([]uint32, error) {
	ids, err := r.DocIDReaderAll()
	if err != nil {
		return nil, err
	}
	defer ids.Close()
	ordinals := make([]uint32, n)
	for {
		number, err := ids.Next()
		if err != nil || number == nil {
			return ordinals, err
		}
		id, err := r.ExternalID(number)
		if err != nil {
			return nil, err
		}
		if ordinals[number.Value()], err = ordinalOf(id); err != nil {
			return nil, err
		}
	}
}

// Corpus returns the corpus that the index was made of.
func (x *Index) Corpus() *corpus.Corpus { return x.corpus }

// Close waits for searches that run and frees what the index holds. Closing again
// does nothing.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	if x.closed {
		return nil
	}
	x.closed = true
	var err error
	if x.reader != nil {
		err = x.reader.Close()
	}
	if x.bleve != nil {
		err = errors.Join(err, x.bleve.Close())
	}
	return err
}
