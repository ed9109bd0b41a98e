package httpserver

import (
	"encoding/json"
	"net/http"
	"strconv"
	"unicode/utf8"

	"github.com/footnote-go/footnote/toolset"
)

// A problem is an error as RFC 9457 has it.
type problem struct {
	Schema string `json:"schema"`
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	// Code says which error it is, for programs.
	Code string `json:"code"`
	// RetryAfter is after how many seconds it is worth trying again; 0 says nothing.
	RetryAfter int `json:"-"`
}

// writeProblem answers with a problem.
func writeProblem(w http.ResponseWriter, p problem) {
	p.Schema, p.Type, p.Title = toolset.Schema, "about:blank", http.StatusText(p.Status)
	h := w.Header()
	h.Set("Content-Type", "application/problem+json")
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	if p.RetryAfter > 0 {
		h.Set("Retry-After", strconv.Itoa(p.RetryAfter))
	}
	w.WriteHeader(p.Status)
	e := json.NewEncoder(w)
	e.SetEscapeHTML(false)
	_ = e.Encode(p) // a client that is gone
}

// statusOf are the statuses of what a caller can mend.
var statusOf = map[toolset.Code]int{
	toolset.InvalidArguments: http.StatusBadRequest,
	toolset.NotFound:         http.StatusNotFound,
	toolset.TooLarge:         http.StatusRequestEntityTooLarge,
	toolset.UnknownOperation: http.StatusNotFound,
}

// short cuts foreign text down to what a message can show.
func short(s string) string {
	const most = 80
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
