package toolset

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/index"
)

// A Code says what kind of error an [Error] is.
type Code string

const (
	// InvalidArguments: the arguments are not what the operation takes.
	InvalidArguments Code = "invalid-arguments"
	// NotFound: what an argument names there is not.
	NotFound Code = "not-found"
	// TooLarge: an argument is longer than the operation takes.
	TooLarge Code = "too-large"
	// UnknownOperation: there is no operation of the name.
	UnknownOperation Code = "unknown-operation"
)

// An Error is what a caller can mend. Its message is a sentence for a model.
type Error struct {
	Code    Code
	Message string
	Err     error // what it comes from, nil if there is nothing
}

func (e *Error) Error() string { return e.Message }

// Unwrap returns Err.
func (e *Error) Unwrap() error { return e.Err }

func invalid(format string, args ...any) error {
	return &Error{Code: InvalidArguments, Message: fmt.Sprintf(format, args...)}
}

// explained gives an error of the library the form in which a model can mend it. An
// error that nobody who calls can mend, and that of a context, it returns as it is.
func (s *Set) explained(err error) error {
	if err == nil || errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		return err
	}
	if e, ok := errors.AsType[*Error](err); ok {
		return e
	}
	if e, ok := errors.AsType[*corpus.UnknownLabelError](err); ok {
		return &Error{NotFound, s.noFootnote(e), err}
	}
	if e, ok := errors.AsType[*grounding.TooLongError](err); ok {
		return &Error{TooLarge, e.Error() + "; check it in parts", err}
	}
	if errors.Is(err, index.ErrEmptyQuestion) {
		return &Error{InvalidArguments, "the question is empty; ask for something in plain words", err}
	}
	for _, known := range []error{
		find[*corpus.UnknownArticleError](err),
		find[*corpus.UnknownPassageError](err),
		find[*corpus.UnknownNameError](err),
		find[*corpus.NoFactsError](err),
		find[*index.UnknownSectionError](err),
		find[*index.UnknownEntityError](err),
		find[*grounding.UnknownPassageError](err),
		find[*corpus.UnknownFactError](err),
	} {
		if known != nil {
			return &Error{NotFound, known.Error(), err}
		}
	}
	for _, wrong := range []error{
		find[*corpus.AmbiguousLabelError](err),
		find[*fact.AmbiguousError](err),
		find[*fact.DateError](err),
	} {
		if wrong != nil {
			return &Error{InvalidArguments, wrong.Error(), err}
		}
	}
	return err
}

// find returns the error of type E in err's tree, nil if there is none.
func find[E error](err error) error {
	if e, ok := errors.AsType[E](err); ok {
		return e
	}
	return nil
}

// toldLabels is how many labels an error lists at most.
const toldLabels = 10

// noFootnote says of a label that there is not which there are.
func (s *Set) noFootnote(e *corpus.UnknownLabelError) string {
	who, have := "the articles have", []string(nil)
	for a := range s.corpus.Articles() {
		if e.Article != "" && a.ID() != e.Article {
			continue
		}
		for f := range a.Footnotes() {
			if s.corpus.Len() > 1 && e.Article == "" {
				have = append(have, f.Ref())
			} else {
				have = append(have, f.Label)
			}
		}
	}
	if e.Article != "" {
		who = "the article " + e.Article + " has"
	}
	if s.corpus.Len() == 1 {
		who = "the article has"
	}
	return fmt.Sprintf("no footnote %s; %s %s", strings.TrimPrefix(e.Label, "^"), who, span(have))
}

// span lists labels in short: "1 to 32" where they are the numbers from 1 on.
func span(labels []string) string {
	if len(labels) == 0 {
		return "none"
	}
	counts := slices.ContainsFunc(labels, func(l string) bool { _, err := strconv.Atoi(l); return err != nil })
	if !counts {
		numbers := make([]int, len(labels))
		for i, l := range labels {
			numbers[i], _ = strconv.Atoi(l)
		}
		slices.Sort(numbers)
		if n := len(numbers); n > 2 && numbers[n-1]-numbers[0] == n-1 {
			return fmt.Sprintf("%d to %d", numbers[0], numbers[n-1])
		}
	}
	if len(labels) > toldLabels {
		return strings.Join(labels[:toldLabels], ", ") + fmt.Sprintf(" and %d more", len(labels)-toldLabels)
	}
	return strings.Join(labels, ", ")
}
