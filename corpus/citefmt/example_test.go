package citefmt_test

import (
	"encoding/json"
	"fmt"
	"log"
	"slices"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

func exampleCorpus() *corpus.Corpus {
	article, err := corpus.Parse("bridge.md", []byte(`# The Old Bridge

It was built in 1872.[^1] The flood of 1909 took two arches.[^2]

[^1]: Town archive
[^2]: The Valley Gazette, 4 May 1909
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

// A model that was given a passage sentence by sentence says which sentence it
// cites. With the corpus, that has footnotes, and can go out in another form.
func Example() {
	c := exampleCorpus()
	p, _ := c.Passage("bridge#top.1")
	prompt, err := json.Marshal(citefmt.AnthropicSearchResults([]corpus.Passage{p}))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(prompt[:46]) + "…")

	answer, err := citefmt.Read(c, citefmt.FormatAnthropic, []byte(`[
		{"type": "text", "text": "Two arches fell in 1909.", "citations": [{
			"type": "search_result_location", "source": "bridge#top.1", "title": "The Old Bridge",
			"search_result_index": 0, "start_block_index": 1, "end_block_index": 2,
			"cited_text": "The flood of 1909 took two arches."}]},
		{"type": "text", "text": " It is much loved."}]`), "")
	if err != nil {
		log.Fatal(err)
	}
	for _, at := range answer.Citations {
		fmt.Printf("%q rests on %q\n", at.Span.Of(answer.Text), at.Citation.Quote)
		for _, f := range at.Citation.Footnotes {
			fmt.Println(f.Mark(), f.Text)
		}
	}
	out, err := citefmt.ToOpenAI(c, answer, citefmt.OpenAIOptions{})
	if err != nil {
		log.Fatal(err)
	}
	u := out.Annotations[0].OpenAIURLCitation
	fmt.Println(u.StartIndex, u.EndIndex, u.Title, u.URL)
	// Output:
	// [{"type":"search_result","source":"bridge#top.…
	// "Two arches fell in 1909." rests on "The flood of 1909 took two arches."
	// [^2] The Valley Gazette, 4 May 1909
	// 0 24 The Old Bridge footnote:bridge%23top.1
}

// Of three citations one is good. The error says what is wrong with the others.
func ExampleRead() {
	answer, err := citefmt.Read(exampleCorpus(), citefmt.FormatOpenAI, []byte(`[
		{"type": "url_citation", "start_index": 2, "end_index": 8, "title": "", "url": "footnote:bridge%23top.1"},
		{"type": "url_citation", "start_index": 2, "end_index": 99, "title": "", "url": "footnote:bridge%23top.1"},
		{"type": "url_citation", "start_index": 2, "end_index": 8, "title": "", "url": "https://example.org/"}]`),
		"😀 Arches fell.")
	for _, at := range answer.Citations {
		fmt.Println(at.Span.Of(answer.Text), at.Citation.Passage)
	}
	fmt.Println(err)
	// Output:
	// Arches bridge#top.1
	// citefmt: openai: content[0].annotations[1]: the range does not fit the text: 2:99 of 14 code points
	// citefmt: openai: content[0].annotations[2]: no such passage: "https://example.org/" is no address of one
}

// A note is written as it is: nobody knows its author or its date.
func ExampleToBibTeX() {
	a, _ := exampleCorpus().Article("bridge")
	fmt.Print(citefmt.ToBibTeX(slices.Collect(a.Footnotes())))
	// Output:
	// @misc{bridge-1,
	//   note = {Town archive},
	//   footnotearticle = {bridge},
	//   footnotelabel = {1},
	// }
	//
	// @misc{bridge-2,
	//   note = {The Valley Gazette, 4 May 1909},
	//   footnotearticle = {bridge},
	//   footnotelabel = {2},
	// }
}
