package index

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// A Context is passages put together for a prompt.
type Context struct {
	// Budget is the most tokens that Text may have, Tokens how many it has.
	Budget int `json:"budget"`
	Tokens int `json:"tokens"`
	// Text is Markdown: for each passage a heading with its citation key and
	// its ID, then passage and notes.
	Text string `json:"text"`
	// Passages are those in Text, in its order.
	Passages []KeyedPassage `json:"passages"`
	// Footnotes are those of the passages, each once.
	Footnotes []cite.Footnote `json:"footnotes"`
}

// A KeyedPassage is a passage with the key by which an answer cites it.
type KeyedPassage struct {
	Key     string         `json:"key"`
	Passage corpus.Passage `json:"passage"`
}

// ContextOptions are the settings of a context. The zero ContextOptions are the
// defaults.
type ContextOptions struct {
	// Counter counts tokens; nil means ApproxTokens.
	Counter TokenCounter
}

// Context puts as many of the hits together as fit a budget of tokens, the best
// first, each whole: one that doesn't fit is left out, and a later, shorter one
// may take its place. Sections stand in the order of their best hit, passages
// within a section in that of the article. If nothing fits, the text is empty.
//
// All that comes from the article (headings, text, notes) stands in block
// quotations: every line of it begins with ">", and no other line does. No bytes
// of a passage can close the quotation or imitate what stands outside of it,
// since wherever anything might see a line end, the next line begins with ">".
func (r Results) Context(budget int, opts ContextOptions) Context {
	counter := opts.Counter
	if counter == nil {
		counter = ApproxTokens{}
	}
	out := Context{Budget: budget, Passages: []KeyedPassage{}, Footnotes: []cite.Footnote{}}
	var chosen []Hit
	for _, h := range r.Hits {
		try := append(slices.Clip(chosen), h)
		text := r.render(arrange(try))
		if n := counter.Count(text); n <= budget {
			chosen, out.Text, out.Tokens = try, text, n
		}
	}
	var notes [][]cite.Footnote
	for _, h := range arrange(chosen) {
		out.Passages = append(out.Passages, KeyedPassage{r.key(h), h.Passage})
		notes = append(notes, h.Passage.Footnotes())
	}
	out.Footnotes = Distinct(notes...)
	return out
}

func (r Results) key(h Hit) string { return r.asked.index.corpus.Key(h.Passage) }

// arrange puts hits in the order of a context.
func arrange(hits []Hit) []Hit {
	best := map[corpus.Section]int{}
	for _, h := range hits {
		s := h.Passage.Section()
		if have, ok := best[s]; !ok || h.Rank < have {
			best[s] = h.Rank
		}
	}
	out := slices.Clone(hits)
	slices.SortFunc(out, func(a, b Hit) int {
		return cmp.Or(cmp.Compare(best[a.Passage.Section()], best[b.Passage.Section()]), cmp.Compare(a.ordinal, b.ordinal))
	})
	return out
}

func (r Results) render(hits []Hit) string {
	var b strings.Builder
	for i, h := range hits {
		if i > 0 {
			b.WriteByte('\n')
		}
		p := h.Passage
		b.WriteString("### " + r.key(h))
		if len(p.Labels()) > 0 {
			b.WriteString(" " + string(p.ID()))
		}
		b.WriteString("\n\n")
		where := append([]string{p.Article().Title()}, p.Section().Path()...)
		quoteLine(&b, strings.Join(where, " › "))
		quoteLine(&b, "")
		if p.Lead() != "" {
			quoteLine(&b, p.Lead())
		}
		quoteLine(&b, p.Text())
		for _, f := range p.Footnotes() {
			b.WriteString("\nNote " + r.asked.index.corpus.Mark(f) + ":\n\n")
			quoteLine(&b, f.Text)
		}
	}
	return b.String()
}

// quoteLine writes text as lines of a block quotation.
func quoteLine(b *strings.Builder, text string) {
	start := true
	for _, r := range text {
		if start {
			b.WriteString("> ")
			start = false
		}
		if isLineEnd(r) {
			b.WriteByte('\n')
			start = true
			continue
		}
		b.WriteRune(r)
	}
	if start {
		b.WriteByte('>')
	}
	b.WriteByte('\n')
}

// isLineEnd reports whether anything might see the end of a line in r: line and
// paragraph separators, and all control characters but the tab.
func isLineEnd(r rune) bool {
	return r == '\u2028' || r == '\u2029' || unicode.IsControl(r) && r != '\t'
}

// MarshalJSON writes the context; its lists are never null.
func (c Context) MarshalJSON() ([]byte, error) {
	type plain Context
	p := plain(c)
	if p.Passages == nil {
		p.Passages = []KeyedPassage{}
	}
	if p.Footnotes == nil {
		p.Footnotes = []cite.Footnote{}
	}
	return json.Marshal(p)
}
