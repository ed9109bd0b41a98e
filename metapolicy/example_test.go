package metapolicy_test

import (
	"fmt"

	"github.com/footnote-go/footnote/metapolicy"
)

// A passage never travels without the footnotes in force.
func Example() {
	p, ok := metapolicy.Corpus().Passage("meta-open-source-strategy#alexandr-wang-ai-lab-lead-meta.1")
	if !ok {
		panic("no such passage")
	}
	for _, f := range p.Footnotes() {
		fmt.Println(f.Mark(), f.Text)
		fmt.Println("names a source to open:", f.Source)
	}
	// Output:
	// [^31] The role of Alexandr Wang at Meta — History and Community research sections
	// names a source to open: internal
}
