package main

import (
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// noFootnote stands where a mark would, if there were a footnote.
const noFootnote = "[no footnote]"

// markList returns the marks of footnotes, or says that there are none.
func (a *app) markList(notes []cite.Footnote) string {
	if len(notes) == 0 {
		return noFootnote
	}
	var b strings.Builder
	for _, f := range notes {
		b.WriteString(a.corpus.Mark(f))
	}
	return b.String()
}

// marks returns the marks as they stand behind text, on its last line.
func (a *app) marks(notes []cite.Footnote) styled {
	return glued(a.out.strong(a.markList(notes)))
}

// maxHang is the most columns by which a note is indented under its mark.
const maxHang = 12

// printNotes prints footnotes, their texts below each other.
func (a *app) printNotes(notes []cite.Footnote) {
	hang := 0
	for _, f := range notes {
		hang = max(hang, columns(plain(a.corpus.Mark(f)))+1)
	}
	if hang > maxHang {
		hang = 4
	}
	indent := styled(strings.Repeat(" ", hang))
	for _, f := range notes {
		text := f.Text
		if text == "" {
			text = "(no text)"
		}
		mark := a.out.strong(a.corpus.Mark(f))
		pad := strings.Repeat(" ", max(1, hang-columns(mark)))
		a.out.hang(mark+styled(pad), indent, plain(text))
	}
}

// printLead prints what a passage's text needs to be understood but doesn't
// contain, apart from it.
func (a *app) printLead(indent styled, p corpus.Passage) {
	if lead := p.Lead(); lead != "" {
		a.out.wrap(indent, a.out.faint("("+lead+")"))
	}
}

// sectionPath returns the headings that lead to a section.
func sectionPath(s corpus.Section) string { return strings.Join(s.Path(), " › ") }
