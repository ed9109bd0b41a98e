package sentences_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/neurosnap/sentences/english"

	"github.com/footnote-go/footnote/internal/sentence"
)

var update = flag.Bool("update", false, "write testdata/differences.txt anew")

// leastAgreement is how much of the boundaries (as F1) both have to find.
const leastAgreement = 0.95

// TestAgreement compares the boundaries inside the paragraphs of an article.
// The end of a paragraph is one to both, and is not counted.
func TestAgreement(t *testing.T) {
	article, err := os.ReadFile(filepath.Join("..", "..", "metapolicy", "article.md"))
	if err != nil {
		t.Fatal(err)
	}
	tokenizer, err := english.NewSentenceTokenizer(nil)
	if err != nil {
		t.Fatal(err)
	}

	var both, onlyOurs, onlyTheirs int
	var differences strings.Builder
	for _, paragraph := range paragraphs(string(article)) {
		var ours, theirs []string
		for _, span := range sentence.Split(paragraph) {
			ours = append(ours, paragraph[span.Start:span.End])
		}
		for _, s := range tokenizer.Tokenize(paragraph) {
			theirs = append(theirs, s.Text)
		}
		our, their := boundaries(ours), boundaries(theirs)
		forEachInk(paragraph, func(ink, at int) {
			switch {
			case our[ink] && their[ink]:
				both++
			case our[ink]:
				onlyOurs++
				fmt.Fprintf(&differences, "ours only: %s\n", around(paragraph, at))
			case their[ink]:
				onlyTheirs++
				fmt.Fprintf(&differences, "theirs only: %s\n", around(paragraph, at))
			}
		})
	}

	if both == 0 {
		t.Fatal("no boundary in common: is there prose in the article?")
	}
	f1 := 2 * float64(both) / float64(2*both+onlyOurs+onlyTheirs)
	t.Logf("%d boundaries in common, %d only ours, %d only theirs: F1 %.3f", both, onlyOurs, onlyTheirs, f1)
	if f1 < leastAgreement {
		t.Errorf("F1 = %.3f, want at least %.2f", f1, leastAgreement)
	}
	compareGolden(t, filepath.Join("testdata", "differences.txt"), differences.String())
}

// compareGolden compares got with the golden file, or writes it.
func compareGolden(t *testing.T, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got != string(want) {
		t.Errorf("the differences have changed; read them and run with -update if they are right\n got:\n%s\nwant:\n%s", got, want)
	}
}

// boundaries returns where sentences end but for the last one, each place as
// the number of ink runes before it. Ink is whatever is not white space: the
// two sides do not agree on which sentence the space between belongs to.
func boundaries(sentences []string) map[int]bool {
	set := make(map[int]bool)
	ink := 0
	for _, s := range sentences[:max(len(sentences)-1, 0)] {
		forEachInk(s, func(int, int) { ink++ })
		set[ink] = true
	}
	return set
}

// forEachInk calls visit for each rune that is not white space with their
// number up to there and the position after it.
func forEachInk(text string, visit func(ink, at int)) {
	ink := 0
	for i, r := range text {
		if !unicode.IsSpace(r) {
			ink++
			visit(ink, i+utf8.RuneLen(r))
		}
	}
}

// around returns text[at:] with some of what is before and after, and a bar at
// the place itself.
func around(text string, at int) string {
	const reach = 40
	begin, end := max(at-reach, 0), min(at+reach, len(text))
	for !utf8.RuneStart(text[begin]) {
		begin++
	}
	for end < len(text) && !utf8.RuneStart(text[end]) {
		end++
	}
	return text[begin:at] + " |" + text[at:end]
}
