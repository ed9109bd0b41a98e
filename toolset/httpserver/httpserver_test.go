package httpserver_test

import (
	"encoding/json"
	"flag"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/httpserver"
)

var update = flag.Bool("update", false, "write golden files")

const base = "http://127.0.0.1:8642"

func newSet(t testing.TB, c *corpus.Corpus, o toolset.Options) *toolset.Set {
	t.Helper()
	set, err := toolset.New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { set.Close() })
	return set
}

func newServer(t testing.TB, o httpserver.Options) *httpserver.Server {
	t.Helper()
	return serverOf(t, newSet(t, metapolicy.Corpus(), toolset.Options{BaseURL: base}), o)
}

func serverOf(t testing.TB, set *toolset.Set, o httpserver.Options) *httpserver.Server {
	t.Helper()
	s, err := httpserver.New(set, o)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// kinds is an article with blocks of every kind, and text that would be markup.
func kinds(t testing.TB) *corpus.Corpus {
	t.Helper()
	c, err := corpus.Read(os.DirFS("testdata"), "kinds.md")
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// request makes a request from loopback to the server's own name.
func request(method, target, body string, header ...string) *http.Request {
	r := httptest.NewRequest(method, base+target, strings.NewReader(body))
	r.RemoteAddr = "127.0.0.1:4711"
	if method == http.MethodPost {
		r.Header.Set("Content-Type", "application/json")
	}
	for i := 0; i+1 < len(header); i += 2 {
		if header[i] == "Host" {
			r.Host = header[i+1]
			continue
		}
		r.Header.Set(header[i], header[i+1])
	}
	return r
}

func do(h http.Handler, r *http.Request) *httptest.ResponseRecorder {
	w := httptest.NewRecorder()
	h.ServeHTTP(w, r)
	return w
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s (-want +got; -update writes it):\n%s", file, diff)
	}
}

// problemOf reads a problem.
func problemOf(t *testing.T, w *httptest.ResponseRecorder) (code, detail string) {
	t.Helper()
	var p struct {
		Schema, Type, Title, Detail, Code string
		Status                            int
	}
	if got := w.Header().Get("Content-Type"); got != "application/problem+json" {
		t.Fatalf("content type %q, status %d: %s", got, w.Code, w.Body)
	}
	if err := json.Unmarshal(w.Body.Bytes(), &p); err != nil {
		t.Fatal(err)
	}
	if p.Status != w.Code || p.Schema != toolset.Schema || p.Type == "" || p.Title == "" {
		t.Errorf("problem %+v of status %d", p, w.Code)
	}
	return p.Code, p.Detail
}
