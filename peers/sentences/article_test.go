package sentences_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"
)

var (
	definition = regexp.MustCompile(`^\[\^[^\]]+\]:`)
	reference  = regexp.MustCompile(`\[\^[^\]]+\]`)
)

// paragraphs returns the prose of a Markdown article: its paragraphs and list
// items, each on one line and without footnote references. Front matter,
// headings, tables and footnote definitions are left out.
func paragraphs(markdown string) []string {
	var all, lines []string
	flush := func() {
		if len(lines) > 0 {
			text := reference.ReplaceAllString(strings.Join(lines, " "), "")
			all = append(all, text)
			lines = nil
		}
	}
	inDefinition := false
	for line := range strings.SplitSeq(withoutFrontMatter(markdown), "\n") {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || strings.HasPrefix(line, "#") || strings.HasPrefix(line, "|"):
			flush()
			inDefinition = false
		case definition.MatchString(line):
			flush()
			inDefinition = true
		case inDefinition:
		default:
			item, isItem := strings.CutPrefix(line, "- ")
			if isItem {
				flush()
			}
			lines = append(lines, item)
		}
	}
	flush()
	return all
}

// withoutFrontMatter cuts off what is between two --- lines at the beginning.
func withoutFrontMatter(markdown string) string {
	const fence = "---\n"
	rest, ok := strings.CutPrefix(markdown, fence)
	if !ok {
		return markdown
	}
	_, body, ok := strings.Cut(rest, "\n"+fence)
	if !ok {
		return markdown
	}
	return body
}

func TestParagraphs(t *testing.T) {
	const article = `---
id: x
---

# Title

One line.[^1]
Another [link](x).

| a | b |
| - | - |
- An item[^a-b].
- A second
  on two lines.

[^1]: A source. By someone.
  With more.

[^a-b]: Another.
Last.

The end.`
	want := []string{
		"One line. Another [link](x).",
		"An item.",
		"A second on two lines.",
		"The end.",
	}
	if got := paragraphs(article); !slices.Equal(got, want) {
		t.Errorf("paragraphs:\n got %q\nwant %q", got, want)
	}
}
