package index

import (
	"cmp"
	"math"
	"math/bits"
	"slices"
	"unicode"
	"unicode/utf8"
)

// DefaultThreshold is the confidence from which on a question is taken for
// answered. It lies between where nine in ten of the answerable development
// questions about the built-in article are answered with document expansion and
// where they are without (testdata/confidence.golden).
const DefaultThreshold = 0.4

// A feature is something that tells a question that some passage answers from one
// that none does.
type feature int

// The features of a question, looked at in the first confidencePassages passages.
const (
	bias         feature = iota
	expandedPart         // of the question, by weight, that one passage has in text or expansion
	coveredPart          // that one passage has in its text
	unknownPart          // that no passage of the corpus has, nor what stands for it
	heaviestHole         // of the weightiest word that none of the passages has
	kindMissing          // how far a value of the kind that is asked is from the question's words
	unknownName          // 1 if the question names, or numbers, what the corpus doesn't know
	featureCount
)

// features are the values of the features, all from 0 to 1.
type features [featureCount]float64

// confidencePassages is how many of the first passages are looked at.
const confidencePassages = 5

// coefficients of the logistic model of confidence for corpora with document
// expansion and for those without. They are fitted on the development questions, as
//
//	go test ./index -run TestConfidence -v
//
// does again and compares. Answerable and unanswerable questions count equally in
// the fit: a confidence is the probability of an answer where half of all questions
// have one.
var coefficients = [2]features{
	plainCorpus:    {1.45, 0.79, -1.09, -1.96, -1.96, -1.98, -1.00},
	expandedCorpus: {-1.29, 5.84, -3.13, 0.60, -2.45, -2.13, -1.28},
}

const (
	plainCorpus = iota
	expandedCorpus
)

// confidence returns the probability that one of the passages answers.
func (x *Index) confidence(f features) float64 {
	which := plainCorpus
	if x.forward.asks {
		which = expandedCorpus
	}
	z := 0.0
	for i, c := range coefficients[which] {
		z += c * f[i]
	}
	return 1 / (1 + math.Exp(-z))
}

// featuresOf looks at the first passages, and returns with the features the words
// of the question that none of them has, the weightiest first.
func (x *Index) featuresOf(z *second, p *probe, list []ranked) (features, []string) {
	f := features{bias: 1}
	if p.total == 0 || len(list) == 0 {
		return f, nil
	}
	list = list[:min(confidencePassages, len(list))]
	var any slotSet
	for i := range list {
		s := list[i].signals
		if s == nil || x.plain { // found by its vector, or by words alone
			s = &signals{}
			x.look(z, p, list[i].hit.Order, s)
		}
		f[expandedPart] = max(f[expandedPart], s.expanded)
		f[coveredPart] = max(f[coveredPart], s.covered)
		any |= s.have
	}
	covered := p.covers(any)
	var lacks []aspect
	for j, a := range p.r.aspects {
		if !a.known {
			f[unknownPart] += p.weights[j] / p.total
			if first, _ := utf8.DecodeRuneInString(a.word); a.at > 0 && (unicode.IsUpper(first) || unicode.IsDigit(first)) {
				f[unknownName] = 1
			}
		}
		if covered&(1<<j) == 0 {
			f[heaviestHole] = max(f[heaviestHole], p.weights[j]/p.total)
			lacks = append(lacks, a)
		}
	}
	f[kindMissing] = x.kindMissing(z, p, list)
	slices.SortStableFunc(lacks, func(a, b aspect) int { return cmp.Compare(b.weight, a.weight) })
	words := make([]string, len(lacks))
	for i, a := range lacks {
		words[i] = a.word
	}
	return f, words
}

// covers returns the aspects that a set of terms stands for.
func (p *probe) covers(have slotSet) uint64 {
	var out uint64
	for m := have; m != 0; m &= m - 1 {
		out |= p.r.terms[bits.TrailingZeros64(uint64(m))-1].covers
	}
	return out
}

// kindMissing compares the sentences that have a value of the kind that the
// question wants, and its focus, with all: 0 if the best of all is among them or no
// kind is wanted, 1 if there is none.
func (x *Index) kindMissing(z *second, p *probe, list []ranked) float64 {
	want := p.r.wanted()
	if want == 0 {
		return 0
	}
	focus := p.r.focus()
	best, with := 0.0, 0.0
	f := x.forward
	for _, c := range list {
		from := f.textAt[c.hit.Order]
		for i := f.sentenceAt[c.hit.Order]; i < f.sentenceAt[c.hit.Order+1]; i++ {
			have := z.find(f.text[from:f.sentences[i]])
			from = f.sentences[i]
			w := p.weigh(have)
			best = max(best, w)
			if f.kinds[i]&want != 0 && p.covers(have)&focus == focus {
				with = max(with, w)
			}
		}
	}
	if best == 0 {
		return 1
	}
	return 1 - with/best
}

// focus returns the aspect whose value a question wants: the first word of content
// behind "what", "which", "how many" and "how much", 0 if there is none.
func (r *reading) focus() uint64 {
	for i, w := range r.words {
		switch w.Folded {
		case "what", "which", "many", "much":
		default:
			continue
		}
		for j, a := range r.aspects {
			if a.at > i {
				return 1 << j
			}
		}
	}
	return 0
}
