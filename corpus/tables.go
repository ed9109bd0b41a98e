package corpus

import (
	"bytes"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/text"
)

// addSurplus gives the rows of a table the cells that they have beyond those of
// the header, which goldmark, as GitHub, drops.
func addSurplus(table *extast.Table, source []byte) {
	for row := table.FirstChild(); row != nil; row = row.NextSibling() {
		last := row.LastChild()
		if row.Kind() == extast.KindTableHeader || last == nil || last.Lines() == nil || last.Lines().Len() == 0 {
			continue
		}
		for _, s := range surplus(source, last.Lines().At(0).Stop) {
			cell := extast.NewTableCell()
			cell.Lines().Append(s)
			row.AppendChild(row, ast.Node(cell))
		}
	}
}

// surplus returns the cells that stand in a line behind the one that ends at from.
func surplus(source []byte, from int) []text.Segment {
	end := len(source)
	if n := bytes.IndexByte(source[from:], '\n'); n >= 0 {
		end = from + n
	}
	at := bytes.IndexByte(source[from:end], '|')
	if at < 0 {
		return nil
	}
	end = from + len(bytes.TrimRight(source[from:end], " \t\r"))
	if source[end-1] == '|' && !escaped(source, end-1) {
		end-- // the row's own closing pipe
	}
	var cells []text.Segment
	for at += from + 1; at <= end; {
		stop := at
		for stop < end && (source[stop] != '|' || escaped(source, stop)) {
			stop++
		}
		s := text.NewSegment(at, stop)
		s = s.TrimLeftSpace(source)
		s = s.TrimRightSpace(source)
		cells = append(cells, s)
		at = stop + 1
	}
	for n := len(cells); n > 0 && cells[n-1].Len() == 0; n-- {
		cells = cells[:n-1]
	}
	return cells
}

func escaped(source []byte, i int) bool { return i > 0 && source[i-1] == '\\' }
