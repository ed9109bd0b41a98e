package grounding

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/answer"
	"github.com/footnote-go/footnote/internal/entail"
)

// decide finds what the corpus makes of a claim and whether its markers lead there.
func (k *check) decide(c *Claim, st *answer.Statement, s *entail.Sentence, q *entail.Query) {
	cited := scopeOf(c.Markers)
	d, ok := entail.Decision{}, false
	if len(cited) > 0 {
		d = q.Decide(entail.Corpus, func(g int) bool { return cited[g] })
		ok = d.Verdict == entail.Supported
	}
	if !ok {
		whole := q.Decide(entail.Corpus, nil)
		same := d.Verdict == entail.Contradicted && whole.Verdict == entail.Contradicted
		if len(cited) == 0 || !same && !k.tension(c, d, whole) {
			d = whole
		}
	}
	c.Content, c.Decided, c.Rule, c.Score = contentOf(d.Verdict), ByRule, d.Rule, d.Score
	if c.Content == Undecided {
		c.Decided = ByScore
	}
	k.findings(c, st, d)
	k.quoted(c, st, &d)
	if foreign(c.Text) != k.foreign {
		c.Content, c.Decided, c.Rule = Undecided, ByScore, string(ForeignLanguage)
		c.problem(ForeignLanguage, "the claim is in another language than the article", c.Span)
	}
	k.elsewhere(c, cited)
	if slices.ContainsFunc(c.Problems, func(p Problem) bool { return p.Code == MixedScripts }) && c.Content == Supported {
		c.Content, c.Decided, c.Rule = Undecided, ByScore, string(MixedScripts)
	}
	for _, p := range d.Parts {
		from, to := st.Source(p.Start, p.End)
		c.Parts = append(c.Parts, Part{cite.Span{Start: from, End: to}, contentOf(p.Verdict)})
	}
	backing := k.backing(c, q, d)
	c.Citation = k.citationOf(c, backing)
	c.Verdict = verdictOf(c.Content, c.Citation)
	k.near = scope{}
	for _, g := range d.Groups {
		for n := range k.passages[k.places[g].sentence.Passage().ID()] {
			k.near[n] = true
		}
	}
	if c.Content == Undecided && k.checker.judge != nil {
		k.open = append(k.open, question{claim: len(k.claims), groups: q.Top(judgeEvidence)})
	}
}

// elsewhere tells of quotations that stand in the corpus, but not in what is cited.
func (k *check) elsewhere(c *Claim, cited scope) {
	if len(cited) == 0 {
		return
	}
	for i := range c.Quotes {
		q := &c.Quotes[i]
		if !q.Class.ok() || len(q.groups) == 0 {
			continue
		}
		found := false
		for g := range q.groups {
			found = found || cited[g]
		}
		if !found {
			c.problem(QuoteElsewhere, "the article has this quotation, but not under the cited note", q.Span)
		}
	}
}

func contentOf(v entail.Verdict) Content {
	switch v {
	case entail.Supported:
		return Supported
	case entail.Partial:
		return Partial
	case entail.Unsupported:
		return Unsupported
	case entail.Contradicted:
		return Contradicted
	}
	return Undecided
}

// tension reports whether the cited place contradicts what other text supports, with
// facts on both sides that the article itself sets against one another: then the
// cited place decides.
func (k *check) tension(c *Claim, cited, whole entail.Decision) bool {
	if cited.Verdict != entail.Contradicted || whole.Verdict != entail.Supported {
		return false
	}
	for _, g := range cited.Groups {
		for _, f := range k.places[g].facts {
			if _, ok := f.Conflict(); ok {
				return true
			}
		}
	}
	return false
}

// findings turns what the rules found into problems, evidence and facts.
func (k *check) findings(c *Claim, st *answer.Statement, d entail.Decision) {
	for _, f := range d.Findings {
		if c.Content == Supported && f.Code != entail.Derived {
			continue
		}
		from, to := st.Source(f.Start, f.End)
		c.problem(Code(f.Code), message(f), cite.Span{Start: from, End: to})
	}
	for _, g := range d.Groups {
		c.Evidence = append(c.Evidence, k.places[g].sentence.Cite())
	}
	for _, n := range d.Notes {
		f := k.places[n.Group].facts[n.Note]
		if slices.Contains(c.Facts, f.ID()) {
			continue
		}
		c.Facts = append(c.Facts, f.ID())
		if t, ok := f.Conflict(); ok && !slices.ContainsFunc(c.Problems, func(p Problem) bool { return p.Code == TensionFound }) {
			c.problem(TensionFound, "the article says two things: "+t.String(), c.Span)
		}
	}
}

// message says in a sentence what a rule found.
func message(f entail.Finding) string {
	claim, there := inQuotes(f.Claim), inQuotes(f.Evidence)
	switch f.Code {
	case entail.NumberMismatch, entail.DateMismatch, entail.NameMismatch:
		return fmt.Sprintf("the claim says %s, the article %s", claim, there)
	case entail.UnitMismatch:
		return fmt.Sprintf("the claim counts %s, the article %s", claim, there)
	case entail.CountAbsent:
		return fmt.Sprintf("the article does not count %s", claim)
	case entail.PolarityUnclear:
		return fmt.Sprintf("whether the claim turns the statement round is not clear: the article has %s", there)
	case entail.AttributionAbsent:
		return fmt.Sprintf("the article does not say that %s says this", claim)
	case entail.NumberAbsent, entail.DateAbsent, entail.NameAbsent, entail.WordsAbsent:
		return fmt.Sprintf("the article does not say %s here", claim)
	case entail.WordChanged:
		return fmt.Sprintf("the claim has %s where the article has %s", claim, there)
	case entail.RolesSwapped:
		return fmt.Sprintf("who does what to whom is the other way round: the article has %s", there)
	case entail.RolesUnclear:
		return fmt.Sprintf("the claim is about %s, the article speaks of %s there", claim, there)
	case entail.PolarityMismatch:
		return fmt.Sprintf("the claim turns the statement round at %s; the article has %s", claim, there)
	case entail.OrderMismatch:
		return fmt.Sprintf("the order in time is another: %s", there)
	case entail.QuantifierAbsent:
		return fmt.Sprintf("the claim says %s, the article sets no such bound", claim)
	case entail.QuantifierMismatch:
		return fmt.Sprintf("the claim says %s, the article %s", claim, there)
	case entail.CauseAbsent:
		return fmt.Sprintf("no sentence of the article states the cause (%s)", claim)
	case entail.ComparisonAbsent:
		return fmt.Sprintf("no sentence of the article makes the comparison (%s)", claim)
	case entail.CertaintyAbsent:
		return fmt.Sprintf("the claim says that it is certain (%s), the article does not", claim)
	case entail.OrderAbsent:
		return fmt.Sprintf("no sentence of the article states which came first (%s)", claim)
	case entail.SubjectAbsent:
		return fmt.Sprintf("what %s means is not clear", claim)
	case entail.HedgeDropped:
		return fmt.Sprintf("the article says it with reserve (%s), the claim as a fact", there)
	case entail.AttributionDropped:
		return fmt.Sprintf("the article says who says it (%s), the claim states it as a fact", there)
	case entail.AttributionSwapped:
		return fmt.Sprintf("the claim has %s say it, the article %s", claim, there)
	case entail.Derived:
		return fmt.Sprintf("%s is reckoned: %s", claim, f.Evidence)
	case entail.DerivedUnknown:
		return fmt.Sprintf("%s seems to be reckoned; the article's numbers don't give it", claim)
	}
	return string(f.Code)
}

// quoted lets the quotations of a claim count.
func (k *check) quoted(c *Claim, st *answer.Statement, d *entail.Decision) {
	words := 0
	good := len(c.Quotes) > 0
	for i := range c.Quotes {
		q := &c.Quotes[i]
		words += len(q.Text)
		if p, ok := q.problem(); ok {
			c.Problems = append(c.Problems, p)
		}
		switch q.Class {
		case QuoteCut:
			if q.negated && !negates(st.Text, q.Text) {
				good = false
				c.Content, c.Decided, c.Rule = Contradicted, ByRule, string(QuoteTruncated)
				c.Evidence = append(slices.Clone(q.Found), c.Evidence...)
			}
		case QuoteIsAltered, QuoteIsStitched:
			good = false
			c.Content, c.Decided = Contradicted, ByRule
			c.Rule = string(QuoteAltered)
			if q.Class == QuoteIsStitched {
				c.Rule = string(QuoteStitched)
			}
			c.Evidence = append(slices.Clone(q.Found), c.Evidence...)
		case QuoteIsMissing:
			good = false
			if c.Content == Supported || c.Content == Undecided {
				c.Content, c.Decided, c.Rule = Unsupported, ByRule, string(QuoteMissing)
			}
		}
	}
	if good && float64(words) >= 0.8*float64(len(c.Text)) && (c.Content == Undecided || c.Content == Unsupported) {
		c.Content, c.Decided, c.Rule = Supported, ByRule, string(RuleQuote)
		d.Groups, c.Evidence = nil, nil
		for i := range c.Quotes {
			c.Evidence = append(c.Evidence, c.Quotes[i].Found...)
			for _, f := range c.Quotes[i].Found {
				for g := range k.passages[f.Passage] {
					if k.places[g].sentence.Span().Overlaps(f.Span) {
						d.Groups = append(d.Groups, g)
					}
				}
			}
		}
		slices.Sort(d.Groups)
		d.Groups = slices.Compact(d.Groups)
	}
}

// negates reports whether a statement negates what it quotes.
func negates(statement, quote string) bool {
	at := strings.Index(statement, quote)
	return at > 0 && limitedBefore(strings.TrimRight(statement[:at], "“\"„«'‘ "))
}

// backing returns sets of groups each of which backs the claim, best first. It is
// empty unless the content is Supported.
func (k *check) backing(c *Claim, q *entail.Query, d entail.Decision) [][]int {
	if c.Content != Supported {
		return nil
	}
	out := [][]int{d.Groups}
	if c.Rule == string(RuleQuote) {
		return out
	}
	for _, g := range q.Supporting(entail.Corpus) {
		if !slices.Equal([]int{g}, d.Groups) {
			out = append(out, []int{g})
		}
	}
	if k.coveredBy(c, out) == CitationOK {
		return out
	}
	for _, g := range slices.Sorted(maps.Keys(scopeOf(c.Markers))) {
		if q.Backs(entail.Corpus, g) {
			out = append(out, []int{g})
		}
	}
	return out
}
