package fact

import (
	"cmp"
	"slices"
	"strings"
)

// An Entity is something that facts are about, with the other names that it has:
// a line of NAME.aliases.jsonl, {"name","aliases","kind"}.
type Entity struct {
	// ID is the first part of the IDs of facts about it, "" if it has none.
	ID string `json:"id,omitempty"`
	// Name is the name by which facts call it.
	Name string `json:"name"`
	// Aliases are its other names.
	Aliases []string `json:"aliases,omitempty"`
	// Kind is what it is: "organization", "person", "model".
	Kind string `json:"kind,omitempty"`
}

func (e Entity) clone() Entity {
	e.Aliases = slices.Clone(e.Aliases)
	return e
}

// merge returns copies of the entities, those of one name made one.
func merge(entities []Entity) []Entity {
	var out []Entity
	first := map[string]int{}
	seen := map[[2]string]bool{} // name and alias
	for _, e := range entities {
		i, ok := first[e.Name]
		if !ok {
			i = len(out)
			first[e.Name] = i
			out = append(out, Entity{Name: e.Name})
		}
		out[i].ID = cmp.Or(out[i].ID, e.ID)
		out[i].Kind = cmp.Or(out[i].Kind, e.Kind)
		for _, alias := range e.Aliases {
			if key := [2]string{e.Name, alias}; !seen[key] {
				seen[key] = true
				out[i].Aliases = append(out[i].Aliases, alias)
			}
		}
	}
	return out
}

// fold returns a name as it is looked up: case and surrounding white space don't
// count.
func fold(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// nameRanks are the names of an entity by what they count where two entities claim
// one: names go before IDs and these before aliases.
var nameRanks = [...]func(Entity) []string{
	func(e Entity) []string { return []string{e.Name} },
	func(e Entity) []string { return []string{e.ID} },
	func(e Entity) []string { return e.Aliases },
}

// A NameClash is a name, an ID or an alias that an entity claims and another has.
type NameClash struct {
	Entity int    // the index of the one that claims it
	Name   string // as it claims it
	Owner  string // the name of the one that has it
}

// NameClashes returns the names that several entities claim, and which of them
// [NewSet] lets have them: by rank, and of two the first. Case and surrounding white
// space don't count, though a name in another spelling still finds its own entity
// where it is looked up as it is written. Entities of one name are one.
func NameClashes(entities []Entity) []NameClash {
	var out []NameClash
	owner := map[string]string{} // of a folded name
	for _, names := range nameRanks {
		for i, e := range entities {
			for _, name := range names(e) {
				key := fold(name)
				have, taken := owner[key]
				switch {
				case key == "":
				case !taken:
					owner[key] = e.Name
				case have != e.Name:
					out = append(out, NameClash{i, name, have})
				}
			}
		}
	}
	return out
}
