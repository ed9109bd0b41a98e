package eval

import (
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/internal/lazyregexp"
)

// otherName puts another entity of the same kind in the place of each.
func (m *mutator) otherName(b *base, d dice) []draft {
	var out []draft
	for i, n := range b.names {
		if n.compound || !b.unquoted(n.Span) || slices.ContainsFunc(b.names[:i], func(o mention) bool { return o.entity == n.entity }) {
			continue
		}
		if x, ok := m.renamed(b, n, d, nil); ok {
			out = append(out, x)
		}
	}
	return out
}

// renamed puts another entity in the place of a mention, and of the further ones of
// its entity, if nothing backs that. With suits it takes only entities that suit.
func (m *mutator) renamed(b *base, n mention, d dice, suits func(entity int) bool) (draft, bool) {
	was := m.entities[n.entity]
	surface := b.text[n.Start:n.End]
	if !isTitle(surface) || !isProper(was.Name) {
		return draft{}, false
	}
	if slices.ContainsFunc(b.names, func(o mention) bool { return o.entity == n.entity && strings.HasSuffix(b.text[:o.Start], "(") }) {
		return draft{}, false // "the Open Compute Project (OCP)"
	}
	other := m.without(b, n.Span)
	for _, e := range shuffled(d, ascending(len(m.entities))) {
		by := m.entities[e]
		if e == n.entity || by.Kind != was.Kind || !isTitle(by.Name) || m.akin(e, n.entity) || suits != nil && !suits(e) {
			continue
		}
		if slices.ContainsFunc(b.names, func(o mention) bool { return o.entity == e || m.akin(e, o.entity) }) {
			continue
		}
		if b.isFact() && slices.Contains(b.fact.Entities(), by.Name) || m.backed(b, other, func(u *unit) bool { return m.namedIn(u, e) }) {
			continue
		}
		text, last := "", 0
		for _, o := range b.names {
			if o.entity == n.entity && b.unquoted(o.Span) {
				text += m.withArticle(b.text[last:o.Start], n.entity, e) + by.Name
				last = o.End
			}
		}
		return draft{text: capital(text + b.text[last:]), changed: surface, by: by.Name}, true
	}
	return draft{}, false
}

// withArticle returns what stands before a name with "the" or without, as another name
// in its place wants it.
func (m *mutator) withArticle(before string, was, by int) string {
	rest, has := strings.CutSuffix(before, "the ")
	if !has {
		rest, has = strings.CutSuffix(before, "The ")
	}
	switch wants := m.takesArticle(by); {
	case has && !wants && m.takesArticle(was):
		return rest
	case !has && wants && (before == "" || preposition().MatchString(before)):
		return before + "the "
	}
	return before
}

var preposition = lazyregexp.New(`(?:^|[ .,;:])(?:of|by|to|in|with|for|from|and|that|than|on|at|as|is|was) $`)

// akin reports whether a name of one entity has a name of the other in it, as that of a
// part or a version does: "Llama" and "Llama 2", "Meta" and "Meta AI".
func (m *mutator) akin(a, b int) bool {
	for _, x := range m.folded[a] {
		for _, y := range m.folded[b] {
			if strings.Contains(x, y) || strings.Contains(y, x) {
				return true
			}
		}
	}
	return false
}

// swapRoles swaps two names of a sentence, if it means something else then.
func (m *mutator) swapRoles(b *base) []draft {
	if b.has(mutual) {
		return nil
	}
	for i, x := range b.names {
		for _, y := range b.names[i+1:] {
			if !m.swappable(b, x, y) {
				continue
			}
			text := b.text[:x.Start] + b.text[y.Start:y.End] + b.text[x.End:y.Start] + b.text[x.Start:x.End] + b.text[y.End:]
			other := m.without(b, x.Span)
			if m.backedByWords(other, func(u *unit) bool { return u.hasInOrder(y.entity, x.entity) }) {
				continue
			}
			changed := b.text[x.Start:x.End] + " … " + b.text[y.Start:y.End]
			by := b.text[y.Start:y.End] + " … " + b.text[x.Start:x.End]
			return []draft{{text: text, changed: changed, by: by}} // one is enough: the others are much the same
		}
	}
	return nil
}

func (m *mutator) swappable(b *base, x, y mention) bool {
	if x.entity == y.entity || x.compound || y.compound || m.akin(x.entity, y.entity) || !b.unquoted(x.Span) || !b.unquoted(y.Span) ||
		!isTitle(b.text[x.Start:x.End]) || !isTitle(b.text[y.Start:y.End]) || m.takesArticle(x.entity) != m.takesArticle(y.entity) {
		return false
	}
	for _, o := range b.names { // a third mention would make it something else again
		if o != x && o != y && (o.entity == x.entity || o.entity == y.entity) {
			return false
		}
	}
	if !isTitle(m.entities[x.entity].Name) || !isTitle(m.entities[y.entity].Name) {
		return false // "Critics", with the capital of the sentence
	}
	kinds := [2]string{m.entities[x.entity].Kind, m.entities[y.entity].Kind}
	if kinds == [2]string{"person", "organization"} && b.has(saying) {
		return false // a company says what its people say
	}
	joined := true
	for _, w := range wordsOf(b.text[x.End:y.Start]) {
		joined = joined && (coordinating[w.lower] || isProper(w.text))
	}
	return !joined
}

// hasInOrder reports whether a unit mentions one entity and then the other.
func (u *unit) hasInOrder(first, second int) bool {
	seen := false
	for _, n := range u.names {
		if n.entity == second && seen {
			return true
		}
		seen = seen || n.entity == first
	}
	return false
}

// otherSpeaker lets another entity say what is attributed to one.
func (m *mutator) otherSpeaker(b *base, d dice) []draft {
	for i, n := range b.names {
		if n.compound || !b.unquoted(n.Span) || !m.speaks(b, n, i) {
			continue
		}
		if x, ok := m.renamed(b, n, d, nil); ok {
			return []draft{x}
		}
	}
	return nil
}

var reports = lazyregexp.New(`^(?:'s|’s)? (?:has |have |had |also |itself |publicly |explicitly |consistently )*(\p{L}+)`)

// speaks reports whether a sentence has a mentioned entity say something: its fact
// says so, or a verb of saying follows.
func (m *mutator) speaks(b *base, n mention, i int) bool {
	if b.isFact() {
		who, ok := m.corpus.Facts().Entity(m.entities[n.entity].Name)
		return ok && slices.Contains(b.fact.AttributedTo(), who.Name) && b.has(saying)
	}
	verb := reports().FindStringSubmatch(b.text[n.End:])
	return verb != nil && saying[strings.ToLower(verb[1])]
}

// alias calls an entity by another of its names.
func (m *mutator) alias(b *base, d dice) []draft {
	var out []draft
	for _, n := range b.names {
		once := 0
		for _, o := range b.names {
			if o.entity == n.entity {
				once++
			}
		}
		if n.compound || once > 1 || !b.unquoted(n.Span) {
			continue
		}
		e := m.entities[n.entity]
		was := b.text[n.Start:n.End]
		for _, by := range shuffled(d, append([]string{e.Name}, e.Aliases...)) {
			if by == was || !isProper(by) || !isProper(was) || !shortens(was, by) && !shortens(by, was) {
				continue
			}
			if before := wordsOf(b.text[:n.Start]); len(before) > 0 && before[len(before)-1].lower == wordsOf(by)[0].lower {
				continue // "Meta's Meta Superintelligence Lab"
			}
			if strings.HasSuffix(by, "s") && strings.HasPrefix(b.text[n.End:], "'s") {
				continue
			}
			text := fitArticle(b.replace(n.Span, by), n.Start)
			if read := m.read(text); len(read.names) != len(b.names) || len(read.numbers) != len(b.numbers) {
				continue // the name runs into what stands beside it
			}
			out = append(out, draft{text: text, changed: was, by: by})
			break
		}
	}
	return out
}

// shortens reports whether a name is a short form of a longer one: some of its words,
// in order, or its first letters. Other aliases need not stand in the same place of a
// sentence: "Chinese" for "China".
func shortens(long, short string) bool {
	ws, left := wordsOf(long), wordsOf(short)
	letters := ""
	kept := true
	for _, w := range ws {
		switch {
		case len(left) > 0 && w.lower == left[0].lower:
			left = left[1:]
		case unicode.IsLower([]rune(w.text)[0]):
			kept = false // "Llama models" is no longer name of "Llama"
		}
		if strings.ToUpper(w.text) == w.text {
			letters += w.text
		} else if isProper(w.text) {
			letters += w.text[:1]
		}
	}
	return len(ws) > 1 && (len(left) == 0 && kept || letters == short)
}
