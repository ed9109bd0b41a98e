package index_test

import (
	"context"
	"fmt"
	"log"

	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

func Example() {
	ctx := context.Background()
	x, err := index.New(ctx, metapolicy.Corpus(), index.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()

	found, err := x.Search(ctx, index.Query{Text: "Who is Ahmad Al-Dahle?", K: 1})
	if err != nil {
		log.Fatal(err)
	}
	for _, h := range found.Hits {
		fmt.Println(h.Passage.ID())
		for _, f := range h.Passage.Footnotes() {
			fmt.Println(f.Mark(), f.Text)
		}
	}
	// Output:
	// meta-open-source-strategy#strategic-incoherence-and-competitive-setbacks.1
	// [^27] Controversy over the performance of Llama 4 and the response of Ahmad Al-Dahle — Counter research section
}

func ExampleResults_Answer() {
	x, err := index.New(context.Background(), metapolicy.Corpus(), index.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()
	found, err := x.Search(context.Background(), index.Query{Text: "How many commits came from community contributors?"})
	if err != nil {
		log.Fatal(err)
	}
	for _, s := range found.Answer(1) {
		fmt.Println(s.Text, s.Citation.Labels())
	}
	// Output:
	// Meta's own reporting puts total commits to its open-source codebases in 2024 at approximately 189,719, of which roughly 71,018 came from community contributors and roughly 118,701 from Meta employees. [10]
}

func ExampleHit_Explain() {
	x, err := index.New(context.Background(), metapolicy.Corpus(), index.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer x.Close()
	found, err := x.Search(context.Background(), index.Query{Text: "Avocado pivot", K: 1})
	if err != nil {
		log.Fatal(err)
	}
	for _, t := range found.Hits[0].Explain().Terms {
		for _, f := range t.Fields {
			if f.Field == index.TextField || f.Field == index.HeadingsField {
				fmt.Printf("%s (%s of %s): %d× in %s\n", t.Term, t.Source, t.From, f.TF, f.Field)
			}
		}
	}
	// Output:
	// avocado (word of Avocado): 1× in text
	// pivot (word of pivot): 1× in headings
	// shift (synonym of pivot): 1× in text
}
