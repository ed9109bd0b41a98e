package thesaurus_test

import (
	"slices"
	"testing"

	"github.com/footnote-go/footnote/internal/thesaurus"
)

func TestRelated(t *testing.T) {
	for _, test := range []struct{ key, want, reason string }{
		{"danger", "peril", "a synonym"},
		{"fail", "failur", "a word derived from it"},
		{"give up", "abandon", "an expression"},
		{"decis", "decid", "derived the other way"},
	} {
		if got := thesaurus.Related(test.key); !slices.Contains(got, test.want) {
			t.Errorf("%q (%s): %q is not among %q", test.key, test.reason, test.want, got)
		}
	}
	for _, key := range []string{"", "zzyzx", "give  up", "\xff", "give up the ghost now"} {
		if got := thesaurus.Related(key); got != nil || thesaurus.Knows(key) {
			t.Errorf("%q is known, with %q", key, got)
		}
	}
	if !thesaurus.Knows("strawberri") {
		t.Error("a word without synonyms isn't known")
	}
}

func TestClose(t *testing.T) {
	for _, pair := range [][2]string{{"firm", "compani"}, {"compani", "firm"}, {"chief execut", "ceo"}, {"lawmak", "legisl"}} {
		if got := thesaurus.Close(pair[0]); !slices.Contains(got, pair[1]) {
			t.Errorf("%q is not among %q of %q", pair[1], got, pair[0])
		}
	}
	if got := thesaurus.Close("zzyzx"); got != nil {
		t.Errorf("an unknown key has %q", got)
	}
}

func TestKeyOf(t *testing.T) {
	for s, want := range map[string]string{"Licences": "licens", "give up": "give up", "the": "", "": "", "red-teaming": "red team"} {
		if got := thesaurus.KeyOf(s); got != want {
			t.Errorf("KeyOf(%q) = %q, want %q", s, got, want)
		}
	}
}
