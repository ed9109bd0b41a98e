package main

import (
	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

type passageOutput struct {
	Schema    string          `json:"schema"`
	Passage   corpus.Passage  `json:"passage"`
	Citations []cite.Citation `json:"citations"`
	Footnotes []cite.Footnote `json:"footnotes"`
	Facts     []string        `json:"facts"`
}

func (a *app) showPassage(p corpus.Passage) {
	facts := a.factsIn(p)
	out := passageOutput{
		schema, p, append([]cite.Citation{}, p.Citations()...), cite.DistinctFootnotes(p.Footnotes()), factIDs(facts),
	}
	if a.json {
		a.out.json(out)
		return
	}
	if path := sectionPath(p.Section()); path != "" {
		a.out.wrap("", a.out.strong(path))
		a.out.blank()
	}
	a.printPassage(p)
	if len(out.Footnotes) > 0 {
		a.out.blank()
		a.printNotes(out.Footnotes)
	}
	a.printFactList(facts)
}

// printPassage prints a passage with its marks behind what they vouch for.
func (a *app) printPassage(p corpus.Passage) {
	const indent = "  "
	a.out.wrap("", a.out.faint(string(p.ID())))
	a.printLead(indent, p)
	text, _ := a.marked(p, cite.Span{End: len(p.Text())})
	a.out.wrap(indent, text)
}
