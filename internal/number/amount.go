package number

// An amount is a number with what belongs to it: a scale, a currency, a percent
// sign.
type amount struct {
	value    Value
	kind     Kind
	currency string
	exp      int  // by which power of ten a scale multiplied
	bare     bool // a numeral alone
}

// number reads a number or a range of them.
func (p *parser) number(i int) (Mention, int) {
	a, next := p.amount(i)
	if next == i {
		return Mention{}, i
	}
	m := Mention{Kind: a.kind, Min: a.value, Max: a.value, Currency: a.currency}
	from, dash := p.to(i, next)
	if from == next || p.isHyphen(next) && p.isHyphen(i-1) && p.at(i).gap == joined { // claude-3-5
		return m, next
	}
	b, end := p.amount(from)
	if end == from || b.value.neg || b.bare && !dash && p.isYear(from) {
		return m, next
	}
	if !a.fits(&b, dash || p.is(i-1, "between", "from")) || a.value.Compare(b.value) >= 0 {
		return m, next
	}
	return Mention{Kind: b.kind, Min: a.value, Max: b.value, Currency: b.currency}, end
}

// fits lets the ends of a range share what only one of them has, and reports whether
// they are of one kind then. close says that only a range is written so.
func (a *amount) fits(b *amount, close bool) bool {
	if a.exp == 0 && b.exp > 0 && a.kind != KindShare && a.value.Compare(whole(1000)) < 0 {
		if raw, ok := b.value.shift(-b.exp); ok && a.value.Compare(raw) < 0 {
			if v, ok := a.value.shift(b.exp); ok {
				a.value = v
			}
		}
	}
	switch {
	case a.kind == b.kind:
		return a.currency == b.currency
	case a.kind == KindNumber:
		// 10–20%, 1–3 billion dollars, 2 to 3 times
		if b.kind == KindShare {
			v, ok := a.value.shift(-2)
			a.value = v
			return ok
		}
		return true
	case a.kind == KindMoney && b.kind == KindNumber && (close || b.exp > 0):
		b.kind, b.currency = a.kind, a.currency // $1–3 billion
		return true
	}
	return false
}

// to returns where the second number of a range begins, whose first one is tokens i
// to next; next if there is none. dash tells whether a dash leads to it.
func (p *parser) to(i, next int) (second int, dash bool) {
	a, b := p.at(next), p.at(next+1)
	switch {
	case p.isDash(next) && a.gap == joined && b.gap == joined,
		p.isDash(next) && a.r != '-' && a.gap == spaced && b.gap == spaced:
		return next + 1, true
	case a.gap == spaced && b.gap == spaced && (p.is(next, "to", "through") || p.is(next, "and") && p.is(i-1, "between")):
		return next + 1, false
	}
	return next, false
}

// amount reads one number.
func (p *parser) amount(i int) (amount, int) {
	j, negative := i, false
	switch {
	case p.is(i, "minus") && p.at(i+1).gap == spaced:
		j, negative = i+1, true
	case (p.isSign(i, '-') || p.isSign(i, '−')) && p.at(i+1).gap == joined && p.apart(i):
		j, negative = i+1, true
	}
	a := amount{kind: KindNumber}
	var k int
	a.currency, k = p.currencyBefore(j)
	if a.currency != "" && !negative && p.isSign(k, '-') && p.at(k).gap == joined && p.at(k+1).gap == joined {
		k, negative = k+1, true
	}
	next := p.core(&a, k)
	if next == k {
		return amount{}, i
	}
	if a.kind == KindNumber {
		next = p.unit(&a, next)
	}
	if a.currency != "" {
		a.kind = KindMoney
	}
	if !p.ends(next) || a.bare && p.at(k).kind == word && p.is(k, "one") {
		return amount{}, i
	}
	if a.kind == KindNumber && (p.is(k-1, "of") && p.is(k-2, "factor")) {
		a.kind = KindFactor
	}
	if negative {
		a.value = a.value.negative()
	}
	return a, next
}

// core reads the number itself, up to its scale.
func (p *parser) core(a *amount, i int) (next int) {
	t := p.at(i)
	if v, share, next := p.fraction(i); next > i {
		a.value = v
		if share {
			a.kind = KindShare
			if p.is(next, "a", "an") {
				a.kind = KindNumber // half an hour
			}
		}
		return next
	}
	switch {
	case t.kind == sign && t.r == '.' && p.at(i+1).form == plain && p.at(i+1).gap == joined:
		v, ok := p.at(i + 1).value.shift(p.at(i+1).start - p.at(i+1).end)
		if !ok {
			return i
		}
		a.value, next = v, i+2
		return p.scale(a, next)
	case t.kind == numeral:
		if t.form == dotted || t.form == unread {
			return i
		}
		a.value, next = t.value, i+1
	case t.kind != word:
		return i
	case t.entry.class == article && (p.at(i+1).entry.class == dozen || p.at(i+1).entry.class == decades) && p.at(i+1).gap == spaced:
		a.value = whole(int(p.at(i + 1).entry.arg))
		return i + 2
	case t.entry.class == fold, t.entry.class == often:
		a.value, a.kind = whole(int(t.entry.arg)), KindFactor
		return i + 1
	default:
		n, end := p.spelled(i)
		v, ok := decimal(n, 0)
		if end == i || !ok {
			return i
		}
		a.value, next = v, end
		if n == 0 && p.isHyphen(end) {
			return i // zero-shot
		}
		if a.exp = p.spelledScale(i, end); a.exp != 0 {
			return next
		}
	}
	if s, k := p.outOf(a.value, next); k > next {
		a.value, a.kind = s, KindShare
		return k
	}
	if v, ok := vulgarFraction(p.at(next).r); ok && p.at(next).kind == sign && p.at(next).gap != broken && t.kind == numeral {
		if sum, ok := a.value.plus(v); ok {
			a.value, next = sum, next+1
		}
	} else if v, k := p.andHalf(next); k > next {
		if sum, ok := a.value.plus(v); ok {
			a.value, next = sum, k
		}
	}
	a.bare = next == i+1
	return p.scale(a, next)
}
