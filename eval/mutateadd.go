package eval

import (
	"slices"
	"strconv"
	"strings"

	"github.com/footnote-go/footnote/internal/lazyregexp"
)

// entityOf returns the index of the entity that a fact is about, -1 if it is mentioned
// otherwise than by its name at the start of the statement.
func (m *mutator) entityOf(b *base) int {
	if !b.isFact() || len(b.names) == 0 || b.names[0].Start != 0 || b.names[0].compound {
		return -1
	}
	e, ok := m.corpus.Facts().Entity(b.fact.Subject())
	if !ok || e.Name != m.entities[b.names[0].entity].Name {
		return -1
	}
	return b.names[0].entity
}

var predicate = lazyregexp.New(`^ (?:is|was|has|had|will|can|joined|published|wrote|released|launched|gained|argued|made|opposed|lobbied|submitted|claims|holds|keeps|permits|permitted|forbids|came|belongs|runs|serves|opened|carried|carries|built|bought|sold|won|lost)\b`)

// addFact appends the predicate of another fact, said of the wrong entity.
func (m *mutator) addFact(b *base, d dice) []draft {
	if len(b.words) > 25 || !strings.HasSuffix(b.text, ".") || len(b.quoted) > 0 {
		return nil
	}
	for range 20 {
		o := m.bases[d.n(len(m.bases))]
		subject := m.entityOf(o)
		if subject < 0 || !predicate().MatchString(o.text[o.names[0].End:]) || len(o.words) > 15 || len(o.quoted) > 0 || !strings.HasSuffix(o.text, ".") {
			continue
		}
		own := o.names[0]
		e := d.n(len(m.entities))
		by := m.entities[e]
		if e == subject || by.Kind != m.entities[subject].Kind || !isProper(by.Name) || m.akin(e, subject) {
			continue
		}
		if slices.ContainsFunc(append(slices.Clone(o.names), b.names...), func(n mention) bool { return n.entity == e || m.akin(n.entity, e) }) {
			continue
		}
		if m.backed(o, m.without(o, own.Span), func(u *unit) bool { return m.namedIn(u, e) }) {
			continue
		}
		rest := m.withArticle("", subject, e) + by.Name + o.text[own.End:]
		return []draft{m.appended(b, rest)}
	}
	return nil
}

// addDetail appends a detail that nobody states.
func (m *mutator) addDetail(b *base, d dice) []draft {
	if len(b.words) > 30 || !strings.HasSuffix(b.text, ".") || len(b.names) == 0 || len(b.quoted) > 0 {
		return nil
	}
	n := b.names[d.n(len(b.names))]
	e := m.entities[n.entity]
	if !isProper(e.Name) || n.compound {
		return nil
	}
	list, ok := details[e.Kind]
	if !ok {
		list = details[""]
	}
	for range 8 {
		city := cities[d.n(len(cities))]
		if m.corpusHas(city) {
			continue
		}
		staff := grouped(strconv.Itoa(1000 + d.n(8000)))
		rest := strings.NewReplacer("NAME", e.Name, "CITY", city, "STAFF", staff).Replace(list[d.n(len(list))])
		return []draft{m.appended(b, rest+".")}
	}
	return nil
}

func (m *mutator) appended(b *base, rest string) draft {
	added := ", and " + strings.TrimSuffix(rest, ".")
	return draft{text: strings.TrimSuffix(b.text, ".") + added + ".", by: added}
}

// corpusHas reports whether a word stands anywhere in the corpus.
func (m *mutator) corpusHas(word string) bool {
	for _, t := range m.termsOf(word) {
		if len(m.postings[t]) > 0 {
			return true
		}
	}
	return false
}
