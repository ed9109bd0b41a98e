package fact

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Fact is one statement of an article in a [Set]. It is a handle: small,
// comparable, and nothing that a caller does spoils what it points at, since
// methods return copies. The zero Fact states nothing; its methods return zero
// values.
type Fact struct {
	s *Set
	i int32
}

var noRecord Record

func (f Fact) record() *Record {
	if f.s == nil {
		return &noRecord
	}
	return &f.s.records[f.i]
}

// IsZero reports whether f states nothing.
func (f Fact) IsZero() bool { return f.s == nil }

// ID returns the fact's lasting name in its article: "llama-2/released".
func (f Fact) ID() string { return f.record().ID }

// Article returns the ID of the article that states it.
func (f Fact) Article() string { return f.record().Article() }

// Kind returns the group that the fact belongs to: "release".
func (f Fact) Kind() string { return f.record().Kind }

// Statement returns the whole fact in one sentence, with its hedges and who says
// it.
func (f Fact) Statement() string { return f.record().Statement }

// Subject returns the name of what the fact is about.
func (f Fact) Subject() string { return f.record().Subject }

// Property returns what of the subject it states.
func (f Fact) Property() string { return f.record().Property }

// Values returns the dates, numbers and amounts that it states.
func (f Fact) Values() []Value { return slices.Clone(f.record().Values) }

// Date returns the first date among the values, zero if there is none.
func (f Fact) Date() Date {
	for _, v := range f.record().Values {
		if d, ok := v.Date(); ok {
			return d
		}
	}
	return Date{}
}

// Quantity returns the first quantity among the values, zero if there is none.
func (f Fact) Quantity() Quantity {
	for _, v := range f.record().Values {
		if q, ok := v.Quantity(); ok {
			return q
		}
	}
	return Quantity{}
}

// Money returns the first amount of money among the values, zero if there is none.
func (f Fact) Money() Money {
	for _, v := range f.record().Values {
		if m, ok := v.Money(); ok {
			return m
		}
	}
	return Money{}
}

// Share returns the first share among the values, zero if there is none.
func (f Fact) Share() Share {
	for _, v := range f.record().Values {
		if s, ok := v.Share(); ok {
			return s
		}
	}
	return Share{}
}

// Entities returns the names of all that the fact is about.
func (f Fact) Entities() []string { return slices.Clone(f.record().Entities) }

// Status says on what the fact rests.
func (f Fact) Status() Status { return f.record().Status }

// AttributedTo names who says it; it is empty where the article does.
func (f Fact) AttributedTo() []string { return slices.Clone(f.record().AttributedTo) }

// AsOf returns the time that the fact holds for, zero if that isn't stated.
func (f Fact) AsOf() Date { return f.record().AsOf }

// Section returns the path of headings to the first evidence.
func (f Fact) Section() []string { return slices.Clone(f.record().Section) }

// Citation returns the best place that states the fact: its quotation and the
// footnotes in force for that. It is the zero Citation for the zero Fact.
func (f Fact) Citation() cite.Citation {
	for _, c := range f.record().Evidence {
		c.Footnotes = cloneFootnotes(c.Footnotes)
		return c
	}
	return cite.Citation{}
}

// Quote returns the quotation of [Fact.Citation].
func (f Fact) Quote() string {
	for i := range f.record().Evidence {
		return f.record().Evidence[i].Quote
	}
	return ""
}

// Evidence returns the places that state the fact, each with its exact quotation
// and the footnotes in force there, the best place first.
func (f Fact) Evidence() []cite.Citation { return cloneCitations(f.record().Evidence) }

// Footnotes returns the footnotes in force for all of the evidence, each once:
// maybe more than those of [Fact.Citation]. It is empty where the text has none.
func (f Fact) Footnotes() []cite.Footnote {
	var lists [][]cite.Footnote
	for _, c := range f.record().Evidence {
		lists = append(lists, c.Footnotes)
	}
	return cloneFootnotes(cite.DistinctFootnotes(lists...))
}

// Decode reads the fact's data, the typed value itself, into v as
// [json.Unmarshal] does; a field that v doesn't have is an error. A fact without
// data leaves v as it is.
func (f Fact) Decode(v any) error {
	data := f.record().Data
	if len(data) == 0 {
		return nil
	}
	d := json.NewDecoder(bytes.NewReader(data))
	d.DisallowUnknownFields()
	if err := d.Decode(v); err != nil {
		return fmt.Errorf("fact: the data of %s: %w", f.ID(), err)
	}
	return nil
}

// Record returns the fact as JSON has it.
func (f Fact) Record() Record { return f.record().clone() }

// String returns the statement, "" for the zero Fact.
func (f Fact) String() string { return f.Statement() }

// MarshalJSON writes the fact's [Record]; that of the zero Fact is null. To read it
// back, read a Record: a Fact belongs to its set.
func (f Fact) MarshalJSON() ([]byte, error) {
	if f.IsZero() {
		return []byte("null"), nil
	}
	return f.record().MarshalJSON()
}

// UnmarshalJSON is an error: a fact belongs to its set. A [Record] can be read.
func (f *Fact) UnmarshalJSON([]byte) error { return errNoFact }

var errNoFact = errors.New("fact: a Fact belongs to its set and can't be read from JSON; read a Record")

// Tensions returns the tensions that the fact is a side of.
func (f Fact) Tensions() iter.Seq[Tension] {
	return func(yield func(Tension) bool) {
		if f.s == nil {
			return
		}
		for _, t := range f.s.inTension[f.i] {
			if !yield(Tension{Fact{f.s, f.s.tensions[t].record}}) {
				return
			}
		}
	}
}

// Conflict returns the first of [Fact.Tensions]: where there is one, the article
// states something else as well, and the caller who takes this fact alone leaves
// that out. What the two differ in its Statement says; it need not be the value.
func (f Fact) Conflict() (t Tension, ok bool) {
	for t := range f.Tensions() {
		return t, true
	}
	return Tension{}, false
}
