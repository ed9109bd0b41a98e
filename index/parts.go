package index

import (
	"fmt"
	"strings"
)

// Parts is a set of the parts of a search, so that what each is worth can be
// measured: see [Options.Without]. The zero Parts has none.
type Parts uint32

// The parts of a search, in the order in which they act.
const (
	// Numbers brings numbers, money, shares and dates to one term, however
	// they are written.
	Numbers Parts = 1 << iota
	// Spelling corrects words that the corpus doesn't know, and joins and
	// splits compounds as the corpus writes them.
	Spelling
	// Names knows the other names of what a question names: aliases of the
	// sidecar, and acronyms that the text introduces.
	Names
	// Synonyms adds words that mean the same.
	Synonyms
	// Questions is the field of document expansion, [corpus.Passage.Questions].
	Questions
	// Facts is the field of what the facts of the corpus state.
	Facts
	// Proximity rewards words of the question that stand together in the text.
	Proximity
	// Agreement rewards a single sentence, or a single question of the
	// document expansion, that has much of the question.
	Agreement
	// Feedback rewards what the first passages have in common (RM3).
	Feedback
	// Diversity sees to it that each half of a two-part question has a passage
	// among the first.
	Diversity

	// AllParts has all parts. Without them, a search is plain BM25F.
	AllParts Parts = 1<<iota - 1
)

var partNames = []string{"numbers", "spelling", "names", "synonyms", "questions", "facts", "proximity", "agreement", "feedback", "diversity"}

// Has reports whether all of the parts q are in p.
func (p Parts) Has(q Parts) bool { return p&q == q }

// String returns the names of the parts, separated by commas.
func (p Parts) String() string {
	var names []string
	for i, name := range partNames {
		if p.Has(1 << i) {
			names = append(names, name)
		}
	}
	return strings.Join(names, ",")
}

// Each returns the parts in p, each as a set of its own.
func (p Parts) Each() []Parts {
	var out []Parts
	for i := range partNames {
		if p.Has(1 << i) {
			out = append(out, 1<<i)
		}
	}
	return out
}

// ParsePart returns the part of a name, such as "synonyms".
func ParsePart(name string) (Parts, error) {
	for i, n := range partNames {
		if n == name {
			return 1 << i, nil
		}
	}
	return 0, fmt.Errorf("index: no part %q; there is %s", name, strings.Join(partNames, ", "))
}
