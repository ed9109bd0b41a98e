package footnote_test

import (
	"encoding/json"
	"errors"
	"io"
	"os/exec"
	"slices"
	"strings"
	"testing"
)

const module = "github.com/footnote-go/footnote"

// others is no path: see forbidden.
const others = "others"

// layers are the packages of the module from the ground up: each may import those
// before it. A name that ends in "/..." has all below it, which may import each
// other.
var layers = []string{
	"internal/...",
	"corpus/cite",
	"corpus/fact",
	"corpus/fact/schemaorg",
	"corpus",
	"corpus/citefmt",
	"metapolicy",
	"grounding",
	"grounding/groundingtest",
	"grounding/openaijudge",
	"index",
	"index/openaiembed",
	"eval",
	"toolset",
	"toolset/mcpserver",
	"toolset/httpserver",
	"cmd/...",
	"examples/...",
	"",
}

// forbidden says what a package must not bring into a program, directly or not,
// and why. The path others stands for all at github.com that is not of this module.
var forbidden = []struct{ pkg, path, reason string }{
	{"corpus/cite", "github.com", "pointers need nothing but the standard library"},
	{"corpus/cite", "golang.org/x", "pointers need nothing but the standard library"},
	{"corpus/fact", others, "facts need nothing but the standard library"},
	{"corpus/fact", "golang.org/x", "facts need nothing but the standard library"},
	{"internal/number", "github.com", "reading numbers needs nothing but the standard library"},
	{"internal/number", "golang.org/x", "reading numbers needs nothing but the standard library"},
	{"internal/rank", "github.com", "ranking works on anybody's postings"},
	{"internal/sentence", "github.com", "splitting needs nothing but the standard library"},
	{"internal/vector", "github.com", "vectors need nothing but the standard library"},
	{"internal/vector", "golang.org/x", "vectors need nothing but the standard library"},
	{"corpus", "github.com/blevesearch", "reading articles needs no search engine"},
	{"corpus", "net/http", "the library reaches for no network"},
	{"metapolicy", "github.com/blevesearch", "the article's facts need no search engine"},
	{"metapolicy", "net/http", "the library reaches for no network"},
	{"index", module + "/metapolicy", "the built-in article is a corpus like any other"},
	{"index", module + "/cmd", "a library needs no command"},
	{"index", "github.com/spf13", "a library needs no command line"},
	{"index", module + "/grounding", "searching checks no answers"},
	{"grounding", module + "/index", "passages are found through an interface: any search engine will do"},
	{"grounding", module + "/metapolicy", "the built-in article is a corpus like any other"},
	{"grounding", "github.com/blevesearch/bleve", "checking answers needs no search engine"},
	{"grounding", "net/http", "the library reaches for no network"},
	{"eval", module + "/index", "what is measured is a function: any search engine will do"},
	{"eval", module + "/metapolicy", "data sets bring their own documents"},
	{"eval", "github.com/blevesearch/bleve", "measuring needs no search engine of ours"},
	{"eval", "net/http", "the library reaches for no network"},
	{"toolset", "github.com/modelcontextprotocol", "the operations know no protocol"},
	{"toolset", module + "/metapolicy", "the built-in article is a corpus like any other"},
	{"toolset", "github.com/spf13", "a library needs no command line"},
	{"toolset/mcpserver", module + "/metapolicy", "it serves any corpus"},
	{"toolset/httpserver", "github.com/modelcontextprotocol", "who serves MCP beside it hands the handler in"},
	{"toolset/httpserver", module + "/metapolicy", "it serves any corpus"},
	{"index/openaiembed", module + "/metapolicy", "it embeds any texts"},
	{"grounding/openaijudge", module + "/index", "it judges by what it is shown"},
	{"grounding/openaijudge", module + "/metapolicy", "it judges by any texts"},
	{"grounding/openaijudge", "github.com/blevesearch/bleve", "judging needs no search engine"},
}

// optional are packages that nothing of the module but commands and examples may
// import, and why.
var optional = map[string]string{
	"index/openaiembed":     "whoever wants it to reach for the network hands it in",
	"grounding/openaijudge": "whoever wants a model to judge hands it in",
}

// A pkg is what go list says of a package.
type pkg struct {
	ImportPath string
	Doc        string
	Imports    []string
	Deps       []string
	GoFiles    []string
}

func list(t *testing.T) []pkg {
	t.Helper()
	var stderr strings.Builder
	cmd := exec.Command("go", "list", "-json=ImportPath,Doc,Imports,Deps,GoFiles", "./...")
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	var all []pkg
	for d := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p pkg
		if err := d.Decode(&p); errors.Is(err, io.EOF) {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		all = append(all, p)
	}
}

// layer returns the number of the layer that a package of the module is in, -1 if
// none.
func layer(path string) int {
	name := strings.TrimPrefix(strings.TrimPrefix(path, module), "/")
	return slices.IndexFunc(layers, func(l string) bool {
		below, all := strings.CutSuffix(l, "...")
		return name == l || all && strings.HasPrefix(name+"/", below)
	})
}

// isProgram reports whether a package is of a command or an example.
func isProgram(p pkg) bool {
	name := strings.TrimPrefix(p.ImportPath, module+"/")
	return strings.HasPrefix(name, "cmd/") || strings.HasPrefix(name, "examples/")
}

// TestImports: imports go down only, and what a package must not bring it doesn't.
func TestImports(t *testing.T) {
	for _, p := range list(t) {
		own := layer(p.ImportPath)
		if own < 0 {
			t.Errorf("%s is in no layer", p.ImportPath)
			continue
		}
		for _, i := range p.Imports {
			if i != module && !strings.HasPrefix(i, module+"/") {
				continue
			}
			if why, ok := optional[strings.TrimPrefix(i, module+"/")]; ok && !isProgram(p) {
				t.Errorf("%s imports %s: %s", p.ImportPath, i, why)
			}
			if l := layer(i); l > own || l == own && !strings.HasSuffix(layers[own], "...") {
				t.Errorf("%s imports %s, which stands above it", p.ImportPath, i)
			}
		}
		for _, f := range forbidden {
			if p.ImportPath != module+"/"+f.pkg {
				continue
			}
			for _, d := range p.Deps {
				path := f.path
				if path == others {
					if d == module || strings.HasPrefix(d, module+"/") {
						continue
					}
					path = "github.com"
				}
				if d == path || strings.HasPrefix(d, path+"/") {
					t.Errorf("%s brings in %s: %s", p.ImportPath, d, f.reason)
				}
			}
		}
	}
}

// TestPackageDocs: every package says what it is.
func TestPackageDocs(t *testing.T) {
	for _, p := range list(t) {
		if len(p.GoFiles) > 0 && p.Doc == "" {
			t.Errorf("%s has no package documentation", p.ImportPath)
		}
	}
}
