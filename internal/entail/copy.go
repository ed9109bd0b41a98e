package entail

import "slices"

// nearCopy is how much of a claim's weight a unit has in the very words, from which on
// the claim is taken for a copy of it: then what differs was changed.
const nearCopy = 0.85

// copied returns the unit that the claim is nearly a copy of, nil if there is none.
func (a *alignment) copied() *Sentence {
	var best *Sentence
	most := nearCopy
	a.group.units(func(u *Sentence) bool {
		same, total := 0.0, 0.0
		for i, l := range a.byUnit[u] {
			w := &a.claim.words[i]
			total += w.weight
			if l.sim == 1 {
				same += w.weight
			}
		}
		if total > 0 && same/total >= most {
			best, most = u, same/total
		}
		return true
	})
	return best
}

// verbatim reports whether the claim is a unit of the group, word for word, and whether
// that is nothing but notes with a reserve: then what the claim lacks is the reserve
// alone.
func (a *alignment) verbatim() (ok, reserved bool) {
	if a.copies(a.group.Main) {
		return true, false
	}
	for i := range a.group.Notes {
		if n := &a.group.Notes[i]; a.copies(n.Sentence) {
			if n.Reserve == "" && n.reserveWord() == "" {
				return true, false
			}
			ok, reserved = true, true
		}
	}
	return ok, reserved
}

// copies reports whether the claim has the words of u. Their folded form has no sign: of
// "$5" and "€5" it is the same, so the numbers are compared as such.
func (a *alignment) copies(u *Sentence) bool {
	return slices.EqualFunc(a.claim.words, u.words, func(x, y word) bool { return x.Folded == y.Folded }) &&
		slices.EqualFunc(a.claim.mentions, u.mentions, func(x, y mention) bool { return fitMentions(&x, &y) == fits })
}

// changes compares a claim with the unit that it is nearly a copy of: words that stand
// in the place of others, names that have changed places, and a "will" for a "may".
func (a *alignment) changes() []Finding {
	u := a.copied()
	if u == nil {
		return nil
	}
	var out []Finding
	if f, ok := a.replaced(u); ok {
		out = append(out, f)
	}
	if f, ok := a.reordered(u); ok {
		out = append(out, f)
	}
	if f, ok := a.negated(u); ok {
		out = append(out, f)
	}
	return out
}

// replaced finds a content word of the claim that nothing matches where the unit has
// another that the claim hasn't, between the same neighbours.
func (a *alignment) replaced(u *Sentence) (Finding, bool) {
	s, links := a.claim, a.byUnit[u]
	used := make([]bool, len(u.words))
	for _, l := range links {
		if l.unit != nil {
			used[l.at] = true
		}
	}
	for i := range s.words {
		w := &s.words[i]
		if w.Term == "" || w.number >= 0 || w.name >= 0 && s.names[w.name].known || w.class&light != 0 || links[i].sim > 0 || a.links[i].sim >= simDerived {
			continue
		}
		before, after := -1, len(u.words)
		for k := i - 1; k >= max(0, i-3); k-- {
			if links[k].sim == 1 {
				before = links[k].at
				break
			}
		}
		for k := i + 1; k < min(len(links), i+4); k++ {
			if links[k].sim == 1 {
				after = links[k].at
				break
			}
		}
		if before < 0 && after == len(u.words) {
			continue
		}
		if before < 0 {
			before = after - 4
		}
		if after == len(u.words) {
			after = before + 4
		}
		if after-before > 6 || after <= before {
			continue
		}
		for j := max(0, before+1); j < min(len(u.words), after); j++ {
			x := &u.words[j]
			if x.Term == "" || x.class&light != 0 || used[j] || x.number >= 0 || x.name >= 0 && u.names[x.name].known || related(w.Term, x.Term) {
				continue
			}
			code := WordChanged
			if antonyms(w.key, x.key) {
				code = PolarityMismatch
			}
			return a.finding(code, i, i+1, x.Folded, u), true
		}
	}
	return Finding{}, false
}

// reordered finds two names of the claim that have changed places: each stands, in the
// unit, next to what the claim says of the other.
func (a *alignment) reordered(u *Sentence) (Finding, bool) {
	s, links := a.claim, a.byUnit[u]
	whole := a.wordForWord(u) && s.plainWords() >= 1 && s.hasWord("by") == u.hasWord("by")
	place := func(n *name) int {
		if l := links[n.from]; l.sim == 1 && u.words[l.at].name >= 0 {
			return l.at
		}
		return -1
	}
	for x := range s.names {
		for y := x + 1; y < len(s.names); y++ {
			p, q := &s.names[x], &s.names[y]
			at, there := place(p), place(q)
			if at < 0 || there < 0 || at < there || u.words[at].name == u.words[there].name {
				continue
			}
			i, j := a.beside1(p, u), a.beside1(q, u)
			if whole || i >= 0 && j >= 0 && i != j && abs(i-there) < abs(i-at) && abs(j-at) < abs(j-there) {
				return a.finding(RolesSwapped, p.from, q.to, u.Text[u.words[there].Start:u.words[at].End], u), true
			}
		}
	}
	return Finding{}, false
}

// matchedAfter reports whether u has the next content word after the claim's word at i.
func (a *alignment) matchedAfter(u *Sentence, i int) bool {
	for k := i + 1; k < min(len(a.claim.words), i+4); k++ {
		if a.claim.words[k].Term != "" {
			return a.byUnit[u][k].sim == 1
		}
	}
	return false
}

// matches reports whether the content word after the word at j in u matches one of the
// claim.
func (a *alignment) matches(u *Sentence, j int) bool {
	for k := j + 1; k < min(len(u.words), j+4); k++ {
		if u.words[k].Term == "" {
			continue
		}
		for _, l := range a.byUnit[u] {
			if l.unit != nil && l.at == k {
				return true
			}
		}
		return false
	}
	return false
}

// plainWords counts the content words that are no part of a name.
func (s *Sentence) plainWords() int {
	n := 0
	for i := range s.words {
		if s.words[i].weight >= weightWord/2 && s.words[i].name < 0 {
			n++
		}
	}
	return n
}

// wordForWord reports whether all content words of the claim stand in u, and all of u
// in the claim.
func (a *alignment) wordForWord(u *Sentence) bool {
	used := make([]bool, len(u.words))
	for i, l := range a.byUnit[u] {
		if l.sim == 1 {
			used[l.at] = true
		} else if a.claim.words[i].weight >= weightWord/2 {
			return false
		}
	}
	for j := range u.words {
		w := &u.words[j]
		if w.weight >= weightWord/2 && !used[j] && w.name < 0 {
			return false
		}
	}
	return true
}

// beside1 returns the place in u of the word that stands nearest to a name in the claim
// and is no name, -1 if none is near.
func (a *alignment) beside1(n *name, u *Sentence) int {
	s, links := a.claim, a.byUnit[u]
	for d := 1; d <= 3; d++ {
		for _, i := range []int{n.to - 1 + d, n.from - d} {
			if i < 0 || i >= len(links) || links[i].sim < 1 || s.words[i].name >= 0 || s.words[i].Term == "" || !a.once(i) || !u.once(links[i].at) {
				continue
			}
			return links[i].at
		}
	}
	return -1
}

// negated compares the negators of a claim with those among the words of the unit that
// match it.
func (a *alignment) negated(u *Sentence) (Finding, bool) {
	s, links := a.claim, a.byUnit[u]
	lo, hi := len(u.words), -1
	for i := range links {
		if links[i].sim == 1 && s.words[i].Term != "" {
			lo, hi = min(lo, links[i].at), max(hi, links[i].at)
		}
	}
	n, at := 0, -1
	for i := range s.words {
		if s.isNegator(i) && a.matchedAfter(u, i) {
			n++
			at = i
		}
	}
	there := 0
	for j := max(0, lo-2); j <= hi; j++ {
		if u.isNegator(j) && a.matches(u, j) {
			there++
		}
	}
	if n%2 == there%2 || a.rest || a.deniesAlone(-1, u, -1) {
		return Finding{}, false
	}
	if at < 0 {
		for i := range links {
			if links[i].sim == 1 && s.words[i].Term != "" {
				at = i
				break
			}
		}
	}
	return a.finding(PolarityMismatch, at, at+1, u.Text[u.words[max(0, lo)].Start:u.words[hi].End], u), at >= 0 && hi >= 0
}
