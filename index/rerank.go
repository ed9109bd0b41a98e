package index

import (
	"math/bits"
	"slices"

	"github.com/footnote-go/footnote/internal/rank"
)

// Depth is how many passages of the first stage the second looks at.
const Depth = 50

// A ranked passage is one as the stages have it.
type ranked struct {
	hit       rank.Hit
	score     float64
	signals   *signals        // nil beyond Depth
	sentences []sentenceValue // of the first answerHits
}

// signals are what the second stage sees in a passage, each from 0 to about 1.
type signals struct {
	proximity float64 // neighbours of the question that are neighbours here
	sentence  float64 // of the question that the best sentence has
	asked     float64 // likeness of the best question of the document expansion
	stated    float64 // likeness of the best statement of a fact
	feedback  float64 // of what the first passages have in common
	covered   float64 // of the question that text, lead, headings and notes have
	expanded  float64 // of the question that any field has
	have      slotSet // terms of the query that any field has
}

// A second is the memory of the second stage.
type second struct {
	slotOf []uint8 // by term: 1 + number of the query's term, 0 for others
	list   []ranked
	looked [Depth]signals

	hints    []slotSet // by hint, while gathered
	gathered bool

	most     float64
	features features
	lacks    []string

	// of the feedback, by term
	counts  []float32
	weights []float32
	seen    []uint32
	terms   []feedbackTerm
}

// maxSlots is how many terms of a query the second stage looks at.
const maxSlots = 63

// rerank orders the hits of the first stage anew.
func (x *Index) rerank(z *second, r *reading, hits []rank.Hit) []ranked {
	z.mark(r, x)
	defer z.unmark(r, x)
	p := newProbe(r)
	z.list = z.list[:0]
	for i, h := range hits {
		c := ranked{hit: h, score: h.Score}
		if i < Depth {
			c.signals = &z.looked[i]
			*c.signals = signals{}
			if !x.plain {
				x.look(z, p, h.Order, c.signals)
			}
		}
		z.list = append(z.list, c)
	}
	if !x.plain {
		x.combine(z, p)
	}
	z.most = p.most
	return z.list
}

// finish looks at the first passages once more, in their final order: at their
// sentences, and whether they answer.
func (x *Index) finish(z *second, r *reading, list []ranked) {
	z.mark(r, x)
	defer z.unmark(r, x)
	p := newProbe(r)
	for i := range list[:min(answerHits, len(list))] {
		list[i].sentences = x.sentenceValues(z, p, list[i].hit.Order)
	}
	z.features, z.lacks = x.featuresOf(z, p, list)
}

// mark notes which terms the query has, by number.
func (z *second) mark(r *reading, x *Index) {
	if len(z.slotOf) < len(x.stats.terms) {
		z.slotOf = make([]uint8, len(x.stats.terms))
	}
	z.gather(x.forward, r)
	for i, t := range r.terms[:min(maxSlots, len(r.terms))] {
		z.slotOf[t.id] = uint8(i + 1)
	}
}

func (z *second) unmark(r *reading, x *Index) {
	z.scatter(x.forward, r)
	for _, t := range r.terms[:min(maxSlots, len(r.terms))] {
		z.slotOf[t.id] = 0
	}
}

// A probe is a question as the second stage looks for it.
type probe struct {
	r       *reading
	most    float64 // Q, what a passage could score that had nothing but its words
	total   float64 // weight of all aspects
	weights [maxAspects]float64
}

func newProbe(r *reading) *probe {
	p := &probe{r: r}
	for j, a := range r.aspects {
		p.weights[j] = a.weight
		p.total += a.weight
	}
	for _, t := range r.terms {
		if t.isAsked() {
			p.most += t.count * t.idf
		}
	}
	return p
}

// isAsked reports whether a term stands for a word of the question, and wasn't
// added to it.
func (t queryTerm) isAsked() bool {
	return t.source == FromWord || t.source == FromSpelling || t.source == FromCompound
}

// weigh returns how much of the question the terms of a set stand for. Where
// several stand for one aspect, the first counts: what stands in the question goes
// before what was added.
func (p *probe) weigh(have slotSet) float64 {
	var seen uint64
	sum := 0.0
	for m := have; m != 0; m &= m - 1 {
		t := &p.r.terms[bits.TrailingZeros64(uint64(m))-1]
		for c := t.covers &^ seen; c != 0; c &= c - 1 {
			sum += t.degree * p.weights[bits.TrailingZeros64(c)]
		}
		seen |= t.covers
	}
	return sum
}

// A slotSet is a set of terms of a query, by slot.
type slotSet uint64

// find returns which of a query's terms are among the given ones.
func (z *second) find(terms []uint32) slotSet {
	var have slotSet
	for _, id := range terms {
		have |= 1 << z.slotOf[id]
	}
	return have &^ 1
}

// maxGathered bounds the work of looking up which hints have which terms; beyond
// it, the hints of the candidates are read one by one.
const maxGathered = 1 << 14

// gather notes for each hint which of the query's terms it has.
func (z *second) gather(f *forward, r *reading) {
	terms := r.terms[:min(maxSlots, len(r.terms))]
	n := 0
	for _, t := range terms {
		n += int(f.withTermAt[t.id+1] - f.withTermAt[t.id])
	}
	z.gathered = n <= maxGathered
	if !z.gathered {
		return
	}
	if len(z.hints) < len(f.hints) {
		z.hints = make([]slotSet, len(f.hints))
	}
	for i, t := range terms {
		for _, h := range f.withTerm[f.withTermAt[t.id]:f.withTermAt[t.id+1]] {
			z.hints[h] |= 1 << (i + 1)
		}
	}
}

// scatter forgets what gather noted.
func (z *second) scatter(f *forward, r *reading) {
	if !z.gathered {
		return
	}
	z.gathered = false
	for _, t := range r.terms[:min(maxSlots, len(r.terms))] {
		for _, h := range f.withTerm[f.withTermAt[t.id]:f.withTermAt[t.id+1]] {
			z.hints[h] = 0
		}
	}
}

// ofHint returns which of the query's terms a hint has.
func (z *second) ofHint(f *forward, h uint32) slotSet {
	if z.gathered {
		return z.hints[h]
	}
	return z.find(f.hintTerms(h))
}

// look looks at a passage.
func (x *Index) look(z *second, p *probe, passage uint32, out *signals) {
	if p.total == 0 {
		return
	}
	f := x.forward
	var text slotSet
	from := f.textAt[passage]
	best := 0.0
	window := newWindow(p)
	for _, end := range f.sentences[f.sentenceAt[passage]:f.sentenceAt[passage+1]] {
		var have slotSet
		for i, id := range f.text[from:end] {
			if slot := z.slotOf[id]; slot != 0 {
				have |= 1 << slot
				window.meet(int(from)+i, slot)
			}
		}
		if have != 0 {
			best = max(best, p.weigh(have))
			text |= have
		}
		from = end
	}
	out.sentence = best / p.total
	out.covered = p.weigh(text) / p.total
	out.proximity = window.score() / p.total
	for i := f.hintAt[passage]; i < f.hintAt[passage+1]; i++ {
		h := f.hints[i]
		have := z.ofHint(f, i)
		if have == 0 {
			continue
		}
		like := likeness(p.weigh(have), p.total, float64(h.load))
		if h.sentence < 0 {
			out.asked = max(out.asked, like)
		} else {
			out.stated = max(out.stated, like)
		}
		text |= have
	}
	out.expanded = p.weigh(text) / p.total
	out.have = text
}

// likeness is how much of two texts is common to both, by weight: Dice's
// coefficient.
func likeness(common, a, b float64) float64 { return 2 * common / (a + b) }

// A window watches for neighbours of the question that are neighbours in a text:
// ordered and directly behind each other, or within eight words in any order
// (Metzler and Croft 2005, "A Markov random field model for term dependencies").
type window struct {
	p     *probe
	last  [maxAspects]int // place of the aspect met last, 1 more
	exact [maxAspects]bool
	near  [maxAspects]bool // of the aspect and the one before it
}

const nearWords = 8

func newWindow(p *probe) window { return window{p: p} }

func (w *window) meet(at int, slot uint8) {
	t := &w.p.r.terms[slot-1]
	for c := t.covers; c != 0; c &= c - 1 {
		j := bits.TrailingZeros64(c)
		if j > 0 && w.last[j-1] > 0 {
			d := at + 1 - w.last[j-1]
			w.exact[j] = w.exact[j] || d == 1
			w.near[j] = w.near[j] || d < nearWords
		}
		if j+1 < maxAspects && w.last[j+1] > 0 && at+1-w.last[j+1] < nearWords {
			w.near[j+1] = true
		}
		w.last[j] = at + 1
	}
}

// score returns the weight of the pairs of neighbours: for each the smaller
// weight of the two, half of it for standing near.
func (w *window) score() float64 {
	sum := 0.0
	for j := 1; j < len(w.p.r.aspects); j++ {
		pair := min(w.p.weights[j-1], w.p.weights[j])
		switch {
		case w.exact[j]:
			sum += pair
		case w.near[j]:
			sum += pair / 2
		}
	}
	return sum
}

// combine gives the candidates their scores and sorts them.
func (x *Index) combine(z *second, p *probe) {
	list := z.list[:min(Depth, len(z.list))]
	x.score(list, p.most)
	if x.parts.Has(Feedback) {
		x.feedback(z, p.r)
		x.score(list, p.most)
	}
}

// A weightedSignal is a signal with what it counts.
type weightedSignal struct {
	name          string
	value, weight float64
}

// weigh returns what the signals of a passage count.
func (x *Index) weigh(s *signals) [signalCount]weightedSignal {
	if x.plain {
		return [signalCount]weightedSignal{}
	}
	out := [signalCount]weightedSignal{
		{"proximity", s.proximity, proximityWeight},
		{"sentence", s.sentence, sentenceWeight},
		{"asked", s.asked, askedWeight},
		{"stated", s.stated, statedWeight},
		{"feedback", s.feedback, feedbackWeight},
	}
	if !x.parts.Has(Proximity) {
		out[0].weight = 0
	}
	if !x.parts.Has(Agreement) {
		out[1].weight, out[2].weight, out[3].weight = 0, 0, 0
	}
	if !x.parts.Has(Feedback) {
		out[4].weight = 0
	}
	return out
}

const signalCount = 5

// score gives candidates the scores of both stages, and sorts them.
func (x *Index) score(list []ranked, most float64) {
	for i := range list {
		c := &list[i]
		c.score = c.hit.Score
		for _, s := range x.weigh(c.signals) {
			c.score += most * s.weight * s.value
		}
	}
	sortRanked(list)
}

func sortRanked(list []ranked) {
	slices.SortFunc(list, func(a, b ranked) int {
		switch {
		case a.score != b.score && a.score > b.score:
			return -1
		case a.score != b.score:
			return 1
		}
		return int(a.hit.Order) - int(b.hit.Order)
	})
}

// seen returns a copy of what the second stage saw.
func (c *ranked) seen() signals {
	if c.signals == nil {
		return signals{}
	}
	return *c.signals
}
