package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const (
	question = "When was Llama 2 released?"
	right    = "Meta released Llama 2 in July 2023. [^4]"
	wrong    = "Meta released Llama 2 in June 2023. [^4]"
	moved    = "Meta released Llama 2 in July 2023. [^9]"
	unmarked = "Meta released Llama 2 in July 2023."
	refusal  = "The article does not say."
	key      = "sk-not-to-be-shown"
)

// TestMain runs the program itself in the processes that chat starts.
func TestMain(m *testing.M) {
	if os.Getenv("CHAT_MAIN") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

// chat runs the program with a server, "" for none, and returns what it prints. The error
// is what it says when it fails.
func chat(t *testing.T, server string, args ...string) (string, error) {
	t.Helper()
	program := exec.CommandContext(t.Context(), os.Args[0], args...)
	program.Env = append(os.Environ(), "CHAT_MAIN=1",
		"OPENAI_BASE_URL="+server, "OPENAI_MODEL=test", "OPENAI_API_KEY="+key)
	out, err := program.Output()
	if failed, ok := errors.AsType[*exec.ExitError](err); ok {
		err = errors.New(string(failed.Stderr))
	}
	return string(out), err
}

// A request is what the server gets.
type request struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
}

// serve plays a model that gives replies one after the other, and returns its address and
// the requests that it got.
func serve(t *testing.T, replies ...string) (string, *[]request) {
	t.Helper()
	got := &[]request{}
	return handle(t, func(w http.ResponseWriter, r *http.Request) {
		var asked request
		if err := json.NewDecoder(r.Body).Decode(&asked); err != nil {
			t.Error(err)
		}
		if r.URL.Path != "/v1/chat/completions" || r.Header.Get("Authorization") != "Bearer "+key || asked.Model != "test" {
			t.Errorf("%s with %q asks model %q", r.URL.Path, r.Header.Get("Authorization"), asked.Model)
		}
		*got = append(*got, asked)
		if len(*got) > len(replies) {
			t.Errorf("request %d, where there are %d replies", len(*got), len(replies))
			return
		}
		json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{
			"message": message{"assistant", replies[len(*got)-1]}, "finish_reason": "stop",
		}}})
	}), got
}

func handle(t *testing.T, h http.HandlerFunc) string {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	return server.URL + "/v1"
}

func TestAnswer(t *testing.T) {
	const failed = "No answer. This draft did not pass the check:\n\n> "
	for _, tt := range []struct {
		name, question          string
		replies                 []string
		begins                  string
		passed, revised, mended bool
		finds                   string
	}{
		{"passes at once", question, []string{right}, right + "\n\n", true, false, false, ""},
		{"wrong, then right", question, []string{wrong, right}, right + "\n\n", true, true, false, ""},
		{"wrong twice", question, []string{wrong, wrong}, failed + wrong + "\n\n", false, true, false,
			"the claim says “June 2023”, the article “July 2023”"},
		{"a mark that moved", question, []string{moved}, right + "\n\n", true, false, true, ""},
		{"no mark", question, []string{unmarked}, unmarked + "[^4]\n\n", true, false, true, ""},
		{"wrong, then with a mark that moved", question, []string{wrong, moved}, right + "\n\n", true, true, true, ""},
		{"a wrong date and a mark that moved", question, []string{moved + " " + wrong, right}, right + "\n\n", true, true, false, ""},
		{"the same twice", question, []string{moved + " " + wrong, moved + " " + wrong},
			failed + right + " " + wrong + "\n\n", false, true, true, "the claim says “June 2023”, the article “July 2023”"},
		{"a right refusal", "What is the boiling point of mercury?", []string{refusal}, refusal + "\n\n", true, false, false, ""},
		{"a wrong refusal", question, []string{refusal, right}, right + "\n\n", true, true, false, ""},
		{"nothing", question, []string{"", ""}, failed[:len(failed)-1], false, true, false, "the answer states nothing"},
		{"a warning", question, []string{"Meta released Llama 2 because rivals kept theirs closed. [^4]"},
			"Meta released Llama 2 because", true, false, false, "no sentence of the article states the cause"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			server, got := serve(t, tt.replies...)
			out, err := chat(t, server, tt.question)
			if err != nil {
				t.Fatal(err)
			}
			if len(*got) != len(tt.replies) {
				t.Errorf("%d requests for %d replies", len(*got), len(tt.replies))
			}
			how := fmt.Sprintf("\n\nPassed: %v, written anew: %v, marks put right: %v\n", tt.passed, tt.revised, tt.mended)
			if !strings.HasPrefix(out, tt.begins) || !strings.Contains(out, how) || !strings.Contains(out, tt.finds) {
				t.Errorf("not %q,%sand %q, but\n%s", tt.begins, how, tt.finds, out)
			}
			if _, notice, _ := strings.Cut(out, how); !strings.Contains(notice, "Checked against the article only") {
				t.Errorf("no notice in\n%s", out)
			}
		})
	}
}

// TestPlain: the answer alone is printed, marks put right, whether it passes or not.
func TestPlain(t *testing.T) {
	for _, tt := range []struct {
		replies []string
		want    string
	}{{[]string{moved}, right + "\n"}, {[]string{wrong, wrong}, wrong + "\n"}} {
		server, _ := serve(t, tt.replies...)
		if out, err := chat(t, server, "-plain", "--", question, "{}", "{}"); err != nil || out != tt.want {
			t.Errorf("%q, %v", out, err)
		}
	}
}

// TestPrompts: the model sees the passages, then its draft and what is wrong with it.
func TestPrompts(t *testing.T) {
	server, got := serve(t, wrong, right)
	if _, err := chat(t, server, question); err != nil {
		t.Fatal(err)
	}
	first, second := (*got)[0].Messages, (*got)[1].Messages
	if len(first) != 1 || !strings.Contains(first[0].Content, "Llama 2 (July 2023) was") || !strings.Contains(first[0].Content, question) {
		t.Errorf("it is asked first %q", first)
	}
	if len(second) != 3 || !slices.Equal(second[:1], first) || second[1] != (message{"assistant", wrong}) {
		t.Fatalf("it is asked then %q", second)
	}
	if !strings.Contains(second[2].Content, "the article “July 2023”") {
		t.Errorf("it isn't told what is wrong: %q", second[2].Content)
	}
}

func TestServerErrors(t *testing.T) {
	for _, tt := range []struct {
		name   string
		handle http.HandlerFunc
		want   string
	}{
		{"a status", func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, "no such key: "+r.Header.Get("Authorization"), http.StatusUnauthorized)
		}, "the model's server answers 401 Unauthorized"},
		{"too long", func(w http.ResponseWriter, _ *http.Request) {
			io.WriteString(w, strings.Repeat(" ", 1<<20)+`{"choices":[{"message":{"content":"Yes."}}]}`)
		}, "answers without a completion: EOF"},
		{"no JSON", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "<html>") }, "answers without a completion: invalid"},
		{"no choices", func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "{}") }, "answers without a completion"},
		{"hung up", func(http.ResponseWriter, *http.Request) { panic(http.ErrAbortHandler) }, "/v1/chat/completions\": EOF"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			out, err := chat(t, handle(t, tt.handle), question)
			if err == nil || !strings.Contains(err.Error(), tt.want) || strings.Contains(err.Error(), key) || out != "" {
				t.Errorf("%v, and it prints %q", err, out)
			}
		})
	}
}

// TestNoEndpoint: without a model the article's own sentences answer, if they do.
func TestNoEndpoint(t *testing.T) {
	for question, want := range map[string]string{
		question:                                 "Llama 2 (July 2023) was",
		"How much did Meta spend on AI in 2024?": "$45 billion",
		"What is the boiling point of mercury?":  refusal,
	} {
		out, err := chat(t, "", question)
		if err != nil || !strings.Contains(out, want) || strings.Contains(out, "[") == (want == refusal) {
			t.Errorf("%s: %q, %v", question, out, err)
		}
		if plain, err := chat(t, "", "-plain", "--", question); err != nil || plain != out {
			t.Errorf("%s: %q, %v", question, plain, err)
		}
	}
	if out, err := chat(t, "", " "); err == nil || out != "" {
		t.Errorf("no error for an empty question: %q", out)
	}
}
