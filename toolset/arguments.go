package toolset

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/google/jsonschema-go/jsonschema"
)

// readArguments reads arguments into a struct and says of those that don't fit the
// schema which and why. Null counts as left out, since some models write all
// arguments, and a whole number where a name belongs as its digits, since they write
// labels of footnotes so. What the schema gives a default is not filled in: zero means it.
func readArguments(operation string, schema *jsonschema.Schema, arguments json.RawMessage, into any) error {
	given := map[string]json.RawMessage{}
	if trimmed := bytes.TrimSpace(arguments); len(trimmed) > 0 && string(trimmed) != "null" {
		if !utf8.Valid(trimmed) {
			return invalid("the arguments are not UTF-8")
		}
		if trimmed[0] != '{' {
			return invalid("the arguments are no JSON object; %s takes %s", operation, takes(schema))
		}
		if err := json.Unmarshal(trimmed, &given); err != nil {
			return invalid("the arguments are not JSON: %v", err)
		}
	}
	for _, name := range sortedKeys(given) {
		p, ok := schema.Properties[name]
		if string(given[name]) == "null" && ok {
			delete(given, name)
			continue
		}
		if !ok {
			return invalid("there is no argument %q; %s takes %s", short(name), operation, takes(schema))
		}
		given[name] = digits(p, given[name])
		if err := fits(name, p, given[name]); err != nil {
			return err
		}
		if p.Type == "integer" {
			given[name] = integer(given[name])
		}
	}
	for _, name := range schema.Required {
		if _, ok := given[name]; !ok {
			return invalid("the argument %q is missing; %s takes %s", name, operation, takes(schema))
		}
	}
	known, err := json.Marshal(given)
	if err == nil {
		err = json.Unmarshal(known, into)
	}
	if err != nil {
		return invalid("the arguments can't be read: %v", err)
	}
	return nil
}

// longestName is from how many characters on a text is no name or label.
const longestName = 10_000

// isName reports whether an argument is a short text, such as a label.
func isName(p *jsonschema.Schema) bool {
	return p.Type == "string" && p.MaxLength != nil && *p.MaxLength < longestName
}

// digits makes texts of whole numbers where names and labels belong.
func digits(p *jsonschema.Schema, raw json.RawMessage) json.RawMessage {
	var n float64
	if isName(p) && string(raw) != "null" && json.Unmarshal(raw, &n) == nil && n >= 0 && n < 1e9 && n == math.Trunc(n) {
		return strconv.AppendQuote(nil, strconv.Itoa(int(n)))
	}
	var list []json.RawMessage
	if p.Type != "array" || json.Unmarshal(raw, &list) != nil {
		return raw
	}
	changed := false
	for i, item := range list {
		list[i] = digits(p.Items, item)
		changed = changed || !bytes.Equal(list[i], item)
	}
	if !changed {
		return raw
	}
	out, err := json.Marshal(list)
	if err != nil {
		return raw
	}
	return out
}

// integer writes a whole number, such as 5.0 or 5e0, as Go reads it.
func integer(raw json.RawMessage) json.RawMessage {
	var n float64
	if err := json.Unmarshal(raw, &n); err != nil {
		return raw
	}
	return strconv.AppendFloat(nil, n, 'f', -1, 64)
}

// takes lists the arguments that there are.
func takes(schema *jsonschema.Schema) string {
	if len(schema.Properties) == 0 {
		return "none"
	}
	var names []string
	for _, name := range schema.PropertyOrder {
		if slices.Contains(schema.Required, name) {
			name += " (required)"
		}
		names = append(names, name)
	}
	return strings.Join(names, ", ")
}

// fits says of an argument why it doesn't fit its schema: strings, whole numbers,
// truth values, and lists of strings or objects.
func fits(name string, p *jsonschema.Schema, raw json.RawMessage) error {
	var value any
	if err := json.Unmarshal(raw, &value); err != nil {
		return invalid("%q can't be read: %v", name, err)
	}
	switch p.Type {
	case "array":
		list, ok := value.([]any)
		if !ok {
			return invalid("%q must be a list %s, not %s", name, itemsOf(p), kindOf(value))
		}
		if p.MaxItems != nil && len(list) > *p.MaxItems {
			return invalid("%q has %d items; %d at most", name, len(list), *p.MaxItems)
		}
		for i, item := range list {
			if err := fitsOne(fmt.Sprintf("%s[%d]", name, i), p.Items, item); err != nil {
				return err
			}
		}
		return nil
	default:
		return fitsOne(name, p, value)
	}
}

func itemsOf(p *jsonschema.Schema) string {
	if p.Items.Type == "string" {
		return `of strings, such as ["a", "b"]`
	}
	return "of objects"
}

func fitsOne(name string, p *jsonschema.Schema, value any) error {
	switch p.Type {
	case "string":
		s, ok := value.(string)
		if !ok {
			return invalid("%q must be a string, not %s", name, kindOf(value))
		}
		if p.Enum != nil && !slices.Contains(p.Enum, any(s)) {
			return invalid("%q can't be %q; it is one of %s", name, short(s), listed(p.Enum))
		}
		n := utf8.RuneCountInString(s)
		if p.MaxLength != nil && n > *p.MaxLength {
			return &Error{Code: TooLarge, Message: fmt.Sprintf("%q has %d characters; %d at most", name, n, *p.MaxLength)}
		}
		if p.MinLength != nil && (n < *p.MinLength || strings.TrimSpace(s) == "") {
			return invalid("%q is empty", name)
		}
	case "integer":
		n, ok := value.(float64)
		if !ok || n != math.Trunc(n) {
			return invalid("%q must be a whole number, not %s", name, kindOf(value))
		}
		if p.Minimum != nil && n < *p.Minimum || p.Maximum != nil && n > *p.Maximum {
			return invalid("%q must be from %.0f to %.0f, not %s", name, *p.Minimum, *p.Maximum, strconv.FormatFloat(n, 'f', -1, 64))
		}
	case "boolean":
		if _, ok := value.(bool); !ok {
			return invalid("%q must be true or false, not %s", name, kindOf(value))
		}
	case "object":
		if _, ok := value.(map[string]any); !ok {
			return invalid("%q must be an object, not %s", name, kindOf(value))
		}
	}
	return nil
}

// kindOf says what a JSON value is.
func kindOf(value any) string {
	switch v := value.(type) {
	case nil:
		return "null"
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return "the number " + strconv.FormatFloat(v, 'g', -1, 64)
	case string:
		return fmt.Sprintf("the string %q", short(v))
	case []any:
		return "a list"
	}
	return "an object"
}

func listed(values []any) string {
	var out []string
	for _, v := range values {
		out = append(out, fmt.Sprint(v))
	}
	return strings.Join(out, ", ")
}

func sortedKeys(m map[string]json.RawMessage) []string {
	var keys []string
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}

// short cuts foreign text down to what a message can show.
func short(s string) string {
	const most = 60
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s)[:most]) + "…"
}
