package rank

import (
	"fmt"
	"testing"
)

// FuzzSearch reads a collection and a question from bytes: a byte each for the
// fields, K, the terms of the question and the groups of the filter, then the
// documents, a byte a term.
func FuzzSearch(f *testing.F) {
	f.Add([]byte{})
	f.Add([]byte{1, 2, 0x13, 0x20, 1, 2, 3, 0xff, 1, 0x80, 2, 0xff, 1, 1, 1})
	f.Add([]byte{3, 0, 0x07, 0x41, 0xff, 0xff, 0x41, 1, 0x81, 0xff, 5, 5, 5, 5})
	f.Add([]byte("\x02\x05abcdefgh\xffabc\x80abc\xffabc\xffabd\xc1bb\xff"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) > 1<<10 {
			return
		}
		next := func() (b byte) {
			if len(data) > 0 {
				b, data = data[0], data[1:]
			}
			return b
		}
		term := func(b byte) string { return fmt.Sprint("t", b%8) }
		c := &collection{docs: map[uint64]document{}, order: map[uint64]uint32{}}
		for range 1 + next()%4 {
			b := next()
			c.fields = append(c.fields, Field{Weight: float64(1+b%4) / 4, B: float64(b>>4%5) / 4})
		}
		q := question{k: 1 + int(next()%12)}
		for range 1 + next()%6 {
			b := next()
			q.terms = append(q.terms, term(b))
			q.weight = append(q.weight, float64(1+b>>4%3))
		}
		for range next() % 3 {
			g := []string{}
			for range next() % 3 {
				g = append(g, term(next()))
			}
			q.groups = append(q.groups, g)
		}
		doc, d, field := uint64(0), make(document, len(c.fields)), 0
		add := func() {
			c.docs[doc], c.order[doc] = d, uint32(doc*37%101)<<16|uint32(doc)
			doc, d, field = doc+1, make(document, len(c.fields)), 0
		}
		for len(data) > 0 {
			switch b := next(); {
			case b == 0xff:
				add()
			case b >= 0x80:
				field = int(b) % len(c.fields)
			default:
				d[field] = append(d[field], term(b))
			}
		}
		add()
		checkTextbook(t, newEngine(c), q)
	})
}
