package citefmt

import (
	"errors"
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// What a reader takes of one answer: more is no answer but an attack on it.
const (
	maxCitations = 4096
	maxSearches  = 256 // quotations that don't stand where they should
)

// A reader collects the citations of an answer that are good, and errors for
// those that aren't.
type reader struct {
	corpus   *corpus.Corpus
	format   Format
	out      []Attribution
	errs     []error
	seen     int
	searches int
	shown    map[int]*shown // the documents that a prompt had
}

// add reads a citation, and notes what is wrong with it.
func (r *reader) add(place string, read func() (Attribution, error)) {
	if r.seen++; r.seen > maxCitations {
		if r.seen == maxCitations+1 {
			r.fail(place, fmt.Errorf("%w: the first %d are read", ErrTooMany, maxCitations))
		}
		return
	}
	at, err := read()
	if err != nil {
		r.fail(place, err)
		return
	}
	r.out = append(r.out, at)
}

// valid returns an error if a text is not UTF-8.
func (r *reader) valid(place, text string) error {
	if !utf8.ValidString(text) {
		return notUTF8(r.format, place)
	}
	return nil
}

func (r *reader) fail(place string, err error) {
	r.errs = append(r.errs, &CitationError{r.format, place, err})
}

func (r *reader) answer(text string) (Answer, error) {
	if r.out == nil {
		r.out = []Attribution{}
	}
	return Answer{Text: text, Citations: r.out}, errors.Join(r.errs...)
}

// whole cites a passage as a whole.
func (r *reader) whole(id cite.PassageID) (cite.Citation, error) {
	p, ok := lookup(r.corpus, id)
	if !ok {
		return cite.Citation{}, r.unknown(id)
	}
	return p.Cite(cite.Span{End: len(p.Text())}), nil
}

func (r *reader) unknown(id cite.PassageID) error {
	return fmt.Errorf("%w: %q", ErrUnknownPassage, short(string(id)))
}

// resolve finds what an earlier citation, or a quotation with the passage that it
// is said to be from, points at in the text as it is now. What was edited since
// is not what was cited: it is an error.
func (r *reader) resolve(old cite.Citation) (cite.Citation, error) {
	p, known := lookup(r.corpus, old.Passage)
	if known {
		if span, ok := only(p.Text(), old); ok {
			return p.Cite(span), nil
		}
	}
	if old.Article = old.Passage.Article(); r.corpus == nil || old.Article == "" || old.Quote == "" {
		return cite.Citation{}, r.unknown(old.Passage)
	}
	if r.searches++; r.searches > maxSearches {
		return cite.Citation{}, fmt.Errorf("%w: %d quotations were looked for elsewhere", ErrTooMany, maxSearches)
	}
	res := r.corpus.Resolve(old)
	switch {
	case res.Status == corpus.Same, res.Status == corpus.Moved:
		return res.Citation, nil
	case !known:
		return cite.Citation{}, r.unknown(old.Passage)
	}
	return cite.Citation{}, fmt.Errorf("%w: %s: %s: %q", ErrQuote, old.Passage, res.Status, short(old.Quote))
}

// only returns the place of a quotation in the text of its passage: the one that
// the citation names, else the only one that its surroundings fit.
func only(text string, old cite.Citation) (cite.Span, bool) {
	if old.Quote == "" {
		return cite.Span{}, false
	}
	if old.Span.Valid(text) && old.Span.Of(text) == old.Quote {
		return old.Span, true
	}
	var found cite.Span
	n := 0
	for from, tries := 0, 0; from <= len(text) && tries < maxSearches; tries++ {
		i := strings.Index(text[from:], old.Quote)
		if i < 0 {
			break
		}
		s := cite.Span{Start: from + i, End: from + i + len(old.Quote)}
		from = s.Start + 1
		if strings.HasSuffix(text[:s.Start], old.Prefix) && strings.HasPrefix(text[s.End:], old.Suffix) && s.Valid(text) {
			if found, n = s, n+1; n > 1 {
				return cite.Span{}, false
			}
		}
	}
	return found, n == 1
}

// trim takes white space off the ends of a span. Where there is nothing else, what
// is left is empty and stands at its start.
func trim(text string, s cite.Span) cite.Span {
	t := strings.TrimRightFunc(s.Of(text), unicode.IsSpace)
	s.End = s.Start + len(t)
	s.Start = s.End - len(strings.TrimLeftFunc(t, unicode.IsSpace))
	return s
}

// sameButSpace reports whether two texts differ in white space at most. It stops at
// the first other difference.
func sameButSpace(a, b string) bool {
	for {
		a, b = strings.TrimLeftFunc(a, unicode.IsSpace), strings.TrimLeftFunc(b, unicode.IsSpace)
		if a == "" || b == "" {
			return a == b
		}
		x, n := utf8.DecodeRuneInString(a)
		y, m := utf8.DecodeRuneInString(b)
		if x != y || n != m {
			return false
		}
		a, b = a[n:], b[m:]
	}
}
