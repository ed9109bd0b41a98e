package corpus

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A ResolveStatus says what became of a citation.
type ResolveStatus string

const (
	// Same: the quotation stands where the citation says, in an unchanged
	// passage.
	Same ResolveStatus = "same"
	// Moved: the quotation stands, byte for byte, at exactly one place that
	// fits, but in another passage, at another offset, or in a passage whose
	// other words have changed. [Corpus.Resolve] says when a place fits.
	Moved ResolveStatus = "moved"
	// Edited: the quotation is gone, but exactly one place is so like it that
	// it is what the quotation has become.
	Edited ResolveStatus = "edited"
	// Gone: nothing like the quotation is left.
	Gone ResolveStatus = "gone"
	// Ambiguous: several places fit equally well, or the one that does may be
	// another copy of the text.
	Ambiguous ResolveStatus = "ambiguous"
)

// A Resolution says where a citation points in the texts as they are now.
type Resolution struct {
	Status ResolveStatus `json:"status"`
	// Citation is the place now, with the footnotes in force there. It is set
	// unless the status is Gone or Ambiguous.
	Citation cite.Citation `json:"citation,omitzero"`
	// Candidates are the places that fit, if the status is Ambiguous.
	Candidates []cite.Citation `json:"candidates,omitempty"`
	// Edits turn the old quotation into the new one, if the status is Edited.
	Edits []Edit `json:"edits,omitempty"`
}

// Resolve finds where a citation, perhaps of an earlier text, points now. It
// looks in the article that the citation names and never guesses: quotations
// match byte for byte, and where two places fit equally well, the result is
// Ambiguous with both of them, of many with the first 64.
//
// A quotation that stands at one place only, but outside of the passage that the
// citation names, has Moved there if what stands directly before or after it
// came along, if it is a whole passage as it was, with the same footnotes in
// force, or if nothing like it is left in the passage and the same footnotes are
// in force. Else it may as well be another copy, of a text that was edited or
// dropped in its own place: Ambiguous, even if there is but one candidate.
//
// A citation without a passage (one made from a W3C selector or a text fragment)
// is Same if its quotation stands at exactly one place that fits.
func (c *Corpus) Resolve(old cite.Citation) Resolution {
	a, ok := c.byID[old.Article]
	if !ok || old.Quote == "" {
		return Resolution{Status: Gone}
	}
	return a.resolve(old, slices.Equal)
}

// resolve resolves a citation in its article. sameNotes says whether the labels
// that it has and those in force at a place may be of the same text.
func (a *Article) resolve(old cite.Citation, sameNotes func(then, now []string) bool) Resolution {
	if p, ok := a.Passage(old.Passage); ok && p.Digest() == old.Digest &&
		old.Span.Valid(p.Text()) && old.Of(p.Text()) == old.Quote {
		return Resolution{Status: Same, Citation: p.Cite(old.Span)}
	}
	found := a.occurrences(old)
	switch {
	case len(found) == 0:
		return a.resolveEdited(old)
	case len(found) > 1:
		return Resolution{Status: Ambiguous, Candidates: citations(found)}
	case old.Passage == "":
		return Resolution{Status: Same, Citation: found[0].cite()}
	}
	now := found[0].cite()
	if now.Passage == old.Passage || cameAlong(old, now, sameNotes) {
		return Resolution{Status: Moved, Citation: now}
	}
	if rival, ok := a.rival(old); ok {
		return Resolution{Status: Ambiguous, Candidates: citations([]spot{rival, found[0]})}
	}
	if !sameNotes(old.Labels(), now.Labels()) {
		return Resolution{Status: Ambiguous, Candidates: citations(found)}
	}
	return Resolution{Status: Moved, Citation: now}
}

// cameAlong reports whether something that stood around a quotation stands around
// it in its new place too.
func cameAlong(old, now cite.Citation, sameNotes func(then, now []string) bool) bool {
	return old.Prefix != "" && now.Prefix == old.Prefix ||
		old.Suffix != "" && now.Suffix == old.Suffix ||
		isWhole(old) && isWhole(now) && sameNotes(old.Labels(), now.Labels())
}

// maxCandidates bounds how many places of a quotation are told.
const maxCandidates = 64

// A spot is a place in a passage.
type spot struct {
	passage Passage
	span    cite.Span
}

func (s spot) cite() cite.Citation { return s.passage.Cite(s.span) }

func citations(spots []spot) []cite.Citation {
	out := make([]cite.Citation, len(spots))
	for i, s := range spots {
		out[i] = s.cite()
	}
	return out
}

// maxCompared bounds the bytes of a quotation that are compared with a text in
// which it stands again and again, as a run of one letter does in a longer one.
const maxCompared = 1 << 28

// occurrences returns the places where the quotation stands, at most
// maxCandidates, and where it stands too often to look at all, the first ones. If some have its surroundings, it returns these alone. The
// surroundings of a citation of ours are compared whole first: an empty one is
// the end of the passage. Those of a foreign selector, or of a citation without
// a digest, may be of any length.
func (a *Article) occurrences(old cite.Citation) []spot {
	var whole, near, all []spot
	add := func(to *[]spot, s spot) {
		if len(*to) < maxCandidates {
			*to = append(*to, s)
		}
	}
	compared := 0
	for p := range a.Passages() {
		text := p.Text()
		for from := 0; len(whole) < maxCandidates; {
			if compared += len(old.Quote); compared > maxCompared && len(all) > 1 {
				return all
			}
			i := strings.Index(text[from:], old.Quote)
			if i < 0 {
				break
			}
			span := cite.Span{Start: from + i, End: from + i + len(old.Quote)}
			from = span.Start + 1
			if !span.Valid(text) {
				continue
			}
			s := spot{p, span}
			add(&all, s)
			if !strings.HasSuffix(text[:span.Start], old.Prefix) || !strings.HasPrefix(text[span.End:], old.Suffix) {
				continue
			}
			add(&near, s)
			if old.Passage == "" || old.Digest == "" {
				continue
			}
			if c := cite.New(p.ID(), "", text, span, nil); c.Prefix == old.Prefix && c.Suffix == old.Suffix {
				add(&whole, s)
			}
		}
	}
	switch {
	case len(whole) > 0:
		return whole
	case len(near) > 0:
		return near
	}
	return all
}

// rival returns the place in the passage that the citation names which may be
// what has become of the quotation, although that stands elsewhere.
func (a *Article) rival(old cite.Citation) (spot, bool) {
	p, ok := a.Passage(old.Passage)
	if !ok {
		return spot{}, false
	}
	have := words(p.Text())
	f, ok := fit(words(old.Quote), have)
	if !ok || f.alike < minAlike {
		return spot{}, false
	}
	return spot{p, runOf(have, f.from, f.to)}, true
}

// isWhole reports whether the quotation is a whole passage. Of a citation without
// a digest, such as {"passage","quote"}, nobody knows.
func isWhole(c cite.Citation) bool { return c.Digest != "" && c.Prefix == "" && c.Suffix == "" }

// An edited place has to keep at least minAlike of the old quotation's words in
// their order, and to be better by alikeMargin than any other. Both were set by
// hand: a word changed in a sentence of ten leaves .9, while two sentences of
// the built-in article that say different things keep at most .5 of each other.
const (
	minAlike    = 0.6
	alikeMargin = 0.1
)

// resolveEdited looks for what the quotation has become.
func (a *Article) resolveEdited(old cite.Citation) Resolution {
	type likeness struct {
		spot
		alike float64
	}
	var found []likeness
	want := words(old.Quote)
	best := 0.0
	for p := range a.Passages() {
		have := words(p.Text())
		add := func(have []word) (fitted, bool) {
			f, ok := fit(want, have)
			if ok {
				best = max(best, f.alike)
				found = append(found, likeness{spot{p, runOf(have, f.from, f.to)}, f.alike})
			}
			return f, ok
		}
		if f, ok := add(have); ok {
			add(have[:f.from])
			add(have[f.to:])
		}
	}
	if best < minAlike {
		return Resolution{Status: Gone}
	}
	var spots []spot
	for _, f := range found {
		if best-f.alike < alikeMargin && len(spots) < maxCandidates {
			spots = append(spots, f.spot)
		}
	}
	if len(spots) > 1 {
		return Resolution{Status: Ambiguous, Candidates: citations(spots)}
	}
	now := spots[0].cite()
	return Resolution{Status: Edited, Citation: now, Edits: diff(old.Quote, now.Quote)}
}
