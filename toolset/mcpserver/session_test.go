package mcpserver_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"
	"github.com/modelcontextprotocol/go-sdk/jsonrpc"
	"github.com/modelcontextprotocol/go-sdk/mcp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/mcpserver"
)

// connect connects the SDK's own client to a server, over what carries messages.
func connect(t *testing.T, server *mcp.Server, over string, o *mcp.ClientOptions) *mcp.ClientSession {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*patience)
	t.Cleanup(cancel)
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "v1.0.0"}, o)
	var transport mcp.Transport
	if over == "http" {
		s := httptest.NewServer(mcpserver.Handler(server, mcpserver.Options{}))
		t.Cleanup(s.Close)
		transport = &mcp.StreamableClientTransport{Endpoint: s.URL}
	} else {
		ours, theirs := mcp.NewInMemoryTransports()
		if _, err := server.Connect(ctx, theirs, nil); err != nil {
			t.Fatal(err)
		}
		transport = ours
	}
	session, err := client.Connect(ctx, transport, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := session.Close(); err != nil {
			t.Error(err)
		}
	})
	return session
}

var transports = []string{"memory", "http"}

// calls have one call of each tool.
var calls = map[string]map[string]any{
	"search_passages": {"question": "Who built the mill?", "k": 2},
	"read_passage":    {"passage": "mill#water-wheel.2", "before": 1},
	"read_footnote":   {"footnote": "mill^fact:f_x"},
	"find_facts":      {"entities": []string{"Old Mill"}},
	"timeline":        {},
	"check_answer":    {"answer": "The mill was built in 1786.[mill^1] The wheel has 32 blades."},
	"cite_answer":     {"answer": "The mill was built in 1768."},
	"list_sections":   {},
	"search":          {"query": "rye"},
	"fetch":           {"id": "mill#top.1"},
}

// TestList: the tools are those of toolset, as it defines them.
func TestList(t *testing.T) {
	definitions, err := toolset.Definitions(toolset.MCP, toolset.Operations())
	if err != nil {
		t.Fatal(err)
	}
	var want struct{ Tools []map[string]any }
	if err := json.Unmarshal(definitions, &want); err != nil {
		t.Fatal(err)
	}
	slices.SortFunc(want.Tools, func(a, b map[string]any) int { return strings.Compare(a["name"].(string), b["name"].(string)) })
	for _, over := range transports {
		server, _ := newServer(t, town(), toolset.Options{})
		list, err := connect(t, server, over, nil).ListTools(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		data, err := json.Marshal(list.Tools)
		if err != nil {
			t.Fatal(err)
		}
		var got []map[string]any
		if err := json.Unmarshal(data, &got); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want.Tools, got); diff != "" {
			t.Errorf("%s: (-want +got):\n%s", over, diff)
		}
	}
}

// TestTools: each tool gives what toolset gives, which fits its schema.
func TestTools(t *testing.T) {
	for _, over := range transports {
		server, set := newServer(t, town(), toolset.Options{})
		session := connect(t, server, over, nil)
		for _, o := range toolset.Operations() {
			arguments, ok := calls[o.Name]
			if !ok {
				t.Errorf("%s is not called", o.Name)
				continue
			}
			data, err := json.Marshal(arguments)
			if err != nil {
				t.Fatal(err)
			}
			want, err := set.Call(t.Context(), o.Name, data)
			if err != nil {
				t.Fatal(err)
			}
			got, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: o.Name, Arguments: arguments})
			if err != nil {
				t.Errorf("%s: %s: %v", over, o.Name, err)
				continue
			}
			if got.IsError || len(got.Content) != 1 || got.Content[0].(*mcp.TextContent).Text != want.Text {
				t.Errorf("%s: %s: the content is %v", over, o.Name, got.Content)
			}
			if o.TextIsJSON != json.Valid([]byte(want.Text)) {
				t.Errorf("%s: the text is JSON: %v", o.Name, !o.TextIsJSON)
			}
			var wantValue any
			if err := json.Unmarshal(want.JSON, &wantValue); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(wantValue, got.StructuredContent); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", over, o.Name, diff)
			}
			schema, err := o.Output.Resolve(&jsonschema.ResolveOptions{})
			if err != nil {
				t.Fatal(err)
			}
			if err := schema.Validate(got.StructuredContent); err != nil {
				t.Errorf("%s: %s: %v", over, o.Name, err)
			}

			wrong, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: o.Name, Arguments: map[string]any{"nothing": 1}})
			if err != nil || !wrong.IsError || wrong.StructuredContent != nil {
				t.Errorf("%s: %s with a wrong argument: %v, %v", over, o.Name, wrong, err)
			}
		}
	}
}

// odd has labels, headings and an ID that need escaping.
const odd = `# Ödd: "things" & más

It hums.[^fact:f_x] It sings.[^ä][^a/b?c#d%e&f+g] It rings.[^a:~:text=b] It swings.[^100%] It clings.[^~.-_][^%41]

## Größe / 日本 & "so"

It is long.[^LONG]

## 2.1

Two.[^a^b]

### !

Three.

[^fact:f_x]: one
[^ä]: two
[^a/b?c#d%e&f+g]: three
[^a:~:text=b]: four
[^LONG]: five
[^a^b]: six
`

// oddTown are odd articles, with facts whose IDs are.
func oddTown(t *testing.T) *corpus.Corpus {
	dir := t.TempDir()
	text := strings.ReplaceAll(odd, "LONG", strings.Repeat("l", 900))
	for name, data := range map[string]string{
		"ödd 1.md":          text,
		"plain.md":          text,
		"plain.facts.jsonl": `{"id":"ö-b/c%25/e%f+?","kind":"event","statement":"It hums.","subject":"It","property":"hum","status":["stated"],"evidence":[{"passage":"plain#top.1","quote":"It hums."}]}` + "\n" + `{"id":"plain/hum","kind":"event","statement":"It hums.","subject":"It","property":"hum","status":["stated"],"evidence":[{"passage":"plain#top.1","quote":"It hums."}]}` + "\n",
	} {
		if err := os.WriteFile(dir+"/"+name, []byte(data), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	c, err := corpus.Read(os.DirFS(dir))
	if err != nil {
		t.Fatal(err)
	}
	if plain, ok := c.Article("plain"); !ok || plain.Facts().Len() != 2 || plain.Counts().Footnotes != 6 {
		t.Fatal("not all that is odd was read")
	}
	return c
}

// TestURIs: whatever toolset gives an address of where there is no base URL can be read
// by it, and is what the address is of.
func TestURIs(t *testing.T) {
	for name, c := range map[string]*corpus.Corpus{"article": metapolicy.Corpus(), "town": town(), "odd": oddTown(t)} {
		for _, over := range transports {
			t.Run(name+"/"+over, func(t *testing.T) {
				server, set := newServer(t, c, toolset.Options{})
				session := connect(t, server, over, nil)
				read := func(uri string, has ...string) {
					t.Helper()
					r, err := session.ReadResource(t.Context(), &mcp.ReadResourceParams{URI: uri})
					if err != nil {
						t.Errorf("%s: %v", uri, err)
						return
					}
					if len(r.Contents) != 1 || r.Contents[0].URI != uri || r.Contents[0].MIMEType == "" {
						t.Errorf("%s: %v", uri, r.Contents)
						return
					}
					for _, part := range has {
						if !strings.Contains(r.Contents[0].Text, part) {
							t.Errorf("%s has no %q: %s", uri, part, r.Contents[0].Text)
						}
					}
				}
				for a := range c.Articles() {
					read(set.ArticleURL(a), a.Markdown())
					for s := range a.Sections() {
						var parts []string
						for p := range s.Passages() {
							parts = append(parts, string(p.ID()))
						}
						read(set.SectionURL(s), parts...)
					}
					for p := range a.Passages() {
						read(set.PassageURL(p.ID()), c.Quoted(p))
						for _, cited := range p.Citations() {
							read(set.CitationURL(cited), c.Quoted(p))
						}
					}
					for f := range a.Footnotes() {
						read(set.FootnoteURL(f), "Note "+c.Mark(f)+":\n\n"+corpus.Blockquote(f.Text))
					}
					for r := range a.References() {
						read(set.FootnoteURL(cite.Footnote{Article: a.ID(), Label: r.Label()}), "Note ")
					}
					for f := range a.Facts().All() {
						record, err := f.MarshalJSON()
						if err != nil {
							t.Fatal(err)
						}
						read(set.FactURL(a.ID(), f.ID(), f.Citation()), string(record))
					}
				}
			})
		}
	}
}

// TestPrompts gets each prompt, and completes an argument.
func TestPrompts(t *testing.T) {
	for _, over := range transports {
		server, set := newServer(t, town(), toolset.Options{})
		session := connect(t, server, over, nil)
		answer, err := set.AnswerPrompt(t.Context(), "Who built the mill?", 0)
		if err != nil {
			t.Fatal(err)
		}
		r, err := set.Check(t.Context(), grounding.Answer{Text: "It is haunted."})
		if err != nil {
			t.Fatal(err)
		}
		revise, err := set.RevisePrompt("It is haunted.", r)
		if err != nil {
			t.Fatal(err)
		}
		for _, tt := range []struct {
			name      string
			arguments map[string]string
			want      string
		}{
			{"answer_with_citations", map[string]string{"question": "Who built the mill?"}, answer.Text},
			{"check_draft", map[string]string{"draft": "It is haunted."}, revise},
		} {
			got, err := session.GetPrompt(t.Context(), &mcp.GetPromptParams{Name: tt.name, Arguments: tt.arguments})
			if err != nil || len(got.Messages) != 1 {
				t.Errorf("%s: %s: %v, %v", over, tt.name, got, err)
				continue
			}
			if diff := cmp.Diff(tt.want, got.Messages[0].Content.(*mcp.TextContent).Text); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", over, tt.name, diff)
			}
		}
		done, err := session.Complete(t.Context(), &mcp.CompleteParams{
			Ref:      &mcp.CompleteReference{Type: "ref/resource", URI: "footnote:{article}/section/{slug}"},
			Argument: mcp.CompleteParamsArgument{Name: "slug", Value: "WATER"},
		})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{"water-wheel"}, done.Completion.Values); diff != "" {
			t.Errorf("%s: completion (-want +got):\n%s", over, diff)
		}
	}
}

// TestManyValues: of more than 100 values a completion has the first.
func TestManyValues(t *testing.T) {
	server, _ := newServer(t, metapolicy.Corpus(), toolset.Options{})
	done, err := connect(t, server, "memory", nil).Complete(t.Context(), &mcp.CompleteParams{
		Ref:      &mcp.CompleteReference{Type: "ref/resource", URI: "footnote:{article}/fact/{+id}"},
		Argument: mcp.CompleteParamsArgument{Name: "id"},
	})
	if err != nil {
		t.Fatal(err)
	}
	want := mcp.CompletionResultDetails{Values: done.Completion.Values, Total: metapolicy.Facts().Len(), HasMore: true}
	if diff := cmp.Diff(want, done.Completion); diff != "" || len(done.Completion.Values) != 100 {
		t.Errorf("%d values (-want +got):\n%s", len(done.Completion.Values), diff)
	}
}

// TestProgress: a client that asks for it is told how far a check is, the end too.
func TestProgress(t *testing.T) {
	for _, over := range transports {
		told := make(chan *mcp.ProgressNotificationParams, 100)
		server, _ := newServer(t, town(), toolset.Options{})
		session := connect(t, server, over, &mcp.ClientOptions{
			ProgressNotificationHandler: func(_ context.Context, req *mcp.ProgressNotificationClientRequest) { told <- req.Params },
		})
		params := &mcp.CallToolParams{Name: "check_answer", Arguments: map[string]any{"answer": strings.Repeat("The mill was built in 1768.[mill^1] ", 9)}}
		params.SetProgressToken("p")
		if _, err := session.CallTool(t.Context(), params); err != nil {
			t.Fatal(err)
		}
		last := 0.0
		for last < 9 {
			select {
			case p := <-told:
				if p.ProgressToken != "p" || p.Total != 9 || p.Progress <= last {
					t.Fatalf("%s: %v after %v", over, p, last)
				}
				last = p.Progress
			case <-t.Context().Done():
				t.Fatal("the end is not told")
			}
		}
	}
}

// A waiting judge tells when it is asked, and judges when the call ends.
type waiting struct{ asked, ended chan struct{} }

func (w waiting) Judge(ctx context.Context, _ grounding.JudgeQuestion) (grounding.Judgement, error) {
	w.asked <- struct{}{}
	<-ctx.Done()
	w.ended <- struct{}{}
	return grounding.Judgement{}, ctx.Err()
}

func (waiting) Model() string             { return "waiting" }
func (waiting) PromptDigest() cite.Digest { return "" }

// TestCancel: a call ends when the client cancels it, and the server goes on.
func TestCancel(t *testing.T) {
	for _, over := range transports {
		judge := waiting{make(chan struct{}), make(chan struct{})}
		checker, err := grounding.New(town(), grounding.Options{Judge: judge})
		if err != nil {
			t.Fatal(err)
		}
		server, _ := newServer(t, town(), toolset.Options{Checker: checker})
		session := connect(t, server, over, nil)
		ctx, cancel := context.WithCancel(t.Context())
		failed := make(chan error, 1)
		go func() {
			_, err := session.CallTool(ctx, &mcp.CallToolParams{Name: "check_answer", Arguments: map[string]any{"answer": "The wheel was never efficient because it is wide.[mill^ä]"}})
			failed <- err
		}()
		receive(t, judge.asked)
		cancel()
		receive(t, judge.ended)
		if err := receive(t, failed); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: the call ends with %v", over, err)
		}
		if _, err := session.ListTools(t.Context(), nil); err != nil { // the last revision has no ping
			t.Errorf("%s: the next call: %v", over, err)
		}
	}
}

// TestCancelNotification: the same, as it goes over the wire.
func TestCancelNotification(t *testing.T) {
	judge := waiting{make(chan struct{}), make(chan struct{})}
	checker, err := grounding.New(town(), grounding.Options{Judge: judge})
	if err != nil {
		t.Fatal(err)
	}
	server, _ := newServer(t, town(), toolset.Options{Checker: checker})
	w := dial(t, server)
	send := func(line string) {
		t.Helper()
		if _, err := fmt.Fprintln(w.in, line); err != nil {
			t.Fatal(err)
		}
	}
	send(`{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"v1.0.0"}}}`)
	w.read(t)
	send(`{"jsonrpc":"2.0","method":"notifications/initialized"}`)
	send(`{"jsonrpc":"2.0","id":2,"method":"tools/call","params":{"name":"check_answer","arguments":{"answer":"The wheel was never efficient because it is wide.[mill^ä]"}}}`)
	receive(t, judge.asked)
	send(`{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":2}}`)
	receive(t, judge.ended)
	send(`{"jsonrpc":"2.0","id":3,"method":"ping"}`)
	for {
		line, open := w.read(t)
		if !open {
			t.Fatal("the server is gone")
		}
		var m message
		if err := json.Unmarshal(line, &m); err != nil {
			t.Fatal(err)
		}
		if string(m.ID) == "3" {
			return
		}
		if strings.Contains(string(line), `"structuredContent"`) {
			t.Errorf("a result of what was cancelled: %s", line)
		}
	}
}

// receive waits for what a channel brings.
func receive[T any](t *testing.T, c <-chan T) T {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	select {
	case v := <-c:
		return v
	case <-ctx.Done():
		t.Fatal("nothing comes")
		panic("unreachable")
	}
}

// TestInternalError: what no caller can mend says nothing of the inside.
func TestInternalError(t *testing.T) {
	server, set := newServer(t, town(), toolset.Options{})
	if err := set.Close(); err != nil {
		t.Fatal(err)
	}
	_, err := connect(t, server, "memory", nil).CallTool(t.Context(), &mcp.CallToolParams{Name: "search", Arguments: map[string]any{"query": "a"}})
	e, ok := errors.AsType[*jsonrpc.Error](err)
	if !ok || e.Code != jsonrpc.CodeInternalError || e.Message != "search failed; it is not the arguments: try again later" {
		t.Errorf("%v", err)
	}
}

// TestMaxBody: a request that is too large is refused.
func TestMaxBody(t *testing.T) {
	server, _ := newServer(t, town(), toolset.Options{})
	s := httptest.NewServer(mcpserver.Handler(server, mcpserver.Options{MaxBody: 2000}))
	defer s.Close()
	client := mcp.NewClient(&mcp.Implementation{Name: "test", Version: "v1.0.0"}, nil)
	session, err := client.Connect(t.Context(), &mcp.StreamableClientTransport{Endpoint: s.URL}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer session.Close()
	if _, err := session.CallTool(t.Context(), &mcp.CallToolParams{Name: "search", Arguments: map[string]any{"query": strings.Repeat("a", 3000)}}); err == nil {
		t.Error("3000 bytes are taken where 2000 are allowed")
	}
}
