package grounding

import (
	"math"
	"strings"
	"sync"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/entail"
	"github.com/footnote-go/footnote/internal/text"
)

// A base is a corpus, analysed: each of its sentences with the facts that state it.
type base struct {
	corpus   *corpus.Corpus
	names    *entail.Names
	weights  map[string]float64
	places   []place // of the groups of evidence
	evidence *entail.Evidence

	passages map[cite.PassageID]scope    // the groups of each passage
	labels   map[string]map[string]scope // those that a footnote vouches for, by article and label
	numbered bool                        // all labels are numbers
	foreign  bool                        // the corpus is in another language than English
	texts    *quotable
	facts    cite.Digest // of the files of facts, "" if there are none

	analyzers sync.Pool
}

// A place is where a group of the evidence comes from.
type place struct {
	sentence corpus.Sentence
	facts    []fact.Fact
}

func newBase(c *corpus.Corpus) *base {
	b := &base{corpus: c, names: entail.NewNames()}
	var beside sync.WaitGroup
	beside.Go(entail.Load)
	beside.Go(func() { b.texts = newQuotable(c) })
	for e := range c.Facts().Entities() {
		b.names.Add(e.Kind, e.Name, e.Aliases...)
	}
	b.weights = termWeights(c)
	var groups []entail.Group
	groups, b.places = b.group()
	b.evidence = entail.NewEvidence(groups)
	b.findScopes()
	b.facts = factsDigest(c)
	b.foreign = foreign(b.sample())
	beside.Wait()
	return b
}

// sample returns a part of the corpus that tells its language.
func (b *base) sample() string {
	var s strings.Builder
	for p := range b.corpus.Passages() {
		s.WriteString(p.Text() + " ")
		if s.Len() > 5000 {
			break
		}
	}
	return s.String()
}

// factsDigest returns the digest of the digests of the files of facts and names.
func factsDigest(c *corpus.Corpus) cite.Digest {
	var b strings.Builder
	for a := range c.Articles() {
		for s := range a.Sidecars() {
			if s.Kind == corpus.SidecarFacts || s.Kind == corpus.SidecarAliases {
				b.WriteString(a.ID() + " " + string(s.Kind) + " " + string(s.Digest) + "\n")
			}
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return cite.DigestOf(b.String())
}

// findScopes notes which groups each passage and each footnote covers.
func (b *base) findScopes() {
	b.passages, b.labels, b.numbered = map[cite.PassageID]scope{}, map[string]map[string]scope{}, true
	for g, p := range b.places {
		id := p.sentence.Passage().ID()
		if b.passages[id] == nil {
			b.passages[id] = scope{}
		}
		b.passages[id][g] = true
	}
	for a := range b.corpus.Articles() {
		labels := map[string]scope{}
		for f := range a.Footnotes() {
			labels[f.Label] = scope{}
			b.numbered = b.numbered && strings.Trim(f.Label, "0123456789") == ""
			for _, c := range a.VouchedFor(f.Label) {
				for g := range b.passages[c.Passage] {
					if b.places[g].sentence.Span().Overlaps(c.Span) {
						labels[f.Label][g] = true
					}
				}
			}
		}
		b.labels[a.ID()] = labels
	}
}

// reserve says in words on what a fact rests, if that is less than a plain statement.
func reserve(s fact.Status) string {
	for _, r := range []struct {
		status fact.Status
		words  string
	}{
		{fact.StatusReported, "reported"}, {fact.StatusEstimated, "estimated"}, {fact.StatusClaimedByMeta, "claimed by Meta"},
		{fact.StatusSaidByCritics, "said by critics"}, {fact.StatusUnresolved, "unresolved"},
	} {
		if s.Has(r.status) {
			return r.words
		}
	}
	return ""
}

// termWeights returns how much each term of the corpus counts: more the fewer
// passages have it.
func termWeights(c *corpus.Corpus) map[string]float64 {
	df := map[string]int{}
	n := 0
	var a text.Analyzer
	for p := range c.Passages() {
		n++
		seen := map[string]bool{}
		for _, t := range a.Append(nil, p.Text()) {
			if !seen[t.Term] {
				seen[t.Term] = true
				df[t.Term]++
			}
		}
	}
	out := map[string]float64{}
	most := math.Log(1 + float64(n))
	for t, k := range df {
		out[t] = 0.4 + 0.6*math.Log(1+float64(n)/float64(k))/most
	}
	return out
}

func (b *base) weight(term string) float64 {
	if w, ok := b.weights[term]; ok {
		return w
	}
	return 1
}
