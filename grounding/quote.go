package grounding

import (
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/answer"
)

// A QuoteClass says how a quotation stands to the text.
type QuoteClass string

// The classes of quotations. Exact is exact after typography is folded: quotation
// marks, dashes, spaces, ligatures. Digits, signs, units, negators, modals and hedges
// never are.
const (
	QuoteExact      QuoteClass = "exact"
	QuoteEllipsis   QuoteClass = "ellipsis"  // its parts stand in one passage, in order
	QuoteInsertion  QuoteClass = "insertion" // exact but for words in square brackets
	QuoteOtherCase  QuoteClass = "case"      // exact but for capital and small letters
	QuoteCut        QuoteClass = "truncated" // exact, but a limiting word follows in the text
	QuoteIsStitched QuoteClass = "stitched"  // its parts stand in different places
	QuoteIsAltered  QuoteClass = "altered"   // something like it stands in the text
	QuoteIsMissing  QuoteClass = "missing"   // nothing like it does
)

// ok reports whether the text has what the quotation says it has.
func (c QuoteClass) ok() bool {
	switch c {
	case QuoteExact, QuoteEllipsis, QuoteInsertion, QuoteOtherCase, QuoteCut:
		return true
	}
	return false
}

// A Quote is a quotation in an answer.
type Quote struct {
	Text      string     `json:"text"`
	cite.Span            // in the answer, without quotation marks
	Class     QuoteClass `json:"class"`
	// Found are the places where it really stands, or where that stands which it has
	// altered; several where its parts do.
	Found []cite.Citation `json:"found"`
	// Edits turn what stands there into what the answer quotes.
	Edits []Edit `json:"edits,omitempty"`

	groups  scope
	negated bool // the text negates it wherever it stands
}

// An Edit replaces words of the text by others in a quotation.
type Edit struct {
	Text  string `json:"text"`  // what stands in the text, "" for words put in
	Quote string `json:"quote"` // what the answer has, "" for words left out
}

// quotes looks up the quotations of a statement.
func (b *base) quotes(quotes []answer.Quote) []Quote {
	var out []Quote
	for _, q := range quotes {
		r := b.texts.find(q.Text)
		r.Text, r.Span = q.Text, cite.Span{Start: q.Start, End: q.End}
		r.Found, r.groups = list(r.Found), scope{}
		for _, f := range r.Found {
			for g := range b.passages[f.Passage] {
				if b.places[g].sentence.Span().Overlaps(f.Span) {
					r.groups[g] = true
				}
			}
		}
		out = append(out, r)
	}
	return out
}

// problem returns what is wrong with a quotation, if anything is.
func (q *Quote) problem() (Problem, bool) {
	switch q.Class {
	case QuoteOtherCase:
		return Problem{QuoteCase, "the article has other capital and small letters: " + inQuotes(q.Found[0].Quote), q.Span}, true
	case QuoteCut:
		if q.negated {
			return Problem{QuoteTruncated, "the article negates it: " + inQuotes(strings.TrimSpace(q.Found[0].Prefix)+" "+q.Found[0].Quote), q.Span}, true
		}
		return Problem{QuoteTruncated, "the article goes on: " + inQuotes(strings.TrimSpace(q.Found[0].Suffix)), q.Span}, true
	case QuoteIsStitched:
		return Problem{QuoteStitched, fmt.Sprintf("the article has this in %d different places", len(q.Found)), q.Span}, true
	case QuoteIsAltered:
		var parts []string
		for _, e := range q.Edits {
			switch {
			case e.Text == "":
				parts = append(parts, "has no "+inQuotes(e.Quote))
			case e.Quote == "":
				parts = append(parts, "goes on with "+inQuotes(e.Text))
			default:
				parts = append(parts, fmt.Sprintf("has %s, not %s", inQuotes(e.Text), inQuotes(e.Quote)))
			}
		}
		return Problem{QuoteAltered, "the article " + strings.Join(parts, "; "), q.Span}, true
	case QuoteIsMissing:
		return Problem{QuoteMissing, "the article does not say this", q.Span}, true
	}
	return Problem{}, false
}

func inQuotes(s string) string { return "“" + s + "”" }
