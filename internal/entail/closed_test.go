package entail

import (
	"fmt"
	"math"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// town is evidence of enough sentences for the rules that look at what is absent.
var town = []string{
	"The library on Mill Street lends 300 books a week. It was founded in 1998 by the readers of the town.",
	"The ferry Anna sails from Northport at six. She carries 40 cars and 200 passengers.",
	"The bakery sells rye bread and wheat rolls. It opens at five in the morning.",
	"The ferry does not sail on Sunday.",
}

func TestClosedRules(t *testing.T) {
	for _, tt := range []struct {
		reason, claim string
		evidence      []string
		want          Verdict
		rule          string
	}{
		{"word for word", "The ferry Anna sails from Northport at six.", town, Supported, RuleStated},
		{"word for word, without the end", "The library on Mill Street lends 300 books.", town, Supported, RuleStated},
		{"the only sentence", "The bakery sells rye bread.", []string{"The bakery sells rye bread."}, Supported, RuleStated},
		{"other words: nothing decides", "Bread of rye can be bought in the bakery.", town, Undecided, ""},
		{"the same words in another order", "At six Northport from the sails Anna ferry.", town, Undecided, ""},
		{"another number", "The library on Mill Street lends 400 books a week.", town, Undecided, ""},
		{"a conflict: not word for word", "The ferry sails on Sunday.", town, Undecided, ""},
		{"a question states nothing", "The ferry Anna sails from Northport at six?", town, Undecided, ""},
		{"a speaker's own view", "I think the ferry Anna sails from Northport at six.", town, Undecided, ""},
		{"hardly a word of it", "Penguins breed on icy shores of distant continents.", town, Unsupported, string(WordsAbsent)},
		{"a few words of it, and a name that is nowhere", "The ferry Clara carries fast cars and passengers to Eastwick.", town, Partial, string(WordsAbsent)},
		{"hardly a word of it, but too little evidence to tell", "Penguins breed on icy shores.", town[3:], Undecided, ""},
		{"no evidence", "The ferry sails at six.", nil, Unsupported, RuleNotCovered},
		{"empty evidence", "The ferry sails at six.", []string{"", " \n"}, Unsupported, RuleNotCovered},
		{"no claim", "", town, Undecided, ""},
	} {
		d := Closed(tt.claim, tt.evidence)
		if d.Verdict != tt.want || d.Rule != tt.rule {
			t.Errorf("%s: %q is %v by %q, instead of %v by %q; features %v", tt.reason, tt.claim, d.Verdict, d.Rule, tt.want, tt.rule, d.Features)
		}
		if d.Score < 0 || d.Score > 1 || math.IsNaN(d.Score) {
			t.Errorf("%s: a probability of %v", tt.reason, d.Score)
		}
	}
}

// TestClosedScore: the more of a claim the evidence has, the likelier it is supported.
func TestClosedScore(t *testing.T) {
	last := 2.0
	for _, claim := range []string{
		"The library on Mill Street lends 300 books a week.",
		"The library on Mill Street lends 300 old books a week.",
		"The library on Mill Street buys 500 old maps a month.",
		"Penguins on Mount Eastwick buy 500 old maps a month.",
	} {
		score := Closed(claim, town).Score
		if score >= last {
			t.Errorf("%q has a probability of %.3f, the one before %.3f", claim, score, last)
		}
		last = score
	}
}

// TestClosedFeatures: what the features count.
func TestClosedFeatures(t *testing.T) {
	for _, tt := range []struct {
		reason, claim string
		feature       Feature
		want          float64
	}{
		{"all words", "The ferry Anna sails from Northport at six.", Covered, 1},
		{"no word", "Penguins breed.", Covered, 0},
		{"one sentence has them all", "The ferry Anna sails from Northport.", BestLine, 1},
		{"next to one another, all but those around", "The ferry Anna sails from Northport at six.", Pairs, 1},
		{"two words are absent", "The ferry Anna sails to penguins and glaciers.", AbsentWords, 2},
		{"more than three count as three", "Penguins, glaciers, seals, whales breed.", AbsentWords, 3},
		{"one of two names", "The ferries Anna and Clara sail.", AbsentNames, 0.5},
		{"one of two numbers", "She carries 40 cars and 700 passengers.", AbsentNumbers, 0.5},
		{"a question", "Does the ferry sail?", Asks, 1},
		{"none", "The ferry sails.", Asks, 0},
		{"speaks of himself", "I like my ferry.", Personal, 2.0 / 3},
		{"two content words", "The ferry sails.", Length, math.Log(3)},
		{"a conflict", "The ferry does sail on Sunday.", Conflict, 1},
	} {
		if got := Closed(tt.claim, town).Features[tt.feature]; math.Abs(got-tt.want) > 1e-9 {
			t.Errorf("%s: feature %d of %q is %v instead of %v", tt.reason, tt.feature, tt.claim, got, tt.want)
		}
	}
}

// TestClosedIsDeterministic: the same claim and evidence give the same bytes, whatever
// was asked before and meanwhile.
func TestClosedIsDeterministic(t *testing.T) {
	claims := []string{claim20, "The ferry sails on Sunday.", "I think 300 books are a third of all.", "", "Penguins breed on ice."}
	show := func(d Decision) string {
		for i := range d.Findings {
			d.Findings[i].Unit = nil
		}
		return fmt.Sprintf("%+v", d)
	}
	evidence := append(harbour(20), town...)
	var want []string
	for _, c := range claims {
		want = append(want, show(Closed(c, evidence)))
	}
	done := make(chan string)
	for w := range 4 {
		go func() {
			for i := range 20 {
				k := (i + w) % len(claims)
				if diff := cmp.Diff(want[k], show(Closed(claims[k], evidence))); diff != "" {
					done <- diff
					return
				}
			}
			done <- ""
		}()
	}
	for range 4 {
		if diff := <-done; diff != "" {
			t.Error(diff)
		}
	}
}

// TestClosest: of the sentences of the evidence the closest are found, of equals the
// earlier, whatever their number.
func TestClosest(t *testing.T) {
	var c closer
	s := c.analyzer.Analyze("The ferry Anna carries cars.")
	for _, n := range []int{0, 1, closest, closest + 1, 3 * closest} {
		evidence := []string{"A ferry. "}
		for i := range n {
			evidence = append(evidence, fmt.Sprintf("The ferry Anna number %d.", i))
		}
		evidence = append(evidence, "The ferry Anna carries cars. ")
		lines := c.lines(newUnion(s), evidence)
		var got []string
		for _, l := range lines {
			got = append(got, l.text)
		}
		want := []string{"The ferry Anna carries cars."}
		for i := range min(n, closest-1) {
			want = append(want, fmt.Sprintf("The ferry Anna number %d.", i))
		}
		if len(want) < closest {
			want = append(want, "A ferry.")
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("of %d sentences: (-want +got)\n%s", len(evidence), diff)
		}
	}
}

func FuzzClosedFindings(f *testing.F) {
	for _, seed := range [][2]string{
		{"", ""},
		{claim20, strings.Join(harbour(8), " ")},
		{"A third of 300 cars, i.e. more than $5 million, in early 1998.", "From 1998 to 2004 100 of 300 cars, or 33.3%, cost €5m. It may not."},
		{"According to Ida Holm, all ferries sailed before 1998 because of NASA.", "Some ferries never sailed after 1998, says Ida Holm."},
		{"Ferries are cheaper than buses.", "Buses are less cheap than ferries."},
		{"\xff 船は六時に出る — 12% of \x00", "(12%) \u200b。 \xe2\x80"},
	} {
		f.Add(seed[0], seed[1])
	}
	f.Fuzz(func(t *testing.T, claim, evidence string) {
		d := Closed(claim, []string{evidence, "The ferry Anna carried 12 cars, or 3% of all, in May 1998; the board may not say so."})
		if !(d.Score >= 0 && d.Score <= 1) {
			t.Fatalf("a probability of %v", d.Score)
		}
		for i, x := range d.Features {
			if math.IsNaN(x) || math.IsInf(x, 0) || x < 0 {
				t.Fatalf("feature %d is %v", i, x)
			}
		}
		for _, x := range d.Findings {
			if x.Start < 0 || x.End < x.Start || x.End > len(claim) || x.Claim != strings.TrimSpace(claim[x.Start:x.End]) {
				t.Fatalf("%s at %d-%d of %q, %q", x.Code, x.Start, x.End, claim, x.Claim)
			}
		}
	})
}
