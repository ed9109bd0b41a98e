package corpus

import (
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/lazyregexp"
)

// markdown is goldmark's parser of CommonMark with its tables and strikethrough,
// footnotes of our own and the limits of limits.go. goldmark's tables would also
// have to be told of escaped pipes in code; [markdownReader.codeSpan] reads them.
var markdown = parser.NewParser(
	parser.WithBlockParsers(
		util.Prioritized(parser.NewSetextHeadingParser(), 100),
		util.Prioritized(parser.NewThematicBreakParser(), 200),
		util.Prioritized(depthLimit{parser.NewListParser()}, 300),
		util.Prioritized(parser.NewListItemParser(), 400),
		util.Prioritized(parser.NewCodeBlockParser(), 500),
		util.Prioritized(headingLimit{parser.NewATXHeadingParser()}, 600),
		util.Prioritized(parser.NewFencedCodeBlockParser(), 700),
		util.Prioritized(depthLimit{parser.NewBlockquoteParser()}, 800),
		util.Prioritized(parser.NewHTMLBlockParser(), 900),
		util.Prioritized(depthLimit{definitionParser{}}, 999),
		util.Prioritized(parser.NewParagraphParser(), 1000),
	),
	parser.WithParagraphTransformers(
		util.Prioritized(linkDefinitions{}, 100),
		util.Prioritized(tableLimit{extension.NewTableParagraphTransformer()}, 200),
		util.Prioritized(plainParagraphs{}, 300),
	),
	parser.WithInlineParsers(
		util.Prioritized(parser.NewCodeSpanParser(), 100),
		util.Prioritized(referenceParser{}, 101),
		util.Prioritized(newLinkLimit(), 200),
		util.Prioritized(parser.NewAutoLinkParser(), 300),
		util.Prioritized(parser.NewRawHTMLParser(), 400),
		util.Prioritized(parser.NewEmphasisParser(), 500),
		util.Prioritized(extension.NewStrikethroughParser(), 500),
	),
)

// parseMarkdown reads Markdown with footnotes.
func parseMarkdown(name string, src []byte, notes []note) *Article {
	b := newBuilder(name, src)
	raw := b.a.raw
	block, yamlSpan := cutFrontMatter(raw)
	fm, err := parseFrontMatter(yamlSpan.Of(raw))
	b.identify(fm)
	m := &markdownReader{builder: b, base: block.End}
	if err != nil {
		b.diagnose(DiagFrontMatter, "", block.Start, "front matter is kept as text: %v", err)
		b.w.begin()
		b.w.copyCode(trimmed(raw, yamlSpan))
		b.endBlock(Code, "", nil)
	}
	m.source = src[m.base:]
	pc := parser.NewContext()
	m.children(markdown.Parse(text.NewReader(m.source), parser.WithContext(pc)), Paragraph, "")
	m.diagnoseLimits(pc)
	b.defineNotes(notes)
	return b.finish()
}

// trimmed returns the span without white space at its ends.
func trimmed(raw string, span cite.Span) (from, to int) {
	text := span.Of(raw)
	from = span.End - len(strings.TrimLeft(text, " \t\r\n"))
	to = span.Start + len(strings.TrimRight(text, " \t\r\n"))
	return min(from, to), to
}

// A markdownReader walks goldmark's tree. The tree's offsets count from base.
type markdownReader struct {
	*builder
	source []byte
	base   int
	inRow  bool // the row of a table is being read
}

// children reads the blocks in n, which are paragraphs, or of the kind of the
// block that they stand in.
func (m *markdownReader) children(n ast.Node, kind BlockKind, lead string) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		m.block(c, kind, lead)
	}
}

func (m *markdownReader) block(n ast.Node, kind BlockKind, lead string) {
	switch n := n.(type) {
	case *ast.Heading:
		if n.Parent().Kind() != ast.KindDocument {
			m.textBlock(n, kind, lead)
			return
		}
		m.headingBlock(n)
	case *ast.Paragraph, *ast.TextBlock, *plainNode:
		m.textBlock(n, kind, lead)
	case *ast.List:
		introduction := lead
		if prev := n.PreviousSibling(); prev != nil && prev.Kind() == ast.KindParagraph {
			if s := m.plain(prev); strings.HasSuffix(s, ":") {
				introduction = s
			}
		}
		for item := n.FirstChild(); item != nil; item = item.NextSibling() {
			m.item(item, introduction)
		}
	case *ast.Blockquote:
		m.children(n, Quotation, lead)
	case *ast.CodeBlock:
		m.code(n)
	case *ast.FencedCodeBlock:
		m.code(n)
	case *ast.HTMLBlock:
		m.html(n, kind, lead)
	case *extast.Table:
		m.table(n)
	case *definitionNode:
		m.definition(n)
	case *ast.ThematicBreak, *ast.LinkReferenceDefinition:
	default:
		m.children(n, kind, lead)
	}
}

func (m *markdownReader) headingBlock(n *ast.Heading) {
	heading := m.header(n)
	if n.Level == 1 && !m.hasHeading() {
		m.title(heading)
		return
	}
	m.heading(heading, n.Level)
}

// textBlock makes a block of the inline content of n.
func (m *markdownReader) textBlock(n ast.Node, kind BlockKind, lead string) {
	m.w.begin()
	m.inline(n, 0)
	m.endBlock(kind, lead, nil)
}

// item makes a block of all the paragraphs of a list item; what else stands in
// it (lists, code, quotations) makes blocks of its own behind it.
func (m *markdownReader) item(n ast.Node, lead string) {
	m.w.begin()
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if isText(c) {
			if c.Lines().Len() > 0 {
				m.w.join("\n\n", m.base+c.Lines().At(0).Start)
			}
			m.inline(c, 0)
		}
	}
	own := string(m.w.text)
	m.endBlock(ListItem, lead, nil)
	if own == "" {
		own = lead
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if !isText(c) {
			m.block(c, ListItem, own)
		}
	}
}

func isText(n ast.Node) bool {
	switch n.Kind() {
	case ast.KindParagraph, ast.KindTextBlock, kindPlain:
		return true
	}
	return false
}

func (m *markdownReader) code(n ast.Node) {
	m.w.begin()
	lines := n.Lines()
	for i := range lines.Len() {
		line := lines.At(i)
		end := line.Stop
		if i == lines.Len()-1 {
			for end > line.Start && (m.source[end-1] == '\n' || m.source[end-1] == '\r') {
				end--
			}
		}
		m.w.copyCode(m.base+line.Start, m.base+end)
	}
	m.endBlock(Code, "", nil)
}

var tag = lazyregexp.New(`(?s)<!--.*?(?:-->|$)|<[!?/a-zA-Z][^>]*(?:>|$)`)

// html keeps the text of an HTML block and drops its tags.
func (m *markdownReader) html(n *ast.HTMLBlock, kind BlockKind, lead string) {
	lines := n.Lines()
	if lines.Len() == 0 {
		return
	}
	from, to := lines.At(0).Start, lines.At(lines.Len()-1).Stop
	if n.HasClosure() {
		to = max(to, n.ClosureLine.Stop)
	}
	m.w.begin()
	at := from
	for _, t := range tag().FindAllIndex(m.source[from:to], -1) {
		m.w.copyMarkdown(m.base+at, m.base+from+t[0])
		m.w.blank(m.base+from+t[0], m.base+from+t[1])
		at = from + t[1]
	}
	m.w.copyMarkdown(m.base+at, m.base+to)
	if m.w.len() > 0 {
		m.diagnose(DiagHTMLBlock, "", m.base+from, "HTML between blocks; its text is kept as a paragraph, without tags and without footnote references")
	}
	m.endBlock(kind, lead, nil)
}

func (m *markdownReader) table(n *extast.Table) {
	var lead string
	for row := n.FirstChild(); row != nil; row = row.NextSibling() {
		if row.Kind() == extast.KindTableHeader {
			var cells []string
			for c := row.FirstChild(); c != nil; c = c.NextSibling() {
				cells = append(cells, m.header(c))
			}
			if strings.Join(cells, "") != "" {
				lead = strings.Join(cells, " | ")
			}
			continue
		}
		m.row(row, len(n.Alignments), lead)
	}
}

// row reads a row of a table with the given number of columns.
func (m *markdownReader) row(row ast.Node, columns int, lead string) {
	var cells []cite.Span
	separators := 0
	m.inRow = true
	defer func() { m.inRow = false }()
	m.w.begin()
	for c := row.FirstChild(); c != nil; c = c.NextSibling() {
		if c.FirstChild() != nil && separators > 0 {
			m.w.join(strings.Repeat(" |", separators)+" ", m.base+c.Lines().At(0).Start)
			separators = 0
		}
		if len(cells) == columns {
			m.diagnose(DiagRaggedRow, "", m.base+c.Lines().At(0).Start, "more cells than the header has")
		}
		start := m.w.len()
		m.inline(c, len(cells))
		cells = append(cells, cite.Span{Start: start, End: m.w.len()})
		separators++
	}
	m.endBlock(TableRow, lead, cells)
}

// inline writes the inline content of n; marks belong to the given cell.
func (m *markdownReader) inline(n ast.Node, cell int) {
	if n.Kind() == kindPlain {
		m.plainLines(n.Lines(), cell)
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Text:
			from, to := m.base+c.Segment.Start, m.base+c.Segment.Stop
			switch {
			case n.Kind() == ast.KindCodeSpan:
				m.codeSpan(from, to)
			case c.IsRaw():
				m.w.copyText(from, to)
			default:
				m.w.copyMarkdown(from, to)
			}
			if c.SoftLineBreak() || c.HardLineBreak() {
				_, next := lineAt(m.w.raw, to)
				m.w.blank(to, next)
			}
		case *referenceNode:
			m.w.mark(c.label, m.base+c.from, m.base+c.to, cell)
		case *ast.AutoLink:
			from := m.base + c.Pos() + 1
			at := m.w.len()
			m.w.copyText(from, from+len(c.Label(m.source)))
			address := string(c.URL(m.source))
			if c.AutoLinkType == ast.AutoLinkEmail {
				address = "mailto:" + address
			}
			m.w.link(at, address)
		case *ast.Link:
			at := m.w.len()
			m.inline(c, cell)
			m.w.link(at, string(c.Destination))
		case *ast.RawHTML:
			if c.Segments.Len() > 0 {
				s := c.Segments.At(0)
				if isBreak(s.Value(m.source)) {
					m.w.blank(m.base+s.Start, m.base+s.Stop)
				}
			}
		default:
			m.inline(c, cell)
		}
	}
}

// codeSpan writes raw[from:to], which stands in code in running text. Only in a
// table is there an escape in it, that of the pipe.
func (m *markdownReader) codeSpan(from, to int) {
	for m.inRow {
		n := strings.Index(m.w.raw[from:to], `\|`)
		if n < 0 {
			break
		}
		m.w.copyText(from, from+n)
		from += n + 1
	}
	m.w.copyText(from, to)
}

// plainLines writes lines in which only footnote references, escapes and
// entities are markup.
func (m *markdownReader) plainLines(lines *text.Segments, cell int) {
	for i := range lines.Len() {
		line := lines.At(i)
		from := line.Start
		for at := from; at < line.Stop; at++ {
			switch m.source[at] {
			case '\\':
				at++
			case '[':
				if label, n := cutLabel(m.source[at:line.Stop]); n > 0 {
					m.w.copyMarkdown(m.base+from, m.base+at)
					m.w.mark(label, m.base+at, m.base+at+n, cell)
					from = at + n
					at = from - 1
				}
			}
		}
		m.w.copyMarkdown(m.base+from, m.base+line.Stop)
	}
}

func isBreak(tag []byte) bool {
	return len(tag) >= 3 && strings.EqualFold(string(tag[:3]), "<br")
}

// plain returns the clean text of n, marks left out.
func (m *markdownReader) plain(n ast.Node) string {
	text, _ := m.aside(func() { m.inline(n, 0) })
	return text
}

// header returns the clean text of a heading or of a header cell. Marks in it
// have no block that they could stand in; a diagnostic tells of them.
func (m *markdownReader) header(n ast.Node) string {
	text, marks := m.aside(func() { m.inline(n, 0) })
	for _, mk := range marks {
		m.strays[mk.label] = true
		m.diagnose(DiagStrayReference, mk.label, mk.source.Start, "reference to [^%s] in a heading or table header, where it vouches for nothing", mk.label)
	}
	return text
}

// aside returns what write writes, instead of making it a part of the block.
func (m *markdownReader) aside(write func()) (string, []mark) {
	saved := m.w
	m.w = newWriter(saved.raw)
	m.w.invalid, m.w.nul = saved.invalid, saved.nul
	write()
	text, marks := string(m.w.text), m.w.marks
	saved.invalid, saved.nul = m.w.invalid, m.w.nul
	m.w = saved
	return text, marks
}
