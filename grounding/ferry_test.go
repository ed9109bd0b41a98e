package grounding_test

import (
	"context"
	"flag"
	"os"
	"sync"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
)

var update = flag.Bool("update", false, "write the golden files of testdata")

// ferry is the article of testdata, with its facts and names.
var ferry = sync.OnceValue(func() *corpus.Corpus {
	c, err := corpus.Read(os.DirFS("testdata"), "ferry.md")
	if err != nil {
		panic(err)
	}
	return c
})

// ferryChecker checks against it with rules alone.
var ferryChecker = sync.OnceValue(func() *grounding.Checker {
	c, err := grounding.New(ferry(), grounding.Options{})
	if err != nil {
		panic(err)
	}
	return c
})

func newChecker(t testing.TB, c *corpus.Corpus, o grounding.Options) *grounding.Checker {
	t.Helper()
	ch, err := grounding.New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	return ch
}

func parse(t testing.TB, name, src string) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse(name, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func check(t testing.TB, c *grounding.Checker, a grounding.Answer) grounding.Report {
	t.Helper()
	r, err := c.Check(context.Background(), a)
	if err != nil {
		t.Fatalf("%q: %v", a.Text, err)
	}
	return r
}

// checkText checks an answer against the ferry.
func checkText(t testing.TB, text string) grounding.Report {
	t.Helper()
	return check(t, ferryChecker(), grounding.Answer{Text: text})
}

// codes returns the codes of a claim's problems.
func codes(c grounding.Claim) []grounding.Code {
	var out []grounding.Code
	for _, p := range c.Problems {
		out = append(out, p.Code)
	}
	return out
}
