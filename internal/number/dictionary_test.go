package number

import (
	"strings"
	"testing"
)

// TestLookup: every word of the dictionary is found, in any case, and no other of the
// same length is.
func TestLookup(t *testing.T) {
	for w, want := range dictionary {
		for _, form := range []string{w, strings.ToUpper(w), strings.ToUpper(w[:1]) + w[1:]} {
			if got := lookup(form); got != want {
				t.Errorf("%q is %v, want %v", form, got, want)
			}
		}
		if got := lookup(w[:len(w)-1] + "§"); got.class != noClass {
			t.Errorf("%q without its end is %v", w, got)
		}
	}
}
