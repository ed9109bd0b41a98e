package index_test

import (
	"context"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
)

// Any function of this signature is an Embedder, whatever model is behind it.
func ExampleEmbedder() {
	var embed index.Embedder = func(_ context.Context, text string) ([]float32, error) {
		return []float32{float32(strings.Count(text, "open")), float32(strings.Count(text, "closed"))}, nil
	}
	v, err := embed(context.Background(), "open, open, closed")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(v)
	// Output: [2 1]
}

// Embed passages by the batch and questions with an instruction of their own, keep
// the vectors of passages in a file, and let words answer alone if the model takes
// more than half a second.
func ExampleEmbedding() {
	model := func(_ context.Context, texts []string) ([][]float32, error) {
		out := make([][]float32, len(texts))
		for i, t := range texts {
			out[i] = []float32{float32(strings.Count(t, "open")), float32(strings.Count(t, "closed"))}
		}
		return out, nil
	}
	dir, err := os.MkdirTemp("", "vectors")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	cache, err := index.OpenVectorFile(filepath.Join(dir, "vectors"))
	if err != nil {
		log.Fatal(err)
	}
	defer cache.Close()

	e := index.Embedding{
		Name:       "open-closed-1",
		EmbedBatch: model,
		Query: func(ctx context.Context, question string) ([]float32, error) {
			out, err := model(ctx, []string{"search_query: " + question})
			if err != nil {
				return nil, err
			}
			return out[0], nil
		},
		Cache:   cache,
		Timeout: 500 * time.Millisecond,
	}
	v, err := e.Query(context.Background(), "What is open?")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(v)
	// Output: [1 0]
}

func ExampleOpenVectorFile() {
	ctx := context.Background()
	dir, err := os.MkdirTemp("", "vectors")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	cache, err := index.OpenVectorFile(filepath.Join(dir, "vectors"))
	if err != nil {
		log.Fatal(err)
	}
	defer cache.Close()

	key := index.NewVectorKey("open-closed-1", "Llama is open.")
	if err := cache.Put(ctx, key, []float32{1, 0}); err != nil {
		log.Fatal(err)
	}
	fmt.Println(cache.Get(ctx, key))
	fmt.Println(cache.Get(ctx, index.NewVectorKey("open-closed-2", "Llama is open.")))
	// Output:
	// [1 0] true <nil>
	// [] false <nil>
}

// Expand asks a model about each passage once; a second call has nothing to ask.
func ExampleExpand() {
	dir, err := os.MkdirTemp("", "bees")
	if err != nil {
		log.Fatal(err)
	}
	defer os.RemoveAll(dir)
	article, err := corpus.Parse("bees.md", []byte("# Bees\n\nThey dance to tell the way.\n"))
	if err != nil {
		log.Fatal(err)
	}
	model := index.ExpanderFunc(func(_ context.Context, p corpus.Passage) ([]string, error) {
		return []string{"1. How do insects communicate?\n2. Why do bees waggle?"}, nil
	})

	file := filepath.Join(dir, "bees.questions.jsonl") // beside bees.md
	for range 2 {
		did, err := index.Expand(context.Background(), article, model, file, index.ExpandOptions{})
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(did.Asked, "asked,", did.Kept, "kept")
	}
	data, err := os.ReadFile(file)
	if err != nil {
		log.Fatal(err)
	}
	_, questions, _ := strings.Cut(strings.TrimSpace(string(data)), `,"questions"`)
	fmt.Println(questions)
	// Output:
	// 1 asked, 0 kept
	// 0 asked, 1 kept
	// :["How do insects communicate?","Why do bees waggle?"]}
}
