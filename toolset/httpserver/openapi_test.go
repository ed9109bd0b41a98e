package httpserver_test

import (
	"encoding/json"
	"net/http"
	"strings"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/footnote-go/footnote/toolset"
	"github.com/footnote-go/footnote/toolset/httpserver"
)

// TestOpenAPI: the document has all operations with schemas that resolve, and no
// reference leads nowhere. A public validator checks it in the module interop.
func TestOpenAPI(t *testing.T) {
	w := do(newServer(t, httpserver.Options{}), request(http.MethodGet, "/openapi.json", ""))
	var doc struct {
		OpenAPI    string                                `json:"openapi"`
		Paths      map[string]map[string]json.RawMessage `json:"paths"`
		Components struct {
			Schemas map[string]*jsonschema.Schema `json:"schemas"`
		} `json:"components"`
	}
	if err := json.Unmarshal(w.Body.Bytes(), &doc); err != nil {
		t.Fatal(err)
	}
	if !strings.HasPrefix(doc.OpenAPI, "3.1.") {
		t.Errorf("version %q", doc.OpenAPI)
	}
	for name, schema := range doc.Components.Schemas {
		if _, err := schema.Resolve(nil); err != nil {
			t.Errorf("schema %s: %v", name, err)
		}
	}
	for _, o := range toolset.Operations() {
		item := doc.Paths["/v1/"+o.Name]
		if item["post"] == nil {
			t.Errorf("%s is not in the document", o.Name)
		}
		for method, raw := range item {
			for _, part := range strings.Split(string(raw), `"$ref":"#/components/schemas/`)[1:] {
				name, _, _ := strings.Cut(part, `"`)
				if doc.Components.Schemas[name] == nil {
					t.Errorf("%s %s: no schema %s", method, o.Name, name)
				}
			}
		}
	}
	for _, path := range []string{"/", "/a/{article}", "/llms.txt", "/healthz", "/metrics"} {
		if doc.Paths[path] == nil {
			t.Errorf("%s is not in the document", path)
		}
	}
}
