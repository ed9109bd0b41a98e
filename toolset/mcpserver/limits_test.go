package mcpserver_test

import (
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/mcpserver"
)

// slowServer makes a server over the town whose checks go on until somebody ends them, and
// says when one begins.
func slowServer(t *testing.T, o mcpserver.Options) (*mcp.Server, waiting) {
	t.Helper()
	judge := waiting{make(chan struct{}, 10), make(chan struct{}, 10)}
	checker, err := grounding.New(town(), grounding.Options{Judge: judge})
	if err != nil {
		t.Fatal(err)
	}
	_, set := newServer(t, town(), toolset.Options{Checker: checker})
	return mcpserver.New(set, o), judge
}

// slowCall asks for a slow check; the client writes into what it is given.
func slowCall() *mcp.CallToolParams {
	return &mcp.CallToolParams{Name: "check_answer", Arguments: map[string]any{"answer": "The wheel was never efficient because it is wide.[mill^ä]"}}
}

// textOf returns the text of a result that is an error.
func textOf(t *testing.T, r *mcp.CallToolResult, err error) string {
	t.Helper()
	if err != nil || !r.IsError {
		t.Fatalf("%+v, %v; want an error of the tool", r, err)
	}
	return r.Content[0].(*mcp.TextContent).Text
}

func TestTimeout(t *testing.T) {
	for _, over := range transports {
		server, judge := slowServer(t, mcpserver.Options{Timeout: 50 * time.Millisecond})
		session := connect(t, server, over, nil)
		r, err := session.CallTool(t.Context(), slowCall())
		if text := textOf(t, r, err); !strings.Contains(text, "longer than 50ms") {
			t.Errorf("%s: %q", over, text)
		}
		receive(t, judge.ended)
		if _, err := session.ListTools(t.Context(), nil); err != nil {
			t.Errorf("%s: the next call: %v", over, err)
		}
	}
}

// TestTurns: one call runs, one waits, one is turned away; what takes no time needs no
// turn, and those that were cancelled give theirs back.
func TestTurns(t *testing.T) {
	server, judge := slowServer(t, mcpserver.Options{Turns: toolset.NewTurns(1, 1)})
	session := connect(t, server, "memory", nil)
	ctx, cancel := context.WithCancel(t.Context())
	type ended struct {
		result *mcp.CallToolResult
		err    error
	}
	done := make(chan ended, 3)
	call := func() {
		r, err := session.CallTool(ctx, slowCall())
		done <- ended{r, err}
	}
	go call()
	receive(t, judge.asked)
	go call()
	go call()
	e := receive(t, done)
	if text := textOf(t, e.result, e.err); !strings.Contains(text, "too many") {
		t.Errorf("one too many: %q", text)
	}
	if _, err := session.ListTools(t.Context(), nil); err != nil {
		t.Errorf("a list: %v", err)
	}
	cancel()
	for range 2 {
		if e := receive(t, done); e.err == nil {
			t.Errorf("a cancelled call: %+v", e.result)
		}
	}
	// The server learns of that a little later.
	patient, stop := context.WithTimeout(t.Context(), patience)
	defer stop()
	for {
		r, err := session.CallTool(patient, &mcp.CallToolParams{Name: "list_sections"})
		if err != nil {
			t.Fatalf("afterwards: %v", err)
		}
		if !r.IsError {
			return
		}
	}
}

// TestMaxSessions: who has a session goes on where nobody else gets one.
func TestMaxSessions(t *testing.T) {
	server, _ := newServer(t, town(), toolset.Options{})
	h := mcpserver.Handler(server, mcpserver.Options{MaxSessions: 1})
	post := func(session, body string) *httptest.ResponseRecorder {
		r := httptest.NewRequest(http.MethodPost, "http://127.0.0.1/mcp", strings.NewReader(body))
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		if session != "" {
			r.Header.Set("Mcp-Session-Id", session)
		}
		w := httptest.NewRecorder()
		h.ServeHTTP(w, r)
		return w
	}
	const hello = `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}`
	first := post("", hello)
	session := first.Header().Get("Mcp-Session-Id")
	if first.Code != http.StatusOK || session == "" {
		t.Fatalf("the first: %d %s", first.Code, first.Body)
	}
	if w := post("", hello); w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("the second: %d %s", w.Code, w.Body)
	}
	if w := post(session, `{"jsonrpc":"2.0","id":2,"method":"ping"}`); w.Code != http.StatusOK {
		t.Errorf("a ping of the first: %d %s", w.Code, w.Body)
	}
}
