package corpus

import (
	"regexp"
	"slices"
	"strings"

	"github.com/yuin/goldmark/ast"
	mdtext "github.com/yuin/goldmark/text"

	"github.com/footnote-go/footnote/corpus/cite"
)

// definition reads a footnote definition. References in it stay text: a note
// vouches for passages, not for other notes.
func (m *markdownReader) definition(n *definitionNode) {
	var parts, links []string
	emphasised := false
	end := n.from
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
			emphasised = emphasised || len(strings.Fields(m.plain(c))) > 1
		}
		if c.Type() == ast.TypeBlock && c.Lines() != nil && c.Lines().Len() > 0 {
			end = c.Lines().At(c.Lines().Len() - 1).Stop
			if s := m.noteText(c); s != "" {
				parts = append(parts, s)
			}
		}
		return ast.WalkContinue, nil
	})
	text := strings.Join(parts, " ")
	for _, u := range urls(text) {
		if !slices.Contains(links, u) {
			links = append(links, u)
		}
	}
	for end > n.from && (m.source[end-1] == '\n' || m.source[end-1] == '\r') {
		end--
	}
	if end == n.from {
		end += len("[^]:") + len(n.label)
	}
	m.define(n.label, text, links, emphasised, cite.Span{Start: m.base + n.from, End: m.base + end})
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

// bareURL finds addresses, with parentheses that are closed in them.
var bareURL = regexp.MustCompile(`\bhttps?://(?:[^\s<>"'()\[\]{}]|\([^\s<>"'()]*\))+`)

// urls returns the addresses that stand in a text as they are, without the
// punctuation of the sentence behind them.
func urls(text string) []string {
	if !strings.Contains(text, "://") {
		return nil // most notes; the expression takes its time
	}
	found := bareURL.FindAllString(text, -1)
	for i, u := range found {
		found[i] = strings.TrimRight(u, ".,;:!?")
	}
	return found
}
