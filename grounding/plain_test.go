package grounding_test

import (
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestWithoutFacts: an article that has no file of facts is held to its words alone, also
// to who says something there.
func TestWithoutFacts(t *testing.T) {
	a, err := corpus.Parse("mill.md", []byte(`# The mill

The town spent $5 million on the mill.[^1] Critics say the mill is a danger to children.[^1] The dam, according to its engineer, can hold forty thousand tons of water.[^1] It was untrue that the miller owned the bakery.[^1]

[^1]: Town records
`))
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.New(a)
	if err != nil {
		t.Fatal(err)
	}
	checker := newChecker(t, c, grounding.Options{})
	for _, tt := range []struct {
		text string
		want grounding.Verdict
	}{
		{"The town spent $5 million on the mill.[^1]", grounding.Supported},
		{"The town spent €5 million on the mill.[^1]", grounding.Contradicted},
		{"Critics say the mill is a danger to children.[^1]", grounding.Supported},
		{"The mill is a danger to children.[^1]", grounding.Partial},
		{"The dam can hold forty thousand tons of water.[^1]", grounding.Partial},
		{"The miller owned the bakery.[^1]", grounding.Contradicted},
	} {
		if r := check(t, checker, grounding.Answer{Text: tt.text}); r.Verdict != tt.want {
			t.Errorf("%s: %s, want %s: %v", tt.text, r.Verdict, tt.want, codes(r.Claims[0]))
		}
	}
}

// TestScoreOfNothing: what nothing matches is not likely to be backed.
func TestScoreOfNothing(t *testing.T) {
	for _, text := range []string{"Zzyzx qwfp arst.", "Bicycles rust quickly underwater."} {
		if c := check(t, ferryChecker(), grounding.Answer{Text: text}).Claims[0]; c.Score > 0.1 {
			t.Errorf("%s: %s with a score of %v", text, c.Verdict, c.Score)
		}
	}
}

// TestFewWords: a claim of one or two words isn't supported by words that may mean the
// same.
func TestFewWords(t *testing.T) {
	c := newChecker(t, metapolicy.Corpus(), grounding.Options{})
	for _, tt := range []struct {
		text string
		want grounding.Verdict
	}{
		{"It is haunted.", grounding.Undecided}, // the gap is "persistently" a source of controversy
		{"The license is haunted.", grounding.Undecided},
		{"Meta opposed SB 1047.", grounding.Supported}, // by these words
	} {
		if r := check(t, c, grounding.Answer{Text: tt.text}); r.Verdict != tt.want {
			t.Errorf("%s: %s", tt.text, r.Verdict)
		}
	}
}
