package metapolicy_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// uncovered are the mentions that no fact covers where they stand, with the reason
// why none has to.
var uncovered = []struct {
	reason string
	texts  []string
}{
	{"a common abbreviation", []string{"API", "APIs", "HR"}},
	{"counts what the sentence names: open and closed source", []string{"two"}},
}

// citedIn reports whether a quotation of the fact holds a span of a passage.
func citedIn(f fact.Fact, p cite.PassageID, span cite.Span) bool {
	return slices.ContainsFunc(f.Evidence(), func(e cite.Citation) bool { return e.Passage == p && e.Span.Contains(span) })
}

// covers reports whether a fact states what is mentioned: it is a value, an
// entity, or in the words of the fact.
func covers(f fact.Fact, m mention) bool {
	switch m.kind {
	case mentionFigure:
		return slices.ContainsFunc(f.Values(), m.figure.states) || inEntity(f, m.text)
	case mentionName:
		return hasEntity(f, m.text) || hasTitle(f, m.text) || hasUnit(f, m.text)
	}
	return hasEntity(f, m.text) || strings.Contains(strings.ToLower(f.Statement()), strings.ToLower(m.text))
}

// hasEntity reports whether an entity of the fact has the name or the alias.
func hasEntity(f fact.Fact, name string) bool {
	e, ok := entityNamed(name)
	return ok && slices.Contains(f.Entities(), e.Name)
}

// inEntity reports whether a name of an entity of the fact has the word in it.
func inEntity(f fact.Fact, w string) bool {
	return slices.ContainsFunc(f.Entities(), func(name string) bool {
		e, _ := entityNamed(name)
		return slices.ContainsFunc(allNames(e), func(n string) bool { return slices.Contains(strings.Fields(n), w) })
	})
}

// hasTitle reports whether the fact gives somebody the title: CEO.
func hasTitle(f fact.Fact, name string) bool {
	var data struct{ Title string }
	if err := json.Unmarshal(f.Record().Data, &data); err != nil {
		return false // it has no data
	}
	return strings.Contains(data.Title, name)
}

// hasUnit reports whether the name stands for the unit of a value: MAU.
func hasUnit(f fact.Fact, name string) bool {
	return slices.ContainsFunc(f.Values(), func(v fact.Value) bool {
		q, ok := v.Quantity()
		return ok && unitForms[q.Unit()] == strings.TrimSuffix(name, "s")
	})
}

// coveredBy returns the first fact that covers a mention. Tensions don't count:
// they state nothing that other facts don't.
func coveredBy(m mention) (fact.Fact, bool) {
	for f := range facts().In(m.passage.ID()) {
		if !isTension(f) && citedIn(f, m.passage.ID(), m.Span) && covers(f, m) {
			return f, true
		}
	}
	return fact.Fact{}, false
}

// TestMentions: every number, date, name and quotation of the article is covered by
// a fact, or listed above.
func TestMentions(t *testing.T) {
	reasons, needed := map[string]string{}, map[string]bool{}
	for _, u := range uncovered {
		for _, text := range u.texts {
			reasons[text] = u.reason
		}
	}
	var b strings.Builder
	for _, m := range mentions() {
		at := fmt.Sprintf("%s:%d", where(m.passage), m.Start)
		f, ok := coveredBy(m)
		by := f.ID()
		if !ok {
			by, needed[m.text] = "- "+reasons[m.text], true
		}
		if !ok && reasons[m.text] == "" {
			t.Errorf("%s: no fact covers the %s %q", at, m.kind, m.text)
		}
		fmt.Fprintf(&b, "%s\t%s\t%s\t%s\n", at, m.kind, m.text, by)
	}
	for text := range reasons {
		if !needed[text] {
			t.Errorf("%q needs no exception", text)
		}
	}
	golden(t, "mentions.golden", b.String())
}

// joints are words between quotations that state nothing by themselves.
var joints = []string{"and", "but", "or"}

// TestWords: every sentence of the article, and every word of it, is evidence of a
// fact.
func TestWords(t *testing.T) {
	for p := range metapolicy.Article().Passages() {
		quoted := map[word]bool{}
		for f := range facts().In(p.ID()) {
			for _, w := range wordsOf(p) {
				if !isTension(f) && citedIn(f, p.ID(), w.Span) {
					quoted[w] = true
				}
			}
		}
		for _, w := range wordsOf(p) {
			if !quoted[w] && !slices.Contains(joints, w.text) {
				t.Errorf("%s: no fact quotes %q of %q", where(p), w.text, around(p.Text(), w.Span))
			}
		}
	}
}
