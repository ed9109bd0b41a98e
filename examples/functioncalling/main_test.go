package main

import (
	"encoding/json"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/toolset"
)

const (
	question = "When was Llama 2 released?"
	key      = "sk-not-to-be-shown"
)

// A request is what the server gets.
type request struct {
	Model    string                       `json:"model"`
	Messages []message                    `json:"messages"`
	Tools    []toolset.OpenAIChatFunction `json:"tools"`
}

// A completion is what it answers.
type completion struct {
	Choices []choice `json:"choices"`
}

type choice struct {
	Message      message `json:"message"`
	FinishReason string  `json:"finish_reason"`
}

// calls is a message that calls a tool.
func calls(id, name, arguments string) message {
	c := toolCall{ID: id, Type: "function"}
	c.Function.Name, c.Function.Arguments = name, arguments
	return message{Role: "assistant", ToolCalls: []toolCall{c}}
}

func says(text string) message { return message{Role: "assistant", Content: text} }

// TestMain runs the program itself in the processes that run starts.
func TestMain(m *testing.M) {
	if os.Getenv("FUNCTIONCALLING_MAIN") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// run asks the program the question with a server, and returns what it prints. The error
// is what it says when it fails.
func run(t *testing.T, server string) (string, error) {
	t.Helper()
	program := exec.CommandContext(t.Context(), os.Args[0], strings.Fields(question)...)
	program.Env = append(os.Environ(), "FUNCTIONCALLING_MAIN=1",
		"OPENAI_BASE_URL="+server, "OPENAI_MODEL=test", "OPENAI_API_KEY="+key)
	out, err := program.Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		err = errors.New(string(failed.Stderr))
	}
	return string(out), err
}

// serve plays a model that says one thing after the other, the last again and again, and
// returns its address and the requests that it got.
func serve(t *testing.T, replies ...message) (string, *[]request) {
	t.Helper()
	var got []request
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var asked request
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
			t.Error(err)
		}
		if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer "+key || asked.Model != "test" {
			t.Errorf("%s with %q asks model %q", r.URL.Path, r.Header.Get("Authorization"), asked.Model)
		}
		reply := replies[min(len(got), len(replies)-1)]
		got = append(got, asked)
		reason := "stop"
		if len(reply.ToolCalls) > 0 {
			reason = "tool_calls"
		}
		json.NewEncoder(w).Encode(completion{[]choice{{reply, reason}}})
	}))
	t.Cleanup(server.Close)
	return server.URL + "/v1", &got
}

// TestRun: a model searches, calls wrongly in several ways, and answers.
func TestRun(t *testing.T) {
	server, got := serve(t,
		calls("a", "search_passages", `{"question":"When was Llama 2 released?","k":2}`),
		calls("b", "read_footnote", `{"footnote":"33"}`),
		calls("c", "read_footnote", `{"note":4}`),
		calls("d", "read_footnote", `{"footnote":`),
		calls("e", "read_minds", `{}`),
		calls("f", "list_sections", ``),
		says("Meta released Llama 2 in July 2023. [^4]"),
	)
	out, err := run(t, server)
	if err != nil {
		t.Fatal(err)
	}
	if want := "Meta released Llama 2 in July 2023. [^4]\n\nPassed the check: true\n"; !strings.HasPrefix(out, want) {
		t.Errorf("it prints\n%s", out)
	}
	last := (*got)[len(*got)-1].Messages
	if len(*got) != 7 || len(last) != 2+2*6 {
		t.Fatalf("%d requests, the last with %d messages", len(*got), len(last))
	}
	for i, want := range []struct{ id, text, why string }{
		{"a", "> Llama 2 (July 2023) was", "a search is answered with passages"},
		{"b", "no footnote 33; the article has 1 to 32", "the article has not so many"},
		{"c", "footnote", "an argument has another name"},
		{"d", "JSON", "arguments are cut off"},
		{"e", "read_minds", "there is no such tool"},
		{"f", "Timeline", "no arguments are needed"},
	} {
		m := last[3+2*i]
		if m.Role != "tool" || m.ToolCallID != want.id || !strings.Contains(m.Content, want.text) {
			t.Errorf("%s: %+v", want.why, m)
		}
	}
	first := (*got)[0]
	names := map[string]bool{}
	for _, f := range first.Tools {
		names[f.Function.Name] = f.Type == "function" && f.Function.Parameters != nil
	}
	if !names["search_passages"] || !names["check_answer"] || names["search"] || names["fetch"] {
		t.Errorf("the tools are %v", names)
	}
	if len(first.Messages) != 2 || first.Messages[1].Content != question {
		t.Errorf("it is asked %+v", first.Messages)
	}
}

// TestFails: a wrong answer is told as one that didn't pass.
func TestFails(t *testing.T) {
	server, _ := serve(t, says("Meta released Llama 2 in June 2023. [^4]"))
	out, err := run(t, server)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"Passed the check: false\n", "the article “July 2023”"} {
		if !strings.Contains(out, want) {
			t.Errorf("no %q in\n%s", want, out)
		}
	}
}

// TestEndless: a model that only calls tools is left after some rounds.
func TestEndless(t *testing.T) {
	server, got := serve(t, calls("a", "list_sections", "{}"))
	out, err := run(t, server)
	if err == nil || !strings.Contains(err.Error(), "only calls tools") || len(*got) != 8 || out != "" {
		t.Errorf("%v after %d rounds, with %q", err, len(*got), out)
	}
}

func TestServerError(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		http.Error(w, "busy with "+r.Header.Get("Authorization"), http.StatusServiceUnavailable)
	}))
	defer server.Close()
	out, err := run(t, server.URL)
	if err == nil || !strings.Contains(err.Error(), "503 Service Unavailable") || strings.Contains(err.Error(), key) || out != "" {
		t.Errorf("%v, and it prints %q", err, out)
	}
}
