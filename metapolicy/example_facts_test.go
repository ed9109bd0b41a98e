package metapolicy_test

import (
	"fmt"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// One matter on which the article disagrees with itself, with all sides.
func ExampleTensions() {
	for tension := range metapolicy.Tensions() {
		if tension.ID() != "linux-foundation-study/tension/maker" {
			continue
		}
		for side := range tension.Sides() {
			fmt.Println("side:")
			for f := range side.Facts() {
				fmt.Println("-", f.ID())
			}
		}
	}
	// Output:
	// side:
	// - linux-foundation-study/author/linux-foundation
	// - linux-foundation/function
	// side:
	// - linux-foundation-study/conducted-by/linux-foundation
	// - linux-foundation-study/commissioned-by
}

// The releases of 2024.
func ExampleTimeline() {
	year := fact.MustParseDate("2024")
	for f := range metapolicy.Timeline() {
		if f.Kind() == "release" && year.Contains(f.Date()) {
			fmt.Println(f.Date(), f.Subject())
		}
	}
	// Output:
	// 2024-04 Llama 3
	// 2024-07 Llama 3.1 405B
}

// What the article states about something, found by an alias, and on what it rests.
func ExampleFacts() {
	for f := range metapolicy.Facts().About("AUP") {
		if f.Property() == "prohibited use" {
			fmt.Println(f.ID(), f.Status())
		}
	}
	// Output:
	// acceptable-use-policy/prohibited-use/high-risk-uses stated
	// acceptable-use-policy/prohibited-use/harm-to-individuals stated
	// acceptable-use-policy/prohibited-use/undermining-public-safety stated
	// acceptable-use-policy/prohibited-use/human-rights-violations stated
}
