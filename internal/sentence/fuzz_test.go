package sentence_test

import (
	"math/rand/v2"
	"testing"
)

func FuzzSplit(f *testing.F) {
	for _, seed := range []string{
		"",
		"It rained. We left.",
		`He said "Stop." Then he left. "Why?" he asked.`,
		"Dr. Smith of Apple Inc. left the U.S. In 2024. 1. First.",
		"It grew (see Fig. 3. and 4) fast [sic. No]. [...] The rest.",
		"It fell.[^4] [4, 7] It rose.¹ So. 【4:0†source】",
		"他说：“走吧。”然后。「行く。」と言った。",
		"A title\r\n \n. . . « Non ! » dit-il. »So.« — Да.",
		"It fell.\x00 \xffIt rose.\u200b \ufeff\xe2\x80",
	} {
		f.Add(seed)
	}
	random := rand.New(rand.NewPCG(5, 6))
	for range 50 {
		f.Add(nastyText(random, 60))
	}
	f.Fuzz(checkInvariants)
}
