package metapolicy

import (
	"iter"

	"github.com/footnote-go/footnote/corpus/fact"
)

// An Entity is anything that facts are about, by its ID: "llama-2", "deepseek",
// "safety-community". Those with methods of their own have types of their own,
// such as [Model]; each converts to an Entity. The zero Entity is none.
type Entity string

// Entities that are neither models nor licenses nor any other type of the package.
const (
	OpenSourceStrategy   Entity = "open-source-strategy" // Meta's, the article's subject
	HybridPivot          Entity = "hybrid-pivot"
	OpenWeights          Entity = "open-weights"
	OpenWeightsReleases  Entity = "open-weights-releases"
	OpenWeightsEcosystem Entity = "open-weights-ecosystem"
	OpenSourceCarveOuts  Entity = "open-source-carve-outs"
	OpenWashing          Entity = "open-washing"
	ClosedLabs           Entity = "closed-labs"
	Critics              Entity = "critics"
	SafetyCommunity      Entity = "safety-community"
	SafetyResearchers    Entity = "safety-researchers"
	EuropeanUnion        Entity = "european-union"
	UnitedStates         Entity = "united-states"
	California           Entity = "california"
)

// Named returns the entity of a name or an alias; case doesn't count.
func Named(name string) (Entity, bool) {
	e, ok := Facts().Entity(name)
	return Entity(e.ID), ok
}

// Entities returns all that facts are about.
func Entities() iter.Seq[Entity] {
	return func(yield func(Entity) bool) {
		for e := range Facts().Entities() {
			if !yield(Entity(e.ID)) {
				return
			}
		}
	}
}

// Name returns the entity's name, "" if there is no such entity.
func (e Entity) Name() string { return open().entities[e].Name }

// Kind returns what the entity is: "model", "license", "organization", "product",
// "person", "legislation", "inquiry", "safety", "work", "study", "jurisdiction",
// "country", "strategy", "concept", or "group".
func (e Entity) Kind() string { return open().entities[e].Kind }

// String returns the entity's name, of one that there is not its ID.
func (e Entity) String() string {
	if name := e.Name(); name != "" {
		return name
	}
	return string(e)
}

// Facts returns all facts about the entity, also those of other subjects.
func (e Entity) Facts() iter.Seq[fact.Fact] {
	if _, ok := open().entities[e]; !ok {
		return func(func(fact.Fact) bool) {} // a name or an alias is no ID
	}
	return Facts().About(string(e))
}

// Relations returns the relations of the entity to others, in either direction.
func (e Entity) Relations() iter.Seq[fact.Stated[Relation]] {
	return where(Relations(), func(r Relation) bool { return r.From == e || r.To == e })
}

// Criticisms returns what is criticised of the entity.
func (e Entity) Criticisms() iter.Seq[fact.Stated[Criticism]] {
	return where(Criticisms(), func(c Criticism) bool { return c.Of == e })
}
