package eval

import (
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/grounding"
)

// A Summary is what became of answers, together.
type Summary struct {
	Answers int  `json:"answers"`
	Passed  Rate `json:"passed"`
	// Verdicts counts answers, ClaimVerdicts their claims.
	Verdicts      map[grounding.Verdict]int `json:"verdicts"`
	ClaimVerdicts map[grounding.Verdict]int `json:"claim_verdicts"`
	// Claims compares the claims with what people say, AnswerGrade whole answers;
	// Footnoted and Unfootnoted are the claims by whether what they were judged by has
	// a footnote.
	Claims      Grade `json:"claims"`
	AnswerGrade Grade `json:"answers_graded"`
	Footnoted   Grade `json:"footnoted"`
	Unfootnoted Grade `json:"unfootnoted"`
	// Tags are the claims by tag, in order of the tags.
	Tags      []TagGrade             `json:"tags"`
	Citations CitationSummary        `json:"citations"`
	Quotes    grounding.QuoteCounts  `json:"quotes"`
	Refusals  RefusalSummary         `json:"refusals"`
	FactsUsed Rate                   `json:"facts_used"` // of the corpus's facts, those that an answer states
	Compared  *BaselineComparison    `json:"baseline,omitempty"`
	Waivers   *WaiverSummary         `json:"waivers,omitempty"`
	Problems  map[grounding.Code]int `json:"problems"`
}

// A TagGrade is how well claims of answers with a tag were judged.
type TagGrade struct {
	Tag          string `json:"tag"`
	Labelled     int    `json:"labelled"`
	Accuracy     Rate   `json:"accuracy"`
	FalseAccepts Rate   `json:"false_accepts"`
	FalseAlarms  Rate   `json:"false_alarms"`
}

// A CitationSummary is how well answers cite, judged by the rules that the report names
// (Gao et al. 2023, "Enabling Large Language Models to Generate Text with Citations").
type CitationSummary struct {
	// Recall is the share of claims that the union of their citations fully supports;
	// those without count as not. Precision is the share of citations that support
	// their claim alone, or without which the others don't.
	Recall    Rate `json:"recall"`
	Precision Rate `json:"precision"`
	// Superfluous is the share of citations that add nothing: over-citation.
	Superfluous Rate `json:"superfluous"`
	// CopyRatio is the mean share of an answer's words that were copied.
	CopyRatio float64 `json:"copy_ratio"`
}

// A RefusalSummary is how answers refuse.
type RefusalSummary struct {
	Refused int `json:"refused"`
	Checked int `json:"checked"`
	Right   int `json:"right"`
	// Expected are the answers of which people say whether the question can be
	// answered, Agreed those of them that refuse where it can't and only there.
	Expected int  `json:"expected"`
	Agreed   Rate `json:"agreed"`
}

// summarize puts results together.
func summarize(c *corpus.Corpus, answers []Answer, results []AnswerResult, o CheckOptions) Summary {
	s := Summary{
		Answers: len(results), Verdicts: map[grounding.Verdict]int{}, ClaimVerdicts: map[grounding.Verdict]int{},
		Problems: map[grounding.Code]int{}, Tags: []TagGrade{},
	}
	var claims, whole []graded
	var m grounding.Metrics
	passed, superfluous, agreed, withText := 0, 0, 0, 0
	copied := 0.0
	used := map[string]bool{}
	for i := range results {
		r := &results[i]
		if r.Passed {
			passed++
		}
		s.Verdicts[r.Verdict]++
		whole = append(whole, graded{want: r.Expected, got: r.Verdict, score: lowest(r.Report), decided: r.Verdict != grounding.Undecided, tags: r.Tags})
		claims = append(claims, gradedClaims(&answers[i], r.Report)...)
		for j := range r.Report.Claims {
			claim := &r.Report.Claims[j]
			s.ClaimVerdicts[claim.Verdict]++
			for _, p := range claim.Problems {
				s.Problems[p.Code]++
				if p.Code == grounding.Superfluous {
					superfluous++
				}
			}
			for _, id := range claim.Facts {
				used[id] = true
			}
		}
		x := r.Report.Metrics
		m.Claims += x.Claims
		m.Recalled += x.Recalled
		m.Cited += x.Cited
		m.Precise += x.Precise
		s.Quotes.Exact += x.Quotes.Exact
		s.Quotes.Altered += x.Quotes.Altered
		s.Quotes.Missing += x.Quotes.Missing
		if x.Claims > 0 {
			withText++
			copied += x.CopyRatio
		}
		agreed += s.Refusals.add(&answers[i], r.Report.Refusal)
	}
	s.Passed = rateOf(passed, len(results))
	s.Claims, s.AnswerGrade = grade(claims, o.Seed), grade(whole, o.Seed)
	s.Footnoted = grade(slices.DeleteFunc(slices.Clone(claims), func(c graded) bool { return !c.footnoted }), o.Seed)
	s.Unfootnoted = grade(slices.DeleteFunc(slices.Clone(claims), func(c graded) bool { return c.footnoted }), o.Seed)
	s.Tags = tagGrades(claims)
	s.Citations = CitationSummary{Recall: rateOf(m.Recalled, m.Claims), Precision: rateOf(m.Precise, m.Cited), Superfluous: rateOf(superfluous, m.Cited)}
	if withText > 0 {
		s.Citations.CopyRatio = copied / float64(withText)
	}
	s.Refusals.Agreed = rateOf(agreed, s.Refusals.Expected)
	s.FactsUsed = rateOf(len(used), max(len(used), c.Facts().Len()))
	s.Compared = o.Baseline.compare(results, o.Seed)
	s.Waivers = o.Waivers.summary(results)
	return s
}

// add counts a refusal and returns 1 if people agree with it.
func (s *RefusalSummary) add(a *Answer, r grounding.Refusal) int {
	if r.Refused {
		s.Refused++
	}
	if r.Checked {
		s.Checked++
		if r.Right {
			s.Right++
		}
	}
	if a.Expect.Answerable == nil {
		return 0
	}
	s.Expected++
	if *a.Expect.Answerable != r.Refused {
		return 1
	}
	return 0
}

// lowest returns the lowest score of the claims of a report, 0 if it has none: what
// states nothing is not supported.
func lowest(r grounding.Report) float64 {
	score, claims := 1.0, 0
	for i := range r.Claims {
		if r.Claims[i].Verdict != grounding.NoClaim {
			claims++
			score = min(score, r.Claims[i].Score)
		}
	}
	if claims == 0 {
		return 0
	}
	return score
}

// gradedClaims returns the claims of a report with what people say of them: of an
// expected claim, the worst of those that lie in it for the most part.
func gradedClaims(a *Answer, r grounding.Report) []graded {
	var out []graded
	taken := make([]bool, len(r.Claims))
	add := func(want grounding.Verdict, c *grounding.Claim) {
		g := graded{want: want, got: grounding.NoClaim, tags: a.Tags}
		if c != nil {
			g.got, g.score, g.rule, g.decided = c.Verdict, c.Score, c.Rule, c.Decided == grounding.ByRule
			g.footnoted = len(c.Evidence) > 0 && len(c.Evidence[0].Footnotes) > 0
		}
		out = append(out, g)
	}
	for _, e := range a.Expect.Claims {
		var worst *grounding.Claim
		for j := range r.Claims {
			c := &r.Claims[j]
			overlap := min(c.End, e.End) - max(c.Start, e.Start)
			if overlap*2 <= min(e.Len(), c.Len()) || c.Verdict == grounding.NoClaim {
				continue
			}
			taken[j] = true
			if worst == nil || c.Verdict.Worse(worst.Verdict) {
				worst = c
			}
		}
		add(e.Verdict, worst)
	}
	for j := range r.Claims {
		if c := &r.Claims[j]; !taken[j] && c.Verdict != grounding.NoClaim {
			add("", c)
		}
	}
	return out
}

// tagGrades grades claims by tag.
func tagGrades(claims []graded) []TagGrade {
	by := map[string][]graded{}
	for _, c := range claims {
		for _, tag := range c.tags {
			by[tag] = append(by[tag], c)
		}
	}
	out := []TagGrade{}
	for tag, list := range by {
		var n, right, good, alarms, bad, accepted int
		for _, c := range list {
			if c.want == "" {
				continue
			}
			n++
			if c.want == c.got {
				right++
			}
			if c.want == grounding.Supported {
				good++
				if c.got != grounding.Supported && c.got != grounding.Undecided {
					alarms++
				}
				continue
			}
			bad++
			if c.got == grounding.Supported {
				accepted++
			}
		}
		if n > 0 {
			out = append(out, TagGrade{tag, n, rateOf(right, n), rateOf(accepted, bad), rateOf(alarms, good)})
		}
	}
	slices.SortFunc(out, func(a, b TagGrade) int { return strings.Compare(a.Tag, b.Tag) })
	return out
}
