package entail

import (
	"slices"
	"strings"
)

// A Note says in other words what a group's main sentence says, or a part of it.
type Note struct {
	*Sentence
	// Reserve says on what it rests, if that is less than a plain statement:
	// "reported", "said by critics". By are the keys of the names of who says it.
	Reserve string
	By      []string
	// Critical says that those who say it are others than those it is about.
	Critical bool
}

// hedges tells of a reserve of the evidence that the claim leaves out, and of a
// statement that it puts in the mouth of another.
func (a *alignment) hedges() []Finding {
	s := a.claim
	if f, ok := a.attribution(); ok {
		return []Finding{f}
	}
	if f, ok := a.modal(); ok {
		return []Finding{f}
	}
	if a.subject != nil && a.subject.classes&(hedge|report|critics) != 0 {
		return nil // said of the sentence before, which this one goes on
	}
	if len(a.group.Notes) > 0 {
		return a.reserves()
	}
	if found := a.reported(); found != nil {
		return found
	}
	if s.classes&(hedge|report|critics) != 0 {
		return nil
	}
	return a.wordsOfReserve()
}

// reserves looks at the notes that say what a clause says: if all of the best of them
// have a reserve, the claim has to have one.
func (a *alignment) reserves() []Finding {
	for c := range a.claim.clauses {
		best, plain := a.likestNotes(c)
		if best == nil || plain {
			continue
		}
		if best.Reserve != "" && !best.Critical && len(best.By) > 0 && len(best.mentions) > 0 && best.Reserve != "reported" && best.Reserve != "estimated" && !a.group.Main.hasOf(doubts) {
			continue // a number from its owner's report is passed on as a number
		}
		if best.Reserve == "unresolved" && a.claim.hasOf(unsettled) || a.claim.owns() {
			continue
		}
		if a.claim.classes&hedge != 0 || a.claim.hasOf(hearsay) || len(best.By) > 0 && best.Reserve != "reported" && a.claim.classes&(report|critics) != 0 {
			continue
		}
		from, to := a.claim.clauseWords(c)
		code := HedgeDropped
		words := best.Reserve
		if words == "" {
			words = best.reserveWord()
		}
		if len(best.By) > 0 {
			code = AttributionDropped
			if a.subject != nil && a.subject.namesAny(best.By) || a.claim.person(best.By) || best.Critical && a.claim.namesAny(best.By) {
				continue // who says it is said, or was said before
			}
		}
		return []Finding{a.finding(code, from, to, words, best.Sentence)}
	}
	return nil
}

// reserveWord returns the first hedge of a note, "" if it has none.
func (n *Note) reserveWord() string {
	for i := range n.words {
		if reserves[n.words[i].Folded] && n.words[i].number < 0 {
			return n.words[i].Folded
		}
	}
	return ""
}

// reserves are the hedges that are never a part of what is said.
var reserves = set(`may might reportedly arguably allegedly possibly perhaps potentially estimate estimates estimated
	probably likely seemingly apparently`)

// person reports whether a name of the sentence is that of a person who is one of
// those who say it.
func (s *Sentence) person(by []string) bool {
	return slices.ContainsFunc(s.names, func(n name) bool { return n.kind == "person" && slices.Contains(by, n.key) })
}

// nearlyAsLike is how much less of a clause a note may cover than the best one to say
// the same.
const nearlyAsLike = 0.05

// likestNotes returns the note that covers most of a clause, if any covers enough, and
// whether one of those that cover nearly as much has no reserve.
func (a *alignment) likestNotes(clause int) (best *Note, plain bool) {
	most := 0.0
	covers := make([]float64, len(a.group.Notes))
	for i := range a.group.Notes {
		covers[i] = a.clauseCoverBy(a.group.Notes[i].Sentence, clause)
		if covers[i] > most {
			most, best = covers[i], &a.group.Notes[i]
		}
	}
	if most < likeNote {
		return nil, false
	}
	if a.group.Main.classes&(hedge|report|critics) == 0 && a.clauseCoverBy(a.group.Main, clause) >= most-preferNote {
		return best, true // the sentence itself says it plainly
	}
	for i, c := range covers {
		if n := &a.group.Notes[i]; c >= most-nearlyAsLike && n.Reserve == "" && n.reserveWord() == "" {
			plain = true
		}
	}
	return best, plain
}

// hearsay are words that pass on what others say.
var hearsay = set(`reportedly reported reports reporting said according described portrayed billed hailed touted pitched
	positioned dubbed accounts account press coverage media sources seen viewed interpreted regarded considered widely people link links linked associated interpretation called labelled labeled
	observers believed understood allegedly supposedly took read many estimate estimates estimated figures put puts
	claims claimed`)

// modal finds a "will" of the claim where what matches it has "may", "might" or "could".
func (a *alignment) modal() (Finding, bool) {
	s := a.claim
	for i := range s.words {
		w := &s.words[i]
		if w.Folded != "will" {
			continue
		}
		u := a.best[w.clause]
		if u.hasWord("will") || u.hasWord("would") {
			continue
		}
		for j := range u.words {
			if f := u.words[j].Folded; f == "may" && u.words[j].number < 0 || f == "might" || f == "could" || f == "can" {
				return a.finding(HedgeDropped, i, i+1, f, u), true
			}
		}
	}
	return Finding{}, false
}

// doubts are words by which a sentence keeps its distance from what it passes on.
var doubts = set(`claim claims claimed allege alleges alleged purport purports purported supposedly`)

// unsettled are words that say that something is open.
var unsettled = set(`whether open unclear question unsettled settled unresolved debate debated uncertain undecided`)

// owns reports whether a sentence says whose figures or claim it passes on: "by its own
// count", "if the claim holds".
func (s *Sentence) owns() bool {
	for i := range s.words {
		f := s.words[i].Folded
		if f == "own" && i+1 < len(s.words) && ownWords[s.words[i+1].Folded] || f == "if" && s.classes&report != 0 {
			return true
		}
	}
	return false
}

var ownWords = set(`count counts figures numbers reporting words account telling estimate position`)

func (s *Sentence) hasOf(set map[string]bool) bool {
	for i := range s.words {
		if set[s.words[i].Folded] {
			return true
		}
	}
	return false
}

// clauseCoverBy returns how much of a clause one unit covers.
func (a *alignment) clauseCoverBy(u *Sentence, clause int) float64 {
	sum, total := 0.0, 0.0
	for i, l := range a.byUnit[u] {
		if w := &a.claim.words[i]; w.clause == clause {
			total += w.weight
			sum += w.weight * l.sim
		}
	}
	if total == 0 {
		return 0
	}
	return sum / total
}

func (s *Sentence) namesAny(keys []string) bool {
	return slices.ContainsFunc(s.names, func(n name) bool { return slices.Contains(keys, n.key) })
}

func (s *Sentence) clauseWords(clause int) (from, to int) {
	from = -1
	for i := range s.words {
		if s.words[i].clause == clause {
			if from < 0 {
				from = i
			}
			to = i + 1
		}
	}
	return max(from, 0), to
}

// wordsOfReserve looks for words such as "reportedly" and "may" next to what a clause
// matches.
func (a *alignment) wordsOfReserve() []Finding {
	s := a.claim
	for c := range s.clauses {
		u := a.best[c]
		links := a.byUnit[u]
		lo, hi, first := len(u.words), -1, -1
		for i := range s.words {
			if s.words[i].clause == c && links[i].unit != nil && links[i].sim >= simRelated && s.words[i].weight > 0 {
				lo, hi = min(lo, links[i].at), max(hi, links[i].at)
				if first < 0 {
					first = i
				}
			}
		}
		if first < 0 || a.covers[c] < likeNote {
			continue
		}
		for j := max(0, lo-4); j < min(len(u.words), hi+1); j++ {
			x := &u.words[j]
			if x.class&hedge != 0 && x.clause == u.words[max(j, lo)].clause {
				return []Finding{a.finding(HedgeDropped, first, first+1, x.Folded, u)}
			}
		}
	}
	return nil
}

// attribution compares who says it, where the claim has somebody say it and a note
// that is like the claim knows who does.
func (a *alignment) attribution() (Finding, bool) {
	s := a.claim
	who := s.speaker()
	if who < 0 || !s.names[who].known {
		return Finding{}, false
	}
	n := s.names[who]
	if !a.group.Main.hasKey(n.key) && !slices.ContainsFunc(a.group.Notes, func(x Note) bool { return x.hasKey(n.key) || oneOf(n.key, x.By) }) && !(a.group.Main.Anaphoric() && slices.ContainsFunc(a.group.Context, func(x *Sentence) bool { return x.hasKey(n.key) })) {
		return a.finding(AttributionAbsent, n.from, n.to, "", nil), true
	}
	for c := range s.clauses {
		note, _ := a.likestNotes(c)
		if note == nil || len(note.By) == 0 || oneOf(n.key, note.By) || !note.Critical && note.hasKey(n.key) {
			continue
		}
		return a.finding(AttributionSwapped, n.from, n.to, note.By[0], note.Sentence), true
	}
	return Finding{}, false
}

// oneOf reports whether a key is one of several, or a part of one.
func oneOf(key string, keys []string) bool {
	return slices.ContainsFunc(keys, func(k string) bool { return strings.Contains(k, key) || strings.Contains(key, k) })
}

func (s *Sentence) hasKey(key string) bool {
	return slices.ContainsFunc(s.names, func(n name) bool { return n.key == key })
}

// speaker returns the name that the sentence has say something: one directly before a
// word such as "says", or after "according to"; -1 if there is none.
func (s *Sentence) speaker() int {
	for i := range s.words {
		w := &s.words[i]
		if !speaks[w.Folded] && !(w.Folded == "put" && i+1 < len(s.words) && s.words[i+1].Folded == "it") {
			continue
		}
		for j := i - 1; j >= max(0, i-3); j-- {
			if s.words[j].name < 0 && s.words[j].weight >= weightWord/2 {
				break // "Meta's framework says": the framework does
			}
			if s.words[j].name >= 0 && s.words[j].clause == w.clause {
				return s.words[j].name
			}
		}
		if w.Folded == "according" && i+2 < len(s.words) && s.words[i+2].name >= 0 {
			return s.words[i+2].name
		}
	}
	return -1
}

// speaks are words of which a name before them is the speaker.
var speaks = set(`say says saying claim claims claimed claiming argue argues argued arguing assert asserts asserted
	contend contends contended maintain maintains maintained insist insists insisted believe believes believed
	states stated notes warn warns warned according acknowledge acknowledges acknowledged admit admits admitted
	concede concedes conceded deny denies denied declare declares declared announce announces announced conclude
	concludes concluded tell tells told position view opinion judgment judgement assessment frames framed
	characterizes characterized cautions cautioned complain complains complained objects objected allege alleges
	alleged`)
