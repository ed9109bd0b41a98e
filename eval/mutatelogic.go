package eval

import (
	"regexp"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/lazyregexp"
)

// turn negates a statement, drops its negation, or puts an antonym in.
func (m *mutator) turn(b *base) []draft {
	var out []draft
	negated := b.has(negators)
	add := func(s cite.Span, by string, has func(*unit) bool) {
		if m.backedByWords(m.without(b, s), has) {
			return
		}
		out = append(out, draft{text: fitArticle(b.replace(s, by), s.Start), changed: strings.TrimSpace(b.text[s.Start:s.End]), by: strings.TrimSpace(by)})
	}
	for i, w := range b.words {
		if subordinating[w.lower] {
			break // what follows isn't said of the subject
		}
		if !auxiliaries[w.lower] || i == 0 || !b.free(w.Span) || i+1 == len(b.words) {
			continue
		}
		next := b.words[i+1]
		gap := b.text[w.End:next.Start]
		switch {
		case gap != " " || next.lower == "only" || scalar[next.lower]:
		case next.lower == "not" && i+2 < len(b.words) && b.words[i+2].lower != "only":
			add(cite.Span{Start: w.End, End: next.End}, "", func(u *unit) bool { return !u.has(negators) })
		case !negated:
			add(cite.Span{Start: w.End, End: w.End}, " not", func(u *unit) bool { return u.has(negators) })
		}
		break
	}
	for _, w := range b.words {
		by := antonyms[w.lower]
		if (w.lower == "most" || w.lower == "paid") && !strings.HasSuffix(b.text[:w.Start], "the ") {
			continue // "most of them" counts, and "paid" is a verb
		}
		if by == "" || !b.free(w.Span) || strings.Contains(strings.ToLower(b.text), by) || negated || strings.HasPrefix(b.text[w.End:], " and "+w.lower) || strings.HasSuffix(b.text[:w.Start], w.lower+" and ") {
			continue
		}
		if w.lower != w.text {
			by = capital(by)
		}
		term := m.termsOf(by)
		add(w.Span, by, func(u *unit) bool {
			return slices.ContainsFunc(term, func(t string) bool { return u.terms[t] }) || len(term) == 0 && strings.Contains(u.folded, strings.ToLower(by)+" ")
		})
	}
	return out
}

var quantifiers = []struct {
	form func() *regexp.Regexp
	by   string
}{
	{lazyregexp.New(`\b[Mm]ost of the\b`), "all of the"},
	{lazyregexp.New(`(?:^Most|\b(?:by|of|in|for) most)(?: [\p{L}-]+){0,2} [\p{L}-]+s\b`), "all"},
	{lazyregexp.New(`\b[Ss]ome of the\b`), "all of the"},
	{lazyregexp.New(`\b[Ss]ome(?: [\p{L}-]+){0,2} [\p{L}-]+s\b`), "all"},
	{lazyregexp.New(`\b(?:[Mm]any|[Cc]ertain|[Aa] few)(?: [\p{L}-]+){0,2} [\p{L}-]+s\b`), "all"},
	{lazyregexp.New(`\bone of the\b`), "the only one of the"},
	{lazyregexp.New(`\bone of\b`), "the only one of"},
	{lazyregexp.New(`\bamong the\b`), "the only one of the"},
	{lazyregexp.New(`\b[Pp]artly\b|\b[Ii]n part\b|\b[Ll]argely\b`), "entirely"},
	{lazyregexp.New(`\b(?:[Oo]ften|[Uu]sually|[Ss]ometimes|[Oo]ccasionally|[Ff]requently|[Gg]enerally)\b`), "always"},
	{lazyregexp.New(`\b(?:[Pp]rimarily|[Mm]ainly|[Mm]ostly|[Cc]hiefly)\b`), "exclusively"},
	{lazyregexp.New(`\b[Tt]he primary\b`), "the only"},
}

// quantify makes of some all, of often always, and of what has been what has never
// been.
func (m *mutator) quantify(b *base) []draft {
	var out []draft
	add := func(s cite.Span, by string) {
		if !b.unquoted(s) || b.has(negators) {
			return
		}
		if strings.HasPrefix(by, "the only") && strings.HasPrefix(b.text[s.End:], " most ") {
			return // "the only one of the most" says nothing clear
		}
		if isProper(b.text[s.Start:s.End]) {
			by = capital(by)
		}
		text := b.replace(s, by)
		if m.backedByWords(m.without(b, s), func(u *unit) bool { return u.has(universal) }) {
			return
		}
		out = append(out, draft{text: text, changed: strings.TrimSpace(b.text[s.Start:s.End]), by: strings.TrimSpace(by)})
	}
	for _, q := range quantifiers {
		at := q.form().FindStringIndex(b.text)
		if at == nil {
			continue
		}
		s := cite.Span{Start: at[0], End: at[1]}
		if q.by == "all" { // the form has what is counted, too
			for _, w := range b.words {
				if w.Start >= s.Start && (partial[w.lower] || w.lower == "few") {
					if w.lower != "few" {
						s.Start = w.Start
					}
					s.End = w.End
					break
				}
			}
		}
		add(s, q.by)
	}
	if b.has(negators) {
		return out
	}
	for i, w := range b.words {
		if subordinating[w.lower] {
			break
		}
		if (w.lower == "has" || w.lower == "have") && i > 0 && i+1 < len(b.words) && participle(b.words[i+1].lower) && b.free(w.Span) {
			add(cite.Span{Start: w.End, End: w.End}, " never")
			break
		}
	}
	return out
}

// participle reports whether a word has the form of a regular participle, or is one of
// a few others.
func participle(w string) bool {
	return strings.HasSuffix(w, "ed") || w == "been" || w == "made" || w == "built" || w == "said" || w == "given" || w == "had" || w == "led"
}

var hedgeForms = []struct {
	form func() *regexp.Regexp
	by   string
}{
	{lazyregexp.New(`\b(is|are|was|were) (?:reported|said|believed|expected|rumored|thought|estimated) to be\b`), "$1"},
	{lazyregexp.New(`\b(?:an? )?estimated ([$€£]?\d)`), "$1"},
	{lazyregexp.New(`^(?:Reportedly|Allegedly|Apparently|Perhaps|Possibly|Probably), `), ""},
	{lazyregexp.New(`,? ?\b(?:reportedly|allegedly|apparently|perhaps|possibly|probably|supposedly|likely),? `), " "},
	{lazyregexp.New(`\b(?:may|might|could) (not )?be\b`), "will ${1}be"},
	{lazyregexp.New(`\b(?:may|might)\b`), "will"},
	{lazyregexp.New(`\b(?:are to|is to|plans to|plan to) be\b`), "have been"},
	{lazyregexp.New(`^Reports (?:say|state|suggest|claim|indicate) that `), ""},
	{lazyregexp.New(`^(?:According to|By|In) (?:press )?reports?,? `), ""},
	{lazyregexp.New(`, according to (?:press )?reports\b`), ""},
}

const hedged = fact.StatusEstimated | fact.StatusReported | fact.StatusAnnounced | fact.StatusContested | fact.StatusUnresolved |
	fact.StatusAssessment | fact.StatusSaidByCritics | fact.StatusClaimedByMeta

// dropHedge says as certain what a fact says with a hedge.
func (m *mutator) dropHedge(b *base) []draft {
	if !b.isFact() || b.fact.Status()&hedged == 0 || b.has(wondering) {
		return nil
	}
	if _, conflict := b.fact.Conflict(); conflict {
		return nil // elsewhere the article may say it without
	}
	var out []draft
	for _, h := range hedgeForms {
		at := h.form().FindStringSubmatchIndex(b.text)
		if at == nil || !b.free(cite.Span{Start: at[0], End: at[1]}) {
			continue
		}
		by := string(h.form().ExpandString(nil, h.by, b.text, at))
		text := capital(strings.TrimSpace(b.text[:at[0]] + by + b.text[at[1]:]))
		text = strings.ReplaceAll(text, " ,", ",")
		// That a sentence has no hedge says less than that it has a word: it has to be
		// nearly the same.
		other := m.without(b, cite.Span{Start: at[0], End: at[1]})
		m.count(other)
		plain := false
		for i, u := range m.units {
			plain = plain || 3*int(m.hits[i]) >= 2*len(other) && !u.has(hedges) && u.fact.Kind() != fact.KindTension
		}
		if plain {
			continue
		}
		out = append(out, draft{text: text, changed: strings.TrimSpace(b.text[at[0]:at[1]]), by: strings.TrimSpace(by)})
	}
	return out
}

var causeForms = []struct {
	form func() *regexp.Regexp
	by   string
}{
	{lazyregexp.New(`\b(has|have) contributed to\b`), "$1 been the sole cause of"},
	{lazyregexp.New(`\bcontributed to\b`), "was the sole cause of"},
	{lazyregexp.New(`\bcontributes to\b`), "is the sole cause of"},
	{lazyregexp.New(`\b(?:is|was|are|were|has been|have been) (?:associated|correlated|linked) with\b`), "was caused by"},
	{lazyregexp.New(`\b([Dd])uring the\b`), "because of the"},
	{lazyregexp.New(`\bdespite the\b`), "because of the"},
	{lazyregexp.New(`\b(?:alongside|along with|at the time of)\b`), "because of"},
	{lazyregexp.New(`, (?:although|while|though)\b`), " because"},
}

// overstateCause makes a cause of a contribution, or of what came together.
func (m *mutator) overstateCause(b *base) []draft {
	if b.has(causal) {
		return nil
	}
	var out []draft
	for _, c := range causeForms {
		at := c.form().FindStringSubmatchIndex(b.text)
		if at == nil || !b.unquoted(cite.Span{Start: at[0], End: at[1]}) {
			continue
		}
		s := cite.Span{Start: at[0], End: at[1]}
		by := string(c.form().ExpandString(nil, c.by, b.text, at))
		if isProper(b.text[s.Start:]) {
			by = capital(by)
		}
		if m.backedByWords(m.without(b, s), func(u *unit) bool { return u.has(causal) }) {
			continue
		}
		out = append(out, draft{text: b.replace(s, by), changed: strings.TrimSpace(b.text[s.Start:s.End]), by: strings.TrimSpace(by)})
	}
	return out
}

// inventCause joins two statements that have nothing to do with each other by
// "because".
func (m *mutator) inventCause(b *base, d dice) []draft {
	if !b.isFact() || len(b.words) > 20 || b.has(causal) || b.has(wondering) || !strings.HasSuffix(b.text, ".") {
		return nil
	}
	for range 20 {
		o := m.bases[d.n(len(m.bases))]
		if !o.isFact() || o.fact.Subject() == b.fact.Subject() || len(o.words) > 16 || o.has(causal) || o.has(wondering) ||
			!strings.HasSuffix(o.text, ".") || len(o.names) == 0 || o.names[0].Start != 0 || !isProper(m.entities[o.names[0].entity].Name) {
			continue
		}
		if slices.ContainsFunc(o.terms, func(t string) bool { return slices.Contains(b.terms, t) }) {
			continue
		}
		m.count(b.terms)
		mine := slices.Clone(m.hits)
		m.count(o.terms)
		both := false
		for i := range m.units {
			both = both || 2*int(mine[i]) >= len(b.terms) && 2*int(m.hits[i]) >= len(o.terms)
		}
		if both {
			continue
		}
		added := " because " + strings.TrimSuffix(o.text, ".")
		notes := cite.DistinctFootnotes(b.footnotes, o.footnotes)
		marker := m.marker(b.footnotes, b.passage)
		if more := m.marker(o.footnotes, o.passage); more != marker {
			marker = m.marker(notes, b.passage)
			if len(b.footnotes) == 0 || len(o.footnotes) == 0 {
				marker = m.marker(b.footnotes, b.passage) + more
			}
		}
		return []draft{{
			text: strings.TrimSuffix(b.text, ".") + added + ".", by: strings.TrimSpace(added), marker: marker,
			footnotes: append(slices.Clone(b.right), o.right...),
		}}
	}
	return nil
}
