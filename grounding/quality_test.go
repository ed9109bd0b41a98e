package grounding_test

import (
	"bufio"
	"encoding/json"

	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/grounding"
	"github.com/footnote-go/footnote/metapolicy"
)

// A labelled is an answer of which people said what a checker should say.
type labelled struct {
	ID       string `json:"id"`
	Answer   string `json:"answer"`
	Question string `json:"question"`
	Expect   struct {
		Claims []struct {
			Start     int               `json:"start"`
			End       int               `json:"end"`
			Verdict   grounding.Verdict `json:"verdict"`
			Footnotes []string          `json:"footnotes"`
		} `json:"claims"`
	} `json:"expect"`
	Tags []string `json:"tags"`
}

func readClaims(t testing.TB, name string) []labelled {
	t.Helper()
	f, err := os.Open(filepath.Join("testdata", "claims", name+".jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	var out []labelled
	for lines.Scan() {
		var l labelled
		if err := json.Unmarshal(lines.Bytes(), &l); err != nil {
			t.Fatal(err)
		}
		out = append(out, l)
	}
	return out
}

// A tally counts how claims of a sort were judged.
type tally struct {
	good, goodSupported, goodUndecided int
	bad, badSupported, badUndecided    int
}

func (c *tally) add(want, got grounding.Verdict) {
	if want == grounding.Supported {
		c.good++
		switch got {
		case grounding.Supported:
			c.goodSupported++
		case grounding.Undecided:
			c.goodUndecided++
		}
		return
	}
	c.bad++
	switch got {
	case grounding.Supported:
		c.badSupported++
	case grounding.Undecided:
		c.badUndecided++
	}
}

func (c tally) String() string {
	return fmt.Sprintf("good %3d: supported %3d undecided %3d false alarms %2d   bad %3d: called supported %2d undecided %3d",
		c.good, c.goodSupported, c.goodUndecided, c.good-c.goodSupported-c.goodUndecided,
		c.bad, c.badSupported, c.badUndecided)
}

// verdictOf returns the worst verdict of the claims of a report that lie in a span.
func verdictOf(r grounding.Report, start, end int) grounding.Verdict {
	got := grounding.NoClaim
	for _, c := range r.Claims {
		overlap := min(c.End, end) - max(c.Start, start)
		if overlap*2 > min(end-start, c.End-c.Start) && c.Verdict.Worse(got) {
			got = c.Verdict
		}
	}
	return got
}

// measure checks the answers of a file and writes what came of it.
func measure(t *testing.T, c *grounding.Checker, name string) string {
	t.Helper()
	answers := readClaims(t, name)
	var all tally
	byTag := map[string]*tally{}
	confusion := map[grounding.Verdict]map[grounding.Verdict]int{}
	claims, right := 0, 0
	for _, l := range answers {
		r, err := c.Check(t.Context(), grounding.Answer{Text: l.Answer, Question: l.Question})
		if err != nil {
			t.Fatal(err)
		}
		for _, want := range l.Expect.Claims {
			got := verdictOf(r, want.Start, want.End)
			claims++
			if got == want.Verdict {
				right++
			}
			all.add(want.Verdict, got)
			for _, tag := range l.Tags {
				if byTag[tag] == nil {
					byTag[tag] = new(tally)
				}
				byTag[tag].add(want.Verdict, got)
			}
			if confusion[want.Verdict] == nil {
				confusion[want.Verdict] = map[grounding.Verdict]int{}
			}
			confusion[want.Verdict][got]++
			if testing.Verbose() && got != want.Verdict && name == "dev" {
				t.Logf("%s: %s instead of %s: %s", l.ID, got, want.Verdict, l.Answer[want.Start:want.End])
			}
		}
	}
	var b strings.Builder
	fmt.Fprintf(&b, "%s: %d answers, %d claims, accuracy over the verdicts %.3f\n", name, len(answers), claims, float64(right)/float64(claims))
	fmt.Fprintf(&b, "  %-12s %s\n", "all", all)
	var tags []string
	for tag := range byTag {
		tags = append(tags, tag)
	}
	slices.Sort(tags)
	for _, tag := range tags {
		fmt.Fprintf(&b, "  %-12s %s\n", tag, byTag[tag])
	}
	for _, want := range grounding.Verdicts {
		if confusion[want] == nil {
			continue
		}
		fmt.Fprintf(&b, "  %-12s is called", want)
		for _, got := range grounding.Verdicts {
			if n := confusion[want][got]; n > 0 {
				fmt.Fprintf(&b, " %s %d", got, n)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// TestQuality holds what the checker makes of labelled claims about the built-in
// article, so that a change shows. The rules were made with dev; nothing was fitted on
// heldout, by other writers.
func TestQuality(t *testing.T) {
	c, err := grounding.New(metapolicy.Corpus(), grounding.Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := measure(t, c, "dev") + "\n" + measure(t, c, "heldout")
	golden := filepath.Join("testdata", "quality.golden")
	if *update {
		if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("quality has changed; look at it and run with -update (-before +after):\n%s", diff)
	}
}
