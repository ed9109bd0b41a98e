package toolset_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/toolset"
)

// TestKey: a quotation is cited as the checker reads it back.
func TestKey(t *testing.T) {
	parse := func(name, text string) *corpus.Article {
		a, err := corpus.Parse(name, []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		return a
	}
	mill := parse("mill.md", "# Mill\n\nThe mill was built in 1720.[^1][^b] It has two wheels.\n\n[^1]: Deeds.\n[^b]: Survey.\n")
	weir := parse("weir.md", "# Weir\n\nThe weir is older.[^1]\n\n[^1]: Deeds.\n")
	for _, tt := range []struct {
		articles []*corpus.Article
		want     []string
		why      string
	}{
		{[]*corpus.Article{mill}, []string{"[^1][^b]", "[mill#top.1]"}, "all notes of the sentence, and its passage where there is none"},
		{[]*corpus.Article{mill, weir}, []string{"[mill^1][mill^b]", "[mill#top.1]", "[weir^1]"}, "both articles have a note 1"},
	} {
		c, err := corpus.New(tt.articles...)
		if err != nil {
			t.Fatal(err)
		}
		set, err := toolset.New(c, toolset.Options{})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for p := range c.Passages() {
			for _, cited := range p.Citations() {
				got = append(got, set.Key(cited))
			}
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.why, diff)
		}
	}
}
