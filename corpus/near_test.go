package corpus

import (
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus/fact"
)

func TestLikeness(t *testing.T) {
	for _, c := range []struct {
		want, have string
		like       bool
		why        string
	}{
		{"zuckerburg", "Mark Zuckerberg", false, "one letter of a part; the alias is what is like it"},
		{"zuckerburg", "Zuckerberg", true, "one letter"},
		{" LLAMA2 ", "Llama 2", true, "a space; case doesn't count"},
		{"Zuckerberg", "Mark Zuckerberg", true, "a part"},
		{"the port of call", "port", true, "it has the name in it"},
		{"AI", "OpenAI", false, "two letters are part of too much"},
		{"", "", false, "nothing is meant by nothing"},
		{"", "Meta", false, "nothing else is"},
		{"mill", "Meta", false, "three of four letters"},
		{strings.Repeat("x", 1<<20), strings.Repeat("y", 1<<20), false, "too long to compare"},
		{"port" + strings.Repeat("x", fact.MaxIDBytes), "port", false, "longer than any ID, though it has the name in it"},
	} {
		if _, like := newMatcher(c.want).likeness(c.have); like != c.like {
			t.Errorf("likeness(%.20q, %.20q) = %v: %s", c.want, c.have, like, c.why)
		}
	}
}

// TestLikenessBound compares only so many names letter by letter; parts it finds
// among any number.
func TestLikenessBound(t *testing.T) {
	m := newMatcher("zuckerburg")
	for range maxLikened {
		m.likeness("0123456789")
	}
	if _, like := m.likeness("Zuckerberg"); like {
		t.Error("one name more was compared letter by letter")
	}
	if _, like := m.likeness("M. Zuckerburg"); !like {
		t.Error("a name that has the other in it is not like it")
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		a, b string
		want int
	}{
		{"", "", 0},
		{"", "port", 4},
		{"port", "port", 0},
		{"port", "part", 1},
		{"port", "ports", 1},
		{"released", "relased", 1},
		{"kitten", "sitting", 3},
		{"café", "cafe", 1},
	} {
		if got := distance(c.a, c.b); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.a, c.b, got, c.want)
		}
		if got := distance(c.b, c.a); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.b, c.a, got, c.want)
		}
	}
}
