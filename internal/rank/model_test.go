package rank

import (
	"math"
	"testing"
)

func TestModel(t *testing.T) {
	m := NewModel(1.2, []Field{{Weight: 2, B: 0.5, AvgLen: 10}, {Weight: 1, B: 0, AvgLen: 10}, {Weight: 1, B: 1}})
	for _, test := range []struct {
		name      string
		got, want float64
		reason    string
	}{
		{"Weigh", m.Weigh(0, 3, 10), 6, "an average length changes nothing"},
		{"Weigh", m.Weigh(0, 3, 30), 3, "three times the length halves at b = 0.5"},
		{"Weigh", m.Weigh(0, 1, tabled-1), 2 / (0.5 + 0.05*(tabled-1)), "the last length tabled"},
		{"Weigh", m.Weigh(0, 1, tabled), 2 / (0.5 + 0.05*tabled), "the first that isn't"},
		{"Weigh", m.Weigh(1, 3, 1000), 3, "no normalisation at b = 0"},
		{"Weigh", m.Weigh(2, 3, 4), 0, "a field that no document has"},
		{"Saturate", m.Saturate(0), 0, "nothing"},
		{"Saturate", m.Saturate(1.2), 0.5, "a half at k1"},
		{"IDF", IDF(10, 10), math.Log(1 + 0.5/10.5), "positive for a term of all documents"},
		{"IDF", IDF(10, 1), math.Log(1 + 9.5/1.5), "a rare term"},
		{"IDF", IDF(0, 0), math.Log(2), "an empty collection"},
	} {
		if math.Abs(test.got-test.want) > 1e-12 {
			t.Errorf("%s = %v, want %v (%s)", test.name, test.got, test.want, test.reason)
		}
	}
}

func TestModelKeepsItsFields(t *testing.T) {
	fields := []Field{{Weight: 1, B: 0.5, AvgLen: 10}}
	m := NewModel(1.2, fields)
	want := m.Weigh(0, 1, 2*tabled)
	fields[0].Weight = 9
	if got := m.Weigh(0, 1, 2*tabled); got != want {
		t.Errorf("Weigh = %v once the caller has changed its slice, before %v", got, want)
	}
}

func TestNewModelPanics(t *testing.T) {
	defer func() {
		if recover() == nil {
			t.Error("no panic with more than MaxFields")
		}
	}()
	NewModel(1.2, make([]Field, MaxFields+1))
}
