package grounding_test

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// goldenAnswers have something of everything that a report may hold.
var goldenAnswers = []grounding.Answer{
	{ID: "empty"},
	{ID: "supported", Text: "The Skarrow Ferry opened in May 1887.[^3]"},
	{ID: "contradicted", Text: "The Skarrow Ferry opened in May 1897, and it links Skarrow with Dunmore.[^3][^1]"},
	{ID: "markers", Text: "The fleet consists of two ships [9, 10]. The Plover was built in Bergen.[^2,33] The terminal at Dunmore has a waiting room and a small café. [ferry#today.6]"},
	{ID: "quotes", Text: "It is said that “Storms sank the Marigold in November 1903”,[^4] and Calder said „We have waited … for twenty years“.[^14]"},
	{ID: "refusal", Text: "The article does not say that.", Question: "Did the service open under the Dunmore Steam Company?"},
	{ID: "context", Text: "The crossing is 13 miles long.[^17]", Context: []cite.PassageID{"ferry#today.1"}},
}

func TestReportJSON(t *testing.T) {
	var got bytes.Buffer
	for _, a := range goldenAnswers {
		out, err := json.MarshalIndent(check(t, ferryChecker(), a), "", "\t")
		if err != nil {
			t.Fatal(err)
		}
		got.Write(append(out, '\n'))
	}
	const name = "testdata/report.golden.json"
	if *update {
		if err := os.WriteFile(name, got.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got.String(), "\n")); diff != "" {
		t.Errorf("%s (-want +got), run with -update if the change is meant:\n%s", name, diff)
	}
}

// nulls returns the paths of what is null in a JSON value.
func nulls(v any, path string) (out []string) {
	switch v := v.(type) {
	case nil:
		return []string{path}
	case map[string]any:
		for k, x := range v {
			out = append(out, nulls(x, path+"."+k)...)
		}
	case []any:
		for _, x := range v {
			out = append(out, nulls(x, path+"[]")...)
		}
	}
	return out
}

// TestNoNull: nothing is null but what may be unknown.
func TestNoNull(t *testing.T) {
	answers := goldenAnswers
	for _, tt := range streamed {
		answers = append(answers, grounding.Answer{Text: tt.text})
	}
	for _, a := range answers {
		for what, v := range map[string]any{"Report": check(t, ferryChecker(), a), "Cited": citeText(t, ferryChecker(), a)} {
			var parsed any
			if err := json.Unmarshal([]byte(toJSON(t, v)), &parsed); err != nil {
				t.Fatal(err)
			}
			for _, path := range nulls(parsed, "") {
				if !strings.HasSuffix(path, ".grounded") && !strings.HasSuffix(path, ".receipt.judge") {
					t.Errorf("%s of %q: null at %s", what, a.Text, path)
				}
			}
		}
	}
}

// TestSame: the same answer gives the same bytes, whoever else checks at the time and
// whichever checker of the same article is asked.
func TestSame(t *testing.T) {
	want := make([]string, len(goldenAnswers))
	for i, a := range goldenAnswers {
		want[i] = toJSON(t, check(t, ferryChecker(), a))
	}
	other := newChecker(t, ferry(), grounding.Options{})
	var wg sync.WaitGroup
	for n := range 8 {
		wg.Go(func() {
			c := ferryChecker()
			if n%2 == 1 {
				c = other
			}
			for i, a := range goldenAnswers {
				r, err := c.Check(t.Context(), a)
				if err != nil {
					t.Error(err)
					return
				}
				if got, _ := json.Marshal(r); string(got) != want[i] {
					t.Errorf("%s: another report:\n%s", a.ID, cmp.Diff(want[i], string(got)))
				}
			}
		})
	}
	wg.Wait()
}

func TestReceipt(t *testing.T) {
	r := check(t, ferryChecker(), grounding.Answer{Text: "The Skarrow Ferry opened in May 1897.[^99]"})
	if r.Receipt.Corpus != ferry().Revision() || r.Receipt.Facts == "" || r.Receipt.Rules != grounding.RulesVersion || !r.Receipt.Deterministic || r.Receipt.Judge != nil {
		t.Errorf("receipt %+v", r.Receipt)
	}
	if diff := cmp.Diff(map[string]int{"date-mismatch": 1, "unknown-marker": 1}, r.Receipt.Fired); diff != "" {
		t.Errorf("fired (-want +got):\n%s", diff)
	}
	if r.Notice == "" {
		t.Error("no notice")
	}
}
