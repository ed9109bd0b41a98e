package grounding_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// answererFunc is a function as an Answerer.
type answererFunc func(ctx context.Context, question string) ([]cite.Citation, error)

func (f answererFunc) Answer(ctx context.Context, q string) ([]cite.Citation, error) {
	return f(ctx, q)
}

// citationOf cites the sentence of the ferry that holds words.
func citationOf(t testing.TB, words string) cite.Citation {
	t.Helper()
	for p := range ferry().Passages() {
		for s := range p.Sentences() {
			if strings.Contains(s.Text(), words) {
				return s.Cite()
			}
		}
	}
	t.Fatalf("no sentence has %q", words)
	return cite.Citation{}
}

func TestRefusal(t *testing.T) {
	found := citationOf(t, "opened in May 1887")
	answers := answererFunc(func(context.Context, string) ([]cite.Citation, error) { return []cite.Citation{found}, nil })
	nothing := answererFunc(func(context.Context, string) ([]cite.Citation, error) { return nil, nil })
	const refusal = "The article does not say that."
	for _, tt := range []struct {
		reason, text, question       string
		answerer                     grounding.Answerer
		refused, checked, right, any bool
	}{
		{"no refusal", "The Skarrow Ferry opened in May 1887.[^3]", "When did the ferry open?", answers, false, false, false, false},
		{"the question is not known", refusal, "", answers, true, false, false, false},
		{"nothing answers", refusal, "How many lifeboats does the Plover have?", nothing, true, true, true, false},
		{"something answers", refusal, "When did the ferry open?", answers, true, true, false, true},
		{"without an Answerer a sentence with the question's words answers", refusal, "Did the service open under the Dunmore Steam Company?", nil, true, true, false, true},
		{"without an Answerer and such a sentence nothing does", refusal, "Who painted the lighthouse of Vardoe?", nil, true, true, true, false},
		{"in other words", "Unfortunately, the provided passages do not mention this.", "How many lifeboats does the Plover have?", nothing, true, true, true, false},
		{"of several articles", "The articles don't say how many.", "How many lifeboats does the Plover have?", nothing, true, true, true, false},
		{"I cannot", "I cannot find this in the article.", "How many lifeboats does the Plover have?", nothing, true, true, true, false},
		{"beside a claim", "The Skarrow Ferry opened in May 1887.[^3] The article does not say who paid.", "Who paid?", nothing, true, true, true, false},
	} {
		r := check(t, newChecker(t, ferry(), grounding.Options{Answerer: tt.answerer}), grounding.Answer{Text: tt.text, Question: tt.question})
		got := r.Refusal
		if got.Refused != tt.refused || got.Checked != tt.checked || got.Right != tt.right || len(got.Evidence) > 0 != tt.any {
			t.Errorf("%s: %+v", tt.reason, got)
		}
		if (got.Reason != "") != tt.refused {
			t.Errorf("%s: reason %q", tt.reason, got.Reason)
		}
	}
	broken := errors.New("broken")
	c := newChecker(t, ferry(), grounding.Options{Answerer: answererFunc(func(context.Context, string) ([]cite.Citation, error) { return nil, broken })})
	if _, err := c.Check(t.Context(), grounding.Answer{Text: refusal, Question: "Who?"}); !errors.Is(err, broken) {
		t.Errorf("the Answerer's error comes out as %v", err)
	}
}

func TestContext(t *testing.T) {
	const text = "The Skarrow Ferry opened in May 1887.[^3]"
	for _, tt := range []struct {
		reason  string
		context []cite.PassageID
		outside bool
	}{
		{"not known", nil, false},
		{"shown", []cite.PassageID{"ferry#today.1", "ferry#history.1"}, false},
		{"not shown", []cite.PassageID{"ferry#today.1"}, true},
		{"nothing shown", []cite.PassageID{}, true},
	} {
		c := check(t, ferryChecker(), grounding.Answer{Text: text, Context: tt.context}).Claims[0]
		if c.Verdict != grounding.Supported {
			t.Errorf("%s: %s", tt.reason, c.Verdict)
		}
		if got := slices.Contains(codes(c), grounding.OutsideContext); got != tt.outside {
			t.Errorf("%s: problems %v", tt.reason, codes(c))
		}
	}
	_, err := ferryChecker().Check(t.Context(), grounding.Answer{ID: "a1", Text: text, Context: []cite.PassageID{"ferry#nowhere.1"}})
	var unknown *grounding.UnknownPassageError
	if !errors.As(err, &unknown) {
		t.Fatalf("an unknown passage: %v", err)
	}
	if diff := cmp.Diff(&grounding.UnknownPassageError{Answer: "a1", Passage: "ferry#nowhere.1"}, unknown); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestAttributions: citations beside the answer count as markers in it would.
func TestAttributions(t *testing.T) {
	const first, second = "The Skarrow Ferry opened in May 1887.", "Storms sank the Marigold in November 1902."
	const text = first + " " + second
	opened, sank := citationOf(t, "opened in May 1887"), citationOf(t, "Storms sank")
	gone := opened
	gone.Quote, gone.Passage, gone.Digest, gone.Prefix, gone.Suffix = "The service closed in May 1887.", "ferry#gone.1", cite.DigestOf("gone"), "", ""
	at := func(start, end int, c cite.Citation) grounding.Attribution {
		return grounding.Attribution{Span: cite.Span{Start: start, End: end}, Citation: c}
	}
	for _, tt := range []struct {
		reason    string
		citations []grounding.Attribution
		want      []grounding.CitationStatus
	}{
		{"none", nil, []grounding.CitationStatus{grounding.CitationNone, grounding.CitationNone}},
		{"a span on each", []grounding.Attribution{at(0, len(first), opened), at(len(first)+1, len(text), sank)},
			[]grounding.CitationStatus{grounding.CitationOK, grounding.CitationOK}},
		{"a span over both", []grounding.Attribution{at(0, len(text), opened)},
			[]grounding.CitationStatus{grounding.CitationOK, grounding.CitationWrong}},
		{"a span within one", []grounding.Attribution{at(4, 11, opened)},
			[]grounding.CitationStatus{grounding.CitationOK, grounding.CitationNone}},
		{"a point at the end of each", []grounding.Attribution{at(len(first), len(first), opened), at(len(text), len(text), sank)},
			[]grounding.CitationStatus{grounding.CitationOK, grounding.CitationOK}},
		{"wrong way round", []grounding.Attribution{at(0, len(first), sank), at(len(first)+1, len(text), opened)},
			[]grounding.CitationStatus{grounding.CitationWrong, grounding.CitationWrong}},
		{"one that leads nowhere", []grounding.Attribution{at(0, len(first), gone)},
			[]grounding.CitationStatus{grounding.CitationBroken, grounding.CitationNone}},
		{"out of the answer", []grounding.Attribution{at(9000, 9010, opened), at(-5, -1, opened), at(9000, 9000, opened)},
			[]grounding.CitationStatus{grounding.CitationNone, grounding.CitationNone}},
	} {
		r := check(t, ferryChecker(), grounding.Answer{Text: text, Citations: tt.citations})
		var got []grounding.CitationStatus
		for _, c := range r.Claims {
			got = append(got, c.Citation)
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
}

func TestFinder(t *testing.T) {
	const text = "The Skarrow Ferry opened in May 1887. Storms sank the Marigold in November 1902."
	var asked []string
	finder := grounding.FinderFunc(func(_ context.Context, claim string, k int) ([]cite.PassageID, error) {
		asked = append(asked, claim)
		if k <= 0 {
			t.Errorf("asked for %d passages", k)
		}
		if strings.Contains(claim, "opened") {
			return []cite.PassageID{"ferry#history.1", "ferry#nowhere.1"}, nil
		}
		return []cite.PassageID{"ferry#today.1"}, nil
	})
	c := newChecker(t, ferry(), grounding.Options{Finder: finder})
	r := check(t, c, grounding.Answer{Text: text})
	if diff := cmp.Diff([]string{"The Skarrow Ferry opened in May 1887.", "Storms sank the Marigold in November 1902."}, asked); diff != "" {
		t.Errorf("asked (-want +got):\n%s", diff)
	}
	if a, b := r.Claims[0].Verdict, r.Claims[1].Verdict; a != grounding.Supported || b == grounding.Supported {
		t.Errorf("found: %s, not found: %s", a, b)
	}
	// What is cited and what was shown count, whatever the Finder finds.
	for _, a := range []grounding.Answer{
		{Text: "Storms sank the Marigold in November 1902.[^4]"},
		{Text: "Storms sank the Marigold in November 1902.", Context: []cite.PassageID{"ferry#history.1"}},
	} {
		if v := check(t, c, a).Claims[0].Verdict; v != grounding.Supported {
			t.Errorf("%+v: %s", a, v)
		}
	}
	broken := errors.New("broken")
	c = newChecker(t, ferry(), grounding.Options{Finder: grounding.FinderFunc(func(context.Context, string, int) ([]cite.PassageID, error) { return nil, broken })})
	if _, err := c.Check(t.Context(), grounding.Answer{Text: text}); !errors.Is(err, broken) {
		t.Errorf("the Finder's error comes out as %v", err)
	}
	if _, err := c.Cite(t.Context(), grounding.Answer{Text: text}); !errors.Is(err, broken) {
		t.Errorf("the Finder's error comes out of Cite as %v", err)
	}
}

func TestErrors(t *testing.T) {
	if _, err := grounding.New(nil, grounding.Options{}); err == nil {
		t.Error("a checker of no corpus")
	}
	for _, o := range []grounding.Options{{JudgeInFlight: -1}, {JudgeTimeout: -1}, {MarkScope: 7}} {
		if _, err := grounding.New(ferry(), o); err == nil {
			t.Errorf("a checker with %+v", o)
		}
	}
	_, err := ferryChecker().Check(t.Context(), grounding.Answer{ID: "a1", Text: strings.Repeat(" ", grounding.MaxAnswer+1)})
	var long *grounding.TooLongError
	if !errors.As(err, &long) || long.ID != "a1" || long.Size != grounding.MaxAnswer+1 {
		t.Errorf("an answer that is too long: %v", err)
	}
	if _, err := grounding.CheckClaim(t.Context(), "It is so.", []string{strings.Repeat(" ", grounding.MaxEvidence)}); !errors.As(err, &long) {
		t.Errorf("evidence that is too long: %v", err)
	}
	done, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := ferryChecker().Check(done, grounding.Answer{Text: "It is so."}); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that is done: %v", err)
	}
	if _, err := grounding.CheckClaim(done, "It is so.", nil); !errors.Is(err, context.Canceled) {
		t.Errorf("a context that is done: %v", err)
	}
}

func TestCheckClaim(t *testing.T) {
	for _, tt := range []struct {
		reason, claim string
		evidence      []string
		verdict       grounding.Verdict
		decided       grounding.Decided
	}{
		{"word for word", "The mill ground its last corn in 1931.", []string{"The mill ground its last corn in 1931. Its wheel still turns."}, grounding.Supported, grounding.ByRule},
		{"no evidence", "The mill ground its last corn in 1931.", nil, grounding.Unsupported, grounding.ByRule},
		{"blank evidence", "The mill ground its last corn in 1931.", []string{"", " \n"}, grounding.Unsupported, grounding.ByRule},
		{"a likeness alone decides nothing", "The mill stopped in 1931.", []string{"The mill ground its last corn in 1931."}, grounding.Undecided, grounding.ByScore},
	} {
		r, err := ferryChecker().CheckClaim(t.Context(), tt.claim, tt.evidence)
		if err != nil {
			t.Fatal(err)
		}
		if r.Verdict != tt.verdict || r.Decided != tt.decided || r.Score < 0 || r.Score > 1 {
			t.Errorf("%s: %+v", tt.reason, r)
		}
		if r.Problems == nil {
			t.Errorf("%s: a list is nil", tt.reason)
		}
		if again, _ := grounding.CheckClaim(t.Context(), tt.claim, tt.evidence); !cmp.Equal(r, again) {
			t.Errorf("%s: two reports of one claim", tt.reason)
		}
	}
}
