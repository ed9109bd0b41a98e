package corpus_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

func TestPassageJSON(t *testing.T) {
	a := parse(t, "bees.md", "# Bees\n\n## Dance\n\nThey:\n\n- *dance*[^1]\n\n[^1]: a")
	var passages []corpus.Passage
	for p := range a.Passages() {
		passages = append(passages, p)
	}
	out, err := json.MarshalIndent(passages, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	golden(t, "passage.golden.json", string(out)+"\n")
}

func TestSections(t *testing.T) {
	a := parse(t, "bees.md", "# Bees\n\nA.\n\n## Dance\n\nB.\n\n### Round\n\nC.\n\n## Hum\n\nD.")
	for _, tt := range []struct {
		reason, slug, id, parent string
		subtree                  []string
		passages                 int
	}{
		{"the title is above nothing", "top", "bees#top", "", []string{"top"}, 1},
		{"a section with another in it", "dance", "bees#dance", "", []string{"dance", "round"}, 1},
		{"one in another", "round", "bees#round", "dance", []string{"round"}, 1},
		{"the last", "hum", "bees#hum", "", []string{"hum"}, 1},
	} {
		s, ok := a.Section(tt.slug)
		if !ok {
			t.Errorf("%s: no section %s", tt.reason, tt.slug)
			continue
		}
		var subtree []string
		for sub := range s.Subtree() {
			subtree = append(subtree, sub.Slug())
		}
		parent, _ := s.Parent()
		if s.ID() != tt.id || parent.Slug() != tt.parent || !slices.Equal(subtree, tt.subtree) || len(slices.Collect(s.Passages())) != tt.passages {
			t.Errorf("%s: %s under %q with %q", tt.reason, s.ID(), parent.Slug(), subtree)
		}
	}
	if _, ok := a.Section("none"); ok {
		t.Error("a section that there is not")
	}
	path := func() []string { s, _ := a.Section("round"); return s.Path() }
	path()[0] = "changed"
	if d := cmp.Diff([]string{"Dance", "Round"}, path()); d != "" {
		t.Errorf("a caller can change the article (-want +got):\n%s", d)
	}
}

func TestVouchedFor(t *testing.T) {
	a := parse(t, "bees.md", "One. Two.[^1] Three.[^2][^1] Four.\n\nFive[^1] and six.\n\n[^1]: a\n[^2]: b")
	for _, tt := range []struct {
		reason, label string
		want          []string
	}{
		{"every scope of its references", "1", []string{"One. Two.", "Three.", "Five"}},
		{"one", "2", []string{"Three."}},
		{"a label that there is not", "9", nil},
	} {
		var got []string
		for _, c := range a.VouchedFor(tt.label) {
			got = append(got, c.Quote)
		}
		if d := cmp.Diff(tt.want, got); d != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, d)
		}
	}
}

func TestCitations(t *testing.T) {
	a := parse(t, "bees.md", "One. Two.[^1] Three.[^1] Four. Five. Six.[^2]\n\nSeven.\n\n[^1]: a\n[^2]: b")
	var got [][]string
	for p := range a.Passages() {
		for _, c := range p.Citations() {
			got = append(got, append([]string{c.Quote}, c.Labels()...))
		}
	}
	want := [][]string{{"One. Two. Three.", "1"}, {"Four. Five. Six.", "2"}, {"Seven."}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
}

func TestImmutable(t *testing.T) {
	src := []byte("Bees dance.[^1]\n\n[^1]: a")
	a, err := corpus.Parse("x.md", src)
	if err != nil {
		t.Fatal(err)
	}
	want := outline(a)
	for i := range src {
		src[i] = 'x'
	}
	if got := outline(a); got != want {
		t.Errorf("the article changes with the bytes that it was read from: %s", got)
	}
}

// TestImmutableFootnotes changes the links of every footnote that an article
// gives away.
func TestImmutableFootnotes(t *testing.T) {
	a := parse(t, "x.md", "Bees dance.[^1]\n\n[^1]: https://example.org")
	for _, tt := range []struct {
		reason string
		get    func() cite.Footnote
	}{
		{"by its label", func() cite.Footnote { f, _ := a.Footnote("1"); return f }},
		{"of all footnotes", func() cite.Footnote { return slices.Collect(a.Footnotes())[0] }},
		{"of all definitions", func() cite.Footnote { return slices.Collect(a.Definitions())[0].Footnote }},
		{"of a reference", func() cite.Footnote { f, _ := slices.Collect(a.References())[0].Footnote(); return f }},
		{"of a passage", func() cite.Footnote { return slices.Collect(a.Passages())[0].Footnotes()[0] }},
		{"of a citation", func() cite.Footnote { return a.VouchedFor("1")[0].Footnotes[0] }},
	} {
		tt.get().Links[0] = "changed"
		if got := tt.get().Links[0]; got != "https://example.org" {
			t.Errorf("%s: a caller can change the article's link to %q", tt.reason, got)
		}
	}
}

// TestTitleAfterText gives what is said of an article whose title stands after
// text.
func TestTitleAfterText(t *testing.T) {
	for _, tt := range []struct {
		reason, src, title string
		top                int // passages under the title
		headings           int
		path               []string
	}{
		{"text first", "Text.\n\n# Bees\n\nMore.\n\n## Dance\n\nEnd.", "Bees", 2, 2, []string{"Dance"}},
		{"broken front matter first", "---\ntitle: [\n---\n# Bees\n\n## Dance\n\nEnd.", "Bees", 1, 2, []string{"Dance"}},
		{"another heading first: no title", "Text.\n\n## Dance\n\nEnd.\n\n# Bees", "", 1, 2, []string{"Dance"}},
		{"a second heading of level 1 is a section", "# Bees\n\nText.\n\n# Dance", "Bees", 1, 2, []string{"Dance"}},
	} {
		a := parse(t, "x.md", tt.src)
		checkInvariants(t, a)
		top, _ := a.Section("top")
		dance, _ := a.Section("dance")
		if a.Title() != tt.title || top.Heading() != tt.title || a.Counts().Headings != tt.headings || len(slices.Collect(top.Passages())) != tt.top {
			t.Errorf("%s: title %q, top %q, %+v", tt.reason, a.Title(), top.Heading(), a.Counts())
		}
		if d := cmp.Diff(tt.path, dance.Path()); d != "" {
			t.Errorf("%s: path (-want +got):\n%s", tt.reason, d)
		}
	}
}

func TestManyDiagnostics(t *testing.T) {
	a := parse(t, "x.md", strings.Repeat("A.[^x]\n\n", 3000)+"B.\n\n[^y]: b")
	n := map[corpus.DiagnosticCode]int{}
	var last corpus.Diagnostic
	for d := range a.Diagnostics() {
		n[d.Code]++
		if d.Code == corpus.DiagUnresolvedReference {
			last = d
		}
	}
	want := map[corpus.DiagnosticCode]int{corpus.DiagUnresolvedReference: 1001, corpus.DiagUnusedDefinition: 1, corpus.DiagNoHeading: 1}
	if d := cmp.Diff(want, n); d != "" {
		t.Errorf("(-want +got):\n%s", d)
	}
	if got := last.String(); got != "2001: unresolved-reference: 2000 more of this kind, from here on" {
		t.Errorf("the last: %s", got)
	}
}
