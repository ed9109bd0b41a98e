package corpus

import (
	"fmt"
	"strings"

	"go.yaml.in/yaml/v3"

	"github.com/footnote-go/footnote/corpus/cite"
)

// maxFrontMatter is the most bytes of front matter that are read as YAML.
const maxFrontMatter = 64 << 10

const byteOrderMark = "\ufeff"

// frontMatter is what an article says of itself before its text.
type frontMatter struct {
	ID, Title, Description, Revision string
}

// cutFrontMatter finds YAML between a first line "---" and a line "---" or
// "..." behind it. block is all of it, text is what stands between the lines;
// both are empty spans if there is none.
func cutFrontMatter(raw string) (block, text cite.Span) {
	from := 0
	if strings.HasPrefix(raw, byteOrderMark) {
		from = len(byteOrderMark)
	}
	none := cite.Span{Start: from, End: from}
	first, at := lineAt(raw, from)
	if first != "---" || at == from {
		return none, none
	}
	if second, _ := lineAt(raw, at); second == "" {
		return none, none // a thematic break
	}
	for start := at; start < len(raw); start = at {
		var line string
		line, at = lineAt(raw, start)
		if line == "---" || line == "..." {
			return cite.Span{Start: from, End: at}, cite.Span{Start: none.Start + len("---"), End: start}
		}
	}
	return none, none
}

// lineAt returns the line that starts at from, without trailing white space,
// and where the next one starts.
func lineAt(raw string, from int) (line string, next int) {
	next = len(raw)
	if i := strings.IndexByte(raw[from:], '\n'); i >= 0 {
		next = from + i + 1
	}
	return strings.TrimRight(raw[from:next], " \t\r\n"), next
}

// parseFrontMatter reads the known keys; unknown ones are the business of other
// programs. Values are taken as they are written, so that a date stays "2026-1"
// and a title may be "2024".
func parseFrontMatter(text string) (frontMatter, error) {
	var fm frontMatter
	if len(text) > maxFrontMatter {
		return fm, fmt.Errorf("%d bytes; at most %d are read", len(text), maxFrontMatter)
	}
	var doc yaml.Node
	if err := yaml.Unmarshal([]byte(text), &doc); err != nil {
		return fm, err
	}
	if doc.Kind == 0 { // nothing between the lines
		return fm, nil
	}
	m := doc.Content[0]
	if m.Kind != yaml.MappingNode {
		return fm, fmt.Errorf("not a mapping of keys to values")
	}
	for i := 0; i+1 < len(m.Content); i += 2 {
		var to *string
		switch m.Content[i].Value {
		case "id":
			to = &fm.ID
		case "title":
			to = &fm.Title
		case "description":
			to = &fm.Description
		case "revision":
			to = &fm.Revision
		default:
			continue
		}
		v := m.Content[i+1]
		if v.Kind != yaml.ScalarNode {
			return frontMatter{}, fmt.Errorf("line %d: %s is not a plain value", v.Line, m.Content[i].Value)
		}
		if v.Tag != "!!null" {
			*to = strings.TrimSpace(v.Value)
		}
	}
	return fm, nil
}
