package corpus

import (
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
	// other words have changed.
	Moved ResolveStatus = "moved"
	// Edited: the quotation is gone, but exactly one place is so like it that
	// it is what the quotation has become.
	Edited ResolveStatus = "edited"
	// Gone: nothing like the quotation is left.
	Gone ResolveStatus = "gone"
	// Ambiguous: several places fit equally well.
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
// Ambiguous with both of them.
//
// A citation without a passage (one made from a W3C selector or a text fragment)
// is Same if its quotation stands at exactly one place that fits.
func (c *Corpus) Resolve(old cite.Citation) Resolution {
	a, ok := c.byID[old.Article]
	if !ok || old.Quote == "" {
		return Resolution{Status: Gone}
	}
	if p, ok := a.Passage(old.Passage); ok && p.Digest() == old.Digest &&
		old.Span.Valid(p.Text()) && old.Of(p.Text()) == old.Quote {
		return Resolution{Status: Same, Citation: p.Cite(old.Span)}
	}
	found := a.occurrences(old.Quote)
	if len(found) > 1 {
		found = a.narrow(found, old)
	}
	switch {
	case len(found) == 1:
		status := Moved
		if old.Passage == "" {
			status = Same
		}
		return Resolution{Status: status, Citation: found[0]}
	case len(found) > 1:
		return Resolution{Status: Ambiguous, Candidates: found}
	}
	return a.resolveEdited(old)
}

// maxCandidates bounds how many places of a quotation are looked at. One that
// stands more often points nowhere.
const maxCandidates = 64

// occurrences returns the places where the quotation stands.
func (a *Article) occurrences(quote string) []cite.Citation {
	var out []cite.Citation
	for p := range a.Passages() {
		text := p.Text()
		for from := 0; len(out) < maxCandidates; {
			i := strings.Index(text[from:], quote)
			if i < 0 {
				break
			}
			at := from + i
			span := cite.Span{Start: at, End: at + len(quote)}
			if span.Valid(text) {
				out = append(out, p.Cite(span))
			}
			from = at + 1
		}
	}
	return out
}

// narrow returns the places that have the citation's surroundings; if there are
// none, all. Those of a citation of ours are compared whole first: an empty one
// is the end of the passage. Those of a foreign selector may be of any length.
func (a *Article) narrow(found []cite.Citation, old cite.Citation) []cite.Citation {
	if old.Passage != "" {
		whole := filter(found, func(f cite.Citation) bool { return f.Prefix == old.Prefix && f.Suffix == old.Suffix })
		if len(whole) > 0 {
			return whole
		}
	}
	near := filter(found, func(f cite.Citation) bool {
		p, _ := a.Passage(f.Passage)
		text := p.Text()
		return strings.HasSuffix(text[:f.Start], old.Prefix) && strings.HasPrefix(text[f.End:], old.Suffix)
	})
	if len(near) > 0 {
		return near
	}
	return found
}

func filter(found []cite.Citation, keep func(cite.Citation) bool) []cite.Citation {
	var out []cite.Citation
	for _, f := range found {
		if keep(f) {
			out = append(out, f)
		}
	}
	return out
}

// An edited place has to keep at least minAlike of the old quotation's words in
// their order, and to be better by alikeMargin than the next best. Both were set
// by hand: a word changed in a sentence of ten leaves .9, while two sentences of
// the built-in article that say different things keep at most .5 of each other.
const (
	minAlike    = 0.6
	alikeMargin = 0.1
)

// resolveEdited looks for what the quotation has become.
func (a *Article) resolveEdited(old cite.Citation) Resolution {
	want := words(old.Quote)
	var best, second float64
	var at cite.Citation
	for p := range a.Passages() {
		text := p.Text()
		have := words(text)
		f, ok := fit(want, have)
		if !ok || f.alike <= second {
			continue
		}
		if f.alike <= best {
			second = f.alike
			continue
		}
		best, second = f.alike, best
		at = p.Cite(cite.Span{Start: have[f.from].span.Start, End: have[f.to-1].span.End})
		for _, rest := range [][]word{have[:f.from], have[f.to:]} {
			if r, ok := fit(want, rest); ok {
				second = max(second, r.alike)
			}
		}
	}
	if best < minAlike || best-second < alikeMargin {
		return Resolution{Status: Gone}
	}
	return Resolution{Status: Edited, Citation: at, Edits: diff(old.Quote, at.Quote)}
}
