package httpserver

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"html/template"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"sync"

	"github.com/footnote-go/footnote/corpus"
)

//go:embed assets
var assets embed.FS

// policy lets a page load nothing but its style sheet.
const policy = "default-src 'none'; style-src 'self'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// pages are the pages for people, and the texts of the articles.
type pages struct {
	server    *Server
	templates *template.Template
	css       []byte
	styleURL  string // with a digest, so that it can be kept for ever

	mu       sync.Mutex
	rendered map[string]document // what was made of an article, by file name
}

// A document is bytes with their digest.
type document struct {
	body []byte
	etag string
}

func newDocument(body []byte) document {
	sum := sha256.Sum256(body)
	return document{body, `"` + hex.EncodeToString(sum[:12]) + `"`}
}

func newPages(s *Server) (*pages, error) {
	t, err := template.ParseFS(assets, "assets/*.html")
	if err != nil {
		return nil, err
	}
	css, err := assets.ReadFile("assets/style.css")
	if err != nil {
		return nil, err
	}
	sum := sha256.Sum256(css)
	return &pages{
		server: s, templates: t, css: css, rendered: map[string]document{},
		styleURL: s.root + "/style.css?" + hex.EncodeToString(sum[:6]),
	}, nil
}

// A frame is what all pages have.
type frame struct {
	Root, Style string
	Title       string
	Description string
}

func (p *pages) frame(title string) frame {
	return frame{Root: p.server.root, Style: p.styleURL, Title: title}
}

// render writes a page.
func (p *pages) render(name string, data any) ([]byte, error) {
	var b bytes.Buffer
	err := p.templates.ExecuteTemplate(&b, name, data)
	return b.Bytes(), err
}

func pageHeader(w http.ResponseWriter) {
	h := w.Header()
	h.Set("Content-Type", "text/html; charset=utf-8")
	h.Set("Content-Security-Policy", policy)
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
}

// article serves an article: a page, with .md Markdown, with .txt plain text.
func (p *pages) article(w http.ResponseWriter, r *http.Request) {
	name := r.PathValue("article")
	id, kind := name, "text/html"
	for suffix, k := range map[string]string{".md": "text/markdown", ".txt": "text/plain"} {
		if cut, ok := strings.CutSuffix(name, suffix); ok {
			id, kind = cut, k
		}
	}
	a, ok := p.server.set.Corpus().Article(id)
	if !ok {
		p.failed(w, http.StatusNotFound, "There is no such article", "No article has the ID "+short(id)+".")
		return
	}
	doc, err := p.document(name, kind, a)
	if err != nil {
		p.broken(w, err)
		return
	}
	if kind == "text/html" {
		pageHeader(w)
	} else {
		w.Header().Set("Content-Type", kind+"; charset=utf-8")
		w.Header().Set("X-Content-Type-Options", "nosniff")
	}
	serve(w, r, doc)
}

// document makes what is served of an article, once.
func (p *pages) document(name, kind string, a *corpus.Article) (document, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if doc, ok := p.rendered[name]; ok {
		return doc, nil
	}
	var body []byte
	var err error
	switch kind {
	case "text/markdown":
		body = []byte(a.Markdown())
	case "text/plain":
		body = []byte(a.PlainText())
	default:
		body, err = p.render("article.html", p.view(a))
	}
	if err != nil {
		return document{}, err
	}
	p.rendered[name] = newDocument(body)
	return p.rendered[name], nil
}

// serve answers with a document, or that the client has it.
func serve(w http.ResponseWriter, r *http.Request, doc document) {
	h := w.Header()
	h.Set("ETag", doc.etag)
	h.Set("Cache-Control", "no-cache")
	if r.Header.Get("If-None-Match") == doc.etag {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h.Set("Content-Length", strconv.Itoa(len(doc.body)))
	_, _ = w.Write(doc.body) // a client that is gone
}

func (p *pages) style(w http.ResponseWriter, _ *http.Request) {
	h := w.Header()
	h.Set("Content-Type", "text/css; charset=utf-8")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Cache-Control", "public, max-age=31536000, immutable")
	_, _ = w.Write(p.css) // a client that is gone
}

// llms says what there is, in the form of https://llmstxt.org.
func (p *pages) llms(w http.ResponseWriter, _ *http.Request) {
	set := p.server.set
	base := set.BaseURL()
	var b strings.Builder
	b.WriteString("# footnote\n\n> Footnoted articles, with the footnote that vouches for each sentence. Cite a passage by its marks, such as [^4], or by its ID where it has no footnote.\n\n## Articles\n\n")
	for a := range set.Corpus().Articles() {
		title := markdownLine(a.Title())
		if title == "" {
			title = a.ID()
		}
		b.WriteString("- [" + title + "](" + base + "/a/" + url.PathEscape(a.ID()) + ".md)")
		if d := markdownLine(a.Description()); d != "" {
			b.WriteString(": " + d)
		}
		b.WriteByte('\n')
	}
	b.WriteString("\n## Operations\n\n- [OpenAPI](" + base + "/openapi.json): the operations under /v1, such as search_passages and check_answer\n")
	if p.server.options.MCP != nil {
		b.WriteString("- [MCP](" + base + "/mcp): the same as tools over streamable HTTP\n")
	}
	b.WriteString("\n## Optional\n\n")
	for a := range set.Corpus().Articles() {
		b.WriteString("- [" + a.ID() + " as plain text](" + base + "/a/" + url.PathEscape(a.ID()) + ".txt)\n")
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	_, _ = w.Write([]byte(b.String())) // a client that is gone
}

// markdownLine makes text of an article a line that is no markup.
func markdownLine(s string) string {
	return strings.NewReplacer("[", "\\[", "]", "\\]", "<", "\\<", "`", "\\`").Replace(strings.Join(strings.Fields(s), " "))
}

// failed answers people with what is wrong.
func (p *pages) failed(w http.ResponseWriter, status int, title, detail string) {
	body, err := p.render("error.html", struct {
		frame
		Detail string
	}{p.frame(title), detail})
	if err != nil {
		p.broken(w, err)
		return
	}
	pageHeader(w)
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(status)
	_, _ = w.Write(body) // a client that is gone
}

func (p *pages) broken(w http.ResponseWriter, err error) {
	p.server.options.Logger.Error("page failed", "error", err)
	writeProblem(w, problem{Status: http.StatusInternalServerError, Code: "internal", Detail: "the page could not be made; the server's log says why"})
}
