package index

import "slices"

// A forward index has the terms of each passage in the order of its text, for the
// second stage. Terms are numbers: [termStats] has them.
type forward struct {
	// text has the terms of all passages; those of passage i are
	// text[textAt[i]:textAt[i+1]].
	text   []uint32
	textAt []uint32
	// sentences has where each sentence ends in text; those of passage i are
	// sentences[sentenceAt[i]:sentenceAt[i+1]].
	sentences  []uint32
	sentenceAt []uint32
	kinds      []kinds // of values, by sentence
	// hints are the questions of the document expansion and the statements of
	// facts; those of passage i are hints[hintAt[i]:hintAt[i+1]].
	hints  []hint
	hintAt []uint32
	// hinted has the distinct terms of all hints in order.
	hinted []uint32
	// asks is whether any of the hints is a question.
	asks bool
	// withTerm has the hints that have a term, by term: those of term t are
	// withTerm[withTermAt[t]:withTermAt[t+1]].
	withTerm   []uint32
	withTermAt []uint32
}

// A hint is a short text that says what a passage is about: a question that it
// answers, or what a fact that rests on it states.
type hint struct {
	end      uint32  // in hinted
	sentence int32   // of the passage that a fact rests on, -1 for a question
	load     float32 // sum of the inverse document frequencies of its terms
}

// A sequence is the terms of a passage in order, as numbers of a worker's own.
type sequence struct {
	text      []uint32
	sentences []uint32
	kinds     []kinds
	hints     []hint
	hinted    []uint32
}

// A numbering gives terms numbers.
type numbering struct {
	of    map[string]uint32
	terms []string
}

func (n *numbering) number(term string) uint32 {
	if i, ok := n.of[term]; ok {
		return i
	}
	i := uint32(len(n.terms))
	n.of[term] = i
	n.terms = append(n.terms, term)
	return i
}

// newForward joins the sequences of all passages. idfs has the inverse document
// frequencies of terms by number.
func newForward(docs []analyzed, idfs []float32, number func(term string) uint32) *forward {
	f := &forward{textAt: []uint32{0}, sentenceAt: []uint32{0}, hintAt: []uint32{0}}
	known := map[*numbering][]uint32{}
	translate := func(n *numbering) []uint32 {
		t, ok := known[n]
		if !ok {
			t = make([]uint32, len(n.terms))
			for i, term := range n.terms {
				t[i] = number(term)
			}
			known[n] = t
		}
		return t
	}
	for i := range docs {
		s := &docs[i].sequence
		to := translate(docs[i].numbers)
		base := uint32(len(f.text))
		for _, n := range s.text {
			f.text = append(f.text, to[n])
		}
		for _, end := range s.sentences {
			f.sentences = append(f.sentences, base+end)
		}
		f.kinds = append(f.kinds, s.kinds...)
		base = uint32(len(f.hinted))
		for _, n := range s.hinted {
			f.hinted = append(f.hinted, to[n])
		}
		from := base
		for _, h := range s.hints {
			h.end += base
			for _, n := range f.hinted[from:h.end] {
				h.load += idfs[n]
			}
			from = h.end
			f.hints = append(f.hints, h)
			f.asks = f.asks || h.sentence < 0
		}
		f.textAt = append(f.textAt, uint32(len(f.text)))
		f.sentenceAt = append(f.sentenceAt, uint32(len(f.sentences)))
		f.hintAt = append(f.hintAt, uint32(len(f.hints)))
		docs[i].sequence = sequence{}
	}
	f.invert(len(idfs))
	return f
}

// invert notes for each term which hints have it.
func (f *forward) invert(terms int) {
	f.withTermAt = make([]uint32, terms+1)
	for _, t := range f.hinted {
		f.withTermAt[t+1]++
	}
	for t := range terms {
		f.withTermAt[t+1] += f.withTermAt[t]
	}
	f.withTerm = make([]uint32, len(f.hinted))
	at := slices.Clone(f.withTermAt)
	start := uint32(0)
	for h, hint := range f.hints {
		for _, t := range f.hinted[start:hint.end] {
			f.withTerm[at[t]] = uint32(h)
			at[t]++
		}
		start = hint.end
	}
}

// adjacent reports whether some text has the term a directly before b.
func (f *forward) adjacent(a, b uint32) bool {
	for i := 1; i < len(f.text); i++ {
		if f.text[i] == b && f.text[i-1] == a {
			return true
		}
	}
	return false
}

// hintTerms returns the terms of a hint.
func (f *forward) hintTerms(h uint32) []uint32 {
	start := uint32(0)
	if h > 0 {
		start = f.hints[h-1].end
	}
	return f.hinted[start:f.hints[h].end]
}
