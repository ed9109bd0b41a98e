package corpus

import (
	"iter"
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus/fact"
)

// Properties returns what the facts state of their subjects, sorted.
func (c *Corpus) Properties() []string {
	seen := map[string]bool{}
	var out []string
	for f := range c.Facts().All() {
		if p := f.Property(); !seen[p] {
			seen[p] = true
			out = append(out, p)
		}
	}
	slices.Sort(out)
	return out
}

func (c *Corpus) entityTests(q FactQuery) ([]factTest, error) {
	set := c.Facts()
	var tests []factTest
	seen := map[string]bool{}
	for _, name := range q.Entities {
		e, ok := set.Entity(name)
		if !ok {
			return nil, unknownName(WhatEntity, name, entityNames(set))
		}
		if !seen[e.Name] {
			seen[e.Name] = true
			tests = append(tests, oneOf([]iter.Seq[fact.Fact]{set.About(name)})...)
		}
	}
	return tests, nil
}

// entityNames returns the names of all entities, each with its ID and aliases.
func entityNames(set *fact.Set) []named {
	var out []named
	for e := range set.Entities() {
		out = append(out, named{e.Name, append([]string{e.ID}, e.Aliases...)})
	}
	return out
}

func (c *Corpus) kindTests(q FactQuery) ([]factTest, error) {
	if len(q.Kinds) == 0 {
		return nil, nil
	}
	return wordTests(WhatKind, q.Kinds, slices.Sorted(slices.Values(c.Facts().Kinds())), fact.Fact.Kind)
}

func (c *Corpus) propertyTests(q FactQuery) ([]factTest, error) {
	if len(q.Properties) == 0 {
		return nil, nil
	}
	return wordTests(WhatProperty, q.Properties, c.Properties(), fact.Fact.Property)
}

// wordTests compares a word that every fact has, without case.
func wordTests(what string, given, have []string, of func(fact.Fact) string) ([]factTest, error) {
	known := map[string]bool{}
	for _, word := range have {
		known[caseless(word)] = true
	}
	want := map[string]bool{}
	for _, word := range given {
		key := caseless(word)
		if !known[key] {
			return nil, unknownName(what, word, namedOnly(have))
		}
		want[key] = true
	}
	return []factTest{func(f fact.Fact) bool { return want[caseless(of(f))] }}, nil
}

// caseless returns a text that is the same for all texts that strings.EqualFold
// takes for equal.
func caseless(s string) string {
	return strings.Map(func(r rune) rune {
		least := r
		for other := unicode.SimpleFold(r); other != r; other = unicode.SimpleFold(other) {
			least = min(least, other)
		}
		return least
	}, s)
}

func statusTests(q FactQuery) ([]factTest, error) {
	if len(q.Statuses) == 0 {
		return nil, nil
	}
	var any fact.Status
	for _, name := range q.Statuses {
		s, err := fact.ParseStatus(strings.ToLower(name))
		if err != nil {
			return nil, unknownName(WhatStatus, name, namedOnly((^fact.Status(0)).Names()))
		}
		any |= s
	}
	return []factTest{func(f fact.Fact) bool { return f.Status()&any != 0 }}, nil
}
