package index

import (
	"cmp"
	"encoding/json"
	"slices"
	"strings"

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
// Each passage is counted by itself, so that a counter is called about once for
// each hit.
//
// All text of the article (headings, passages, notes) stands in block quotations:
// every line of it begins with ">", and no other line does. No bytes of a passage
// can close the quotation or imitate what stands outside of it, since wherever
// anything might see a line end, the next line begins with ">". Outside stand
// only citation keys and IDs, which hold no white space, control or format
// characters, or brackets.
func (r Results) Context(budget int, opts ContextOptions) Context {
	counter := opts.Counter
	if counter == nil {
		counter = ApproxTokens{}
	}
	var chosen []fenced
	used := 0
	for _, h := range r.Hits {
		if h.Passage.IsZero() {
			continue
		}
		f := fenced{h, h.scope().Quoted(h.Passage)}
		if n := counter.Count(f.text + "\n"); used+n <= budget {
			used += n
			chosen = append(chosen, f)
		}
	}
	arrange(chosen)
	out := Context{Budget: budget, Passages: []KeyedPassage{}}
	for len(chosen) > 0 {
		text := join(chosen)
		if n := counter.Count(text); n <= budget {
			out.Text, out.Tokens = text, n
			break
		}
		// The whole has more tokens than its parts: the worst hit has to go.
		last := worst(chosen)
		chosen = slices.DeleteFunc(chosen, func(f fenced) bool { return f.hit.Rank == last })
	}
	notes := make([][]cite.Footnote, len(chosen))
	for i, f := range chosen {
		out.Passages = append(out.Passages, KeyedPassage{f.hit.key(), f.hit.Passage})
		notes[i] = f.hit.Passage.Footnotes()
	}
	out.Footnotes = cite.DistinctFootnotes(notes...)
	return out
}

// A fenced hit is one with its text for a prompt.
type fenced struct {
	hit  Hit
	text string
}

func worst(hits []fenced) int {
	rank := 0
	for _, f := range hits {
		rank = max(rank, f.hit.Rank)
	}
	return rank
}

// arrange puts hits in the order of a context.
func arrange(hits []fenced) {
	best := map[corpus.Section]int{}
	for _, f := range hits {
		s := f.hit.Passage.Section()
		if have, ok := best[s]; !ok || f.hit.Rank < have {
			best[s] = f.hit.Rank
		}
	}
	slices.SortFunc(hits, func(a, b fenced) int {
		x, y := a.hit.Passage.Section(), b.hit.Passage.Section()
		return cmp.Or(cmp.Compare(best[x], best[y]), cmp.Compare(a.hit.ordinal, b.hit.ordinal))
	})
}

func join(hits []fenced) string {
	parts := make([]string, len(hits))
	for i, f := range hits {
		parts[i] = f.text
	}
	return strings.Join(parts, "\n")
}

// scope returns the corpus that the hit's question was asked of, an empty one for
// a hit that no search made.
func (h Hit) scope() *corpus.Corpus {
	if h.asked == nil {
		return &corpus.Corpus{}
	}
	return h.asked.index.corpus
}

func (h Hit) key() string { return h.scope().Key(h.Passage) }

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
