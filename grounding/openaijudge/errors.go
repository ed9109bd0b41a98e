package openaijudge

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/footnote-go/footnote/grounding"
)

// A Fault says what is wrong with a reply.
type Fault string

// The faults.
const (
	NoCompletion Fault = "the answer is no chat completion"
	NoChoice     Fault = "the answer has no choices"
	CutOff       Fault = "the reply was cut off"
	Refused      Fault = "the model or its server refused to reply"
	NoJSON       Fault = "the reply is not one JSON object"
	BadContent   Fault = "the reply has an unknown content"
	BadPassage   Fault = "the reply names a passage that there is not"
	NoQuote      Fault = "the reply has no quote"
)

// A ReplyError tells of a reply that is no judgement.
type ReplyError struct {
	Fault Fault
	// Detail says more of it, without words of the reply; it may be "".
	Detail string
	// Reply is the beginning of the reply, or of the object in it, at most 200
	// bytes. Of an answer without a reply it is the server's message.
	Reply string
}

func (e *ReplyError) Error() string {
	s := string(e.Fault)
	if e.Detail != "" {
		s += " (" + e.Detail + ")"
	}
	if e.Reply != "" {
		s += fmt.Sprintf(": %q", e.Reply)
	}
	return s
}

var errTwice = errors.New("a key stands twice")

// A StatusError tells of a server that answered with another status than 200.
type StatusError struct {
	// Code is the HTTP status.
	Code int
	// Message is what the server says of it, at most 500 bytes, without the key,
	// and left out where it repeats what was sent.
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

const (
	maxErrorBody = 64 << 10
	maxMessage   = 500
	maxReply     = 200
	maxRepeated  = 16 // bytes of a text that a server's message may have, less one
	leftOut      = "(left out: it repeats what was sent)"
)

// statusError reads what a server says of a status.
func (j *Judge) statusError(resp *http.Response) *StatusError {
	e := &StatusError{Code: resp.StatusCode, RetryAfter: retryAfter(resp.Header, time.Now())}
	if to, err := url.Parse(resp.Header.Get("Location")); err == nil && to.Host != "" && e.Code < 400 {
		e.Message = j.clean("redirects to "+to.Scheme+"://"+to.Host+", where nothing is sent", maxMessage)
		return e
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, maxErrorBody))
	if err != nil {
		return e // the status says enough
	}
	e.Message = j.clean(errorText(body), maxMessage)
	return e
}

// errorText returns the message in the usual forms of an error; other JSON may have
// the request in it, in any spelling, and says nothing. What is no JSON is a message.
func errorText(body []byte) string {
	var text string
	var inner struct {
		Message string `json:"message"`
	}
	var outer struct {
		Error   json.RawMessage `json:"error"`
		Message json.RawMessage `json:"message"`
		Detail  json.RawMessage `json:"detail"`
	}
	if !json.Valid(body) {
		return string(body)
	}
	if json.Unmarshal(body, &outer) != nil {
		return ""
	}
	if json.Unmarshal(outer.Error, &inner) == nil && inner.Message != "" {
		return inner.Message
	}
	for _, raw := range []json.RawMessage{outer.Error, outer.Message, outer.Detail} {
		if json.Unmarshal(raw, &text) == nil && text != "" {
			return text
		}
	}
	return ""
}

// clean makes a message of what a server says: on one line, not long, and without
// the key, which some servers repeat.
func (j *Judge) clean(s string, most int) string {
	if j.opts.Key != "" {
		s = strings.ReplaceAll(s, j.opts.Key, "[key]")
	}
	s = strings.Join(strings.Fields(strings.ToValidUTF8(s, "\ufffd")), " ")
	if len(s) > most {
		s = strings.ToValidUTF8(s[:most-len("…")], "") + "…"
	}
	return s
}

// A maskedError is an error with a message that has neither the key nor the texts in
// it.
type maskedError struct {
	message string
	err     error
}

func (e *maskedError) Error() string { return e.message }
func (e *maskedError) Unwrap() error { return e.err }

// discreet takes out of an error what a server may have got into it: the texts that it
// was sent, and the key; net/http quotes answers that are not HTTP, of any length. A
// reply quotes the passages by right.
func (j *Judge) discreet(err error, q grounding.JudgeQuestion) error {
	texts := append([]string{q.Claim, q.Before}, q.Evidence...)
	for i, t := range texts {
		texts[i] = strings.Join(strings.Fields(t), " ")
	}
	status, isStatus := errors.AsType[*StatusError](err)
	reply, isReply := errors.AsType[*ReplyError](err)
	switch {
	case isStatus:
		if repeats(status.Message, texts) {
			status.Message = leftOut
		}
	case isReply:
		if (reply.Fault == NoCompletion || reply.Fault == NoChoice) && repeats(reply.Reply, texts) {
			reply.Reply = leftOut
		}
	default:
		m := j.clean(err.Error(), maxMessage)
		if repeats(m, texts) {
			m = leftOut
		}
		if m != err.Error() {
			return &maskedError{m, err}
		}
	}
	return err
}

// repeats reports whether a message has maxRepeated bytes in a row of one of the texts.
func repeats(message string, texts []string) bool {
	for _, t := range texts {
		for i := 0; i+maxRepeated <= len(message); i++ {
			if strings.Contains(t, message[i:i+maxRepeated]) {
				return true
			}
		}
	}
	return false
}
