package citefmt_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
)

var update = flag.Bool("update", false, "write the golden files anew")

// bridge is the article of the tests. Some of it is beyond the basic plane, one
// sentence stands twice, and a table row needs its header.
const bridge = `# The Old Bridge

The bridge 🌉 was built in 1872.[^1] It has seven arches.

## Floods

The flood 🌊 of 1909 took two arches.[^2] They were rebuilt within a year.[^1][^3] It has seven arches.

| Year | Arches lost |
| --- | --- |
| 1909 | 2[^2] |

[^1]: Town archive, *Book of Works*, volume 3
[^2]: The Valley Gazette, 4 May 1909, at [the library](https://example.org/gazette?day=4&month=5#p2) and [a mirror](https://example.com/g)
[^3]: Interview with the keeper: 50 % of {it} is "lost" & gone_
`

// answerText has a character beyond the basic plane before, in and behind spans.
const answerText = "😀 It was built in 1872. The flood 🌊 took two arches. It has seven arches. 🎉"

func parse(t testing.TB, src string) *corpus.Corpus {
	t.Helper()
	a, err := corpus.Parse("bridge.md", []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.New(a)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func passage(t testing.TB, c *corpus.Corpus, id cite.PassageID) corpus.Passage {
	t.Helper()
	p, ok := c.Passage(id)
	if !ok {
		t.Fatalf("no passage %s", id)
	}
	return p
}

// at returns the span of the first part in a text.
func at(t testing.TB, text, part string) cite.Span {
	t.Helper()
	i := strings.Index(text, part)
	if i < 0 {
		t.Fatalf("%q is not in %q", part, text)
	}
	return cite.Span{Start: i, End: i + len(part)}
}

// quote cites the first part of a passage's text.
func quote(t testing.TB, c *corpus.Corpus, id cite.PassageID, part string) cite.Citation {
	t.Helper()
	p := passage(t, c, id)
	return p.Cite(at(t, p.Text(), part))
}

// answer cites sentences of the bridge, for sentences of its own.
func answer(t testing.TB, c *corpus.Corpus) citefmt.Answer {
	t.Helper()
	flood := at(t, answerText, "The flood 🌊 took two arches.")
	return citefmt.Answer{Text: answerText, Citations: []citefmt.Attribution{
		{Span: at(t, answerText, "It was built in 1872."), Citation: quote(t, c, "bridge#top.1", "The bridge 🌉 was built in 1872.")},
		{Span: flood, Citation: quote(t, c, "bridge#floods.1", "The flood 🌊 of 1909 took two arches.")},
		{Span: flood, Citation: quote(t, c, "bridge#floods.2", "1909 | 2")},
		{Span: at(t, answerText, "It has seven arches."), Citation: quote(t, c, "bridge#floods.1", "It has seven arches.")},
	}}
}

// wholes returns an answer whose citations are of whole passages, as they come back
// from formats without quotations.
func wholes(t testing.TB, c *corpus.Corpus, a citefmt.Answer) citefmt.Answer {
	t.Helper()
	out := citefmt.Answer{Text: a.Text}
	for _, at := range a.Citations {
		p := passage(t, c, at.Citation.Passage)
		at.Citation = p.Cite(cite.Span{End: len(p.Text())})
		out.Citations = append(out.Citations, at)
	}
	return out
}

// through writes a value as JSON and reads it again.
func through[T any](t testing.TB, v T) T {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	var out T
	if err := json.Unmarshal(data, &out); err != nil {
		t.Fatal(err)
	}
	return out
}

func same(t *testing.T, what string, want, got any) {
	t.Helper()
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("%s (-want +got):\n%s", what, d)
	}
}

// golden compares a value, as JSON, or a text with a file.
func golden(t *testing.T, name string, v any) {
	t.Helper()
	got, ok := v.(string)
	if !ok {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetIndent("", "  ")
		enc.SetEscapeHTML(false)
		if err := enc.Encode(v); err != nil {
			t.Fatal(err)
		}
		got = b.String()
	}
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}

// wantError checks that an error is one of a citation at a place, for a reason; a
// place of "" wants none.
func wantError(t *testing.T, reason string, err error, place string, is error, says string) {
	t.Helper()
	var ce *citefmt.CitationError
	switch {
	case place == "" && err == nil:
	case place == "":
		t.Errorf("%s: %v", reason, err)
	case !errors.As(err, &ce):
		t.Errorf("%s: the error is %v, want a CitationError", reason, err)
	case ce.Place != place || is != nil && !errors.Is(err, is) || !strings.Contains(err.Error(), says):
		t.Errorf("%s: the error is %v at %q; want %v at %q, with %q", reason, err, ce.Place, is, place, says)
	}
}

// must returns a value that was written without an error.
func must[T any](t *testing.T) func(T, error) T {
	return func(v T, err error) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}
