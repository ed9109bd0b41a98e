package grounding

import (
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/answer"
)

// A MarkerStatus says whether a marker leads anywhere.
type MarkerStatus string

// What a marker may be.
const (
	MarkerResolved  MarkerStatus = "resolved"
	MarkerUnknown   MarkerStatus = "unknown"   // it names no note or passage that there is
	MarkerMalformed MarkerStatus = "malformed" // it has no form that a note has
	MarkerAmbiguous MarkerStatus = "ambiguous" // it names a note that several articles have
)

// A Marker is one note or passage that an answer cites at one place: "[4, 7]" is two.
type Marker struct {
	// Text is the mark as it stands in the answer, at Span.
	Text string `json:"text"`
	cite.Span
	Article string         `json:"article,omitempty"`
	Label   string         `json:"label,omitempty"`
	Passage cite.PassageID `json:"passage,omitempty"`
	Status  MarkerStatus   `json:"status"`

	scope   scope
	useless bool // it adds nothing to its claim
}

// A scope is the groups of the evidence that a marker vouches for.
type scope map[int]bool

// markers resolves the marks of a statement.
func (b *base) markers(marks []answer.Mark) []Marker {
	var out []Marker
	for _, m := range marks {
		span := cite.Span{Start: m.Start, End: m.End}
		if m.Malformed {
			label := strings.TrimSuffix(strings.TrimPrefix(m.Text, "[^"), "]")
			out = append(out, Marker{Text: m.Text, Span: span, Label: label, Status: MarkerMalformed})
			continue
		}
		for _, r := range m.Refs {
			out = append(out, b.marker(m.Text, span, r))
		}
	}
	return out
}

func (b *base) marker(text string, span cite.Span, r answer.Ref) Marker {
	m := Marker{Text: text, Span: span, Article: r.Article, Label: r.Label, Status: MarkerUnknown}
	if r.Passage != "" {
		m.Label, m.Passage = "", cite.PassageID(r.Passage)
		if s, ok := b.passages[m.Passage]; ok {
			m.Status, m.scope = MarkerResolved, s
		}
		return m
	}
	switch notes := b.notes(r.Article, r.Label); {
	case len(notes) > 1:
		m.Status = MarkerAmbiguous
	case len(notes) == 1:
		m.Article, m.Status, m.scope = notes[0].article, MarkerResolved, notes[0].scope
	case b.numbered && strings.Trim(r.Label, "0123456789") != "":
		m.Status = MarkerMalformed
	}
	return m
}

// A note is a footnote with the groups that it vouches for.
type note struct {
	article string
	scope   scope
}

// notes returns the footnotes that a label may mean.
func (b *base) notes(article, label string) []note {
	var out []note
	for a := range b.corpus.Articles() {
		if article != "" && a.ID() != article {
			continue
		}
		if s, ok := b.labels[a.ID()][label]; ok {
			out = append(out, note{a.ID(), s})
		}
	}
	return out
}

// problem returns what is wrong with a marker, if anything is.
func (m *Marker) problem(b *base) (Problem, bool) {
	switch m.Status {
	case MarkerUnknown:
		if m.Passage != "" {
			return Problem{UnknownMarker, fmt.Sprintf("there is no passage %s", m.Passage), m.Span}, true
		}
		return Problem{UnknownMarker, fmt.Sprintf("there is no footnote %s%s", m.Label, b.range_(m.Article)), m.Span}, true
	case MarkerMalformed:
		return Problem{MalformedMarker, fmt.Sprintf("%s has no form that a footnote of the article has", m.Text), m.Span}, true
	case MarkerAmbiguous:
		return Problem{AmbiguousMarker, fmt.Sprintf("several articles have a footnote %s: write [ARTICLE^%s]", m.Label, m.Label), m.Span}, true
	}
	return Problem{}, false
}

// range_ says which footnotes there are, where they are numbered.
func (b *base) range_(article string) string {
	if !b.numbered || b.corpus.Len() != 1 {
		return ""
	}
	first, last := "", ""
	for a := range b.corpus.Articles() {
		for f := range a.Footnotes() {
			if first == "" {
				first = f.Label
			}
			last = f.Label
		}
	}
	if first == "" {
		return "; the article has none"
	}
	return fmt.Sprintf("; the article has %s to %s", first, last)
}

// scopeOf returns the union of the scopes of the markers that lead somewhere.
func scopeOf(markers []Marker) scope {
	out := scope{}
	for i := range markers {
		for g := range markers[i].scope {
			out[g] = true
		}
	}
	return out
}
