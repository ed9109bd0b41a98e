package metapolicy_test

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// A mention is a number, a date, a name or a quotation in a passage.
type mention struct {
	cite.Span
	passage corpus.Passage
	kind    mentionKind
	text    string
	figure  figure // of a number or a date in digits
}

type mentionKind string

const (
	mentionFigure    mentionKind = "figure"
	mentionWord      mentionKind = "number word"
	mentionName      mentionKind = "name"
	mentionQuotation mentionKind = "quotation"
)

var (
	quotedForm     = regexp.MustCompile(`"([^"]*[^",.])[,.]?"`)
	numberWordForm = regexp.MustCompile(`(?i)\b(?:two|three|four|five|half|twice|dozens|hundreds|thousands|millions|billions)\b`)
	// wordForm takes a word without its possessive ending; the points of a version
	// and of "U.S." are in it.
	wordForm = regexp.MustCompile(`(?:\p{Lu}\.){2,}|[\p{L}\p{N}]+(?:\.[\p{L}\p{N}]+)*`)
)

// commonName is what the whole article is about: the word alone names nothing.
const commonName = "AI"

// mentions returns what is mentioned in the article's passages, in their order.
func mentions() []mention {
	var out []mention
	u := wordUsage()
	for p := range metapolicy.Article().Passages() {
		out = append(out, mentionsIn(p, u)...)
	}
	return out
}

// mentionsIn returns the mentions of a passage, in their order. A number within a
// name, as in Llama 4, is no mention of its own.
func mentionsIn(p corpus.Passage, u usage) []mention {
	text := p.Text()
	var out []mention
	// A mention leaves out later ones that share text with it.
	add := func(kind mentionKind, span cite.Span, f figure) {
		if !slices.ContainsFunc(out, func(m mention) bool { return m.kind != mentionQuotation && m.Overlaps(span) }) {
			out = append(out, mention{span, p, kind, span.Of(text), f})
		}
	}
	for _, m := range quotedForm.FindAllStringSubmatchIndex(text, -1) {
		kind, span := mentionQuotation, cite.Span{Start: m[2], End: m[3]}
		if isTitle(span.Of(text)) {
			kind = mentionName
		}
		add(kind, span, figure{})
	}
	figures := figuresIn(text)
	for _, span := range u.namesIn(text, wordsOf(p), figures) {
		add(mentionName, span, figure{})
	}
	for _, f := range figures {
		add(mentionFigure, f.Span, f)
	}
	for _, m := range numberWordForm.FindAllStringIndex(text, -1) {
		add(mentionWord, cite.Span{Start: m[0], End: m[1]}, figure{})
	}
	slices.SortStableFunc(out, func(a, b mention) int { return a.Start - b.Start })
	return out
}

// isTitle reports whether a quotation is the title of a work: most of its words
// have capitals.
func isTitle(s string) bool {
	words, capitals := strings.Fields(s), 0
	for _, w := range words {
		if hasUpper(w) {
			capitals++
		}
	}
	return capitals > 1 && 2*capitals > len(words)
}

func hasUpper(w string) bool { return strings.IndexFunc(w, unicode.IsUpper) >= 0 }

// isMarked reports whether a word is a name by its letters alone: an acronym, one
// with capitals inside, or one of capitals and digits.
func isMarked(w string) bool {
	marks := 0
	for i, r := range w {
		if unicode.IsUpper(r) || i == 0 && unicode.IsDigit(r) {
			marks++
		}
	}
	return marks > 1 && hasUpper(w)
}

// A usage says how the article writes words.
type usage struct {
	lower map[string]bool // in lower case, anywhere
	upper map[string]bool // with a capital that no sentence's start explains
}

// wordUsage reads passages and headings.
func wordUsage() usage {
	u := usage{map[string]bool{}, map[string]bool{}}
	for p := range metapolicy.Article().Passages() {
		for _, w := range wordsOf(p) {
			u.lower[w.text] = true // the words with capitals do no harm
			if hasUpper(w.text) && !w.opens {
				u.upper[w.text] = true
			}
		}
	}
	for s := range metapolicy.Article().Sections() {
		for _, w := range wordForm.FindAllString(s.Heading(), -1) {
			u.upper[w] = true
		}
	}
	return u
}

// isName reports whether a word is a name or the beginning of one.
func (u usage) isName(w word) bool {
	switch {
	case !hasUpper(w.text):
		return false
	case isMarked(w.text) || !w.opens:
		return true
	}
	return u.upper[w.text] && !u.lower[strings.ToLower(w.text)]
}

// A word is a word of a passage.
type word struct {
	cite.Span
	text  string
	opens bool // stands where a capital is no sign of a name
}

// wordsOf returns the words of a passage.
func wordsOf(p corpus.Passage) []word {
	starts := map[int]bool{}
	for s := range p.Sentences() {
		starts[s.Span().Start] = true
	}
	return wordsIn(p.Text(), starts)
}

// wordsIn returns the words of a text whose sentences start there.
func wordsIn(text string, starts map[int]bool) []word {
	var out []word
	for _, m := range wordForm.FindAllStringIndex(text, -1) {
		before := text[:m[0]]
		opens := starts[m[0]] || strings.HasSuffix(before, `"`) || strings.HasSuffix(before, ": ") || strings.HasSuffix(before, "| ")
		out = append(out, word{cite.Span{Start: m[0], End: m[1]}, text[m[0]:m[1]], opens})
	}
	return out
}

// namesIn returns the names in a text: runs of words with capitals, and of the
// numbers that follow them. A run that is no known name as a whole is the names that
// it begins with, the longest first, and what is left.
func (u usage) namesIn(text string, words []word, figures []figure) []cite.Span {
	var out []cite.Span
	var run []word
	end := func() {
		for len(run) > 0 {
			n := len(run)
			for n > 1 && !isKnown(text[run[0].Start:run[n-1].End]) {
				n--
			}
			if span := (cite.Span{Start: run[0].Start, End: run[n-1].End}); span.Of(text) != commonName {
				out = append(out, span)
			}
			run = run[n:]
		}
	}
	for _, w := range words {
		if len(run) > 0 {
			gap := text[run[len(run)-1].End:w.Start]
			if gap != " " && gap != "-" {
				end()
			}
		}
		isFigure := slices.ContainsFunc(figures, func(f figure) bool { return f.Overlaps(w.Span) })
		switch {
		case u.isName(w) && !isFigure, len(run) > 0 && isVersion(w.text):
			run = append(run, w)
		default:
			end()
		}
	}
	end()
	return out
}

var (
	versionForm = regexp.MustCompile(`^v?\d[\d.]*$`)
	yearForm    = regexp.MustCompile(`^(?:19|20)\d\d$`)
)

// isVersion reports whether a word that follows a name may be a part of it.
func isVersion(w string) bool { return versionForm.MatchString(w) && !yearForm.MatchString(w) }

// isKnown reports whether an entity has the name or the alias, or somebody the
// title.
func isKnown(name string) bool {
	if _, ok := entityNamed(name); ok {
		return true
	}
	for f := range facts().OfKind("person") {
		if hasTitle(f, name) {
			return true
		}
	}
	return false
}

// entityNamed returns the entity of a name or an alias; an ID is none.
func entityNamed(name string) (fact.Entity, bool) {
	e, ok := facts().Entity(name)
	ok = ok && slices.ContainsFunc(allNames(e), func(n string) bool { return strings.EqualFold(n, name) })
	return e, ok
}

func allNames(e fact.Entity) []string { return append([]string{e.Name}, e.Aliases...) }
