package fact

import (
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
)

// record is Record without methods.
type record Record

// recordOut is a Record as it is written, with what its reader needn't work out.
type recordOut struct {
	Schema  string `json:"schema"`
	Article string `json:"article,omitempty"`
	record
}

// MarshalJSON writes the record with its schema and its article; lists that are empty
// are [].
func (r Record) MarshalJSON() ([]byte, error) {
	r.Values = orEmpty(r.Values)
	r.Entities = orEmpty(r.Entities)
	r.AttributedTo = orEmpty(r.AttributedTo)
	r.Section = orEmpty(r.Section)
	r.Footnotes = orEmpty(r.Footnotes)
	r.Evidence = orEmpty(r.Evidence)
	return marshal(recordOut{Schema, r.Article(), record(r)})
}

func orEmpty[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// ParseRecord reads a line of a file of facts: it is [Record.UnmarshalJSON] and
// [Record.Check] in one. A line that is not UTF-8 is an error. [UnknownFields] tells
// of misspelt names.
func ParseRecord(line []byte) (Record, error) {
	if !utf8.Valid(line) {
		return Record{}, errors.New("the line is not UTF-8")
	}
	var r Record
	if err := r.UnmarshalJSON(line); err != nil {
		return Record{}, err
	}
	return r, r.Check()
}

// recordIn is a Record as it is read: what has a form of its own is read after it, so
// that an error can say where in the record it is.
type recordIn struct {
	Schema   string            `json:"schema"`
	Values   []json.RawMessage `json:"values"`
	Status   json.RawMessage   `json:"status"`
	AsOf     json.RawMessage   `json:"as_of"`
	Evidence []json.RawMessage `json:"evidence"`
	record
}

// UnmarshalJSON reads a record. It may leave out the schema, but not have another
// one. The article it passes over, since the evidence has it, and fields that it
// doesn't know. It doesn't check what [Record.Check] does.
func (r *Record) UnmarshalJSON(data []byte) error {
	if out, ok := readPlain(data); ok {
		*r = out
		return nil
	}
	out, err := readAny(data)
	if err != nil {
		return err
	}
	*r = out
	return nil
}

// readAny reads a record of any form.
func readAny(data []byte) (Record, error) {
	var in recordIn
	if err := json.Unmarshal(data, &in); err != nil {
		return Record{}, readError(data, inJSON("the record", err))
	}
	if in.Schema != "" && in.Schema != Schema {
		return Record{}, fmt.Errorf("fact: a record of the schema %q; this is %q", in.Schema, Schema)
	}
	out, err := in.read()
	if err != nil {
		return Record{}, readError(data, err)
	}
	return out, nil
}

// read reads what json.Unmarshal has left.
func (in recordIn) read() (Record, error) {
	out := Record(in.record)
	if in.Status != nil {
		if err := json.Unmarshal(in.Status, &out.Status); err != nil {
			return Record{}, inJSON("status", err)
		}
	}
	if in.AsOf != nil {
		if err := json.Unmarshal(in.AsOf, &out.AsOf); err != nil {
			return Record{}, inJSON("as_of", err)
		}
	}
	if in.Values != nil {
		out.Values = make([]Value, len(in.Values))
	}
	for i, raw := range in.Values {
		var err error
		if out.Values[i], err = readValue(raw, fmt.Sprintf("values[%d]", i)); err != nil {
			return Record{}, err
		}
	}
	if in.Evidence != nil {
		out.Evidence = make([]cite.Citation, len(in.Evidence))
	}
	for i, raw := range in.Evidence {
		if err := json.Unmarshal(raw, &out.Evidence[i]); err != nil {
			return Record{}, inJSON(fmt.Sprintf("evidence[%d]", i), err)
		}
	}
	return out, nil
}
