package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/text"
)

// names knows the other names of what a corpus speaks of: aliases that its
// sidecars give, and acronyms that its texts introduce.
type names struct {
	things  [][]name
	byWords map[string]int // folded words, joined by spaces, to things
	longest int            // words of a name
}

// A name is one of the names of a thing.
type name struct {
	folded string   // words, joined by spaces
	terms  []string // of its words
}

// maxNameWords bounds the length of names; a longer one is a description.
const maxNameWords = 8

func newNames(facts *fact.Set, passages []corpus.Passage) *names {
	n := &names{byWords: map[string]int{}}
	var words text.Analyzer
	for e := range facts.Entities() {
		if len(e.Aliases) > 0 {
			n.add(&words, append([]string{e.Name}, e.Aliases...))
		}
	}
	for _, p := range passages {
		for _, pair := range acronyms(p.Text()) {
			n.add(&words, pair[:])
		}
	}
	return n
}

// add makes names those of one thing, the one that already has one of them if
// there is one.
func (n *names) add(words *text.Analyzer, all []string) {
	var list []name
	thing := -1
	for _, s := range all {
		x := nameOf(words.AppendWords(nil, s))
		if x.folded == "" || len(x.terms) == 0 || strings.Count(x.folded, " ") >= maxNameWords {
			continue
		}
		if i, ok := n.byWords[x.folded]; ok && thing < 0 {
			thing = i
		}
		list = append(list, x)
	}
	if thing < 0 {
		thing = len(n.things)
		n.things = append(n.things, nil)
	}
	for _, x := range list {
		if _, taken := n.byWords[x.folded]; taken {
			continue
		}
		n.byWords[x.folded] = thing
		n.longest = max(n.longest, 1+strings.Count(x.folded, " "))
		n.things[thing] = append(n.things[thing], x)
	}
}

func nameOf(words []text.Word) name {
	var out name
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = w.Folded
		if !w.IsStop() {
			out.terms = append(out.terms, w.Term)
		}
	}
	out.folded = strings.Join(folded, " ")
	return out
}

// at returns the thing whose name begins at word i, the longest if there are
// several, and how many words the name has.
func (n *names) at(words *phrase, i int) (thing, length int, ok bool) {
	for length = min(n.longest, words.len()-i); length > 0; length-- {
		if thing, ok := n.byWords[words.slice(i, i+length)]; ok {
			return thing, length, true
		}
	}
	return 0, 0, false
}

// A phrase is words joined by spaces, of which any that stand together can be had
// without a copy.
type phrase struct {
	joined string
	ends   []int
	buf    []byte
}

// set makes the phrase of folded words.
func (p *phrase) set(words []text.Word) {
	p.join(words, func(w text.Word) string { return w.Folded })
}

// setTerms makes the phrase of the words' terms; a stop word stands as it is.
func (p *phrase) setTerms(words []text.Word) {
	p.join(words, func(w text.Word) string {
		if w.IsStop() {
			return w.Folded
		}
		return w.Term
	})
}

func (p *phrase) join(words []text.Word, form func(text.Word) string) {
	p.buf, p.ends = p.buf[:0], p.ends[:0]
	for i, w := range words {
		if i > 0 {
			p.buf = append(p.buf, ' ')
		}
		p.buf = append(p.buf, form(w)...)
		p.ends = append(p.ends, len(p.buf))
	}
	p.joined = string(p.buf)
}

func (p *phrase) len() int { return len(p.ends) }

// slice returns the words from i to before j.
func (p *phrase) slice(i, j int) string {
	start := 0
	if i > 0 {
		start = p.ends[i-1] + 1
	}
	return p.joined[start:p.ends[j-1]]
}

// others returns the names of a thing besides the given one. A name that has the
// given one in it, or is in it, only says more or less of the same.
func (n *names) others(thing int, folded string) []name {
	var out []name
	for _, x := range n.things[thing] {
		if !within(x.folded, folded) && !within(folded, x.folded) {
			out = append(out, x)
		}
	}
	return out
}

// within reports whether the words of a stand together in b.
func within(a, b string) bool { return strings.Contains(" "+b+" ", " "+a+" ") }

// acronyms returns the pairs of long and short form that a text introduces as
// "Long Form (LF)". A pair is one if each character of the short form stands in
// the long form, in order, the first at the start of a word (Schwartz and Hearst
// 2003, "A simple algorithm for identifying abbreviation definitions in biomedical
// text").
func acronyms(s string) [][2]string {
	var out [][2]string
	for from := 0; ; {
		open := strings.IndexByte(s[from:], '(')
		if open < 0 {
			return out
		}
		open += from
		from = open + 1
		length := strings.IndexByte(s[from:], ')')
		if length < 0 {
			return out
		}
		short := s[from : from+length]
		if !isAcronym(short) {
			continue
		}
		before := s[max(0, open-200):open]
		for before != "" && !utf8.RuneStart(before[0]) {
			before = before[1:]
		}
		if long, ok := longForm(before, short); ok {
			out = append(out, [2]string{long, short})
		}
	}
}

// isAcronym reports whether a text looks like a short form: two to ten letters and
// digits, two of them capitals.
func isAcronym(s string) bool {
	capitals := 0
	for _, r := range s {
		switch {
		case unicode.IsUpper(r):
			capitals++
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			return false
		}
	}
	return capitals >= 2 && len(s) <= 10
}

// longForm returns the words at the end of a text that a short form stands for.
func longForm(before, short string) (string, bool) {
	before = strings.TrimRightFunc(before, unicode.IsSpace)
	words := strings.Fields(before)
	most := min(len(short)+5, 2*len(short))
	if len(words) > most {
		words = words[len(words)-most:]
	}
	long := []rune(strings.Join(words, " "))
	letters := []rune(strings.ToLower(short))
	l := len(long) - 1
	for i := len(letters) - 1; i >= 0; i-- {
		for l >= 0 && (unicode.ToLower(long[l]) != letters[i] ||
			i == 0 && l > 0 && (unicode.IsLetter(long[l-1]) || unicode.IsDigit(long[l-1]))) {
			l--
		}
		if l < 0 {
			return "", false
		}
		l--
	}
	found := string(long[l+1:])
	if strings.ContainsAny(found, ".;:()") || len(strings.Fields(found)) < 2 || len(found) <= len(short) {
		return "", false
	}
	return found, true
}

// rarest returns the term of a name that the fewest passages have, if any has it.
func (x name) rarest(docFreq func(string) int) (string, bool) {
	known := slices.DeleteFunc(slices.Clone(x.terms), func(t string) bool { return docFreq(t) == 0 })
	if len(known) == 0 {
		return "", false
	}
	return slices.MinFunc(known, func(a, b string) int {
		return cmp.Or(cmp.Compare(docFreq(a), docFreq(b)), cmp.Compare(a, b))
	}), true
}
