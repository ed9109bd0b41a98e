package entail

import "slices"

// candidates is how many groups a claim is compared with in detail.
const candidates = 6

// A Query is a claim made ready to be held against evidence. It is not safe for
// concurrent use.
type Query struct {
	e        *Evidence
	claim    *Sentence
	subject  *Sentence // what the answer said before, if the claim needs it
	before   *Sentence // what it said directly before
	quoted   []quoted
	variants [][]variant
	coverage []float64
	done     map[int]*Comparison
}

// Query makes a claim ready. subject is what stands before it in the answer, nil for
// nothing: what "it" and "they" mean is sought there.
func (e *Evidence) Query(claim, subject *Sentence) *Query {
	q := &Query{e: e, claim: claim, variants: make([][]variant, len(claim.words)), done: map[int]*Comparison{}}
	for i := range claim.words {
		if claim.words[i].Term != "" {
			q.variants[i] = e.variants(claim, i)
		}
	}
	q.coverage = e.coverage(claim, q.variants)
	q.preferNumbers()
	if claim.Anaphoric() && subject != nil {
		q.subject, q.before = subject, subject
		q.preferSubject()
	}
	return q
}

// What groups gain that have what a claim is about.
const (
	gainNumbers = 0.15
	gainSubject = 0.12
	gainNear    = 0.08
)

// preferNumbers prefers groups that have the claim's numbers.
func (q *Query) preferNumbers() {
	n := len(q.claim.mentions)
	if n == 0 {
		return
	}
	for g := range q.coverage {
		if q.coverage[g] == 0 {
			continue
		}
		found := 0
		for i := range q.claim.mentions {
			if hasNumber(&q.e.Groups[g], &q.claim.mentions[i]) {
				found++
			}
		}
		q.coverage[g] += gainNumbers * float64(found) / float64(n)
	}
}

// preferSubject prefers groups that are about what was spoken of before.
func (q *Query) preferSubject() {
	for g := range q.coverage {
		if q.coverage[g] > 0 && len(q.subject.names) > 0 {
			q.coverage[g] += gainSubject * q.e.Groups[g].about(q.subject)
		}
	}
}

// Near prefers groups that stand near what the answer was about before.
func (q *Query) Near(near func(group int) bool) {
	for g := range q.coverage {
		if q.coverage[g] > 0 && near(g) {
			q.coverage[g] += gainNear
		}
	}
}

// Limit leaves only the given groups.
func (q *Query) Limit(only func(group int) bool) {
	for g := range q.coverage {
		if q.coverage[g] > 0 && !only(g) {
			q.coverage[g] = 0
		}
	}
}

// about returns the share of a sentence's names that the group or its context has.
func (g *Group) about(s *Sentence) float64 {
	if len(s.names) == 0 {
		return 0
	}
	n := 0
	for _, x := range s.names {
		if g.mentions(x.key) {
			n++
		}
	}
	return float64(n) / float64(len(s.names))
}

func (g *Group) mentions(key string) bool {
	found := false
	look := func(u *Sentence) bool {
		for _, m := range u.names {
			if m.key == key {
				found = true
			}
		}
		return !found
	}
	g.units(look)
	for _, c := range g.Context {
		if !found {
			look(c)
		}
	}
	return found
}

func hasNumber(g *Group, m *mention) bool {
	found := false
	g.units(func(u *Sentence) bool {
		for i := range u.mentions {
			if fitMentions(m, &u.mentions[i]) != fitsNot {
				found = true
				return false
			}
		}
		return true
	})
	return found
}

// Anaphoric reports whether a claim needs what was said before it: whether it speaks
// of "it", "they" or "the company" before any name.
func (s *Sentence) Anaphoric() bool {
	for i := range min(len(s.words), 6) {
		w := &s.words[i]
		if w.name >= 0 {
			return false
		}
		if anaphors[w.Folded] {
			return true
		}
		if w.Folded == "the" && i+1 < len(s.words) && subjects[s.words[i+1].Folded] {
			return true
		}
	}
	return false
}

// Refers reports whether a sentence has a pronoun, or speaks of "the company" or "the
// model", anywhere.
func (s *Sentence) Refers() bool {
	for i := range s.words {
		w := &s.words[i]
		if pronouns[w.Folded] || w.Folded == "the" && i+1 < len(s.words) && subjects[s.words[i+1].Folded] {
			return true
		}
	}
	return false
}

var pronouns = set(`it its they their them he his him she her`)

var (
	anaphors = set(`it its they their them he his him she her this these those that both such the_latter`)
	subjects = set(`company firm organization group lab model models study report license policy framework company's bill
		essay post paper book law release strategy latter former author authors`)
)

// A Comparison is what was found when a claim was held against one group.
type Comparison struct {
	Group int
	// Soft is how much of the claim's weight the group covers, Strict how much by
	// the same words.
	// Hard is how much by words of the group's own, none around it.
	Soft, Strict, Hard float64
	// Missing is the share of its weight that nothing matches.
	Missing  float64
	Findings []Finding
	clauses  []float64 // how much of each clause is covered
	a        *alignment
}

// Best holds the claim against the groups that cover most of it; only, if not nil,
// says which may be looked at.
func (q *Query) Best(only func(group int) bool) []*Comparison {
	cov := q.coverage
	if only != nil {
		cov = make([]float64, len(q.coverage))
		for g, c := range q.coverage {
			if c > 0 && only(g) {
				cov[g] = c
			}
		}
	}
	best := top(cov, candidates)
	var beside []*Group
	for _, g := range best {
		beside = append(beside, &q.e.Groups[g])
	}
	out := make([]*Comparison, 0, len(best))
	for _, g := range best {
		c := q.done[g]
		if c == nil {
			c = q.compare(g, beside)
			q.done[g] = c
		}
		out = append(out, c)
	}
	return out
}

// aboutSubject is the share of the names of what was said before that a group has at
// least if it is about the same, unless it has the first.
const aboutSubject = 0.34

// A quoted part of a claim is known to stand in some groups, word for word.
type quoted struct {
	start, end int
	in         func(group int) bool
}

// Quoted says that the claim's text from start to end stands in the given groups, word
// for word: there its words are matched and no rule objects to them.
func (q *Query) Quoted(start, end int, in func(group int) bool) {
	q.quoted = append(q.quoted, quoted{start, end, in})
	for g := range q.coverage {
		if in(g) {
			q.coverage[g] += gainQuoted
		}
	}
}

const gainQuoted = 0.3

// quote matches the words of quotations.
func (q *Query) quote(a *alignment, g int) {
	for _, p := range q.quoted {
		if !p.in(g) {
			continue
		}
		for i := range q.claim.words {
			if w := &q.claim.words[i]; w.Start >= p.start && w.End <= p.end {
				a.links[i].sim = 1
			}
		}
	}
}

// unquoted drops the findings about the words of quotations.
func (q *Query) unquoted(list []Finding, g int) []Finding {
	return slices.DeleteFunc(list, func(f Finding) bool {
		return slices.ContainsFunc(q.quoted, func(p quoted) bool { return p.in(g) && f.End > p.start && f.Start < p.end })
	})
}

func (q *Query) compare(g int, beside []*Group) *Comparison {
	s := q.claim
	a := align(s, q.variants, &q.e.Groups[g])
	a.beside, a.subject = beside, q.before
	c := &Comparison{Group: g, a: a}
	c.Findings = a.numbers()
	q.quote(a, g)
	c.Soft, c.Strict, c.Hard = a.coverage()
	c.clauses = a.clauseCover()
	if ok, reserved := a.verbatim(); ok {
		c.Soft, c.Strict, c.Hard = 1, 1, 1
		for k := range c.clauses {
			c.clauses[k] = 1
		}
		c.Findings = nil
		if reserved {
			c.Findings = slices.DeleteFunc(a.hedges(), func(f Finding) bool { return !f.Code.reserve() })
		}
		return c
	}
	total := 0.0
	for i := range s.words {
		w := &s.words[i]
		total += w.weight
		if w.weight > weightLight && a.links[i].sim == 0 {
			c.Missing += w.weight
		}
	}
	if total > 0 {
		c.Missing /= total
	}
	for _, rule := range []func() []Finding{
		a.namesIn, a.polarity, a.roles, a.quantifiers, a.causes, a.hedges, a.changes,
	} {
		c.Findings = append(c.Findings, rule()...)
	}
	c.Findings = q.unquoted(c.Findings, g)
	if q.subject != nil && len(q.subject.names) > 0 && q.e.Groups[g].about(q.subject) < aboutSubject && !q.e.Groups[g].mentions(q.subject.names[0].key) {
		c.Findings = append(c.Findings, a.finding(SubjectAbsent, 0, 1, "", nil))
	}
	return c
}

// Uncovered returns the words of the claim that nothing matches.
func (c *Comparison) Uncovered() []string {
	var out []string
	for i := range c.a.claim.words {
		w := &c.a.claim.words[i]
		if w.weight > weightLight && c.a.links[i].sim < simHint {
			out = append(out, w.Folded)
		}
	}
	return out
}
