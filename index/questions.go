package index

import (
	"strings"
	"unicode"
)

// MaxQuestionBytes is the longest that a question may be, in bytes. What a model
// gives beyond that is no question that people ask; it is left out, since half a
// question is none.
const MaxQuestionBytes = 300

// cleanQuestions returns the questions among what an Expander gave: see [Expand].
func cleanQuestions(given []string, most int) []string {
	if most <= 0 || most > MaxQuestions {
		most = MaxQuestions
	}
	var out []string
	seen := map[string]bool{}
	for _, g := range given {
		for line := range strings.FieldsFuncSeq(g, endsQuestion) {
			q := cleanQuestion(line)
			if q == "" || seen[strings.ToLower(q)] {
				continue
			}
			seen[strings.ToLower(q)] = true
			if out = append(out, q); len(out) == most {
				return out
			}
		}
	}
	return out
}

func endsQuestion(r rune) bool {
	switch r {
	case '\n', '\v', '\f', '\r', '\u0085', '\u2028', '\u2029':
		return true
	}
	return false
}

// cleanQuestion returns the question in a line, "" if there is none.
func cleanQuestion(line string) string {
	line = strings.ToValidUTF8(line, "")
	line = strings.Map(func(r rune) rune {
		switch {
		case unicode.IsControl(r):
			return ' '
		case r == '\u200c' || r == '\u200d':
			return r // joiners, which Persian and Indic scripts are written with
		case unicode.Is(unicode.Cf, r):
			return -1 // invisible: byte order marks, changes of direction
		}
		return r
	}, line)
	q := strings.Join(strings.Fields(line), " ")
	for {
		bare := unquote(unnumber(q))
		if bare == q {
			break
		}
		q = bare
	}
	if len(q) > MaxQuestionBytes || strings.HasSuffix(q, ":") || strings.HasPrefix(q, "```") || !hasWord(q) {
		return ""
	}
	return q
}

func hasWord(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// unnumber takes the mark of a list item off a line: "-", "3.", "(3)", "Q3:". The
// mark ends in white space, as in "3.5 million" the number doesn't.
func unnumber(q string) string {
	mark, rest, ok := strings.Cut(q, " ")
	if !ok {
		return q
	}
	switch mark {
	case "-", "*", "+", "•", "‣", "◦", "·", "–", "—", ">", "#", "##", "###":
		return rest
	}
	number := mark
	if lower := strings.ToLower(number); strings.HasPrefix(lower, "q") {
		number = number[1:]
		if number == ":" || number == "." || number == ")" {
			return rest
		}
	}
	number = strings.TrimPrefix(number, "(")
	digits := strings.TrimRight(number, ".):")
	if digits == number || digits == "" || len(digits) > 3 || strings.Trim(digits, "0123456789") != "" {
		return q
	}
	return rest
}

// unquote takes off the quotation marks or emphasis that a whole line stands in.
func unquote(q string) string {
	for _, pair := range [][2]string{{`"`, `"`}, {"“", "”"}, {"'", "'"}, {"‘", "’"}, {"«", "»"}, {"**", "**"}, {"*", "*"}, {"_", "_"}, {"`", "`"}} {
		inner, ok := strings.CutPrefix(q, pair[0])
		if !ok {
			continue
		}
		if inner, ok = strings.CutSuffix(inner, pair[1]); !ok || strings.Contains(inner, pair[0]) || strings.Contains(inner, pair[1]) {
			continue // `"Open" or "free"` are two quotations
		}
		return strings.TrimSpace(inner)
	}
	return q
}
