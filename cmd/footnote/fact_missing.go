package main

import (
	"cmp"
	"errors"
	"path"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// maxNear is how many names are told in place of one that there is not.
const maxNear = 5

// hasFacts says of a corpus without facts where they would stand.
func hasFacts(c *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	if set.Len() > 0 {
		return nil, nil
	}
	for article := range c.Articles() {
		for s := range article.Sidecars() {
			if s.Kind == corpus.SidecarFacts {
				return nil, nothingFound("%s has no fact that can be used; \"footnote show %s\" says why", s.Name, article.ID())
			}
		}
	}
	if c.Len() > 1 {
		return nil, nothingFound("the articles in scope have no facts: no NAME.facts.jsonl stands beside any of them")
	}
	article, _ := articleOf(c, "")
	name := path.Base(article.Name())
	file := strings.TrimSuffix(name, path.Ext(name)) + "." + string(corpus.SidecarFacts) + ".jsonl"
	return nil, nothingFound("the article %s has no facts: no %s stands beside it", article.ID(), file)
}

// shortestID returns the shortest ID by which a set finds a fact of its own.
func shortestID(set *fact.Set, f fact.Fact) string {
	if _, err := set.Fact(f.ID()); err != nil {
		return f.Article() + "/" + f.ID()
	}
	return f.ID()
}

// maxCompared bounds how many IDs are compared with one that there is not.
const maxCompared = 1000

// findFact returns the fact of an ID, or says which there are of its subject.
func findFact(set *fact.Set, id string) (fact.Fact, error) {
	id = unbracket(id)
	f, err := set.Fact(id)
	if _, ok := errors.AsType[*fact.NotFoundError](err); !ok {
		return f, err
	}
	var like []near
	for f := range set.All() {
		subject, _, _ := strings.Cut(f.ID(), "/")
		if len(like) < maxCompared && (strings.HasPrefix(id, subject+"/") || strings.HasPrefix(id, f.Article()+"/"+subject+"/")) {
			have := shortestID(set, f)
			like = append(like, near{have, distance(id, have)})
		}
	}
	if len(like) == 0 {
		return f, nothingFound("no fact %q; \"footnote facts\" lists them", id)
	}
	return f, nothingFound("no fact %q; %s", id, thereIs(nearest(like)))
}

// noEntity says of a name that no entity has which there are.
func noEntity(set *fact.Set, name string) error {
	var like []near
	var all []string
	for e := range set.Entities() {
		all = append(all, e.Name)
		best := -1
		for _, other := range append([]string{e.Name, e.ID}, e.Aliases...) {
			if d, ok := likeness(name, other); ok && (best < 0 || d < best) {
				best = d
			}
		}
		if best >= 0 {
			like = append(like, near{e.Name, best})
		}
	}
	if len(like) == 0 {
		return usageError("no entity %q; %s", name, thereIs(all))
	}
	names := nearest(like)
	return usageError("no entity %q; did you mean %s?", name, strings.Join(names[:min(maxNear, len(names))], " or "))
}

// A near is a name and how far it is from one that there is not.
type near struct {
	name     string
	distance int
}

// nearest returns the names, the nearest first.
func nearest(all []near) []string {
	slices.SortStableFunc(all, func(a, b near) int { return cmp.Compare(a.distance, b.distance) })
	var names []string
	for _, n := range all {
		names = append(names, n.name)
	}
	return names
}

// thereIs says which names there are, of many the first.
func thereIs(names []string) string {
	switch {
	case len(names) == 0:
		return "there is none"
	case len(names) > maxNear:
		return "there is, for example, " + strings.Join(names[:maxNear], ", ")
	}
	return "there is " + strings.Join(names, ", ")
}

// likeness reports whether somebody may have meant one name by another: one is a
// part of the other, or few letters differ.
func likeness(want, have string) (int, bool) {
	want, have = strings.ToLower(strings.TrimSpace(want)), strings.ToLower(have)
	const shortest = 3 // of a part that says something
	if min(len(want), len(have)) >= shortest && (strings.Contains(have, want) || strings.Contains(want, have)) {
		return 0, true
	}
	few := min(len(want), len(have)) / 4
	if max(len(want), len(have))-min(len(want), len(have)) > few {
		return 0, false
	}
	d := distance(want, have)
	return d, d <= few
}

// distance returns how many characters have to be changed, put in or taken out to
// turn one text into another. Texts that are longer than any ID have none in
// common.
func distance(a, b string) int {
	if max(len(a), len(b)) > fact.MaxIDBytes {
		return max(len(a), len(b))
	}
	from, to := []rune(a), []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range from {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			change := diagonal
			if r != s {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, diagonal+1, row[j]+1)
		}
	}
	return row[len(to)]
}
