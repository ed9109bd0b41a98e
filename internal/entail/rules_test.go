package entail

import (
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/internal/costtest"
)

// ferries is a small corpus: names, and sentences each of which is a group.
func ferries(sentences ...string) (*Evidence, *Analyzer) {
	n := NewNames()
	n.Add("organization", "Skarrow Line", "Skarrow")
	n.Add("organization", "Dunmore Line")
	n.Add("person", "Ada Holm", "Holm")
	n.Add("person", "Per Lund")
	n.Add("ship", "Marigold")
	n.Add("ship", "Tern")
	a := &Analyzer{Names: n}
	var groups []Group
	var before []*Sentence
	for _, s := range sentences {
		g := Group{Main: a.Analyze(s), Context: slices.Clone(before)}
		before = append(before, g.Main)
		groups = append(groups, g)
	}
	return NewEvidence(groups), a
}

func TestDecide(t *testing.T) {
	const (
		launch  = "The Skarrow Line launched the Marigold in May 1887 at a cost of about 45,000 pounds."
		bought  = "In 1902 the Skarrow Line bought the Tern from the Dunmore Line."
		share   = "In a survey of 1999, 89% of passengers praised the café and 67% found the fares cheap."
		council = "The council rejected the request for a second pier."
		may     = "Storms may have damaged the engine, the report says."
		safer   = "Steel hulls are safer than wooden hulls in ice."
		before  = "Before the pier was finished, the council had approved the timetable."
		some    = "Some passengers complained about the noise of the engine."
	)
	for _, tt := range []struct {
		reason, evidence, claim string
		want                    Verdict
		rule                    string
	}{
		{"the same in other words", launch, "The Marigold was launched by the Skarrow Line in May 1887.", Supported, RuleCovered},
		{"a coarser date", launch, "Skarrow launched the Marigold in 1887.", Supported, RuleCovered},
		{"another year", launch, "Skarrow launched the Marigold in 1889.", Contradicted, string(DateMismatch)},
		{"a number in another form", launch, "Launching the Marigold cost the Skarrow Line some £45k.", Supported, RuleCovered},
		{"ten times the number", launch, "Launching the Marigold cost the Skarrow Line some 450,000 pounds.", Contradicted, string(NumberMismatch)},
		{"another name of the kind", launch, "The Dunmore Line launched the Marigold in May 1887.", Contradicted, string(NameMismatch)},
		{"a name that is nowhere", launch, "The Skarrow Line launched the Marigold in May 1887 in Rotterdam.", Partial, string(NameAbsent)},
		{"buyer and seller", bought, "In 1902 the Dunmore Line bought the Tern from the Skarrow Line.", Contradicted, string(RolesSwapped)},
		{"a fraction for a share", share, "Two in three passengers found the fares cheap in 1999.", Supported, RuleCovered},
		{"nine in ten is about 89%", share, "About nine in ten passengers praised the café.", Supported, RuleCovered},
		{"shares that changed places", share, "In 1999, 67% of passengers praised the café and 89% found the fares cheap.", Contradicted, string(RolesSwapped)},
		{"the rest of a share", share, "In 1999, 11% of passengers did not praise the café.", Supported, RuleCovered},
		{"an opposite", council, "The council accepted the request for a second pier.", Contradicted, string(PolarityMismatch)},
		{"a negation more", council, "The council did not reject the request for a second pier.", Contradicted, string(PolarityMismatch)},
		{"a reserve dropped", may, "Storms damaged the engine.", Partial, string(HedgeDropped)},
		{"a reserve kept", may, "Storms might have damaged the engine.", Supported, RuleCovered},
		{"sides of a comparison", safer, "Wooden hulls are safer than steel hulls in ice.", Contradicted, string(RolesSwapped)},
		{"order in time", before, "After the pier was finished, the council had approved the timetable.", Contradicted, ""},
		{"all for some", some, "All passengers complained about the noise of the engine.", Contradicted, string(QuantifierMismatch)},
		{"a cause that nobody states", council, "The council rejected the request because a second pier is ugly.", Undecided, ""},
		{"something else altogether", council, "Bakeries sell more rye bread in winter.", Unsupported, RuleNotCovered},
		{"nothing", council, "", Unsupported, RuleNotCovered},
	} {
		e, a := ferries(tt.evidence, "The harbour is busy.")
		d := e.Query(a.Analyze(tt.claim), nil).Decide(Corpus, nil)
		if d.Verdict != tt.want || tt.rule != "" && d.Rule != tt.rule {
			t.Errorf("%s: %q: %s by %q, want %s by %q; found %v", tt.reason, tt.claim, d.Verdict, d.Rule, tt.want, tt.rule, codesOf(d))
		}
	}
}

func codesOf(d Decision) []Code {
	var out []Code
	for _, f := range d.Findings {
		out = append(out, f.Code)
	}
	return out
}

func TestFitMentions(t *testing.T) {
	var a Analyzer
	one := func(text string) *mention {
		s := a.Analyze(text)
		if len(s.mentions) != 1 {
			t.Fatalf("%q has %d numbers", text, len(s.mentions))
		}
		return &s.mentions[0]
	}
	for _, tt := range []struct {
		reason, claim, evidence string
		want                    bool
	}{
		{"the same in digits and words", "it cost 700 million dollars", "it cost $700m", true},
		{"rounded", "nearly 190 thousand commits", "189,719 commits", true},
		{"rounded to three digits", "some 151,000 stars", "151,380 stars", true},
		{"ten times", "about 45 commits", "450 commits", false},
		{"near is not the same", "it has 152,000 stars", "151,380 stars", false},
		{"over what it is over", "more than 700 million users", "700 million users", true},
		{"over what is a little more", "over 650 users", "700 users", true},
		{"over says nothing of ten times", "over 70 users", "700 users", false},
		{"over and under", "fewer than 700 users", "more than 700 users", false},
		{"another currency", "it cost €45 million", "it cost $45 million", false},
		{"a share and a number", "45% of it", "45 of it", false},
		{"percent and fraction", "a quarter of it", "25% of it", true},
		{"percents are counted whole", "66% of it", "67% of it", false},
		{"a year of a month", "it came in 2024", "it came in July 2024", true},
		{"a month of a year is more than was said", "it came in July 2024", "it came in 2024", false},
		{"another month", "it came in June 2024", "it came in July 2024", false},
		{"a season", "it came in summer 2024", "it came in July 2024", true},
		{"another part of the year", "it came in late 2024", "it came in early 2024", false},
		{"an end of a range", "it cost 3 million dollars", "it cost $1–3 million", true},
	} {
		if got := fitMentions(one(tt.claim), one(tt.evidence)) != fitsNot; got != tt.want {
			t.Errorf("%s: %q and %q: %v", tt.reason, tt.claim, tt.evidence, got)
		}
	}
}

func TestNegation(t *testing.T) {
	var a Analyzer
	for _, tt := range []struct {
		reason, text string
		want         int
	}{
		{"plain", "The pier is long.", 0},
		{"not", "The pier is not long.", 1},
		{"a contraction", "The pier isn't long.", 1},
		{"not only is no negation", "The pier is not only long.", 0},
		{"twice", "No pier is not long.", 2},
		{"an answer's no", "No, the pier is long.", 0},
		{"an expression counts once", "The pier is no longer used.", 1},
	} {
		if got := a.Analyze(tt.text).negators(-1); got != tt.want {
			t.Errorf("%s: %q: %d negators, want %d", tt.reason, tt.text, got, tt.want)
		}
	}
}

func TestClosed(t *testing.T) {
	long := []string{"The pier was finished in 1887.", "It is long.", "Boats land there.", "There is a café.", "The sea is cold.", "Gulls cry."}
	for _, tt := range []struct {
		reason, claim string
		evidence      []string
		want          Verdict
		rule          string
	}{
		{"word for word", "The pier was finished in 1887.", long, Supported, RuleStated},
		{"words that are nowhere", "Anna Berg founded a brewery in Oslo.", long, Unsupported, string(WordsAbsent)},
		{"in a short text, absence says nothing", "Anna Berg founded a brewery in Oslo.", long[:2], Undecided, ""},
		{"other words stay open", "People could use the landing stage.", long[:2], Undecided, ""},
		{"a question states nothing", "Was the pier finished in 1887?", long, Undecided, ""},
		{"no evidence", "The pier was finished in 1887.", nil, Unsupported, RuleNotCovered},
	} {
		d := Closed(tt.claim, tt.evidence)
		if d.Verdict != tt.want || d.Rule != tt.rule {
			t.Errorf("%s: %s by %q, want %s by %q", tt.reason, d.Verdict, d.Rule, tt.want, tt.rule)
		}
		if again := Closed(tt.claim, tt.evidence); again.Score != d.Score || again.Verdict != d.Verdict {
			t.Errorf("%s: not the same again", tt.reason)
		}
	}
}

// TestLexicon: opposites are not taken for the same, and nothing is read twice.
func TestLexicon(t *testing.T) {
	for a, list := range words().antonyms {
		for _, b := range list {
			if a == b {
				t.Errorf("%q is its own opposite", a)
			}
			if slices.Contains(words().same[a], b) {
				t.Errorf("%q and %q are one, and opposites", a, b)
			}
		}
	}
	for line := range strings.Lines(lexiconFile) {
		if name := strings.TrimSpace(line); strings.HasPrefix(name, "[") {
			name = strings.Trim(name, "[]")
			if _, ok := classNames[name]; !ok && name != "antonym" && name != "same" && name != "close" {
				t.Errorf("nothing reads the section [%s]", name)
			}
		}
	}
}

func TestLinear(t *testing.T) {
	costtest.Linear(t, "evidence", 20, func(n int) func() {
		evidence := slices.Repeat([]string{"The Skarrow Line launched the Marigold in May 1887."}, n)
		return func() { Closed("The Skarrow Line launched the Tern in 1890.", evidence) }
	})
	costtest.Linear(t, "claim", 20, func(n int) func() {
		claim := strings.Repeat("the Skarrow Line launched 14 boats and ", n)
		return func() { new(Analyzer).Analyze(claim) }
	})
}

func FuzzClosed(f *testing.F) {
	f.Add("The Skarrow Line launched the Marigold in 1890 because 3 of 4 boats sank.", "In May 1887 the Skarrow Line launched the Marigold. It wasn't 25% of $3m.")
	f.Add("東京タワーは高い。", "東京 2024年")
	f.Add("Not only is no one's “all” fewer than 1–3%?", "\xff\x00 none")
	f.Fuzz(func(t *testing.T, claim, evidence string) {
		d := Closed(claim, []string{evidence})
		if !(d.Score >= 0 && d.Score <= 1) {
			t.Errorf("the score is %v", d.Score)
		}
		for _, x := range d.Findings {
			if x.Start < 0 || x.End > len(claim) || x.Start > x.End {
				t.Errorf("a finding at %d to %d of %d", x.Start, x.End, len(claim))
			}
		}
		n := NewNames()
		n.Add("ship", "Marigold")
		a := &Analyzer{Names: n}
		e := NewEvidence([]Group{{Main: a.Analyze(evidence), Notes: []Note{{Sentence: a.Analyze(claim), Reserve: "reported"}}}})
		e.Query(a.Analyze(claim), a.Analyze(evidence)).Decide(Corpus, nil)
	})
}

// BenchmarkClosed holds a claim against 100 sentences.
func BenchmarkClosed(b *testing.B) {
	evidence := slices.Repeat([]string{"The ferry company of the northern islands published its timetable for the summer of 1987."}, 100)
	b.ReportAllocs()
	for b.Loop() {
		Closed("The ferry company published its summer timetable for 1988, with fourteen departures a day from Skarrow.", evidence)
	}
}
