package corpus

// A fitted is the run of words have[from:to] that is most like some text; alike
// is 1 less the share of its words that have to be changed.
type fitted struct {
	from, to int
	alike    float64
}

// fit finds the run of have that needs the fewest words changed, put in or taken
// out to become want: an alignment that is global in want and free at both ends
// of have (Sellers 1980, "The theory and computation of evolutionary
// distances"). It reports false if there is none, or if the texts are too long
// to compare.
func fit(want, have []word) (fitted, bool) {
	if len(want) == 0 || len(have) == 0 || len(want)*len(have) > maxCells || !mayFit(want, have) {
		return fitted{}, false
	}
	// cost[i] is that of want[:i] against the run that begins at have[start[i]]
	// and ends before the current word.
	cost := make([]int, len(want)+1)
	start := make([]int, len(want)+1)
	for i := range cost {
		cost[i] = i * takeOut
	}
	n := len(want)
	best, least := fitted{}, n*takeOut
	for j, h := range have {
		diagonal, diagonalStart := cost[0], start[0]
		cost[0], start[0] = 0, j+1
		for i, w := range want {
			c, from := diagonal, diagonalStart
			if w.text != h.text {
				c += change
			}
			diagonal, diagonalStart = cost[i+1], start[i+1]
			if put := cost[i+1] + putIn; put < c {
				c, from = put, start[i+1]
			}
			if out := cost[i] + takeOut; out < c {
				c, from = out, start[i]
			}
			cost[i+1], start[i+1] = c, from
		}
		// Of two runs that cost the same, the longer one keeps more words.
		if cost[n] <= least && start[n] <= j {
			least = cost[n]
			best = fitted{start[n], j + 1, 1 - float64(least)/float64(n*takeOut)}
		}
	}
	return best, best.alike > 0
}

// What it costs to change, put in and take out a word. To take one out costs a
// little more, so that a word which was changed at the end of a quotation isn't
// taken for one that was dropped.
const (
	change  = 10
	putIn   = 10
	takeOut = 11
)

// mayFit reports whether have holds enough of want's words to be worth an
// alignment.
func mayFit(want, have []word) bool {
	in := make(map[string]int, len(have))
	for _, h := range have {
		in[h.text]++
	}
	shared := 0
	for _, w := range want {
		if in[w.text] > 0 {
			in[w.text]--
			shared++
		}
	}
	return float64(shared) >= minAlike*float64(len(want))
}
