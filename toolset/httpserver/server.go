// Package httpserver serves a toolset over HTTP, and its articles as pages for people.
//
//	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{BaseURL: "http://127.0.0.1:8642"})
//	…
//	server, err := httpserver.New(set, httpserver.Options{})
//	…
//	err = httpserver.Serve(ctx, listener, server, httpserver.Limits{})
//
// A [Server] is an http.Handler and can be mounted in a program of your own:
//
//	/                the articles, and a form that answers with cited passages
//	/a/ARTICLE       an article as a page; passages and footnotes have anchors
//	/a/ARTICLE.md    the same as Markdown, /a/ARTICLE.txt as plain text
//	/llms.txt        what there is, for models (https://llmstxt.org)
//	/v1/OPERATION    the operations: POST with a JSON object, and GET with a query for
//	                 those that take no long texts
//	/openapi.json    OpenAPI 3.1, made from the operations
//	/mcp             Options.MCP, if there is one
//	/healthz         "ok" once the index is made
//	/metrics         Prometheus text
//
// Errors are application/problem+json (RFC 9457), of pages for people HTML.
//
// # Who may ask
//
// A request is refused if its Host is not one that the server answers to (DNS
// rebinding), or if it has an Origin that is neither the server's own nor listed. With
// a token, every request but /healthz needs it. Each client has a rate, each body a
// size, each operation a time; only so many operations run at once and the others wait
// their turn. Behind a proxy all requests come from one client: there the proxy has to
// limit rates.
//
// Logs and metrics have no question and no answer in them, unless Options.LogQuestions
// is set.
package httpserver

import (
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/url"
	"slices"
	"strings"
	"time"

	"github.com/footnote-go/footnote/toolset"
)

// Defaults of [Options].
const (
	DefaultMaxBody = 4 << 20
	DefaultTimeout = 10 * time.Second
	DefaultRate    = 20 // requests a second of a client that isn't on loopback
)

// Options are the settings of a server. The zero Options are the defaults.
type Options struct {
	// MCP serves /mcp: mcpserver.Handler. Nil: there is none.
	MCP http.Handler
	// Hosts are names or addresses, without port, that the server answers to beside
	// those of loopback and the one of the set's base URL. "*" is all.
	Hosts []string
	// Origins are those of pages that may ask from a browser, such as
	// "https://example.org": they get CORS headers. Its own the server always takes.
	Origins []string
	// Token is what requests have to bring as "Authorization: Bearer TOKEN"; "" is
	// none.
	Token string
	// Rate is how many requests a second a client may make, and twice as many at
	// once. 0 is [DefaultRate] for clients that are not on loopback, and none for
	// those that are; less than 0 is none at all.
	Rate float64
	// MaxBody is how many bytes a body has at most; 0 is [DefaultMaxBody]. Those of
	// operations that take no long texts have 256 KiB at most.
	MaxBody int64
	// Timeout is how long an operation may take, with waiting; 0 is [DefaultTimeout].
	Timeout time.Duration
	// Turns bound how many operations run at once, and how many wait before others are
	// turned away with status 503. Nil: turns of its own, with the defaults. What serves
	// MCP beside it should share them.
	Turns *toolset.Turns
	// Logger is told of each request; nil is told nothing.
	Logger *slog.Logger
	// LogQuestions puts questions into the log.
	LogQuestions bool
	// Version is the version that the server tells of itself; "" is "devel".
	Version string
}

// A Server serves a set. It is safe for concurrent use.
type Server struct {
	set     *toolset.Set
	options Options
	root    string // path of the base URL, without slash at its end
	handler http.Handler
	metrics *metrics
	turns   *toolset.Turns
	openAPI []byte
	pages   *pages
}

// New makes a server of a set. The error says which of the options is wrong.
func New(set *toolset.Set, o Options) (*Server, error) {
	if set == nil {
		return nil, errors.New("httpserver: no set")
	}
	if o.MaxBody <= 0 {
		o.MaxBody = DefaultMaxBody
	}
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Turns == nil {
		o.Turns = toolset.NewTurns(0, 0)
	}
	if o.Logger == nil {
		o.Logger = slog.New(slog.DiscardHandler)
	}
	if o.Version == "" {
		o.Version = "devel"
	}
	base, err := url.Parse(set.BaseURL())
	if err != nil {
		return nil, fmt.Errorf("httpserver: %w", err)
	}
	s := &Server{set: set, options: o, root: base.EscapedPath(), metrics: newMetrics(set, o.Version), turns: o.Turns}
	if s.openAPI, err = openAPI(set.BaseURL(), o.Version, o.Token != ""); err != nil {
		return nil, fmt.Errorf("httpserver: %w", err)
	}
	if s.pages, err = newPages(s); err != nil {
		return nil, fmt.Errorf("httpserver: %w", err)
	}
	guard, err := newGuard(o, base.Hostname())
	if err != nil {
		return nil, err
	}
	s.handler = s.observed(guard.wrap(s.routes()))
	return s, nil
}

// ServeHTTP serves a request.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

// routes says what stands where.
func (s *Server) routes() http.Handler {
	mux := http.NewServeMux()
	get := func(pattern string, h http.HandlerFunc) {
		mux.Handle(pattern, only(h, http.MethodGet, http.MethodHead))
	}
	get("/{$}", s.pages.home)
	get("/a/{article}", s.pages.article)
	get("/style.css", s.pages.style)
	get("/llms.txt", s.pages.llms)
	get("/openapi.json", s.serveOpenAPI)
	get("/healthz", s.healthz)
	mux.Handle("/metrics", only(s.metrics.handler.ServeHTTP, http.MethodGet, http.MethodHead))
	for _, o := range toolset.Operations() {
		methods := []string{http.MethodPost}
		if takesQuery(o) {
			methods = append(methods, http.MethodGet, http.MethodHead)
		}
		mux.Handle("/v1/"+o.Name, only(s.operation(o), methods...))
	}
	if s.options.MCP != nil {
		mux.Handle("/mcp", s.mcp(s.options.MCP))
	}
	mux.HandleFunc("/", func(w http.ResponseWriter, r *http.Request) {
		writeProblem(w, problem{Status: http.StatusNotFound, Code: "not-found", Detail: "there is nothing at " + short(r.URL.Path) + "; /openapi.json says what there is"})
	})
	return mux
}

// only lets methods through.
func only(h http.HandlerFunc, methods ...string) http.Handler {
	allow := strings.Join(methods, ", ")
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if slices.Contains(methods, r.Method) {
			h(w, r)
			return
		}
		w.Header().Set("Allow", allow)
		writeProblem(w, problem{Status: http.StatusMethodNotAllowed, Code: "method-not-allowed", Detail: "use " + allow})
	})
}

// healthz answers once the index and the checker are made.
func (s *Server) healthz(w http.ResponseWriter, r *http.Request) {
	if err := s.set.Prepare(); err != nil {
		s.options.Logger.Error("not ready", "error", err)
		writeProblem(w, problem{Status: http.StatusServiceUnavailable, Code: "not-ready", Detail: "the index could not be made; the log says why"})
		return
	}
	w.Header().Set("Content-Type", "text/plain; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	fmt.Fprintln(w, "ok")
}

func (s *Server) serveOpenAPI(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(s.openAPI) // a client that is gone
}
