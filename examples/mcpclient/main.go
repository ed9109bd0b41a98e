// Mcpclient starts "footnote mcp", or the command in its arguments, and uses it over
// the Model Context Protocol: it lists the tools, searches, reads the footnote of the
// first hit, and has a sentence checked.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/toolset"
)

func main() {
	command := []string{"go", "run", "github.com/footnote-go/footnote/cmd/footnote", "mcp"}
	if len(os.Args) > 1 {
		command = os.Args[1:]
	}
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	if err := run(ctx, os.Stdout, command); err != nil {
		log.Fatal(err)
	}
}

func run(ctx context.Context, w io.Writer, command []string) error {
	client := mcp.NewClient(&mcp.Implementation{Name: "footnote-example", Version: "1"}, nil)
	server := exec.CommandContext(ctx, command[0], command[1:]...)
	server.Stderr = os.Stderr
	session, err := client.Connect(ctx, &mcp.CommandTransport{Command: server}, nil)
	if err != nil {
		return err
	}
	defer session.Close()
	fmt.Fprintln(w, "The tools:")
	for tool, err := range session.Tools(ctx, nil) {
		if err != nil {
			return err
		}
		fmt.Fprintf(w, "  %s: %s\n", tool.Name, tool.Title)
	}

	// The output of a tool is a struct of package toolset.
	var found toolset.SearchPassagesOutput
	text, err := call(ctx, session, "search_passages", toolset.SearchPassagesInput{Question: "When was Llama 2 released?", K: 1}, &found)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\n%s", text)
	if len(found.Footnotes) > 0 {
		if text, err = call(ctx, session, "read_footnote", toolset.ReadFootnoteInput{Footnote: found.Footnotes[0].Ref()}, nil); err != nil {
			return err
		}
		fmt.Fprintf(w, "\n%s", text)
	}

	var check toolset.CheckAnswerOutput
	text, err = call(ctx, session, "check_answer", toolset.CheckAnswerInput{Answer: "Meta released Llama 2 in June 2023. [^4]"}, &check)
	if err != nil {
		return err
	}
	fmt.Fprintf(w, "\nThe check passed: %v\n%s", check.Passed, text)
	return nil
}

// call calls a tool. It returns the result as text for a model, and sets out, which may
// be nil, to the same as JSON has it.
func call(ctx context.Context, session *mcp.ClientSession, tool string, arguments, out any) (string, error) {
	result, err := session.CallTool(ctx, &mcp.CallToolParams{Name: tool, Arguments: arguments})
	if err != nil {
		return "", fmt.Errorf("%s: %w", tool, err)
	}
	text := ""
	for _, c := range result.Content {
		if t, ok := c.(*mcp.TextContent); ok {
			text += t.Text
		}
	}
	if result.IsError {
		return "", fmt.Errorf("%s: %s", tool, text) // what a model is to mend
	}
	if out == nil {
		return text, nil
	}
	data, err := json.Marshal(result.StructuredContent)
	if err != nil {
		return "", err
	}
	return text, json.Unmarshal(data, out)
}
