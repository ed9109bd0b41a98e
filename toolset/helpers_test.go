package toolset_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

var update = flag.Bool("update", false, "write the golden files of testdata")

// town is a corpus of two articles, with labels that are no numbers and a fact whose
// ID both have.
var town = sync.OnceValue(func() *corpus.Corpus {
	c, err := corpus.Read(os.DirFS("testdata/town"))
	if err != nil {
		panic(err)
	}
	return c
})

// article and two are the sets over the built-in article and over town.
var (
	article = sync.OnceValue(func() *toolset.Set { return mustNew(metapolicy.Corpus()) })
	two     = sync.OnceValue(func() *toolset.Set { return mustNew(town()) })
)

func mustNew(c *corpus.Corpus) *toolset.Set {
	s, err := toolset.New(c, toolset.Options{})
	if err != nil {
		panic(err)
	}
	return s
}

// newSet makes a set that is closed when the test ends.
func newSet(t testing.TB, c *corpus.Corpus, o toolset.Options) *toolset.Set {
	t.Helper()
	s, err := toolset.New(c, o)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	return s
}

// parse makes a corpus of one article.
func parse(t testing.TB, name, src string) *corpus.Corpus {
	t.Helper()
	a, err := corpus.Parse(name, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.New(a)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// call calls an operation that has to succeed, and checks what holds for every result.
func call(t testing.TB, s *toolset.Set, name, arguments string) toolset.Result {
	t.Helper()
	r, err := s.Call(context.Background(), name, json.RawMessage(arguments))
	if err != nil {
		t.Fatalf("%s %s: %v", name, arguments, err)
	}
	for _, problem := range problems(name, r) {
		t.Errorf("%s %s: %s", name, arguments, problem)
	}
	return r
}

// problems says in which way a result breaks what holds for all of them: it fits its
// schema, nothing in it is null that can't be, and its text is there.
func problems(name string, r toolset.Result) []string {
	var out []string
	var value any
	if err := json.Unmarshal(r.JSON, &value); err != nil {
		return []string{err.Error()}
	}
	if err := schemas()[name].output.Validate(value); err != nil {
		out = append(out, err.Error())
	}
	out = append(out, nulls(value, "")...)
	if strings.TrimSpace(r.Text) == "" {
		out = append(out, "no text")
	}
	if bytes.Contains(r.JSON, []byte(`\u0026`)) || bytes.Contains(r.JSON, []byte(`\u003c`)) || bytes.Contains(r.JSON, []byte(`\u003e`)) {
		out = append(out, "escaped as for HTML")
	}
	return out
}

// nulls tells of what is null, but for what may be.
func nulls(v any, path string) (out []string) {
	switch v := v.(type) {
	case nil:
		if !strings.HasSuffix(path, ".grounded") && !strings.HasSuffix(path, ".judge") {
			return []string{path + " is null"}
		}
	case map[string]any:
		for k, x := range v {
			out = append(out, nulls(x, path+"."+k)...)
		}
	case []any:
		for _, x := range v {
			out = append(out, nulls(x, path+"[]")...)
		}
	}
	return out
}

// resolved are the schemas of an operation, and the names of its arguments.
type resolved struct {
	input, output *jsonschema.Resolved
	known         map[string]bool
}

var schemas = sync.OnceValue(func() map[string]resolved {
	out := map[string]resolved{}
	for _, o := range toolset.Operations() {
		in, err := o.Input.Resolve(&jsonschema.ResolveOptions{ValidateDefaults: true})
		if err != nil {
			panic(o.Name + ": " + err.Error())
		}
		result, err := o.Output.Resolve(nil)
		if err != nil {
			panic(o.Name + ": " + err.Error())
		}
		known := map[string]bool{}
		for name := range o.Input.Properties {
			known[name] = true
		}
		out[o.Name] = resolved{in, result, known}
	}
	return out
})

// golden compares a text with a file.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := "testdata/" + name
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("%s (-want +got), run with -update if the change is meant:\n%s", path, diff)
	}
}

// innermost is an object or a list without another one in it, on several lines.
var innermost = regexp.MustCompile(`[\[{]\n[^\[\]{}]*[\]}]`)

var lineEnd = regexp.MustCompile(`\n *`)

// indented writes JSON for reading, with small objects and lists on one line.
func indented(t testing.TB, data []byte) string {
	t.Helper()
	var b bytes.Buffer
	if err := json.Indent(&b, data, "", "  "); err != nil {
		t.Fatal(err)
	}
	return innermost.ReplaceAllStringFunc(b.String(), func(s string) string {
		if line := lineEnd.ReplaceAllString(s, " "); len(line) <= 120 {
			return line
		}
		return s
	})
}

// marshal writes a value as JSON.
func marshal(t testing.TB, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}
