package main

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/fact"
)

// partlyNoFootnote stands behind the marks of a fact of which only a part has
// footnotes.
const partlyNoFootnote = "[in part no footnote]"

// printFact prints a fact's statement with its marks, and below it the passages
// without a footnote that it rests on, its ID and what of it the statement doesn't
// say. The statement stands behind a label, all else behind an indent.
func (a *app) printFact(label, indent styled, f fact.Fact, about styled) {
	notes, bare := f.Footnotes(), a.unvouched(f)
	text := styled(oneLine(f.Statement())) + a.marks(notes)
	if len(notes) > 0 && len(bare) > 0 {
		text += glued(a.out.strong(partlyNoFootnote))
	}
	a.out.hang(label, indent, text)
	for _, id := range bare {
		a.out.wrap(indent+"  ", a.out.strong(string(id)))
	}
	a.out.wrap(indent+"  ", about)
}

// unvouched returns the passages from which a fact takes words that no footnote
// vouches for.
func (a *app) unvouched(f fact.Fact) []cite.PassageID {
	var out []cite.PassageID
	seen := map[cite.PassageID]bool{}
	for _, e := range f.Evidence() {
		p, ok := a.corpus.Passage(e.Passage)
		if !ok || seen[e.Passage] {
			continue
		}
		if _, all := a.marked(p, e.Span); !all {
			seen[e.Passage] = true
			out = append(out, e.Passage)
		}
	}
	return out
}

// aboutFact returns the ID of a fact, on what it rests, who says it, and what else
// goes with it.
func (a *app) aboutFact(f fact.Fact, more ...string) styled {
	text := a.out.faint(a.factID(f))
	var parts []string
	if s := f.Status(); s != 0 {
		parts = append(parts, s.String())
	}
	if by := f.AttributedTo(); len(by) > 0 {
		parts = append(parts, "according to "+listed(by))
	}
	for _, part := range append(parts, more...) {
		text += glued(a.out.faint("·")) + " " + a.out.faint(oneLine(part))
	}
	return text
}

// beyond returns those values of a fact, in words, that its statement doesn't say
// in the same words.
func beyond(f fact.Fact) []string {
	var out []string
	said := strings.ToLower(f.Statement())
	for _, v := range f.Values() {
		if words := v.String(); !says(said, strings.ToLower(words)) {
			out = append(out, words)
		}
	}
	return out
}

// says reports whether a text has some words, and not as parts of longer ones: "14
// guests" doesn't say "4 guests".
func says(text, words string) bool {
	for from := 0; ; {
		i := strings.Index(text[from:], words)
		if i < 0 || words == "" {
			return false
		}
		start, end := from+i, from+i+len(words)
		before, _ := utf8.DecodeLastRuneInString(text[:start])
		after, _ := utf8.DecodeRuneInString(text[end:])
		if !isWordRune(before) && !isWordRune(after) {
			return true
		}
		from = start + 1
	}
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// otherwise returns where the article says something else as well, as the last
// part of what aboutFact tells.
func (a *app) otherwise(f fact.Fact) []string {
	var ids []string
	for t := range f.Tensions() {
		ids = append(ids, a.factID(t.Fact))
	}
	if len(ids) == 0 {
		return nil
	}
	return []string{"but see " + listed(ids)}
}

// factID returns the ID by which show finds a fact among those in scope.
func (a *app) factID(f fact.Fact) string { return oneLine(a.corpus.FactID(f)) }

// printQuote prints a quotation with its marks, and where a part of it has no
// footnote, its passage.
func (a *app) printQuote(indent styled, c cite.Citation) {
	p, _ := a.corpus.Passage(c.Passage)
	text, all := a.marked(p, c.Span)
	a.out.wrap(indent, text)
	if !all {
		a.out.wrap(indent, a.out.strong(string(c.Passage)))
	}
}

// glued returns a mark as it stands behind text, on its last line.
func glued(mark styled) styled { return glue + styled(strings.ReplaceAll(string(mark), " ", glue)) }

// listed joins names as text does: a, b and c.
func listed(names []string) string {
	if len(names) < 2 {
		return strings.Join(names, "")
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
