package number

// A parser sees a part of the text at a time, so that it needs little memory, and
// none of the heap.
const (
	room   = 192 // tokens at a time
	before = 16  // of them at least before the one that it looks at
	behind = 96  // and behind it, more than a range of two numbers in words has
)

// Append appends the mentions in s to dst, in order. They don't overlap.
func Append(dst []Mention, s string) []Mention {
	var tokens [room]token
	l := lexer{s: s, gap: broken}
	p := parser{s: s, tokens: tokens[:0]}
	for i := 0; ; {
		if len(p.tokens)-i < behind && l.at < len(s) {
			drop := max(0, i-before)
			p.tokens = l.fill(p.tokens[:copy(p.tokens, p.tokens[drop:])])
			i -= drop
			if !l.found {
				i = max(i, len(p.tokens)-behind+1)
				continue
			}
		}
		if i >= len(p.tokens) || !l.found {
			return dst
		}
		m, next := p.mention(i)
		if next == i {
			i++
			continue
		}
		m.Start, m.End = p.tokens[i].start, p.tokens[next-1].end
		if m.Kind == KindLabel {
			// Set here, and not from p.s: a mention that leaves with a part of p
			// would take the tokens to the heap.
			m.Label = s[p.tokens[next-1].start:m.End]
			p.labelled = m.End
		}
		dst = append(dst, m)
		i = next
	}
}

// mention reads the mention that begins with token i.
func (p *parser) mention(i int) (Mention, int) {
	t := p.at(i)
	switch {
	case t.kind == opaque, t.kind == sign && !p.opens(i):
		return Mention{}, i
	case t.kind == word && t.entry.class == noClass && !p.isPrefix(i):
		return Mention{}, i
	case t.kind == numeral && (p.glued(i) || p.isHeading(i)):
		return Mention{}, i
	}
	if t.kind != sign {
		if m, next := p.date(i); next > i {
			p.qualifyDate(&m, i)
			return m, next
		}
	}
	if m, next := p.label(i); next > i {
		return m, next
	}
	if m, next := p.ordinal(i); next > i {
		return m, next
	}
	m, next := p.number(i)
	if next > i {
		p.qualify(&m, i, next)
	}
	return m, next
}
