package entail

import (
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/internal/thesaurus"
)

// An entry of lexicon.txt is a line of a section.
type lexiconLine struct {
	number  int
	section string
	text    string
}

func lexiconLines() []lexiconLine {
	var out []lexiconLine
	section, n := "", 0
	for line := range strings.Lines(lexiconFile) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
			out = append(out, lexiconLine{n, section, ""})
		default:
			out = append(out, lexiconLine{n, section, line})
		}
	}
	return out
}

// listSections are sections that don't give classes.
var listSections = map[string]bool{"same": true, "close": true, "antonym": true}

func TestLexiconSections(t *testing.T) {
	seen := map[string]bool{}
	for _, l := range lexiconLines() {
		if l.text != "" {
			continue
		}
		if seen[l.section] {
			t.Errorf("line %d: a second section [%s]", l.number, l.section)
		}
		seen[l.section] = true
		if classNames[l.section] == 0 && !listSections[l.section] {
			t.Errorf("line %d: nothing reads section [%s]", l.number, l.section)
		}
	}
	for name := range classNames {
		if !seen[name] {
			t.Errorf("class %q has no section", name)
		}
	}
}

// TestLexiconWordsOnce: a word in a section twice is a slip of who wrote it.
func TestLexiconWordsOnce(t *testing.T) {
	seen := map[string]map[string]int{}
	for _, l := range lexiconLines() {
		if l.text == "" || listSections[l.section] {
			continue
		}
		if seen[l.section] == nil {
			seen[l.section] = map[string]int{}
		}
		for w := range strings.FieldsSeq(l.text) {
			if text.Fold(strings.ReplaceAll(w, "_", " ")) == "" {
				t.Errorf("line %d: %q is no word", l.number, w)
			}
			if n := seen[l.section][w]; n > 0 {
				t.Errorf("line %d: %q is in [%s] in line %d, too", l.number, w, l.section, n)
			}
			seen[l.section][w] = l.number
		}
	}
}

// TestLexiconLists: the lines of the other sections say something, once.
func TestLexiconLists(t *testing.T) {
	for _, l := range lexiconLines() {
		if l.text == "" || !listSections[l.section] {
			continue
		}
		a, b, antonym := strings.Cut(l.text, "/")
		if antonym != (l.section == "antonym") {
			t.Errorf("line %d: one side or two in [%s]", l.number, l.section)
		}
		seen := map[string]bool{}
		for w := range strings.FieldsSeq(a + " " + b) {
			if seen[w] {
				t.Errorf("line %d: %q twice", l.number, w)
			}
			seen[w] = true
		}
		if len(seen) < 2 {
			t.Errorf("line %d: %q says nothing", l.number, l.text)
		}
		for _, x := range terms(a) {
			for _, y := range terms(b) {
				if x == y {
					t.Errorf("line %d: %q excludes itself", l.number, x)
				}
			}
		}
	}
}

// TestLexiconAntonymsAreNotClose: what excludes a word doesn't mean much the same.
func TestLexiconAntonymsAreNotClose(t *testing.T) {
	for _, l := range lexiconLines() {
		a, b, ok := strings.Cut(l.text, "/")
		if !ok || l.section != "antonym" {
			continue
		}
		for x := range strings.FieldsSeq(a) {
			for y := range strings.FieldsSeq(b) {
				if slices.Contains(words().close[thesaurus.KeyOf(x)], thesaurus.KeyOf(y)) {
					t.Errorf("line %d: %q and %q exclude one another and are close", l.number, x, y)
				}
				if slices.Contains(words().same[key(x, text.Term(x))], key(y, text.Term(y))) {
					t.Errorf("line %d: %q and %q exclude one another and are the same", l.number, x, y)
				}
			}
		}
	}
}

// onlyNames are classes that no rule looks at: their words are no names at the beginning
// of a sentence, as those of any class.
var onlyNames = map[string]bool{"strongCause": true, "nilQuantifier": true, "beForm": true, "questionWord": true}

// TestClassesAreUsed: each class has words, and a rule that looks at it.
func TestClassesAreUsed(t *testing.T) {
	var all class
	for _, c := range words().classes {
		all |= c
	}
	for _, c := range words().phrases {
		all |= c
	}
	for name, c := range classNames {
		if all&c == 0 {
			t.Errorf("no word has the class %q", name)
		}
	}
	var source strings.Builder
	for _, f := range []string{"align", "closed", "compare", "decide", "derive", "evidence", "hedge", "names", "numbers", "query", "rules", "sentence"} {
		b, err := os.ReadFile(f + ".go")
		if err != nil {
			t.Fatal(err)
		}
		source.Write(b)
	}
	for _, name := range []string{
		"light", "negator", "hedge", "report", "critics", "cause", "strongCause", "comparison", "universal", "nilQuantifier",
		"majority", "manyQuantifier", "someQuantifier", "beForm", "beforeWord", "afterWord", "questionWord", "softNegator",
	} {
		used := regexp.MustCompile(`\b(class|classes|c)&?\(?.*\b` + name + `\b`).MatchString(source.String())
		if used == onlyNames[name] {
			t.Errorf("a rule looks at the class %s: %t", name, used)
		}
	}
}

func TestPhrases(t *testing.T) {
	for _, tt := range []struct {
		reason, text, word string
		class              class
		want               bool
	}{
		{"an expression of two words", "It fell short of the mark", "short", negator, true},
		{"its second word alone", "It was a short trip", "short", negator, false},
		{"an expression cut off by the end", "It fell", "fell", negator, false},
		{"three words", "It closed as a result", "result", cause, true},
	} {
		var a Analyzer
		s := a.Analyze(tt.text)
		for i := range s.words {
			if s.words[i].Folded == tt.word && (s.words[i].class&tt.class != 0) != tt.want {
				t.Errorf("%s: %q of %q", tt.reason, tt.word, tt.text)
			}
		}
	}
}
