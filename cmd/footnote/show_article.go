package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

type articleOutput struct {
	Schema      string              `json:"schema"`
	Article     string              `json:"article"`
	Title       string              `json:"title"`
	Description string              `json:"description,omitempty"`
	Revised     string              `json:"revised,omitempty"`
	Revision    cite.Digest         `json:"revision"`
	Outline     []outlineEntry      `json:"outline"`
	Counts      corpus.Counts       `json:"counts"`
	Sidecars    []corpus.Sidecar    `json:"sidecars,omitempty"`
	Diagnostics []corpus.Diagnostic `json:"diagnostics"`
}

type outlineEntry struct {
	Level      int      `json:"level"`
	LevelKnown bool     `json:"level_known"`
	Heading    string   `json:"heading"`
	Section    []string `json:"section"`
	ID         string   `json:"id"`
	Passages   int      `json:"passages"`
	Footnotes  []string `json:"footnotes"`

	marks string
}

func (a *app) showArticle(article *corpus.Article) {
	out := articleOutput{
		Schema: schema, Article: article.ID(), Title: article.Title(), Description: article.Description(),
		Revised: article.RevisionDate(), Revision: article.Revision(), Counts: article.Counts(),
		Outline:     []outlineEntry{},
		Sidecars:    slices.Collect(article.Sidecars()),
		Diagnostics: slices.AppendSeq([]corpus.Diagnostic{}, article.Diagnostics()),
	}
	for s := range article.Sections() {
		out.Outline = append(out.Outline, a.outline(s))
	}
	if a.json {
		a.out.json(out)
		return
	}
	out.print(a)
}

func (a *app) outline(s corpus.Section) outlineEntry {
	entry := outlineEntry{
		Level: s.Level(), LevelKnown: s.LevelKnown(), Heading: s.Heading(),
		Section: append([]string{}, s.Path()...), ID: s.ID(), Footnotes: []string{},
	}
	seen := map[string]bool{}
	for p := range s.Passages() {
		entry.Passages++
		for _, f := range p.Footnotes() {
			if !seen[f.Label] {
				seen[f.Label] = true
				entry.Footnotes = append(entry.Footnotes, f.Label)
				entry.marks += a.corpus.Mark(f)
			}
		}
	}
	return entry
}

func (o articleOutput) print(a *app) {
	if o.Title != "" {
		a.out.wrap("", a.out.strong(o.Title))
	}
	id := o.Article
	if o.Revised != "" {
		id += ", revised " + o.Revised
	}
	a.out.wrap("", plain(id))
	if o.Description != "" {
		a.out.blank()
		a.out.wrap("", plain(o.Description))
	}
	a.out.blank()
	for _, line := range describe(o.Counts) {
		a.out.wrap("", styled(line))
	}
	if len(o.Outline) > 0 {
		a.out.blank()
	}
	for _, entry := range o.Outline {
		entry.print(a)
	}
	if len(o.Diagnostics) > 0 {
		a.out.blank()
	}
	for _, d := range o.Diagnostics {
		a.out.hang("! ", "  ", styled(oneLine(d.String())))
	}
}

func (o outlineEntry) print(a *app) {
	indent := styled(strings.Repeat("  ", max(0, len(o.Section)-1)))
	heading := o.Heading
	if heading == "" {
		heading = "(no heading)"
	}
	line := plain(heading)
	if o.Passages > 0 {
		line += " " + a.out.faint(fmt.Sprintf("(%s)", counted(o.Passages, "passage", "passages")))
	}
	if o.marks != "" {
		line += " " + a.out.faint(o.marks)
	}
	a.out.hang(indent, indent+"    ", line)
}

// describe says what an article consists of, without what it has none of.
func describe(c corpus.Counts) []string {
	var blocks []string
	for _, b := range []struct {
		n         int
		one, many string
	}{
		{c.Paragraphs, "paragraph", "paragraphs"},
		{c.ListItems, "list item", "list items"},
		{c.TableRows, "table row", "table rows"},
		{c.Quotations, "quotation", "quotations"},
		{c.Code, "piece of code", "pieces of code"},
	} {
		if b.n > 0 {
			blocks = append(blocks, counted(b.n, b.one, b.many))
		}
	}
	passages := counted(c.Passages, "passage", "passages")
	if len(blocks) > 0 {
		passages += ": " + strings.Join(blocks, ", ")
	}
	notes := counted(c.Footnotes, "footnote", "footnotes")
	if c.Unused > 0 {
		notes += fmt.Sprintf(", %d unused", c.Unused)
	}
	if c.Duplicates > 0 {
		notes += fmt.Sprintf(", %d defined again", c.Duplicates)
	}
	references := counted(c.References, "reference", "references")
	if c.Unresolved > 0 {
		references += fmt.Sprintf(", %d without a definition", c.Unresolved)
	}
	return []string{passages, notes + "; " + references}
}
