package entail

import (
	"slices"
	"strings"
)

// reported looks for what the evidence has somebody say, or has somebody deny, and the claim
// states as a fact. It goes by the words of the sentence that the clause is most like;
// where notes know who says it, reserves does.
func (a *alignment) reported() []Finding {
	if a.claim.passesOn() {
		return nil
	}
	for c := range a.claim.clauses {
		u := a.best[c]
		m, first := a.matched(u, c)
		if first < 0 || a.clauseCoverBy(u, c) < likeNote {
			continue
		}
		if v := u.denier(m); v >= 0 {
			return []Finding{a.finding(PolarityUnclear, first, first+1, u.words[v].Folded, u)}
		}
		if a.claim.classes&hedge != 0 {
			continue
		}
		if v := u.attributed(m); v >= 0 {
			return []Finding{a.finding(AttributionDropped, first, first+1, u.words[v].Folded, u)}
		}
	}
	return nil
}

// A match is the names and content words of a sentence that a clause matches: their
// weights by their places, and the first and last of these.
type match struct {
	weight map[int]float64
	total  float64
	lo, hi int
}

// matched returns what a clause matches of u, and its first word that does; -1 if none.
func (a *alignment) matched(u *Sentence, clause int) (m match, first int) {
	links := a.byUnit[u]
	m = match{weight: map[int]float64{}, lo: len(u.words), hi: -1}
	first = -1
	for i := range a.claim.words {
		w := &a.claim.words[i]
		if w.clause != clause || w.weight < weightWord/2 || links[i].unit == nil || links[i].sim < simRelated {
			continue
		}
		at := links[i].at
		m.weight[at] += w.weight
		m.total += w.weight
		m.lo, m.hi = min(m.lo, at), max(m.hi, at)
		if first < 0 {
			first = i
		}
	}
	return m, first
}

// governed is how much of what a clause matches stands after "says" at least if that is
// what is said: "Anna says that she built it" has Anna before it.
const governed = 0.5

// governs reports whether what the word at v of s begins is what the clause matches.
func (m *match) governs(s *Sentence, v int) bool {
	sum := 0.0
	for i := v + 1; i < len(s.words) && !s.begins(i); i++ {
		sum += m.weight[i]
	}
	return sum > 0 && sum >= governed*m.total
}

// passesOn reports whether a sentence says that somebody says it.
func (s *Sentence) passesOn() bool { return s.hasOf(asserts) || s.hasOf(disputes) || s.hasOf(rumours) }

// denier returns the word by which somebody disputes what the clause matches, "that" or
// "whether" it is so; -1 if there is none.
func (s *Sentence) denier(m match) int {
	for v := range len(s.words) - 1 {
		if f := s.words[v+1].Folded; disputes[s.words[v].Folded] && (f == "that" || f == "whether") && m.governs(s, v) {
			return v
		}
	}
	return -1
}

// attributed returns the word by which a sentence has somebody say what the clause
// matches: "critics say …", "…, critics say", "according to X, …", "in the view of X,
// …", "… is said to …"; -1 if there is none.
func (s *Sentence) attributed(m match) int {
	for v := range s.words {
		f := s.words[v].Folded
		next := func(word string) bool { return v+1 < len(s.words) && s.words[v+1].Folded == word }
		switch {
		case f == "according" && next("to") && s.named(v+2):
			if v < m.lo && s.holds(v, m.lo) || v > m.hi && s.ends(m.hi, v) ||
				v > m.lo && v < m.hi && strings.Contains(s.between(v), ",") {
				return v
			}
		case v > 0 && v < m.lo && opinions[f] && next("of") && s.words[0].Folded == "in" && m.lo < len(s.words) && strings.Contains(s.Text[s.words[v].End:s.words[m.lo].Start], ","):
			return v
		case rumoured[f] && next("to") && v > m.lo && v < m.hi:
			return v
		case asserts[f] && v > 0 && s.words[v].number < 0 && !next("in") && !s.documents(v) && m.governs(s, v),
			asserts[f] && v > m.hi && !s.documents(v) && v >= len(s.words)-afterSaid && s.ends(m.hi, v):
			return v
		}
	}
	return -1
}

// afterSaid is how many words a sentence ends with at most from "said" on: "…, its owner
// said in 1850".
const afterSaid = 3

// holds reports whether what the word at v governs goes on up to the word at lo: no
// other statement begins in between.
func (s *Sentence) holds(v, lo int) bool {
	for i := v + 1; i <= lo && i < len(s.words); i++ {
		if s.begins(i) {
			return false
		}
	}
	return v < lo && lo < len(s.words)
}

// begins reports whether the word at i begins another statement than the one before it.
func (s *Sentence) begins(i int) bool {
	gap := s.between(i)
	if strings.ContainsAny(gap, ";:") {
		return true
	}
	if !strings.Contains(gap, ",") {
		return false
	}
	switch s.words[i].Folded {
	case "and", "but", "while", "yet", "so", "whereas":
		return true
	}
	return false
}

// ends reports whether what stands up to hi is followed, after a comma and within a few
// words, by the word at v, and no other statement begins in between.
func (s *Sentence) ends(hi, v int) bool {
	if v-hi > 5 {
		return false
	}
	for i := hi + 1; i <= v; i++ {
		if strings.Contains(s.between(i), ",") {
			return !slices.ContainsFunc(s.words[i:v+1], func(w word) bool { return w.Folded == "and" || w.Folded == "but" || w.Folded == "while" })
		}
	}
	return false
}

// named reports whether the word at i begins a name, or "the" and somebody: not a plan.
func (s *Sentence) named(i int) bool {
	if i >= len(s.words) {
		return false
	}
	f := s.words[i].Folded
	return s.words[i].name >= 0 || f == "the" || f == "a" || f == "an" || f == "its" || f == "his" || f == "her" || f == "their" || s.words[i].class&critics != 0 || upper(s.Text[s.words[i].Start:])
}

// documents reports whether the verb at v is "says" of a text that makes true what it
// says, such as a law, or that records it.
func (s *Sentence) documents(v int) bool {
	f := s.words[v].Folded
	return v > 0 && (f == "say" || f == "says" || f == "said") && binding[s.words[v-1].Folded]
}

// asserts are verbs by which somebody says what need not be so. Verbs such as "admit" and
// "show", by which what is said is so, aren't among them.
var asserts = set(`say says said argue argues argued claim claims claimed contend contends contended allege alleges
	alleged assert asserts asserted insist insists insisted maintain maintains maintained believe believes believed
	think thinks thought suspect suspects suspected suggest suggests suggested predict predicts predicted warn warns
	warned complain complains complained`)

// disputes are verbs by which somebody says that what is said is not so.
var disputes = set(`deny denies denied dispute disputes disputed doubt doubts doubted question questions questioned
	reject rejects rejected contest contests contested`)

// rumoured are words that make what follows, with "to", hearsay.
var rumoured = set(`said believed thought alleged claimed reputed rumoured rumored understood supposed`)

// rumours are other words by which a sentence says that somebody says it.
var rumours = set(`according reportedly allegedly supposedly purportedly apparently view opinion eyes critics
	rumoured rumored reputed supposed understood`)

// opinions are words of whose "of" the one follows who has them.
var opinions = set(`view opinion eyes judgment judgement words`)

// binding are texts of which what they say is so, or is all that anybody could know.
var binding = set(`law act bill statute rule rules contract agreement licence license policy treaty charter report
	record records register minutes timetable article figures`)
