package httpserver_test

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/footnote-go/footnote/toolset/httpserver"
)

// serving starts a server and returns its address, and what stops it and returns
// Serve's error.
func serving(t *testing.T, h http.Handler, limits httpserver.Limits) (address string, stop func() error) {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	ended := make(chan error, 1)
	go func() { ended <- httpserver.Serve(ctx, l, h, limits) }()
	stop = sync.OnceValue(func() error { cancel(); return <-ended })
	t.Cleanup(func() { stop() })
	return l.Addr().String(), stop
}

// TestStop: what runs comes to its end, streams end, and nothing new is taken.
func TestStop(t *testing.T) {
	running, finish := make(chan struct{}, 2), make(chan struct{})
	mux := http.NewServeMux()
	mux.HandleFunc("/slow", func(w http.ResponseWriter, r *http.Request) {
		running <- struct{}{}
		<-finish
		fmt.Fprint(w, "done")
	})
	mux.Handle("/", newServer(t, httpserver.Options{MCP: http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		running <- struct{}{}
		<-r.Context().Done() // as a stream does
	})}))
	address, stop := serving(t, mux, httpserver.Limits{})
	results := make(chan string, 2)
	get := func(path string) {
		resp, err := http.Get("http://" + address + path)
		if err != nil {
			results <- err.Error()
			return
		}
		defer resp.Body.Close()
		b, _ := io.ReadAll(resp.Body)
		results <- path + " " + string(b)
	}
	go get("/slow")
	<-running
	go get("/mcp")
	<-running
	stopped := make(chan error, 1)
	go func() { stopped <- stop() }()
	if got := <-results; got != "/mcp " {
		t.Errorf("the stream ends with %q", got)
	}
	close(finish)
	if got := <-results; got != "/slow done" {
		t.Errorf("what runs ends with %q", got)
	}
	if err := <-stopped; err != nil {
		t.Error(err)
	}
	if _, err := net.Dial("tcp", address); err == nil {
		t.Error("it still listens")
	}
}

func TestGrace(t *testing.T) {
	running := make(chan struct{})
	address, stop := serving(t, http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		close(running)
		<-r.Context().Done()
	}), httpserver.Limits{Grace: 20 * time.Millisecond})
	go http.Get("http://" + address) // its answer doesn't matter
	<-running
	if err := stop(); err == nil || !strings.Contains(err.Error(), "did not end in time") {
		t.Errorf("error %v", err)
	}
}

// TestHostileConnections: clients that are slow or send too much lose their
// connection, and others are served.
func TestHostileConnections(t *testing.T) {
	s := newServer(t, httpserver.Options{MaxBody: 1000})
	address, _ := serving(t, s, httpserver.Limits{Header: time.Second, Read: 2 * time.Second, MaxHeader: 4096})
	for _, tt := range []struct{ reason, sent, want string }{
		{"a header that doesn't end", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n", ""},
		{"nothing", "", ""},
		{"a body that doesn't come", "POST /v1/search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{", "HTTP/1.1 400 "},
		{"a header that is too large", "GET / HTTP/1.1\r\nHost: 127.0.0.1\r\nX: " + strings.Repeat("x", 20_000) + "\r\n\r\n", "HTTP/1.1 431 "},
		{"a body that is too large", "POST /v1/search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 5000\r\n\r\n" + strings.Repeat("x", 5000), "HTTP/1.1 413 "},
		{"a body in pieces that is too large", "POST /v1/search HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n" + strings.Repeat("64\r\n"+strings.Repeat("x", 100)+"\r\n", 20), "HTTP/1.1 413 "},
		{"no HTTP", "\x16\x03\x01\x02\x00\x01\x00\r\n\r\n", "HTTP/1.1 400 "},
		{"another host", "GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n", "HTTP/1.1 421 "},
	} {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			t.Fatal(err)
		}
		if err := conn.SetDeadline(time.Now().Add(10 * time.Second)); err != nil {
			t.Fatal(err)
		}
		go io.WriteString(conn, tt.sent) // the server may close before it has all
		line, err := bufio.NewReader(conn).ReadString('\n')
		if !strings.HasPrefix(line, tt.want) || tt.want == "" && line != "" && !strings.HasPrefix(line, "HTTP/1.1 408") {
			t.Errorf("%s: %q, %v", tt.reason, line, err)
		}
		conn.Close()
		resp, err := http.Get("http://" + address + "/v1/search?query=SB+1047")
		if err != nil || resp.StatusCode != http.StatusOK {
			t.Fatalf("after %s: %v %v", tt.reason, resp, err)
		}
		resp.Body.Close()
	}
}

func TestLogAndMetrics(t *testing.T) {
	var log bytes.Buffer
	for _, asked := range []bool{false, true} {
		log.Reset()
		s := newServer(t, httpserver.Options{Logger: slog.New(slog.NewJSONHandler(&log, nil)), LogQuestions: asked})
		do(s, request(http.MethodGet, "/v1/search?query=zanzibar", ""))
		do(s, request(http.MethodPost, "/v1/check_answer", `{"answer":"zanzibar"}`))
		do(s, request(http.MethodGet, "/?q=zanzibar", ""))
		do(s, request(http.MethodGet, "/no/such/zanzi", ""))
		do(s, request("BREW", "/v1/search", ""))
		if got := strings.Count(log.String(), "zanzibar"); (got > 0) != asked {
			t.Errorf("questions in the log, asked for %v: %d\n%s", asked, got, log.String())
		}
		if got := strings.Count(log.String(), `"msg":"request"`); got != 5 {
			t.Errorf("%d lines:\n%s", got, log.String())
		}
		text := do(s, request(http.MethodGet, "/metrics", "")).Body.String()
		for _, want := range []string{
			`footnote_requests_total{method="GET",route="/v1/search",status="200"} 1`,
			`footnote_requests_total{method="POST",route="/v1/check_answer",status="200"} 1`,
			`footnote_requests_total{method="GET",route="other",status="404"} 1`,
			`footnote_requests_total{method="other",route="/v1/search",status="405"} 1`,
			`footnote_request_seconds_count{route="/v1/search"} 2`,
			`footnote_info{corpus="sha256:`,
			"go_goroutines",
		} {
			if !strings.Contains(text, want) {
				t.Errorf("metrics lack %s", want)
			}
		}
		if strings.Contains(text, "zanzi") {
			t.Error("metrics have what clients made up")
		}
	}
}

func TestHealth(t *testing.T) {
	if w := do(newServer(t, httpserver.Options{}), request(http.MethodGet, "/healthz", "")); w.Code != http.StatusOK || w.Body.String() != "ok\n" {
		t.Errorf("%d %q", w.Code, w.Body)
	}
}
