package rank

import (
	"math"
	"slices"
)

// MaxFields is the most fields that a document has.
const MaxFields = 8

// A Field is how a field counts.
type Field struct {
	Weight float64
	B      float64 // length normalisation, from 0 (none) to 1
	AvgLen float64 // over the documents that have the field; 0 if none has
}

// A Model scores occurrences of terms in fields by BM25F.
type Model struct {
	k1     float64
	fields []Field
	norm   [][]float64 // by field and length: weight / (1 - b + b·len/avglen)
}

// tabled is how many lengths of a field have their factor computed in advance.
const tabled = 512

// NewModel returns the model with the given saturation k1 and fields. It panics
// if there are more than MaxFields.
func NewModel(k1 float64, fields []Field) *Model {
	if len(fields) > MaxFields {
		panic("rank: too many fields")
	}
	m := &Model{k1: k1, fields: slices.Clone(fields), norm: make([][]float64, len(fields))}
	for f := range fields {
		m.norm[f] = make([]float64, tabled)
		for n := range m.norm[f] {
			m.norm[f][n] = m.factor(f, n)
		}
	}
	return m
}

func (m *Model) factor(f, length int) float64 {
	p := m.fields[f]
	if p.AvgLen == 0 {
		return 0
	}
	return p.Weight / (1 - p.B + p.B*float64(length)/p.AvgLen)
}

// Weigh returns what tf occurrences of a term in a field of the given length add
// to w(t).
func (m *Model) Weigh(f, tf, length int) float64 {
	if length < tabled {
		return float64(tf) * m.norm[f][length]
	}
	return float64(tf) * m.factor(f, length)
}

// Saturate returns w / (k1 + w).
func (m *Model) Saturate(w float64) float64 { return w / (m.k1 + w) }

// IDF returns the inverse document frequency of a term that df of n documents
// have.
func IDF(n, df int) float64 {
	return math.Log(1 + (float64(n)-float64(df)+0.5)/(float64(df)+0.5))
}
