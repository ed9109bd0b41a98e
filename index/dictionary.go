package index

import (
	"bytes"
	"cmp"
	"maps"
	"slices"
	"sync"
	"unicode/utf8"

	"github.com/blevesearch/vellum"
	"github.com/blevesearch/vellum/levenshtein"
)

// A dictionary is the words that the corpus knows, as they are written, for
// correcting those that it doesn't. It is built when it is first needed.
type dictionary struct {
	spellings map[string]string // folded word to term
	docFreq   func(term string) int
	load      func() *vellum.FST
}

// minCorrected is how many characters a word has at least to be corrected, and
// farFrom from how many on two edits are allowed. One edit of a short word makes
// another word too easily.
const (
	minCorrected = 4
	farFrom      = 8
)

func newDictionary(spellings map[string]string, docFreq func(string) int) *dictionary {
	d := &dictionary{spellings: spellings, docFreq: docFreq}
	d.load = sync.OnceValue(d.build)
	return d
}

// build makes an automaton of all words, nil if there are none.
func (d *dictionary) build() *vellum.FST {
	var buf bytes.Buffer
	b, err := vellum.New(&buf, nil)
	if err != nil {
		return nil
	}
	for _, w := range slices.Sorted(maps.Keys(d.spellings)) {
		if err := b.Insert([]byte(w), 0); err != nil {
			return nil
		}
	}
	if err := b.Close(); err != nil {
		return nil
	}
	fst, err := vellum.Load(buf.Bytes())
	if err != nil {
		return nil
	}
	return fst
}

// automata build Levenshtein automata for one and two edits, a transposition
// counting as one (Schulz and Mihov 2002, "Fast string correction with
// Levenshtein automata").
var automata = [3]func() *levenshtein.LevenshteinAutomatonBuilder{
	1: sync.OnceValue(func() *levenshtein.LevenshteinAutomatonBuilder { return automatonBuilder(1) }),
	2: sync.OnceValue(func() *levenshtein.LevenshteinAutomatonBuilder { return automatonBuilder(2) }),
}

func automatonBuilder(edits uint8) *levenshtein.LevenshteinAutomatonBuilder {
	b, err := levenshtein.NewLevenshteinAutomatonBuilder(edits, true)
	if err != nil {
		return nil
	}
	return b
}

// A correction is what a word was probably meant to be.
type correction struct {
	word, term string
	edits      int
}

// nearest returns the known word that is nearest to one that isn't known: of
// several at one distance one with the same first letter, then the one that more
// passages have, then the first in the alphabet.
func (d *dictionary) nearest(word string) (correction, bool) {
	n := utf8.RuneCountInString(word)
	if n < minCorrected {
		return correction{}, false
	}
	most := 1
	if n >= farFrom {
		most = 2
	}
	fst := d.load()
	if fst == nil {
		return correction{}, false
	}
	for edits := 1; edits <= most; edits++ {
		if best, ok := d.within(fst, word, edits); ok {
			return best, true
		}
	}
	return correction{}, false
}

// within returns the best known word within a number of edits.
func (d *dictionary) within(fst *vellum.FST, word string, edits int) (correction, bool) {
	builder := automata[edits]()
	if builder == nil {
		return correction{}, false
	}
	dfa, err := builder.BuildDfa(word, uint8(edits))
	if err != nil {
		return correction{}, false
	}
	var found []correction
	it, err := fst.Search(dfa, nil, nil)
	for ; err == nil; err = it.Next() {
		key, _ := it.Current()
		w := string(key)
		if isWordLike(w) {
			found = append(found, correction{w, d.spellings[w], edits})
		}
	}
	if len(found) == 0 {
		return correction{}, false
	}
	return slices.MinFunc(found, func(a, b correction) int {
		return cmp.Or(
			-cmp.Compare(sameStart(a.word, word), sameStart(b.word, word)),
			-cmp.Compare(d.docFreq(a.term), d.docFreq(b.term)),
			cmp.Compare(a.word, b.word))
	}), true
}

func sameStart(a, b string) int {
	x, _ := utf8.DecodeRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	if x == y {
		return 1
	}
	return 0
}

// isWordLike reports whether a word has letters only: nothing is corrected to a
// number.
func isWordLike(w string) bool {
	for i := range len(w) {
		if '0' <= w[i] && w[i] <= '9' {
			return false
		}
	}
	return true
}

// split returns the two known words that a word is made of, such as "opensource".
// together says whether some passage has the two side by side.
func (d *dictionary) split(word string, together func(a, b string) bool) (first, second string, ok bool) {
	const least = 3
	if len(word) < 2*least || len(word) > 40 {
		return "", "", false
	}
	for i := least; i <= len(word)-least; i++ {
		if !utf8.RuneStart(word[i]) {
			continue
		}
		a, known := d.spellings[word[:i]]
		if !known {
			continue
		}
		b, known := d.spellings[word[i:]]
		if known && together(a, b) {
			return word[:i], word[i:], true
		}
	}
	return "", "", false
}
