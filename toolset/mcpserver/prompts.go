package mcpserver

import (
	"context"
	"encoding/json"
	"fmt"
	"strconv"
	"strings"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/toolset"
)

// addPrompts adds the prompts for writing an answer and for mending one.
func addPrompts(server *mcp.Server, set *toolset.Set) {
	server.AddPrompt(&mcp.Prompt{
		Name: "answer_with_citations", Title: "Answer with citations",
		Description: "Answer a question from the article, each sentence with the mark of the footnote that vouches for it.",
		Arguments: []*mcp.PromptArgument{
			{Name: "question", Title: "Question", Description: "what to answer", Required: true},
			{Name: "tokens", Title: "Tokens", Description: "how many tokens of passages to put in, 4000 if left out"},
		},
	}, func(ctx context.Context, req *mcp.GetPromptRequest) (*mcp.GetPromptResult, error) {
		question, err := argument(req, "question")
		if err != nil {
			return nil, err
		}
		tokens := 0
		if given := strings.TrimSpace(req.Params.Arguments["tokens"]); given != "" {
			if tokens, err = strconv.Atoi(given); err != nil || tokens < 1 || tokens > maxPromptTokens {
				return nil, invalidParams("tokens is %q; it is a number from 1 to %d", given, maxPromptTokens)
			}
		}
		p, err := set.AnswerPrompt(ctx, question, tokens)
		return prompt("Answer with citations", p.Text), mended(err)
	})
	server.AddPrompt(&mcp.Prompt{
		Name: "check_draft", Title: "Check a draft",
		Description: "Check a draft against the article and have it mended by what the check finds.",
		Arguments: []*mcp.PromptArgument{
			{Name: "draft", Title: "Draft", Description: "the answer to check, with its marks", Required: true},
			{Name: "question", Title: "Question", Description: "what was asked"},
		},
	}, func(ctx context.Context, req *mcp.GetPromptRequest) (*mcp.GetPromptResult, error) {
		draft, err := argument(req, "draft")
		if err != nil {
			return nil, err
		}
		r, err := set.Check(ctx, grounding.Answer{Text: draft, Question: req.Params.Arguments["question"]})
		if err != nil {
			return nil, mended(err)
		}
		text, err := set.RevisePrompt(draft, r)
		return prompt("Mend a draft", text), mended(err)
	})
}

// maxPromptTokens is how many tokens of passages a prompt may have.
const maxPromptTokens = 100_000

// argument returns an argument that a prompt needs.
func argument(req *mcp.GetPromptRequest, name string) (string, error) {
	value := req.Params.Arguments[name]
	if strings.TrimSpace(value) == "" {
		return "", invalidParams("the argument %q is missing or empty", name)
	}
	return value, nil
}

func prompt(description, text string) *mcp.GetPromptResult {
	return &mcp.GetPromptResult{Description: description, Messages: []*mcp.PromptMessage{{Role: "user", Content: &mcp.TextContent{Text: text}}}}
}

func invalidParams(format string, args ...any) error {
	return &jsonrpc.Error{Code: jsonrpc.CodeInvalidParams, Message: fmt.Sprintf(format, args...)}
}

// mended makes an error of the protocol of one that the caller can mend.
func mended(err error) error {
	if e, ok := err.(*toolset.Error); ok {
		return invalidParams("%s", e.Message)
	}
	return err
}

// arguments writes arguments of a call.
func arguments(m map[string]string) json.RawMessage {
	b, _ := json.Marshal(m) // strings always are JSON
	return b
}
