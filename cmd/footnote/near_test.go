package main

import (
	"strings"
	"testing"
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
	} {
		if _, like := likeness(c.want, c.have); like != c.like {
			t.Errorf("likeness(%.20q, %.20q) = %v: %s", c.want, c.have, like, c.why)
		}
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
