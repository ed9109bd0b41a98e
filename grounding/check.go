package grounding

import (
	"context"
	"fmt"
	"slices"
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/answer"
	"github.com/footnote-go/footnote/internal/entail"
)

// A check is an answer on its way through the checker.
type check struct {
	*base
	ctx        context.Context
	checker    *Checker
	answer     Answer
	statements []answer.Statement
	markers    [][]Marker // of each statement
	inherited  []bool     // the markers are another statement's
	analyzer   *entail.Analyzer
	shown      scope // what the model was shown; nil if that isn't known
	claims     []Claim
	open       []question // for the judge
	before     []*entail.Sentence
	near       scope // what the statement before rests on
	refused    []int // statements that refuse
}

func (c *Checker) newCheck(ctx context.Context, a Answer) (*check, error) {
	k := &check{base: c.base, ctx: ctx, checker: c, answer: a, analyzer: c.base.analyzer()}
	if a.Context != nil {
		k.shown = scope{}
		for _, id := range a.Context {
			s, ok := k.passages[id]
			if !ok {
				return nil, &UnknownPassageError{a.ID, id}
			}
			for g := range s {
				k.shown[g] = true
			}
		}
	}
	k.statements = answer.Read(a.Text)
	k.markers = make([][]Marker, len(k.statements))
	k.inherited = make([]bool, len(k.statements))
	for i := range k.statements {
		k.markers[i] = k.base.markers(k.statements[i].Marks)
	}
	k.attribute()
	k.inherit()
	return k, nil
}

// An UnknownPassageError tells of a passage that was said to be shown to the model and
// that the corpus doesn't have.
type UnknownPassageError struct {
	Answer  string // the answer's ID
	Passage cite.PassageID
}

func (e *UnknownPassageError) Error() string {
	return fmt.Sprintf("context: there is no passage %q", e.Passage)
}

// attribute gives statements the citations that came beside the answer.
func (k *check) attribute() {
	for _, a := range k.answer.Citations {
		m := Marker{Span: a.Span, Article: a.Citation.Article, Passage: a.Citation.Passage, Status: MarkerUnknown}
		switch r := k.corpus.Resolve(a.Citation); r.Status {
		case corpus.Same, corpus.Moved:
			m.Passage, m.Status, m.scope = r.Citation.Passage, MarkerResolved, scope{}
			for g := range k.passages[r.Citation.Passage] {
				if k.places[g].sentence.Span().Overlaps(r.Citation.Span) {
					m.scope[g] = true
				}
			}
		}
		for _, i := range k.covered(a.Span) {
			k.markers[i] = append(k.markers[i], m)
		}
	}
}

// covered returns the statements that a span is of; a place is of the statement before
// it, or around it.
func (k *check) covered(s cite.Span) []int {
	if s.IsEmpty() {
		i := sort.Search(len(k.statements), func(i int) bool { return k.statements[i].Start > s.Start })
		if i == 0 || s.Start > len(k.answer.Text) {
			return nil
		}
		return []int{i - 1}
	}
	var out []int
	first := sort.Search(len(k.statements), func(i int) bool { return k.statements[i].End > s.Start })
	for i := first; i < len(k.statements) && k.statements[i].Start < s.End; i++ {
		out = append(out, i)
	}
	return out
}

// inherit gives markers of other statements to those that cite through them: a heading
// through what stands under it, a cell through its row, and with [Paragraph] a
// sentence through the next of its paragraph that has any.
func (k *check) inherit() {
	own := slices.Clone(k.markers)
	var below, next []Marker // what a heading, and a sentence of a paragraph, inherits here
	for i := len(k.statements) - 1; i >= 0; i-- {
		s := &k.statements[i]
		if i+1 == len(k.statements) || k.statements[i+1].Block != s.Block {
			next = nil
		}
		var from []Marker
		switch {
		case s.Kind == answer.Heading:
			from = below
		case s.Kind == answer.Cell:
			from = k.row(own, i)
		case k.checker.options.MarkScope == Paragraph && s.Kind == answer.Prose:
			from = next
		}
		if len(own[i]) > 0 {
			next = own[i]
			below = distinctMarkers(append(slices.Clone(own[i]), below...))
		} else if from = distinctMarkers(from); len(from) > 0 {
			k.markers[i], k.inherited[i] = from, true
		}
		if s.Kind == answer.Heading {
			below = nil
		}
	}
}

// row returns the markers of the row that the cell at i stands in.
func (k *check) row(own [][]Marker, i int) []Marker {
	var out []Marker
	s := &k.statements[i]
	first := i
	for first > 0 && i-first < maxInherited && k.statements[first-1].SameRow(s) {
		first--
	}
	for j := first; j < len(k.statements) && j-first < 2*maxInherited && k.statements[j].SameRow(s); j++ {
		out = append(out, own[j]...)
	}
	return out
}

// maxInherited is how many markers a statement inherits at most.
const maxInherited = 64

func distinctMarkers(list []Marker) []Marker {
	var out []Marker
	for _, m := range list {
		if m.Status != MarkerResolved || len(out) == maxInherited || slices.ContainsFunc(out, func(o Marker) bool {
			return o.Article == m.Article && o.Label == m.Label && o.Passage == m.Passage
		}) {
			continue
		}
		out = append(out, m)
	}
	return out
}

// statement checks one statement.
func (k *check) statement(i int) error {
	if err := k.ctx.Err(); err != nil {
		return err
	}
	st := &k.statements[i]
	c := Claim{Text: st.Text, Span: cite.Span{Start: st.Start, End: st.End}, Markers: k.markers[i], kind: kindOf(st)}
	if len(st.Text) > maxStatement {
		c.Verdict, c.Content, c.Decided = Undecided, Undecided, ByScore
		c.Citation = k.citationOf(&c, nil)
		c.Verdict = verdictOf(c.Content, c.Citation)
		c.problem(TooLong, fmt.Sprintf("a sentence of %d bytes; at most %d are checked", len(st.Text), maxStatement), c.Span)
		k.claims = append(k.claims, c)
		return nil
	}
	s := k.analyzer.Analyze(stated(st.Text))
	if none := k.noClaim(st, s); none != "" {
		c.Verdict, c.Rule = NoClaim, none
		if none == string(NotText) {
			c.problem(NotText, "code is not checked", c.Span)
		}
		if none == ruleRefusal {
			k.refused = append(k.refused, i)
		}
		k.markerProblems(&c)
		k.claims = append(k.claims, c)
		return nil
	}
	k.markerProblems(&c)
	k.characters(&c, st)
	c.Quotes = k.quotes(st.Quotes)
	q := k.evidence.Query(s, k.subject())
	if err := k.limit(q, st, &c); err != nil {
		return err
	}
	if k.near != nil {
		q.Near(func(g int) bool { return k.near[g] })
	}
	for j := range c.Quotes {
		if c.Quotes[j].Class.ok() {
			if at := strings.Index(st.Text, c.Quotes[j].Text); at >= 0 {
				q.Quoted(at, at+len(c.Quotes[j].Text), func(g int) bool { return c.Quotes[j].groups[g] })
			}
		}
	}
	k.decide(&c, st, s, q)
	k.before = append(k.before, s)
	k.claims = append(k.claims, c)
	return nil
}

// found is how many passages a Finder is asked for.
const found = 20

// limit limits a query to what the Finder finds, what is cited and what was shown.
func (k *check) limit(q *entail.Query, st *answer.Statement, c *Claim) error {
	f := k.checker.options.Finder
	if f == nil {
		return nil
	}
	ids, err := f.Find(k.ctx, st.Text, found)
	if err != nil {
		return fmt.Errorf("finding passages for %q: %w", c.Text, err)
	}
	in := scopeOf(c.Markers)
	for g := range k.shown {
		in[g] = true
	}
	for _, id := range ids {
		for g := range k.passages[id] {
			in[g] = true
		}
	}
	q.Limit(func(g int) bool { return in[g] })
	return nil
}

// maxStatement is the longest statement that is compared, in bytes.
const maxStatement = 4000

// subject returns what was said before: the last statement that has a name.
func (k *check) subject() *entail.Sentence {
	for i := len(k.before) - 1; i >= 0 && i >= len(k.before)-4; i-- {
		if k.before[i].HasName() {
			return k.before[i]
		}
	}
	if k.answer.Question != "" {
		if q := k.analyzer.Analyze(k.answer.Question); q.HasName() {
			return q
		}
	}
	return nil
}

func (c *Claim) problem(code Code, message string, span cite.Span) {
	c.Problems = append(c.Problems, Problem{code, message, span})
}

// markerProblems tells what is wrong with a claim's markers.
func (k *check) markerProblems(c *Claim) {
	for i := range c.Markers {
		if p, ok := c.Markers[i].problem(k.base); ok {
			c.Problems = append(c.Problems, p)
		}
	}
}

// characters tells of characters that are not what they seem.
func (k *check) characters(c *Claim, st *answer.Statement) {
	raw := k.answer.Text[st.Start:st.End]
	for at, r := range raw {
		if answer.Invisible(r) && r != '\ufe0f' && r != '\u200d' {
			c.problem(HiddenCharacters, fmt.Sprintf("an invisible character, U+%04X", r), cite.Span{Start: st.Start + at, End: st.Start + at + len(string(r))})
			break
		}
	}
	for _, w := range strings.FieldsFunc(st.Text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if mixed(w) {
			at := strings.Index(st.Text, w)
			from, to := st.Source(at, at+len(w))
			c.problem(MixedScripts, fmt.Sprintf("%q mixes letters or digits of two scripts", w), cite.Span{Start: from, End: to})
			break
		}
	}
}

// mixed reports whether a word has Latin letters and Cyrillic or Greek ones, or digits
// that look like others and that no rule reads.
func mixed(w string) bool {
	latin, other := 0, 0
	for _, r := range w {
		switch {
		case r >= utf8.RuneSelf && unicode.IsDigit(r):
			return true
		case unicode.Is(unicode.Latin, r):
			latin++
		case unicode.In(r, unicode.Cyrillic, unicode.Greek, unicode.Armenian, unicode.Cherokee):
			other++
		}
	}
	return latin > 0 && other > 0
}
