package index

import (
	"fmt"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/vector"
)

// ErrNotFinite is the error of a vector with a value that is NaN or infinite.
var ErrNotFinite = vector.ErrNotFinite

// An EmbeddingError tells of what could not be embedded. What an embedder itself
// returned is found by errors.Is and errors.As.
type EmbeddingError struct {
	// Passages is the batch that failed, or the one passage of it whose vector
	// is wrong, which stands for all with that text. It is empty if a question
	// failed.
	Passages []cite.PassageID
	Err      error
}

func (e *EmbeddingError) Error() string {
	switch n := len(e.Passages); n {
	case 0:
		return fmt.Sprintf("index: embedding the question: %v", e.Err)
	case 1:
		return fmt.Sprintf("index: embedding %s: %v", e.Passages[0], e.Err)
	default:
		return fmt.Sprintf("index: embedding %s to %s, %d passages: %v", e.Passages[0], e.Passages[n-1], n, e.Err)
	}
}

// Unwrap returns Err.
func (e *EmbeddingError) Unwrap() error { return e.Err }

// A DimensionError tells of a vector that has another number of values than it
// should, or none.
type DimensionError struct {
	Got int
	// Want is how many values were asked for, or others have; 0 if nobody knows.
	Want int
}

func (e *DimensionError) Error() string {
	if e.Want == 0 {
		return "the vector has no values"
	}
	return fmt.Sprintf("the vector has %d values, not %d", e.Got, e.Want)
}

// A CountError tells of another number of vectors than of texts.
type CountError struct{ Got, Want int }

func (e *CountError) Error() string {
	return fmt.Sprintf("%d vectors for %d texts", e.Got, e.Want)
}
