package number

// spelledScale returns the power of ten that the number words from i to next end
// with, 0 if they have no scale and -1 if the number is not a multiple of one.
func (p *parser) spelledScale(i, next int) int {
	exp := 0
	for ; i < next; i++ {
		if e := p.at(i).entry; e.class == scale {
			if exp != 0 || i != next-1 {
				return -1
			}
			exp = int(e.arg)
		}
	}
	return exp
}

// scale multiplies a by what follows: "M", "billion", "hundred thousand", "dozen",
// "× 10^25".
func (p *parser) scale(a *amount, i int) (next int) {
	multiply := func(n uint64, exp int) bool {
		v, ok := a.value.times(n)
		if ok {
			v, ok = v.shift(exp)
		}
		if ok {
			a.value, a.bare = v, false
			a.exp += exp
		}
		return ok
	}
	t := p.at(i)
	if t.gap == joined && t.kind == word {
		exp := p.suffix(a, i)
		if exp == 0 || !multiply(1, exp) {
			return i
		}
		return i + 1
	}
	if k, exp := p.timesTen(i); exp != (Value{}) {
		if v, ok := a.value.times(exp.digits); ok {
			if v, ok = v.shift(int(exp.exp)); ok {
				a.value, a.bare, a.exp = v, false, int(exp.exp)
				return k
			}
		}
	}
	next = i
	for range 2 {
		c, k := p.after(next)
		e := p.at(k).entry
		switch {
		case c == hundred && a.exp == 0:
			if !multiply(1, 2) {
				return next
			}
		case c == scale:
			if !multiply(1, int(e.arg)) {
				return next
			}
			return k + 1
		case c == shortScale && (k-next == 0 && len(p.text(k)) > 1 && !p.is(k, "mm") || a.currency != "" && p.upper(k)):
			if !multiply(1, int(e.arg)) {
				return next
			}
			return k + 1
		case (c == dozen || c == decades) && k == next && a.exp == 0:
			if !multiply(uint64(e.arg), 0) {
				return next
			}
			return k + 1
		default:
			return next
		}
		next = k + 1
	}
	return next
}

// suffix returns the power of ten that the letters joined to a numeral stand for, 0
// for none.
func (p *parser) suffix(a *amount, i int) int {
	e := p.at(i).entry
	text := p.text(i)
	switch {
	case e.class == scale:
	case e.class != shortScale:
		return 0
	case text == "b" || text == "t" || text == "mm" || text == "MM":
		if a.currency == "" {
			return 0
		}
	case text == "m" && a.currency == "" && p.follows(i+1, "race", "sprint", "dash", "freestyle", "hurdles", "relay",
		"tall", "long", "wide", "deep", "high", "away", "above", "below", "apart", "from"):
		return 0
	}
	return int(e.arg)
}

// timesTen reads a power of ten and the sign of multiplication before it.
func (p *parser) timesTen(i int) (next int, v Value) {
	t := p.at(i)
	if (t.kind == sign && (t.r == '×' || t.r == '*' || t.r == '·') || p.is(i, "x")) && t.gap != broken {
		if n := p.at(i + 1); n.kind == numeral && n.form == power && n.gap != broken {
			return i + 2, n.value
		}
	}
	return i, Value{}
}
