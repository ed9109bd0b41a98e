package index_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/index"
)

// themes embeds a text by what it is about, whatever words say it.
func themes(_ context.Context, text string) ([]float32, error) {
	v := make([]float32, 3)
	for i, words := range [][]string{{"dug", "silted", "excavat"}, {"taxed", "levy"}, {"left the", "export"}} {
		for _, w := range words {
			if strings.Contains(text, w) {
				v[i] = 1
			}
		}
	}
	return v, nil
}

func ids(r index.Results) []string {
	var out []string
	for _, h := range r.Hits {
		_, id, _ := strings.Cut(string(h.Passage.ID()), "#")
		out = append(out, id)
	}
	return out
}

// TestEmbedding: what shares no word with the question is found by its vector, and
// filters hold for vectors, too.
func TestEmbedding(t *testing.T) {
	x := newIndex(t, harbourCorpus(t), index.Options{Embedding: &index.Embedding{Embed: themes}})
	for _, tt := range []struct {
		reason string
		q      index.Query
		want   []string
	}{
		{"no word in common", index.Query{Text: "excavated", K: 1}, []string{"top.1"}},
		{"both ways agree", index.Query{Text: "the levy on salt", K: 1}, []string{"salt.1"}},
		{"only where the filters let pass", index.Query{Text: "excavated", Sections: []string{"Trade"}, Footnotes: []string{"^2"}, K: 1}, []string{"trade.1"}},
		{"nothing near", index.Query{Text: "zeppelin"}, nil},
	} {
		r := search(t, x, tt.q)
		if diff := cmp.Diff(tt.want, ids(r)); diff != "" {
			t.Errorf("%s: -want +got\n%s", tt.reason, diff)
		}
		if r.Degraded != nil {
			t.Errorf("%s: degraded: %v", tt.reason, r.Degraded)
		}
	}
}

// TestEmbeddingDegrades: where the question can't be embedded, the words alone
// answer as they do without an embedding, and the result says why.
func TestEmbeddingDegrades(t *testing.T) {
	words := newIndex(t, harbourCorpus(t), index.Options{})
	q := index.Query{Text: "taxed salt"}
	want := marshal(t, search(t, words, q).Hits)
	down := errors.New("down")
	var dimension *index.DimensionError
	for _, tt := range []struct {
		reason string
		query  index.Embedder
		is     error
		as     any
	}{
		{"down", func(context.Context, string) ([]float32, error) { return nil, down }, down, nil},
		{"slow", func(ctx context.Context, _ string) ([]float32, error) { <-ctx.Done(); return nil, ctx.Err() }, context.DeadlineExceeded, nil},
		{"wrong in dimension", func(context.Context, string) ([]float32, error) { return make([]float32, 2), nil }, nil, &dimension},
	} {
		x := newIndex(t, harbourCorpus(t), index.Options{Embedding: &index.Embedding{Embed: themes, Query: tt.query, Timeout: 20 * time.Millisecond}})
		r := search(t, x, q)
		if tt.is != nil && !errors.Is(r.Degraded, tt.is) || tt.as != nil && !errors.As(r.Degraded, tt.as) {
			t.Errorf("%s: degraded %v", tt.reason, r.Degraded)
		}
		if diff := cmp.Diff(string(want), string(marshal(t, r.Hits))); diff != "" {
			t.Errorf("%s: -words alone +got\n%s", tt.reason, diff)
		}
	}
	bad := index.Options{Embedding: &index.Embedding{Embed: func(context.Context, string) ([]float32, error) { return nil, down }}}
	if _, err := index.New(t.Context(), harbourCorpus(t), bad); !errors.Is(err, down) {
		t.Errorf("building without passages' vectors: %v", err)
	}
}
