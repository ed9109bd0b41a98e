package metapolicy

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/fact"
)

// A Model is a language model or a series of them. The zero Model is none.
type Model string

// The models of the article.
const (
	Llama     Model = "llama" // the series
	Llama1    Model = "llama-1"
	Llama2    Model = "llama-2"
	Llama3    Model = "llama-3"
	Llama405B Model = "llama-3-1-405b" // Llama 3.1 405B
	Llama4    Model = "llama-4"
	Llama5    Model = "llama-5"
	Behemoth  Model = "behemoth"
	Avocado   Model = "avocado"
)

var models = [...]Model{Llama, Llama1, Llama2, Llama3, Llama405B, Llama4, Llama5, Behemoth, Avocado}

// Models returns the models of the article.
func Models() iter.Seq[Model] { return slices.Values(models[:]) }

// A State is what the article tells of a model's release.
type State string

// The states of models.
const (
	StateResearchOnly    State = "research-only"
	StateLeaked          State = "leaked"
	StateOpen            State = "open"             // open weights, or "open source"
	StateFrontierClaimed State = "frontier-claimed" // described as frontier-level
	StateSetBack         State = "set-back"         // its training
	StateCriticized      State = "criticized"
	StateDebated         State = "debated" // whether to release it openly
	StateProprietary     State = "proprietary"
	StatePlanned         State = "planned"
	StateEvolving        State = "evolving" // the strategy for it
)

// Name returns the model's name.
func (m Model) Name() string { return Entity(m).Name() }

// String returns the model's name.
func (m Model) String() string { return Entity(m).String() }

// Released returns when the model was released; of a series, since when.
func (m Model) Released() fact.Stated[fact.Date] { return one(string(m), "released", entry.date) }

// Series returns the series that the model belongs to.
func (m Model) Series() fact.Stated[Model] {
	return one(string(m), "series", func(e entry) Model { return e.data.Series })
}

// License returns the license that the model was released under.
func (m Model) License() fact.Stated[License] {
	return one(string(m), "license", func(e entry) License { return e.data.License })
}

// Firsts returns what the model was the first at.
func (m Model) Firsts() iter.Seq[fact.Stated[string]] {
	return about(string(m), "release", entry.text, "first")
}

// Codename returns the name under which the model is known, where the article says
// that it is a codename.
func (m Model) Codename() fact.Stated[string] { return one(string(m), "codename", entry.text) }

// States returns what the article tells of the model's release; there may be
// several, of different times.
func (m Model) States() iter.Seq[fact.Stated[State]] {
	return about(string(m), "release", func(e entry) State { return e.data.State }, "state")
}

// Performance returns what the article tells of the model's performance, or its
// capability.
func (m Model) Performance() iter.Seq[fact.Stated[string]] {
	return about(string(m), "release", entry.text, "performance", "capability")
}

// FineTunes returns what fine-tuned models derived from it are for.
func (m Model) FineTunes() iter.Seq[fact.Stated[string]] {
	return about(string(m), "release", entry.text, "field of fine-tunes")
}

// Course returns what became of the model on the way to its release.
func (m Model) Course() iter.Seq[fact.Stated[string]] {
	return about(string(m), "release", entry.text, "course", "release decision", "outcome")
}

// Facts returns all facts about the model.
func (m Model) Facts() iter.Seq[fact.Fact] { return Entity(m).Facts() }

// Relations returns who built on the model, whom it enabled, with whom it competes.
func (m Model) Relations() iter.Seq[fact.Stated[Relation]] { return Entity(m).Relations() }

// Criticisms returns what is criticised of the model.
func (m Model) Criticisms() iter.Seq[fact.Stated[Criticism]] { return Entity(m).Criticisms() }
