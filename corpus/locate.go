package corpus

import (
	"fmt"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A searchBudget bounds the work of looking for the quotations of one file.
type searchBudget struct {
	inPlace   int64 // bytes of text in which they are said to stand
	elsewhere int64 // for the others, in units of about a nanosecond
}

// newSearchBudget allows for all quotations of a large file to be looked for where
// they are said to stand, and for some thousands to be looked for in all of an
// article as long as the built-in one.
func newSearchBudget() searchBudget { return searchBudget{8 << 30, 4_000_000_000} }

// spend takes a cost out of what is left and reports whether that was enough. What
// is refused costs nothing.
func spend(left *int64, cost int64) bool {
	if cost > *left {
		return false
	}
	*left -= cost
	return true
}

// resolveCost is about what it costs to find what has become of a quotation: some
// nanoseconds for each byte of the text, which is taken apart into words, and two
// alignments of the words of both, which are some five bytes long.
func resolveCost(text, quote int) int64 {
	return 20*int64(text) + 2*int64(text/5+1)*int64(quote/5+1)
}

// locate returns where a piece of evidence stands in the text as it is now: the zero
// Citation if it doesn't. The diagnostic says what was odd; it has a code then.
func (r *factReader) locate(e cite.Citation) (now cite.Citation, odd Diagnostic) {
	tell := func(code DiagnosticCode, format string, args ...any) Diagnostic {
		return Diagnostic{Code: code, Message: fmt.Sprintf("the quotation %.60q ", e.Quote) + fmt.Sprintf(format, args...)}
	}
	if e.Passage.Article() != r.a.id {
		return cite.Citation{}, tell(DiagGoneEvidence, "is said to stand in the article %q; this is %q", e.Passage.Article(), r.a.id)
	}
	bare := e.Digest == "" && e.Prefix == "" && e.Suffix == ""
	p, ok := r.a.Passage(e.Passage)
	if ok && (bare || e.Digest == p.Digest()) {
		if !spend(&r.budget.inPlace, int64(len(p.Text()))) {
			return cite.Citation{}, tell(DiagUnsoughtEvidence, "was not looked for: the file has too many in passages that are too long")
		}
		if span, ok := onlyPlace(p.Text(), e.Quote); ok {
			return p.Cite(span), Diagnostic{}
		}
	}
	if !spend(&r.budget.elsewhere, resolveCost(len(r.a.raw), len(e.Quote))) {
		return cite.Citation{}, tell(DiagUnsoughtEvidence, "is not in %s, and was not looked for elsewhere: the file has too many of the kind", e.Passage)
	}
	// Evidence that brings no footnotes says nothing of them.
	sameNotes := slices.Equal[[]string]
	if e.Footnotes == nil {
		sameNotes = func(_, _ []string) bool { return true }
	}
	res := r.a.resolve(e, sameNotes)
	switch res.Status {
	case Same, Moved:
		now := res.Citation
		switch {
		case now.Passage == e.Passage:
			return now, Diagnostic{}
		case bare && !r.a.isSentences(now):
			// Some words alone may stand anywhere.
			return cite.Citation{}, tell(DiagAmbiguousEvidence, "is not in %s; the same words stand in %s, where they may mean something else", e.Passage, now.Passage)
		}
		return now, tell(DiagMovedEvidence, "stands in %s, no longer in %s", now.Passage, e.Passage)
	case Edited:
		return cite.Citation{}, tell(DiagEditedEvidence, "has become %.60q", res.Citation.Quote)
	case Ambiguous:
		return cite.Citation{}, tell(DiagAmbiguousEvidence, "may be at %d places", len(res.Candidates))
	}
	return cite.Citation{}, tell(DiagGoneEvidence, "is not in %s, nor elsewhere", e.Passage)
}

// isSentences reports whether a quotation is one or more whole sentences of its
// passage.
func (a *Article) isSentences(c cite.Citation) bool {
	p, ok := a.Passage(c.Passage)
	if !ok {
		return false
	}
	starts, ends := false, false
	for s := range p.Sentences() {
		starts = starts || s.Span().Start == c.Start
		ends = ends || s.Span().End == c.End
	}
	return starts && ends
}

// onlyPlace returns the span of the text that is the quotation, if there is
// exactly one.
func onlyPlace(text, quote string) (cite.Span, bool) {
	i := strings.Index(text, quote)
	if i < 0 || quote == "" {
		return cite.Span{}, false
	}
	span := cite.Span{Start: i, End: i + len(quote)}
	return span, span.Valid(text) && !strings.Contains(text[i+1:], quote)
}
