package citefmt

import (
	"fmt"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
)

// The fields of an entry. note and url are BibTeX's; the others it passes over.
const (
	bibNote    = "note"
	bibURL     = "url"
	bibArticle = "footnotearticle"
	bibLabel   = "footnotelabel"
	bibLink    = "footnotelink" // and the link's number, from 1
)

// ToBibTeX writes footnotes as entries of type misc, with the key ARTICLE-LABEL,
// the note's text as note and its first link as url. Whom a note names, what and
// when is not guessed: entries have no author, title or date. Characters that TeX
// or BibTeX gives a meaning are escaped, and in url, which styles take as it
// stands, percent-encoded.
//
// Lost on the way out: Source, and bytes that are not UTF-8.
func ToBibTeX(notes []cite.Footnote) string {
	var b strings.Builder
	for i, key := range bibliographyKeys(notes) {
		if i > 0 {
			b.WriteByte('\n')
		}
		writeEntry(&b, key, notes[i])
	}
	return b.String()
}

func writeEntry(b *strings.Builder, key string, f cite.Footnote) {
	fmt.Fprintf(b, "@misc{%s,\n", key)
	field := func(name, value string) { fmt.Fprintf(b, "  %s = {%s},\n", name, value) }
	if f.Text != "" {
		field(bibNote, escapeTeX(f.Text))
	}
	if len(f.Links) > 0 {
		u := escapeURL(f.Links[0])
		field(bibURL, u)
		if len(f.Links) > 1 || u != f.Links[0] {
			for i, l := range f.Links {
				field(fmt.Sprintf("%s%d", bibLink, i+1), escapeTeX(l))
			}
		}
	}
	field(bibArticle, escapeTeX(f.Article))
	field(bibLabel, escapeTeX(f.Label))
	b.WriteString("}\n")
}

// texEscapes are pairs of a character and what stands for it. BibTeX counts braces
// behind a backslash, too, so that each of ours stands in a pair.
var texEscapes = []string{
	`\`, `\textbackslash{}`,
	`{`, `\textbraceleft{}`,
	`}`, `\textbraceright{}`,
	`^`, `\textasciicircum{}`,
	`~`, `\textasciitilde{}`,
	`<`, `\textless{}`,
	`>`, `\textgreater{}`,
	`|`, `\textbar{}`,
	`$`, `\$`,
	`&`, `\&`,
	`#`, `\#`,
	`%`, `\%`,
	`_`, `\_`,
}

var escaper, unescaper = strings.NewReplacer(texEscapes...), newUnescaper()

func newUnescaper() *strings.Replacer {
	back := make([]string, len(texEscapes))
	for i := 0; i < len(back); i += 2 {
		back[i], back[i+1] = texEscapes[i+1], texEscapes[i]
	}
	return strings.NewReplacer(back...)
}

func escapeTeX(s string) string { return escaper.Replace(strings.ToValidUTF8(s, "\uFFFD")) }

// unescapeTeX undoes escapeTeX. What else there is of TeX stays as it is.
func unescapeTeX(s string) string { return unescaper.Replace(s) }

// escapeURL percent-encodes what can't stand in a braced field.
func escapeURL(s string) string {
	var b strings.Builder
	for _, r := range strings.ToValidUTF8(s, "\uFFFD") {
		if r <= ' ' || r == 0x7F || strings.ContainsRune(`\{}"<>|^`+"`", r) {
			fmt.Fprintf(&b, "%%%02X", r)
			continue
		}
		b.WriteRune(r)
	}
	return b.String()
}
