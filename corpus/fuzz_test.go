package corpus_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/footnote-go/footnote/corpus"
)

// FuzzMarkdown reads anything as Markdown and checks what holds for every
// article.
func FuzzMarkdown(f *testing.F) {
	for _, tt := range markdownCases {
		if len(tt.src) < 1000 {
			f.Add(tt.src)
		}
	}
	for seed := range uint64(5) {
		f.Add(generate(seed).raw())
	}
	f.Fuzz(func(t *testing.T, src string) { checkInvariants(t, parse(t, "x.md", src)) })
}

// FuzzExport does the same for exports.
func FuzzExport(f *testing.F) {
	src, err := os.ReadFile("testdata/export.txt")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(src))
	for _, tt := range markdownCases {
		if len(tt.src) < 1000 {
			f.Add(tt.src)
		}
	}
	f.Add("Title\nIt closed in 2024.1 The end.2,3\n| a | b.1 |\nFootnotes\n-\none ↩︎\n-\ntwo\n")
	f.Fuzz(func(t *testing.T, src string) { checkInvariants(t, parse(t, "x.txt", src)) })
}

// FuzzNotes reads anything as a sidecar of notes: each line is a note, a
// diagnostic or blank.
func FuzzNotes(f *testing.F) {
	f.Add(`{"label":"1","text":"a"}`)
	f.Add("{\"label\":\"1\",\"text\":\"a\"}\r\n\n{}\nnull\n[]\n{\"label\":\"a b\"}")
	f.Add("\xff\x00")
	f.Fuzz(func(t *testing.T, notes string) {
		c, err := corpus.Read(fstest.MapFS{"a.md": file("Bees.[^1]"), "a.notes.jsonl": file(notes)})
		if err != nil {
			t.Fatal(err)
		}
		a, _ := c.Article("a")
		checkInvariants(t, a)
		lines := 0
		for line := range strings.Lines(notes) {
			if strings.TrimSpace(line) != "" {
				lines++
			}
		}
		for range a.Definitions() {
			lines--
		}
		for d := range a.Diagnostics() {
			if d.File != "" {
				lines--
			}
		}
		if lines != 0 {
			t.Errorf("%d lines are neither notes nor diagnostics", lines)
		}
	})
}
