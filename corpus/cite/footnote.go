package cite

import (
	"regexp"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A Footnote is a source note of an article. Its text vouches for nothing
// outside the scope of the references that point at it.
type Footnote struct {
	// Article is the ID of the article that the label belongs to.
	Article string `json:"article"`
	// Label is what stands between "[^" and "]".
	Label string `json:"label"`
	// Text is the note without markup. It is empty where the article refers
	// to a note that it doesn't define.
	Text string `json:"text"`
	// Links are the addresses that the note links to, in order.
	Links []string `json:"links"`
	// Source says what kind of source the note names.
	Source Source `json:"source"`
}

// Mark returns the footnote as answers cite it where one article is in scope:
// [^4].
func (f Footnote) Mark() string { return "[^" + f.Label + "]" }

// Ref returns the full form of the label, ARTICLE^4.
func (f Footnote) Ref() string { return f.Article + "^" + f.Label }

// A Source says what a reader could open who wants to check a footnote. The
// zero value, "", means that nobody has looked.
type Source string

const (
	// SourceNone is the source of a note without text.
	SourceNone Source = "none"
	// SourceInternal is that of a note that names nothing a reader could
	// open, such as "research notes".
	SourceInternal Source = "internal"
	// SourceExternal is that of a note with an absolute link, a DOI, an arXiv
	// number, an ISBN, a quoted or italic title, or a name with a year.
	SourceExternal Source = "external"
)

// ClassifySource says what kind of source a note names, by form alone: nothing
// is looked up. text is the note without markup, links its link targets;
// emphasised says that it has a passage in italics of two words or more, which
// is how titles of works are set.
//
// A name with a year is a capitalised word followed by a year from 1500 to
// 2099, with nothing between but a comma, brackets, "et al.", a month or a day:
// "Smith et al. (2023)", "Linux Foundation 2025". A month is not a name, and a
// year that only dates a common noun ("statistics for 2024") names no work.
func ClassifySource(text string, links []string, emphasised bool) Source {
	if strings.TrimSpace(text) == "" && len(links) == 0 {
		return SourceNone
	}
	for _, l := range links {
		if absoluteURL.MatchString(l) {
			return SourceExternal
		}
	}
	switch {
	case emphasised, mayIdentify(text) && identifier.MatchString(text),
		quotedTitle(text), namedYear(text):
		return SourceExternal
	}
	return SourceInternal
}

var (
	absoluteURL = regexp.MustCompile(`^(?i:[a-z][a-z0-9+.-]*:)?//[^/\s]|^(?i:mailto|doi|urn|tel):\S`)
	identifier  = regexp.MustCompile(`(?i:\bdoi\b\s*:?\s*10\.\d{4,9}/\S|\b10\.\d{4,9}/[^\s"]+|\barxiv\s*:?\s*(?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[a-z]{2})?/\d{7})|\bISBN(?:-1[03])?\s*:?\s*[\d-]{9,}[\dX]|\bhttps?://[^\s/]+)`)
	yearInText  = regexp.MustCompile(`\b(?:1[5-9]|20)\d\d[a-z]?\b`)
)

// quotedTitle reports whether text quotes two words or more that begin with a
// letter.
func quotedTitle(text string) bool {
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
	if !mayHaveYear(text) {
		return false
	}
	for _, at := range yearInText.FindAllStringIndex(text, -1) {
		words := strings.FieldsFunc(text[max(0, at[0]-nameReach):at[0]], func(r rune) bool {
			return unicode.IsSpace(r) || strings.ContainsRune(",()[]", r)
		})
		for i := len(words) - 1; i >= 0; i-- {
			w := strings.TrimRight(words[i], ".:")
			if w == "al" || w == "et" || isMonth(w) || isDay(w) {
				continue
			}
			r := []rune(strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s"))
			if len(r) > 1 && unicode.IsUpper(r[0]) {
				return true
			}
			break
		}
	}
	return false
}

// mayHaveYear reports whether four digits that could be a year stand in text.
func mayHaveYear(text string) bool {
	digit := func(i int) bool { return '0' <= text[i] && text[i] <= '9' }
	for i := 0; i+4 <= len(text); i++ {
		if (text[i] == '1' || text[i] == '2') && digit(i+1) && digit(i+2) && digit(i+3) {
			return true
		}
	}
	return false
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
