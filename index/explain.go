package index

// An Explanation is a hit's score in its parts.
type Explanation struct {
	// Terms are those that were looked for, in order: the words of the question
	// that some passage has, then what was added to them.
	Terms []TermExplanation `json:"terms"`
	// Signals are what the second stage saw in the passage.
	Signals []SignalExplanation `json:"signals"`
	// Score is the sum of the scores of terms and signals. The hit's own score
	// differs if diversity moved it.
	Score float64 `json:"score"`
}

// A TermExplanation is what a term adds to a score.
type TermExplanation struct {
	Term    string             `json:"term"`
	Source  Source             `json:"source"`   // how it came into the search
	From    string             `json:"from"`     // the words of the question that it comes from
	Count   float64            `json:"count"`    // q(t), what it counts in the question
	DocFreq int                `json:"doc_freq"` // df, passages that have it
	IDF     float64            `json:"idf"`      // idf(t)
	Fields  []FieldExplanation `json:"fields"`   // where the passage has it
	Weight  float64            `json:"weight"`   // w(t), the sum over Fields
	Score   float64            `json:"score"`    // q·idf·w/(k1+w)
}

// A FieldExplanation is what the occurrences of a term in a field count.
type FieldExplanation struct {
	Field  Field   `json:"field"`
	TF     int     `json:"tf"`  // occurrences of the term
	Len    int     `json:"len"` // terms of the field
	Weight float64 `json:"weight"`
}

// A SignalExplanation is what a signal of the second stage adds to a score.
type SignalExplanation struct {
	Name   string  `json:"name"`   // as in the package documentation
	Value  float64 `json:"value"`  // from 0 to about 1
	Weight float64 `json:"weight"` // in the score
	Score  float64 `json:"score"`  // Q·weight·value
}

// Explain takes the hit's score apart.
func (h Hit) Explain() Explanation {
	out := Explanation{Terms: []TermExplanation{}, Signals: []SignalExplanation{}}
	if h.asked == nil {
		return out
	}
	x := h.asked.index
	words := newAnalyzer(x.parts, 1)
	doc := words.passage(h.Passage)
	words.addFacts(&doc, h.Passage, x.corpus.Facts())
	for _, t := range h.asked.terms {
		e := TermExplanation{
			Term: t.term, Source: t.source, From: t.from, Count: t.count,
			DocFreq: x.DocFreq(t.term), IDF: t.idf, Fields: []FieldExplanation{},
		}
		for f := range fieldCount {
			tf, ok := doc.fields[f][t.term]
			if !ok {
				continue
			}
			w := x.stats.model.Weigh(int(f), tf.Frequency(), doc.length[f])
			e.Fields = append(e.Fields, FieldExplanation{f, tf.Frequency(), doc.length[f], w})
			e.Weight += w
		}
		e.Score = e.Count * e.IDF * x.stats.model.Saturate(e.Weight)
		out.Score += e.Score
		out.Terms = append(out.Terms, e)
	}
	for _, s := range x.weigh(&h.signals) {
		if s.weight == 0 || s.value == 0 {
			continue
		}
		e := SignalExplanation{s.name, s.value, s.weight, h.asked.most * s.weight * s.value}
		out.Score += e.Score
		out.Signals = append(out.Signals, e)
	}
	return out
}

// MarshalText writes the field's name.
func (f Field) MarshalText() ([]byte, error) { return []byte(f.String()), nil }
