package groundingtest_test

import (
	"fmt"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/grounding/groundingtest"
)

const harbour = `# Harbour

The harbour of Aldwick was opened in 1874.[^1] Its lighthouse is 31 metres high.[^2]

The ferry company has never published its losses.

[^1]: Town archive.
[^2]: Survey of 2003.
`

func checker(t testing.TB) *grounding.Checker {
	t.Helper()
	a, err := corpus.Parse("harbour.md", []byte(harbour))
	if err != nil {
		t.Fatal(err)
	}
	c, err := corpus.New(a)
	if err != nil {
		t.Fatal(err)
	}
	ch, err := grounding.New(c, grounding.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return ch
}

// A recorder is a test that notes what it is told.
type recorder struct {
	testing.TB
	errors, logs []string
}

func (r *recorder) Helper()                   {}
func (r *recorder) Error(args ...any)         { r.errors = append(r.errors, fmt.Sprint(args...)) }
func (r *recorder) Errorf(f string, a ...any) { r.errors = append(r.errors, fmt.Sprintf(f, a...)) }
func (r *recorder) Log(args ...any)           { r.logs = append(r.logs, fmt.Sprint(args...)) }

func TestGroundedPasses(t *testing.T) {
	ch := checker(t)
	groundingtest.Grounded(t, ch, "The harbour of Aldwick opened in 1874.[^1] The lighthouse is 31 metres high.[^2]")
	groundingtest.Cites(t, ch, "The harbour of Aldwick opened in 1874.[^1]", "1")
	groundingtest.Refuses(t, ch, grounding.Answer{Text: "The article does not say how many boats there are.", Question: "How many boats are registered?"})
}

func TestFailures(t *testing.T) {
	ch := checker(t)
	for _, tt := range []struct {
		reason string
		do     func(t testing.TB) bool
		want   []string // in the one error
	}{
		{"a wrong number prints the sentence, both numbers, the quotation and its note",
			func(t testing.TB) bool { return groundingtest.Grounded(t, ch, "The lighthouse is 36 metres high.[^2]") },
			[]string{"contradicted: The lighthouse is 36 metres high.[^2]", "36", "31", "“Its lighthouse is 31 metres high.” [^2]"}},
		{"the wrong note prints the right one",
			func(t testing.TB) bool { return groundingtest.Grounded(t, ch, "The lighthouse is 31 metres high.[^1]") },
			[]string{"miscited", "right would be [^2]"}},
		{"an empty answer",
			func(t testing.TB) bool { return groundingtest.Grounded(t, ch, "") },
			[]string{"the answer states nothing"}},
		{"a footnote that backs nothing there",
			func(t testing.TB) bool {
				return groundingtest.Cites(t, ch, "The lighthouse is 31 metres high.[^2]", "1")
			},
			[]string{"footnote 1"}},
		{"an answer in place of a refusal",
			func(t testing.TB) bool {
				return groundingtest.Refuses(t, ch, grounding.Answer{Text: "The lighthouse is 31 metres high.[^2]", Question: "How high is it?"})
			},
			[]string{"does not refuse"}},
		{"a refusal where the article does say",
			func(t testing.TB) bool {
				return groundingtest.Refuses(t, ch, grounding.Answer{Text: "The article does not say that.", Question: "When was the harbour of Aldwick opened?"})
			},
			[]string{"1874"}},
		{"a refusal without its question",
			func(t testing.TB) bool {
				return groundingtest.Refuses(t, ch, grounding.Answer{Text: "The article does not say that."})
			},
			[]string{"needs the question"}},
	} {
		t.Run(tt.reason, func(t *testing.T) {
			r := &recorder{TB: t}
			if tt.do(r) {
				t.Error("it passes")
			}
			if len(r.errors) != 1 {
				t.Fatalf("%d errors instead of one: %q", len(r.errors), r.errors)
			}
			for _, w := range tt.want {
				if !strings.Contains(r.errors[0], w) {
					t.Errorf("%q is not in\n%s", w, r.errors[0])
				}
			}
		})
	}
}

func TestGateWarns(t *testing.T) {
	r := &recorder{TB: t}
	gate := grounding.Gate{AllowUncited: true}
	ok := groundingtest.Passes(r, checker(t), gate, grounding.Answer{Text: "The ferry firm keeps its red ink to itself."})
	if !ok || len(r.logs) != 1 || len(r.errors) != 0 {
		t.Errorf("an undecided claim: passes %v, %d logs, errors %q", ok, len(r.logs), r.errors)
	}
}
