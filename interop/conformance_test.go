package interop

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// suites are the runs of the conformance suite. Its scenarios ask for the tools, prompts
// and resources of a server that is made for it; must are those that any server can pass.
var suites = []struct {
	name, script string
	node         int // the oldest that runs it
	args         []string
	must         []string
}{
	{"0.1.13", "node_modules/conformance-for-node20/dist/index.js", 20, nil, []string{
		"dns-rebinding-protection", "logging-set-level", "ping", "prompts-list", "resources-list",
		"server-initialize", "server-sse-multiple-streams", "tools-list"}},
	{"2025-11-25", "node_modules/@modelcontextprotocol/conformance/dist/index.js", 22, []string{"--spec-version", "2025-11-25"}, []string{
		"dns-rebinding-protection", "logging-set-level", "ping", "prompts-list", "resources-list",
		"server-initialize", "server-session-lifecycle", "server-sse-multiple-streams", "tools-list"}},
	{"2026-07-28", "node_modules/@modelcontextprotocol/conformance/dist/index.js", 22, []string{"--spec-version", "2026-07-28"}, []string{
		"caching", "dns-rebinding-protection", "http-header-validation", "input-required-result-unsupported-methods",
		"prompts-list", "resources-list", "sep-2164-resource-not-found", "server-sse-multiple-streams", "server-stateless", "tools-list"}},
}

// unasked is why a check fails that asks for what only the suite's own server has.
var unasked = regexp.MustCompile(`^Not testable: |unknown (tool|prompt) "(test|json)_|there is no prompt "test_|[Tt]ool '?(test|json)_\w+'? not found|` +
	`^Failed: (MCP error -32602: )?Resource not found$|method not found: "resources/(un)?subscribe"|InputRequiredResult`)

// A check is what the suite says of a thing that it checked.
type check struct{ ID, Status, ErrorMessage string }

// TestConformance has the public conformance suite ask "footnote serve".
func TestConformance(t *testing.T) {
	major := needClients(t, "the MCP conformance suite")
	for _, suite := range suites {
		t.Run(suite.name, func(t *testing.T) {
			if major < suite.node {
				t.Skipf("skipped the conformance suite for %s: it needs node %d or newer, and this is %d", suite.name, suite.node, major)
			}
			dir := t.TempDir()
			// It fails, since there are scenarios that we don't pass.
			r := node(t, suite.script, append([]string{"server", "--url", serve(t) + "/mcp", "--suite", "all", "-o", dir}, suite.args...)...)
			seen := 0
			for scenario, checks := range results(t, dir) {
				must := slices.Contains(suite.must, scenario)
				if must {
					seen++
				}
				passed := 0
				for _, c := range checks {
					switch {
					case c.Status == "SUCCESS":
						passed++
					case c.Status == "FAILURE" && !(unasked.MatchString(c.ErrorMessage) && (!must || strings.HasPrefix(c.ErrorMessage, "Not testable"))):
						t.Errorf("%s: %s: %s", scenario, c.ID, c.ErrorMessage)
					}
				}
				if must && passed == 0 {
					t.Errorf("%s: nothing was checked", scenario)
				}
			}
			if seen != len(suite.must) {
				t.Errorf("%d of %d scenarios were run\n%s%s", seen, len(suite.must), short(r.stdout), short(r.stderr))
			}
		})
	}
}

// results reads what the suite left: for each scenario a folder with its checks.
func results(t *testing.T, dir string) map[string][]check {
	all := map[string][]check{}
	files, err := filepath.Glob(filepath.Join(dir, "server-*", "checks.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		name := regexp.MustCompile(`^server-(.*)-\d{4}-\d\d-\d\dT.*$`).FindStringSubmatch(filepath.Base(filepath.Dir(file)))
		data, err := os.ReadFile(file)
		if err != nil || name == nil {
			t.Fatalf("%s: %v", file, err)
		}
		var checks []check
		if err := json.Unmarshal(data, &checks); err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		all[name[1]] = checks
	}
	return all
}
