package citefmt

import (
	"fmt"
	"strings"
	"unicode"

	"github.com/footnote-go/footnote/corpus/cite"
)

// bibliographyKeys returns the keys of notes in a bibliography, ARTICLE-LABEL each.
// Whatever BibTeX or a list of keys might read as something else becomes "_". Of
// several with the same key the later ones end in "-2", "-3".
func bibliographyKeys(notes []cite.Footnote) []string {
	out := make([]string, len(notes))
	taken := map[string]bool{}
	next := map[string]int{}
	for i, f := range notes {
		key := strings.Map(keyRune, f.Article+"-"+f.Label)
		out[i] = key
		for n := max(2, next[key]); taken[out[i]]; n++ {
			out[i] = fmt.Sprintf("%s-%d", key, n)
			next[key] = n + 1
		}
		taken[out[i]] = true
	}
	return out
}

func keyRune(r rune) rune {
	switch {
	case r == unicode.ReplacementChar:
	case unicode.IsLetter(r), unicode.IsMark(r), unicode.IsDigit(r), strings.ContainsRune("-_.:+", r):
		return r
	}
	return '_'
}
