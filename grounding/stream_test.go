package grounding_test

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/corpus/cite"
	"github.com/footnote-go/footnote/grounding"
)

// streamed are answers that a stream has to cut where Check does.
var streamed = []struct{ reason, text string }{
	{"nothing", ""},
	{"one claim", "The Skarrow Ferry opened in May 1887.[^3]"},
	{"marks after the stop, apart from it", "The Skarrow Ferry opened in May 1887. [^3] [^1] Storms sank the Marigold in November 1902. [^4]"},
	{"marks before the stop", "The Skarrow Ferry opened in May 1887 [3]. Storms sank the Marigold in November 1902 [4]. It opened before."},
	{"clauses", "The Plover was built in Bergen,[^9] and the council replaced the last steamship with the Tern in 1968.[^7]"},
	{"abbreviations", "Dr. Smith of the U.S. Coast Guard visited Dunmore at 5 p.m. on 3 May. Mr. J. R. Calder Jr. saw approx. 40 cars there. They left."},
	{"numbers", "It cost 4.5 million. It has 2 ships. In 2019 it carried 412,000 passengers. Then it rested."},
	{"brackets", "The ferry (it opened in May 1887. It was small.) sank in 1902. Storms sank the Marigold in November 1902.[^4]"},
	{"quotations", "Ines Calder said: “We have waited for this ship for twenty years. We will not wait.” The Skarrow Ferry opened in May 1887.[^3] She left \"at once. And so on it went\" after that."},
	{"paragraphs", "The Skarrow Ferry opened in May 1887.[^3]\n\nStorms sank the Marigold in November 1902.[^4]\n\n[^4]\n\nThe fleet consists of two ships.[^9]"},
	{"lines", "The Skarrow Ferry opened in May 1887[^3]\r\nand went to Dunmore.\r\n\r\nStorms sank the Marigold in November 1902.[^4]"},
	{"list", "There are these:\n- The Skarrow Ferry opened in May 1887[^3]\n- Storms sank the Marigold in November 1902[^4]\n1. The fleet consists of two ships\n2. Dogs are not allowed in the saloon"},
	{"table", "The ships:\n\n| Ship | Cost |\n|---|---|\n| The Plover cost £4.5 million | it was built in Bergen[^9] |\n| Gannet | £6.2 million [^9] |\n\nThe fleet consists of two ships."},
	{"table after a line", "The fleet consists of two ships\n| The Plover of Bergen | it was built there |\n|---|---|\n| a cell of words | another cell of words |\n"},
	{"headings", "# The ferry opened in 1887 under the company\n\nThe service opened in May 1887 under the Dunmore Steam Company.[^3]\n\n## Ships\nThe fleet consists of two ships.[^9]"},
	{"code", "The fleet consists of two ships.[^9]\n\n```\nThe ferry opened in 1999. It is so here. It is green.\nx := 1\n```\n\nThe Skarrow Ferry opened in May 1887.[^3]"},
	{"code that doesn't end", "The fleet consists of two ships.[^9]\n\n```\nThe ferry opened in 1999. It is so here. It is green.\n"},
	{"block quote", "> We have waited for this ship for twenty years,\n> and we will not wait another twenty.[^14]\n\nThe fleet consists of two ships.[^9]"},
	{"definitions", "The fleet consists of two ships.[^1]\n\n[^1]: The list of ships says that there are two. It was made in 2023.\n\nThe Skarrow Ferry opened in May 1887.[^3]"},
	{"markup", "**The fleet** consists of *two ships*.[^9] See [the list. It is long](https://example.org/a.b) for more. `The Plover` was built in Bergen.<sup>9</sup> And so it is."},
	{"lenticular and superscript", "The fleet consists of two ships.【9†source】 The Skarrow Ferry opened in May 1887.³ Storms sank the Marigold in 1902. ferry^4 The end came then."},
	{"ellipsis", "It was so … And then it sank... The fleet consists of two ships?! Yes, it does so."},
	{"no stops", "the fleet consists of two ships and the plover was built in bergen and so on"},
	{"not UTF-8", "The fl\xffeet consists of two ships.[^9] The \xe2\x80 Skarrow Ferry opened in May 1887.[^3]"},
	{"refusal", "The article does not say that. The fleet consists of two ships.[^9]"},
	{"marks at the head", "[^9] The fleet consists of two ships. [3] The Skarrow Ferry opened in May 1887."},
}

// chunkings cut a text into what is written at once.
var chunkings = map[string]func(string) []string{
	"at once": func(s string) []string { return []string{s} },
	"byte by byte": func(s string) []string {
		var out []string
		for i := range len(s) {
			out = append(out, s[i:i+1])
		}
		return out
	},
	"word by word": func(s string) []string { return strings.SplitAfter(s, " ") },
	"line by line": func(s string) []string { return strings.SplitAfter(s, "\n") },
	"by seven":     func(s string) []string { return pieces(s, 7) },
}

func pieces(s string, n int) []string {
	var out []string
	for ; len(s) > n; s = s[n:] {
		out = append(out, s[:n])
	}
	return append(out, s)
}

// stream writes pieces of text and returns what was handed out, and the report.
func stream(t testing.TB, c *grounding.Checker, a grounding.Answer, pieces []string) ([]grounding.Claim, grounding.Report) {
	t.Helper()
	s := c.Stream(a)
	var out []grounding.Claim
	for _, p := range pieces {
		claims, err := s.Write(t.Context(), p)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, claims...)
	}
	rest, r, err := s.Close(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return append(out, rest...), r
}

func toJSON(t testing.TB, v any) string {
	t.Helper()
	out, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

// TestStream: however an answer comes, its report is that of Check, and each of its
// claims is handed out once, in order.
func TestStream(t *testing.T) {
	for _, scope := range []grounding.MarkScope{grounding.Sentence, grounding.Paragraph} {
		c := newChecker(t, ferry(), grounding.Options{MarkScope: scope})
		for _, tt := range streamed {
			want := check(t, c, grounding.Answer{ID: "a", Text: tt.text})
			for name, cut := range chunkings {
				claims, got := stream(t, c, grounding.Answer{ID: "a"}, cut(tt.text))
				if diff := cmp.Diff(toJSON(t, want), toJSON(t, got)); diff != "" {
					t.Errorf("%s, %s: report (-Check +Close):\n%s", tt.reason, name, diff)
				}
				sameClaims(t, tt.reason+", "+name, want.Claims, claims)
			}
		}
	}
}

func sameClaims(t *testing.T, name string, want, got []grounding.Claim) {
	t.Helper()
	short := func(list []grounding.Claim) (out []string) {
		for _, c := range list {
			out = append(out, toJSON(t, c.Span)+" "+c.Text)
		}
		return out
	}
	if diff := cmp.Diff(short(want), short(got)); diff != "" {
		t.Errorf("%s: claims (-report +handed out):\n%s", name, diff)
	}
}

// TestStreamSettles: a claim is handed out when the next has begun, with all that
// belongs to it.
func TestStreamSettles(t *testing.T) {
	s := ferryChecker().Stream(grounding.Answer{Text: "The fleet consists of two ships.[^9] "})
	for _, tt := range []struct {
		write string
		want  int
		why   string
	}{
		{"The Skarrow Ferry opened in", 1, "the next has begun"},
		{" May 1887. ", 0, "a mark may follow"},
		{"[^3] ", 0, "another may"},
		{"Storms sank the Marigold ", 1, "the next has begun"},
		{"in November 1902.[^4]\n\n", 0, "a mark may stand alone in the next block"},
		{"It was a bad night.\n\nThe Plover was built", 2, "two at once"},
	} {
		claims, err := s.Write(t.Context(), tt.write)
		if err != nil {
			t.Fatal(err)
		}
		if len(claims) != tt.want {
			t.Errorf("%q: %d claims, want %d: %s", tt.write, len(claims), tt.want, tt.why)
		}
		for _, c := range claims {
			if c.Verdict == grounding.Supported && c.Citation != grounding.CitationOK {
				t.Errorf("%q: handed out without its mark: %s", c.Text, c.Citation)
			}
		}
	}
	rest, r, err := s.Close(t.Context())
	if err != nil || len(rest) != 1 || len(r.Claims) != 5 {
		t.Errorf("Close: %d claims, %d in the report, %v", len(rest), len(r.Claims), err)
	}
}

// TestStreamLong: the claims of a long answer are those of its report, and one isn't
// read again for each that follows.
func TestStreamLong(t *testing.T) {
	const sentence = "The Skarrow Ferry opened in May 1887.[^3] It carried 412,000 passengers in 2019.[^2]"
	for name, sep := range map[string]string{"one paragraph": " ", "lines of a list": "\n- ", "paragraphs": "\n\n"} {
		text := strings.Repeat(sentence+sep, 150)
		claims, r := stream(t, ferryChecker(), grounding.Answer{}, strings.SplitAfter(text, " "))
		sameClaims(t, name, r.Claims, claims)
		for i, c := range claims {
			if i < len(r.Claims) && c.Verdict != r.Claims[i].Verdict {
				t.Errorf("%s: claim %d is %s, in the report %s", name, i, c.Verdict, r.Claims[i].Verdict)
			}
		}
	}
}

// TestStreamAttributions: citations beside the answer are known from the start.
func TestStreamAttributions(t *testing.T) {
	const text = "The Skarrow Ferry opened in May 1887. Storms sank the Marigold in November 1902. It was so."
	a := grounding.Answer{Citations: []grounding.Attribution{
		{Span: cite.Span{Start: 0, End: 37}, Citation: citationOf(t, "opened in May 1887")},
		{Span: cite.Span{Start: 38, End: 80}, Citation: citationOf(t, "Storms sank")},
	}}
	claims, _ := stream(t, ferryChecker(), a, strings.SplitAfter(text, " "))
	for _, c := range claims[:2] {
		if c.Citation != grounding.CitationOK {
			t.Errorf("%q: %s", c.Text, c.Citation)
		}
	}
}

// TestStreamError: what could not be checked is handed out by the next Write.
func TestStreamError(t *testing.T) {
	s := ferryChecker().Stream(grounding.Answer{Context: []cite.PassageID{"ferry#nowhere.1"}})
	var unknown *grounding.UnknownPassageError
	if _, err := s.Write(t.Context(), "The fleet consists of two ships. The Plover was built in Bergen."); !errors.As(err, &unknown) {
		t.Errorf("Write: %v", err)
	}
	if _, _, err := s.Close(t.Context()); !errors.As(err, &unknown) {
		t.Errorf("Close: %v", err)
	}
}
