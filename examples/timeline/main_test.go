package main

import (
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
)

// TestTimeline checks which dates a year has and in which order, and not how the
// facts are put.
func TestTimeline(t *testing.T) {
	var all, year strings.Builder
	timeline(&all, fact.Date{})
	timeline(&year, fact.MustParseDate("2024"))
	if !strings.HasPrefix(all.String(), "2023 ") && !strings.HasPrefix(all.String(), "since 2023 ") {
		t.Errorf("the time line begins with %.40q", all.String())
	}
	if a, b := strings.Index(year.String(), "April 2024"), strings.Index(year.String(), "July 2024"); a < 0 || b < a {
		t.Errorf("April stands at %d, July at %d", a, b)
	}
	for line := range strings.Lines(year.String()) {
		if !strings.Contains(line[:dateColumn], "2024") {
			t.Errorf("not in 2024: %s", line)
		}
		if !strings.Contains(all.String(), line) {
			t.Errorf("not among all: %s", line)
		}
	}
}
