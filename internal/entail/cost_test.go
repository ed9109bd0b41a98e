package entail

import (
	"strconv"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/costtest"
)

// nastiest are pieces which, repeated, make the rules look at each word from each other.
var nastiest = []string{
	"ferry ", "Anna ", "the ", "not ", "12 cars ", "1998 ", "12% of ", "Anna and Berta ", "Berta carried 12 cars, ", "more than ", "because ", "before ",
	"all ", "may ", "says ", "say Anna ", ". ", "ferry. ", "Anna 12. ", "船", "\xff ", "a-b ", "and ", "and the ",
}

// TestTimeIsLinear: in the claim, in one sentence of the evidence, in its sentences, and
// in all of them.
func TestTimeIsLinear(t *testing.T) {
	const fixed = "The ferry Anna carried 12 cars before all of the 1998 storms, says Berta."
	for _, piece := range nastiest {
		name := strconv.Quote(piece)
		for _, part := range []struct {
			name string
			work func(text string) func()
		}{
			{" as the claim", func(text string) func() { return func() { Closed(text, []string{fixed}) } }},
			{" as the evidence", func(text string) func() { return func() { Closed(fixed, []string{text}) } }},
			{" as both", func(text string) func() { return func() { Closed(text, []string{text}) } }},
		} {
			costtest.Linear(t, name+part.name, 1<<12, func(n int) func() {
				return part.work(strings.Repeat(piece, n/len(piece)))
			})
		}
	}
}

func TestTimeIsLinearInTexts(t *testing.T) {
	costtest.Linear(t, "texts of the evidence", 1<<8, func(n int) func() {
		evidence := harbour(n)
		return func() { Closed(claim20, evidence) }
	})
}

// TestLongSentences: of a sentence of more words than are compared nothing is decided.
func TestLongSentences(t *testing.T) {
	long := "The ferry Anna carried 300 cars" + strings.Repeat(" over the bay", maxWords/3) + "."
	if d := Closed(long, []string{long}); d.Verdict != Undecided {
		t.Errorf("a claim of %d words is %v", len(strings.Fields(long)), d.Verdict)
	}
	if d := Closed("The ferry Anna carried 300 cars over the bay.", []string{long}); d.Verdict != Supported {
		t.Errorf("a claim that stands in a long sentence is %v", d.Verdict)
	}
	var a Analyzer
	e := NewEvidence([]Group{{Main: a.Analyze(long)}})
	if d := e.Query(a.Analyze(long), nil).Decide(Corpus, nil); d.Verdict != Undecided {
		t.Errorf("a claim of %d words about a corpus is %v", len(strings.Fields(long)), d.Verdict)
	}
}
