// Package promptfoo_test checks the configuration and the assertion of this folder,
// without promptfoo.
package promptfoo_test

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"go.yaml.in/yaml/v3"

	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

// A config is what this folder uses of promptfoo's configuration.
type config struct {
	Description string   `yaml:"description"`
	Prompts     []string `yaml:"prompts"`
	Providers   []struct {
		ID    string `yaml:"id"`
		Label string `yaml:"label"`
	} `yaml:"providers"`
	DefaultTest struct {
		Assert []struct {
			Type   string `yaml:"type"`
			Value  string `yaml:"value"`
			Metric string `yaml:"metric"`
		} `yaml:"assert"`
	} `yaml:"defaultTest"`
	Tests []struct {
		Description string            `yaml:"description"`
		Vars        map[string]string `yaml:"vars"`
	} `yaml:"tests"`
}

// TestConfig: the configuration names files that there are and questions to ask.
func TestConfig(t *testing.T) {
	data, err := os.ReadFile("promptfooconfig.yaml")
	if err != nil {
		t.Fatal(err)
	}
	var c config
	d := yaml.NewDecoder(bytes.NewReader(data))
	d.KnownFields(true)
	if err := d.Decode(&c); err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(c.Prompts, []string{"{{question}}"}) || len(c.Providers) != 1 || len(c.DefaultTest.Assert) != 1 || len(c.Tests) == 0 {
		t.Fatalf("%+v", c)
	}
	command, ok := strings.CutPrefix(c.Providers[0].ID, "exec:go run ")
	if dir, _, _ := strings.Cut(command, " "); !ok || !exists(filepath.Join(dir, "main.go")) {
		t.Errorf("the provider is %q", c.Providers[0].ID)
	}
	assert := c.DefaultTest.Assert[0]
	if file, ok := strings.CutPrefix(assert.Value, "file://"); assert.Type != "javascript" || !ok || !exists(file) {
		t.Errorf("the assertion is %+v", assert)
	}
	for _, test := range c.Tests {
		if test.Vars["question"] == "" || len(test.Vars) != 1 {
			t.Errorf("%s has %v", test.Description, test.Vars)
		}
	}
}

func exists(name string) bool {
	_, err := os.Stat(name)
	return err == nil
}

// A result is promptfoo's GradingResult.
type result struct {
	Pass        bool               `json:"pass"`
	Score       float64            `json:"score"`
	Reason      string             `json:"reason"`
	NamedScores map[string]float64 `json:"namedScores"`
}

// script calls the assertion as promptfoo does, with an answer and a question.
const script = `
const { default: check } = await import('./check.mjs');
const [output, question] = process.argv.slice(1);
console.log(JSON.stringify(await check(output, { vars: { question } })));
`

// assert runs the assertion with a server and a token, and returns what it gives or, as
// an error, what it prints.
func assert(t *testing.T, url, answer, question string) (result, string, error) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), time.Minute)
	defer cancel()
	node := exec.CommandContext(ctx, "node", "--input-type=module", "-e", script, "--", answer, question)
	node.Env = append(os.Environ(), "FOOTNOTE_URL="+url, "FOOTNOTE_TOKEN=secret")
	var stderr strings.Builder
	node.Stderr = &stderr
	out, err := node.Output()
	var r result
	if err == nil {
		err = json.Unmarshal(out, &r)
	}
	return r, stderr.String(), err
}

// needNode skips a test where there is no Node that can ask a server.
func needNode(t *testing.T) {
	t.Helper()
	if err := exec.CommandContext(t.Context(), "node", "-e", "process.exit(typeof fetch === 'function' ? 0 : 1)").Run(); err != nil {
		t.Skipf("skipped: the assertion runs in Node 18 or newer: %v", err)
	}
}

// TestAssertion: the assertion passes what the check passes, and says why it doesn't.
func TestAssertion(t *testing.T) {
	needNode(t)
	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer set.Close()
	// It answers as "footnote serve" does.
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method != http.MethodPost || r.URL.Path != "/v1/check_answer" || r.Header.Get("Content-Type") != "application/json" || r.Header.Get("Authorization") != "Bearer secret" {
			t.Errorf("%s %s with %v", r.Method, r.URL, r.Header)
		}
		body, err := io.ReadAll(r.Body)
		if err != nil {
			t.Error(err)
		}
		result, err := set.Call(r.Context(), "check_answer", body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		w.Write(result.JSON)
	}))
	defer server.Close()
	const when = "When was Llama 2 released?"
	for _, tt := range []struct {
		name, answer, question string
		pass, scored           bool
		reason                 string
	}{
		{"right", "Meta released Llama 2 in July 2023. [^4]", when, true, true, "verdict: supported\n"},
		{"a wrong date", "Meta released Llama 2 in June 2023. [^4]", when, false, true, "the claim says “June 2023”, the article “July 2023”"},
		{"a wrong mark", "Meta released Llama 2 in July 2023. [^9]", when, false, true, "right would be [^4]"},
		{"more than the article says", "Meta released Llama 2 in July 2023, which pleased Mr Smith. [^4]", when, false, true, "the article does not say “Mr Smith” here"},
		{"undecided", "Meta released Llama 2 because rivals kept theirs closed. [^4]", when, true, true, "warning: no sentence of the article states the cause"},
		{"nothing", "", when, false, false, "the answer states nothing"},
		{"a right refusal", "The article does not say.", "What is the boiling point of mercury?", true, false, "verdict: no_claim\n"},
		{"a wrong refusal", "The article does not say.", when, false, false, "the article does say something"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			r, stderr, err := assert(t, server.URL, tt.answer, tt.question)
			if err != nil {
				t.Fatalf("%v\n%s", err, stderr)
			}
			if r.Pass != tt.pass || (r.Score == 1) != tt.pass || (len(r.NamedScores) == 2) != tt.scored || !strings.Contains(r.Reason, tt.reason) || !strings.Contains(r.Reason, "Checked against the article only") {
				t.Errorf("%+v", r)
			}
		})
	}
	t.Run("too long", func(t *testing.T) {
		_, stderr, err := assert(t, server.URL, "Yes.", strings.Repeat("?", 2001))
		if err == nil || !strings.Contains(stderr, "answered 400") {
			t.Errorf("%v\n%s", err, stderr)
		}
	})
}

// TestNoServer: what can't be checked is an error, for a server that is gone and for one
// that is another.
func TestNoServer(t *testing.T) {
	needNode(t)
	other := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "{}") }))
	gone := httptest.NewServer(http.NotFoundHandler())
	gone.Close()
	defer other.Close()
	for url, want := range map[string]string{gone.URL: "could not be asked", other.URL: "TypeError"} {
		if r, stderr, err := assert(t, url, "Yes.", "What?"); err == nil || !strings.Contains(stderr, want) {
			t.Errorf("%+v, %v\n%s", r, err, stderr)
		}
	}
}
