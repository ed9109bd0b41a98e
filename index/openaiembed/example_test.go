package openaiembed_test

import (
	"context"
	"fmt"
	"io"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/footnote-go/footnote/index/openaiembed"
)

// A server of your own is at "http://localhost:11434", for example; here one stands
// in for it that gives every text the same vector.
func Example() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"data":[{"index":0,"embedding":[0.6,0.8]}]}`)
	}))
	defer server.Close()

	client, err := openaiembed.New(openaiembed.Options{
		BaseURL:       server.URL,
		Model:         "nomic-embed-text",
		PassagePrefix: "search_document: ",
		QueryPrefix:   "search_query: ",
	})
	if err != nil {
		log.Fatal(err)
	}
	embedding := client.Embedding() // for package index
	v, err := embedding.Query(context.Background(), "Who may use Llama?")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(embedding.Name)
	fmt.Println(v)
	// Output:
	// nomic-embed-text "search_document: "
	// [0.6 0.8]
}

func ExampleClient_EmbedBatch() {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, `{"data":[{"index":1,"embedding":[0,1]},{"index":0,"embedding":[1,0]}]}`)
	}))
	defer server.Close()

	client, err := openaiembed.New(openaiembed.Options{BaseURL: server.URL, Model: "nomic-embed-text"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(client.EmbedBatch(context.Background(), []string{"first", "second"}))
	// Output: [[1 0] [0 1]] <nil>
}
