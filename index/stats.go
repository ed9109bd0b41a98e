package index

import (
	"context"
	"maps"
	"slices"

	"github.com/footnote-go/footnote/internal/rank"
	"github.com/footnote-go/footnote/internal/text"
)

// Stats are the numbers that the score is made of, exact and for the whole
// index. With them, DocFreq and Terms, another engine ranks alike.
type Stats struct {
	// Passages is the number of passages, N.
	Passages int
	// Terms is the number of distinct terms.
	Terms int
	// K1 is the saturation k1.
	K1 float64
	// Fields has the constants and the average length of each field.
	Fields map[Field]FieldStats
}

// FieldStats are the numbers of a field.
type FieldStats struct {
	Weight float64
	B      float64
	// AvgLen is the average length, in terms, over the passages that have the
	// field; 0 where none has.
	AvgLen float64
}

// Stats returns the statistics of the index.
func (x *Index) Stats() Stats {
	s := Stats{Passages: len(x.passages), Terms: len(x.stats.terms), K1: k1, Fields: make(map[Field]FieldStats, fieldCount)}
	for f, p := range fieldParams {
		s.Fields[Field(f)] = FieldStats{p.weight, p.b, x.stats.avgLen[f]}
	}
	return s
}

// Terms returns the terms that the analysis makes of a text, in order: those
// that are counted in passages and looked for in questions.
func Terms(s string) []string {
	var a text.Analyzer
	tokens := a.Append(nil, s)
	out := make([]string, len(tokens))
	for i, t := range tokens {
		out[i] = t.Term
	}
	return out
}

// DocFreq returns how many passages have a term in any field, df. The term is one
// that Terms gives.
func (x *Index) DocFreq(term string) int { return int(x.stats.terms[term].df) }

// statistics are kept while an index is built.
type statistics struct {
	avgLen [fieldCount]float64
	model  *rank.Model
	terms  map[string]termStats
}

type termStats struct {
	id     uint32 // its number in the forward index
	df     uint32
	fields uint8   // a bit for each field that has the term in some passage
	bound  float64 // the greatest w/(k1+w) in any passage
}

func newStatistics(ctx context.Context, docs []analyzed) (*statistics, error) {
	terms := 0
	for i := range docs {
		terms = max(terms, len(docs[i].numbers.terms))
	}
	s := &statistics{terms: make(map[string]termStats, terms)}
	for f := range fieldCount {
		total, have := 0, 0
		for i := range docs {
			if n := docs[i].length[f]; n > 0 {
				total += n
				have++
			}
		}
		if have > 0 {
			s.avgLen[f] = float64(total) / float64(have)
		}
	}
	s.model = model(s.avgLen)
	for i := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		s.count(&docs[i])
	}
	s.number()
	return s, nil
}

// number numbers the terms in alphabetical order, so that ties between them fall the
// same way in every build.
func (s *statistics) number() {
	for i, term := range slices.Sorted(maps.Keys(s.terms)) {
		t := s.terms[term]
		t.id = uint32(i)
		s.terms[term] = t
	}
}

// count takes the terms of a passage into account, each in the first field that
// has it, so that df is that of the union of the fields.
func (s *statistics) count(d *analyzed) {
	for f := range fieldCount {
	terms:
		for term := range d.fields[f] {
			for before := range f {
				if _, ok := d.fields[before][term]; ok {
					continue terms
				}
			}
			t := s.terms[term]
			w := 0.0
			for g := f; g < fieldCount; g++ {
				if tf, ok := d.fields[g][term]; ok {
					t.fields |= 1 << g
					w += s.model.Weigh(int(g), tf.Frequency(), d.length[g])
				}
			}
			t.df++
			t.bound = max(t.bound, s.model.Saturate(w))
			s.terms[term] = t
		}
	}
}
