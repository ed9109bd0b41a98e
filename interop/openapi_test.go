package interop

import (
	"encoding/json"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestOpenAPI has a public validator of OpenAPI 3.1 (Redocly) read the document that the
// server has of itself, and the same with a mistake, which it has to see.
func TestOpenAPI(t *testing.T) {
	needClients(t, "the OpenAPI validator")
	for _, test := range []struct {
		name, token string
		old, new    string // the mistake
		reason      string
	}{
		{name: "open", reason: "it is valid"},
		{name: "with a token", token: "secret", reason: "so it is with a security scheme"},
		{name: "broken type", old: `"type":"integer"`, new: `"type":"whole"`, reason: "a type that JSON Schema doesn't have"},
		{name: "broken reference", old: `"Problem":{`, new: `"Trouble":{`, reason: "a reference that leads nowhere"},
	} {
		t.Run(test.name, func(t *testing.T) {
			document := fetch(t, test.token)
			if test.old != "" {
				broken := strings.ReplaceAll(document, test.old, test.new)
				if broken == document {
					t.Fatalf("%s is not in the document", test.old)
				}
				document = broken
			}
			file := filepath.Join(t.TempDir(), "openapi.json")
			if err := os.WriteFile(file, []byte(document), 0o666); err != nil {
				t.Fatal(err)
			}
			r := node(t, "redocly", "lint", "--extends=recommended", "--format=json", file)
			var found struct {
				Totals struct{ Errors, Warnings int }
			}
			if err := json.Unmarshal([]byte(r.stdout), &found); err != nil {
				t.Fatalf("%v\n%s%s", err, short(r.stdout), short(r.stderr))
			}
			if wrong := found.Totals.Errors + found.Totals.Warnings; (wrong > 0) != (test.old != "") {
				t.Errorf("%s: %d errors and warnings\n%s", test.reason, wrong, short(r.stdout))
			}
		})
	}
}

// fetch gets /openapi.json of a server, which has a token unless it is "".
func fetch(t *testing.T, token string) string {
	t.Setenv("FOOTNOTE_TOKEN", token)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, serve(t)+"/openapi.json", nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Authorization", "Bearer "+token)
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	document, err := io.ReadAll(response.Body)
	if err != nil || response.StatusCode != http.StatusOK {
		t.Fatalf("/openapi.json: %s (%v)", response.Status, err)
	}
	return string(document)
}

// TestOpenAPIClient has a client that knows of the server nothing but /openapi.json call
// every operation (clients/openapi.mjs) and hold each result against the schemas there
// with a public validator of JSON Schema.
func TestOpenAPIClient(t *testing.T) {
	needClients(t, "a client on OpenAPI")
	r := node(t, "clients/openapi.mjs", serve(t))
	if r.code != 0 {
		t.Fatalf("%s%s", short(r.stdout), short(r.stderr))
	}
	golden(t, "openapi.golden", r.stdout)
}
