package index

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"github.com/footnote-go/footnote/internal/costtest"
)

func TestCleanQuestions(t *testing.T) {
	long := strings.Repeat("x", MaxQuestionBytes)
	for _, tt := range []struct {
		name        string
		given, want []string
		why         string
	}{
		{"plain", []string{"Who dances?", "Why?"}, []string{"Who dances?", "Why?"}, "left as they are"},
		{"nothing", nil, nil, "no questions are no error"},
		{"white space", []string{"  Who \t dances? ", "", "   "}, []string{"Who dances?"}, "folded; empty ones out"},
		{"one text", []string{"1. Who dances?\r\n2. Why?\n\n3) Where?"}, []string{"Who dances?", "Why?", "Where?"}, "models give one text with a list"},
		{"numbering", []string{"1. A?", "(2) B?", "3: C?", "104) D?", "Q5: E?", "q: F?", "Q. G?"}, []string{"A?", "B?", "C?", "D?", "E?", "F?", "G?"}, "lists are numbered in many ways"},
		{"bullets", []string{"- A?", "* B?", "• C?", "– D?", "- 3. E?"}, []string{"A?", "B?", "C?", "D?", "E?"}, "also one before a number"},
		{"numbers", []string{"3.5 million of what?", "2024 was when?", "700 million users?", "1999. What then?", "Q3 revenue?", "-5 degrees?", "4.2?"},
			[]string{"3.5 million of what?", "2024 was when?", "700 million users?", "1999. What then?", "Q3 revenue?", "-5 degrees?", "4.2?"}, "a number that belongs to the question stays"},
		{"quotation marks", []string{`"A?"`, "“B?”", "**C?**", "1. \"D?\"", "`E?`", "*F?*"}, []string{"A?", "B?", "C?", "D?", "E?", "F?"}, "a question is not a quotation"},
		{"quotation marks inside", []string{`Who says "open"?`, `"Open" or "free"`, `*`, `""`}, []string{`Who says "open"?`, `"Open" or "free"`}, "left where they mean something"},
		{"introduction", []string{"Here are two questions:", "Who dances?", "```", "```json", "---", "???", "##"}, []string{"Who dances?"}, "what is no question"},
		{"repeated", []string{"Who dances?", "WHO  dances?", "- who dances?", "ÄRGER?", "ärger?"}, []string{"Who dances?", "ÄRGER?"}, "in any case, after cleaning"},
		{"control characters", []string{"Who\x00 dan\x1b[31mces?", "\x07", "a\u0085b"}, []string{"Who dan [31mces?", "a", "b"}, "no terminal sees them"},
		{"invisible characters", []string{"\ufeffWho\u200b \u202edances\u2066?"}, []string{"Who dances?"}, "no direction is changed"},
		{"joiners", []string{"می\u200cخواهم?"}, []string{"می\u200cخواهم?"}, "part of how Persian is written"},
		{"invalid", []string{"Who\xff dances\xc3?", "\xff\xfe"}, []string{"Who dances?"}, "bytes that are no UTF-8 are left out"},
		{"length", []string{long, long + "x"}, []string{long}, "half a question is none"},
		{"hostile", []string{"$(rm -rf /)", "'; DROP TABLE x; --", `{"passage":"x"}`, "<script>alert(1)</script>"},
			[]string{"$(rm -rf /)", "'; DROP TABLE x; --", `{"passage":"x"}`, "<script>alert(1)</script>"}, "only text, which nothing runs"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			got := cleanQuestions(tt.given, 0)
			if diff := cmp.Diff(tt.want, got, cmpopts.EquateEmpty()); diff != "" {
				t.Errorf("%s: -want +got\n%s", tt.why, diff)
			}
			if again := cleanQuestions(got, 0); !slices.Equal(got, again) {
				t.Errorf("cleaned again: %q", again)
			}
		})
	}
}

func TestCleanQuestionsMost(t *testing.T) {
	var given []string
	for i := range 100 {
		given = append(given, fmt.Sprintf("Question %d?", i))
	}
	for most, want := range map[int]int{0: MaxQuestions, -1: MaxQuestions, 3: 3, MaxQuestions: MaxQuestions, 99: MaxQuestions} {
		if got := cleanQuestions(given, most); !slices.Equal(got, given[:want]) {
			t.Errorf("%d: %d questions, want the first %d", most, len(got), want)
		}
	}
}

func TestCleanQuestionsIsLinear(t *testing.T) {
	for _, unit := range []string{"- ", "1. ", "**", "\"'", "a\n", "\u200b", "> \"", "Q: "} {
		costtest.Linear(t, fmt.Sprintf("%q repeated", unit), 1<<12, func(n int) func() {
			in := []string{strings.Repeat(unit, n/len(unit))}
			return func() { cleanQuestions(in, 0) }
		})
	}
}

func FuzzCleanQuestions(f *testing.F) {
	f.Add("1. Who dances?\n- \"Why?\"")
	f.Add("\x00\xff(3) **x**\u2028\u202e")
	f.Fuzz(func(t *testing.T, s string) {
		got := cleanQuestions([]string{s, s}, 0)
		seen := map[string]bool{}
		for _, q := range got {
			bad := func(r rune) bool { return unicode.IsControl(r) || endsQuestion(r) }
			if q == "" || len(q) > MaxQuestionBytes || !utf8.ValidString(q) || strings.ContainsFunc(q, bad) || seen[strings.ToLower(q)] {
				t.Errorf("%q gives %q", s, q)
			}
			seen[strings.ToLower(q)] = true
		}
		if again := cleanQuestions(got, 0); !slices.Equal(got, again) {
			t.Errorf("%q gives %q, and that %q", s, got, again)
		}
	})
}
