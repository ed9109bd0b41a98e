// Functioncalling lets a language model answer a question about the built-in article
// with tools that it calls: it searches and reads as it sees fit, is told what is wrong
// with a call that it makes wrongly, and has its answer checked.
//
// OPENAI_BASE_URL, OPENAI_MODEL and OPENAI_API_KEY say which model, behind any server
// that has OpenAI's API with tools.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

func main() {
	m, err := modelFrom(os.Getenv)
	if err != nil {
		log.Fatal(err)
	}
	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{Gate: grounding.Gate{AllowRefusal: true}})
	if err != nil {
		log.Fatal(err)
	}
	defer set.Close()
	if err := run(context.Background(), os.Stdout, set, m, strings.Join(os.Args[1:], " ")); err != nil {
		log.Fatal(err)
	}
}

// run prints what the model answers, and what the check makes of it.
func run(ctx context.Context, w io.Writer, set *toolset.Set, m *model, question string) error {
	answer, err := ask(ctx, set, m, question)
	if err != nil {
		return err
	}
	check, err := set.CheckAnswer(ctx, toolset.CheckAnswerInput{Answer: answer, Question: question})
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "%s\n\nPassed the check: %v\n", answer, check.Passed)
	for _, f := range check.Failures {
		fmt.Fprintf(w, "  %s: %s %v\n", f.Verdict, f.Message, f.Right)
	}
	fmt.Fprintln(w, check.Notice)
	return nil
}

const maxRounds = 8 // of calls, before the model has to answer

// ask returns what the model answers in the end.
func ask(ctx context.Context, set *toolset.Set, m *model, question string) (string, error) {
	// search and fetch are for chat connectors, which know them by their names.
	operations := slices.DeleteFunc(toolset.Operations(), func(o toolset.Operation) bool { return o.TextIsJSON })
	tools, err := toolset.Definitions(toolset.OpenAIChat, operations)
	if err != nil {
		return "", err
	}
	talk := []message{
		{Role: "system", Content: toolset.Instructions() + "\nFind the passages with the tools."},
		{Role: "user", Content: question},
	}
	for range maxRounds {
		reply, err := m.complete(ctx, talk, tools)
		if err != nil {
			return "", err
		}
		if len(reply.ToolCalls) == 0 {
			return reply.Content, nil
		}
		talk = append(talk, reply)
		for _, c := range reply.ToolCalls {
			text, err := call(ctx, set, c)
			if err != nil {
				return "", err
			}
			talk = append(talk, message{Role: "tool", ToolCallID: c.ID, Content: text})
		}
	}
	return "", fmt.Errorf("no answer after %d rounds of calls", maxRounds)
}

// call does what the model asks for. What it can mend it is told: that is no error.
func call(ctx context.Context, set *toolset.Set, c toolCall) (string, error) {
	result, err := set.Call(ctx, c.Function.Name, json.RawMessage(c.Function.Arguments))
	if mendable, ok := errors.AsType[*toolset.Error](err); ok {
		return mendable.Message, nil
	}
	return result.Text, err
}
