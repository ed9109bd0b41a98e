package number

// partOf reads "mid-2025", "early in July 2024", "the end of 2024".
func (p *parser) partOf(i int) (d period, next int) {
	j := i + 1
	switch hyphen := p.isHyphen(j) && p.at(j+1).gap == joined; {
	case hyphen:
		j++
	case p.is(i, "early", "late"):
		if p.follows(j, "in") {
			j++
		}
	case p.follows(j, "of"):
		j++
	case !p.is(i, "mid"):
		return period{}, i
	}
	if p.follows(j, "the") {
		j++
	}
	if p.at(j).gap == broken {
		return period{}, i
	}
	named := Part(p.at(i).entry.arg)
	if y := p.year(j); y > 0 && p.at(j+1).gap != joined {
		return at(Date{Year: int16(y), Part: named}), j + 1
	}
	if c := p.at(j).entry.class; c == part {
		return period{}, i
	}
	d, next = p.single(j)
	if next == j || d.from != d.to || d.from.Day != 0 || d.from.Year == 0 {
		return period{}, i
	}
	d.from.Part = named
	return at(d.from), next
}

// prefixed reads "Q3 2024", "H1 of 2025", "FY24".
func (p *parser) prefixed(i int) (d period, next int) {
	n := p.small(i + 1)
	if p.is(i, "fy") && n >= 0 && p.at(i+1).gap != broken && p.ends(i+2) {
		switch p.at(i+1).end - p.at(i+1).start {
		case 2:
			return at(Date{Year: int16(2000 + n)}), i + 2
		case 4:
			if n >= 1900 && n < 2200 {
				return at(Date{Year: int16(n)}), i + 2
			}
		}
	}
	if m := p.quarter(i); m > 0 {
		if y, next := p.ofYear(i + 2); y > 0 {
			return at(Date{Year: int16(y), Month: m}), next
		}
	}
	return period{}, i
}

// quarter returns the quarter or half that tokens i and i+1 are: "Q3", "H1".
func (p *parser) quarter(i int) uint8 {
	if n := p.small(i + 1); p.at(i+1).gap == joined && p.at(i+1).end-p.at(i+1).start == 1 {
		return partOfYear(p.text(i), n)
	}
	return 0
}

// partOfYear returns how EDTF counts a quarter or a half, 0 for none.
func partOfYear(letter string, n int) uint8 {
	switch letter {
	case "Q", "q":
		if 1 <= n && n <= 4 {
			return Quarter + uint8(n) - 1
		}
	case "H", "h":
		if 1 <= n && n <= 2 {
			return Half + uint8(n) - 1
		}
	}
	return 0
}

// ordinalPeriod reads "third quarter of 2024", "2nd half of 2025", "19th century".
func (p *parser) ordinalPeriod(i int) (d period, next int) {
	n, j := p.ordinalAt(i)
	if j == i {
		return period{}, i
	}
	_, k := p.after(j)
	letter := ""
	switch {
	case p.at(k).gap == broken:
	case p.is(k, "century") && 2 <= n && n <= 22:
		return at(Date{Year: int16(n-1) * 100, Years: Century}), k + 1
	case p.is(k, "quarter"):
		letter = "Q"
	case p.is(k, "half"):
		letter = "H"
	}
	if m := partOfYear(letter, n); m > 0 {
		if y, next := p.ofYear(k + 1); y > 0 {
			return at(Date{Year: int16(y), Month: m}), next
		}
	}
	return period{}, i
}
