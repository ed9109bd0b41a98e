package entail

import "slices"

// Version names the rules, their weights and their words. It changes whenever the same
// claim and evidence may get another decision.
const Version = "2026.1"

// A Verdict says what the evidence makes of a claim.
type Verdict uint8

// The verdicts.
const (
	Undecided Verdict = iota
	Supported
	Partial
	Unsupported
	Contradicted
)

// String returns the verdict in a word.
func (v Verdict) String() string {
	return [...]string{"undecided", "supported", "partial", "unsupported", "contradicted"}[v]
}

// Rules that decide where no finding does.
const (
	RuleCovered     = "covered"      // one group states all of it
	RuleCoveredMore = "covered-more" // several state its clauses
	RuleNotCovered  = "not-covered"
	RulePartCovered = "part-covered"
)

// A Decision is what was decided about a claim.
type Decision struct {
	Verdict Verdict
	// Rule is the finding or rule that decided, "" if Undecided.
	Rule     string
	Score    float64
	Findings []Finding
	// Groups are what the decision rests on, best first, Notes the notes of theirs
	// that are most like the claim.
	Groups   []int
	Notes    []NoteRef
	Parts    []Part
	Features Features
}

// A NoteRef names a note of a group.
type NoteRef struct{ Group, Note int }

// A Part is a clause of a claim with what the evidence makes of it.
type Part struct {
	Start, End int
	Verdict    Verdict
}

// conflicts reports whether a finding says that the evidence says otherwise.
func (c Code) conflicts() bool {
	switch c {
	case NumberMismatch, UnitMismatch, DateMismatch, NameMismatch, RolesSwapped, PolarityMismatch, OrderMismatch,
		QuantifierMismatch, AttributionSwapped:
		return true
	}
	return false
}

// replaces reports whether a finding is about words of the claim that have taken the
// place of others, so that they can't be matched.
func (c Code) replaces() bool {
	switch c {
	case NumberMismatch, UnitMismatch, DateMismatch, NameMismatch:
		return true
	}
	return false
}

// absent reports whether a finding says that the evidence doesn't say so.
func (c Code) absent() bool {
	switch c {
	case NumberAbsent, DateAbsent, NameAbsent, WordsAbsent:
		return true
	}
	return false
}

// lacks reports whether a finding says that what the claim says there isn't in the
// evidence, whatever is.
func (c Code) lacks() bool { return c.absent() || c.replaces() }

// opens reports whether a finding leaves the clause open.
func (c Code) opens() bool {
	switch c {
	case CauseAbsent, ComparisonAbsent, OrderAbsent, SubjectAbsent, QuantifierAbsent, RolesUnclear, DerivedUnknown, CountAbsent, PolarityUnclear, CertaintyAbsent,
		WordChanged,
		AttributionAbsent:
		return true
	}
	return false
}

// reserve reports whether a finding says that the claim dropped a reserve.
func (c Code) reserve() bool { return c == HedgeDropped || c == AttributionDropped }

// A state is what a comparison makes of a clause.
type state uint8

const (
	open    state = iota
	unclear       // a rule leaves it open
	backed
	absent
	wrong
)

// states says of each clause what the comparison makes of it.
func (c *Comparison) states(t Thresholds) []state {
	s := c.a.claim
	out := make([]state, s.clauses)
	for k, cover := range c.clauses {
		switch {
		case cover >= t.Clause:
			out[k] = backed
		case cover <= t.Absent && s.contents(k) >= minOther:
			out[k] = absent
		}
	}
	for _, f := range c.Findings {
		k := s.clauseAt(f.Start)
		switch {
		case f.Code.conflicts() && !f.Code.replaces() && min(c.clauses[k], c.Soft) >= t.Conflict:
			out[k] = wrong
		case f.Code.replaces() && c.otherwise(f) >= t.Conflict:
			out[k] = wrong
		case out[k] == wrong:
		case f.Code.absent(), f.Code.replaces():
			out[k] = absent
		case f.Code.opens(), f.Code.conflicts() && out[k] == backed:
			out[k] = unclear
		}
	}
	return out
}

// otherwise returns how much the group covers of the claim and of the finding's clause,
// whichever is less, but for the words that the finding is about.
func (c *Comparison) otherwise(f Finding) float64 {
	s := c.a.claim
	k := s.clauseAt(f.Start)
	var sum, total, clauseSum, clauseTotal float64
	for i := range s.words {
		w := &s.words[i]
		if w.Start < f.End && w.End > f.Start {
			continue
		}
		total += w.weight
		sum += w.weight * c.a.links[i].sim
		if w.clause == k {
			clauseTotal += w.weight
			clauseSum += w.weight * c.a.links[i].sim
		}
	}
	if total == 0 {
		return 0
	}
	if clauseTotal < weightWord {
		return sum / total
	}
	return min(sum/total, clauseSum/clauseTotal)
}

// rest returns how much the group covers of the claim but for the words of which a
// finding says that it lacks them; 0 if there is no such finding.
func (c *Comparison) rest() float64 {
	s := c.a.claim
	var sum, total float64
	lacks := false
	for i := range s.words {
		w := &s.words[i]
		if slices.ContainsFunc(c.Findings, func(f Finding) bool { return f.Code.lacks() && w.Start < f.End && w.End > f.Start }) {
			lacks = true
			continue
		}
		total += w.weight
		sum += w.weight * c.a.links[i].sim
	}
	if !lacks || total < restWeight {
		return 0
	}
	return sum / total
}

// restWeight is the weight that is left of a claim at least if that is a part of it.
const restWeight = 2.5

func (s *Sentence) clauseAt(at int) int {
	for i := range s.words {
		if s.words[i].End > at {
			return s.words[i].clause
		}
	}
	return 0
}

// clauseCover returns how much of each clause the group covers, all its units
// together.
func (a *alignment) clauseCover() []float64 {
	s := a.claim
	sum, total := make([]float64, s.clauses), make([]float64, s.clauses)
	for i := range s.words {
		w := &s.words[i]
		sum[w.clause] += w.weight * a.links[i].sim
		total[w.clause] += w.weight
	}
	for k := range sum {
		if total[k] > 0 {
			sum[k] /= total[k]
		} else {
			sum[k] = 1
		}
	}
	return sum
}

// supports reports whether the group states all of the claim.
func (c *Comparison) supports(t Thresholds) bool {
	return c.Soft >= t.Whole && c.Hard >= t.Hard && c.Missing <= t.Missing && all(c.states(t), backed) && !c.loose()
}

// A claim of so few words is supported by these words alone: by others that may mean the
// same, "It is haunted" would be by what is "persistent".
const (
	fewWords   = 2
	byTheWords = 0.8
)

// loose reports whether a claim of few words is covered by other words.
func (c *Comparison) loose() bool {
	if c.Strict >= byTheWords {
		return false
	}
	n := 0
	for i := range c.a.claim.words {
		if c.a.claim.words[i].weight > weightLight {
			n++
		}
	}
	return n <= fewWords
}

// Blocked reports whether a rule objects to the group as an answer.
func (c *Comparison) Blocked() bool {
	return slices.ContainsFunc(c.Findings, func(f Finding) bool { return f.Code.conflicts() || f.Code.absent() })
}

func all(list []state, s state) bool {
	for _, x := range list {
		if x != s {
			return false
		}
	}
	return true
}

// rivalled is how much of the best group's coverage another has at least if it may
// support what the best one contradicts.
const rivalled = 0.97

// Decide says what the evidence makes of a claim; only, if not nil, says which groups
// count.
func (q *Query) Decide(t Thresholds, only func(group int) bool) Decision {
	cs := q.Best(only)
	if q.claim.cut {
		return Decision{Score: q.score(t, cs)}
	}
	if len(cs) == 0 {
		return Decision{Verdict: Unsupported, Rule: RuleNotCovered}
	}
	d := Decision{Score: q.score(t, cs), Groups: []int{cs[0].Group}, Findings: cs[0].Findings}
	states := make([][]state, len(cs))
	for i, c := range cs {
		states[i] = c.states(t)
	}
	first := slices.Contains(states[0], wrong)
	for _, c := range cs {
		if first && c.Soft < rivalled*cs[0].Soft {
			break
		}
		if !c.supports(t) || c.Soft < nearest*cs[0].Soft {
			continue
		}
		set := q.support(t, d, []*Comparison{c})
		if c != cs[0] && c.Soft < cs[0].Soft {
			set.reserved(cs[0])
		}
		return set
	}
	if set := q.together(t, cs, states); set != nil && !first {
		return q.support(t, d, set)
	}
	q.refuse(t, &d, cs, states)
	shown := cs[0]
	if d.Verdict == Contradicted {
		shown = q.plainest(cs, states)
		d.Groups, d.Findings, d.Rule = []int{shown.Group}, shown.Findings, rule(shown.Findings, Code.conflicts)
	}
	d.Notes = notesOf([]*Comparison{shown})
	return d
}

// plainest returns, of the groups that contradict a claim, the one whose own sentence
// has most of the claim's names: to whoever has the year of a thing wrong it says more
// than one that has the year, of something else.
func (q *Query) plainest(cs []*Comparison, states [][]state) *Comparison {
	best, most := cs[0], q.named(cs[0])
	for i, c := range cs[1:] {
		if n := q.named(c); n > most && slices.Contains(states[i+1], wrong) && c.Soft >= plain*cs[0].Soft {
			best, most = c, n
		}
	}
	return best
}

// plain is how much of the best group's coverage another has at least that is shown in
// its place.
const plain = 0.6

// named counts the names of the claim that the sentence of a group has.
func (q *Query) named(c *Comparison) int {
	n := 0
	for _, x := range q.claim.names {
		if c.a.group.Main.namesAny([]string{x.key}) {
			n++
		}
	}
	return n
}

// nearest is how much of the best group's coverage another has at least that supports.
const nearest = 0.85

// reserved lets a reserve count that the claim dropped of a group that is more like it
// than the one that supports it.
func (d *Decision) reserved(c *Comparison) {
	for _, f := range c.Findings {
		if f.Code.reserve() && d.Verdict == Supported {
			d.Verdict, d.Rule = Partial, string(f.Code)
			d.Findings = append(d.Findings, f)
		}
	}
}

// support decides for groups that state all of the claim.
func (q *Query) support(t Thresholds, d Decision, set []*Comparison) Decision {
	d.Verdict, d.Rule = Supported, RuleCovered
	if len(set) > 1 {
		d.Rule = RuleCoveredMore
	}
	d.Groups, d.Findings = nil, nil
	d.Score = 0
	for _, c := range set {
		d.Groups = append(d.Groups, c.Group)
		d.Findings = append(d.Findings, c.Findings...)
		d.Score = max(d.Score, q.score(t, []*Comparison{c}))
		for _, f := range c.Findings {
			if f.Code.reserve() && d.Verdict == Supported {
				d.Verdict, d.Rule = Partial, string(f.Code)
			}
		}
	}
	d.Notes = notesOf(set)
	return d
}

// together returns groups that back the clauses one by one: for each clause that the
// best group doesn't back, the first that does.
func (q *Query) together(t Thresholds, cs []*Comparison, states [][]state) []*Comparison {
	if q.claim.clauses < 2 || cs[0].Soft < t.Nothing {
		return nil
	}
	set := []*Comparison{cs[0]}
	for k, st := range states[0] {
		if st == backed {
			continue
		}
		if st == unclear {
			return nil
		}
		found := false
		for i, c := range cs {
			if states[i][k] == backed && (c.clauses[k] >= t.Other && c.a.group.Section == cs[0].a.group.Section || c.clauses[k] >= t.Far) && q.claim.contents(k) >= minOther && !slices.Contains(states[i], wrong) {
				found = true
				if !slices.Contains(set, c) {
					set = append(set, c)
				}
				break
			}
		}
		if !found {
			return nil
		}
	}
	if len(set) < 2 {
		return nil
	}
	return set
}

// minOther is how many content words a clause has at least that another group than the
// best one may state.
const minOther = 3

// contents counts the content words of a clause.
func (s *Sentence) contents(clause int) int {
	n := 0
	for i := range s.words {
		if s.words[i].clause == clause && s.words[i].weight >= weightWord/2 {
			n++
		}
	}
	return n
}

// refuse decides a claim that isn't supported.
func (q *Query) refuse(t Thresholds, d *Decision, cs []*Comparison, states [][]state) {
	count := map[state]int{}
	for k, st := range states[0] {
		if st == absent || st == open {
			for i := range cs[1:] {
				if states[i+1][k] == backed {
					st = backed
				}
			}
		}
		count[st]++
		d.Parts = append(d.Parts, q.claim.part(k, st))
	}
	best := cs[0]
	switch {
	case count[wrong] > 0:
		d.Verdict = Contradicted
		d.Rule = rule(best.Findings, Code.conflicts)
	case count[absent] > 0 && count[backed] > 0:
		d.Verdict, d.Rule = Partial, RulePartCovered
		if r := rule(best.Findings, Code.lacks); r != "" {
			d.Rule = r
		}
	case count[absent] > 0 && best.rest() >= t.Rest:
		d.Verdict, d.Rule = Partial, rule(best.Findings, Code.lacks)
	case best.Soft <= t.Nothing && rule(best.Findings, Code.lacks) != "", best.Soft <= t.Alone, count[absent] > 0 && count[open]+count[unclear] == 0:
		d.Verdict, d.Rule = Unsupported, RuleNotCovered
		if r := rule(best.Findings, Code.lacks); r != "" {
			d.Rule = r
		}
	}
	if len(d.Parts) < 2 {
		d.Parts = nil
	}
}

// rule returns the code of the first finding of a sort, "" if there is none.
func rule(list []Finding, is func(Code) bool) string {
	for _, f := range list {
		if is(f.Code) {
			return string(f.Code)
		}
	}
	return ""
}

// part returns a clause with its verdict.
func (s *Sentence) part(clause int, st state) Part {
	p := Part{Start: -1, Verdict: [...]Verdict{open: Undecided, unclear: Undecided, backed: Supported, absent: Unsupported, wrong: Contradicted}[st]}
	for i := range s.words {
		if s.words[i].clause == clause {
			if p.Start < 0 {
				p.Start = s.words[i].Start
			}
			p.End = s.words[i].End
		}
	}
	p.Start = max(p.Start, 0)
	return p
}

// likeNote is how much of a claim a note covers at least if it says the same.
const likeNote = 0.6

// notesOf returns the notes of groups that are most like the claim.
func notesOf(set []*Comparison) []NoteRef {
	var out []NoteRef
	for _, c := range set {
		best, most := -1, likeNote
		for i := range c.a.group.Notes {
			if cover := c.a.unitCover(c.a.group.Notes[i].Sentence); cover > most {
				best, most = i, cover
			}
		}
		if best >= 0 {
			out = append(out, NoteRef{c.Group, best})
		}
	}
	return out
}

// unitCover returns how much of the claim's weight one unit covers.
func (a *alignment) unitCover(u *Sentence) float64 {
	sum, total := 0.0, 0.0
	for i, l := range a.byUnit[u] {
		w := a.claim.words[i].weight
		total += w
		sum += w * l.sim
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

// Backs reports whether a group, named by a marker, says enough of a claim that other
// text supports: nearly as much as the best, with nothing against it.
func (q *Query) Backs(t Thresholds, g int) bool {
	c := q.done[g]
	if c == nil {
		c = q.compare(g, nil)
		q.done[g] = c
	}
	if c.supports(t) {
		return true
	}
	best := q.Best(nil)
	return len(best) > 0 && !c.Blocked() && c.Soft >= t.Near && c.Soft >= nearly*best[0].Soft
}

// nearly is how much of the best group's coverage a cited one has at least.
const nearly = 0.75

// Supporting returns the groups each of which states all of the claim, best first.
func (q *Query) Supporting(t Thresholds) []int {
	var out []int
	for _, c := range q.Best(nil) {
		if c.supports(t) {
			out = append(out, c.Group)
		}
	}
	return out
}

// Top returns the n groups that cover most of the claim, best first.
func (q *Query) Top(n int) []int { return top(q.coverage, n) }
