package corpus

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The parsers here read footnotes and lose nothing. goldmark's own extension
// drops definitions that nothing refers to and turns references without a
// definition into text; it also moves definitions out of their place. The
// priorities are those of that extension: references before links, definitions
// after all other blocks but paragraphs.

// maxLabel is the most bytes that a label has, as for link labels in CommonMark.
const maxLabel = 999

// cutLabel reads "[^label]" at the start of line and returns the label and the
// length of the whole, 0 if there is none.
func cutLabel(line []byte) (label string, n int) {
	if len(line) < 4 || line[0] != '[' || line[1] != '^' {
		return "", 0
	}
	for i := 2; i < min(len(line), maxLabel+3); i++ {
		switch c := line[i]; {
		case c == ']':
			if label = string(line[2:i]); !isLabel(label) {
				return "", 0
			}
			return label, i + 1
		case c == '[' || c <= ' ':
			return "", 0
		}
	}
	return "", 0
}

// isLabel reports whether s can be a label: UTF-8 without white space, brackets,
// control or format characters, not empty. A label stands outside of what is
// quoted, in citation keys, where a line end in it could pass for the text around
// and a bidirectional control could turn that round.
func isLabel(s string) bool {
	return s != "" && len(s) <= maxLabel && utf8.ValidString(s) && !strings.ContainsFunc(s, func(r rune) bool {
		return r == '[' || r == ']' || unicode.IsSpace(r) || unicode.In(r, unicode.Cc, unicode.Cf)
	})
}

var (
	kindReference  = ast.NewNodeKind("FootnoteReference")
	kindDefinition = ast.NewNodeKind("FootnoteDefinition")
)

// A referenceNode is a footnote mark in running text.
type referenceNode struct {
	ast.BaseInline
	label    string
	from, to int // in the source
}

func (*referenceNode) Kind() ast.NodeKind { return kindReference }

func (n *referenceNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Label": n.label}, nil)
}

type referenceParser struct{}

// Trigger includes "!" because goldmark would take "![" for an image: a mark
// may follow an exclamation mark.
func (referenceParser) Trigger() []byte { return []byte{'!', '['} }

func (referenceParser) Parse(parent ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, segment := block.PeekLine()
	bang := 0
	if line[0] == '!' {
		bang = 1
	}
	label, n := cutLabel(line[bang:])
	if n == 0 {
		return nil
	}
	from := segment.Start + bang - segment.Padding
	if bang > 0 {
		parent.AppendChild(parent, ast.NewTextSegment(text.NewSegment(segment.Start, segment.Start+1)))
	}
	block.Advance(bang + n)
	return &referenceNode{label: label, from: from, to: from + n}
}

// A definitionNode is a footnote definition; its children are the blocks of the
// note.
type definitionNode struct {
	ast.BaseBlock
	label string
	from  int // in the source
}

func (*definitionNode) Kind() ast.NodeKind { return kindDefinition }

func (n *definitionNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Label": n.label}, nil)
}

type definitionParser struct{}

func (definitionParser) Trigger() []byte { return []byte{'['} }

func (definitionParser) Open(_ ast.Node, reader text.Reader, pc parser.Context) (ast.Node, parser.State) {
	line, segment := reader.PeekLine()
	pos := pc.BlockOffset()
	if pos < 0 {
		return nil, parser.NoChildren
	}
	label, n := cutLabel(line[pos:])
	if n == 0 || pos+n >= len(line) || line[pos+n] != ':' {
		return nil, parser.NoChildren
	}
	node := &definitionNode{label: label, from: segment.Start + pos - segment.Padding}
	rest := pos + n + 1
	if rest >= len(line) {
		reader.Advance(rest)
		return node, parser.NoChildren
	}
	reader.AdvanceAndSetPadding(rest-segment.Padding, 0)
	return node, parser.HasChildren
}

// Continue takes lines that are indented by four columns, as goldmark's own
// extension and GitHub do; unindented lines continue a paragraph as anywhere.
func (definitionParser) Continue(_ ast.Node, reader text.Reader, _ parser.Context) parser.State {
	line, _ := reader.PeekLine()
	if util.IsBlank(line) {
		return parser.Continue | parser.HasChildren
	}
	pos, padding := util.IndentPosition(line, reader.LineOffset(), 4)
	if pos < 0 {
		return parser.Close
	}
	reader.AdvanceAndSetPadding(pos, padding)
	return parser.Continue | parser.HasChildren
}

func (definitionParser) Close(ast.Node, text.Reader, parser.Context) {}

func (definitionParser) CanInterruptParagraph() bool { return true }

func (definitionParser) CanAcceptIndentedLine() bool { return false }
