package corpus_test

import (
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// formSource has a block of every kind, marks of every kind, and notes beside it.
const formSource = `---
title: Bees & wasps
---

# Bees & wasps

Bees *dance*,[^1] wasps don't.[^2] Nobody knows why.

Both hum,[^1] and both sting.[^1] So do hornets.[^1][^3] Moths do not.[^missing]

## What they eat

They eat:

- honey;[^1]
- pollen, too.

  In summer.[^2]
    - of clover
- A plain list:

1. one
2. two

| Who | Eats | Much |
| --- | --- | --- |
| bees | honey[^1] | yes |
| wasps | meat |  |
| moths | wool[^2] | 2 \| 3[^3] |

> They say "it hums".[^4]

### In code

` + "```go\nbees := []string{\"a\"} // [^1]\n\nhum()\n```" + `

After *it*.[^a*b]

[^1]: *On Bees*, part two
[^2]: notes of ours
[^unused]: nobody refers to it
`

const formNotes = `{"label":"3","text":"a *note* beside it, <b> & [x]"}
{"label":"4","text":"1. of two lines\nhere"}
{"label":"a*b","text":""}
{"label":"1","text":"again"}
`

// formExport is an export with all that Markdown would take for markup.
const formExport = `The *Bees*
# hums.1
They dance *a* lot, __here__ and snake_case_there, ` + "`so`" + `.2 See [1] and [^2] and <b>this</b> &amp; AT&T, 3 & 4, ~~no~~.
> is greater.
+ plus.
-5 degrees.
1234. is a number.
---.
=== so.
\*not escaped\* \.
Who eats what #
a line, as in "what?"
| Who | *Eats* |
|---|---|
| bees | honey.3 |
| wasps |  |
| moths | "wool." |
A plain table is next.
| one | two |
| three | four. |
Lists are:
- # one.
- + two
- 3. three.4
And more.
- without an introduction
Notes
-
*On Bees* & <wasps>
-
# two https://example.org/a_b_c?x=1&y=2_
-
1) is a number
-
-
> five
`

// TestTextForms shows articles as Markdown and as plain text.
func TestTextForms(t *testing.T) {
	c := readAll(t, fstest.MapFS{"bees.md": file(formSource), "bees.notes.jsonl": file(formNotes), "hum.txt": file(formExport)})
	var b strings.Builder
	for a := range c.Articles() {
		b.WriteString("=== " + a.ID() + " as Markdown\n" + a.Markdown() + "=== " + a.ID() + " as plain text\n" + a.PlainText())
	}
	golden(t, "textform.golden", b.String())
}

// TestMarkdownAgain reads what Markdown writes and finds the same in it.
func TestMarkdownAgain(t *testing.T) {
	trams, err := os.ReadFile("testdata/export.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ reason, name, src, notes string }{
		{"an export", "trams.txt", string(trams), ""},
		{"an export with markup", "hum.txt", formExport, ""},
		{"notes beside it", "bees.md", formSource, formNotes},
		{"no line end", "bees.md", "Bees.[^1]", `{"label":"1","text":"a"}`},
		{"line ends at the end", "bees.md", "Bees.[^1]\n\n\n", `{"label":"1","text":"a"}`},
		{"nothing", "bees.md", "", ""},
		{"nothing, as an export", "bees.txt", "", ""},
		{"a note without text", "bees.md", "Bees.[^1] Hum.[^2]", `{"label":"1","text":""}` + "\n" + `{"label":"2","text":"b"}`},
	} {
		name, _, _ := strings.Cut(tt.name, ".")
		fsys := fstest.MapFS{tt.name: file(tt.src)}
		if tt.notes != "" {
			fsys[name+".notes.jsonl"] = file(tt.notes)
		}
		a, _ := readAll(t, fsys).Article(name)
		checkMarkdownAgain(t, tt.reason, a)
	}
}

// checkMarkdownAgain checks that the article's Markdown has its footnotes, its passages,
// and the footnotes of each.
func checkMarkdownAgain(t *testing.T, reason string, a *corpus.Article) {
	t.Helper()
	markdown := a.Markdown()
	again := parse(t, a.ID()+".md", markdown)
	if diff := cmp.Diff(contents(a), contents(again)); diff != "" {
		t.Errorf("%s (-want +got):\n%s\n%s", reason, diff, markdown)
	}
}

// A content is what Markdown has to keep of an article.
type content struct {
	Title    string
	Notes    []string
	Passages []contentPassage
}

type contentPassage struct {
	ID         cite.PassageID
	Text, Lead string
	Labels     []string
}

// cells folds empty cells, which exports and Markdown have in different ways.
func cells(text string) string {
	return strings.TrimRight(strings.Join(strings.Fields(text), " "), " |")
}

func contents(a *corpus.Article) content {
	out := content{Title: a.Title()}
	for f := range a.Footnotes() {
		out.Notes = append(out.Notes, f.Label+": "+strings.Join(strings.Fields(f.Text), " "))
	}
	for p := range a.Passages() {
		out.Passages = append(out.Passages, contentPassage{p.ID(), cells(p.Text()), cells(p.Lead()), slices.Clone(p.Labels())})
	}
	return out
}

// FuzzMarkdownAgain writes any export as Markdown, which has its footnotes and the words
// of its passages.
func FuzzMarkdownAgain(f *testing.F) {
	f.Add(formExport)
	f.Fuzz(func(t *testing.T, src string) {
		a := parse(t, "x.txt", src)
		want, got := contents(a), contents(parse(t, "x.md", a.Markdown()))
		for _, c := range []content{want, got} {
			for i := range c.Passages {
				c.Passages[i].Lead = "" // an export's may stand before a heading
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%q became %q (-want +got):\n%s", src, a.Markdown(), diff)
		}
	})
}
