package openaijudge

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// Options are the settings of a [Judge]. URL and Model are needed; all else has a
// useful zero value.
type Options struct {
	// URL is where the server is, "https://api.openai.com" or
	// "http://localhost:11434", with a path if it has one. "/v1/chat/completions" is
	// added, or what of it the path doesn't end in. A query is kept.
	URL string
	// Model is the model's name, as the server knows it.
	Model string
	// Key goes into the header "Authorization: Bearer KEY"; "" sends none.
	Key string
	// JSONMode asks for the response format "json_object". Some servers refuse it,
	// some models reply better with it.
	JSONMode bool
	// MaxTokens is how long a reply may be, for servers whose own limit is too low;
	// 0 leaves it to the server. A reply that was cut off is an error.
	MaxTokens int
	// HTTPClient makes the requests; nil is one with the defaults of net/http.
	// It is copied, with a stricter rule for redirects.
	HTTPClient *http.Client
	// Timeout is how long a request may take, with the answer; 0 is
	// [DefaultTimeout], less is without end. One that takes longer is not tried
	// again. The context's deadline, grounding.Options.JudgeTimeout, holds besides.
	Timeout time.Duration
	// MaxRetries is how often a request is tried again; 0 is
	// [DefaultMaxRetries], less is never.
	MaxRetries int
	// Backoff is how long to wait before a request is tried again where the
	// server doesn't say; each time after the first it is twice as long. 0 or
	// less is [DefaultBackoff].
	Backoff time.Duration
	// MaxWait is the longest wait before one request is tried again. A server
	// that wants a longer one is not tried again; [StatusError.RetryAfter] says
	// how long. 0 or less is [DefaultMaxWait].
	MaxWait time.Duration
	// MaxResponseBytes is how large an answer may be; 0 or less is
	// [DefaultMaxResponseBytes].
	MaxResponseBytes int64
}

// What zero values of [Options] mean.
const (
	DefaultTimeout          = time.Minute
	DefaultMaxRetries       = 3
	DefaultBackoff          = time.Second
	DefaultMaxWait          = 30 * time.Second
	DefaultMaxResponseBytes = 1 << 20
)

// A Judge asks a model. It is safe for concurrent use.
type Judge struct {
	opts     Options
	endpoint string // with query
	shown    string // in errors, without query
	http     http.Client
}

var _ grounding.Judge = (*Judge)(nil)

// New returns a judge. It asks nothing of the server yet.
func New(opts Options) (*Judge, error) {
	u, err := url.Parse(opts.URL)
	switch {
	case opts.URL == "":
		return nil, errors.New("openaijudge: no URL: texts are sent nowhere that wasn't named")
	case err != nil:
		return nil, errors.New("openaijudge: URL is no URL") // which may have a password in it
	case u.User != nil:
		return nil, errors.New("openaijudge: URL has a user or password in it; a key belongs in Key")
	case u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		return nil, fmt.Errorf("openaijudge: URL %q is not like https://HOST", u.Scheme+"://"+u.Host+u.Path)
	case opts.Model == "":
		return nil, errors.New("openaijudge: no Model")
	case strings.ContainsFunc(opts.Key, func(r rune) bool { return r <= ' ' || r > '~' }):
		return nil, errors.New("openaijudge: Key has white space or other characters that no key has")
	case opts.MaxTokens < 0:
		return nil, fmt.Errorf("openaijudge: MaxTokens is %d", opts.MaxTokens)
	}
	u.Fragment = ""
	u = u.JoinPath(endpointPath(u.Path))
	j := &Judge{opts: opts.withDefaults(), endpoint: u.String()}
	u.RawQuery = ""
	j.shown = u.String()
	if opts.HTTPClient != nil {
		j.http = *opts.HTTPClient
	}
	j.http.CheckRedirect = sameOrigin(j.http.CheckRedirect)
	return j, nil
}

// endpointPath returns what is to be added to a path.
func endpointPath(base string) string {
	base = strings.TrimRight(base, "/")
	switch {
	case strings.HasSuffix(base, "/chat/completions"):
		return ""
	case strings.HasSuffix(base, "/v1"):
		return "chat/completions"
	}
	return "v1/chat/completions"
}

func (o Options) withDefaults() Options {
	switch {
	case o.MaxRetries == 0:
		o.MaxRetries = DefaultMaxRetries
	case o.MaxRetries < 0:
		o.MaxRetries = 0
	}
	if o.Timeout == 0 {
		o.Timeout = DefaultTimeout
	}
	if o.Backoff <= 0 {
		o.Backoff = DefaultBackoff
	}
	if o.MaxWait <= 0 {
		o.MaxWait = DefaultMaxWait
	}
	if o.MaxResponseBytes <= 0 {
		o.MaxResponseBytes = DefaultMaxResponseBytes
	}
	return o
}

// Model returns the model's name.
func (j *Judge) Model() string { return j.opts.Model }

// PromptDigest returns the digest of [SystemPrompt].
func (j *Judge) PromptDigest() cite.Digest { return cite.DigestOf(SystemPrompt) }

// Judge asks the model what the passages make of a claim. Without passages nothing is
// asked and the claim is undecided. The error is or wraps a [*ReplyError], a
// [*StatusError], a [*ResponseSizeError], or that of the context or the connection.
func (j *Judge) Judge(ctx context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error) {
	if len(q.Evidence) == 0 {
		return grounding.Judgement{Content: grounding.Undecided}, ctx.Err()
	}
	out, err := j.ask(ctx, q)
	if err != nil {
		return grounding.Judgement{}, fmt.Errorf("openaijudge: POST %s: %w", j.shown, j.discreet(err, q))
	}
	return out, nil
}
