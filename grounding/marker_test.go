package grounding_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// A mark is what is expected of a marker.
type mark struct {
	Article, Label string
	Passage        cite.PassageID
	Status         grounding.MarkerStatus
}

func marksOf(c grounding.Claim) []mark {
	var out []mark
	for _, m := range c.Markers {
		out = append(out, mark{m.Article, m.Label, m.Passage, m.Status})
	}
	return out
}

func TestMarkers(t *testing.T) {
	const fleet = "The fleet consists of two ships, the Plover and the Gannet"
	nine := []mark{{"ferry", "9", "", grounding.MarkerResolved}}
	bad := func(label string, s grounding.MarkerStatus) []mark { return []mark{{"", label, "", s}} }
	for _, tt := range []struct {
		reason, text string
		verdict      grounding.Verdict
		want         []mark
	}{
		{"after the stop", fleet + ".[^9]", grounding.Supported, nine},
		{"before the stop", fleet + " [^9].", grounding.Supported, nine},
		{"without a caret", fleet + " [9].", grounding.Supported, nine},
		{"lenticular", fleet + "【9】.", grounding.Supported, nine},
		{"with a source", fleet + ".【9†source】", grounding.Supported, nine},
		{"superscript", fleet + ".⁹", grounding.Supported, nine},
		{"HTML", fleet + ".<sup>9</sup>", grounding.Supported, nine},
		{"with its article", fleet + ". ferry^9", grounding.Supported, nine},
		{"that in brackets", fleet + ". [ferry^9]", grounding.Supported, nine},
		{"passage", fleet + ". [ferry#today.1]", grounding.Supported, []mark{{"ferry", "", "ferry#today.1", grounding.MarkerResolved}}},
		{"no such note", fleet + ".[^99]", grounding.BadCitation, bad("99", grounding.MarkerUnknown)},
		{"no such note in brackets alone", fleet + " [99].", grounding.BadCitation, bad("99", grounding.MarkerUnknown)},
		{"notes begin at 1", fleet + ".[^0]", grounding.BadCitation, bad("0", grounding.MarkerUnknown)},
		{"a letter, where all notes are numbers", fleet + ".[^12a]", grounding.BadCitation, bad("12a", grounding.MarkerMalformed)},
		{"no label is a decimal number", fleet + ".[^23.5]", grounding.BadCitation, bad("23.5", grounding.MarkerMalformed)},
		{"one label or two, nobody knows", fleet + ".[^2,33]", grounding.BadCitation, bad("2,33", grounding.MarkerMalformed)},
		{"a space in the label", fleet + ".[^ 9 x]", grounding.BadCitation, bad(" 9 x", grounding.MarkerMalformed)},
		{"no such article", fleet + ". [other^9]", grounding.BadCitation, []mark{{"other", "9", "", grounding.MarkerUnknown}}},
		{"no such passage", fleet + ". [ferry#today.99]", grounding.BadCitation, []mark{{"ferry", "", "ferry#today.99", grounding.MarkerUnknown}}},
		{"a year in brackets is no marker", fleet + " [2019].", "", nil},
		{"a range", fleet + " [8-9].", grounding.Supported, []mark{{"ferry", "8", "", grounding.MarkerResolved}, {"ferry", "9", "", grounding.MarkerResolved}}},
	} {
		r := checkText(t, tt.text)
		c := r.Claims[0]
		if len(r.Claims) != 1 || tt.verdict != "" && c.Verdict != tt.verdict {
			t.Errorf("%s: %q: %s of %d claims, want %s", tt.reason, tt.text, c.Verdict, len(r.Claims), tt.verdict)
		}
		if diff := cmp.Diff(tt.want, marksOf(c)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", tt.reason, tt.text, diff)
		}
		for _, m := range c.Markers {
			if got := m.Of(tt.text); got != m.Text {
				t.Errorf("%s: %q: the marker %q stands at %q", tt.reason, tt.text, m.Text, got)
			}
		}
	}
}

// TestUnion: a claim is held against all that its markers cover together.
func TestUnion(t *testing.T) {
	const text = "The Skarrow Ferry opened in May 1887 and storms sank the Marigold in November 1902."
	for _, tt := range []struct {
		reason, marks string
		want          grounding.CitationStatus
		problems      []grounding.Code
	}{
		{"both", "[^3][^4]", grounding.CitationOK, nil},
		{"both in one", "[3, 4]", grounding.CitationOK, nil},
		{"one of two", "[^3]", grounding.CitationIncomplete, []grounding.Code{grounding.IncompleteNotes}},
		{"neither", "[^9]", grounding.CitationWrong, []grounding.Code{grounding.WrongNote}},
		{"both and one that adds nothing", "[^3][^4][^9]", grounding.CitationOK, []grounding.Code{grounding.Superfluous}},
		{"both and two in one that add nothing", "[3, 4, 9, 10]", grounding.CitationOK, []grounding.Code{grounding.Superfluous, grounding.Superfluous}},
	} {
		r := checkText(t, text+tt.marks)
		c := r.Claims[0]
		if c.Content != grounding.Supported || c.Rule != string(grounding.RuleCoveredMore) {
			t.Fatalf("%s: %s by %s", tt.reason, c.Content, c.Rule)
		}
		if c.Citation != tt.want {
			t.Errorf("%s: %s: %s, want %s", tt.reason, tt.marks, c.Citation, tt.want)
		}
		if diff := cmp.Diff(tt.problems, codes(c)); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", tt.reason, tt.marks, diff)
		}
		if want := len(c.Markers) - len(tt.problems); tt.want == grounding.CitationOK && r.Metrics.Precise != want {
			t.Errorf("%s: %s: %d of %d markers are precise, want %d", tt.reason, tt.marks, r.Metrics.Precise, r.Metrics.Cited, want)
		}
	}
}

func TestSuggested(t *testing.T) {
	for _, tt := range []struct {
		reason, text string
		notes        []string
		passages     []cite.PassageID
	}{
		{"miscited", "The Skarrow Ferry opened in May 1887.[^4]", []string{"3"}, nil},
		{"broken", "The Skarrow Ferry opened in May 1887.[^99]", []string{"3"}, nil},
		{"uncited", "The Skarrow Ferry opened in May 1887.", []string{"3"}, nil},
		{"right", "The Skarrow Ferry opened in May 1887.[^3]", nil, nil},
		{"what backs it has no note", "The terminal at Dunmore has a waiting room and a small café.[^1]", nil, []cite.PassageID{"ferry#today.6"}},
		{"nothing backs it", "The ferry has a swimming pool and a cinema.[^9]", nil, nil},
	} {
		c := checkText(t, tt.text).Claims[0]
		if diff := cmp.Diff(tt.notes, c.Suggested); diff != "" {
			t.Errorf("%s: notes (-want +got):\n%s", tt.reason, diff)
		}
		if diff := cmp.Diff(tt.passages, c.SuggestedPassages); diff != "" {
			t.Errorf("%s: passages (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestInherited(t *testing.T) {
	type want struct {
		Text      string
		Citation  grounding.CitationStatus
		Inherited bool
	}
	const paragraph = "The Skarrow Ferry opened in May 1887. Storms sank the Marigold in November 1902.[^3][^4]"
	for _, tt := range []struct {
		reason, text string
		scope        grounding.MarkScope
		want         []want
	}{
		{"a marker covers its sentence", paragraph, grounding.Sentence, []want{
			{"The Skarrow Ferry opened in May 1887.", grounding.CitationNone, false},
			{"Storms sank the Marigold in November 1902.", grounding.CitationOK, false},
		}},
		{"or the paragraph before it", paragraph, grounding.Paragraph, []want{
			{"The Skarrow Ferry opened in May 1887.", grounding.CitationOK, true},
			{"Storms sank the Marigold in November 1902.", grounding.CitationOK, false},
		}},
		{"not the paragraph after it", "Storms sank the Marigold in November 1902.[^3][^4] The Skarrow Ferry opened in May 1887.", grounding.Paragraph, []want{
			{"Storms sank the Marigold in November 1902.", grounding.CitationOK, false},
			{"The Skarrow Ferry opened in May 1887.", grounding.CitationNone, false},
		}},
		{"nor another paragraph", "The Skarrow Ferry opened in May 1887.\n\nStorms sank the Marigold in November 1902.[^3][^4]", grounding.Paragraph, []want{
			{"The Skarrow Ferry opened in May 1887.", grounding.CitationNone, false},
			{"Storms sank the Marigold in November 1902.", grounding.CitationOK, false},
		}},
		{"a heading is covered by what stands below", "# Skarrow Ferry opened in May 1887\n\nThe service opened in May 1887 under the Dunmore Steam Company.[^3]", grounding.Sentence, []want{
			{"Skarrow Ferry opened in May 1887", grounding.CitationOK, true},
			{"The service opened in May 1887 under the Dunmore Steam Company.", grounding.CitationOK, false},
		}},
		{"a cell by its row", "| Ship | Cost |\n|---|---|\n| The Gannet cost £6.2 million | of two ships, the Plover and the Gannet[^9] |", grounding.Sentence, []want{
			{"Ship", "", false},
			{"Cost", "", false},
			{"The Gannet cost £6.2 million", grounding.CitationOK, true},
			{"of two ships, the Plover and the Gannet", grounding.CitationOK, false},
		}},
		{"a cell not by another row", "| Ship |\n|---|\n| The Gannet cost £6.2 million |\n| The Plover was built in Bergen[^9] |", grounding.Sentence, []want{
			{"Ship", "", false},
			{"The Gannet cost £6.2 million", grounding.CitationNone, false},
			{"The Plover was built in Bergen", grounding.CitationOK, false},
		}},
	} {
		r := check(t, newChecker(t, ferry(), grounding.Options{MarkScope: tt.scope}), grounding.Answer{Text: tt.text})
		var got []want
		for _, c := range r.Claims {
			w := want{Text: c.Text, Citation: c.Citation}
			for _, code := range codes(c) {
				w.Inherited = w.Inherited || code == grounding.Inherited
			}
			got = append(got, w)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

// TestTwoArticles: a label is legal alone where one article has it.
func TestTwoArticles(t *testing.T) {
	bridge := parse(t, "bridge.md", "# The Bridge\n\nThe bridge at Hallow was built in 1872.[^3] It has seven arches of granite.[^40]\n\n[^3]: Archive\n[^40]: Survey\n")
	var articles []*corpus.Article
	for a := range ferry().Articles() {
		articles = append(articles, a)
	}
	c, err := corpus.New(append(articles, bridge)...)
	if err != nil {
		t.Fatal(err)
	}
	checker := newChecker(t, c, grounding.Options{})
	for _, tt := range []struct {
		reason, text string
		verdict      grounding.Verdict
		want         []mark
		suggested    []string
	}{
		{"both have it", "The bridge at Hallow was built in 1872.[^3]", grounding.BadCitation, []mark{{"", "3", "", grounding.MarkerAmbiguous}}, []string{"bridge^3"}},
		{"the full form", "The bridge at Hallow was built in 1872. [bridge^3]", grounding.Supported, []mark{{"bridge", "3", "", grounding.MarkerResolved}}, nil},
		{"that of the other", "The bridge at Hallow was built in 1872. [ferry^3]", grounding.Miscited, []mark{{"ferry", "3", "", grounding.MarkerResolved}}, []string{"bridge^3"}},
		{"one alone has it", "It has seven arches of granite.[^40]", grounding.Supported, []mark{{"bridge", "40", "", grounding.MarkerResolved}}, nil},
		{"neither has it", "The bridge at Hallow was built in 1872.[^50]", grounding.BadCitation, []mark{{"", "50", "", grounding.MarkerUnknown}}, []string{"bridge^3"}},
	} {
		cl := check(t, checker, grounding.Answer{Text: tt.text}).Claims[0]
		if cl.Verdict != tt.verdict {
			t.Errorf("%s: %s, want %s", tt.reason, cl.Verdict, tt.verdict)
		}
		if diff := cmp.Diff(tt.want, marksOf(cl)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
		if diff := cmp.Diff(tt.suggested, cl.Suggested); diff != "" {
			t.Errorf("%s: suggested (-want +got):\n%s", tt.reason, diff)
		}
	}
}
