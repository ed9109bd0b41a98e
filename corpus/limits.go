package corpus

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// goldmark takes time quadratic in the delimiters of a paragraph, and in the
// depth of nesting, and stack in proportion to it. These limits keep reading
// about linear in the size of the file; no article that a person wrote comes
// near them. Nothing is lost beyond them: what would be markup stays text.
const (
	// maxDepth is how deep quotations, lists and definitions may stand in one
	// another.
	maxDepth = 32
	// maxWork is the most that the bytes of a paragraph, times those of them
	// that could begin or end markup, may come to.
	maxWork = 1 << 26
	// maxHeading is the most bytes that a line beginning with "#" may have.
	maxHeading = 4 << 10
	// maxParentheses is how deep parentheses may stand in one another in the
	// address of a link, as in cmark.
	maxParentheses = 32
	// maxRun is about how many lines of link definitions are read at once.
	maxRun = 256
)

// The keys under which a parser.Context holds the offset of the first place
// where a limit was passed.
var (
	depthKey  = parser.NewContextKey()
	markupKey = parser.NewContextKey()
)

func overLimit(pc parser.Context, key parser.ContextKey, offset int) {
	if pc.Get(key) == nil {
		pc.Set(key, offset)
	}
}

// diagnoseLimits tells of the limits that were passed.
func (m *markdownReader) diagnoseLimits(pc parser.Context) {
	if at, ok := pc.Get(depthKey).(int); ok {
		m.diagnose(DiagNestingLimit, "", m.base+at, "nested more than %d deep, here first; what is deeper is read as text", maxDepth)
	}
	if at, ok := pc.Get(markupKey).(int); ok {
		m.diagnose(DiagMarkupLimit, "", m.base+at, "too much markup in one paragraph, table or heading, here first; it is read as text, with its footnote references")
	}
}

// A depthLimit is the parser of a block that holds other blocks. It refuses to
// open one in maxDepth others.
type depthLimit struct{ parser.BlockParser }

func (p depthLimit) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, position := reader.Position()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n == nil {
		return nil, state
	}
	depth := 0
	for up := parent; up != nil; up = up.Parent() {
		switch up.Kind() {
		case ast.KindBlockquote, ast.KindList, kindDefinition:
			depth++
		}
	}
	if depth < maxDepth {
		return n, state
	}
	overLimit(pc, depthKey, position.Start)
	reader.SetPosition(line, position)
	return nil, parser.NoChildren
}

// A headingLimit is the parser of "#" headings. It refuses lines longer than
// maxHeading.
type headingLimit struct{ parser.BlockParser }

func (p headingLimit) Open(parent ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	bytes, _ := reader.PeekLine()
	line, position := reader.Position()
	n, state := p.BlockParser.Open(parent, reader, pc)
	if n == nil || len(bytes) <= maxHeading {
		return n, state
	}
	overLimit(pc, markupKey, position.Start)
	reader.SetPosition(line, position)
	return nil, parser.NoChildren
}

// A linkLimit is the parser of links. It refuses addresses for whose end goldmark
// would look through the line, at each of them again.
type linkLimit struct {
	parser.InlineParser
	parser.CloseBlocker
}

func newLinkLimit() linkLimit {
	p := parser.NewLinkParser()
	return linkLimit{p, p.(parser.CloseBlocker)}
}

func (p linkLimit) Parse(parent ast.Node, block text.Reader, pc parser.Context) ast.Node {
	line, segment := block.PeekLine()
	if len(line) > 1 && line[0] == ']' && line[1] == '(' && !mayBeAddress(line[2:]) {
		block.Advance(1)
		return ast.NewTextSegment(segment.WithStop(segment.Start + 1))
	}
	return p.InlineParser.Parse(parent, block, pc)
}

// mayBeAddress reports whether line may begin with the address of a link. In a
// row of them it looks no further than maxParentheses ahead.
func mayBeAddress(line []byte) bool {
	line = bytes.TrimLeft(line, " \t\r\n")
	angled := len(line) > 0 && line[0] == '<'
	depth := 0
	for i, c := range line {
		switch {
		case i > 0 && line[i-1] == '\\':
		case angled && c == '>':
			return true
		case angled && c == '<' && i > 0:
			return false
		case angled:
		case c == '(':
			if depth++; depth > maxParentheses {
				return false
			}
		case c == ')' && depth == 0, util.IsSpace(c):
			return true
		case c == ')':
			depth--
		}
	}
	return !angled
}

// linkDefinitions takes the definitions of link addresses ("[a]: b") out of a
// paragraph, about maxRun lines at a time.
type linkDefinitions struct{}

func (linkDefinitions) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	take := parser.LinkReferenceParagraphTransformer.Transform
	parent, lines := node.Parent(), node.Lines()
	for lines.Len() > maxRun {
		n := maxRun
		for n < lines.Len() && !beginsWith(valueAt(lines, n, reader), '[') {
			n++
		}
		head := ast.NewParagraph()
		head.SetBlankPreviousLines(node.HasBlankPreviousLines())
		head.Lines().AppendAll(lines.Sliced(0, n))
		parent.InsertBefore(parent, node, head)
		take(head, reader, pc)
		if head.Parent() != nil { // here the text begins
			head.Lines().AppendAll(lines.Sliced(n, lines.Len()))
			node.SetLines(head.Lines())
			parent.RemoveChild(parent, head)
			return
		}
		lines.SetSliced(n, lines.Len())
	}
	if lines.Len() == 0 {
		parent.RemoveChild(parent, node)
		return
	}
	take(node, reader, pc)
}

// A tableLimit makes tables of paragraphs. It refuses those that would have more
// cells than bytes, since cells that are missing are filled in, and those with a
// row over maxWork.
type tableLimit struct{ parser.ParagraphTransformer }

func (t tableLimit) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	if lines.Len() < 2 {
		return
	}
	columns, size := 0, 0
	for i := range lines.Len() {
		line := valueAt(lines, i, reader)
		size += len(line)
		if len(bytes.Trim(line, "|-: \t\r\n")) == 0 {
			columns = max(columns, 1+bytes.Count(line, []byte("|")))
		}
		if tooMuch(line) {
			return // as the paragraph then is
		}
	}
	if columns*lines.Len() > size {
		overLimit(pc, markupKey, lines.At(0).Start)
		return
	}
	parent, before := node.Parent(), node.PreviousSibling()
	t.ParagraphTransformer.Transform(node, reader, pc)
	table := parent.FirstChild()
	switch {
	case node.Parent() != nil: // text before the table
		table = node.NextSibling()
	case before != nil:
		table = before.NextSibling()
	}
	if table, ok := table.(*extast.Table); ok {
		addSurplus(table, reader.Source())
	}
}

// A plainNode is a paragraph in which no markup is looked for.
type plainNode struct{ ast.BaseBlock }

var kindPlain = ast.NewNodeKind("PlainParagraph")

func (*plainNode) Kind() ast.NodeKind { return kindPlain }

// IsRaw keeps goldmark's inline parsers away.
func (*plainNode) IsRaw() bool { return true }

func (n *plainNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// plainParagraphs makes plain nodes of paragraphs over maxWork.
type plainParagraphs struct{}

func (plainParagraphs) Transform(node *ast.Paragraph, reader text.Reader, pc parser.Context) {
	lines := node.Lines()
	all := reader.Source()[lines.At(0).Start:lines.At(lines.Len()-1).Stop]
	if !tooMuch(all) {
		return
	}
	overLimit(pc, markupKey, lines.At(0).Start)
	plain := &plainNode{}
	plain.SetLines(lines)
	plain.SetBlankPreviousLines(node.HasBlankPreviousLines())
	node.Parent().ReplaceChild(node.Parent(), node, plain)
}

// tooMuch reports whether text is over maxWork.
func tooMuch(text []byte) bool {
	if len(text)*len(text) <= maxWork {
		return false // even if it were nothing but markup
	}
	n := 0
	for _, c := range text {
		switch c {
		case '*', '_', '~', '[', ']', '<', '`':
			n++
		}
	}
	return len(text)*n > maxWork
}

func valueAt(lines *text.Segments, i int, reader text.Reader) []byte {
	s := lines.At(i)
	return reader.Source()[s.Start:s.Stop]
}

func beginsWith(line []byte, c byte) bool {
	line = bytes.TrimLeft(line, " ")
	return len(line) > 0 && line[0] == c
}
