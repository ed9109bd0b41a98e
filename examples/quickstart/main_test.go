package main

import (
	"strings"
	"testing"
)

// TestAnswer checks the parts of the answer that don't depend on how the article
// puts them.
func TestAnswer(t *testing.T) {
	var out strings.Builder
	if err := answer(t.Context(), &out, "Is there a size above which a company needs its own Llama licence?"); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"700 million", "\n    [^4] "} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the answer lacks %q:\n%s", want, out.String())
		}
	}
}

// TestNoAnswer checks that a question about something else is no error.
func TestNoAnswer(t *testing.T) {
	var out strings.Builder
	if err := answer(t.Context(), &out, "zeppelin"); err != nil || out.Len() > 0 {
		t.Errorf("%v, %q", err, out.String())
	}
}

func TestEmptyQuestion(t *testing.T) {
	if err := answer(t.Context(), &strings.Builder{}, " "); err == nil {
		t.Error("no error for an empty question")
	}
}
