package entail

import (
	"math"
	"slices"
)

// Thresholds are the coverages at which rules decide: shares of the weight of the
// words of a claim, or of one of its clauses, that a group matches.
type Thresholds struct {
	Whole    float64 // of a claim, from which on it is supported
	Hard     float64 // of it by the group's own words, for that
	Clause   float64 // of each of its clauses, for that
	Missing  float64 // the most of its weight that nothing matches, for that
	Other    float64 // of a clause that another group of the section has to state
	Far      float64 // of one that any other has to
	Near     float64 // of a claim, for a cited group that is not the best
	Conflict float64 // from which on a mismatch contradicts it
	Absent   float64 // of a clause, up to which nothing states it
	Nothing  float64 // of a claim, up to which nothing states it, if a name or number of it is absent
	Alone    float64 // of a claim, up to which nothing states it, whatever else
	Rest     float64 // of a claim but for what is absent, from which on a part of it is backed
	Score    Logistic
}

// A Logistic gives the probability that a group fully supports a claim: a bias and a
// weight for each of [Comparison.Features].
type Logistic struct {
	Bias    float64
	Weights [6]float64
}

// Corpus are the thresholds for claims about a corpus. They were chosen by hand and by a
// grid over the development claims about the built-in article (grounding/testdata/claims),
// with eval.Mutants as a second witness; TestScoreWeights of package grounding finds the
// weights of the score again.
var Corpus = Thresholds{
	Whole: 0.6, Hard: 0.42, Clause: 0.3, Missing: 0.32, Other: 0.6, Far: 0.8, Near: 0.5, Conflict: 0.6, Absent: 0.15, Nothing: 0.45, Alone: 0.3, Rest: 0.9,
	Score: Logistic{2.558, [6]float64{1.018, -1.520, -1.917, -3.374, -3.341, -1.864}},
}

// Features returns what the score is made of: how much of the claim's weight the group
// covers, how much by the same words, the share that nothing matches, and whether a rule
// found that the group says otherwise, doesn't say so, or leaves it open.
func (c *Comparison) Features() [6]float64 {
	f := [6]float64{c.Soft, c.Strict, c.Missing}
	for _, x := range c.Findings {
		switch {
		case x.Code.conflicts():
			f[3] = 1
		case x.Code.absent():
			f[4] = 1
		case x.Code.opens(), x.Code.reserve():
			f[5] = 1
		}
	}
	return f
}

// score returns the probability that the group of the best comparison supports the
// claim, 0 if there is none: then nothing matches.
func (q *Query) score(t Thresholds, cs []*Comparison) float64 {
	if len(cs) == 0 {
		return 0
	}
	z := t.Score.Bias
	for i, v := range cs[0].Features() {
		z += t.Score.Weights[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}

// A Closedness is how claims are decided against given evidence alone.
type Closedness struct {
	Bias    float64
	Weights Features
	// Score is the score from which on a claim counts as supported where it has to be
	// one or the other.
	Score float64

	// Lines is how many sentences the evidence has at least if what it doesn't have
	// tells anything: in one or two sentences most of any text is missing.
	Lines int
	// Absent is the coverage by all of the evidence below which a claim isn't
	// supported, AbsentName that for one with a name or number that is nowhere in it.
	Absent, AbsentName float64
	// Line and Pairs are what one sentence has of a claim, and how many of its words
	// stand next to the same words, from which on it is supported.
	Line, Pairs float64
}

// Closed0 decides claims against given evidence. The weights were fitted on the
// development parts of five public sets of claims (begin, faithdial_audit, q2, wice_claim,
// wice_claim_oracle), each set and label of which counts as much: TestClosedWeights
// finds them again. The thresholds are the widest at which each rule had a precision of
// .95 on each of the sets on which it fires fifty times.
var Closed0 = Closedness{
	Bias: -1.941, Weights: Features{1.704, 0.207, 2.036, -0.060, -1.125, -1.627, -0.346, -0.717, -0.178, 0.877, -0.034, 0.632},
	Score: 0.5,
	Lines: 6, Absent: 0.5, AbsentName: 0.6, Line: 0.99, Pairs: 0.6,
}

// RuleStated decides that a sentence of the evidence says what the claim says, in its
// words.
const RuleStated = "stated"

func (c *Closedness) probability(f *Features) float64 {
	z := c.Bias
	for i, v := range f {
		z += c.Weights[i] * v
	}
	return 1 / (1 + math.Exp(-z))
}

// objected reports whether a rule has found that the claim says something else than the
// sentence most like it, more, or without its reserve.
func (d *Decision) objected() bool {
	return slices.ContainsFunc(d.Findings, func(f Finding) bool {
		return f.Code.conflicts() || f.Code.absent() || f.Code.reserve() || f.Code == PolarityUnclear
	})
}

// decide lets the rules decide that have proved themselves on text of any kind.
func (c *Closedness) decide(d *Decision, lines int) {
	f := &d.Features
	named := f[AbsentNames] > 0 || f[AbsentNumbers] > 0
	switch {
	case lines == 0:
		d.Verdict, d.Rule = Unsupported, RuleNotCovered
	case lines >= c.Lines && f[Covered] < c.Absent:
		d.Verdict, d.Rule = Unsupported, string(WordsAbsent)
	case lines >= c.Lines && f[Covered] < c.AbsentName && named:
		d.Verdict, d.Rule = Partial, string(WordsAbsent)
	case f[BestLine] >= c.Line && f[Pairs] >= c.Pairs && !d.objected() && f[Personal] == 0 && f[Asks] == 0:
		d.Verdict, d.Rule = Supported, RuleStated
	}
}
