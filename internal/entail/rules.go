package entail

import (
	"strings"

	"github.com/footnote-go/footnote/internal/number"
)

// A Code names what a rule found.
type Code string

// What rules find.
const (
	NumberMismatch     Code = "number-mismatch"
	NumberAbsent       Code = "number-absent"
	CountAbsent        Code = "count-absent" // a small number, perhaps counted by the answer
	UnitMismatch       Code = "unit-mismatch"
	DateMismatch       Code = "date-mismatch"
	DateAbsent         Code = "date-absent"
	NameMismatch       Code = "name-mismatch"
	NameAbsent         Code = "name-absent"
	RolesSwapped       Code = "roles-swapped"
	RolesUnclear       Code = "roles-unclear"
	PolarityMismatch   Code = "polarity-mismatch"
	PolarityUnclear    Code = "polarity-unclear"
	OrderMismatch      Code = "order-mismatch"
	QuantifierMismatch Code = "quantifier-mismatch"
	QuantifierAbsent   Code = "quantifier-absent"
	CauseAbsent        Code = "cause-absent"
	ComparisonAbsent   Code = "comparison-absent"
	HedgeDropped       Code = "hedge-dropped"
	AttributionDropped Code = "attribution-dropped"
	AttributionSwapped Code = "attribution-swapped"
	AttributionAbsent  Code = "attribution-absent" // nobody says that the speaker says it
	WordsAbsent        Code = "words-absent"
	WordChanged        Code = "word-changed"     // one word of what is nearly a copy
	CertaintyAbsent    Code = "certainty-absent" // the claim is surer than the evidence
	OrderAbsent        Code = "order-absent"
	SubjectAbsent      Code = "subject-absent"
	Derived            Code = "derived"        // a number that was reckoned, rightly
	DerivedUnknown     Code = "derived-number" // one that seems to be reckoned, nobody knows how
)

// A Finding is what a rule found about a part of a claim.
type Finding struct {
	Code       Code
	Start, End int    // in the claim
	Claim      string // what the claim says there
	Evidence   string // what the evidence says in its place, "" if nothing
	Unit       *Sentence
}

func (a *alignment) finding(c Code, from, to int, evidence string, u *Sentence) Finding {
	s := a.claim
	start, end := s.words[from].Start, s.words[to-1].End
	return Finding{c, start, end, s.Text[start:end], evidence, u}
}

// numberFinding returns a finding about a number, with the signs before and after it.
func (a *alignment) numberFinding(c Code, m *mention, evidence string, u *Sentence) Finding {
	return Finding{c, m.Start, m.End, m.text(a.claim), evidence, u}
}

// numbers looks for each number of the claim in the group.
func (a *alignment) numbers() []Finding {
	var out []Finding
	used := map[*mention]bool{}
	type open struct{ m *mention }
	var missing []open
	for i := range a.claim.mentions {
		m := &a.claim.mentions[i]
		if a.inName(m) {
			continue
		}
		e, u := a.findNumber(m, used)
		if e == nil {
			missing = append(missing, open{m})
			continue
		}
		used[e] = true
		if f, ok := a.unitMismatch(m, e, u); ok {
			out = append(out, f)
		}
	}
	for _, o := range missing {
		how := ""
		if o.m.Kind == number.KindShare || a.reckoned(o.m, reckons) {
			how = a.derivation(o.m)
		}
		if how != "" && (a.reckoned(o.m, reckons) || strings.HasPrefix(how, theRest) || !a.hasShareFor(o.m, used)) {
			a.links[o.m.from] = link{sim: 1}
			a.derived = true
			a.rest = a.rest || strings.HasPrefix(how, theRest)
			out = append(out, a.numberFinding(Derived, o.m, how, a.group.Main))
			continue
		}
		if r, _ := a.rival(o.m, used); a.reckoned(o.m, reckonsSurely) && (r == nil || o.m.Kind != number.KindShare) {
			a.links[o.m.from] = link{sim: simContext}
			out = append(out, a.numberFinding(DerivedUnknown, o.m, "", nil))
			continue
		}
		if e := a.around(o.m); e != nil {
			if r, _ := a.rival(o.m, used); r == nil {
				a.links[o.m.from] = link{sim: 1}
				continue
			}
		}
		code, absent := NumberMismatch, NumberAbsent
		if o.m.Kind == number.KindDate {
			code, absent = DateMismatch, DateAbsent
		}
		e, u := a.rival(o.m, used)
		if e == nil && o.m.Kind == number.KindOrdinal {
			a.links[o.m.from] = link{sim: simContext} // "the first place": a word more than a number
			continue
		}
		if e == nil && small(o.m) {
			absent = CountAbsent
		}
		if e != nil && !finer(o.m, e) {
			out = append(out, a.numberFinding(code, o.m, e.text(u), u))
		} else {
			out = append(out, a.numberFinding(absent, o.m, "", nil))
		}
	}
	return out
}

// finer reports whether a date of the claim is one of those that the evidence's leaves
// possible: it says more, not something else.
func finer(c, e *mention) bool {
	return c.Kind == number.KindDate && e.Kind == number.KindDate && c.From == c.To && e.From == e.To && within(e.From, c.From) != fitsNot
}

// small reports whether a number is one that an answer may have counted itself:
// "three reasons".
func small(m *mention) bool {
	v := m.Min.Float64()
	return m.Kind == number.KindNumber && m.Min == m.Max && v >= 1 && v <= 10 && v == float64(int(v))
}

// inName reports whether a number is a part of a name that is known: "Llama 4".
func (a *alignment) inName(m *mention) bool {
	n := a.claim.words[m.from].name
	return n >= 0 && a.claim.names[n].known
}

func (a *alignment) findNumber(m *mention, used map[*mention]bool) (*mention, *Sentence) {
	var best *mention
	var unit *Sentence
	var how fit
	look := func(u *Sentence) {
		for i := range u.mentions {
			e := &u.mentions[i]
			f := fitMentions(m, e)
			if f == fitsNot {
				continue
			}
			better := f > how || f == how && used[best] && !used[e]
			if f == how && !better && m.noun >= 0 && e.noun >= 0 && best != nil {
				better = sameNoun(a.claim, m, u, e) && !sameNoun(a.claim, m, unit, best)
			}
			if best == nil || better {
				best, unit, how = e, u, f
			}
		}
	}
	a.group.units(func(u *Sentence) bool { look(u); return true })
	if best == nil && m.Kind == number.KindDate && a.group.Main.sameTime() {
		for _, c := range a.group.Context {
			look(c)
		}
	}
	return best, unit
}

// sameTime reports whether a sentence gives its time by one that was said before: "in
// the same year".
func (s *Sentence) sameTime() bool {
	for i := 1; i < len(s.words); i++ {
		switch s.words[i].Folded {
		case "year", "month", "time", "day", "period":
			if f := s.words[i-1].Folded; f == "same" || f == "that" {
				return true
			}
		}
	}
	return false
}

// around returns the number that stands around the group in the place of the claim's.
func (a *alignment) around(m *mention) *mention {
	if m.Kind == number.KindDate || !a.group.Main.Refers() {
		return nil
	}
	for _, c := range a.group.Context {
		for i := range c.mentions {
			if fitMentions(m, &c.mentions[i]) == fits {
				return &c.mentions[i]
			}
		}
	}
	return nil
}

func sameNoun(s *Sentence, m *mention, u *Sentence, e *mention) bool {
	return m.noun >= 0 && e.noun >= 0 && related(s.words[m.noun].key, u.words[e.noun].key)
}

// unitMismatch tells of a number that counts something else in the evidence.
func (a *alignment) unitMismatch(m, e *mention, u *Sentence) (Finding, bool) {
	if m.noun < 0 || e.noun < 0 || m.Kind == number.KindMoney || sameNoun(a.claim, m, u, e) {
		return Finding{}, false
	}
	c, x := &a.claim.words[m.noun], &u.words[e.noun]
	if c.weight < weightWord/2 || x.weight < weightWord/2 || a.links[m.noun].sim >= simContext {
		return Finding{}, false // light words, or the evidence says it elsewhere
	}
	// What the evidence counts is a part of the claim elsewhere: no other unit.
	for i := range a.claim.words {
		if related(a.claim.words[i].key, x.key) {
			return Finding{}, false
		}
	}
	return a.finding(UnitMismatch, m.noun, m.noun+1, x.Folded, u), true
}

// hasShareFor reports whether the evidence has another share where the claim has m.
func (a *alignment) hasShareFor(m *mention, used map[*mention]bool) bool {
	e, _ := a.rival(m, used)
	return e != nil && e.Kind == number.KindShare
}

// rival returns a number of the evidence that stands in the place of one that the
// claim has and the evidence hasn't: of the same kind, of the same things, and not
// in the claim. Of several it is that which stands nearest to what the claim's
// neighbours are matched by.
func (a *alignment) rival(m *mention, used map[*mention]bool) (*mention, *Sentence) {
	var found *mention
	var unit *Sentence
	least := 1 << 30
	best := a.best[a.claim.words[m.from].clause]
	consider := func(u *Sentence) {
		for i := range u.mentions {
			e := &u.mentions[i]
			if used[e] || !sameKind(m, e) || a.said(e) || yearLike(m) != yearLike(e) {
				continue
			}
			if e.Kind == number.KindLabel || u.words[e.from].name >= 0 && e.Kind != number.KindMoney {
				continue
			}
			same := sameNoun(a.claim, m, u, e)
			if m.noun >= 0 && e.noun >= 0 && !same && a.links[m.noun].sim < simContext {
				continue
			}
			d := a.distance(m, u, e)
			if !same {
				d += 3
			}
			if (m.Min == m.Max) != (e.Min == e.Max) {
				d += 6 // a number stands in the place of a number, not of a range
			}
			if u != best {
				d += 2
			}
			if d < least {
				found, unit, least = e, u, d
			}
		}
	}
	a.group.units(func(u *Sentence) bool { consider(u); return true })
	return found, unit
}

// distance returns how many words e stands from what the words about m are matched
// by.
func (a *alignment) distance(m *mention, u *Sentence, e *mention) int {
	links := a.byUnit[u]
	d := 0
	for _, step := range []int{-1, 1} {
		i := m.from - 1
		if step > 0 {
			i = m.to
		}
		for n := 0; i >= 0 && i < len(links) && n < 6; i, n = i+step, n+1 {
			if links[i].unit != nil {
				d += min(abs(links[i].at-e.from), 12)
				n = 7
			}
		}
	}
	return d
}

// yearLike reports whether a number has the form of a year, whatever it was read as.
func yearLike(m *mention) bool {
	if m.Kind == number.KindDate {
		return true
	}
	v := m.Min.Float64()
	return m.Kind == number.KindNumber && m.Min == m.Max && v >= 1900 && v <= 2100 && v == float64(int(v)) && m.noun < 0
}

// said reports whether a number of the evidence is one that the claim has, too.
func (a *alignment) said(e *mention) bool {
	for i := range a.claim.mentions {
		if fitMentions(&a.claim.mentions[i], e) != fitsNot {
			return true
		}
	}
	return false
}

// namesIn looks for each name of the claim in the group.
func (a *alignment) namesIn() []Finding {
	var out []Finding
	for k := range a.claim.names {
		n := &a.claim.names[k]
		if a.has(n) {
			continue
		}
		if f, ok := a.otherName(n); ok {
			out = append(out, f)
			continue
		}
		out = append(out, a.finding(NameAbsent, n.from, n.to, "", nil))
	}
	return out
}

// has reports whether the group has a name, or what stands around it, where it
// doesn't have another in its place.
func (a *alignment) has(n *name) bool {
	weight, sum := 0.0, 0.0
	around := false
	for i := n.from; i < n.to; i++ {
		w := &a.claim.words[i]
		if w.Term == "" {
			continue
		}
		weight++
		sum += a.links[i].sim
		if a.links[i].unit == nil && a.links[i].sim > 0 {
			around = true
		}
	}
	if weight == 0 {
		return true
	}
	if around {
		// It is meant if the sentence says "it", or speaks of nobody.
		if m := a.group.Main; !m.Anaphoric() && len(m.names) > 0 && !m.Refers() {
			return false
		}
		_, other := a.otherName(n)
		return !other
	}
	return sum/weight >= 0.6
}

// otherName returns the name that stands in the evidence in the place of one of the
// claim: next to the same words, of the same kind if that is known, and not in the
// claim.
func (a *alignment) otherName(n *name) (Finding, bool) {
	var found Finding
	least := maxNear
	look := func(u *Sentence) {
		for _, m := range u.names {
			if !m.known || n.known && m.kind != n.kind || !n.known && !replaceable(m.kind) || a.saysName(m.key) || family(m.key, n.key) {
				continue
			}
			if d := a.apart(n, u, &m); d < least && (n.known || d < maxNearUnknown) {
				least = d
				found = a.finding(NameMismatch, n.from, n.to, u.Text[u.words[m.from].Start:u.words[m.to-1].End], u)
			}
		}
	}
	best := a.best[a.claim.words[n.from].clause]
	look(best)
	if least == maxNear {
		a.group.units(func(u *Sentence) bool { look(u); return true })
	}
	return found, least < maxNear
}

// maxNear is how many words two names may be off what matches about them, together.
const maxNear = 9

// maxNearUnknown is that for names of which nobody knows what they name.
const maxNearUnknown = 5

// apart returns how far the nearest matched words about a name of the claim, on either
// side, stand from one of u.
func (a *alignment) apart(n *name, u *Sentence, m *name) int {
	links := a.byUnit[u]
	least := maxNear
	for i := max(0, n.from-5); i < min(len(links), n.to+5); i++ {
		l := links[i]
		if i >= n.from && i < n.to || l.unit == nil || l.sim < simRelated || a.claim.words[i].weight < weightWord/2 {
			continue
		}
		off := n.from - i
		if i >= n.to {
			off = i - n.to + 1
		}
		there := m.from - l.at
		if l.at >= m.to {
			there = l.at - m.to + 1
		}
		least = min(least, off+max(there, 1)-1)
	}
	return least
}

// replaceable reports whether a name of a kind may stand where one of an unknown kind
// does.
func replaceable(kind string) bool {
	switch kind {
	case "person", "organization", "model", "place", "product":
		return true
	}
	return false
}

// family reports whether one of two names is the other with more to it: "Llama" and
// "Llama 2".
func family(a, b string) bool {
	return strings.HasPrefix(a, b+" ") || strings.HasPrefix(b, a+" ")
}

func (a *alignment) saysName(key string) bool {
	for _, n := range a.claim.names {
		if n.known && n.key == key {
			return true
		}
	}
	return false
}

// polarity compares what is negated. Two things have to differ: which of the matched
// words stand behind a negator, and whether their clauses have one at all.
func (a *alignment) polarity() []Finding {
	var out []Finding
	for c := range a.claim.clauses {
		u := a.best[c]
		links := a.byUnit[u]
		flips, at, other := 0, -1, -1
		u2 := u
		differ, matched := 0.0, 0.0
		clauses := map[int]float64{}
		for i := range a.claim.words {
			w := &a.claim.words[i]
			if w.clause != c {
				continue
			}
			if w.weight >= weightLight && links[i].sim >= simRelated {
				x := &u.words[links[i].at]
				clauses[x.clause] += w.weight
				if w.name < 0 {
					matched += w.weight
					if w.negated != x.negated {
						differ += w.weight
						if at < 0 {
							at, other, u2 = i, links[i].at, u
						}
					}
				}
			}
			if links[i].sim >= simDerived {
				continue
			}
			if v, j := a.antonymIn(i, c); j >= 0 && a.alike(i, v, j) {
				if w.negated == v.words[j].negated {
					flips++
				}
				at, other, u2 = i, j, v
			}
		}
		k := heaviest(clauses)
		if u != a.group.Main {
			k = -1 // a note states one thing
		}
		least := leastNegated
		if k < 0 && a.covers[c] >= nearlyAll {
			least = 0 // but for the negation the claim states what the note does
		}
		if matched > 0 && differ/matched > least && a.claim.negators(c)%2 != u.negators(k)%2 &&
			!a.rest && !a.deniesAlone(c, u, k) {
			flips++
		}
		if flips == 0 {
			if i := a.denial(c, u); i >= 0 {
				out = append(out, a.finding(PolarityUnclear, i, i+1, around(u, 0), u))
				continue
			}
		}
		if flips%2 == 1 && at >= 0 {
			out = append(out, a.finding(PolarityMismatch, at, at+1, around(u2, other), u2))
		}
	}
	return out
}

// How much of what a clause and its evidence share has to be negated in one of them
// alone, and how much of a clause a note has to cover to state the same; fitted by hand
// on the development claims.
const (
	leastNegated = 0.35
	nearlyAll    = 0.9
)

func heaviest(m map[int]float64) int {
	best, most := 0, -1.0
	for c, w := range m {
		if w > most || w == most && c < best {
			best, most = c, w
		}
	}
	return best
}

// denies reports whether a clause, or any if it is -1, has a word that denies without
// negating.
func (s *Sentence) denies(clause int) bool {
	for i := range s.words {
		if (clause < 0 || s.words[i].clause == clause) && s.words[i].class&softNegator != 0 && !s.isNegator(i) {
			return true
		}
	}
	return false
}

// deniesAlone reports whether a clause of the claim or one of u has a word that denies
// without negating and that the other hasn't got.
func (a *alignment) deniesAlone(clause int, u *Sentence, there int) bool {
	s, links := a.claim, a.byUnit[u]
	used := make([]bool, len(u.words))
	for i := range s.words {
		if links[i].sim == 1 {
			used[links[i].at] = true
			continue
		}
		if (clause < 0 || s.words[i].clause == clause) && s.words[i].class&softNegator != 0 && !s.isNegator(i) {
			return true
		}
	}
	for j := range u.words {
		if (there < 0 || u.words[j].clause == there) && u.words[j].class&softNegator != 0 && !u.isNegator(j) && !used[j] {
			return true
		}
	}
	return false
}

// negators counts the negators in a clause, in all if it is -1.
func (s *Sentence) negators(clause int) int {
	n := 0
	for i := range s.words {
		if (clause < 0 || s.words[i].clause == clause) && s.isNegator(i) {
			n++
		}
	}
	return n
}

// denial returns the word by which a clause denies something, if nothing matches it and
// what matches the clause denies nothing; else -1.
func (a *alignment) denial(clause int, u *Sentence) int {
	if u.denies(-1) || u.negators(-1) > 0 || a.group.Main.denies(-1) || a.group.Main.negators(-1) > 0 {
		return -1
	}
	for i := range a.claim.words {
		w := &a.claim.words[i]
		if w.clause == clause && w.class&softNegator != 0 && a.links[i].sim < simRelated && denials[w.Folded] {
			return i
		}
	}
	return -1
}

// denials are words that turn what follows them into its opposite.
var denials = set(`against oppose opposes opposed reject rejects rejected resist resists refuse refuses refused deny denies
	denied dismiss dismisses dismissed dispute disputes disputed stop stops stopped halt halted prevent prevents prevented
	abandon abandons abandoned abandoning`)

// alike reports whether a word of the claim and one of u stand next to what matches.
func (a *alignment) alike(i int, u *Sentence, j int) bool {
	links := a.byUnit[u]
	for k := max(0, i-4); k < min(len(links), i+5); k++ {
		if k != i && links[k].unit != nil && links[k].sim >= simRelated && a.claim.words[k].weight >= weightLight && abs(links[k].at-j) <= 5 {
			return true
		}
	}
	return false
}

// antonymIn returns a word that excludes the claim's word at i, in the unit that
// matches the clause best or in another that says the same.
func (a *alignment) antonymIn(i, clause int) (*Sentence, int) {
	if len(words().antonyms[a.claim.words[i].key]) == 0 || a.byUnit[a.best[clause]][i].sim >= simDerived {
		return nil, -1
	}
	if a.links[i].sim >= simDerived && a.covers[clause] < nearCopy {
		return nil, -1 // another unit has it, and none is nearly a copy
	}
	if j := a.antonym(i, a.best[clause]); j >= 0 {
		return a.best[clause], j
	}
	var found *Sentence
	at := -1
	a.group.units(func(u *Sentence) bool {
		if u != a.best[clause] && a.clauseCoverBy(u, clause) >= likeNote {
			if j := a.antonym(i, u); j >= 0 {
				found, at = u, j
			}
		}
		return at < 0
	})
	return found, at
}

// antonym returns the word of u that excludes the claim's word at i, or -1.
func (a *alignment) antonym(i int, u *Sentence) int {
	w := &a.claim.words[i]
	list := words().antonyms[w.key]
	if len(list) == 0 {
		return -1
	}
	for j := range u.words {
		if u.words[j].key == w.key {
			return -1
		}
	}
	for j := range u.words {
		x := &u.words[j]
		if !antonyms(w.key, x.key) {
			continue
		}
		// The claim has the evidence's word, too: both sides are said.
		for k := range a.claim.words {
			if a.claim.words[k].key == x.key {
				return -1
			}
		}
		return j
	}
	return -1
}

// around returns the words of u about the word at i.
func around(u *Sentence, i int) string {
	from, to := max(0, i-3), min(len(u.words), i+3)
	return u.Text[u.words[from].Start:u.words[to-1].End]
}

// roles compares who does what to whom: for two names of the claim, on which side of
// the words between them each stands in the evidence.
func (a *alignment) roles() []Finding {
	s := a.claim
	for x := range s.names {
		for y := x + 1; y < len(s.names); y++ {
			p, q := &s.names[x], &s.names[y]
			if p.key == q.key || q.from-p.to > 14 {
				continue
			}
			if f, ok := a.swapped(p, q); ok {
				return []Finding{f}
			}
		}
	}
	if f, ok := a.bound(); ok {
		return []Finding{f}
	}
	if f, ok := a.otherSubject(); ok {
		return []Finding{f}
	}
	if f, ok := a.crossed(); ok {
		return []Finding{f}
	}
	if f, ok := a.numbersSwapped(); ok {
		return []Finding{f}
	}
	if f, ok := a.comparandsSwapped(); ok {
		return []Finding{f}
	}
	return nil
}

// swapped reports whether two names have changed places about a word between them, in
// a unit of the group, and stand as in the claim in none.
func (a *alignment) swapped(p, q *name) (Finding, bool) {
	s := a.claim
	var found Finding
	swap, same := false, false
	a.group.units(func(u *Sentence) bool {
		links := a.byUnit[u]
		pi, qi := links[p.from], links[q.from]
		if pi.unit == nil || qi.unit == nil || pi.at == qi.at || u.words[pi.at].name >= 0 && u.words[pi.at].name == u.words[qi.at].name {
			return true
		}
		lo, hi := min(pi.at, qi.at), max(pi.at, qi.at)
		for v := p.to; v < q.from; v++ {
			w, l := &s.words[v], links[v]
			if l.unit == nil || w.name >= 0 || w.number >= 0 || l.sim < simRelated || w.weight < weightWord/2 || l.at <= lo || l.at >= hi {
				continue
			}
			cp, ok := governs(s, v, q.from)
			up, okU := governs(u, l.at, hi)
			if !ok || !okU {
				continue
			}
			if (pi.at > qi.at) != (cp != up) {
				swap = true
				found = a.finding(RolesSwapped, p.from, q.to, u.Text[u.words[lo].Start:u.words[hi].End], u)
			} else {
				same = true
			}
		}
		return true
	})
	return found, swap && !same
}

// governs reports whether the word at v may be a verb that has the name at as its
// object, or as its agent: passive says which.
func governs(s *Sentence, v, at int) (passive, ok bool) {
	if at-v > 4 {
		return false, false
	}
	for i := v + 1; i < at; i++ {
		switch w := &s.words[i]; {
		case w.Folded == "by":
			passive = true
		case prepositions[w.Folded], conjunctions[w.Folded], w.weight >= weightWord/2 && w.name < 0:
			return false, false
		}
	}
	return passive, true
}

var prepositions = set(`of in on at to from with without within about against between among into onto through during over
	under for as than that what`)

// bound reports whether a number or date of the claim stands, in the evidence, next to
// another name of the kind than in the claim, whose name has one of its own there.
func (a *alignment) bound() (Finding, bool) {
	s := a.claim
	for i := range s.mentions {
		m := &s.mentions[i]
		p := s.owner(m)
		if p == nil || !p.known || a.inName(m) {
			continue
		}
		var found Finding
		wrong, right := false, false
		a.group.units(func(u *Sentence) bool {
			l := a.byUnit[u][m.from]
			if l.unit == nil {
				return true
			}
			e := &u.mentions[u.words[l.at].number]
			r := u.owner(e)
			if r == nil || r.key == p.key {
				right = true
				return false
			}
			if !r.known || r.kind != p.kind || family(r.key, p.key) {
				return true
			}
			for j := range u.mentions {
				f := &u.mentions[j]
				if o := u.owner(f); f != e && sameKind(m, f) && o != nil && o.key == p.key && fitMentions(m, f) == fitsNot {
					code := NumberMismatch
					if m.Kind == number.KindDate {
						code = DateMismatch
					}
					wrong, found = true, a.numberFinding(code, m, f.text(u), u)
				}
			}
			return true
		})
		if wrong && !right {
			return found, true
		}
	}
	return Finding{}, false
}

// owner returns the name that a number belongs to: the nearest, of two as near the one
// before it.
func (s *Sentence) owner(m *mention) *name {
	var best *name
	least := maxOwner
	for i := range s.names {
		n := &s.names[i]
		d := m.from - n.to
		if d < 0 {
			d = n.from - m.to + 1
		}
		if d >= 0 && d < least {
			best, least = n, d
		}
	}
	return best
}

const maxOwner = 6 // words between a number and its name

// otherSubject reports whether the claim's first name stands only around the evidence,
// which begins with one that the claim has later: then who does it is not clear.
func (a *alignment) otherSubject() (Finding, bool) {
	s := a.claim
	if len(s.names) < 2 || !s.names[0].known {
		return Finding{}, false
	}
	p := &s.names[0]
	u := a.best[s.words[p.from].clause]
	if u.hasKey(p.key) || len(u.names) == 0 {
		return Finding{}, false
	}
	if a.group.Main.hasKey(p.key) && (u == a.group.Main || a.clauseCoverBy(u, s.words[p.from].clause) < sameAsNote) {
		return Finding{}, false
	}
	first := &u.names[0]
	for i := range s.names[1:] {
		if q := &s.names[i+1]; q.known && q.key == first.key && q.key != p.key && q.kind == p.kind {
			return a.finding(RolesUnclear, p.from, p.to, u.Text[u.words[first.from].Start:u.words[first.to-1].End], u), true
		}
	}
	return Finding{}, false
}

// sameAsNote is how much of a clause a note covers at least if it is the very statement
// that the claim makes.
const sameAsNote = 0.7

// crossed reports whether the claim begins with a name that comes later in the
// evidence, which begins with one that comes later in the claim, with no passive to
// explain it: then who does it is not clear.
func (a *alignment) crossed() (Finding, bool) {
	s := a.claim
	if len(s.names) < 2 || s.hasWord("by") {
		return Finding{}, false
	}
	p := &s.names[0]
	u := a.best[s.words[p.from].clause]
	links := a.byUnit[u]
	if len(u.names) < 2 || links[p.from].unit == nil || u.hasWord("by") {
		return Finding{}, false
	}
	first := &u.names[0]
	if u.words[links[p.from].at].name == 0 || first.key == p.key || family(first.key, p.key) {
		return Finding{}, false
	}
	for i := range s.names[1:] {
		q := &s.names[i+1]
		if q.key != first.key || q.key == p.key || !q.known {
			continue
		}
		if q.kind == p.kind && p.known && a.clauseCoverBy(u, s.words[p.from].clause) >= likeNote {
			return a.finding(RolesUnclear, p.from, p.to, u.Text[u.words[first.from].Start:u.words[first.to-1].End], u), true
		}
	}
	return Finding{}, false
}

// numbersSwapped reports whether two numbers of the claim have changed places: each
// stands, in the evidence, next to what the claim says of the other.
func (a *alignment) numbersSwapped() (Finding, bool) {
	s := a.claim
	for x := range s.mentions {
		for y := x + 1; y < len(s.mentions); y++ {
			m, n := &s.mentions[x], &s.mentions[y]
			if m.Kind != n.Kind {
				continue
			}
			var found Finding
			ok := false
			a.group.units(func(u *Sentence) bool {
				links := a.byUnit[u]
				e, f := links[m.from], links[n.from]
				if e.unit == nil || f.unit == nil || e.at == f.at {
					return true
				}
				i, j := a.nearest(m, n, u), a.nearest(n, m, u)
				if i >= 0 && j >= 0 && i != j && abs(i-e.at) > abs(i-f.at) && abs(j-f.at) > abs(j-e.at) {
					lo, hi := min(e.at, f.at), min(len(u.words), max(e.at, f.at)+4)
					found, ok = a.finding(RolesSwapped, m.from, n.to, u.Text[u.words[lo].Start:u.words[hi-1].End], u), true
				}
				return !ok
			})
			if ok {
				return found, true
			}
		}
	}
	return Finding{}, false
}

// nearest returns the place in u of the word that stands nearest to m in the claim,
// after it and nearer to it than to n; -1 if there is none.
func (a *alignment) nearest(m, n *mention, u *Sentence) int {
	s, links := a.claim, a.byUnit[u]
	for i := m.to; i < min(len(s.words), m.to+6); i++ {
		if i >= n.from && i < n.to || n.from > m.from && i >= n.from {
			break
		}
		if s.words[i].number < 0 && s.words[i].weight >= weightWord/2 && links[i].unit != nil && a.once(i) {
			return links[i].at
		}
	}
	return -1
}

// once reports whether the claim has the word at i once.
func (a *alignment) once(i int) bool {
	for j := range a.claim.words {
		if j != i && a.claim.words[j].key == a.claim.words[i].key {
			return false
		}
	}
	return true
}

// comparandsSwapped reports whether the two sides of a comparison have changed places.
func (a *alignment) comparandsSwapped() (Finding, bool) {
	s := a.claim
	at := s.comparator()
	if at < 0 {
		return Finding{}, false
	}
	u := a.best[s.words[at].clause]
	links := a.byUnit[u]
	mid := u.comparator()
	if mid < 0 {
		return Finding{}, false
	}
	same, crossed := 0.0, 0.0
	for i := range s.words {
		w := &s.words[i]
		if abs(i-at) > 10 || w.weight < weightWord/2 || w.number >= 0 || links[i].unit == nil || abs(links[i].at-mid) > 12 || !u.once(links[i].at) || !a.once(i) || w.class&comparison != 0 {
			continue
		}
		if (i < at) == (links[i].at < mid) {
			same += w.weight
		} else {
			crossed += w.weight
		}
	}
	if crossed <= same+0.5 && !a.namesCrossed(at, mid, u) || s.directions()%2 != u.directions()%2 {
		return Finding{}, false
	}
	return a.finding(RolesSwapped, max(0, at-1), min(len(s.words), at+2), u.Text[u.words[max(0, mid-3)].Start:u.words[min(len(u.words), mid+4)-1].End], u), true
}

// namesCrossed reports whether names have changed sides about the words at and mid,
// from left to right and from right to left, and none has kept its side.
func (a *alignment) namesCrossed(at, mid int, u *Sentence) bool {
	left, right := false, false
	for _, n := range a.claim.names {
		l := a.byUnit[u][n.from]
		if l.unit == nil || u.words[l.at].name < 0 || u.names[u.words[l.at].name].key != n.key || !u.once(l.at) {
			continue
		}
		switch {
		case (n.from < at) == (l.at < mid):
			return false
		case n.from < at:
			left = true
		default:
			right = true
		}
	}
	return left && right
}

// comparator returns the word that parts the two sides of a comparison, or -1.
func (s *Sentence) comparator() int {
	for i := range s.words {
		switch s.words[i].Folded {
		case "than":
			if i > 0 && (s.words[i-1].Folded == "rather" || s.words[i-1].Folded == "other") {
				continue
			}
			return i
		case "relative", "compared", "versus":
			return i
		}
	}
	return -1
}

func (s *Sentence) once(i int) bool {
	for j := range s.words {
		if j != i && s.words[j].key == s.words[i].key {
			return false
		}
	}
	return true
}

// directions counts the words that say that something is less.
func (s *Sentence) directions() int {
	n := 0
	for i := range s.words {
		if lesser[s.words[i].Folded] {
			n++
		}
	}
	return n
}

var lesser = set(`less fewer lower lighter smaller weaker reduce reduces reduced looser cheaper worse lesser`)

// quantifiers compares how many the claim says it of.
func (a *alignment) quantifiers() []Finding {
	s := a.claim
	for i := range s.words {
		w := &s.words[i]
		strength := w.class & (universal | majority)
		if strength == 0 || s.isNegator(i) || w.negated || a.idiom(i) {
			continue
		}
		u := a.best[w.clause]
		if a.quantified(u, strength) || strength == majority && a.quantified(u, universal) {
			continue
		}
		for _, v := range []*Sentence{u, a.group.Main} {
			if j := a.weaker(v, i, strength); j >= 0 {
				return []Finding{a.finding(QuantifierMismatch, i, i+1, v.words[j].Folded, v)}
			}
		}
		if strong[w.Folded] {
			return []Finding{a.finding(QuantifierAbsent, i, i+1, "", u)}
		}
	}
	return nil
}

// idiom reports whether the quantifier at i counts nothing: "in all", "above all",
// "for every".
func (a *alignment) idiom(i int) bool {
	s := a.claim
	if a.follows(i, "above", "after", "at", "not", "for") {
		return true
	}
	return a.follows(i, "in") && (i+1 == len(s.words) || gap(s.between(i+1)))
}

// weaker returns the quantifier of u that stands near what the words after the claim's
// quantifier at i are matched by, and is weaker; -1 if there is none.
func (a *alignment) weaker(u *Sentence, i int, strength class) int {
	links := a.byUnit[u]
	for k := i + 1; k < min(len(links), i+4); k++ {
		if links[k].unit == nil || links[k].sim < simRelated {
			continue
		}
		at := links[k].at
		for j := max(0, at-4); j < min(len(u.words), at+2); j++ {
			if u.words[j].class&(someQuantifier|manyQuantifier|majority) != 0 && u.words[j].class&strength == 0 && u.words[j].clause == u.words[at].clause {
				return j
			}
		}
	}
	return -1
}

// strong are quantifiers that the evidence has to state in some way.
var strong = set(`all every always everyone everybody everything entirely wholly completely totally
	invariably universally unanimously exclusively only solely unconditionally none nobody never nothing`)

func (a *alignment) quantified(u *Sentence, c class) bool {
	return u.classes&c != 0 || a.group.Main.classes&c != 0
}

// links between statements: a cause or a comparison that no evidence states.
func (a *alignment) causes() []Finding {
	s := a.claim
	derived := a.derived
	all := a.group.Main.classes
	for _, n := range a.group.Notes {
		all |= n.classes
	}
	for i := range s.words {
		w := &s.words[i]
		if d := direction(s, i); d != 0 {
			if u, j := a.otherOrder(i, d); j >= 0 {
				return []Finding{a.finding(OrderMismatch, i, i+1, u.Text[u.words[j].Start:u.words[min(len(u.words), j+5)-1].End], u)}
			}
		}
		switch {
		case boosters[w.Folded] && a.links[i].sim == 0:
			return []Finding{a.finding(CertaintyAbsent, i, i+1, "", a.group.Main)}
		case w.Folded == "because" && !a.states(w.clause):
			return []Finding{a.finding(CauseAbsent, i, i+1, "", a.group.Main)}
		case w.class&cause != 0 && causal[w.Folded] && all&cause == 0 && !strings.Contains(a.group.Main.Text, ": "):
			return []Finding{a.finding(CauseAbsent, i, i+1, "", a.group.Main)}
		case ordering[w.Folded] && !derived && a.eventAhead(i) && !a.ordered(w.class&(beforeWord|afterWord), w.clause):
			return []Finding{a.finding(OrderAbsent, i, i+1, "", a.group.Main)}
		case w.Folded == "than" && !a.beforeNumber(i) && all&comparison == 0 && !a.follows(i, "rather", "other"):
			return []Finding{a.finding(ComparisonAbsent, i, i+1, "", a.group.Main)}
		}
	}
	return nil
}

// states reports whether one unit covers the clause of a "because" and the one before
// it, and gives a reason itself.
func (a *alignment) states(clause int) bool {
	found := false
	a.group.units(func(u *Sentence) bool {
		gives := u.classes&cause != 0 || strings.Contains(u.Text, ": ") || u == a.group.Main && len(a.group.Notes) > 0
		if gives && a.clauseCoverBy(u, clause) >= bothSides && (clause == 0 || a.clauseCoverBy(u, clause-1) >= bothSides) {
			found = true
		}
		return !found
	})
	return found
}

// bothSides is how much of a cause and of its effect a sentence covers at least if it
// links them.
const bothSides = 0.4

// direction says whether the word at i puts what follows it before (+1) or after (-1)
// what it is said of.
func direction(s *Sentence, i int) int {
	switch s.words[i].Folded {
	case "before", "until", "prior":
		return 1
	case "after", "once", "following", "since":
		return -1
	}
	return 0
}

// otherOrder returns the word of a unit that orders what follows the claim's word at i
// the other way, or -1.
func (a *alignment) otherOrder(i, d int) (*Sentence, int) {
	for _, u := range []*Sentence{a.best[a.claim.words[i].clause], a.group.Main} {
		links := a.byUnit[u]
		n, found := 0, -1
		for k := i + 1; k < min(len(links), i+7); k++ {
			l := links[k]
			if l.unit == nil || l.sim < simRelated || a.claim.words[k].weight < weightWord/2 {
				continue
			}
			for j := l.at - 1; j >= max(0, l.at-6); j-- {
				if e := direction(u, j); e == d {
					return nil, -1
				} else if e == -d {
					n++
					found = j
					break
				}
			}
		}
		if n >= 2 {
			return u, found
		}
	}
	return nil, -1
}

// boosters are words that say that something is certain.
var boosters = set(`established proven proved undisputed undoubtedly definitely definitively conclusively certainly
	unquestionably indisputably`)

// ordered reports whether what matches a clause has a word of the same order.
func (a *alignment) ordered(c class, clause int) bool {
	return (a.best[clause].classes|a.group.Main.classes)&c != 0
}

// eventAhead reports whether a name that is no person's or organization's follows the
// word at i, or a date.
func (a *alignment) eventAhead(i int) bool {
	s := a.claim
	for j := i + 1; j < min(len(s.words), i+4); j++ {
		if n := s.words[j].name; n >= 0 {
			k := s.names[n].kind
			return s.names[n].known && k != "person" && k != "organization"
		}
	}
	return false
}

// ordering are words that order two events in time.
var ordering = set(`before after earlier later preceded precedes followed predates predated postdates prior`)

func (a *alignment) follows(i int, before ...string) bool {
	for _, b := range before {
		if i > 0 && a.claim.words[i-1].Folded == b {
			return true
		}
	}
	return false
}

func (a *alignment) beforeNumber(i int) bool {
	return i+1 < len(a.claim.words) && a.claim.words[i+1].number >= 0
}

// causal are words that state a cause.
var causal = set(`because caused causes causing led leads result resulted results consequence
	consequently prompted prompts therefore thus hence owing due thanks triggered spurred drove reason`)
