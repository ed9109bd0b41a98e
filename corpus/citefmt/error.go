package citefmt

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// Why a citation could not be read or written.
var (
	// ErrUnknownPassage: it names no passage of the corpus.
	ErrUnknownPassage = errors.New("no such passage")
	// ErrRange: its indices are no range of the text that they count in.
	ErrRange = errors.New("the range does not fit the text")
	// ErrQuote: the passage does not say, or no longer says, what it quotes.
	ErrQuote = errors.New("the quotation does not stand in the passage")
	// ErrUnsupported: it is of a kind that points at no passage, such as a page.
	ErrUnsupported = errors.New("citations of this kind are not read")
	// ErrTooMany: there are more than a text of any use has.
	ErrTooMany = errors.New("too many citations")
)

// A CitationError tells which citation could not be used, and why. What several
// are wrong about is joined into one error.
type CitationError struct {
	Format Format
	// Place is where it stands in what was read, such as "content[2].citations[0]".
	Place string
	Err   error
}

func (e *CitationError) Error() string {
	return fmt.Sprintf("citefmt: %s: %s: %v", e.Format, e.Place, e.Err)
}

func (e *CitationError) Unwrap() error { return e.Err }

// CitationErrors returns the citation errors that an error of [Read] consists of. ok
// is false if there is another one among them, so that nothing could be read; a nil
// error has none.
func CitationErrors(err error) (unusable []*CitationError, ok bool) {
	if err == nil {
		return nil, true
	}
	if e, is := err.(*CitationError); is {
		return []*CitationError{e}, true
	}
	joined, is := err.(interface{ Unwrap() []error })
	if !is {
		return nil, false
	}
	for _, e := range joined.Unwrap() {
		more, ok := CitationErrors(e)
		if !ok {
			return nil, false
		}
		unusable = append(unusable, more...)
	}
	return unusable, true
}

func notUTF8(format Format, place string) error {
	return &CitationError{format, place, errors.New("not UTF-8")}
}

// short cuts foreign text down to what a message can show.
func short(s string) string {
	const most = 60
	s = strings.ToValidUTF8(s, "\uFFFD")
	if utf8.RuneCountInString(s) <= most {
		return s
	}
	return string([]rune(s[:min(len(s), 4*most)])[:most]) + "…"
}
