package httpserver

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"mime"
	"net/http"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/toolset"
)

// longText is from how many characters on an argument is too long for a query.
const longText = 10_000

// takesQuery reports whether an operation can be asked by GET: no argument of it is a
// long text or a list of objects.
func takesQuery(o toolset.Operation) bool {
	for _, p := range o.Input.Properties {
		if p.MaxLength != nil && *p.MaxLength > longText || p.Items != nil && p.Items.Type == "object" {
			return false
		}
	}
	return true
}

// operation serves an operation.
func (s *Server) operation(o toolset.Operation) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		arguments, ok := s.arguments(w, r, o)
		if !ok {
			return
		}
		if s.options.LogQuestions {
			note(r, "arguments", string(arguments))
		}
		var result json.RawMessage
		err := s.within(r.Context(), func(ctx context.Context) (err error) {
			result, err = s.set.CallJSON(ctx, o.Name, arguments)
			return err
		})
		if err != nil {
			s.fail(w, r, err)
			return
		}
		h := w.Header()
		h.Set("Content-Type", "application/json")
		h.Set("Content-Length", strconv.Itoa(len(result)))
		h.Set("Cache-Control", "no-cache")
		h.Set("X-Content-Type-Options", "nosniff")
		_, _ = w.Write(result) // a client that is gone
	}
}

// within runs something when it is its turn, with waiting for no longer than an operation
// may take.
func (s *Server) within(ctx context.Context, f func(ctx context.Context) error) error {
	ctx, cancel := context.WithTimeout(ctx, s.options.Timeout)
	defer cancel()
	give, err := s.turns.Take(ctx)
	if err != nil {
		return err
	}
	defer give()
	return f(ctx)
}

// arguments reads the arguments of a call, or answers why it can't.
func (s *Server) arguments(w http.ResponseWriter, r *http.Request, o toolset.Operation) (json.RawMessage, bool) {
	if r.Method != http.MethodPost {
		return queryArguments(r, o), true
	}
	if given := r.Header.Get("Content-Type"); given != "" {
		if kind, _, err := mime.ParseMediaType(given); err != nil || kind != "application/json" && !strings.HasSuffix(kind, "+json") {
			writeProblem(w, problem{Status: http.StatusUnsupportedMediaType, Code: "media-type", Detail: "send the arguments as a JSON object with Content-Type: application/json"})
			return nil, false
		}
	}
	most := s.options.MaxBody
	if takesQuery(o) {
		most = min(most, maxShortBody)
	}
	return s.body(w, r, most)
}

// maxShortBody is how many bytes the arguments of an operation without long texts have
// at most.
const maxShortBody = 256 << 10

// body reads a body of bounded size, or answers why it can't. One that says that it is
// too large isn't read at all.
func (s *Server) body(w http.ResponseWriter, r *http.Request, most int64) ([]byte, bool) {
	var b bytes.Buffer
	var err error = &http.MaxBytesError{Limit: most}
	if r.ContentLength <= most {
		if n := r.ContentLength; n > 0 {
			b.Grow(int(min(n, 64<<10)) + bytes.MinRead)
		}
		_, err = io.Copy(&b, http.MaxBytesReader(w, r.Body, most))
	} else {
		w.Header().Set("Connection", "close")
	}
	if err == nil {
		return b.Bytes(), true
	}
	if _, ok := errors.AsType[*http.MaxBytesError](err); ok {
		writeProblem(w, problem{Status: http.StatusRequestEntityTooLarge, Code: "too-large", Detail: "the body has more than " + strconv.FormatInt(most, 10) + " bytes"})
		return nil, false
	}
	w.Header().Set("Connection", "close")
	writeProblem(w, problem{Status: http.StatusBadRequest, Code: "body", Detail: "the body could not be read in time or to its end"})
	return nil, false
}

// queryArguments makes arguments of a query: a list of a key that is repeated. What is
// no number or truth value stays text, so that the operation says what is wrong with
// it.
func queryArguments(r *http.Request, o toolset.Operation) json.RawMessage {
	arguments := map[string]any{}
	for name, values := range r.URL.Query() {
		p, ok := o.Input.Properties[name]
		switch {
		case ok && p.Type == "array":
			arguments[name] = values
		case ok && len(values) > 1:
			arguments[name] = values
		case ok && p.Type == "integer":
			arguments[name] = values[0]
			if n, err := strconv.ParseInt(values[0], 10, 53); err == nil {
				arguments[name] = n
			}
		case ok && p.Type == "boolean":
			arguments[name] = values[0]
			if b, err := strconv.ParseBool(values[0]); err == nil {
				arguments[name] = b
			}
		default:
			arguments[name] = values[0]
		}
	}
	b, _ := json.Marshal(arguments) // strings, numbers and truth values always are JSON
	return b
}

// fail answers with what an operation returned as an error.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	p := problem{Status: http.StatusInternalServerError, Code: "internal", Detail: "something went wrong here; the server's log says what"}
	switch mendable, ok := errors.AsType[*toolset.Error](err); {
	case ok:
		p = problem{Status: statusOf[mendable.Code], Code: string(mendable.Code), Detail: mendable.Message}
	case errors.Is(err, toolset.ErrBusy):
		p = problem{Status: http.StatusServiceUnavailable, Code: "busy", Detail: "too many requests are waiting; try again", RetryAfter: 1}
	case r.Context().Err() != nil:
		p = problem{Status: statusClientGone, Code: "cancelled", Detail: "the client is gone"}
	case errors.Is(err, context.DeadlineExceeded):
		p = problem{Status: http.StatusServiceUnavailable, Code: "timeout", Detail: "it took longer than " + s.options.Timeout.String() + "; ask for less, or try again", RetryAfter: 5}
	default:
		s.options.Logger.Error("operation failed", "path", r.URL.Path, "error", err)
	}
	writeProblem(w, p)
}

// statusClientGone is what logs and metrics have where nobody reads the answer, as
// nginx does.
const statusClientGone = 499

// mcp serves MCP: a body of bounded size, read in time; then streams may last.
func (s *Server) mcp(h http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			body, ok := s.body(w, r, s.options.MaxBody)
			if !ok {
				return
			}
			r.Body = io.NopCloser(bytes.NewReader(body))
		}
		lasting(w)
		if r.Method == http.MethodGet {
			ctx, cancel := untilStop(r.Context())
			defer cancel()
			r = r.WithContext(ctx)
		}
		h.ServeHTTP(w, r)
	})
}
