package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/lazyregexp"
)

// classifySource says what kind of source a note names, as [cite.Source] defines
// it. text is the note without markup, links its link targets; emphasised says
// that it has a passage in italics of two words or more, which is how titles of
// works are set.
func classifySource(text string, links []string, emphasised bool) cite.Source {
	if strings.TrimSpace(text) == "" && len(links) == 0 {
		return cite.SourceNone
	}
	for _, l := range links {
		if absoluteURL().MatchString(l) {
			return cite.SourceExternal
		}
	}
	switch {
	case emphasised, mayIdentify(text) && identifier().MatchString(text),
		quotedTitle(text), namedYear(text):
		return cite.SourceExternal
	}
	return cite.SourceInternal
}

var (
	absoluteURL = lazyregexp.New(`^(?i:[a-z][a-z0-9+.-]*:)?//[^/\s]|^(?i:mailto|doi|urn|tel):\S`)
	identifier  = lazyregexp.New(`(?i:\bdoi\b\s*:?\s*10\.\d{4,9}/\S|\b10\.\d{4,9}/[^\s"]+|\barxiv\s*:?\s*(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})|\bISBN(?:-1[03])?\s*:?\s*[\d-]{9,}[\dX]|\bhttps?://[^\s/]+)`)
)

// quotedTitle reports whether text quotes two words or more that begin with a
// letter.
func quotedTitle(text string) bool {
	if !strings.Contains(text, `"`) && !strings.Contains(text, "“") && !strings.Contains(text, "„") && !strings.Contains(text, "«") {
		return false // most notes; IndexAny takes its time
	}
	for {
		open := strings.IndexAny(text, `"“„«`)
		if open < 0 {
			return false
		}
		text = text[open+size(text[open:]):]
		end := strings.IndexAny(text, `"”“»„«`)
		if end < 0 {
			return false
		}
		title := strings.TrimSpace(text[:end])
		first, _ := utf8.DecodeRuneInString(title)
		if unicode.IsLetter(first) && strings.ContainsFunc(title, unicode.IsSpace) {
			return true
		}
		text = text[end+size(text[end:]):]
	}
}

func size(s string) int {
	_, n := utf8.DecodeRuneInString(s)
	return n
}

// mayIdentify reports whether text has what every identifier has: most notes
// don't, and the expression takes its time.
func mayIdentify(text string) bool {
	if strings.Contains(text, "10.") || strings.Contains(text, "://") {
		return true
	}
	if !strings.ContainsAny(text, "0123456789") {
		return false
	}
	lower := strings.ToLower(text)
	return strings.Contains(lower, "arxiv") || strings.Contains(lower, "isbn")
}

// nameReach is how many bytes before a year a name is looked for.
const nameReach = 128

// namedYear looks backwards from each year for a name.
func namedYear(text string) bool {
	for i := 0; i+4 <= len(text); i++ {
		if isYear(text, i) && endsWithName(text[max(0, i-nameReach):i]) {
			return true
		}
	}
	return false
}

// isYear reports whether a year from 1500 to 2099 stands at text[i:] as a word of
// its own, a letter behind it aside ("2020a").
func isYear(text string, i int) bool {
	year := text[i : i+4]
	if year[0] != '1' && year[0] != '2' || i > 0 && isWordByte(text[i-1]) {
		return false
	}
	if strings.Trim(year, "0123456789") != "" || year < "1500" || year > "2099" {
		return false
	}
	rest := text[i+4:]
	if rest != "" && 'a' <= rest[0] && rest[0] <= 'z' {
		rest = rest[1:]
	}
	return rest == "" || !isWordByte(rest[0])
}

func isWordByte(c byte) bool {
	return '0' <= c && c <= '9' || 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || c == '_'
}

// endsWithName reports whether a name stands at the end of text, with nothing
// behind it but what may stand between a name and its year.
func endsWithName(text string) bool {
	words := strings.FieldsFunc(text, func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",()[]", r)
	})
	for i := len(words) - 1; i >= 0; i-- {
		w := strings.TrimRight(words[i], ".:")
		r := []rune(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"))
		initial := len(r) == 1 && unicode.IsUpper(r[0])
		if initial || w == "al" || w == "et" || isMonth(w) || isDay(w) {
			continue
		}
		return len(r) > 1 && unicode.IsUpper(r[0]) && !noName[strings.ToLower(w)]
	}
	return false
}

// noName are words that may stand capitalised before a year without being a name.
var noName = map[string]bool{
	"in": true, "since": true, "by": true, "the": true, "a": true, "an": true, "during": true, "until": true, "till": true,
	"from": true, "to": true, "after": true, "before": true, "between": true, "around": true, "about": true, "for": true,
	"of": true, "on": true, "at": true, "and": true, "or": true, "as": true, "with": true, "through": true, "circa": true,
	"early": true, "mid": true, "late": true, "q1": true, "q2": true, "q3": true, "q4": true, "h1": true, "h2": true, "fy": true,
	"date": true, "dated": true, "year": true, "published": true, "accessed": true, "retrieved": true, "updated": true,
	"chapter": true, "section": true, "part": true, "volume": true, "page": true, "table": true, "figure": true, "note": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
}

func isMonth(w string) bool {
	switch strings.ToLower(w) {
	case "jan", "january", "feb", "february", "mar", "march", "apr", "april", "may", "jun", "june",
		"jul", "july", "aug", "august", "sep", "sept", "september", "oct", "october", "nov", "november",
		"dec", "december", "spring", "summer", "autumn", "fall", "winter":
		return true
	}
	return false
}

func isDay(w string) bool {
	return len(w) <= 2 && w != "" && strings.Trim(w, "0123456789") == ""
}

// bareURL finds addresses, with parentheses that are closed in them.
var bareURL = lazyregexp.New(`\b(?i:https?)://(?:[^\s<>"'()\[\]{}]|\([^\s<>"'()]*\))+`)

// urls returns the addresses that stand in a text as they are, without the
// punctuation of the sentence behind them.
func urls(text string) []string {
	if !strings.Contains(text, "://") {
		return nil // most notes; the expression takes its time
	}
	found := bareURL().FindAllString(text, -1)
	for i, u := range found {
		found[i] = strings.TrimRight(u, ".,;:!?")
	}
	return found
}
