package eval

import (
	"hash/fnv"
	"math/bits"
	"math/rand/v2"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/text"
)

// A mutator makes mutants of a corpus.
type mutator struct {
	corpus   *corpus.Corpus
	seed     uint64
	analyzer text.Analyzer
	entities []fact.Entity
	names    map[string][]name // by first word, the longest first
	folded   [][]string        // the names of each entity
	bases    []*base
	units    []*unit
	postings map[string][]int32 // units by term
	vouched  []vouched
	// vocabulary has the words of sentences by their endings, and articled how often a
	// name of an entity stands after "the".
	vocabulary map[string][]string
	articled   map[int][2]int // of so many mentions
	hits       []int32        // how many terms each unit has: see count
	counted    []int32        // the last term that was counted for a unit
}

// A base is a text that the corpus states, from which mutants are made.
type base struct {
	*prose
	fact      fact.Fact // zero for a sentence
	passage   corpus.Passage
	span      cite.Span // of a sentence, in the passage
	source    cite.Citation
	footnotes []cite.Footnote // that the marker names
	right     []cite.Footnote // all that vouch for it
}

func (b *base) isFact() bool { return !b.fact.IsZero() }

// A draft is a mutant in the making. What is zero is taken from the base.
type draft struct {
	text        string
	changed, by string
	marker      string
	original    string
	footnotes   []cite.Footnote // nil: the base's
	source      cite.Citation
}

// A vouched sentence is one that a footnote vouches for.
type vouched struct {
	note  cite.Footnote
	terms map[string]bool
}

func newMutator(c *corpus.Corpus, seed uint64) *mutator {
	m := &mutator{corpus: c, seed: seed, entities: slices.Collect(c.Facts().Entities()), postings: map[string][]int32{}, vocabulary: map[string][]string{}, articled: map[int][2]int{}}
	m.names = namesOf(m.entities)
	for _, e := range m.entities {
		var names []string
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			names = append(names, " "+fold(n))
		}
		m.folded = append(m.folded, names)
	}
	for f := range c.Facts().All() {
		m.addUnit(f.Statement(), f)
		if b := m.factBase(f); b != nil {
			m.bases = append(m.bases, b)
		}
	}
	for p := range c.Passages() {
		kind := p.Block().Kind()
		for s := range p.Sentences() {
			m.addUnit(s.Text(), fact.Fact{})
			for _, n := range s.Cite().Footnotes {
				m.vouched = append(m.vouched, vouched{n, m.units[len(m.units)-1].terms})
			}
			if (kind == corpus.Paragraph || kind == corpus.ListItem || kind == corpus.Quotation) && standsAlone(s.Text()) {
				cited := s.Cite()
				m.bases = append(m.bases, &base{
					prose: m.read(s.Text()), passage: p, span: s.Span(), source: cited,
					footnotes: cited.Footnotes, right: cited.Footnotes,
				})
			}
		}
	}
	m.hits = make([]int32, len(m.units))
	m.counted = make([]int32, len(m.units))
	m.learn()
	return m
}

// factBase returns the base of a fact, nil for a tension, which states nothing of its
// subject.
func (m *mutator) factBase(f fact.Fact) *base {
	if f.Kind() == fact.KindTension {
		return nil
	}
	cited := f.Citation()
	for _, e := range f.Evidence() {
		if len(cited.Footnotes) == 0 && len(e.Footnotes) > 0 {
			cited = e // what has a footnote is cited by it
		}
	}
	p, ok := m.corpus.Passage(cited.Passage)
	if !ok {
		return nil
	}
	return &base{
		prose: m.read(f.Statement()), fact: f, passage: p, source: cited,
		footnotes: cited.Footnotes, right: f.Footnotes(),
	}
}

// make makes up to limit mutants of a kind. Bases are tried in an order that the seed
// gives, and what comes of them is put into that of the corpus.
func (m *mutator) make(kind MutantKind, limit int) []Mutant {
	type made struct {
		Mutant
		base, draft int
	}
	var list []made
	seen := map[string]bool{}
	for _, i := range shuffled(roll(m.seed, string(kind)), ascending(len(m.bases))) {
		b := m.bases[i]
		for j, d := range m.drafts(kind, b, roll(m.seed, string(kind), b.text)) {
			if !kind.Good() && m.states(kind, d.text) {
				continue
			}
			x := m.mutant(kind, b, d)
			if seen[x.Answer] {
				continue
			}
			seen[x.Answer] = true
			list = append(list, made{x, i, j})
		}
		if len(list) >= limit {
			list = list[:limit]
			break
		}
	}
	slices.SortFunc(list, func(a, b made) int {
		if a.base != b.base {
			return a.base - b.base
		}
		return a.draft - b.draft
	})
	out := make([]Mutant, len(list))
	for i := range list {
		out[i] = list[i].Mutant
	}
	return out
}

// drafts returns what a kind makes of a base.
func (m *mutator) drafts(kind MutantKind, b *base, d dice) []draft {
	switch kind {
	case MutantNumber:
		return m.otherNumber(b, d)
	case MutantUnit:
		return m.otherUnit(b, d)
	case MutantDate:
		return m.otherDate(b, d)
	case MutantName:
		return m.otherName(b, d)
	case MutantRole:
		return m.swapRoles(b)
	case MutantPolarity:
		return m.turn(b)
	case MutantQuantifier:
		return m.quantify(b)
	case MutantHedge:
		return m.dropHedge(b)
	case MutantAttribution:
		return m.otherSpeaker(b, d)
	case MutantCause:
		return append(m.overstateCause(b), m.inventCause(b, d)...)
	case MutantWrongFootnote:
		return m.wrongFootnote(b, d)
	case MutantInventedFootnote:
		return m.inventFootnote(b, d)
	case MutantStitchedQuote:
		return m.stitch(b, d)
	case MutantAlteredQuote:
		return m.alterQuote(b, d)
	case MutantAddedFact:
		return append(m.addFact(b, d), m.addDetail(b, d)...)
	case MutantStatement, MutantPassageID:
		return m.statement(kind, b)
	case MutantNumberForm:
		return m.numberForms(b)
	case MutantClause:
		return m.clauses(b)
	case MutantSynonym:
		return m.synonyms(b)
	case MutantVoice:
		return m.voice(b)
	case MutantTypography:
		return m.typography(b, d)
	case MutantEllipsisQuote:
		return m.ellipsis(b, d)
	case MutantAlias:
		return m.alias(b, d)
	}
	return nil
}

func (m *mutator) mutant(kind MutantKind, b *base, d draft) Mutant {
	if d.marker == "" {
		d.marker = m.marker(b.footnotes, b.passage)
	}
	if d.footnotes == nil {
		d.footnotes = b.right
	}
	if d.original == "" {
		d.original = b.text
	}
	if d.source.IsZero() {
		d.source = b.source
	}
	x := Mutant{
		Kind: kind, Good: kind.Good(), Answer: d.text + d.marker, Original: d.original, Changed: d.changed, By: d.by,
		Source: d.source, Footnotes: []string{},
	}
	for _, n := range d.footnotes {
		label := n.Label
		if m.corpus.Len() > 1 {
			label = n.Ref()
		}
		if !slices.Contains(x.Footnotes, label) {
			x.Footnotes = append(x.Footnotes, label)
		}
	}
	x.ID = string(kind) + "-" + cite.DigestOf(string(kind)+"\n"+x.Answer).Short()
	return x
}

// marker returns how an answer cites footnotes, or a passage where there are none.
func (m *mutator) marker(notes []cite.Footnote, p corpus.Passage) string {
	if len(notes) == 0 {
		return "[" + string(p.ID()) + "]"
	}
	var b strings.Builder
	for _, n := range cite.DistinctFootnotes(notes) {
		b.WriteString(m.corpus.Mark(n))
	}
	return b.String()
}

// A dice chooses.
type dice struct{ pcg *rand.PCG }

// roll returns dice for one place, so that what is chosen there doesn't depend on what
// was chosen elsewhere.
func roll(seed uint64, place ...string) dice {
	h := fnv.New64a()
	for _, p := range place {
		h.Write([]byte(p))
		h.Write([]byte{0})
	}
	return dice{rand.NewPCG(seed, h.Sum64())}
}

// n returns a number from 0 to k-1.
func (d dice) n(k int) int {
	// Not rand.IntN, whose numbers another release of Go may change.
	at, _ := bits.Mul64(d.pcg.Uint64(), uint64(k))
	return int(at)
}

func shuffled[T any](d dice, list []T) []T {
	out := slices.Clone(list)
	for i := len(out) - 1; i > 0; i-- {
		j := d.n(i + 1)
		out[i], out[j] = out[j], out[i]
	}
	return out
}

func ascending(n int) []int {
	out := make([]int, n)
	for i := range out {
		out[i] = i
	}
	return out
}
