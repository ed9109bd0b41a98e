package httpserver_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/httpserver"
)

func TestHosts(t *testing.T) {
	set := newSet(t, metapolicy.Corpus(), toolset.Options{BaseURL: "https://notes.example.org/x"})
	for _, tt := range []struct {
		reason string
		hosts  []string
		host   string
		status int
	}{
		{"loopback", nil, "127.0.0.1:8642", 200},
		{"loopback by name", nil, "localhost", 200},
		{"case and final dot", nil, "LocalHost.:80", 200},
		{"IPv6 loopback", nil, "[::1]:8642", 200},
		{"the base URL's", nil, "notes.example.org", 200},
		{"another", nil, "evil.example", 421},
		{"one that begins like it", nil, "localhost.evil.example", 421},
		{"none", nil, "", 421},
		{"listed", []string{"Other.example"}, "other.example:99", 200},
		{"not listed", []string{"other.example"}, "evil.example", 421},
		{"all", []string{"*"}, "evil.example", 200},
	} {
		s := serverOf(t, set, httpserver.Options{Hosts: tt.hosts})
		if w := do(s, request(http.MethodGet, "/llms.txt", "", "Host", tt.host)); w.Code != tt.status {
			t.Errorf("%s: %d %s", tt.reason, w.Code, w.Body)
		}
	}
}

func TestOrigins(t *testing.T) {
	s := newServer(t, httpserver.Options{Origins: []string{"https://app.example"}, Token: "secret"})
	for _, tt := range []struct {
		reason, method, origin string
		status                 int
		allowed                string
	}{
		{"no browser", "GET", "", 401, ""},
		{"its own", "GET", base, 401, ""},
		{"listed", "GET", "https://app.example", 401, "https://app.example"},
		{"listed, before it asks", "OPTIONS", "https://app.example", 204, "https://app.example"},
		{"by another scheme", "GET", "http://app.example", 403, ""},
		{"another", "GET", "https://evil.example", 403, ""},
		{"another, before it asks", "OPTIONS", "https://evil.example", 403, ""},
		{"a file", "GET", "null", 403, ""},
		{"its own name by a foreign scheme", "GET", "file://127.0.0.1:8642", 403, ""},
	} {
		r := request(tt.method, "/v1/search?query=x", "", "Origin", tt.origin)
		if tt.origin == "" {
			r.Header.Del("Origin")
		}
		if tt.method == http.MethodOptions {
			r.Header.Set("Access-Control-Request-Method", "POST")
			r.Header.Set("Access-Control-Request-Headers", "authorization,content-type")
		}
		w := do(s, r)
		if got := w.Header().Get("Access-Control-Allow-Origin"); w.Code != tt.status || got != tt.allowed {
			t.Errorf("%s: %d, allowed %q: %s", tt.reason, w.Code, got, w.Body)
		}
	}
	for _, wrong := range []string{"app.example", "https://app.example/", "*", "https://"} {
		if _, err := httpserver.New(newSet(t, metapolicy.Corpus(), toolset.Options{}), httpserver.Options{Origins: []string{wrong}}); err == nil {
			t.Errorf("origin %q is taken", wrong)
		}
	}
}

func TestToken(t *testing.T) {
	s := newServer(t, httpserver.Options{Token: "secret"})
	for _, tt := range []struct {
		reason, path, header string
		status               int
	}{
		{"none", "/llms.txt", "", 401},
		{"right", "/llms.txt", "Bearer secret", 200},
		{"scheme in small letters", "/llms.txt", "bearer secret", 200},
		{"wrong", "/llms.txt", "Bearer secre", 401},
		{"longer", "/llms.txt", "Bearer secrets", 401},
		{"another scheme", "/llms.txt", "Basic secret", 401},
		{"without a scheme", "/llms.txt", "secret", 401},
		{"of a page", "/", "", 401},
		{"of figures", "/metrics", "", 401},
		{"health needs none", "/healthz", "", 200},
	} {
		r := request(http.MethodGet, tt.path, "", "Authorization", tt.header)
		w := do(s, r)
		if w.Code != tt.status || tt.status == 401 && !strings.HasPrefix(w.Header().Get("WWW-Authenticate"), "Bearer") {
			t.Errorf("%s: %d %s", tt.reason, w.Code, w.Body)
		}
	}
}

func TestRate(t *testing.T) {
	ask := func(s http.Handler, client string, n int) (refused int, last *httptest.ResponseRecorder) {
		for range n {
			r := request(http.MethodGet, "/llms.txt", "")
			r.RemoteAddr = client
			if last = do(s, r); last.Code == http.StatusTooManyRequests {
				refused++
			}
		}
		return refused, last
	}
	const many = 500
	s := newServer(t, httpserver.Options{})
	if n, _ := ask(s, "127.0.0.1:1", many); n > 0 {
		t.Errorf("loopback is limited unasked: %d", n)
	}
	n, last := ask(s, "192.0.2.1:1", many)
	if n == 0 || last.Header().Get("Retry-After") == "" {
		t.Errorf("%d of %d refused, Retry-After %q", n, many, last.Header().Get("Retry-After"))
	}
	if n, _ := ask(s, "192.0.2.2:1", 1); n > 0 {
		t.Error("one client's haste is another's wait")
	}
	if n, _ := ask(s, "[2001:db8::1]:1", many); n == 0 {
		t.Error("IPv6 is not limited")
	}
	if n, _ := ask(s, "[2001:db8::2]:1", 1); n == 0 {
		t.Error("the next address of the same network isn't the same client")
	}
	if n, _ := ask(s, "[::ffff:192.0.2.1]:1", 1); n == 0 {
		t.Error("a mapped address isn't the same client")
	}
	if n, _ := ask(newServer(t, httpserver.Options{Rate: 5}), "127.0.0.1:1", many); n == 0 {
		t.Error("loopback is not limited where that is asked for")
	}
	if n, _ := ask(newServer(t, httpserver.Options{Rate: -1}), "192.0.2.1:1", many); n > 0 {
		t.Errorf("there is a limit where none is asked for: %d", n)
	}
}
