package toolset

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strings"
	"sync"

	"github.com/google/jsonschema-go/jsonschema"
)

// An Operation is what a model may call.
type Operation struct {
	// Name is what a call names it by, Title what people see.
	Name, Title string
	// Description says in one paragraph, to a model, what it does and when to use
	// it.
	Description string
	// Input and Output are the JSON Schemas (2020-12) of its arguments and its
	// result. Both are objects; they must not be changed.
	Input, Output *jsonschema.Schema
	// TextIsJSON says that the text of a result is its JSON: chat connectors that
	// know this operation by its name read it from there.
	TextIsJSON bool

	run func(s *Set, ctx context.Context, arguments json.RawMessage) (result, error)
}

// A Result is what a call returns.
type Result struct {
	// Value is the output struct of the operation, such as *SearchPassagesOutput.
	Value any
	// JSON is Value as JSON, which fits the operation's output schema.
	JSON json.RawMessage
	// Text is the result in Markdown, for models that are given text alone.
	Text string
}

// Operations returns all operations. They are the same for every set.
func Operations() []Operation { return slices.Clone(operations()) }

// Call calls an operation by name with its arguments, a JSON object, which may be
// empty. The error is an *[Error] where the caller can mend it, else the context's or
// one of the index or the checker.
func (s *Set) Call(ctx context.Context, name string, arguments json.RawMessage) (Result, error) {
	o, out, err := s.call(ctx, name, arguments)
	if err != nil {
		return Result{}, err
	}
	if o.TextIsJSON {
		out.Text = string(out.JSON)
	} else {
		out.Text = out.Value.(result).text(s)
	}
	return out, nil
}

// CallJSON is Call for those who need no text: the result's JSON alone.
func (s *Set) CallJSON(ctx context.Context, name string, arguments json.RawMessage) (json.RawMessage, error) {
	_, out, err := s.call(ctx, name, arguments)
	return out.JSON, err
}

func (s *Set) call(ctx context.Context, name string, arguments json.RawMessage) (Operation, Result, error) {
	all := operations()
	i := slices.IndexFunc(all, func(o Operation) bool { return o.Name == name })
	if i < 0 {
		names := make([]string, len(all))
		for i, o := range all {
			names[i] = o.Name
		}
		return Operation{}, Result{}, &Error{Code: UnknownOperation, Message: fmt.Sprintf("no operation %q; there are %s", short(name), strings.Join(names, ", "))}
	}
	if err := ctx.Err(); err != nil {
		return Operation{}, Result{}, err
	}
	r, err := all[i].run(s, ctx, arguments)
	if err != nil {
		return Operation{}, Result{}, err
	}
	out := Result{Value: r}
	if f, ok := r.(fitted); ok {
		out.JSON = f.kept()
	} else if out.JSON, err = encode(r); err != nil {
		return Operation{}, Result{}, fmt.Errorf("toolset: %s: %w", name, err)
	}
	return all[i], out, nil
}

// A result is an output that can be told in Markdown.
type result interface{ text(s *Set) string }

// operations makes the definitions once.
var operations = sync.OnceValue(func() []Operation {
	return []Operation{
		define("search_passages", "Search passages", searchPassagesText, (*Set).SearchPassages),
		define("read_passage", "Read a passage", readPassageText, (*Set).ReadPassage),
		define("read_footnote", "Read a footnote", readFootnoteText, (*Set).ReadFootnote),
		define("find_facts", "Find facts", findFactsText, (*Set).FindFacts),
		define("timeline", "Time line", timelineText, (*Set).Timeline),
		define("check_answer", "Check an answer", checkAnswerText, (*Set).CheckAnswer),
		define("cite_answer", "Cite an answer", citeAnswerText, (*Set).CiteAnswer),
		define("list_sections", "List sections", listSectionsText, (*Set).ListSections),
		connector(define("search", "Search", searchText, (*Set).Search)),
		connector(define("fetch", "Fetch", fetchText, (*Set).Fetch)),
	}
})

// connector makes an operation one of the pair that chat connectors require.
func connector(o Operation) Operation {
	o.TextIsJSON = true
	return o
}

// define makes an operation of a method of Set.
func define[In any, Out result](name, title, description string, method func(*Set, context.Context, In) (Out, error)) Operation {
	input := inputSchema(reflect.TypeFor[In]())
	return Operation{
		Name: name, Title: title, Description: description,
		Input: input, Output: outputSchema(reflect.TypeFor[Out]()),
		run: func(s *Set, ctx context.Context, arguments json.RawMessage) (result, error) {
			var in In
			if err := readArguments(name, input, arguments, &in); err != nil {
				return nil, err
			}
			return method(s, ctx, in)
		},
	}
}

// encode writes JSON without escaping what HTML would need.
func encode(v any) ([]byte, error) {
	b := buffers.Get().(*bytes.Buffer)
	defer buffers.Put(b)
	b.Reset()
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return bytes.Clone(bytes.TrimSuffix(b.Bytes(), []byte("\n"))), err
}

// buffers are those that JSON is written to before it is as long as it has to be.
var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}
