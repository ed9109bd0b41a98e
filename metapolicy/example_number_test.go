package metapolicy_test

import (
	"fmt"

	"github.com/footnote-go/footnote/metapolicy"
)

// What a study found, and who had it made.
func ExampleStudy() {
	study := metapolicy.LinuxFoundationStudy
	fmt.Println(study, "commissioned by", study.CommissionedBy().Value)
	for f := range study.Findings() {
		fmt.Println("-", f.Value.Value)
	}
	// Output:
	// Linux Foundation study of 2025 commissioned by Meta
	// - 89% of surveyed organizations
	// - 67%
	// - 3.5
	// - more than 50% of costs in some business units
}

// A number with the time that it is for, and with who says so.
func ExampleFigure() {
	commits := metapolicy.Commits.Quantity()
	fmt.Println(commits.Value, "in", commits.Date(), "by the account of", commits.AttributedTo())
	fmt.Println(metapolicy.OCPShare.Share().Value)
	// Output:
	// about 189,719 commits in 2024 by the account of [Meta]
	// about 25% of the project's technical contributions
}

// What a training run costs: a range as a fact, and an estimate.
func ExampleAmount() {
	for _, a := range []metapolicy.Amount{metapolicy.TrainingRun, metapolicy.Llama4TrainingRun} {
		money := a.Money()
		_, conflict := money.Conflict()
		fmt.Printf("%v, by %q; the article says something else as well: %t\n", money.Value, money.AttributedTo(), conflict)
	}
	// Output:
	// $1 billion to $3 billion, by []; the article says something else as well: true
	// about $3 billion, by ["analysts"]; the article says something else as well: true
}
