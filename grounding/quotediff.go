package grounding

import (
	"strings"
)

// A token is a word of a text with its place.
type token struct {
	text       string
	start, end int
}

func tokens(s string) []token {
	var out []token
	for i := 0; i < len(s); {
		if s[i] == ' ' {
			i++
			continue
		}
		j := i
		for j < len(s) && s[j] != ' ' {
			j++
		}
		out = append(out, token{strings.Trim(s[i:j], ".,;:!?()\""), i, j})
		i = j
	}
	return out
}

// diffWords aligns the words of a quotation with a passage by a longest common
// subsequence. It returns the span of the passage that the quotation was made of, the
// edits that turn it into the quotation, and how many words are the same.
func diffWords(quote []string, passage string) (start, end int, edits []Edit, same int) {
	a := make([]string, len(quote))
	for i, w := range quote {
		a[i] = strings.Trim(w, ".,;:!?()\"")
	}
	b := tokens(passage)
	// lcs[i][j] is the length of the longest common subsequence of a[i:] and b[j:].
	lcs := make([][]int16, len(a)+1)
	for i := range lcs {
		lcs[i] = make([]int16, len(b)+1)
	}
	for i := len(a) - 1; i >= 0; i-- {
		for j := len(b) - 1; j >= 0; j-- {
			if a[i] == b[j].text {
				lcs[i][j] = lcs[i+1][j+1] + 1
			} else {
				lcs[i][j] = max(lcs[i+1][j], lcs[i][j+1])
			}
		}
	}
	type pair struct{ i, j int }
	var pairs []pair
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] == b[j].text:
			pairs = append(pairs, pair{i, j})
			i, j = i+1, j+1
		case lcs[i+1][j] >= lcs[i][j+1]:
			i++
		default:
			j++
		}
	}
	pairs = densest(len(pairs), len(a), func(k int) (int, int) { return pairs[k].i, pairs[k].j }, func(lo, hi int) []pair { return pairs[lo:hi] })
	if len(pairs) == 0 {
		return 0, 0, nil, 0
	}
	first, last := pairs[0], pairs[len(pairs)-1]
	// Words before the first match and after the last stand for as many of the text.
	from := max(0, first.j-first.i)
	to := min(len(b), last.j+len(a)-last.i)
	i, j := 0, from
	for _, p := range append(pairs, pair{len(a), to}) {
		if i < p.i || j < p.j {
			edits = append(edits, Edit{Text: join(b, j, p.j), Quote: strings.Join(a[i:p.i], " ")})
		}
		i, j = p.i+1, p.j+1
	}
	return b[from].start, b[to-1].end, edits, len(pairs)
}

// densest cuts off matches at either end that lie far from the others.
func densest[T any](n, words int, at func(int) (int, int), cut func(lo, hi int) []T) []T {
	lo, hi := 0, n
	for lo+1 < hi {
		_, j := at(lo)
		_, k := at(lo + 1)
		if k-j <= words/2+3 {
			break
		}
		lo++
	}
	for hi-1 > lo {
		_, j := at(hi - 2)
		_, k := at(hi - 1)
		if hi-2 < lo || k-j <= words/2+3 {
			break
		}
		hi--
	}
	return cut(lo, hi)
}

func join(b []token, from, to int) string {
	var parts []string
	for i := from; i < to && i < len(b); i++ {
		parts = append(parts, b[i].text)
	}
	return strings.Join(parts, " ")
}
