package main

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/index"
)

// understanding is what ask, search and context say of how a question was
// understood and whether it is answered.
type understanding struct {
	Corrected  map[string]string `json:"corrected,omitempty"`
	Answerable bool              `json:"answerable"`
	Confidence float64           `json:"confidence"`
	Lacks      []string          `json:"lacks,omitempty"`
}

func understood(r index.Results) understanding {
	u := understanding{Corrected: r.Corrected, Answerable: r.Answerable, Confidence: r.Confidence}
	if !r.Answerable {
		u.Lacks = r.Lacks
	}
	return u
}

// corrections returns what was looked for instead of misspelt words, as a
// sentence, "" if nothing was.
func (u understanding) corrections() string {
	if len(u.Corrected) == 0 {
		return ""
	}
	var pairs []string
	for _, w := range slices.SortedFunc(maps.Keys(u.Corrected), cmp.Compare[string]) {
		pairs = append(pairs, fmt.Sprintf("%q for %q", u.Corrected[w], w))
	}
	return "Looked for " + strings.Join(pairs, ", ") + "."
}

// lacking returns what the nearest passages lack, as the end of a sentence.
func (u understanding) lacking() string {
	if len(u.Lacks) == 0 {
		return "It has the words, but no sentence with the value or the whole of what is asked."
	}
	quoted := make([]string, len(u.Lacks))
	for i, w := range u.Lacks {
		quoted[i] = fmt.Sprintf("%q", w)
	}
	return "It has nothing on " + strings.Join(quoted, ", ") + "."
}

// printCorrections says what was looked for instead of misspelt words.
func (a *app) printCorrections(u understanding) {
	if s := u.corrections(); s != "" {
		a.out.wrap("", a.out.faint(s))
		a.out.blank()
	}
}
