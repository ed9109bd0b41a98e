package eval

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"slices"
	"sync"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/citefmt"
	"github.com/footnote-go/footnote/grounding"
)

// CheckOptions say how answers and claims are checked. The zero CheckOptions are the
// defaults.
type CheckOptions struct {
	// Gate says which answers pass.
	Gate grounding.Gate
	// Parallel is how many are checked at a time; 0 is GOMAXPROCS.
	Parallel int
	// Events, if not nil, is told of the progress, by one goroutine at a time.
	Events func(Event)
	// Seed is that of the bootstrap.
	Seed uint64
	// Baseline is an earlier report: with it, only failures that it hasn't are new.
	Baseline *Baseline
	// Waivers let failures pass for a time.
	Waivers *Waivers
}

// An Event tells of progress.
type Event struct {
	// Done of Total have been checked; the last was ID, with its verdict. Events come
	// in the order in which the checks end.
	Done, Total int
	ID          string
	Verdict     grounding.Verdict
}

// An AnswerResult is what became of an answer.
type AnswerResult struct {
	ID       string            `json:"id"`
	Answer   string            `json:"answer"`
	Question string            `json:"question,omitempty"`
	Tags     []string          `json:"tags,omitempty"`
	Verdict  grounding.Verdict `json:"verdict"`
	// Expected is what people say, "" if nobody did.
	Expected grounding.Verdict `json:"expected,omitempty"`
	// Passed says that the answer passes the gate, Failures why it doesn't.
	Passed   bool            `json:"passed"`
	Failures []AnswerFailure `json:"failures"`
	// CitationErrors are citations beside the answer that could not be used.
	CitationErrors []string         `json:"citation_errors,omitempty"`
	Report         grounding.Report `json:"report"`
}

// An AnswerFailure is a failure of a claim, by the claim's text.
type AnswerFailure struct {
	grounding.Failure
	Text string `json:"text"`
	// Known says that the baseline has it, Waived why it may fail.
	Known  bool   `json:"known,omitempty"`
	Waived string `json:"waived,omitempty"`
}

// counts reports whether a failure keeps the answer from passing.
func (f *AnswerFailure) counts() bool { return !f.Warning && !f.Known && f.Waived == "" }

// An AnswersReport is what became of a file of answers.
type AnswersReport struct {
	Schema string `json:"schema"`
	// Rules is the version of the checker's rules: they judge the citations, too.
	Rules   string         `json:"rules"`
	Summary Summary        `json:"summary"`
	Answers []AnswerResult `json:"answers"`
}

// CheckAnswers has a checker check answers, several at a time, and puts the report
// together. The same answers, options and rules give the same report. An answer that the
// checker can't check, such as one with a context of passages that the corpus hasn't,
// fails and says why; the error is the context's.
func CheckAnswers(ctx context.Context, checker *grounding.Checker, answers []Answer, o CheckOptions) (AnswersReport, error) {
	if checker == nil {
		return AnswersReport{}, errors.New("eval: no checker")
	}
	results := make([]AnswerResult, len(answers))
	err := inParallel(ctx, len(answers), o, func(ctx context.Context, i int) (string, grounding.Verdict, error) {
		r, err := checkAnswer(ctx, checker, &answers[i], o)
		if err != nil {
			return "", "", fmt.Errorf("answer %s: %w", quoted(answers[i].ID), err)
		}
		results[i] = r
		return r.ID, r.Verdict, nil
	})
	if err != nil {
		return AnswersReport{}, err
	}
	return AnswersReport{
		Schema: grounding.Schema, Rules: grounding.RulesVersion, Answers: results,
		Summary: summarize(checker.Corpus(), answers, results, o),
	}, nil
}

// checkAnswer checks one answer.
func checkAnswer(ctx context.Context, checker *grounding.Checker, a *Answer, o CheckOptions) (AnswerResult, error) {
	out := AnswerResult{
		ID: a.ID, Answer: a.Answer, Question: a.Question, Tags: a.Tags, Expected: a.Expect.Verdict,
		Failures: []AnswerFailure{},
	}
	in := grounding.Answer{ID: a.ID, Text: a.Answer, Question: a.Question, Context: a.Context}
	var err error
	if in.Citations, out.CitationErrors, err = a.citations(checker.Corpus()); err != nil {
		return out, err
	}
	var failures []grounding.Failure
	if out.Report, err = checker.Check(ctx, in); err == nil {
		failures = o.Gate.Check(out.Report)
	} else {
		if ctx.Err() != nil {
			return out, err
		}
		// An answer that can't be checked is one that fails; the others go on.
		out.Report = grounding.Report{ID: a.ID, Verdict: grounding.NoClaim, Claims: []grounding.Claim{}}
		failures = []grounding.Failure{{Claim: -1, Verdict: grounding.NoClaim, Message: err.Error()}}
	}
	out.Verdict = out.Report.Verdict
	out.Passed = len(out.CitationErrors) == 0
	for _, f := range failures {
		x := AnswerFailure{Failure: f}
		if f.Claim >= 0 {
			x.Text = out.Report.Claims[f.Claim].Text
		}
		x.Known = o.Baseline.has(a.ID, &x)
		x.Waived = o.Waivers.reason(a.ID, &x)
		out.Passed = out.Passed && !x.counts()
		out.Failures = append(out.Failures, x)
	}
	return out, nil
}

// citations reads the citations beside the answer.
func (a *Answer) citations(c *corpus.Corpus) ([]citefmt.Attribution, []string, error) {
	if len(a.Citations) == 0 || string(a.Citations) == "null" {
		return nil, nil, nil
	}
	read, err := citefmt.Read(c, citefmt.Format(a.Format), a.Citations, a.Answer)
	if err == nil {
		return read.Citations, nil, nil
	}
	var wrong []string
	for _, e := range joined(err) {
		if _, ok := errors.AsType[*citefmt.CitationError](e); !ok {
			return nil, nil, err
		}
		wrong = append(wrong, e.Error())
	}
	return read.Citations, wrong, nil
}

// joined returns the errors that one was made of.
func joined(err error) []error {
	if j, ok := err.(interface{ Unwrap() []error }); ok {
		var out []error
		for _, e := range j.Unwrap() {
			out = append(out, joined(e)...)
		}
		return out
	}
	return []error{err}
}

// inParallel calls do for each number up to n, several at a time, and tells of the
// progress. The error is that of the first number that has one, or the context's.
func inParallel(parent context.Context, n int, o CheckOptions, do func(ctx context.Context, i int) (id string, v grounding.Verdict, err error)) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	workers := o.Parallel
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	errs := make([]error, n)
	var mu sync.Mutex
	next, done := 0, 0
	var wait sync.WaitGroup
	for range min(workers, n) {
		wait.Go(func() {
			for {
				mu.Lock()
				i := next
				next++
				mu.Unlock()
				if i >= n || ctx.Err() != nil {
					return
				}
				id, v, err := do(ctx, i)
				mu.Lock()
				if errs[i] = err; err != nil {
					cancel()
				} else if done++; o.Events != nil {
					o.Events(Event{done, n, id, v})
				}
				mu.Unlock()
			}
		})
	}
	wait.Wait()
	if parent.Err() != nil {
		return parent.Err()
	}
	// What an error of another stopped says no more than that.
	i := slices.IndexFunc(errs, func(err error) bool { return err != nil && !errors.Is(err, context.Canceled) })
	if i < 0 {
		return errors.Join(errs...)
	}
	return errs[i]
}
