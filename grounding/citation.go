package grounding

import (
	"fmt"
	"slices"

	"github.com/footnote-go/footnote/corpus/cite"
)

// citationOf says whether the markers of a claim lead to what backs it, and suggests
// what would be right. backing are the sets of groups that back the claim.
func (k *check) citationOf(c *Claim, backing [][]int) CitationStatus {
	i := len(k.claims)
	broken := false
	for j := range c.Markers {
		broken = broken || c.Markers[j].Status != MarkerResolved
	}
	status := k.coveredBy(c, backing)
	if len(backing) > 0 && (status != CitationOK || broken) {
		k.suggest(c, backing)
	}
	switch {
	case broken:
		return CitationBroken
	case len(c.Markers) == 0:
		if len(backing) > 0 && len(c.Suggested) == 0 {
			c.problem(Uncitable, "what backs it has no footnote: cite the passage by its ID", c.Span)
		} else {
			c.problem(Uncited, "no marker", c.Span)
		}
		return CitationNone
	case len(backing) == 0:
		return CitationOK // nothing backs it, so no marker is wrong; the content says so
	case status == CitationWrong && len(c.Suggested) == 0:
		c.problem(Uncitable, "what backs it has no footnote: cite the passage by its ID", c.Span)
		return CitationUncitable
	case status == CitationWrong:
		c.problem(WrongNote, "the cited note does not cover what backs it", c.Span)
	case status == CitationIncomplete:
		c.problem(IncompleteNotes, "the cited notes cover a part of what backs it", c.Span)
	case status == CitationOK:
		if i < len(k.inherited) && k.inherited[i] {
			c.problem(Inherited, fmt.Sprintf("covered by %s further on", c.Markers[0].Text), c.Span)
		} else {
			k.superfluous(c, backing)
		}
	}
	if status == CitationOK && k.shown != nil {
		k.outside(c, backing)
	}
	return status
}

// coveredBy says whether the union of the cited scopes has one of the sets whole.
func (k *check) coveredBy(c *Claim, backing [][]int) CitationStatus {
	cited := scopeOf(c.Markers)
	some := false
	for _, set := range backing {
		n := 0
		for _, g := range set {
			if cited[g] {
				n++
			}
		}
		if n == len(set) {
			return CitationOK
		}
		some = some || n > 0
	}
	if some {
		return CitationIncomplete
	}
	return CitationWrong
}

// superfluous tells of markers without which the others still cover the claim.
func (k *check) superfluous(c *Claim, backing [][]int) {
	if len(c.Markers) < 2 {
		return
	}
	for j := range c.Markers {
		c.Markers[j].useless = !c.Markers[j].supports(backing)
		if c.Markers[j].useless {
			c.problem(Superfluous, fmt.Sprintf("%s adds nothing", c.Markers[j].Text), c.Markers[j].Span)
		}
	}
}

// supports reports whether a marker covers a part of what backs a claim.
func (m *Marker) supports(backing [][]int) bool {
	for _, set := range backing {
		for _, g := range set {
			if m.scope[g] {
				return true
			}
		}
	}
	return false
}

// suggest names the footnotes of what backs the claim, best first; passages where
// there is no footnote.
func (k *check) suggest(c *Claim, backing [][]int) {
	var passages []cite.PassageID
	for n, set := range backing {
		if n > 0 && len(c.Suggested) > 0 {
			break
		}
		for _, g := range set {
			s := k.places[g].sentence
			notes := s.Cite().Footnotes
			for _, f := range notes {
				label := f.Label
				if k.corpus.Len() > 1 {
					label = f.Ref()
				}
				if !slices.Contains(c.Suggested, label) {
					c.Suggested = append(c.Suggested, label)
				}
			}
			if id := s.Passage().ID(); len(notes) == 0 && !slices.Contains(passages, id) {
				passages = append(passages, id)
			}
		}
	}
	if len(c.Suggested) == 0 {
		c.SuggestedPassages = passages
	}
}

// outside tells of a claim that the corpus backs, but not what the model was shown.
func (k *check) outside(c *Claim, backing [][]int) {
	for _, set := range backing {
		if !slices.ContainsFunc(set, func(g int) bool { return !k.shown[g] }) {
			return
		}
	}
	c.problem(OutsideContext, "the corpus backs it, what the model was shown does not", c.Span)
}
