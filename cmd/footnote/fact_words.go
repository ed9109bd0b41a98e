package main

import (
	"iter"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

func (f *factFilter) kindTests(_ *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	var lists []iter.Seq[fact.Fact]
	have := sortedKinds(set)
	for _, given := range f.kinds {
		found := false
		for _, kind := range have {
			if strings.EqualFold(kind, given) {
				found = true
				lists = append(lists, set.OfKind(kind))
			}
		}
		if !found {
			return nil, usageError("no kind %q; %s", given, thereIs(have))
		}
	}
	return oneOf(lists), nil
}

func sortedKinds(set *fact.Set) []string { return slices.Sorted(slices.Values(set.Kinds())) }

// propertyTests compares properties without case.
func (f *factFilter) propertyTests(_ *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	if len(f.properties) == 0 {
		return nil, nil
	}
	have := properties(set)
	for _, given := range f.properties {
		if !slices.ContainsFunc(have, func(p property) bool { return strings.EqualFold(p.name, given) }) {
			var all []known
			for _, p := range have {
				all = append(all, known{name: p.name})
			}
			return nil, unknown("property", given, all)
		}
	}
	return []factTest{func(one fact.Fact) bool {
		return slices.ContainsFunc(f.properties, func(given string) bool { return strings.EqualFold(one.Property(), given) })
	}}, nil
}

// A property is what facts state of their subjects, and how many do.
type property struct {
	name  string
	facts int
}

// properties returns those that facts have, by name.
func properties(set *fact.Set) []property {
	count := map[string]int{}
	for f := range set.All() {
		count[f.Property()]++
	}
	var out []property
	for name, n := range count {
		out = append(out, property{name, n})
	}
	slices.SortFunc(out, func(a, b property) int { return strings.Compare(a.name, b.name) })
	return out
}
