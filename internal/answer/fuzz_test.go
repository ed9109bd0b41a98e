package answer

import (
	"math/rand/v2"
	"testing"
)

func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		"",
		"The ferry leaves at six.[^4] The bakery opens at five [4, 7].",
		"It returns【4:0†source】. It floats.¹,² [harbour-guide#top.1] harbour-guide^7",
		"# Head\n\n- item **one**[^1]\n\n| a | b |\n|---|---|\n| c[^3] | [4] |\n\n> quoted text that is long[^2]\n",
		"```\ncode\n```\n~~~\nopen\n“quoted text [4] that is long” ‘it’s a trap’ \"",
		"See [the page](https://x.org/a_(b) \"t\") &amp; <sup>4</sup> \\[4\\]\n[^1]: note",
		"\xff\u200bThe\u202e \xc3ferry[^2,33]\x00",
	} {
		f.Add(seed)
	}
	random := rand.New(rand.NewPCG(9, 10))
	for range 50 {
		f.Add(randomAnswer(random, 40))
	}
	f.Fuzz(checkInvariants)
}
