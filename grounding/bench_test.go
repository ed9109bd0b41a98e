package grounding_test

import (
	"testing"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
)

func BenchmarkCheck(b *testing.B) {
	c := newChecker(b, metapolicy.Corpus(), grounding.Options{})
	a := grounding.Answer{Text: "Meta released Llama 2 in July 2023 under a community licence.[^4] It requires a separate licence above 700 million monthly active users.[^4] The Open Source Initiative says that this licence is not open source.[^8]"}
	b.ReportAllocs()
	for b.Loop() {
		r, err := c.Check(b.Context(), a)
		if err != nil || len(r.Claims) != 3 {
			b.Fatal(len(r.Claims), err)
		}
	}
}

func BenchmarkNew(b *testing.B) {
	metapolicy.Corpus().Facts() // read once
	b.ReportAllocs()
	for b.Loop() {
		if _, err := grounding.New(metapolicy.Corpus(), grounding.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
