package entail

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/internal/number"
	"github.com/footnote-go/footnote/internal/text"
)

// A word is a word of a sentence with what it means for the comparison.
type word struct {
	text.Word
	key     string // what it is compared by: its term, or for a stop word its folded form
	class   class
	weight  float64 // what it counts for coverage; 0 if it is no content word
	clause  int
	negated bool // in the scope of a negation
	number  int  // index of the mention it is a part of, or -1
	name    int  // index of the name it is a part of, or -1
}

// A mention is a number or date in a sentence.
type mention struct {
	number.Mention
	from, to int    // words
	noun     int    // the word that says what is counted, or -1
	words    string // as it stands in the text
	token    string // the same for all forms of the value
}

// A name is the name of a person, organization, product or place.
type name struct {
	from, to int    // words
	key      string // the same for all aliases
	kind     string // "" if unknown
	known    bool   // in the list of names
	label    string // the number or version that is a part of it
}

// A Sentence is a text that was analysed for comparison.
type Sentence struct {
	Text     string
	words    []word
	mentions []mention
	names    []name
	clauses  int
	classes  class // of all words
	question bool
	cut      bool // it has more words than are compared
}

// An Analyzer makes sentences. It is not safe for concurrent use.
type Analyzer struct {
	Names *Names
	// Weight returns how much a content word counts, by its term; nil counts all
	// alike.
	Weight func(term string) float64

	text     text.Analyzer
	buf      []text.Word
	mentions []number.Mention
}

// What words count for coverage, before [Analyzer.Weight].
const (
	weightLight  = 0.2
	weightWord   = 1.0
	weightName   = 1.3
	weightNumber = 1.3 // of a number or date, whole
)

// maxWords is how many words of a sentence are compared; of a longer one the rest is
// not, and the claim stays open.
const maxWords = 400

// Analyze analyses a text.
func (a *Analyzer) Analyze(s string) *Sentence {
	out := &Sentence{Text: s}
	a.buf = a.text.AppendWords(a.buf[:0], s)
	if len(a.buf) > maxWords {
		a.buf, out.cut = a.buf[:maxWords], true
	}
	out.words = make([]word, 0, len(a.buf))
	for _, w := range a.buf {
		x := word{Word: w, key: w.Term, number: -1, name: -1}
		if x.key == "" {
			x.key = w.Folded
		}
		x.class = words().classes[w.Folded]
		switch {
		case w.Term == "":
		case x.class&light != 0:
			x.weight = weightLight
		default:
			x.weight = weightWord
		}
		out.words = append(out.words, x)
	}
	out.phrases()
	a.findNumbers(out)
	a.findNames(out)
	for i := range out.words {
		w := &out.words[i]
		if w.name >= 0 && w.Term != "" {
			w.weight = weightName
		}
		if w.weight > 0 && w.number < 0 && a.Weight != nil {
			w.weight *= a.Weight(w.Term)
		}
		if w.number >= 0 {
			w.class &^= hedge // the month of May
		}
		out.classes |= w.class
	}
	out.findClauses()
	out.findNegation()
	out.question = strings.HasSuffix(strings.TrimRight(s, " \"”»'’)"), "?")
	return out
}

// phrases gives the words of expressions their class.
func (s *Sentence) phrases() {
	var b strings.Builder
	for i := range s.words {
		n := words().starts[s.words[i].Folded]
		if n == 0 {
			continue
		}
		b.Reset()
		for j := i; j < min(len(s.words), i+n); j++ {
			if j > i {
				b.WriteByte(' ')
			}
			b.WriteString(s.words[j].Folded)
			if c := words().phrases[b.String()]; c != 0 {
				for k := i; k <= j; k++ {
					s.words[k].class |= c
				}
			}
		}
	}
}

func (a *Analyzer) findNumbers(s *Sentence) {
	if !strings.ContainsFunc(s.Text, func(r rune) bool { return r >= '0' && r <= '9' }) && !s.spelled() {
		return
	}
	a.mentions = number.Append(a.mentions[:0], s.Text)
	at := 0
	for _, m := range a.mentions {
		x := mention{Mention: m, from: -1, noun: -1, words: s.Text[m.Start:m.End], token: m.Token()}
		for at < len(s.words) && s.words[at].End <= m.Start {
			at++
		}
		for k := at; k < len(s.words) && s.words[k].Start < m.End; k++ {
			if x.from < 0 {
				x.from = k
			}
			x.to = k + 1
			s.words[k].number = len(s.mentions)
			s.words[k].weight = 0
			s.words[k].class = 0 // "May" of a date is no "may"
			if k == x.from {
				s.words[k].weight = weightNumber
			}
		}
		if x.from < 0 {
			continue
		}
		x.noun = s.counted(x)
		s.mentions = append(s.mentions, x)
	}
}

// spelled reports whether a word of the sentence may be a number in letters.
func (s *Sentence) spelled() bool {
	for i := range s.words {
		if numerals[s.words[i].Folded] {
			return true
		}
	}
	return false
}

var numerals = set(`two three four five six seven eight nine ten eleven twelve thirteen fourteen
		fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
		thousand million billion trillion half third thirds quarter quarters fifth tenth dozen percent first second
		fourth double triple twice thrice january february march april may june july august september october
		november december one both decade century`)

// counted returns the word that says what a number counts: the last of the nouns
// that follow it, or of those after an "of".
func (s *Sentence) counted(m mention) int {
	if m.Kind == number.KindDate || m.Kind == number.KindLabel || m.Kind == number.KindOrdinal {
		return -1
	}
	i := m.to
	if m.Kind == number.KindShare || m.Kind == number.KindFactor {
		if i < len(s.words) && s.words[i].Folded == "of" {
			i++
		}
	} else if i < len(s.words) && s.words[i].Folded == "of" {
		return -1
	}
	noun := -1
	for n := 0; i < len(s.words) && n < 5; i, n = i+1, n+1 {
		w := &s.words[i]
		if w.Term == "" && n == 0 && (w.Folded == "the" || w.Folded == "all" || w.Folded == "its") {
			continue
		}
		if w.Term == "" || w.number >= 0 || gap(s.between(i)) {
			break
		}
		noun = i
		if strings.HasSuffix(w.Folded, "s") && !strings.HasSuffix(w.Folded, "ss") {
			break // a plural ends what is counted
		}
	}
	return noun
}

// gap reports whether what stands between two words parts them.
func gap(between string) bool {
	return strings.ContainsAny(between, ",.;:()[]|—–!?\"“”«»")
}

// findClauses numbers the clauses: they end at semicolons, colons, dashes, brackets,
// and at a comma or conjunction before enough words to state something.
func (s *Sentence) findClauses() {
	clause, since := 0, 0
	for i := range s.words {
		w := &s.words[i]
		if i > 0 && since >= minClause {
			between := s.between(i)
			switch {
			case strings.ContainsAny(between, ";:—()|") || strings.Contains(between, " – ") || strings.Contains(between, " - "):
				clause, since = clause+1, 0
			case conjunctions[w.Folded] || strings.Contains(between, ","):
				if s.contentAhead(i) >= 2 {
					clause, since = clause+1, 0
				}
			}
		}
		w.clause = clause
		if w.weight >= weightWord/2 || w.number >= 0 {
			since++
		}
	}
	s.clauses = clause + 1
}

const minClause = 2

var conjunctions = map[string]bool{
	"and": true, "but": true, "while": true, "whereas": true, "although": true, "though": true, "which": true,
	"who": true, "because": true, "since": true, "after": true, "before": true, "when": true, "where": true, "yet": true,
}

// contentAhead counts the content words from i up to the next break.
func (s *Sentence) contentAhead(i int) int {
	n := 0
	for j := i; j < len(s.words) && n < 3; j++ {
		if j > i && (gap(s.between(j)) || conjunctions[s.words[j].Folded]) {
			break
		}
		if s.words[j].weight > 0 || s.words[j].number >= 0 {
			n++
		}
	}
	return n
}

// negationScope is how many words after a negator are negated, within its clause.
const negationScope = 14

func (s *Sentence) findNegation() {
	for i := range s.words {
		if !s.isNegator(i) {
			continue
		}
		for j := i + 1; j < min(len(s.words), i+1+negationScope); j++ {
			if s.words[j].clause != s.words[i].clause || gap(s.between(j)) {
				break
			}
			if f := s.words[j].Folded; f == "but" || f == "while" || f == "than" {
				break
			}
			s.words[j].negated = !s.words[j].negated
		}
	}
}

// isNegator reports whether the word at i negates. "Not only" and "no. 4" don't.
func (s *Sentence) isNegator(i int) bool {
	w := &s.words[i]
	if falsehoods[w.Folded] && i+1 < len(s.words) && s.words[i+1].Folded == "that" {
		return true
	}
	if w.class&negator == 0 {
		return strings.HasSuffix(w.Folded, "nt") && (s.words[i].Term == "" && len(w.Folded) > 3)
	}
	if i+1 < len(s.words) {
		switch next := s.words[i+1].Folded; {
		case w.Folded == "not" && (next == "only" || next == "just" || next == "merely" || next == "least"):
			return false
		case w.Folded == "no" && (next == "doubt" || next == "matter" || i == 0 && gap(s.between(1))):
			return false
		}
	}
	if i > 0 && s.words[i-1].class&negator != 0 && words().phrases[s.words[i-1].Folded+" "+w.Folded]&negator != 0 {
		return false // the second word of an expression
	}
	return true
}

// falsehoods are words that deny what follows them with "that": "it is a myth that".
var falsehoods = set(`false untrue incorrect wrong myth fiction`)

// between returns what stands before the word at i and after the one before it.
func (s *Sentence) between(i int) string {
	from, to := s.words[i-1].End, s.words[i].Start
	if from > to {
		return "" // pairs of characters written without spaces overlap
	}
	return s.Text[from:to]
}

func upper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r) || unicode.IsTitle(r)
}
