package number

import (
	"strings"
	"unicode/utf8"
)

// A form says how a numeral is written.
type form uint8

const (
	plain   form = iota + 1 // 2024
	grouped                 // 189,719 or 1.234,56
	pointed                 // 3.5
	dotted                  // 1.2.3: without a value
	power                   // 10^26, 1e26
	unread                  // 007, a number too long: without a value
)

// scanNumeral reads the numeral at the start of t, which is a digit.
func (t *token) scanNumeral(s string) {
	i := t.start
	lead := digitsEnd(s, i)
	t.kind, t.end, t.form = numeral, lead, plain
	if end, sep := groupsEnd(s, i, lead); end > lead {
		t.end, t.form = end, grouped
		if sep == "." && decimalComma(s, end) {
			t.end = digitsEnd(s, end+1)
		} else if sep != "." && isFraction(s, end) {
			t.end = digitsEnd(s, end+1)
		}
		t.setValue(s, sep)
		return
	}
	switch {
	case isFraction(s, lead):
		t.end, t.form = digitsEnd(s, lead+1), pointed
		for isFraction(s, t.end) {
			t.end, t.form = digitsEnd(s, t.end+1), dotted
		}
		if t.form == dotted {
			return
		}
	case decimalComma(s, lead) && beforeUnit(s[digitsEnd(s, lead+1):]):
		t.end, t.form = digitsEnd(s, lead+1), pointed
		t.setValue(s, ".")
		return
	case lead-i > 1 && s[i] == '0':
		t.form = unread
		if lead-i > 2 { // "05" may be a day or a month
			return
		}
	}
	t.setValue(s, ",")
	t.scanPower(s)
}

// setValue reads the digits of t. sep stands between groups; of point and comma the
// other one begins the fraction.
func (t *token) setValue(s, sep string) {
	point := byte('.')
	if sep == "." {
		point = ','
	}
	var digits uint64
	exp, fraction := 0, false
	for i := t.start; i < t.end; i++ {
		c := s[i]
		switch {
		case c == point && sep != string(point):
			fraction = true
		case isDigit(c):
			if digits > (1<<64-10)/10 {
				t.form = unread
				return
			}
			digits = digits*10 + uint64(c-'0')
			if fraction {
				exp--
			}
		}
	}
	v, ok := decimal(digits, exp)
	if !ok {
		t.form = unread
	}
	t.value = v
}

// scanPower goes on with "e26" behind any number and "^26" or "²⁶" behind 10.
func (t *token) scanPower(s string) {
	if t.form != plain && t.form != pointed {
		return
	}
	rest := s[t.end:]
	exp, n := 0, 0
	switch ten := s[t.start:t.end] == "10"; {
	case rest == "":
		return
	case rest[0]|0x20 == 'e':
		exp, n = smallNumber(rest[1:])
		if n > 0 {
			n++
		}
	case ten && rest[0] == '^':
		open := len(rest) > 1 && rest[1] == '{'
		if open {
			rest = rest[1:]
		}
		if exp, n = smallNumber(rest[1:]); n > 0 {
			n++
		}
		if open && n > 0 {
			if !strings.HasPrefix(rest[n:], "}") {
				return
			}
			n += 2
		}
		exp--
	case ten && rest[0] >= utf8.RuneSelf:
		for n < len(rest) && n < 6 {
			d := strings.IndexRune("⁰¹²³⁴⁵⁶⁷⁸⁹", firstRune(rest[n:]))
			if d < 0 {
				break
			}
			exp, n = exp*10+superscript(firstRune(rest[n:])), n+utf8.RuneLen(firstRune(rest[n:]))
		}
		exp--
	}
	if n == 0 || n < len(s)-t.end && isWordByte(s[t.end+n]) {
		return
	}
	if v, ok := t.value.shift(exp); ok {
		t.value, t.form, t.end = v, power, t.end+n
	}
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// superscript returns the digit that r, one of ten, is.
func superscript(r rune) int {
	n := 0
	for _, d := range "⁰¹²³⁴⁵⁶⁷⁸⁹" {
		if d == r {
			break
		}
		n++
	}
	return n
}

// smallNumber reads one or two digits with a sign, n bytes.
func smallNumber(s string) (value, n int) {
	negative := strings.HasPrefix(s, "-")
	if negative || strings.HasPrefix(s, "+") {
		n = 1
	}
	start := n
	for ; n < len(s) && isDigit(s[n]); n++ {
		if n == start+2 {
			return 0, 0
		}
		value = value*10 + int(s[n]-'0')
	}
	if n == start {
		return 0, 0
	}
	if negative {
		value = -value
	}
	return value, n
}

func digitsEnd(s string, i int) int {
	for i < len(s) && isDigit(s[i]) {
		i++
	}
	return i
}

// isFraction reports whether a point and a digit stand at i.
func isFraction(s string, i int) bool {
	return i+1 < len(s) && s[i] == '.' && isDigit(s[i+1])
}

// decimalComma reports whether a comma and one or two digits stand at i, and no more.
func decimalComma(s string, i int) bool {
	if i+1 >= len(s) || s[i] != ',' || !isDigit(s[i+1]) {
		return false
	}
	end := i + 2
	if end < len(s) && isDigit(s[end]) {
		end++
	}
	return end == len(s) || !isDigit(s[end]) && !isLetter(s[end])
}

// beforeUnit reports whether what follows a number makes a decimal fraction of two
// numbers with a comma between.
func beforeUnit(s string) bool {
	s = strings.TrimPrefix(s, " ")
	for _, u := range []string{"%", "percent", "per cent", "million", "billion", "trillion", "bn", "mn"} {
		if strings.HasPrefix(s, u) {
			return true
		}
	}
	return false
}

// groupsEnd returns the end of the groups of three digits that follow one to three
// others, and what stands between them; lead if there are none.
func groupsEnd(s string, start, lead int) (end int, sep string) {
	if lead-start > 3 || s[start] == '0' || lead == len(s) {
		return lead, ""
	}
	for _, sep = range [...]string{",", "'", "’", "\u00a0", "\u2009", "\u202f", "."} {
		if strings.HasPrefix(s[lead:], sep) {
			break
		}
	}
	end = lead
	groups := 0
	for isGroup(s, end, sep, 3) {
		end += len(sep) + 3
		groups++
	}
	switch {
	case sep == ".":
		// One group may be a fraction, four may be an address.
		if groups < 2 && (groups == 0 || !decimalComma(s, end)) || groups == 3 || isFraction(s, end) {
			return lead, ""
		}
	case sep == "," && groups == 0 && lead-start < 3:
		for isGroup(s, end, sep, 2) {
			end += len(sep) + 2
		}
		if end == lead || !isGroup(s, end, sep, 3) {
			return lead, ""
		}
		end += len(sep) + 3
	}
	return end, sep
}

// isGroup reports whether sep and so many digits stand at i, and no more.
func isGroup(s string, i int, sep string, digits int) bool {
	if !strings.HasPrefix(s[i:], sep) {
		return false
	}
	i += len(sep)
	return digitsEnd(s[:min(len(s), i+digits+1)], i) == i+digits
}

func isWordByte(c byte) bool { return isDigit(c) || isLetter(c) || c >= utf8.RuneSelf }

// vulgarFraction returns the number that a character such as "½" is.
func vulgarFraction(r rune) (v Value, ok bool) {
	switch r {
	case '½':
		return quotient(1, 2), true
	case '¼':
		return quotient(1, 4), true
	case '¾':
		return quotient(3, 4), true
	case '⅓':
		return quotient(1, 3), true
	case '⅔':
		return quotient(2, 3), true
	}
	return Value{}, false
}
