package number

import "strings"

// numeralDate reads a date that begins with digits.
func (p *parser) numeralDate(i int) (d period, next int) {
	t := p.at(i)
	switch digits := t.end - t.start; {
	case t.form == dotted:
		return p.dottedDate(i)
	case p.inName(i):
		return period{}, i
	case t.form == plain && digits == 4:
		if d, next := p.yearFirst(i); next > i {
			return d, next
		}
		if p.isYear(i) {
			return at(Date{Year: int16(p.small(i))}), i + 1
		}
	case (t.form == plain || t.form == unread) && digits <= 2:
		for _, read := range [...]func(int) (period, int){p.slashDate, p.dayMonth, p.ordinalPeriod} {
			if d, next := read(i); next > i {
				return d, next
			}
		}
		// 3Q 2024
		if m := partOfYear(p.text(i+1), p.small(i)); m > 0 && p.at(i+1).gap == joined {
			if y, next := p.ofYear(i + 2); y > 0 {
				return at(Date{Year: int16(y), Month: m}), next
			}
			if y := p.small(i + 2); y >= 0 && p.at(i+2).end-p.at(i+2).start == 2 && p.at(i+2).gap == joined && p.ends(i+3) {
				return at(Date{Year: int16(2000 + y), Month: m}), i + 3
			}
		}
	}
	return period{}, i
}

// inName reports whether a hyphen joins the numeral i to a name: "CVE-2024".
func (p *parser) inName(i int) bool {
	return p.at(i).gap == joined && p.isHyphen(i-1) && p.at(i-1).gap == joined &&
		(p.upper(i-2) && p.at(i-2).entry.class == noClass || p.labelled > 0 && p.labelled == p.at(i-1).start)
}

// yearFirst reads "2024-07-23", "2024/07", "2024-Q3", "2024 Q3", "1990s".
func (p *parser) yearFirst(i int) (d period, next int) {
	y := p.small(i)
	year := int16(y)
	if y < 1000 || y > 2199 {
		return period{}, i
	}
	a := p.at(i + 1)
	k := i + 1
	if a.gap == joined && (p.isHyphen(k) || a.r == '/') && p.at(k+1).gap == joined {
		if m := p.quarter(k + 1); m > 0 && p.ends(k+3) {
			return at(Date{Year: year, Month: m}), k + 3
		}
		return p.isoDate(i)
	}
	if m := p.quarter(k); m > 0 && a.gap != broken && p.ends(k+2) {
		return at(Date{Year: year, Month: m}), k + 2
	}
	if y%10 != 0 || y < 1500 {
		return period{}, i
	}
	switch {
	case p.is(k, "s") && a.gap == joined:
	case (p.isSign(k, '\'') || p.isSign(k, '’')) && a.gap == joined && p.is(k+1, "s") && p.at(k+1).gap == joined && p.is(i-1, "the"):
		k++
	default:
		return period{}, i
	}
	many := Decade
	if y%100 == 0 && y < 2000 {
		many = Century
	}
	return at(Date{Year: year, Years: many}), k + 1
}

// isoDate reads the month and the day that are joined to the year i. A slash also
// joins two years, "2023/24".
func (p *parser) isoDate(i int) (d period, next int) {
	y, slash := p.small(i), p.isSign(i+1, '/')
	m := p.small(i + 2)
	digits := p.at(i+2).end - p.at(i+2).start
	if m < 0 || digits > 2 || digits < 2 && !slash {
		return period{}, i
	}
	date := Date{Year: int16(y), Month: uint8(m)}
	if p.at(i+3).gap == joined && p.at(i+3).r == p.at(i+1).r && p.at(i+4).gap == joined {
		day := p.small(i + 4)
		if p.at(i+4).end-p.at(i+4).start > 2 || !isDay(y, m, day) {
			return period{}, i
		}
		if t := p.at(i + 5); t.gap == joined && t.kind == word && p.text(i+5) != "T" {
			return period{}, i
		}
		date.Day = uint8(day)
		return at(date), i + 5
	}
	switch {
	case !p.ends(i+3) || p.isSign(i+3, '-') && p.at(i+3).gap == joined:
		return period{}, i
	case slash && (y+1)%100 == m:
		return period{Date{Year: int16(y)}, Date{Year: int16(y + 1)}}, i + 3
	case 1 <= m && m <= 12 && digits == 2:
		return at(date), i + 3
	}
	return period{}, i
}

// slashDate reads "07/2024" and "07/23/2024", by whichever order there is such a day.
func (p *parser) slashDate(i int) (d period, next int) {
	slash := func(j int) bool {
		return p.isSign(j, '/') && p.at(j).gap == joined && p.at(j+1).gap == joined
	}
	if !slash(i + 1) {
		return period{}, i
	}
	a, b := p.small(i), p.small(i+2)
	if !slash(i + 3) {
		if y := p.year(i + 2); y > 0 && 1 <= a && a <= 12 {
			return at(Date{Year: int16(y), Month: uint8(a)}), i + 3
		}
		return period{}, i
	}
	y := p.year(i + 4)
	if y == 0 || p.at(i+2).end-p.at(i+2).start > 2 {
		return period{}, i
	}
	american, british := isDay(y, a, b), isDay(y, b, a)
	switch {
	case american && british && a != b:
		return at(Date{Year: int16(y)}), i + 5
	case american:
		return at(Date{Year: int16(y), Month: uint8(a), Day: uint8(b)}), i + 5
	case british:
		return at(Date{Year: int16(y), Month: uint8(b), Day: uint8(a)}), i + 5
	}
	return period{}, i
}

// dottedDate reads "23.07.2024" and "2024.07.23".
func (p *parser) dottedDate(i int) (d period, next int) {
	first, rest, _ := strings.Cut(p.text(i), ".")
	second, third, _ := strings.Cut(rest, ".")
	if len(first) == 4 {
		first, third = third, first
	}
	if len(first) > 2 || len(second) > 2 || len(third) != 4 || !p.ends(i+1) {
		return period{}, i
	}
	day, month, year := toInt(first), toInt(second), toInt(third)
	if year < 1000 || year > 2199 || !isDay(year, month, day) {
		return period{}, i
	}
	return at(Date{Year: int16(year), Month: uint8(month), Day: uint8(day)}), i + 1
}

// toInt returns the number that a few digits are, -1 for anything else.
func toInt(s string) int {
	n := 0
	for i := range len(s) {
		if !isDigit(s[i]) {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}
