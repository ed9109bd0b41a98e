package metapolicy

import (
	"iter"
	"slices"
	"strings"
	"sync"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A book is the article's facts with their data as typed values.
type book struct {
	entries  map[string]entry // by the ID of the fact
	entities map[Entity]fact.Entity
}

// An entry is what the facts of the article have beyond those of others.
type entry struct {
	fact.Fact
	subject Entity
	data    data
}

// data is the typed value of a fact, as its record has it. Which of the fields a
// fact has follows from its kind and property.
type data struct {
	Answer        string           `json:"answer,omitempty"` // the ID of a fact
	By            []Entity         `json:"by,omitempty"`
	Clause        ClauseKind       `json:"clause,omitempty"`
	Critics       []Entity         `json:"critics,omitempty"`
	Date          fact.Date        `json:"date,omitzero"` // also among the values
	Dimension     string           `json:"dimension,omitempty"`
	Form          Form             `json:"form,omitempty"`
	Former        bool             `json:"former,omitempty"`
	From          Entity           `json:"from,omitempty"`
	Jurisdiction  Entity           `json:"jurisdiction,omitempty"`
	License       License          `json:"license,omitempty"`
	Of            Entity           `json:"of,omitempty"`
	On            Entity           `json:"on,omitempty"`
	Organization  Organization     `json:"organization,omitempty"`
	Organizations []Organization   `json:"organizations,omitempty"`
	Outcome       Outcome          `json:"outcome,omitempty"`
	Person        Person           `json:"person,omitempty"`
	Relation      RelationKind     `json:"relation,omitempty"`
	Role          OrganizationRole `json:"role,omitempty"`
	Series        Model            `json:"series,omitempty"`
	Stance        Stance           `json:"stance,omitempty"`
	State         State            `json:"state,omitempty"`
	Term          string           `json:"term,omitempty"`
	Text          string           `json:"text,omitempty"`
	Title         string           `json:"title,omitempty"`
	To            Entity           `json:"to,omitempty"`
	Topic         string           `json:"topic,omitempty"`
}

// open reads the facts' data, once. That they can be read a test holds.
var open = sync.OnceValue(func() *book {
	b := &book{entries: map[string]entry{}, entities: map[Entity]fact.Entity{}}
	ids := map[string]Entity{}
	for e := range Facts().Entities() {
		b.entities[Entity(e.ID)] = e
		ids[e.Name] = Entity(e.ID)
	}
	for f := range Facts().All() {
		e := entry{Fact: f, subject: ids[f.Subject()]}
		if f.Kind() != fact.KindTension { // whose data package fact reads
			if err := f.Decode(&e.data); err != nil {
				panic("metapolicy: " + err.Error())
			}
		}
		b.entries[f.ID()] = e
	}
	return b
})

// pick returns the values of those of some facts that are wanted.
func pick[T any](facts iter.Seq[fact.Fact], wanted func(entry) bool, value func(entry) T) iter.Seq[fact.Stated[T]] {
	return func(yield func(fact.Stated[T]) bool) {
		for f := range facts {
			e := open().entries[f.ID()]
			if wanted(e) && !yield(fact.NewStated(value(e), f)) {
				return
			}
		}
	}
}

// where returns those of some values that are kept.
func where[T any](stated iter.Seq[fact.Stated[T]], keep func(T) bool) iter.Seq[fact.Stated[T]] {
	return func(yield func(fact.Stated[T]) bool) {
		for s := range stated {
			if keep(s.Value) && !yield(s) {
				return
			}
		}
	}
}

// about returns the values of the facts of a subject and a kind that state one of
// some properties, in reading order. The subject "" has none.
func about[T any](subject, kind string, value func(entry) T, properties ...string) iter.Seq[fact.Stated[T]] {
	return pick(Entity(subject).Facts(), func(e entry) bool {
		return string(e.subject) == subject && e.states(kind, properties...)
	}, value)
}

// all returns the values of the facts of a kind that state one of some properties,
// any if there are none named, of whatever subject.
func all[T any](kind string, value func(entry) T, properties ...string) iter.Seq[fact.Stated[T]] {
	return pick(Facts().OfKind(kind), func(e entry) bool { return e.states(kind, properties...) }, value)
}

// states reports whether the fact is of a kind and states one of some properties,
// any if there are none named.
func (e entry) states(kind string, properties ...string) bool {
	return e.Kind() == kind && (len(properties) == 0 || slices.Contains(properties, e.Property()))
}

// one returns the value of the fact that states a property of a subject. Where
// several do, it is that whose ID has no qualifier, else the first.
func one[T any](subject, property string, value func(entry) T) fact.Stated[T] {
	var first fact.Stated[T]
	for f := range Facts().Of(subject, property) {
		e := open().entries[f.ID()]
		if string(e.subject) != subject {
			return first // a name or an alias, not the ID that the type is
		}
		if first.IsZero() {
			first = fact.NewStated(value(e), f)
		}
		if strings.Count(f.ID(), "/") == 1 {
			return fact.NewStated(value(e), f)
		}
	}
	return first
}

// byID returns the value of the fact of an ID, if the fact is of a kind and has one.
func byID[T interface{ IsZero() bool }](id, kind string, value func(entry) T) fact.Stated[T] {
	e := open().entries[id]
	v := value(e)
	if e.Kind() != kind || v.IsZero() {
		return fact.Stated[T]{}
	}
	return fact.NewStated(v, e.Fact)
}

func (e entry) date() fact.Date { return e.data.Date }
func (e entry) text() string    { return e.data.Text }
