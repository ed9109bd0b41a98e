package corpus_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/footnote-go/footnote/corpus"
)

// sentenceOf returns a sentence of n words.
func sentenceOf(n int) string {
	return "Bees" + strings.Repeat(" hum", n-1) + "."
}

func TestSplit(t *testing.T) {
	for _, tt := range []struct {
		reason    string
		sentences []int // words of each
		want      []int // words of each passage
	}{
		{"one short sentence", []int{5}, []int{5}},
		{"exactly MaxWords in one sentence", []int{120}, []int{120}},
		{"exactly MaxWords in several", []int{60, 60}, []int{120}},
		{"one word more", []int{60, 61}, []int{60, 61}},
		{"one sentence that is longer stays whole", []int{300}, []int{300}},
		{"a part takes as many as fit", []int{50, 50, 50, 50}, []int{100, 100}},
		{"a part is filled to the brim", []int{50, 70, 50}, []int{120, 50}},
		{"a long sentence stands alone", []int{10, 300, 10}, []int{10, 300, 10}},
		{"after a long one it goes on greedily", []int{300, 60, 60, 1}, []int{300, 120, 1}},
		{"many short ones", slices.Repeat([]int{7}, 40), []int{119, 119, 42}},
	} {
		checkSplit(t, tt.reason, tt.sentences, tt.want)
	}
}

// TestSplitAtRandom compares with a plain greedy filling.
func TestSplitAtRandom(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for i := range 300 {
		var sentences []int
		total := 0
		for range 1 + r.IntN(20) {
			n := 1 + r.IntN(40)
			if r.IntN(10) == 0 {
				n += 110
			}
			sentences = append(sentences, n)
			total += n
		}
		want := []int{sentences[0]}
		for _, n := range sentences[1:] {
			if last := len(want) - 1; want[last]+n <= corpus.MaxWords {
				want[last] += n
			} else {
				want = append(want, n)
			}
		}
		checkSplit(t, fmt.Sprintf("round %d", i), sentences, want)
	}
}

func checkSplit(t *testing.T, reason string, sentences, want []int) {
	t.Helper()
	var texts []string
	for _, n := range sentences {
		texts = append(texts, sentenceOf(n))
	}
	a := parse(t, "x.md", strings.Join(texts, " "))
	checkInvariants(t, a)
	var got []int
	var parts []string
	for p := range a.Passages() {
		got = append(got, len(strings.Fields(p.Text())))
		parts = append(parts, p.Text())
		part := len(got)
		if len(want) == 1 {
			part = 0
		}
		if p.ID().Part() != part || p.ID().Block() != 1 {
			t.Errorf("%s: passage %d has the ID %s", reason, len(got), p.ID())
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("%s: %v is split into %v, want %v", reason, sentences, got, want)
	}
	if strings.Join(parts, " ") != strings.Join(texts, " ") {
		t.Errorf("%s: the parts are not the whole", reason)
	}
}
