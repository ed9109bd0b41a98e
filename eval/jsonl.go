package eval

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"strings"
)

// readDocuments reads the documents of a data set.
func readDocuments(fsys fs.FS) ([]Document, error) {
	var out []Document
	seen := firstLines{}
	err := readLines(fsys, documentsFile, func(l *lineReader, text []byte) error {
		o, err := readObject(l, text, seen)
		if err != nil {
			return err
		}
		out = append(out, Document{ID: *o.ID, Title: o.Title, Text: *o.Text})
		return nil
	})
	if err == nil && len(out) == 0 {
		err = &DataError{documentsFile, 0, errors.New("no document is in it")}
	}
	return out, err
}

// readQueries reads the queries of a data set.
func readQueries(fsys fs.FS) ([]Query, error) {
	var out []Query
	seen := firstLines{}
	err := readLines(fsys, queriesFile, func(l *lineReader, text []byte) error {
		o, err := readObject(l, text, seen)
		if err != nil {
			return err
		}
		if strings.TrimSpace(*o.Text) == "" {
			return l.errorf("the text of the query %s is empty", quoted(*o.ID))
		}
		out = append(out, Query{*o.ID, *o.Text})
		return nil
	})
	if err == nil && len(out) == 0 {
		err = &DataError{queriesFile, 0, errors.New("no query is in it")}
	}
	return out, err
}

// An object is a line of a file of documents or queries.
type object struct {
	ID    *string `json:"_id"`
	Title string  `json:"title"`
	Text  *string `json:"text"`
}

// firstLines are the lines on which IDs stand first.
type firstLines map[string]int

// readObject reads a line that has an ID which is not among those seen, and a text.
func readObject(l *lineReader, text []byte, seen firstLines) (object, error) {
	var o object
	if err := json.Unmarshal(text, &o); err != nil {
		return o, l.errorf("%w", inJSON(err))
	}
	switch {
	case o.ID == nil:
		return o, l.errorf(`"_id" is missing`)
	case o.Text == nil:
		return o, l.errorf(`"text" is missing`)
	}
	if err := checkID(*o.ID); err != nil {
		return o, l.errorf("%w", err)
	}
	if first, ok := seen[*o.ID]; ok {
		return o, l.errorf("the ID %s is that of line %d, too", quoted(*o.ID), first)
	}
	seen[*o.ID] = l.number
	return o, nil
}

// inJSON says for people what encoding/json says for programmers.
func inJSON(err error) error {
	if e, ok := errors.AsType[*json.UnmarshalTypeError](err); ok {
		if e.Field == "" {
			return fmt.Errorf(`the line is a JSON %s, not an object {"_id","text"}`, e.Value)
		}
		return fmt.Errorf("%q is a JSON %s, not a string", e.Field, e.Value)
	}
	return fmt.Errorf("the line is not JSON: %w", err)
}
