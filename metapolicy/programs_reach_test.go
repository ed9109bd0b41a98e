package metapolicy_test

import (
	"go/ast"
	"reflect"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// sequences returns what the exported functions return that return sequences.
func sequences() map[string]any {
	return map[string]any{
		"Amounts":        metapolicy.Amounts(),
		"Arguments":      metapolicy.Arguments(),
		"Assessments":    metapolicy.Assessments(),
		"Criticisms":     metapolicy.Criticisms(),
		"Definitions":    metapolicy.Definitions(),
		"Effects":        metapolicy.Effects(),
		"Engagements":    metapolicy.Engagements(),
		"Entities":       metapolicy.Entities(),
		"Events":         metapolicy.Events(),
		"Figures":        metapolicy.Figures(),
		"Licenses":       metapolicy.Licenses(),
		"Measures":       metapolicy.Measures(),
		"Models":         metapolicy.Models(),
		"Organizations":  metapolicy.Organizations(),
		"Partnerships":   metapolicy.Partnerships(),
		"People":         metapolicy.People(),
		"Questions":      metapolicy.Questions(),
		"Relations":      metapolicy.Relations(),
		"RevenueSources": metapolicy.RevenueSources(),
		"Stakes":         metapolicy.Stakes(),
		"Strategy":       metapolicy.Strategy(),
		"Studies":        metapolicy.Studies(),
		"Tensions":       metapolicy.Tensions(),
		"Timeline":       metapolicy.Timeline(),
		"Weighings":      metapolicy.Weighings(),
		"Works":          metapolicy.Works(),
	}
}

// TestAllSequences: no sequence is missing from the tests, and none is empty.
func TestAllSequences(t *testing.T) {
	all := sequences()
	for _, file := range sources(t) {
		for _, decl := range file.Decls {
			d, ok := decl.(*ast.FuncDecl)
			if !ok || d.Recv != nil || !d.Name.IsExported() || d.Type.Results == nil {
				continue
			}
			if _, ok := d.Type.Results.List[0].Type.(*ast.IndexExpr); ok && all[d.Name.Name] == nil {
				t.Errorf("the tests know no sequence %s", d.Name)
			}
		}
	}
	for name, seq := range all {
		n := 0
		for range reflect.ValueOf(seq).Seq() {
			n++
		}
		if n == 0 {
			t.Errorf("%s is empty", name)
		}
	}
}

// statedBy returns the ID of the fact that states a value, "" if it isn't stated.
func statedBy(v reflect.Value) (id string, ok bool) {
	if v.Type() == reflect.TypeFor[fact.Fact]() || v.Type() == reflect.TypeFor[fact.Tension]() {
		return "", false
	}
	s, ok := v.Interface().(interface{ ID() string })
	if !ok {
		return "", false
	}
	return s.ID(), true
}

// ask calls the methods of a thing such as a Model, and tells what each states: the
// IDs of facts, and for other answers whether there was one. What Facts returns is
// no typed value.
func ask(v reflect.Value, told func(method string, ids []string, some bool)) {
	for i := range v.NumMethod() {
		name := v.Type().Method(i).Name
		m := v.Method(i)
		if name == "String" || name == "Facts" || m.Type().NumIn() > 0 || m.Type().NumOut() != 1 {
			continue
		}
		answer := m.Call(nil)[0]
		answers := []reflect.Value{answer}
		if answer.Kind() == reflect.Func {
			answers = nil
			for a := range answer.Seq() {
				answers = append(answers, a)
			}
		}
		var ids []string
		some := false
		for _, a := range answers {
			if id, ok := statedBy(a); ok && id != "" {
				ids = append(ids, id)
				some = true
			} else if !ok && !a.IsZero() {
				some = true
			}
		}
		told(name, ids, some)
	}
}

// TestMethods: every method of every type answers for something.
func TestMethods(t *testing.T) {
	answers := map[string]bool{}
	for _, seq := range sequences() {
		for v := range reflect.ValueOf(seq).Seq() {
			if v.Kind() != reflect.String {
				break
			}
			typ := v.Type().Name()
			ask(v, func(method string, _ []string, some bool) {
				answers[typ+"."+method] = answers[typ+"."+method] || some
			})
		}
	}
	for method, ok := range answers {
		if !ok {
			t.Errorf("%s never has an answer", method)
		}
	}
}

// TestZero: the zero value of a type, which is none, is told nothing.
func TestZero(t *testing.T) {
	for _, seq := range sequences() {
		for v := range reflect.ValueOf(seq).Seq() {
			if v.Kind() != reflect.String {
				break
			}
			typ := v.Type()
			ask(reflect.Zero(typ), func(method string, ids []string, some bool) {
				if some {
					t.Errorf("%s.%s of none has an answer, %q", typ.Name(), method, ids)
				}
			})
			break
		}
	}
}
