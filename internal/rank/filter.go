package rank

// A Filter lets those documents pass that each of its groups has; a group has
// the documents of any of its postings. The zero Filter lets all pass. A search
// uses a Filter up: it goes through the postings once.
type Filter struct {
	groups []group
}

type group struct {
	postings []Postings
	at       []uint64
}

// Require adds a group. One without postings lets nothing pass.
func (f *Filter) Require(postings ...Postings) error {
	g := group{postings: postings, at: make([]uint64, len(postings))}
	for i, p := range postings {
		first, err := p.Next()
		if err != nil {
			return err
		}
		g.at[i] = first.Doc
	}
	f.groups = append(f.groups, g)
	return nil
}

// seek returns the first document at or after doc that passes.
func (f *Filter) seek(doc uint64) (uint64, error) {
	for again := true; again; {
		again = false
		for i := range f.groups {
			d, err := f.groups[i].seek(doc)
			if err != nil {
				return 0, err
			}
			if d == Done {
				return Done, nil
			}
			if d > doc {
				doc, again = d, true
			}
		}
	}
	return doc, nil
}

func (g *group) seek(doc uint64) (uint64, error) {
	first := uint64(Done)
	for i, at := range g.at {
		if at < doc {
			p, err := g.postings[i].Advance(doc)
			if err != nil {
				return 0, err
			}
			g.at[i] = p.Doc
		}
		first = min(first, g.at[i])
	}
	return first, nil
}
