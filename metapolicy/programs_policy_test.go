package metapolicy_test

import (
	"slices"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
	"github.com/footnote-go/footnote/metapolicy"
)

// TestEngagements: what Meta opposed or asked for, where, when, and how it ended.
func TestEngagements(t *testing.T) {
	type row struct {
		Stance  metapolicy.Stance
		Where   metapolicy.Entity
		Year    string
		Outcome metapolicy.Outcome
	}
	got := map[metapolicy.Engagement]row{}
	for g := range metapolicy.Engagements() {
		got[g] = row{g.Stance().Value, g.Jurisdiction().Value, g.Year().Value.String(), g.Outcome().Value}
		if g.Instrument().Value == "" || g.Name() == "" {
			t.Errorf("%v is about %q", g, g.Instrument().Value)
		}
	}
	equal(t, "engagements", map[metapolicy.Engagement]row{
		metapolicy.EUAIAct:     {metapolicy.StanceSoughtCarveOuts, metapolicy.EuropeanUnion, "", metapolicy.OutcomeCarveOutsAdopted},
		metapolicy.NTIAInquiry: {metapolicy.StanceSubmittedComments, metapolicy.UnitedStates, "2024", ""},
		metapolicy.SB1047:      {metapolicy.StanceOpposed, metapolicy.California, "", metapolicy.OutcomeBillFailed},
	}, got)
}

// TestArguments: how Meta argued in each engagement, and what was held against it.
func TestArguments(t *testing.T) {
	type row struct{ Arguments, Objections, Actions, Provisions int }
	got := map[metapolicy.Engagement]row{}
	about := map[metapolicy.Entity]int{}
	for a := range metapolicy.Arguments() {
		about[a.Value.About]++
	}
	for g := range metapolicy.Engagements() {
		got[g] = row{
			len(idsOf(g.Arguments())), len(idsOf(g.Objections())),
			len(idsOf(g.Actions())), len(idsOf(g.Provisions())),
		}
		for a := range g.Arguments() {
			if !a.Status().Has(fact.StatusClaimedByMeta) || !slices.Contains(a.AttributedTo(), metapolicy.Meta.Name()) {
				t.Errorf("%s is not Meta's", a.ID())
			}
		}
		for o := range g.Objections() {
			if o.Status().Has(fact.StatusClaimedByMeta) {
				t.Errorf("%s is Meta's", o.ID())
			}
		}
		equal(t, string(g)+": arguments of all", got[g].Arguments, about[metapolicy.Entity(g)])
	}
	equal(t, "arguments", map[metapolicy.Engagement]row{
		metapolicy.EUAIAct:     {2, 1, 2, 0},
		metapolicy.NTIAInquiry: {5, 2, 1, 0},
		metapolicy.SB1047:      {1, 0, 1, 1},
	}, got)
	for o := range metapolicy.EUAIAct.Objections() {
		equal(t, "who objects", []string{metapolicy.SafetyResearchers.Name()}, o.AttributedTo())
	}
}

// TestArgumentsBy: who argues, where an argument belongs to no engagement.
func TestArgumentsBy(t *testing.T) {
	got := map[metapolicy.Entity]int{}
	for a := range metapolicy.Arguments() {
		for _, who := range a.Value.By {
			got[who]++
		}
	}
	equal(t, "arguments", map[metapolicy.Entity]int{
		metapolicy.Entity(metapolicy.MarkZuckerberg):       4,
		metapolicy.Entity(metapolicy.SuperintelligenceLab): 2,
		metapolicy.Entity(metapolicy.Meta):                 1,
	}, got)
}

// TestMeasures: to what Meta commits itself, and who misses what.
func TestMeasures(t *testing.T) {
	type row struct{ Approaches, Processes, Commitments, Gaps int }
	got := map[metapolicy.Measure]row{}
	for m := range metapolicy.Measures() {
		got[m] = row{len(idsOf(m.Approaches())), len(idsOf(m.Processes())), len(idsOf(m.Commitments())), len(idsOf(m.Gaps()))}
	}
	equal(t, "measures", map[metapolicy.Measure]row{
		metapolicy.ResponsibleUseGuide: {6, 1, 0, 0},
		metapolicy.FrontierAIFramework: {1, 0, 4, 11},
		metapolicy.RedTeaming:          {2, 3, 0, 0},
	}, got)
	for c := range metapolicy.FrontierAIFramework.Commitments() {
		if !c.Status().Has(fact.StatusClaimedByMeta) {
			t.Errorf("%s rests on %v", c.ID(), c.Status())
		}
	}
	missedBy := map[string]int{}
	for g := range metapolicy.FrontierAIFramework.Gaps() {
		for _, who := range g.AttributedTo() {
			missedBy[who]++
		}
	}
	if missedBy[metapolicy.Critics.Name()] == 0 || missedBy[metapolicy.SafetyCommunity.Name()] == 0 {
		t.Errorf("gaps are missed by %v", missedBy)
	}
	equal(t, "year", "2025", metapolicy.FrontierAIFramework.Year().Value.String())
	if metapolicy.FrontierAIFramework.Version().IsZero() || !metapolicy.RedTeaming.Version().IsZero() {
		t.Error("only the framework has a version")
	}
}

// TestCriticisms: what the Open Source Initiative holds against Llama.
func TestCriticisms(t *testing.T) {
	var osi []string
	for c := range metapolicy.Llama.Criticisms() {
		if slices.Contains(c.Value.Critics, metapolicy.Entity(metapolicy.OpenSourceInitiative)) {
			osi = append(osi, c.ID())
			if !c.Status().Has(fact.StatusSaidByCritics) || c.Value.Of != metapolicy.Entity(metapolicy.Llama) {
				t.Errorf("%s is of %v, and rests on %v", c.ID(), c.Value.Of, c.Status())
			}
		}
	}
	equal(t, "of Llama", 4, len(osi))
	equal(t, "by the OSI", osi, idsOf(metapolicy.OpenSourceInitiative.Criticises()))
	for c := range metapolicy.OpenUK.Criticises() {
		if c.Value.Of != metapolicy.Entity(metapolicy.Meta) {
			t.Errorf("%s is of %v", c.ID(), c.Value.Of)
		}
	}
}

// TestAnswer: one criticism has an answer, that of Ahmad Al-Dahle.
func TestAnswer(t *testing.T) {
	var answered, answers []string
	for c := range metapolicy.Criticisms() {
		if a := c.Value.Answer(); !a.IsZero() {
			answered, answers = append(answered, c.ID()), append(answers, a.ID())
			equal(t, "of", metapolicy.Entity(metapolicy.Llama4), c.Value.Of)
			equal(t, "who answers", []string{metapolicy.AhmadAlDahle.Name()}, a.AttributedTo())
		} else if !a.IsZero() {
			t.Errorf("%s has no answer, but %s", c.ID(), a.ID())
		}
	}
	equal(t, "answered", []string{"llama-4/criticism/benchmark-manipulation"}, answered)
	equal(t, "answers", idsOf(metapolicy.AhmadAlDahle.Positions()), answers)
}

// TestStudies: what the studies found, in what measure, and at whose request.
func TestStudies(t *testing.T) {
	study := metapolicy.LinuxFoundationStudy
	var shares []fact.Quantity
	var factors []fact.Quantity
	for f := range study.Findings() {
		if s, ok := f.Value.Value.Share(); ok {
			shares = append(shares, s.Fraction())
			if s != f.Share() {
				t.Errorf("%s finds %v and %v", f.ID(), s, f.Share())
			}
		}
		if q, ok := f.Value.Value.Quantity(); ok {
			factors = append(factors, q)
		}
	}
	if want := []fact.Quantity{
		fact.Exactly(0.89, fact.Unit1), fact.Exactly(0.67, fact.Unit1), fact.MoreThan(0.5, fact.Unit1),
	}; !slices.Equal(shares, want) {
		t.Errorf("shares are %v, want %v", shares, want)
	}
	if want := []fact.Quantity{fact.Exactly(3.5, fact.Unit1)}; !slices.Equal(factors, want) {
		t.Errorf("factors are %v, want %v", factors, want)
	}
	equal(t, "commissioned by", metapolicy.Meta, study.CommissionedBy().Value)
	equal(t, "conducted by", metapolicy.LinuxFoundation, study.ConductedBy().Value)
	equal(t, "year", "2025", study.Year().Value.String())
	for c := range study.Cautions() {
		equal(t, "who warns", []string{metapolicy.Critics.Name()}, c.AttributedTo())
	}

	for f := range metapolicy.BiosecurityStudies.Findings() {
		if !f.Value.Value.IsZero() || f.Value.Text == "" {
			t.Errorf("%s finds %v", f.ID(), f.Value)
		}
	}
	if !metapolicy.BiosecurityStudies.CommissionedBy().IsZero() {
		t.Error("the article says who commissioned the studies of biosecurity")
	}
}

// TestQuestions: what the article leaves open, and about what.
func TestQuestions(t *testing.T) {
	got := map[metapolicy.Entity]int{}
	for q := range metapolicy.Questions() {
		got[q.Value.About]++
		if !q.Status().Has(fact.StatusUnresolved) {
			t.Errorf("%s is %v", q.ID(), q.Status())
		}
	}
	equal(t, "questions", map[metapolicy.Entity]int{
		metapolicy.HybridPivot:                  1,
		metapolicy.Entity(metapolicy.Llama):     1,
		metapolicy.OpenSourceCarveOuts:          1,
		metapolicy.OpenWeightsEcosystem:         2,
		metapolicy.OpenSourceStrategy:           2,
		metapolicy.OpenWeightsReleases:          1,
		metapolicy.Entity(metapolicy.YannLeCun): 2,
	}, got)
}

// TestAssessments: the six rows of the table, in order, without footnotes.
func TestAssessments(t *testing.T) {
	var got []string
	for a := range metapolicy.Assessments() {
		got = append(got, a.Value.Dimension)
		if !a.Status().Has(fact.StatusAssessment) || len(a.Footnotes()) != 0 {
			t.Errorf("%s rests on %v and %v", a.ID(), a.Status(), a.Footnotes())
		}
	}
	equal(t, "assessments", []string{
		"Strategic intent", "Primary vehicle", "Policy posture",
		"Safety stance", "Current trajectory", "Competitive effect",
	}, got)
}
