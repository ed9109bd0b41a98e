package citefmt

import (
	"fmt"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// An Answer is a text with citations: each says which part of the text rests on
// which part of the corpus. The zero Answer is empty.
type Answer struct {
	Text      string        `json:"text"`
	Citations []Attribution `json:"citations"`
}

// An Attribution says that a part of an answer rests on a part of a passage.
type Attribution struct {
	// Span is the bytes of Answer.Text that the citation is for. Where a format
	// gives a point only, it is empty and stands at the place of the mark.
	Span cite.Span `json:"span"`
	// Citation names the passage, the quotation and the footnotes in force for it.
	Citation cite.Citation `json:"citation"`
}

// Passages returns the passages that the answer cites, each once, in the order of
// its citations. Those that c doesn't have are left out.
func (a Answer) Passages(c *corpus.Corpus) []corpus.Passage {
	var out []corpus.Passage
	seen := map[cite.PassageID]bool{}
	for _, at := range a.Citations {
		p, ok := lookup(c, at.Citation.Passage)
		if ok && !seen[p.ID()] {
			seen[p.ID()] = true
			out = append(out, p)
		}
	}
	return out
}

// usable returns the citations that can be written and where they stand in
// a.Citations, with an error for each that can't.
func (a Answer) usable(format Format) (good []Attribution, places []string, errs []error, err error) {
	if !utf8.ValidString(a.Text) {
		return nil, nil, nil, notUTF8(format, "text")
	}
	for i, at := range a.Citations {
		place := fmt.Sprintf("citations[%d]", i)
		switch {
		case !at.Span.Valid(a.Text):
			errs = append(errs, &CitationError{format, place, fmt.Errorf("%w: bytes %d:%d of %d, or not between code points",
				ErrRange, at.Span.Start, at.Span.End, len(a.Text))})
		case at.Citation.Passage == "":
			errs = append(errs, &CitationError{format, place, fmt.Errorf("%w: the citation names none", ErrUnknownPassage)})
		default:
			good, places = append(good, at), append(places, place)
		}
	}
	return good, places, errs, nil
}

// lookup finds a passage; a nil corpus has none.
func lookup(c *corpus.Corpus, id cite.PassageID) (corpus.Passage, bool) {
	if c == nil {
		return corpus.Passage{}, false
	}
	return c.Passage(id)
}
