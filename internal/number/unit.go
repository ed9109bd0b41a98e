package number

// unit reads a percent sign, a currency or a sign of multiplication behind a number.
func (p *parser) unit(a *amount, i int) (next int) {
	t := p.at(i)
	if a.currency != "" {
		return i
	}
	percent := func(next int) int {
		v, ok := a.value.shift(-2)
		if !ok {
			return i
		}
		a.value, a.kind, a.bare = v, KindShare, false
		return next
	}
	money := func(code string, next int) int {
		a.currency, a.bare = code, false
		return next
	}
	factor := func(next int) int {
		a.kind, a.bare = KindFactor, false
		return next
	}
	if t.kind == sign && !p.isHyphen(i) {
		switch {
		case (t.r == '%' || t.r == '％') && t.gap != broken:
			return percent(i + 1)
		case currencySign(t.r) != "" && (t.gap == joined || t.r != '$') && p.at(i+1).kind != numeral:
			return money(currencySign(t.r), i+1)
		case t.r == '×' && t.gap == joined && p.at(i+1).kind != numeral:
			return factor(i + 1)
		}
		return i
	}
	k := i
	if p.isHyphen(i) && t.gap == joined && p.at(i+1).gap == joined {
		k = i + 1
	}
	w := p.at(k)
	if w.kind != word || w.gap == broken {
		return i
	}
	switch {
	case p.is(k, "percent", "pct"):
		return percent(k + 1)
	case p.is(k, "per") && p.follows(k+1, "cent"):
		return percent(k + 2)
	case p.is(k, "x") && w.gap == joined && k == i && !(p.at(k+1).gap == joined && p.at(k+1).kind == numeral):
		return factor(k + 1)
	case p.is(k, "times") && !p.upper(k) && k == i, p.is(k, "fold"):
		return factor(k + 1)
	case w.entry.class == coins && p.isMoney(a, k):
		if p.follows(k+1, "sterling") {
			k++
		}
		return money(currencies[w.entry.arg].upper, k+1)
	case p.codeAt(k) != "":
		return money(p.codeAt(k), k+1)
	}
	if c, next := p.nationalDollars(k); c != "" {
		return money(c, next)
	}
	return i
}
