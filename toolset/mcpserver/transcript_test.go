package mcpserver_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/modelcontextprotocol/go-sdk/mcp"
	"github.com/rogpeppe/go-internal/txtar"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/mcpserver"
)

var update = flag.Bool("update", false, "write what the server says into the transcripts")

// town is the corpus of toolset's tests.
var town = sync.OnceValue(func() *corpus.Corpus {
	c, err := corpus.Read(os.DirFS("../testdata/town"))
	if err != nil {
		panic(err)
	}
	return c
})

// newServer makes a server whose set is closed when the test ends.
func newServer(t testing.TB, c *corpus.Corpus, o toolset.Options) (*mcp.Server, *toolset.Set) {
	t.Helper()
	set, err := toolset.New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := set.Close(); err != nil {
			t.Error(err)
		}
	})
	return mcpserver.New(set, mcpserver.Options{Version: "v1.2.3"}), set
}

// patience is how long a server may take for one message.
const patience = 30 * time.Second

// TestTranscripts sends the lines "client" of each file in testdata to a server, waits
// for the answer to each request, and compares all that the server says with "server".
func TestTranscripts(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			t.Parallel()
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			var client, want string
			for _, f := range archive.Files {
				switch f.Name {
				case "client":
					client = string(f.Data)
				case "server":
					want = string(f.Data)
				default:
					t.Fatalf("a file %q", f.Name)
				}
			}
			server, _ := newServer(t, town(), toolset.Options{})
			got := converse(t, server, client)
			if *update {
				archive.Files = []txtar.File{{Name: "client", Data: []byte(client)}, {Name: "server", Data: []byte(got)}}
				if err := os.WriteFile(path, txtar.Format(archive), 0o666); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(strings.Split(want, "\n"), strings.Split(got, "\n")); diff != "" {
				t.Errorf("(-want +got), run with -update if the change is meant:\n%s", diff)
			}
		})
	}
}

// A wire is a server's standard input and output.
type wire struct {
	in    io.WriteCloser
	lines chan []byte // closed at the end
	done  chan error  // of the server
}

// dial runs a server as a client runs it.
func dial(t *testing.T, server *mcp.Server) *wire {
	t.Helper()
	inRead, inWrite := io.Pipe()
	outRead, outWrite := io.Pipe()
	w := &wire{in: inWrite, lines: make(chan []byte), done: make(chan error, 1)}
	ctx, cancel := context.WithCancel(t.Context())
	t.Cleanup(func() {
		cancel()
		inWrite.Close()
		outRead.Close()
	})
	go func() {
		w.done <- server.Run(ctx, &mcp.IOTransport{Reader: inRead, Writer: outWrite})
		outWrite.Close()
		inRead.Close()
	}()
	go func() {
		defer close(w.lines)
		for r := bufio.NewReader(outRead); ; {
			line, err := r.ReadBytes('\n')
			if err != nil {
				return
			}
			select {
			case w.lines <- line:
			case <-ctx.Done():
				return
			}
		}
	}()
	return w
}

// read returns the next message, false at the end.
func (w *wire) read(t *testing.T) ([]byte, bool) {
	t.Helper()
	select {
	case line, ok := <-w.lines:
		return line, ok
	case <-time.After(patience):
		t.Fatal("the server says nothing")
		return nil, false
	}
}

// A message is what there is to see of one without knowing more of it.
type message struct {
	ID     json.RawMessage
	Method string
}

// hello is the ID of requests whose answer a transcript leaves out: it is in those of
// initialize.
const hello = `"hello"`

// converse sends lines to a server and returns all that it says, for reading.
func converse(t *testing.T, server *mcp.Server, client string) string {
	t.Helper()
	w := dial(t, server)
	var b strings.Builder
	open := true
	for line := range strings.Lines(client) {
		if !open {
			t.Fatalf("the server is gone before %s", line)
		}
		if _, err := io.WriteString(w.in, line); err != nil {
			t.Fatal(err)
		}
		var sent message
		if json.Unmarshal([]byte(line), &sent) == nil && sent.ID == nil {
			continue // a notification
		}
		for {
			var said []byte
			if said, open = w.read(t); !open {
				b.WriteString("(the server is gone)\n")
				break
			}
			if string(sent.ID) != hello {
				b.WriteString(readable(t, said))
			}
			var m message
			if err := json.Unmarshal(said, &m); err != nil {
				t.Fatal(err)
			}
			if m.Method == "" && bytes.Equal(m.ID, sent.ID) {
				break
			}
		}
	}
	w.in.Close()
	for open {
		var said []byte
		if said, open = w.read(t); open {
			b.WriteString(readable(t, said))
		}
	}
	select {
	case <-w.done:
	case <-time.After(patience):
		t.Fatal("the server doesn't end")
	}
	return b.String()
}

var (
	// schemas stand in toolset's definitions.golden: see TestList.
	schemas = regexp.MustCompile(`(?m)^( *)"(inputSchema|outputSchema)": \{\n(?s:.*?)\n {8}\}`)
	// milliseconds are another each time, and not every architecture agrees on the
	// last digits of scores.
	milliseconds = regexp.MustCompile(`"ms": [0-9.e-]+`)
	long         = regexp.MustCompile(`\b(\d+\.\d{4})\d+\b`)
)

// unescape undoes what only HTML needs.
var unescape = strings.NewReplacer(`\u003c`, "<", `\u003e`, ">", `\u0026`, "&")

// readable indents a message and shortens what is another each time.
func readable(t *testing.T, line []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, bytes.TrimSpace(line), "", "  "); err != nil {
		t.Fatal(err)
	}
	s := unescape.Replace(schemas.ReplaceAllString(b.String(), `$1"$2": {…}`))
	s = milliseconds.ReplaceAllString(s, `"ms": …`)
	return long.ReplaceAllString(s, "$1") + "\n"
}
