package metapolicy_test

import (
	"fmt"

	"github.com/footnote-go/footnote/metapolicy"
)

// With whom Meta works, and what the partner does in it.
func ExamplePartnership() {
	for p := range metapolicy.Partnerships() {
		fmt.Printf("%v: %s\n", p.Value.With, p.Value.Function)
	}
	// Output:
	// Hugging Face: primary platform for downloads of Llama and community fine-tunes
	// Linux Foundation: co-author of the 2025 study on open-source AI
	// AWS Bedrock: hosting of Llama for enterprise customers
}

// What Zuckerberg argues about Llama.
func ExampleArgument() {
	for a := range metapolicy.Arguments() {
		if a.Value.About == metapolicy.Entity(metapolicy.Llama) {
			fmt.Println(a.Value.By, a.Value.Text)
		}
	}
	// Output:
	// [Mark Zuckerberg] commoditization play against closed labs
	// [Mark Zuckerberg] rivals made to compete on price and features
	// [Mark Zuckerberg] exclusive model access no longer the ground of competition
	// [Mark Zuckerberg] near-frontier capabilities free of charge
}

// What the article leaves open about the ecosystem of open weights.
func ExampleQuestion() {
	for q := range metapolicy.Questions() {
		if q.Value.About == metapolicy.OpenWeightsEcosystem {
			fmt.Println(q.Value.Text)
		}
	}
	// Output:
	// whether community scrutiny can replace centralized safety auditing
	// how far Meta's releases sped up the open-weights ecosystem
}

// What happened, and when.
func ExampleEvent() {
	for e := range metapolicy.Events() {
		when := "no date"
		if !e.Value.Date.IsZero() {
			when = e.Value.Date.Text()
		}
		fmt.Printf("%v (%s): %s\n", e.Value.Of, when, e.Value.Text)
	}
	// Output:
	// Llama 1 (no date): weights leaked within days of release
	// Llama 1 (no date): fine-tuning ecosystem before formal sanction by Meta
	// hybrid pivot (2026): hybrid release plans made public
	// Llama 4 (no date): whether a release should go ahead
}

// What the hybrid pivot may bring about.
func ExampleEffect() {
	for e := range metapolicy.Effects() {
		if e.Value.Of == metapolicy.HybridPivot {
			fmt.Println(e.Value.Text)
		}
	}
	// Output:
	// possible end of Meta's dominance in open weights
}

// What a term means in the article.
func ExampleDefinition() {
	for d := range metapolicy.Definitions() {
		if d.Value.Term == "LeCun doctrine" {
			fmt.Println(d.Value.Text)
		}
	}
	// Output:
	// dismissive line on existential risk
}

// The rows of the article's assessment.
func ExampleAssessment() {
	for a := range metapolicy.Assessments() {
		fmt.Printf("%s: %s\n", a.Value.Dimension, a.Value.Text)
	}
	// Output:
	// Strategic intent: commoditize the foundational layer, weaken closed labs' pricing power
	// Primary vehicle: Llama series, released with open weights
	// Policy posture: for open-source carve-outs, against SB 1047
	// Safety stance: access-controlling licenses, dismissive on existential risk
	// Current trajectory: hybrid pivot, larger models more and more proprietary, ecosystem rhetoric kept up
	// Competitive effect: faster open-weights field, pressure on closed labs
}

// At whom the threshold of Llama's license is aimed, as the article says it twice.
func ExampleLicense_AllTargets() {
	for t := range metapolicy.CommunityLicense.AllTargets() {
		fmt.Println(t.Value)
	}
	// Output:
	// [Apple ByteDance]
	// [Apple Google ByteDance]
}
