package fact_test

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/costtest"
)

func TestUnknownFields(t *testing.T) {
	full, err := fullRecord().MarshalJSON()
	if err != nil {
		t.Fatal(err)
	}
	with := func(more string) string { return string(full[:len(full)-1]) + more + "}" }
	var many []string
	for i := range 40 {
		many = append(many, fmt.Sprintf(`"x%02d":1`, i))
	}
	for _, tt := range []struct {
		reason, in string
		want       []string
	}{
		{"all that is written", string(full), nil},
		{"what the command adds", with(`,"sides":[{"statement":"a","facts":[{"id":"b/c"}]}],"tensions":["a/b"]`), nil},
		{"data has any form", `{"data":{"mood":{"Id":1}}}`, nil},
		{"a misspelt name", `{"id":"a/b","statment":"a","enttities":[]}`, []string{"statment", "enttities"}},
		{"another case", `{"id":"a/b","Status":["stated"]}`, []string{"Status"}},
		{"of a value", `{"values":[{"kind":"date"},{"kind":"quantity","aprox":true}]}`, []string{"values[1].aprox"}},
		{"of evidence", `{"evidence":[{"passage":"a#b.1","qoute":"q","start":1}]}`, []string{"evidence[0].qoute"}},
		{"of a footnote of evidence", `{"evidence":[{"footnotes":[{"label":"1"},{"lable":"2"}]}]}`, []string{"evidence[0].footnotes[1].lable"}},
		{"twice", `{"id":"a/b","id":"a/c","values":[{"unit":"x","unit":"y"}]}`, []string{"id (twice)", "values[0].unit (twice)"}},
		{"embedded in Go, not in JSON", `{"Span":{},"record":{}}`, []string{"Span", "record"}},
		{"no object", `["id"]`, nil},
		{"cut", `{"statment":1`, nil},
	} {
		if d := cmp.Diff(tt.want, fact.UnknownFields([]byte(tt.in))); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
	}
	if got := fact.UnknownFields([]byte("{" + strings.Join(many, ",") + "}")); len(got) != 16 || got[15] != "x15" {
		t.Errorf("of 40 unknown names it returns %q", got)
	}
}

func TestUnknownFieldsIsLinear(t *testing.T) {
	costtest.Linear(t, "evidence", 1<<8, func(n int) func() {
		line := []byte(`{"evidence":[` + strings.Repeat(`{"passage":"a","qoute":{"a":[]}},`, n) + `{}]}`)
		if !json.Valid(line) {
			t.Fatal("no JSON")
		}
		return func() { fact.UnknownFields(line) }
	})
}
