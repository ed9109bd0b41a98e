package entail

import (
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/internal/number"
	"github.com/footnote-go/footnote/internal/text"
	"github.com/footnote-go/footnote/internal/thesaurus"
)

// Names knows the names of a corpus and which of them are one.
type Names struct {
	byWords map[string]*entry
	longest map[string]int // the most words of a name by its first
}

type entry struct {
	key, kind string
}

// NewNames returns a list without names.
func NewNames() *Names {
	return &Names{map[string]*entry{}, map[string]int{}}
}

// Add adds a name with its aliases. The kind is that of the thing: "organization".
// A name that another thing has already stays that thing's.
func (n *Names) Add(kind, name string, aliases ...string) {
	e := &entry{foldWords(name), kind}
	for _, a := range append([]string{name}, aliases...) {
		ws := strings.Fields(foldWords(a))
		if len(ws) == 0 || len(ws) > 8 {
			continue
		}
		k := strings.Join(ws, " ")
		if n.byWords[k] == nil {
			n.byWords[k] = e
			n.longest[ws[0]] = max(n.longest[ws[0]], len(ws))
		}
	}
}

// Key returns what all names of a thing have in common.
func (n *Names) Key(name string) string {
	k := foldWords(name)
	if e := n.byWords[k]; e != nil {
		return e.key
	}
	return k
}

func foldWords(s string) string {
	var a text.Analyzer
	var parts []string
	for _, w := range a.AppendWords(nil, s) {
		parts = append(parts, w.Folded)
	}
	return strings.Join(parts, " ")
}

// findNames finds known names, longest first, and runs of capitalised words.
func (a *Analyzer) findNames(s *Sentence) {
	for i := 0; i < len(s.words); {
		if n := a.known(s, i); n > 0 {
			i += n
			continue
		}
		if n := a.unknown(s, i); n > 0 {
			i += n
			continue
		}
		i++
	}
}

func (a *Analyzer) known(s *Sentence, i int) int {
	if a.Names == nil {
		return 0
	}
	if n := s.words[i].number; n >= 0 && s.mentions[n].Kind == number.KindMoney {
		return 0 // US dollars
	}
	longest := min(a.Names.longest[s.words[i].Folded], len(s.words)-i)
	for n := longest; n > 0; n-- {
		var b strings.Builder
		capital := false
		for j := i; j < i+n; j++ {
			if j > i {
				b.WriteByte(' ')
			}
			b.WriteString(s.words[j].Folded)
			capital = capital || upper(s.Text[s.words[j].Start:])
		}
		e := a.Names.byWords[b.String()]
		if e == nil || !capital && proper(e.kind) {
			continue
		}
		if !proper(e.kind) { // a concept, not a name: its words are compared as words
			return n
		}
		s.addName(name{from: i, to: i + n, key: e.key, kind: e.kind, known: true})
		return n
	}
	return 0
}

// proper reports whether things of a kind have proper names.
func proper(kind string) bool {
	switch kind {
	case "concept", "topic", "strategy", "term", "practice":
		return false
	}
	return true
}

// unknown finds a run of capitalised words that begins at i. At the start of the
// sentence a single word counts only if no dictionary knows it.
func (a *Analyzer) unknown(s *Sentence, i int) int {
	w := &s.words[i]
	if !upper(s.Text[w.Start:]) || w.number >= 0 || calendar[w.Folded] || i+1 < len(s.words) && currencies[s.words[i+1].Folded] {
		return 0
	}
	n := 1
	for i+n < len(s.words) {
		next := &s.words[i+n]
		between := s.between(i + n)
		if strings.Trim(between, " -.&") != "" || next.Term == "" && next.Folded != "of" {
			break
		}
		if next.Folded == "of" && (i == 0 || i+n+1 >= len(s.words) || !upper(s.Text[s.words[i+n+1].Start:])) {
			break
		}
		if next.Folded != "of" && !upper(s.Text[next.Start:]) || a.known2(s, i+n) {
			break
		}
		n++
	}
	if i == 0 || opensSentence(s, i) {
		if w.Term == "" {
			return 0
		}
		acronym := w.End-w.Start > 1 && strings.ToUpper(s.Text[w.Start:w.End]) == s.Text[w.Start:w.End]
		if n == 1 && !acronym && (thesaurus.Knows(w.Term) || w.class != 0 || commonEnding(w.Folded)) {
			return 0
		}
	}
	if w.Term == "" {
		return 0
	}
	var b strings.Builder
	for j := i; j < i+n; j++ {
		if j > i {
			b.WriteByte(' ')
		}
		b.WriteString(s.words[j].Folded)
	}
	s.addName(name{from: i, to: i + n, key: b.String()})
	return n
}

// currencies are words that a country before them belongs to: "US dollars".
var currencies = set(`dollar dollars pound pounds yen yuan`)

// calendar are capitalised words that are no names.
var calendar = set(`january february march april may june july august september october november december
	monday tuesday wednesday thursday friday saturday sunday`)

func (a *Analyzer) known2(s *Sentence, i int) bool {
	if a.Names == nil {
		return false
	}
	e := a.Names.byWords[s.words[i].Folded]
	return e != nil && proper(e.kind)
}

// commonEnding reports whether a word ends as adverbs, participles and abstract
// nouns do.
func commonEnding(w string) bool {
	for _, e := range []string{"ing", "ed", "ly", "tion", "sion", "ment", "ness", "ity", "ers", "ors", "ists", "ives", "ics", "als"} {
		if len(w) > len(e)+2 && strings.HasSuffix(w, e) {
			return true
		}
	}
	return false
}

// opensSentence reports whether what stands before the word at i is an opening
// quotation mark, a colon, a bar or a bullet.
func opensSentence(s *Sentence, i int) bool {
	between := strings.TrimSpace(s.between(i))
	return between != "" && strings.ContainsAny(between, ".:|\"“„«!?;•")
}

func (s *Sentence) addName(n name) {
	for j := n.from; j < n.to; j++ {
		w := &s.words[j]
		w.name = len(s.names)
		if w.number >= 0 || strings.IndexFunc(w.Folded, unicode.IsDigit) == 0 {
			n.label = w.Folded
		}
	}
	// Digits behind a name are a part of it: "Llama 4".
	s.names = append(s.names, n)
}
