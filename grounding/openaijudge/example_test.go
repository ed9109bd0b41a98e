package openaijudge_test

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/grounding/openaijudge"
)

// A server of your own is at "http://localhost:11434", for example; here one stands
// in for it that always replies the same. No rule says that rust is why the bridge was
// closed; the model does, and quotes what it rests on.
func Example() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		const reply = `{"content":"supported","passage":1,"quote":"found rust in its cables, and the county closed it"}`
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{"message": map[string]string{"content": reply}}}})
	}))
	defer server.Close()

	judge, err := openaijudge.New(openaijudge.Options{URL: server.URL, Model: "qwen3:8b"})
	if err != nil {
		log.Fatal(err)
	}
	article, err := corpus.Parse("bridge.md", []byte("# The bridge\n\nIn 2019 inspectors found rust in its cables, and the county closed it.[^1]\n\n[^1]: Report.\n"))
	if err != nil {
		log.Fatal(err)
	}
	articles, err := corpus.New(article)
	if err != nil {
		log.Fatal(err)
	}
	checker, err := grounding.New(articles, grounding.Options{Judge: judge})
	if err != nil {
		log.Fatal(err)
	}
	report, err := checker.Check(context.Background(), grounding.Answer{Text: "The county closed it because rust was in its cables. [^1]"})
	if err != nil {
		log.Fatal(err)
	}
	claim := report.Claims[0]
	fmt.Println(claim.Verdict, "by", claim.Decided)
	fmt.Println(claim.Evidence[0].Quote)
	fmt.Println(report.Receipt.Judge.Model, report.Receipt.Deterministic)
	// Output:
	// supported by judge
	// found rust in its cables, and the county closed it
	// qwen3:8b false
}
