package mcpserver_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"sync"
	"testing"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/mcpserver"
)

const greeting = `{"jsonrpc":"2.0","id":0,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"v1.0.0"}}}
{"jsonrpc":"2.0","method":"notifications/initialized"}
`

// TestServe: everything is answered, also where the input ends before it is.
func TestServe(t *testing.T) {
	var in strings.Builder
	in.WriteString(greeting)
	for i := range 50 {
		fmt.Fprintf(&in, `{"jsonrpc":"2.0","id":%d,"method":"tools/call","params":{"name":"search_passages","arguments":{"question":"Who built the mill?"}}}`+"\n", 3*i+1)
		fmt.Fprintf(&in, `{"jsonrpc":"2.0","id":"%d","method":"tools/call","params":[]}`+"\n", 3*i+2)
		fmt.Fprintf(&in, `{"jsonrpc":"2.0","id":%d,"method":"nothing"}`+"\n", 3*i+3)
	}
	for _, tt := range []struct {
		reason string
		reader io.Reader
	}{
		{"all at once", strings.NewReader(in.String())},
		{"byte by byte", bytewise{strings.NewReader(in.String())}},
		{"no line end at the end", strings.NewReader(strings.TrimSpace(in.String()))},
	} {
		server, _ := newServer(t, town(), toolset.Options{})
		var out bytes.Buffer
		if err := mcpserver.Serve(t.Context(), server, tt.reader, &out); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
		}
		if n := strings.Count(out.String(), "\n"); n != 151 {
			t.Errorf("%s: %d of 151 are answered", tt.reason, n)
		}
	}
}

type bytewise struct{ r io.Reader }

func (b bytewise) Read(p []byte) (int, error) { return b.r.Read(p[:min(1, len(p))]) }

// slow is a call that lasts until a judge judges.
const slow = `{"jsonrpc":"2.0","id":1,"method":"tools/call","params":{"name":"check_answer","arguments":{"answer":"The wheel was never efficient because it is wide.[mill^ä]"}}}` + "\n"

// TestServeEnds: it waits no longer than there is something to wait for.
func TestServeEnds(t *testing.T) {
	for _, tt := range []struct {
		reason string
		after  string // what the client says while the call lasts
		end    func(cancel func())
		want   error
	}{
		{"the context ends", "", func(cancel func()) { cancel() }, context.Canceled},
		{"the client cancels the call", `{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}` + "\n", func(func()) {}, nil},
	} {
		judge := waiting{make(chan struct{}), make(chan struct{})}
		checker, err := grounding.New(town(), grounding.Options{Judge: judge})
		if err != nil {
			t.Fatal(err)
		}
		server, _ := newServer(t, town(), toolset.Options{Checker: checker})
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		in, write := io.Pipe()
		out := &closable{}
		ended := make(chan error, 1)
		go func() { ended <- mcpserver.Serve(ctx, server, in, out) }()
		if _, err := io.WriteString(write, greeting+slow); err != nil {
			t.Fatal(err)
		}
		receive(t, judge.asked)
		if _, err := io.WriteString(write, tt.after); err != nil {
			t.Fatal(err)
		}
		write.Close()
		tt.end(cancel)
		receive(t, judge.ended)
		if err := receive(t, ended); !errors.Is(err, tt.want) {
			t.Errorf("%s: it ends with %v, want %v", tt.reason, err, tt.want)
		}
	}
}

// closable is an output that can break.
type closable struct {
	mu     sync.Mutex
	closed bool
}

func (c *closable) Write(p []byte) (int, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.closed {
		return 0, io.ErrClosedPipe
	}
	return len(p), nil
}

// TestServeBrokenOutput: nobody waits for answers that nobody reads.
func TestServeBrokenOutput(t *testing.T) {
	server, _ := newServer(t, town(), toolset.Options{})
	ended := make(chan error, 1)
	go func() {
		ended <- mcpserver.Serve(t.Context(), server, strings.NewReader(greeting+`{"jsonrpc":"2.0","id":1,"method":"ping"}`+"\n"), &closable{closed: true})
	}()
	receive(t, ended)
}

// TestServeNoJSON: a line that is no message is told of, and those behind it are
// answered.
func TestServeNoJSON(t *testing.T) {
	server, _ := newServer(t, town(), toolset.Options{})
	for _, tt := range []struct{ reason, line string }{
		{"words", "hello"},
		{"a message that was cut", `{"jsonrpc":"2.0","id":7,"met`},
		{"two in a line", `{"jsonrpc":"2.0","id":7,"method":"ping"} {"jsonrpc":"2.0","id":8,"method":"ping"}`},
		{"bytes", "\x00\xff"},
	} {
		var out strings.Builder
		in := strings.NewReader(greeting + "\n\n" + tt.line + "\n" + `{"jsonrpc":"2.0","id":9,"method":"ping"}`)
		if err := mcpserver.Serve(t.Context(), server, in, &out); err != nil {
			t.Errorf("%s: %v", tt.reason, err)
		}
		if got := out.String(); strings.Count(got, `"code":-32700`) != 1 || !strings.Contains(got, `"id":9,"result"`) {
			t.Errorf("%s: %s", tt.reason, got)
		}
	}
}

func FuzzServe(f *testing.F) {
	server, _ := newServer(f, town(), toolset.Options{})
	f.Add([]byte(greeting))
	f.Add([]byte("hello\n{}\n[]\n5\n" + greeting))
	f.Add([]byte(greeting + `{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"fetch","arguments":{"id":"mill#top.1"}}}`))
	f.Fuzz(func(t *testing.T, in []byte) {
		if len(in) > 4000 {
			return
		}
		ctx, cancel := context.WithTimeout(t.Context(), patience)
		defer cancel()
		var out strings.Builder
		_ = mcpserver.Serve(ctx, server, bytes.NewReader(in), &out) // what is no message may end it
		if ctx.Err() != nil {
			t.Errorf("%q: it doesn't end", in)
		}
	})
}
