package toolset_test

import (
	"encoding/json"
	"testing"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/toolset"
)

// BenchmarkSearchPassages compares an operation with the search that it makes.
func BenchmarkSearchPassages(b *testing.B) {
	const question = "Is there a size above which a company needs its own license?"
	s := article()
	x, err := s.Index()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("index", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := x.Search(b.Context(), index.Query{Text: question, K: toolset.DefaultHits}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.SearchPassages(b.Context(), toolset.SearchPassagesInput{Question: question}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("call", func(b *testing.B) {
		arguments := json.RawMessage(marshal(b, map[string]string{"question": question}))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Call(b.Context(), "search_passages", arguments); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// BenchmarkCheckAnswer compares an operation with the check that it makes.
func BenchmarkCheckAnswer(b *testing.B) {
	s := article()
	c, err := s.Checker()
	if err != nil {
		b.Fatal(err)
	}
	b.Run("checker", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := c.Check(b.Context(), grounding.Answer{Text: draft}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("method", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.CheckAnswer(b.Context(), toolset.CheckAnswerInput{Answer: draft}); err != nil {
				b.Fatal(err)
			}
		}
	})
	b.Run("call", func(b *testing.B) {
		arguments := json.RawMessage(marshal(b, map[string]string{"answer": draft}))
		b.ReportAllocs()
		for b.Loop() {
			if _, err := s.Call(b.Context(), "check_answer", arguments); err != nil {
				b.Fatal(err)
			}
		}
	})
}
