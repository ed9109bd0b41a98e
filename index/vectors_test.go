package index

import (
	"context"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/vector"
)

// testDim is the dimension of wordVector.
const testDim = 16

// wordVector is an embedder that needs no model: texts with the same words are
// near each other.
func wordVector(_ context.Context, text string) ([]float32, error) {
	v := make([]float32, testDim)
	for _, w := range strings.Fields(strings.ToLower(text)) {
		h := fnv.New32a()
		h.Write([]byte(w))
		v[h.Sum32()%testDim]++
	}
	return v, nil
}

// passagesOf returns the passages of a Markdown article.
func passagesOf(t testing.TB, src string) []corpus.Passage {
	t.Helper()
	a, err := corpus.Parse("bees.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return slices.Collect(a.Passages())
}

// somePassages returns n passages, each with a text of its own.
func somePassages(t testing.TB, n int) []corpus.Passage {
	t.Helper()
	var b strings.Builder
	b.WriteString("# Bees\n")
	for i := range n {
		fmt.Fprintf(&b, "\nBee number %d dances.\n", i)
	}
	out := passagesOf(t, b.String())
	if len(out) != n {
		t.Fatalf("%d passages, want %d", len(out), n)
	}
	return out
}

// An embedRecorder counts what it is asked for and may be made to fail.
type embedRecorder struct {
	mu    sync.Mutex
	texts []string
	sizes []int
	// each makes the vector of the text that is the nth, from 0; nil is wordVector.
	each func(n int, text string) ([]float32, error)
}

func (r *embedRecorder) batch(ctx context.Context, texts []string) ([][]float32, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.sizes = append(r.sizes, len(texts))
	out := make([][]float32, len(texts))
	for i, text := range texts {
		var err error
		if r.each != nil {
			out[i], err = r.each(len(r.texts), text)
		} else {
			out[i], err = wordVector(ctx, text)
		}
		if err != nil {
			return nil, err
		}
		r.texts = append(r.texts, text)
	}
	return out, nil
}

func (r *embedRecorder) one(ctx context.Context, text string) ([]float32, error) {
	out, err := r.batch(ctx, []string{text})
	if err != nil {
		return nil, err
	}
	return out[0], nil
}

// A mapCache keeps vectors in memory.
type mapCache struct {
	mu       sync.Mutex
	vectors  map[VectorKey][]float32
	get, put error // what is wrong with it
}

func (c *mapCache) Get(_ context.Context, key VectorKey) ([]float32, bool, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	v, ok := c.vectors[key]
	return v, ok, c.get
}

func (c *mapCache) Put(_ context.Context, key VectorKey, v []float32) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.vectors == nil {
		c.vectors = map[VectorKey][]float32{}
	}
	c.vectors[key] = slices.Clone(v)
	return c.put
}

func TestEmbeddedText(t *testing.T) {
	for _, tt := range []struct{ name, src, want, why string }{
		{"plain", "Bees dance.\n", "Bees dance.", "nothing else there is"},
		{"title", "# Bees\n\nBees dance.\n", "Bees\nBees dance.", "the title tells what it is about"},
		{"headings", "# Bees\n\n## Life\n\n### Dance\n\nThey waggle.\n", "Bees\nLife\nDance\nThey waggle.", "without them, who waggles?"},
		{"lead", "Bees need:\n\n- nectar\n", "Bees need:\nnectar", "an item says little without what introduces it"},
		{"notes", "Bees dance.[^1]\n\n[^1]: Frisch\n", "Bees dance.", "a source is no meaning"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			all := passagesOf(t, tt.src)
			if diff := cmp.Diff(tt.want, embeddedText(all[len(all)-1])); diff != "" {
				t.Errorf("%s: -want +got\n%s", tt.why, diff)
			}
		})
	}
}

// TestEmbedPassages: however texts are handed out, each passage gets its vector.
func TestEmbedPassages(t *testing.T) {
	passages := somePassages(t, 70)
	for _, tt := range []struct {
		name  string
		set   func(*Embedding, *embedRecorder)
		sizes []int
		why   string
	}{
		{"one by one", func(e *Embedding, r *embedRecorder) { e.Embed = r.one }, slices.Repeat([]int{1}, 70), "no batches without EmbedBatch"},
		{"batches", func(e *Embedding, r *embedRecorder) { e.EmbedBatch = r.batch }, []int{32, 32, 6}, "of the default size"},
		{"both", func(e *Embedding, r *embedRecorder) { e.Embed, e.EmbedBatch = wordVector, r.batch }, []int{32, 32, 6}, "batches are for passages"},
		{"own size", func(e *Embedding, r *embedRecorder) { e.EmbedBatch, e.BatchSize = r.batch, 50 }, []int{50, 20}, "as it says"},
		{"one large batch", func(e *Embedding, r *embedRecorder) { e.EmbedBatch, e.BatchSize = r.batch, 1000 }, []int{70}, "not more than there are"},
		{"negative size", func(e *Embedding, r *embedRecorder) { e.EmbedBatch, e.BatchSize, e.Concurrency = r.batch, -1, -1 }, []int{32, 32, 6}, "the default"},
		{"at once", func(e *Embedding, r *embedRecorder) { e.EmbedBatch, e.BatchSize, e.Concurrency = r.batch, 7, 5 }, slices.Repeat([]int{7}, 10), "in any order"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var r embedRecorder
			told := 0
			e := &Embedding{Progress: func(done, total int) {
				if done <= told || total != 70 {
					t.Errorf("progress %d of %d after %d", done, total, told)
				}
				told = done
			}}
			tt.set(e, &r)
			set, err := embedPassages(context.Background(), passages, e)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(tt.sizes, r.sizes); diff != "" {
				t.Errorf("%s: -want +got\n%s", tt.why, diff)
			}
			if told != 70 {
				t.Errorf("progress ends at %d", told)
			}
			for i, p := range passages {
				v, _ := wordVector(context.Background(), embeddedText(p))
				hits, err := set.Search(context.Background(), v, 1, func(o uint32) bool { return o == uint32(i) })
				if err != nil {
					t.Fatal(err)
				}
				if diff := cmp.Diff([]vector.Hit{{Ordinal: uint32(i), Score: 1}}, hits, cmpopts.EquateApprox(0, 1e-6)); diff != "" {
					t.Fatalf("passage %d has another vector\n%s", i, diff)
				}
			}
		})
	}
}

func TestEmbedPassagesNone(t *testing.T) {
	e := &Embedding{Embed: func(context.Context, string) ([]float32, error) { t.Error("called"); return nil, nil }}
	v, err := newVectors(context.Background(), nil, e)
	if err != nil {
		t.Fatal(err)
	}
	if hits, err := v.search(context.Background(), "who?", 3, nil); err != nil || hits != nil {
		t.Errorf("an empty index finds %v, %v", hits, err)
	}
}

func TestEmbeddingCheck(t *testing.T) {
	for _, tt := range []struct {
		e   Embedding
		ok  bool
		why string
	}{
		{Embedding{}, false, "nothing makes vectors"},
		{Embedding{Query: wordVector}, false, "nothing makes vectors of passages"},
		{Embedding{Embed: wordVector}, true, "all else is optional"},
		{Embedding{Embed: wordVector, Cache: &mapCache{}}, false, "vectors of two models would be mixed up"},
		{Embedding{Embed: wordVector, Cache: &mapCache{}, Name: "words"}, true, "has a name"},
	} {
		if _, err := embedPassages(context.Background(), nil, &tt.e); (err == nil) != tt.ok {
			t.Errorf("error %v: %s", err, tt.why)
		}
	}
}

func TestEmbedEqualTextsOnce(t *testing.T) {
	passages := passagesOf(t, "Same.\n\nOther.\n\nSame.\n\nSame.\n")
	var r embedRecorder
	var told []int
	e := &Embedding{EmbedBatch: r.batch, BatchSize: 1, Progress: func(done, total int) { told = append(told, done, total) }}
	set, err := embedPassages(context.Background(), passages, e)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"Same.", "Other."}, r.texts); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{3, 4, 4, 4}, told); diff != "" {
		t.Error("progress counts passages, not texts:", diff)
	}
	for i := range passages {
		if !set.Has(i) {
			t.Errorf("passage %d has no vector", i)
		}
	}
}

func TestEmbedZeroVector(t *testing.T) {
	passages := somePassages(t, 3)
	var r embedRecorder
	r.each = func(n int, text string) ([]float32, error) {
		if n == 1 {
			return make([]float32, testDim), nil
		}
		return wordVector(context.Background(), text)
	}
	v, err := newVectors(context.Background(), passages, &Embedding{Embed: r.one, Query: wordVector})
	if err != nil {
		t.Fatal(err)
	}
	hits, err := v.search(context.Background(), "number dances", 9, nil)
	if err != nil {
		t.Fatal(err)
	}
	if got := vector.Ordinals(hits); len(got) != 2 || slices.Contains(got, 1) {
		t.Errorf("found %v; a text without any meaning is taken, but not found", got)
	}
}

// TestEmbedCache: what the cache has isn't asked for, and what it gives is checked.
func TestEmbedCache(t *testing.T) {
	const src = "Bees dance.\n\nBees hum.\n\nBees sting.\n"
	key := func(text string) VectorKey { return NewVectorKey("words", text) }
	wrong := &DimensionError{Got: 2, Want: testDim}
	for _, tt := range []struct {
		name   string
		embed  Embedding
		src    string
		change func(*mapCache)
		asked  []string
		err    error
		why    string
	}{
		{"same", Embedding{Name: "words"}, src, nil, nil, nil, "all is known"},
		{"edited", Embedding{Name: "words"}, "Bees dance.\n\nBees buzz.\n\nBees sting.\n", nil, []string{"Bees buzz."}, nil, "only what changed"},
		{"moved", Embedding{Name: "words"}, "Bees sting.\n\nBees dance.\n\nBees hum.\n", nil, nil, nil, "keys are of texts, not places"},
		{"headed", Embedding{Name: "words"}, "# Bees\n\nBees dance.\n", nil, []string{"Bees\nBees dance."}, nil, "of all that is embedded"},
		{"other model", Embedding{Name: "words-2"}, src, nil, []string{"Bees dance.", "Bees hum.", "Bees sting."}, nil, "the name is part of the key"},
		{"not finite", Embedding{Name: "words"}, src, func(c *mapCache) { c.vectors[key("Bees hum.")][3] = float32(math.NaN()) },
			[]string{"Bees hum."}, nil, "a bad vector counts as none"},
		{"wrong dimension", Embedding{Name: "words"}, src, func(c *mapCache) { c.vectors[key("Bees hum.")] = []float32{1, 2} },
			nil, wrong, "two models under one name"},
		{"unreadable", Embedding{Name: "words"}, src, func(c *mapCache) { c.get = errors.ErrUnsupported }, nil, errors.ErrUnsupported, "asking for all again may cost much"},
		{"unwritable", Embedding{Name: "new"}, src, func(c *mapCache) { c.put = errors.ErrUnsupported },
			[]string{"Bees dance.", "Bees hum.", "Bees sting."}, errors.ErrUnsupported, "the next time would cost as much"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			cache := &mapCache{}
			first := &Embedding{Name: "words", Embed: wordVector, Cache: cache}
			if _, err := embedPassages(context.Background(), passagesOf(t, src), first); err != nil {
				t.Fatal(err)
			}
			if tt.change != nil {
				tt.change(cache)
			}
			var r embedRecorder
			told := 0
			tt.embed.EmbedBatch, tt.embed.Cache = r.batch, cache
			tt.embed.Progress = func(done, _ int) { told = done }
			passages := passagesOf(t, tt.src)
			_, err := embedPassages(context.Background(), passages, &tt.embed)
			if e, ok := tt.err.(*DimensionError); ok {
				got, _ := errors.AsType[*DimensionError](err)
				if diff := cmp.Diff(e, got); diff != "" {
					t.Errorf("error %v: %s\n%s", err, tt.why, diff)
				}
			} else if !errors.Is(err, tt.err) {
				t.Errorf("error %v, want %v: %s", err, tt.err, tt.why)
			}
			if diff := cmp.Diff(tt.asked, r.texts); diff != "" {
				t.Errorf("asked for: %s: -want +got\n%s", tt.why, diff)
			}
			if err == nil && told != len(passages) {
				t.Errorf("progress ends at %d of %d", told, len(passages))
			}
		})
	}
}

// TestEmbedErrors: an error says which passages it is about, stops the rest, and
// leaves in the cache what was made before it.
func TestEmbedErrors(t *testing.T) {
	down := errors.New("down")
	at := func(nth int, v []float32, err error) func(int, string) ([]float32, error) {
		return func(n int, text string) ([]float32, error) {
			if n == nth {
				return v, err
			}
			return wordVector(context.Background(), text)
		}
	}
	with := func(x float64) []float32 {
		v := make([]float32, testDim)
		v[5] = float32(x)
		return v
	}
	for _, tt := range []struct {
		name     string
		each     func(int, string) ([]float32, error)
		batch    func(*embedRecorder) BatchEmbedder // instead
		passages []int
		want     any // an error to be found by errors.Is, or like one by errors.As
		message  string
		cached   int
	}{
		{"the first fails", at(0, nil, down), nil, []int{0, 1}, down, "index: embedding bees#top.1 to bees#top.2, 2 passages: down", 0},
		{"the seventh fails", at(6, nil, down), nil, []int{6, 7}, down, "index: embedding bees#top.7 to bees#top.8, 2 passages: down", 6},
		{"the last fails", at(8, nil, down), nil, []int{8}, down, "index: embedding bees#top.9: down", 8},
		{"wrong dimension", at(3, []float32{1, 2, 3}, nil), nil, []int{3}, DimensionError{3, testDim}, "index: embedding bees#top.4: the vector has 3 values, not 16", 2},
		{"no values at first", at(0, nil, nil), nil, []int{0}, DimensionError{0, 0}, "index: embedding bees#top.1: the vector has no values", 0},
		{"no values later", at(4, []float32{}, nil), nil, []int{4}, DimensionError{0, testDim}, "index: embedding bees#top.5: the vector has 0 values, not 16", 4},
		{"NaN", at(5, with(math.NaN()), nil), nil, []int{5}, ErrNotFinite, "index: embedding bees#top.6: a value of the vector is NaN or infinite", 4},
		{"infinite", at(0, with(math.Inf(-1)), nil), nil, []int{0}, ErrNotFinite, "index: embedding bees#top.1: a value of the vector is NaN or infinite", 0},
		{"too few", nil, func(r *embedRecorder) BatchEmbedder {
			return func(ctx context.Context, texts []string) ([][]float32, error) { return r.batch(ctx, texts[1:]) }
		}, []int{0, 1}, CountError{1, 2}, "index: embedding bees#top.1 to bees#top.2, 2 passages: 1 vectors for 2 texts", 0},
		{"too many", nil, func(r *embedRecorder) BatchEmbedder {
			return func(ctx context.Context, texts []string) ([][]float32, error) {
				return r.batch(ctx, append(texts, "more"))
			}
		}, []int{0, 1}, CountError{3, 2}, "index: embedding bees#top.1 to bees#top.2, 2 passages: 3 vectors for 2 texts", 0},
	} {
		t.Run(tt.name, func(t *testing.T) {
			passages := somePassages(t, 9)
			r := embedRecorder{each: tt.each}
			cache := &mapCache{}
			e := &Embedding{Name: "words", EmbedBatch: r.batch, BatchSize: 2, Cache: cache}
			if tt.batch != nil {
				e.EmbedBatch = tt.batch(&r)
			}
			_, err := embedPassages(context.Background(), passages, e)
			failed, ok := errors.AsType[*EmbeddingError](err)
			if !ok {
				t.Fatalf("error %v", err)
			}
			var ids []cite.PassageID
			for _, i := range tt.passages {
				ids = append(ids, passages[i].ID())
			}
			if diff := cmp.Diff(ids, failed.Passages); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
			switch want := tt.want.(type) {
			case DimensionError:
				if got, ok := errors.AsType[*DimensionError](err); !ok || *got != want {
					t.Errorf("error %v, want %v", err, &want)
				}
			case CountError:
				if got, ok := errors.AsType[*CountError](err); !ok || *got != want {
					t.Errorf("error %v, want %v", err, &want)
				}
			case error:
				if !errors.Is(err, want) {
					t.Errorf("error %v, want %v", err, want)
				}
			}
			if err.Error() != tt.message {
				t.Errorf("message %q, want %q", err, tt.message)
			}
			if len(cache.vectors) != tt.cached {
				t.Errorf("%d vectors in the cache, want %d", len(cache.vectors), tt.cached)
			}
			again := embedRecorder{}
			e.EmbedBatch = again.batch
			if _, err := embedPassages(context.Background(), passages, e); err != nil {
				t.Fatal(err)
			}
			if len(again.texts) != 9-tt.cached {
				t.Errorf("the second run asks for %d texts, want %d", len(again.texts), 9-tt.cached)
			}
		})
	}
}

func TestEmbedErrorsAtOnce(t *testing.T) {
	passages := somePassages(t, 100)
	down := errors.New("down")
	var calls atomic.Int32
	e := &Embedding{Concurrency: 8, Embed: func(ctx context.Context, text string) ([]float32, error) {
		if calls.Add(1) == 20 {
			return nil, down
		}
		if calls.Load() >= 20 {
			<-ctx.Done()
			return nil, ctx.Err()
		}
		return wordVector(ctx, text)
	}}
	_, err := embedPassages(context.Background(), passages, e)
	if _, ok := errors.AsType[*EmbeddingError](err); !ok || !errors.Is(err, down) {
		t.Errorf("error %v, want that of the embedder that failed", err)
	}
	if n := calls.Load(); n > 28 {
		t.Errorf("%d calls", n)
	}
}

func TestEmbedCancelled(t *testing.T) {
	passages := somePassages(t, 20)
	for _, cache := range []VectorCache{nil, &mapCache{}} {
		for _, goroutines := range []int{1, 4} {
			ctx, cancel := context.WithCancel(context.Background())
			var calls atomic.Int32
			e := &Embedding{Name: "words", Concurrency: goroutines, Cache: cache, Embed: func(ctx context.Context, text string) ([]float32, error) {
				if calls.Add(1) == 5 {
					cancel()
					return nil, fmt.Errorf("POST: %w", ctx.Err())
				}
				return wordVector(ctx, text)
			}}
			if _, err := embedPassages(ctx, passages, e); err != context.Canceled {
				t.Errorf("error %v, want that of the context", err)
			}
			if _, err := embedPassages(ctx, passages, e); err != context.Canceled {
				t.Errorf("error %v, want that of the context", err)
			}
		}
	}
}

func TestVectorsSearch(t *testing.T) {
	passages := passagesOf(t, "Bees dance in circles.\n\nWasps build with paper.\n\nBees dance at night.\n\nAnts walk.\n")
	v, err := newVectors(context.Background(), passages, &Embedding{Embed: wordVector})
	if err != nil {
		t.Fatal(err)
	}
	odd := func(o uint32) bool { return o%2 == 1 }
	for _, tt := range []struct {
		question string
		k        int
		filter   func(uint32) bool
		want     []uint32
	}{
		{"Wasps build with paper.", 1, nil, []uint32{1}},
		{"Bees dance in circles.", 2, nil, []uint32{0, 2}},
		{"Bees dance in circles.", 9, odd, []uint32{1, 3}},
		{"", 9, nil, nil},
	} {
		hits, err := v.search(context.Background(), tt.question, tt.k, tt.filter)
		if err != nil {
			t.Fatal(err)
		}
		got := vector.Ordinals(hits)
		if tt.filter != nil {
			slices.Sort(got) // neither has a word of it
		}
		if diff := cmp.Diff(tt.want, got, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%q: -want +got\n%s", tt.question, diff)
		}
	}
}

// TestVectorsSearchErrors: whatever happens to a question's vector is an
// EmbeddingError, with which words can answer alone, unless the caller gave up.
func TestVectorsSearchErrors(t *testing.T) {
	passages := somePassages(t, 3)
	down := errors.New("down")
	returns := func(v []float32, err error) Embedder {
		return func(context.Context, string) ([]float32, error) { return v, err }
	}
	stuck := make(chan struct{}) // an embedder that looks at no context
	t.Cleanup(func() { close(stuck) })
	for _, tt := range []struct {
		name    string
		query   Embedder
		timeout time.Duration
		want    error
		message string
	}{
		{"fails", returns(nil, down), 0, down, "index: embedding the question: down"},
		{"fails in time", returns(nil, down), time.Hour, down, "index: embedding the question: down"},
		{"wrong dimension", returns([]float32{1}, nil), 0, nil, "index: embedding the question: the vector has 1 values, not 16"},
		{"no values", returns(nil, nil), 0, nil, "index: embedding the question: the vector has 0 values, not 16"},
		{"not finite", returns(slices.Repeat([]float32{float32(math.Inf(1))}, testDim), nil), 0, ErrNotFinite, "index: embedding the question: a value of the vector is NaN or infinite"},
		{"slow", func(ctx context.Context, _ string) ([]float32, error) {
			<-ctx.Done()
			return nil, errors.New("gave up")
		}, time.Millisecond, context.DeadlineExceeded, "index: embedding the question: no vector within 1ms: context deadline exceeded"},
		{"slow and deaf", func(context.Context, string) ([]float32, error) {
			<-stuck
			return nil, nil
		}, time.Millisecond, context.DeadlineExceeded, "index: embedding the question: no vector within 1ms: context deadline exceeded"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			v, err := newVectors(context.Background(), passages, &Embedding{Embed: wordVector, Query: tt.query, Timeout: tt.timeout})
			if err != nil {
				t.Fatal(err)
			}
			_, err = v.search(context.Background(), "who dances?", 3, nil)
			failed, ok := errors.AsType[*EmbeddingError](err)
			if !ok || len(failed.Passages) > 0 || tt.want != nil && !errors.Is(err, tt.want) {
				t.Errorf("error %v, want %v", err, tt.want)
			}
			if ok && err.Error() != tt.message {
				t.Errorf("message %q, want %q", err, tt.message)
			}
			ctx, cancel := context.WithCancel(context.Background())
			cancel()
			if _, err = v.search(ctx, "who dances?", 3, nil); err != context.Canceled {
				t.Errorf("error %v, want that of the context", err)
			}
			ctx, cancel = context.WithDeadline(context.Background(), time.Now().Add(-time.Second))
			defer cancel()
			if _, err = v.search(ctx, "who dances?", 3, nil); err != context.DeadlineExceeded {
				t.Errorf("error %v, want that of the context", err)
			}
		})
	}
}

func TestVectorsQuery(t *testing.T) {
	passages := somePassages(t, 3)
	mark := func(name string, asked *[]string) Embedder {
		return func(ctx context.Context, text string) ([]float32, error) {
			*asked = append(*asked, name)
			return wordVector(ctx, text)
		}
	}
	for _, tt := range []struct {
		name string
		set  func(e *Embedding, asked *[]string)
		want []string
		err  bool
	}{
		{"its own", func(e *Embedding, asked *[]string) { e.Query, e.Embed = mark("query", asked), mark("embed", asked) }, []string{"query"}, false},
		{"as a passage", func(e *Embedding, asked *[]string) { e.Embed = mark("embed", asked) }, []string{"embed"}, false},
		{"not by the batch", func(e *Embedding, asked *[]string) {
			e.Embed = mark("embed", asked)
			e.EmbedBatch = new(embedRecorder).batch
		}, []string{"embed"}, false},
		{"a batch of one", func(e *Embedding, _ *[]string) { e.EmbedBatch = new(embedRecorder).batch }, nil, false},
		{"a batch that fails", func(e *Embedding, _ *[]string) {
			calls := 0
			e.EmbedBatch = func(ctx context.Context, texts []string) ([][]float32, error) {
				if calls++; calls > 1 {
					return nil, errors.ErrUnsupported
				}
				return new(embedRecorder).batch(ctx, texts)
			}
		}, nil, true},
		{"a batch of two", func(e *Embedding, _ *[]string) {
			calls := 0
			e.EmbedBatch = func(ctx context.Context, texts []string) ([][]float32, error) {
				if calls++; calls > 1 {
					texts = append(texts, "more")
				}
				return new(embedRecorder).batch(ctx, texts)
			}
		}, nil, true},
	} {
		t.Run(tt.name, func(t *testing.T) {
			var asked []string
			var e Embedding
			tt.set(&e, &asked)
			v, err := newVectors(context.Background(), passages, &e)
			if err != nil {
				t.Fatal(err)
			}
			asked = nil
			if _, err := v.search(context.Background(), "who dances?", 3, nil); (err != nil) != tt.err {
				t.Errorf("error %v", err)
			}
			if diff := cmp.Diff(tt.want, asked); diff != "" {
				t.Errorf("-want +got\n%s", diff)
			}
		})
	}
}

func TestVectorsAtOnce(t *testing.T) {
	passages := somePassages(t, 50)
	v, err := newVectors(context.Background(), passages, &Embedding{Embed: wordVector, Concurrency: 4, Timeout: time.Hour})
	if err != nil {
		t.Fatal(err)
	}
	err = forEach(context.Background(), 50, 8, func(ctx context.Context, i int) error {
		hits, err := v.search(ctx, embeddedText(passages[i]), 50, nil)
		if err == nil && (len(hits) != 50 || hits[0].Score < 0.999) {
			err = fmt.Errorf("passage %d finds %v", i, hits[:1])
		}
		return err
	})
	if err != nil {
		t.Error(err)
	}
}

func TestNewVectorKey(t *testing.T) {
	seen := map[VectorKey][2]string{}
	for _, in := range [][2]string{{"", ""}, {"a", ""}, {"", "a"}, {"a", "b"}, {"ab", ""}, {"", "ab"}, {"a\x00", "b"}, {"a", "\x00b"}} {
		k := NewVectorKey(in[0], in[1])
		if other, ok := seen[k]; ok {
			t.Errorf("%q and %q have one key", in, other)
		}
		seen[k] = in
	}
	// Kept in files: another key for the same would make all of them useless.
	const want = "125290e9dfa1932585b93f2e61953a75164e62b0f9673fb11bcef8fdff8f8a0d"
	if got := NewVectorKey("words", "Bees dance.").String(); got != want {
		t.Errorf("key %s, want %s", got, want)
	}
}
