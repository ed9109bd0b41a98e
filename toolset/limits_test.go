package toolset_test

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/index"
	"github.com/footnote-go/footnote/metapolicy"
	"github.com/footnote-go/footnote/toolset"
)

// draft has claims of which the last fails and the one before it is warned of.
const draft = "Meta released Llama 2 in July 2023.[^4] Its license has a threshold of 700 million monthly active users.[^4] Llama 1 was released in February 2023.[^3] Llama 3 came because Llama 2 was slow.[^5] Llama 2 was released in 1999.[^4]"

// limited are calls whose whole results are large, with how many tokens are always
// there.
var limited = []struct {
	reason, name string
	arguments    map[string]any
	frame        int
	parts        []string // the lists whose members may be left out
}{
	{"passages", "search_passages", map[string]any{"question": "What does Meta say of open source?", "k": 20}, 100, []string{"hits"}},
	{"neighbours and facts", "read_passage", map[string]any{"passage": "#overview.2.1", "before": 3, "after": 20}, 100, []string{"passages", "facts"}},
	{"citations and facts", "read_footnote", map[string]any{"footnote": "4"}, 150, []string{"citations", "facts"}},
	{"facts", "find_facts", map[string]any{"limit": 50}, 100, []string{"facts"}},
	{"dated facts", "timeline", map[string]any{"limit": 50}, 100, []string{"facts"}},
	{"claims", "check_answer", map[string]any{"answer": draft}, 300, []string{"claims"}},
	{"what answers in spite of a refusal", "check_answer", map[string]any{"answer": "The article doesn't say.", "question": "When was Llama 2 released?"}, 300, []string{"claims", "refusal.evidence"}},
	{"claims of a report", "cite_answer", map[string]any{"answer": draft}, 300, []string{"report.claims"}},
	{"sections", "list_sections", map[string]any{}, 100, []string{"articles", "articles.sections"}},
}

// count counts the members of lists by the path of names that leads to them.
func count(value any, paths []string) (n int) {
	for _, path := range paths {
		n += members(value, strings.Split(path, "."))
	}
	return n
}

func members(value any, path []string) (n int) {
	switch v := value.(type) {
	case []any:
		if len(path) == 0 {
			return len(v)
		}
		for _, one := range v {
			n += members(one, path)
		}
	case map[string]any:
		if len(path) > 0 {
			return members(v[path[0]], path[1:])
		}
	}
	return n
}

// TestLimits: a result has as many parts as have room, and says how many it lacks.
func TestLimits(t *testing.T) {
	for _, tt := range limited {
		least := 100
		if strings.HasSuffix(tt.name, "_answer") {
			least = 500
		}
		parse := func(max int) (toolset.Result, map[string]any) {
			arguments := map[string]any{"max_tokens": max}
			for k, v := range tt.arguments {
				arguments[k] = v
			}
			r := call(t, article(), tt.name, marshal(t, arguments))
			var value map[string]any
			if err := json.Unmarshal(r.JSON, &value); err != nil {
				t.Fatal(err)
			}
			return r, value
		}
		_, whole := parse(100_000)
		all := count(whole, tt.parts)
		if all == 0 || cutOf(whole) != nil {
			t.Errorf("%s: %d parts in all, cut %v", tt.reason, all, cutOf(whole))
		}
		last := -1
		for _, limit := range []int{least, 700, 1000, 1500, 2000, 4000, 8000, 100_000} {
			r, value := parse(limit)
			if out, ok := r.Value.(*toolset.CiteAnswerOutput); ok {
				r.JSON = []byte(marshal(t, out.Report)) // it is that which the limit is of
			}
			tokens, have, cut := tokensOf(r), count(value, tt.parts), cutOf(value)
			if tokens > max(limit, tt.frame) {
				t.Errorf("%s: %d tokens with a limit of %d", tt.reason, tokens, limit)
			}
			if have < last {
				t.Errorf("%s: %d parts with a limit of %d, %d with less", tt.reason, have, limit, last)
			}
			last = have
			if have == all {
				if cut != nil {
					t.Errorf("%s: whole, and cut %v", tt.reason, cut)
				}
				continue
			}
			if cut == nil {
				t.Errorf("%s: %d of %d parts with a limit of %d, and no cut", tt.reason, have, all, limit)
				continue
			}
			want := map[string]any{"dropped": float64(all - have), "of": float64(all), "max_tokens": float64(limit), "message": cut["message"]}
			if diff := cmp.Diff(want, cut); diff != "" {
				t.Errorf("%s: cut (-want +got):\n%s", tt.reason, diff)
			}
			begin := fmt.Sprintf("%d of %d ", all-have, all)
			if message := cut["message"].(string); !strings.HasPrefix(message, begin) || !strings.Contains(r.Text, message) {
				t.Errorf("%s: the message is %q, the text %q", tt.reason, message, r.Text)
			}
		}
		if last != all {
			t.Errorf("%s: %d of %d parts without a limit", tt.reason, last, all)
		}
	}
}

func tokensOf(r toolset.Result) int { return index.ApproxTokens{}.Count(string(r.JSON)) }

// cutOf returns the cut of a result, or of its report.
func cutOf(value map[string]any) map[string]any {
	if report, ok := value["report"].(map[string]any); ok {
		value = report
	}
	cut, _ := value["cut"].(map[string]any)
	return cut
}

// TestLimitOfSet: where the call doesn't say, the set's limit holds, also of search and
// fetch, and of what its counter counts.
func TestLimitOfSet(t *testing.T) {
	few := newSet(t, metapolicy.Corpus(), toolset.Options{MaxTokens: 150})
	for _, tt := range []struct {
		reason, name, arguments string
		want                    string
	}{
		{"results", "search", `{"query":"What does Meta say of open source?"}`, "8 of 10 results were left out: the limit is 150 tokens. Search for something narrower."},
		{"not even the text", "fetch", `{"id":"#overview.2.1"}`, "1 of 1 texts was left out: the limit is 150 tokens. Search for something narrower."},
		{"not even one passage", "search_passages", `{"question":"What does Meta say of open source?"}`, "5 of 5 passages were left out: the limit is 150 tokens. Ask with a smaller k, or a larger max_tokens, or read a passage by its ID."},
		{"the call says more", "search_passages", `{"question":"What does Meta say of open source?","max_tokens":100000}`, ""},
	} {
		r := call(t, few, tt.name, tt.arguments)
		var value map[string]any
		if err := json.Unmarshal(r.JSON, &value); err != nil {
			t.Fatal(err)
		}
		message, _ := cutOf(value)["message"].(string)
		if diff := cmp.Diff(tt.want, message); diff != "" {
			t.Errorf("%s (-want +got):\n%s", tt.reason, diff)
		}
	}
	bytes := newSet(t, metapolicy.Corpus(), toolset.Options{MaxTokens: 3000, Counter: byteCounter{}})
	if r := call(t, bytes, "find_facts", `{}`); len(r.JSON) > 3000 || len(r.JSON) < 1500 {
		t.Errorf("%d bytes with a limit of 3000", len(r.JSON))
	}
}

type byteCounter struct{}

func (byteCounter) Count(text string) int { return len(text) }

// TestLimitsKeepWhatMatters: the most important is left out last.
func TestLimitsKeepWhatMatters(t *testing.T) {
	checked := func(limit int) *toolset.CheckAnswerOutput {
		t.Helper()
		out, err := article().CheckAnswer(context.Background(), toolset.CheckAnswerInput{Answer: draft, MaxTokens: limit})
		if err != nil {
			t.Fatal(err)
		}
		return out
	}
	numbers := func(o *toolset.CheckAnswerOutput) []int {
		out := []int{}
		for _, c := range o.Claims {
			out = append(out, c.Number)
		}
		return out
	}
	seen := map[string]bool{}
	for limit := 500; limit < 6000; limit += 100 {
		o := checked(limit)
		seen[fmt.Sprint(numbers(o))] = true
		if o.Passed || o.Metrics.Claims != 5 {
			t.Errorf("limit %d: passed %v, %d claims: what is told of the whole changed", limit, o.Passed, o.Metrics.Claims)
		}
		for _, f := range o.Failures {
			if !slices.Contains(numbers(o), f.Claim) {
				t.Errorf("limit %d: a failure of claim %d, which was left out", limit, f.Claim)
			}
		}
	}
	want := map[string]bool{"[]": true, "[4]": true, "[3 4]": true, "[0 3 4]": true, "[0 1 3 4]": true, "[0 1 2 3 4]": true}
	delete(want, "[]")
	delete(seen, "[]") // where not even one has room
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Errorf("claims that are kept (-want +got):\n%s", diff)
	}

	near, err := article().ReadPassage(context.Background(), toolset.ReadPassageInput{Passage: "#overview.2.1", Before: 2, After: 20, MaxTokens: 2000})
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, p := range near.Passages {
		ids = append(ids, strings.TrimPrefix(string(p.Passage.ID), "meta-open-source-strategy#"))
	}
	if diff := cmp.Diff([]string{"quick-assessment.6", "overview.1", "overview.2.1", "overview.2.2"}, ids); diff != "" {
		t.Errorf("neighbours, the nearest (-want +got):\n%s", diff)
	}
}
