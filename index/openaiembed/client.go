package openaiembed

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"

	"github.com/footnote-go/footnote/index"
)

// Options are the settings of a [Client]. BaseURL and Model are needed; all else has
// a useful zero value.
type Options struct {
	// BaseURL is where the server is, "https://api.openai.com" or
	// "http://localhost:11434", with a path if it has one. "/v1/embeddings" is
	// added, or "/embeddings" if the path ends in "/v1". A query is kept.
	BaseURL string
	// Model is the model's name, as the server knows it.
	Model string
	// APIKey goes into the header "Authorization: Bearer KEY"; "" sends none.
	APIKey string
	// Dimensions asks for vectors of so many values, of models that can give
	// different ones, and refuses others. 0 takes what the model gives.
	Dimensions int
	// PassagePrefix and QueryPrefix are put before passages and questions by
	// [Client.Embedding], for models that want to be told which it is:
	// "search_document: " and "search_query: ", for example.
	PassagePrefix, QueryPrefix string
	// HTTPClient makes the requests; nil is one with the defaults of net/http.
	// It is copied, with a stricter rule for redirects.
	HTTPClient *http.Client
	// Timeout is how long a request may take, with the answer; 0 is
	// [DefaultTimeout], less is without end. One that takes longer is not tried
	// again.
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
	// [DefaultMaxResponseBytes]. A vector of 1024 values takes about 20 KB.
	MaxResponseBytes int64
}

// What zero values of [Options] mean.
const (
	DefaultTimeout          = time.Minute
	DefaultMaxRetries       = 3
	DefaultBackoff          = time.Second
	DefaultMaxWait          = 30 * time.Second
	DefaultMaxResponseBytes = 64 << 20
)

// QuestionTimeout is the Timeout of [Client.Embedding]: a person waits for the
// answer.
const QuestionTimeout = 10 * time.Second

// A Client asks a server for vectors. It is safe for concurrent use.
type Client struct {
	opts     Options
	endpoint string // with query
	shown    string // in errors, without query
	http     http.Client
}

// New returns a client. It asks nothing of the server yet.
func New(opts Options) (*Client, error) {
	u, err := url.Parse(opts.BaseURL)
	switch {
	case opts.BaseURL == "":
		return nil, errors.New("openaiembed: no BaseURL: texts are sent nowhere that wasn't named")
	case err != nil:
		return nil, errors.New("openaiembed: BaseURL is no URL") // which may have a password in it
	case u.User != nil:
		return nil, errors.New("openaiembed: BaseURL has a user or password in it; a key belongs in APIKey")
	case u.Scheme != "http" && u.Scheme != "https" || u.Hostname() == "":
		return nil, fmt.Errorf("openaiembed: BaseURL %q is not like https://HOST", u.Scheme+"://"+u.Host+u.Path)
	case opts.Model == "":
		return nil, errors.New("openaiembed: no Model")
	case strings.ContainsFunc(opts.APIKey, func(r rune) bool { return r <= ' ' || r > '~' }):
		return nil, errors.New("openaiembed: APIKey has white space or other characters that no key has")
	case opts.Dimensions < 0:
		return nil, fmt.Errorf("openaiembed: Dimensions is %d", opts.Dimensions)
	}
	u.Fragment = ""
	u = u.JoinPath(endpointPath(u.Path))
	c := &Client{opts: opts.withDefaults(), endpoint: u.String()}
	u.RawQuery = ""
	c.shown = u.String()
	if opts.HTTPClient != nil {
		c.http = *opts.HTTPClient
	}
	c.http.CheckRedirect = sameOrigin(c.http.CheckRedirect)
	return c, nil
}

func endpointPath(base string) string {
	if strings.HasSuffix(strings.TrimRight(base, "/"), "/v1") {
		return "embeddings"
	}
	return "v1/embeddings"
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

// Embed returns the vector of a text, which is sent as it stands. It is an
// [index.Embedder].
func (c *Client) Embed(ctx context.Context, text string) ([]float32, error) {
	out, err := c.EmbedBatch(ctx, []string{text})
	if err != nil {
		return nil, err
	}
	return out[0], nil
}

// EmbedBatch returns the vectors of texts, in their order, with one request. No
// texts are no request. It is an [index.BatchEmbedder].
func (c *Client) EmbedBatch(ctx context.Context, texts []string) ([][]float32, error) {
	if len(texts) == 0 {
		return nil, ctx.Err()
	}
	out, err := c.embed(ctx, texts)
	if err != nil {
		return nil, fmt.Errorf("openaiembed: POST %s: %w", c.shown, c.withoutKey(err))
	}
	return out, nil
}

// Embedding returns the embedding that an index needs, with the prefixes of the
// options. Its name is made of the model, the dimensions and the passages' prefix;
// where that is not enough to tell vectors apart, such as for two servers that have
// different models of one name, set another. A question may take [QuestionTimeout]
// before words answer alone. Callers set what else they like.
func (c *Client) Embedding() index.Embedding {
	name := c.opts.Model
	if c.opts.Dimensions > 0 {
		name += "@" + strconv.Itoa(c.opts.Dimensions)
	}
	e := index.Embedding{Name: name, Embed: c.Embed, EmbedBatch: c.EmbedBatch, Timeout: QuestionTimeout}
	if p := c.opts.PassagePrefix; p != "" {
		e.Name += " " + strconv.Quote(p)
		e.Embed = c.withPrefix(p)
		e.EmbedBatch = func(ctx context.Context, texts []string) ([][]float32, error) {
			prefixed := make([]string, len(texts))
			for i, t := range texts {
				prefixed[i] = p + t
			}
			return c.EmbedBatch(ctx, prefixed)
		}
	}
	e.Query = c.withPrefix(c.opts.QueryPrefix)
	return e
}

func (c *Client) withPrefix(prefix string) index.Embedder {
	return func(ctx context.Context, text string) ([]float32, error) { return c.Embed(ctx, prefix+text) }
}
