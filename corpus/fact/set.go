package fact

import (
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Set is the facts of one or more articles, with ways to find them. It is
// immutable and safe for concurrent use: what it hands out are handles and
// copies. A nil Set has no facts. Sequences are in the order of the records,
// which for a file beside an article is that of its lines.
//
// Finding facts by ID, footnote, passage, kind, or the name of an entity as it is
// written allocates no memory.
type Set struct {
	records  []Record
	entities []Entity
	declared int // how many of the entities were given; the others are mere names
	tensions []tension

	byID       map[string][]int32
	byRef      map[factRef]int32
	byKind     map[string][]int32
	byPassage  map[cite.PassageID][]int32
	byFootnote map[noteKey][]int32
	byProperty map[propertyKey][]int32
	byName     map[string]int32  // names and aliases, as written and folded, to entities
	about      [][]int32         // by entity
	inTension  map[int32][]int32 // tensions by their facts
	tensionOf  map[int32]int32   // tensions by their records
	timeline   []int32
}

// A factRef names a fact.
type factRef struct{ article, id string }

// A noteKey names a footnote.
type noteKey struct{ article, label string }

// A propertyKey names what a subject's facts state.
type propertyKey struct {
	subject  int32 // entity
	property string
}

// A RecordError is why a record is no fact of a set.
type RecordError struct {
	Index int // of the record among those given to NewSet
	Err   error
}

func (e RecordError) Error() string { return e.Err.Error() }

func (e RecordError) Unwrap() error { return e.Err }

// ErrDuplicateID is the error of a record whose ID an earlier one of its article
// has.
var ErrDuplicateID = errors.New("the id is taken")

// NewSet makes a set of records; it copies them. Left out, each with a
// RecordError, are a record that [Record.Check] refuses, one whose ID an earlier one
// of the same article has, and a tension that doesn't name at least two sides with
// facts of its article. A tension gives way to a fact of its ID.
//
// Entities give names their aliases. Two of one name are one, with the aliases of
// both and the first ID and kind, also if they come from several articles. A name
// goes before an ID and an ID before an alias, and of two that claim the same the
// first has it. A name of a record that no entity has becomes an entity of its own.
func NewSet(records []Record, entities []Entity) (*Set, []RecordError) {
	s := newSet(entities)
	kept, refused := keep(records)
	for _, i := range kept {
		s.add(records[i].clone(), s.entityOf)
	}
	s.linkTensions()
	s.sortTimeline()
	return s, refused
}

func newSet(entities []Entity) *Set {
	s := &Set{
		byID:       map[string][]int32{},
		byRef:      map[factRef]int32{},
		byKind:     map[string][]int32{},
		byPassage:  map[cite.PassageID][]int32{},
		byFootnote: map[noteKey][]int32{},
		byProperty: map[propertyKey][]int32{},
		byName:     map[string]int32{},
		inTension:  map[int32][]int32{},
		tensionOf:  map[int32]int32{},
	}
	s.addEntities(merge(entities))
	return s
}

// keep returns the indices of the records that are facts, and why the others are
// none.
func keep(records []Record) (kept []int, refused []RecordError) {
	facts := make(map[factRef]bool, len(records)) // whether a tension may name it
	ok := make([]bool, len(records))
	refs := make([]factRef, len(records))
	refuse := func(i int, err error) { refused = append(refused, RecordError{i, err}) }
	for i, r := range records {
		if err := r.Check(); err != nil {
			refuse(i, err)
			continue
		}
		refs[i] = factRef{r.Article(), r.ID}
		switch {
		case r.Kind == KindTension:
			ok[i] = true // for now
		case facts[refs[i]]:
			refuse(i, fmt.Errorf("%s: %w", r.ID, ErrDuplicateID))
		default:
			facts[refs[i]], ok[i] = true, true
		}
	}
	tensions := map[factRef]bool{}
	for i, r := range records {
		if !ok[i] || r.Kind != KindTension {
			continue
		}
		err := checkSides(r, func(id string) bool { return facts[factRef{refs[i].article, id}] })
		if err == nil && (facts[refs[i]] || tensions[refs[i]]) {
			err = fmt.Errorf("%s: %w", r.ID, ErrDuplicateID)
		}
		if err != nil {
			ok[i] = false
			refuse(i, err)
			continue
		}
		tensions[refs[i]] = true
	}
	for i := range records {
		if ok[i] {
			kept = append(kept, i)
		}
	}
	slices.SortStableFunc(refused, func(a, b RecordError) int { return a.Index - b.Index })
	return kept, refused
}

// addEntities adds entities of different names: all names first, then IDs, then
// aliases, each as written before as folded.
func (s *Set) addEntities(entities []Entity) {
	s.entities, s.declared = entities, len(entities)
	s.about = make([][]int32, len(entities))
	for _, names := range nameRanks {
		for _, spell := range []func(string) string{strings.Clone, fold} {
			for i, e := range entities {
				for _, name := range names(e) {
					s.call(spell(name), int32(i))
				}
			}
		}
	}
}

// call lets a name that is still free be that of an entity.
func (s *Set) call(name string, entity int32) {
	if _, taken := s.byName[name]; !taken && name != "" {
		s.byName[name] = entity
	}
}

// entityOf returns the entity of a name, a new one if there is none.
func (s *Set) entityOf(name string) int32 {
	if i, ok := s.find(name); ok {
		return i
	}
	i := int32(len(s.entities))
	s.entities = append(s.entities, Entity{Name: name})
	s.about = append(s.about, nil)
	s.call(name, i)
	s.call(fold(name), i)
	return i
}

// find returns the entity of a name or an alias.
func (s *Set) find(name string) (int32, bool) {
	if i, ok := s.byName[name]; ok {
		return i, true
	}
	i, ok := s.byName[fold(name)]
	return i, ok
}

// add adds a fact; entityOf tells the entities of the names that it has.
func (s *Set) add(r Record, entityOf func(name string) int32) {
	i := int32(len(s.records))
	if !slices.Contains(r.Entities, r.Subject) {
		r.Entities = append([]string{r.Subject}, r.Entities...)
	}
	s.records = append(s.records, r)
	s.byID[r.ID] = append(s.byID[r.ID], i)
	s.byRef[factRef{r.Article(), r.ID}] = i
	s.byKind[r.Kind] = append(s.byKind[r.Kind], i)
	key := propertyKey{entityOf(r.Subject), r.Property}
	s.byProperty[key] = append(s.byProperty[key], i)
	for _, name := range r.Entities {
		e := entityOf(name)
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
		s.tensionOf[i] = int32(len(s.tensions))
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
