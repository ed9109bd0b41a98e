package index

// A sentenceValue is how well a sentence of a hit fits the question.
type sentenceValue struct {
	covered float64 // of the question that it has, with what the passage's lead says
	stated  float64 // likeness of the best fact that rests on it
	echoed  float64 // of the best question of the document expansion that it has
}

// sentenceValues looks at the sentences of a passage. It needs the slots of the
// query, as rerank sets them.
func (x *Index) sentenceValues(z *second, p *probe, passage uint32) []sentenceValue {
	f := x.forward
	ends := f.sentences[f.sentenceAt[passage]:f.sentenceAt[passage+1]]
	out := make([]sentenceValue, len(ends))
	if p.total == 0 {
		return out
	}
	var best []uint32 // terms of the question that is most like the asked one
	bestLike := 0.0
	for i := f.hintAt[passage]; i < f.hintAt[passage+1]; i++ {
		h := f.hints[i]
		have := z.ofHint(f, i)
		if have == 0 {
			continue
		}
		like := likeness(p.weigh(have), p.total, float64(h.load))
		if h.sentence >= 0 {
			v := &out[h.sentence]
			v.stated = max(v.stated, like)
		} else if like > bestLike {
			best, bestLike = f.hintTerms(i), like
		}
	}
	from := f.textAt[passage]
	for i, end := range ends {
		have := z.find(f.text[from:end])
		out[i].covered = p.weigh(have) / p.total
		if best != nil {
			out[i].echoed = bestLike * x.shared(best, f.text[from:end])
		}
		from = end
	}
	return out
}

// shared returns the share of the first list's terms, by inverse document
// frequency, that the second has.
func (x *Index) shared(want, have []uint32) float64 {
	all, found := 0.0, 0.0
	for _, w := range want {
		weight := float64(x.idfs[w])
		all += weight
		for _, h := range have {
			if h == w {
				found += weight
				break
			}
		}
	}
	if all == 0 {
		return 0
	}
	return found / all
}
