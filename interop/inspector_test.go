package interop

import (
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"
)

// inspections are calls of the public inspector's command line. want is what has to
// stand in the JSON that it prints, at a path of keys and, in lists, 0.
var inspections = []struct {
	args   []string
	code   int
	path   string
	want   string
	reason string
}{
	{[]string{"tools/list", "--strict"}, 0, "tools.0.name", "check_answer",
		"all clients can take the schemas of the tools"},
	{[]string{"tools/call", "--tool-name", "search_passages", "--tool-arg", "question=Is there a size above which a company needs its own licence?", "k=2"}, 0,
		"structuredContent.schema", "footnote/1", "arguments that the inspector reads as text and as a number"},
	{[]string{"tools/call", "--tool-name", "read_footnote", "--tool-arg", "footnote=^4"}, 0,
		"structuredContent.footnote.label", "4", "a footnote by its mark, which the inspector takes for no number"},
	{[]string{"tools/call", "--tool-name", "find_facts", "--tool-arg", `entities=["Llama 2"]`, "limit=1"}, 0,
		"structuredContent.facts.0.entities.0", "Llama 2", "a list"},
	{[]string{"tools/call", "--tool-name", "check_answer", "--tool-arg", "answer=Llama 2 was released in July 2022.[^3]", "allow_uncited=true"}, 0,
		"structuredContent.verdict", "contradicted", "a truth value"},
	{[]string{"tools/call", "--tool-name", "fetch", "--tool-arg", "id=meta-open-source-strategy#top.1"}, 0,
		"structuredContent.id", "meta-open-source-strategy#top.1", "one of the pair of chat connectors"},
	{[]string{"tools/call", "--tool-name", "list_sections"}, 0,
		"structuredContent.articles.0.article", "meta-open-source-strategy", "a tool without arguments"},
	{[]string{"tools/call", "--tool-name", "read_footnote", "--tool-arg", "footnote=^99"}, 5,
		"content.0.text", "no footnote 99; the article has 1 to 32", "what a model can mend is a result that says how"},
	{[]string{"resources/list"}, 0, "resources.0.uri", "footnote:meta-open-source-strategy", "articles"},
	{[]string{"resources/templates/list"}, 0, "resourceTemplates.0.uriTemplate", "footnote:{article}", "templates"},
	{[]string{"resources/read", "--uri", "footnote:meta-open-source-strategy/fact/llama-2/released"}, 0,
		"contents.0.mimeType", "application/json", "a resource by a template"},
	{[]string{"resources/read", "--uri", "footnote:meta-open-source-strategy/section/sources"}, 0,
		"contents.0.text", "The section has no passages.\n", "a section in which nothing stands"},
	{[]string{"resources/read", "--uri", "footnote:no-such"}, 1, "", `no article \"no-such\"`, "an error of the protocol"},
	{[]string{"prompts/list"}, 0, "prompts.0.name", "answer_with_citations", "prompts"},
	{[]string{"prompts/get", "--prompt-name", "check_draft", "--prompt-args", "draft=Llama 2 was released in July 2022.[^3]"}, 0,
		"messages.0.role", "user", "a prompt with its argument"},
	{[]string{"prompts/get", "--prompt-name", "check_draft"}, 1, "", `\"draft\" is missing or empty`, "a prompt without"},
}

// TestInspector has the public inspector ask the server over both transports.
func TestInspector(t *testing.T) {
	needClients(t, "the MCP inspector")
	t.Setenv("MCP_CATALOG_PATH", filepath.Join(t.TempDir(), "mcp.json")) // not the user's
	t.Setenv("HOME", t.TempDir())
	t.Run("stdio", func(t *testing.T) { inspect(t, footnote, "mcp") })
	t.Run("http", func(t *testing.T) { inspect(t, serve(t)+"/mcp") })
	t.Run("token", func(t *testing.T) {
		t.Setenv("FOOTNOTE_TOKEN", "secret")
		call := []string{"--cli", serve(t) + "/mcp", "--method", "tools/list"}
		if r := node(t, "mcp-inspector", append(call, "--header", "Authorization: Bearer secret")...); r.code != 0 {
			t.Errorf("with the token: exit code %d\n%s", r.code, short(r.stderr))
		}
		if r := node(t, "mcp-inspector", append(call, "--header", "Authorization: Bearer wrong")...); r.code == 0 || !strings.Contains(r.stderr, "auth_required") {
			t.Errorf("with another: exit code %d\n%s", r.code, short(r.stderr))
		}
	})
}

func inspect(t *testing.T, server ...string) {
	for _, i := range inspections {
		r := node(t, "mcp-inspector", append(append([]string{"--cli"}, server...), append([]string{"--method"}, i.args...)...)...)
		step := strings.Join(i.args, " ")
		switch got, ok := at(r.stdout, i.path); {
		case r.code != i.code:
			t.Errorf("%s: %s: exit code %d, want %d\n%s%s", i.reason, step, r.code, i.code, short(r.stdout), short(r.stderr))
		case i.path == "" && !strings.Contains(r.stderr, i.want):
			t.Errorf("%s: %s: %q is not in\n%s", i.reason, step, i.want, r.stderr)
		case i.path != "" && (!ok || got != i.want):
			t.Errorf("%s: %s: %s is %q, want %q\n%s", i.reason, step, i.path, got, i.want, short(r.stdout))
		case i.code == 0 && strings.Contains(r.stderr, "Warning"):
			t.Errorf("%s: %s: the inspector warns\n%s", i.reason, step, short(r.stderr))
		}
	}
}

// at returns the text at a path of a JSON document.
func at(document, path string) (string, bool) {
	var value any
	if json.Unmarshal([]byte(document), &value) != nil {
		return "", false
	}
	for key := range strings.SplitSeq(path, ".") {
		switch v := value.(type) {
		case map[string]any:
			value = v[key]
		case []any:
			if key != "0" || len(v) == 0 {
				return "", false
			}
			value = v[0]
		}
	}
	text, ok := value.(string)
	return text, ok
}
