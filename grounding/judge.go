package grounding

import (
	"context"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/internal/sentence"
)

// A Judge decides what rules leave open: a model, a person. It never sees what a rule
// has decided, so it can overturn nothing. Implementations are safe for concurrent
// use.
type Judge interface {
	// Judge says what the evidence makes of a claim. An error leaves it undecided, and
	// so does a judgement whose quotation does not stand in the evidence.
	Judge(ctx context.Context, q JudgeQuestion) (Judgement, error)
	// Model names who judges, PromptDigest how it is asked; both are in the receipt.
	Model() string
	PromptDigest() cite.Digest
}

// A JudgeQuestion is a claim with the sentences that are most like it.
type JudgeQuestion struct {
	Claim string
	// Before is what the answer said before the claim: what "it" means.
	Before string
	// Evidence are passages, whole, the likeliest first.
	Evidence []string
}

// A Judgement is what a judge says of a claim.
type Judgement struct {
	// Content is Supported, Partial, Unsupported, Contradicted, or Undecided.
	Content Content
	// Passage is the index in JudgeQuestion.Evidence of what the judgement rests on,
	// Quote the words there: three at least, or a whole sentence. Only Unsupported and
	// Undecided need none.
	Passage int
	Quote   string
}

const (
	judgeEvidence       = 4 // passages that a judge is shown
	defaultJudgeFlight  = 4
	defaultJudgeTimeout = 30 * time.Second
	maxJudgements       = 4096 // that are remembered
)

// A judging asks a judge, bounded, and remembers what it said that could be verified.
type judging struct {
	judge   Judge
	slots   chan struct{}
	timeout time.Duration

	mu    sync.Mutex
	known map[cite.Digest]Judgement
	order []cite.Digest // oldest first
}

func newJudging(o Options) *judging {
	j := &judging{judge: o.Judge, timeout: o.JudgeTimeout, known: map[cite.Digest]Judgement{}}
	n := o.JudgeInFlight
	if n == 0 {
		n = defaultJudgeFlight
	}
	if j.timeout == 0 {
		j.timeout = defaultJudgeTimeout
	}
	j.slots = make(chan struct{}, n)
	return j
}

// A question is an undecided claim of an answer.
type question struct {
	claim  int
	groups []int
}

// judgeOpen has the judge decide what is open.
func (k *check) judgeOpen() *JudgeReceipt {
	j := k.checker.judge
	if j == nil {
		return nil
	}
	r := &JudgeReceipt{Model: j.judge.Model(), PromptDigest: j.judge.PromptDigest(), Asked: len(k.open)}
	type result struct {
		judgement Judgement
		ok        bool
	}
	results := make([]result, len(k.open))
	places := make([][]cite.PassageID, len(k.open))
	same := make([]int, len(k.open)) // the first question that is the same
	first := map[cite.Digest]int{}
	var wg sync.WaitGroup
	for i, o := range k.open {
		var q JudgeQuestion
		q, places[i] = k.judgeQuestion(o)
		key := j.key(q)
		if n, ok := first[key]; ok {
			same[i] = n
			continue
		}
		first[key], same[i] = i, i
		wg.Go(func() {
			results[i].judgement, results[i].ok = j.ask(k.ctx, key, q)
		})
	}
	wg.Wait()
	for i, o := range k.open {
		res := results[same[i]]
		if !res.ok {
			r.Failed++
			continue
		}
		k.judged(&k.claims[o.claim], places[i], res.judgement)
		if res.judgement.Content != Undecided {
			r.Decided++
		}
	}
	return r
}

func (k *check) judgeQuestion(o question) (JudgeQuestion, []cite.PassageID) {
	q := JudgeQuestion{Claim: k.claims[o.claim].Text}
	for i := max(0, o.claim-2); i < o.claim; i++ {
		q.Before = strings.TrimSpace(q.Before + " " + k.claims[i].Text)
	}
	var ids []cite.PassageID
	seen := map[cite.PassageID]bool{}
	for _, g := range o.groups {
		p := k.places[g].sentence.Passage()
		if !seen[p.ID()] {
			seen[p.ID()] = true
			ids = append(ids, p.ID())
			q.Evidence = append(q.Evidence, p.Text())
		}
	}
	return q, ids
}

// key names a question: to the same one a judge gives the same answer.
func (j *judging) key(q JudgeQuestion) cite.Digest {
	return cite.DigestOf(j.judge.Model() + "\x00" + string(j.judge.PromptDigest()) + "\x00" + q.Claim + "\x00" + q.Before + "\x00" + strings.Join(q.Evidence, "\x00"))
}

// ask asks the judge, or remembers what it said. It has its time from when its turn
// comes.
func (j *judging) ask(ctx context.Context, key cite.Digest, q JudgeQuestion) (Judgement, bool) {
	j.mu.Lock()
	known, ok := j.known[key]
	j.mu.Unlock()
	if ok {
		return known, true
	}
	select {
	case j.slots <- struct{}{}:
		defer func() { <-j.slots }()
	case <-ctx.Done():
		return Judgement{}, false
	}
	ctx, cancel := context.WithTimeout(ctx, j.timeout)
	defer cancel()
	answer, err := j.judge.Judge(ctx, q)
	if err != nil || ctx.Err() != nil || !answer.stands(q) {
		return Judgement{}, false
	}
	j.mu.Lock()
	defer j.mu.Unlock()
	if _, ok := j.known[key]; !ok {
		if len(j.order) == maxJudgements {
			delete(j.known, j.order[0])
			j.order = j.order[1:]
		}
		j.known[key] = answer
		j.order = append(j.order, key)
	}
	return answer, true
}

// minJudgeQuote is how many words a judge quotes at least, unless it quotes a sentence.
const minJudgeQuote = 3

// stands reports whether a judgement has a content that there is, and rests on words
// that stand where it says.
func (j *Judgement) stands(q JudgeQuestion) bool {
	switch j.Content {
	case Undecided:
		return true
	case Unsupported:
		if j.Quote == "" {
			return true
		}
	case Supported, Partial, Contradicted:
	default:
		return false
	}
	if j.Passage < 0 || j.Passage >= len(q.Evidence) {
		return false
	}
	text := q.Evidence[j.Passage]
	span, ok := j.span(text)
	return ok && span.Valid(text) && (len(strings.Fields(j.Quote)) >= minJudgeQuote || isSentence(text, span))
}

// span returns the place of the quotation in the passage.
func (j *Judgement) span(text string) (cite.Span, bool) {
	at := strings.Index(text, j.Quote)
	return cite.Span{Start: at, End: at + len(j.Quote)}, at >= 0 && strings.TrimSpace(j.Quote) != ""
}

// isSentence reports whether a span of a text is a whole sentence, with or without what
// closes it.
func isSentence(text string, span cite.Span) bool {
	for _, s := range sentence.Append(nil, text) {
		if s.Start == span.Start && strings.TrimRight(text[s.Start:s.End], " .!?") == strings.TrimRight(text[span.Start:span.End], " .!?") {
			return true
		}
	}
	return false
}

// judged lets a judgement that stands count.
func (k *check) judged(c *Claim, ids []cite.PassageID, j Judgement) {
	if j.Content == Undecided {
		return
	}
	var groups []int
	if j.Quote != "" {
		p, _ := k.corpus.Passage(ids[j.Passage])
		span, _ := j.span(p.Text())
		c.Evidence = []cite.Citation{p.Cite(span)}
		for g := range k.passages[p.ID()] {
			if k.places[g].sentence.Span().Overlaps(span) {
				groups = append(groups, g)
			}
		}
		slices.Sort(groups)
	}
	c.Content, c.Decided, c.Rule = j.Content, ByJudge, ""
	c.Suggested, c.SuggestedPassages = nil, nil
	var backing [][]int
	if j.Content == Supported {
		for _, g := range groups {
			backing = append(backing, []int{g})
		}
	}
	c.dropCitationProblems()
	c.Citation = k.citationOf(c, backing)
	c.Verdict = verdictOf(c.Content, c.Citation)
}

// dropCitationProblems takes back what was said of the citations when the content was
// open.
func (c *Claim) dropCitationProblems() {
	var kept []Problem
	for _, p := range c.Problems {
		switch p.Code {
		case Uncited, Uncitable, Superfluous, Inherited, OutsideContext, WrongNote, IncompleteNotes:
		default:
			kept = append(kept, p)
		}
	}
	c.Problems = kept
}
