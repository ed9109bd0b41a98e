package main

import (
	"iter"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

func (f *factFilter) footnoteTests(c *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	var lists []iter.Seq[fact.Fact]
	for _, given := range f.footnotes {
		ref, err := footnoteRef(given)
		if err != nil {
			return nil, err
		}
		note, err := c.Footnote(ref)
		if err != nil {
			return nil, err
		}
		lists = append(lists, set.Under(note))
	}
	return oneOf(lists), nil
}

func (f *factFilter) passageTests(c *corpus.Corpus, set *fact.Set) ([]factTest, error) {
	var lists []iter.Seq[fact.Fact]
	for _, given := range f.passages {
		p, err := passageOf(c, given)
		if err != nil {
			return nil, err
		}
		lists = append(lists, set.In(p.ID()))
	}
	return oneOf(lists), nil
}

// passageOf returns the passage that --passage gives.
func passageOf(c *corpus.Corpus, given string) (corpus.Passage, error) {
	var none corpus.Passage
	name, place, inside := strings.Cut(unbracket(given), "#")
	if !inside || name == "" && c.Len() > 1 {
		return none, usageError("--passage %q: ARTICLE#SECTION.N", given)
	}
	article, ok := articleOf(c, name)
	if !ok {
		return none, usageError("--passage %q: no article %q", given, name)
	}
	if p, ok := article.Passage(cite.PassageID(article.ID() + "#" + place)); ok {
		return p, nil
	}
	if s, ok := findSection(article, place); ok {
		return none, usageError("--passage %q: that is a section; %s", given, passagesOf(s))
	}
	return none, usageError("--passage %q: %w", given, missing(article, place))
}

// maxPassages is how many passages of a section are told at most.
const maxPassages = 10

// passagesOf says which passages a section has, with those of the sections under
// it.
func passagesOf(s corpus.Section) string {
	var ids []string
	for sub := range s.Subtree() {
		for p := range sub.Passages() {
			ids = append(ids, string(p.ID()))
		}
	}
	switch n := len(ids); {
	case n == 0:
		return "it has no passage"
	case n > maxPassages:
		rest := counted(n-maxPassages, "passage", "passages")
		return "it has " + strings.Join(ids[:maxPassages], ", ") + " and " + rest + " more"
	}
	return "it has " + listed(ids)
}
