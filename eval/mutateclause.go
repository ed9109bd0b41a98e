package eval

import (
	"regexp"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/lazyregexp"
	"github.com/footnote-go/footnote/internal/thesaurus"
)

var tails = lazyregexp.New(`, (?:which|who|among them|including|such as|as well as|especially|particularly|in particular|for example|whereas|while|although|because|since|\p{L}+ing)\b[^,;:]*\.$`)

// clauses returns parts of a sentence that stand alone: what is left without an aside
// or a clause at the end, and each side of a semicolon or of "and" before a name.
func (m *mutator) clauses(b *base) []draft {
	if b.has(wondering) || len(b.quoted) > 0 || !strings.HasSuffix(b.text, ".") {
		return nil
	}
	var out []draft
	// cut takes away what stands in a span, at whose start the sentence ends if it
	// goes to the end.
	cut := func(s cite.Span) {
		if m.careless(strings.TrimPrefix(b.text[s.Start:s.End], ", which")) || len(wordsOf(b.text))-len(wordsOf(b.text[s.Start:s.End])) < 5 {
			return
		}
		text := b.replace(s, "")
		if s.End == len(b.text) {
			text = b.text[:s.Start] + "."
		}
		out = append(out, m.part(b, text, b.text[s.Start:s.End], cite.Span{Start: 0, End: s.Start}, s.End == len(b.text)))
	}
	for _, s := range asides(b.text) {
		cut(s)
	}
	if at := tails().FindStringIndex(b.text); at != nil {
		cut(cite.Span{Start: at[0], End: at[1]})
	}
	if at := regexp.MustCompile(`; |, (?:and|but) `).FindAllStringIndex(b.text, -1); len(at) == 1 {
		i := slices.IndexFunc(b.names, func(n mention) bool { return n.Start == at[0][1] && isProper(b.text[n.Start:n.End]) })
		left, right := cite.Span{Start: 0, End: at[0][0]}, cite.Span{Start: at[0][1], End: len(b.text)}
		if i >= 0 && m.finite(b, right) && m.finite(b, left) {
			if len(wordsOf(b.text[:left.End])) >= 5 {
				out = append(out, m.part(b, b.text[:left.End]+".", b.text[left.End:], left, true))
			}
			if len(wordsOf(b.text[right.Start:])) >= 5 && !m.careless(b.text[:left.End]) {
				out = append(out, m.part(b, b.text[right.Start:], b.text[:right.Start], right, true))
			}
		}
	}
	return out
}

// finite reports whether a part of a sentence has a verb of its own, as far as common
// auxiliaries tell.
func (m *mutator) finite(b *base, s cite.Span) bool {
	return slices.ContainsFunc(b.words, func(w word) bool { return w.Start >= s.Start && w.End <= s.End && auxiliaries[w.lower] })
}

// part is a part of a base: of a sentence it has the footnotes that vouch for it.
func (m *mutator) part(b *base, text, left string, kept cite.Span, narrow bool) draft {
	d := draft{text: text, changed: strings.TrimSpace(left)}
	if b.isFact() || !narrow {
		return d
	}
	s := cite.Span{Start: b.span.Start + kept.Start, End: b.span.Start + kept.End}
	d.source = b.passage.Cite(s)
	d.footnotes = d.source.Footnotes
	if d.footnotes == nil {
		d.footnotes = []cite.Footnote{}
	}
	d.marker = m.marker(d.footnotes, b.passage)
	return d
}

// synonyms puts for one word another of the same meaning.
func (m *mutator) synonyms(b *base) []draft {
	var out []draft
	for i, w := range b.words {
		by := synonym(w.lower)
		if by == "" || !b.free(w.Span) || strings.Contains(strings.ToLower(b.text), by) {
			continue
		}
		if i > 0 && strings.HasSuffix(b.text[:w.Start], "-") || strings.HasPrefix(b.text[w.End:], "-") {
			continue
		}
		if w.text != w.lower {
			if i > 0 {
				continue // a capital within a sentence is part of a name
			}
			by = capital(by)
		}
		out = append(out, draft{text: fitArticle(b.replace(w.Span, by), w.Start), changed: w.text, by: by})
	}
	return out
}

// synonym returns a word that means the same, in the same form, "" if there is none
// that can stand wherever the word does. The thesaurus has to have it.
func synonym(w string) string {
	by := synonymPairs[w]
	if by == "" || !slices.Contains(thesaurus.Close(thesaurus.KeyOf(w)), thesaurus.KeyOf(by)) {
		return ""
	}
	return by
}

// voice makes passive of active, and active of passive, where a sentence is no more
// than two names and a regular verb between them.
func (m *mutator) voice(b *base) []draft {
	if len(b.names) != 2 || b.names[0].compound || b.names[1].compound || len(b.quoted) > 0 || !strings.HasSuffix(b.text, ".") {
		return nil
	}
	x, y := b.names[0], b.names[1]
	first, second := b.text[x.Start:x.End], b.text[y.Start:y.End]
	if !isProper(first) || !isProper(second) {
		return nil
	}
	start := b.text[:x.Start]
	if start != "" && start != "The " {
		return nil
	}
	rest := strings.TrimSuffix(b.text[y.End:], ".")
	if rest != "" && !regexp.MustCompile(`^ in (?:\p{L}+ )?\d{4}$`).MatchString(rest) {
		return nil
	}
	between := b.text[x.End:y.Start]
	the := ""
	if t, ok := strings.CutSuffix(between, "the "); ok {
		between, the = t, "the "
	}
	verb := strings.Fields(between)
	starts := strings.ToLower(start)
	switch {
	case len(verb) == 1 && voiceVerbs[verb[0]]:
		text := capital(the) + second + " was " + verb[0] + " by " + starts + first + rest + "."
		return []draft{{text: text, changed: strings.TrimSpace(between), by: "was " + verb[0] + " by"}}
	case len(verb) == 3 && verb[0] == "was" && verb[2] == "by" && voiceVerbs[verb[1]]:
		text := capital(the) + second + " " + verb[1] + " " + starts + first + rest + "."
		return []draft{{text: text, changed: strings.TrimSpace(between), by: verb[1]}}
	}
	return nil
}
