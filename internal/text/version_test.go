package text

import (
	"crypto/sha256"
	"fmt"
	"strings"
	"testing"
)

// TestVersion: the terms of a text that has something of everything. If they
// change, Version has to change, so that an index can tell.
func TestVersion(t *testing.T) {
	const text = `The Society's organisers didn't analyse 1,234,567 licences (v1.1, 3.5x, $45bn);
U.S.-led labs, café and café, naïve modelling — "behaviour" of 25% in 2024–25. NASA's R&D,
e.g. soft` + "\u00ad" + `hyphens, ΛΌΓΟΣ λόγος, Москва йод, हिन्दी, עברית, 東京湾の港、ラーメン, ﬁne ½ ² ①, a@b.example https://x.example/y_z?q=1`
	want := map[string]string{
		"en-1": "7813df183d053b64",
	}
	var a Analyzer
	var terms []string
	for _, tok := range a.Append(nil, text) {
		terms = append(terms, tok.Term)
	}
	got := fmt.Sprintf("%x", sha256.Sum256([]byte(strings.Join(terms, "\n"))))[:16]
	if want[Version] != got {
		t.Errorf("the terms have the digest %s, those of %s had %q: change Version, and add it here\n%q", got, Version, want[Version], terms)
	}
}
