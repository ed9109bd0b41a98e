package eval

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/internal/thesaurus"
)

// A unit is a statement of a fact or a sentence, as that which may back a mutant after
// all.
type unit struct {
	*prose
	fact   fact.Fact
	terms  map[string]bool
	tokens map[string]bool // of its numbers and dates
	folded string
}

func (m *mutator) addUnit(s string, f fact.Fact) {
	u := &unit{prose: m.read(s), fact: f, terms: map[string]bool{}, tokens: map[string]bool{}, folded: " " + fold(s)}
	for _, t := range u.prose.terms {
		u.terms[t] = true
		m.postings[t] = append(m.postings[t], int32(len(m.units)))
	}
	var tokens []string
	for _, n := range u.numbers {
		tokens = n.AppendTokens(tokens[:0])
		for _, t := range tokens {
			u.tokens[t] = true
		}
	}
	m.units = append(m.units, u)
}

// fold returns the words of a text, which are the same whatever stands between them.
func fold(s string) string {
	var b strings.Builder
	for _, w := range wordsOf(s) {
		b.WriteString(w.lower)
		b.WriteByte(' ')
	}
	return b.String()
}

// states reports whether the corpus has a text, word for word. Under another footnote
// that is no matter.
func (m *mutator) states(kind MutantKind, s string) bool {
	if kind == MutantWrongFootnote || kind == MutantInventedFootnote {
		return false
	}
	f := " " + fold(s)
	for _, u := range m.units {
		if strings.Contains(u.folded, f) {
			return true
		}
	}
	return false
}

// backed reports whether something of the corpus may back a mutant: a unit that has
// what was put in, and half of the other words or, as a fact, the same subject.
func (m *mutator) backed(b *base, other []string, has func(*unit) bool) bool {
	m.count(other)
	for i, u := range m.units {
		like := 2*int(m.hits[i]) >= len(other)
		same := b.isFact() && !u.fact.IsZero() && u.fact.Subject() == b.fact.Subject() && u.fact.Kind() != fact.KindTension
		if (like || same) && has(u) {
			return true
		}
	}
	return false
}

// backedByWords is backed where facts of the same subject are none the less others: of
// a word such as "not" or "all".
func (m *mutator) backedByWords(other []string, has func(*unit) bool) bool {
	m.count(other)
	for i, u := range m.units {
		if 2*int(m.hits[i]) >= len(other) && has(u) {
			return true
		}
	}
	return false
}

// count counts in hits how many of some terms each unit has, or has in other words.
func (m *mutator) count(terms []string) {
	clear(m.hits)
	clear(m.counted)
	for i, t := range terms {
		for _, w := range append([]string{t}, thesaurus.Close(t)...) {
			for _, u := range m.postings[w] {
				if m.counted[u] != int32(i)+1 {
					m.counted[u] = int32(i) + 1
					m.hits[u]++
				}
			}
		}
	}
}

// without returns the terms of a base that stand outside of a span.
func (m *mutator) without(b *base, s cite.Span) []string {
	var out []string
	seen := map[string]bool{}
	for _, t := range m.analyzer.Append(nil, b.text) {
		if (t.End <= s.Start || t.Start >= s.End) && !seen[t.Term] {
			seen[t.Term] = true
			out = append(out, t.Term)
		}
	}
	return out
}

// namedIn reports whether a unit has a name of an entity, also as a part of another
// name: "Qwen (Alibaba)" names Alibaba.
func (m *mutator) namedIn(u *unit, entity int) bool {
	return slices.ContainsFunc(m.folded[entity], func(n string) bool { return strings.Contains(u.folded, n) })
}

// learn reads from the units which words there are, and which names have an article.
func (m *mutator) learn() {
	seen := map[string]bool{}
	for _, u := range m.units {
		for _, w := range u.words {
			if w.text == w.lower && len(w.text) > 4 && !seen[w.lower] && strings.Trim(w.lower, "abcdefghijklmnopqrstuvwxyz") == "" && text.Term(w.lower) != "" {
				seen[w.lower] = true
				e := endingOf(w.lower)
				m.vocabulary[e] = append(m.vocabulary[e], w.lower)
			}
		}
		for _, n := range u.names {
			c := m.articled[n.entity]
			if before := strings.ToLower(u.text[:n.Start]); strings.HasSuffix(before, "the ") {
				c[0]++
			}
			c[1]++
			m.articled[n.entity] = c
		}
	}
}

// takesArticle reports whether the corpus mostly says "the" before a name.
func (m *mutator) takesArticle(entity int) bool {
	c := m.articled[entity]
	return 2*c[0] > c[1]
}
