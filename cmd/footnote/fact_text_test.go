package main

import "testing"

func TestSays(t *testing.T) {
	for _, c := range []struct {
		text, words string
		want        bool
		why         string
	}{
		{"the inn had 4 guests.", "4 guests", true, "the words"},
		{"the inn had 14 guests.", "4 guests", false, "of another number"},
		{"14 guests, 4 guests", "4 guests", true, "the second time"},
		{"in july 2023", "july 202", false, "a part of a word"},
		{"", "4", false, "no text"},
		{"4", "", false, "no words"},
	} {
		if got := says(c.text, c.words); got != c.want {
			t.Errorf("says(%q, %q) = %v: %s", c.text, c.words, got, c.why)
		}
	}
}
