package corpus

import (
	"strings"
	"unicode"
)

// Quoted returns a passage as Markdown for the prompt of a language model: a
// heading with the key by which an answer over the corpus c cites it, and its ID;
// then where it stands, its lead, its text and its notes.
//
// All text of the article stands in block quotations: see [Blockquote]. Outside
// stand only citation keys and IDs, which hold no white space, control or format
// characters, or brackets.
func (c *Corpus) Quoted(p Passage) string {
	if p.IsZero() {
		return ""
	}
	var b strings.Builder
	b.WriteString("### " + c.Key(p))
	if len(p.Labels()) > 0 {
		b.WriteString(" " + string(p.ID()))
	}
	b.WriteString("\n\n")
	where := p.Section().Path()
	if title := p.Article().Title(); title != "" {
		where = append([]string{title}, where...)
	}
	if len(where) > 0 {
		quote(&b, strings.Join(where, " › "))
		quote(&b, "")
	}
	if p.Lead() != "" {
		quote(&b, p.Lead())
	}
	quote(&b, p.Text())
	for _, f := range p.Footnotes() {
		if f.Text == "" {
			b.WriteString("\nNote " + c.Mark(f) + " has no text.\n")
			continue
		}
		b.WriteString("\nNote " + c.Mark(f) + ":\n\n")
		quote(&b, f.Text)
	}
	return b.String()
}

// Blockquote returns text as a block quotation of Markdown: every line of it begins
// with ">". No bytes of the text can close the quotation or imitate what stands
// outside of it, since wherever anything might see a line end, the next line begins
// with ">".
func Blockquote(text string) string {
	var b strings.Builder
	quote(&b, text)
	return b.String()
}

// quote writes text as lines of a block quotation.
func quote(b *strings.Builder, text string) {
	start := true
	for _, r := range text {
		if start {
			b.WriteString("> ")
			start = false
		}
		if isLineEnd(r) {
			b.WriteByte('\n')
			start = true
			continue
		}
		b.WriteRune(r)
	}
	if start {
		b.WriteByte('>')
	}
	b.WriteByte('\n')
}

// isLineEnd reports whether anything might see the end of a line in r: line and
// paragraph separators, and all control characters but the tab.
func isLineEnd(r rune) bool {
	return r == '\u2028' || r == '\u2029' || unicode.IsControl(r) && r != '\t'
}
