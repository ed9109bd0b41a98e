package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Person is somebody whom the article names. The zero Person is nobody.
type Person string

// The people of the article.
const (
	MarkZuckerberg Person = "mark-zuckerberg"
	YannLeCun      Person = "yann-lecun"
	AlexandrWang   Person = "alexandr-wang"
	ChrisCox       Person = "chris-cox"
	AhmadAlDahle   Person = "ahmad-al-dahle"
)

var people = [...]Person{MarkZuckerberg, YannLeCun, AlexandrWang, ChrisCox, AhmadAlDahle}

// People returns the people of the article.
func People() iter.Seq[Person] { return slices.Values(people[:]) }

// A Role is what a person is at an organization.
type Role struct {
	Title        string       `json:"title"`
	Organization Organization `json:"organization"`
	Former       bool         `json:"former,omitempty"` // that was before
}

// A Position is something that a person holds, or denies.
type Position struct {
	Topic string `json:"topic,omitempty"`
	Text  string `json:"text"`
}

// Name returns the person's name.
func (p Person) Name() string { return Entity(p).Name() }

// String returns the person's name.
func (p Person) String() string { return Entity(p).String() }

// Roles returns what the person is, and was.
func (p Person) Roles() iter.Seq[fact.Stated[Role]] {
	return about(string(p), "person", func(e entry) Role {
		return Role{e.data.Title, e.data.Organization, e.data.Former}
	}, "role")
}

// Positions returns what the person holds, has acknowledged, or denies.
func (p Person) Positions() iter.Seq[fact.Stated[Position]] {
	return about(string(p), "person", func(e entry) Position {
		return Position{e.data.Topic, e.data.Text}
	}, "position", "acknowledgement", "denial")
}

// Influence returns what the article sees as the person's influence.
func (p Person) Influence() iter.Seq[fact.Stated[string]] {
	return about(string(p), "person", entry.text, "influence")
}

// Involvement returns what the person takes part in.
func (p Person) Involvement() iter.Seq[fact.Stated[string]] {
	return about(string(p), "person", entry.text, "involvement", "association")
}

// Works returns what the person wrote: the other direction of [Work.Author].
func (p Person) Works() iter.Seq[Work] {
	return func(yield func(Work) bool) {
		for w := range Works() {
			if a := w.Author(); p != "" && a.Value == p && !yield(w) {
				return
			}
		}
	}
}

// Facts returns all facts about the person.
func (p Person) Facts() iter.Seq[fact.Fact] { return Entity(p).Facts() }

// Relations returns what the person leads, and whom they joined.
func (p Person) Relations() iter.Seq[fact.Stated[Relation]] { return Entity(p).Relations() }
