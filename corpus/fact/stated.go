package fact

import "encoding/json"

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

// MarshalJSON writes {"value":…,"fact":…}: the value as its type does, and the fact's
// [Record]. That of the zero Stated is null. There is no way back: a fact belongs to
// its set.
func (s Stated[T]) MarshalJSON() ([]byte, error) {
	if s.IsZero() {
		return []byte("null"), nil
	}
	return json.Marshal(struct {
		Value T    `json:"value"`
		Fact  Fact `json:"fact"`
	}{s.Value, s.Fact})
}
