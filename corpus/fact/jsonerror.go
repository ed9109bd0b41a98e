package fact

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"reflect"
	"strconv"
	"strings"
)

// readError returns what kept a record from being read, with the record's ID if that
// can be read.
func readError(data []byte, err error) error {
	if id := readID(data); id != "" {
		return fmt.Errorf("fact: %s: %w", id, err)
	}
	return fmt.Errorf("fact: %w", err)
}

// readID returns the ID in the JSON of a record, of which no more than the beginning
// need be JSON; "" if it finds none that is well-formed.
func readID(data []byte) string {
	d := json.NewDecoder(bytes.NewReader(data))
	if t, err := d.Token(); err != nil || t != json.Delim('{') {
		return ""
	}
	for d.More() {
		key, err := d.Token()
		if err != nil {
			return ""
		}
		if key == "id" {
			id, err := d.Token()
			if s, ok := id.(string); ok && err == nil && checkID(s) == nil {
				return s
			}
			return ""
		}
		var skipped json.RawMessage
		if d.Decode(&skipped) != nil {
			return ""
		}
	}
	return ""
}

// inJSON says for people what encoding/json says for programmers. at is where what was
// read stands in a record, or what it is, "the record", if it stands in none.
func inJSON(at string, err error) error {
	var syntax *json.SyntaxError
	var wrong *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax) && strings.HasPrefix(syntax.Error(), "unexpected end"):
		return fmt.Errorf("%w (a fact stands on one line)", err)
	case errors.As(err, &syntax) && strings.Contains(syntax.Error(), `'\n' in string`):
		return fmt.Errorf("%w, at byte %d (a fact stands on one line)", err, syntax.Offset)
	case errors.As(err, &syntax):
		return fmt.Errorf("%w, at byte %d", err, syntax.Offset)
	case errors.As(err, &wrong):
		return wrongType(at, wrong)
	}
	if strings.Contains(at, " ") {
		return bare(err)
	}
	return fmt.Errorf("%s: %w", at, bare(err))
}

// lists are the fields that are lists of strings: of these encoding/json tells of an
// element as if it were the field.
var lists = map[string]bool{
	"entities": true, "attributed_to": true, "section": true, "footnotes": true, "status": true, "links": true,
}

// wrongType says that a field has another JSON type than it should.
func wrongType(at string, err *json.UnmarshalTypeError) error {
	var path []string
	if !strings.Contains(at, " ") {
		path = append(path, at)
	}
	for part := range strings.SplitSeq(err.Field, ".") {
		if part != "" && part != "record" && part != "Span" { // what is embedded has no name in JSON
			path = append(path, part)
		}
	}
	what, want := at, wanted(err.Type)
	if len(path) > 0 {
		what = strconv.Quote(strings.Join(path, "."))
	}
	if want == "a string" && len(path) > 0 && lists[path[len(path)-1]] {
		what = "an element of " + what
	}
	got := "JSON " + err.Value
	switch {
	case err.Value == "array":
		got = "JSON list"
	case err.Value == "bool":
		got = "JSON true or false"
	case len(got) > 60:
		got = got[:60] + "…" // a number has no other characters
	}
	return fmt.Errorf("%s is a %s, not %s", what, got, want)
}

var textUnmarshaler = reflect.TypeFor[encoding.TextUnmarshaler]()

// wanted names what JSON should have for a Go type.
func wanted(t reflect.Type) string {
	if t.Implements(textUnmarshaler) || reflect.PointerTo(t).Implements(textUnmarshaler) {
		return "a string"
	}
	switch t.Kind() {
	case reflect.String:
		return "a string"
	case reflect.Slice, reflect.Array:
		return "a list"
	case reflect.Bool:
		return "true or false"
	case reflect.Float32, reflect.Float64:
		return "a number"
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return fmt.Sprintf("a whole number of at most %d bits", t.Bits()-1)
	}
	return "an object"
}

// bare returns the error without the "fact: " that begins it.
func bare(err error) error {
	if strings.HasPrefix(err.Error(), "fact: ") {
		return bareError{err}
	}
	return err
}

type bareError struct{ err error }

func (e bareError) Error() string { return strings.TrimPrefix(e.err.Error(), "fact: ") }

func (e bareError) Unwrap() error { return e.err }
