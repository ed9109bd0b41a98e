package main

import (
	"cmp"
	"errors"
	"path"
	"slices"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
)

// hasFacts says of a corpus without facts where they would stand.
func hasFacts(c *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	if set.Len() > 0 {
		return nil, nil
	}
	empty := "" // a file of facts that has none, and nothing that is odd
	for article := range c.Articles() {
		for s := range article.Sidecars() {
			if s.Kind != corpus.SidecarFacts {
				continue
			}
			if problemsIn(article, s.Name) == "" {
				empty = cmp.Or(empty, s.Name)
			} else {
				return nil, nothingFound("%s has no fact that can be used; \"footnote show %s\" says why", s.Name, article.ID())
			}
		}
	}
	if empty != "" {
		return nil, nothingFound("%s has no facts", empty)
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
	if got, err := set.Fact(f.ID()); err != nil || got != f {
		return f.Article() + "/" + f.ID()
	}
	return f.ID()
}

// maxCompared bounds how many IDs are compared with one that there is not.
const maxCompared = 1000

// findFact returns the fact of an ID, or says which there are of its subject.
func findFact(set *fact.Set, id string) (fact.Fact, error) {
	id = strings.TrimSpace(unbracket(id))
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
	var have []known
	for e := range set.Entities() {
		have = append(have, known{e.Name, append([]string{e.ID}, e.Aliases...)})
	}
	return unknown("entity", name, have)
}

// noArticle says of what names no article how to find the facts about it, if there
// are any.
func noArticle(set *fact.Set, name string) error {
	if len(slices.Collect(set.About(name))) == 0 {
		return nothingFound("no article %q", name)
	}
	e, _ := set.Entity(name)
	key := e.ID
	if key == "" {
		key = strconv.Quote(e.Name)
	}
	return nothingFound("no article %q; for facts about %s: footnote facts --entity %s", name, e.Name, key)
}
