// Package toolset has the operations that a language model may call to write an
// answer that it can prove: find and read cited passages, footnotes and facts of a
// corpus, and have a draft checked or cited. It knows no protocol: mcpserver serves
// the operations over the Model Context Protocol, httpserver over HTTP, and a Go
// program calls them as methods of a [Set], or by name with JSON, as a model does:
//
//	set, err := toolset.New(metapolicy.Corpus(), toolset.Options{})
//	…
//	result, err := set.Call(ctx, "read_footnote", json.RawMessage(`{"footnote":"4"}`))
//
// It calls no model, keeps nothing from one call to the next, and changes nothing.
//
// # Results
//
// Each operation is defined once, as an [Operation]: its name, a description written
// for a model, and the JSON Schemas of its input and output, which are those of the
// Go structs that its method takes and returns. A result is that struct, and the same
// in a few lines of Markdown for models that are given text alone. In it, all text of
// an article stands in block quotations (see corpus.Blockquote), so that no article
// can speak as if it were the tool.
//
// Whatever quotes the article says by which key an answer cites it ([^4], or a
// passage's ID in brackets where there is no footnote) and at which address a person
// finds it.
//
// # Limits
//
// A result has at most Options.MaxTokens tokens, or as many as the call allows. What
// doesn't fit is left out whole, the least important first: a passage, fact, claim or
// section is never cut in two. [Cut] then says how much is missing and what to do.
// What a result says of the whole is not left out, such as the question that was
// asked, the note that was asked for, or by what an answer was checked: in a limit of
// a few hundred tokens that may be more than there is room for. The limit of
// cite_answer is that of its report.
//
// # Errors
//
// What a model can mend is an [*Error], whose text is a sentence that says what to do
// next: "no footnote 33; the article has 1 to 32".
package toolset

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/index"
)

// Schema is the version of the JSON form of results.
const Schema = "footnote/1"

// DefaultMaxTokens is how many tokens a result has at most where neither the options
// nor the call say.
const DefaultMaxTokens = 4000

// Options are the settings of a set. The zero Options are the defaults.
type Options struct {
	// Index finds passages. Nil: one with the defaults is made when it is first
	// needed. It has to be of the same corpus.
	Index *index.Index
	// Checker checks answers. Nil: one with the defaults is made when it is first
	// needed, which asks the index whether a question has an answer. It has to be of
	// the same corpus.
	Checker *grounding.Checker
	// Gate says which answers pass the check. The zero Gate is that of package
	// grounding.
	Gate grounding.Gate
	// BaseURL is the address under which httpserver serves the articles, such as
	// "https://example.org/notes": the start of all addresses. "": addresses are
	// URIs with the scheme "footnote", which only an MCP client can follow.
	BaseURL string
	// MaxTokens is how many tokens a result has at most; 0 or less is
	// [DefaultMaxTokens].
	MaxTokens int
	// Counter counts tokens; nil means index.ApproxTokens.
	Counter index.TokenCounter
}

// A Set is the operations over one corpus. It is safe for concurrent use.
type Set struct {
	corpus    *corpus.Corpus
	gate      grounding.Gate
	addresses addresses
	maxTokens int
	counter   index.TokenCounter

	index   func() (*index.Index, error)
	checker func() (*grounding.Checker, error)
	made    struct {
		sync.Mutex
		index  *index.Index // to be closed
		closed bool
	}
}

// New makes a set over a corpus. It is quick: what an operation needs is made when
// the first one asks for it, or by [Set.Prepare].
func New(c *corpus.Corpus, o Options) (*Set, error) {
	if c == nil || c.Len() == 0 {
		return nil, errors.New("toolset: the corpus has no articles")
	}
	if o.Index != nil && o.Index.Corpus().Revision() != c.Revision() {
		return nil, errors.New("toolset: the index is of another corpus")
	}
	if o.Checker != nil && o.Checker.Corpus().Revision() != c.Revision() {
		return nil, errors.New("toolset: the checker is of another corpus")
	}
	s := &Set{corpus: c, gate: o.Gate, maxTokens: o.MaxTokens, counter: o.Counter}
	var err error
	if s.addresses, err = newAddresses(o.BaseURL); err != nil {
		return nil, err
	}
	if s.maxTokens <= 0 {
		s.maxTokens = DefaultMaxTokens
	}
	if s.counter == nil {
		s.counter = index.ApproxTokens{}
	}
	s.index = func() (*index.Index, error) { return o.Index, nil }
	if o.Index == nil {
		s.index = sync.OnceValues(s.makeIndex)
	}
	s.checker = func() (*grounding.Checker, error) { return o.Checker, nil }
	if o.Checker == nil {
		s.checker = sync.OnceValues(func() (*grounding.Checker, error) {
			return grounding.New(c, grounding.Options{Answerer: s})
		})
	}
	return s, nil
}

// makeIndex makes the index, which one call after another needs: it isn't bound to
// the context of the first.
func (s *Set) makeIndex() (*index.Index, error) {
	s.made.Lock()
	defer s.made.Unlock()
	if s.made.closed {
		return nil, index.ErrClosed
	}
	var err error
	s.made.index, err = index.New(context.Background(), s.corpus, index.Options{})
	return s.made.index, err
}

// Prepare makes what the operations need, so that no first call has to wait for it.
func (s *Set) Prepare() error {
	_, errIndex := s.index()
	_, errChecker := s.checker()
	if err := errors.Join(errIndex, errChecker); err != nil {
		return fmt.Errorf("toolset: %w", err)
	}
	return nil
}

// Close closes the index, if the set made it: not one of the options.
func (s *Set) Close() error {
	s.made.Lock()
	defer s.made.Unlock()
	s.made.closed = true
	if s.made.index == nil {
		return nil
	}
	return s.made.index.Close()
}

// Corpus returns what the operations are over.
func (s *Set) Corpus() *corpus.Corpus { return s.corpus }

// Index returns the index that finds passages.
func (s *Set) Index() (*index.Index, error) { return s.index() }

// Checker returns what checks answers.
func (s *Set) Checker() (*grounding.Checker, error) { return s.checker() }

// answerSentences is how many sentences answer a question at most.
const answerSentences = 3

// Answer returns the sentences of the corpus that answer a question, best first,
// none if nothing does: a Set is a grounding.Answerer.
func (s *Set) Answer(ctx context.Context, question string) ([]cite.Citation, error) {
	x, err := s.index()
	if err != nil {
		return nil, err
	}
	r, err := x.Search(ctx, index.Query{Text: question})
	if err != nil || !r.Answerable {
		return nil, err
	}
	var out []cite.Citation
	for _, a := range r.Answer(answerSentences) {
		out = append(out, a.Citation)
	}
	return out, nil
}
