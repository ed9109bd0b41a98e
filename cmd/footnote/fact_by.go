package main

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// byTests compares whom facts are attributed to: as entities, so that an alias
// does, and what is no entity by its words.
func (f *factFilter) byTests(_ *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	if len(f.by) == 0 {
		return nil, nil
	}
	have := attributed(set)
	want := map[string]bool{}
	for _, name := range f.by {
		key := entityKey(set, name)
		_, isEntity := set.Entity(name)
		if !isEntity && !slices.ContainsFunc(have, func(h string) bool { return entityKey(set, h) == key }) {
			return nil, usageError("nothing is attributed to %q; %s", name, thereIs(have))
		}
		want[key] = true
	}
	return []factTest{func(f fact.Fact) bool {
		return slices.ContainsFunc(f.AttributedTo(), func(name string) bool { return want[entityKey(set, name)] })
	}}, nil
}

// entityKey returns the name of the entity that a name is of, in lower case.
func entityKey(set *fact.Set, name string) string {
	if e, ok := set.Entity(name); ok {
		name = e.Name
	}
	return strings.ToLower(strings.TrimSpace(name))
}

// attributed returns all whom facts are attributed to.
func attributed(set *fact.Set) []string {
	var out []string
	seen := map[string]bool{}
	for f := range set.All() {
		for _, name := range f.AttributedTo() {
			if !seen[name] {
				seen[name] = true
				out = append(out, name)
			}
		}
	}
	return out
}
