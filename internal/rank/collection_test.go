package rank

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
)

// An engine keeps the postings of a collection.
type engine struct {
	c     *collection
	model *Model
	lists map[string]*[MaxFields][]Posting
	bound map[string]float64
	df    map[string]int
}

func newEngine(c *collection) *engine {
	e := &engine{c: c, lists: map[string]*[MaxFields][]Posting{}, bound: map[string]float64{}, df: map[string]int{}}
	fields := slices.Clone(c.fields)
	for f := range fields {
		total, have := 0, 0
		for _, d := range c.docs {
			if n := len(d[f]); n > 0 {
				total, have = total+n, have+1
			}
		}
		if have > 0 {
			fields[f].AvgLen = float64(total) / float64(have)
		}
	}
	e.model = NewModel(k1, fields)
	for _, doc := range slices.Sorted(maps.Keys(c.docs)) {
		w := map[string]float64{}
		for f, terms := range c.docs[doc] {
			tf := map[string]int{}
			for _, t := range terms {
				tf[t]++
			}
			for t, n := range tf {
				if e.lists[t] == nil {
					e.lists[t] = new([MaxFields][]Posting)
				}
				e.lists[t][f] = append(e.lists[t][f], Posting{Doc: doc, TF: n, Len: len(terms)})
				w[t] += e.model.Weigh(f, n, len(terms))
			}
		}
		for t, w := range w {
			e.df[t]++
			e.bound[t] = max(e.bound[t], e.model.Saturate(w))
		}
	}
	return e
}

// request makes new postings for a question. The postings are also returned, in
// the order in which they are opened.
func (e *engine) request(q question, prune bool) (Request, []*memory) {
	r := Request{K: q.k, Prune: prune, Order: func(doc uint64) uint32 { return e.c.order[doc] }}
	var opened []*memory
	for i, t := range q.terms {
		term := Term{Weight: q.weight[i] * IDF(len(e.c.docs), e.df[t]), Bound: e.bound[t]}
		if lists := e.lists[t]; lists != nil {
			for f, l := range lists {
				if l != nil {
					m := &memory{list: l}
					opened = append(opened, m)
					term.Fields[f] = m
				}
			}
		}
		r.Terms = append(r.Terms, term)
	}
	if q.groups != nil {
		r.Filter = &Filter{}
	}
	for _, g := range q.groups {
		var postings []Postings
		for _, t := range g {
			m := &memory{}
			if l := e.lists[t]; l != nil {
				m.list = l[0]
			}
			postings = append(postings, m)
		}
		if err := r.Filter.Require(postings...); err != nil {
			panic(err) // memory without fail has no errors
		}
	}
	return r, opened
}

// randomTerm draws terms by Zipf's law.
func randomTerm(random *rand.Rand, vocabulary int) string {
	z := rand.NewZipf(random, 1.2, 1, uint64(vocabulary-1))
	return fmt.Sprint("t", z.Uint64())
}

// randomCollection has few kinds of documents, so that many tie, at numbers with
// gaps and in an order of their own.
func randomCollection(random *rand.Rand) *collection {
	c := &collection{docs: map[uint64]document{}, order: map[uint64]uint32{}}
	for range 1 + random.IntN(4) {
		c.fields = append(c.fields, Field{
			Weight: []float64{1, 0.3, 0.3, 0.2, 2}[random.IntN(5)],
			B:      []float64{0, 0.5, 0.75, 1}[random.IntN(4)],
		})
	}
	vocabulary := 2 + random.IntN(40)
	var kinds []document
	for range 1 + random.IntN(60) {
		d := make(document, len(c.fields))
		for f := range d {
			if random.IntN(3) == 0 {
				continue // the field is empty
			}
			for range 1 + random.IntN(12) {
				d[f] = append(d[f], randomTerm(random, vocabulary))
			}
		}
		kinds = append(kinds, d)
	}
	if random.IntN(20) == 0 { // longer than what a Model has tabled
		for range tabled + random.IntN(100) {
			kinds[0][0] = append(kinds[0][0], randomTerm(random, vocabulary))
		}
	}
	n := 1 + random.IntN(400)
	doc := uint64(random.IntN(3))
	for _, place := range random.Perm(n) {
		c.docs[doc] = kinds[random.IntN(len(kinds))]
		c.order[doc] = uint32(place)
		doc += 1 + uint64(random.IntN(2)*random.IntN(5))
	}
	return c
}

func randomQuestion(random *rand.Rand, c *collection) question {
	q := question{k: []int{1, 2, 5, 10, 50, len(c.docs), len(c.docs) + 7}[random.IntN(7)]}
	for range 1 + random.IntN(12) {
		q.terms = append(q.terms, randomTerm(random, 50))
		q.weight = append(q.weight, []float64{1, 1, 1, 2, 0.5, 0}[random.IntN(6)])
	}
	if random.IntN(2) == 0 {
		return q
	}
	q.groups = [][]string{}
	for range random.IntN(4) {
		g := []string{}
		if random.IntN(10) > 0 {
			for range 1 + random.IntN(4) {
				g = append(g, randomTerm(random, 50))
			}
		}
		q.groups = append(q.groups, g)
	}
	return q
}
