package mcpserver

//lint:file-ignore SA1019 MCP 2026-07-28 drops logging; clients of the versions before it still ask for it.

import (
	"context"

	"github.com/modelcontextprotocol/go-sdk/mcp"
)

// The levels at which calls are logged: those that succeed, those whose caller can
// mend them, and others.
const (
	levelInfo   mcp.LoggingLevel = "info"
	levelNotice mcp.LoggingLevel = "notice"
	levelError  mcp.LoggingLevel = "error"
)

// withLogging adds to capabilities that calls are logged.
func withLogging(c *mcp.ServerCapabilities) *mcp.ServerCapabilities {
	c.Logging = &mcp.LoggingCapabilities{}
	return c
}

// log sends a line to a client that wants its level.
func log(ctx context.Context, session *mcp.ServerSession, level mcp.LoggingLevel, data map[string]any) {
	_ = session.Log(ctx, &mcp.LoggingMessageParams{Logger: "footnote", Level: level, Data: data})
}
