package main

import (
	"strings"
	"testing"
)

// TestExclusion checks what the program has to tell, and not how the article puts
// it.
func TestExclusion(t *testing.T) {
	var out strings.Builder
	exclusion(&out)
	for _, want := range []string{
		"Above: more than 700 million monthly active users\n",
		"Aimed at: [Apple ByteDance]\n",
		"[^4] ",
		"- Apple and ByteDance\n",
		"- Apple, Google and ByteDance\n",
	} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the output lacks %q:\n%s", want, out.String())
		}
	}
}
