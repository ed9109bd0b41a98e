package index

import "slices"

// How much the feedback looks at: the passages that it learns from, and the terms
// that it learns.
const (
	feedbackPassages = 10
	feedbackTerms    = 20
)

// A feedbackTerm is a term that the first passages have in common.
type feedbackTerm struct {
	id     uint32
	weight float64
}

// feedback notes for each candidate how much it has of what the first ones have in
// common. That is the relevance model RM3 (Abdul-Jaleel et al. 2004, "UMass at TREC
// 2004: Novelty and HARD"), used to order the candidates anew instead of searching
// once more (Diaz 2015, "Condensed list relevance models").
func (x *Index) feedback(z *second, r *reading) {
	list := z.list[:min(Depth, len(z.list))]
	if len(list) < 2 || list[0].score <= 0 {
		return
	}
	terms := x.commonTerms(z, list[:min(feedbackPassages, len(list))])
	total := 0.0
	for _, t := range terms {
		total += t.weight
	}
	if total == 0 {
		return
	}
	if len(z.weights) < len(x.stats.terms) {
		z.weights = make([]float32, len(x.stats.terms))
	}
	for _, t := range terms {
		z.weights[t.id] = float32(t.weight / total)
	}
	for i := range list {
		list[i].signals.feedback = x.resemblance(z, list[i].hit.Order)
	}
	for _, t := range terms {
		z.weights[t.id] = 0
	}
}

// resemblance returns how much of the weighted terms a passage's text has, each
// saturating as in the score.
func (x *Index) resemblance(z *second, passage uint32) float64 {
	f := x.forward
	text := f.text[f.textAt[passage]:f.textAt[passage+1]]
	z.seen = z.seen[:0]
	for _, id := range text {
		if z.weights[id] == 0 {
			continue
		}
		if z.counts[id] == 0 {
			z.seen = append(z.seen, id)
		}
		z.counts[id]++
	}
	sum := 0.0
	for _, id := range z.seen {
		w := x.stats.model.Weigh(int(TextField), int(z.counts[id]), len(text))
		sum += float64(z.weights[id]) * x.stats.model.Saturate(w)
		z.counts[id] = 0
	}
	return sum
}

// commonTerms returns the terms that the passages have in common, those of the
// question left out: each passage counts by its score, each term by its share of
// the passage and its inverse document frequency.
func (x *Index) commonTerms(z *second, list []ranked) []feedbackTerm {
	if len(z.counts) < len(x.stats.terms) {
		z.counts = make([]float32, len(x.stats.terms))
	}
	z.seen = z.seen[:0]
	f := x.forward
	for _, c := range list {
		text := f.text[f.textAt[c.hit.Order]:f.textAt[c.hit.Order+1]]
		share := float32(c.score / list[0].score / float64(max(1, len(text))))
		if share <= 0 {
			continue
		}
		for _, id := range text {
			if z.slotOf[id] != 0 {
				continue
			}
			if z.counts[id] == 0 {
				z.seen = append(z.seen, id)
			}
			z.counts[id] += share
		}
	}
	best := z.terms[:0]
	for _, id := range z.seen {
		t := feedbackTerm{id, float64(z.counts[id]) * float64(x.idfs[id])}
		z.counts[id] = 0
		if len(best) == feedbackTerms && !t.before(best[len(best)-1]) {
			continue
		}
		at, _ := slices.BinarySearchFunc(best, t, func(a, t feedbackTerm) int {
			if a.before(t) {
				return -1
			}
			return 1
		})
		if len(best) == feedbackTerms {
			best = best[:len(best)-1]
		}
		best = slices.Insert(best, at, t)
	}
	z.terms = best
	return best
}

// before reports whether a term counts more than another.
func (t feedbackTerm) before(o feedbackTerm) bool {
	return t.weight > o.weight || t.weight == o.weight && t.id < o.id
}
