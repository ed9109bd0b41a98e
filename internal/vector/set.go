package vector

import (
	"errors"
	"fmt"
	"math"
)

// ErrNotFinite is the error of a vector that has a value which is no number.
var ErrNotFinite = errors.New("a value of the vector is NaN or infinite")

// A Set holds vectors of one dimension by their ordinals, in one piece of memory.
// Putting to different ordinals at the same time is safe, and so is any number of
// searches once nothing is put any more. The zero Set is empty.
type Set struct {
	dim  int
	data []float32 // of ordinal i from i*dim
	have []bool    // false: never put, or zero
}

// NewSet makes a set for n vectors of the given dimension.
func NewSet(n, dim int) *Set {
	return &Set{dim: dim, data: make([]float32, n*dim), have: make([]bool, n)}
}

// Len returns the number of vectors that there is room for.
func (s *Set) Len() int { return len(s.have) }

// Dim returns the dimension of the vectors.
func (s *Set) Dim() int { return s.dim }

// Has reports whether a vector that points somewhere was put at the ordinal.
func (s *Set) Has(ordinal int) bool { return s.have[ordinal] }

// Put keeps a vector, which it copies, at an ordinal below Len. Of a refused one
// nothing is kept.
func (s *Set) Put(ordinal int, v []float32) error {
	if ordinal < 0 || ordinal >= s.Len() {
		return fmt.Errorf("vector: ordinal %d in a set of %d", ordinal, s.Len())
	}
	if err := s.fits(v); err != nil {
		return err
	}
	row := s.row(ordinal)
	some, err := normalize(row, v)
	if err != nil {
		clear(row)
	}
	s.have[ordinal] = some
	return err
}

func (s *Set) row(ordinal int) []float32 {
	return s.data[ordinal*s.dim : (ordinal+1)*s.dim : (ordinal+1)*s.dim]
}

func (s *Set) fits(v []float32) error {
	if len(v) != s.dim {
		return fmt.Errorf("vector: %d values in a set of dimension %d", len(v), s.dim)
	}
	return nil
}

// Finite reports whether no value of a vector is NaN or infinite.
func Finite(v []float32) bool {
	for _, x := range v {
		if x-x != 0 { // NaN for both
			return false
		}
	}
	return true
}

// normalize writes v with length 1 to dst and reports whether v points somewhere.
// The length is summed in float64, in which no square of a float32 is too large
// or becomes zero.
func normalize(dst, v []float32) (some bool, err error) {
	if !Finite(v) {
		return false, ErrNotFinite
	}
	sum := 0.0
	for _, x := range v {
		sum += float64(float64(x) * float64(x)) // rounded: see the package
	}
	if sum == 0 {
		clear(dst)
		return false, nil
	}
	length := math.Sqrt(sum)
	for i, x := range v {
		dst[i] = float32(float64(x) / length)
	}
	return true, nil
}
