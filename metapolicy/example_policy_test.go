package metapolicy_test

import (
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/metapolicy"
)

// What Meta opposed or asked for, where, and how it ended.
func ExampleEngagement() {
	for g := range metapolicy.Engagements() {
		outcome := "not stated"
		if o := g.Outcome(); !o.IsZero() {
			outcome = string(o.Value)
		}
		fmt.Printf("%v, %v: %s; outcome: %s\n", g, g.Jurisdiction().Value, g.Stance().Value, outcome)
	}
	// Output:
	// EU AI Act, European Union: sought-carve-outs; outcome: carve-outs-adopted
	// NTIA open-weights inquiry, United States: submitted-comments; outcome: not stated
	// California SB 1047, California: opposed; outcome: bill-failed
}

// How much Meta commits itself to in a framework, and how much critics miss in it.
func ExampleMeasure() {
	framework := metapolicy.FrontierAIFramework
	commitments, gaps := 0, 0
	for range framework.Commitments() {
		commitments++
	}
	for range framework.Gaps() {
		gaps++
	}
	fmt.Printf("%v (%v): %d commitments, %d gaps\n", framework, framework.Year().Value, commitments, gaps)
	// Output:
	// Frontier AI Framework v1.1 (2025): 4 commitments, 11 gaps
}

// The criticism that has an answer, and who answers it.
func ExampleCriticism() {
	for c := range metapolicy.Llama4.Criticisms() {
		if answer := c.Value.Answer(); !answer.IsZero() {
			fmt.Println(c.ID())
			fmt.Println("answered by", strings.Join(answer.AttributedTo(), ", "))
		}
	}
	// Output:
	// llama-4/criticism/benchmark-manipulation
	// answered by Ahmad Al-Dahle
}

// Whom Llama enabled, and who built on it.
func ExampleRelation() {
	for r := range metapolicy.Llama.Relations() {
		switch r.Value.Kind {
		case metapolicy.RelationEnabled, metapolicy.RelationBuiltOn:
			fmt.Println(r.Value.From, r.Value.Kind, r.Value.To)
		}
	}
	// Output:
	// DeepSeek built-on Llama
	// Llama enabled Mistral
	// Llama enabled DeepSeek
	// Llama enabled Qwen
	// DeepSeek built-on Llama
}
