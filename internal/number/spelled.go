package number

// spelled reads a whole number in words, with an article for the first one: "seven
// hundred million", "a hundred". Zero is what it gives for no number.
func (p *parser) spelled(i int) (n uint64, next int) {
	const start, afterUnit, afterTens, afterHundred, afterScale = 0, 1, 2, 3, 4
	var total, group uint64
	state, least := start, 100
	j := i
	for at := i; ; {
		e := p.at(at).entry
		if p.at(at).kind != word {
			break
		}
		switch e.class {
		case article:
			if state != start {
				return total + group, j
			}
			if c, _ := p.after(at + 1); c != hundred && c != scale || p.isHyphen(at+1) {
				return 0, i
			}
			group, state = 1, afterUnit
		case cardinal:
			if state == afterUnit || state == afterTens && (e.arg == 0 || e.arg > 9) || state != start && e.arg == 0 {
				return total + group, j
			}
			group, state = group+uint64(e.arg), afterUnit
			if e.arg == 0 {
				return 0, at + 1
			}
		case tens:
			if state == afterUnit || state == afterTens {
				return total + group, j
			}
			group, state = group+uint64(e.arg), afterTens
		case hundred:
			if state != afterUnit && state != afterTens || group >= 100 {
				return total + group, j
			}
			group, state = group*100, afterHundred
		case scale:
			if state == start || state == afterScale || int(e.arg) >= least {
				return total + group, j
			}
			least = int(e.arg)
			total, group, state = total+group*pow10(least), 0, afterScale
		default:
			return total + group, j
		}
		j = at + 1
		// "And" goes on with a number below a hundred.
		if (state == afterHundred || state == afterScale) && p.at(j).gap == spaced && p.is(j, "and") {
			if c := p.at(j + 1).entry.class; p.at(j+1).gap == spaced && (c == cardinal || c == tens) && p.at(j+1).entry.arg > 0 {
				if after, _ := p.after(j + 2); after != hundred && !p.is(i-1, "between") {
					at = j + 1
					continue
				}
			}
		}
		if _, at = p.after(j); at == j && p.at(j).gap != spaced {
			break
		}
	}
	return total + group, j
}

func pow10(exp int) uint64 {
	n := uint64(1)
	for range exp {
		n *= 10
	}
	return n
}

// andHalf reads "and a half", "and a quarter", "and three quarters" behind a number.
func (p *parser) andHalf(i int) (v Value, next int) {
	step := func(j int) int {
		if p.isHyphen(j) {
			return j + 1
		}
		return j
	}
	j := step(i)
	if !p.follows(j, "and") {
		return Value{}, i
	}
	j = step(j + 1)
	n := uint64(1)
	switch e := p.at(j).entry; {
	case e.class == article:
	case e.class == cardinal && e.arg == 3:
		n = 3
	default:
		return Value{}, i
	}
	j = step(j + 1)
	switch e := p.at(j).entry; {
	case e.class == half && n == 1, e.class == fraction && e.arg == 4:
		return quotient(n, uint64(e.arg)), j + 1
	}
	return Value{}, i
}
