package grounding_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
)

// TestExplain says what failures are about, with one article and with two.
func TestExplain(t *testing.T) {
	mill := parse(t, "mill.md", "# The mill\n\nThe mill was built in 1768.[^1] It ground rye until 1931.[^2]\n\nIt has nine windows.\n\n[^1]: a\n[^2]: b\n")
	lock := parse(t, "lock.md", "# The lock\n\nThe lock was built in 1831.[^1]\n\n[^1]: c\n")
	newCorpus := func(articles ...*corpus.Article) *corpus.Corpus {
		c, err := corpus.New(articles...)
		if err != nil {
			t.Fatal(err)
		}
		return c
	}
	one := newChecker(t, newCorpus(mill), grounding.Options{})
	two := newChecker(t, newCorpus(mill, lock), grounding.Options{})
	for _, tt := range []struct {
		reason  string
		checker *grounding.Checker
		text    string
		want    []string
	}{
		{"contradicted", one, "The mill was built in 1786.[^1]", []string{"contradicted: The mill was built in 1786.[^1]\n    the claim says “1786”, the article “1768”\n    the article: “The mill was built in 1768.” [^1]"}},
		{"another note, of one article", one, "The mill was built in 1768.[^2]", []string{"miscited: The mill was built in 1768.[^2]\n    the cited note does not cover what backs it\n    the article: “The mill was built in 1768.” [^1]\n    right would be [^1]"}},
		{"of several", two, "The mill was built in 1768.[lock^1]", []string{"miscited: The mill was built in 1768.[lock^1]\n    the cited note does not cover what backs it\n    the article: “The mill was built in 1768.” [mill^1]\n    right would be [mill^1]"}},
		{"no mark, and no note to cite", two, "The mill has nine windows.", []string{"supported: The mill has nine windows.\n    what backs it has no footnote: cite the passage by its ID\n    the article: “It has nine windows.” [mill#top.2]\n    right would be [mill#top.2]"}},
		{"two marks, one of which leads nowhere", one, "The mill was built in 1768.[^1][^9]", []string{"bad_citation: The mill was built in 1768.[^1][^9]\n    there is no footnote 9; the article has 1 to 2\n    the article: “The mill was built in 1768.” [^1]\n    right would be [^1]"}},
		{"a mark of no form", one, "The mill was built in 1786.[^1,2]", []string{"contradicted: The mill was built in 1786.[^1,2]\n    the claim says “1786”, the article “1768”\n    malformed-marker: [^1,2] has no form that a footnote of the article has\n    the article: “The mill was built in 1768.” [^1]"}},
		{"more than one problem", one, "In 1786 the mill was built, and it has ten windows.[^2]", []string{"unsupported: In 1786 the mill was built, and it has ten windows.[^2]\n    the claim says “1786”, the article “1768”\n    count-absent: the article does not count “ten”\n    the article: “The mill was built in 1768.” [^1]"}},
		{"the answer as a whole", one, "", []string{"the answer states nothing"}},
		{"nothing fails", one, "The mill was built in 1768.[^1]", nil},
	} {
		r := check(t, tt.checker, grounding.Answer{Text: tt.text})
		var got []string
		for _, f := range (grounding.Gate{}).Check(r) {
			got = append(got, tt.checker.Explain(r, f))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
	if got := one.Explain(grounding.Report{}, grounding.Failure{Claim: 3, Message: "of another report"}); got != "of another report" {
		t.Errorf("a claim that the report lacks: %q", got)
	}
}
