package cite_test

import (
	"encoding/json"
	"fmt"

	"github.com/footnote-go/footnote/corpus/cite"
)

const text = "Scouts fly out first. They dance when they come back. The hive follows."

// dance cites the second sentence of text.
func dance() cite.Citation {
	return cite.New("bees#dance.1", cite.DigestOf(text), text, cite.Span{Start: 22, End: 53},
		[]cite.Footnote{{Article: "bees", Label: "4", Text: "Notes from the hive", Source: cite.SourceInternal}})
}

func ExampleNew() {
	c := dance()
	fmt.Printf("%q\n", c.Quote)
	fmt.Printf("after %q, before %q\n", c.Prefix, c.Suffix)
	fmt.Println(c.Passage.Section(), c.Labels(), c.Footnotes[0].Mark())
	// Output:
	// "They dance when they come back."
	// after "Scouts fly out first. ", before " The hive follows."
	// dance [4] [^4]
}

func ExampleCitation_QuoteSelector() {
	out, err := json.MarshalIndent(dance().QuoteSelector(), "", "  ")
	if err != nil {
		panic(err)
	}
	fmt.Println(string(out))
	// Output:
	// {
	//   "type": "TextQuoteSelector",
	//   "exact": "They dance when they come back.",
	//   "prefix": "Scouts fly out first. ",
	//   "suffix": " The hive follows."
	// }
}

func ExampleCitation_PositionSelector() {
	s, err := dance().PositionSelector(text)
	if err != nil {
		panic(err)
	}
	out, err := json.Marshal(s)
	if err != nil {
		panic(err)
	}
	fmt.Println(string(out))
	// Output: {"type":"TextPositionSelector","start":22,"end":53}
}

func ExampleTextQuoteSelector_TextFragment() {
	s := cite.TextQuoteSelector{Prefix: "out first.", Exact: "They dance", Suffix: "when they"}
	fmt.Println("https://example.org/bees#" + s.TextFragment())
	// Output: https://example.org/bees#:~:text=out%20first.-,They%20dance,-when%20they
}

func ExampleParseTextFragment() {
	s, err := cite.ParseTextFragment("https://example.org/bees#:~:text=They%20dance,-when")
	fmt.Printf("%q before %q, %v\n", s.Exact, s.Suffix, err)
	_, err = cite.ParseTextFragment("#:~:text=Scouts,back.")
	fmt.Println(err)
	// Output:
	// "They dance" before "when", <nil>
	// cite: text fragment "Scouts,back." does not quote one exact text
}
