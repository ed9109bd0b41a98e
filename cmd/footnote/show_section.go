package main

import (
	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

type sectionOutput struct {
	Schema    string           `json:"schema"`
	Article   string           `json:"article"`
	Section   []string         `json:"section"`
	Passages  []corpus.Passage `json:"passages"`
	Footnotes []cite.Footnote  `json:"footnotes"`
	Facts     []string         `json:"facts"`
}

func (a *app) showSection(s corpus.Section) {
	out := sectionOutput{
		Schema: schema, Article: s.Article().ID(), Section: append([]string{}, s.Path()...), Passages: []corpus.Passage{},
	}
	var notes [][]cite.Footnote
	for sub := range s.Subtree() {
		for p := range sub.Passages() {
			out.Passages = append(out.Passages, p)
			notes = append(notes, p.Footnotes())
		}
	}
	out.Footnotes = cite.DistinctFootnotes(notes...)
	facts := a.factsIn(out.Passages...)
	out.Facts = factIDs(facts)
	if a.json {
		a.out.json(out)
		return
	}
	heading := sectionPath(s)
	if heading == "" {
		heading = s.Heading()
	}
	if heading != "" {
		a.out.wrap("", a.out.strong(heading))
		a.out.blank()
	}
	if len(out.Passages) == 0 {
		a.out.wrap("", "This section has no passage.")
	}
	under := s
	for i, p := range out.Passages {
		if i > 0 {
			a.out.blank()
		}
		if p.Section() != under {
			under = p.Section()
			a.out.wrap("", a.out.strong(sectionPath(under)))
			a.out.blank()
		}
		a.printPassage(p)
	}
	if len(out.Footnotes) > 0 {
		a.out.blank()
		a.printNotes(out.Footnotes)
	}
	a.printFactList(facts)
}
