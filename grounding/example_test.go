package grounding_test

import (
	"context"
	"fmt"
	"log"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// mill is a small corpus; yours may be corpus.Read(os.DirFS("articles")).
func mill() *corpus.Corpus {
	article, err := corpus.Parse("mill.md", []byte(`# The Mill

The mill on the Aller was built in 1788.[^1] It ground its last corn in 1931.[^2]

The wheel was made of oak and weighs four tons.[^3]

The yard is open to visitors on Sundays.

[^1]: Parish chronicle
[^2]: The miller's day book
[^3]: Survey of 1990
`))
	if err != nil {
		log.Fatal(err)
	}
	c, err := corpus.New(article)
	if err != nil {
		log.Fatal(err)
	}
	return c
}

func Example() {
	checker, err := grounding.New(mill(), grounding.Options{})
	if err != nil {
		log.Fatal(err)
	}
	report, err := checker.Check(context.Background(), grounding.Answer{
		Text: "The mill was built in 1788.[^1] It ground its last corn in 1913.[^2] The wheel weighs four tons.[^1]",
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range report.Claims {
		fmt.Println(c.Verdict, "–", c.Text)
	}
	for _, f := range (grounding.Gate{}).Check(report) {
		fmt.Printf("claim %d: %s: %s\n", f.Claim, f.Code, f.Message)
	}
	fmt.Println(report.Notice)
	// Output:
	// supported – The mill was built in 1788.
	// contradicted – It ground its last corn in 1913.
	// miscited – The wheel weighs four tons.
	// claim 1: date-mismatch: the claim says “1913”, the article “1931”
	// claim 2: wrong-note: the cited note does not cover what backs it
	// Checked against the article only; its sources were not checked. The notes in question name no external source.
}

func ExampleCheckClaim() {
	evidence := []string{"The mill ground its last corn in 1931. Its wheel still turns on Sundays."}
	for _, claim := range []string{"The mill ground its last corn in 1931.", "The mill stopped for want of water."} {
		r, err := grounding.CheckClaim(context.Background(), claim, evidence)
		if err != nil {
			log.Fatal(err)
		}
		fmt.Printf("%s by %s – %s\n", r.Verdict, r.Decided, claim)
	}
	// Output:
	// supported by rule – The mill ground its last corn in 1931.
	// undecided by score – The mill stopped for want of water.
}

func ExampleChecker_Cite() {
	checker, err := grounding.New(mill(), grounding.Options{})
	if err != nil {
		log.Fatal(err)
	}
	cited, err := checker.Cite(context.Background(), grounding.Answer{
		Text: "The mill was built in 1788. It ground its last corn in 1931.[^1] The yard is open to visitors on Sundays. It has a cinema.",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(strings.ReplaceAll(cited.Text, "] ", "]\n"))
	for _, c := range cited.Changes {
		fmt.Println(c.Removed, c.Added, c.Reason)
	}
	// Output:
	// The mill was built in 1788.[^1]
	// It ground its last corn in 1931.[^2]
	// The yard is open to visitors on Sundays.[mill#top.3]
	// It has a cinema.
	// [] [[^1]] uncited
	// [[^1]] [[^2]] the marker is wrong
	// [] [[mill#top.3]] uncited
}

func ExampleChecker_Stream() {
	checker, err := grounding.New(mill(), grounding.Options{})
	if err != nil {
		log.Fatal(err)
	}
	ctx := context.Background()
	show := func(claims []grounding.Claim) {
		for _, c := range claims {
			fmt.Println("  ", c.Verdict, "–", c.Text)
		}
	}
	s := checker.Stream(grounding.Answer{})
	for _, written := range []string{"The mill was built ", "in 1788.", "[^1] ", "The wheel was made of ", "iron.[^3]"} {
		fmt.Printf("%q\n", written)
		claims, err := s.Write(ctx, written)
		if err != nil {
			log.Fatal(err)
		}
		show(claims)
	}
	rest, report, err := s.Close(ctx)
	if err != nil {
		log.Fatal(err)
	}
	show(rest)
	fmt.Println(report.Verdict)
	// Output:
	// "The mill was built "
	// "in 1788."
	// "[^1] "
	// "The wheel was made of "
	//    supported – The mill was built in 1788.
	// "iron.[^3]"
	//    undecided – The wheel was made of iron.
	// undecided
}

// words is a search engine of sorts: it finds the passages that have a word of the
// question.
type words struct{ c *corpus.Corpus }

func (w words) search(question string, limit int) (found []corpus.Passage) {
	for p := range w.c.Passages() {
		for _, word := range strings.Fields(strings.ToLower(question)) {
			if len(found) < limit && len(word) > 4 && strings.Contains(strings.ToLower(p.Text()), word) {
				found = append(found, p)
				break
			}
		}
	}
	return found
}

// An index becomes a Finder by a function: it need not know of this package.
func ExampleFinderFunc() {
	articles := mill()
	index := words{articles} // or index.New(ctx, articles, index.Options{})
	finder := grounding.FinderFunc(func(_ context.Context, claim string, k int) ([]cite.PassageID, error) {
		var ids []cite.PassageID
		for _, p := range index.search(claim, k) {
			ids = append(ids, p.ID())
		}
		return ids, nil
	})
	checker, err := grounding.New(articles, grounding.Options{Finder: finder})
	if err != nil {
		log.Fatal(err)
	}
	report, err := checker.Check(context.Background(), grounding.Answer{Text: "The wheel weighs four tons.[^3]"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(report.Verdict)
	// Output: supported
}
