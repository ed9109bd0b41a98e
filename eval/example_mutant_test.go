package eval_test

import (
	"context"
	"fmt"
	"log"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

// A checker is measured on an article of one's own, without labels.
func ExampleMutants() {
	article, err := corpus.Parse("ferry.md", []byte("# Ferry\n\nThe ferry carries 40 cars to the island.[^1]\n\n[^1]: The timetable\n"))
	if err != nil {
		log.Fatal(err)
	}
	c, err := corpus.New(article)
	if err != nil {
		log.Fatal(err)
	}
	mutants := eval.Mutants(c, eval.MutantOptions{Kinds: []eval.MutantKind{eval.MutantNumber}})
	for _, m := range mutants {
		fmt.Printf("%s for %s: %s\n", m.By, m.Changed, m.Answer)
	}
	checker, err := grounding.New(c, grounding.Options{})
	if err != nil {
		log.Fatal(err)
	}
	report, err := eval.CheckMutants(context.Background(), checker, mutants)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Bad.FalseAccepts.Count, "of", report.Bad.N, "accepted")
	// Output:
	// 70 for 40: The ferry carries 70 cars to the island.[^1]
	// 400 for 40: The ferry carries 400 cars to the island.[^1]
	// 0 of 2 accepted
}
