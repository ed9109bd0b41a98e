package metapolicy_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/metapolicy"
)

var update = flag.Bool("update", false, "write the golden files of testdata")

// golden compares got with a file of testdata, or writes it.
func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name)
	if *update {
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); d != "" {
		t.Errorf("%s (-want +got):\n%s", path, d)
	}
}

// headings are those of the article, each behind its level.
var headings = []string{
	"1 Meta Open-Source Strategy Policy Impact",
	"2 Quick Assessment",
	"2 Overview",
	"2 History",
	"3 Foundations: Open Hardware and PyTorch",
	"3 The Llama Release Timeline",
	"3 Ecosystem and Partnership Infrastructure",
	"2 Key Activities",
	"3 The Llama Community License and Acceptable Use Policy",
	"3 Adoption Metrics and Downstream Fine-Tuning",
	"3 Safety Architecture: Red-Teaming, Risk Evaluation, and the Responsible Use Guide",
	"3 Policy Advocacy: EU AI Act, US NTIA, and SB 1047",
	"3 Yann LeCun's Public Positioning",
	"3 Zuckerberg's Strategic Bet: Commoditization vs. Frontier",
	"2 Competitive Dynamics and Ecosystem Effects",
	"2 Funding and Resources",
	"2 Criticisms and Concerns",
	"3 Open-Washing",
	"3 Safety and Proliferation Risks",
	"3 Strategic Incoherence and Competitive Setbacks",
	"3 The Pivot Question",
	"2 Key People",
	"3 Mark Zuckerberg (CEO, Meta)",
	"3 Yann LeCun (Chief AI Scientist, Meta)",
	"3 Alexandr Wang (AI Lab Lead, Meta)",
	"3 Chris Cox (Chief Product Officer, Meta)",
	"2 Key Uncertainties",
	"2 Sources",
	"3 Footnotes",
}

func TestArticle(t *testing.T) {
	a := metapolicy.Article()
	if a == nil {
		t.Fatal("no article")
	}
	if a.ID() != metapolicy.ArticleID || a.Title() != "Meta Open-Source Strategy Policy Impact" || a.Description() == "" || a.RevisionDate() == "" {
		t.Errorf("front matter: %q, %q, %q, %q", a.ID(), a.Title(), a.Description(), a.RevisionDate())
	}
	var got []string
	for s := range a.Sections() {
		got = append(got, strconv.Itoa(s.Level())+" "+s.Heading())
	}
	if d := cmp.Diff(headings, got); d != "" {
		t.Errorf("headings (-want +got):\n%s", d)
	}
	counts := a.Counts()
	counts.Passages = 0 // pinned by the golden file of passages
	want := corpus.Counts{Headings: 29, Paragraphs: 44, TableRows: 6, ListItems: 5, Footnotes: 32, References: 32}
	if d := cmp.Diff(want, counts); d != "" {
		t.Errorf("counts (-want +got):\n%s", d)
	}
	for d := range a.Diagnostics() {
		t.Errorf("diagnostic: %v", d)
	}
}

// TestReferences checks that the marks stand in the order of their numbers, each
// at the end of its paragraph's text that it vouches for.
func TestReferences(t *testing.T) {
	n := 0
	for r := range metapolicy.Article().References() {
		n++
		if r.Label() != strconv.Itoa(n) {
			t.Errorf("reference %d is ^%s", n, r.Label())
		}
		if r.Scope().IsEmpty() || r.Scope().Start != 0 || r.Scope().End != len(r.Block().Text()) {
			t.Errorf("^%s vouches for %v of %d bytes", r.Label(), r.Scope(), len(r.Block().Text()))
		}
		if f, ok := r.Footnote(); !ok || f.Text == "" {
			t.Errorf("^%s has no note", r.Label())
		}
	}
}

// TestUnmarked lists what has no footnote: twelve paragraphs, the whole table and
// all uncertainties.
func TestUnmarked(t *testing.T) {
	var paragraphs []cite.PassageID
	others := 0
	for b := range metapolicy.Article().Blocks() {
		marked := false
		for range b.References() {
			marked = true
		}
		if marked {
			continue
		}
		if b.Kind() != corpus.Paragraph {
			others++
			continue
		}
		for p := range b.Passages() {
			if p.ID().Part() < 2 {
				paragraphs = append(paragraphs, cite.NewPassageID(p.ID().Article(), p.ID().Section(), p.ID().Block(), 0))
			}
		}
	}
	if len(paragraphs) != 12 || others != 6+5 {
		t.Errorf("%d paragraphs and %d rows and items without a mark, want 12 and 11", len(paragraphs), others)
	}
	var b strings.Builder
	for _, id := range paragraphs {
		fmt.Fprintln(&b, id)
	}
	golden(t, "unmarked.golden", b.String())
}

// TestFootnotesGolden pins what kind of source each note names.
func TestFootnotesGolden(t *testing.T) {
	var b strings.Builder
	for f := range metapolicy.Article().Footnotes() {
		fmt.Fprintf(&b, "%s\t%s\n", f.Label, f.Source)
	}
	golden(t, "footnotes.golden", b.String())
}

// TestPassagesGolden pins the identity of each passage.
func TestPassagesGolden(t *testing.T) {
	var b strings.Builder
	for p := range metapolicy.Article().Passages() {
		fmt.Fprintf(&b, "%s\t%s\t%s\n", p.ID(), strings.Join(p.Labels(), ","), p.Digest())
	}
	golden(t, "passages.golden", b.String())
}

// TestCorpusIsOne checks that the article is read once.
func TestCorpusIsOne(t *testing.T) {
	first, second := metapolicy.Corpus(), metapolicy.Corpus()
	if first != second || first.Len() != 1 {
		t.Error("two calls of Corpus differ, or there is more than one article")
	}
}

// TestResolveEdited resolves citations of the article in edited copies of it.
func TestResolveEdited(t *testing.T) {
	raw := metapolicy.Article().Raw()
	for _, tt := range []struct {
		reason, old, new string
		edited           int // citations that are edited; all others are same or moved
	}{
		{"nothing changed", "", "", 0},
		{"a paragraph put in before all", "\n## Quick Assessment", "\nA new paragraph.\n\n## Quick Assessment", 0},
		{"a section renamed", "### Open-Washing", "### Openness in Name", 0},
		{"a figure changed", "256 new repositories", "257 new repositories", 1},
	} {
		now := strings.Replace(raw, tt.old, tt.new, 1)
		if tt.old != "" && now == raw {
			t.Fatalf("%s: %q is not in the article", tt.reason, tt.old)
		}
		a, err := corpus.Parse("article.md", []byte(now))
		if err != nil {
			t.Fatal(err)
		}
		c, err := corpus.New(a)
		if err != nil {
			t.Fatal(err)
		}
		count := map[corpus.ResolveStatus]int{}
		total := 0
		for p := range metapolicy.Article().Passages() {
			for s := range p.Sentences() {
				total++
				old := s.Cite()
				got := c.Resolve(old)
				count[got.Status]++
				if got.Status != corpus.Edited && got.Citation.Quote != old.Quote {
					t.Errorf("%s: %s is %s as %q", tt.reason, old.Passage, got.Status, got.Citation.Quote)
				}
				if !slices.Equal(old.Labels(), got.Citation.Labels()) {
					t.Errorf("%s: %s has the labels %q, had %q", tt.reason, old.Passage, got.Citation.Labels(), old.Labels())
				}
			}
		}
		if count[corpus.Edited] != tt.edited || count[corpus.Same]+count[corpus.Moved] != total-tt.edited {
			t.Errorf("%s: of %d citations %v, want %d edited", tt.reason, total, count, tt.edited)
		}
	}
}
