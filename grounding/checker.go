package grounding

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/entail"
)

// Options say how a Checker works. The zero value checks with rules alone.
type Options struct {
	// Finder finds passages for a claim in a large corpus. Nil compares each claim
	// with the whole corpus, which is best up to some thousand passages.
	Finder Finder
	// Answerer says whether a question has an answer in the corpus, for answers that
	// refuse. Nil looks for a sentence that has the words of the question.
	Answerer Answerer
	// Judge decides what rules leave open. Nil leaves it open.
	Judge Judge
	// JudgeInFlight is how many questions the judge has at most at one time; 0 is 4.
	JudgeInFlight int
	// JudgeTimeout is how long it has for one; 0 is 30 seconds.
	JudgeTimeout time.Duration
	// MarkScope says what a marker covers.
	MarkScope MarkScope
}

// A MarkScope says which sentences a marker at the end of one covers.
type MarkScope uint8

const (
	// Sentence: a marker covers the sentence it closes, or within one the clause
	// since the previous marker.
	Sentence MarkScope = iota
	// Paragraph: it covers the sentences without markers before it in its paragraph
	// as well. These are reported with the problem Inherited.
	Paragraph
)

// A Finder finds passages that may state what a claim says: an index, by a small
// adapter. Implementations are safe for concurrent use.
type Finder interface {
	// Find returns the IDs of up to k passages, best first.
	Find(ctx context.Context, claim string, k int) ([]cite.PassageID, error)
}

// A FinderFunc is a function as a Finder.
type FinderFunc func(ctx context.Context, claim string, k int) ([]cite.PassageID, error)

// Find calls f.
func (f FinderFunc) Find(ctx context.Context, claim string, k int) ([]cite.PassageID, error) {
	return f(ctx, claim, k)
}

// An Answerer says whether the corpus answers a question: an index, by a small adapter.
// Implementations are safe for concurrent use.
type Answerer interface {
	// Answer returns what answers the question, best first; nothing if nothing does.
	Answer(ctx context.Context, question string) ([]cite.Citation, error)
}

// A Checker checks answers against a corpus. It is immutable and safe for concurrent
// use.
type Checker struct {
	base    *base
	options Options
	judge   *judging // nil without a judge
}

// New makes a checker of answers over a corpus, with the facts, names and questions
// that stand beside its articles.
func New(c *corpus.Corpus, o Options) (*Checker, error) {
	if c == nil {
		return nil, errors.New("grounding: no corpus")
	}
	if o.JudgeInFlight < 0 || o.JudgeTimeout < 0 {
		return nil, fmt.Errorf("grounding: JudgeInFlight %d, JudgeTimeout %v: neither can be negative", o.JudgeInFlight, o.JudgeTimeout)
	}
	if o.MarkScope > Paragraph {
		return nil, fmt.Errorf("grounding: no MarkScope %d", o.MarkScope)
	}
	ch := &Checker{base: newBase(c), options: o}
	if o.Judge != nil {
		ch.judge = newJudging(o)
	}
	return ch, nil
}

// Corpus returns what answers are checked against.
func (c *Checker) Corpus() *corpus.Corpus { return c.base.corpus }

const (
	// MaxAnswer is the longest answer that is checked, in bytes: more than models write.
	MaxAnswer = 1 << 20
	// MaxEvidence is the most that a claim and its evidence have together.
	MaxEvidence = 16 << 20
)

// A TooLongError tells of an answer of more than MaxAnswer bytes, or a claim that has
// more than MaxEvidence with its evidence.
type TooLongError struct {
	ID   string
	Size int
	Max  int
}

func (e *TooLongError) Error() string {
	name := "the answer"
	if e.ID != "" {
		name = fmt.Sprintf("answer %q", e.ID)
	}
	return fmt.Sprintf("%s has %d bytes; at most %d are checked", name, e.Size, e.Max)
}

// Check checks an answer. The error is a *TooLongError, an *UnknownPassageError of
// Answer.Context, the context's, or that of a Finder or
// Answerer; what a judge can't do leaves its claim
// undecided.
func (c *Checker) Check(ctx context.Context, a Answer) (Report, error) {
	if len(a.Text) > MaxAnswer {
		return Report{}, &TooLongError{a.ID, len(a.Text), MaxAnswer}
	}
	k, err := c.newCheck(ctx, a)
	if err != nil {
		return Report{}, err
	}
	defer c.base.analyzers.Put(k.analyzer)
	for i := range k.statements {
		if err := k.statement(i); err != nil {
			return Report{}, err
		}
		if a.Progress != nil {
			a.Progress(i+1, len(k.statements))
		}
	}
	return k.report()
}

// analyzer returns an analyzer of claims for one goroutine, to be given back: those that
// were used before remember words.
func (b *base) analyzer() *entail.Analyzer {
	if a, ok := b.analyzers.Get().(*entail.Analyzer); ok {
		return a
	}
	return &entail.Analyzer{Names: b.names, Weight: b.weight}
}
