package cite_test

import (
	"math"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/cite"
)

func TestPassageID(t *testing.T) {
	for _, tt := range []struct {
		reason, id, article, section string
		block, part                  int
	}{
		{"a whole block", "bees#honey.2", "bees", "honey", 2, 0},
		{"a part of a block", "bees#honey.2.13", "bees", "honey", 2, 13},
		{"hyphens and digits in both slugs", "bees-2#top-2.1", "bees-2", "top-2", 1, 0},
		{"another script", "蜂#はちみつ.1", "蜂", "はちみつ", 1, 0},
	} {
		id, err := cite.ParsePassageID(tt.id)
		if err != nil {
			t.Errorf("%s: %v", tt.reason, err)
			continue
		}
		if id.Article() != tt.article || id.Section() != tt.section || id.Block() != tt.block || id.Part() != tt.part {
			t.Errorf("%s: %s is read as %q, %q, %d, %d", tt.reason, id, id.Article(), id.Section(), id.Block(), id.Part())
		}
		if got := cite.NewPassageID(tt.article, tt.section, tt.block, tt.part); string(got) != tt.id {
			t.Errorf("%s: NewPassageID = %s, want %s", tt.reason, got, tt.id)
		}
	}
	for _, tt := range []struct{ reason, id string }{
		{"empty", ""},
		{"no section", "bees"},
		{"no block", "bees#honey"},
		{"no article", "#honey.1"},
		{"an empty section", "bees#.1"},
		{"block 0", "bees#honey.0"},
		{"part 0", "bees#honey.1.0"},
		{"a leading zero: one passage has one ID", "bees#honey.01"},
		{"a sign", "bees#honey.+1"},
		{"a minus", "bees#honey.-1"},
		{"no number", "bees#honey.x"},
		{"a number too large", "bees#honey.99999999999999999999"},
		{"three numbers", "bees#honey.1.2.3"},
		{"a full stop in the section", "bees#ho.ney.1"},
		{"a footnote", "bees^4"},
		{"white space", "bees#honey.1 "},
		{"two sections", "bees#honey#wax.1"},
		{"nothing behind the block", "bees#honey.1."},
		{"no block before the part", "bees#honey..1"},
		{"digits of another script", "bees#honey.١"},
		{"zeros", "bees#honey.00"},
	} {
		if id, err := cite.ParsePassageID(tt.id); err == nil {
			t.Errorf("%s: %q is read as %s", tt.reason, tt.id, id)
		} else if !strings.Contains(err.Error(), tt.id) {
			t.Errorf("%s: the error doesn't show the input: %v", tt.reason, err)
		}
	}
}

// TestPassageIDParts: a part of an ID is found in one pass, without memory.
func TestPassageIDParts(t *testing.T) {
	for reason, id := range map[string]cite.PassageID{
		"an ID":           "bees#honey.2.13",
		"many full stops": cite.PassageID("bees#" + strings.Repeat(".", 1<<16)),
		"many digits":     cite.PassageID("bees#honey." + strings.Repeat("1", 1<<16)),
		"many parts":      cite.PassageID("bees#honey" + strings.Repeat(".1", 1<<16)),
		"many sections":   cite.PassageID(strings.Repeat("#", 1<<16)),
	} {
		want := ""
		if reason == "an ID" {
			want = "bees"
		}
		if got := id.Article(); got != want {
			t.Errorf("%s: the article %q, want %q", reason, got, want)
		}
		if n := testing.AllocsPerRun(10, func() { id.Article(); id.Part() }); n > 0 {
			t.Errorf("%s: %v allocations", reason, n)
		}
	}
	if id := cite.NewPassageID("bees", "honey", math.MaxInt, 0); id.Block() != math.MaxInt {
		t.Errorf("the block of %s is %d", id, id.Block())
	}
}

func TestDigest(t *testing.T) {
	const want = "sha256:2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824" // of FIPS 180-4's tools
	got := cite.DigestOf("hello")
	if got != want || got != cite.DigestOf([]byte("hello")) {
		t.Errorf("DigestOf = %s, want %s for string and bytes", got, want)
	}
	if got.Short() != "2cf24dba5fb0" {
		t.Errorf("Short = %s", got.Short())
	}
	if none := cite.Digest("").Short(); none != "" {
		t.Errorf("Short of none = %q", none)
	}
}
