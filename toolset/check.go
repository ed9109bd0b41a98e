package toolset

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/corpus/citefmt"
	"github.com/footnote-go/footnote/grounding"
)

const checkAnswerText = "Check a draft before you show it: says of each sentence whether the article backs it and whether the marks it cites, such as [^4], are the right ones. Use it on every answer about the article's subject. If `passed` is false, mend what `failures` lists (with what the article says and the mark that would be right) and check again; leave out what the article doesn't say. `undecided` claims passed, but no rule could decide them: keep to the article's words. Passing means that the article says so, not that it is true."

// CheckAnswerInput is a draft.
type CheckAnswerInput struct {
	Answer       string            `json:"answer" jsonschema:"the draft, Markdown or plain text, with its marks" max:"1048576"`
	Question     string            `json:"question,omitempty" jsonschema:"what was asked; a refusal is checked against it" max:"2000"`
	Context      []string          `json:"context,omitempty" jsonschema:"IDs of the passages that the writer was shown, to be told of what doesn't stand in them" max:"5000"`
	Citations    []json.RawMessage `json:"citations,omitempty" jsonschema:"citations beside the answer, as a vendor's API returns them (needs format)"`
	Format       citefmt.Format    `json:"format,omitempty" jsonschema:"whose citations they are"`
	AllowUncited bool              `json:"allow_uncited,omitempty" jsonschema:"let sentences without a mark pass" default:"false"`
	AllowRefusal bool              `json:"allow_refusal,omitempty" jsonschema:"let an answer pass that only says that the article doesn't say" default:"false"`
	MaxTokens    int               `json:"max_tokens,omitempty" jsonschema:"the most that the result may have; whole claims are left out beyond it, those that passed first" min:"500" max:"100000"`
}

// CheckAnswerOutput is what was found in the draft.
type CheckAnswerOutput struct {
	Schema   string            `json:"schema"`
	Passed   bool              `json:"passed" jsonschema:"whether it may be shown as it is"`
	Verdict  grounding.Verdict `json:"verdict" jsonschema:"that of its worst claim"`
	Grounded *bool             `json:"grounded" jsonschema:"whether all claims are supported and cited; null if there is no claim"`
	Notice   string            `json:"notice" jsonschema:"what the check does not say; show it with the result"`
	Failures []Failure         `json:"failures" jsonschema:"what keeps it from passing, and warnings"`
	Claims   []Claim           `json:"claims" jsonschema:"its statements, in order"`
	Refusal  Refusal           `json:"refusal"`
	Metrics  grounding.Metrics `json:"metrics"`
	Receipt  Receipt           `json:"receipt" jsonschema:"by what it was checked: the same receipt, the same result"`
	// CitationErrors tell of citations beside the answer that could not be used.
	CitationErrors []string `json:"citation_errors,omitempty"`
	Cut            *Cut     `json:"cut,omitempty" jsonschema:"what there was no room for"`

	encoded
}

// A Failure is why an answer doesn't pass, or is warned of.
type Failure struct {
	Claim int `json:"claim" jsonschema:"the claim's number among all of the answer, from 0; -1 if the answer as a whole is meant"`
	cite.Span
	Verdict grounding.Verdict `json:"verdict"`
	Code    grounding.Code    `json:"code,omitempty"`
	Message string            `json:"message"`
	Warning bool              `json:"warning,omitempty" jsonschema:"it passes all the same"`
	Right   []string          `json:"right" jsonschema:"the marks that would be right, if the article backs the claim"`
}

// A Claim is a statement of an answer with what was found about it.
type Claim struct {
	Number int    `json:"number" jsonschema:"its number among all claims of the answer, from 0"`
	Text   string `json:"text"`
	cite.Span
	Verdict           grounding.Verdict        `json:"verdict"`
	Content           grounding.Verdict        `json:"content,omitempty" jsonschema:"what the whole corpus makes of it"`
	Citation          grounding.CitationStatus `json:"citation,omitempty" jsonschema:"where its marks lead"`
	Decided           grounding.Decided        `json:"decided,omitempty"`
	Rule              string                   `json:"rule,omitempty"`
	Score             float64                  `json:"score" jsonschema:"how probable it is that the evidence backs all of it; decides nothing"`
	Parts             []grounding.Part         `json:"parts"`
	Markers           []grounding.Marker       `json:"markers"`
	Quotes            []Quote                  `json:"quotes"`
	Problems          []grounding.Problem      `json:"problems"`
	Evidence          []Citation               `json:"evidence" jsonschema:"what backs it, or what it contradicts, best first"`
	Facts             []string                 `json:"facts"`
	Suggested         []string                 `json:"suggested" jsonschema:"labels of the footnotes that would be right"`
	SuggestedPassages []cite.PassageID         `json:"suggested_passages" jsonschema:"passages that would be right, where there is no footnote"`
}

// A Quote is a quotation in an answer.
type Quote struct {
	Text string `json:"text"`
	cite.Span
	Class grounding.QuoteClass `json:"class"`
	Found []Citation           `json:"found" jsonschema:"where it stands, or what it altered"`
	Edits []grounding.Edit     `json:"edits,omitempty"`
}

// A Refusal says what became of an answer that says that the article doesn't say.
type Refusal struct {
	Refused  bool       `json:"refused"`
	Checked  bool       `json:"checked" jsonschema:"whether the question was given, so that it could be looked up"`
	Right    bool       `json:"right" jsonschema:"whether nothing was found that answers; means something only if checked"`
	Reason   string     `json:"reason,omitempty"`
	Evidence []Citation `json:"evidence" jsonschema:"what does answer"`
}

// A Receipt says by what an answer was checked.
type Receipt struct {
	Corpus        cite.Digest             `json:"corpus"`
	Facts         cite.Digest             `json:"facts"`
	Rules         string                  `json:"rules"`
	Fired         map[string]int          `json:"fired"`
	Judge         *grounding.JudgeReceipt `json:"judge"`
	Deterministic bool                    `json:"deterministic"`
}

// Check has the set's checker check an answer. Its errors are those of CheckAnswer.
func (s *Set) Check(ctx context.Context, a grounding.Answer) (grounding.Report, error) {
	c, err := s.checker()
	if err != nil {
		return grounding.Report{}, err
	}
	r, err := c.Check(ctx, a)
	return r, s.explained(err)
}

// CheckAnswer says of each claim of an answer whether the corpus backs it.
func (s *Set) CheckAnswer(ctx context.Context, in CheckAnswerInput) (*CheckAnswerOutput, error) {
	c, err := s.checker()
	if err != nil {
		return nil, err
	}
	a, unusable, err := s.answer(in)
	if err != nil {
		return nil, err
	}
	a.Progress = progress(ctx)
	r, err := c.Check(ctx, a)
	if err != nil {
		return nil, s.explained(err)
	}
	gate := s.gate
	gate.AllowUncited = gate.AllowUncited || in.AllowUncited
	gate.AllowRefusal = gate.AllowRefusal || in.AllowRefusal
	return s.fitReport(in.MaxTokens, r, "Check the answer in parts, or ask with a larger max_tokens.", func(n int, cut *Cut) *CheckAnswerOutput {
		out := s.report(c, gate, r, n)
		out.CitationErrors, out.Cut = unusable, cut
		return out
	})
}

// fitReport fits a report, of which each claim and each citation against a refusal is
// a part.
func (s *Set) fitReport(limit int, r grounding.Report, advice string, make func(n int, cut *Cut) *CheckAnswerOutput) (*CheckAnswerOutput, error) {
	what := "claims were"
	if len(r.Refusal.Evidence) > 0 {
		what = "claims and citations were"
	}
	return fit(s, limit, len(r.Claims)+len(r.Refusal.Evidence), what, advice, make)
}

// answer reads a draft with the citations beside it, and says which of these could
// not be used.
func (s *Set) answer(in CheckAnswerInput) (a grounding.Answer, unusable []string, err error) {
	a = grounding.Answer{Text: in.Answer, Question: in.Question}
	for _, id := range in.Context {
		a.Context = append(a.Context, cite.PassageID(id))
	}
	if len(in.Citations) == 0 {
		return a, nil, nil
	}
	if in.Format == "" {
		return a, nil, invalid(`"citations" need a "format": anthropic, openai or cohere`)
	}
	data, err := json.Marshal(in.Citations)
	if err != nil {
		return a, nil, invalid("the citations can't be read: %v", err)
	}
	read, err := citefmt.Read(s.corpus, in.Format, data, in.Answer)
	wrong, ok := citefmt.CitationErrors(err)
	if !ok {
		return a, nil, &Error{InvalidArguments, fmt.Sprintf("the citations can't be read: %v", err), err}
	}
	for _, e := range wrong {
		unusable = append(unusable, e.Error())
	}
	a.Citations = read.Citations
	return a, unusable, nil
}

// report describes a report with its n worst claims; if they are fewer, the rest of n
// is citations against a refusal.
func (s *Set) report(c *grounding.Checker, gate grounding.Gate, r grounding.Report, n int) *CheckAnswerOutput {
	claims := min(n, len(r.Claims))
	out := &CheckAnswerOutput{
		Schema: Schema, Passed: gate.Passes(r), Verdict: r.Verdict, Notice: r.Notice,
		Failures: []Failure{}, Claims: []Claim{}, Metrics: r.Metrics, Receipt: Receipt(r.Receipt),
		Refusal: Refusal{r.Refusal.Refused, r.Refusal.Checked, r.Refusal.Right, r.Refusal.Reason, s.citations(r.Refusal.Evidence[:n-claims])},
	}
	if out.Receipt.Fired == nil {
		out.Receipt.Fired = map[string]int{}
	}
	if g, ok := r.Grounded(); ok {
		out.Grounded = &g
	}
	failures := gate.Check(r)
	kept := worst(r, failures, claims)
	for _, f := range failures {
		if f.Claim >= 0 && !kept[f.Claim] {
			continue
		}
		one := Failure{f.Claim, f.Span, f.Verdict, f.Code, f.Message, f.Warning, []string{}}
		if f.Claim >= 0 {
			one.Right = list(c.Right(&r.Claims[f.Claim]))
		}
		out.Failures = append(out.Failures, one)
	}
	for i := range r.Claims {
		if kept[i] {
			out.Claims = append(out.Claims, s.claim(i, &r.Claims[i]))
		}
	}
	return out
}

// worst returns which n claims of a report to keep: those that fail, then those that
// are warned of, then the others, the first first.
func worst(r grounding.Report, failures []grounding.Failure, n int) map[int]bool {
	rank := make(map[int]int, len(r.Claims))
	for _, f := range failures {
		rank[f.Claim] = -2
		if f.Warning {
			rank[f.Claim] = -1
		}
	}
	order := make([]int, len(r.Claims))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return rank[a] - rank[b] })
	kept := make(map[int]bool, n)
	for _, i := range order[:n] {
		kept[i] = true
	}
	return kept
}

func (s *Set) claim(i int, c *grounding.Claim) Claim {
	out := Claim{
		Number: i, Text: c.Text, Span: c.Span, Verdict: c.Verdict, Content: c.Content, Citation: c.Citation,
		Decided: c.Decided, Rule: c.Rule, Score: c.Score, Parts: list(c.Parts), Markers: list(c.Markers),
		Quotes: []Quote{}, Problems: list(c.Problems), Evidence: s.citations(c.Evidence), Facts: list(c.Facts),
		Suggested: list(c.Suggested), SuggestedPassages: list(c.SuggestedPassages),
	}
	for _, q := range c.Quotes {
		out.Quotes = append(out.Quotes, Quote{q.Text, q.Span, q.Class, s.citations(q.Found), q.Edits})
	}
	return out
}

func (o *CheckAnswerOutput) text(s *Set) string {
	var b strings.Builder
	if o.Passed {
		fmt.Fprintf(&b, "Passed: %s, none of which fails.\n", counted(o.Metrics.Claims, "claim"))
	} else {
		fmt.Fprintf(&b, "Not passed: the verdict is %s.\n", words(o.Verdict))
	}
	byNumber := map[int]*Claim{}
	for i := range o.Claims {
		byNumber[o.Claims[i].Number] = &o.Claims[i]
	}
	for _, f := range o.Failures {
		c, ok := byNumber[f.Claim]
		if !ok {
			if f.Code != grounding.WrongRefusal { // of which more below
				fmt.Fprintf(&b, "\n%s\n", oneLine(f.Message))
			}
			continue
		}
		verdict := words(f.Verdict)
		if f.Verdict == grounding.Supported {
			verdict = "uncited"
		}
		if f.Warning {
			verdict += " (warning)"
		}
		// The message may have words of the article.
		fmt.Fprintf(&b, "\n%s:\n\n%s\nWhy:\n\n%s", verdict, quote(c.Text), quote(f.Message))
		b.WriteString(evidence(c.Evidence[:min(toldEvidence, len(c.Evidence))]))
		if len(f.Right) > 0 {
			fmt.Fprintf(&b, "\nRight would be %s.\n", strings.Join(f.Right, " or "))
		}
	}
	b.WriteString(o.Refusal.text())
	for _, e := range o.CitationErrors {
		fmt.Fprintf(&b, "\nNot used: %s\n", oneLine(e))
	}
	fmt.Fprintf(&b, "\n%s\n", o.Notice)
	return b.String() + cutText(o.Cut)
}

// toldEvidence is how many citations a text has for a claim.
const toldEvidence = 2

// evidence returns citations in block quotations.
func evidence(cs []Citation) string {
	var b strings.Builder
	for _, e := range cs {
		fmt.Fprintf(&b, "\nThe article, %s:\n\n%s", e.Key, quote(e.Quote))
	}
	return b.String()
}

func (r Refusal) text() string {
	switch {
	case !r.Refused:
		return ""
	case len(r.Evidence) > 0: // the reason quotes it
		return "\nThe answer says that the article doesn't say, but something may answer:\n" + evidence(r.Evidence)
	}
	return "\nRefusal: " + oneLine(r.Reason) + "\n"
}

func words(v grounding.Verdict) string { return strings.ReplaceAll(string(v), "_", " ") }

// oneLine keeps foreign text from beginning a line of its own.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
