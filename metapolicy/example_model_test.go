package metapolicy_test

import (
	"fmt"

	"github.com/footnote-go/footnote/metapolicy"
)

// When a model was released, with the sentence that says so and the notes behind
// that sentence. Of Behemoth the article doesn't say it.
func ExampleModel() {
	released := metapolicy.Llama2.Released()
	fmt.Println(released.Value.Text(), "under the", metapolicy.Llama2.License().Value)
	best := released.Evidence()[0]
	fmt.Printf("%q\n", best.Quote)
	for _, note := range best.Footnotes {
		fmt.Println(note.Mark(), note.Text)
	}
	fmt.Println("Behemoth is not released:", metapolicy.Behemoth.Released().IsZero())
	// Output:
	// July 2023 under the Llama Community License
	// "Llama 2 (July 2023) was Meta's first deliberate release of a frontier-class model under an open license"
	// [^4] Release of Llama 2, the Llama Community License and the threshold of 700M MAU — Definition and Examples research sections
	// Behemoth is not released: true
}

// Who may not use Llama for free. The article names the companies in two ways.
func ExampleLicense() {
	license := metapolicy.CommunityLicense
	targets := license.Targets()
	fmt.Println(targets.Value, "have", license.UserThreshold().Value)
	if conflict, ok := targets.Conflict(); ok {
		for side := range conflict.Sides() {
			for f := range side.Facts() {
				if f.Property() == targets.Property() {
					fmt.Println("-", f.ID())
				}
			}
		}
	}
	// Output:
	// [Apple ByteDance] have more than 700 million monthly active users
	// - llama-community-license/targets/apple-bytedance
	// - llama-community-license/targets/apple-google-bytedance
}
