package corpus

import (
	"fmt"
	"path"
	"strings"
)

// A NoFactsError tells of a corpus that has no facts, and of a file that might have
// some.
type NoFactsError struct {
	// Article is the ID of the article that the file is of. It is "" where there is
	// no file and not just one article.
	Article string
	// File is the name of the article's file of facts, "" without Article.
	File string
	// Missing says that there is no such file.
	Missing bool
	// Unusable says that all facts of the file were left out, as the article's
	// diagnostics tell.
	Unusable bool
}

func (e *NoFactsError) Error() string {
	switch {
	case e.Article == "":
		return "the articles in scope have no facts: no NAME.facts.jsonl stands beside any of them"
	case e.Missing:
		return fmt.Sprintf("the article %s has no facts: no %s stands beside it", e.Article, e.File)
	case e.Unusable:
		return fmt.Sprintf("%s has no fact that can be used; the diagnostics of the article %s say why", e.File, e.Article)
	}
	return e.File + " has no facts"
}

// hasFacts says of a corpus without facts where they would stand.
func (c *Corpus) hasFacts() error {
	if c.Facts().Len() > 0 {
		return nil
	}
	var empty *NoFactsError // a file of facts that has none, and nothing that is odd
	for _, a := range c.articles {
		for s := range a.Sidecars() {
			if s.Kind != SidecarFacts {
				continue
			}
			if a.isOdd(s.Name) {
				return &NoFactsError{Article: a.id, File: s.Name, Unusable: true}
			}
			if empty == nil {
				empty = &NoFactsError{Article: a.id, File: s.Name}
			}
		}
	}
	switch {
	case empty != nil:
		return empty
	case len(c.articles) != 1:
		return &NoFactsError{Missing: true}
	}
	a := c.articles[0]
	name := path.Base(a.name)
	file := strings.TrimSuffix(name, path.Ext(name)) + "." + string(SidecarFacts) + ".jsonl"
	return &NoFactsError{Article: a.id, File: file, Missing: true}
}

// isOdd reports whether there are diagnostics of a sidecar.
func (a *Article) isOdd(file string) bool {
	for d := range a.Diagnostics() {
		if d.File == file {
			return true
		}
	}
	return false
}
