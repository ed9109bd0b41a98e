package eval_test

import (
	"errors"
	"io"
	"io/fs"
	"strings"
	"testing"
	"testing/iotest"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/eval"
	"github.com/footnote-go/footnote/grounding"
)

// messages returns what the joined errors say, a line each.
func messages(err error) []string {
	if err == nil {
		return nil
	}
	return strings.Split(err.Error(), "\n")
}

// TestReadAnswers: all that a line may have is read.
func TestReadAnswers(t *testing.T) {
	got, err := eval.ReadAnswers("a.jsonl", strings.NewReader("\ufeff"+`{"id":"a","answer":"Größe: 3.","question":"How big?","context":["light#top.1"],"citations":[{"start":0}],"format":"cohere","tags":["number"],"expect":{"verdict":"partial","answerable":true,"claims":[{"start":0,"end":7,"verdict":"partial","footnotes":["1"]}]}}`+"\r\n"+`

{"answer":"No ID."}
{"answer":"No ID."}
{"id":"empty","expect":{"verdict":"no_claim"}}
{"id":"more","answer":"Unknown keys are let be.","model":"x"}`))
	if err != nil {
		t.Fatal(err)
	}
	yes := true
	want := []eval.Answer{
		{
			ID: "a", Answer: "Größe: 3.", Question: "How big?", Context: []cite.PassageID{"light#top.1"},
			Citations: []byte(`[{"start":0}]`), Format: "cohere", Tags: []string{"number"},
			Expect: eval.Expectation{Verdict: grounding.Partial, Answerable: &yes, Claims: []eval.ExpectedClaim{
				{Span: cite.Span{Start: 0, End: 7}, Verdict: grounding.Partial, Footnotes: []string{"1"}},
			}},
		},
		{Answer: "No ID."}, {Answer: "No ID."}, // nothing that is the same as of another
		{ID: "empty", Expect: eval.Expectation{Verdict: grounding.NoClaim}}, // states nothing, as expected
		{ID: "more", Answer: "Unknown keys are let be."},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestReadAnswersLines breaks a line between two good ones: it is told with its place,
// and they are read.
func TestReadAnswersLines(t *testing.T) {
	const notUTF8 = "\xff"
	for _, c := range []struct{ why, line, want string }{
		{"cut off", `{"id":"b","answer":"x"`, "the line is not JSON: unexpected end of JSON input"},
		{"something behind it", `{"id":"b","answer":"x"} {}`, "the line is not JSON: invalid character"},
		{"no JSON", `answer: x`, "the line is not JSON: invalid character"},
		{"not UTF-8", `{"id":"b","answer":"` + notUTF8 + `"}`, "the line is not UTF-8"},
		{"too long", `{"id":"b","answer":"` + strings.Repeat("x", 4<<20) + `"}`, "the line is longer than 4194304 bytes"},
		{"a list", `[]`, "the line is a JSON array, not an object"},
		{"a string", `"x"`, "the line is a JSON string, not an object"},
		{"null has nothing", `null`, `"answer" is missing or empty`},
		{"another type", `{"id":"b","answer":7}`, `"answer" is a JSON number, which it can't be`},
		{"another type, inside", `{"answer":"x","expect":{"claims":[{"start":"0"}]}}`, `is a JSON string, which it can't be`},
		{"a number without end, of which the message has nothing", `{"answer":"x","expect":{"claims":[{"start":` + strings.Repeat("9", 9999) + `}]}}`, "is a JSON number, which it can't be"},
		{"half a byte", `{"answer":"x","expect":{"claims":[{"start":0.5,"end":1,"verdict":"supported"}]}}`, "is a JSON number, which it can't be"},
		{"no answer", `{"id":"b"}`, `"answer" is missing or empty`},
		{"an empty answer of which something is expected", `{"id":"b","answer":"","expect":{"verdict":"supported"}}`, `"answer" is missing or empty`},
		{"an unknown verdict", `{"answer":"x","expect":{"verdict":"true"}}`, `expect.verdict: no verdict "true"`},
		{"a verdict in capitals", `{"answer":"x","expect":{"verdict":"Supported"}}`, `expect.verdict: no verdict "Supported"`},
		{"a claim without a verdict", `{"answer":"x","expect":{"claims":[{"start":0,"end":1}]}}`, `expect.claims[0]: no verdict ""`},
		{"the second claim", `{"answer":"xy","expect":{"claims":[{"start":0,"end":1,"verdict":"supported"},{"start":1,"end":2,"verdict":"x"}]}}`, `expect.claims[1]: no verdict "x"`},
		{"a span behind the end", `{"answer":"xy","expect":{"claims":[{"start":0,"end":3,"verdict":"supported"}]}}`, "expect.claims[0]: 0 to 3 is no span of the answer's 2 bytes"},
		{"a span before the start", `{"answer":"xy","expect":{"claims":[{"start":-1,"end":1,"verdict":"supported"}]}}`, "expect.claims[0]: -1 to 1 is no span"},
		{"a span the wrong way round", `{"answer":"xy","expect":{"claims":[{"start":2,"end":1,"verdict":"supported"}]}}`, "expect.claims[0]: 2 to 1 is no span"},
		{"an empty span", `{"answer":"xy","expect":{"claims":[{"start":1,"end":1,"verdict":"supported"}]}}`, "expect.claims[0]: 1 to 1 is no span"},
		{"no end", `{"answer":"xy","expect":{"claims":[{"start":1,"verdict":"supported"}]}}`, "expect.claims[0]: 1 to 0 is no span"},
		{"a span that begins within ö", `{"answer":"Größe","expect":{"claims":[{"start":3,"end":7,"verdict":"supported"}]}}`, "expect.claims[0]: 3 to 7 is no span of the answer's 7 bytes"},
		{"a span that ends within ö", `{"answer":"Größe","expect":{"claims":[{"start":0,"end":3,"verdict":"supported"}]}}`, "expect.claims[0]: 0 to 3 is no span"},
		{"an ID that was there", `{"id":"first","answer":"x"}`, `the ID "first" is that of line 1, too`},
	} {
		got, err := eval.ReadAnswers("a.jsonl", strings.NewReader(`{"id":"first","answer":"x"}`+"\n"+c.line+"\n"+`{"id":"last","answer":"x"}`+"\n"))
		var ids []string
		for _, a := range got {
			ids = append(ids, a.ID)
		}
		if diff := cmp.Diff([]string{"first", "last"}, ids); diff != "" {
			t.Errorf("%s: answers (-want +got):\n%s", c.why, diff)
		}
		says := messages(err)
		if len(says) != 1 || !strings.HasPrefix(says[0], "a.jsonl:2: ") || !strings.Contains(says[0], c.want) || len(says[0]) > 200 {
			t.Errorf("%s: %.300v, want a.jsonl:2: … %s …", c.why, err, c.want)
		}
		if e, ok := errors.AsType[*eval.DataError](err); !ok || e.File != "a.jsonl" || e.Line != 2 {
			t.Errorf("%s: no place in %.300v", c.why, err)
		}
	}
}

// TestReadAnswersTellsAll: each line that can't be used is told once, in order; what is
// refused has no ID that another could repeat.
func TestReadAnswersTellsAll(t *testing.T) {
	got, err := eval.ReadAnswers("a.jsonl", strings.NewReader(`{"id":"a"}
{

{"id":"a","answer":"x"}
{"id":"a","answer":"y"}
[]
{"id":"a","answer":"z"}`))
	want := []string{
		`a.jsonl:1: "answer" is missing or empty`,
		"a.jsonl:2: the line is not JSON: unexpected end of JSON input",
		`a.jsonl:5: the ID "a" is that of line 4, too`,
		"a.jsonl:6: the line is a JSON array, not an object",
		`a.jsonl:7: the ID "a" is that of line 4, too`,
	}
	if diff := cmp.Diff(want, messages(err)); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]eval.Answer{{ID: "a", Answer: "x"}}, got); diff != "" {
		t.Errorf("answers (-want +got):\n%s", diff)
	}
}

// TestReadAnswersEnds: where reading fails, what was read is there, and the error says
// in which file.
func TestReadAnswersEnds(t *testing.T) {
	broken := errors.New("the disk is gone")
	const lines = "{\"answer\":\"x\"}\n{\n{\"answer\":\"y\"}\n"
	got, err := eval.ReadAnswers("a.jsonl", io.MultiReader(strings.NewReader(lines), iotest.ErrReader(broken)))
	if len(got) != 2 || !errors.Is(err, broken) {
		t.Errorf("%d answers, %v", len(got), err)
	}
	if diff := cmp.Diff([]string{"a.jsonl:2: the line is not JSON: unexpected end of JSON input", "a.jsonl: the disk is gone"}, messages(err)); diff != "" {
		t.Errorf("errors (-want +got):\n%s", diff)
	}
	gone := &fs.PathError{Op: "read", Path: "b.jsonl", Err: broken}
	if _, err := eval.ReadAnswers("a.jsonl", iotest.ErrReader(gone)); err == nil || err.Error() != gone.Error() {
		t.Errorf("a path that the error has is not said twice: %v", err)
	}
	for why, r := range map[string]io.Reader{"an empty file": strings.NewReader(""), "blank lines": strings.NewReader("\n \r\n\t\n"), "a byte at a time": iotest.OneByteReader(strings.NewReader("\n\n"))} {
		if got, err := eval.ReadAnswers("a.jsonl", r); len(got) != 0 || err != nil {
			t.Errorf("%s: %v, %v", why, got, err)
		}
	}
}

func TestReadClaims(t *testing.T) {
	got, err := eval.ReadClaims("c.jsonl", strings.NewReader(`{"id":"a","claim":"x","evidence":["y","z"],"label":"supported","group":"g","tags":["t"]}
{"claim":"no ID, evidence or label"}
{"id":"b","claim":"x","label":"partial"}
{"id":"c","claim":"x","label":"unsupported"}
{"id":"d","claim":"x","label":"contradicted"}
`))
	if err != nil {
		t.Fatal(err)
	}
	want := []eval.ClaimItem{
		{ID: "a", Claim: "x", Evidence: []string{"y", "z"}, Label: "supported", Group: "g", Tags: []string{"t"}},
		{Claim: "no ID, evidence or label"},
		{ID: "b", Claim: "x", Label: "partial"}, {ID: "c", Claim: "x", Label: "unsupported"}, {ID: "d", Claim: "x", Label: "contradicted"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestReadClaimsLines(t *testing.T) {
	for _, c := range []struct{ why, line, want string }{
		{"cut off", `{"id":"b","claim":"x"`, "the line is not JSON"},
		{"a list", `[{"id":"b","claim":"x"}]`, "the line is a JSON array, not an object"},
		{"no claim", `{"id":"b","evidence":["x"]}`, `"claim" is missing or empty`},
		{"evidence that is no list", `{"claim":"x","evidence":"y"}`, `"evidence" is a JSON string, which it can't be`},
		{"evidence of no texts", `{"claim":"x","evidence":[7]}`, `"evidence" is a JSON number, which it can't be`},
		{"another data set's label", `{"claim":"x","label":"SUPPORTS"}`, `no label "SUPPORTS"`},
		{"a verdict that is about notes", `{"claim":"x","label":"miscited"}`, `no label "miscited"`},
		{"nobody labels undecided", `{"claim":"x","label":"undecided"}`, `no label "undecided"`},
		{"a long label is cut", `{"claim":"x","label":"` + strings.Repeat("é", 5000) + `"}`, `é…"`},
		{"not UTF-8", "{\"claim\":\"\xc3\"}", "the line is not UTF-8"},
		{"too long", `{"claim":"` + strings.Repeat("x", 4<<20) + `"}`, "the line is longer than 4194304 bytes"},
		{"an ID that was there", `{"id":"first","claim":"x"}`, `the ID "first" is that of line 1, too`},
	} {
		got, err := eval.ReadClaims("c.jsonl", strings.NewReader(`{"id":"first","claim":"x"}`+"\n"+c.line+"\n"+`{"id":"last","claim":"x"}`))
		if diff := cmp.Diff([]eval.ClaimItem{{ID: "first", Claim: "x"}, {ID: "last", Claim: "x"}}, got); diff != "" {
			t.Errorf("%s: claims (-want +got):\n%s", c.why, diff)
		}
		if says := messages(err); len(says) != 1 || !strings.HasPrefix(says[0], "c.jsonl:2: ") || !strings.Contains(says[0], c.want) || len(says[0]) > 200 {
			t.Errorf("%s: %.300v, want c.jsonl:2: … %s …", c.why, err, c.want)
		}
	}
}

// FuzzReadClaims checks that each line is read or told with its place, that what is read
// holds what the reader promises, and that it can be checked.
func FuzzReadClaims(f *testing.F) {
	f.Add(`{"id":"a","claim":"The lamp burned oil.","evidence":["The lamp burned whale oil."],"label":"supported","group":"g"}` + "\n{\n")
	f.Add("\ufeff{\"claim\":\"x\",\"evidence\":[null,\"\"]}\r\n\r\nnull\n[]\n7")
	f.Add(`{"id":"a","claim":"\ud800\u0000","label":"x"}` + "\n" + `{"id":"a","claim":"40","evidence":["41"]}` + "\n" + `{"id":"a","claim":"x"}`)
	f.Fuzz(func(t *testing.T, lines string) {
		items, err := eval.ReadClaims("f", strings.NewReader(lines))
		told := checkMessages(t, err)
		if n := len(items) + told; n > strings.Count(lines, "\n")+1 {
			t.Fatalf("%d claims and errors of fewer lines", n)
		}
		seen := map[string]bool{}
		for _, x := range items {
			if x.Claim == "" || x.ID != "" && seen[x.ID] {
				t.Fatalf("read %+v", x)
			}
			seen[x.ID] = true
		}
		r, err := eval.CheckClaims(t.Context(), items, eval.CheckOptions{})
		if err != nil {
			t.Fatal(err)
		}
		if len(r.Results) != len(items) || r.Items > len(items) || r.Items == 0 && len(items) > 0 {
			t.Fatalf("%d claims are %d, with %d results", len(items), r.Items, len(r.Results))
		}
		if err := r.WriteMarkdown(io.Discard); err != nil {
			t.Fatal(err)
		}
	})
}

// FuzzReadAnswersLines checks the same of answers, and that expected claims are spans.
func FuzzReadAnswersLines(f *testing.F) {
	f.Add(`{"id":"a","answer":"Größe.","expect":{"claims":[{"start":0,"end":4,"verdict":"supported"}]}}` + "\n" + `{"id":"a","answer":"x"}`)
	f.Add(`{"answer":"Größe.","expect":{"claims":[{"start":3,"end":4,"verdict":"supported"}]}}` + "\n\xff\n" + `{"answer":"","expect":{"verdict":"no_claim"}}`)
	f.Add("\ufeffnull\n" + `{"answer":"x","expect":{"answerable":null,"claims":[{"start":1e3}]}}`)
	f.Fuzz(func(t *testing.T, lines string) {
		answers, err := eval.ReadAnswers("f", strings.NewReader(lines))
		told := checkMessages(t, err)
		if n := len(answers) + told; n > strings.Count(lines, "\n")+1 {
			t.Fatalf("%d answers and errors of fewer lines", n)
		}
		seen := map[string]bool{}
		for _, a := range answers {
			if a.Answer == "" && a.Expect.Verdict != grounding.NoClaim || a.ID != "" && seen[a.ID] {
				t.Fatalf("read %+v", a)
			}
			seen[a.ID] = true
			for _, c := range a.Expect.Claims {
				if !utf8.ValidString(c.Of(a.Answer)) || c.IsEmpty() {
					t.Fatalf("%v is no span of %q", c.Span, a.Answer)
				}
			}
		}
	})
}

// checkMessages checks that each error has a place, in order, and is short; it returns
// how many there are.
func checkMessages(t *testing.T, err error) int {
	t.Helper()
	if err == nil {
		return 0
	}
	j, ok := err.(interface{ Unwrap() []error })
	if !ok {
		t.Fatalf("the errors are not joined: %v", err)
	}
	last := 0
	for _, e := range j.Unwrap() {
		d, ok := errors.AsType[*eval.DataError](e)
		if !ok || d.File != "f" || d.Line <= last || len(d.Error()) > 1000 || !utf8.ValidString(d.Error()) {
			t.Fatalf("%.300v behind line %d", e, last)
		}
		last = d.Line
	}
	return len(j.Unwrap())
}
