package grounding

import (
	"encoding/json"

	"github.com/footnote-go/footnote/corpus/cite"
)

// A Report says what the checker found in an answer. It grounds the answer in the
// corpus; whether the corpus is right nobody checked.
type Report struct {
	// ID is the answer's.
	ID string
	// Verdict is the worst of the claims', NoClaim if there are none.
	Verdict Verdict
	// Claims are the answer's statements in order, those that state nothing too.
	Claims  []Claim
	Refusal Refusal
	Metrics Metrics
	Receipt Receipt
	// Notice says what the report does not say. It belongs wherever the report is
	// shown.
	Notice string
}

// Grounded reports whether every claim is supported and cited: by a footnote, or by
// passage ID where what backs it has no footnote. ok is false if there is no claim.
func (r Report) Grounded() (grounded, ok bool) {
	for i := range r.Claims {
		c := &r.Claims[i]
		if c.Verdict == NoClaim {
			continue
		}
		ok = true
		if c.Verdict != Supported || c.Citation != CitationOK {
			return false, true
		}
	}
	return ok, ok
}

// MarshalJSON writes the report as the command does; grounded is null if there is no
// claim.
func (r Report) MarshalJSON() ([]byte, error) {
	var grounded *bool
	if g, ok := r.Grounded(); ok {
		grounded = &g
	}
	return json.Marshal(struct {
		Schema   string  `json:"schema"`
		ID       string  `json:"id,omitempty"`
		Verdict  Verdict `json:"verdict"`
		Grounded *bool   `json:"grounded"`
		Notice   string  `json:"notice"`
		Claims   []Claim `json:"claims"`
		Refusal  Refusal `json:"refusal"`
		Metrics  Metrics `json:"metrics"`
		Receipt  Receipt `json:"receipt"`
	}{Schema, r.ID, r.Verdict, grounded, r.Notice, list(r.Claims), r.Refusal, r.Metrics, r.Receipt})
}

// Schema is the version of the JSON form of a Report.
const Schema = "footnote/1"

// list returns a slice that JSON writes as [] if it is empty.
func list[T any](s []T) []T {
	if s == nil {
		return []T{}
	}
	return s
}

// A Claim is a statement of an answer with what was found about it.
type Claim struct {
	// Text is the statement without marks and markup, Span its place in the answer.
	Text string `json:"text"`
	cite.Span
	Verdict  Verdict        `json:"verdict"`
	Content  Content        `json:"content,omitempty"`
	Citation CitationStatus `json:"citation,omitempty"`
	// Decided says by what Content was decided, Rule by which.
	Decided Decided `json:"decided,omitempty"`
	Rule    string  `json:"rule,omitempty"`
	// Score is the probability that the cited evidence, or without markers the
	// corpus, fully supports the claim.
	Score    float64   `json:"score"`
	Parts    []Part    `json:"parts"`
	Markers  []Marker  `json:"markers"`
	Quotes   []Quote   `json:"quotes"`
	Problems []Problem `json:"problems"`
	// Evidence is what backs the claim, or what it contradicts, best first.
	Evidence []cite.Citation `json:"evidence"`
	// Facts are the IDs of typed facts that say so.
	Facts []string `json:"facts"`
	// Suggested are the footnotes that would be right, SuggestedPassages the
	// passages where there is no footnote.
	Suggested         []string         `json:"suggested"`
	SuggestedPassages []cite.PassageID `json:"suggested_passages"`

	kind kind
}

// MarshalJSON writes the claim with [] for empty lists.
func (c Claim) MarshalJSON() ([]byte, error) {
	type plain Claim
	p := plain(c)
	p.Parts, p.Markers, p.Problems, p.Quotes = list(p.Parts), list(p.Markers), list(p.Problems), list(p.Quotes)
	p.Evidence, p.Facts = list(p.Evidence), list(p.Facts)
	p.Suggested, p.SuggestedPassages = list(p.Suggested), list(p.SuggestedPassages)
	return json.Marshal(p)
}

// A Part is a part of a claim that has a content of its own.
type Part struct {
	cite.Span         // in the answer
	Content   Content `json:"content"`
}

// A Problem is something that a rule found. Its span is in the answer.
type Problem struct {
	Code    Code   `json:"code"`
	Message string `json:"message"`
	cite.Span
}

// Metrics count an answer.
type Metrics struct {
	// CitationRecall is the share of the claims that the union of their citations
	// fully supports; those without count 0. CitationPrecision is the share of the
	// cited notes and passages that support their claim alone, or without which the
	// others don't (Gao et al. 2023, "Enabling Large Language Models to Generate Text
	// with Citations"). The judge of both is this checker: see Receipt.Rules.
	CitationPrecision float64 `json:"citation_precision"`
	CitationRecall    float64 `json:"citation_recall"`
	Claims            int     `json:"claims"`
	NoClaim           int     `json:"no_claim"`
	Undecided         int     `json:"undecided"`
	// Cited and Precise are the numbers of which CitationPrecision is the ratio,
	// Recalled that of the claims behind CitationRecall.
	Cited    int `json:"cited"`
	Precise  int `json:"precise"`
	Recalled int `json:"recalled"`
	// CopyRatio is the share of the claims' words that stand in a run of five words
	// which the corpus has, too.
	CopyRatio float64     `json:"copy_ratio"`
	Quotes    QuoteCounts `json:"quotes"`
}

// QuoteCounts count an answer's quotations.
type QuoteCounts struct {
	Exact   int `json:"exact"`   // as they stand, with ellipses and insertions too
	Altered int `json:"altered"` // in whatever way
	Missing int `json:"missing"`
}

// A Receipt says by what a report was made: with the same receipt, the same answer
// gives the same bytes.
type Receipt struct {
	Corpus cite.Digest `json:"corpus"`
	Facts  cite.Digest `json:"facts"`
	// Rules is the version of the rules and their weights.
	Rules string `json:"rules"`
	// Fired counts the problems and deciding rules of the report.
	Fired map[string]int `json:"fired"`
	// Judge is nil where no judge was asked.
	Judge *JudgeReceipt `json:"judge"`
	// Deterministic says that no judge decided anything.
	Deterministic bool `json:"deterministic"`
}

// A JudgeReceipt says who judged what stayed open.
type JudgeReceipt struct {
	Model        string      `json:"model"`
	PromptDigest cite.Digest `json:"prompt_digest"`
	Asked        int         `json:"asked"`
	Decided      int         `json:"decided"`
	// Failed counts errors, lateness, and evidence that does not stand in the text.
	Failed int `json:"failed"`
}
