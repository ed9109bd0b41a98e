package index_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/internal/costtest"
	"github.com/footnote-go/footnote/metapolicy"
)

// hostile are questions that nobody asks, each as long as one wants.
var hostile = []struct {
	name string
	make func(n int) string
}{
	{"misspelt words", func(n int) string {
		var b strings.Builder
		for i := 0; b.Len() < n; i++ {
			fmt.Fprintf(&b, "licnese%c%c threshhold%c ", 'a'+i%26, 'a'+i/26%26, 'a'+i%26)
		}
		return b.String()
	}},
	{"known words", func(n int) string { return strings.Repeat("existential risk and who opposed open weights ", n/46+1) }},
	{"another script", func(n int) string { return strings.Repeat("开源战略的风险是什么", n/30+1) }},
	{"only numbers", func(n int) string { return strings.Repeat("45 billion 2024 700m 25% ", n/25+1) }},
	{"compounds", func(n int) string { return strings.Repeat("opensourceopenweights metallama ", n/32+1) }},
	{"names", func(n int) string { return strings.Repeat("Open Source Initiative OSI ", n/27+1) }},
	{"halves", func(n int) string { return strings.Repeat("and who and what risk license ", n/30+1) }},
}

// TestSearchIsLinear: a question that is longer costs more in proportion, no more.
func TestSearchIsLinear(t *testing.T) {
	x := newIndex(t, metapolicy.Corpus(), index.Options{})
	for _, h := range hostile {
		costtest.Linear(t, h.name, 1<<13, func(n int) func() {
			q := h.make(n)
			return func() {
				if _, err := x.Search(context.Background(), index.Query{Text: q}); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

// BenchmarkHostile asks such questions at three lengths.
func BenchmarkHostile(b *testing.B) {
	x := newIndex(b, metapolicy.Corpus(), index.Options{})
	for _, h := range hostile {
		for _, n := range []int{1_000, 10_000, 100_000} {
			q := h.make(n)
			b.Run(fmt.Sprintf("%s/%d", h.name, n), func(b *testing.B) {
				for b.Loop() {
					if _, err := x.Search(context.Background(), index.Query{Text: q}); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}
