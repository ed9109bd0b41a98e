package corpus

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	mdtext "github.com/yuin/goldmark/text"

	"github.com/footnote-go/footnote/corpus/cite"
)

// definition reads a footnote definition. References in it stay text: a note
// vouches for passages, not for other notes.
func (m *markdownReader) definition(n *definitionNode) {
	text, links, emphasised := m.noteOf(n)
	end := max(n.from, lastByte(n))
	for end > n.from && (m.source[end-1] == '\n' || m.source[end-1] == '\r') {
		end--
	}
	if end == n.from {
		end += len("[^]:") + len(n.label)
	}
	m.define(n.label, text, links, emphasised, cite.Span{Start: m.base + n.from, End: m.base + end})
}

// defineNotes adds the definitions of a sidecar. Their texts are Markdown, too.
func (b *builder) defineNotes(notes []note) {
	for _, n := range notes {
		m := &markdownReader{builder: &builder{w: newWriter(n.Text)}, source: []byte(n.Text)}
		text, links, emphasised := m.noteOf(markdown.Parse(mdtext.NewReader(m.source)))
		b.define(n.Label, text, links, emphasised, cite.Span{})
	}
}

// noteOf returns the clean text of the blocks in n, where they link to, and
// whether two words or more stand in italics.
func (m *markdownReader) noteOf(n ast.Node) (text string, links []string, emphasised bool) {
	var parts []string
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch c := c.(type) {
		case *ast.Link:
			links = append(links, string(c.Destination))
		case *ast.AutoLink:
			links = append(links, string(c.URL(m.source)))
		case *ast.Emphasis:
			emphasised = emphasised || c.Level == 1 && len(strings.Fields(m.plain(c))) > 1
		}
		if hasLines(c) {
			if s := m.noteText(c); s != "" {
				parts = append(parts, s)
			}
		}
		return ast.WalkContinue, nil
	})
	text = strings.Join(parts, " ")
	have := make(map[string]bool, len(links))
	for _, l := range links {
		have[l] = true
	}
	for _, u := range urls(text) {
		if !have[u] {
			have[u] = true
			links = append(links, u)
		}
	}
	return text, links, emphasised
}

// lastByte returns where the lines of the last block in n that has some end, 0 if
// none has.
func lastByte(n ast.Node) (end int) {
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && hasLines(c) {
			end = c.Lines().At(c.Lines().Len() - 1).Stop
		}
		return ast.WalkContinue, nil
	})
	return end
}

func hasLines(n ast.Node) bool {
	return n.Type() == ast.TypeBlock && n.Lines() != nil && n.Lines().Len() > 0
}

// noteText returns the clean text of a block of a note, with marks as text.
func (m *markdownReader) noteText(n ast.Node) string {
	switch n.Kind() {
	case ast.KindCodeBlock, ast.KindFencedCodeBlock, ast.KindHTMLBlock, kindPlain:
		text, _ := m.aside(func() {
			for i := range n.Lines().Len() {
				line := n.Lines().At(i)
				m.w.copyText(m.base+line.Start, m.base+line.Stop)
			}
		})
		return text
	}
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if r, ok := c.(*referenceNode); ok {
			n.InsertBefore(n, c, ast.NewRawTextSegment(mdtext.NewSegment(r.from, r.to)))
			n.RemoveChild(n, c)
		}
		c = next
	}
	return m.plain(n)
}
