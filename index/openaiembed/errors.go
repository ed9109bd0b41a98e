package openaiembed

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// A StatusError tells of a server that answered with another status than 200.
type StatusError struct {
	// Code is the HTTP status.
	Code int
	// Message is what the server says of it, at most 500 bytes, without the key
	// if that is in it.
	Message string
	// RetryAfter is how long the server wants to be left alone, 0 if it doesn't
	// say.
	RetryAfter time.Duration
}

func (e *StatusError) Error() string {
	s := fmt.Sprintf("%d %s", e.Code, http.StatusText(e.Code))
	if e.Message != "" {
		s += fmt.Sprintf(": %q", e.Message)
	}
	if e.RetryAfter > 0 {
		s += fmt.Sprintf(" (try again after %v)", e.RetryAfter)
	}
	return s
}

// A ResponseSizeError tells of an answer that has more bytes than are read.
type ResponseSizeError struct{ Max int64 }

func (e *ResponseSizeError) Error() string {
	return fmt.Sprintf("the answer has more than %d bytes", e.Max)
}

// A keylessError is an error with a message that doesn't have the key in it.
type keylessError struct {
	message string
	err     error
}

func (e *keylessError) Error() string { return e.message }
func (e *keylessError) Unwrap() error { return e.err }

// withoutKey takes the key out of the message of an error, into which a server may
// have got it: net/http quotes answers that are not HTTP.
func (c *Client) withoutKey(err error) error {
	key := c.opts.APIKey
	if key == "" || !strings.Contains(err.Error(), key) {
		return err
	}
	return &keylessError{strings.ReplaceAll(err.Error(), key, "[key]"), err}
}

const (
	maxErrorBody = 64 << 10
	maxMessage   = 500
)

// statusError reads what a server says of a status.
func (c *Client) statusError(resp *http.Response) *StatusError {
	e := &StatusError{Code: resp.StatusCode, RetryAfter: retryAfter(resp.Header, time.Now())}
	if to, err := url.Parse(resp.Header.Get("Location")); err == nil && to.Host != "" && e.Code < 400 {
		e.Message = c.clean("redirects to " + to.Scheme + "://" + to.Host + ", where nothing is sent")
		return e
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody))
	if err != nil {
		return e // the status says enough
	}
	e.Message = c.clean(message(body))
	return e
}

// message returns the message in the usual forms of an error, else all of it.
func message(body []byte) string {
	var text string
	var inner struct {
		Message string `json:"message"`
	}
	var outer struct {
		Error   json.RawMessage `json:"error"`
		Message string          `json:"message"`
	}
	if json.Unmarshal(body, &outer) != nil {
		return string(body)
	}
	switch {
	case json.Unmarshal(outer.Error, &inner) == nil && inner.Message != "":
		return inner.Message
	case json.Unmarshal(outer.Error, &text) == nil && text != "":
		return text
	case outer.Message != "":
		return outer.Message
	}
	return string(body)
}

// clean makes a message of what a server says: on one line, not long, and without
// the key, which some servers repeat.
func (c *Client) clean(s string) string {
	if c.opts.APIKey != "" {
		s = strings.ReplaceAll(s, c.opts.APIKey, "[key]")
	}
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
	if len(s) > maxMessage {
		s = strings.ToValidUTF8(s[:maxMessage-len("…")], "") + "…"
	}
	return s
}
