package number

import (
	"strings"
	"unicode/utf8"
)

// opens reports whether a sign may be the beginning of a number.
func (p *parser) opens(i int) bool {
	t := p.at(i)
	if _, ok := vulgarFraction(t.r); ok {
		return true
	}
	if p.at(i+1).gap != joined && currencySign(t.r) == "" {
		return false
	}
	return currencySign(t.r) != "" || (t.r == '-' || t.r == '−' || t.r == '.') && p.apart(i) || t.r == '#' || t.r == '§'
}

// apart reports whether token i doesn't go on with a word or a number before it.
func (p *parser) apart(i int) bool {
	last := p.at(i - 1)
	return p.at(i).gap != joined || last.kind == sign && last.r != '%' && !p.isDash(i-1)
}

// isPrefix reports whether token i is a word that makes something of the digits
// behind it.
func (p *parser) isPrefix(i int) bool {
	next := p.at(i + 1)
	if next.gap == joined && next.kind == sign && next.r < utf8.RuneSelf && next.r != '$' {
		return false
	}
	switch p.text(i) {
	case "Q", "H", "q", "h", "V", "v":
		return next.kind == numeral && next.gap == joined
	case "FY", "fy":
		return next.kind == numeral
	case "minus":
		return true
	}
	return next.kind == sign && next.gap == joined && currencyPrefixes[p.text(i)] != ""
}

// glued reports whether the numeral i is part of a word, an address, a time.
func (p *parser) glued(i int) bool {
	t, last := p.at(i), p.at(i-1)
	if t.gap != joined {
		return false
	}
	switch last.kind {
	case numeral, opaque:
		return true
	case word:
		return !wide(p.s[:last.end])
	case sign:
		switch last.r {
		case '\'', '’':
			return true // '24
		case '-':
			return p.isSerial(i-2) || p.isSerial(i-4)
		case '/', ':', '_', '@', '\\', '^', '.', '=', '&':
			b := p.at(i - 2)
			return last.gap == joined && !p.abbreviated(i-1) && (b.kind == word || b.kind == numeral || b.kind == sign && b.r != ')')
		}
	}
	return false
}

// isSerial reports whether three numerals from i on are joined by hyphens, as in the
// number of a telephone or a book, or in a date that there isn't.
func (p *parser) isSerial(i int) bool {
	for j := i; j < i+4; j += 2 {
		if p.at(j).kind != numeral || p.at(j+1).r != '-' || p.at(j+1).gap != joined || p.at(j+2).kind != numeral || p.at(j+2).gap != joined {
			return false
		}
	}
	return true
}

// ends reports whether a number may end before token i: what follows isn't a part
// of it that is not understood.
func (p *parser) ends(i int) bool {
	t := p.at(i)
	if t.gap != joined {
		return true
	}
	switch t.kind {
	case numeral:
		return false
	case word:
		return wide(p.s[:t.start+utf8.RuneLen(firstRune(p.s[t.start:]))]) || units[p.text(i)]
	case sign:
		next := p.at(i + 1)
		switch t.r {
		case '/', ':', '^':
			return next.gap != joined || next.kind != numeral
		case '_', '@', '\\', '=':
			return next.gap != joined
		case '-':
			return !p.isSerial(i - 1)
		}
	}
	return true
}

// wide reports whether s ends with a letter of a script that is written without
// spaces.
func wide(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r >= 0x2E80 && r != utf8.RuneError
}

// units are those that may stand at a numeral without a space and leave the number
// as it is.
var units = words(`KB MB GB TB PB kB KiB MiB GiB TiB Kbps Mbps Gbps Hz kHz MHz GHz THz nm mm cm km mg kg g
	kW MW GW TW kWh MWh GWh TWh V W m ms ns s h hr hrs min mph kmh px dpi fps pp bp bps F C am pm`)

// words returns the set of the words in a list.
func words(list string) map[string]bool {
	m := make(map[string]bool)
	for w := range strings.FieldsSeq(list) {
		m[w] = true
	}
	return m
}
