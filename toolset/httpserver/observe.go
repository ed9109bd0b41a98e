package httpserver

import (
	"context"
	"log/slog"
	"net/http"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"github.com/footnote-go/footnote/toolset"
)

// metrics count what the server does, in a registry of their own.
type metrics struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	running  prometheus.Gauge
	handler  http.Handler
}

func newMetrics(set *toolset.Set, version string) *metrics {
	m := &metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "footnote_requests_total", Help: "Requests by route, method and status.",
		}, []string{"route", "method", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "footnote_request_seconds", Help: "How long requests took, by route.",
			Buckets: []float64{.0005, .001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
		}, []string{"route"}),
		running: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "footnote_requests_running", Help: "Requests that are being served.",
		}),
	}
	info := prometheus.NewGauge(prometheus.GaugeOpts{
		Name: "footnote_info", Help: "1; the labels say what is served.",
		ConstLabels: prometheus.Labels{"version": version, "corpus": string(set.Corpus().Revision())},
	})
	info.Set(1)
	registry := prometheus.NewRegistry()
	registry.MustRegister(m.requests, m.seconds, m.running, info,
		collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	m.handler = promhttp.HandlerFor(registry, promhttp.HandlerOpts{MaxRequestsInFlight: 4})
	return m
}

// A record is what is known of a request, for the log and the metrics.
type record struct {
	http.ResponseWriter
	status int
	bytes  int64
	notes  []slog.Attr
}

type recordKey struct{}

// note adds to what the log says of a request.
func note(r *http.Request, key, value string) {
	if rec, ok := r.Context().Value(recordKey{}).(*record); ok {
		rec.notes = append(rec.notes, slog.String(key, value))
	}
}

func (r *record) WriteHeader(status int) {
	if r.status == 0 {
		r.status = status
	}
	r.ResponseWriter.WriteHeader(status)
}

func (r *record) Write(b []byte) (int, error) {
	if r.status == 0 {
		r.status = http.StatusOK
	}
	n, err := r.ResponseWriter.Write(b)
	r.bytes += int64(n)
	return n, err
}

// Unwrap is for http.ResponseController.
func (r *record) Unwrap() http.ResponseWriter { return r.ResponseWriter }

// Flush is for streams.
func (r *record) Flush() { _ = http.NewResponseController(r.ResponseWriter).Flush() }

// observed counts and logs requests. The log has the path, but no query.
func (s *Server) observed(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		begun := time.Now()
		rec := &record{ResponseWriter: w}
		s.metrics.running.Inc()
		defer func() {
			s.metrics.running.Dec()
			failed := recover()
			if failed != nil && failed != http.ErrAbortHandler {
				s.options.Logger.Error("panic", "path", r.URL.Path, "panic", failed)
				if rec.status == 0 {
					writeProblem(rec, problem{Status: http.StatusInternalServerError, Code: "internal", Detail: "something went wrong here; the server's log says what"})
				}
			}
			if rec.status == 0 {
				rec.status = http.StatusOK
			}
			took := time.Since(begun)
			route := routeOf(r.URL.Path)
			s.metrics.requests.WithLabelValues(route, methodOf(r.Method), strconv.Itoa(rec.status)).Inc()
			s.metrics.seconds.WithLabelValues(route).Observe(took.Seconds())
			s.log(r, rec, took)
			if failed == http.ErrAbortHandler {
				panic(failed)
			}
		}()
		h.ServeHTTP(rec, r.WithContext(context.WithValue(r.Context(), recordKey{}, rec)))
	})
}

func (s *Server) log(r *http.Request, rec *record, took time.Duration) {
	level := slog.LevelInfo
	if rec.status >= http.StatusInternalServerError {
		level = slog.LevelError
	}
	if !s.options.Logger.Enabled(r.Context(), level) {
		return
	}
	s.options.Logger.LogAttrs(r.Context(), level, "request", append([]slog.Attr{
		slog.String("method", methodOf(r.Method)), slog.String("path", short(r.URL.Path)), slog.Int("status", rec.status),
		slog.Int64("bytes", rec.bytes), slog.Float64("ms", float64(took.Microseconds())/1000), slog.String("client", r.RemoteAddr),
	}, rec.notes...)...)
}

// routes are those that metrics tell apart, beside those of articles.
var routes = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, path := range []string{"/", "/llms.txt", "/openapi.json", "/healthz", "/metrics", "/mcp", "/style.css"} {
		out[path] = true
	}
	for _, o := range toolset.Operations() {
		out["/v1/"+o.Name] = true
	}
	return out
})

// routeOf returns which of the routes a path is of, so that metrics don't grow with
// what clients make up.
func routeOf(path string) string {
	switch {
	case routes()[path]:
		return path
	case len(path) > 3 && path[:3] == "/a/":
		return "/a/"
	}
	return "other"
}

// methodOf returns a method that there is, or "other".
func methodOf(method string) string {
	switch method {
	case http.MethodGet, http.MethodHead, http.MethodPost, http.MethodDelete, http.MethodOptions, http.MethodPut, http.MethodPatch:
		return method
	}
	return "other"
}
