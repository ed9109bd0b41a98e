package grounding_test

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// judgeFunc is a function as a judge.
type judgeFunc func(ctx context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error)

func (f judgeFunc) Judge(ctx context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error) {
	return f(ctx, q)
}
func (judgeFunc) Model() string             { return "fake" }
func (judgeFunc) PromptDigest() cite.Digest { return cite.DigestOf("prompt") }

const (
	openClaim = "The Marigold sank because the storms were bad.[^4]" // no rule decides it
	sankQuote = "Storms sank the Marigold in November 1902."
)

// holder returns the index of the passage that has words, -1 if none.
func holder(q grounding.JudgeQuestion, words string) int {
	for i, e := range q.Evidence {
		if strings.Contains(e, words) {
			return i
		}
	}
	return -1
}

func withJudge(t testing.TB, j judgeFunc) *grounding.Checker {
	return newChecker(t, ferry(), grounding.Options{Judge: j})
}

// TestJudgeAsked: a judge is asked about what rules leave open, and nothing else.
func TestJudgeAsked(t *testing.T) {
	var mu sync.Mutex
	var asked []grounding.JudgeQuestion
	c := withJudge(t, func(_ context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error) {
		mu.Lock()
		defer mu.Unlock()
		asked = append(asked, q)
		return grounding.Judgement{Content: grounding.Undecided}, nil
	})
	r := check(t, c, grounding.Answer{Text: "The Skarrow Ferry opened in May 1887.[^3] The Plover was built in Hamburg.[^9] " + openClaim + " Hello! The Skarrow Ferry opened in May 1897.[^3]"})
	if len(asked) != 1 || asked[0].Claim != "The Marigold sank because the storms were bad." || holder(asked[0], sankQuote) < 0 {
		t.Fatalf("asked %+v", asked)
	}
	if want := "The Skarrow Ferry opened in May 1887. The Plover was built in Hamburg."; asked[0].Before != want {
		t.Errorf("before: %q, want %q", asked[0].Before, want)
	}
	want := &grounding.JudgeReceipt{Model: "fake", PromptDigest: cite.DigestOf("prompt"), Asked: 1}
	if diff := cmp.Diff(want, r.Receipt.Judge); diff != "" || !r.Receipt.Deterministic {
		t.Errorf("receipt, deterministic %v (-want +got):\n%s", r.Receipt.Deterministic, diff)
	}
}

func TestJudgements(t *testing.T) {
	ok := func(content grounding.Content, quote string) judgeFunc {
		return func(_ context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error) {
			return grounding.Judgement{Content: content, Passage: holder(q, sankQuote), Quote: quote}, nil
		}
	}
	at := func(passage int) judgeFunc {
		return func(context.Context, grounding.JudgeQuestion) (grounding.Judgement, error) {
			return grounding.Judgement{Content: grounding.Supported, Passage: passage, Quote: sankQuote}, nil
		}
	}
	for _, tt := range []struct {
		reason, text string
		judge        judgeFunc
		verdict      grounding.Verdict
		decided      grounding.Decided
		failed       int
	}{
		{"supported", openClaim, ok(grounding.Supported, sankQuote), grounding.Supported, grounding.ByJudge, 0},
		{"supported by text under another note", strings.Replace(openClaim, "[^4]", "[^9]", 1), ok(grounding.Supported, sankQuote), grounding.Miscited, grounding.ByJudge, 0},
		{"supported, and its marker leads nowhere", strings.Replace(openClaim, "[^4]", "[^99]", 1), ok(grounding.Supported, sankQuote), grounding.BadCitation, grounding.ByJudge, 0},
		{"partial", openClaim, ok(grounding.Partial, sankQuote), grounding.Partial, grounding.ByJudge, 0},
		{"contradicted", openClaim, ok(grounding.Contradicted, sankQuote), grounding.Contradicted, grounding.ByJudge, 0},
		{"unsupported needs no quotation", openClaim, ok(grounding.Unsupported, ""), grounding.Unsupported, grounding.ByJudge, 0},
		{"undecided", openClaim, ok(grounding.Undecided, ""), grounding.Undecided, grounding.ByScore, 0},
		{"three words", openClaim, ok(grounding.Supported, "sank the Marigold"), grounding.Supported, grounding.ByJudge, 0},
		{"a sentence without its stop", openClaim, ok(grounding.Supported, strings.TrimSuffix(sankQuote, ".")), grounding.Supported, grounding.ByJudge, 0},
		{"two words", openClaim, ok(grounding.Supported, "the Marigold"), grounding.Undecided, grounding.ByScore, 1},
		{"a letter", openClaim, ok(grounding.Supported, "S"), grounding.Undecided, grounding.ByScore, 1},
		{"no quotation", openClaim, ok(grounding.Supported, ""), grounding.Undecided, grounding.ByScore, 1},
		{"a blank one", openClaim, ok(grounding.Contradicted, "   "), grounding.Undecided, grounding.ByScore, 1},
		{"a made-up one", openClaim, ok(grounding.Supported, "The storms were so bad that the Marigold sank."), grounding.Undecided, grounding.ByScore, 1},
		{"a made-up one for unsupported", openClaim, ok(grounding.Unsupported, "The storms were mild that year."), grounding.Undecided, grounding.ByScore, 1},
		{"another typography is another text", openClaim, ok(grounding.Supported, "The company's first ship"), grounding.Undecided, grounding.ByScore, 1},
		{"a letter cut in two", openClaim, ok(grounding.Supported, "\x99s first ship, the Marigold"), grounding.Undecided, grounding.ByScore, 1},
		{"a passage before the first", openClaim, at(-1), grounding.Undecided, grounding.ByScore, 1},
		{"a passage behind the last", openClaim, at(99), grounding.Undecided, grounding.ByScore, 1},
		{"a content that there isn't", openClaim, ok("true", sankQuote), grounding.Undecided, grounding.ByScore, 1},
		{"a verdict that is no content", openClaim, ok(grounding.Miscited, sankQuote), grounding.Undecided, grounding.ByScore, 1},
		{"nothing", openClaim, ok("", ""), grounding.Undecided, grounding.ByScore, 1},
		{"an error", openClaim, func(context.Context, grounding.JudgeQuestion) (grounding.Judgement, error) {
			return grounding.Judgement{Content: grounding.Supported, Quote: sankQuote}, errors.New("broken")
		}, grounding.Undecided, grounding.ByScore, 1},
	} {
		r := check(t, withJudge(t, tt.judge), grounding.Answer{Text: tt.text})
		c := r.Claims[0]
		if c.Verdict != tt.verdict || c.Decided != tt.decided {
			t.Errorf("%s: %s by %s, want %s by %s", tt.reason, c.Verdict, c.Decided, tt.verdict, tt.decided)
		}
		decided := 0
		if tt.decided == grounding.ByJudge {
			decided = 1
		}
		if j := r.Receipt.Judge; j.Asked != 1 || j.Decided != decided || j.Failed != tt.failed || r.Receipt.Deterministic != (decided == 0) {
			t.Errorf("%s: receipt %+v", tt.reason, *j)
		}
	}
}

// TestJudgeEvidence: what a judge quotes is the evidence, and its note is suggested.
func TestJudgeEvidence(t *testing.T) {
	c := check(t, withJudge(t, func(_ context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error) {
		return grounding.Judgement{Content: grounding.Supported, Passage: holder(q, sankQuote), Quote: "sank the Marigold in November"}, nil
	}), grounding.Answer{Text: "The Marigold sank because the storms were bad."}).Claims[0]
	if len(c.Evidence) != 1 || c.Evidence[0].Quote != "sank the Marigold in November" {
		t.Errorf("evidence %+v", c.Evidence)
	}
	if diff := cmp.Diff([]string{"4"}, c.Suggested); diff != "" || c.Citation != grounding.CitationNone {
		t.Errorf("%s, suggested (-want +got):\n%s", c.Citation, diff)
	}
}

// openClaims are n claims that no rule decides.
func openClaims(n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "The Marigold sank because the storms were bad%s.[^4]\n\n", strings.Repeat(" indeed", i))
	}
	return b.String()
}

// TestJudgeTimeout: a judge has its time from when its turn comes, however many wait,
// and what is late leaves its claim undecided.
func TestJudgeTimeout(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var late atomic.Bool
		judge := judgeFunc(func(ctx context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error) {
			wait := 6 * time.Second
			if late.Load() {
				wait = time.Hour
			}
			select {
			case <-time.After(wait):
				return grounding.Judgement{Content: grounding.Supported, Passage: holder(q, sankQuote), Quote: sankQuote}, nil
			case <-ctx.Done():
				return grounding.Judgement{}, ctx.Err()
			}
		})
		c := newChecker(t, ferry(), grounding.Options{Judge: judge, JudgeInFlight: 1, JudgeTimeout: 10 * time.Second})
		start := time.Now()
		r := check(t, c, grounding.Answer{Text: openClaims(5)})
		if j := r.Receipt.Judge; j.Asked != 5 || j.Decided != 5 {
			t.Errorf("five one after the other, in %v: %+v", time.Since(start), *j)
		}
		late.Store(true)
		start = time.Now()
		r = check(t, c, grounding.Answer{Text: "The Marigold sank because the sailors were bad.[^4]"})
		if j := r.Receipt.Judge; j.Failed != j.Asked || j.Asked != 1 || time.Since(start) != 10*time.Second {
			t.Errorf("late, in %v: %+v", time.Since(start), *j)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if _, err := c.Check(ctx, grounding.Answer{Text: "The Marigold sank because the sailors were bad.[^4]"}); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the caller's own deadline: %v", err)
		}
	})
}

func TestJudgeInFlight(t *testing.T) {
	for _, limit := range []int{0, 1, 3} {
		synctest.Test(t, func(t *testing.T) {
			var now, most atomic.Int32
			judge := judgeFunc(func(context.Context, grounding.JudgeQuestion) (grounding.Judgement, error) {
				n := now.Add(1)
				defer now.Add(-1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				time.Sleep(time.Second)
				return grounding.Judgement{Content: grounding.Undecided}, nil
			})
			c := newChecker(t, ferry(), grounding.Options{Judge: judge, JudgeInFlight: limit})
			var wg sync.WaitGroup
			for range 2 { // checks share the limit
				wg.Go(func() { check(t, c, grounding.Answer{Text: openClaims(8)}) })
			}
			wg.Wait()
			if want := max(limit, 4*(1-min(limit, 1))); int(most.Load()) != want {
				t.Errorf("limit %d: %d at one time", limit, most.Load())
			}
		})
	}
}

// TestJudgeRemembers: what a judge said is remembered if it stands, and else asked
// again; the same question is asked once in one check.
func TestJudgeRemembers(t *testing.T) {
	var asked atomic.Int32
	var quote atomic.Value
	c := withJudge(t, func(_ context.Context, q grounding.JudgeQuestion) (grounding.Judgement, error) {
		asked.Add(1)
		return grounding.Judgement{Content: grounding.Supported, Passage: holder(q, sankQuote), Quote: quote.Load().(string)}, nil
	})
	for _, tt := range []struct {
		reason, quote string
		asked         int32
		verdict       grounding.Verdict
	}{
		{"made up", "The storms were so bad.", 1, grounding.Undecided},
		{"made up again, and asked again", "The storms were so very bad.", 2, grounding.Undecided},
		{"right, and asked again", sankQuote, 3, grounding.Supported},
		{"remembered", "made up", 3, grounding.Supported},
	} {
		quote.Store(tt.quote)
		r := check(t, c, grounding.Answer{Text: openClaim})
		if got := r.Claims[0].Verdict; got != tt.verdict || asked.Load() != tt.asked {
			t.Errorf("%s: %s after %d questions, want %s after %d", tt.reason, got, asked.Load(), tt.verdict, tt.asked)
		}
	}
	asked.Store(0)
	quote.Store(sankQuote)
	// With the same two claims before them, questions are the same.
	r := check(t, c, grounding.Answer{Text: strings.Repeat(openClaim+"\n\n", 6)})
	if j := r.Receipt.Judge; j.Asked != 6 || j.Decided != 6 {
		t.Errorf("receipt %+v", *j)
	}
	if asked.Load() != 2 {
		t.Errorf("asked %d times, want 2: with one and two claims before; that with none is remembered", asked.Load())
	}
	for i, c := range r.Claims {
		if c.Verdict != grounding.Supported || c.Decided != grounding.ByJudge {
			t.Errorf("claim %d: %s by %s", i, c.Verdict, c.Decided)
		}
	}
}
