package number

// qualify sets how a number is meant by the words before token i and from next on.
func (p *parser) qualify(m *Mention, i, next int) {
	for range 3 {
		j := p.hedge(m, i)
		if j == i {
			j = p.bound(m, i)
		}
		if j == i {
			break
		}
		i = j
	}
	if m.Min != m.Max {
		m.Bound = Exactly
		return
	}
	switch {
	case m.Bound != Exactly:
	case p.isSign(next, '+') && p.at(next).gap == joined && p.at(next+1).kind != numeral:
		m.Bound = AtLeast
	case p.follows(next, "or") && p.follows(next+1, "more", "greater", "higher", "longer", "older", "above"),
		p.follows(next, "and") && p.follows(next+1, "up", "above"):
		m.Bound = AtLeast
	case p.follows(next, "or") && p.follows(next+1, "less", "fewer", "lower", "shorter", "younger", "below"):
		m.Bound = AtMost
	case p.follows(next, "or") && p.follows(next+1, "so"):
		m.Approximate = true
	}
}

// hedge returns where the words before token i begin that make a number approximate;
// i if there are none.
func (p *parser) hedge(m *Mention, i int) (first int) {
	if p.at(i).gap == broken {
		return i
	}
	first = i
	switch j := i - 1; {
	case p.is(j, "about", "roughly", "approximately", "around", "nearly", "almost", "circa", "approx", "ca", "estimated"):
		first = j
	case p.is(j, "some") && (m.Kind != KindOrdinal && p.at(i+1).kind != 0):
		first = j
	case p.is(j, "to") && p.is(j-1, "close"):
		first = j - 1
	case p.isSign(j, '~') || p.isSign(j, '≈') || p.isSign(j, '∼'):
		first = j
	case p.isSign(j, '.') && p.at(j).gap == joined && p.is(j-1, "approx", "ca"):
		first = j - 1
	default:
		return i
	}
	m.Approximate = true
	return first
}

// bound returns where the words before token i begin that make a bound of a number;
// i if there are none.
func (p *parser) bound(m *Mention, i int) (first int) {
	if p.at(i).gap == broken {
		return i
	}
	set := func(b Bound, first int) int {
		if m.Bound == Exactly {
			m.Bound = b
		}
		return first
	}
	j := i - 1
	if p.is(j, "than") {
		not := p.is(j-2, "no", "not")
		switch {
		case p.is(j-1, "more", "greater", "higher", "larger") && not:
			return set(AtMost, j-2)
		case p.is(j-1, "more", "greater", "higher", "larger"):
			return set(Over, j-1)
		case p.is(j-1, "less", "fewer", "lower", "smaller") && not:
			return set(AtLeast, j-2)
		case p.is(j-1, "less", "fewer", "lower", "smaller"):
			return set(Under, j-1)
		}
		return i
	}
	switch {
	case p.is(j, "the") && p.is(j-1, "exceed", "exceeds", "exceeded", "exceeding"):
		return set(Over, j-1)
	case p.is(j, "over", "above", "exceed", "exceeds", "exceeded", "exceeding", "beyond"):
		return set(Over, j)
	case p.is(j, "under", "below"):
		return set(Under, j)
	case p.is(j, "least") && p.is(j-1, "at"), p.is(j, "of") && p.is(j-1, "minimum"):
		return set(AtLeast, j-1)
	case p.is(j, "most") && p.is(j-1, "at"), p.is(j, "to") && p.is(j-1, "up"), p.is(j, "of") && p.is(j-1, "maximum"):
		return set(AtMost, j-1)
	case p.is(j, "as") && p.is(j-1, "many", "much") && p.is(j-2, "as"):
		return set(AtMost, j-2)
	case p.isSign(j, '>'):
		return set(Over, j)
	case p.isSign(j, '<'):
		return set(Under, j)
	case p.isSign(j, '≥'), p.isSign(j, '=') && p.isSign(j-1, '>') && p.at(j).gap == joined:
		return set(AtLeast, j)
	case p.isSign(j, '≤'), p.isSign(j, '=') && p.isSign(j-1, '<') && p.at(j).gap == joined:
		return set(AtMost, j)
	}
	return i
}

// qualifyDate sets how a date is meant by the words before token i. "About" and
// "over" before a date mostly mean something else than before a number.
func (p *parser) qualifyDate(m *Mention, i int) {
	if p.at(i).gap == broken {
		return
	}
	j := i - 1
	switch {
	case p.is(j, "around", "circa", "approximately", "roughly", "ca", "c"), p.isSign(j, '~'),
		p.isSign(j, '.') && p.at(j).gap == joined && p.is(j-1, "ca", "c"):
		m.Approximate = true
	case m.From != m.To:
	case p.is(j, "since"), p.is(j, "from") && p.follows(i, "on"):
		m.Bound = AtLeast
	case p.is(j, "after"):
		m.Bound = Over
	case p.is(j, "before"):
		m.Bound = Under
	case p.is(j, "until", "till", "by"):
		m.Bound = AtMost
	}
}
