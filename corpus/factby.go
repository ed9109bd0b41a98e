package corpus

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/fact"
)

// Attributed returns the names of all to whom facts are attributed, as they are
// written, in the order of their first facts.
func (c *Corpus) Attributed() []string {
	var out []string
	seen := map[string]bool{}
	for f := range c.Facts().All() {
		for _, name := range f.AttributedTo() {
			if !seen[name] {
				seen[name] = true
				out = append(out, name)
			}
		}
	}
	return out
}

// byTests compares whom facts are attributed to: as entities, so that an alias
// does, and what is no entity by its words.
func (c *Corpus) byTests(q FactQuery) ([]factTest, error) {
	if len(q.By) == 0 {
		return nil, nil
	}
	set, have := c.Facts(), c.Attributed()
	keys, known := map[string]string{}, map[string]bool{}
	for _, name := range have {
		keys[name], _ = entityKey(set, name)
		known[keys[name]] = true
	}
	want := map[string]bool{}
	for _, name := range q.By {
		key, isEntity := entityKey(set, name)
		if !isEntity && !known[key] {
			return nil, unknownName(WhatBy, name, namedOnly(have))
		}
		want[key] = true
	}
	return []factTest{func(f fact.Fact) bool {
		return slices.ContainsFunc(f.AttributedTo(), func(name string) bool { return want[keys[name]] })
	}}, nil
}

// entityKey returns the name of the entity that a name is of, if it is of one, in
// lower case.
func entityKey(set *fact.Set, name string) (key string, isEntity bool) {
	e, isEntity := set.Entity(name)
	if isEntity {
		name = e.Name
	}
	return strings.ToLower(strings.TrimSpace(name)), isEntity
}
