package main

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// serveCommandFor starts "footnote serve" with flags and returns its address, what it
// writes, and what stops it and returns its exit code.
func serveCommandFor(t *testing.T, flags ...string) (address string, log <-chan string, stop func() int) {
	t.Helper()
	ctx, cancel := context.WithCancel(t.Context())
	read, write := io.Pipe()
	ended := make(chan int, 1)
	go func() {
		ended <- run(ctx, append([]string{"serve", "--addr", "127.0.0.1:0"}, flags...), strings.NewReader(""), io.Discard, write)
		write.Close()
	}()
	lines := make(chan string, 100)
	go func() {
		defer close(lines)
		for in := bufio.NewScanner(read); in.Scan(); {
			lines <- in.Text()
		}
	}()
	line := <-lines
	address, ok := strings.CutPrefix(line, "footnote: serving ")
	if !ok {
		t.Fatalf("%q", line)
	}
	return address, lines, func() int { cancel(); return <-ended }
}

func TestServe(t *testing.T) {
	address, log, stop := serveCommandFor(t, "--log", "json")
	for _, tt := range []struct{ method, path, body, want string }{
		{"GET", "/healthz", "", "ok"},
		{"GET", "/v1/read_footnote?footnote=4", "", `"url":"` + address + `/a/meta-open-source-strategy#fn:4"`},
		{"GET", "/a/meta-open-source-strategy", "", `id="the-llama-release-timeline.1"`},
		{"POST", "/mcp", `{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-06-18","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}`, `"serverInfo"`},
	} {
		r, err := http.NewRequestWithContext(t.Context(), tt.method, address+tt.path, strings.NewReader(tt.body))
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Content-Type", "application/json")
		r.Header.Set("Accept", "application/json, text/event-stream")
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(resp.Body)
		resp.Body.Close()
		if line := <-log; !strings.Contains(line, `"status":200`) {
			t.Errorf("log: %q", line)
		}
		if err != nil || resp.StatusCode != http.StatusOK || !strings.Contains(string(body), tt.want) {
			t.Errorf("%s: %d, %v: %.300s", tt.path, resp.StatusCode, err, body)
		}
	}
	http.DefaultClient.CloseIdleConnections()
	if code := stop(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
	if conn, err := net.Dial("tcp", strings.TrimPrefix(address, "http://")); err == nil {
		conn.Close()
		t.Error("it still listens")
	}
}

func TestServeToken(t *testing.T) {
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte("secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	address, _, stop := serveCommandFor(t, "--log", "none", "--token-file", file)
	for header, want := range map[string]int{"": http.StatusUnauthorized, "Bearer secret": http.StatusOK} {
		r, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address+"/llms.txt", nil)
		if err != nil {
			t.Fatal(err)
		}
		r.Header.Set("Authorization", header)
		resp, err := http.DefaultClient.Do(r)
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
		if resp.StatusCode != want {
			t.Errorf("%q: %d", header, resp.StatusCode)
		}
	}
	http.DefaultClient.CloseIdleConnections()
	if code := stop(); code != exitOK {
		t.Errorf("exit code %d", code)
	}
}
