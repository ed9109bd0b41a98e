package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// inTensions is what a fact has beside its record where the article says
// something else as well.
type inTensions struct {
	Tensions []string `json:"tensions,omitempty"`
}

func (a *app) showFact(c *corpus.Corpus, id string) error {
	a.tellProblems(c)
	f, err := c.FindFact(id)
	if err != nil {
		return err
	}
	t, isTension := f.AsTension()
	switch {
	case a.json && isTension:
		a.out.json(tensionLine(t))
	case a.json:
		var in inTensions
		for t := range f.Tensions() {
			in.Tensions = append(in.Tensions, t.ID())
		}
		a.out.json(factLine{f, in})
	case isTension:
		a.printTensions([]fact.Tension{t})
	default:
		a.printWholeFact(f)
	}
	return nil
}

// printWholeFact prints all that there is of a fact.
func (a *app) printWholeFact(f fact.Fact) {
	a.out.wrap("", a.out.strong(oneLine(f.Statement())))
	a.out.wrap("", plain(a.factID(f)))
	a.out.blank()
	a.printFields(f)
	notes := [][]cite.Footnote{f.Footnotes()}
	for _, e := range f.Evidence() {
		a.out.blank()
		a.out.wrap("", a.out.faint(string(e.Passage)))
		p, _ := a.corpus.Passage(e.Passage)
		a.printLead("  ", p)
		text, _ := a.marked(p, e.Span)
		a.out.wrap("  ", text)
	}
	for t := range f.Tensions() {
		a.out.blank()
		a.out.hang(a.out.strong("But see")+" ", "  ", plain(a.factID(t.Fact)))
		a.out.wrap("  ", styled(oneLine(t.Statement())))
		for s := range t.Sides() {
			if !slices.Contains(slices.Collect(s.Facts()), f) {
				a.out.hang("  - ", "    ", styled(oneLine(s.Statement())))
				notes = append(notes, a.printSide(s))
			}
		}
	}
	if notes := cite.DistinctFootnotes(notes...); len(notes) > 0 {
		a.out.blank()
		a.printNotes(notes)
	}
}

// printFields prints what a fact says apart from its statement, without what it
// doesn't say.
func (a *app) printFields(f fact.Fact) {
	var values []string
	for _, v := range f.Values() {
		values = append(values, v.String())
	}
	for _, field := range []struct{ name, value string }{
		{"kind", f.Kind()},
		{"subject", f.Subject()},
		{"property", f.Property()},
		{"values", strings.Join(values, "; ")},
		{"status", f.Status().String()},
		{"says", listed(f.AttributedTo())},
		{"as of", f.AsOf().Text()},
		{"about", strings.Join(f.Entities(), ", ")},
	} {
		if field.value != "" {
			a.out.hang(a.out.faint(fmt.Sprintf("%-10s", field.name)), "          ", styled(oneLine(field.value)))
		}
	}
}

// factIDs returns the IDs of facts as JSON lists them.
func factIDs(facts []fact.Fact) []string {
	out := []string{}
	for _, f := range facts {
		out = append(out, f.ID())
	}
	return out
}

// printFactList prints facts that rest on what was shown before.
func (a *app) printFactList(facts []fact.Fact) {
	if len(facts) == 0 {
		return
	}
	a.out.blank()
	a.out.wrap("", a.out.strong("Facts:"))
	for _, f := range facts {
		a.out.hang("  ", "    ", a.out.faint(a.factID(f)+":")+" "+styled(oneLine(f.Statement())))
	}
}

// factsIn returns the facts that stand in passages, each once.
func (a *app) factsIn(passages ...corpus.Passage) []fact.Fact {
	var out []fact.Fact
	seen := map[fact.Fact]bool{}
	for _, p := range passages {
		for f := range a.corpus.Facts().In(p.ID()) {
			if !seen[f] {
				seen[f] = true
				out = append(out, f)
			}
		}
	}
	return out
}
