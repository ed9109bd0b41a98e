package mcpserver

import (
	"context"
	"errors"
	"time"

	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/toolset"
)

// working are the methods that take time.
var working = map[string]bool{"tools/call": true, "prompts/get": true, "resources/read": true, "completion/complete": true}

// limited has what takes time wait for its turn, and end in time.
func limited(turns *toolset.Turns, timeout time.Duration) mcp.Middleware {
	return func(next mcp.MethodHandler) mcp.MethodHandler {
		return func(ctx context.Context, method string, req mcp.Request) (mcp.Result, error) {
			if !working[method] {
				return next(ctx, method, req)
			}
			within := ctx
			if timeout > 0 {
				var cancel context.CancelFunc
				within, cancel = context.WithTimeout(ctx, timeout)
				defer cancel()
			}
			var result mcp.Result
			give, err := func() {}, error(nil)
			if turns != nil {
				give, err = turns.Take(within)
			}
			if err == nil {
				defer give()
				result, err = next(within, method, req)
			}
			late := within.Err() != nil && ctx.Err() == nil
			if err != nil && (late || errors.Is(err, toolset.ErrBusy)) {
				return refused(method, late, timeout)
			}
			return result, err
		}
	}
}

// refused says that a request had no turn or took too long: of a tool as a result, so
// that the model reads it.
func refused(method string, late bool, timeout time.Duration) (mcp.Result, error) {
	message := toolset.ErrBusy.Error()
	if late {
		message = "it took longer than " + timeout.String() + "; ask for less, or try again"
	}
	if method == "tools/call" {
		return &mcp.CallToolResult{Content: []mcp.Content{&mcp.TextContent{Text: message}}, IsError: true}, nil
	}
	return nil, &jsonrpc.Error{Code: jsonrpc.CodeInternalError, Message: message}
}
