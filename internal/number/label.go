package number

import "strings"

// label reads the digits of a name: "v1.1", "GPT-4", "SB 1047", "1.2.3". What is a
// quantity by itself, with a scale, a grouping or a unit, is none. The numeral is the
// last token.
func (p *parser) label(i int) (Mention, int) {
	j := i
	t := p.at(i)
	version := p.is(i, "v") && p.at(i+1).gap == joined
	marked := t.kind == sign && (t.r == '#' || t.r == '§')
	if version || marked {
		j, t = i+1, p.at(i+1)
	}
	if t.kind != numeral || t.form == grouped || t.form == power || !version && !marked && t.form != dotted && !p.named(i) {
		return Mention{}, i
	}
	if !p.ends(j+1) || p.isQuantity(j) {
		return Mention{}, i
	}
	return Mention{Kind: KindLabel, Min: t.value, Max: t.value}, j + 1
}

// isQuantity reports whether a scale or a unit makes a quantity of the numeral i.
func (p *parser) isQuantity(i int) bool {
	if p.at(i).form == dotted || p.at(i).form == unread {
		return false
	}
	a, next := p.amount(i)
	return next > i && (!a.bare || a.kind != KindNumber)
}

// named reports whether what stands before the numeral i makes it part of a name.
func (p *parser) named(i int) bool {
	t, before := p.at(i), p.at(i-1)
	if t.gap == joined {
		if p.abbreviated(i - 1) {
			return true // p.12
		}
		if !p.isHyphen(i-1) || before.gap != joined {
			return false
		}
		return p.upper(i-2) && p.at(i-2).entry.class == noClass || p.labelled > 0 && p.labelled == p.at(i-1).start
	}
	switch {
	case t.gap == broken || p.lineStart(i):
		return false
	case before.kind == sign:
		return p.abbreviated(i-1) || before.r == '§'
	case before.kind != word || before.entry.class != noClass:
		return false
	case p.reference(i - 1):
		return true
	case !p.upper(i-1) || t.form == plain && (t.end-t.start > 5 || p.isYear(i)):
		return false
	case before.gap == joined && (p.isSign(i-2, '\'') || p.isSign(i-2, '’')):
		return false
	}
	return !openers[strings.ToLower(p.text(i-1))]
}

// abbreviated reports whether token i is the full stop of a word such as "No." or
// "Fig.".
func (p *parser) abbreviated(i int) bool {
	return p.isSign(i, '.') && p.at(i).gap == joined &&
		p.is(i-1, "p", "pp", "fig", "figs", "vol", "no", "nos", "art", "sec", "eq", "ch", "app", "r")
}

// lineStart reports whether token i is the first of a line.
func (p *parser) lineStart(i int) bool {
	t := p.at(i)
	if i == 0 || t.gap == broken {
		return true
	}
	return t.gap == spaced && strings.ContainsRune(p.s[p.at(i-1).end:t.start], '\n')
}

// isHeading reports whether the numeral i stands at the beginning of a line and
// numbers what follows: "3.1 Overview", "1. First".
func (p *parser) isHeading(i int) bool {
	if !p.lineStart(i) && !(p.isSign(i-1, '#') && (p.lineStart(i-1) || p.isSign(i-2, '#'))) {
		return false
	}
	t, next := p.at(i), p.at(i+1)
	switch {
	case next.gap == joined && next.kind == sign && (next.r == '.' || next.r == ')'):
		return t.form == plain && t.end-t.start < 4 && p.at(i+2).gap == spaced
	case p.isSign(i-1, '#'), t.form == pointed:
		return next.gap == spaced && p.upper(i+1)
	}
	return false
}

// reference reports whether token i is a word before the number of something: a
// page, a section, a bill. Those that are no names need not have a capital.
func (p *parser) reference(i int) bool {
	if p.is(i, "page", "pages", "pp", "fig", "figure", "table", "section", "chapter", "article", "appendix", "footnote",
		"note", "version", "step", "vol", "volume", "rule", "paragraph", "clause", "equation", "line", "row", "item") {
		return true
	}
	switch p.text(i) {
	case "p", "SB", "AB", "HB", "HR", "H.R", "R", "S", "No", "Nos", "Art", "Sec", "Eq", "Ch", "RFC", "ISO", "IEC", "IEEE", "CVE",
		"Resolution", "Proposition", "Directive", "Regulation", "Title", "Bill", "Assembly", "Boeing", "Airbus", "Route":
		return true
	}
	return false
}

// openers are words that begin a sentence with a capital and are no names.
var openers = words(`
	a about above after all almost also an and another any approximately around as at before behind below besides
	between beyond both but by circa during each either else even every exactly except few fewer for from had has
	have how if in including inside into is it its just last least less like many minus more most much nearly next no
	nor not of off on once only or our out over per perhaps plus roughly same several since so some such than that
	the their then these they this those though through throughout till to top under unless until up upon was we were
	what when where which while who why with within without yes yet you your
`)
