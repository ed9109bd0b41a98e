package answer

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	maxMark  = 200 // bytes between the brackets of a mark
	maxRange = 100 // notes in a mark such as [4-6]
)

// A Mark is one place that cites.
type Mark struct {
	Start, End int // in the answer
	Text       string
	// Refs are what it names; empty if it is malformed.
	Refs []Ref
	// Malformed says that the mark has no form that names a note.
	Malformed bool
}

// A Ref is what a mark names: a footnote by its label, perhaps with its article,
// or a passage by its ID.
type Ref struct {
	Article, Label string
	Passage        string
}

// markAt returns the mark at the beginning of s[i:], and its length.
func markAt(s string, i int) (Mark, bool) {
	var m Mark
	var ok bool
	switch c := s[i]; {
	case c == '[':
		m, ok = bracketed(s, i, "[", "]")
		if ok && strings.HasPrefix(s[m.End:], "(") && !numberLink(s, m) {
			return Mark{}, false // a link; its text is text
		}
		if ok && strings.HasPrefix(s[m.End:], "(") {
			if end := strings.IndexByte(s[m.End:min(len(s), m.End+maxMark)], ')'); end > 0 {
				m.End += end + 1
			}
		}
	case strings.HasPrefix(s[i:], "【"):
		m, ok = bracketed(s, i, "【", "】")
	case c >= utf8.RuneSelf:
		m, ok = superscript(s, i)
	case i == 0 || !wordByte(s[i-1]):
		m, ok = bare(s, i)
	}
	if ok {
		m.Text = s[m.Start:m.End]
	}
	return m, ok
}

// numberLink reports whether a mark that a link's address follows is one that
// leads to a note: [4](#fn4).
func numberLink(s string, m Mark) bool {
	return strings.HasPrefix(s[m.End:], "(#") || strings.HasPrefix(s[m.Start:], "[^")
}

func wordByte(c byte) bool {
	return c >= utf8.RuneSelf || c == '_' || c == '-' || c == '^' || c == '/' ||
		'0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z'
}

func bracketed(s string, i int, open, closing string) (Mark, bool) {
	body := s[i+len(open) : min(len(s), i+len(open)+maxMark)]
	n := strings.Index(body, closing)
	if n <= 0 {
		return Mark{}, false
	}
	m := Mark{Start: i, End: i + len(open) + n + len(closing)}
	body = body[:n]
	if strings.ContainsAny(body, "[\n") {
		return Mark{}, false
	}
	body, _, _ = strings.Cut(body, "†") // 【4†source】, 【4:0†source】
	if open == "【" {
		body, _, _ = strings.Cut(body, ":")
	}
	refs, ok := refsIn(strings.TrimSpace(body))
	switch {
	case ok:
		m.Refs = refs
	case strings.HasPrefix(body, "^"):
		m.Malformed = true
	default:
		return Mark{}, false
	}
	return m, true
}

// refsIn returns what the inside of a mark names: one ref, or several with commas
// or semicolons between them.
func refsIn(body string) ([]Ref, bool) {
	if strings.ContainsAny(body, ",;") && strings.HasPrefix(body, "^") && !caretEach(body) {
		return nil, false // "^2,33": one label or two, nobody knows
	}
	var out []Ref
	for part := range strings.FieldsFuncSeq(body, func(r rune) bool { return r == ',' || r == ';' }) {
		refs, ok := refsOf(strings.TrimSpace(part))
		if !ok || len(out)+len(refs) > maxRange {
			return nil, false
		}
		out = append(out, refs...)
	}
	return out, len(out) > 0
}

// caretEach reports whether each part of a list has its caret: "^4, ^7".
func caretEach(body string) bool {
	for part := range strings.FieldsFuncSeq(body, func(r rune) bool { return r == ',' || r == ';' }) {
		if !strings.HasPrefix(strings.TrimSpace(part), "^") {
			return false
		}
	}
	return true
}

// refsOf returns what one part of a mark names.
func refsOf(part string) ([]Ref, bool) {
	if article, label, ok := strings.Cut(part, "^"); ok {
		if article != "" && !id(article) || !label1(label) {
			return nil, false
		}
		return []Ref{{Article: article, Label: label}}, true
	}
	if article, rest, ok := strings.Cut(part, "#"); ok {
		if !id(article) || !id(rest) || !strings.Contains(rest, ".") {
			return nil, false
		}
		return []Ref{{Article: article, Passage: part}}, true
	}
	from, to, isRange := cutRange(part)
	first, ok := smallNumber(from)
	if !ok {
		return nil, false
	}
	if !isRange {
		return []Ref{{Label: from}}, true
	}
	last, ok := smallNumber(to)
	if !ok || last < first || last-first >= maxRange {
		return nil, false
	}
	var out []Ref
	for n := first; n <= last; n++ {
		out = append(out, Ref{Label: strconv.Itoa(n)})
	}
	return out, true
}

func cutRange(part string) (from, to string, ok bool) {
	for _, dash := range []string{"-", "–", "—"} {
		if a, b, ok := strings.Cut(part, dash); ok {
			return strings.TrimSpace(a), strings.TrimPrefix(strings.TrimSpace(b), "^"), true
		}
	}
	return part, "", false
}

func smallNumber(s string) (int, bool) {
	if len(s) == 0 || len(s) > 3 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// label1 reports whether s has the form of a label that articles use: letters,
// digits and connecting signs, at least one letter or digit. "23.5" and "12a" have
// it: whether an article has such a label is for the caller to say.
func label1(s string) bool {
	any := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			any = true
		case strings.ContainsRune("-_.:/", r):
		default:
			return false
		}
	}
	return any
}

// id reports whether s has the form of an article's ID or a part of a passage's.
func id(s string) bool {
	any := false
	for _, r := range s {
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r):
			any = true
		case r == '-' || r == '.' || r == '_' || unicode.IsMark(r):
		default:
			return false
		}
	}
	return any
}

var superscripts = map[rune]byte{
	'⁰': '0', '¹': '1', '²': '2', '³': '3', '⁴': '4', '⁵': '5', '⁶': '6', '⁷': '7', '⁸': '8', '⁹': '9',
}

// superscript reads superscript digits, with commas between numbers.
func superscript(s string, i int) (Mark, bool) {
	if r, _ := utf8.DecodeLastRuneInString(s[:i]); superscripts[r] != 0 {
		return Mark{}, false // the rest of what is no mark
	}
	m := Mark{Start: i}
	number := ""
	at := i
	for at < len(s) && at-i < maxMark {
		r, n := utf8.DecodeRuneInString(s[at:])
		if d, ok := superscripts[r]; ok {
			number += string(d)
			at += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(s[at+n:])
		if _, ok := superscripts[next]; number != "" && ok && (r == ',' || r == '˒' || r == '⁻' || r == '⸴') {
			m.Refs = append(m.Refs, Ref{Label: number})
			number = ""
			at += n
			continue
		}
		break
	}
	if number == "" || len(number) > 3 || exponent(s, i, number) {
		return Mark{}, false
	}
	m.Refs = append(m.Refs, Ref{Label: number})
	m.End = at
	return m, true
}

// exponent reports whether superscript digits at i are a power: of a number, or of
// a unit of length after one.
func exponent(s string, i int, digits string) bool {
	if i == 0 {
		return false
	}
	before := s[max(0, i-3):i]
	if c := before[len(before)-1]; c >= '0' && c <= '9' {
		// "10²⁶" is a power, "in 2023¹" is not: a power has a small base.
		j := i
		for j > 0 && s[j-1] >= '0' && s[j-1] <= '9' {
			j--
		}
		return i-j <= 2 && (j == 0 || s[j-1] == ' ')
	}
	if digits != "2" && digits != "3" {
		return false
	}
	for _, unit := range []string{"km", "cm", "mm", "m", "ft", "mi", "in"} {
		rest, ok := strings.CutSuffix(s[max(0, i-8):i], unit)
		if ok && strings.TrimRight(rest, " \u00a0") != "" {
			c := strings.TrimRight(rest, " \u00a0")
			if d := c[len(c)-1]; d >= '0' && d <= '9' {
				return true
			}
		}
	}
	return false
}

// bare reads ARTICLE^4 without brackets. An article's ID has a hyphen or is long
// enough not to be the base of a power: "x^2", "10^26".
func bare(s string, i int) (Mark, bool) {
	limit := min(len(s), i+maxMark)
	j := i
	for j < limit && (s[j] == '-' || 'a' <= s[j] && s[j] <= 'z' || '0' <= s[j] && s[j] <= '9') {
		j++
	}
	if j-i < 3 || j == limit || s[j] != '^' || strings.Trim(s[i:j], "0123456789") == "" {
		return Mark{}, false
	}
	k := j + 1
	for k < limit && wordByte(s[k]) && s[k] < utf8.RuneSelf && s[k] != '^' {
		k++
	}
	label := strings.TrimRight(s[j+1:k], "-_")
	if label == "" {
		return Mark{}, false
	}
	return Mark{Start: i, End: j + 1 + len(label), Refs: []Ref{{Article: s[i:j], Label: label}}}, true
}
