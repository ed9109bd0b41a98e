package entail

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/internal/thesaurus"
)

//go:embed lexicon.txt
var lexiconFile string

// A class is a set of things that a word may mean for the comparison.
type class uint32

const (
	light class = 1 << iota
	negator
	hedge
	report
	critics
	cause
	strongCause
	comparison
	universal
	nilQuantifier
	majority
	manyQuantifier
	someQuantifier
	beForm
	beforeWord
	afterWord
	questionWord
	softNegator
)

var classNames = map[string]class{
	"light": light, "negator": negator, "hedge": hedge, "report": report, "critics": critics,
	"cause": cause, "strongcause": strongCause, "comparison": comparison, "universal": universal,
	"nil": nilQuantifier, "majority": majority, "manyq": manyQuantifier, "someq": someQuantifier,
	"be": beForm, "before": beforeWord, "after": afterWord, "question": questionWord,
	"softnegator": softNegator,
}

// A lexicon is lexicon.txt.
type lexicon struct {
	classes  map[string]class    // of a folded word
	phrases  map[string]class    // of expressions of several folded words
	starts   map[string]int      // the most words of an expression that begins so
	antonyms map[string][]string // terms that exclude a term
	same     map[string][]string // terms that are one with a term
	close    map[string][]string // keys that mean much the same as a key, as thesaurus has them
}

// words is the lexicon. It is read at the first call, for a program that compares
// nothing.
var words = sync.OnceValue(func() *lexicon { return parseLexicon(lexiconFile) })

// Load reads the lexicon, as the first Analyze does otherwise: for a caller that has
// something else to do meanwhile. It is safe for concurrent use.
func Load() { words() }

func parseLexicon(file string) *lexicon {
	l := &lexicon{map[string]class{}, map[string]class{}, map[string]int{}, map[string][]string{}, map[string][]string{}, map[string][]string{}}
	section := ""
	for line := range strings.Lines(file) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		case section == "same":
			all := terms(line)
			for _, x := range all {
				for _, y := range all {
					if x != y {
						l.same[x] = append(l.same[x], y)
					}
				}
			}
		case section == "close":
			l.addClose(line)
		case section == "antonym":
			l.addAntonyms(line)
		default:
			for w := range strings.FieldsSeq(line) {
				l.add(w, classNames[section])
			}
		}
	}
	return l
}

func (l *lexicon) add(expression string, c class) {
	parts := strings.Split(expression, "_")
	for i, p := range parts {
		parts[i] = text.Fold(p)
	}
	if len(parts) == 1 {
		l.classes[parts[0]] |= c
		return
	}
	l.phrases[strings.Join(parts, " ")] |= c
	l.starts[parts[0]] = max(l.starts[parts[0]], len(parts))
}

func (l *lexicon) addClose(line string) {
	var keys []string
	for w := range strings.FieldsSeq(line) {
		if k := thesaurus.KeyOf(strings.ReplaceAll(w, "_", " ")); k != "" {
			keys = append(keys, k)
		}
	}
	for _, x := range keys {
		for _, y := range keys {
			if x != y && !slices.Contains(l.close[x], y) {
				l.close[x] = append(l.close[x], y)
			}
		}
	}
}

func (l *lexicon) addAntonyms(line string) {
	a, b, _ := strings.Cut(line, "/")
	left, right := terms(a), terms(b)
	for _, x := range left {
		for _, y := range right {
			l.antonyms[x] = append(l.antonyms[x], y)
			l.antonyms[y] = append(l.antonyms[y], x)
		}
	}
}

// terms returns the keys of words: their terms, or for stop words their folded form.
func terms(list string) []string {
	var out []string
	seen := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		k := key(w, text.Term(w))
		if !seen[k] {
			seen[k] = true
			out = append(out, k)
		}
	}
	return out
}

// key returns what a word is compared by.
func key(word, term string) string {
	if term != "" {
		return term
	}
	return text.Fold(word)
}

// antonyms reports whether two terms exclude one another.
func antonyms(a, b string) bool {
	for _, x := range words().antonyms[a] {
		if x == b {
			return true
		}
	}
	return false
}

// set returns the words of a list, folded.
func set(list string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		m[text.Fold(w)] = true
	}
	return m
}
