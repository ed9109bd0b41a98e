package toolset_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"

	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

// A program that runs a model hands its calls on by name, and what the model can mend
// back to it.
func Example() {
	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer set.Close()

	ctx := context.Background()
	for _, arguments := range []string{`{"footnote":"33"}`, `{"footnote":"8"}`} {
		result, err := set.Call(ctx, "read_footnote", json.RawMessage(arguments))
		if mendable, ok := errors.AsType[*toolset.Error](err); ok {
			fmt.Println("error:", mendable)
			continue
		}
		if err != nil {
			log.Fatal(err)
		}
		fmt.Print(result.Text)
	}
	// Output:
	// error: no footnote 33; the article has 1 to 32
	// Note [^8]:
	//
	// > Partnerships with Hugging Face, the Linux Foundation and AWS Bedrock — Overview and Research research sections
	//
	// The note names no source that a reader could open.
	//
	// It vouches, in meta-open-source-strategy#ecosystem-and-partnership-infrastructure.1, for:
	//
	// > In building its open-source ecosystem, Meta has not relied on model releases alone. It has kept up formal collaborations with Hugging Face (as a distribution platform the primary one for downloads of Llama and the community's fine-tunes), with the Linux Foundation (co-author of a 2025 study on the economic benefits from open-source AI) and with AWS Bedrock (where Llama is hosted for enterprise customers, which generates licensing revenue for Meta). Support, both financial and technical, for developer tooling, documentation and partnerships in research has consistently been a feature of the strategy.
}

// A Go program calls an operation as a method.
func ExampleSet_FindFacts() {
	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{BaseURL: "https://example.org"})
	if err != nil {
		log.Fatal(err)
	}
	defer set.Close()

	found, err := set.FindFacts(context.Background(), toolset.FindFactsInput{Entities: []string{"Llama 2"}, Properties: []string{"released"}})
	if err != nil {
		log.Fatal(err)
	}
	for _, f := range found.Facts {
		fmt.Println(f.Statement, f.Key)
		fmt.Println(f.URL)
	}
	// Output:
	// Meta released Llama 2 in July 2023. [^4]
	// https://example.org/a/meta-open-source-strategy#the-llama-release-timeline.2.1:~:text=Llama%202%20%28July%202023%29%20was,model%20under%20an%20open%20license
}

// A draft is checked before anybody sees it.
func ExampleSet_CheckAnswer() {
	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer set.Close()

	checked, err := set.CheckAnswer(context.Background(), toolset.CheckAnswerInput{
		Answer: "Llama 2 came out in July 2022.[^4] Its license has a threshold of 700 million monthly active users.[^5]",
	})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println("passed:", checked.Passed)
	for _, f := range checked.Failures {
		fmt.Printf("%s: %s %v\n", f.Verdict, f.Message, f.Right)
	}
	// Output:
	// passed: false
	// contradicted: the claim says “July 2022”, the article “July 2023” []
	// miscited: the cited note does not cover what backs it [[^4]]
}

// Runtimes take the definitions of tools in forms of their own.
func ExampleDefinitions() {
	definitions, err := toolset.Definitions(toolset.Anthropic, toolset.Operations())
	if err != nil {
		log.Fatal(err)
	}
	var tools []struct{ Name string }
	if err := json.Unmarshal(definitions, &tools); err != nil {
		log.Fatal(err)
	}
	fmt.Println(len(tools), tools[0].Name)
	// Output: 10 search_passages
}
