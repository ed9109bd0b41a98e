package number

import "strings"

// isYear reports whether the bare numeral i is a year; see the package's rule.
func (p *parser) isYear(i int) bool {
	t := p.at(i)
	y := p.small(i)
	if t.form != plain || t.end-t.start != 4 || y < 1500 || y > 2199 || !p.ends(i+1) || p.isQuantity(i) {
		return false
	}
	before := p.at(i - 1)
	switch {
	case p.reference(i-1) && t.gap != broken, p.abbreviated(i - 1), p.inName(i):
		return false
	case before.kind == sign && t.gap == joined && (currencySign(before.r) != "" || before.r == '#' || before.r == '~'):
		return before.r == '~'
	}
	if p.counts(i, i+1) {
		return false
	}
	// 1500 to 2000 users
	if second, _ := p.to(i, i+1); second > i+1 && p.at(second).kind == numeral {
		return !p.counts(i, second+1)
	}
	return true
}

// counts reports whether token j, which follows the numeral i, is a plural that the
// numeral counts.
func (p *parser) counts(i, j int) bool {
	for range 2 {
		if p.at(j).gap == spaced && p.is(j, "monthly", "daily", "weekly", "active", "new", "registered", "more", "other",
			"additional", "different", "individual", "technical", "open") {
			j++
		}
	}
	t := p.at(j)
	if t.kind != word || t.gap != spaced || t.entry.class != noClass {
		return false
	}
	w := p.text(j)
	strong := countable[strings.ToLower(w)]
	if !strong && !isPlural(w) {
		return false
	}
	switch {
	case p.at(i).gap == broken:
		return strong
	case p.at(i).gap == joined && p.isHyphen(i-1): // pre-2023 models
		return false
	case p.is(i-1, "in", "since", "during", "until", "till", "before", "after", "throughout", "fiscal", "year",
		"early", "late", "mid", "circa", "s", "this", "the", "its", "their", "our") || p.at(i-1).entry.class == month:
		return false
	case p.is(i-1, "of", "from", "by", "to", "through"):
		return strong
	}
	return strong || !p.upper(i-1) || openers[strings.ToLower(p.text(i-1))]
}

// isPlural reports whether a word looks like the plural of a noun, in lower case.
func isPlural(w string) bool {
	if len(w) < 4 || w[len(w)-1] != 's' || w[0] < 'a' || w[0] > 'z' || verbs[w] {
		return false
	}
	switch w[len(w)-2] {
	case 's', 'u', 'i':
		return false
	}
	return true
}

// verbs are those that have years for a subject: "2024 marks the turn".
var verbs = words(`begins brings ends gives looks makes marks offers opens promises remains sees shows starts becomes
	comes always perhaps`)

// countable are nouns that are counted wherever a number stands before them.
var countable = words(`users people employees workers developers companies firms commits contributors contributions
	repositories stars tokens parameters gpus chips projects downloads times words pages seconds minutes hours days weeks
	months years decades miles kilometers kilometres meters metres feet kilograms tons tonnes watts megawatts gigawatts
	customers subscribers members students participants respondents organizations organisations samples questions answers
	lines items votes deaths cases jobs points maus mau gb mb tb km kg mw gw calories dollars euros pounds`)

// wordYear reads "nineteen eighty-four" and "twenty twenty-four".
func (p *parser) wordYear(i int) (d Date, next int) {
	e := p.at(i).entry
	if e.class == ordinal || e.class == cardinal && e.arg < 15 || e.class == tens && e.arg != 20 {
		return Date{}, i
	}
	if p.at(i+1).entry.class != tens || p.at(i+1).gap != spaced {
		return Date{}, i
	}
	y, next := int(e.arg)*100+int(p.at(i+1).entry.arg), i+2
	if c, k := p.after(next); c == cardinal && 1 <= p.at(k).entry.arg && p.at(k).entry.arg <= 9 {
		y, next = y+int(p.at(k).entry.arg), k+1
	}
	if c, _ := p.after(next); c == hundred || c == scale {
		return Date{}, i
	}
	return Date{Year: int16(y)}, next
}
