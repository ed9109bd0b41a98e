package corpus

import (
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// slugify makes of a heading or file name what stands in IDs: NFC, lower case,
// letters, marks and digits of every script, a hyphen for every run of anything
// else but at the ends; "section" if nothing is left.
func slugify(s string) string {
	var b strings.Builder
	gap := false
	for _, r := range norm.NFC.String(s) {
		if !unicode.In(r, unicode.L, unicode.M, unicode.Nd) || r == unicode.ReplacementChar {
			gap = true
			continue
		}
		if gap && b.Len() > 0 {
			b.WriteByte('-')
		}
		gap = false
		b.WriteRune(unicode.ToLower(r))
	}
	if b.Len() == 0 {
		return "section"
	}
	return b.String()
}

// uniqueSlug returns slug, or with the lowest free number from 2 behind it, and
// takes it. next remembers for each slug where to go on, so that a thousand
// equal headings don't take a million steps.
func uniqueSlug(slug string, taken map[string]int, next map[string]int) string {
	if _, ok := taken[slug]; !ok && slug != topSlug {
		return slug
	}
	for n := max(2, next[slug]); ; n++ {
		s := slug + "-" + strconv.Itoa(n)
		if _, ok := taken[s]; !ok {
			next[slug] = n + 1
			return s
		}
	}
}
