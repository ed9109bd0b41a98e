package grounding

import (
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/entail"
)

// RulesVersion names the rules and their weights. It changes whenever the same answer
// may get another report.
const RulesVersion = entail.Version

// report puts the report together.
func (k *check) report() (Report, error) {
	judge := k.judgeOpen()
	if err := k.ctx.Err(); err != nil {
		return Report{}, err
	}
	refusal, err := k.refusal()
	if err != nil {
		return Report{}, err
	}
	r := Report{ID: k.answer.ID, Verdict: NoClaim, Claims: k.claims, Refusal: refusal}
	for i := range r.Claims {
		if v := r.Claims[i].Verdict; v.Worse(r.Verdict) {
			r.Verdict = v
		}
	}
	r.Metrics = k.metrics()
	r.Receipt = Receipt{
		Corpus: k.corpus.Revision(), Facts: k.facts, Rules: RulesVersion, Fired: map[string]int{},
		Judge: judge, Deterministic: judge == nil || judge.Decided == 0,
	}
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Rule != "" && c.Verdict != NoClaim {
			r.Receipt.Fired[c.Rule]++
		}
		for _, p := range c.Problems {
			if string(p.Code) != c.Rule {
				r.Receipt.Fired[string(p.Code)]++
			}
		}
	}
	r.Notice = notice(r)
	return r, nil
}

// metrics counts the claims.
func (k *check) metrics() Metrics {
	var m Metrics
	words, copied := 0, 0
	for i := range k.claims {
		c := &k.claims[i]
		for j := range c.Quotes {
			switch {
			case c.Quotes[j].Class.ok():
				m.Quotes.Exact++
			case c.Quotes[j].Class == QuoteIsMissing:
				m.Quotes.Missing++
			default:
				m.Quotes.Altered++
			}
		}
		if c.Verdict == NoClaim {
			m.NoClaim++
			continue
		}
		m.Claims++
		if c.Verdict == Undecided {
			m.Undecided++
		}
		w, n := k.texts.copied(c.Text)
		words, copied = words+w, copied+n
		k.count(&m, i)
	}
	m.CitationRecall = ratio(m.Recalled, m.Claims)
	m.CitationPrecision = ratio(m.Precise, m.Cited)
	m.CopyRatio = ratio(copied, words)
	return m
}

// count counts the citations of a claim.
func (k *check) count(m *Metrics, i int) {
	c := &k.claims[i]
	m.Cited += len(c.Markers)
	if c.Content != Supported || c.Citation != CitationOK {
		return
	}
	m.Recalled++
	for j := range c.Markers {
		if !c.Markers[j].useless {
			m.Precise++
		}
	}
}

func ratio(n, of int) float64 {
	if of == 0 {
		return 0
	}
	return float64(n) / float64(of)
}

// copiedRun is how many words in a row make a copy.
const copiedRun = 5

// copied returns how many words a text has, and how many of them stand in a run of
// copiedRun words that the corpus has too.
func (q *quotable) copied(s string) (words, copied int) {
	f, _ := foldQuote(s)
	ws := strings.Fields(f)
	for i := range ws {
		ws[i] = strings.Trim(ws[i], ".,;:!?()\"")
	}
	mark := make([]bool, len(ws))
	for i := 0; i+copiedRun <= len(ws); i++ {
		if !q.has(ws[i : i+copiedRun]) {
			continue
		}
		for j := i; j < i+copiedRun; j++ {
			mark[j] = true
		}
	}
	for _, m := range mark {
		if m {
			copied++
		}
	}
	return len(ws), copied
}

// has reports whether a passage has words in a row. Those within it stand between
// spaces, so that they are one of grams.
func (q *quotable) has(ws []string) bool {
	for g := range gramsOf(strings.Join(ws[1:len(ws)-1], " ")) {
		for _, i := range q.grams[g] {
			if index(q.passages[i].text, strings.Join(ws, " "), 0) >= 0 {
				return true
			}
		}
		return false
	}
	return false
}

// notice says what a report does not say.
func notice(r Report) string {
	s := "Checked against the article only; its sources were not checked."
	cited, external := false, false
	for i := range r.Claims {
		for _, e := range r.Claims[i].Evidence {
			for _, f := range e.Footnotes {
				cited = true
				external = external || f.Source == cite.SourceExternal
			}
		}
	}
	if cited && !external {
		s += " The notes in question name no external source."
	}
	return s
}
