package footnote_test

import (
	"fmt"
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
	tables := strings.Split(strings.TrimSpace(read(t, "index/testdata/quality.golden")), "\n\n")
	for i, table := range tables {
		lines := strings.Split(table, "\n")
		for _, line := range lines[1:] {
			if i == 0 && !strings.Contains(readme, "    "+line+"\n") {
				t.Errorf("the README lacks the row %q of index/testdata/quality.golden", line)
			}
		}
		row := fmt.Sprintf("    %-58s %s\n", lines[0], strings.TrimPrefix(lines[len(lines)-1], "all        "))
		if !strings.Contains(readme, row) {
			t.Errorf("the README lacks the row %q", row)
		}
	}
}
