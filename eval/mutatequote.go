package eval

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/lazyregexp"
	"github.com/footnote-go/footnote/internal/number"
	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/internal/thesaurus"
)

// quotable reports whether a base is a sentence that can stand between quotation marks
// as it is.
func (b *base) quotable() bool {
	return !b.isFact() && len(b.quoted) == 0 && !strings.ContainsAny(b.text, "\"“”„«»[]…") && !strings.Contains(b.text, "...") && len(b.words) >= 8
}

// leads introduce a quotation; the first is none.
var leads = []string{"", "The article says: "}

// stitch joins the beginning of a sentence with the end of one in another passage, in
// one pair of quotation marks.
func (m *mutator) stitch(b *base, d dice) []draft {
	if !b.quotable() {
		return nil
	}
	for range 20 {
		o := m.bases[d.n(len(m.bases))]
		if !o.quotable() || o.passage == b.passage || len(o.words) < 10 || len(b.words) < 10 {
			continue
		}
		n, k := 5+d.n(3), 5+d.n(3)
		head := b.text[:b.words[n-1].End]
		if i := strings.Index(b.text[len(head):], ", "); i >= 0 {
			head = b.text[:len(head)+i]
		}
		at := o.words[len(o.words)-k].Start
		if i := strings.LastIndex(o.text[:at], ", "); i > o.words[1].Start {
			at = i + 2
		}
		quote := head + ", " + o.text[at:]
		marker := m.marker(b.footnotes, b.passage)
		if more := m.marker(o.footnotes, o.passage); !strings.Contains(marker, more) {
			marker += more
		}
		return []draft{{
			text: leads[d.n(2)] + "\"" + quote + "\"", by: quote, original: b.text + " " + o.text, marker: marker,
			footnotes: append(slices.Clone(b.right), o.right...),
		}}
	}
	return nil
}

// alterQuote changes one number or word inside a quotation.
func (m *mutator) alterQuote(b *base, d dice) []draft {
	if !b.quotable() {
		return nil
	}
	quote := func(s cite.Span, by string) draft {
		return draft{text: leads[d.n(2)] + "\"" + b.replace(s, by) + "\"", changed: b.text[s.Start:s.End], by: by}
	}
	var out []draft
	for _, n := range b.numbers {
		s := cite.Span{Start: n.Start, End: n.End}
		tries := sameMagnitude(b.text[n.Start:n.End])
		if !isQuantity(n) {
			tries = otherYears(b.text[n.Start:n.End], n)
		}
		if b.free(s) && len(tries) > 0 {
			out = append(out, quote(s, tries[d.n(len(tries))]))
			break
		}
	}
	var small []word
	for _, w := range b.words {
		if slices.ContainsFunc(b.numbers, func(n number.Mention) bool { return w.Start < n.End && n.Start < w.End }) {
			continue // "billion"
		}
		if w.text == w.lower && b.free(w.Span) && len(w.lower) > 4 && len(m.termsOf(w.text)) > 0 {
			small = append(small, w)
		}
	}
	for _, w := range shuffled(d, small) {
		by := antonyms[w.lower]
		if by == "" {
			by = m.otherWord(w.lower, d)
		}
		if by != "" && !strings.Contains(b.text, by) {
			return append(out, quote(w.Span, by))
		}
	}
	return out
}

// otherWord returns a word of the corpus in the form of another, and of another meaning.
func (m *mutator) otherWord(w string, d dice) string {
	list := m.vocabulary[endingOf(w)]
	for range min(8, len(list)) {
		by := list[d.n(len(list))]
		if by != w && text.Term(by) != text.Term(w) && !slices.Contains(thesaurus.Related(text.Term(w)), text.Term(by)) {
			return by
		}
	}
	return ""
}

func endingOf(w string) string {
	for _, e := range endings {
		if strings.HasSuffix(w, e) {
			return e
		}
	}
	return ""
}

// typography quotes a sentence with other quotation marks, dashes and spaces.
func (m *mutator) typography(b *base, d dice) []draft {
	if !b.quotable() {
		return nil
	}
	changes := [][2]string{{"'", "’"}, {"-", "‑"}, {" — ", " – "}, {" – ", "—"}, {"fi", "ﬁ"}, {" ", "\u00a0"}, {" ", "\u2009"}}
	changes = slices.DeleteFunc(changes, func(c [2]string) bool { return !strings.Contains(b.text, c[0]) })
	if len(changes) == 0 {
		return nil
	}
	var out []draft
	for _, marks := range shuffled(d, quotationMarks)[:2] {
		c := changes[d.n(len(changes))]
		n := -1
		if c[0] == " " || c[0] == "fi" {
			n = 1
		}
		out = append(out, draft{text: leads[d.n(2)] + marks[0] + strings.Replace(b.text, c[0], c[1], n) + marks[1], changed: c[0], by: c[1]})
	}
	return out
}

var quotationMarks = [][2]string{{"“", "”"}, {"„", "“"}, {"« ", " »"}, {"\"", "\""}}

// ellipsis quotes a sentence with a part between commas or brackets left out.
func (m *mutator) ellipsis(b *base, d dice) []draft {
	if !b.quotable() || b.has(wondering) {
		return nil
	}
	for _, s := range asides(b.text) {
		if m.careless(b.text[s.Start:s.End]) || len(wordsOf(b.text[:s.Start])) < 3 || len(wordsOf(b.text[s.End:])) < 3 {
			continue
		}
		dots := []string{" … ", " [...] ", " ... "}[d.n(3)]
		quote := strings.TrimRight(b.text[:s.Start], " ,") + dots + strings.TrimLeft(b.text[s.End:], " ,")
		return []draft{{text: leads[d.n(2)] + "“" + quote + "”", changed: strings.TrimSpace(b.text[s.Start:s.End]), by: strings.TrimSpace(dots)}}
	}
	if at := tails().FindStringIndex(b.text); at != nil && len(wordsOf(b.text[:at[0]])) >= 6 && !m.careless(strings.TrimPrefix(b.text[at[0]:], ", which")) {
		return []draft{{text: leads[d.n(2)] + "“" + b.text[:at[0]] + " …”", changed: b.text[at[0]:], by: "…"}}
	}
	return nil
}

// careless reports whether it changes what a sentence says if a part is left out: it
// has a hedge, says who says it, negates, or limits.
func (m *mutator) careless(s string) bool {
	p := &prose{text: s, words: wordsOf(s)}
	return p.has(hedges) || p.has(negators) || p.has(saying) || p.has(limiting) || p.has(subordinating)
}

var apposition = lazyregexp.New(`^, (?:which|who|formerly|previously|then|among|including|such as|a|an|the|\p{Lu}\S*) `)

// asides returns what stands between brackets, with the space before, and between the
// two commas of a sentence what says more of the noun before: a clause, a title, a
// name.
func asides(s string) []cite.Span {
	var out []cite.Span
	if i := strings.IndexByte(s, '('); i > 0 && s[i-1] == ' ' {
		if j := strings.IndexByte(s[i:], ')'); j > 0 {
			out = append(out, cite.Span{Start: i - 1, End: i + j + 1})
		}
	}
	var commas []int
	for i := range len(s) - 1 {
		if s[i] == ',' && s[i+1] == ' ' {
			commas = append(commas, i)
		}
	}
	// Of more than two it isn't clear which belong together. The subject stands before
	// and its verb after: else it is a list, or the clause that all hangs on.
	if len(commas) == 2 && apposition().MatchString(s[commas[0]:]) {
		first, next := wordsOf(s)[0], wordsOf(s[commas[1]:])
		if !opensNoNoun[first.lower] && len(next) > 0 && verbLike(next[0].lower) {
			out = append(out, cite.Span{Start: commas[0], End: commas[1] + 1})
		}
	}
	return out
}

// verbLike reports whether a word may open what a subject does.
func verbLike(w string) bool {
	return auxiliaries[w] || saying[w] || strings.HasSuffix(w, "ed") || strings.HasSuffix(w, "ly")
}
