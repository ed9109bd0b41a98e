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
