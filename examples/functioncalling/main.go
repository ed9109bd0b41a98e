// Functioncalling has a language model answer a question about the built-in article with
// tools that it calls: it searches and reads as it sees fit, is told what is wrong with a
// call that it makes wrongly, and has its answer checked. OPENAI_BASE_URL (such as
// http://127.0.0.1:8080/v1), OPENAI_MODEL and OPENAI_API_KEY say which model.
package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

type message struct {
	Role       string     `json:"role"`
	Content    string     `json:"content"`
	ToolCallID string     `json:"tool_call_id,omitempty"`
	ToolCalls  []toolCall `json:"tool_calls,omitempty"`
}

type toolCall struct {
	ID       string `json:"id"`
	Type     string `json:"type"`
	Function struct {
		Name      string `json:"name"`
		Arguments string `json:"arguments"`
	} `json:"function"`
}

func main() {
	ctx, question := context.Background(), strings.Join(os.Args[1:], " ")
	set := must(toolset.New(metapolicy.Corpus(), toolset.Options{Gate: grounding.Gate{AllowRefusal: true}}))
	// search and fetch are for chat connectors, which know them by their names.
	operations := slices.DeleteFunc(toolset.Operations(), func(o toolset.Operation) bool { return o.TextIsJSON })
	tools := must(toolset.Definitions(toolset.OpenAIChat, operations))
	system := toolset.Instructions() + "\nFind the passages with the tools."
	talk := []message{{Role: "system", Content: system}, {Role: "user", Content: question}}
	for range 8 {
		reply := complete(ctx, map[string]any{"model": os.Getenv("OPENAI_MODEL"), "messages": talk, "tools": tools})
		if len(reply.ToolCalls) == 0 {
			check := must(set.CheckAnswer(ctx, toolset.CheckAnswerInput{Answer: reply.Content, Question: question}))
			fmt.Printf("%s\n\nPassed the check: %v\n", reply.Content, check.Passed)
			for _, f := range check.Failures {
				fmt.Printf("  %s: %s %v\n", f.Verdict, f.Message, f.Right)
			}
			fmt.Println(check.Notice)
			return
		}
		talk = append(talk, reply)
		for _, c := range reply.ToolCalls {
			result, err := set.Call(ctx, c.Function.Name, json.RawMessage(c.Function.Arguments))
			if mendable, ok := errors.AsType[*toolset.Error](err); ok {
				result.Text, err = mendable.Message, nil // which tells the model what to do
			}
			talk = append(talk, message{Role: "tool", ToolCallID: c.ID, Content: must(result.Text, err)})
		}
	}
	log.Fatal("the model only calls tools")
}

// complete returns what the model says next: calls of tools, or else its answer.
func complete(ctx context.Context, request map[string]any) message {
	body := must(json.Marshal(request))
	url := os.Getenv("OPENAI_BASE_URL") + "/chat/completions"
	req := must(http.NewRequestWithContext(ctx, http.MethodPost, url, bytes.NewReader(body)))
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Authorization", "Bearer "+os.Getenv("OPENAI_API_KEY"))
	resp := must((&http.Client{Timeout: 2 * time.Minute}).Do(req))
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		log.Fatalf("the model's server answers %d %s", resp.StatusCode, http.StatusText(resp.StatusCode))
	}
	var c struct{ Choices []struct{ Message message } }
	err := json.NewDecoder(io.LimitReader(resp.Body, 1<<20)).Decode(&c)
	if err != nil || len(c.Choices) == 0 {
		log.Fatalf("the model's server answers without a completion: %v", err)
	}
	return c.Choices[0].Message
}

// must returns v. Any error is the end.
func must[T any](v T, err error) T {
	if err != nil {
		log.Fatal(err)
	}
	return v
}
