package index_test

import (
	"context"
	"fmt"
	"log"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
)

// The passages that were found become a part of a prompt, each under the key by
// which the model is to cite it and with the notes that vouch for it.
func ExampleResults_Context() {
	article, err := corpus.Parse("bridge.md", []byte(`# The Old Bridge

The bridge is made of granite.[^1]

## Floods

The flood of 1909 took two arches.[^2]

[^1]: Town archive, Book of Works
[^2]: The Valley Gazette, 4 May 1909
`))
	if err != nil {
		log.Fatal(err)
	}
	c, err := corpus.New(article)
	if err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	x, err := index.New(ctx, c, index.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()
	found, err := x.Search(ctx, index.Query{Text: "What did the flood take?"})
	if err != nil {
		log.Fatal(err)
	}

	prompt := found.Context(500, index.ContextOptions{}) // at most 500 tokens
	fmt.Print(prompt.Text)
	// Output:
	// ### [^2] bridge#floods.1
	//
	// > The Old Bridge › Floods
	// >
	// > The flood of 1909 took two arches.
	//
	// Note [^2]:
	//
	// > The Valley Gazette, 4 May 1909
}
