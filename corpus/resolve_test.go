package corpus_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

const bees = `# Bees

Scouts leave the hive at dawn and look for flowers in bloom.[^1] They come back before noon.

## Dance

A scout that found food dances on the comb for the others.[^2] The angle of the dance shows the way to the flowers.[^3]

Wasps do nothing of the kind and hunt alone in the summer.[^4]

## Hum

Workers fan the hive with their wings when the sun is high.[^5]

[^1]: a
[^2]: b
[^3]: c
[^4]: d
[^5]: e
`

// citeIn cites the first place of quote in an article.
func citeIn(t testing.TB, a *corpus.Article, quote string) cite.Citation {
	t.Helper()
	for p := range a.Passages() {
		if i := strings.Index(p.Text(), quote); i >= 0 {
			return p.Cite(cite.Span{Start: i, End: i + len(quote)})
		}
	}
	t.Fatalf("%q is in no passage", quote)
	return cite.Citation{}
}

func TestResolve(t *testing.T) {
	const (
		angle = "The angle of the dance shows the way to the flowers."
		scout = "A scout that found food dances on the comb for the others."
		wasps = "Wasps do nothing of the kind and hunt alone in the summer."
		noon  = "They come back before noon."
	)
	swap := func(pairs ...string) string {
		s := strings.NewReplacer(pairs...).Replace(bees)
		if s == bees {
			t.Fatalf("%q changes nothing", pairs)
		}
		return s
	}
	tests := []struct {
		reason  string
		quote   string
		now     string
		status  corpus.ResolveStatus
		passage cite.PassageID
		text    string // the quotation now, if it is another
		labels  []string
		edits   []corpus.Edit
	}{
		{reason: "nothing changed", quote: angle, now: bees, status: corpus.Same, passage: "bees#dance.1", labels: []string{"3"}},
		{reason: "a part of a sentence", quote: "the way to the flowers", now: bees, status: corpus.Same, passage: "bees#dance.1", labels: []string{"3"}},
		{reason: "text without a footnote", quote: noon, now: bees, status: corpus.Same, passage: "bees#top.1", labels: []string{}},
		{
			reason: "a word changed in the quotation", quote: angle, now: swap("angle of", "speed of"),
			status: corpus.Edited, passage: "bees#dance.1", text: "The speed of the dance shows the way to the flowers.", labels: []string{"3"},
			edits: []corpus.Edit{{Span: cite.Span{Start: 4, End: 9}, Old: "angle", New: "speed"}},
		},
		{
			reason: "words put in and taken out", quote: angle, now: swap("shows the way to the flowers", "often shows the way to flowers"),
			status: corpus.Edited, passage: "bees#dance.1", text: "The angle of the dance often shows the way to flowers.", labels: []string{"3"},
			edits: []corpus.Edit{
				{Span: cite.Span{Start: 23, End: 23}, Old: "", New: "often"},
				{Span: cite.Span{Start: 40, End: 43}, Old: "the", New: ""},
			},
		},
		{reason: "a word changed elsewhere in the passage", quote: angle, now: swap("found food", "found nectar"), status: corpus.Moved, passage: "bees#dance.1", labels: []string{"3"}},
		{reason: "a paragraph put in before", quote: wasps, now: swap("## Dance\n", "## Dance\n\nNew text stands here.\n"), status: corpus.Moved, passage: "bees#dance.3", labels: []string{"4"}},
		{reason: "the section renamed", quote: wasps, now: swap("## Dance", "## Dancing"), status: corpus.Moved, passage: "bees#dancing.2", labels: []string{"4"}},
		{reason: "the note renumbered", quote: wasps, now: swap("[^4]", "[^7]"), status: corpus.Same, passage: "bees#dance.2", labels: []string{"7"}},
		{reason: "two paragraphs swapped", quote: scout, now: swap("A scout that found food dances on the comb for the others.[^2] "+angle+"[^3]", wasps+"[^4]", wasps+"[^4]", scout+"[^2] "+angle+"[^3]"), status: corpus.Moved, passage: "bees#dance.2", labels: []string{"2"}},
		{reason: "the sentence repeated elsewhere: its own place is still good", quote: wasps, now: bees + "\n" + wasps + "\n", status: corpus.Same, passage: "bees#dance.2", labels: []string{"4"}},
		{reason: "repeated, and its own passage changed: the surroundings tell", quote: angle, now: swap("found food dances on", "finds food dances on") + "\nSo: " + angle + " And more.\n", status: corpus.Moved, passage: "bees#dance.1", labels: []string{"3"}},
		{reason: "repeated, and nothing tells the places apart", quote: wasps, now: swap("## Dance\n", "## Dance\n\n"+wasps+"\n\nOther text.\n"), status: corpus.Ambiguous},
		{reason: "the passage deleted", quote: wasps, now: swap(wasps+"[^4]\n", ""), status: corpus.Gone},
		{reason: "the quotation written anew", quote: wasps, now: swap(wasps, "No other insect talks this way to its kin, as far as anyone has seen."), status: corpus.Gone},
		{reason: "the article renamed", quote: wasps, now: "---\nid: wasps\n---\n" + bees, status: corpus.Gone},
		{reason: "a whole paragraph moved before one that is like it", quote: wasps, now: swap("## Dance\n", "## Dance\n\n"+strings.Replace(wasps, "summer", "winter", 1)+"\n\nNew.\n", scout, "New."), status: corpus.Moved, passage: "bees#dance.4", labels: []string{"4"}},
		{
			reason: "the last word changed", quote: wasps, now: swap("summer.", "winter."),
			status: corpus.Edited, passage: "bees#dance.2", text: strings.Replace(wasps, "summer.", "winter.", 1), labels: []string{"4"},
			edits: []corpus.Edit{{Span: cite.Span{Start: len(wasps) - len("summer."), End: len(wasps)}, Old: "summer.", New: "winter."}},
		},
		{
			reason: "a negation put in before the last words", quote: angle, now: swap("shows the way to the flowers", "shows not the way to the flowers"),
			status: corpus.Edited, passage: "bees#dance.1", text: strings.Replace(angle, "shows", "shows not", 1), labels: []string{"3"},
			edits: []corpus.Edit{{Span: cite.Span{Start: 29, End: 29}, Old: "", New: "not"}},
		},
		{reason: "only a number changed: never the same", quote: "before noon", now: swap("before noon", "before 9"), status: corpus.Gone},
	}
	before := parse(t, "bees.md", bees)
	for _, tt := range tests {
		old := citeIn(t, before, tt.quote)
		c, err := corpus.New(parse(t, "bees.md", tt.now))
		if err != nil {
			t.Fatal(err)
		}
		got := c.Resolve(old)
		if got.Status != tt.status {
			t.Errorf("%s: %s (%s %q), want %s", tt.reason, got.Status, got.Citation.Passage, got.Citation.Quote, tt.status)
			continue
		}
		if d := cmp.Diff(tt.edits, got.Edits); d != "" {
			t.Errorf("%s: edits (-want +got):\n%s", tt.reason, d)
		}
		switch tt.status {
		case corpus.Gone:
			if d := cmp.Diff(corpus.Resolution{Status: corpus.Gone}, got); d != "" {
				t.Errorf("%s: gone, but (-want +got):\n%s", tt.reason, d)
			}
		case corpus.Ambiguous:
			if len(got.Candidates) < 2 || got.Citation.Passage != "" {
				t.Errorf("%s: candidates %+v, citation %+v", tt.reason, got.Candidates, got.Citation)
			}
		default:
			text := tt.text
			if text == "" {
				text = tt.quote
			}
			if got.Citation.Passage != tt.passage || got.Citation.Quote != text {
				t.Errorf("%s: %s %q, want %s %q", tt.reason, got.Citation.Passage, got.Citation.Quote, tt.passage, text)
			}
			if d := cmp.Diff(tt.labels, got.Citation.Labels()); d != "" {
				t.Errorf("%s: labels (-want +got):\n%s", tt.reason, d)
			}
		}
	}
}

// TestResolveRepeated resolves quotations of a passage in which they stand twice.
func TestResolveRepeated(t *testing.T) {
	before := parse(t, "x.md", "Yes, it hums. He asked again. Yes, it hums. He left.")
	after := parse(t, "x.md", "First of all. Yes, it hums. He asked again. Yes, it hums. He left.")
	c, err := corpus.New(after)
	if err != nil {
		t.Fatal(err)
	}
	var passage corpus.Passage
	for p := range before.Passages() {
		passage = p
	}
	second := passage.Cite(cite.Span{Start: 30, End: 43})
	if got := c.Resolve(second); got.Status != corpus.Moved || got.Citation.Start != 44 {
		t.Errorf("the second of two, known by its surroundings: %s at %d", got.Status, got.Citation.Start)
	}
	bare := second
	bare.Prefix, bare.Suffix = "", ""
	if got := c.Resolve(bare); got.Status != corpus.Ambiguous || len(got.Candidates) != 2 {
		t.Errorf("without surroundings: %s with %d candidates", got.Status, len(got.Candidates))
	}
}

// TestResolveCopies resolves quotations of which a copy stands elsewhere, under
// another footnote: the copy is no place that the quotation has moved to.
func TestResolveCopies(t *testing.T) {
	const (
		scout  = "A scout that found food dances on the comb for the others."
		poor   = "A scout that found water dances on the comb for the others."
		page   = "## One\n\n%s[^1]\n\n## Two\n\n%s[^2]\n\n## Three\n\nText."
		before = "He wrote so. "
	)
	many := strings.Repeat(scout+" ", 100)
	for _, tt := range []struct {
		reason   string
		old, now [2]string // under One and Two
		status   corpus.ResolveStatus
		places   []cite.PassageID
	}{
		{"a paragraph is edited, its copy is not", [2]string{scout, scout}, [2]string{poor, scout}, corpus.Ambiguous, []cite.PassageID{"x#one.1", "x#two.1"}},
		{"a sentence, with other surroundings", [2]string{before + scout, scout}, [2]string{before + poor, scout}, corpus.Ambiguous, []cite.PassageID{"x#one.1", "x#two.1"}},
		{"its surroundings came along", [2]string{before + scout, "Text."}, [2]string{poor, before + scout}, corpus.Moved, []cite.PassageID{"x#two.1"}},
		{"dropped in its place, a copy under another note", [2]string{before + scout, scout}, [2]string{"Wasps hunt.", scout}, corpus.Ambiguous, []cite.PassageID{"x#two.1"}},
		{"both are edited", [2]string{scout, scout}, [2]string{poor, poor}, corpus.Ambiguous, []cite.PassageID{"x#one.1", "x#two.1"}},
		{"twice in one paragraph, both edited", [2]string{scout, "Text."}, [2]string{poor + " " + poor, "Text."}, corpus.Ambiguous, []cite.PassageID{"x#one.1", "x#one.1"}},
		{"the place with its surroundings stands behind a hundred others", [2]string{before + scout + " Yes.", "Text."}, [2]string{many, before + scout + " Yes."}, corpus.Moved, []cite.PassageID{"x#two.1"}},
	} {
		old := citeIn(t, parse(t, "x.md", fmt.Sprintf(page, tt.old[0], tt.old[1])), scout)
		c, err := corpus.New(parse(t, "x.md", fmt.Sprintf(page, tt.now[0], tt.now[1])))
		if err != nil {
			t.Fatal(err)
		}
		got := c.Resolve(old)
		var places []cite.PassageID
		for _, p := range got.Candidates {
			places = append(places, p.Passage)
		}
		if got.Status != corpus.Ambiguous {
			places = append(places, got.Citation.Passage)
		}
		if got.Status != tt.status || !slices.Equal(places, tt.places) {
			t.Errorf("%s: %s at %q, want %s at %q", tt.reason, got.Status, places, tt.status, tt.places)
		}
	}
}

// TestResolveSelectors resolves citations that name no passage.
func TestResolveSelectors(t *testing.T) {
	a := parse(t, "bees.md", bees)
	c, err := corpus.New(a)
	if err != nil {
		t.Fatal(err)
	}
	full := citeIn(t, a, "They come back before noon.")
	fragment, err := cite.ParseTextFragment("https://example.org/bees#" + full.QuoteSelector().TextFragment())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		reason   string
		selector cite.TextQuoteSelector
		article  string
		want     corpus.ResolveStatus
	}{
		{"a quote selector", full.QuoteSelector(), "bees", corpus.Same},
		{"a text fragment", fragment, "bees", corpus.Same},
		{"a quotation that stands once needs no surroundings", cite.TextQuoteSelector{Exact: "come back before"}, "bees", corpus.Same},
		{"one that stands twice does", cite.TextQuoteSelector{Exact: "the hive"}, "bees", corpus.Ambiguous},
		{"its surroundings tell", cite.TextQuoteSelector{Exact: "the hive", Prefix: "Workers fan "}, "bees", corpus.Same},
		{"surroundings may be shorter than ours", cite.TextQuoteSelector{Exact: "the hive", Suffix: " at dawn"}, "bees", corpus.Same},
		{"surroundings that are nowhere tell nothing", cite.TextQuoteSelector{Exact: "the hive", Prefix: "xyz"}, "bees", corpus.Ambiguous},
		{"no quotation", cite.TextQuoteSelector{}, "bees", corpus.Gone},
		{"another article", full.QuoteSelector(), "wasps", corpus.Gone},
		{"no article", full.QuoteSelector(), "", corpus.Gone},
	} {
		got := c.Resolve(tt.selector.Citation(tt.article))
		if got.Status != tt.want {
			t.Errorf("%s: %s, want %s", tt.reason, got.Status, tt.want)
		}
		if got.Status == corpus.Same && got.Citation.Passage == "" {
			t.Errorf("%s: no passage", tt.reason)
		}
	}
}
