package corpus_test

import (
	"encoding/json"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
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
