package index

import (
	"cmp"
	"math/bits"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/internal/number"
	"github.com/footnote-go/footnote/internal/rank"
	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/internal/thesaurus"
)

// A Source says how a term came into a search.
type Source string

// The sources of terms.
const (
	FromWord     Source = "word"     // it stands in the question
	FromNumber   Source = "number"   // a number, sum, share or date of the question in its one form
	FromSpelling Source = "spelling" // what a misspelt word was meant to be
	FromCompound Source = "compound" // a compound that the corpus writes otherwise
	FromName     Source = "name"     // another name of what the question names
	FromSynonym  Source = "synonym"  // it means the same
)

// A queryTerm is a distinct term that is looked for.
type queryTerm struct {
	term   string
	id     uint32
	count  float64 // q(t)
	idf    float64
	source Source
	from   string // the words of the question that it comes from
	covers uint64 // the aspects of the question that it stands for
	degree float64
}

// An aspect is a content word of a question.
type aspect struct {
	word   string // as it is written
	term   string
	weight float64 // inverse document frequency
	known  bool    // some passage has it, or what stands for it
	at     int     // number of the word in the question
}

// maxAspects is how many content words of a question the second stage looks at.
const maxAspects = 64

// maxAdded is how many terms are added to those of the question in the first
// stage.
const maxAdded = 8

// maxCorrected is how many words of a question are corrected. A question of
// people has one or two; one of ten thousand is none.
const maxCorrected = 16

// A reading is how a question is understood.
type reading struct {
	words     []text.Word
	aspects   []aspect
	terms     []queryTerm
	corrected map[string]string
	added     int
}

// A reader reads questions. It keeps its memory for the next.
type reader struct {
	x        *Index
	words    text.Analyzer
	mentions []number.Mention
	values   []string
	phrase   phrase
	keys     phrase                  // the words as the thesaurus has them
	related  map[relatedKey][]string // to terms of the corpus
	meant    map[string]correction   // of unknown words, edits 0 for none
	out      reading
}

func (r *reader) read(question string) *reading {
	r.out.words = r.words.AppendWords(r.out.words[:0], question)
	r.out.aspects, r.out.terms = r.out.aspects[:0], r.out.terms[:0]
	r.out.corrected, r.out.added = nil, 0
	r.content(question)
	if r.x.parts.Has(Numbers) {
		r.numbers(question)
	}
	if r.x.parts.Has(Names) {
		r.names(question)
	}
	if r.x.parts.Has(Synonyms) {
		r.synonyms()
	}
	return &r.out
}

// content takes the words of the question that say something.
func (r *reader) content(question string) {
	corrected := 0
	for i, w := range r.out.words {
		if w.IsStop() {
			continue
		}
		written := question[w.Start:w.End]
		if stats, ok := r.x.stats.terms[w.Term]; ok {
			r.take(w.Term, stats, FromWord, written, i, 1)
			continue
		}
		if r.x.parts.Has(Spelling) && corrected < maxCorrected {
			corrected++
			if r.respell(w, written, i) {
				continue
			}
		}
		r.aspect(written, w.Term, i, false)
	}
	if r.x.parts.Has(Spelling) {
		r.join(question)
	}
}

// take takes a known term that stands for the word at i of the question.
func (r *reader) take(term string, stats termStats, source Source, written string, i int, degree float64) {
	covers := r.aspect(written, term, i, true)
	for j := range r.out.terms {
		if t := &r.out.terms[j]; t.term == term {
			t.count += degree
			t.covers |= covers
			return
		}
	}
	if len(r.out.terms) >= MaxTerms {
		return
	}
	r.out.terms = append(r.out.terms, queryTerm{
		term: term, id: stats.id, count: degree, idf: r.x.idf(stats),
		source: source, from: written, covers: covers, degree: degree,
	})
}

// aspect notes a content word of the question, and returns its bit: that of its
// first occurrence.
func (r *reader) aspect(written, term string, i int, known bool) uint64 {
	for j, a := range r.out.aspects {
		if a.term == term {
			return 1 << j
		}
	}
	if len(r.out.aspects) == maxAspects {
		return 0
	}
	weight := r.x.idf(r.x.stats.terms[term])
	r.out.aspects = append(r.out.aspects, aspect{written, term, weight, known, i})
	return 1 << (len(r.out.aspects) - 1)
}

func (x *Index) idf(s termStats) float64 { return rank.IDF(len(x.passages), int(s.df)) }

// respell looks for what an unknown word was meant to be.
func (r *reader) respell(w text.Word, written string, i int) bool {
	x := r.x
	if a, b, ok := x.dictionary.split(w.Folded, x.sideBySide); ok {
		for _, part := range []string{a, b} {
			term := x.dictionary.spellings[part]
			r.take(term, x.stats.terms[term], FromCompound, written, i, 1)
		}
		return true
	}
	if !isWordLike(w.Folded) || thesaurus.Knows(w.Term) {
		return false
	}
	c := r.nearest(w.Folded)
	if c.edits == 0 {
		return false
	}
	if r.out.corrected == nil {
		r.out.corrected = map[string]string{}
	}
	r.out.corrected[written] = c.word
	r.take(c.term, x.stats.terms[c.term], FromSpelling, written, i, 1)
	return true
}

// nearest returns what a word was meant to be, a correction of no edits if that
// isn't known.
func (r *reader) nearest(word string) correction {
	c, ok := r.meant[word]
	if ok {
		return c
	}
	c, _ = r.x.dictionary.nearest(word)
	if r.meant == nil || len(r.meant) >= maxMemo {
		r.meant = make(map[string]correction)
	}
	r.meant[strings.Clone(word)] = c
	return c
}

// join looks for neighbours that the corpus writes as one word.
func (r *reader) join(question string) {
	words := r.out.words
	for i := 1; i < len(words) && len(r.out.terms) < MaxTerms; i++ {
		a, b := words[i-1], words[i]
		if a.IsStop() || b.IsStop() {
			continue
		}
		term, ok := r.x.dictionary.spellings[a.Folded+b.Folded]
		if !ok {
			continue
		}
		covers := r.bitOf(a.Term) | r.bitOf(b.Term)
		r.add(term, FromCompound, question[a.Start:b.End], covers, 1)
	}
}

// bitOf returns the bit of a term's aspect, 0 if it has none.
func (r *reader) bitOf(term string) uint64 {
	if term == "" {
		return 0
	}
	for j, a := range r.out.aspects {
		if a.term == term {
			return 1 << j
		}
	}
	return 0
}

// add adds a term to those of the question, if the corpus knows it and there is
// still room. A term of the question stands for more then.
func (r *reader) add(term string, source Source, from string, covers uint64, degree float64) {
	stats, ok := r.x.stats.terms[term]
	if !ok {
		return
	}
	for m := covers; m != 0; m &= m - 1 {
		r.out.aspects[bits.TrailingZeros64(m)].known = true
	}
	for j := range r.out.terms {
		if r.out.terms[j].term == term {
			return
		}
	}
	if r.out.added == maxAdded {
		return
	}
	r.out.added++
	r.out.terms = append(r.out.terms, queryTerm{
		term: term, id: stats.id, count: degree, idf: r.x.idf(stats),
		source: source, from: from, covers: covers, degree: degree,
	})
}

// numbers adds the values that the question mentions in their one form.
func (r *reader) numbers(question string) {
	r.mentions = number.Append(r.mentions[:0], question)
	for _, m := range r.mentions {
		covers := uint64(0)
		for j, a := range r.out.aspects {
			if w := r.out.words[a.at]; m.Start <= w.Start && w.End <= m.End {
				covers |= 1 << j
			}
		}
		r.values = valueTerms(r.values[:0], m)
		for _, term := range r.values {
			if _, known := r.x.stats.terms[term]; known && (covers == 0 || r.bitOf(term) == 0) {
				weight := 1.0
				if covers != 0 && r.known(covers) {
					weight = numberCount // its words find it, too
				}
				r.add(term, FromNumber, question[m.Start:m.End], covers, weight)
				break
			}
		}
	}
}

// names adds the other names of what the question names.
func (r *reader) names(question string) {
	n := r.x.names
	words := r.out.words
	r.phrase.set(words)
	for i := 0; i < len(words); i++ {
		thing, length, ok := n.at(&r.phrase, i)
		if !ok {
			continue
		}
		covers := uint64(0)
		for _, w := range words[i : i+length] {
			covers |= r.bitOf(w.Term)
		}
		written := question[words[i].Start:words[i+length-1].End]
		for _, other := range n.others(thing, r.phrase.slice(i, i+length)) {
			if t, ok := other.rarest(r.x.DocFreq); ok {
				r.add(t, FromName, written, covers, nameCount)
			}
		}
		i += length - 1
	}
}

// maxSynonyms is how many words that mean the same as one of the question's are
// added at most.
const maxSynonyms = 3

// synonyms adds words that mean the same: the best for each word of the question,
// those that count most first, then the second best. The general thesaurus is only
// asked for words that the corpus doesn't know; of those that it does, too many of
// its synonyms are meant otherwise.
func (r *reader) synonyms() {
	type related struct {
		terms  []string
		covers uint64
		from   string
		weight float64
		known  bool
	}
	var all []related
	words := r.out.words
	r.keys.setTerms(words)
	for i := 0; i < len(words) && len(all) < maxAspects; i++ {
		for length := min(maxExpression, len(words)-i); length > 0; length-- {
			covers, weight := r.aspectsOf(words[i : i+length])
			if covers == 0 {
				continue
			}
			key := r.keys.slice(i, i+length)
			known := r.known(covers)
			if terms := r.relatedTo(key, known); len(terms) > 0 {
				all = append(all, related{terms, covers, key, weight, known})
				i += length - 1
				break
			}
		}
	}
	slices.SortStableFunc(all, func(a, b related) int { return cmp.Compare(b.weight, a.weight) })
	for n := range maxSynonyms {
		for _, s := range all {
			if n < len(s.terms) {
				r.addSynonym(s.terms[n], s.from, s.covers, s.known)
			}
		}
	}
}

// largeFrom is the number of passages from which on words that mean the same as a
// word that the corpus knows are looked for in the second stage only: in the first
// they would double the time, and gain nothing measurable in the public sets.
const largeFrom = 500

// addSynonym adds a word that means the same as a word of the question.
func (r *reader) addSynonym(term, from string, covers uint64, known bool) {
	n := len(r.out.terms)
	r.add(term, FromSynonym, from, covers, synonymCount)
	if known && len(r.out.terms) > n && len(r.x.passages) >= largeFrom {
		r.out.terms[n].count = 0
	}
}

// maxMemo bounds what a reader remembers, in words.
const maxMemo = 1 << 12

// A relatedKey is a key of the thesaurus, and whether the corpus knows it.
type relatedKey struct {
	key   string
	known bool
}

// relatedTo returns the terms of the corpus that mean the same as a key, at most
// maxSynonyms, best first.
func (r *reader) relatedTo(key string, known bool) []string {
	if terms, ok := r.related[relatedKey{key, known}]; ok {
		return terms
	}
	keys := thesaurus.Close(key)
	if !known {
		keys = append(slices.Clip(keys), thesaurus.Related(key)...)
	}
	var terms []string
	for _, k := range keys {
		if len(terms) == maxSynonyms {
			break
		}
		if t, ok := r.rarest(k); ok && !slices.Contains(terms, t) {
			terms = append(terms, t)
		}
	}
	if r.related == nil || len(r.related) >= maxMemo {
		r.related = make(map[relatedKey][]string)
	}
	r.related[relatedKey{strings.Clone(key), known}] = terms
	return terms
}

// maxExpression is how many words an expression of the thesaurus has at most.
const maxExpression = 3

// rarest returns the term of a key that the fewest passages have, if some passage
// has each of them.
func (r *reader) rarest(key string) (term string, ok bool) {
	best := 0
	for t := range strings.FieldsSeq(key) {
		if text.Term(t) == "" {
			continue
		}
		df := r.x.DocFreq(t)
		if df == 0 {
			return "", false
		}
		if term == "" || df < best {
			term, best = t, df
		}
	}
	return term, term != ""
}

// known reports whether the corpus knows all of some aspects.
func (r *reader) known(aspects uint64) bool {
	for m := aspects; m != 0; m &= m - 1 {
		if !r.out.aspects[bits.TrailingZeros64(m)].known {
			return false
		}
	}
	return true
}

// aspectsOf returns the aspects that words are, and the greatest weight of these.
func (r *reader) aspectsOf(words []text.Word) (covers uint64, weight float64) {
	for _, w := range words {
		if bit := r.bitOf(w.Term); bit != 0 {
			covers |= bit
			weight = max(weight, r.out.aspects[bits.TrailingZeros64(bit)].weight)
		}
	}
	return covers, weight
}

// sideBySide reports whether some text has two terms next to each other.
func (x *Index) sideBySide(a, b string) bool {
	s, ok := x.stats.terms[a]
	t, known := x.stats.terms[b]
	if !ok || !known {
		return false
	}
	return x.forward.adjacent(s.id, t.id)
}
