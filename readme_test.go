package footnote_test

import (
	"os"
	"strings"
	"testing"
)

func read(t *testing.T, name string) string {
	t.Helper()
	data, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// TestReadme: what the README shows is what the repository has. The outputs of
// the command in it are checked by the command's own tests.
func TestReadme(t *testing.T) {
	readme := read(t, "README.md")
	if program := read(t, "examples/quickstart/main.go"); !strings.Contains(readme, "```go\n"+program+"```") {
		t.Error("the README's program is not examples/quickstart/main.go")
	}
	for line := range strings.Lines(read(t, "index/testdata/quality.golden")) {
		if !strings.Contains(readme, "    "+line) {
			t.Errorf("the README lacks the row %q of index/testdata/quality.golden", line)
		}
	}
}
