package number

// A period is a date, or an interval of two.
type period struct{ from, to Date }

func at(d Date) period { return period{d, d} }

// date reads a date or an interval of dates.
func (p *parser) date(i int) (Mention, int) {
	d, next := p.single(i)
	if next == i {
		return Mention{}, i
	}
	m := Mention{Kind: KindDate, From: d.from, To: d.to}
	if d.from == d.to {
		m.From, m.To, next = p.until(d.from, i, next)
	}
	return m, next
}

// single reads a date that has no other end, or one of those that share a month or a
// year: "July 23–25, 2024".
func (p *parser) single(i int) (d period, next int) {
	t := p.at(i)
	switch t.kind {
	case numeral:
		return p.numeralDate(i)
	case word:
		switch t.entry.class {
		case month:
			return p.monthDate(i)
		case part:
			return p.partOf(i)
		case season:
			if y, next := p.ofYear(i + 1); y > 0 {
				return at(Date{Year: int16(y), Month: t.entry.arg}), next
			}
		case ordinal, tens, cardinal:
			if d, next := p.wordYear(i); next > i {
				return at(d), next
			}
			return p.ordinalPeriod(i)
		}
		return p.prefixed(i)
	}
	return period{}, i
}

// until goes on with the other end of an interval that begins with from, tokens i to
// next.
func (p *parser) until(from Date, i, next int) (a, b Date, end int) {
	second, dash := p.to(i, next)
	if p.isDash(next) && second == next && p.at(next).gap == spaced && p.at(next+1).gap == spaced {
		second, dash = next+1, true // 2023 - 2025
	}
	if !dash && p.at(next).gap == spaced && p.is(next, "until", "till") {
		second = next + 1
	}
	if second == next {
		return from, from, next
	}
	if from.Year != 0 {
		the := second
		if p.follows(the, "the") {
			the++
		}
		if p.follows(the, "present") || the == second && p.follows(the, "now", "today") {
			return from, Date{}, the + 1
		}
	}
	if y := p.small(second); dash && from == (Date{Year: from.Year}) && p.at(second).end-p.at(second).start == 2 &&
		y > int(from.Year)%100 && p.ends(second+1) && p.at(second).gap == joined && !p.isQuantity(second) {
		return from, Date{Year: from.Year - from.Year%100 + int16(y)}, second + 1 // 2023–25
	}
	to, end := p.single(second)
	if end == second || to.from != to.to {
		return from, from, next
	}
	start := from
	if start.Year == 0 {
		start.Year = to.from.Year // July 23 to August 5, 2024
	}
	if !start.before(to.from) || start.Years != to.from.Years {
		return from, from, next
	}
	return start, to.from, end
}

// year returns the year that numeral i is where a month or a quarter leaves no doubt
// that it is one, else 0.
func (p *parser) year(i int) int {
	t := p.at(i)
	y := p.small(i)
	if t.form != plain || t.end-t.start != 4 || y < 1000 || y > 2199 || t.gap == broken {
		return 0
	}
	if after := p.at(i + 1); after.gap == joined && (after.kind == word || !p.ends(i+1)) {
		return 0
	}
	return y
}

// ofYear reads a year with "of" or a comma before it, or without: "of 2024", "'24".
func (p *parser) ofYear(i int) (year, next int) {
	j := i
	switch {
	case p.isSign(i, '\'') || p.isSign(i, '’'):
		if n := p.small(i + 1); n >= 0 && p.at(i).gap != broken && p.at(i+1).end-p.at(i+1).start == 2 && p.at(i+1).gap == joined && p.ends(i+2) {
			return 2000 + n, i + 2
		}
		return 0, i
	case p.follows(i, "of"):
		j++
		if p.follows(j, "the") {
			j++
		}
		if p.follows(j, "fiscal") {
			j++
		}
		if p.follows(j, "year") {
			j++
		}
	case p.isSign(i, ',') && p.at(i+1).gap == spaced, p.isHyphen(i) && p.at(i+1).gap == joined, p.follows(i, "fiscal"):
		j++
	}
	if y := p.year(j); y > 0 {
		return y, j + 1
	}
	return 0, i
}
