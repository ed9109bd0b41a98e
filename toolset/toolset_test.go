package toolset_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

func isError(err error, code toolset.Code) bool {
	e, ok := errors.AsType[*toolset.Error](err)
	return ok && e.Code == code
}

func newIndex(t testing.TB, c *corpus.Corpus) *index.Index {
	t.Helper()
	x, err := index.New(context.Background(), c, index.Options{})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func TestNew(t *testing.T) {
	empty, err := corpus.New()
	if err != nil {
		t.Fatal(err)
	}
	checker, err := grounding.New(town(), grounding.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason  string
		corpus  *corpus.Corpus
		options toolset.Options
		problem string
	}{
		{"no corpus", nil, toolset.Options{}, "toolset: the corpus has no articles"},
		{"no articles", empty, toolset.Options{}, "toolset: the corpus has no articles"},
		{"the index of another corpus", metapolicy.Corpus(), toolset.Options{Index: newIndex(t, town())}, "toolset: the index is of another corpus"},
		{"the checker of another corpus", metapolicy.Corpus(), toolset.Options{Checker: checker}, "toolset: the checker is of another corpus"},
	} {
		_, err := toolset.New(tt.corpus, tt.options)
		if err == nil || err.Error() != tt.problem {
			t.Errorf("%s: %v, want %s", tt.reason, err, tt.problem)
		}
	}
}

// TestOptions: what the options give is used, and not closed.
func TestOptions(t *testing.T) {
	x := newIndex(t, town())
	checker, err := grounding.New(town(), grounding.Options{})
	if err != nil {
		t.Fatal(err)
	}
	s := newSet(t, town(), toolset.Options{Index: x, Checker: checker})
	if err := s.Prepare(); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Index(); err != nil || got != x {
		t.Errorf("the index is another one: %v", err)
	}
	if got, err := s.Checker(); err != nil || got != checker {
		t.Errorf("the checker is another one: %v", err)
	}
	if s.Corpus() != town() {
		t.Error("the corpus is another one")
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	call(t, s, "search", `{"query":"mill"}`)
}

// TestClose: a set that was closed makes and finds nothing more, and what needs no
// index goes on.
func TestClose(t *testing.T) {
	for _, prepared := range []bool{false, true} {
		s := newSet(t, town(), toolset.Options{})
		if prepared {
			if err := s.Prepare(); err != nil {
				t.Fatal(err)
			}
		}
		for range 2 {
			if err := s.Close(); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Call(context.Background(), "search", json.RawMessage(`{"query":"mill"}`)); !errors.Is(err, index.ErrClosed) {
			t.Errorf("prepared %v: a search ends with %v", prepared, err)
		}
		if err := s.Prepare(); prepared == errors.Is(err, index.ErrClosed) {
			t.Errorf("prepared %v: to prepare it ends with %v", prepared, err)
		}
		call(t, s, "read_footnote", `{"footnote":"mill^1"}`)
	}
}

// TestCancelled: a call on a context that ended does, with its error.
func TestCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	for _, tt := range goodCalls {
		if _, err := tt.set().Call(ctx, tt.name, json.RawMessage(tt.arguments)); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", tt.reason, err)
		}
	}
	// In the middle of a check.
	ctx, cancel = context.WithCancel(context.Background())
	ctx = toolset.WithProgress(ctx, func(done, total int) {
		if done == 2 {
			cancel()
		}
	})
	if _, err := article().Call(ctx, "check_answer", json.RawMessage(marshal(t, map[string]string{"answer": strings.Repeat(draft+" ", 20)}))); !errors.Is(err, context.Canceled) {
		t.Errorf("cancelled in the middle: %v", err)
	}
}

// TestAnswerer: a set finds the sentences by which it holds a refusal to be wrong.
func TestAnswerer(t *testing.T) {
	var a grounding.Answerer = article()
	found, err := a.Answer(context.Background(), "When was Llama 2 released?")
	if err != nil || len(found) == 0 || !strings.Contains(found[0].Quote, "Llama 2 (July 2023)") {
		t.Errorf("%v, %v", found, err)
	}
	if found, err := a.Answer(context.Background(), "zyzzyva"); err != nil || len(found) != 0 {
		t.Errorf("%v, %v", found, err)
	}
	if _, err := a.Answer(context.Background(), ""); !errors.Is(err, index.ErrEmptyQuestion) {
		t.Errorf("an empty question: %v", err)
	}
}

// TestRace calls all operations at once on one set that nobody prepared, and gets from
// each what it gives alone.
func TestRace(t *testing.T) {
	s := newSet(t, town(), toolset.Options{})
	var calls []goodCall
	want := map[string]string{}
	for _, tt := range goodCalls {
		if tt.set() == two() {
			calls = append(calls, tt)
			want[tt.reason] = string(call(t, two(), tt.name, tt.arguments).JSON)
		}
	}
	var group sync.WaitGroup
	for i := range 8 {
		group.Go(func() {
			for j := range calls {
				tt := calls[(i*5+j)%len(calls)]
				r, err := s.Call(context.Background(), tt.name, json.RawMessage(tt.arguments))
				if err != nil || string(r.JSON) != want[tt.reason] {
					t.Errorf("%s: %v, another result than alone", tt.reason, err)
				}
			}
		})
	}
	group.Wait()
}

// TestDefinitions shows the definitions of the tools in each format.
func TestDefinitions(t *testing.T) {
	var b strings.Builder
	for _, format := range toolset.Formats {
		// The others say the same of each: one of them is enough to look at.
		operations := toolset.Operations()
		if format != toolset.MCP {
			operations = operations[2:3]
		}
		definitions, err := toolset.Definitions(format, operations)
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(&b, "=== %s\n%s\n", format, indented(t, definitions))
		if got, err := toolset.ParseFormat(string(format)); err != nil || got != format {
			t.Errorf("%s: %v, %v", format, got, err)
		}
	}
	golden(t, "definitions.golden", b.String())

	want := `toolset: no format "gemini"; there are mcp, openai, openai-chat and anthropic`
	if _, err := toolset.ParseFormat("gemini"); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	if _, err := toolset.Definitions("gemini", nil); err == nil || err.Error() != want {
		t.Errorf("%v, want %s", err, want)
	}
	for _, format := range toolset.Formats {
		none, err := toolset.Definitions(format, nil)
		if err != nil || strings.Contains(string(none), "null") {
			t.Errorf("%s: %s, %v", format, none, err)
		}
	}
}

// TestOperationsAreCopied: nobody can spoil the list for others.
func TestOperationsAreCopied(t *testing.T) {
	first := toolset.Operations()
	name := first[0].Name
	first[0] = toolset.Operation{}
	if diff := cmp.Diff(name, toolset.Operations()[0].Name); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}
