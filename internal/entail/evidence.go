package entail

import (
	"math"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/internal/thesaurus"
)

// A Group is a sentence of the evidence with other sentences that say what it says,
// and with what is needed to understand it.
type Group struct {
	Main *Sentence
	// Notes say in other words what Main says, or a part of it: statements of typed
	// facts.
	Notes []Note
	// Context is what stands around Main: headings, the sentence before. Names that
	// Main calls "it" are found there.
	// The first Headings of them are headings and the like, of which all words count.
	Context  []*Sentence
	Headings int
	// Hints are the terms of texts that are known to be answered around here.
	Hints map[string]bool
	// Section numbers the section that Main stands in.
	Section int
}

// units returns the sentences of a group that state something.
func (g *Group) units(yield func(*Sentence) bool) {
	if !yield(g.Main) {
		return
	}
	for _, n := range g.Notes {
		if !yield(n.Sentence) {
			return
		}
	}
}

// Evidence is a number of groups with an index of their words. It is immutable once
// made and safe for concurrent use.
type Evidence struct {
	Groups   []Group
	postings map[string][]int32  // groups by the term of a word
	prefixes map[string][]string // terms by their first letters
}

// NewEvidence makes an index of groups.
func NewEvidence(groups []Group) *Evidence {
	e := &Evidence{groups, make(map[string][]int32, 16*len(groups)), map[string][]string{}}
	for i := range groups {
		groups[i].units(func(s *Sentence) bool {
			for j := range s.words {
				e.add(int32(i), s.words[j].Term)
			}
			return true
		})
	}
	return e
}

const prefixBytes = 5 // words that are derived from one another share so many

func (e *Evidence) add(group int32, term string) {
	if term == "" {
		return
	}
	list := e.postings[term]
	if n := len(list); n > 0 && list[n-1] == group {
		return
	}
	if len(list) == 0 && len(term) >= prefixBytes {
		e.prefixes[term[:prefixBytes]] = append(e.prefixes[term[:prefixBytes]], term)
	}
	e.postings[term] = append(list, group)
}

// How like words are.
const (
	simSame    = 1.0
	simClose   = 0.9  // the same in the field: policy.txt
	simLike    = 0.8  // much the same in reports of any kind: lexicon.txt
	simDerived = 0.85 // derived from one another: regulator, regulatory
	simRelated = 0.7  // WordNet says so
	simContext = 0.6  // stands in what is around the evidence
	simHint    = 0.55 // stands in a question that is answered around there
)

// A variant is a term that may stand for a word of the claim.
type variant struct {
	term string
	sim  float64
}

// variants returns the terms of the evidence that may stand for the word at i, the
// word's own first.
func (e *Evidence) variants(s *Sentence, i int) []variant {
	w := &s.words[i]
	out := []variant{{w.Term, simSame}}
	add := func(term string, sim float64) {
		if _, ok := e.postings[term]; !ok || antonyms(w.key, term) || slices.ContainsFunc(out, func(v variant) bool { return v.term == term }) {
			return
		}
		out = append(out, variant{term, sim})
	}
	for _, k := range words().same[w.Term] {
		add(k, simSame)
	}
	if w.name >= 0 && s.names[w.name].to-s.names[w.name].from > 1 {
		return out
	}
	e.addClose(w.Term, add)
	if len(w.Term) >= prefixBytes {
		for _, t := range e.prefixes[w.Term[:prefixBytes]] {
			if derived(w.Term, t) {
				add(t, simDerived)
			}
		}
	}
	for _, k := range thesaurus.Related(w.Term) {
		add(k, simRelated)
	}
	// Expressions of two words that it begins or ends: "speed up".
	if i+1 < len(s.words) {
		e.addClose(w.Term+" "+s.words[i+1].key, add)
	}
	if i > 0 && s.words[i-1].Term != "" {
		e.addClose(s.words[i-1].Term+" "+w.Term, add)
	}
	return out
}

// addClose adds the terms of what means the same as a key. Of an expression that does
// it is the first term.
func (e *Evidence) addClose(key string, add func(string, float64)) {
	for _, k := range thesaurus.Close(key) {
		first, _, _ := strings.Cut(k, " ")
		add(first, simClose)
	}
	for _, k := range words().close[key] {
		first, _, _ := strings.Cut(k, " ")
		add(first, simLike)
	}
}

// derived reports whether two terms are so alike that one is derived from the other.
func derived(a, b string) bool {
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	return n >= prefixBytes && float64(n) >= 0.65*float64(max(len(a), len(b))) && max(len(a), len(b))-n <= 5
}

// coverage returns, for each group, how much of the claim's weight it covers.
func (e *Evidence) coverage(s *Sentence, vs [][]variant) []float64 {
	total := 0.0
	out := make([]float64, len(e.Groups))
	best := make([]float64, len(e.Groups))
	for i := range s.words {
		w := s.words[i].weight
		if w == 0 {
			continue
		}
		total += w
		if len(vs[i]) == 1 {
			for _, g := range e.postings[vs[i][0].term] {
				out[g] += w
			}
			continue
		}
		var touched []int32
		for _, v := range vs[i] {
			for _, g := range e.postings[v.term] {
				if best[g] == 0 {
					touched = append(touched, g)
				}
				best[g] = math.Max(best[g], v.sim)
			}
		}
		for _, g := range touched {
			out[g] += w * best[g]
			best[g] = 0
		}
	}
	if total == 0 {
		return out
	}
	for g := range out {
		out[g] /= total
	}
	return out
}

// top returns the n groups of the highest coverage, best first; of equals the
// earlier.
func top(coverage []float64, n int) []int {
	var out []int
	for g, c := range coverage {
		if c == 0 || len(out) == n && c <= coverage[out[n-1]] {
			continue
		}
		at := len(out)
		for at > 0 && c > coverage[out[at-1]] {
			at--
		}
		out = slices.Insert(out, at, g)
		if len(out) > n {
			out = out[:n]
		}
	}
	return out
}
