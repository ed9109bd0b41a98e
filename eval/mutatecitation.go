package eval

import (
	"slices"
	"strconv"

	"github.com/footnote-go/footnote/corpus/cite"
)

// statement is a fact as it is, under its footnotes, or under the passage's ID where it
// has none.
func (m *mutator) statement(kind MutantKind, b *base) []draft {
	if !b.isFact() || (kind == MutantPassageID) != (len(b.footnotes) == 0) {
		return nil
	}
	return []draft{{text: b.text}}
}

// wrongFootnote cites a note that vouches for no sentence with half of the words.
func (m *mutator) wrongFootnote(b *base, d dice) []draft {
	wrong := map[string]bool{}
	for _, n := range b.right {
		wrong[n.Ref()] = true
	}
	for _, n := range b.source.Footnotes {
		wrong[n.Ref()] = true
	}
	content := b.terms
	for _, v := range m.vouched {
		if !wrong[v.note.Ref()] && sharesHalf(content, v.terms) {
			wrong[v.note.Ref()] = true
		}
	}
	m.count(content)
	for i, u := range m.units {
		if !u.fact.IsZero() && 2*int(m.hits[i]) > len(content) {
			for _, n := range u.fact.Footnotes() {
				wrong[n.Ref()] = true
			}
		}
	}
	var others []cite.Footnote
	for _, v := range m.vouched {
		if !wrong[v.note.Ref()] {
			others = append(others, v.note)
			wrong[v.note.Ref()] = true // once
		}
	}
	if len(others) == 0 {
		return nil
	}
	mark := m.corpus.Mark(others[d.n(len(others))])
	return []draft{{text: b.text, changed: m.marker(b.footnotes, b.passage), by: mark, marker: mark}}
}

// sharesHalf reports whether a text has more than half of some terms.
func sharesHalf(terms []string, in map[string]bool) bool {
	n := 0
	for _, t := range terms {
		if in[t] {
			n++
		}
	}
	return 2*n > len(terms)
}

// inventFootnote cites a note that there isn't, in the form of those that there are, or
// nearly.
func (m *mutator) inventFootnote(b *base, d dice) []draft {
	last, numbered := 0, false
	labels := map[string]bool{}
	var some string
	for a := range m.corpus.Articles() {
		for f := range a.Footnotes() {
			labels[f.Label] = true
			some = f.Label
			if n, err := strconv.Atoi(f.Label); err == nil {
				last, numbered = max(last, n), true
			}
		}
	}
	tries := []string{"0", strconv.Itoa(last + 1), strconv.Itoa(last + 2 + d.n(60)), strconv.Itoa(1+d.n(max(1, last))) + "a"}
	if !numbered {
		tries = []string{"1", some + "-2", some + "x"}
	}
	tries = slices.DeleteFunc(tries, func(l string) bool { return labels[l] })
	if len(tries) == 0 || len(labels) == 0 {
		return nil
	}
	f := cite.Footnote{Article: b.source.Article, Label: tries[d.n(len(tries))]}
	mark := m.corpus.Mark(f)
	return []draft{{text: b.text, changed: m.marker(b.footnotes, b.passage), by: mark, marker: mark}}
}
