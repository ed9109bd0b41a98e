package corpus_test

import (
	"fmt"
	"strings"
	"testing"
)

const bom = "\ufeff"

// markdownCases are small documents and why each is there. What is read of them
// stands in testdata/markdown.golden.
var markdownCases = []struct{ reason, src string }{
	// Marks and their scopes.
	{"a mark after the full stop closes the sentence", "Bees dance.[^1] They hum.\n\n[^1]: a"},
	{"a mark before the full stop does, too", "Bees dance[^1]. They hum.\n\n[^1]: a"},
	{"likewise in other scripts", "مرحبا[^1]؟ عودة.[^2]\n\n[^1]: a\n[^2]: b"},
	{"and with a space before the punctuation, as in French", "Vraiment[^1] ! Oui.[^2]\n\n[^1]: a\n[^2]: b"},
	{"a thematic break at the start is no front matter", "---\n\nBees dance.[^1]\n\n---\n\n[^1]: a"},
	{"a space before a mark is no part of the text", "Bees dance [^1]. They hum [^1] all day.\n\n[^1]: a"},
	{"a mark vouches for the sentences since the last one", "One. Two.[^1] Three. Four.[^2]\n\n[^1]: a\n[^2]: b"},
	{"marks in a row share a scope", "Bees dance.[^1][^2] They hum.[^3]\n\n[^1]: a\n[^2]: b\n[^3]: c"},
	{"a space between marks doesn't end the row", "Bees dance.[^1] [^2] They hum.\n\n[^1]: a\n[^2]: b"},
	{"a comma between marks belongs to them", "Bees dance.[^1],[^2], [^3] They hum.\n\n[^1]: a\n[^2]: b\n[^3]: c"},
	{"a full stop between two marks is the sentence's", "Bees dance[^1].[^2] They hum.\n\n[^1]: a\n[^2]: b"},
	{"the same label in a row counts once in a passage", "Bees dance.[^1][^1]\n\n[^1]: a"},
	{"a mark within a sentence vouches for what is before it", "Bees dance,[^1] wasps don't.[^2]\n\n[^1]: a\n[^2]: b"},
	{"a mark within a sentence and nothing after", "Bees dance[^1] and wasps don't.\n\n[^1]: a"},
	{"a mark at the start vouches for nothing", "[^1] Bees dance.\n\n[^1]: a"},
	{"a block of marks alone has no passage", "[^1][^2]\n\n[^1]: a\n[^2]: b"},
	{"an exclamation mark makes no image of a mark", "They dance![^1] They hum![^2]\n\n[^1]: a\n[^2]: b"},
	{"a question mark", "Do they dance?[^1] They hum.\n\n[^1]: a"},
	{"a mark after a closing quotation mark", "He says \"they dance.\"[^1] They hum.\n\n[^1]: a"},
	{"a mark in brackets before the full stop", "Bees dance (and hum[^1]). So.\n\n[^1]: a"},
	{"a mark in emphasis", "*Bees dance.[^1]* They **hum[^2]**.\n\n[^1]: a\n[^2]: b"},
	{"a mark in the text of a link", "See [the dance[^1]](u) there.\n\n[^1]: a"},
	{"text after the last mark has no footnote", "One.[^1] Two. Three.\n\n[^1]: a"},
	{"a paragraph without marks has no footnote", "One.\n\nTwo.[^1]\n\n[^1]: a"},
	{"an abbreviation before a mark", "He is in the U.S.[^1] They hum.\n\n[^1]: a"},
	{"two paragraphs with the same mark", "One.[^1]\n\nTwo.[^1]\n\n[^1]: a"},
	// Labels and definitions.
	{"a reference without a definition stays one", "Bees dance.[^x]"},
	{"labels are any text without white space or brackets", "A.[^rc-0e12] B.[^fact:f_x] C.[^1b] D.[^ünïcode]\n\n[^rc-0e12]: a\n[^fact:f_x]: b\n[^1b]: c\n[^ünïcode]: d"},
	{"labels are told apart by case", "A.[^a] B.[^A]\n\n[^a]: x\n[^A]: y"},
	{"no labels: white space, brackets, nothing", "A [^a b] and [^] and [^a[b]] end."},
	{"no labels: characters that can't be seen or turn the text round", "A[^a\u200b] and [^a\u202e] and [^\ufeff] end."},
	{"an escaped mark is text", "Bees \\[^1] dance.\n\n[^1]: a"},
	{"a mark in code is text", "Write `[^1]` here.\n\n[^1]: a"},
	{"of two definitions the first counts", "A.[^1]\n\n[^1]: first\n[^1]: second"},
	{"a definition that nothing refers to is kept", "A.\n\n[^1]: a"},
	{"a definition over several lines", "A.[^1]\n\n[^1]: one\n  two\n    three\n\n    A second paragraph.\n\nText again."},
	{"a definition without indentation goes on, as a paragraph does", "A.[^1]\n\n[^1]: one\ntwo"},
	{"an empty definition", "A.[^1]\n\n[^1]:\n\nB."},
	{"a definition with several links", "A.[^1]\n\n[^1]: [a](https://a.example) and <https://b.example> and https://c.example/x_(y)."},
	{"a relative link names nothing to open", "A.[^1]\n\n[^1]: [a](../b.md)"},
	{"a title in italics", "A.[^1]\n\n[^1]: *On the Hive*, part two"},
	{"a definition with a list and code", "A.[^1]\n\n[^1]: see\n\n    - one\n    - two\n\n    ```\n    x = 1\n    ```"},
	{"a mark in a definition is text", "A.[^1]\n\n[^1]: as in [^2]\n[^2]: b"},
	{"a definition between paragraphs", "A.[^1]\n\n[^1]: a\n\nB."},
	{"a definition directly after a paragraph", "A.[^1]\n[^1]: a"},
	{"a definition in a quotation", "> A.[^1]\n>\n> [^1]: a"},
	{"no definition without its colon", "[^1] a"},
	// Blocks.
	{"a list and the text that introduces it", "Bees do:\n\n- dance[^1]\n- hum\n\n[^1]: a"},
	{"a list without an introduction", "Bees do.\n\n- dance"},
	{"a list directly behind its introduction", "Bees do:\n- dance"},
	{"a nested list is introduced by its item", "They:\n\n1. dance:\n   - round\n   - waggle\n2. hum"},
	{"an item of several paragraphs", "- One.[^1]\n\n  Two.[^2]\n- Three.\n\n[^1]: a\n[^2]: b"},
	{"an item with code and a quotation", "- Run\n\n  ```\n  go\n  ```\n\n  > quoted"},
	{"an item with nothing but a list", "- - a\n  - b"},
	{"a quotation with a list", "> They say:\n>\n> - a[^1]\n\n[^1]: a"},
	{"a quotation of two paragraphs", "> One.[^1]\n>\n> Two.\n\n[^1]: a"},
	{"a heading in a quotation is text", "> # Not a heading\n>\n> Text."},
	{"marks in table cells vouch for their cell", "| a | b |\n| - | - |\n| one[^1] | two |\n| three | four.[^2] |\n\n[^1]: a\n[^2]: b"},
	{"empty cells keep their place", "| a | b | c |\n| - | - | - |\n|  | x |  |\n| y |  | z |"},
	{"a row with too few cells", "| a | b |\n| - | - |\n| x |"},
	{"a row with too many cells loses nothing", "| a | b |\n| - | - |\n| x | y | z | w |"},
	{"a ragged row keeps markup and marks in the cells beyond the header", "| a | b |\n| - | - |\n| x | y | rose **fast**[^1] | | |\n| x[^1] | | |\n\n[^1]: n"},
	{"an escaped pipe", "| a | b |\n| - | - |\n| x \\| y | `p \\| q` |"},
	{"markup in a header and a cell", "| *a* | b[^1] |\n| - | - |\n| **x** | [y](u) |\n\n[^1]: a"},
	{"a table without outer pipes", "a | b\n--- | ---\nx | y"},
	{"fenced code has its lines as sentences", "```go\nx := 1\n\n\ty := \"[^1]\"\n```"},
	{"indented code", "Text.\n\n    x := 1\n    y := 2"},
	{"code of more than 120 words is split between lines", "```\n" + strings.Repeat(strings.Repeat("word ", 50)+"\n", 3) + "```"},
	{"an image leaves its text", "See ![a hive](hive.png) there."},
	{"an automatic link leaves its address", "See <https://example.org/a_b> or <bees@example.org>."},
	{"struck text stays", "They ~~hum~~ dance."},
	{"a link's text stays, its address doesn't", "See [the *hive*](https://example.org \"title\") and [that][r].\n\n[r]: https://example.org"},
	{"code spans keep their text", "Call `a  *b*` and ``c ` d``."},
	{"a rule between paragraphs is nothing", "A.\n\n---\n\nB."},
	{"an HTML block keeps its text", "<div>\n<p>Bees &amp; wasps[^1]</p>\n</div>\n\n[^1]: a"},
	{"a comment is nothing", "A.\n\n<!-- hidden\n\ntext -->\n\nB <!-- too --> C."},
	{"tags in a line are dropped, a break is a space", "H<sub>2</sub>O one<br>two<br/>three."},
	{"a hard break is a space", "one  \ntwo\\\nthree"},
	{"named, numeric and invalid entities", "a &amp; b &#38; c &#x1F600; d &nope; e &#0; f &#xD800; g & h &copy"},
	{"an escaped entity", "a \\&amp; b \\* c \\\\ d"},
	{"white space is folded", "one   two\tthree\n   four"},
	{"spaces that are not ASCII stay", "one\u00a0two\u2003three"},
	// Sections.
	{"the title and what stands under it", "# Bees\n\nText.\n\n## Dance\n\nMore."},
	{"no heading", "Just text.[^1]\n\n[^1]: a"},
	{"text before the first heading", "Before.\n\n# Bees\n\nAfter."},
	{"the first heading has level 2", "## Dance\n\nText."},
	{"the first heading has level 3", "### Dance\n\nText.\n\n## Hum\n\nMore."},
	{"two headings of level 1", "# Bees\n\nA.\n\n# Wasps\n\nB.\n\n## Nest\n\nC."},
	{"a level is skipped", "# Bees\n\n## Dance\n\n#### Round\n\nA.\n\n### Waggle\n\nB."},
	{"headings with a line below", "Bees\n====\n\nText.\n\nDance\n-----\n\nMore."},
	{"markup in headings", "# The *Bees* & `code`\n\n## See [the hive](u)[^1]\n\nA.\n\n[^1]: a"},
	{"repeated headings", "# Bees\n\n## Dance\n\nA.\n\n## Dance\n\nB.\n\n## Dance\n\nC."},
	{"a heading that looks like a numbered slug", "## Dance 2\n\nA.\n\n## Dance\n\nB.\n\n## Dance\n\nC."},
	{"the slug top is taken", "# Bees\n\nA.\n\n## Top\n\nB."},
	{"the slug top is taken even without a title", "## Top\n\nA."},
	{"headings in other scripts", "# Пчёлы\n\n## はちみつ\n\nA.\n\n## העוגה\n\nB.\n\n## Zu\u0308ge\n\nC."},
	{"headings without a letter", "## ???\n\nA.\n\n## !!!\n\nB."},
	{"a heading without text", "#\n\nA.\n\n##\n\nB."},
	{"headings directly behind each other", "# Bees\n## Dance\n### Round\nA."},
	{"a heading is no introduction to a list", "## Do:\n\n- dance"},
	// The file.
	{"front matter", "---\nid: bees-dance\ntitle: The Dance\ndescription: How bees dance.\nrevision: 2026-1\ntags: [a, b]\n---\n# Bees\n\nA."},
	{"front matter that ends in three dots", "---\ntitle: The Dance\n...\nA."},
	{"empty front matter", "---\n---\nA."},
	{"broken front matter is kept as text", "---\ntitle: [\n---\nA."},
	{"front matter that doesn't end is no front matter", "---\ntitle: The Dance\n\nA."},
	{"a list as front matter", "---\n- a\n- b\n---\nA."},
	{"a title that is a mapping", "---\ntitle:\n  en: Bees\n---\nA."},
	{"an id that is no slug", "---\nid: The Dance!\n---\nA."},
	{"an id that is a number", "---\nid: 123\n---\nA."},
	{"an id that is null", "---\nid: null\ntitle: ~\n---\nA."},
	{"huge front matter", "---\nx: " + strings.Repeat("a", 70000) + "\n---\nA."},
	{"a byte order mark", bom + "# Bees\n\nA.[^1]\n\n[^1]: a"},
	{"a byte order mark before front matter", bom + "---\nid: x\n---\n# Bees"},
	{"line ends of Windows", "---\r\nid: x\r\n---\r\n# Bees\r\n\r\nOne\r\ntwo.[^1]\r\n\r\n- a\r\n- b\r\n\r\n[^1]: a\r\n"},
	{"an empty file", ""},
	{"a file of white space", " \n\t\n"},
	{"front matter alone", "---\ntitle: Bees\n---\n"},
	{"a NUL", "Be\x00es dance.[^1]\n\n[^1]: a"},
	{"bytes that are not UTF-8", "Caf\xe9 \xff\xfe.[^1]\n\n[^1]: a"},
	{"bytes that are not UTF-8 in a heading", "# Caf\xe9\n\nA."},
	// Limits.
	{"what is nested too deep is text", strings.Repeat("> ", 40) + "A.[^1]\n\n[^1]: a"},
	{"a paragraph with too much markup is text with marks", strings.Repeat("*a b_ ", 4000) + "end.[^1] More \\[^2].\n\n[^1]: a"},
	{"a table of nothing but missing cells is text", strings.Repeat("|a", 300) + "|\n" + strings.Repeat("|-", 300) + "|\n" + strings.Repeat("a\n", 300)},
	{"a heading of thousands of bytes is text", "# " + strings.Repeat("long ", 1000) + "\n\nA."},
}

func TestMarkdown(t *testing.T) {
	if len(markdownCases) < 50 {
		t.Fatalf("%d rows", len(markdownCases))
	}
	seen := map[string]bool{}
	var b strings.Builder
	for _, tt := range markdownCases {
		if seen[tt.reason] {
			t.Errorf("two rows are called %q", tt.reason)
		}
		seen[tt.reason] = true
		fmt.Fprintf(&b, "== %s\n", tt.reason)
		if len(tt.src) < 500 {
			fmt.Fprintf(&b, "%q\n", tt.src)
		}
		b.WriteString(outline(parse(t, "Bees & Co.md", tt.src)))
		b.WriteByte('\n')
	}
	golden(t, "markdown.golden", b.String())
}

func TestLinks(t *testing.T) {
	for _, tt := range []struct{ reason, in, want string }{
		{"a link", "See [the  *ledger*](https://example.org/a?b=1 \"title\") here.[^1]", "the ledger → https://example.org/a?b=1"},
		{"by reference", "See [the ledger][l].\n\n[l]: ../ledger.md", "the ledger → ../ledger.md"},
		{"an address", "See <https://example.org/a>.", "https://example.org/a → https://example.org/a"},
		{"a mail address", "Ask <a@example.org>.", "a@example.org → mailto:a@example.org"},
		{"two", "[a](x) and [b](y)", "a → x, b → y"},
		{"after white space", "a\n[b](y)", "b → y"},
		{"in a cell", "| a | b |\n| --- | --- |\n| c | [d](z) |", "d → z"},
		{"with a mark in it", "[a[^1]](x)", "a → x"},
		{"an empty one", "a [](x)", ""},
		{"a picture", "![a](x)", ""},
		{"a picture that is a link", "[![a](x)](y)", "a → y"},
		{"none", "a [b] (c)", ""},
		{"in code", "`[a](x)`", ""},
	} {
		a := parse(t, "x.md", tt.in+"\n\n[^1]: A note.\n")
		var got []string
		for b := range a.Blocks() {
			end := 0
			for l := range b.Links() {
				if l.Start < end || !l.Valid(b.Text()) {
					t.Fatalf("%s: span %v of %q", tt.reason, l.Span, b.Text())
				}
				end = l.End
				got = append(got, l.Of(b.Text())+" → "+l.URL)
			}
		}
		if strings.Join(got, ", ") != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}
