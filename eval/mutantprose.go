package eval

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/internal/number"
)

// A prose is a text with what a mutation has to know of it.
type prose struct {
	text    string
	words   []word
	names   []mention
	numbers []number.Mention
	quoted  []cite.Span // quotations with their marks
	terms   []string    // each once
}

// A word is a run of letters and digits, with the hyphens, apostrophes and points
// within: "open-source", "doesn't", "U.S".
type word struct {
	cite.Span
	text, lower string
}

// A name is one name of an entity.
type name struct {
	text   string
	entity int
}

// A mention is a name in a text.
type mention struct {
	cite.Span
	entity   int
	compound bool // a part of a word with a hyphen: "Meta-owned"
}

func (m *mutator) read(s string) *prose {
	p := &prose{text: s, words: wordsOf(s), numbers: number.Append(nil, s), quoted: quotedIn(s)}
	p.names = m.mentions(p)
	for _, t := range m.analyzer.Append(nil, s) {
		if !slices.Contains(p.terms, t.Term) {
			p.terms = append(p.terms, t.Term)
		}
	}
	return p
}

func (m *mutator) termsOf(s string) []string {
	var out []string
	for _, t := range m.analyzer.Append(nil, s) {
		out = append(out, t.Term)
	}
	return out
}

func wordsOf(s string) []word {
	var out []word
	in := func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
	for i := 0; i < len(s); {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !in(r) {
			i += n
			continue
		}
		j := i + n
		for j < len(s) {
			r, n := utf8.DecodeRuneInString(s[j:])
			next, _ := utf8.DecodeRuneInString(s[j+n:])
			joins := strings.ContainsRune("-‑'’.", r) && in(next) || r == ',' && unicode.IsDigit(next)
			if !in(r) && !joins {
				break
			}
			j += n
		}
		w := s[i:j]
		for _, possessive := range []string{"'s", "’s"} {
			w = strings.TrimSuffix(w, possessive)
		}
		out = append(out, word{cite.Span{Start: i, End: i + len(w)}, w, strings.ToLower(w)})
		i = j
	}
	return out
}

// quotedIn returns the spans between double quotation marks, with them.
func quotedIn(s string) []cite.Span {
	var out []cite.Span
	start := -1
	for i, r := range s {
		switch {
		case start < 0 && strings.ContainsRune("\"“„«", r):
			start = i
		case start >= 0 && strings.ContainsRune("\"”“»", r):
			out = append(out, cite.Span{Start: start, End: i + utf8.RuneLen(r)})
			start = -1
		}
	}
	return out
}

// free reports whether a span may be changed: it touches no name and no quotation.
func (p *prose) free(s cite.Span) bool {
	for _, n := range p.names {
		if n.Overlaps(s) {
			return false
		}
	}
	return p.unquoted(s)
}

func (p *prose) unquoted(s cite.Span) bool {
	return !slices.ContainsFunc(p.quoted, func(q cite.Span) bool { return q.Overlaps(s) })
}

// replace returns the text with a span replaced.
func (p *prose) replace(s cite.Span, by string) string { return p.text[:s.Start] + by + p.text[s.End:] }

// has reports whether the text has one of some words.
func (p *prose) has(set map[string]bool) bool {
	return slices.ContainsFunc(p.words, func(w word) bool { return set[w.lower] })
}

// namesOf returns the names and aliases of entities by their first word.
func namesOf(entities []fact.Entity) map[string][]name {
	out := map[string][]name{}
	for i, e := range entities {
		for _, n := range append([]string{e.Name}, e.Aliases...) {
			if w := wordsOf(n); len(w) > 0 && w[0].Start == 0 && len(n) > 1 {
				out[w[0].lower] = append(out[w[0].lower], name{n, i})
			}
		}
	}
	for _, list := range out {
		slices.SortStableFunc(list, func(a, b name) int { return len(b.text) - len(a.text) })
	}
	return out
}

// mentions finds the names in a text, the longest where several fit.
func (m *mutator) mentions(p *prose) []mention {
	var out []mention
	end := 0
	for _, w := range p.words {
		if w.Start < end {
			continue
		}
		first, hyphen := w.lower, ""
		list := m.names[first]
		if len(list) == 0 {
			if first, hyphen, _ = strings.Cut(w.lower, "-"); hyphen != "" {
				list = m.names[first]
			}
		}
		for _, n := range list {
			stop := w.Start + len(n.text)
			if stop > len(p.text) || !sameName(p.text[w.Start:stop], n.text) || insideWord(p.text, stop) {
				continue
			}
			s := cite.Span{Start: w.Start, End: stop}
			out = append(out, mention{s, n.entity, strings.HasPrefix(p.text[stop:], "-") || strings.HasSuffix(p.text[:w.Start], "-")})
			end = stop
			break
		}
	}
	return out
}

// sameName compares a text with a name. A name in small letters may begin with a
// capital, at the start of a sentence; one with capitals has them.
func sameName(s, name string) bool {
	return s == name || !isProper(name) && s[1:] == name[1:] && strings.EqualFold(s, name)
}

func insideWord(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[i:])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isProper reports whether a name begins with a capital or a digit.
func isProper(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsUpper(r) || unicode.IsDigit(r)
}

// isTitle reports whether all long words of a name begin with a capital, so that it can
// stand in the place of another: no "Meta's strategy", no "critics".
func isTitle(name string) bool {
	for _, w := range wordsOf(name) {
		if len(w.text) > 3 && !isProper(w.text) {
			return false
		}
	}
	return isProper(name) && !strings.Contains(name, "'") && !strings.Contains(name, "(")
}

// maxSentence is how many words a sentence has at most of which mutants are made.
const maxSentence = 40

// standsAlone reports whether a sentence can be a claim by itself, as far as its form
// tells: it is short, whole, asks nothing, and begins with a noun or a name.
func standsAlone(s string) bool {
	words := wordsOf(s)
	if len(words) < 5 || len(words) > maxSentence || words[0].Start > 0 && !strings.HasPrefix(s, "\"") && !strings.HasPrefix(s, "“") {
		return false
	}
	if !strings.HasSuffix(s, ".") || strings.Contains(s, "|") || strings.Count(s, "(") != strings.Count(s, ")") {
		return false
	}
	first := words[0]
	if !isProper(first.text) || !nounLike[first.lower] && (opensNoNoun[first.lower] || strings.HasSuffix(first.lower, "ly")) {
		return false
	}
	if first.lower == "the" && vagueNouns[words[1].lower] {
		return false
	}
	return true
}

// capital returns a text with a capital at its start.
func capital(s string) string {
	if s == "" {
		return ""
	}
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}

// fitArticle returns a text with "a" or "an" before the word at i as the word wants it.
func fitArticle(s string, i int) string {
	if i >= len(s) {
		return s
	}
	vowel := strings.ContainsRune("aeiouAEIOU", rune(s[i])) && !strings.HasPrefix(strings.ToLower(s[i:]), "us") && !strings.HasPrefix(strings.ToLower(s[i:]), "uni") && !strings.HasPrefix(strings.ToLower(s[i:]), "eu")
	before := s[:i]
	for _, pair := range [][2]string{{"a ", "an "}, {"A ", "An "}} {
		want, other := pair[0], pair[1]
		if vowel {
			want, other = other, want
		}
		if rest, ok := strings.CutSuffix(before, other); ok && (rest == "" || strings.HasSuffix(rest, " ")) {
			return rest + want + s[i:]
		}
	}
	return s
}
