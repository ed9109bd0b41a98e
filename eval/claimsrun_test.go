package eval_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

func claimsReport(t testing.TB, items []eval.ClaimItem, o eval.CheckOptions) eval.ClaimsReport {
	t.Helper()
	r, err := eval.CheckClaims(t.Context(), items, o)
	if err != nil {
		t.Fatal(err)
	}
	return r
}

const burned = "The lamp burned whale oil until 1902."

// TestCheckClaimsGroups: the parts of a group count once, by the best.
func TestCheckClaimsGroups(t *testing.T) {
	stated := eval.ClaimItem{ID: "stated", Claim: burned, Evidence: []string{burned}, Label: "supported"}
	other := eval.ClaimItem{ID: "other", Claim: burned, Evidence: []string{"A painter bought the brewery."}, Label: "unsupported"}
	in := func(group string, x eval.ClaimItem) eval.ClaimItem { x.Group = group; return x }
	for _, c := range []struct {
		why   string
		items []eval.ClaimItem
		n     int
		want  map[grounding.Verdict]map[grounding.Verdict]int
	}{
		{"each for itself", []eval.ClaimItem{stated, other}, 2, map[grounding.Verdict]map[grounding.Verdict]int{"supported": {"supported": 1}, "unsupported": {"undecided": 1}}},
		{"a group is supported if one part is", []eval.ClaimItem{in("g", other), in("g", stated), in("g", other)}, 1, map[grounding.Verdict]map[grounding.Verdict]int{"supported": {"supported": 1}}},
		{"two groups", []eval.ClaimItem{in("g", other), in("h", stated), in("g", other)}, 2, map[grounding.Verdict]map[grounding.Verdict]int{"supported": {"supported": 1}, "unsupported": {"undecided": 1}}},
		{"nothing", nil, 0, map[grounding.Verdict]map[grounding.Verdict]int{}},
	} {
		for i := range c.items {
			c.items[i].ID = fmt.Sprint(i)
		}
		r := claimsReport(t, c.items, eval.CheckOptions{})
		if diff := cmp.Diff(c.want, r.Confusion); diff != "" || r.Items != c.n || len(r.Results) != len(c.items) {
			t.Errorf("%s: %d items, want %d; %d results; (-want +got):\n%s", c.why, r.Items, c.n, len(r.Results), diff)
		}
	}
}

// TestCheckClaimsFigures: the figures at the top are those of the grade, and of those
// with a label only.
func TestCheckClaimsFigures(t *testing.T) {
	items := []eval.ClaimItem{
		{ID: "1", Claim: burned, Evidence: []string{burned}, Label: "supported"},
		{ID: "2", Claim: burned, Evidence: []string{burned}, Label: "contradicted"}, // who labelled it was wrong
		{ID: "3", Claim: "The lamp burned whale oil until 1912.", Evidence: []string{burned}, Label: "contradicted"},
		{ID: "4", Claim: burned, Evidence: []string{"A painter bought the brewery."}, Label: "unsupported"},
		{ID: "5", Claim: burned, Evidence: []string{burned}},
	}
	r := claimsReport(t, items, eval.CheckOptions{})
	for _, c := range []struct {
		why       string
		got, want any
	}{
		{"all items count", r.Items, 5},
		// Where evidence is one sentence, what differs from it or isn't in it stays open.
		{"of the 4 labelled ones 2 are decided, 1 of these rightly", []float64{r.ThreeWay.Share, r.CoverageShare, r.DecidedAccuracy}, []float64{.25, .5, .5}},
		{"the share is that of the rate", r.Coverage.Share, r.CoverageShare},
		{"confusion", r.Confusion, map[grounding.Verdict]map[grounding.Verdict]int{"supported": {"supported": 1}, "contradicted": {"supported": 1, "undecided": 1}, "unsupported": {"undecided": 1}}},
		{"one of four is supported: 1/4 · 3/4", r.BrierBase, .1875},
		{"the better of two equal scores is not known", r.AUROC, 2.5 / 3},
	} {
		if diff := cmp.Diff(c.want, c.got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", c.why, diff)
		}
	}
	for _, row := range r.Rows() {
		want := "4"
		if row[0] == "accuracy of what is decided" {
			want = "2"
		}
		if row[3] != want {
			t.Errorf("%s is of %s, want %s of the labelled ones", row[0], row[3], want)
		}
	}
	var scores []bool
	for _, s := range r.LabelledScores() {
		scores = append(scores, s.Supported)
	}
	if diff := cmp.Diff([]bool{true, false, false, false}, scores); diff != "" {
		t.Errorf("labelled scores (-want +got):\n%s", diff)
	}
}

// TestCheckClaimsBytes: the report is the same however many work on it, and events are
// in order.
func TestCheckClaimsBytes(t *testing.T) {
	var items []eval.ClaimItem
	for i := range 200 {
		items = append(items, eval.ClaimItem{
			ID: fmt.Sprint(i), Group: []string{"", fmt.Sprint("g", i/3)}[i%2], Claim: fmt.Sprintf("The lamp burned whale oil until %d.", 1900+i%5),
			Evidence: []string{burned}, Label: []grounding.Verdict{"supported", "contradicted", ""}[i%3],
		})
	}
	var first []byte
	for _, n := range []int{1, 8, 8} {
		done := 0
		data, err := json.Marshal(claimsReport(t, items, eval.CheckOptions{Parallel: n, Events: func(e eval.Event) {
			if done++; e.Done != done || e.Total != len(items) {
				t.Errorf("event %d is %d of %d", done, e.Done, e.Total)
			}
		}}))
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = data
		}
		if !bytes.Equal(first, data) || done != len(items) {
			t.Errorf("parallel %d: %d events, or another report", n, done)
		}
	}
}

// TestCheckClaimsErrors: an error says of which claim it is, the first that has one.
func TestCheckClaimsErrors(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := eval.CheckClaims(ctx, []eval.ClaimItem{{ID: "a", Claim: "x"}}, eval.CheckOptions{}); err != context.Canceled {
		t.Errorf("a cancelled context: %v", err)
	}
	long := []string{strings.Repeat("x ", grounding.MaxEvidence/2+1)}
	_, err := eval.CheckClaims(t.Context(), []eval.ClaimItem{{ID: "a", Claim: "x"}, {ID: "b", Claim: "x", Evidence: long}, {ID: "c", Claim: "x", Evidence: long}}, eval.CheckOptions{Parallel: 1})
	if _, ok := errors.AsType[*grounding.TooLongError](err); !ok || !strings.HasPrefix(err.Error(), `claim "b": `) {
		t.Errorf("too much evidence: %v", err)
	}
}
