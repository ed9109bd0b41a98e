package eval

import (
	"fmt"
	"strconv"
	"unicode"
	"unicode/utf8"
)

// A DataError tells what is wrong with a file of a data set, or with a run.
type DataError struct {
	File string
	// Line counts from 1; 0 where the whole file is meant.
	Line int
	Err  error
}

func (e *DataError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %v", e.File, e.Err)
	}
	return fmt.Sprintf("%s:%d: %v", e.File, e.Line, e.Err)
}

// Unwrap returns the reason.
func (e *DataError) Unwrap() error { return e.Err }

// checkID says what is wrong with an ID. What a data set may name, a run has to
// be able to name, and there white space parts the fields.
func checkID(id string) error {
	if id == "" {
		return fmt.Errorf("the ID is empty")
	}
	for _, r := range id {
		if unicode.IsSpace(r) || unicode.IsControl(r) {
			return fmt.Errorf("the ID %s has white space or a control character in it: no run could name it", quoted(id))
		}
	}
	if !utf8.ValidString(id) {
		return fmt.Errorf("the ID %s is not UTF-8", quoted(id))
	}
	return nil
}

// quoted returns text for a message: escaped, and cut where it is long.
func quoted(s string) string {
	const most = 60
	if len(s) <= most {
		return strconv.Quote(s)
	}
	cut := most
	for cut > 0 && !utf8.RuneStart(s[cut]) {
		cut--
	}
	return strconv.Quote(s[:cut] + "…")
}
