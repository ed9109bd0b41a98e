package openaijudge

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strconv"
	"time"

	"github.com/footnote-go/footnote/grounding"
)

// A request is what the server gets.
type request struct {
	Model          string    `json:"model"`
	Messages       []turn    `json:"messages"`
	Temperature    int       `json:"temperature"`
	Stream         bool      `json:"stream"`
	MaxTokens      int       `json:"max_tokens,omitempty"`
	ResponseFormat *respType `json:"response_format,omitempty"`
}

type turn struct {
	Role    string `json:"role"`
	Content string `json:"content"`
}

type respType struct {
	Type string `json:"type"`
}

func (j *Judge) requestOf(q grounding.JudgeQuestion) request {
	r := request{
		Model:     j.opts.Model,
		Messages:  []turn{{"system", SystemPrompt}, {"user", message(q)}},
		MaxTokens: j.opts.MaxTokens,
	}
	if j.opts.JSONMode {
		r.ResponseFormat = &respType{"json_object"}
	}
	return r
}

// ask asks until the server answers or there is no use in asking again.
func (j *Judge) ask(ctx context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error) {
	body, err := json.Marshal(j.requestOf(q))
	if err != nil {
		return grounding.Judgement{}, err
	}
	backoff := j.opts.Backoff
	for try := 0; ; try++ {
		answer, err := j.post(ctx, body)
		if err == nil {
			return j.read(answer, len(q.Evidence))
		}
		if ctx.Err() != nil || try >= j.opts.MaxRetries {
			return grounding.Judgement{}, err
		}
		wait, ok := j.again(err, backoff)
		if !ok || !timeFor(ctx, wait) {
			return grounding.Judgement{}, err
		}
		if e := sleep(ctx, wait); e != nil {
			return grounding.Judgement{}, fmt.Errorf("%w, while waiting to try again after: %w", e, err)
		}
		backoff = min(2*backoff, j.opts.MaxWait)
	}
}

// timeFor reports whether the context leaves time to wait. Where it doesn't, waiting
// would only keep others from asking.
func timeFor(ctx context.Context, wait time.Duration) bool {
	end, ok := ctx.Deadline()
	return !ok || time.Until(end) > wait
}

// again says whether what failed is worth another try, and after how long.
func (j *Judge) again(err error, backoff time.Duration) (time.Duration, bool) {
	status, ok := errors.AsType[*StatusError](err)
	switch {
	case !ok:
		return min(backoff, j.opts.MaxWait), lost(err)
	case status.Code != http.StatusTooManyRequests && status.Code < 500:
		return 0, false
	case status.RetryAfter > 0:
		return status.RetryAfter, status.RetryAfter <= j.opts.MaxWait
	}
	return min(backoff, j.opts.MaxWait), true
}

// lost reports whether a connection broke that there was. Where there was none, no
// server is running, which a few seconds seldom change.
func lost(err error) bool {
	if op, ok := errors.AsType[*net.OpError](err); ok {
		return !op.Timeout() && (op.Op == "read" || op.Op == "write")
	}
	return errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF)
}

// sleep waits, unless the context is done before.
func sleep(ctx context.Context, d time.Duration) error {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return ctx.Err()
	case <-ctx.Done():
		return ctx.Err()
	}
}

// post makes one request and returns the body of the answer.
func (j *Judge) post(ctx context.Context, body []byte) ([]byte, error) {
	if j.opts.Timeout > 0 {
		late := fmt.Errorf("no answer within %v: %w", j.opts.Timeout, context.DeadlineExceeded)
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, j.opts.Timeout, late)
		defer cancel()
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, j.endpoint, bytes.NewReader(body))
	if err != nil {
		return nil, plain(ctx, err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	if j.opts.Key != "" {
		req.Header.Set("Authorization", "Bearer "+j.opts.Key)
	}
	resp, err := j.http.Do(req)
	if err != nil {
		return nil, plain(ctx, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, j.statusError(resp)
	}
	answer, err := io.ReadAll(io.LimitReader(resp.Body, j.opts.MaxResponseBytes+1))
	if err != nil {
		return nil, plain(ctx, err)
	}
	if int64(len(answer)) > j.opts.MaxResponseBytes {
		return nil, &ResponseSizeError{j.opts.MaxResponseBytes}
	}
	return answer, nil
}

// sameOrigin is a rule for redirects: to the same scheme, host and port, and not
// too often. net/http would send the key to subdomains and other ports as well, and
// the texts to anybody. Where a redirect isn't followed, it is the answer, and as
// such a [*StatusError]. also is a rule that holds besides.
func sameOrigin(also func(*http.Request, []*http.Request) error) func(*http.Request, []*http.Request) error {
	return func(next *http.Request, before []*http.Request) error {
		first := before[0].URL
		if next.URL.Scheme != first.Scheme || next.URL.Host != first.Host || len(before) > 3 {
			return http.ErrUseLastResponse
		}
		if also != nil {
			return also(next, before)
		}
		return nil
	}
}

// plain takes the address off an error, which may have a key in its query, and
// says why the context was done, if it was.
func plain(ctx context.Context, err error) error {
	if ctx.Err() != nil {
		return context.Cause(ctx)
	}
	if e, ok := errors.AsType[*url.Error](err); ok {
		return e.Err
	}
	return err
}

// retryAfter reads the header Retry-After, in seconds or as a date; 0 if there is
// none or it has passed.
func retryAfter(h http.Header, now time.Time) time.Duration {
	const most = 365 * 24 * time.Hour
	v := h.Get("Retry-After")
	if s, err := strconv.ParseFloat(v, 64); err == nil {
		if !(s > 0) { // NaN is not
			return 0
		}
		return time.Duration(min(s, most.Seconds()) * float64(time.Second))
	}
	if at, err := http.ParseTime(v); err == nil {
		return min(max(at.Sub(now), 0), most)
	}
	return 0
}
