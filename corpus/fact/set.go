package fact

import (
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Set is the facts of one or more articles, with ways to find them. It is
// immutable and safe for concurrent use: what it hands out are handles and
// copies. A nil Set has no facts. Sequences are in the order of the records,
// which for a file beside an article is that of its lines.
//
// Finding facts by ID, entity, footnote, passage or kind allocates no memory.
type Set struct {
	records  []Record
	articles []string // of the records
	entities []Entity
	tensions []tension

	byID       map[string][]int32
	byKind     map[string][]int32
	byPassage  map[cite.PassageID][]int32
	byFootnote map[noteKey][]int32
	byProperty map[propertyKey][]int32
	byName     map[string]int32 // names and aliases, as written and folded, to entities
	about      [][]int32        // by entity
	inTension  map[int32][]int32
	timeline   []int32
}

// A noteKey names a footnote.
type noteKey struct{ article, label string }

// A propertyKey names what a subject's facts state.
type propertyKey struct {
	subject  int32 // entity
	property string
}

// A Problem is why a record is no fact of a set.
type Problem struct {
	Record int // its index among those given to NewSet
	Err    error
}

func (p Problem) Error() string { return p.Err.Error() }

func (p Problem) Unwrap() error { return p.Err }

// ErrDuplicateID is the error of a record whose ID an earlier one of its article
// has.
var ErrDuplicateID = errors.New("the id is taken")

// NewSet makes a set of records; it copies them. A record that [Record.Check]
// refuses, one whose ID an earlier one of the same article has, and a tension
// that names no two sides with facts of the set are left out, each with a
// Problem.
//
// Entities give names their aliases. Two of one name are one, with the aliases of
// both and the first ID and kind; of two different ones that claim an alias the
// first has it. A name of a record that no entity has becomes an entity of its
// own.
func NewSet(records []Record, entities []Entity) (*Set, []Problem) {
	s := &Set{
		byID:       make(map[string][]int32, len(records)),
		byKind:     map[string][]int32{},
		byPassage:  map[cite.PassageID][]int32{},
		byFootnote: map[noteKey][]int32{},
		byProperty: map[propertyKey][]int32{},
		byName:     map[string]int32{},
		inTension:  map[int32][]int32{},
	}
	for _, e := range merge(entities) {
		s.addEntity(e)
	}
	kept, problems := keep(records)
	for _, i := range kept {
		s.add(records[i].clone())
	}
	s.linkTensions()
	s.sortTimeline()
	return s, problems
}

// keep returns the indices of the records that are facts, and the problems of the
// others.
func keep(records []Record) (kept []int, problems []Problem) {
	type key struct{ article, id string }
	ids := map[key]bool{} // whether a tension may name it
	var tensions []int
	for i, r := range records {
		err := r.Check()
		k := key{r.Article(), r.ID}
		if _, taken := ids[k]; err == nil && taken {
			err = fmt.Errorf("%s: %w", r.ID, ErrDuplicateID)
		}
		if err != nil {
			problems = append(problems, Problem{i, err})
			continue
		}
		ids[k] = r.Kind != KindTension
		kept = append(kept, i)
		if r.Kind == KindTension {
			tensions = append(tensions, i)
		}
	}
	dropped := map[int]bool{}
	for _, i := range tensions {
		r := records[i]
		err := checkSides(r, func(id string) bool { return ids[key{r.Article(), id}] })
		if err != nil {
			problems = append(problems, Problem{i, err})
			dropped[i] = true
		}
	}
	if len(dropped) > 0 {
		kept = slices.DeleteFunc(kept, func(i int) bool { return dropped[i] })
	}
	slices.SortStableFunc(problems, func(a, b Problem) int { return a.Record - b.Record })
	return kept, problems
}

func (s *Set) addEntity(e Entity) int32 {
	i := int32(len(s.entities))
	s.entities = append(s.entities, e)
	s.about = append(s.about, nil)
	for _, name := range append([]string{e.Name, e.ID}, e.Aliases...) {
		for _, key := range []string{name, fold(name)} {
			if _, taken := s.byName[key]; !taken && key != "" {
				s.byName[key] = i
			}
		}
	}
	return i
}

// entityOf returns the entity of a name, a new one if there is none.
func (s *Set) entityOf(name string) int32 {
	if i, ok := s.find(name); ok {
		return i
	}
	return s.addEntity(Entity{Name: name})
}

// find returns the entity of a name or an alias.
func (s *Set) find(name string) (int32, bool) {
	if i, ok := s.byName[name]; ok {
		return i, true
	}
	i, ok := s.byName[fold(name)]
	return i, ok
}

func (s *Set) add(r Record) {
	i := int32(len(s.records))
	if !slices.Contains(r.Entities, r.Subject) {
		r.Entities = append([]string{r.Subject}, r.Entities...)
	}
	s.records = append(s.records, r)
	s.articles = append(s.articles, r.Article())
	s.byID[r.ID] = append(s.byID[r.ID], i)
	s.byKind[r.Kind] = append(s.byKind[r.Kind], i)
	key := propertyKey{s.entityOf(r.Subject), r.Property}
	s.byProperty[key] = append(s.byProperty[key], i)
	for _, name := range r.Entities {
		e := s.entityOf(name)
		s.about[e] = appendNew(s.about[e], i)
	}
	for _, c := range r.Evidence {
		s.byPassage[c.Passage] = appendNew(s.byPassage[c.Passage], i)
		for _, f := range c.Footnotes {
			k := noteKey{f.Article, f.Label}
			s.byFootnote[k] = appendNew(s.byFootnote[k], i)
		}
	}
	if r.Kind == KindTension {
		s.tensions = append(s.tensions, tension{record: i})
	}
}

// appendNew appends a record's number that is not the last one already.
func appendNew(list []int32, i int32) []int32 {
	if len(list) > 0 && list[len(list)-1] == i {
		return list
	}
	return append(list, i)
}

// Len returns the number of facts.
func (s *Set) Len() int {
	if s == nil {
		return 0
	}
	return len(s.records)
}

// All returns all facts.
func (s *Set) All() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		for i := range s.Len() {
			if !yield(Fact{s, int32(i)}) {
				return
			}
		}
	}
}

// each yields the facts of a list of their numbers. The methods that return
// sequences do no more than make a function that calls it: so small they are
// compiled into their callers, and a loop over one allocates nothing.
func (s *Set) each(list []int32, yield func(Fact) bool) {
	for _, i := range list {
		if !yield(Fact{s, i}) {
			return
		}
	}
}
