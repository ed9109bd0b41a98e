package fact

import "fmt"

// Stated is a typed value and the fact that states it: who says it and how surely,
// where it stands, and under which footnotes. Its methods are those of [Fact].
//
// The zero Stated is "not stated": [Fact.IsZero] tells it from a value that is
// zero. A caller who takes Value where the article gives several is told by
// [Fact.Conflict].
type Stated[T any] struct {
	Value T
	Fact
}

// NewStated returns a value as what a fact states.
func NewStated[T any](value T, by Fact) Stated[T] { return Stated[T]{value, by} }

// String returns the value as fmt.Sprint does, "not stated" for the zero Stated.
// What states it [Fact.Statement] says.
func (s Stated[T]) String() string {
	if s.IsZero() {
		return "not stated"
	}
	return fmt.Sprint(s.Value)
}

// MarshalJSON writes {"value":…,"fact":…}: the value as its type does, and the fact's
// [Record]. That of the zero Stated is null.
func (s Stated[T]) MarshalJSON() ([]byte, error) {
	if s.IsZero() {
		return []byte("null"), nil
	}
	return marshal(struct {
		Value T    `json:"value"`
		Fact  Fact `json:"fact"`
	}{s.Value, s.Fact})
}

// UnmarshalJSON is an error: a fact belongs to its set. The value and the [Record]
// can each be read by themselves.
func (s *Stated[T]) UnmarshalJSON([]byte) error { return errNoFact }
