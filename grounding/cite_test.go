package grounding_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

func citeText(t testing.TB, c *grounding.Checker, a grounding.Answer) grounding.Cited {
	t.Helper()
	out, err := c.Cite(t.Context(), a)
	if err != nil {
		t.Fatalf("%q: %v", a.Text, err)
	}
	return out
}

func TestCite(t *testing.T) {
	for _, tt := range []struct{ reason, text, want string }{
		{"adds", "The Skarrow Ferry opened in May 1887.", "The Skarrow Ferry opened in May 1887.[^3]"},
		{"adds behind each sentence", "The Skarrow Ferry opened in May 1887. Storms sank the Marigold in November 1902.",
			"The Skarrow Ferry opened in May 1887.[^3] Storms sank the Marigold in November 1902.[^4]"},
		{"adds where there is no stop", "- The Skarrow Ferry opened in May 1887\n- Storms sank the Marigold in November 1902",
			"- The Skarrow Ferry opened in May 1887[^3]\n- Storms sank the Marigold in November 1902[^4]"},
		{"adds what covers all of it", "The Skarrow Ferry opened in May 1887 and storms sank the Marigold in November 1902.",
			"The Skarrow Ferry opened in May 1887 and storms sank the Marigold in November 1902.[^4][^3]"},
		{"adds a passage where there is no note", "The terminal at Dunmore has a waiting room and a small café.",
			"The terminal at Dunmore has a waiting room and a small café.[ferry#today.6]"},
		{"mends a wrong one", "The Skarrow Ferry opened in May 1887.[^4]", "The Skarrow Ferry opened in May 1887.[^3]"},
		{"mends one that leads nowhere", "The Skarrow Ferry opened in May 1887 [99].", "The Skarrow Ferry opened in May 1887 [^3]."},
		{"mends a row", "The Skarrow Ferry opened in May 1887.[^4][^99] Storms sank the Marigold in November 1902.[^4]",
			"The Skarrow Ferry opened in May 1887.[^3] Storms sank the Marigold in November 1902.[^4]"},
		{"mends one that says too little", "The Skarrow Ferry opened in May 1887 and storms sank the Marigold in November 1902.[^3]",
			"The Skarrow Ferry opened in May 1887 and storms sank the Marigold in November 1902.[^4][^3]"},
		{"mends one on text without a note", "The terminal at Dunmore has a waiting room and a small café.[^1]",
			"The terminal at Dunmore has a waiting room and a small café.[ferry#today.6]"},
		{"leaves what is right", "The Skarrow Ferry opened in May 1887.[3]", "The Skarrow Ferry opened in May 1887.[3]"},
		{"leaves what is superfluous", "The Skarrow Ferry opened in May 1887.[^3][^9]", "The Skarrow Ferry opened in May 1887.[^3][^9]"},
		{"leaves what is contradicted", "The Skarrow Ferry opened in May 1897.[^99]", "The Skarrow Ferry opened in May 1897.[^99]"},
		{"leaves what is unsupported", "The ferry has a swimming pool and a cinema.", "The ferry has a swimming pool and a cinema."},
		{"leaves what is partial", "The new ship will enter service in 2028.", "The new ship will enter service in 2028."},
		{"leaves what is undecided", "The Marigold sank because the storms were bad.[^99]", "The Marigold sank because the storms were bad.[^99]"},
		{"leaves what states nothing", "Hello! Thanks for asking.\n\n```\nx := 1\n```\n", "Hello! Thanks for asking.\n\n```\nx := 1\n```\n"},
		{"leaves headings", "# Skarrow Ferry opened in May 1887\n", "# Skarrow Ferry opened in May 1887\n"},
		{"leaves the rest as it is", "  The  Skarrow Ferry opened\tin *May 1887*.  \r\n\r\n\xff Hello!", "  The  Skarrow Ferry opened\tin *May 1887*.[^3]  \r\n\r\n\xff Hello!"},
		{"nothing", "", ""},
	} {
		got := citeText(t, ferryChecker(), grounding.Answer{Text: tt.text})
		if got.Text != tt.want {
			t.Errorf("%s:\n%q\nwant\n%q", tt.reason, got.Text, tt.want)
		}
		if (tt.text == tt.want) != (len(got.Changes) == 0) {
			t.Errorf("%s: changes %+v", tt.reason, got.Changes)
		}
		if diff := cmp.Diff(toJSON(t, checkText(t, got.Text)), toJSON(t, got.Report)); diff != "" {
			t.Errorf("%s: report (-Check +Cite):\n%s", tt.reason, diff)
		}
		again := citeText(t, ferryChecker(), grounding.Answer{Text: got.Text})
		if again.Text != got.Text || len(again.Changes) > 0 {
			t.Errorf("%s: a second time makes %q of %q", tt.reason, again.Text, got.Text)
		}
	}
}

func TestCiteChanges(t *testing.T) {
	got := citeText(t, ferryChecker(), grounding.Answer{Text: "The Skarrow Ferry opened in May 1887.[^4][^99] Storms sank the Marigold in November 1902."})
	want := []grounding.Change{
		{Claim: "The Skarrow Ferry opened in May 1887.", Span: cite.Span{Start: 0, End: 37}, Removed: []string{"[^4]", "[^99]"}, Added: []string{"[^3]"}, Reason: "the marker leads nowhere"},
		{Claim: "Storms sank the Marigold in November 1902.", Span: cite.Span{Start: 47, End: 89}, Removed: []string{}, Added: []string{"[^4]"}, Reason: "uncited"},
	}
	if diff := cmp.Diff(want, got.Changes); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if g, ok := got.Report.Grounded(); !g || !ok {
		t.Errorf("the mended answer is not grounded: %s", toJSON(t, got.Report))
	}
}

// TestCiteAttributions: what a citation beside the answer covers needs no marker.
func TestCiteAttributions(t *testing.T) {
	const text = "The Skarrow Ferry opened in May 1887."
	a := grounding.Answer{Text: text, Citations: []grounding.Attribution{{Span: cite.Span{Start: 0, End: len(text)}, Citation: citationOf(t, "opened in May")}}}
	if got := citeText(t, ferryChecker(), a); got.Text != text {
		t.Errorf("cited beside: %q", got.Text)
	}
	a.Citations[0].Citation = citationOf(t, "Storms sank")
	if got := citeText(t, ferryChecker(), a); got.Text != text+"[^3]" {
		t.Errorf("cited wrongly beside: %q", got.Text)
	}
}

// TestCiteOwn: the article's own sentences get markers that back them.
func TestCiteOwn(t *testing.T) {
	for p := range ferry().Passages() {
		for s := range p.Sentences() {
			got := citeText(t, ferryChecker(), grounding.Answer{Text: s.Text()})
			for _, c := range got.Report.Claims {
				if c.Content == grounding.Supported && c.Citation != grounding.CitationOK {
					t.Errorf("%q: %s", got.Text, c.Citation)
				}
			}
			if again := citeText(t, ferryChecker(), grounding.Answer{Text: got.Text}); again.Text != got.Text {
				t.Errorf("a second time makes %q of %q", again.Text, got.Text)
			}
		}
	}
}

func TestProgress(t *testing.T) {
	c := ferryChecker()
	var told [][2]int
	a := grounding.Answer{Text: "The Skarrow Ferry opened in May 1887. Storms sank the Marigold in November 1902.", Progress: func(done, total int) { told = append(told, [2]int{done, total}) }}
	if _, err := c.Check(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][2]int{{1, 2}, {2, 2}}, told); diff != "" {
		t.Errorf("Check (-want +got):\n%s", diff)
	}
	told = nil
	if _, err := c.Cite(t.Context(), a); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][2]int{{1, 4}, {2, 4}, {3, 4}, {4, 4}}, told); diff != "" {
		t.Errorf("Cite, which checks twice (-want +got):\n%s", diff)
	}
}
