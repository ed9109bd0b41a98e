package fact

// Join makes one set of the facts of several, in order. What a fact's names mean its
// own set says: an alias that stands for one entity in one set and for another in the
// next stays with either. Entities of one name are one. A name that no entity of its
// own set has is looked up among those of all.
//
// Facts of the joined set are not those of the sets that it is made of: they don't
// compare equal.
func Join(sets ...*Set) *Set {
	var declared []Entity
	for _, from := range sets {
		if from != nil {
			declared = append(declared, from.entities[:from.declared]...)
		}
	}
	s := newSet(declared)
	for _, from := range sets {
		if from != nil {
			s.take(from)
		}
	}
	s.linkTensions()
	s.sortTimeline()
	return s
}

// take adds the facts of another set. Records are never changed, so both may have
// them.
func (s *Set) take(from *Set) {
	here := make([]int32, len(from.entities))
	for i, e := range from.entities {
		here[i] = s.entityOf(e.Name) // of a declared one, names go first
	}
	for _, r := range from.records {
		if _, taken := s.byRef[factRef{r.Article(), r.ID}]; taken {
			continue // the same article twice
		}
		s.add(r, func(name string) int32 {
			i, _ := from.find(name) // from has all names of its facts
			return here[i]
		})
	}
}
