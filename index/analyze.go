package index

import (
	"context"
	"maps"
	"runtime"
	"slices"
	"sync"

	bleveindex "github.com/blevesearch/bleve_index_api"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/number"
	"github.com/footnote-go/footnote/internal/text"
)

// An analyzed passage is what the index keeps of it: for each field its terms
// with their frequencies, nil where the passage doesn't have the field, and the
// terms of its text and its questions in order.
type analyzed struct {
	fields   [fieldCount]bleveindex.TokenFrequencies
	length   [fieldCount]int
	sequence sequence
	numbers  *numbering // of the terms in sequence
}

// An analysis is that of all passages.
type analysis struct {
	docs []analyzed
	// spellings are the words of the passages as they are written, folded,
	// with their terms.
	spellings map[string]string
}

// analyzeAll analyzes the passages of a corpus on all processors. Its facts are read
// meanwhile: they come last.
func analyzeAll(ctx context.Context, c *corpus.Corpus, passages []corpus.Passage, parts Parts) (analysis, error) {
	out := analysis{docs: make([]analyzed, len(passages))}
	workers := min(runtime.GOMAXPROCS(0), 1+len(passages)/16)
	analyzers := make([]*analyzer, workers)
	var wg sync.WaitGroup
	wg.Go(func() { c.Facts() })
	for w := range workers {
		from, to := w*len(passages)/workers, (w+1)*len(passages)/workers
		a := newAnalyzer(parts, to-from)
		analyzers[w] = a
		wg.Go(func() {
			for i := from; i < to && ctx.Err() == nil; i++ {
				out.docs[i] = a.passage(passages[i])
			}
			facts := c.Facts()
			for i := from; i < to && ctx.Err() == nil; i++ {
				a.addFacts(&out.docs[i], passages[i], facts)
			}
		})
	}
	wg.Wait()
	out.spellings = analyzers[0].spellings
	for _, a := range analyzers[1:] {
		maps.Copy(out.spellings, a.spellings)
	}
	return out, ctx.Err()
}

// An analyzer analyzes passages and keeps what neighbours share.
type analyzer struct {
	parts     Parts
	words     text.Analyzer
	tokens    []text.Token
	mentions  []number.Mention
	terms     []string
	numbers   numbering
	spellings map[string]string
	section   corpus.Section
	headings  frequencies
	lead      string
	slab      slab
	leads     frequencies
}

// newAnalyzer returns an analyzer of so many passages.
func newAnalyzer(parts Parts, passages int) *analyzer {
	words := min(64*passages, 4096) // that are new in them
	a := &analyzer{parts: parts, spellings: make(map[string]string, words)}
	a.words.Expect(words)
	a.numbers.of = make(map[string]uint32, words)
	a.words.Seen = func(word, term string) {
		if term != "" && len(word) <= text.MaxTerm {
			a.spellings[text.Fold(word)] = term
		}
	}
	return a
}

type frequencies struct {
	terms  bleveindex.TokenFrequencies
	length int
}

// passage analyzes all of a passage but its facts.
func (a *analyzer) passage(p corpus.Passage) analyzed {
	if s := p.Section(); s != a.section {
		a.section, a.headings = s, a.count(headings(s))
	}
	if lead := p.Lead(); lead != a.lead {
		a.lead, a.leads = lead, a.count(lead)
	}
	out := analyzed{numbers: &a.numbers}
	questions, unknown := a.questions(p)
	out.set(TextField, a.text(p, &out.sequence))
	out.set(LeadField, a.leads)
	out.set(HeadingsField, a.headings)
	out.set(NotesField, a.count(noteText(p.Footnotes())))
	out.set(QuestionsField, a.hints(questions, unknown, &out.sequence))
	return out
}

// addFacts analyzes the facts of a passage that is analyzed.
func (a *analyzer) addFacts(to *analyzed, p corpus.Passage, facts *fact.Set) {
	statements, at := a.statements(p, facts)
	to.set(FactsField, a.hints(statements, at, &to.sequence))
}

// set sets a field, unless there is nothing in it.
func (d *analyzed) set(f Field, x frequencies) {
	if x.length > 0 {
		d.fields[f], d.length[f] = x.terms, x.length
	}
}

// text returns the terms of a passage's text, and notes their order.
func (a *analyzer) text(p corpus.Passage, s *sequence) frequencies {
	a.tokens = a.tokens[:0]
	body := p.Text()
	for _, span := range units(p) {
		from := len(a.tokens)
		a.tokens = a.words.Append(a.tokens, span.Of(body))
		for _, t := range a.tokens[from:] {
			s.text = append(s.text, a.numbers.number(t.Term))
		}
		s.sentences = append(s.sentences, uint32(len(s.text)))
		s.kinds = append(s.kinds, a.values(span.Of(body), from))
	}
	return a.frequencies()
}

// values appends the terms of the values that a text mentions, those that its own
// words, tokens[from:], don't give already, and returns which kinds of values
// there are.
func (a *analyzer) values(s string, from int) kinds {
	var out kinds
	if !a.parts.Has(Numbers) {
		return out
	}
	words := a.tokens[from:]
	a.mentions = number.Append(a.mentions[:0], s)
	for _, m := range a.mentions {
		out |= kindOf(m.Kind)
		a.terms = valueTerms(a.terms[:0], m)
		for _, term := range a.terms {
			if !slices.ContainsFunc(words, func(t text.Token) bool { return t.Term == term }) {
				a.tokens = append(a.tokens, text.Token{Term: term, Start: m.Start, End: m.End})
			}
		}
	}
	return out
}

// hints returns the terms of short texts, and notes those of each with the
// sentence that it points at.
func (a *analyzer) hints(texts []string, sentences []int32, s *sequence) frequencies {
	a.tokens = a.tokens[:0]
	for i, q := range texts {
		first, known := len(a.tokens), len(s.hinted)
		a.tokens = a.words.Append(a.tokens, q)
		a.values(q, first)
	next:
		for _, t := range a.tokens[first:] {
			n := a.numbers.number(t.Term)
			for _, have := range s.hinted[known:] {
				if have == n {
					continue next
				}
			}
			s.hinted = append(s.hinted, n)
		}
		s.hints = append(s.hints, hint{end: uint32(len(s.hinted)), sentence: sentences[i]})
	}
	return a.frequencies()
}

// questions returns the document expansion of a passage.
func (a *analyzer) questions(p corpus.Passage) (questions []string, sentences []int32) {
	if !a.parts.Has(Questions) {
		return nil, nil
	}
	questions = p.Questions()
	sentences = make([]int32, len(questions))
	for i := range sentences {
		sentences[i] = -1
	}
	return questions, sentences
}

// statements returns what the facts that rest on a passage state, and the
// sentence that each rests on.
func (a *analyzer) statements(p corpus.Passage, facts *fact.Set) (statements []string, sentences []int32) {
	if !a.parts.Has(Facts) || facts.Len() == 0 {
		return nil, nil
	}
	spans := units(p)
	for f := range facts.In(p.ID()) {
		if f.Kind() == fact.KindTension {
			continue // says what its sides say
		}
		for _, e := range f.Evidence() {
			if e.Passage != p.ID() {
				continue
			}
			statements = append(statements, f.Statement())
			at := slices.IndexFunc(spans, func(s cite.Span) bool { return s.Overlaps(e.Span) })
			sentences = append(sentences, int32(at))
			break
		}
	}
	return statements, sentences
}

// count returns the terms of s with their frequencies.
func (a *analyzer) count(s string) frequencies {
	if s == "" {
		return frequencies{}
	}
	a.tokens = a.words.Append(a.tokens[:0], s)
	return a.frequencies()
}

// frequencies returns the terms of tokens with their frequencies.
func (a *analyzer) frequencies() frequencies {
	terms := make(bleveindex.TokenFrequencies, len(a.tokens))
	for _, t := range a.tokens {
		tf, ok := terms[t.Term]
		if !ok {
			tf = a.slab.new(t.Term)
			terms[t.Term] = tf
		}
		tf.SetFrequency(tf.Frequency() + 1)
	}
	return frequencies{terms, len(a.tokens)}
}

// A slab makes frequencies of terms, many with one allocation.
type slab struct {
	free  []bleveindex.TokenFreq
	bytes []byte
}

// new returns a frequency of a term, 0.
func (s *slab) new(term string) *bleveindex.TokenFreq {
	if len(s.free) == 0 {
		s.free = make([]bleveindex.TokenFreq, 256)
	}
	if cap(s.bytes)-len(s.bytes) < len(term) {
		s.bytes = make([]byte, 0, 4096+len(term))
	}
	tf := &s.free[0]
	s.free = s.free[1:]
	from := len(s.bytes)
	s.bytes = append(s.bytes, term...)
	tf.Term = s.bytes[from:len(s.bytes):len(s.bytes)]
	return tf
}
