package mcpserver_test

import (
	"context"
	"fmt"
	"log"
	"net/http"
	"net/http/httptest"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/mcpserver"
)

// A server over HTTP, and a client that asks for a note and a fact.
func Example() {
	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{})
	if err != nil {
		log.Fatal(err)
	}
	defer set.Close()
	server := mcpserver.New(set, mcpserver.Options{Version: "v1.0.0"})
	mux := http.NewServeMux()
	mux.Handle("/mcp", mcpserver.Handler(server, mcpserver.Options{}))
	listening := httptest.NewServer(mux)
	defer listening.Close()

	ctx := context.Background()
	client := mcp.NewClient(&mcp.Implementation{Name: "example", Version: "v1.0.0"}, nil)
	session, err := client.Connect(ctx, &mcp.StreamableClientTransport{Endpoint: listening.URL + "/mcp"}, nil)
	if err != nil {
		log.Fatal(err)
	}
	defer session.Close()
	result, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "read_footnote", Arguments: map[string]any{"footnote": "33"}})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(result.IsError, result.Content[0].(*mcp.TextContent).Text)
	read, err := session.ReadResource(ctx, &mcp.ReadResourceParams{URI: "footnote:meta-open-source-strategy/fact/llama-2/released"})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(read.Contents[0].MIMEType)
	// Output:
	// true no footnote 33; the article has 1 to 32
	// application/json
}
