package httpserver_test

import (
	"net/http"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/httpserver"
)

func TestArticlePage(t *testing.T) {
	s := serverOf(t, newSet(t, kinds(t), toolset.Options{BaseURL: base}), httpserver.Options{})
	w := do(s, request(http.MethodGet, "/a/kinds", ""))
	golden(t, "kinds.html", w.Body.String())
	golden(t, "kinds.html.md", do(s, request(http.MethodGet, "/a/kinds.md", "")).Body.String())
	golden(t, "kinds.html.txt", do(s, request(http.MethodGet, "/a/kinds.txt", "")).Body.String())
	golden(t, "llms.txt", do(s, request(http.MethodGet, "/llms.txt", "")).Body.String())
	for _, bad := range []string{"<script", "<img", "<i>markup", "javascript:", "onerror=alert(1)>"} {
		if strings.Contains(w.Body.String(), bad) {
			t.Errorf("the page has %q", bad)
		}
	}
}

var (
	idPattern   = regexp.MustCompile(` id="([^"]*)"`)
	hrefPattern = regexp.MustCompile(` href="([^"]*)"`)
)

// TestAnchors: each passage and each footnote has an anchor, none two, and every link
// within the page leads to one.
func TestAnchors(t *testing.T) {
	for _, c := range []*corpus.Corpus{metapolicy.Corpus(), kinds(t)} {
		set := newSet(t, c, toolset.Options{BaseURL: base})
		s := serverOf(t, set, httpserver.Options{})
		for a := range c.Articles() {
			page := do(s, request(http.MethodGet, "/a/"+a.ID(), "")).Body.String()
			have := map[string]bool{}
			for _, m := range idPattern.FindAllStringSubmatch(page, -1) {
				if id := unescape(m[1]); have[id] {
					t.Errorf("%s: the anchor %q stands twice", a.ID(), id)
				} else {
					have[id] = true
				}
			}
			leads := func(what, address string) {
				u, err := url.Parse(address)
				if err != nil || !have[u.Fragment] {
					t.Errorf("%s: %s leads nowhere: %s", a.ID(), what, address)
				}
			}
			for _, m := range hrefPattern.FindAllStringSubmatch(page, -1) {
				if href := unescape(m[1]); strings.HasPrefix(href, "#") {
					leads("a link", href)
				}
			}
			for p := range a.Passages() {
				leads(string(p.ID()), set.PassageURL(p.ID()))
			}
			for f := range a.Footnotes() {
				leads(f.Ref(), set.FootnoteURL(f))
			}
			for sec := range a.Sections() {
				leads(sec.ID(), set.SectionURL(sec))
			}
			for r := range a.References() {
				if !strings.Contains(page, `id="fnref:1:`+r.Label()+`"`) {
					t.Errorf("%s: no mark of %s to come back to", a.ID(), r.Label())
				}
			}
		}
	}
}

func unescape(s string) string {
	return strings.NewReplacer("&amp;", "&", "&#34;", `"`, "&#39;", "'", "&lt;", "<", "&gt;", ">", "&#43;", "+").Replace(s)
}

func TestPageHeaders(t *testing.T) {
	s := newServer(t, httpserver.Options{})
	for _, target := range []string{"/", "/?q=SB+1047", "/a/meta-open-source-strategy", "/a/none"} {
		w := do(s, request(http.MethodGet, target, ""))
		h := w.Header()
		if policy := h.Get("Content-Security-Policy"); !strings.Contains(policy, "default-src 'none'") || strings.Contains(policy, "unsafe") {
			t.Errorf("%s: policy %q", target, policy)
		}
		if h.Get("X-Content-Type-Options") != "nosniff" || h.Get("Content-Type") != "text/html; charset=utf-8" {
			t.Errorf("%s: headers %v", target, h)
		}
		if strings.Contains(w.Body.String(), "<script") || strings.Contains(w.Body.String(), " style=") {
			t.Errorf("%s: the page needs what its policy forbids", target)
		}
	}
	w := do(s, request(http.MethodGet, "/a/meta-open-source-strategy", ""))
	again := do(s, request(http.MethodGet, "/a/meta-open-source-strategy", "", "If-None-Match", w.Header().Get("ETag")))
	if again.Code != http.StatusNotModified || again.Body.Len() > 0 {
		t.Errorf("a page that the client has: %d, %d bytes", again.Code, again.Body.Len())
	}
	style := regexp.MustCompile(`<link rel="stylesheet" href="([^"]*)">`).FindStringSubmatch(w.Body.String())
	if style == nil {
		t.Fatal("no style sheet")
	}
	if w := do(s, request(http.MethodGet, style[1], "")); w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), "text/css") {
		t.Errorf("%s: %d %s", style[1], w.Code, w.Header().Get("Content-Type"))
	}
}

func TestHome(t *testing.T) {
	s := newServer(t, httpserver.Options{})
	for _, tt := range []struct {
		reason, question string
		status           int
		want, not        string
	}{
		{"nothing asked", "", 200, "Meta Open-Source Strategy Policy Impact", "Passages"},
		{"only white space", " ", 200, "Meta Open-Source Strategy Policy Impact", "Passages"},
		{"answered", "Who opposed SB 1047?", 200, `Meta likewise opposed California SB 1047`, "I found no passage"},
		{"misspelt", "What does the licnese of Llama 2 say?", 200, "Looked for “license” for “licnese”", ""},
		{"not answered", "How many whales live in the Baltic Sea?", 200, "I found no passage that answers this", `class="answer"`},
		{"no word known", "xyzzy", 200, "No passage has a word of this question", "<h2>"},
		{"no word", "?!", 200, "No passage has a word", "<h2>"},
		{"markup", `"><script>alert(1)</script>`, 200, "", "<script"},
		{"too long", strings.Repeat("a ", 1500), 413, "too long", ""},
	} {
		w := do(s, request(http.MethodGet, "/?q="+url.QueryEscape(tt.question), ""))
		body := w.Body.String()
		if w.Code != tt.status || !strings.Contains(body, tt.want) || tt.not != "" && strings.Contains(body, tt.not) {
			t.Errorf("%s: %d %s", tt.reason, w.Code, body)
		}
	}
	w := do(s, request(http.MethodGet, "/?q=Who+opposed+SB+1047%3F", ""))
	golden(t, "answer.html", w.Body.String())
	for _, m := range hrefPattern.FindAllStringSubmatch(w.Body.String(), -1) {
		if href := unescape(m[1]); strings.HasPrefix(href, "/a/") {
			path, _, _ := strings.Cut(href, "#")
			if w := do(s, request(http.MethodGet, path, "")); w.Code != http.StatusOK {
				t.Errorf("%s: %d", href, w.Code)
			}
		}
	}
}

// TestBelowPath: behind a proxy that takes a path off, links have it.
func TestBelowPath(t *testing.T) {
	s := serverOf(t, newSet(t, kinds(t), toolset.Options{BaseURL: "https://example.org/notes/"}), httpserver.Options{Hosts: []string{"*"}})
	for _, target := range []string{"/", "/a/kinds", "/?q=mill"} {
		page := do(s, request(http.MethodGet, target, "")).Body.String()
		for _, m := range regexp.MustCompile(`(?:href|action)="(/[^"]*)"`).FindAllStringSubmatch(page, -1) {
			if !strings.HasPrefix(m[1], "/notes/") {
				t.Errorf("%s: %s", target, m[1])
			}
		}
	}
}
