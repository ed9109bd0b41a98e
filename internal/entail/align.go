package entail

import "github.com/footnote-go/footnote/internal/thesaurus"

// A link says what a word of the claim is matched by.
type link struct {
	sim  float64
	unit *Sentence // nil if by nothing, or by what is around the evidence
	at   int       // word of unit
}

// An alignment matches the words of a claim with a group.
type alignment struct {
	claim *Sentence
	// subject is what was said before the claim, if it needs that.
	subject *Sentence
	group   *Group
	links   []link
	// best is the unit that matches each clause best, covers how much of it.
	best   []*Sentence
	covers []float64
	// byUnit are the links to each unit alone.
	byUnit map[*Sentence][]link
	// beside are other groups that are like the claim: numbers may be reckoned with theirs.
	beside []*Group
	// derived says that a number of the claim was reckoned.
	derived bool
	// rest says that a share of the claim is what another leaves: then what it is of is
	// negated.
	rest bool
}

// align matches the words of a claim with a group.
func align(s *Sentence, vs [][]variant, g *Group) *alignment {
	a := &alignment{
		claim: s, group: g,
		links:  make([]link, len(s.words)),
		best:   make([]*Sentence, s.clauses),
		covers: make([]float64, s.clauses),
		byUnit: map[*Sentence][]link{},
	}
	total := make([]float64, s.clauses)
	for i := range s.words {
		total[s.words[i].clause] += s.words[i].weight
	}
	sums := make([]float64, s.clauses)
	g.units(func(u *Sentence) bool {
		links := matchUnit(s, vs, u)
		a.byUnit[u] = links
		clear(sums)
		for i, l := range links {
			if l.sim > a.links[i].sim {
				a.links[i] = l
			}
			sums[s.words[i].clause] += s.words[i].weight * l.sim
		}
		for c := range sums {
			if total[c] == 0 {
				continue
			}
			// A note states one thing; a long sentence has words for everything.
			cover := sums[c] / total[c]
			lead := 1e-9
			if a.best[c] == g.Main {
				lead = -preferNote
			}
			if a.best[c] == nil || cover > a.covers[c]+lead {
				a.best[c], a.covers[c] = u, cover
			}
		}
		return true
	})
	for c := range a.best {
		if a.best[c] == nil {
			a.best[c] = g.Main
		}
	}
	a.context(vs)
	return a
}

// preferNote is how much less of a clause a note may cover than the main sentence to
// be the better match.
const preferNote = 0.1

// matchUnit matches the words of a claim with those of one sentence: each with the
// most alike, of equals with that which stands next to the match of the word before.
func matchUnit(s *Sentence, vs [][]variant, u *Sentence) []link {
	links := make([]link, len(s.words))
	last := -1
	for i := range s.words {
		w := &s.words[i]
		if w.number >= 0 {
			if m := &s.mentions[w.number]; m.from == i && (w.name < 0 || !s.names[w.name].known) {
				for k := range u.mentions {
					if fitMentions(m, &u.mentions[k]) != fitsNot {
						links[i] = link{1, u, u.mentions[k].from}
						break
					}
				}
				continue
			}
		}
		if w.Term == "" {
			continue
		}
		for j := range u.words {
			x := &u.words[j]
			if x.Term == "" {
				continue
			}
			sim := 0.0
			for _, v := range vs[i] {
				if v.term == x.Term {
					sim = v.sim
					break
				}
			}
			if sim > links[i].sim || sim > 0 && sim == links[i].sim && last >= 0 && abs(j-last) < abs(links[i].at-last) {
				links[i] = link{sim, u, j}
			}
		}
		if links[i].unit != nil {
			last = links[i].at
		}
	}
	a := alias{s, u, links}
	a.match()
	return links
}

func abs(n int) int { return max(n, -n) }

// An alias matches names that are called otherwise.
type alias struct {
	s, u  *Sentence
	links []link
}

func (a alias) match() {
	for _, n := range a.s.names {
		if !n.known {
			continue
		}
		found := -1
		for _, m := range a.u.names {
			if m.known && m.key == n.key {
				found = m.from
				break
			}
		}
		for i := n.from; i < n.to; i++ {
			switch {
			case found >= 0 && a.links[i].sim < 1:
				a.links[i] = link{1, a.u, found}
			case found < 0 && proper(n.kind) && n.to-n.from > 2:
				a.links[i] = link{} // "Open Source Initiative" is no "open source"
			case found < 0 && a.links[i].unit != nil && n.kind != "":
				// A word of another name is no match: "Llama" of "Llama 4".
				if x := a.u.words[a.links[i].at]; x.name >= 0 && a.u.names[x.name].known && a.u.names[x.name].kind == n.kind {
					a.links[i] = link{}
				}
			}
		}
	}
}

// context matches what no unit does with what stands around.
func (a *alignment) context(vs [][]variant) {
	for i := range a.claim.words {
		w := &a.claim.words[i]
		if w.Term == "" || a.links[i].sim >= simContext {
			continue
		}
		if w.name < 0 && a.group.Hints[w.Term] && w.class&(negator|comparison) == 0 {
			a.links[i].sim = max(a.links[i].sim, simHint)
		}
		for k, c := range a.group.Context {
			if w.name >= 0 && a.claim.names[w.name].known {
				for _, m := range c.names {
					if m.key == a.claim.names[w.name].key {
						a.links[i].sim = max(a.links[i].sim, simContext)
					}
				}
				continue
			}
			if k >= a.group.Headings {
				continue // of sentences around, only the names are meant
			}
			for j := range c.words {
				if c.words[j].Term == w.Term {
					a.links[i].sim = max(a.links[i].sim, simContext)
				}
			}
		}
	}
}

// coverage returns how much of the claim's weight the links cover, and how much of
// it by the same words, and how much by words of the group's own.
func (a *alignment) coverage() (soft, strict, hard float64) {
	total := 0.0
	for i := range a.claim.words {
		w := a.claim.words[i].weight
		total += w
		soft += w * a.links[i].sim
		if a.links[i].sim == 1 {
			strict += w
		}
		if a.links[i].unit != nil || a.links[i].sim == 1 {
			hard += w * a.links[i].sim
		}
	}
	if total == 0 {
		return 0, 0, 0
	}
	return soft / total, strict / total, hard / total
}

// related reports whether two terms mean much the same.
func related(a, b string) bool {
	if a == b {
		return true
	}
	for _, k := range thesaurus.Close(a) {
		if k == b {
			return true
		}
	}
	for _, k := range words().close[a] {
		if k == b {
			return true
		}
	}
	for _, k := range thesaurus.Related(a) {
		if k == b {
			return true
		}
	}
	return len(a) >= prefixBytes && len(b) >= prefixBytes && derived(a, b)
}
