package rank

import "math"

// A Posting is an occurrence of a term in a field of a document.
type Posting struct {
	Doc uint64 // number of the document; Done behind the last
	TF  int    // occurrences in the field, at least 1
	Len int    // length of the field, in terms
}

// Done is the document number of the posting behind the last.
const Done = math.MaxUint64

// Postings are the occurrences of a term in a field, by document number. Neither
// method is called again once one has returned Done or an error.
type Postings interface {
	// Next returns the next posting.
	Next() (Posting, error)
	// Advance returns the first posting at or after a document, which is
	// behind the one returned last and isn't Done.
	Advance(doc uint64) (Posting, error)
}

// A Term is a term of a query.
type Term struct {
	// Weight is q(t)·idf(t), not negative.
	Weight float64
	// Bound is the greatest value of w/(k1+w) in any document. It is only
	// looked at when pruning.
	Bound float64
	// Fields has the postings in each field of the model, nil where the term
	// isn't.
	Fields [MaxFields]Postings
}

// A cursor goes through the documents that have a term in any field.
type cursor struct {
	postings [MaxFields]Postings
	at       [MaxFields]Posting
	fields   [MaxFields]uint8 // those that the term is in
	n        int
	doc      uint64
	weight   float64
	bound    float64 // of weight·w/(k1+w), rounded up
}

// roundUp makes up for the rounding of sums of bounds, which are added in another
// order than scores.
const roundUp = 1 + 1e-9

func (c *cursor) open(t Term) error {
	c.weight = t.Weight
	c.bound = t.Weight * t.Bound * roundUp
	c.n = 0
	for f, p := range t.Fields {
		if p == nil {
			continue
		}
		at, err := p.Next()
		if err != nil {
			return err
		}
		c.postings[f], c.at[f] = p, at
		c.fields[c.n] = uint8(f)
		c.n++
	}
	c.settle()
	return nil
}

// settle sets doc to the first of the fields' documents.
func (c *cursor) settle() {
	c.doc = Done
	for _, f := range c.fields[:c.n] {
		c.doc = min(c.doc, c.at[f].Doc)
	}
}

func (c *cursor) next() error {
	first := uint64(Done)
	for _, f := range c.fields[:c.n] {
		at := &c.at[f]
		if at.Doc == c.doc && at.Doc != Done {
			var err error
			if *at, err = c.postings[f].Next(); err != nil {
				return err
			}
		}
		first = min(first, at.Doc)
	}
	c.doc = first
	return nil
}

// advance moves to the first document at or after doc.
func (c *cursor) advance(doc uint64) error {
	first := uint64(Done)
	for _, f := range c.fields[:c.n] {
		at := &c.at[f]
		if at.Doc < doc {
			var err error
			if *at, err = c.postings[f].Advance(doc); err != nil {
				return err
			}
		}
		first = min(first, at.Doc)
	}
	c.doc = first
	return nil
}

// score returns what the term adds to the score of the current document.
func (c *cursor) score(m *Model) float64 {
	w := 0.0
	for _, f := range c.fields[:c.n] {
		if at := &c.at[f]; at.Doc == c.doc {
			w += m.Weigh(int(f), at.TF, at.Len)
		}
	}
	return c.weight * m.Saturate(w)
}
