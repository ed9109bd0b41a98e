package mcpserver_test

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/mcpserver"
)

// What public clients of other languages found, here for those who test without them:
// they are in module interop.

// TestEveryResourceHasText reads an article and a section in which nothing stands:
// clients refuse contents without text.
func TestEveryResourceHasText(t *testing.T) {
	c, err := corpus.Read(fstest.MapFS{
		"none.md": {},
		"some.md": {Data: []byte("# Some\n\nText.\n\n## Sources\n")},
	}, ".")
	if err != nil {
		t.Fatal(err)
	}
	ours, theirs := mcp.NewInMemoryTransports()
	if _, err := serverOf(t, c).Connect(t.Context(), ours, nil); err != nil {
		t.Fatal(err)
	}
	client, err := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "1"}, nil).Connect(t.Context(), theirs, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer client.Close()
	for _, test := range []struct{ uri, want, reason string }{
		{"footnote:none", "\n", "an article without text"},
		{"footnote:some/section/sources", "The section has no passages.\n", "a section without text"},
	} {
		result, err := client.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: test.uri})
		if err != nil {
			t.Errorf("%s: %v", test.reason, err)
			continue
		}
		if got := result.Contents[0].Text; got != test.want {
			t.Errorf("%s: text %q, want %q", test.reason, got, test.want)
		}
	}
}

// serverOf returns a server of a corpus.
func serverOf(t *testing.T, c *corpus.Corpus) *mcp.Server {
	set, err := toolset.New(c, toolset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { set.Close() })
	return mcpserver.New(set, mcpserver.Options{})
}

// TestHandlerRevisions begins over HTTP by a revision of the protocol with sessions and
// by one without.
func TestHandlerRevisions(t *testing.T) {
	server := httptest.NewServer(mcpserver.Handler(serverOf(t, metapolicy.Corpus()), mcpserver.Options{}))
	defer server.Close()
	for _, test := range []struct {
		version, method, params string
		session                 bool
		reason                  string
	}{
		{"2025-11-25", "initialize", `{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}`,
			true, "a session begins"},
		{"2026-07-28", "server/discover", `{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}`,
			false, "each request stands alone"},
		{"2026-07-28", "tools/list", `{"_meta":{"io.modelcontextprotocol/protocolVersion":"2026-07-28","io.modelcontextprotocol/clientCapabilities":{}}}`,
			false, "nothing has to come before"},
	} {
		body := `{"jsonrpc":"2.0","id":1,"method":"` + test.method + `","params":` + test.params + `}`
		request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, server.URL, strings.NewReader(body))
		if err != nil {
			t.Fatal(err)
		}
		request.Header.Set("Content-Type", "application/json")
		request.Header.Set("Accept", "application/json, text/event-stream")
		request.Header.Set("Mcp-Protocol-Version", test.version)
		request.Header.Set("Mcp-Method", test.method)
		response, err := server.Client().Do(request)
		if err != nil {
			t.Fatal(err)
		}
		answer, err := io.ReadAll(response.Body)
		response.Body.Close()
		session := response.Header.Get("Mcp-Session-Id")
		if err != nil || response.StatusCode != http.StatusOK || !strings.Contains(string(answer), `"result"`) || (session != "") != test.session {
			t.Errorf("%s: %s %s: status %d, session %q, %.300s (%v)", test.reason, test.version, test.method, response.StatusCode, session, answer, err)
		}
	}
}
