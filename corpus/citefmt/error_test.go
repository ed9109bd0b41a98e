package citefmt_test

import (
	"errors"
	"fmt"
	"testing"

	"github.com/footnote-go/footnote/corpus/citefmt"
)

// TestCitationErrors takes errors apart.
func TestCitationErrors(t *testing.T) {
	a := &citefmt.CitationError{Format: citefmt.FormatCohere, Place: "citations[0]", Err: citefmt.ErrRange}
	b := &citefmt.CitationError{Format: citefmt.FormatCohere, Place: "citations[1]", Err: citefmt.ErrQuote}
	for _, tt := range []struct {
		reason string
		err    error
		want   []*citefmt.CitationError
		ok     bool
	}{
		{"none", nil, nil, true},
		{"one", a, []*citefmt.CitationError{a}, true},
		{"two", errors.Join(a, b), []*citefmt.CitationError{a, b}, true},
		{"joined twice", errors.Join(errors.Join(a), b), []*citefmt.CitationError{a, b}, true},
		{"another", citefmt.ErrRange, nil, false},
		{"another beside one", errors.Join(a, errors.New("disk")), nil, false},
		{"wrapped: there is more to say", fmt.Errorf("reading: %w", a), nil, false},
	} {
		got, ok := citefmt.CitationErrors(tt.err)
		if ok != tt.ok || len(got) != len(tt.want) {
			t.Errorf("%s: %v, %v", tt.reason, got, ok)
			continue
		}
		for i := range got {
			if got[i] != tt.want[i] {
				t.Errorf("%s: %v, want %v", tt.reason, got[i], tt.want[i])
			}
		}
	}
	c := parse(t, bridge)
	for _, tt := range []struct {
		reason, data string
		unusable     int
	}{
		{"all good", `[{"start":0,"end":1,"sources":[{"type":"document","id":"bridge#top.1"}]}]`, 0},
		{"one of two", `[{"start":0,"end":9,"sources":[{"type":"document","id":"bridge#top.1"}]},{"start":0,"end":1,"sources":[{"type":"document","id":"bridge#top.1"}]}]`, 1},
		{"both", `[{"start":0,"end":9,"sources":[{"type":"document","id":"bridge#top.1"}]},{"start":0,"end":1,"sources":[{"type":"document","id":"pond#top.1"}]}]`, 2},
		{"nothing of the format", `7`, 1},
	} {
		_, err := citefmt.Read(c, citefmt.FormatCohere, []byte(tt.data), "Two.")
		if got, ok := citefmt.CitationErrors(err); !ok || len(got) != tt.unusable {
			t.Errorf("%s: %v, %v of %v", tt.reason, got, ok, err)
		}
	}
}
