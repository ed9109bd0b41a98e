package corpus_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
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

// parse reads an article and fails the test if that fails.
func parse(t testing.TB, name, src string) *corpus.Article {
	t.Helper()
	a, err := corpus.Parse(name, []byte(src))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

// outline tells all that is known of an article, a thing a line:
//
//	article ID "TITLE"
//	# SLUG level N "PATH" / "HEADING"
//	KIND ID "TEXT" lead "LEAD"
//	  ^LABEL vouches for "SCOPE", strictly "SENTENCE"
//	  sentence "TEXT" [LABELS]       where a block has several
//	  passage ID [LABELS] "TEXT"     where a block has several
//	note ^LABEL SOURCE "TEXT" [LINKS]
//	! DIAGNOSTIC at OFFSET
func outline(a *corpus.Article) string {
	var b strings.Builder
	fmt.Fprintf(&b, "article %s %q\n", a.ID(), a.Title())
	for s := range a.Sections() {
		fmt.Fprintf(&b, "# %s level %d %q\n", s.Slug(), s.Level(), append(s.Path(), s.Heading()))
		for blk := range s.Blocks() {
			outlineBlock(&b, blk)
		}
	}
	for d := range a.Definitions() {
		fmt.Fprintf(&b, "note ^%s %s %q", d.Label, d.Source, d.Text)
		if len(d.Links) > 0 {
			fmt.Fprintf(&b, " %q", d.Links)
		}
		if d.Duplicate {
			b.WriteString(" duplicate")
		}
		b.WriteByte('\n')
	}
	for d := range a.Diagnostics() {
		fmt.Fprintf(&b, "! %v at %d\n", d, d.Offset)
	}
	return b.String()
}

func outlineBlock(b *strings.Builder, blk corpus.Block) {
	var passages []corpus.Passage
	sentences := 0
	for p := range blk.Passages() {
		passages = append(passages, p)
		for range p.Sentences() {
			sentences++
		}
	}
	id := "(no passage)"
	if len(passages) > 0 {
		id = string(passages[0].ID())
	}
	fmt.Fprintf(b, "%v %s %s", blk.Kind(), id, short(blk.Text()))
	if blk.Lead() != "" {
		fmt.Fprintf(b, " lead %q", blk.Lead())
	}
	b.WriteByte('\n')
	for r := range blk.References() {
		fmt.Fprintf(b, "  ^%s vouches for %s", r.Label(), short(r.Scope().Of(blk.Text())))
		if r.SentenceScope() != r.Scope() {
			fmt.Fprintf(b, ", strictly %s", short(r.SentenceScope().Of(blk.Text())))
		}
		b.WriteByte('\n')
	}
	for _, p := range passages {
		if len(passages) > 1 {
			fmt.Fprintf(b, "  passage %s %q %s\n", p.ID(), p.Labels(), short(p.Text()))
		}
		for s := range p.Sentences() {
			if sentences > 1 {
				fmt.Fprintf(b, "  sentence %s %q\n", short(s.Text()), s.Cite().Labels())
			}
		}
	}
}

// short quotes a text, of a long one the ends and its number of words.
func short(s string) string {
	const most = 160
	if len(s) <= most {
		return fmt.Sprintf("%q", s)
	}
	return fmt.Sprintf("%q...%q (%d words)", s[:20], s[len(s)-20:], len(strings.Fields(s)))
}
