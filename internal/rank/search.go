package rank

import (
	"context"
	"slices"
)

// A Request asks for the best documents.
type Request struct {
	Terms []Term
	// K is how many documents are wanted, at least 1.
	K int
	// Prune skips documents that can't be among the K best. It needs the
	// bounds of the terms and pays off only in large collections.
	Prune bool
	// Filter lets documents pass; nil lets all pass.
	Filter *Filter
	// Order gives the place of a document in the order that breaks ties: of
	// two documents with one score, the one that comes first is better.
	Order func(doc uint64) uint32
}

// A Hit is a document with its score.
type Hit struct {
	Doc   uint64
	Order uint32
	Score float64
}

// checkEvery is after how many documents the context is looked at.
const checkEvery = 1024

// A Searcher finds the best documents. It keeps its memory for the next search;
// the zero Searcher is ready to use, by one goroutine at a time.
type Searcher struct {
	cursors []cursor
	rising  []int     // cursors by rising bound
	below   []float64 // below[i] is the sum of the bounds of rising[:i]
	scores  []float64 // of the current document, by cursor
	best    heap
}

// Search returns the best documents for the request, best first. The result is
// valid until the next search.
func (s *Searcher) Search(ctx context.Context, m *Model, r Request) ([]Hit, error) {
	if err := s.open(r); err != nil {
		return nil, err
	}
	essential := 0 // rising[essential:] decide which documents are visited
	for visited := 0; ; visited++ {
		if visited%checkEvery == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		doc := uint64(Done)
		for _, i := range s.rising[essential:] {
			doc = min(doc, s.cursors[i].doc)
		}
		if doc == Done {
			break
		}
		if r.Filter != nil {
			pass, err := r.Filter.seek(doc)
			if err != nil {
				return nil, err
			}
			if pass == Done {
				break
			}
			if pass != doc {
				if err := s.skip(essential, pass); err != nil {
					return nil, err
				}
				continue
			}
		}
		score, ok, err := s.score(m, doc, essential)
		if err != nil {
			return nil, err
		}
		if ok && s.best.add(Hit{doc, r.Order(doc), score}) && r.Prune {
			for essential < len(s.rising) && s.below[essential+1] < s.best.threshold() {
				essential++
			}
		}
	}
	return s.best.sorted(), nil
}

func (s *Searcher) open(r Request) error {
	s.best.reset(r.K)
	s.cursors = slices.Grow(s.cursors[:0], len(r.Terms))[:len(r.Terms)]
	s.scores = slices.Grow(s.scores[:0], len(r.Terms))[:len(r.Terms)]
	s.rising = s.rising[:0]
	for i, t := range r.Terms {
		if err := s.cursors[i].open(t); err != nil {
			return err
		}
		s.rising = append(s.rising, i)
	}
	if r.Prune {
		slices.SortStableFunc(s.rising, func(a, b int) int {
			switch x, y := s.cursors[a].bound, s.cursors[b].bound; {
			case x < y:
				return -1
			case x > y:
				return 1
			}
			return 0
		})
	}
	s.below = append(s.below[:0], 0)
	for i, c := range s.rising {
		s.below = append(s.below, s.below[i]+s.cursors[c].bound)
	}
	return nil
}

// skip moves the essential cursors to the first document at or after doc.
func (s *Searcher) skip(essential int, doc uint64) error {
	for _, i := range s.rising[essential:] {
		if s.cursors[i].doc < doc {
			if err := s.cursors[i].advance(doc); err != nil {
				return err
			}
		}
	}
	return nil
}

// score scores a document and moves the essential cursors behind it. The result
// is false if the document was passed over.
func (s *Searcher) score(m *Model, doc uint64, essential int) (score float64, ok bool, err error) {
	clear(s.scores)
	sum := 0.0
	for _, i := range s.rising[essential:] {
		c := &s.cursors[i]
		if c.doc == doc {
			s.scores[i] = c.score(m)
			sum += s.scores[i]
			if err := c.next(); err != nil {
				return 0, false, err
			}
		}
	}
	threshold := s.best.threshold()
	for e := essential - 1; e >= 0; e-- {
		if (sum+s.below[e+1])*roundUp < threshold {
			return 0, false, nil
		}
		i := s.rising[e]
		c := &s.cursors[i]
		if c.doc < doc {
			if err := c.advance(doc); err != nil {
				return 0, false, err
			}
		}
		if c.doc == doc {
			s.scores[i] = c.score(m)
			sum += s.scores[i]
		}
	}
	// In the order of the query: a sum of floating-point numbers depends on it.
	for _, x := range s.scores {
		score += x
	}
	return score, true, nil
}
