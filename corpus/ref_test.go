package corpus_test

import (
	"testing"

	"github.com/footnote-go/footnote/corpus"
	"github.com/footnote-go/footnote/corpus/cite"
)

func TestFootnoteRef(t *testing.T) {
	for _, tt := range []struct{ reason, given, want string }{
		{"a label", "4", "^4"},
		{"as a mark names it", "^4", "^4"},
		{"a mark", "[^4]", "^4"},
		{"with its article", "bees^4", "bees^4"},
		{"the same as a mark", "[bees^4]", "bees^4"},
		{"half a bracket is none", "[4", "^[4"},
		{"nothing", "", "^"},
	} {
		if got := corpus.FootnoteRef(tt.given); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestPlace(t *testing.T) {
	for id, want := range map[cite.PassageID]string{
		"bees#dance.1":   "dance.1",
		"bees#dance.1.2": "dance.1.2",
		"bees":           "",
		"bees#a#b":       "a#b",
		"":               "",
	} {
		if got := id.Place(); got != want {
			t.Errorf("%q: %q, want %q", id, got, want)
		}
	}
}
