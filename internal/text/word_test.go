package text_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/footnote-go/footnote/internal/text"
)

func TestWords(t *testing.T) {
	type word struct{ Written, Folded, Term string }
	for _, test := range []struct {
		s, reason string
		want      []word
	}{
		{"Who licensed Llama's weights?", "stop words are there, possessives are not folded in",
			[]word{{"Who", "who", ""}, {"licensed", "licensed", "licens"}, {"Llama's", "llama", "llama"}, {"weights", "weights", "weight"}}},
		{"U.S. café 3.5", "inner punctuation and accents",
			[]word{{"U.S", "us", "us"}, {"café", "cafe", "cafe"}, {"3.5", "3.5", "3.5"}}},
		{"北京データ", "pairs of a run", []word{{"北京", "北京", "北京"}, {"京デ", "京デ", "京デ"}, {"デー", "デー", "デー"}, {"ータ", "ータ", "ータ"}}},
		{" … ", "nothing", nil},
	} {
		var a text.Analyzer
		var got []word
		for _, w := range a.AppendWords(nil, test.s) {
			got = append(got, word{test.s[w.Start:w.End], w.Folded, w.Term})
			if w.IsStop() != (w.Term == "") {
				t.Errorf("%+v: IsStop %v", w, w.IsStop())
			}
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (%s): -want +got\n%s", test.s, test.reason, diff)
		}
	}
}

// TestSeen: each word is told of once at least, with its term.
func TestSeen(t *testing.T) {
	seen := map[string]string{}
	a := text.Analyzer{Seen: func(word, term string) { seen[word] = term }}
	a.Append(nil, "The licence and the Licences")
	want := map[string]string{"The": "", "the": "", "and": "", "licence": "licens", "Licences": "licens"}
	if diff := cmp.Diff(want, seen); diff != "" {
		t.Errorf("-want +got\n%s", diff)
	}
}
