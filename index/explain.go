package index

// An Explanation is a hit's score in its parts.
type Explanation struct {
	// Terms are those of the question that some passage has, in the order of
	// the question; the hit's score is the sum of their scores.
	Terms []TermExplanation
}

// A TermExplanation is what a term adds to a score.
type TermExplanation struct {
	Term    string
	Count   int     // q(t), how often it stands in the question
	DocFreq int     // df, passages that have it
	IDF     float64 // idf(t)
	Fields  []FieldExplanation
	Weight  float64 // w(t), the sum over Fields
	Score   float64 // q·idf·w/(k1+w)
}

// A FieldExplanation is what the occurrences of a term in a field count.
type FieldExplanation struct {
	Field  Field
	TF     int // occurrences of the term
	Len    int // terms of the field
	Weight float64
}

// Explain takes the hit's score apart.
func (h Hit) Explain() Explanation {
	var out Explanation
	if h.asked == nil {
		return out
	}
	x := h.asked.index
	doc := new(analyzer).passage(h.Passage)
	for _, t := range h.asked.terms {
		e := TermExplanation{Term: t.term, Count: t.count, DocFreq: x.DocFreq(t.term), IDF: t.idf}
		for f := range fieldCount {
			tf, ok := doc.fields[f][t.term]
			if !ok {
				continue
			}
			w := x.stats.model.Weigh(int(f), tf.Frequency(), doc.length[f])
			e.Fields = append(e.Fields, FieldExplanation{f, tf.Frequency(), doc.length[f], w})
			e.Weight += w
		}
		e.Score = float64(e.Count) * e.IDF * x.stats.model.Saturate(e.Weight)
		out.Terms = append(out.Terms, e)
	}
	return out
}
