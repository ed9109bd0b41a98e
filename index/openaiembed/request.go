package openaiembed

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
)

// A request is what the server gets.
type request struct {
	Model          string   `json:"model"`
	Input          []string `json:"input"`
	EncodingFormat string   `json:"encoding_format"`
	Dimensions     int      `json:"dimensions,omitempty"`
}

// embed asks for vectors until the server gives them or there is no use in asking
// again.
func (c *Client) embed(ctx context.Context, texts []string) ([][]float32, error) {
	body, err := json.Marshal(request{c.opts.Model, texts, "float", c.opts.Dimensions})
	if err != nil {
		return nil, err
	}
	backoff := c.opts.Backoff
	for try := 0; ; try++ {
		answer, err := c.post(ctx, body)
		if err == nil {
			return parse(answer, len(texts), c.opts.Dimensions)
		}
		if ctx.Err() != nil || try >= c.opts.MaxRetries {
			return nil, err
		}
		wait, ok := c.again(err, backoff)
		if !ok {
			return nil, err
		}
		if e := sleep(ctx, wait); e != nil {
			return nil, fmt.Errorf("%w, while waiting to try again after: %w", e, err)
		}
		backoff = min(2*backoff, c.opts.MaxWait)
	}
}

// again says whether what failed is worth another try, and after how long.
func (c *Client) again(err error, backoff time.Duration) (time.Duration, bool) {
	status, ok := errors.AsType[*StatusError](err)
	switch {
	case !ok:
		return min(backoff, c.opts.MaxWait), lost(err)
	case status.Code != http.StatusTooManyRequests && status.Code < 500:
		return 0, false
	case status.RetryAfter > 0:
		return status.RetryAfter, status.RetryAfter <= c.opts.MaxWait
	}
	return min(backoff, c.opts.MaxWait), true
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
func (c *Client) post(ctx context.Context, body []byte) ([]byte, error) {
	if c.opts.Timeout > 0 {
		late := fmt.Errorf("no answer within %v: %w", c.opts.Timeout, context.DeadlineExceeded)
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeoutCause(ctx, c.opts.Timeout, late)
		defer cancel()
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, c.endpoint, bytes.NewReader(body))
	if err != nil {
		return nil, plain(ctx, err)
	}
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("Accept", "application/json")
	if c.opts.APIKey != "" {
		req.Header.Set("Authorization", "Bearer "+c.opts.APIKey)
	}
	resp, err := c.http.Do(req)
	if err != nil {
		return nil, plain(ctx, err)
	}
	defer resp.Body.Close()
	if resp.StatusCode != http.StatusOK {
		return nil, c.statusError(resp)
	}
	answer, err := io.ReadAll(io.LimitReader(resp.Body, c.opts.MaxResponseBytes+1))
	if err != nil {
		return nil, plain(ctx, err)
	}
	if int64(len(answer)) > c.opts.MaxResponseBytes {
		return nil, &ResponseSizeError{c.opts.MaxResponseBytes}
	}
	return answer, nil
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
