package main

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/footnote-go/footnote/grounding"
)

const (
	question = "When was Llama 2 released?"
	right    = "Meta released Llama 2 in July 2023. [^4]"
	wrong    = "Meta released Llama 2 in June 2023. [^4]"
	moved    = "Meta released Llama 2 in July 2023. [^9]"
	unmarked = "Meta released Llama 2 in July 2023."
	key      = "sk-not-to-be-shown"
)

// A request is what the server gets.
type request struct {
	Model    string    `json:"model"`
	Messages []message `json:"messages"`
}

// serve plays a model that gives replies one after the other, and returns a bot that
// asks it and the requests that it got.
func serve(t *testing.T, replies ...string) (*bot, *[]request) {
	t.Helper()
	got := &[]request{}
	return botFor(t, func(w http.ResponseWriter, r *http.Request) {
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
		writeCompletion(w, replies[len(*got)-1], "stop")
	}), got
}

func writeCompletion(w io.Writer, text, reason string) {
	json.NewEncoder(w).Encode(map[string]any{"choices": []any{map[string]any{
		"message": message{"assistant", text}, "finish_reason": reason,
	}}})
}

// botFor returns a bot whose model is behind a handler.
func botFor(t *testing.T, h http.HandlerFunc) *bot {
	t.Helper()
	server := httptest.NewServer(h)
	t.Cleanup(server.Close)
	m, err := modelFrom(func(name string) string {
		return map[string]string{"OPENAI_BASE_URL": server.URL + "/v1/", "OPENAI_MODEL": "test", "OPENAI_API_KEY": key}[name]
	})
	if err != nil {
		t.Fatal(err)
	}
	return newTestBot(t, m)
}

func newTestBot(t *testing.T, m *model) *bot {
	t.Helper()
	b, err := newBot(m)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { b.set.Close() })
	return b
}

func TestAnswer(t *testing.T) {
	const passed, failed = "Passed the check", "No answer. This draft did not pass the check"
	for _, tt := range []struct {
		name, question  string
		replies         []string
		text            string
		passed, revised bool
		mended          bool
		printed         []string
	}{
		{"passes at once", question, []string{right}, right, true, false, false,
			[]string{right + "\n\n[^4] Release of Llama 2", passed + ".\n"}},
		{"wrong, then right", question, []string{wrong, right}, right, true, true, false,
			[]string{passed + ", written anew after the first check.\n"}},
		{"wrong twice", question, []string{wrong, wrong}, wrong, false, true, false,
			[]string{failed + ", written anew after the first check:\n\n> " + wrong, "the claim says “June 2023”, the article “July 2023”"}},
		{"a mark that moved", question, []string{moved}, right, true, false, true,
			[]string{right, passed + ", with its marks put right.\n"}},
		{"no mark", question, []string{unmarked}, unmarked + "[^4]", true, false, true,
			[]string{passed + ", with its marks put right.\n"}},
		{"wrong, then with a mark that moved", question, []string{wrong, moved}, right, true, true, true,
			[]string{passed + ", written anew after the first check, with its marks put right.\n"}},
		{"a wrong date and a mark that moved", question, []string{moved + " " + wrong, right}, right, true, true, false, nil},
		{"a right refusal", "What is the boiling point of mercury?", []string{"The article does not say."}, "The article does not say.", true, false, false,
			[]string{"The article does not say.\n\nPassed the check.\n"}},
		{"a warning", question, []string{"Meta released Llama 2 because rivals kept theirs closed. [^4]"}, "Meta released Llama 2 because rivals kept theirs closed. [^4]", true, false, false,
			[]string{passed + ".\nundecided: Meta released", "no sentence of the article states the cause"}},
		{"a wrong refusal", question, []string{"The article does not say.", right}, right, true, true, false, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			b, got := serve(t, tt.replies...)
			r, err := b.answer(t.Context(), tt.question)
			if err != nil {
				t.Fatal(err)
			}
			if r.text != tt.text || r.passed != tt.passed || r.revised != tt.revised || r.mended != tt.mended {
				t.Errorf("%q, passed %v, revised %v, mended %v", r.text, r.passed, r.revised, r.mended)
			}
			if len(*got) != len(tt.replies) {
				t.Errorf("%d requests for %d replies", len(*got), len(tt.replies))
			}
			// What is said to have passed passes, whoever checks it again.
			again, err := b.checker.Check(t.Context(), grounding.Answer{Text: r.text, Question: tt.question})
			if err != nil || gate.Passes(again) != r.passed {
				t.Errorf("checked again it passes: %v, %v", gate.Passes(again), err)
			}
			var out strings.Builder
			b.print(&out, r)
			for _, want := range append(tt.printed, again.Notice) {
				if !strings.Contains(out.String(), want) {
					t.Errorf("no %q in\n%s", want, out.String())
				}
			}
			if strings.Contains(out.String(), passed) != tt.passed || strings.Contains(out.String(), failed) == tt.passed {
				t.Errorf("passed is %v, but it prints\n%s", tt.passed, out.String())
			}
		})
	}
}

// TestPrompts: the model sees the passages, then its draft and what is wrong with it.
func TestPrompts(t *testing.T) {
	b, got := serve(t, wrong, right)
	if _, err := b.answer(t.Context(), question); err != nil {
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
		}, `the server answered 401 Unauthorized: "no such key: Bearer [key]`},
		{"a key at the end of what is shown", func(w http.ResponseWriter, r *http.Request) {
			http.Error(w, strings.Repeat("x", maxDetail-5)+key, http.StatusBadGateway)
		}, "the server answered 502 Bad Gateway"},
		{"a redirect", func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://elsewhere.invalid/", http.StatusTemporaryRedirect)
		}, "the server answered 307 Temporary Redirect"},
		{"too long", func(w http.ResponseWriter, r *http.Request) {
			io.WriteString(w, strings.Repeat(" ", maxAnswer+1))
		}, "the server's answer has more than 1048576 bytes"},
		{"no JSON", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "<html>") }, "the server's answer is no completion"},
		{"no choices", func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, "{}") }, "the server's answer has no choices"},
		{"cut off", func(w http.ResponseWriter, r *http.Request) { writeCompletion(w, "Meta rel", "length") }, "the answer was cut off"},
		{"nothing", func(w http.ResponseWriter, r *http.Request) { writeCompletion(w, " ", "stop") }, "the model said nothing"},
		{"not HTTP", func(w http.ResponseWriter, r *http.Request) {
			conn, _, err := http.NewResponseController(w).Hijack()
			if err == nil {
				fmt.Fprint(conn, key)
				conn.Close()
			}
		}, "malformed HTTP"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := botFor(t, tt.handle).answer(t.Context(), question)
			if err == nil || !strings.HasPrefix(err.Error(), "asking the model: ") || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("%v", err)
			}
			if err != nil && strings.Contains(err.Error(), key[:5]) {
				t.Errorf("the key is in the error: %v", err)
			}
		})
	}
}

// TestSlow: a model that doesn't answer in time is an error.
func TestSlow(t *testing.T) {
	done := make(chan struct{})
	b := botFor(t, func(http.ResponseWriter, *http.Request) { <-done })
	t.Cleanup(func() { close(done) }) // before the server is closed, which waits for it
	b.model.http.Timeout = 20 * time.Millisecond
	if _, err := b.answer(t.Context(), question); err == nil || !strings.Contains(err.Error(), "exceeded") {
		t.Errorf("%v", err)
	}
}

// TestNoEndpoint: without a model the article's own sentences answer, if they do.
func TestNoEndpoint(t *testing.T) {
	m, err := modelFrom(func(string) string { return "" })
	if err != nil || m != nil {
		t.Fatalf("a model %v from nothing, %v", m, err)
	}
	b := newTestBot(t, nil)
	for question, want := range map[string]string{
		question:                                 "Llama 2 (July 2023) was",
		"How much did Meta spend on AI in 2024?": "$45 billion",
		"How does Meta compare with OpenAI and Anthropic?": "",
		"What is the boiling point of mercury?":            "The article does not say.",
	} {
		r, err := b.answer(context.Background(), question)
		if err != nil || !r.passed || r.revised || r.mended || !strings.Contains(r.text, want) {
			t.Errorf("%s: %+v, %v", question, r, err)
		}
	}
	if _, err := b.answer(t.Context(), " "); err == nil {
		t.Error("no error for an empty question")
	}
}

func TestNoModel(t *testing.T) {
	_, err := modelFrom(func(name string) string {
		return map[string]string{"OPENAI_BASE_URL": "http://127.0.0.1:1/v1"}[name]
	})
	if err == nil || !strings.Contains(err.Error(), "OPENAI_MODEL") {
		t.Errorf("%v", err)
	}
}
