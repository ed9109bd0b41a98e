package toolset

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/grounding"
)

// written are the schemas of types that write JSON of their own, and of those of which
// there is a fixed number of values.
var written = map[reflect.Type]*jsonschema.Schema{
	reflect.TypeFor[fact.Date]():                {Type: "string", Description: "a date in EDTF, such as 2023-07 or 2025~"},
	reflect.TypeFor[fact.Status]():              {Type: "array", Items: oneOf(statusNames()...)},
	reflect.TypeFor[fact.Value]():               valueSchema,
	reflect.TypeFor[json.RawMessage]():          {Type: "object"},
	reflect.TypeFor[cite.Source]():              oneOf(cite.SourceNone, cite.SourceInternal, cite.SourceExternal),
	reflect.TypeFor[grounding.Verdict]():        oneOf(grounding.Verdicts[:]...),
	reflect.TypeFor[grounding.CitationStatus](): oneOf(grounding.CitationOK, grounding.CitationIncomplete, grounding.CitationWrong, grounding.CitationBroken, grounding.CitationNone, grounding.CitationUncitable),
	reflect.TypeFor[grounding.Decided]():        oneOf(grounding.ByRule, grounding.ByJudge, grounding.ByScore),
	reflect.TypeFor[grounding.MarkerStatus]():   oneOf(grounding.MarkerResolved, grounding.MarkerUnknown, grounding.MarkerMalformed, grounding.MarkerAmbiguous),
	reflect.TypeFor[grounding.QuoteClass](): oneOf(grounding.QuoteExact, grounding.QuoteEllipsis, grounding.QuoteInsertion, grounding.QuoteOtherCase,
		grounding.QuoteCut, grounding.QuoteIsStitched, grounding.QuoteIsAltered, grounding.QuoteIsMissing),
	reflect.TypeFor[citefmt.Format](): oneOf(citefmt.FormatAnthropic, citefmt.FormatOpenAI, citefmt.FormatCohere),
}

// statusNames are the names of all statuses of facts.
func statusNames() []string { return (^fact.Status(0)).Names() }

// valueSchema is that of a fact.Value.
var valueSchema = &jsonschema.Schema{
	Type:        "object",
	Description: "a date (edtf), or a number in base units: amount, or min and max",
	Properties: map[string]*jsonschema.Schema{
		"kind":        oneOf(fact.KindDate, fact.KindQuantity, fact.KindMoney, fact.KindShare),
		"edtf":        {Type: "string"},
		"amount":      {Type: "number"},
		"min":         {Type: "number"},
		"max":         {Type: "number"},
		"exclusive":   {Type: "boolean"},
		"unit":        {Type: "string"},
		"approximate": {Type: "boolean"},
		"of":          {Type: "string"},
	},
	Required: []string{"kind"},
}

// oneOf is the schema of a string that is one of some values.
func oneOf[T ~string](values ...T) *jsonschema.Schema {
	s := &jsonschema.Schema{Type: "string"}
	for _, v := range values {
		s.Enum = append(s.Enum, string(v))
	}
	return s
}

// outputSchema is the schema of a result: what it says holds, and there may be more,
// since fields may be added.
func outputSchema(t reflect.Type) *jsonschema.Schema {
	for t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	s := schemaOf(t)
	walk(s, func(s *jsonschema.Schema) {
		if s.Type == "object" && len(s.Properties) > 0 {
			s.AdditionalProperties = nil
		}
	})
	return s
}

// inputSchema is the schema of arguments, with what the tags of its fields say beyond
// their type: min and max of a number, max of the length of a text, default, and the
// values that there are (enum).
func inputSchema(t reflect.Type) *jsonschema.Schema {
	s := schemaOf(t)
	for i := range t.NumField() {
		f := t.Field(i)
		name, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		p := s.Properties[name]
		bounded := p
		if p.Type == "array" {
			bounded = p.Items
			p.MaxItems = jsonschema.Ptr(maxItems)
		}
		if list, ok := f.Tag.Lookup("enum"); ok {
			for _, v := range enums[list]() {
				bounded.Enum = append(bounded.Enum, v)
			}
		}
		if n, ok := tagNumber(f, "min"); ok && bounded.Type == "integer" {
			bounded.Minimum = jsonschema.Ptr(float64(n))
		} else if ok {
			bounded.MinLength = &n
		}
		if n, ok := tagNumber(f, "max"); ok && bounded.Type == "integer" {
			bounded.Maximum = jsonschema.Ptr(float64(n))
		} else if ok {
			bounded.MaxLength = &n
		} else if bounded.Type == "string" && bounded.Enum == nil {
			bounded.MaxLength = jsonschema.Ptr(maxString)
		}
		if d, ok := f.Tag.Lookup("default"); ok {
			p.Default = json.RawMessage(d)
		}
	}
	return s
}

// Bounds of arguments that have no others.
const (
	maxItems  = 50
	maxString = 300 // code points
)

// enums are the lists that the tag enum names.
var enums = map[string]func() []string{
	"status": statusNames,
}

func tagNumber(f reflect.StructField, key string) (int, bool) {
	text, ok := f.Tag.Lookup(key)
	if !ok {
		return 0, false
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		panic(fmt.Sprintf("toolset: tag %s of %s: %v", key, f.Name, err))
	}
	return n, true
}

// schemaOf infers the schema of a struct. Lists are never null, nor is what is left out
// where it is nil. What may be null is one of two schemas, each with one type: a list of
// types is good JSON Schema, but clients that turn it into a dialect of their own may
// refuse the tool.
func schemaOf(t reflect.Type) *jsonschema.Schema {
	s, err := jsonschema.ForType(t, &jsonschema.ForOptions{TypeSchemas: written})
	if err != nil {
		panic("toolset: " + err.Error()) // a type of ours
	}
	walk(s, func(s *jsonschema.Schema) {
		for name, p := range s.Properties {
			if !slices.Contains(s.Required, name) {
				never(p)
			}
		}
		if slices.Equal(s.Types, []string{"null", "array"}) {
			never(s)
		}
		if len(s.Types) == 2 && s.Types[0] == "null" {
			given := *s
			never(&given)
			given.Description = ""
			*s = jsonschema.Schema{Description: s.Description, AnyOf: []*jsonschema.Schema{&given, {Type: "null"}}}
		}
	})
	return s
}

// never takes null out of the types of a schema.
func never(s *jsonschema.Schema) {
	if len(s.Types) == 2 && s.Types[0] == "null" {
		s.Types, s.Type = nil, s.Types[1]
	}
}

// walk calls f for a schema and those inside it.
func walk(s *jsonschema.Schema, f func(*jsonschema.Schema)) {
	f(s)
	for _, p := range s.Properties {
		walk(p, f)
	}
	for _, p := range s.AnyOf {
		walk(p, f)
	}
	if s.Items != nil {
		walk(s.Items, f)
	}
	if s.AdditionalProperties != nil {
		walk(s.AdditionalProperties, f)
	}
}
