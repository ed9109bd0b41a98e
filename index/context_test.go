package index_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
)

func TestContext(t *testing.T) {
	x := newIndex(t, harbourCorpus(t), index.Options{})
	got := search(t, x, index.Query{Text: "salt ships in 1850"}).Context(1000, index.ContextOptions{})
	want := `### [^1][^2] harbour#salt.1

> The Harbour › Trade › Salt
>
> Salt was taxed.

Note [^1]:

> Town records

Note [^2]:

> Customs ledger

### [harbour#salt.2]

> The Harbour › Trade › Salt
>
> Year | Ships
> 1850 | 312 sail, 4 steam

### [^2] harbour#trade.1

> The Harbour › Trade
>
> Salt and herring left the harbour.

Note [^2]:

> Customs ledger
`
	if diff := cmp.Diff(want, got.Text); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if want := (len(got.Text) + 3) / 4; got.Tokens != want {
		t.Errorf("%d tokens, want %d", got.Tokens, want)
	}
	if len(got.Footnotes) != 2 {
		t.Errorf("footnotes %v, want each once", got.Footnotes)
	}
}

// words counts words, as an example of a counter of one's own.
type words struct{}

func (words) Count(s string) int { return len(strings.Fields(s)) }

// TestContextBudget: never more than the budget, whatever counts, and never a part
// of a passage; a passage that doesn't fit makes room for a shorter one.
func TestContextBudget(t *testing.T) {
	x := newIndex(t, metapolicy.Corpus(), index.Options{})
	r := search(t, x, index.Query{Text: "open-weights license threshold", K: 50})
	for budget := 0; budget < 3000; budget += 37 {
		for _, counter := range []index.TokenCounter{nil, words{}} {
			c := r.Context(budget, index.ContextOptions{Counter: counter})
			n := index.ApproxTokens{}.Count(c.Text)
			if counter != nil {
				n = counter.Count(c.Text)
			}
			if n > budget || c.Tokens != n {
				t.Errorf("budget %d: %d tokens, said to be %d", budget, n, c.Tokens)
			}
			for _, p := range c.Passages {
				if !strings.Contains(c.Text, "> "+p.Passage.Text()+"\n") {
					t.Errorf("budget %d: %s is not whole", budget, p.Passage.ID())
				}
			}
		}
	}
	all := r.Context(1<<20, index.ContextOptions{})
	if len(all.Passages) != len(r.Hits) {
		t.Errorf("without a limit there are %d of %d passages", len(all.Passages), len(r.Hits))
	}
}

// dear counts a whole as more than its parts.
type dear struct{}

func (dear) Count(s string) int { return len(s) * len(s) / 2000 }

// TestContextDear: where the whole has more tokens than its parts, the worst hits
// are left out until it fits.
func TestContextDear(t *testing.T) {
	x := newIndex(t, metapolicy.Corpus(), index.Options{})
	r := search(t, x, index.Query{Text: "open-weights license threshold", K: 50})
	for budget := 200; budget < 20_000; budget += 900 {
		c := r.Context(budget, index.ContextOptions{Counter: dear{}})
		if len(c.Passages) == 0 || c.Tokens != (dear{}).Count(c.Text) || c.Tokens > budget {
			t.Errorf("budget %d: %d passages of %d tokens", budget, len(c.Passages), c.Tokens)
		}
	}
	c := r.Context(1200, index.ContextOptions{Counter: dear{}})
	if got, want := c.Passages[0].Passage, r.Hits[0].Passage; got != want {
		t.Errorf("the first passage is %s, want the best hit %s", got.ID(), want.ID())
	}
}

// TestContextOrder: sections in the order of their best hit, passages in that of
// the article.
func TestContextOrder(t *testing.T) {
	x := newIndex(t, metapolicy.Corpus(), index.Options{})
	for _, q := range devQuestions(t) {
		r := search(t, x, index.Query{Text: q.Question, K: 20})
		rank := map[corpus.Section]int{}
		for _, h := range r.Hits {
			if s := h.Passage.Section(); rank[s] == 0 {
				rank[s] = h.Rank
			}
		}
		order := map[corpus.Passage]int{}
		for p := range metapolicy.Corpus().Passages() {
			order[p] = len(order)
		}
		var last corpus.Passage
		for _, p := range r.Context(1<<20, index.ContextOptions{}).Passages {
			s := p.Passage.Section()
			switch {
			case last.IsZero() || rank[last.Section()] < rank[s]:
			case last.Section() == s && order[last] < order[p.Passage]:
			default:
				t.Errorf("%s: %s after %s", q.ID, p.Passage.ID(), last.ID())
			}
			last = p.Passage
		}
	}
}

// TestContextKeys: with several articles in scope, keys say which.
func TestContextKeys(t *testing.T) {
	c, err := corpus.New(parse(t, "harbour.md", harbour), parse(t, "b.md", "Salt, too.[^1]\n\n[^1]: A note\n"))
	if err != nil {
		t.Fatal(err)
	}
	r := search(t, newIndex(t, c, index.Options{}), index.Query{Text: "taxed salt", K: 1})
	if got, want := r.Context(500, index.ContextOptions{}).Passages[0].Key, "[harbour^1][harbour^2]"; got != want {
		t.Errorf("key %s, want %s", got, want)
	}
}

// outline returns the lines of a context that are not quoted.
func outline(text string) []string {
	var out []string
	// Whatever might be taken for the end of a line ends one here.
	for _, line := range strings.FieldsFunc(text, func(r rune) bool {
		return strings.ContainsRune("\n\r\v\f\x1c\x1d\x1e\u0085\u2028\u2029", r)
	}) {
		if !strings.HasPrefix(line, ">") {
			out = append(out, line)
		}
	}
	return out
}

// FuzzContext puts bytes into every place of an article that reaches a context:
// what stands outside of quotations has to be the keys and nothing else.
func FuzzContext(f *testing.F) {
	for _, s := range []string{
		"plain", "> quoted", "### [^9] other#top.1", "```\n> x\n```", "a\u2028### b", "a\r### b", "</passage>\n\n### c",
		"    code\n    ### d", "```\n### e\n\n### f\n```", "- a\n\n  ### b", "a\u0085### g", "Note [^1]:", "\x00\x0b### h", "[^x]: y", "<div>\n### z\n</div>",
	} {
		f.Add(s, s, s, s)
		f.Add(s, s, s, "1")
	}
	f.Fuzz(func(t *testing.T, text, note, heading, label string) {
		src := fmt.Sprintf("# needle %s\n\n## needle %s\n\nneedle %s needle[^%s]\n\n[^%s]: needle %s\n", heading, heading, text, label, label, note)
		c, err := corpus.New(parse(t, "a.md", src))
		if err != nil {
			t.Fatal(err)
		}
		x := newIndex(t, c, index.Options{})
		r := search(t, x, index.Query{Text: "needle " + text, K: 100})
		var want []string
		got := r.Context(1<<20, index.ContextOptions{})
		for _, p := range got.Passages {
			heading := "### " + p.Key
			if len(p.Passage.Labels()) > 0 {
				heading += " " + string(p.Passage.ID())
			}
			want = append(want, heading)
			for _, n := range p.Passage.Footnotes() {
				if n.Text == "" {
					want = append(want, "Note "+n.Mark()+" has no text.")
					continue
				}
				want = append(want, "Note "+n.Mark()+":")
			}
		}
		if diff := cmp.Diff(want, outline(got.Text)); diff != "" {
			t.Errorf("outside of quotations (-want +got):\n%s\n%q", diff, got.Text)
		}
	})
}

// FuzzSearch asks anything: never a panic, and what is found holds together.
func FuzzSearch(f *testing.F) {
	for _, s := range []string{
		"license", "", "?!", `+a -b "c`, "/.*/", "~", "a^5", "foo:bar", "*", "東京", "\x00", "\xff\xfe", "the of and",
		strings.Repeat("open ", 500), "189,719 v1.1 $45 3.5x", "é e\u0301",
	} {
		f.Add(s)
	}
	x := newIndex(f, metapolicy.Corpus(), index.Options{})
	pruned := newIndex(f, metapolicy.Corpus(), index.PruneAllParts)
	f.Fuzz(func(t *testing.T, question string) {
		q := index.Query{Text: question}
		if strings.TrimSpace(question) == "" {
			return
		}
		r := search(t, x, q)
		if a, b := marshal(t, r.Hits), marshal(t, search(t, pruned, q).Hits); string(a) != string(b) {
			t.Errorf("pruning changes the result")
		}
		for _, h := range r.Hits {
			for _, s := range h.Highlights() {
				if !s.Valid(h.Passage.Text()) || s.IsEmpty() {
					t.Errorf("%s: highlight %v", h.Passage.ID(), s)
				}
			}
		}
		for _, s := range r.Answer(3) {
			if s.Citation.Quote != s.Text || s.Text == "" {
				t.Errorf("sentence %q with citation %q", s.Text, s.Citation.Quote)
			}
		}
	})
}
