package corpus_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
)

func TestFindPassage(t *testing.T) {
	alone := make1(t, parse(t, "bees.md", bees))
	for _, tt := range []struct {
		reason string
		c      *corpus.Corpus
		id     string
		want   string
	}{
		{"in full", alone, "bees#dance.2", "bees#dance.2"},
		{"as a key", alone, "[bees#dance.2]", "bees#dance.2"},
		{"of the only article", alone, "#hum.1", "bees#hum.1"},
		{"of the only article, as a key", alone, "[#hum.1]", "bees#hum.1"},
		{"of one of two", town(t), "pilots#top.1", "pilots#top.1"},
	} {
		p, err := tt.c.FindPassage(tt.id)
		if err != nil || string(p.ID()) != tt.want {
			t.Errorf("%s: %s, %v; want %s", tt.reason, p.ID(), err, tt.want)
		}
	}
}

// make1 makes a corpus of one article.
func make1(t *testing.T, a *corpus.Article) *corpus.Corpus {
	t.Helper()
	c, err := corpus.New(a)
	if err != nil {
		t.Fatal(err)
	}
	return c
}

// TestFindPassageUnknown looks for passages that there are not.
func TestFindPassageUnknown(t *testing.T) {
	both, alone := town(t), make1(t, parse(t, "bees.md", bees))
	long := make1(t, parse(t, "long.md", "# Long\n\n## Parts\n\n### Part\n\n"+strings.Repeat("Words.\n\n", 12)))
	wide := make1(t, parse(t, "wide.md", "# Wide\n\n"+strings.Repeat("## Part\n\nWords.\n\n", 11)))
	tenOf := func(prefix string) (ids []string) {
		for _, n := range strings.Fields("1 2 3 4 5 6 7 8 9 10") {
			ids = append(ids, prefix+n)
		}
		return ids
	}
	parts := append([]string{"wide#part"}, tenOf("wide#part-")[1:]...)
	for _, tt := range []struct {
		reason string
		c      *corpus.Corpus
		id     string
		want   *corpus.UnknownPassageError
		says   string
	}{
		{"nothing", alone, "", &corpus.UnknownPassageError{}, `"" names no passage; say ARTICLE#SECTION.N`},
		{"an article", alone, "bees", &corpus.UnknownPassageError{}, `"bees" names no passage; say ARTICLE#SECTION.N`},
		{"of which article?", both, "[#top.1]", &corpus.UnknownPassageError{}, `"[#top.1]" names no article; say ARTICLE#SECTION.N`},
		{"no article at all", &corpus.Corpus{}, "#top.1", &corpus.UnknownPassageError{}, `"#top.1" names no article; say ARTICLE#SECTION.N`},
		{"an article that there is not", both, "mill#top.1",
			&corpus.UnknownPassageError{Err: &corpus.UnknownArticleError{ID: "mill", Known: []string{"harbour", "pilots"}}},
			`no article "mill"; there is harbour, pilots`},
		{"an article where there is none", &corpus.Corpus{}, "mill#top.1",
			&corpus.UnknownPassageError{Err: &corpus.UnknownArticleError{ID: "mill"}}, `no article "mill"; there is none`},
		{"a section that there is not", alone, "[#flight.1]",
			&corpus.UnknownPassageError{Article: "bees", Known: []string{"bees#top", "bees#dance", "bees#hum"}},
			"no section or passage bees#flight.1; the article has bees#top, bees#dance, bees#hum"},
		{"in an article of many sections", wide, "wide#flight",
			&corpus.UnknownPassageError{Article: "wide", Known: append([]string{"wide#top"}, parts[:9]...), More: 2},
			"no section or passage wide#flight; the article has wide#top, " + strings.Join(parts[:9], ", ") + " and 2 sections more"},
		{"in an article without any", make1(t, parse(t, "empty.md", "")), "#top.1",
			&corpus.UnknownPassageError{Article: "empty"}, "no passage empty#top.1; the article has none"},
		{"a passage beyond the last of its section", alone, "#dance.3",
			&corpus.UnknownPassageError{Article: "bees", Section: "bees#dance", Known: []string{"bees#dance.1", "bees#dance.2"}},
			"no passage bees#dance.3; the section has bees#dance.1, bees#dance.2"},
		{"of a section of many", long, "#part.13",
			&corpus.UnknownPassageError{Article: "long", Section: "long#part", Known: tenOf("long#part."), More: 2},
			"no passage long#part.13; the section has " + strings.Join(tenOf("long#part."), ", ") + " and 2 passages more"},
		{"of a section that has none of its own", long, "#parts.1",
			&corpus.UnknownPassageError{Article: "long", Section: "long#parts"}, "no passage long#parts.1; the section has none of its own"},
		{"a section", alone, "#dance",
			&corpus.UnknownPassageError{Article: "bees", Section: "bees#dance", IsSection: true, Known: []string{"bees#dance.1", "bees#dance.2"}},
			"bees#dance is a section; it has bees#dance.1 and bees#dance.2"},
		{"a section by its heading", alone, "bees#DANCE",
			&corpus.UnknownPassageError{Article: "bees", Section: "bees#dance", IsSection: true, Known: []string{"bees#dance.1", "bees#dance.2"}},
			"bees#dance is a section; it has bees#dance.1 and bees#dance.2"},
		{"a section of one passage", alone, "#hum",
			&corpus.UnknownPassageError{Article: "bees", Section: "bees#hum", IsSection: true, Known: []string{"bees#hum.1"}},
			"bees#hum is a section; it has bees#hum.1"},
		{"a section of many, in one under it", long, "#parts",
			&corpus.UnknownPassageError{Article: "long", Section: "long#parts", IsSection: true, Known: tenOf("long#part."), More: 2},
			"long#parts is a section; it has " + strings.Join(tenOf("long#part."), ", ") + " and 2 passages more"},
		{"a section of none", make1(t, parse(t, "inn.md", "# The Inn\n")), "#top",
			&corpus.UnknownPassageError{Article: "inn", Section: "inn#top", IsSection: true}, "inn#top is a section; it has no passage"},
	} {
		tt.want.ID = tt.id
		p, err := tt.c.FindPassage(tt.id)
		if d := cmp.Diff(error(tt.want), err); d != "" || !p.IsZero() {
			t.Errorf("%s: passage %q, error (-want +got):\n%s", tt.reason, p.ID(), d)
			continue
		}
		if err.Error() != tt.says {
			t.Errorf("%s: %s\nwant %s", tt.reason, err, tt.says)
		}
	}
	_, err := both.FindPassage("mill#top.1")
	if find[*corpus.UnknownArticleError](err) == nil {
		t.Errorf("%v doesn't tell of the article", err)
	}
}

func TestFindSection(t *testing.T) {
	a := parse(t, "bees.md", "# Bees\n\nThey fly.\n\n## Hum\n\nA.\n\n## Dance\n\nB.\n\n## Dance\n\nC.\n\n## Dance 2\n\nD.\n")
	for _, tt := range []struct{ reason, name, want string }{
		{"a slug", "hum", "bees#hum"},
		{"a heading", "Hum", "bees#hum"},
		{"the heading of several: the first", "DANCE", "bees#dance"},
		{"a slug goes before a heading", "dance-2", "bees#dance-2"},
		{"the title", "bees", "bees#top"},
		{"nothing", "", ""},
		{"a passage", "hum.1", ""},
	} {
		s, ok := a.FindSection(tt.name)
		if s.ID() != tt.want || ok != (tt.want != "") {
			t.Errorf("%s: %q, %t; want %q", tt.reason, s.ID(), ok, tt.want)
		}
	}
}
