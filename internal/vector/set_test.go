package vector

import (
	"errors"
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
)

const biggest, smallest = math.MaxFloat32, math.SmallestNonzeroFloat32

func TestPut(t *testing.T) {
	nan, inf := float32(math.NaN()), float32(math.Inf(1))
	r2 := float32(math.Sqrt2 / 2)
	for _, tt := range []struct {
		name    string
		v, want []float32
		has     bool
		err     error
		why     string
	}{
		{"plain", []float32{3, 4}, []float32{0.6, 0.8}, true, nil, "length 1, the same way"},
		{"negative", []float32{-3, 0}, []float32{-1, 0}, true, nil, "signs are kept"},
		{"huge", []float32{biggest, biggest}, []float32{r2, r2}, true, nil, "squares overflow float32, not float64"},
		{"tiny", []float32{smallest, smallest}, []float32{r2, r2}, true, nil, "squares vanish in float32, not in float64"},
		{"zero", []float32{0, 0}, []float32{0, 0}, false, nil, "kept, but points nowhere"},
		{"NaN", []float32{nan, 1}, []float32{0, 0}, false, ErrNotFinite, "would be near nothing and sort anywhere"},
		{"infinite", []float32{1, inf}, []float32{0, 0}, false, ErrNotFinite, "would become NaN"},
		{"minus infinite", []float32{1, -inf}, []float32{0, 0}, false, ErrNotFinite, "would become NaN"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			s := NewSet(1, 2)
			if err := s.Put(0, []float32{0, 5}); err != nil { // is overwritten
				t.Fatal(err)
			}
			if err := s.Put(0, tt.v); !errors.Is(err, tt.err) {
				t.Fatalf("error %v, want %v: %s", err, tt.err, tt.why)
			}
			if diff := cmp.Diff(tt.want, s.row(0), cmpopts.EquateApprox(0, 1e-7)); diff != "" {
				t.Errorf("-want +got: %s\n%s", tt.why, diff)
			}
			if s.Has(0) != tt.has {
				t.Errorf("Has = %v: %s", !tt.has, tt.why)
			}
		})
	}
}

func TestPutRefuses(t *testing.T) {
	s := NewSet(2, 3)
	for _, tt := range []struct {
		ordinal int
		v       []float32
		why     string
	}{
		{-1, []float32{1, 2, 3}, "below the first"},
		{2, []float32{1, 2, 3}, "after the last"},
		{0, []float32{1, 2}, "too few values"},
		{0, []float32{1, 2, 3, 4}, "too many values"},
		{0, nil, "no values"},
	} {
		if err := s.Put(tt.ordinal, tt.v); err == nil {
			t.Errorf("no error: %s", tt.why)
		}
	}
}

func TestPutCopies(t *testing.T) {
	s := NewSet(1, 2)
	v := []float32{1, 0}
	if err := s.Put(0, v); err != nil {
		t.Fatal(err)
	}
	v[0], v[1] = 0, 1
	if got := s.row(0); got[0] != 1 {
		t.Errorf("the set has %v", got)
	}
}
