package main

import (
	"strings"
	"testing"
	"time"
)

// unanswered marks a question that some passage shares a word with, but that ask
// doesn't take for answered.
const unanswered = -1

// TestQuestions asks what no one should ask: the command ends soon, with an answer
// or with "nothing found".
func TestQuestions(t *testing.T) {
	for _, c := range []struct {
		name, question string
		want           int // unanswered: nothing from ask, passages from the others
	}{
		{"100,000 characters", strings.Repeat("existential risk and so on, ", 3572), exitOK},
		{"one word of 100,000 characters", strings.Repeat("licence", 14286), exitNothing},
		{"100,000 distinct words", distinctWords(20000), exitNothing},
		{"stop words", "is it of the and to be", exitNothing},
		{"punctuation", "?!.,;:-–—…'\"()[]{}<>|\\/@#$%^&*_=+~`", exitNothing},
		{"Chinese", "开源战略的风险是什么？", exitNothing},
		{"Chinese and a name", "Llama 的风险", unanswered},
		{"Arabic", "ما هي مخاطر المصادر المفتوحة؟", exitNothing},
		{"emoji", "👩‍💻🔥", exitNothing},
		{"operators", `+llama -risk "open weights`, exitOK},
		{"a regular expression", `/.*/`, exitNothing},
		{"a slow regular expression", `/(a+)+$/ /[^q]*y?/`, exitNothing},
		{"fuzzy", "llama~", exitOK},
		{"a tilde", "~", exitNothing},
		{"a boost", "llama^5", exitOK},
		{"a field", "heading:llama", exitOK},
		{"an unknown field", "_id:*", exitNothing},
		{"a wildcard", "*", exitNothing},
		{"a range", "date:>2023-01-01 [* TO *]", unanswered},
		{"no UTF-8", "llama \xff\xfe", exitOK},
		{"control characters", "llama\x00\x1b[31m", unanswered},
		{"a byte order mark", "\ufeffllama", exitOK},
		{"JSON", `{"match_all":{}}`, exitOK},
		{"empty", "", exitUsage},
		{"white space", " \t\n\u00a0\u2003", exitUsage},
	} {
		t.Run(c.name, func(t *testing.T) {
			for _, command := range []string{"ask", "search", "context"} {
				want := c.want
				if want == unanswered {
					want = exitOK
					if command == "ask" {
						want = exitNothing
					}
				}
				for _, flag := range []string{"--json=false", "--json"} {
					start := time.Now()
					code, _, _ := runCommand(t, nil, command, flag, "--", c.question)
					if code != want {
						t.Errorf("%s %s: exit code %d, want %d", command, flag, code, want)
					}
					if took := time.Since(start); took > 10*time.Second {
						t.Errorf("%s %s took %v", command, flag, took)
					}
				}
			}
		})
	}
}

// distinctWords returns words that no article has.
func distinctWords(n int) string {
	var b strings.Builder
	for i := range n {
		b.WriteString("qx")
		for k := i; k > 0; k /= 20 {
			b.WriteByte("bcdfghjklmnpqrstvwxz"[k%20])
		}
		b.WriteByte(' ')
	}
	return b.String()
}
