package metapolicy_test

import (
	"fmt"
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/metapolicy"
)

// sources returns the syntax of the package's files.
func sources(t *testing.T) []*ast.File {
	t.Helper()
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	var out []*ast.File
	for _, e := range entries {
		if !strings.HasSuffix(e.Name(), ".go") || strings.HasSuffix(e.Name(), "_test.go") {
			continue
		}
		f, err := parser.ParseFile(token.NewFileSet(), e.Name(), nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, f)
	}
	return out
}

// constants returns the values of the exported constants by the names of their
// types, in the order of the source.
func constants(t *testing.T) map[string][]string {
	t.Helper()
	out := map[string][]string{}
	for _, file := range sources(t) {
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.GenDecl)
			if !ok || d.Tok != token.CONST {
				continue
			}
			for _, spec := range d.Specs {
				s := spec.(*ast.ValueSpec)
				typ, ok := s.Type.(*ast.Ident)
				if !ok || !s.Names[0].IsExported() {
					continue
				}
				value, err := strconv.Unquote(s.Values[0].(*ast.BasicLit).Value)
				if err != nil {
					t.Fatalf("%s: %v", s.Names[0], err)
				}
				out[typ.Name] = append(out[typ.Name], value)
			}
		}
	}
	return out
}

// kindsOf says which kinds of entities each type is for.
var kindsOf = map[string][]string{
	"Model":        {"model"},
	"License":      {"license"},
	"Organization": {"organization"},
	"Person":       {"person"},
	"Engagement":   {"legislation", "inquiry"},
	"Work":         {"work"},
	"Study":        {"study"},
	"Measure":      {"safety"},
}

// unlike are constants whose entity is of another kind than their type.
var unlike = map[string]string{
	"aws-bedrock": "a product, and the partner that the article names",
}

// TestConstants: a constant names an entity of its type's kind, and the other way.
func TestConstants(t *testing.T) {
	declared := constants(t)
	var typed []string
	for typ, kinds := range kindsOf {
		for _, id := range declared[typ] {
			if kind := metapolicy.Entity(id).Kind(); !slices.Contains(kinds, kind) && unlike[id] == "" {
				t.Errorf("%q is a %s, its entity a %q", id, typ, kind)
			}
		}
		for e := range metapolicy.Entities() {
			if slices.Contains(kinds, e.Kind()) && !slices.Contains(declared[typ], string(e)) {
				t.Errorf("no %s is named %q", typ, string(e))
			}
		}
		typed = append(typed, kinds...)
	}
	for _, id := range declared["Entity"] {
		if kind := metapolicy.Entity(id).Kind(); kind == "" || slices.Contains(typed, kind) {
			t.Errorf("the entity %q is a %q", id, kind)
		}
	}
}

// TestFactConstants: a constant that is the ID of a fact names one of its kind that
// has a number, and every such fact has a constant.
func TestFactConstants(t *testing.T) {
	declared := constants(t)
	for typ, kind := range map[string]string{"Figure": "figure", "Amount": "money"} {
		var want []string
		for f := range metapolicy.Facts().OfKind(kind) {
			if !f.Quantity().IsZero() || !f.Share().IsZero() || !f.Money().IsZero() {
				want = append(want, f.ID())
			}
		}
		got := slices.Clone(declared[typ])
		slices.Sort(got)
		slices.Sort(want)
		equal(t, typ, want, got)
	}
}

// TestSequences: the sequence of a type is its constants, in the order of the source.
func TestSequences(t *testing.T) {
	declared := constants(t)
	for name, seq := range sequences() {
		var got []string
		typ := ""
		for v := range reflect.ValueOf(seq).Seq() {
			if v.Kind() != reflect.String {
				break
			}
			typ = v.Type().Name()
			got = append(got, v.String())
		}
		if typ != "" && typ != "Entity" {
			equal(t, name, declared[typ], got)
		}
	}
}

// enums are the types of the values in the data of facts, by the key that has them.
var enums = map[string]string{
	"state":    "State",
	"clause":   "ClauseKind",
	"role":     "OrganizationRole",
	"stance":   "Stance",
	"outcome":  "Outcome",
	"form":     "Form",
	"relation": "RelationKind",
}

// TestEnums: the data of facts have declared values only, and each at least once.
func TestEnums(t *testing.T) {
	declared := constants(t)
	used := map[string]bool{}
	for f := range metapolicy.Facts().All() {
		var data map[string]any
		if err := f.Decode(&data); err != nil {
			t.Fatal(err)
		}
		for key, typ := range enums {
			v, ok := data[key].(string)
			if !ok {
				continue
			}
			used[typ+" "+v] = true
			if !slices.Contains(declared[typ], v) {
				t.Errorf("%s: no %s is %q", f.ID(), typ, v)
			}
		}
	}
	for _, typ := range enums {
		for _, v := range declared[typ] {
			if name := fmt.Sprint(typ, " ", v); !used[name] {
				t.Errorf("no fact has the %s", name)
			}
		}
	}
}
