package mcpserver

import (
	"context"
	"errors"
	"time"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/toolset"
)

// addTools adds the operations as tools.
func addTools(server *mcp.Server, set *toolset.Set) {
	no := false
	for _, o := range toolset.Operations() {
		server.AddTool(&mcp.Tool{
			Name: o.Name, Title: o.Title, Description: o.Description,
			InputSchema: o.Input, OutputSchema: o.Output,
			Annotations: &mcp.ToolAnnotations{
				Title: o.Title, ReadOnlyHint: true, IdempotentHint: true,
				DestructiveHint: &no, OpenWorldHint: &no,
			},
		}, tool(set, o.Name))
	}
}

// tool returns what calls an operation.
func tool(set *toolset.Set, name string) mcp.ToolHandler {
	return func(ctx context.Context, req *mcp.CallToolRequest) (*mcp.CallToolResult, error) {
		begun := time.Now()
		result, err := set.Call(withProgress(ctx, req), name, req.Params.Arguments)
		level, outcome := levelInfo, "done"
		defer func() {
			log(ctx, req.Session, level, map[string]any{"tool": name, "outcome": outcome, "ms": float64(time.Since(begun).Microseconds()) / 1000})
		}()
		if mendable, ok := errors.AsType[*toolset.Error](err); ok {
			level, outcome = levelNotice, string(mendable.Code)
			out := &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: mendable.Message}}, IsError: true}
			return out, nil
		}
		if err != nil {
			level, outcome = levelError, "failed"
			if ctx.Err() != nil {
				return nil, err
			}
			return nil, &jsonrpc.Error{Code: jsonrpc.CodeInternalError, Message: name + " failed; it is not the arguments: try again later"}
		}
		return &mcp.CallToolResult{
			Content:           []mcp.Content{&mcp.TextContent{Text: result.Text}},
			StructuredContent: result.JSON,
		}, nil
	}
}

// progressInterval is how long a client isn't told of progress after it was.
const progressInterval = 50 * time.Millisecond

// withProgress passes progress on to a client that asked for it: what comes first,
// what comes last, and between them not too often.
func withProgress(ctx context.Context, req *mcp.CallToolRequest) context.Context {
	token := req.Params.GetProgressToken()
	if token == nil {
		return ctx
	}
	var last time.Time
	return toolset.WithProgress(ctx, func(done, total int) {
		if done < total && time.Since(last) < progressInterval {
			return
		}
		last = time.Now()
		// A client that is gone misses nothing.
		_ = req.Session.NotifyProgress(ctx, &mcp.ProgressNotificationParams{
			ProgressToken: token, Progress: float64(done), Total: float64(total), Message: "statements checked",
		})
	})
}
