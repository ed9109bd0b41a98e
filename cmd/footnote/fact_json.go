package main

import (
	"bytes"
	"encoding/json"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A factLine is a fact's record as JSON, with fields added behind its own.
type factLine struct {
	fact.Fact
	added any // an object
}

func (l factLine) MarshalJSON() ([]byte, error) {
	record, err := l.Fact.MarshalJSON()
	if err != nil {
		return nil, err
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(l.added); err != nil {
		return nil, err
	}
	added := bytes.TrimSpace(b.Bytes())
	if string(added) == "{}" {
		return record, nil
	}
	record[len(record)-1] = ','
	return append(record, added[1:]...), nil
}
