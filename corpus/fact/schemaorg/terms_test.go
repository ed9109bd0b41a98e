package schemaorg

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"
)

// TestDocumentation: the package documentation has the kinds of entities and the
// terms with our prefix that the code has, and no others.
func TestDocumentation(t *testing.T) {
	doc, err := os.ReadFile("doc.go")
	if err != nil {
		t.Fatal(err)
	}
	got := map[string]string{}
	_, table, _ := strings.Cut(string(doc), "//\tperson ")
	table, _, _ = strings.Cut("//\tperson "+table, "other kinds")
	for _, row := range regexp.MustCompile(`(?m)^//\t([a-z, ]+?) {2,}([A-Z]\w+)$`).FindAllStringSubmatch(table, -1) {
		for _, kind := range strings.Split(row[1], ", ") {
			got[kind] = row[2]
		}
	}
	if len(got) != len(entityTypes) {
		t.Errorf("the documentation has the kinds %v, the code %v", got, entityTypes)
	}
	for kind, typ := range entityTypes {
		if got[kind] != typ {
			t.Errorf("%s is %s, in the documentation %q", kind, typ, got[kind])
		}
	}

	term := regexp.MustCompile(`footnote:[a-z]+`)
	var code []string
	for _, file := range []string{"node.go", "value.go", "terms.go"} {
		src, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		code = append(code, term.FindAllString(string(src), -1)...)
	}
	documented := term.FindAllString(string(doc), -1)
	for _, s := range code {
		if !slices.Contains(documented, s) {
			t.Errorf("the documentation lacks %s", s)
		}
	}
	for _, s := range documented {
		if !slices.Contains(code, s) {
			t.Errorf("the code has no %s", s)
		}
	}
}
