package grounding

import (
	"context"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/internal/answer"
)

// A Stream checks an answer that is still being written, sentence by sentence. It is
// not safe for concurrent use.
//
// A claim is checked once it can't change any more: when the next sentence has begun,
// since a mark may follow it until then, and nothing is open that it may be a part of,
// such as a table's row, brackets, or a fence of code. What a claim says of those
// before it is known then; what a heading inherits from the text under it is not.
// [Stream.Close] returns the report of the whole, which is that of [Checker.Check]:
// where a claim that was handed out differs there, the report counts.
type Stream struct {
	checker *Checker
	answer  Answer
	text    strings.Builder
	told    int   // bytes of the text whose claims were handed out
	look    int   // bytes of text from which on it is worth looking again
	cuts    []int // where reading may begin, behind streamContext
}

// Stream begins a check. The answer's Text is what has been written so far, "" as a
// rule.
func (c *Checker) Stream(a Answer) *Stream {
	s := &Stream{checker: c, answer: a, cuts: []int{0}}
	s.text.WriteString(a.Text)
	return s
}

// What was said before a sentence is needed for what "it" means: so many bytes are read
// again with it, and so many statements checked.
const (
	streamContext = 2000
	streamBefore  = 8
)

// Write adds text and returns the claims that are settled by it, in order. After an
// error the next Write returns them.
func (s *Stream) Write(ctx context.Context, text string) ([]Claim, error) {
	s.text.WriteString(text)
	all := s.text.String()
	if len(all) < s.look || !strings.ContainsAny(text, " \n") {
		return nil, nil
	}
	for len(s.cuts) > 1 && s.cuts[1] <= s.told-streamContext {
		s.cuts = s.cuts[1:]
	}
	from := s.cuts[0]
	statements := answer.Read(steady(all[from:]))
	n := s.settled(statements, all[from:])
	first := 0
	for first < n && statements[first].Start+from < s.told {
		first++
	}
	if first == n {
		// A sentence that is long is looked at the more rarely: else one of n bytes
		// would be read n times.
		s.look = len(all) + (len(all)-s.told)/8
		return nil, nil
	}
	claims, err := s.claims(ctx, all, from, first, n)
	if err != nil {
		return nil, err
	}
	for i := first; i < n; i++ {
		s.cut(statements, i, all, from)
	}
	s.told = statements[n-1].End + from
	return claims, nil
}

// claims checks the statements first to n of the text from an offset on.
func (s *Stream) claims(ctx context.Context, all string, from, first, n int) ([]Claim, error) {
	a := s.answer
	a.Text = steady(all[from:])
	a.Citations = nil
	for _, c := range s.answer.Citations {
		if c.Span.Start >= from {
			c.Span = c.Span.Shift(-from)
			a.Citations = append(a.Citations, c)
		}
	}
	k, err := s.checker.newCheck(ctx, a)
	if err != nil {
		return nil, err
	}
	k.claims = make([]Claim, max(0, first-streamBefore))
	for i := len(k.claims); i < n; i++ {
		if i == first {
			k.open = nil // those before were asked about
		}
		if err := k.statement(i); err != nil {
			return nil, err
		}
	}
	k.judgeOpen()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	out := k.claims[first:]
	for i := range out {
		out[i].shift(from)
	}
	return out, nil
}

// cut notes a place where reading may begin later: the line that begins a block, and
// now and then a sentence of a long paragraph.
func (s *Stream) cut(statements []answer.Statement, i int, all string, from int) {
	st := &statements[i]
	at := st.Start + from
	switch {
	case st.Kind == answer.Cell || st.Kind == answer.Code:
		return
	case i == 0 || statements[i-1].Block != st.Block:
		at = strings.LastIndexByte(all[:at], '\n') + 1
	case st.Kind != answer.Prose || statements[i-1].Sentence == st.Sentence || at < s.cuts[len(s.cuts)-1]+streamContext:
		return
	}
	if at > s.cuts[len(s.cuts)-1] {
		s.cuts = append(s.cuts, at)
	}
}

// begun reports whether a statement has words enough to be a sentence of its own: a
// mark has none, an abbreviation's end is known by the next.
func begun(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if strings.ContainsFunc(w, unicode.IsLetter) {
			n++
		}
	}
	return n >= 3
}

// settled returns how many statements of a text will not be read otherwise whatever
// follows.
func (s *Stream) settled(list []answer.Statement, text string) int {
	n := len(list) - 1
	for n > 0 && !begun(list[n].Text) {
		n--
	}
	if n <= 0 {
		return 0
	}
	last := len(list) - 1
	open := opened(text)
	for n > 0 {
		st := &list[n-1]
		switch {
		case st.End > open.bracket,
			st.Block == list[last].Block && st.End > open.quote,
			st.Block == list[last].Block && st.Kind == answer.Prose && s.checker.options.MarkScope == Paragraph,
			st.SameRow(&list[last]):
		default:
			return n
		}
		n--
	}
	return 0
}

// shift moves the spans of a claim by n bytes.
func (c *Claim) shift(n int) {
	c.Span = c.Span.Shift(n)
	for i := range c.Parts {
		c.Parts[i].Span = c.Parts[i].Span.Shift(n)
	}
	for i := range c.Markers {
		c.Markers[i].Span = c.Markers[i].Span.Shift(n)
	}
	for i := range c.Quotes {
		c.Quotes[i].Span = c.Quotes[i].Span.Shift(n)
	}
	for i := range c.Problems {
		c.Problems[i].Span = c.Problems[i].Span.Shift(n)
	}
}

// Close returns the claims that were not handed out yet, and the report of the whole
// answer.
func (s *Stream) Close(ctx context.Context) ([]Claim, Report, error) {
	a := s.answer
	a.Text = s.text.String()
	r, err := s.checker.Check(ctx, a)
	if err != nil {
		return nil, Report{}, err
	}
	var rest []Claim
	for _, c := range r.Claims {
		if c.Start >= s.told {
			rest = append(rest, c)
		}
	}
	return rest, r, nil
}
