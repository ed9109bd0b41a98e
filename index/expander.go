package index

import (
	"context"
	"errors"
	"fmt"
	"sync"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

// An Expander tells which questions a passage answers: a language model, mostly.
// [Expand] asks it and keeps what it says in a file, in which a search looks as
// well, so that words find a passage that people would use and it does not. Such
// questions are never shown and never cited. An Expander must be safe for
// concurrent use if Expand is to make several calls at once.
type Expander interface {
	Expand(ctx context.Context, p corpus.Passage) ([]string, error)
}

// An ExpanderFunc is an [Expander] that is a function.
type ExpanderFunc func(ctx context.Context, p corpus.Passage) ([]string, error)

// Expand calls f.
func (f ExpanderFunc) Expand(ctx context.Context, p corpus.Passage) ([]string, error) {
	return f(ctx, p)
}

// MaxQuestions is the most questions that are kept of a passage.
const MaxQuestions = 40

// ExpandOptions are the settings of [Expand]. The zero ExpandOptions are the
// defaults.
type ExpandOptions struct {
	// MaxPerPassage is how many questions of a passage are kept, the first that
	// come; 0 or less, or more than [MaxQuestions], is MaxQuestions.
	MaxPerPassage int
	// Concurrency is how many calls to the Expander run at once; 0 or less is
	// one.
	Concurrency int
	// Progress is told how many of all passages are done, whenever it is more;
	// one call at a time. Passages that failed are done, too. Nil is told
	// nothing.
	Progress func(done, total int)
	// OnError is told of a passage for which the Expander failed, one call at a
	// time. If it returns nil, the passage is left out, to be asked for the next
	// time, and the others go on; else Expand stops with what it returns. A nil
	// OnError stops at the first error.
	OnError func(*ExpandError) error
}

// An ExpandError tells of a passage for which an [Expander] failed.
type ExpandError struct {
	Passage cite.PassageID
	Err     error
}

func (e *ExpandError) Error() string {
	return fmt.Sprintf("index: asking for questions to %s: %v", e.Passage, e.Err)
}

// Unwrap returns Err.
func (e *ExpandError) Unwrap() error { return e.Err }

// Expanded says what [Expand] did. The passages of the article are Kept, Asked and
// Failed together, if it came to its end.
type Expanded struct {
	Kept   int // passages whose line was in the file, also if under another ID
	Asked  int // passages that the Expander answered for
	Failed int // passages for which it failed and that were left out
	// Dropped are lines of the file that were left out: of passages whose text
	// has changed or that are gone, second ones of a passage, and broken ones.
	Dropped int
}

// Expand asks e which questions each passage of an article answers, and writes a
// line of each to a file, NAME.questions.jsonl beside the article's NAME.md, where
// package corpus finds it:
//
//	{"passage":"bees#dance.1","digest":"sha256:…","questions":["How do bees tell where food is?"]}
//
// A file that is there is continued: e is asked only about passages that have no
// line, or one with another digest, since their text has changed. A passage that
// has only moved keeps its line. Each line is written as it comes, so that a run
// that is stopped, killed even, loses no more than the calls it was in; at the end
// the file is replaced by one in the order of the passages. One Expand at a time
// may write to a file. The Expanded returned with an error says what was done so
// far.
//
// What e gives is text that nothing trusts, and it is cleaned: a line is a
// question, without numbering, bullets, quotation marks around it, control and
// invisible characters and invalid UTF-8. Lines that have no letter or digit,
// that are over [MaxQuestionBytes], that end in a colon ("Here are five
// questions:"), and repetitions in any case are left out. Whether it is a question
// is not checked.
func Expand(ctx context.Context, a *corpus.Article, e Expander, file string, opts ExpandOptions) (Expanded, error) {
	if a == nil || e == nil {
		return Expanded{}, errors.New("index: Expand needs an article and an Expander")
	}
	f, err := openQuestions(file)
	if err != nil {
		return Expanded{}, fmt.Errorf("index: %w", err)
	}
	x := newExpandRun(a, e, f, opts)
	err = forEach(ctx, len(x.missing), opts.Concurrency, x.ask)
	if err == nil {
		err = f.replace(x.inOrder())
	} else if e := f.close(); e != nil {
		err = errors.Join(err, e)
	}
	if _, ok := errors.AsType[*ExpandError](err); err != nil && !ok && ctx.Err() == nil {
		err = fmt.Errorf("index: %w", err)
	}
	return x.result, err
}

// An expandRun is the work of Expand.
type expandRun struct {
	expander Expander
	opts     ExpandOptions
	passages []corpus.Passage
	missing  []int // of passages

	mu       sync.Mutex // of all below
	file     *questionsFile
	lines    [][]byte // by passage, nil where there is none
	result   Expanded
	progress progress
}

// newExpandRun finds out which passages have a line in the file.
func newExpandRun(a *corpus.Article, e Expander, f *questionsFile, opts ExpandOptions) *expandRun {
	x := &expandRun{expander: e, opts: opts, file: f}
	for p := range a.Passages() {
		x.passages = append(x.passages, p)
	}
	x.lines = make([][]byte, len(x.passages))
	x.progress = progress{total: len(x.passages), tell: opts.Progress}

	type place struct {
		passage cite.PassageID
		digest  cite.Digest
	}
	own := map[place]int{}           // lines by what they are about
	moved := map[cite.Digest][]int{} // lines of IDs that have another text now, or none
	for i, l := range f.lines {
		own[place{l.Passage, l.Digest}] = i // the last counts
	}
	for i, p := range x.passages {
		at := place{p.ID(), p.Digest()}
		if l, ok := own[at]; ok {
			x.lines[i] = f.lines[l].raw
			x.result.Kept++
			delete(own, at)
		}
	}
	for i, l := range f.lines {
		if last, ok := own[place{l.Passage, l.Digest}]; ok && last == i {
			moved[l.Digest] = append(moved[l.Digest], i)
		}
	}
	for i, p := range x.passages {
		if x.lines[i] != nil {
			continue
		}
		from := moved[p.Digest()]
		if len(from) == 0 {
			x.missing = append(x.missing, i)
			continue
		}
		x.lines[i] = newQuestionsLine(p, f.lines[from[0]].Questions)
		x.result.Kept++
		moved[p.Digest()] = from[1:]
	}
	x.result.Dropped = len(f.lines) + f.broken - x.result.Kept
	x.progress.add(x.result.Kept)
	return x
}

// ask asks about a passage that has no line.
func (x *expandRun) ask(ctx context.Context, i int) error {
	p := x.passages[x.missing[i]]
	questions, err := x.expander.Expand(ctx, p)
	if err != nil && ctx.Err() != nil {
		return ctx.Err() // it was told to stop
	}
	x.mu.Lock()
	defer x.mu.Unlock()
	if err != nil {
		failed := &ExpandError{p.ID(), err}
		if x.opts.OnError == nil {
			return failed
		}
		if err := x.opts.OnError(failed); err != nil {
			return err
		}
		x.result.Failed++
		x.progress.add(1)
		return nil
	}
	line := newQuestionsLine(p, cleanQuestions(questions, x.opts.MaxPerPassage))
	if err := x.file.append(line); err != nil {
		return err
	}
	x.lines[x.missing[i]] = line
	x.result.Asked++
	x.progress.add(1)
	return nil
}

// inOrder returns the lines that there are in the order of their passages.
func (x *expandRun) inOrder() [][]byte {
	var out [][]byte
	for _, l := range x.lines {
		if l != nil {
			out = append(out, l)
		}
	}
	return out
}
