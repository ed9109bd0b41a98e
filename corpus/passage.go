package corpus

import (
	"iter"
	"slices"

	"github.com/footnote-go/footnote/corpus/cite"
)

// MaxWords is how many words, separated by white space, a passage has at most,
// unless it is one sentence that is longer.
const MaxWords = 120

// A Passage is the unit of retrieval: a block, or consecutive sentences of a
// block of more than [MaxWords] words. The zero Passage is none; its methods
// return zero values. Passages are comparable: two are equal if they are the
// same passage of the same [Article] value.
type Passage struct {
	a *Article
	i int
}

type passage struct {
	id        cite.PassageID
	block     int
	span      cite.Span // in the block's text
	sentences [2]int    // of the article
}

var noPassage passage

func (p Passage) data() *passage {
	if p.a == nil {
		return &noPassage
	}
	return &p.a.passages[p.i]
}

// IsZero reports whether p is no passage.
func (p Passage) IsZero() bool { return p.a == nil }

// ID returns the passage's ID.
func (p Passage) ID() cite.PassageID { return p.data().id }

// Article returns the article that p belongs to, nil for the zero Passage.
func (p Passage) Article() *Article { return p.a }

// Section returns the section that p stands in.
func (p Passage) Section() Section { return p.Block().Section() }

// Block returns the block that p is, or is a part of.
func (p Passage) Block() Block {
	if p.a == nil {
		return Block{}
	}
	return Block{p.a, p.data().block}
}

// Text returns the passage's clean text.
func (p Passage) Text() string { return p.data().span.Of(p.Block().Text()) }

// Lead returns what the text needs to be understood but doesn't contain: the
// header of a table row; of a list item the text that introduces the list. It
// is searched, but never quoted.
func (p Passage) Lead() string { return p.Block().Lead() }

// Span returns the span of the block's text that the passage is.
func (p Passage) Span() cite.Span { return p.data().span }

// Digest returns the digest of Text, "" for the zero Passage.
func (p Passage) Digest() cite.Digest {
	if p.a == nil {
		return ""
	}
	known := &p.a.digests[p.i]
	if d := known.Load(); d != nil {
		return *d
	}
	d := cite.DigestOf(p.Text())
	known.Store(&d)
	return d
}

// Source returns the span of [Article.Raw] that the passage was read from.
func (p Passage) Source() cite.Span { return p.SourceOf(cite.Span{End: p.data().span.Len()}) }

// SourceOf maps a span of the passage's text to a span of [Article.Raw].
func (p Passage) SourceOf(span cite.Span) cite.Span {
	return p.Block().Source(span.Shift(p.data().span.Start))
}

// Next returns the passage after p in its article, if there is one.
func (p Passage) Next() (Passage, bool) {
	if p.a == nil || p.i+1 >= len(p.a.passages) {
		return Passage{}, false
	}
	return Passage{p.a, p.i + 1}, true
}

// Previous returns the passage before p in its article, if there is one.
func (p Passage) Previous() (Passage, bool) {
	if p.a == nil || p.i == 0 {
		return Passage{}, false
	}
	return Passage{p.a, p.i - 1}, true
}

// Labels returns the labels of the footnotes in force for any part of the
// passage, in the order of their references.
func (p Passage) Labels() []string { return p.Block().labelsAt(p.data().span) }

// Footnotes returns the footnotes in force for any part of the passage, in the
// order of their references. One that the article doesn't define has no text.
func (p Passage) Footnotes() []cite.Footnote { return p.Block().FootnotesAt(p.data().span) }

// FootnotesAt returns the footnotes in force for a span of the passage's text.
func (p Passage) FootnotesAt(span cite.Span) []cite.Footnote {
	return p.Block().FootnotesAt(span.Shift(p.data().span.Start))
}

// Sentences returns the passage's sentences in order.
func (p Passage) Sentences() iter.Seq[Sentence] {
	return func(yield func(Sentence) bool) {
		d := p.data()
		for i := d.sentences[0]; i < d.sentences[1]; i++ {
			if !yield(Sentence{p, p.a.sentences[i].Shift(-d.span.Start)}) {
				return
			}
		}
	}
}

// Cite cites a span of the passage's text with the footnotes in force there. It
// panics if the span does not fit the text.
func (p Passage) Cite(span cite.Span) cite.Citation {
	return cite.New(p.ID(), p.Digest(), p.Text(), span, p.FootnotesAt(span))
}

// Citations returns one citation for each longest run of sentences with the
// same footnotes in force, in reading order: together the whole passage.
func (p Passage) Citations() []cite.Citation {
	var out []cite.Citation
	var run cite.Span
	var labels []string
	for s := range p.Sentences() {
		at := s.labels()
		switch {
		case run.IsEmpty():
			run, labels = s.span, at
		case slices.Equal(labels, at):
			run.End = s.span.End
		default:
			out = append(out, p.Cite(run))
			run, labels = s.span, at
		}
	}
	if !run.IsEmpty() {
		out = append(out, p.Cite(run))
	}
	return out
}

// A Sentence is a sentence of a passage. The zero Sentence is none.
type Sentence struct {
	passage Passage
	span    cite.Span
}

// Passage returns the passage that the sentence stands in.
func (s Sentence) Passage() Passage { return s.passage }

// Span returns the sentence's span in the passage's text.
func (s Sentence) Span() cite.Span { return s.span }

// Text returns the sentence's clean text.
func (s Sentence) Text() string { return s.span.Of(s.passage.Text()) }

// Cite cites the sentence with the footnotes in force there.
func (s Sentence) Cite() cite.Citation { return s.passage.Cite(s.span) }

func (s Sentence) labels() []string {
	return s.passage.Block().labelsAt(s.span.Shift(s.passage.data().span.Start))
}
