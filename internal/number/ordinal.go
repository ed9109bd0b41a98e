package number

// ordinal reads "third", "twenty-third" and "23rd". A word with a hyphen behind it
// ("third-party") gives nothing, nor does "second" where it is one of a minute.
func (p *parser) ordinal(i int) (Mention, int) {
	n, next := p.ordinalAt(i)
	if next == i || p.isHyphen(next) && p.at(next).gap == joined || p.is(i, "third") && p.follows(next, "party", "parties") {
		return Mention{}, i
	}
	if p.is(i, "second") && (p.is(i-1, "per", "a", "every", "each", "split") || p.at(i-1).kind == numeral || p.isSign(i-1, '/')) {
		return Mention{}, i
	}
	v := whole(n)
	return Mention{Kind: KindOrdinal, Min: v, Max: v}, next
}

// ordinalAt reads an ordinal.
func (p *parser) ordinalAt(i int) (n, next int) {
	t := p.at(i)
	switch {
	case t.kind == numeral:
		if n = p.small(i); n > 0 && p.isOrdinalEnding(i+1) {
			return n, i + 2
		}
	case t.entry.class == ordinal:
		return int(t.entry.arg), i + 1
	case t.entry.class == tens:
		if c, k := p.after(i + 1); c == ordinal && p.at(k).entry.arg < 10 {
			return int(t.entry.arg + p.at(k).entry.arg), k + 1
		}
	}
	return 0, i
}

// isOrdinalEnding reports whether token i makes an ordinal of the numeral before it.
func (p *parser) isOrdinalEnding(i int) bool {
	return p.at(i).gap == joined && p.is(i, "st", "nd", "rd", "th")
}
