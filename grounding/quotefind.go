package grounding

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// maxQuoteWords is how many words of a quotation are looked up; a longer one is
// looked up in parts of so many.
const maxQuoteWords = 400

// find looks a quotation up.
func (q *quotable) find(text string) Quote {
	s, _ := foldQuote(text)
	s = strings.TrimSpace(s)
	trimmed := strings.TrimRight(strings.TrimLeft(s, " ."), " .,;:!?-")
	if trimmed == "" {
		return Quote{Class: QuoteIsMissing}
	}
	if parts := ellipses(s); len(parts) > 1 {
		if found := q.inOrder(parts); found != nil {
			if word := q.dropped(found); word != "" {
				return Quote{Class: QuoteIsAltered, Found: found, Edits: []Edit{{Text: word, Quote: "…"}}}
			}
			return Quote{Class: QuoteEllipsis, Found: found}
		}
		if r, ok := q.stitched(parts); ok {
			return r
		}
		return q.nearest(s)
	}
	if strings.ContainsAny(s, "[") {
		if parts, ok := insertions(s); ok {
			if found := q.inOrder(parts); found != nil {
				return Quote{Class: QuoteInsertion, Found: found}
			}
		}
	}
	if i := index(q.text, trimmed, 0); i >= 0 {
		return q.exact(trimmed, i)
	}
	if i := index(q.lower, strings.ToLower(trimmed), 0); i >= 0 && len(strings.ToLower(trimmed)) == len(trimmed) {
		class := QuoteOtherCase
		if onlyFirst(trimmed, q.text[i:i+len(trimmed)]) {
			class = QuoteExact // a quotation that opens a sentence, or goes on in one
		}
		return Quote{Class: class, Found: []cite.Citation{q.cite(i, i+len(trimmed))}}
	}
	return q.nearest(trimmed)
}

// onlyFirst reports whether two texts differ in the case of their first letter only.
func onlyFirst(a, b string) bool { return len(a) > 1 && len(b) > 1 && a[1:] == b[1:] }

const maxPlaces = 16 // of one quotation that are told

// exact returns the places of a quotation that stands in the text.
func (q *quotable) exact(s string, at int) Quote {
	r := Quote{Class: QuoteExact}
	whole := false
	for i := at; i >= 0 && len(r.Found) < maxPlaces; i = index(q.text, s, i+1) {
		r.Found = append(r.Found, q.cite(i, i+len(s)))
		negated := limitedBefore(q.text[:i])
		whole = whole || !limited(q.text[i+len(s):]) && !negated
		r.negated = (r.negated || len(r.Found) == 1) && negated
	}
	if !whole {
		r.Class = QuoteCut
	}
	return r
}

// limiters are words by which a sentence takes back a part of what it said.
var limiters = []string{
	"but ", "unless ", "except ", "only if ", "only when ", "if ", "provided ", "although ", "though ", "however",
	"until ", "only in ", "subject to ", "save ", "without ",
}

// limited reports whether what follows a quotation in its sentence limits it.
func limited(after string) bool {
	after = strings.TrimLeft(after, ", ;")
	for _, l := range limiters {
		if strings.HasPrefix(after, l) {
			return true
		}
	}
	return false
}

// limitedBefore reports whether the word before a quotation negates it.
func limitedBefore(before string) bool {
	before = strings.ToLower(strings.TrimRight(before[max(0, len(before)-24):], " \""))
	for _, l := range []string{" not", " never", " no", " hardly", " nor", "n't", " without", " rather than", " instead of"} {
		if strings.HasSuffix(" "+before, l) {
			return true
		}
	}
	return false
}

// ellipses cuts a quotation at its ellipses.
func ellipses(s string) []string {
	s = strings.NewReplacer("[...]", "\x00", "(...)", "\x00", "....", "\x00", "...", "\x00", ". . .", "\x00").Replace(s)
	var out []string
	for part := range strings.SplitSeq(s, "\x00") {
		if part = strings.Trim(part, " .,;:!?-"); part != "" {
			out = append(out, part)
		}
	}
	return out
}

// insertions cuts a quotation at its square brackets; a letter alone in brackets is
// one whose case was changed, and stays.
func insertions(s string) ([]string, bool) {
	var out []string
	var part strings.Builder
	flush := func() {
		if t := strings.Trim(part.String(), " .,;:!?-"); t != "" {
			out = append(out, t)
		}
		part.Reset()
	}
	for s != "" {
		open := strings.IndexByte(s, '[')
		if open < 0 {
			part.WriteString(s)
			break
		}
		end := strings.IndexByte(s[open:], ']')
		if end < 0 {
			return nil, false
		}
		inner := s[open+1 : open+end]
		part.WriteString(s[:open])
		if len(inner) != 1 {
			flush()
		} else if rest := s[open+end+1:]; rest != "" && rest[0] != ' ' {
			// "[o]pen": the rest of the word is looked up, the letter is not.
			flush()
			cut := strings.IndexByte(rest, ' ')
			if cut < 0 {
				cut = len(rest)
			}
			s = rest[cut:]
			continue
		}
		s = s[open+end+1:]
	}
	flush()
	return out, len(out) > 0
}

// inOrder returns the places of parts that stand in one passage in order, with the
// words between them left out; nil if they don't.
func (q *quotable) inOrder(parts []string) []cite.Citation {
	for first := index(q.text, parts[0], 0); first >= 0; first = index(q.text, parts[0], first+1) {
		f := q.holder(first)
		at, out := first-f.start, []cite.Citation(nil)
		for _, p := range parts {
			i := index(f.text, p, at)
			if i < 0 {
				out = nil
				break
			}
			out = append(out, f.passage.Cite(f.span(i, i+len(p))))
			at = i + len(p)
		}
		if out != nil {
			return out
		}
	}
	return nil
}

// dropped returns a word that an ellipsis left out and that turns what was said into
// its opposite, "" if there is none. found are places of one passage, in order.
func (q *quotable) dropped(found []cite.Citation) string {
	i := slices.IndexFunc(q.passages, func(f folded) bool { return f.passage.ID() == found[0].Passage })
	if i < 0 {
		return ""
	}
	text := q.passages[i].passage.Text()
	for k := 1; k < len(found); k++ {
		for _, w := range strings.Fields(text[found[k-1].End:found[k].Start]) {
			switch strings.ToLower(strings.Trim(w, ".,;:!?()“”\"'")) {
			case "not", "never", "no", "nor", "neither", "hardly", "cannot", "without":
				return w
			}
		}
	}
	return ""
}

// minStitch is how many words a part of a stitched quotation has at least.
const minStitch = 3

// stitched returns the places of parts that all stand somewhere.
func (q *quotable) stitched(parts []string) (Quote, bool) {
	r := Quote{Class: QuoteIsStitched}
	for _, p := range parts {
		i := index(q.text, p, 0)
		if i < 0 || len(strings.Fields(p)) < minStitch {
			return Quote{}, false
		}
		r.Found = append(r.Found, q.cite(i, i+len(p)))
	}
	return r, true
}

// nearest returns what a quotation that doesn't stand in the text may have been made
// of: two parts that do, or a place that is like it.
func (q *quotable) nearest(s string) Quote {
	ws := strings.Fields(s)
	if len(ws) > maxQuoteWords {
		return Quote{Class: QuoteIsMissing}
	}
	if r, ok := q.seam(ws); ok {
		return r
	}
	f := q.likeliest(s)
	if f == nil {
		return Quote{Class: QuoteIsMissing}
	}
	start, end, edits, same := diffWords(ws, f.text)
	if float64(same) < 0.5*float64(len(ws)) {
		return Quote{Class: QuoteIsMissing}
	}
	return Quote{Class: QuoteIsAltered, Found: []cite.Citation{f.passage.Cite(f.span(start, end))}, Edits: edits}
}

// seam finds the place where a quotation was put together of two that stand in the
// text, each of minStitch words or more.
func (q *quotable) seam(ws []string) (Quote, bool) {
	n := 0
	for n < len(ws) && index(q.text, strings.Trim(strings.Join(ws[:n+1], " "), ".,;:!?-"), 0) >= 0 {
		n++
	}
	if n < minStitch || len(ws)-n < minStitch {
		return Quote{}, false
	}
	// The second part may have begun anywhere in what the first one covers.
	for k := n; k >= max(minStitch, n-3); k-- {
		first := strings.Trim(strings.Join(ws[:k], " "), ".,;:!?-")
		second := strings.Trim(strings.Join(ws[k:], " "), ".,;:!?-")
		i, j := index(q.text, first, 0), index(q.text, second, 0)
		if i >= 0 && j >= 0 && len(ws)-k >= minStitch {
			return Quote{Class: QuoteIsStitched, Found: []cite.Citation{q.cite(i, i+len(first)), q.cite(j, j+len(second))}}, true
		}
	}
	return Quote{}, false
}

// likeliest returns the passage that has the most runs of words in common with
// a text, at least one.
func (q *quotable) likeliest(s string) *folded {
	count := map[int32]int{}
	for g := range gramsOf(s) {
		for _, i := range q.grams[g] {
			count[i]++
		}
	}
	best := int32(-1)
	for i, n := range count {
		if best < 0 || n > count[best] || n == count[best] && i < best {
			best = i
		}
	}
	if best < 0 {
		return nil
	}
	return &q.passages[best]
}
