package metapolicy_test

import (
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/internal/number"
	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestQuestionCounts: each passage has at least 10 questions that it answers, not more than are read, none of
// them twice.
func TestQuestionCounts(t *testing.T) {
	for p := range metapolicy.Article().Passages() {
		q := p.Questions()
		if len(q) < 10 || len(q) > corpus.MaxQuestions {
			t.Errorf("%s has %d questions", p.ID(), len(q))
		}
		slices.Sort(q)
		if n := len(slices.Compact(q)); n != len(p.Questions()) {
			t.Errorf("%s has a question twice", p.ID())
		}
	}
}

// knownOtherwise are capitalised words of the questions that the article has in
// another form: countries as adjectives, abbreviations of what it writes out.
var knownOtherwise = strings.Fields("America American Californian Europe European French Chinese LLM LLMs AGI PR I U US USA CEO")

// rounded are values that the article gives more exactly: "more than a decade",
// 1.8 million, 67% and 89%; and the number of a version.
var rounded = map[string]bool{"=10": true, "=2000000": true, "=2/3": true, "=90%": true, "=1.1": true}

// TestQuestionsBringNothingIn: a question that names what the article doesn't, or
// has a number that the article doesn't, would make the index claim an answer that
// isn't there.
func TestQuestionsBringNothingIn(t *testing.T) {
	known := map[string]bool{}
	for _, w := range knownOtherwise {
		known[text.Fold(w)] = true
	}
	values := map[string]bool{}
	take := func(s string) {
		var a text.Analyzer
		for _, w := range a.AppendWords(nil, s) {
			known[w.Folded] = true
		}
		for _, m := range number.Append(nil, s) {
			for _, token := range m.AppendTokens(nil) {
				values[token] = true
			}
		}
	}
	take(metapolicy.Article().Raw())
	for e := range metapolicy.Facts().Entities() {
		take(strings.Join(append(e.Aliases, e.Name), " "))
	}
	for p := range metapolicy.Article().Passages() {
		for _, q := range p.Questions() {
			var a text.Analyzer
			for i, w := range a.AppendWords(nil, q) {
				first, _ := utf8.DecodeRuneInString(q[w.Start:])
				if i > 0 && unicode.IsUpper(first) && !known[w.Folded] {
					t.Errorf("%s: %q names %s, which is not in the article", p.ID(), q, q[w.Start:w.End])
				}
			}
			for _, m := range number.Append(nil, q) {
				tokens := m.AppendTokens(nil)
				if m.Kind == number.KindOrdinal || len(tokens) == 0 || len(tokens[0]) <= len("=1") {
					continue // "first" and "one" are in every language
				}
				if !slices.ContainsFunc(tokens, func(s string) bool { return values[s] || rounded[s] }) {
					t.Errorf("%s: %q has the value %s, which is not in the article", p.ID(), q, tokens[0])
				}
			}
		}
	}
}
