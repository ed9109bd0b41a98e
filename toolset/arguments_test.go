package toolset_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/toolset"
)

// TestErrors: what a model does wrong is told in a sentence by which it can mend it.
func TestErrors(t *testing.T) {
	// The checker takes bytes, the schema code points: this is too long for one alone.
	long := strings.Repeat("ä", grounding.MaxAnswer/2+1)
	for _, tt := range []struct {
		reason          string
		set             func() *toolset.Set
		name, arguments string
		code            toolset.Code
		message         string
	}{
		{"no operation", article, "read_note", `{}`, toolset.UnknownOperation, `no operation "read_note"; there are search_passages, read_passage, read_footnote, find_facts, timeline, check_answer, cite_answer, list_sections, search, fetch`},
		{"a footnote that there is not", article, "read_footnote", `{"footnote":"33"}`, toolset.NotFound, "no footnote 33; the article has 1 to 32"},
		{"of a named article", two, "read_footnote", `{"footnote":"mill^9"}`, toolset.NotFound, "no footnote 9; the article mill has 1, 2, fact:f_x, ä"},
		{"of no article", two, "read_footnote", `{"footnote":"9"}`, toolset.NotFound, "no footnote 9; the articles have lock^1, lock^keeper, mill^1, mill^2, mill^fact:f_x, mill^ä"},
		{"a label that two articles have", two, "read_footnote", `{"footnote":"1"}`, toolset.InvalidArguments, "several articles are in scope; say lock^1 or mill^1, not ^1"},
		{"a label that one of two has", two, "read_footnote", `{"footnote":"keeper"}`, toolset.InvalidArguments, "several articles are in scope; say lock^keeper, not ^keeper"},
		{"no label", article, "read_footnote", `{"footnote":"^"}`, toolset.InvalidArguments, `"^" names no footnote; a footnote is 4, ^4 or ARTICLE^4`},
		{"a footnote of no article", two, "read_footnote", `{"footnote":"pond^1"}`, toolset.NotFound, `no article "pond"; there is lock, mill`},
		{"a broken number where a label belongs", article, "read_footnote", `{"footnote":4.5}`, toolset.InvalidArguments, `"footnote" must be a string, not the number 4.5`},
		{"an argument that there is not", article, "read_footnote", `{"note":"4"}`, toolset.InvalidArguments, `there is no argument "note"; read_footnote takes footnote (required), max_tokens`},
		{"in other case", article, "read_footnote", `{"Footnote":"4"}`, toolset.InvalidArguments, `there is no argument "Footnote"; read_footnote takes footnote (required), max_tokens`},
		{"a missing one", article, "read_footnote", `{}`, toolset.InvalidArguments, `the argument "footnote" is missing; read_footnote takes footnote (required), max_tokens`},
		{"null for a missing one", article, "read_footnote", `{"footnote":null}`, toolset.InvalidArguments, `the argument "footnote" is missing; read_footnote takes footnote (required), max_tokens`},
		{"no arguments", article, "search", ``, toolset.InvalidArguments, `the argument "query" is missing; search takes query (required)`},
		{"no object", article, "search", `["a"]`, toolset.InvalidArguments, `the arguments are no JSON object; search takes query (required)`},
		{"no JSON", article, "search", `{"query":`, toolset.InvalidArguments, `the arguments are not JSON: unexpected end of JSON input`},
		{"no UTF-8", article, "search", "{\"query\":\"\xff\"}", toolset.InvalidArguments, `the arguments are not UTF-8`},
		{"an empty question", article, "search_passages", `{"question":""}`, toolset.InvalidArguments, `"question" is empty`},
		{"a question of white space", article, "search_passages", `{"question":" \n"}`, toolset.InvalidArguments, `"question" is empty`},
		{"a question that is a list", article, "search_passages", `{"question":["a"]}`, toolset.InvalidArguments, `"question" must be a string, not a list`},
		{"a question that is too long", article, "search_passages", `{"question":"` + strings.Repeat("a", 2001) + `"}`, toolset.TooLarge, `"question" has 2001 characters; 2000 at most`},
		{"a string for a number", article, "search_passages", `{"question":"a","k":"5"}`, toolset.InvalidArguments, `"k" must be a whole number, not the string "5"`},
		{"a fraction", article, "search_passages", `{"question":"a","k":1.5}`, toolset.InvalidArguments, `"k" must be a whole number, not the number 1.5`},
		{"too few", article, "search_passages", `{"question":"a","k":0}`, toolset.InvalidArguments, `"k" must be from 1 to 50, not 0`},
		{"too many", article, "search_passages", `{"question":"a","k":51}`, toolset.InvalidArguments, `"k" must be from 1 to 50, not 51`},
		{"more than a number can be", article, "search_passages", `{"question":"a","k":1e999}`, toolset.InvalidArguments, `"k" can't be read: json: cannot unmarshal number 1e999 into Go value of type float64`},
		{"a string for a list", article, "search_passages", `{"question":"a","articles":"b"}`, toolset.InvalidArguments, `"articles" must be a list of strings, such as ["a", "b"], not the string "b"`},
		{"a number below 0 in a list", article, "search_passages", `{"question":"a","footnotes":["1",-4]}`, toolset.InvalidArguments, `"footnotes[1]" must be a string, not the number -4`},
		{"null in a list", article, "search_passages", `{"question":"a","footnotes":[null]}`, toolset.InvalidArguments, `"footnotes[0]" must be a string, not null`},
		{"too long a list", article, "search_passages", `{"question":"a","footnotes":[` + strings.Repeat(`"1",`, 50) + `"1"]}`, toolset.InvalidArguments, `"footnotes" has 51 items; 50 at most`},
		{"a date that is none", article, "search_passages", `{"question":"a","after":"last week"}`, toolset.InvalidArguments, `"after": "last week" is no date: unexpected 'l'; a date is 2024, 2024-07 or 2024-07-03`},
		{"a day that is none", article, "find_facts", `{"before":"2023-02-30"}`, toolset.InvalidArguments, `"before": "2023-02-30" is no date: February 2023 has no day 30; a date is 2024, 2024-07 or 2024-07-03`},
		{"a section that there is not", two, "search_passages", `{"question":"a","sections":["Attic"]}`, toolset.NotFound, `no section "Attic"; there is, for example, top, the-mill, water-wheel, today`},
		{"an entity that there is not", article, "search_passages", `{"question":"a","entities":["Llama 9"]}`, toolset.NotFound, `no passage names "Llama 9", and no fact is about it`},
		{"an article that there is not", two, "search_passages", `{"question":"a","articles":["pond"]}`, toolset.NotFound, `no article "pond"; there is lock, mill`},
		{"a footnote that there is not, of a question", article, "search_passages", `{"question":"a","footnotes":["33"]}`, toolset.NotFound, "no footnote 33; the article has 1 to 32"},
		{"an ambiguous one", two, "search_passages", `{"question":"a","footnotes":["[^1]"]}`, toolset.InvalidArguments, "several articles are in scope; say lock^1 or mill^1, not ^1"},
		{"no footnote at all", article, "search_passages", `{"question":"a","footnotes":["^"]}`, toolset.InvalidArguments, `"^" names no footnote; a footnote is 4, ^4 or ARTICLE^4`},
		{"an empty footnote", article, "search_passages", `{"question":"a","footnotes":[""]}`, toolset.InvalidArguments, `"" names no footnote; a footnote is 4, ^4 or ARTICLE^4`},
		{"an outline of no article", two, "list_sections", `{"articles":["pond"]}`, toolset.NotFound, `no article "pond"; there is lock, mill`},
		{"a passage that there is not", two, "read_passage", `{"passage":"mill#today.9"}`, toolset.NotFound, "no passage mill#today.9; the section has mill#today.1"},
		{"a section for a passage", two, "read_passage", `{"passage":"mill#water-wheel"}`, toolset.NotFound, "mill#water-wheel is a section; it has mill#water-wheel.1, mill#water-wheel.2 and mill#water-wheel.3"},
		{"a passage of no article", two, "fetch", `{"id":"#top.1"}`, toolset.NotFound, `"#top.1" names no article; say ARTICLE#SECTION.N`},
		{"a passage of an article that there is not", two, "fetch", `{"id":"pond#top.1"}`, toolset.NotFound, `no article "pond"; there is lock, mill`},
		{"no passage", two, "fetch", `{"id":"top"}`, toolset.NotFound, `"top" names no passage; say ARTICLE#SECTION.N`},
		{"a fact that there is not", article, "find_facts", `{"ids":["llama-2/relased"]}`, toolset.NotFound, `no fact "llama-2/relased"; there is, for example, llama-2/released, llama-2/series, llama-2/license, llama-2/state/open, llama-2/capability`},
		{"a fact that two articles have", two, "find_facts", `{"ids":["mill/built"]}`, toolset.InvalidArguments, `several facts answer to mill/built: say lock/mill/built or mill/mill/built`},
		{"an entity of facts", two, "find_facts", `{"entities":["The mil"]}`, toolset.NotFound, `no entity "The mil"; did you mean The mill?`},
		{"a kind", two, "timeline", `{"kinds":["evnt"]}`, toolset.NotFound, `no kind "evnt"; there is criticism, event, figure, role`},
		{"a property", two, "timeline", `{"properties":["bilt"]}`, toolset.NotFound, `no property "bilt"; did you mean built?`},
		{"a status", two, "timeline", `{"statuses":["sure"]}`, toolset.InvalidArguments, `"statuses[0]" can't be "sure"; it is one of stated, approximate, estimated, reported, claimed-by-meta, said-by-critics, announced, contested, unresolved, assessment`},
		{"who says nothing", two, "timeline", `{"by":["the king"]}`, toolset.NotFound, `nothing is attributed to "the king"; there is critics`},
		{"a footnote of facts", two, "find_facts", `{"footnotes":["mill^9"]}`, toolset.NotFound, "no footnote 9; the article mill has 1, 2, fact:f_x, ä"},
		{"no footnote of facts", two, "find_facts", `{"footnotes":["^"]}`, toolset.NotFound, `no footnote "^"; there is, for example, [lock^1], [lock^keeper], [mill^1], [mill^2], [mill^fact:f_x]`},
		{"a passage of facts", two, "find_facts", `{"passages":["mill#today.9"]}`, toolset.NotFound, "no passage mill#today.9; the section has mill#today.1"},
		{"an offset below 0", two, "find_facts", `{"offset":-1}`, toolset.InvalidArguments, `"offset" must be from 0 to 1000000, not -1`},
		{"facts of an article without any", func() *toolset.Set { return mustNew(parse(t, "a.md", "# A\n\nBees hum.\n")) }, "find_facts", `{}`, toolset.NotFound, `the article a has no facts: no a.facts.jsonl stands beside it`},
		{"a string for a truth value", two, "check_answer", `{"answer":"","allow_uncited":"yes"}`, toolset.InvalidArguments, `"allow_uncited" must be true or false, not the string "yes"`},
		{"a passage that nobody can have been shown", two, "check_answer", `{"answer":"A.","context":["pond#top.1"]}`, toolset.NotFound, `context: there is no passage "pond#top.1"`},
		{"an answer of more than a mebibyte", two, "check_answer", `{"answer":"` + long + `"}`, toolset.TooLarge, `the answer has 1048578 bytes; at most 1048576 are checked; check it in parts`},
		{"one of more than a million characters", two, "cite_answer", `{"answer":"` + long + long + `"}`, toolset.TooLarge, `"answer" has 1048578 characters; 1048576 at most`},
		{"to be cited", two, "cite_answer", `{"answer":"` + long + `"}`, toolset.TooLarge, `the answer has 1048578 bytes; at most 1048576 are checked; check it in parts`},
		{"citations without a format", two, "check_answer", `{"answer":"A.","citations":[{}]}`, toolset.InvalidArguments, `"citations" need a "format": anthropic, openai or cohere`},
		{"citations in no format", two, "check_answer", `{"answer":"A.","citations":[{}],"format":"mistral"}`, toolset.InvalidArguments, `"format" can't be "mistral"; it is one of anthropic, openai, cohere`},
		{"citations that are strings", two, "check_answer", `{"answer":"A.","citations":["a"],"format":"openai"}`, toolset.InvalidArguments, `"citations[0]" must be an object, not the string "a"`},
		{"citations that are a string", two, "check_answer", `{"answer":"A.","citations":"a","format":"openai"}`, toolset.InvalidArguments, `"citations" must be a list of objects, not the string "a"`},
	} {
		_, err := tt.set().Call(context.Background(), tt.name, json.RawMessage(tt.arguments))
		e, ok := errors.AsType[*toolset.Error](err)
		if !ok {
			t.Errorf("%s: %s %.100s: %v, not an Error", tt.reason, tt.name, tt.arguments, err)
			continue
		}
		if e.Code != tt.code {
			t.Errorf("%s: code %q, want %q", tt.reason, e.Code, tt.code)
		}
		if diff := cmp.Diff(tt.message, e.Message); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

// TestInputSchemas: what an input schema says holds of every argument.
func TestInputSchemas(t *testing.T) {
	for _, o := range toolset.Operations() {
		if o.Input.Type != "object" || o.Output.Type != "object" {
			t.Errorf("%s: the schemas are no objects", o.Name)
		}
		if o.Description == "" || o.Title == "" {
			t.Errorf("%s: no title or description", o.Name)
		}
		for name, p := range o.Input.Properties {
			one := p
			if p.Type == "array" {
				one = p.Items
				if p.MaxItems == nil {
					t.Errorf("%s: %s has no bound of its length", o.Name, name)
				}
			}
			switch {
			case p.Description == "":
				t.Errorf("%s: %s has no description", o.Name, name)
			case one.Type == "integer" && (one.Minimum == nil || one.Maximum == nil):
				t.Errorf("%s: %s has no bounds", o.Name, name)
			case one.Type == "string" && one.MaxLength == nil && one.Enum == nil:
				t.Errorf("%s: %s has no bound of its length", o.Name, name)
			}
		}
	}
}

// TestBounds tries each bound of each argument, and one beyond it.
func TestBounds(t *testing.T) {
	for _, o := range toolset.Operations() {
		for name, p := range o.Input.Properties {
			for _, value := range atBounds(p) {
				arguments := map[string]any{}
				for _, required := range o.Input.Required {
					arguments[required] = "a"
				}
				arguments[name] = value
				agrees(t, o.Name, []byte(marshal(t, arguments)))
			}
		}
	}
}

// atBounds returns values at the bounds of a schema and one beyond them.
func atBounds(p *jsonschema.Schema) (out []any) {
	switch p.Type {
	case "integer":
		return []any{*p.Minimum - 1, *p.Minimum, *p.Maximum, *p.Maximum + 1, *p.Minimum + 0.5, "1"}
	case "boolean":
		return []any{true, false, "true", 0}
	case "array":
		for _, one := range atBounds(p.Items) {
			out = append(out, []any{one})
		}
		if len(out) > 0 {
			out = append(out, slices.Repeat(out[:1], *p.MaxItems), slices.Repeat(out[:1], *p.MaxItems+1))
			for i, list := range out[len(out)-2:] {
				flat := []any{}
				for _, one := range list.([]any) {
					flat = append(flat, one.([]any)...)
				}
				out[len(out)-2+i] = flat
			}
		}
		return append(out, []any{}, "a")
	case "object":
		return []any{map[string]any{}, "a", []any{}}
	}
	out = append(out, p.Enum...)
	if p.Enum == nil {
		out = append(out, strings.Repeat("ä", *p.MaxLength), strings.Repeat("ä", *p.MaxLength+1))
	}
	return append(out, "", "no such thing", 1)
}

// agrees checks that a call's arguments are refused if and only if they don't fit the
// schema, but for what differs on purpose: null is left out, and white space alone is
// empty. What is refused for what the article has is not refused for its form.
func agrees(t testing.TB, name string, arguments []byte) {
	t.Helper()
	refused := toolset.ReadArguments(name, arguments)
	var value map[string]any
	valid := json.Unmarshal(arguments, &value) == nil && utf8.Valid(arguments)
	if valid {
		if blank(value) {
			return
		}
		for k, v := range value {
			if v == nil && schemas()[name].known[k] {
				delete(value, k)
			}
			if p := schemas()[name].input.Schema().Properties[k]; p != nil {
				if _, left := value[k]; left {
					value[k] = written(p, v)
				}
			}
		}
		if value == nil {
			value = map[string]any{} // null
		}
		valid = schemas()[name].input.Validate(value) == nil
	} else if len(bytes.TrimSpace(arguments)) == 0 {
		return // no arguments
	}
	if valid != (refused == nil) {
		t.Errorf("%s %.300s: the schema says valid %v, reading it: %v", name, arguments, valid, refused)
	}
}

// written makes digits of whole numbers where texts belong, as reading arguments does.
func written(p *jsonschema.Schema, v any) any {
	switch v := v.(type) {
	case float64:
		if p.Type == "string" && p.MaxLength != nil && *p.MaxLength < 10_000 && v >= 0 && v < 1e9 && v == math.Trunc(v) {
			return strconv.Itoa(int(v))
		}
	case []any:
		if p.Type == "array" {
			for i := range v {
				v[i] = written(p.Items, v[i])
			}
		}
	}
	return v
}

// blank reports whether a value is a text of white space, or has one.
func blank(value map[string]any) bool {
	for _, v := range value {
		if s, ok := v.(string); ok && s != "" && strings.TrimSpace(s) == "" {
			return true
		}
	}
	return false
}

// FuzzCall calls anything with anything: it never panics, what can be mended is an
// Error, and arguments are refused if and only if they don't fit the schema.
func FuzzCall(f *testing.F) {
	for _, tt := range goodCalls {
		f.Add(tt.name, []byte(tt.arguments))
	}
	for _, arguments := range []string{``, `null`, `[]`, `{"query":null}`, `{"k":1e1,"question":"a"}`, `{"question":"a","question":"b"}`, `{"a":{}}`, `{} {}`, "\xff", `{"question":"\ud800"}`} {
		f.Add("search_passages", []byte(arguments))
		f.Add("nothing", []byte(arguments))
	}
	f.Fuzz(func(t *testing.T, name string, arguments []byte) {
		if len(arguments) > 2000 {
			return
		}
		r, err := two().Call(t.Context(), name, arguments)
		_, mendable := errors.AsType[*toolset.Error](err)
		switch {
		case err == nil:
			for _, problem := range problems(name, r) {
				t.Errorf("%s %s: %s", name, arguments, problem)
			}
		case !mendable:
			t.Errorf("%s %s: %v is no Error", name, arguments, err)
		case !utf8.ValidString(err.Error()) || err.Error() == "":
			t.Errorf("%s %s: the error is %q", name, arguments, err)
		}
		if _, ok := schemas()[name]; ok {
			agrees(t, name, arguments)
		}
	})
}

// TestNumbersAsLabels: models and shells write labels without quotation marks.
func TestNumbersAsLabels(t *testing.T) {
	for _, tt := range []struct{ reason, name, given, meant string }{
		{"a label", "read_footnote", `{"footnote":4}`, `{"footnote":"4"}`},
		{"as JSON may write it", "read_footnote", `{"footnote":4.0}`, `{"footnote":"4"}`},
		{"in a list", "search_passages", `{"question":"What is the threshold?","footnotes":["9",4]}`, `{"question":"What is the threshold?","footnotes":["9","4"]}`},
	} {
		got, err := article().Call(t.Context(), tt.name, json.RawMessage(tt.given))
		want, errWant := article().Call(t.Context(), tt.name, json.RawMessage(tt.meant))
		if err != nil || errWant != nil || string(got.JSON) != string(want.JSON) {
			t.Errorf("%s: %v, %v; %s", tt.reason, err, errWant, got.JSON)
		}
	}
}
