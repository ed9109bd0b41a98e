package fact

import (
	"encoding/json"
	"fmt"
	"iter"
)

// KindTension is the kind of a record on which an article disagrees with itself.
// Its data names the sides, {"sides":[{"statement":…,"facts":[IDs]}, …]}, at least
// two, with facts of the same article; its statement says what they differ in, and
// its evidence are places of each side.
const KindTension = "tension"

// A Tension is a matter on which an article states two things that don't go
// together, or that a reader should see together. It is itself a fact. The zero
// Tension is none.
type Tension struct{ Fact }

// A tension is a Tension in its set.
type tension struct {
	record int32
	sides  []side
}

type side struct {
	statement string
	facts     []int32
}

// A Side is one of the answers that the article gives.
type Side struct {
	s *Set
	d *side
}

// Statement returns in a few words what this side states.
func (s Side) Statement() string {
	if s.d == nil {
		return ""
	}
	return s.d.statement
}

// Facts returns the facts that state it, each with its evidence.
func (s Side) Facts() iter.Seq[Fact] {
	return func(yield func(Fact) bool) {
		if s.d != nil {
			s.s.each(s.d.facts, yield)
		}
	}
}

// Sides returns what the article states on the matter, two answers or more.
func (t Tension) Sides() iter.Seq[Side] {
	return func(yield func(Side) bool) {
		if t.IsZero() {
			return
		}
		n, ok := t.s.tensionOf[t.i]
		if !ok {
			return // not a tension, but a Fact put in by hand
		}
		sides := t.s.tensions[n].sides
		for i := range sides {
			if !yield(Side{t.s, &sides[i]}) {
				return
			}
		}
	}
}

// Tensions returns all matters on which the articles disagree with themselves.
func (s *Set) Tensions() iter.Seq[Tension] {
	return func(yield func(Tension) bool) {
		if s == nil {
			return
		}
		for _, t := range s.tensions {
			if !yield(Tension{Fact{s, t.record}}) {
				return
			}
		}
	}
}

// Tension returns the tension of an ID, which [Set.Fact] finds as a fact. The error
// is that of Set.Fact, or says that the fact is no tension.
func (s *Set) Tension(id string) (Tension, error) {
	f, err := s.Fact(id)
	if err != nil {
		return Tension{}, err
	}
	t, ok := f.AsTension()
	if !ok {
		return Tension{}, fmt.Errorf("fact: %s is a fact, but no tension", id)
	}
	return t, nil
}

// AsTension returns the fact as the tension that it is, if it is one.
func (f Fact) AsTension() (t Tension, ok bool) {
	if f.s == nil {
		return Tension{}, false
	}
	_, ok = f.s.tensionOf[f.i]
	if !ok {
		return Tension{}, false
	}
	return Tension{f}, true
}

// sidesJSON is the data of a tension.
type sidesJSON struct {
	Sides []struct {
		Statement string   `json:"statement"`
		Facts     []string `json:"facts"`
	} `json:"sides"`
}

// checkSides says what the data of a tension lacks; known tells of the facts that
// it may name: those of its article that are no tensions.
func checkSides(r Record, known func(id string) bool) error {
	if len(r.Data) == 0 {
		return fmt.Errorf("%s: a tension needs data with sides", r.ID)
	}
	var data sidesJSON
	if err := json.Unmarshal(r.Data, &data); err != nil {
		return fmt.Errorf("%s: the data of a tension: %w", r.ID, err)
	}
	if len(data.Sides) < 2 {
		return fmt.Errorf("%s: a tension has at least two sides; this has %d", r.ID, len(data.Sides))
	}
	for i, side := range data.Sides {
		if len(side.Facts) == 0 {
			return fmt.Errorf("%s: side %d names no fact", r.ID, i+1)
		}
		for _, id := range side.Facts {
			if !known(id) {
				return fmt.Errorf("%s: side %d names %q, which is no fact of the article, or a tension", r.ID, i+1, id)
			}
		}
	}
	return nil
}

// linkTensions looks up the facts of the tensions.
func (s *Set) linkTensions() {
	for i := range s.tensions {
		t := &s.tensions[i]
		r := &s.records[t.record]
		var data sidesJSON
		if json.Unmarshal(r.Data, &data) != nil {
			continue // checkSides has read it
		}
		for _, in := range data.Sides {
			out := side{statement: in.Statement}
			for _, id := range in.Facts {
				f, ok := s.byRef[factRef{r.Article(), id}]
				if !ok {
					continue // checkSides has seen it
				}
				out.facts = append(out.facts, f)
				s.inTension[f] = appendNew(s.inTension[f], int32(i))
			}
			t.sides = append(t.sides, out)
		}
	}
}
