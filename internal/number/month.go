package number

// monthDate reads a date that begins with the name of a month.
func (p *parser) monthDate(i int) (d period, next int) {
	m, j := p.month(i)
	if m == 0 {
		return period{}, i
	}
	// July 23, 2024
	k := j
	if p.follows(k, "the") {
		k++
	}
	if day, after := p.day(k); day > 0 && isDay(0, int(m), day) && p.at(k).gap == spaced {
		from := Date{Month: m, Day: uint8(day)}
		to := from
		if second, dash := p.to(i, after); dash {
			if last, end := p.day(second); last > day && isDay(0, int(m), last) {
				to.Day, after = uint8(last), end
			}
		}
		y, next := p.ofYear(after)
		if y == 0 || !isDay(y, int(m), day) || !isDay(y, int(m), int(to.Day)) {
			y, next = 0, after
		}
		if y == 0 && !p.upper(i) {
			return period{}, i
		}
		from.Year, to.Year = int16(y), int16(y)
		return period{from, to}, next
	}
	// July 2024
	if y, next := p.ofYear(j); y > 0 {
		return at(Date{Year: int16(y), Month: m}), next
	}
	// July–September 2024
	if second, _ := p.to(i, j); second > j {
		if last, after := p.month(second); last > m {
			if y, next := p.ofYear(after); y > 0 {
				return period{Date{Year: int16(y), Month: m}, Date{Year: int16(y), Month: last}}, next
			}
		}
	}
	return period{}, i
}

// month reads the name of a month, perhaps abbreviated. Those that are also other
// words need a capital, or before them a word that goes with dates.
func (p *parser) month(i int) (m uint8, next int) {
	t := p.at(i)
	if t.kind != word || t.entry.class != month {
		return 0, i
	}
	if !p.upper(i) && p.is(i, "may", "march", "mar") && !p.dated(i) {
		return 0, i
	}
	next = i + 1
	if p.isSign(next, '.') && p.at(next).gap == joined && t.end-t.start <= 4 && p.at(next+1).gap != broken {
		next++
	}
	return t.entry.arg, next
}

// dated reports whether the word i stands where a month does.
func (p *parser) dated(i int) bool {
	if p.isDash(i-1) || p.at(i-1).kind == numeral || p.is(i-1, "in", "of", "since", "until", "till", "by", "from",
		"late", "early", "mid", "during", "before", "after", "through", "between", "st", "nd", "rd", "th") {
		return true
	}
	day, next := p.day(i + 1)
	year, _ := p.ofYear(next)
	return day > 0 && year > 0 && p.at(i+1).gap == spaced
}

// day reads the day of a month, "23" or "23rd".
func (p *parser) day(i int) (day, next int) {
	t := p.at(i)
	n := p.small(i)
	if n < 1 || n > 31 || t.end-t.start > 2 {
		return 0, i
	}
	next = i + 1
	if p.isOrdinalEnding(next) {
		return n, next + 1
	}
	if !p.ends(next) || p.at(next).kind == word && p.at(next).gap == joined || p.isSign(next, '%') {
		return 0, i
	}
	if c, _ := p.after(next); c == scale || c == hundred || p.is(next, "percent") {
		return 0, i
	}
	return n, next
}

// dayMonth reads a date that begins with a day: "23rd of July 2024", "23–25 July".
func (p *parser) dayMonth(i int) (d period, next int) {
	first, j := p.day(i)
	if first == 0 {
		return period{}, i
	}
	last := first
	if second, _ := p.to(i, j); second > j {
		if n, end := p.day(second); n > first {
			if m, _ := p.month(end); m > 0 || p.follows(end, "of") {
				last, j = n, end
			}
		}
	}
	k := j
	switch {
	case p.follows(j, "of"):
		k++
	case p.isHyphen(j) && p.at(j).gap == joined && p.at(j+1).gap == joined:
		k++
	}
	if p.at(k).gap == broken {
		return period{}, i
	}
	m, k := p.month(k)
	if m == 0 || !isDay(0, int(m), first) || !isDay(0, int(m), last) {
		return period{}, i
	}
	y, next := p.ofYear(k)
	if y == 0 || !isDay(y, int(m), first) || !isDay(y, int(m), last) {
		if name := k - 1; !p.upper(name) && !p.upper(k-2) {
			return period{}, i
		}
		y, next = 0, k
	}
	from := Date{Year: int16(y), Month: m, Day: uint8(first)}
	to := from
	to.Day = uint8(last)
	return period{from, to}, next
}
