package main

import (
	"cmp"
	"slices"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// factNotes returns the footnotes of facts, each once, as the articles order them.
func (a *app) factNotes(facts []fact.Fact) []cite.Footnote {
	var notes [][]cite.Footnote
	for _, f := range facts {
		notes = append(notes, f.Footnotes())
	}
	return a.ordered(notes)
}

// ordered returns footnotes, each once, in the order in which the articles have
// them: a reader looks for one of many by its mark.
func (a *app) ordered(notes [][]cite.Footnote) []cite.Footnote {
	out := cite.DistinctFootnotes(notes...)
	rank := map[string]int{}
	for article := range a.corpus.Articles() {
		for f := range article.Footnotes() {
			rank[f.Ref()] = len(rank)
		}
	}
	slices.SortStableFunc(out, func(x, y cite.Footnote) int { return cmp.Compare(rank[x.Ref()], rank[y.Ref()]) })
	return out
}
