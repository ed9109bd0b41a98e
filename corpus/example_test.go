package corpus_test

import (
	"fmt"
	"log"
	"testing/fstest"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

func Example() {
	article, err := corpus.Parse("bridge.md", []byte(`# The Old Bridge

The bridge was built in 1872.[^1] It is made of granite.

## Floods

The flood of 1909 took two arches.[^2] They were rebuilt within a year.[^1][^3]

[^1]: Town archive, *Book of Works*, volume 3
[^2]: The Valley Gazette, 4 May 1909
[^3]: Interview with the bridge keeper
`))
	if err != nil {
		log.Fatal(err)
	}
	for p := range article.Passages() {
		fmt.Println(p.ID())
		fmt.Println("  " + p.Text())
		for _, f := range p.Footnotes() {
			fmt.Println("  "+f.Mark(), f.Text)
		}
	}
	// Output:
	// bridge#top.1
	//   The bridge was built in 1872. It is made of granite.
	//   [^1] Town archive, Book of Works, volume 3
	// bridge#floods.1
	//   The flood of 1909 took two arches. They were rebuilt within a year.
	//   [^2] The Valley Gazette, 4 May 1909
	//   [^1] Town archive, Book of Works, volume 3
	//   [^3] Interview with the bridge keeper
}

func ExampleParse() {
	article, err := corpus.Parse("mill.md", []byte(`# The Mill

It ground its last corn in 1931.[^1] The wheel still turns.[^2]

[^1]: Parish chronicle
`))
	if err != nil {
		log.Fatal(err) // only a file that is too large
	}
	fmt.Println(article.ID(), "is", article.Title())
	for d := range article.Diagnostics() {
		fmt.Println(d)
	}
	// Output:
	// mill is The Mill
	// 3: unresolved-reference: reference to [^2], which is not defined
}

func ExampleRead() {
	folder := fstest.MapFS{
		"bridge.md":         {Data: []byte("# The Old Bridge\n\nIt was built in 1872.\n\nIt has seven arches.\n")},
		"mill.md":           {Data: []byte("# The Mill\n\nIt ground its last corn in 1931.[^1]\n")},
		"mill.notes.jsonl":  {Data: []byte(`{"label":"1","text":"Parish chronicle"}`)},
		"_drafts/school.md": {Data: []byte("# The School\n")},
	}
	c, err := corpus.Read(folder) // or os.DirFS("articles")
	if err != nil {
		log.Fatal(err)
	}
	for a := range c.Articles() {
		fmt.Println(a.ID(), a.Counts().Passages)
	}
	f, err := c.Footnote("mill^1")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(c.Mark(f), f.Text)
	// Output:
	// bridge 2
	// mill 1
	// [mill^1] Parish chronicle
}

// A passage may stand on several footnotes, each for its own part. The last
// sentence stands on none and gets none.
func ExamplePassage_Citations() {
	article, err := corpus.Parse("bridge.md", []byte(
		"# The Old Bridge\n\nIt was built in 1872.[^1] It has seven arches. Two fell in 1909.[^2] It is much loved.\n"))
	if err != nil {
		log.Fatal(err)
	}
	p, _ := article.Passage("bridge#top.1")
	for _, c := range p.Citations() {
		fmt.Printf("%v %q\n", c.Labels(), c.Quote)
	}
	// Output:
	// [1] "It was built in 1872."
	// [2] "It has seven arches. Two fell in 1909."
	// [] "It is much loved."
}

// A mark behind two sentences vouches for both, by convention. Those who trust
// it for the last sentence only take the stricter reading.
func ExampleReference_Scope() {
	article, err := corpus.Parse("bridge.md", []byte(
		"# The Old Bridge\n\nIt was built in 1872. It has seven arches.[^1]\n"))
	if err != nil {
		log.Fatal(err)
	}
	for r := range article.References() {
		text := r.Block().Text()
		fmt.Printf("[^%s] scope:          %q\n", r.Label(), r.Scope().Of(text))
		fmt.Printf("[^%s] sentence scope: %q\n", r.Label(), r.SentenceScope().Of(text))
	}
	// Output:
	// [^1] scope:          "It was built in 1872. It has seven arches."
	// [^1] sentence scope: "It has seven arches."
}

// Citations made from one version of an article are looked up in the next.
func ExampleCorpus_Resolve() {
	parse := func(src string) *corpus.Corpus {
		a, err := corpus.Parse("bridge.md", []byte(src))
		if err != nil {
			log.Fatal(err)
		}
		c, err := corpus.New(a)
		if err != nil {
			log.Fatal(err)
		}
		return c
	}
	before := parse("# The Old Bridge\n\n" +
		"The bridge was built in 1872.[^1] The flood of 1909 took two arches.[^2]\n")
	after := parse("# The Old Bridge\n\nIt is much loved.\n\n" +
		"The bridge was built in 1872.[^1] The flood of May 1909 took three arches.[^2]\n")

	p, _ := before.Passage("bridge#top.1")
	for _, old := range p.Citations() {
		r := after.Resolve(old)
		fmt.Printf("%s: %s %v %q\n", r.Status, r.Citation.Passage, r.Citation.Labels(), r.Citation.Quote)
		for _, e := range r.Edits {
			fmt.Printf("  %q became %q\n", e.Old, e.New)
		}
	}
	// Output:
	// moved: bridge#top.2 [1] "The bridge was built in 1872."
	// edited: bridge#top.2 [2] "The flood of May 1909 took three arches."
	//   "" became "May"
	//   "two" became "three"
}

// A query has fields that all have to fit. What names nothing is an error that says
// what there is.
func ExampleCorpus_FindFacts() {
	c, err := corpus.Read(fstest.MapFS{
		"bridge.md": {Data: []byte("# The Old Bridge\n\nIt was built in 1872.[^1] The flood of 1909 took two arches.[^2]\n")},
		"bridge.facts.jsonl": {Data: []byte(
			`{"id":"bridge/built","kind":"event","statement":"The bridge was built in 1872.","subject":"The bridge","property":"built","values":[{"kind":"date","edtf":"1872"}],"status":["stated"],"evidence":[{"passage":"bridge#top.1","quote":"It was built in 1872."}]}
{"id":"bridge/flood","kind":"event","statement":"A flood took two arches of the bridge in 1909.","subject":"The bridge","property":"damage","values":[{"kind":"date","edtf":"1909"}],"status":["stated"],"evidence":[{"passage":"bridge#top.1","quote":"The flood of 1909 took two arches."}]}
`)},
	})
	if err != nil {
		log.Fatal(err)
	}
	facts, err := c.FindFacts(corpus.FactQuery{Kinds: []string{"event"}, After: fact.MustParseDate("1900")})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range facts {
		fmt.Println(f, f.Footnotes()[0].Mark())
	}
	_, err = c.FindFacts(corpus.FactQuery{Properties: []string{"build"}})
	fmt.Println(err)
	// Output:
	// A flood took two arches of the bridge in 1909. [^2]
	// no property "build"; did you mean built?
}
