package httpserver_test

import (
	"bytes"
	"encoding/json"
	"net/http"
	"os"
	"regexp"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/httpserver"
)

// httpBlock is a request of the document with its response.
var httpBlock = regexp.MustCompile("(?s)```http\nPOST ([^\n]*)\n(.*?)\n```\n\n```json\n(.*?)```")

// TestDocs makes the requests that docs/tools.md shows and compares the responses.
func TestDocs(t *testing.T) {
	const name = "../../docs/tools.md"
	c, err := corpus.Read(os.DirFS("../../docs"), "harbour.md")
	if err != nil {
		t.Fatal(err)
	}
	s := serverOf(t, newSet(t, c, toolset.Options{BaseURL: base}), httpserver.Options{})
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	fresh := httpBlock.ReplaceAllStringFunc(string(data), func(block string) string {
		n++
		m := httpBlock.FindStringSubmatch(block)
		var out bytes.Buffer
		if err := json.Indent(&out, bytes.TrimSpace(do(s, request(http.MethodPost, m[1], m[2])).Body.Bytes()), "", "  "); err != nil {
			t.Error(err)
		}
		return "```http\nPOST " + m[1] + "\n" + m[2] + "\n```\n\n```json\n" + out.String() + "\n```"
	})
	if n == 0 {
		t.Errorf("%s shows no request", name)
	}
	if *update {
		if err := os.WriteFile(name, []byte(fresh), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if diff := cmp.Diff(string(data), fresh); diff != "" {
		t.Errorf("%s (-shown +real; -update writes it):\n%s", name, diff)
	}
}
