package httpserver_test

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"strings"
	"testing"
	"time"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/httpserver"
)

// calls has good arguments for each operation, and the same as a query.
var calls = []struct{ name, arguments, query string }{
	{"search_passages", `{"question":"Who opposed SB 1047?","k":2,"sections":["Key Activities","Overview"]}`, "question=Who+opposed+SB+1047%3F&k=2&sections=Key+Activities&sections=Overview"},
	{"read_passage", `{"passage":"#overview.3","before":1}`, "passage=%23overview.3&before=1"},
	{"read_footnote", `{"footnote":"4"}`, "footnote=4"},
	{"find_facts", `{"kinds":["release"],"limit":3}`, "kinds=release&limit=3"},
	{"timeline", `{"after":"2023","limit":2}`, "after=2023&limit=2"},
	{"check_answer", `{"answer":"Llama 2 came out in July 2024.[^4]"}`, ""},
	{"cite_answer", `{"answer":"Llama 2 came out in July 2023."}`, ""},
	{"list_sections", `{}`, ""},
	{"search", `{"query":"SB 1047"}`, "query=SB+1047"},
	{"fetch", `{"id":"meta-open-source-strategy#overview.3"}`, "id=meta-open-source-strategy%23overview.3"},
}

func TestOperations(t *testing.T) {
	set := newSet(t, metapolicy.Corpus(), toolset.Options{BaseURL: base})
	s := serverOf(t, set, httpserver.Options{})
	called := map[string]bool{}
	for _, tt := range calls {
		called[tt.name] = true
		want, err := set.Call(t.Context(), tt.name, json.RawMessage(tt.arguments))
		if err != nil {
			t.Fatal(err)
		}
		w := do(s, request(http.MethodPost, "/v1/"+tt.name, tt.arguments))
		if w.Code != http.StatusOK || w.Body.String() != string(want.JSON) || w.Header().Get("Content-Type") != "application/json" {
			t.Errorf("POST %s: %d %s", tt.name, w.Code, w.Body)
		}
		w = do(s, request(http.MethodGet, "/v1/"+tt.name+"?"+tt.query, ""))
		if tt.query == "" && tt.name != "list_sections" {
			if code, _ := problemOf(t, w); w.Code != http.StatusMethodNotAllowed || code != "method-not-allowed" || w.Header().Get("Allow") != "POST" {
				t.Errorf("GET %s: %d %s", tt.name, w.Code, w.Body)
			}
			continue
		}
		if w.Code != http.StatusOK || w.Body.String() != string(want.JSON) {
			t.Errorf("GET %s: %d %s", tt.name, w.Code, w.Body)
		}
	}
	for _, o := range toolset.Operations() {
		if !called[o.Name] {
			t.Errorf("%s is not called", o.Name)
		}
	}
}

func TestProblems(t *testing.T) {
	s := newServer(t, httpserver.Options{MaxBody: 3000})
	const long = `{"question":"`
	for _, tt := range []struct {
		reason, method, target, body string
		header                       []string
		status                       int
		code, detail                 string
	}{
		{"nothing there", "GET", "/v2/search", "", nil, 404, "not-found", "/openapi.json"},
		{"no operation", "POST", "/v1/serach", "{}", nil, 404, "not-found", "/openapi.json"},
		{"another method", "DELETE", "/v1/search", "", nil, 405, "method-not-allowed", "POST, GET"},
		{"a page by POST", "POST", "/a/meta-open-source-strategy", "{}", nil, 405, "method-not-allowed", "GET"},
		{"no JSON", "POST", "/v1/search", "{", nil, 400, "invalid-arguments", "not JSON"},
		{"no object", "POST", "/v1/search", "[]", nil, 400, "invalid-arguments", "no JSON object"},
		{"not UTF-8", "POST", "/v1/search", "{\"query\":\"\xff\"}", nil, 400, "invalid-arguments", "UTF-8"},
		{"nothing", "POST", "/v1/search", "", nil, 400, "invalid-arguments", `"query" is missing`},
		{"a form", "POST", "/v1/search", "query=x", []string{"Content-Type", "application/x-www-form-urlencoded"}, 415, "media-type", "application/json"},
		{"another argument", "GET", "/v1/search?q=x", "", nil, 400, "invalid-arguments", `no argument "q"`},
		{"a number that is none", "GET", "/v1/search_passages?question=x&k=five", "", nil, 400, "invalid-arguments", `whole number, not the string "five"`},
		{"a key twice", "GET", "/v1/search?query=x&query=y", "", nil, 400, "invalid-arguments", "a list"},
		{"no such footnote", "GET", "/v1/read_footnote?footnote=33", "", nil, 404, "not-found", "no footnote 33; the article has 1 to 32"},
		{"no such passage", "GET", "/v1/fetch?id=x", "", nil, 404, "not-found", ""},
		{"an empty question", "GET", "/v1/search?query=+", "", nil, 400, "invalid-arguments", "empty"},
		{"a body that is too large", "POST", "/v1/search_passages", long + strings.Repeat("x", 4000) + `"}`, nil, 413, "too-large", "3000 bytes"},
		{"a question that is too long", "POST", "/v1/search_passages", long + strings.Repeat("x", 2500) + `"}`, nil, 413, "too-large", "2000"},
	} {
		w := do(s, request(tt.method, tt.target, tt.body, tt.header...))
		code, detail := problemOf(t, w)
		if w.Code != tt.status || code != tt.code || !strings.Contains(detail, tt.detail) {
			t.Errorf("%s: %d %s %q; want %d %s %q", tt.reason, w.Code, code, detail, tt.status, tt.code, tt.detail)
		}
	}
}

// A slowJudge decides nothing until its context is done.
type slowJudge struct{ asked chan struct{} }

func (j slowJudge) Judge(ctx context.Context, _ grounding.JudgeQuestion) (grounding.Judgement, error) {
	j.asked <- struct{}{}
	<-ctx.Done()
	return grounding.Judgement{}, ctx.Err()
}
func (slowJudge) Model() string             { return "slow" }
func (slowJudge) PromptDigest() cite.Digest { return cite.DigestOf("slow") }

// undecided is a claim that only a judge would decide.
const undecided = `{"answer":"Meta released Llama because it hoped to gain influence over regulators.[^1]"}`

func slowSet(t testing.TB) (*toolset.Set, chan struct{}) {
	t.Helper()
	judge := slowJudge{make(chan struct{}, 100)}
	checker, err := grounding.New(metapolicy.Corpus(), grounding.Options{Judge: judge, JudgeTimeout: time.Minute})
	if err != nil {
		t.Fatal(err)
	}
	return newSet(t, metapolicy.Corpus(), toolset.Options{BaseURL: base, Checker: checker}), judge.asked
}

func TestTimeout(t *testing.T) {
	set, _ := slowSet(t)
	s := serverOf(t, set, httpserver.Options{Timeout: 50 * time.Millisecond})
	w := do(s, request(http.MethodPost, "/v1/check_answer", undecided))
	if code, _ := problemOf(t, w); w.Code != http.StatusServiceUnavailable || code != "timeout" || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// TestConcurrency: one operation runs, one waits, a third is turned away; what takes no
// operation is answered all the while.
func TestConcurrency(t *testing.T) {
	set, asked := slowSet(t)
	s := serverOf(t, set, httpserver.Options{Turns: toolset.NewTurns(1, 1), Timeout: time.Minute})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan int, 3)
	call := func() {
		done <- do(s, request(http.MethodPost, "/v1/check_answer", undecided).WithContext(ctx)).Code
	}
	go call()
	<-asked // it runs
	go call()
	go call()
	if code := <-done; code != http.StatusServiceUnavailable {
		t.Errorf("one too many: %d", code)
	}
	if w := do(s, request(http.MethodGet, "/llms.txt", "")); w.Code != http.StatusOK {
		t.Errorf("a text while the operations are busy: %d", w.Code)
	}
	cancel()
	for range 2 {
		if code := <-done; code != 499 {
			t.Errorf("a client that is gone: %d", code)
		}
	}
	if w := do(s, request(http.MethodGet, "/v1/search?query=SB+1047", "")); w.Code != http.StatusOK {
		t.Errorf("afterwards: %d %s", w.Code, w.Body)
	}
}

func FuzzRequest(f *testing.F) {
	s := newServer(f, httpserver.Options{MaxBody: 1 << 16})
	for _, tt := range calls {
		f.Add("POST", "/v1/"+tt.name, tt.arguments, "application/json", "127.0.0.1:8642", "")
		f.Add("GET", "/v1/"+tt.name+"?"+tt.query, "", "", "localhost", "http://localhost")
	}
	f.Add("GET", "/?q=%F0%9F%98%80+<b>", "", "", "[::1]:1", "null")
	f.Add("HEAD", "/a/meta-open-source-strategy.md", "", "", "127.0.0.1.", "http://127.0.0.1.")
	f.Fuzz(func(t *testing.T, method, target, body, kind, host, origin string) {
		u, err := url.ParseRequestURI(target)
		if err != nil || method == "" || strings.ContainsAny(method, " \t\r\n/()<>@,;:\\\"[]?={}") {
			return
		}
		r := request("GET", "/", body)
		r.Method, r.URL, r.RequestURI, r.Host = method, u, target, host
		r.Header.Set("Content-Type", kind)
		if origin != "" {
			r.Header.Set("Origin", origin)
		}
		if w := do(s, r); w.Code >= 500 {
			t.Errorf("%s %q %q: %d %s", method, target, body, w.Code, w.Body)
		}
	})
}

func BenchmarkSearch(b *testing.B) {
	set := newSet(b, metapolicy.Corpus(), toolset.Options{BaseURL: base})
	s := serverOf(b, set, httpserver.Options{})
	if err := set.Prepare(); err != nil {
		b.Fatal(err)
	}
	b.Run("handler", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if w := do(s, request(http.MethodGet, "/v1/search_passages?question=Who+opposed+SB+1047%3F", "")); w.Code != http.StatusOK {
				b.Fatal(w.Body)
			}
		}
	})
	b.Run("set", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := set.CallJSON(b.Context(), "search_passages", json.RawMessage(`{"question":"Who opposed SB 1047?"}`)); err != nil {
				b.Fatal(err)
			}
		}
	})
}
