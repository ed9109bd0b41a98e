package rank

import (
	"cmp"
	"math"
	"slices"
)

// A document has a list of terms in each field.
type document [][]string

// A collection is documents by number, with the place of each among ties.
type collection struct {
	fields []Field // without AvgLen
	docs   map[uint64]document
	order  map[uint64]uint32
}

// A question has terms with their q(t), repeated or unknown ones too.
type question struct {
	terms  []string
	weight []float64
	k      int
	// groups are sets of terms; a document passes that has, of each group,
	// any term in its first field.
	groups [][]string
}

const k1 = 1.2

// textbook ranks by the formula of the package documentation, document by
// document. It divides the weight before it multiplies by tf, as Model does: a
// tie is a tie only if both round alike.
func (c *collection) textbook(q question) []Hit {
	avgLen := make([]float64, len(c.fields))
	for f := range c.fields {
		total, have := 0, 0
		for _, d := range c.docs {
			if len(d[f]) > 0 {
				total += len(d[f])
				have++
			}
		}
		if have > 0 {
			avgLen[f] = float64(total) / float64(have)
		}
	}
	idf := make(map[string]float64)
	for _, t := range q.terms {
		df := 0.0
		for _, d := range c.docs {
			if d.has(t) {
				df++
			}
		}
		n := float64(len(c.docs))
		idf[t] = math.Log(1 + (n-df+0.5)/(df+0.5))
	}
	var hits []Hit
	for doc, d := range c.docs {
		score, has := 0.0, false
		for i, t := range q.terms {
			if !d.has(t) {
				continue
			}
			has = true
			w := 0.0
			for f, p := range c.fields {
				if tf := count(d[f], t); tf > 0 {
					w += float64(tf) * (p.Weight / (1 - p.B + p.B*float64(len(d[f]))/avgLen[f]))
				}
			}
			score += q.weight[i] * idf[t] * (w / (k1 + w))
		}
		if has && d.passes(q.groups) {
			hits = append(hits, Hit{Doc: doc, Order: c.order[doc], Score: score})
		}
	}
	slices.SortFunc(hits, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(b.Score, a.Score), cmp.Compare(a.Order, b.Order))
	})
	return hits[:min(len(hits), q.k)]
}

func count(terms []string, t string) (n int) {
	for _, x := range terms {
		if x == t {
			n++
		}
	}
	return n
}

func (d document) has(t string) bool {
	return slices.ContainsFunc(d, func(field []string) bool { return slices.Contains(field, t) })
}

func (d document) passes(groups [][]string) bool {
	for _, g := range groups {
		if !slices.ContainsFunc(g, func(t string) bool { return slices.Contains(d[0], t) }) {
			return false
		}
	}
	return true
}
