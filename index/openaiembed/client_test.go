package openaiembed_test

import (
	"context"
	"encoding/base64"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"net"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/index/openaiembed"
)

const key = "sk-secret-0123456789"

// An asked is what the server got.
type asked struct {
	Model          string   `json:"model"`
	Input          []string `json:"input"`
	EncodingFormat string   `json:"encoding_format"`
	Dimensions     *int     `json:"dimensions"`
}

// lengths is the vector that the tests' servers give of a text.
func lengths(text string) []float32 { return []float32{float32(len(text)), 1, -0.5} }

// answer writes the vectors of texts in the given order, that of the texts for nil.
func answer(w http.ResponseWriter, texts []string, order []int) {
	type item struct {
		Object    string    `json:"object"`
		Index     int       `json:"index"`
		Embedding []float32 `json:"embedding"`
	}
	var data []item
	for i, t := range texts {
		data = append(data, item{"embedding", i, lengths(t)})
	}
	for i, from := range order {
		data[i] = item{"embedding", from, lengths(texts[from])}
	}
	json.NewEncoder(w).Encode(map[string]any{"object": "list", "data": data, "model": "m", "usage": map[string]int{"total_tokens": 7}})
}

// serve starts a server and returns a client of it that waits no longer than it
// must, and how many requests the server got.
func serve(t *testing.T, opts openaiembed.Options, handle func(w http.ResponseWriter, r *http.Request, n int, a asked)) (*openaiembed.Client, *atomic.Int32) {
	t.Helper()
	var n atomic.Int32
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var a asked
		if err := json.NewDecoder(r.Body).Decode(&a); err != nil {
			t.Errorf("the request is no JSON: %v", err)
		}
		handle(w, r, int(n.Add(1)), a)
	}))
	t.Cleanup(server.Close)
	opts.BaseURL = server.URL + opts.BaseURL
	opts.Model = "m"
	opts.APIKey = key
	if opts.MaxWait == 0 {
		opts.MaxWait = time.Millisecond
	}
	return newClient(t, opts), &n
}

func newClient(t *testing.T, opts openaiembed.Options) *openaiembed.Client {
	t.Helper()
	c, err := openaiembed.New(opts)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// checkError: the key is in no error.
func checkError(t *testing.T, err error) {
	t.Helper()
	if err == nil {
		t.Fatal("no error")
	}
	if strings.Contains(err.Error(), key) || strings.Contains(fmt.Sprintf("%+v", err), key) {
		t.Errorf("the key is in the error %v", err)
	}
}

func TestEmbedBatch(t *testing.T) {
	texts := []string{"a", "bb", "ccc", "dddd"}
	var want [][]float32
	for _, text := range texts {
		want = append(want, lengths(text))
	}
	b64 := func(v []float32) string {
		var b []byte
		for _, x := range v {
			b = binary.LittleEndian.AppendUint32(b, math.Float32bits(x))
		}
		return base64.StdEncoding.EncodeToString(b)
	}
	for _, tt := range []struct {
		name   string
		opts   openaiembed.Options
		path   string
		answer func(w http.ResponseWriter, a asked)
		why    string
	}{
		{"in order", openaiembed.Options{}, "/v1/embeddings", func(w http.ResponseWriter, a asked) { answer(w, a.Input, nil) }, "the usual"},
		{"shuffled", openaiembed.Options{}, "/v1/embeddings", func(w http.ResponseWriter, a asked) { answer(w, a.Input, []int{2, 0, 3, 1}) }, "the index counts, not the place"},
		{"without index", openaiembed.Options{}, "/v1/embeddings", func(w http.ResponseWriter, a asked) {
			fmt.Fprint(w, `{"data":[{"embedding":[1,1,-0.5]},{"embedding":[2,1,-5e-1]},{"embedding":[3,1,-0.5]},{"embedding":[4,1,-0.5]}]}`)
		}, "some servers leave it out"},
		{"base64", openaiembed.Options{}, "/v1/embeddings", func(w http.ResponseWriter, a asked) {
			fmt.Fprintf(w, `{"data":[{"index":1,"embedding":%q},{"index":0,"embedding":%q},{"index":2,"embedding":[3,1,-0.5]},{"index":3,"embedding":%q}]}`,
				b64(lengths("bb")), b64(lengths("a")), b64(lengths("dddd")))
		}, "some servers send it whatever they are asked for"},
		{"dimensions", openaiembed.Options{Dimensions: 3}, "/v1/embeddings", func(w http.ResponseWriter, a asked) {
			if a.Dimensions == nil || *a.Dimensions != 3 {
				t.Errorf("asked for %v", a.Dimensions)
			}
			answer(w, a.Input, nil)
		}, "asked for and given"},
		{"slash", openaiembed.Options{BaseURL: "/"}, "/v1/embeddings", func(w http.ResponseWriter, a asked) { answer(w, a.Input, nil) }, "no path is a path"},
		{"v1", openaiembed.Options{BaseURL: "/v1"}, "/v1/embeddings", func(w http.ResponseWriter, a asked) { answer(w, a.Input, nil) }, "as other clients want it"},
		{"path and query", openaiembed.Options{BaseURL: "/api/v1/?version=2#top"}, "/api/v1/embeddings?version=2", func(w http.ResponseWriter, a asked) { answer(w, a.Input, nil) }, "behind a gateway"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, n := serve(t, tt.opts, func(w http.ResponseWriter, r *http.Request, _ int, a asked) {
				if r.Method != http.MethodPost || r.RequestURI != tt.path || r.Header.Get("Authorization") != "Bearer "+key || r.Header.Get("Content-Type") != "application/json" {
					t.Errorf("%s %s %v", r.Method, r.RequestURI, r.Header)
				}
				if a.Model != "m" || a.EncodingFormat != "float" || !slices.Equal(a.Input, texts) || (a.Dimensions != nil) != (tt.opts.Dimensions > 0) {
					t.Errorf("asked %+v", a)
				}
				tt.answer(w, a)
			})
			got, err := c.EmbedBatch(context.Background(), texts)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("%s: -want +got\n%s", tt.why, diff)
			}
			if n.Load() != 1 {
				t.Errorf("%d requests", n.Load())
			}
		})
	}
}

func TestEmbedOneAndNone(t *testing.T) {
	c, n := serve(t, openaiembed.Options{}, func(w http.ResponseWriter, _ *http.Request, _ int, a asked) { answer(w, a.Input, nil) })
	v, err := c.Embed(context.Background(), "four")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(lengths("four"), v); diff != "" {
		t.Error(diff)
	}
	if got, err := c.EmbedBatch(context.Background(), nil); err != nil || got != nil || n.Load() != 1 {
		t.Errorf("no texts give %v, %v, %d requests", got, err, n.Load())
	}
}

func TestWithoutKey(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if h, ok := r.Header["Authorization"]; ok {
			t.Errorf("header %q", h)
		}
		answer(w, []string{"a"}, nil)
	}))
	defer server.Close()
	c := newClient(t, openaiembed.Options{BaseURL: server.URL, Model: "m"})
	if _, err := c.Embed(context.Background(), "a"); err != nil {
		t.Error(err)
	}
}

// TestAnswers: an answer that is not what was asked for is an error, and not asked
// for again.
func TestAnswers(t *testing.T) {
	says := func(s string) func(http.ResponseWriter) {
		return func(w http.ResponseWriter) { io.WriteString(w, s) }
	}
	for _, tt := range []struct {
		name   string
		opts   openaiembed.Options
		answer func(http.ResponseWriter)
		want   any // an error like it, or part of the message
		why    string
	}{
		{"wrong dimension", openaiembed.Options{Dimensions: 3}, says(`{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2]}]}`), index.DimensionError{Got: 2, Want: 3}, "another one was asked for"},
		{"two dimensions", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":[1,2]},{"index":1,"embedding":[1,2,3]}]}`), index.DimensionError{Got: 3, Want: 2}, "of one model all are alike"},
		{"no values", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":[]},{"index":1,"embedding":[1]}]}`), index.DimensionError{}, "no vector"},
		{"null", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":[1]},{"index":1,"embedding":null}]}`), index.DimensionError{Want: 1}, "no vector"},
		{"too few", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":[1]}]}`), index.CountError{Got: 1, Want: 2}, "a text without a vector"},
		{"too many", openaiembed.Options{}, says(`{"data":[{"embedding":[1]},{"embedding":[1]},{"embedding":[1]}]}`), index.CountError{Got: 3, Want: 2}, "a vector without a text"},
		{"none", openaiembed.Options{}, says(`{}`), index.CountError{Got: 0, Want: 2}, "another interface"},
		{"twice", openaiembed.Options{}, says(`{"data":[{"index":1,"embedding":[1]},{"index":1,"embedding":[1]}]}`), "a second one", "which is it?"},
		{"out of range", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":[1]},{"index":2,"embedding":[1]}]}`), "of no text", "of no text"},
		{"negative", openaiembed.Options{}, says(`{"data":[{"index":-1,"embedding":[1]},{"index":0,"embedding":[1]}]}`), "of no text", "of no text"},
		{"NaN", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":"AADAfw=="},{"index":1,"embedding":[1]}]}`), index.ErrNotFinite, "base64 can say it"},
		{"too large a number", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":[1e39]},{"index":1,"embedding":[1]}]}`), "no list of embeddings", "not a float32"},
		{"bad base64", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":"?"},{"index":1,"embedding":[1]}]}`), "no list of embeddings", "not base64"},
		{"half a number", openaiembed.Options{}, says(`{"data":[{"index":0,"embedding":"AAA="},{"index":1,"embedding":[1]}]}`), "no list of embeddings", "not four bytes each"},
		{"garbage", openaiembed.Options{}, says("<html>It works!</html>"), "no list of embeddings", "another server"},
		{"empty", openaiembed.Options{}, says(""), "no list of embeddings", "nothing at all"},
		{"huge", openaiembed.Options{MaxResponseBytes: 1000}, says(`{"data":[` + strings.Repeat(" ", 1000)), openaiembed.ResponseSizeError{Max: 1000}, "as much as a server likes"},
		{"endless", openaiembed.Options{MaxResponseBytes: 1 << 20}, func(w http.ResponseWriter) {
			for range 100 {
				if _, err := w.Write(make([]byte, 1<<20)); err != nil {
					return
				}
			}
		}, openaiembed.ResponseSizeError{Max: 1 << 20}, "no more than the limit is read"},
		{"just small enough", openaiembed.Options{MaxResponseBytes: 1000}, says(strings.Repeat(" ", 1000)), "no list of embeddings", "read, but no JSON"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, n := serve(t, tt.opts, func(w http.ResponseWriter, _ *http.Request, _ int, _ asked) { tt.answer(w) })
			got, err := c.EmbedBatch(context.Background(), []string{"a", "b"})
			checkError(t, err)
			ok := false
			switch want := tt.want.(type) {
			case string:
				ok = strings.Contains(err.Error(), want)
			case index.DimensionError:
				e, is := errors.AsType[*index.DimensionError](err)
				ok = is && *e == want
			case index.CountError:
				e, is := errors.AsType[*index.CountError](err)
				ok = is && *e == want
			case openaiembed.ResponseSizeError:
				e, is := errors.AsType[*openaiembed.ResponseSizeError](err)
				ok = is && *e == want
			case error:
				ok = errors.Is(err, want)
			}
			if !ok || got != nil || !strings.HasPrefix(err.Error(), "openaiembed: POST http://127.0.0.1:") {
				t.Errorf("%v, error %v, want %v: %s", got, err, tt.want, tt.why)
			}
			if n.Load() != 1 {
				t.Errorf("%d requests", n.Load())
			}
		})
	}
}

// TestStatus: what is worth another try gets one, and nothing else.
func TestStatus(t *testing.T) {
	type reply struct {
		code  int
		after string // Retry-After
		body  string
	}
	always := func(r reply) []reply { return slices.Repeat([]reply{r}, 20) }
	for _, tt := range []struct {
		name    string
		opts    openaiembed.Options
		replies []reply // then vectors
		n       int
		want    *openaiembed.StatusError
		why     string
	}{
		{"500 once", openaiembed.Options{}, []reply{{500, "", ""}}, 2, nil, "it may be better the next time"},
		{"busy twice", openaiembed.Options{}, []reply{{429, "", ""}, {503, "", ""}}, 3, nil, "and the next"},
		{"500 for ever", openaiembed.Options{}, always(reply{500, "", "oops"}), 4, &openaiembed.StatusError{Code: 500, Message: "oops"}, "three more tries are the default"},
		{"one more try", openaiembed.Options{MaxRetries: 1}, always(reply{502, "", ""}), 2, &openaiembed.StatusError{Code: 502}, "as the options say"},
		{"no more try", openaiembed.Options{MaxRetries: -1}, always(reply{502, "", ""}), 1, &openaiembed.StatusError{Code: 502}, "less than 0 is none"},
		{"busy", openaiembed.Options{MaxWait: 2 * time.Second}, []reply{{429, "0.001", ""}}, 2, nil, "as long as it says"},
		{"busy for an hour", openaiembed.Options{}, always(reply{429, "3600", `{"error":{"message":"quota"}}`}), 1,
			&openaiembed.StatusError{Code: 429, Message: "quota", RetryAfter: time.Hour}, "nobody waits so long"},
		{"busy for ever", openaiembed.Options{}, always(reply{429, "1e300", ""}), 1,
			&openaiembed.StatusError{Code: 429, RetryAfter: 365 * 24 * time.Hour}, "no overflow"},
		{"busy since", openaiembed.Options{}, []reply{{503, "Mon, 02 Jan 2006 15:04:05 GMT", ""}}, 2, nil, "a date that has passed"},
		{"nonsense", openaiembed.Options{}, []reply{{503, "soon", ""}, {503, "-1", ""}, {503, "NaN", ""}}, 4, nil, "as if it had not said"},
		{"refused", openaiembed.Options{}, always(reply{400, "", `{"error":{"message":"too long","code":7}}`}), 1, &openaiembed.StatusError{Code: 400, Message: "too long"}, "the same would be refused again"},
		{"no entry", openaiembed.Options{}, always(reply{401, "", `{"error":"wrong key ` + key + `!"}`}), 1, &openaiembed.StatusError{Code: 401, Message: "wrong key [key]!"}, "the key is not repeated"},
		{"no model", openaiembed.Options{}, always(reply{404, "", `{"message":"no model\nm\u001b[31m"}`}), 1, &openaiembed.StatusError{Code: 404, Message: "no model m\x1b[31m"}, "on one line; Error quotes it"},
		{"another form", openaiembed.Options{}, always(reply{422, "", `{"detail":[1]}`}), 1, &openaiembed.StatusError{Code: 422, Message: `{"detail":[1]}`}, "as it stands"},
		{"long", openaiembed.Options{}, always(reply{413, "", strings.Repeat("é", 1<<20)}), 1, &openaiembed.StatusError{Code: 413, Message: strings.Repeat("é", 248) + "…"}, "not all of it"},
		{"no content", openaiembed.Options{}, always(reply{204, "", ""}), 1, &openaiembed.StatusError{Code: 204}, "no vectors either"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			c, n := serve(t, tt.opts, func(w http.ResponseWriter, _ *http.Request, n int, a asked) {
				if n > len(tt.replies) {
					answer(w, a.Input, nil)
					return
				}
				r := tt.replies[n-1]
				if r.after != "" {
					w.Header().Set("Retry-After", r.after)
				}
				w.WriteHeader(r.code)
				io.WriteString(w, r.body)
			})
			got, err := c.Embed(context.Background(), "abc")
			if tt.want == nil {
				if diff := cmp.Diff(lengths("abc"), got); diff != "" || err != nil {
					t.Errorf("%s: %v %s", tt.why, err, diff)
				}
			} else {
				checkError(t, err)
				e, _ := errors.AsType[*openaiembed.StatusError](err)
				if diff := cmp.Diff(tt.want, e); diff != "" {
					t.Errorf("%s: -want +got\n%s", tt.why, diff)
				}
				if strings.Contains(err.Error(), "\x1b") {
					t.Errorf("the message could change a terminal: %q", err)
				}
			}
			if int(n.Load()) != tt.n {
				t.Errorf("%d requests, want %d: %s", n.Load(), tt.n, tt.why)
			}
		})
	}
}

func TestRetryAfterDate(t *testing.T) {
	c, _ := serve(t, openaiembed.Options{}, func(w http.ResponseWriter, _ *http.Request, _ int, _ asked) {
		w.Header().Set("Retry-After", time.Now().Add(time.Hour).UTC().Format(http.TimeFormat))
		w.WriteHeader(503)
	})
	_, err := c.Embed(context.Background(), "abc")
	checkError(t, err)
	if e, ok := errors.AsType[*openaiembed.StatusError](err); !ok || e.RetryAfter < 59*time.Minute || e.RetryAfter > time.Hour {
		t.Errorf("error %v", err)
	}
}

func TestSlow(t *testing.T) {
	for name, begin := range map[string]func(http.ResponseWriter){
		"no answer":   func(http.ResponseWriter) {},
		"half of one": func(w http.ResponseWriter) { io.WriteString(w, `{"data":[`); w.(http.Flusher).Flush() },
	} {
		done := make(chan struct{})
		c, n := serve(t, openaiembed.Options{Timeout: 20 * time.Millisecond}, func(w http.ResponseWriter, _ *http.Request, _ int, _ asked) {
			begin(w)
			<-done
		})
		t.Cleanup(func() { close(done) }) // before the server is closed, which waits for it
		_, err := c.Embed(context.Background(), "abc")
		checkError(t, err)
		if !errors.Is(err, context.DeadlineExceeded) || !strings.Contains(err.Error(), "no answer within 20ms") || n.Load() > 1 {
			t.Errorf("%s: %v after %d requests", name, err, n.Load())
		}
		ctx, cancel := context.WithCancel(context.Background())
		time.AfterFunc(5*time.Millisecond, cancel)
		_, err = c.Embed(ctx, "abc")
		checkError(t, err)
		if !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestCancelledWhileWaiting(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	c, n := serve(t, openaiembed.Options{Backoff: time.Hour, MaxWait: time.Hour}, func(w http.ResponseWriter, _ *http.Request, _ int, _ asked) {
		w.WriteHeader(500)
		time.AfterFunc(5*time.Millisecond, cancel)
	})
	_, err := c.Embed(ctx, "abc")
	checkError(t, err)
	if e, ok := errors.AsType[*openaiembed.StatusError](err); !ok || e.Code != 500 || !errors.Is(err, context.Canceled) || n.Load() != 1 {
		t.Errorf("error %v after %d requests", err, n.Load())
	}
}

func TestDown(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := l.Addr().String()
	if err := l.Close(); err != nil {
		t.Fatal(err)
	}
	c := newClient(t, openaiembed.Options{BaseURL: "http://" + address + "?key=" + key, Model: "m", Backoff: time.Hour, MaxWait: time.Hour})
	_, err = c.Embed(context.Background(), "abc") // would wait for an hour, if it tried again
	checkError(t, err)
	if op, ok := errors.AsType[*net.OpError](err); !ok || op.Op != "dial" {
		t.Errorf("error %v", err)
	}
}

// TestLost: a connection that breaks is tried again.
func TestLost(t *testing.T) {
	c, n := serve(t, openaiembed.Options{}, func(w http.ResponseWriter, _ *http.Request, n int, a asked) {
		switch n {
		case 1:
			panic(http.ErrAbortHandler)
		case 2:
			w.Header().Set("Content-Length", "100")
			io.WriteString(w, "{")
		default:
			answer(w, a.Input, nil)
		}
	})
	if _, err := c.Embed(context.Background(), "abc"); err != nil || n.Load() != 3 {
		t.Errorf("error %v after %d requests", err, n.Load())
	}
}

func TestNotHTTP(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	go func() {
		for {
			conn, err := l.Accept()
			if err != nil {
				return
			}
			io.WriteString(conn, "Your key is "+key+"\r\n\r\n")
			conn.Close()
		}
	}()
	c := newClient(t, openaiembed.Options{BaseURL: "http://" + l.Addr().String(), Model: "m", APIKey: key, MaxWait: time.Millisecond})
	_, err = c.Embed(context.Background(), "abc")
	checkError(t, err)
}

// TestRedirect: neither key nor texts go to another origin.
func TestRedirect(t *testing.T) {
	var elsewhere atomic.Int32
	other := httptest.NewServer(http.HandlerFunc(func(_ http.ResponseWriter, r *http.Request) {
		elsewhere.Add(1)
		t.Errorf("another server got %v", r.Header)
	}))
	defer other.Close()
	for _, code := range []int{301, 302, 303, 307, 308} {
		c, n := serve(t, openaiembed.Options{}, func(w http.ResponseWriter, r *http.Request, _ int, _ asked) {
			http.Redirect(w, r, other.URL+"/v1/embeddings", code)
		})
		_, err := c.Embed(context.Background(), "abc")
		checkError(t, err)
		e, ok := errors.AsType[*openaiembed.StatusError](err)
		if want := "redirects to " + other.URL + ", where nothing is sent"; !ok || e.Code != code || e.Message != want || n.Load() != 1 {
			t.Errorf("%d: error %v after %d requests", code, err, n.Load())
		}
	}
	c, n := serve(t, openaiembed.Options{}, func(w http.ResponseWriter, r *http.Request, n int, a asked) {
		if n == 1 {
			http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
			return
		}
		if r.URL.Path != "/elsewhere" || r.Header.Get("Authorization") == "" {
			t.Errorf("%s %v", r.URL, r.Header)
		}
		answer(w, a.Input, nil)
	})
	if _, err := c.Embed(context.Background(), "abc"); err != nil || n.Load() != 2 {
		t.Errorf("on the same server: %v after %d requests", err, n.Load())
	}
	c, n = serve(t, openaiembed.Options{}, func(w http.ResponseWriter, r *http.Request, _ int, _ asked) {
		http.Redirect(w, r, "/round", http.StatusTemporaryRedirect)
	})
	_, err := c.Embed(context.Background(), "abc")
	checkError(t, err)
	if n.Load() > 5 {
		t.Errorf("%d requests in a circle", n.Load())
	}
}

func TestHTTPClientIsCopied(t *testing.T) {
	own := &http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return errors.ErrUnsupported }}
	c, _ := serve(t, openaiembed.Options{HTTPClient: own}, func(w http.ResponseWriter, r *http.Request, _ int, _ asked) {
		http.Redirect(w, r, "/elsewhere", http.StatusTemporaryRedirect)
	})
	_, err := c.Embed(context.Background(), "abc")
	checkError(t, err)
	if !errors.Is(err, errors.ErrUnsupported) {
		t.Errorf("error %v; the client's own rule holds, too", err)
	}
	if err := own.CheckRedirect(nil, nil); !errors.Is(err, errors.ErrUnsupported) {
		t.Error("the client was changed")
	}
}

func TestNewRefuses(t *testing.T) {
	ok := openaiembed.Options{BaseURL: "https://example.com", Model: "m", APIKey: key}
	for _, tt := range []struct {
		why    string
		change func(*openaiembed.Options)
	}{
		{"texts are sent nowhere that wasn't named", func(o *openaiembed.Options) { o.BaseURL = "" }},
		{"no URL", func(o *openaiembed.Options) { o.BaseURL = "https://" + key + ":x@[" }},
		{"a password", func(o *openaiembed.Options) { o.BaseURL = "https://user:" + key + "@example.com" }},
		{"no scheme", func(o *openaiembed.Options) { o.BaseURL = "example.com/v1" }},
		{"another scheme", func(o *openaiembed.Options) { o.BaseURL = "ftp://example.com?" + key }},
		{"no host", func(o *openaiembed.Options) { o.BaseURL = "http://:80" }},
		{"no model", func(o *openaiembed.Options) { o.Model = "" }},
		{"a line end in the key", func(o *openaiembed.Options) { o.APIKey = key + "\n" }},
		{"a key of two words", func(o *openaiembed.Options) { o.APIKey = "Bearer " + key }},
		{"negative dimensions", func(o *openaiembed.Options) { o.Dimensions = -1 }},
	} {
		opts := ok
		tt.change(&opts)
		_, err := openaiembed.New(opts)
		if err == nil || strings.Contains(err.Error(), key) || !strings.HasPrefix(err.Error(), "openaiembed: ") {
			t.Errorf("%s: %v", tt.why, err)
		}
	}
	if _, err := openaiembed.New(ok); err != nil {
		t.Error(err)
	}
}

func TestEmbedding(t *testing.T) {
	for _, tt := range []struct {
		opts                   openaiembed.Options
		name, passage, batched string
		question               string
	}{
		{openaiembed.Options{}, "m", "a", "a", "a"},
		{openaiembed.Options{Dimensions: 3}, "m@3", "a", "a", "a"},
		{openaiembed.Options{QueryPrefix: "q: "}, "m", "a", "a", "q: a"},
		{openaiembed.Options{QueryPrefix: "q: ", PassagePrefix: "p: "}, `m "p: "`, "p: a", "p: a", "q: a"},
	} {
		var got []string
		c, _ := serve(t, tt.opts, func(w http.ResponseWriter, _ *http.Request, _ int, a asked) {
			got = append(got, a.Input...)
			answer(w, a.Input, nil)
		})
		e := c.Embedding()
		if _, err := e.Embed(context.Background(), "a"); err != nil {
			t.Fatal(err)
		}
		if _, err := e.EmbedBatch(context.Background(), []string{"a"}); err != nil {
			t.Fatal(err)
		}
		if _, err := e.Query(context.Background(), "a"); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff([]string{tt.name, tt.passage, tt.batched, tt.question}, append([]string{e.Name}, got...)); diff != "" {
			t.Errorf("-want +got\n%s", diff)
		}
		if e.Timeout != openaiembed.QuestionTimeout {
			t.Errorf("timeout %v", e.Timeout)
		}
	}
}

func FuzzAnswer(f *testing.F) {
	f.Add([]byte(`{"data":[{"index":1,"embedding":[1,2]},{"index":0,"embedding":"AACAPwAAAEA="}]}`))
	f.Add([]byte(`{"data":[{"embedding":[1]},{"embedding":null}]}`))
	f.Add([]byte(`{"error":{"message":"x"}}`))
	transport := &replay{}
	c, err := openaiembed.New(openaiembed.Options{BaseURL: "http://example.com", Model: "m", HTTPClient: &http.Client{Transport: transport}, MaxRetries: -1})
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, code := range []int{200, 400} {
			transport.code, transport.data = code, string(data)
			got, err := c.EmbedBatch(context.Background(), []string{"a", "b"})
			if err != nil {
				continue
			}
			if len(got) != 2 || len(got[0]) == 0 || len(got[0]) != len(got[1]) || code != 200 {
				t.Errorf("%q gives %v", data, got)
			}
			for _, x := range slices.Concat(got...) {
				if math.IsNaN(float64(x)) || math.IsInf(float64(x), 0) {
					t.Errorf("%q gives %v", data, got)
				}
			}
		}
	})
}

// A replay answers every request alike.
type replay struct {
	code int
	data string
}

func (r *replay) RoundTrip(*http.Request) (*http.Response, error) {
	return &http.Response{StatusCode: r.code, Header: http.Header{}, Body: io.NopCloser(strings.NewReader(r.data))}, nil
}
