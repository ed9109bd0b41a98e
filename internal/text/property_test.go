package text_test

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"

	"github.com/footnote-go/footnote/internal/text"
)

// Alphabets of what the rules react to, so that short random strings meet many
// of them at once.
var (
	asciiPieces = []string{
		"a", "B", "s", "S", "x1", "1", "23", "456", "The", "she", "oil", "U", "ll", "Labour", "organised", "states",
		"'", "'s", "'LL", ".", ".", ",", ",", "-", "/", "_", " ", " ", "\n", "\x00", "$", "%", "@", "#",
	}
	accentPieces = []string{
		"é", "e\u0301", "Ü", "ñ", "o", "n\u0303\u0323", "ς", "ΛΌ", "ё", "Й", "한국", "क्ष", "س", "\u200d", "’", "’s", " ", "1", ".",
	}
	oddPieces = []string{
		"漢", "字", "か", "カ", "ー", "々", "か\u3099", "ｶﾞ", "ไทย", "ى", "\u0301", "\u0940", "\ufe0f", "\u20e3", "\U0001F600",
		"ﬁ", "１", "½", "²", "Ⅳ", "ﷺ", "\u2488", "\u00ad", "\u200b", "\ufeff", "\ufffd", "\xff", "\xe2", "\xe2\x80", "\xf0\x9f",
		strings.Repeat("long", 40), strings.Repeat("ж", 70), strings.Repeat("\u0301", 40),
	}
)

// randomText returns up to n pieces of the alphabets.
func randomText(random *rand.Rand, n int, alphabets ...[]string) string {
	var b strings.Builder
	for range random.IntN(n + 1) {
		pieces := alphabets[random.IntN(len(alphabets))]
		b.WriteString(pieces[random.IntN(len(pieces))])
	}
	return b.String()
}

// checkTokens fails unless the tokens of s are what the package promises.
func checkTokens(t *testing.T, s string) {
	t.Helper()
	var a text.Analyzer
	tokens := a.Append(nil, s)
	before := text.Token{Start: -1}
	for _, x := range tokens {
		switch {
		case x.Start < 0 || x.End > len(s) || x.Start >= x.End:
			t.Fatalf("%q: span of %+v", s, x)
		case x.Start <= before.Start || x.End <= before.End:
			t.Fatalf("%q: %+v behind %+v", s, x, before)
		case x.Term == "" || len(x.Term) > text.MaxTerm || !utf8.ValidString(x.Term):
			t.Fatalf("%q: term %q", s, x.Term)
		}
		first, _ := utf8.DecodeRuneInString(s[x.Start:x.End])
		last, _ := utf8.DecodeLastRuneInString(s[x.Start:x.End])
		if !unicode.IsLetter(first) && !unicode.IsNumber(first) {
			t.Fatalf("%q: span %q starts in front of the word", s, s[x.Start:x.End])
		}
		if !unicode.In(last, unicode.L, unicode.N, unicode.M) {
			t.Fatalf("%q: span %q ends behind the word", s, s[x.Start:x.End])
		}
		before = x
	}
	var terms []text.Token
	for _, w := range a.AppendWords(nil, s) {
		if !w.IsStop() {
			terms = append(terms, w.Token)
		}
	}
	if diff := cmp.Diff(tokens, terms); diff != "" {
		t.Fatalf("%q: -tokens +words with a term\n%s", s, diff)
	}
	if diff := cmp.Diff(tokens, a.Append(nil, s)); diff != "" {
		t.Fatalf("%q: the same Analyzer again: -first +second\n%s", s, diff)
	}
}

func TestTokensAreValid(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 20_000 {
		checkTokens(t, randomText(random, 20, asciiPieces, accentPieces, oddPieces))
	}
	for range 20 {
		checkTokens(t, randomText(random, 5_000, asciiPieces, accentPieces, oddPieces))
	}
}

// TestAnalyzerIsReused checks that what an Analyzer remembers changes nothing.
func TestAnalyzerIsReused(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	var used text.Analyzer
	for range 10_000 {
		s := randomText(random, 20, asciiPieces, accentPieces, oddPieces)
		if diff := cmp.Diff(analyze(s), used.Append(nil, s)); diff != "" {
			t.Fatalf("%q: -fresh +used\n%s", s, diff)
		}
	}
}

// TestAnalyzerForgets has more distinct words than an Analyzer remembers.
func TestAnalyzerForgets(t *testing.T) {
	var a text.Analyzer
	random := rand.New(rand.NewPCG(5, 6))
	for range 100_000 {
		word := string([]byte{'q', byte('a' + random.IntN(26)), 'q', byte('a' + random.IntN(26)), 'q', byte('a' + random.IntN(26)), byte('0' + random.IntN(10))})
		if got := a.Append(nil, word); len(got) != 1 || got[0].Term != word {
			t.Fatalf("%q gives %v", word, got)
		}
	}
}

// TestLinesAreIndependent checks that a line doesn't change the tokens of the
// next.
func TestLinesAreIndependent(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 8))
	for range 10_000 {
		above := randomText(random, 15, asciiPieces, accentPieces, oddPieces)
		below := randomText(random, 15, asciiPieces, accentPieces, oddPieces)
		want := analyze(above)
		for _, x := range analyze(below) {
			x.Start += len(above) + 1
			x.End += len(above) + 1
			want = append(want, x)
		}
		if diff := cmp.Diff(want, analyze(above+"\n"+below)); diff != "" {
			t.Fatalf("%q, %q: -apart +together\n%s", above, below, diff)
		}
	}
}

func TestCaseMakesNoDifference(t *testing.T) {
	random := rand.New(rand.NewPCG(9, 10))
	for range 10_000 {
		s := randomText(random, 15, asciiPieces)
		if diff := cmp.Diff(analyze(strings.ToLower(s)), analyze(strings.ToUpper(s))); diff != "" {
			t.Fatalf("%q: -lower +upper\n%s", s, diff)
		}
	}
}

func TestCompositionMakesNoDifference(t *testing.T) {
	random := rand.New(rand.NewPCG(11, 12))
	for range 10_000 {
		s := randomText(random, 15, accentPieces)
		if diff := cmp.Diff(termsOf(analyze(norm.NFC.String(s))), termsOf(analyze(norm.NFD.String(s)))); diff != "" {
			t.Fatalf("%q: -composed +decomposed\n%s", s, diff)
		}
	}
}
