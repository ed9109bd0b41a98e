package number_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/footnote-go/footnote/internal/number"
)

// pieces are what numbers and dates are made of, and what may spoil them.
var pieces = strings.Split(`0|1|5|12|23|47|256|700|1047|2024|2025|189,719|1.234.567|3.5|.5|007|99999999999999999999|10^26|e9|`+
	`a|an|one|two|nineteen|twenty|hundred|thousand|million|billion|dozen|decade|half|quarter|quarters|third|thirds|and|of|in|out of|to|`+
	`m|M|bn|B|k|T|x|%|percent|per cent|$|US$|€|USD|dollars|pounds|times|fold|factor of|between|from|`+
	`July|may|Mar.|summer|early|mid|end of|the|first|23rd|century|Q3|H1|FY|s|'s|’|present|now|until|`+
	`about|~|more than|at least|up to|or more|+|>|=|users|commits|new|`+
	`v|SB|GPT|Llama|Section|p.|No.|§|#|[^4]|[4, 7]|[|]|https://|www.|.org/|@|_|`+
	`-|–|—|−|/|:|.|,|;|(|)|×|½|²⁵|{|}|【|】|漢|é| |  |`+"\n|\n\n|\u00a0|\u2009|\xff|\u00ad", "|")

func randomText(random *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(pieces[random.IntN(len(pieces))])
		if random.IntN(3) > 0 {
			b.WriteByte(' ')
		}
	}
	return b.String()
}

func FuzzAppend(f *testing.F) {
	for _, seed := range []string{
		"",
		"More than 700 million users and $1–3 billion in July 2024, or 25% of 189,719 commits since mid-2023.",
		"two hundred and fifty-six, one and a half million, a quarter of a million, one in four, twenty twenty-four",
		"Llama 3.1 405B, SB 1047, v1.1, GPT-4, 2023-02-29, 23.07.2024, 07/23/2024, Q3 '24, the 1990s [^4] https://a.org/1",
	} {
		f.Add(seed)
	}
	random := rand.New(rand.NewPCG(17, 18))
	for range 100 {
		f.Add(randomText(random, 30))
	}
	f.Fuzz(checkMentions)
}

func TestRandomTexts(t *testing.T) {
	random := rand.New(rand.NewPCG(19, 20))
	for range 20_000 {
		checkMentions(t, randomText(random, 12))
	}
}

// checkMentions checks what holds for every text.
func checkMentions(t *testing.T, s string) {
	before := number.Mention{Label: "kept"}
	all := number.Append([]number.Mention{before}, s)
	if all[0] != before {
		t.Fatalf("%q: what was there is lost", s)
	}
	end := 0
	for _, m := range all[1:] {
		text := s[m.Start:m.End]
		switch {
		case m.Start < end || m.End <= m.Start || m.End > len(s):
			t.Fatalf("%q: a mention at %d:%d, behind one that ends at %d", s, m.Start, m.End, end)
		case utf8.ValidString(s) && !utf8.ValidString(text), text != strings.TrimSpace(text):
			t.Fatalf("%q: the mention %q begins or ends within a character or with a space", s, text)
		case m.Kind < number.KindNumber || m.Kind > number.KindLabel:
			t.Fatalf("%q: %q has the kind %v", s, text, m.Kind)
		case m.Min.Compare(m.Max) > 0:
			t.Fatalf("%q: %q is a range from %v to %v", s, text, m.Min, m.Max)
		case (m.Kind == number.KindMoney) != (m.Currency != ""), (m.Kind == number.KindDate) != !m.From.IsZero(),
			(m.Kind == number.KindLabel) != (m.Label != ""):
			t.Fatalf("%q: %q lacks something, or has too much: %+v", s, text, m)
		case m.Kind == number.KindDate && (m.Min != number.Value{} || m.Max != number.Value{}):
			t.Fatalf("%q: the date %q has a value", s, text)
		}
		end = m.End
		checkTokens(t, m)
	}
}

// checkTokens checks that the tokens of a mention are terms: each different, the
// first that of the mention, none with a space or a capital.
func checkTokens(t *testing.T, m number.Mention) {
	seen := map[string]bool{}
	for i, token := range m.AppendTokens(nil) {
		if i == 0 && token != m.Token() || seen[token] || len(token) < 2 || token[0] != '=' ||
			strings.ContainsAny(token, " \n") || strings.ToLower(token) != token {
			t.Fatalf("%+v has the tokens %q", m, m.AppendTokens(nil))
		}
		seen[token] = true
	}
}

// TestSpansStand: a mention alone, without what stands around it, is the same number
// or date wherever it needs no context to be one.
func TestSpansStand(t *testing.T) {
	for _, forms := range groups {
		for _, form := range forms {
			for _, m := range number.Append(nil, "It was "+form+", they said.") {
				text := ("It was " + form)[m.Start:m.End]
				again := number.Append(nil, text)
				if m.Kind == number.KindLabel || m.Kind == number.KindFactor || strings.Contains(text, "/") || strings.Contains(form, "between") {
					continue // what stands around it makes it so
				}
				if len(again) != 1 || again[0].Min != m.Min || again[0].From != m.From || again[0].To != m.To {
					t.Errorf("%q in %q is %v, but alone %v", text, form, m, again)
				}
			}
		}
	}
}
