package number

// fraction reads a fraction in words or characters. share is false if it is one of
// something that has a value: "half a million".
func (p *parser) fraction(i int) (v Value, share bool, next int) {
	t := p.at(i)
	n, j := uint64(1), i
	switch {
	case t.kind == sign:
		v, ok := vulgarFraction(t.r)
		if !ok {
			return Value{}, false, i
		}
		return p.fractionOf(v, i, i+1)
	case t.kind == numeral:
		return p.slashed(i)
	case t.entry.class == half:
		if p.at(i-1).entry.class == ordinal || p.is(i-1, "latter") || p.isHyphen(i-1) || p.isHyphen(i+1) && p.at(i+1).gap == joined {
			return Value{}, false, i
		}
		return p.fractionOf(quotient(1, 2), i, i+1)
	case t.entry.class == article:
		j = i + 1
	case t.entry.class == cardinal && t.entry.arg > 0:
		n, j = uint64(t.entry.arg), i+1
	default:
		return Value{}, false, i
	}
	hyphen := p.isHyphen(j)
	c, j := p.after(j)
	d := uint64(p.at(j).entry.arg)
	switch {
	case c == half && n == 1:
	case c == fraction && d == 4 && n == 1 && !p.is(j, "quarters"):
		if hyphen && t.entry.class == article || !hyphen && !p.endsShare(j+1) && p.scaleAt(j+1) == 0 {
			return Value{}, false, i // a quarter ago
		}
	case c == fraction && d == 4 && n == 3:
		if p.is(j+1, "in", "ago", "later", "earlier", "running", "straight") {
			return Value{}, false, i
		}
	case c == fraction && d != 4 && n > 1 && n < d:
	case c == ordinal && n == 1 && 3 <= d && d <= 10:
		if t.entry.class == article && hyphen || !hyphen && !p.endsShare(j+1) {
			return Value{}, false, i // a third model
		}
	default:
		return Value{}, false, i
	}
	return p.fractionOf(quotient(n, d), i, j+1)
}

// endsShare reports whether token i may stand behind a share: it is none that says
// what is counted.
func (p *parser) endsShare(i int) bool {
	t := p.at(i)
	if t.kind != word || t.gap == broken {
		return !p.isHyphen(i) || t.gap != joined
	}
	return p.is(i, "of", "less", "more", "fewer", "lower", "higher", "larger", "smaller", "cheaper", "faster", "slower",
		"to", "as", "or", "and", "in", "from", "by", "are", "is", "was", "were", "have", "has", "had", "who", "which",
		"that", "compared", "between", "since", "while", "but", "on", "when")
}

// scaleAt returns the number that the word at i is, 0 if it is none that another is
// multiplied by.
func (p *parser) scaleAt(i int) uint64 {
	e := p.at(i).entry
	switch e.class {
	case hundred, dozen, decades:
		return uint64(e.arg)
	case scale:
		return pow10(int(e.arg))
	}
	return 0
}

// fractionOf goes on with "of a million", "a million" or "million" from j.
func (p *parser) fractionOf(v Value, i, j int) (w Value, share bool, next int) {
	k := j
	if p.follows(k, "of") {
		k++
	}
	named := p.at(k).entry.class == article && p.at(k).gap == spaced
	if named {
		k++
	}
	c, k := p.after(k)
	if n := p.scaleAt(k); n > 0 && (named || k == j || p.isHyphen(j)) && c != noClass {
		if w, ok := v.times(n); ok {
			return w, false, k + 1
		}
	}
	return v, true, j
}

// slashed reads "3/4 of".
func (p *parser) slashed(i int) (v Value, share bool, next int) {
	n, slash, d := p.at(i), p.at(i+1), p.at(i+2)
	if n.form != plain || slash.r != '/' || slash.gap != joined || d.gap != joined || d.form != plain || !p.follows(i+3, "of") {
		return Value{}, false, i
	}
	a, b := p.small(i), p.small(i+2)
	if a < 1 || b <= a || b > 10 {
		return Value{}, false, i
	}
	return quotient(uint64(a), uint64(b)), true, i + 3
}

// small returns the whole number that numeral i is, if it has at most four digits,
// and else -1.
func (p *parser) small(i int) int {
	t := p.at(i)
	if t.kind != numeral || t.form != plain && t.form != unread || t.end-t.start > 4 {
		return -1
	}
	n := 0
	for _, c := range []byte(p.s[t.start:t.end]) {
		n = n*10 + int(c-'0')
	}
	return n
}

// outOf goes on with "in ten" or "out of 10" behind the number n, from i.
func (p *parser) outOf(n Value, i int) (share Value, next int) {
	j := i
	switch {
	case p.follows(i, "in") && p.at(i).gap == spaced:
		j++
	case p.follows(i, "out") && p.follows(i+1, "of"):
		j += 2
	default:
		return Value{}, i
	}
	if p.at(j).gap != spaced {
		return Value{}, i
	}
	d := p.small(j)
	next = j + 1
	if d < 0 {
		words, end := p.spelled(j)
		d, next = int(min(words, 1e4)), end
	}
	switch d {
	case 2, 3, 4, 5, 6, 7, 8, 9, 10, 12, 20, 50, 100, 1000:
	default:
		return Value{}, i
	}
	if n.under != 0 || n.exp < 0 || n.Compare(whole(d)) >= 0 || !p.ends(next) || p.isTime(next) {
		return Value{}, i
	}
	top := n.digits * pow10(int(n.exp))
	return quotient(top, uint64(d)), next
}

// isTime reports whether token i is a unit of time: "one in three days" is no share.
func (p *parser) isTime(i int) bool {
	if p.isHyphen(i) {
		i++
	}
	return p.is(i, "seconds", "minutes", "hours", "days", "weeks", "months", "quarters", "years", "decades",
		"second", "minute", "hour", "day", "week", "month", "year", "million", "billion", "percent")
}
