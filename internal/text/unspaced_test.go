package text_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/internal/text"
)

func TestAppendPairs(t *testing.T) {
	for _, test := range []struct {
		in     string
		want   []text.Token
		reason string
	}{
		{"水", []text.Token{{"水", 0, 3}}, "one character alone"},
		{"北京", []text.Token{{"北京", 0, 6}}, "one pair"},
		{"北京市", []text.Token{{"北京", 0, 6}, {"京市", 3, 9}}, "pairs overlap"},
		{"北京。市", []text.Token{{"北京", 0, 6}, {"市", 9, 12}}, "punctuation ends a run"},
		{"ひらカタ漢", []text.Token{{"ひら", 0, 6}, {"らカ", 3, 9}, {"カタ", 6, 12}, {"タ漢", 9, 15}}, "kana and Han are one run"},
		{"データ", []text.Token{{"デー", 0, 6}, {"ータ", 3, 9}}, "the long vowel mark is in the run"},
		{"ｶｰ", []text.Token{{"ｶｰ", 0, 6}}, "so is the half-width one"},
		{"人々", []text.Token{{"人々", 0, 6}}, "so is the iteration mark"},
		{"二〇二五", []text.Token{{"二〇", 0, 6}, {"〇二", 3, 9}, {"二五", 6, 12}}, "so is the ideographic zero"},
		{"北㋙京", []text.Token{{"北", 0, 3}, {"京", 6, 9}}, "a circled character is a sign and ends a run"},
		{"iPhone手机", []text.Token{{"iphon", 0, 6}, {"手机", 6, 12}}, "Latin before Han"},
		{"手机iPhone", []text.Token{{"手机", 0, 6}, {"iphon", 6, 12}}, "Latin behind Han"},
		{"3月", []text.Token{{"3", 0, 1}, {"月", 1, 4}}, "a number before Han"},
		{"dog'水", []text.Token{{"dog", 0, 3}, {"水", 4, 7}}, "an apostrophe before Han ends the word"},
		{"dog’水", []text.Token{{"dog", 0, 3}, {"水", 6, 9}}, "a curly one too"},
		{"dog\u00ad水", []text.Token{{"dog", 0, 3}, {"水", 5, 8}}, "and an invisible character"},
		{"𠮷野", []text.Token{{"𠮷野", 0, 7}}, "characters of four bytes"},
		{"한국水", []text.Token{{"한국", 0, 6}, {"水", 6, 9}}, "Hangul has spaces and isn't paired"},
	} {
		if diff := cmp.Diff(test.want, analyze(test.in)); diff != "" {
			t.Errorf("%q (%s): -want +got\n%s", test.in, test.reason, diff)
		}
	}
}
