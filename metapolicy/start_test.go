package metapolicy_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"os"
	"strings"
	"testing"
)

// TestNothingAtStart: a program that imports the package and doesn't ask pays for
// nothing. It has no init function, and the variables of the package are tables,
// the embedded files, and what sync.OnceValue computes at the first call.
func TestNothingAtStart(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries {
		name := entry.Name()
		if !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			continue
		}
		file, err := parser.ParseFile(token.NewFileSet(), name, nil, 0)
		if err != nil {
			t.Fatal(err)
		}
		for _, decl := range file.Decls {
			switch d := decl.(type) {
			case *ast.FuncDecl:
				if d.Recv == nil && d.Name.Name == "init" {
					t.Errorf("%s has an init function", name)
				}
			case *ast.GenDecl:
				if call := callAtStart(d); call != "" {
					t.Errorf("%s calls %s at the start of a program", name, call)
				}
			}
		}
	}
}

// callAtStart returns a function that the declaration of a variable calls, other
// than sync.OnceValue, "" if there is none.
func callAtStart(d *ast.GenDecl) string {
	if d.Tok != token.VAR {
		return ""
	}
	found := ""
	ast.Inspect(d, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.FuncLit:
			return false // it runs when it is called
		case *ast.CallExpr:
			if s, ok := n.Fun.(*ast.SelectorExpr); ok {
				if x, ok := s.X.(*ast.Ident); ok && x.Name == "sync" && s.Sel.Name == "OnceValue" {
					return true
				}
				found = s.Sel.Name
			} else if id, ok := n.Fun.(*ast.Ident); ok {
				found = id.Name
			}
		}
		return true
	})
	return found
}
